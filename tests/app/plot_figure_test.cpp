// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>
#include <limits>

#include "app/plot/figure.h"
#include "app/plot/heatmap.h"
#include "app/plot/lines.h"
#include "app/plot/theme.h"

using namespace rnnscope;

namespace {

const double NaN = std::numeric_limits<double>::quiet_NaN();

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

FigureOptions smallFigure() {
    return {QSizeF(200, 100), 144, "A small figure"};
}

void paintLine(QCPPainter& painter, QRectF area) {
    QCustomPlot plot;
    plot.xAxis->setRange(-0.5, 2.5);
    auto* graph = new FastGraph(plot.xAxis, plot.yAxis);
    graph->setValues(std::vector<double>{-1e300, 0.5, 1e300});
    graph->setLine(Qt::blue, 2);
    plot.yAxis->setRange(0, 1);
    auto* cells = new Heatmap(plot.xAxis, plot.yAxis);
    cells->setData({0.1, NaN, 0.9}, 1, 3);
    paintPlot(painter, plot, area.adjusted(20, 20, -20, -20));
}

// Every number in an SVG's polylines and paths lies inside these bounds, if nothing runs over.
bool pointsInside(const QByteArray& svg, double limit) {
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString points =
            xml.attributes().value("points").toString() + xml.attributes().value("d").toString();
        static const QRegularExpression number(R"(-?\d+(\.\d+)?(e[+-]?\d+)?)");
        for (auto hits = number.globalMatch(points); hits.hasNext();)
            if (std::abs(hits.next().captured().toDouble()) > limit)
                return false;
    }
    return true;
}

}  // namespace

class FigureTest : public QObject {
    Q_OBJECT

  private slots:
    void figuresInAllFormats() {
        QTemporaryDir folder;
        for (const QString suffix : {"png", "svg", "PDF"}) {
            const QString file = folder.filePath("figure." + suffix);
            const Done written = exportFigure(file, smallFigure(), paintLine, Theme::light());
            QVERIFY2(written.ok(), written ? "" : written.error().text().c_str());
        }
        const QImage png(folder.filePath("figure.png"));
        QCOMPARE(png.width(), 300);
        QVERIFY(png.height() > 150);  // the caption
        QCOMPARE(png.dotsPerMeterX(), qRound(144 / 0.0254));
        QCOMPARE(png.pixelColor(0, 0), Theme::light().card);

        const QByteArray svg = contentOf(folder.filePath("figure.svg"));
        QXmlStreamReader xml(svg);
        bool titled = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            QVERIFY(xml.name() != u"image");
            if (xml.name() == u"title")
                titled = xml.readElementText() == "A small figure";
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(titled);
        QVERIFY(pointsInside(svg, 300));

        const QByteArray pdf = contentOf(folder.filePath("figure.PDF"));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.contains("/MediaBox [0 0 150"));
        QVERIFY(!pdf.contains("/DCTDecode"));
    }

    void failedFiguresLeaveTheOldFile() {
        QTemporaryDir folder;
        const auto fails = [&](const QString& name, const FigureOptions& options,
                               const char* hint) {
            const QString file = folder.filePath(name);
            QFile old(file);
            if (QFileInfo(file).dir().exists() && old.open(QIODevice::WriteOnly))
                old.write("old");
            old.close();
            const Done result = exportFigure(file, options, paintLine, Theme::light());
            QVERIFY(!result.ok());
            QVERIFY2(QString::fromStdString(result.error().text()).contains(hint),
                     result.error().text().c_str());
            if (QFileInfo(file).dir().exists())
                QCOMPARE(contentOf(file), QByteArray("old"));
        };
        fails("figure.bmp", smallFigure(), ".png, .svg or .pdf");
        fails("figure", smallFigure(), ".png, .svg or .pdf");
        fails("a.svg", {QSizeF(30000, 10), 96, ""}, "20000");
        fails("a.png", {QSizeF(10000, 10), 300, ""}, "20000");
        fails("b.png", {QSizeF(15000, 15000), 96, ""}, "150 million");
        fails("c.png", {QSizeF(0, 100), 96, ""}, "at least 1");
        fails("d.pdf", {QSizeF(NaN, 100), 96, ""}, "at least 1");
        fails("e.png", {QSizeF(10, 10), 0, ""}, "10 to 2400");
        fails("none/f.png", smallFigure(), "choose a folder");
    }

    void paintingLeavesThePlotAsItWas() {
        QCustomPlot plot;
        plot.resize(400, 300);
        plot.replot();
        const QRect viewport = plot.viewport();
        const QRect rect = plot.axisRect()->rect();
        QImage image(900, 200, QImage::Format_RGB32);
        QCPPainter painter(&image);
        paintPlot(painter, plot, QRectF(10, 10, 700, 120));
        QCOMPARE(plot.viewport(), viewport);
        QCOMPARE(plot.axisRect()->rect(), rect);
        QCOMPARE(painter.modes(), QCPPainter::PainterModes());
    }
};

QTEST_MAIN(FigureTest)
#include "plot_figure_test.moc"
