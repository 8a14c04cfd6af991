// SPDX-License-Identifier: GPL-3.0-or-later
// Weights changed by mouse and keys in the window.
#include "app/panels/weights_panel.h"

#include <QToolButton>

#include "app/setup_column.h"
#include "tests/app/weights_fixture.h"

using namespace rnnscope;

class WeightsPanelTest : public WeightsTestBase {
    Q_OBJECT

  private slots:
    void initTestCase() { start(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void aTypedNumberIsTheNetworks();
    void whatIsNoNumberChangesNothing();
    void arrowsMoveAndExtend();
    void aDragIsOneStepOfUndo();
    void altDragsWhatIsUnderThePointer();
    void anInitialStateIsEdited();
    void whatWasLearntStays();
    void theColumnCountsAndClears();
    void keysBelongToTheLectureAgain();
};

void WeightsPanelTest::aTypedNumberIsTheNetworks() {
    const double before = number("weight_hh_l0.f", 2, 4);
    const double loss = document().snapshot()->backward->loss.loss;
    click("weight_hh_l0.f", 2, 4);
    QVERIFY(panel().hasFocus());
    QVERIFY2(panel().status().startsWith("W_{hf}\u2009[3,5] = "), qPrintable(panel().status()));
    keys("-0");
    QVERIFY(panel().editor()->isVisible());
    QCOMPARE(panel().editor()->text(), QString("-0"));
    type(".75");
    QVERIFY(!panel().editor()->isVisible());
    QCOMPARE(number("weight_hh_l0.f", 2, 4), -0.75);
    QCOMPARE(toText(document().setup().edits), std::string("weight_hh_l0.f[3,5]=-0.75"));
    QVERIFY(document().snapshot()->backward->loss.loss != loss);
    QVERIFY(panel().isEdited(field("weight_hh_l0.f"), 2, 4));
    QVERIFY(!panel().isEdited(field("weight_hh_l0.f"), 4, 2));
    QCOMPARE(document().undoStack().undoText(), QString("Edit W_hf"));
    shoot("weights-typed");
    undo();
    QCOMPARE(number("weight_hh_l0.f", 2, 4), before);
    QVERIFY(!panel().isEdited(field("weight_hh_l0.f"), 2, 4));
    redo();
    QCOMPARE(number("weight_hh_l0.f", 2, 4), -0.75);
    // A double click opens the number itself, to the last digit.
    QTest::mouseDClick(&panel(), Qt::LeftButton, {}, at("bias_ih_l0.o", 1));
    QCOMPARE(panel().editor()->text().toDouble(), number("bias_ih_l0.o", 1));
    key(Qt::Key_Escape);
    QVERIFY(!panel().editor()->isVisible() && panel().hasFocus());
    // A rectangle takes the same number everywhere.
    click("weight_hh_l0.i", 0, 0);
    click("weight_hh_l0.i", 1, 2, Qt::ShiftModifier);
    type("0.125");
    QCOMPARE(block("weight_hh_l0.i").topLeftCorner(2, 3), Eigen::MatrixXd::Constant(2, 3, 0.125));
    QCOMPARE(document().setup().edits.size(), std::size_t(7));
}

void WeightsPanelTest::whatIsNoNumberChangesNothing() {
    const Setup before = document().setup();
    for (const char* wrong : {"1abc", "1e999", "--1", "1 2", "."}) {
        click("weight_hh_l0.g", 1, 1);
        keys(wrong);
        key(Qt::Key_Return);
        QVERIFY2(panel().hint().text().contains("not a finite number"), wrong);
        QVERIFY(panel().editor()->isVisible());  // to be put right
        shoot("weights-refused");
        key(Qt::Key_Escape);
        QVERIFY(document().setup() == before);
    }
    click("weight_hh_l0.g", 1, 1);
    key(Qt::Key_Return);
    panel().editor()->clear();
    key(Qt::Key_Return);
    QVERIFY2(panel().hint().text().contains("nothing is not"), qPrintable(panel().hint().text()));
    // Put right, it is taken.
    type("2");
    QCOMPARE(number("weight_hh_l0.g", 1, 1), 2.0);
    // Letters too are refused where they are typed, and are no shortcuts meanwhile.
    click("weight_hh_l0.g", 2, 1);
    keys("abc");
    QVERIFY(panel().editor()->isVisible());
    QCOMPARE(panel().editor()->text(), QString("abc"));
    key(Qt::Key_Return);
    QVERIFY(panel().hint().text().contains("not a finite number"));
    key(Qt::Key_Escape);
    QCOMPARE(document().setup().edits.size(), std::size_t(1));
    QVERIFY(document().setup().lanes.empty());
}

void WeightsPanelTest::arrowsMoveAndExtend() {
    const Position before = window_->playhead().position();
    click("weight_hh_l0.f", 2, 0);
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    QCOMPARE(panel().chosen(), (WeightsRange{field("weight_hh_l0.f"), 3, 1, 1, 1}));
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(panel().chosen(), (WeightsRange{field("weight_hh_l0.f"), 2, 1, 2, 2}));
    // Over the edge to the block beside it, and back.
    click("weight_hh_l0.f", 2, 0);
    key(Qt::Key_Left);
    QCOMPARE(panel().chosen()->field, field("weight_ih_l0.f"));
    key(Qt::Key_Right);
    key(Qt::Key_End);
    QCOMPARE(panel().chosen()->column, Index(7));
    key(Qt::Key_Right);
    QCOMPARE(panel().chosen(), (WeightsRange{field("bias_ih_l0.f"), 2, 0, 1, 1}));
    for (int k = 0; k < 20; ++k)
        key(Qt::Key_Down);
    QCOMPARE(panel().chosen()->row, Index(7));
    QVERIFY(window_->playhead().position() == before);
    // A drag from cell to cell.
    QTest::mousePress(&panel(), Qt::LeftButton, {}, at("weight_hh_l0.o", 6, 5));
    QTest::mouseMove(&panel(), at("weight_hh_l0.o", 5, 4));
    QTest::mouseMove(&panel(), at("weight_hh_l0.o", 4, 2));
    QTest::mouseRelease(&panel(), Qt::LeftButton, {}, at("weight_hh_l0.o", 4, 2));
    QCOMPARE(panel().chosen(), (WeightsRange{field("weight_hh_l0.o"), 4, 2, 3, 4}));
}

void WeightsPanelTest::aDragIsOneStepOfUndo() {
    const double before = number("weight_hh_l0.f", 3, 3), beside = number("weight_hh_l0.f", 3, 4);
    click("weight_hh_l0.f", 3, 3);
    const QPoint handle =
        handleOf(panel().layoutShown(), *panel().chosen(), window_->theme()).center().toPoint();
    QTest::mousePress(&panel(), Qt::LeftButton, {}, handle);
    double last = before;
    for (const int up : {5, 20, 60}) {
        QTest::mouseMove(&panel(), handle - QPoint(0, up));
        QVERIFY(document().settle());
        const double now = number("weight_hh_l0.f", 3, 3);
        QVERIFY2(now > last, qPrintable(QString::number(now)));
        last = now;
    }
    QTest::mouseRelease(&panel(), Qt::LeftButton, {}, handle - QPoint(0, 60));
    QVERIFY(document().settle());
    QCOMPARE(number("weight_hh_l0.f", 3, 3), last);
    QCOMPARE(number("weight_hh_l0.f", 3, 4), beside);
    QCOMPARE(document().undoStack().count(), 1);
    // The next one is another step.
    QTest::mousePress(&panel(), Qt::LeftButton, {}, handle);
    QTest::mouseMove(&panel(), handle + QPoint(0, 10));
    QTest::mouseRelease(&panel(), Qt::LeftButton, {}, handle + QPoint(0, 10));
    QVERIFY(document().settle());
    QVERIFY(number("weight_hh_l0.f", 3, 3) < last);
    QCOMPARE(document().undoStack().count(), 2);
    undo();
    QCOMPARE(number("weight_hh_l0.f", 3, 3), last);
    undo();
    QCOMPARE(number("weight_hh_l0.f", 3, 3), before);
}

void WeightsPanelTest::altDragsWhatIsUnderThePointer() {
    const Eigen::MatrixXd before = block("weight_ih_l0.g");
    const QPoint from = at("weight_ih_l0.g", 5);
    QTest::mousePress(&panel(), Qt::LeftButton, Qt::AltModifier, from);
    QTest::mouseMove(&panel(), from + QPoint(0, 30));
    QTest::mouseRelease(&panel(), Qt::LeftButton, Qt::AltModifier, from + QPoint(0, 30));
    QVERIFY(document().settle());
    QVERIFY(number("weight_ih_l0.g", 5) < before(5, 0));
    QCOMPARE(document().setup().edits.size(), std::size_t(1));
    // Without a move there is nothing to undo.
    QTest::mouseClick(&panel(), Qt::LeftButton, Qt::AltModifier, at("weight_ih_l0.g", 2));
    QCOMPARE(document().undoStack().count(), 1);
}

void WeightsPanelTest::anInitialStateIsEdited() {
    const Index h = Index(document().snapshot()->shape().cell->hiddenState());
    click("h0_l0", 3);
    type("0.5");
    QCOMPARE(document().snapshot()->record.traces[0].at(std::size_t(h), 0)[3], 0.5);
    click("c0_l0", 2);
    type("-1.5");
    QCOMPARE(panel().numbers({field("c0_l0"), 2, 0, 1, 1})(0, 0), -1.5);
    QVERIFY(panel().isEdited(field("c0_l0"), 2, 0));
    undo();
    QVERIFY(!panel().isEdited(field("c0_l0"), 2, 0));
    QCOMPARE(toText(document().setup().edits), std::string("h0_l0[4]=0.5"));
}

void WeightsPanelTest::whatWasLearntStays() {
    document().trainOn(20);
    QTRY_VERIFY_WITH_TIMEOUT(!document().isTraining(), 20000);
    QVERIFY(document().settle());
    QCOMPARE(document().snapshot()->update, 20);
    const History before = document().snapshot()->history;
    const Eigen::MatrixXd learnt = block("weight_hh_l0.f");
    click("weight_hh_l0.f", 2, 2);
    type("0.75");
    QCOMPARE(document().snapshot()->update, 20);
    QCOMPARE(toText(document().setup().edits), std::string("weight_hh_l0.f[3,3]#20=0.75"));
    Eigen::MatrixXd wanted = learnt;
    wanted(2, 2) = 0.75;
    QCOMPARE(block("weight_hh_l0.f"), wanted);
    const History& after = document().snapshot()->history;
    QVERIFY(after.size() >= 20);
    for (std::size_t k = 0; k < 20; ++k)
        QCOMPARE(after[k].loss, before[k].loss);
    // What training changed has a view of its own now.
    panel().setReading(WeightReading::Change);
    QCOMPARE(panel().reading(), WeightReading::Change);
    QVERIFY(panel().numbers(panel().blockScope(field("weight_hh_l0.f"))[0]).norm() > 0);
    shoot("weights-change");
    panel().reset(panel().blockScope(field("weight_hh_l0.f")));
    QVERIFY(document().settle());
    QCOMPARE(document().snapshot()->update, 20);
    QCOMPARE(block("weight_hh_l0.f"), learnt);
}

void WeightsPanelTest::theColumnCountsAndClears() {
    auto* column = window_->findChild<SetupColumn*>();
    const auto& ui = column->controls();
    QCOMPARE(ui.edited->text(), QString("none"));
    QVERIFY(ui.clearEdits->isHidden());
    panel().zero(panel().blockScope(field("bias_ih_l0.f")));
    QVERIFY(document().settle());
    QCOMPARE(ui.edited->text(), QString("8 edited"));
    for (QToolButton* more : column->moreButtons())
        if (!ui.edited->isVisible())
            QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(ui.edited->isVisible() && ui.clearEdits->isVisible());
    column->ensureWidgetVisible(ui.edited);
    // A GRU has no such gate.
    choose("cell", "gru");
    QCOMPARE(ui.edited->text(), QString("8, 8 resting"));
    shoot("weights-column");
    QTest::mouseClick(ui.clearEdits, Qt::LeftButton);
    QVERIFY(document().settle());
    QVERIFY(document().setup().edits.empty());
    QCOMPARE(ui.edited->text(), QString("none"));
    undo();
    QCOMPARE(document().setup().edits.size(), std::size_t(8));
}

void WeightsPanelTest::keysBelongToTheLectureAgain() {
    click("weight_hh_l0.f", 2, 2);
    key(Qt::Key_Escape);
    QVERIFY(!panel().chosen());
    const int step = window_->playhead().position().step;
    key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().step, step + 1);
    key(Qt::Key_1);
    QVERIFY(document().settle());
    QCOMPARE(document().setup().cell, std::string("rnn"));
    // With a number chosen, digits are typed.
    click("weight_hh_l0.h", 2, 2);
    keys("2");
    QVERIFY(panel().editor()->isVisible());
    QCOMPARE(document().setup().cell, std::string("rnn"));
}

QTEST_MAIN(WeightsPanelTest)
#include "weights_panel_test.moc"
