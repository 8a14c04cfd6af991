// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include <QtTest>
#include <cmath>
#include <limits>

#include "app/plot/axes.h"
#include "app/plot/colormap.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/plot/overlay.h"
#include "app/plot/plural.h"
#include "app/plot/style.h"
#include "app/plot/theme.h"

using namespace rnnscope;

namespace {

const double NaN = std::numeric_limits<double>::quiet_NaN();
const double Inf = std::numeric_limits<double>::infinity();
const QStringList quantities{"f", "i", "g", "n",     "o",      "c",      "h",
                             "r", "z", "a", "input", "output", "target", "gradient"};
const Theme* const themes[] = {&Theme::light(), &Theme::dark(), &Theme::projector()};

// A plot whose only axis rectangle fills it, without margins: pixels are easy to predict.
struct BarePlot {
    BarePlot(int width, int height, double keys) {
        plot.setBackground(QBrush(Qt::white));
        plot.axisRect()->setAutoMargins(QCP::msNone);
        plot.axisRect()->setMargins(QMargins(0, 0, 0, 0));
        plot.xAxis->setRange(-0.5, keys - 0.5);
        plot.xAxis->setVisible(false);
        plot.yAxis->setVisible(false);
        plot.resize(width, height);
    }
    QImage image() { return plot.toPixmap(plot.width(), plot.height()).toImage(); }
    QCustomPlot plot;
};

}  // namespace

class PlotTest : public QObject {
    Q_OBJECT

  private slots:
    void themesAreFoundById() {
        for (const Theme* theme : themes)
            QCOMPARE(Theme::find(theme->id), theme);
        QVERIFY(!Theme::find("Light"));
        QVERIFY(Theme::projector().font(13).pixelSize() > Theme::light().font(13).pixelSize());
    }

    // Two rectangles that share no room: the layout leaves edges beyond what an int can span.
    void anAxisRectangleWithoutRoomIsEmpty() {
        QCustomPlot plot;
        plot.plotLayout()->addElement(1, 0, new QCPAxisRect(&plot));
        plot.plotLayout()->setMargins({40, 40, 40, 40});
        for (const QSize& size : {QSize(20, 20), QSize(1, 400), QSize(400, 1)}) {
            plot.setViewport(QRect(QPoint(), size));
            settleLayout(plot);
            for (const QCPAxisRect* rect : plot.axisRects()) {
                const QRectF area = areaOf(*rect);
                QVERIFY(area.isEmpty() && area.width() >= 0 && area.height() >= 0);
            }
        }
        plot.setViewport(QRect(0, 0, 400, 400));
        settleLayout(plot);
        QCOMPARE(areaOf(*plot.axisRect(0)), QRectF(plot.axisRect(0)->rect()));
    }

    void contrastFollowsWcag() {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrast("#767676", Qt::white) - 4.54) < 0.01);
    }

    void everythingIsReadable() {
        for (const Theme* t : themes) {
            const auto atLeast = [&](const QColor& a, const QColor& b, double ratio,
                                     const QString& what) {
                QVERIFY2(contrast(a, b) >= ratio,
                         qPrintable(QString("%1 %2: %3").arg(t->id, what).arg(contrast(a, b))));
            };
            for (const QColor& behind : {t->card, t->ground, t->plotGround}) {
                atLeast(t->text, behind, 7, "text");
                atLeast(t->mutedText, behind, 4.5, "muted text");
                for (const QString& q : quantities)
                    atLeast(t->quantityText(q), behind, 4.5, q + " text");
            }
            for (const QString& q : quantities) {
                atLeast(t->quantityLine(q), t->card, 3, q + " line");
                atLeast(t->quantityLine(q), t->plotGround, 3, q + " line in a plot");
                if (t != &Theme::light())
                    atLeast(t->quantity(q), t->card, 3, q);
                for (int unit = 0; unit < 8; ++unit)
                    atLeast(t->unitShade(q, unit, 8), t->card, 3, q + " unit");
            }
            atLeast(t->accentText, t->accent, t->isDark ? 3 : 4.5, "on accent");
            atLeast(t->accentText, t->gradient, t->isDark ? 3 : 4.5, "on gradient");
            atLeast(t->danger, t->card, 4.5, "danger");
            for (const auto& chip : {t->chipCalm, t->chipGood, t->chipWarning, t->chipDanger})
                atLeast(chip.text, chip.ground, 4.5, "chip");
        }
    }

    void coloursOfQuantitiesDiffer() {
        QCOMPARE(Theme::light().quantity(u"f"), QColor("#D55E00"));
        QCOMPARE(Theme::light().quantity(u"grad_c"), QColor("#009E73"));
        QCOMPARE(Theme::light().quantity(u"g"), Theme::light().quantity(u"n"));
        QCOMPARE(Theme::dark().quantity(u"no such"), Theme::dark().text);
        QCOMPARE(Theme::light().quantityDash(u"output"), Qt::DashLine);
        for (const Theme* t : themes)
            for (const QString& a : quantities)
                for (const QString& b : quantities) {
                    if (a == b || (a + b) == "gn" || (a + b) == "ng")
                        continue;
                    const QColor x = t->quantity(a), y = t->quantity(b);
                    const int far = std::abs(x.red() - y.red()) + std::abs(x.green() - y.green()) +
                                    std::abs(x.blue() - y.blue());
                    QVERIFY2(far > 40, qPrintable(t->id + ' ' + a + ' ' + b));
                }
    }

    void styleSheetIsComplete() {
        for (const Theme* t : themes) {
            const QString sheet = t->styleSheet();
            QVERIFY(!sheet.contains('$'));
            QVERIFY(!sheet.contains(QRegularExpression(R"(\d+u\b)")));
            QCOMPARE(sheet.count('{'), sheet.count('}'));
        }
        QVERIFY(Theme::projector().styleSheet().contains("border-radius: 9px"));
        QTest::failOnWarning(QRegularExpression("stylesheet"));
        QPushButton button;
        button.setStyleSheet(Theme::dark().styleSheet());
        button.ensurePolished();
    }

    void oddValuesHaveColours() {
        const ColorScale gate = ColorScale::sequential();
        QCOMPARE(gate.color(-1e300), gate.at(0));
        QCOMPARE(gate.color(1e300), gate.at(1));
        QCOMPARE(gate.color(0.5), gate.at(0.5));
        const ColorScale cell = ColorScale::diverging(2);
        QCOMPARE(cell.color(0), qRgb(0xF7, 0xF7, 0xF7));
        QCOMPARE(cell.color(-0.0), cell.color(0));
        QCOMPARE(cell.color(-1e300), cell.at(0));
        QCOMPARE(ColorScale::diverging(0).color(0), cell.color(0));
        QCOMPARE(ColorScale::diverging(1.7e308).color(0), cell.color(0));
        const ColorScale size = ColorScale::logSize(-6, 0);
        QCOMPARE(size.color(1e-300), size.under());
        QCOMPARE(size.color(0), size.under());
        QCOMPARE(size.color(-1e-3), size.at(0.5));
        QCOMPARE(size.color(1), size.at(1));
        QCOMPARE(size.color(1e300), size.over());
        for (const ColorScale& scale : {gate, cell, size}) {
            QCOMPARE(scale.color(NaN), scale.nan());
            QCOMPARE(scale.color(Inf), scale.over());
            QCOMPARE(scale.color(-Inf), scale.over());
            for (int i = 0; i <= 256; ++i) {
                QVERIFY(scale.at(i / 256.0) != scale.nan());
                QVERIFY(scale.at(i / 256.0) != scale.over());
            }
        }
        for (int i = 0; i < 256; ++i)
            QVERIFY(size.at(i / 256.0) != size.under());
    }

    void mapsRiseInBrightness() {
        const auto brightness = [](QRgb c) { return contrast(QColor(c), Qt::black); };
        for (const ColorScale& scale : {ColorScale::sequential(), ColorScale::logSize()})
            for (int i = 1; i <= 16; ++i)
                QVERIFY(brightness(scale.at(i / 16.0)) > brightness(scale.at((i - 1) / 16.0)));
    }

    void gradientAgreesWithScale() {
        for (const ColorKind kind :
             {ColorKind::Sequential, ColorKind::Diverging, ColorKind::LogSize}) {
            QCPColorGradient gradient = colorGradient(kind);
            const ColorScale scale{kind, 0, 1};
            for (const double place : {0.0, 0.25, 0.5, 1.0}) {
                const QColor theirs(gradient.color(place, QCPRange(0, 1)));
                const QColor ours(scale.at(place));
                QVERIFY(std::abs(theirs.red() - ours.red()) <= 2);
                QVERIFY(std::abs(theirs.green() - ours.green()) <= 2);
                QVERIFY(std::abs(theirs.blue() - ours.blue()) <= 2);
            }
        }
    }

    void rangesAreNeverRefused() {
        const QVector<QVector<double>> cases{{},          {NaN, Inf, -Inf},    {0, 0},
                                             {5, 5, NaN}, {1e300, -1e300},     {1e-300, 2e-300},
                                             {-1e300},    {1e12, 1e12 + 1e-3}, {Inf, 0.25, 0.75}};
        QCustomPlot plot;
        for (const auto& values : cases) {
            plot.yAxis->setRange(-77, 77);
            const QCPRange range = finiteRange(values);
            plot.yAxis->setRange(range);
            QVERIFY(plot.yAxis->range() == range);
            QVERIFY(range.size() > 0);
            for (const double value : values)
                if (std::isfinite(value) && std::abs(value) < 1e240)
                    QVERIFY(range.contains(value));
        }
        QCOMPARE(finiteRange(cases[1]), QCPRange(0, 1));
        QCOMPARE(finiteRange(cases[8], 0.0), QCPRange(0.25, 0.75));
    }

    void logAxisPlacesAndLabels() {
        const LogAxis log{-12, 2};
        QCOMPARE(log.position(1e-3), -3.0);
        QCOMPARE(log.position(-1e-3), -3.0);
        QCOMPARE(log.position(0), -12.0);
        QCOMPARE(log.position(1e-300), -12.0);
        QCOMPARE(log.position(Inf), 240.0);
        QCOMPARE(log.position(1e300), 240.0);
        QVERIFY(std::isnan(log.position(NaN)));
        QCOMPARE(LogAxis({-400, 2}).position(0), -300.0);

        QVector<double> ticks;
        QVector<QString> labels;
        const auto generate = [&](const QSharedPointer<QCPAxisTicker>& ticker, QCPRange range) {
            ticker->generate(range, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
            for (qsizetype i = 0; i < ticks.size();)
                if (range.contains(ticks[i])) {
                    ++i;
                } else {
                    ticks.removeAt(i);
                    labels.removeAt(i);
                }
        };
        generate(decadeTicker(-12), {-12, 2});
        QCOMPARE(labels.first(), QString("0"));
        QVERIFY(labels.contains("10⁰"));
        QVERIFY(labels.contains("10⁻³") || labels.contains("10⁻⁶"));
        for (const double end : {1.0, 10.0, 100.0, 240.0}) {
            generate(decadeTicker(-300), {-300, end});
            QVERIFY2(labels.size() >= 2 && labels.size() <= 9, qPrintable(labels.join(' ')));
            QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
        }
        for (const double last : {0.5, 3.5, 49.5, 99999.5, 1e9}) {
            generate(timeTicker(), {-0.5, last});
            QVERIFY2(!labels.isEmpty() && labels.size() <= 10, qPrintable(labels.join(' ')));
            for (const double tick : ticks)
                QCOMPARE(tick, std::round(tick));
        }
    }

    void crampedLogAxisDropsLabels() {
        QCustomPlot plot;
        styleAxes(plot, Theme::light());
        setLogAxis(*plot.yAxis, {-12, 2});
        addSizeBands(*plot.axisRect(), Theme::light());
        addSizeBands(*plot.axisRect(), Theme::dark());
        QCOMPARE(plot.itemCount(), 1);
        plot.resize(300, 90);
        plot.toPixmap(300, 90);
        plot.toPixmap(300, 90);
        const int room = plot.axisRect()->height() / QFontMetrics(Theme::light().font(11)).height();
        QVERIFY(plot.yAxis->tickVectorLabels().size() >= 2);
        QVERIFY(plot.yAxis->tickVectorLabels().size() <= room);
    }

    void bandsHaveNames() {
        QCOMPARE(sizeBand(2), SizeBand::Exploding);
        QCOMPARE(sizeBand(-Inf), SizeBand::Exploding);
        QCOMPARE(sizeBand(1), SizeBand::Alive);
        QCOMPARE(sizeBand(1e-3), SizeBand::Alive);
        QCOMPARE(sizeBand(1e-4), SizeBand::Shrinking);
        QCOMPARE(sizeBand(0), SizeBand::Vanished);
        QCOMPARE(sizeBand(NaN), SizeBand::Undefined);
        QCOMPARE(sizeBandName(SizeBand::Shrinking), QString("shrinking"));
    }

    void countsAreGrouped() {
        QCOMPARE(entriesText(1), QString("1 entry"));
        QCOMPARE(entriesText(289), QString("289 entries"));
        QCOMPARE(entriesText(9289), QString("9,289 entries"));
        QCOMPARE(stepsText(1234567), QString("1,234,567 steps"));
    }

    void numbersAreWrittenShort() {
        const std::pair<double, const char*> cases[] = {
            {0.647, "0.647"},
            {-0.3861, "−0.386"},
            {1.2e-23, "1.20·10⁻²³"},
            {0.9996, "1.00"},
            {12.34, "12.3"},
            {999.6, "1.00·10³"},
            {0.001, "0.00100"},
            {1e-4, "1.00·10⁻⁴"},
            {0, "0"},
            {-0.0, "0"},
            {NaN, "NaN"},
            {Inf, "∞"},
            {-Inf, "−∞"},
            {-1e300, "−1.00·10³⁰⁰"},
            {5e-324, "4.94·10⁻³²⁴"},
        };
        for (const auto& [value, text] : cases)
            QCOMPARE(shortNumber(value), QString::fromUtf8(text));
        QCOMPARE(signedNumber(0.607), QString("+0.607"));
        QCOMPARE(signedNumber(0), QString("0"));
        for (const double value : {0.1, 1.0 / 3, -1e-300, 5e-324, 1.7976931348623157e308})
            QCOMPARE(fullNumber(value).toDouble(), value);
        QCOMPARE(fullNumber(-Inf), QString("-inf"));
    }

    void heatmapPixelsAreTheScales() {
        const QVector<double> values{-2, -1, 0, 1, NaN, Inf, 0.3, 1e300};
        BarePlot bare(83, 41, 4);  // cells that are no whole pixels
        auto* map = new Heatmap(bare.plot.xAxis, bare.plot.yAxis);
        map->setData(values, 2, 4);
        map->setScale(ColorScale::diverging(2));
        map->fitValueAxis();
        const QImage image = bare.image();
        QSet<QRgb> allowed;
        for (const double value : values)
            allowed.insert(map->scale().color(value));
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                QVERIFY2(
                    allowed.contains(image.pixel(x, y)),
                    qPrintable(
                        QString("%1, %2: %3").arg(x).arg(y).arg(image.pixelColor(x, y).name())));
        for (int i = 0; i < 2; ++i)
            for (int j = 0; j < 4; ++j)
                QCOMPARE(image.pixel(int((j + 0.5) * 83 / 4), int((i + 0.5) * 41 / 2)),
                         map->scale().color(values[i * 4 + j]));
        QCOMPARE(map->valueAt(2.4, 0.9), std::optional(0.3));
        QCOMPARE(map->valueAt(-0.4, 0.0), std::optional(-2.0));
        QVERIFY(!map->valueAt(4, 0.5));
        QVERIFY(!map->valueAt(1, 1.5));
    }

    void heatmapOfOneRowIsSeen() {
        BarePlot bare(60, 20, 3);
        auto* map = new Heatmap(bare.plot.xAxis, bare.plot.yAxis);
        const double strided[] = {0, 9, 0.5, 9, 1, 9};
        map->setData(strided, 1, 3, 0, 2);
        map->fitValueAxis();
        const QImage image = bare.image();
        for (int j = 0; j < 3; ++j)
            QCOMPARE(image.pixel(10 + 20 * j, 10), map->scale().color(j * 0.5));
        map->setData(QVector<double>(3, 1.0), 1, 3);  // a cache that outlives its data fails
        QCOMPARE(bare.image().pixel(10, 10), map->scale().color(1));
    }

    void heatmapKeepsSingleSpikes() {
        const int steps = 10000;
        QVector<double> values(2 * steps, 0.1);
        values[4321] = -3;
        values[steps + 7777] = NaN;
        BarePlot bare(100, 20, steps);
        auto* map = new Heatmap(bare.plot.xAxis, bare.plot.yAxis);
        map->setData(values, 2, steps);
        map->setScale(ColorScale::diverging(3));
        map->fitValueAxis();
        const QImage image = bare.image();
        QCOMPARE(image.pixel(43, 5), map->scale().color(-3));
        QCOMPARE(image.pixel(77, 15), map->scale().nan());
        QCOMPARE(image.pixel(60, 5), map->scale().color(0.1));
    }

    void linesLeaveGapsAndSurviveOddValues() {
        BarePlot bare(110, 40, 11);
        bare.plot.xAxis->grid()->setVisible(false);
        bare.plot.yAxis->grid()->setVisible(false);
        auto* graph = new FastGraph(bare.plot.xAxis, bare.plot.yAxis);
        std::vector<double> values(11, 0.5);
        values[3] = NaN;
        values[5] = Inf;
        graph->setValues(values);
        graph->setLine(Qt::black, 3);
        bare.plot.yAxis->setRange(0, 1);
        const auto inked = [](const QImage& image, int x) {
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y).lightness() < 100)
                    return true;
            return false;
        };
        QImage image = bare.image();
        QVERIFY(inked(image, 15) && inked(image, 95));
        QVERIFY(!inked(image, 30) && !inked(image, 40) && !inked(image, 50));
        QVERIFY(inked(image, 45));  // the lone value at key 4
        graph->setRevealed(0, 7.5);
        image = bare.image();
        QVERIFY(inked(image, 78) && !inked(image, 90));
        graph->setValues(std::vector<double>{1e308, -1e308, 1e308});
        graph->revealAll();
        QVERIFY(inked(bare.image(), 10));
    }

    void envelopeKeepsSpikes() {
        std::vector<double> values(100000, 0.5);
        values[50500] = 1;
        BarePlot bare(100, 50, 100000);
        auto* graph = new FastGraph(bare.plot.xAxis, bare.plot.yAxis);
        graph->setValues(values);
        graph->setLine(Qt::black, 2);
        bare.plot.yAxis->setRange(0, 1);
        const QImage image = bare.image();
        QVERIFY(image.pixelColor(50, 6).lightness() < 160);
        QVERIFY(image.pixelColor(20, 6).lightness() > 200);
    }

    void clipsLinesToAnArea() {
        const QRectF area(0, 0, 10, 10);
        QPointF a(-5, 5), b(15, 5);
        QVERIFY(clipLine(area, a, b));
        QCOMPARE(a, QPointF(0, 5));
        QCOMPARE(b, QPointF(10, 5));
        a = {-5, 0}, b = {0, 15};
        QVERIFY(!clipLine(area, a, b));
        a = {3, -1e7}, b = {3, 1e7};
        QVERIFY(clipLine(area, a, b));
        QVERIFY(a.y() >= -1e-6 && b.y() <= 10 + 1e-6);
    }

    void styleFitsTheFont() {
        QScopedPointer<QStyle> style(makeStyle());
        QSpinBox spin;
        spin.setStyle(style.data());
        spin.setFont(Theme::light().font());
        const int small = spin.sizeHint().height();
        spin.setFont(Theme::projector().font());
        QVERIFY(spin.sizeHint().height() > small * 5 / 4);
        spin.setStyle(nullptr);
    }
};

QTEST_MAIN(PlotTest)
#include "plot_test.moc"
