// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QSignalSpy>
#include <QToolTip>
#include <cmath>

#include "app/panels/gradient_panel.h"
#include "app/panels/time_card.h"
#include "app/plot/number.h"
#include "tests/app/flow_fixture.h"

using namespace rnnscope;

class FlowPointerTest : public QObject {
    Q_OBJECT

  private slots:
    void hoverTellsAndSaysWhere();
    void clickAsksForTheSpan();
    void keysLeaveAndTakeASpan();
    void stripTellsOfTheSpanOnly();
    void latestClickWins();
    void directionOfTheSpanIsTheTraces();
    void lstmHasTwoStates();
    void pinKeepsAMatrixBeside();
    void pairIsMarkedOverTime();
};

void FlowPointerTest::hoverTellsAndSaysWhere() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}});
    Shown shown(snapshot);
    QSignalSpy pointed(&shown.panel, &Panel::pairHovered);
    QSignalSpy steps(&shown.panel, &Panel::stepRequested);
    shown.point(36, 11);
    QCOMPARE(pointed.size(), 1);
    QVERIFY(pairOf(pointed.last()) == (StepPair{36, 11}));
    const double norm = (*shown.panel.analyses()->flow)[0].states[0](36, 11);
    const QString told = QToolTip::text();
    QVERIFY2(told.contains(QString::fromUtf8("‖∂L₃₇/∂h₁₂‖ = ") + shortNumber(norm)),
             qPrintable(told));
    QVERIFY(told.contains(fullNumber(norm)));
    QVERIFY(told.contains("25 steps between"));
    shown.point(36, 11);  // the same cell again
    QCOMPARE(pointed.size(), 1);
    shown.point(11, 36);  // nothing there
    QCOMPARE(pointed.size(), 2);
    QVERIFY(!pairOf(pointed.last()));
    shown.point(20, 20);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.panel, &leave);
    QVERIFY(!pairOf(pointed.last()));
    QCOMPARE(pointed.size(), 4);
    QCOMPARE(steps.size(), 0);
}

void FlowPointerTest::clickAsksForTheSpan() {
    Shown shown(pass({{"cell", "rnn"}}));
    QSignalSpy asked(&shown.panel, &Panel::spanRequested);
    QSignalSpy steps(&shown.panel, &Panel::stepRequested);
    const QImage before = shown.panel.image();
    shown.click(36, 11);
    QCOMPARE(asked.size(), 1);
    QVERIFY(spanOf(asked.last()) == (Span{0, 11, 36}));
    const QImage bracket = shown.panel.image();
    for (const QPoint& on : {shown.panel.pointOf(24, 11), shown.panel.pointOf(36, 24)})
        QVERIFY(difference(bracket.pixelColor(on), Theme::light().accent) < 100);
    shown.click(36, 11);  // again: no longer
    QVERIFY(!spanOf(asked.last()));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.panel, &leave);
    shown.panel.clearFocus();
    QVERIFY(before == shown.panel.image());
    shown.click(36, 11);
    shown.click(11, 36);  // where nothing is
    QCOMPARE(asked.size(), 4);
    QVERIFY(!spanOf(asked.last()));
    shown.click(20, 20);  // no step in between, and none chosen: nothing to tell
    QCOMPARE(asked.size(), 4);
    QCOMPARE(steps.size(), 0);
}

void FlowPointerTest::keysLeaveAndTakeASpan() {
    Shown shown(pass({{"cell", "rnn"}}), {520, 420}, at(Phase::Backward, 7));
    QSignalSpy asked(&shown.panel, &Panel::spanRequested);
    shown.click(36, 11);
    QTest::keyClick(&shown.panel, Qt::Key_Escape);
    QCOMPARE(asked.size(), 2);
    QVERIFY(!spanOf(asked.last()));
    QTest::keyClick(&shown.panel, Qt::Key_Escape);  // not ours any more
    QCOMPARE(asked.size(), 2);
    QTest::keyClick(&shown.panel, Qt::Key_Return);
    QVERIFY(spanOf(asked.last()) == (Span{0, 7, 49}));
    // The window may use Escape itself; with a span it comes here first.
    QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
    override.ignore();
    QCoreApplication::sendEvent(&shown.panel, &override);
    QVERIFY(override.isAccepted());
}

void FlowPointerTest::stripTellsOfTheSpanOnly() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}});
    Shown shown(snapshot);
    QVERIFY(shown.panel.stripText().startsWith("Each cell"));
    shown.click(36, 11);
    QVERIFY(shown.panel.stripText().contains(QString::fromUtf8("working it out")));
    const auto known = analysed(snapshot, Span{0, 11, 36});
    shown.panel.setAnalyses(known);
    QVERIFY(known->span);
    const QString text = shown.panel.stripText();
    QVERIFY2(text.startsWith(QString::fromUtf8("∂h₃₇/∂h₁₂ over 25 steps: ")), qPrintable(text));
    for (const double number : {known->span->hiddenNorm, known->span->singular[0],
                                known->span->radius, std::pow(known->span->hiddenNorm, 1 / 25.0)})
        QVERIFY2(text.contains(shortNumber(number)), qPrintable(text));
    const QString svg = svgOf(shown.panel, {900, 500});
    QVERIFY(svg.contains(">largest singular value"));
    // What belongs to another span is not told of this one.
    shown.click(30, 29);
    QVERIFY(shown.panel.stripText().startsWith(QString::fromUtf8("∂h₃₁/∂h₃₀ over one step")));
    QVERIFY(!shown.panel.stripText().contains(shortNumber(known->span->radius)));
}

void FlowPointerTest::latestClickWins() {
    const SharedSnapshot snapshot = pass({{"cell", "rnn"}});
    Shown shown(snapshot);
    shown.click(36, 11);
    shown.panel.setAnalyses(analysed(snapshot));  // was on its way before the click
    QVERIFY(shown.panel.span() == (Span{0, 11, 36}));
    shown.panel.setAnalyses(analysed(snapshot, Span{0, 11, 36}));
    QVERIFY(shown.panel.span() == (Span{0, 11, 36}));
    // Without a click, what was worked out tells.
    shown.panel.setAnalyses(analysed(snapshot, Span{0, 3, 9}));
    QVERIFY(shown.panel.span() == (Span{0, 3, 9}));
    shown.panel.setAnalyses(analysed(snapshot));
    QVERIFY(!shown.panel.span());
    // A span beyond a shorter sequence is not drawn.
    const SharedSnapshot shorter = pass({{"cell", "rnn"}, {"length", "8"}});
    auto odd = std::make_shared<Analyses>(*analysed(shorter));
    odd->request.span = Span{0, 3, 9};
    shown.panel.setSnapshot(shorter);
    shown.panel.setAnalyses(odd);
    QVERIFY(!shown.panel.span());
    QVERIFY(!shown.panel.grab().isNull());
}

void FlowPointerTest::directionOfTheSpanIsTheTraces() {
    const SharedSnapshot both = pass({{"cell", "gru"}, {"bidirectional", ""}, {"layers", "2"}});
    Shown shown(both, {520, 420}, at(Phase::Clip, 0, true, 1));
    QSignalSpy asked(&shown.panel, &Panel::spanRequested);
    shown.click(10, 30);
    QVERIFY(spanOf(asked.last()) == (Span{3, 30, 10}));
    // In the lower layer the forward direction has cells on both sides, but products on one.
    shown.panel.setView(at(Phase::Clip, 0, false, 0));
    QVERIFY(!shown.panel.span());
    asked.clear();
    shown.click(10, 30);
    QVERIFY(asked.isEmpty());
    shown.point(10, 30);
    QVERIFY(QToolTip::text().contains("other direction"));
    shown.click(30, 10);
    QVERIFY(spanOf(asked.last()) == (Span{0, 10, 30}));
}

void FlowPointerTest::lstmHasTwoStates() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}});
    Shown shown(snapshot);
    QWidget* tool = shown.panel.headerTool();
    QCOMPARE(shown.panel.headerTool(), tool);
    const auto button = [&](const QString& text) -> QPushButton* {
        for (auto* each : tool->findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    };
    QVERIFY(button("h") && button("c") && button("pin"));
    QVERIFY(button("h")->isChecked());
    QTest::mouseClick(button("c"), Qt::LeftButton);
    QVERIFY(button("c")->isChecked() && !button("h")->isChecked());
    const FlowMatrix& matrix = *shown.panel.shown().back();
    QCOMPARE(matrix.norm(30, 20), (*shown.panel.analyses()->flow)[0].states[1](30, 20));
    QVERIFY(shown.panel.hoverText(matrix, {30, 20}).contains(QString::fromUtf8("∂L₃₁/∂c₂₁")));
    QCOMPARE(shown.panel.data().names.back(), QString("norm_dL_dc"));
    // A cell with one state has no such switch, and shows that one.
    const SharedSnapshot plain = pass({{"cell", "gru"}});
    give(shown.panel, analysed(plain));
    QVERIFY(!button("c"));
    QCOMPARE(shown.panel.shown().back()->state, std::size_t(0));
}

void FlowPointerTest::pinKeepsAMatrixBeside() {
    const SharedSnapshot before = pass({{"cell", "lstm"}});
    const SharedSnapshot after = pass({{"cell", "lstm"}, {"lr", "1"}}, 30);
    Shown shown(before, {700, 400});
    auto* pin = shown.panel.headerTool()->findChildren<QPushButton*>().last();
    for (auto* each : shown.panel.headerTool()->findChildren<QPushButton*>())
        if (each->text() == "pin")
            pin = each;
    QTest::mouseClick(pin, Qt::LeftButton);
    QVERIFY(shown.panel.isPinned());
    give(shown.panel, analysed(after));
    QCOMPARE(shown.panel.shown().size(), std::size_t(2));
    QCOMPARE(shown.panel.shown()[0]->update, 0);
    QCOMPARE(shown.panel.shown()[1]->update, 30);
    const QString svg = svgOf(shown.panel, {860, 460});
    QVERIFY(svg.contains(QString::fromUtf8(">pinned: LSTM · update 0<")));
    QVERIFY(svg.contains(QString::fromUtf8(">LSTM · update 30<")));
    // A click on the pinned one asks nothing: there are no Jacobians of it any more.
    QSignalSpy asked(&shown.panel, &Panel::spanRequested);
    const QPoint there = shown.panel.pointOf(36, 11);
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {},
                      there - QPoint(shown.panel.pointOf(36, 49).x() - there.x(), 0));
    QVERIFY(asked.isEmpty());
    // The other cell has one state less; the pinned matrix stays.
    const SharedSnapshot plain = pass({{"cell", "rnn"}, {"length", "20"}});
    give(shown.panel, analysed(plain));
    QCOMPARE(shown.panel.shown()[0]->steps(), 50);
    QVERIFY(!shown.panel.grab().isNull());
    QTest::mouseClick(pin, Qt::LeftButton);
    QVERIFY(!shown.panel.isPinned());
    QCOMPARE(shown.panel.shown().size(), std::size_t(1));
    QVERIFY(!pin->isChecked());
}

void FlowPointerTest::pairIsMarkedOverTime() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}});
    OnScreen<GradientPanel> gradient({600, 300}, snapshot);
    TimeCard card(Theme::light());
    card.resize(700, 420);
    card.setSnapshot(snapshot);
    card.show();
    View view = at(Phase::Forward, 0);
    gradient.setView(view);
    card.setView(view);
    QCoreApplication::processEvents();
    const QImage plain = gradient.image();
    const QImage plainCard = card.grab().toImage();
    auto* plot = gradient.findChild<QCustomPlot*>();
    QSignalSpy replots(plot, &QCustomPlot::afterReplot);
    view.pair = StepPair{36, 11};
    gradient.setView(view);
    card.setView(view);
    const QImage marked = gradient.image();
    const QColor loss = Theme::light().quantityLine(u"gradient");
    const QColor state = Theme::light().quantityLine(u"h");
    QVERIFY(difference(marked.pixelColor(gradient.pointOf(36)), loss) < 150);
    QVERIFY(difference(marked.pixelColor(gradient.pointOf(11)), state) < 150);
    QVERIFY(differences(plain, marked, gradient.pointOf(12).x() + 40, gradient.pointOf(35).x()) >
            0);
    QCOMPARE(differences(plain, marked, gradient.pointOf(45).x(), 600), 0);
    // Down through all strips of the stack, named in the first alone.
    const QImage markedCard = card.grab().toImage();
    for (const TimeContent content :
         {TimeContent::Inputs, TimeContent::Gates, TimeContent::Hidden}) {
        TimePanel* panel = card.panel(content);
        const QRect strip = panel->geometry();
        QVERIFY(differences(plainCard.copy(strip), markedCard.copy(strip),
                            qRound(panel->xOf(36)) - 2, qRound(panel->xOf(36)) + 2) > 10);
    }
    QCOMPARE(replots.size(), 0);
    view.pair.reset();
    gradient.setView(view);
    QVERIFY(gradient.image() == plain);
    view.pair = StepPair{500, 3};  // of a longer sequence
    gradient.setView(view);
    QVERIFY(gradient.image() == plain);
}

QTEST_MAIN(FlowPointerTest)
#include "flow_pointer_test.moc"
