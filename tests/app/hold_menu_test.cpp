// SPDX-License-Identifier: GPL-3.0-or-later
// Holding gates in the cell's drawing, by clicks and keys in the real window.
#include "app/panels/hold_menu.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QUndoStack>

#include "app/panels/cell_panel.h"
#include "tests/app/panel_fixture.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class HoldMenuTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { window_.reset(); }
    void aClickHoldsAGateAndUndoReleasesIt();
    void unitsAndStepsAreChosenWithoutLeaving();
    void anotherValueIsTypedInPlace();
    void releasing();
    void layersAndDirectionsAreToldApart();
    void theKeyAsksForWhatIsMeant();
    void stripsStillChooseUnits();
    void theHintGivesWay();
    void screenshots();

  private:
    CellPanel* cell() { return window_->findChild<CellPanel*>(); }
    std::string held() { return toText(document().setup().holds); }
    HoldMenu* menu() { return qobject_cast<HoldMenu*>(QApplication::activePopupWidget()); }
    std::size_t number(const char* id) { return *document().snapshot()->shape().cell->find(id); }
    QPoint placeOf(const char* id) {
        const auto node = std::size_t(cell()->layoutShown().nodeOf(now(number(id))));
        // Clear of the strip in the middle.
        return (cell()->scene().nodes[node].topLeft() + QPointF(8, 8)).toPoint();
    }
    HoldMenu* openMenu(const char* id, Qt::MouseButton button = Qt::LeftButton) {
        const QPoint place = placeOf(id);
        if (button == Qt::RightButton) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, cell()->mapToGlobal(place));
            QApplication::sendEvent(cell(), &event);
        } else {
            QTest::mouseClick(cell(), button, {}, place);
        }
        return menu();
    }
    void choose(QAction* action) {
        QMenu* within = menu();
        QTest::mouseClick(within, Qt::LeftButton, {}, within->actionGeometry(action).center());
        QCoreApplication::processEvents();
        QVERIFY(document().settle());
    }
    void change(const std::function<void(Setup&)>& how) {
        Setup next = document().setup();
        how(next);
        QVERIFY(document().change(next, "test").ok());
        QVERIFY(document().settle());
        QCoreApplication::processEvents();
    }
};

void HoldMenuTest::init() {
    open();
    QCOMPARE(document().snapshot()->shape().cell->id(), std::string_view("lstm"));
    window_->card("cell")->raise();
    QTRY_VERIFY(cell()->isVisible() && cell()->width() > 300);
    window_->playhead().setStep(19);
    window_->playhead().setUnit(2);
}

void HoldMenuTest::aClickHoldsAGateAndUndoReleasesIt() {
    HoldMenu* asked = openMenu("f");
    QVERIFY(asked);
    QVERIFY(held().empty());
    QVERIFY(!asked->releaseAction());
    choose(asked->holdAt(1));
    QVERIFY(!menu());
    QCOMPARE(held(), std::string("f=1"));
    const auto& record = document().snapshot()->record.traces[0];
    for (Index t = 0; t < record.steps(); ++t)
        for (Index unit = 0; unit < record.hidden(); ++unit)
            QCOMPARE(record.value(number("f"), unit, t), 1.0);
    QVERIFY(document().undoStack().undoText().contains("Hold the forget gate"));
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().settle());
    QVERIFY(held().empty());
    QVERIFY(document().snapshot()->record.traces[0].value(number("f"), 0, 5) < 1);
    // A state stands in a circle; the same way, and with the right button.
    QTest::mouseClick(cell(), Qt::LeftButton, {}, placeOf("c") + QPoint(4, 4));
    QVERIFY(menu());
    choose(menu()->holdAt(0));
    QCOMPARE(held(), std::string("c=0"));
    asked = openMenu("o", Qt::RightButton);
    QVERIFY(asked);
    QCOMPARE(asked->actions().constLast()->text(), QString("Copy numbers of this step"));
    choose(asked->holdAt(1));
    QCOMPARE(held(), std::string("c=0,o=1"));
    // What is on the way only cannot be held.
    const auto kept = std::size_t(cell()->layoutShown().nodeOf(inner(0)));
    QTest::mouseClick(cell(), Qt::LeftButton, {}, cell()->scene().nodes[kept].center().toPoint());
    QVERIFY(!menu());
}

void HoldMenuTest::unitsAndStepsAreChosenWithoutLeaving() {
    HoldMenu* asked = openMenu("f");
    choose(asked->oneUnit());
    choose(asked->fromHere());
    QCOMPARE(menu(), asked);
    choose(asked->holdAt(0));
    QCOMPARE(held(), std::string("f[3]@20-50=0"));
    asked = openMenu("f");
    choose(asked->thisStep());
    choose(asked->holdAt(1));
    QCOMPARE(held(), std::string("f[3]@20-50=0,f@20=1"));
    const auto& record = document().snapshot()->record.traces[0];
    QCOMPARE(record.value(number("f"), 2, 19), 1.0);
    QCOMPARE(record.value(number("f"), 0, 19), 1.0);
    QCOMPARE(record.value(number("f"), 2, 20), 0.0);
    QVERIFY(record.value(number("f"), 0, 20) > 0);
    // What the drawing says is what was counted.
    bool told = false;
    for (const CellReading& reading : cell()->readings())
        told = told || (reading.wire == now(number("f")) && reading.value == 1);
    QVERIFY(told);
    asked = openMenu("f");
    choose(asked->holdAt(1));  // everywhere: the others are covered
    QCOMPARE(held(), std::string("f=1"));
    // With the keys: down to "unit 3 only", which leaves the menu open, and up again to "at 0".
    asked = openMenu("f");
    while (asked->activeAction() != asked->oneUnit())
        QTest::keyClick(asked->focusWidget() ? asked->focusWidget() : asked, Qt::Key_Down);
    QTest::keyClick(asked, Qt::Key_Return);
    QVERIFY(menu() && asked->oneUnit()->isChecked());
    asked->setActiveAction(asked->holdAt(0));
    QTest::keyClick(asked, Qt::Key_Return);
    QVERIFY(document().settle());
    QCOMPARE(held(), std::string("f=1,f[3]=0"));
}

void HoldMenuTest::anotherValueIsTypedInPlace() {
    HoldMenu* asked = openMenu("f");
    QLineEdit* field = asked->field();
    for (const char* wrong : {"", "x", "1e999", "nan", "0,5", "inf"}) {
        QTest::mouseClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, wrong);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(menu(), asked);
        QVERIFY2(!asked->complaint().isEmpty(), wrong);
        QVERIFY(held().empty());
        // It can be read in full.
        const auto* words = asked->findChild<QLabel*>("complaint");
        QVERIFY(words &&
                asked->rect().contains(QRect(words->mapTo(asked, QPoint()), words->size())));
        QVERIFY(words->width() >= words->sizeHint().width());
    }
    asked->grab().save(QString("%1/hold-menu-complaint.png").arg(RNNSCOPE_SCREENSHOTS));
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QVERIFY(asked->complaint().isEmpty());
    QTest::keyClicks(field, "-0.25");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!menu());
    QVERIFY(document().settle());
    QCOMPARE(held(), std::string("f=-0.25"));
    QCOMPARE(document().snapshot()->record.traces[0].value(number("f"), 1, 7), -0.25);
    // Esc leaves everything as it is.
    asked = openMenu("i");
    QTest::mouseClick(asked->field(), Qt::LeftButton);
    QTest::keyClicks(asked->field(), "0.5");
    QTest::keyClick(asked, Qt::Key_Escape);
    QVERIFY(!menu());
    QCOMPARE(held(), std::string("f=-0.25"));
}

void HoldMenuTest::releasing() {
    change([](Setup& setup) { setup.holds = *parseHolds("f=1,i=0,f[2]@3=0"); });
    HoldMenu* asked = openMenu("f");
    QVERIFY(asked->releaseAction());
    QCOMPARE(asked->releaseAction()->text(), QString("Release f"));
    choose(asked->releaseAction());
    QCOMPARE(held(), std::string("i=0"));
    QVERIFY(document().undoStack().undoText().contains("Release the forget gate"));
}

void HoldMenuTest::layersAndDirectionsAreToldApart() {
    change([](Setup& setup) {
        setup.layers = 2;
        setup.bidirectional = true;
    });
    window_->playhead().setLayer(1);
    window_->playhead().setReverse(true);
    window_->playhead().setStep(10);
    QCoreApplication::processEvents();
    const int time = int(document().snapshot()->steps()) - 10;  // from 1
    HoldMenu* asked = openMenu("f");
    choose(asked->fromHere());
    choose(asked->holdAt(1));
    QCOMPARE(held(), QString("f_l1_reverse@1-%1=1").arg(time).toStdString());
    const auto& shape = document().snapshot()->shape();
    for (std::size_t trace = 0; trace < shape.traces(); ++trace)
        QCOMPARE(document().snapshot()->record.traces[trace].value(number("f"), 0, 0) == 1,
                 trace == shape.trace(1, true));
    change([](Setup& setup) { setup.holds = *parseHolds("f=1,f_l0=0"); });
    asked = openMenu("f");
    QCOMPARE(asked->releaseAction()->text(), QString("Release f, in all layers"));
    choose(asked->releaseAction());
    QCOMPARE(held(), std::string("f_l0=0"));
    QVERIFY(!openMenu("f")->releaseAction());
}

void HoldMenuTest::theKeyAsksForWhatIsMeant() {
    const auto titleOf = [](QMenu* menu) { return menu ? menu->accessibleName() : QString(); };
    // Pointed at, wherever that is.
    window_->playhead().setQuantity(number("o"));
    QTest::keyClick(window_.get(), Qt::Key_H);
    QTRY_COMPARE(titleOf(menu()), QString("Hold the output gate"));
    menu()->close();
    window_->playhead().setQuantity({});
    // Just computed.
    Position part = window_->playhead().position();
    part.part = 3;  // the candidate's sum
    window_->playhead().moveTo(part);
    QTest::keyClick(window_.get(), Qt::Key_H);
    QTRY_COMPARE(titleOf(menu()), QString("Hold the candidate"));
    menu()->close();
    // Neither: asks which, from behind another card as well.
    part.part = 0;
    window_->playhead().moveTo(part);
    window_->card("unrolled")->raise();
    QTRY_VERIFY(!cell()->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_H);
    QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    auto* all = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QCOMPARE(all->actions().size(), 6);
    QVERIFY(cell()->isVisible());
    QTest::keyClick(all, Qt::Key_Down);
    QTest::keyClick(all, Qt::Key_Return);
    QTRY_COMPARE(titleOf(menu()), QString("Hold the forget gate"));
    QTest::keyClick(menu(), Qt::Key_Return);  // at 1
    QVERIFY(document().settle());
    QCOMPARE(held(), std::string("f=1"));
}

void HoldMenuTest::stripsStillChooseUnits() {
    const auto node = std::size_t(cell()->layoutShown().nodeOf(now(number("f"))));
    QTRY_VERIFY(!cell()->scene().strip(node).isEmpty());
    const QRectF strip = cell()->scene().strip(node);
    const double unit = strip.width() / double(document().snapshot()->shape().hidden);
    QTest::mouseClick(cell(), Qt::LeftButton, {},
                      QPointF(strip.left() + 5.5 * unit, strip.center().y()).toPoint());
    QVERIFY(!menu());
    QCOMPARE(window_->playhead().unit(), 5);
}

void HoldMenuTest::theHintGivesWay() {
    OnScreen<CellPanel> panel({900, 400}, pass({{"cell", "lstm"}}));
    QCOMPARE(panel.hint(), QString("click a gate to hold it"));
    const auto* label = panel.headerTool()->findChild<QLabel*>();
    QVERIFY(!label->isHidden());
    panel.resize(400, 300);
    QVERIFY(label->isHidden());
    panel.resize(700, 300);
    QVERIFY(!label->isHidden());
    panel.setSnapshot(pass({{"cell", "rnn"}}));
    QCOMPARE(panel.hint(), QString("click a state to hold it"));
}

void HoldMenuTest::screenshots() {
    change([](Setup& setup) { setup.holds = *parseHolds("f=1,f[2]@3=0"); });
    for (const char* theme : {"light", "dark", "projector"}) {
        window_->setTheme(theme);
        QCoreApplication::processEvents();
        HoldMenu* asked = openMenu("f");
        QVERIFY(asked);
        QImage all = window_->grab().toImage();
        QPainter painter(&all);
        painter.drawPixmap(window_->mapFromGlobal(asked->pos()), asked->grab());
        painter.end();
        QVERIFY(all.save(QString("%1/hold-menu-%2.png").arg(RNNSCOPE_SCREENSHOTS, theme)));
        asked->close();
    }
}

QTEST_MAIN(HoldMenuTest)
#include "hold_menu_test.moc"
