// SPDX-License-Identifier: GPL-3.0-or-later
// "What exactly does the forget gate do?": a lecture inside the cell, from start to end by mouse
// and keys in the real window.
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "app/panels/cell_panel.h"
#include "app/panels/equations_header.h"
#include "app/panels/equations_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/hold_menu.h"
#include "app/panels/time_card.h"
#include "app/panels/weights_panel.h"
#include "core/edit.h"
#include "core/equation.h"
#include "core/weight_blocks.h"
#include "tests/app/compare_fixture.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class InsideTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void aLecture_data();
    void aLecture();

  private:
    ComparePanel* compare() { return window_->comparePanel(); }
    CellPanel* cell() { return window_->findChild<CellPanel*>(); }
    WeightsPanel& weights() {
        return *static_cast<WeightsPanel*>(window_->card("weights")->content());
    }
    TimePanel& inputs() { return *window_->findChild<TimeCard*>()->panel(TimeContent::Inputs); }
    QString verdict() { return window_->findChild<GradientPanel*>("gradients")->verdict(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        WindowTest::key(key, modifiers);
        settle();
    }
    void take(QMenu* menu, QAction* action) {
        QVERIFY(menu && action && action->isEnabled());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        settle();
    }
    void holdForgetGateOpen();
    void dragAnInput();
    void pasteABlock();
    void copyLatex();
};

void InsideTest::aLecture_data() {
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << "light";
    QTest::newRow("dark") << "dark";
}

void InsideTest::aLecture() {
    QFETCH(QString, theme);
    open();
    window_->setTheme(theme);
    settle();
    const Setup start = document().setup();

    // RNN, LSTM and GRU side by side, each with what becomes of its gradient.
    key(Qt::Key_C);
    QCOMPARE(lanesOf(document().snapshot()).size(), std::size_t(3));
    QVERIFY(compare()->isVisible());
    const QString vanishing = verdict();
    QVERIFY2(vanishing.contains("vanishing"), qPrintable(vanishing));
    QCOMPARE(compare()->gradient(1)->verdict(), vanishing);
    const QString ofGru = compare()->gradient(2)->verdict();
    shoot("inside-lanes-" + theme);

    // What if the forget gate stayed open? Back to one network, a click on the gate, and again.
    key(Qt::Key_C);
    QVERIFY(document().setup().lanes.empty());
    QVERIFY(!compare()->isVisible());
    bringForward("Cell");
    window_->playhead().moveTo({0, Phase::Backward, 11});
    key(Qt::Key_Right, Qt::ShiftModifier);
    holdForgetGateOpen();
    shoot("inside-held-" + theme);
    key(Qt::Key_C);
    const QString open = verdict();
    QVERIFY2(open != vanishing && !open.contains("vanishing"), qPrintable(open));
    QCOMPARE(compare()->gradient(1)->verdict(), open);
    QCOMPARE(compare()->gradient(2)->verdict(), ofGru);  // a GRU has no forget gate
    shoot("inside-lanes-held-" + theme);
    key(Qt::Key_C);
    while (!document().setup().holds.empty())
        key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(verdict(), vanishing);
    while (document().undoStack().canUndo())
        key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().setup() == start);

    dragAnInput();
    pasteABlock();
    copyLatex();

    while (document().undoStack().canUndo())
        key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().setup() == start);
    QCOMPARE(verdict(), vanishing);
    window_.reset();
}

void InsideTest::holdForgetGateOpen() {
    const std::size_t f = *document().snapshot()->shape().cell->find("f");
    const auto node = std::size_t(cell()->layoutShown().nodeOf(now(f)));
    const QPointF place = cell()->scene().nodes[node].topLeft() + QPointF(8, 8);
    QTest::mouseClick(cell(), Qt::LeftButton, {}, place.toPoint());
    auto* menu = qobject_cast<HoldMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    take(menu, menu->holdAt(1));
    QCOMPARE(toText(document().setup().holds), std::string("f=1"));
    activate();
}

/// A point of the sequence, up: the network sees it, and what was there before stays faint.
void InsideTest::dragAnInput() {
    const double before = document().snapshot()->problem->input(0, 9);
    const QPoint from = inputs().inputPoint({0, 9}).toPoint();
    QTest::mouseMove(&inputs(), from);
    QTest::mousePress(&inputs(), Qt::LeftButton, {}, from);
    for (const int height : {4, 8, 14}) {
        QMouseEvent move(QEvent::MouseMove, from - QPoint(0, height),
                         inputs().mapToGlobal(from - QPoint(0, height)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&inputs(), &move);
        settle();
    }
    QTest::mouseRelease(&inputs(), Qt::LeftButton, {}, from - QPoint(0, 14));
    settle();
    QVERIFY(document().snapshot()->problem->input(0, 9) > before);
    QCOMPARE(document().undoStack().index(), 1);  // the drag is one change
    QVERIFY(document().ghost());
    QCOMPARE(document().ghost()->problem->input(0, 9), before);
    shoot("inside-input-" + window_->theme().id);
}

/// Recurrent weights of the forget gate from the clipboard, at once.
void InsideTest::pasteABlock() {
    bringForward("Weights");
    const int hidden = int(document().snapshot()->shape().hidden);
    QStringList rows;
    for (int row = 0; row < hidden; ++row) {
        QStringList cells;
        for (int column = 0; column < hidden; ++column)
            cells << QString::number(row == column ? 0.75 : 0.01 * column);
        rows << cells.join('\t');
    }
    const auto paste = [&](const QString& text) {
        QApplication::clipboard()->setText(text);
        const auto field = weights().find("weight_hh_l0.f");
        QVERIFY(field);
        const WeightsLayout& layout = weights().layoutShown();
        const QRectF first = layout.cellRect(*layout.placeOf(*field), 0, 0);
        QTest::mouseClick(&weights(), Qt::LeftButton, {}, first.center().toPoint());
        key(Qt::Key_V, Qt::ControlModifier);
    };
    const Setup before = document().setup();
    paste(rows.mid(2).join('\n') + "\n1\t2\tx");  // letters, and not a block
    QVERIFY(document().setup() == before);
    paste(rows.join('\n'));
    const auto& parameters = document().snapshot()->parameters;
    const auto blocks = weightBlocks(document().snapshot()->shape(), parameters);
    const auto block = std::ranges::find(blocks, "weight_hh_l0.f", &WeightBlock::target);
    const auto pasted = blockOf(parameters, *block);
    QCOMPARE(pasted(2, 2), 0.75);
    QCOMPARE(pasted(2, 5), 0.05);
    QCOMPARE(document().undoStack().index(), 2);
    shoot("inside-weights-" + window_->theme().id);
}

void InsideTest::copyLatex() {
    bringForward("Equations");
    auto* header = window_->findChild<EquationsHeader*>();
    QVERIFY(header && header->menuButton()->isVisible());
    QApplication::clipboard()->clear();
    QMenu* menu = header->menuButton()->menu();
    QVERIFY(menu);
    menu->popup(header->menuButton()->mapToGlobal(QPoint(0, header->menuButton()->height())));
    QAction* latex = nullptr;
    for (QAction* action : menu->actions())
        if (!latex && action->text().contains("LaTeX"))
            latex = action;
    take(menu, latex);
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.contains("\\sigma") && text.contains("h_{t-1}"), qPrintable(text));
    shoot("inside-equations-" + window_->theme().id);
    activate();
}

QTEST_MAIN(InsideTest)
#include "inside_test.moc"
