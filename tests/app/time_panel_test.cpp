// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_panel.h"

#include <QAbstractButton>
#include <ctime>

#include "app/panels/time_paint.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "tests/app/time_fixture.h"

using namespace rnnscope;

class TimePanelTest : public QObject {
    Q_OBJECT

  private slots:
    void linesUpToEight();
    void dataIsWhatIsShown();
    void lastStepReadOut();
    void extremesAreDrawn_data();
    void extremesAreDrawn();
    void cardFillsItsHeight();
    void timesStandUnderEachOther();
    void hidingAPanelGivesItsRoom();
    void clickAsksForStepAndUnit();
    void hoverTellsTheNumber();
    void wheelZoomsAboutThePointer();
    void rangeFollowsThePlayhead();
    void gradientNeedsATarget();
    void layersCanBeChosen();
    void curtainFadesTheFuture();
    void movingIsNoReplot();
    void overflowIsMarked();
    void speed();
};

void TimePanelTest::linesUpToEight() {
    const auto graphs = [](int hidden, TimeDisplay display) {
        TimePanel panel(Theme::light(), TimeContent::Hidden);
        panel.setDisplay(display);
        panel.setSnapshot(pass(sized("rnn", hidden, 6)));
        auto* plot = panel.findChild<QCustomPlot*>();
        int lines = 0;
        for (int k = 0; k < plot->plottableCount(); ++k)
            if (auto* line = dynamic_cast<FastGraph*>(plot->plottable(k)))
                lines += !line->data()->isEmpty();  // of before, there are none
        return lines;
    };
    QCOMPARE(graphs(8, TimeDisplay::Automatic), 8);
    QCOMPARE(graphs(9, TimeDisplay::Automatic), 0);
    QCOMPARE(graphs(8, TimeDisplay::Heatmap), 0);
    QCOMPARE(graphs(9, TimeDisplay::Lines), 9);
    QCOMPARE(graphs(100, TimeDisplay::Lines), mostForcedLines);
}

void TimePanelTest::dataIsWhatIsShown() {
    const auto snapshot = pass(sized("lstm", 2, 7));
    TimePanel panel(Theme::light(), TimeContent::Gates);
    panel.setSnapshot(snapshot);
    DataTable table = panel.data();
    QCOMPARE(table.names.join(' '), "t f_1 f_2 i_1 i_2 g_1 g_2 o_1 o_2");
    QCOMPARE(table.columns[0].front(), 1.0);
    const std::size_t f = *snapshot->shape().cell->find("f");
    QCOMPARE(table.columns[2][4], snapshot->record.traces[0].value(f, 1, 4));
    panel.setGradients(true);
    table = panel.data();
    QCOMPARE(table.names[2], "grad_f_2");
    QCOMPARE(table.columns[2][4], snapshot->backward->gradients.traces[0].value(f, 1, 4));
}

void TimePanelTest::lastStepReadOut() {
    const auto snapshot = pass({{"task", "adding"}, {"length", "20"}});
    QCOMPARE(snapshot->record.output.cols(), 1);
    TimePanel panel(Theme::light(), TimeContent::Inputs);
    panel.setSnapshot(snapshot);
    const DataTable table = panel.data();
    const auto column = std::size_t(table.names.indexOf("output_1"));
    QVERIFY(std::isnan(table.columns[column][18]));
    QCOMPARE(table.columns[column][19], snapshot->record.output(0, 0));
    QVERIFY(ink(figure(panel), 0, 700) > 0);
}

void TimePanelTest::extremesAreDrawn_data() {
    QTest::addColumn<int>("hidden");
    QTest::addColumn<int>("length");
    QTest::newRow("one step") << 3 << 1;
    QTest::newRow("one of all") << 1 << 1;
    QTest::newRow("one unit") << 1 << 30;
    QTest::newRow("many units") << 256 << 5;
    QTest::newRow("many steps") << 2 << 30000;
}

void TimePanelTest::extremesAreDrawn() {
    QFETCH(int, hidden);
    QFETCH(int, length);
    const auto snapshot = pass(sized("lstm", hidden, length));
    for (const auto display : {TimeDisplay::Lines, TimeDisplay::Heatmap})
        for (const bool gradients : {false, true}) {
            TimePanel panel(Theme::dark(), TimeContent::Hidden);
            panel.setDisplay(display);
            panel.setGradients(gradients);
            panel.setSnapshot(snapshot);
            panel.setView(at(Phase::Clip, 0));
            const QImage with = figure(panel, {420, 90});
            if (display == TimeDisplay::Lines) {
                const QColor line = Theme::dark().unitShade(u"h", 0, hidden);
                QVERIFY(pixelsOf(with, line) > 0);
                continue;
            }
            // Taking the data away must change the picture.
            panel.findChild<QCustomPlot*>()->plottable(0)->setVisible(false);
            QVERIFY(differences(with, figure(panel, {420, 90}), 0, 420) > 1000);
        }
}

void TimePanelTest::cardFillsItsHeight() {
    for (const char* cell : {"lstm", "gru", "rnn"})
        for (const int height : {300, 481, 700}) {
            Shown shown(pass(sized(cell, 4, 20)), {640, height});
            int bottom = 0;
            for (const auto content : {TimeContent::Inputs, TimeContent::Gates,
                                       TimeContent::CellState, TimeContent::Hidden}) {
                const TimePanel& panel = shown[content];
                if (panel.isHidden())
                    continue;
                QCOMPARE(panel.geometry().top(), bottom);
                bottom = panel.geometry().bottom() + 1;
            }
            QCOMPARE(bottom, height);
            QCOMPARE(shown[TimeContent::CellState].isHidden(), std::string(cell) != "lstm");
            const double gate = shown[TimeContent::Gates].stripRects()[0].height();
            const double hidden = shown[TimeContent::Hidden].stripRects()[0].height();
            QVERIFY(std::abs(gate - hidden) <= 2);
        }
}

void TimePanelTest::timesStandUnderEachOther() {
    Shown shown(pass(sized("lstm", 12, 40)));
    for (const int step : {0, 17, 39})
        for (const auto content : {TimeContent::Gates, TimeContent::CellState, TimeContent::Hidden})
            QCOMPARE(shown[content].xOf(step), shown[TimeContent::Inputs].xOf(step));
}

void TimePanelTest::hidingAPanelGivesItsRoom() {
    Shown shown(pass(sized("lstm", 4, 20)));
    shown[TimeContent::Hidden].hide();
    QCOMPARE(shown[TimeContent::CellState].geometry().bottom() + 1, shown.card.height());
    shown[TimeContent::Hidden].show();
    QCOMPARE(shown[TimeContent::Hidden].geometry().bottom() + 1, shown.card.height());
    // A wish outlives a cell that has no such state.
    shown[TimeContent::CellState].hide();
    shown.card.setSnapshot(pass(sized("gru", 4, 20)));
    shown.card.setSnapshot(pass(sized("lstm", 4, 20)));
    QVERIFY(shown[TimeContent::CellState].isHidden());
    shown[TimeContent::CellState].show();
    QVERIFY(!shown[TimeContent::CellState].isHidden());
}

void TimePanelTest::clickAsksForStepAndUnit() {
    Shown shown(pass(sized("lstm", 10, 40)));
    QSignalSpy steps(&shown.card, &TimeCard::stepRequested);
    QSignalSpy units(&shown.card, &TimeCard::unitRequested);
    TimePanel& gates = shown[TimeContent::Gates];
    QTest::mousePress(&gates, Qt::LeftButton, {}, shown.pointAt(TimeContent::Gates, 17, 1, 0.75));
    QCOMPARE(steps.last()[0].toInt(), 17);
    QCOMPARE(units.last()[0].toInt(), 7);
    QMouseEvent drag(QEvent::MouseMove, shown.pointAt(TimeContent::Gates, 30), QPointF(),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&gates, &drag);
    QCOMPARE(steps.last()[0].toInt(), 30);
    QCOMPARE(units.count(), 1);
    QTest::mouseRelease(&gates, Qt::LeftButton, {}, {5, 5});
    const auto before = steps.count();
    QTest::mouseClick(&gates, Qt::LeftButton, {}, {5, 30});  // on the labels
    QCOMPARE(steps.count(), before);
}

void TimePanelTest::hoverTellsTheNumber() {
    const auto snapshot = pass(sized("lstm", 10, 40));
    Shown shown(snapshot);
    const QString text =
        shown[TimeContent::Gates].hoverText(shown.pointAt(TimeContent::Gates, 17, 0, 0.55));
    const std::size_t f = *snapshot->shape().cell->find("f");
    const double value = snapshot->record.traces[0].value(f, 5, 17);
    QVERIFY(text.contains("unit 6") && text.contains("t = 18"));
    QVERIFY(text.contains(shortNumber(value)) && text.contains(fullNumber(value)));
    QVERIFY(shown[TimeContent::Gates].hoverText({3, 3}).isEmpty());
}

void TimePanelTest::wheelZoomsAboutThePointer() {
    Shown shown(pass(sized("lstm", 4, 100)));
    QSignalSpy changes(&shown.card, &TimeCard::timeRangeChanged);
    TimePanel& gates = shown[TimeContent::Gates];
    const QPoint where = shown.pointAt(TimeContent::Gates, 60);
    turnWheel(gates, where, 3, Qt::ControlModifier);
    QVERIFY(changes.count() > 0);
    for (const auto content : {TimeContent::Inputs, TimeContent::Gates, TimeContent::Hidden}) {
        QCOMPARE(shown[content].timeRange(), shown.card.timeRange());
        QVERIFY(std::abs(shown[content].xOf(60) - where.x()) < 1.5);
    }
    const auto [lower, upper] = shown.card.timeRange();
    QVERIFY(upper - lower < 60);
    turnWheel(gates, where, -1, Qt::ShiftModifier);
    QVERIFY(shown.card.timeRange().first > lower);
    turnWheel(gates, where, 90, Qt::ControlModifier);
    QCOMPARE(shown.card.timeRange().second - shown.card.timeRange().first, 4.0);
    const auto narrow = shown.card.timeRange();
    turnWheel(gates, where, 1, {});
    QCOMPARE(shown.card.timeRange(), narrow);
    QTest::mouseDClick(&gates, Qt::LeftButton, {}, where);
    QCOMPARE(shown.card.timeRange(), std::pair(0.5, 100.5));
}

void TimePanelTest::rangeFollowsThePlayhead() {
    Shown shown(pass(sized("rnn", 4, 1000)));
    shown.card.setTimeRange(100.5, 150.5);
    for (int step = 120; step < 400; ++step) {
        shown.card.setView(at(Phase::Forward, step));
        const auto [lower, upper] = shown.card.timeRange();
        QVERIFY(step + 1 >= lower && step + 1 <= upper);
        QCOMPARE(upper - lower, 50.0);
    }
    shown.card.setView(at(Phase::Backward, 2));
    QCOMPARE(shown.card.timeRange().first, 0.5);
    // Another length has no use for the old range.
    shown.card.setSnapshot(pass(sized("rnn", 4, 30)));
    QCOMPARE(shown.card.timeRange(), std::pair(0.5, 30.5));
}

void TimePanelTest::gradientNeedsATarget() {
    Options options = sized("lstm", 4, 20);
    Shown shown(pass(options));
    const auto buttons = shown.card.headerTool()->findChildren<QAbstractButton*>();
    const auto found = std::find_if(buttons.begin(), buttons.end(),
                                    [](auto* button) { return button->text() == "∂L/∂"; });
    QVERIFY(found != buttons.end());
    QVERIFY((*found)->isEnabled());
    (*found)->click();
    QVERIFY(shown[TimeContent::Hidden].showsGradients());
    options.push_back({"target", "none"});
    shown.card.setSnapshot(pass(options));
    QVERIFY(!shown[TimeContent::Hidden].showsGradients());
    QVERIFY(!(*found)->isEnabled() && !(*found)->isChecked());
    QVERIFY((*found)->toolTip().contains("target"));
}

void TimePanelTest::layersCanBeChosen() {
    Options options = sized("rnn", 4, 20);
    options.push_back({"bidirectional", "1"});
    options.push_back({"layers", "2"});
    Shown shown(pass(options));
    QSignalSpy layers(&shown.card, &TimeCard::layerRequested);
    QSignalSpy reverses(&shown.card, &TimeCard::reverseRequested);
    for (auto* button : shown.card.headerTool()->findChildren<QAbstractButton*>())
        if (button->text() == "2 ←")
            button->click();
    QCOMPARE(layers.count(), 1);
    QCOMPARE(layers[0][0].toInt(), 1);
    QVERIFY(reverses[0][0].toBool());
}

void TimePanelTest::curtainFadesTheFuture() {
    const auto snapshot = pass(sized("lstm", 12, 40));
    TimePanel panel(Theme::light(), TimeContent::Hidden);
    panel.setSnapshot(snapshot);
    panel.setView(at(Phase::Update, 0));
    const QImage all = figure(panel);
    panel.setView(at(Phase::Forward, 19));
    const QImage half = figure(panel);
    QVERIFY(ink(half, 450, 600) < 0.5 * ink(all, 450, 600));
    QCOMPARE(differences(half, all, 230, 330), 0);
    panel.setGradients(true);
    panel.setView(at(Phase::Backward, 19));
    const QImage backward = figure(panel);
    panel.setView(at(Phase::Update, 0));
    const QImage gradients = figure(panel);
    QVERIFY(ink(backward, 230, 330) < 0.5 * ink(gradients, 230, 330));
    QCOMPARE(differences(backward, gradients, 450, 600), 0);
}

void TimePanelTest::movingIsNoReplot() {
    Shown shown(pass(sized("lstm", 12, 40)));
    int replots = 0;
    for (auto* plot : shown.card.findChildren<QCustomPlot*>())
        connect(plot, &QCustomPlot::beforeReplot, this, [&replots] { ++replots; });
    const QImage before = shown.card.grab().toImage();
    replots = 0;
    shown.card.setView(at(Phase::Forward, 25));
    QCoreApplication::processEvents();
    QCOMPARE(replots, 0);
    QVERIFY(shown.card.grab().toImage() != before);
}

void TimePanelTest::overflowIsMarked() {
    Options options = sized("rnn-relu", 8, 80);
    options.push_back({"spectral-radius", "1e9"});
    const auto snapshot = pass(options);
    QVERIFY(snapshot->overflow);
    TimePanel panel(Theme::light(), TimeContent::Hidden);
    panel.setSnapshot(snapshot);
    panel.setView(at(Phase::Update, 0));
    const QImage image = figure(panel);
    const QColor red = Theme::light().danger;
    int reds = 0, first = image.width();
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (image.pixelColor(x, y) == red) {
                ++reds;
                first = std::min(first, x);
            }
    QVERIFY(reds > 150);  // the tick and its words
    // Step s has key s + 1 between the margins.
    const double part = (double(snapshot->overflow->time) + 0.5) / 80;
    const TimeMargins margins = TimeMargins::of(image.width(), Theme::light());
    const double left = 8 + margins.left;
    QVERIFY(std::abs(first - (left + part * (image.width() - left - margins.right))) < 4);
}

void TimePanelTest::speed() {
    // Of the processor, so that what else the machine does hardly counts.
    const auto milliseconds = [](std::clock_t start) {
        return 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC;
    };
    const auto measure = [&](const char* name, int hidden, int length, double limit) {
        Options options = sized("lstm", hidden, length);
        const auto one = pass(options);
        options.push_back({"seed", "2"});
        const auto two = pass(options);
        Shown shown(one);
        QImage image(shown.card.size(), QImage::Format_RGB32);
        std::vector<double> full, move;
        for (int k = 0; k < 7; ++k) {
            const std::clock_t start = std::clock();
            shown.card.setSnapshot(k % 2 == 0 ? two : one);
            for (auto* plot : shown.card.findChildren<QCustomPlot*>())
                plot->replot(QCustomPlot::rpImmediateRefresh);
            shown.card.render(&image);
            full.push_back(milliseconds(start));
            QCoreApplication::processEvents();
        }
        for (int k = 0; k < 20; ++k) {
            const std::clock_t start = std::clock();
            shown.card.setView(at(Phase::Forward, k));
            QCoreApplication::processEvents();
            move.push_back(milliseconds(start));
        }
        qInfo("%s: redraw %.1f ms, cursor %.2f ms", name, median(full), median(move));
        // Ten times the aim: machines differ, and sanitizers slow all down.
        QVERIFY(median(full) < limit);
        QVERIFY(median(move) < 20);
    };
    measure("H 16, T 200", 16, 200, 120);
    measure("H 8, T 200, lines", 8, 200, 400);
    measure("H 16, T 100,000", 16, 100000, 1000);
}

QTEST_MAIN(TimePanelTest)
#include "time_panel_test.moc"
