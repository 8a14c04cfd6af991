// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/heatmap.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

#include "app/plot/axes.h"
#include "app/plot/theme.h"

namespace rnnscope {

namespace {

// The half-open ranges of cells that the `count` pixels (or finer slices) of one axis stand for.
// `cell` gives the cell coordinate of a pixel's edge; directions may run either way. Each pixel
// has at least the cell under its middle, and those whose middle falls into it: pooled ranges then
// leave no cell out, and single cells are not smeared over their neighbours' pixels.
struct Bins {
    QVector<int> first, last;  // `last` exclusive; first == last: outside the matrix
};

template <class CellAt>
Bins makeBins(int count, int cells, CellAt cellAt) {
    Bins bins;
    bins.first.resize(count);
    bins.last.resize(count);
    for (int p = 0; p < count; ++p) {
        double a = cellAt(double(p));
        double b = cellAt(double(p) + 1);
        const double middle = std::floor((a + b) / 2);
        if (!(middle >= 0 && middle < cells)) {
            bins.first[p] = bins.last[p] = 0;
            continue;
        }
        if (a > b)
            std::swap(a, b);
        int from = int(middle);
        int to = from + 1;
        if (b - a > 1) {
            from = std::min(from, int(std::max(0.0, std::floor(a + 0.5))));
            to = std::max(to, int(std::min(double(cells), std::floor(b + 0.5))));
        }
        bins.first[p] = from;
        bins.last[p] = to;
    }
    return bins;
}

}  // namespace

Heatmap::Heatmap(QCPAxis* keyAxis, QCPAxis* valueAxis) : QCPAbstractPlottable(keyAxis, valueAxis) {
    assert(keyAxis->orientation() == Qt::Horizontal);
    setSelectable(QCP::stNone);
}

void Heatmap::setData(const double* data, int rows, int columns, std::ptrdiff_t rowStride,
                      std::ptrdiff_t columnStride, double firstKey) {
    assert(rows >= 0 && columns >= 0);
    data_.resize(qsizetype(rows) * columns);
    double* out = data_.data();
    for (int i = 0; i < rows; ++i)
        for (int j = 0; j < columns; ++j)
            *out++ = data[i * rowStride + j * columnStride];
    rows_ = rows;
    columns_ = columns;
    firstKey_ = firstKey;
    cache_ = QImage();
}

void Heatmap::setData(const QVector<double>& rowMajor, int rows, int columns, double firstKey) {
    assert(rowMajor.size() == qsizetype(rows) * columns);
    data_ = rowMajor;
    rows_ = rows;
    columns_ = columns;
    firstKey_ = firstKey;
    cache_ = QImage();
}

void Heatmap::setScale(const ColorScale& scale) {
    if (scale == scale_)
        return;
    scale_ = scale;
    cache_ = QImage();
}

void Heatmap::setSpans(QVector<std::pair<int, int>> spans) {
    spans_ = std::move(spans);
    cache_ = QImage();
}

void Heatmap::setRevealed(double from, double to, QColor ground) {
    partly_ = true;
    revealedFrom_ = from;
    revealedTo_ = to;
    hidden_ = std::move(ground);
    cache_ = QImage();
}

void Heatmap::revealAll() {
    if (std::exchange(partly_, false))
        cache_ = QImage();
}

void Heatmap::fitValueAxis() {
    mValueAxis->setRangeReversed(true);
    mValueAxis->setRange(0, std::max(1, rows_));
}

double Heatmap::at(int row, int column) const {
    assert(row >= 0 && row < rows_ && column >= 0 && column < columns_);
    return data_[qsizetype(row) * columns_ + column];
}

std::optional<double> Heatmap::valueAt(double key, double rowFraction) const {
    const double column = std::floor(key - firstKey_ + 0.5);
    if (!(column >= 0 && column < columns_ && rowFraction >= 0 && rowFraction <= 1) || rows_ == 0)
        return std::nullopt;
    return at(std::min(rows_ - 1, int(rowFraction * rows_)), int(column));
}

double Heatmap::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}

QCPRange Heatmap::getKeyRange(bool& found, QCP::SignDomain) const {
    found = columns_ > 0;
    return found ? QCPRange(firstKey_ - 0.5, lastKey() + 0.5) : QCPRange();
}

QCPRange Heatmap::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = rows_ > 0;
    return found ? QCPRange(0, rows_) : QCPRange();
}

// QCustomPlot puts a reversed axis one pixel too high; the last row would miss one.
double Heatmap::rowToPixel(double row) const {
    const QRectF rect = areaOf(*mValueAxis->axisRect());
    const double part = (row - mValueAxis->range().lower) / mValueAxis->range().size();
    return rect.top() + (mValueAxis->rangeReversed() ? part : 1 - part) * rect.height();
}

double Heatmap::pixelToRow(double pixel) const {
    const QRectF rect = areaOf(*mValueAxis->axisRect());
    const double part = (pixel - rect.top()) / std::max(1.0, rect.height());
    return mValueAxis->range().lower +
           (mValueAxis->rangeReversed() ? part : 1 - part) * mValueAxis->range().size();
}

QRgb Heatmap::cellColor(double value, double key) const {
    const QRgb full = scale_.color(value);
    if (!partly_ || (key >= revealedFrom_ && key <= revealedTo_))
        return full;
    return blend(QColor(full), hidden_, 0.12).rgb();
}

// The value of largest size: averages would hide the spike of a single step. NaN wins over all.
double Heatmap::pooled(int row, int first, int last) const {
    const double* values = data_.constData() + qsizetype(row) * columns_;
    double best = values[first];
    for (int j = first + 1; j < last && !std::isnan(best); ++j)
        if (!(std::abs(values[j]) <= std::abs(best)))
            best = values[j];
    return best;
}

std::pair<int, int> Heatmap::span(int row) const {
    return spans_.size() == rows_ ? spans_[row] : std::pair(0, columns_);
}

// The same over several rows; nothing where no cell of them exists.
std::optional<double> Heatmap::pooledBlock(int firstRow, int lastRow, int first, int last) const {
    std::optional<double> best;
    for (int row = firstRow; row < lastRow; ++row) {
        const auto [from, to] = span(row);
        if (std::max(first, from) >= std::min(last, to))
            continue;
        const double value = pooled(row, std::max(first, from), std::min(last, to));
        if (!best || (!(std::abs(value) <= std::abs(*best)) && !std::isnan(*best)))
            best = value;
    }
    return best;
}

void Heatmap::draw(QCPPainter* painter) {
    if (rows_ == 0 || columns_ == 0)
        return;
    const QRectF matrix =
        QRectF(QPointF(mKeyAxis->coordToPixel(firstKey_ - 0.5), rowToPixel(0)),
               QPointF(mKeyAxis->coordToPixel(lastKey() + 0.5), rowToPixel(rows_)))
            .normalized();
    const QRectF area = matrix.intersected(QRectF(clipRect()));
    if (area.isEmpty())
        return;
    painter->save();
    painter->setAntialiasing(false);
    painter->setClipping(false);  // QCustomPlot's is shifted up by a pixel; `area` is exact
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        drawVector(painter, area);
    else
        drawRaster(painter, area);
    painter->restore();
}

void Heatmap::drawRaster(QCPPainter* painter, const QRectF& area) {
    // One image pixel is one device pixel, also on dense screens and in a PNG at 300 dpi.
    const QTransform toDevice = painter->deviceTransform();
    const QRectF exact = toDevice.mapRect(area);
    const QRect device(QPoint(qRound(exact.left()), qRound(exact.top())),
                       QPoint(std::max(qRound(exact.left()), qRound(exact.right()) - 1),
                              std::max(qRound(exact.top()), qRound(exact.bottom()) - 1)));
    const QTransform back = toDevice.inverted();
    if (cache_.isNull() || cacheArea_ != device || cacheTransform_ != toDevice ||
        cacheKeys_ != mKeyAxis->range() || cacheValues_ != mValueAxis->range()) {
        cache_ = rasterize(device, back);
        cacheArea_ = device;
        cacheTransform_ = toDevice;
        cacheKeys_ = mKeyAxis->range();
        cacheValues_ = mValueAxis->range();
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(back.mapRect(QRectF(device)), cache_);
}

QImage Heatmap::rasterize(const QRect& device, const QTransform& back) const {
    // Rounding to whole pixels can put a pixel's middle just outside the matrix: half a pixel of
    // the outermost cells reaches that far.
    const auto inside = [](double cell, int cells) {
        return std::clamp(cell, 0.0, std::nextafter(double(cells), 0.0));
    };
    const Bins columns = makeBins(device.width(), columns_, [&](double x) {
        const double pixel = back.map(QPointF(device.left() + x, 0)).x();
        return inside(mKeyAxis->pixelToCoord(pixel) - firstKey_ + 0.5, columns_);
    });
    const Bins rows = makeBins(device.height(), rows_, [&](double y) {
        const double pixel = back.map(QPointF(0, device.top() + y)).y();
        return inside(pixelToRow(pixel), rows_);
    });
    QImage image(device.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        if (y > 0 && rows.first[y] == rows.first[y - 1] && rows.last[y] == rows.last[y - 1]) {
            std::memcpy(line, image.constScanLine(y - 1), std::size_t(image.bytesPerLine()));
            continue;
        }
        for (int x = 0; x < image.width(); ++x) {
            const int first = columns.first[x];
            if (x > 0 && first == columns.first[x - 1] && columns.last[x] == columns.last[x - 1]) {
                line[x] = line[x - 1];
                continue;
            }
            const auto value = pooledBlock(rows.first[y], rows.last[y], first, columns.last[x]);
            line[x] = value ? cellColor(*value, firstKey_ + first) : 0;
        }
    }
    return image;
}

void Heatmap::drawVector(QCPPainter* painter, const QRectF& area) const {
    // No more slices than two a CSS pixel, or a long sequence makes a file nobody can open.
    const int most = std::max(1, int(std::ceil(2 * area.width())));
    const int step = (columns_ + most - 1) / most;
    const auto xAt = [&](int column) {
        return std::clamp(mKeyAxis->coordToPixel(firstKey_ - 0.5 + column), area.left(),
                          area.right());
    };
    const auto yAt = [&](int row) {
        return std::clamp(rowToPixel(row), area.top(), area.bottom());
    };
    // Viewers smooth the edges of touching rectangles, which shows as hairlines: each reaches
    // a pixel under its neighbours to the right and below, which are painted later.
    const double lap = 1;
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < rows_; ++i) {
        const double top = std::min(yAt(i), yAt(i + 1));
        const double bottom = std::max(yAt(i), yAt(i + 1));
        if (bottom <= top)
            continue;
        const auto [from, to] = span(i);
        const auto below = i + 1 < rows_ ? span(i + 1) : std::pair(0, 0);
        for (int j = from; j < to;) {
            const QRgb color = cellColor(pooled(i, j, std::min(j + step, to)), firstKey_ + j);
            int end = std::min(j + step, to);
            while (end < to &&
                   cellColor(pooled(i, end, std::min(end + step, to)), firstKey_ + end) == color)
                end = std::min(end + step, to);
            const double left = std::min(xAt(j), xAt(end));
            const double right = std::max(xAt(j), xAt(end));
            const bool covered = below.first <= j && end <= below.second;
            if (right > left) {
                const QRectF cell(
                    QPointF(left, top),
                    QPointF(end < to ? std::min(right + lap, area.right()) : right,
                            covered ? std::min(bottom + lap, area.bottom()) : bottom));
                painter->fillRect(cell, QColor(color));
            }
            j = end;
        }
    }
}

void Heatmap::drawLegendIcon(QCPPainter* painter, const QRectF& rect) const {
    for (int i = 0; i < 8; ++i)
        painter->fillRect(
            QRectF(rect.left() + i * rect.width() / 8, rect.top(), rect.width() / 8, rect.height()),
            QColor(scale_.at(i / 7.0)));
}

}  // namespace rnnscope
