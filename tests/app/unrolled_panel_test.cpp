// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unrolled_panel.h"

#include <QLabel>
#include <QWheelEvent>

#include "app/panels/unrolled_words.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

class UnrolledPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void wordsAreTheSnapshots();
    void wordsOfATextAreCharacters();
    void lastStepAlone();
    void clicksAskForSteps();
    void clickInAnotherLayer();
    void dragScrubs();
    void wheelSteps();
    void tipTellsAll();
    void hintFollowsThePhase();
    void notPlayedIsEmpty();
    void gradientGrowsFromTheEnd();
    void oddSetupsPaint_data();
    void oddSetupsPaint();
    void figureHoldsTheWords();
    void tableIsComplete();
};

namespace {

const SharedSnapshot& sine() {
    static const SharedSnapshot snapshot = pass({{"cell", "lstm"}});
    return snapshot;
}

View viewOf(Phase phase, int step, int layer = 0, bool reverse = false) {
    return {{0, phase, step}, layer, reverse, 2};
}

/// A panel that is never shown, as for figures.
struct Unshown {
    Unshown(const SharedSnapshot& snapshot, const View& view, const QSize& size = {1050, 190},
            const Theme& theme = Theme::light())
        : panel(theme) {
        panel.resize(size);
        panel.setSnapshot(snapshot);
        panel.setView(view);
    }
    QImage image() {
        QImage image(panel.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        panel.render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    }
    QPoint middle(int step, int layer = 0) {
        return panel.layoutNow().cell(step, layer).center().toPoint();
    }
    UnrolledPanel panel;
};

/// How many pixels of a part of an image are not white.
int inked(const QImage& image, const QRectF& part) {
    int count = 0;
    const QRect pixels = part.toRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += image.pixel(x, y) != 0xFFFFFFFF;
    return count;
}

}  // namespace

// ---- words ---------------------------------------------------------------------------------

void UnrolledPanelTest::wordsAreTheSnapshots() {
    const Snapshot& s = *sine();
    for (const int step : {0, 19, 49}) {
        QCOMPARE(inputWords(*s.problem, step).front(),
                 "x = " + signedNumber(s.problem->input(0, step)));
        QCOMPARE(outputWords(s, step).front(), "ŷ = " + signedNumber(s.record.output(0, step)));
        QCOMPARE(targetWords(s, step).front(),
                 "y = " + signedNumber((*s.problem->target)(0, step)));
        QCOMPARE(lossWords(s, step).front(), "Lₜ = " + shortNumber(s.backward->loss.perStep[step]));
    }
    Problem gap = *s.problem;
    gap.input(0, 3) = notANumber;
    QCOMPARE(inputWords(gap, 3).front(), QString("x = NaN"));
    gap.input = Eigen::MatrixXd{{0.3, 0.4}, {1.0, 0.0}, {0.25, 0.5}, {2.0, 3.0}};
    QCOMPARE(inputWords(gap, 0).front(), QString("x = (0.300, 1.00, 0.250, …)"));
    QCOMPARE(inputWords(gap, 0).back(), QString("(0.300, …)"));
}

void UnrolledPanelTest::wordsOfATextAreCharacters() {
    QTemporaryDir folder;
    QFile file(folder.filePath("letters.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abcabcab");
    file.close();
    const auto s = pass({{"input", file.fileName().toStdString()}, {"loss", "cross-entropy"}});
    QCOMPARE(inputWords(*s->problem, 1).front(), QString("x = ‘b’"));
    QCOMPARE(targetWords(*s, 1).front(), QString("y = ‘c’"));
    Index likeliest = 0;
    s->record.output.col(1).maxCoeff(&likeliest);
    QCOMPARE(outputWords(*s, 1).front(), QString("ŷ = ‘%1’").arg(QChar(int('a' + likeliest))));
}

void UnrolledPanelTest::lastStepAlone() {
    const auto s = pass({{"task", "adding"}, {"target", "task"}, {"readout", "last-step"}});
    const int last = static_cast<int>(s->steps()) - 1;
    QVERIFY(outputWords(*s, last - 1).isEmpty() && lossWords(*s, 0).isEmpty());
    QCOMPARE(outputWords(*s, last).front(), "ŷ = " + signedNumber(s->record.output(0, 0)));
    QCOMPARE(targetWords(*s, last).front(), "y = " + signedNumber((*s->problem->target)(0, 0)));
}

// ---- mouse ---------------------------------------------------------------------------------

void UnrolledPanelTest::clicksAskForSteps() {
    Unshown u(sine(), viewOf(Phase::Backward, 19));
    QSignalSpy steps(&u.panel, &Panel::stepRequested);
    for (const int step : {15, 18, 23}) {
        QTest::mouseClick(&u.panel, Qt::LeftButton, {}, u.middle(step));
        QCOMPARE(steps.takeLast().front().toInt(), step);
    }
    QTest::mouseClick(&u.panel, Qt::LeftButton, {}, {2, 2});
    QTest::mouseClick(&u.panel, Qt::RightButton, {}, u.middle(18));
    QCOMPARE(steps.size(), 0);
}

void UnrolledPanelTest::clickInAnotherLayer() {
    const auto s = pass({{"layers", "3"}});
    Unshown u(s, viewOf(Phase::Forward, 19, 1));
    QSignalSpy layers(&u.panel, &UnrolledPanel::layerRequested);
    QTest::mouseClick(&u.panel, Qt::LeftButton, {}, u.middle(20, 1));
    QCOMPARE(layers.size(), 0);
    QTest::mouseClick(&u.panel, Qt::LeftButton, {}, u.middle(20, 2));
    QTest::mouseClick(&u.panel, Qt::LeftButton, {}, u.middle(20, 0));
    QCOMPARE(layers.size(), 2);
    QCOMPARE(layers[0].front().toInt(), 2);
    QCOMPARE(layers[1].front().toInt(), 0);
}

void UnrolledPanelTest::dragScrubs() {
    Unshown u(sine(), viewOf(Phase::Forward, 19));
    QSignalSpy steps(&u.panel, &Panel::stepRequested);
    const QPoint from = u.middle(19);
    QTest::mousePress(&u.panel, Qt::LeftButton, {}, from);
    QTest::mouseMove(&u.panel, from + QPoint(60, 0));
    const int there = scrubbedStep(u.panel.layoutNow(), 19, 60);
    QVERIFY(there > 19);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.takeFirst().front().toInt(), there);
    QTest::mouseMove(&u.panel, from - QPoint(4000, 0));
    QCOMPARE(steps.takeFirst().front().toInt(), 0);
    QTest::mouseRelease(&u.panel, Qt::LeftButton, {}, from + QPoint(100, 0));
    QCOMPARE(steps.size(), 0);
}

void UnrolledPanelTest::wheelSteps() {
    Unshown u(sine(), viewOf(Phase::Forward, 0));
    QSignalSpy steps(&u.panel, &Panel::stepRequested);
    const auto turn = [&u](int angle) {
        const QPointF middle(u.panel.rect().center());
        QWheelEvent event(middle, middle, {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&u.panel, &event);
    };
    turn(-120);  // already at the first step
    QCOMPARE(steps.size(), 0);
    turn(60);
    turn(60);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.takeFirst().front().toInt(), 1);
}

void UnrolledPanelTest::tipTellsAll() {
    Unshown u(sine(), viewOf(Phase::Backward, 19));
    const QString tip = u.panel.tipAt(u.middle(21));
    const Snapshot& s = *sine();
    const std::size_t hidden = s.shape().cell->hiddenState();
    for (const double value :
         {s.record.traces[0].value(hidden, 2, 21), s.record.traces[0].norms(hidden)[21],
          s.backward->gradients.traces[0].norms(hidden)[21], s.problem->input(0, 21),
          s.record.output(0, 21), (*s.problem->target)(0, 21)}) {
        QVERIFY2(tip.contains(shortNumber(value)), qPrintable(tip));
        QVERIFY2(tip.contains(fullNumber(value)), qPrintable(tip));
    }
    QVERIFY(tip.startsWith("t = 22 of 50"));
    QVERIFY(u.panel.tipAt({1, 1}).isEmpty());
}

// ---- pictures ------------------------------------------------------------------------------

void UnrolledPanelTest::hintFollowsThePhase() {
    Unshown u(sine(), viewOf(Phase::Forward, 3));
    const std::unique_ptr<QWidget> tool(u.panel.headerTool());
    const auto* label = qobject_cast<QLabel*>(tool.get());
    QVERIFY(label && label->text().contains("width ∝ log ‖∂L/∂h‖"));
    QVERIFY(label->text().contains("forward → ← gradient"));
    u.panel.setView(viewOf(Phase::Clip, 0));
    QVERIFY(label->text().contains("gradient complete"));
    u.panel.setSnapshot(pass({{"target", "none"}}));
    QVERIFY(!label->text().contains("gradient"));
}

void UnrolledPanelTest::notPlayedIsEmpty() {
    Unshown u(sine(), viewOf(Phase::Forward, 19));
    const QImage forward = u.image();
    const UnrolledLayout layout = u.panel.layoutNow();
    const auto inside = [&](int step) { return layout.cell(step, 0).adjusted(6, 6, -6, -6); };
    QVERIFY(inked(forward, inside(17)) > 50);
    QCOMPARE(inked(forward, inside(20)), 0);
    u.panel.setView(viewOf(Phase::Backward, 19));
    QVERIFY(inked(u.image(), inside(20)) > 50);
}

void UnrolledPanelTest::gradientGrowsFromTheEnd() {
    const auto below = [](const UnrolledLayout& layout, int step) {
        QRectF gap = layout.gapAfter(step, 0);
        gap.setTop(gap.top() + 0.5 * gap.height());
        return gap.adjusted(2, 0, -2, 0);
    };
    Unshown u(sine(), viewOf(Phase::Forward, 19));
    const UnrolledLayout layout = u.panel.layoutNow();
    QCOMPARE(inked(u.image(), below(layout, 19)), 0);
    u.panel.setView(viewOf(Phase::Backward, 19));
    const QImage backward = u.image();
    QVERIFY(inked(backward, below(layout, 21)) > 60);
    QVERIFY(inked(backward, below(layout, 19)) > inked(backward, below(layout, 21)));
    QVERIFY(inked(backward, below(layout, 17)) < 30);
}

void UnrolledPanelTest::oddSetupsPaint_data() {
    QTest::addColumn<Options>("options");
    QTest::addColumn<bool>("nan");
    QTest::newRow("one step, one unit") << Options{{"length", "1"}, {"hidden", "1"}} << false;
    QTest::newRow("no target") << Options{{"target", "none"}} << false;
    QTest::newRow("many units") << Options{{"hidden", "256"}, {"cell", "gru"}} << false;
    QTest::newRow("overflow") << Options{{"nonlinearity", "relu"}, {"spectral-radius", "1e40"}}
                              << true;
    QTest::newRow("deep, both ways")
        << Options{{"layers", "6"}, {"bidirectional", ""}, {"cell", "lstm"}} << false;
    QTest::newRow("long") << Options{{"length", "100000"}, {"hidden", "2"}} << false;
}

void UnrolledPanelTest::oddSetupsPaint() {
    QFETCH(Options, options);
    QFETCH(bool, nan);
    const auto s = pass(options);
    const int last = static_cast<int>(s->steps()) - 1;
    for (const Theme* theme : everyTheme)
        for (const QSize size : {QSize(300, 120), QSize(1050, 190), QSize(1600, 260)})
            for (const int step : {0, last / 2, last, last + 1000})
                for (const bool reverse : {false, true}) {
                    Unshown u(s, viewOf(Phase::Backward, step, 3, reverse), size, *theme);
                    QVERIFY(inked(u.image(), QRectF({}, QSizeF(size))) > 300);
                }
    if (nan) {
        Unshown u(s, viewOf(Phase::Backward, last));
        const UnrolledLayout layout = u.panel.layoutNow();
        const QPointF corner = layout.cell(last - 1, 0).topLeft() + QPointF(12, 12);
        QCOMPARE(u.image().pixelColor(corner.toPoint()), Theme::light().chipDanger.ground);
        QVERIFY(u.panel.tipAt(layout.cell(last, 0).center()).contains("NaN"));
    }
}

void UnrolledPanelTest::figureHoldsTheWords() {
    Unshown u(sine(), viewOf(Phase::Backward, 46));
    const QString svg = svgOf(u.panel);
    const Snapshot& s = *sine();
    for (const QString& word :
         {QString("t = 47"), QString("t = 50"), inputWords(*s.problem, 46).front(),
          outputWords(s, 46).front(), targetWords(s, 49).front(),
          "L = " + shortNumber(s.backward->loss.loss), QString("full bar |h| = ")})
        QVERIFY2(svg.contains(word), qPrintable(word));
    QVERIFY(!svg.contains("<image"));
}

void UnrolledPanelTest::tableIsComplete() {
    Unshown u(sine(), viewOf(Phase::Forward, 19));
    const DataTable table = u.panel.data();
    QCOMPARE(table.names.size(), qsizetype(table.columns.size()));
    for (const auto& column : table.columns)
        QCOMPARE(column.size(), std::size_t(50));
    const std::size_t hidden = sine()->shape().cell->hiddenState();
    QCOMPARE(columnOf(table, "‖∂L/∂h‖")[30],
             sine()->backward->gradients.traces[0].norms(hidden)[30]);
    QCOMPARE(table.columns[0].front(), 1.0);
}

QTEST_MAIN(UnrolledPanelTest)
#include "unrolled_panel_test.moc"
