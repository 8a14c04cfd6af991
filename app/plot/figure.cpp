// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/figure.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include "app/plot/overlay.h"
#include "app/plot/pdf_words.h"
#include "core/sentence.h"

namespace rnnscope {

namespace {

constexpr double pixelsPerInch = 96;
constexpr double longestSide = 20000;
constexpr double mostPixels = 150e6;  // 600 MB of memory for a PNG

using Paint = std::function<void(QCPPainter&)>;

struct Page {
    QSizeF size;  // CSS pixels, caption included
    QString title;
    int dpi;
    QColor ground;
    QStringList families;  ///< of its fonts
};

Error wrong(const std::string& message) {
    return Error{.message = message};
}

Done writePng(QBuffer& out, const Page& page, const Paint& paint) {
    const double scale = page.dpi / pixelsPerInch;
    const QSize pixels(qRound(page.size.width() * scale), qRound(page.size.height() * scale));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return wrong(
            Sentence::tr("there is not enough memory for the figure; choose a smaller size or "
                         "fewer dots per inch"));
    image.fill(page.ground);  // sizes that are no whole pixels leave an edge
    QCPPainter painter;
    if (!painter.begin(&image))
        return wrong(Sentence::tr("the figure cannot be painted"));
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paint(painter);
    painter.end();
    // Only now: fonts follow the dots per metre of what they are painted on.
    image.setDotsPerMeterX(qRound(page.dpi / 0.0254));
    image.setDotsPerMeterY(qRound(page.dpi / 0.0254));
    image.setText(QStringLiteral("Title"), page.title);
    if (!image.save(&out, "PNG"))
        return wrong(Sentence::tr("the figure cannot be stored as PNG"));
    return done();
}

Done paintVectors(QPaintDevice& device, double scale, const Paint& paint) {
    QCPPainter painter;
    if (!painter.begin(&device))
        return wrong(Sentence::tr("the figure cannot be painted"));
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching |
                     QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(scale, scale);
    paint(painter);
    if (!painter.end())
        return wrong(Sentence::tr("the figure cannot be painted"));
    return done();
}

/// Gives the first attribute of that name in an SVG another length.
void putLength(QByteArray& svg, const QByteArray& name, double pixels) {
    const QByteArray opening = ' ' + name + "=\"";
    const auto begin = svg.indexOf(opening);
    if (begin < 0)
        return;
    const auto from = begin + opening.size();
    svg.replace(from, svg.indexOf('"', from) - from,
                QByteArray::number(pixels * 25.4 / pixelsPerInch, 'f', 3) + "mm");
}

Done writeSvg(QBuffer& out, const Page& page, const Paint& paint) {
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setResolution(int(pixelsPerInch));
    svg.setSize(QSize(int(std::ceil(page.size.width())), int(std::ceil(page.size.height()))));
    svg.setViewBox(QRectF(QPointF(), page.size));
    svg.setTitle(page.title);
    const Done painted = paintVectors(svg, 1, paint);
    // Qt has whole pixels only; figures have the size that was asked for.
    putLength(out.buffer(), "width", page.size.width());
    putLength(out.buffer(), "height", page.size.height());
    return painted;
}

Done writePdf(QBuffer& out, const Page& page, const Paint& paint) {
    QPdfWriter pdf(&out);
    const int resolution = 1200;  // of the engine's coordinates; text spacing is rounded to it
    pdf.setResolution(resolution);
    pdf.setTitle(page.title);
    pdf.setCreator(QStringLiteral("RNNScope"));
    // Qt rounds a page to whole points: up, so that nothing is cut off.
    const auto points = [](double pixels) { return std::ceil(pixels * 72 / pixelsPerInch - 1e-6); };
    const QPageSize size(QSizeF(points(page.size.width()), points(page.size.height())),
                         QPageSize::Point, QString(), QPageSize::ExactMatch);
    pdf.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    const Done painted = paintVectors(pdf, resolution / pixelsPerInch, paint);
    nameIdeographs(out.buffer(), page.families);
    return painted;
}

struct Format {
    const char* suffix;
    Done (*write)(QBuffer&, const Page&, const Paint&);
};
constexpr Format formats[] = {{"png", writePng}, {"svg", writeSvg}, {"pdf", writePdf}};

Done checkSize(const FigureOptions& options, const Page& page, bool pixels) {
    const double scale = pixels ? std::max(1.0, page.dpi / pixelsPerInch) : 1.0;
    const double width = page.size.width() * scale;
    const double height = page.size.height() * scale;
    if (!(options.size.width() >= 1 && options.size.height() >= 1))
        return wrong(
            Sentence::tr("the figure has no area; give it a size of at least 1 × 1 pixels"));
    if (!(width <= longestSide && height <= longestSide))
        return wrong(
            Sentence::tr("the figure is too large; no side may be longer than 20000 pixels"));
    if (pixels && (page.dpi < 10 || page.dpi > 2400))
        return wrong(
            Sentence::tr("there cannot be %1 dots to the inch; choose 10 to 2400", page.dpi));
    if (pixels && width * height > mostPixels)
        return wrong(
            Sentence::tr("the figure is too large; choose a smaller size or fewer dots per inch, "
                         "up to 150 million pixels in all"));
    return done();
}

Done replaceFile(const QString& file, const QByteArray& content) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.commit())
        return Error{
            .message = Sentence::tr(
                "cannot be written (%1); choose a folder that exists and that you may write in",
                out.errorString().toStdString()),
            .file = file.toStdString()};
    return done();
}

}  // namespace

Done exportFigure(const QString& file, const FigureOptions& options,
                  const std::function<void(QCPPainter&, QRectF)>& paint, const Theme& theme) {
    const QString suffix = QFileInfo(file).suffix().toLower();
    const auto* format = std::find_if(std::begin(formats), std::end(formats), [&](const Format& f) {
        return suffix == QLatin1String(f.suffix);
    });
    if (format == std::end(formats))
        return Error{.message = Sentence::tr(
                         "a figure cannot be stored under this name; end it in .png, .svg or .pdf"),
                     .file = file.toStdString()};

    const QRectF figure(QPointF(), options.size);
    const double margin = theme.px(10);
    const QFont captionFont = theme.font(12);
    QRectF captionArea;
    Page page{options.size, options.caption, options.dpi, theme.card, captionFont.families()};
    const bool pixels = format->write == writePng;
    if (const Done fits = checkSize(options, page, pixels); !fits)
        return Error{.message = fits.error().message, .file = file.toStdString()};
    if (!options.caption.isEmpty()) {
        const QRectF room(margin, figure.height() + margin / 2,
                          std::max(1.0, figure.width() - 2 * margin), longestSide);
        captionArea = QFontMetricsF(captionFont)
                          .boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, options.caption);
        captionArea.setWidth(room.width());
        captionArea.setLeft(room.left());
        // A little spare height: metrics differ slightly between devices.
        captionArea.setHeight(std::ceil(captionArea.height() * 1.05));
        page.size.setHeight(std::ceil(captionArea.bottom() + margin));
        if (const Done fits = checkSize(options, page, pixels); !fits)
            return Error{.message = fits.error().message, .file = file.toStdString()};
    }

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Done painted = format->write(buffer, page, [&](QCPPainter& painter) {
        painter.fillRect(QRectF(QPointF(), page.size + QSizeF(2, 2)), page.ground);
        painter.save();
        paint(painter, figure);
        painter.restore();
        if (options.caption.isEmpty())
            return;
        painter.setFont(captionFont);
        painter.setPen(QPen(theme.mutedText));
        painter.drawText(captionArea, Qt::TextWordWrap | Qt::AlignLeft, options.caption);
    });
    if (!painted)
        return Error{.message = painted.error().message, .file = file.toStdString()};
    return replaceFile(file, buffer.data());
}

void paintPlot(QCPPainter& painter, QCustomPlot& plot, const QRectF& area) {
    const int width = std::max(1, qRound(area.width()));
    const int height = std::max(1, qRound(area.height()));
    const auto layOut = [&plot](const QRect& viewport) {
        plot.setViewport(viewport);
        settleLayout(plot);
    };
    // Tickers count their labels by the last layout's size: let that be this one.
    const QRect viewport = plot.viewport();
    layOut(QRect(0, 0, width, height));

    painter.save();
    const auto modes = painter.modes();
    const auto type = painter.paintEngine()->type();
    if (type == QPaintEngine::SVG || type == QPaintEngine::Pdf)
        painter.setModes(modes | QCPPainter::pmVectorized | QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.translate(area.topLeft());
    painter.scale(area.width() / width, area.height() / height);
    plot.toPainter(&painter, width, height);
    painter.setModes(modes);
    painter.restore();

    layOut(viewport);
}

}  // namespace rnnscope
