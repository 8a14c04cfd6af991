// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/axes.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <typeinfo>

#include "app/plot/number.h"
#include "app/plot/size_bands.h"

namespace rnnscope {

namespace {

constexpr double largest = 1e240;

// How many labels have room along an axis. Before the first layout there is no size yet.
int labelRoom(const QPointer<QCPAxis>& axis, double extentInLabels) {
    if (!axis)
        return 6;
    const QRectF area = areaOf(*axis->axisRect());
    const double length = axis->orientation() == Qt::Horizontal ? area.width() : area.height();
    if (length < 8)
        return 5;
    const double label = QFontMetricsF(axis->tickLabelFont()).height() * extentInLabels;
    return std::max(2, int(length / label));
}

class DecadeTicker : public QCPAxisTicker {
  public:
    DecadeTicker(double floor, QCPAxis* axis) : floor_(floor), axis_(axis) {}

  protected:
    double getTickStep(const QCPRange& range) override {
        const int room =
            labelRoom(axis_, axis_ && axis_->orientation() == Qt::Horizontal ? 3 : 1.9);
        const double least = range.size() / std::min(room, 8);
        for (const double step : {1., 2., 3., 5., 10., 20., 50., 100.})
            if (step >= least)
                return step;
        return 200;
    }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override {
        QVector<double> ticks = QCPAxisTicker::createTickVector(step, range);
        // The floor is always named; what would run into its label goes.
        if (range.lower <= floor_ + 1e-9 && range.upper >= floor_) {
            ticks.removeIf([&](double tick) { return tick < floor_ + 0.6 * step; });
            ticks.prepend(floor_);
        }
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        if (std::abs(tick - floor_) < 1e-9)
            return QStringLiteral("0");
        return QStringLiteral("10") + superscript(qRound(tick));
    }

  private:
    double floor_;
    QPointer<QCPAxis> axis_;
};

// Plain numbers as the rest of the window writes them: a real minus sign, no separators.
class ValueTicker : public QCPAxisTicker {
  public:
    ValueTicker() { setTickCount(4); }

  protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
        QString label = locale.toString(tick, format.toLatin1(), precision);
        return label.replace(QLatin1Char('-'), QChar(0x2212));
    }
};

class TimeTicker : public QCPAxisTicker {
  protected:
    double getTickStep(const QCPRange& range) override {
        const double least = std::max(1.0, range.size() / (tickCount() + 3));
        double unit = std::pow(10.0, std::floor(std::log10(least)));
        for (const double part : {1.0, 2.0, 5.0})
            if (part * unit >= least * 0.999)
                return part * unit;
        return 10 * unit;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return QString::number(tick, 'f', 0);
    }
};

struct Band {
    SizeBand name;
    QColor colour;
    QRectF place;
};

/// The bands as far as an axis from `low` to `high` over `area` shows them.
std::vector<Band> bandsOver(const QRectF& area, double low, double high, const Theme& theme) {
    const double end = 400;  // beyond every double's exponent
    const auto y = [&](double exponent) {
        const double part = (exponent - low) / (high - low);
        return std::clamp(area.bottom() - part * area.height(), area.top(), area.bottom());
    };
    std::vector<Band> bands;
    const auto add = [&](SizeBand name, double from, double to, const QColor& colour) {
        const QRectF place(QPointF(area.left(), y(to)), QPointF(area.right(), y(from)));
        if (!place.isEmpty())
            bands.push_back({name, colour, place});
    };
    add(SizeBand::Exploding, 0, end, theme.bandExploding);
    add(SizeBand::Alive, -3, 0, theme.bandAlive);
    add(SizeBand::Shrinking, -6, -3, theme.bandShrinking);
    add(SizeBand::Vanished, -end, -6, theme.bandVanished);
    return bands;
}

// One item for all bands, on the layer behind the grid.
class SizeBands : public QCPAbstractItem {
  public:
    SizeBands(QCPAxisRect& rect, const Theme& theme, bool named)
        : QCPAbstractItem(rect.parentPlot()), rect_(&rect), theme_(theme), named_(named) {
        setLayer(QStringLiteral("background"));
        setSelectable(false);
        setClipAxisRect(&rect);
        setClipToAxisRect(true);
    }
    bool isBehind(const QCPAxisRect& rect) const { return rect_ == &rect; }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

  protected:
    void draw(QCPPainter* painter) override {
        if (!rect_)
            return;
        const QCPRange range = rect_->axis(QCPAxis::atLeft)->range();
        const QRectF area = areaOf(*rect_);
        painter->save();
        painter->setAntialiasing(false);
        for (const Band& band : bandsOver(area, range.lower, range.upper, theme_))
            painter->fillRect(band.place, band.colour);
        if (named_)
            paintSizeBandNames(*painter, area, range.lower, range.upper, theme_);
        painter->restore();
    }

  private:
    QPointer<QCPAxisRect> rect_;
    Theme theme_;
    bool named_;
};

void putOnLayer(QCPLayerable& thing, const char* name) {
    const QString layer = QString::fromLatin1(name);
    if (!thing.layer() || thing.layer()->name() != layer)  // moving also reorders
        thing.setLayer(layer);
}

void putSizeBands(QCPAxisRect& rect, const Theme& theme, bool named) {
    QCustomPlot* plot = rect.parentPlot();
    for (int i = plot->itemCount() - 1; i >= 0; --i)
        if (const auto* old = dynamic_cast<SizeBands*>(plot->item(i)); old && old->isBehind(rect))
            plot->removeItem(i);
    putOnLayer(rect, "background");     // below the bands, which come later on the same layer
    new SizeBands(rect, theme, named);  // the plot owns it
}

void styleAxis(QCPAxis& axis, const Theme& theme) {
    const QPen frame(theme.plotFrame, theme.px(1));
    axis.setBasePen(frame);
    axis.setTickPen(frame);
    axis.setSubTicks(false);
    axis.setTickLength(0, 0);
    axis.setTickLabelColor(theme.mutedText);
    axis.setTickLabelFont(theme.font(11));
    axis.setTickLabelPadding(qRound(theme.px(6)));
    axis.setLabelColor(theme.mutedText);
    axis.setLabelFont(theme.font(12));
    axis.setLabelPadding(qRound(theme.px(4)));
    axis.setSelectableParts(QCPAxis::spNone);
    if (const QCPAxisTicker& ticker = *axis.ticker(); typeid(ticker) == typeid(QCPAxisTicker))
        axis.setTicker(QSharedPointer<ValueTicker>::create());
    axis.setNumberFormat(QStringLiteral("g"));
    axis.setNumberPrecision(4);
    // Those of an axis rectangle added later start on the layer of the data.
    putOnLayer(axis, "axes");
    putOnLayer(*axis.grid(), "grid");
    axis.grid()->setPen(QPen(theme.grid, theme.px(1)));
    axis.grid()->setZeroLinePen(QPen(theme.plotFrame, theme.px(1)));
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setAntialiased(false);
    axis.grid()->setVisible(axis.axisType() == QCPAxis::atLeft);
}

}  // namespace

// In doubles: a layout without room leaves edges whose distance no int can hold.
QRectF areaOf(const QCPAxisRect& rect) {
    const QRect edges = rect.rect();
    const double width = double(edges.right()) - edges.left() + 1;
    const double height = double(edges.bottom()) - edges.top() + 1;
    return {double(edges.left()), double(edges.top()), std::max(0.0, width), std::max(0.0, height)};
}

void styleAxes(QCPAxisRect& rect, const Theme& theme) {
    for (QCPAxis* axis : rect.axes()) {
        styleAxis(*axis, theme);
        const bool opposite =
            axis->axisType() == QCPAxis::atTop || axis->axisType() == QCPAxis::atRight;
        if (opposite && !axis->visible()) {  // closes the frame, and carries nothing
            axis->setVisible(true);
            axis->setTicks(false);
            axis->setTickLabels(false);
            axis->grid()->setVisible(false);
        }
    }
    putOnLayer(rect, "background");
    rect.setBackground(QBrush(theme.plotGround));
}

void styleAxes(QCustomPlot& plot, const Theme& theme) {
    plot.setBackground(QBrush(theme.card));
    plot.setPlottingHint(QCP::phImmediateRefresh, false);
    for (QCPAxisRect* rect : plot.axisRects())
        styleAxes(*rect, theme);
    if (plot.legend) {
        plot.legend->setBrush(QBrush(theme.card));
        plot.legend->setBorderPen(Qt::NoPen);
        plot.legend->setFont(theme.font(11));
        plot.legend->setTextColor(theme.text);
        plot.legend->setIconSize(qRound(theme.px(22)), qRound(theme.px(12)));
    }
}

QCPRange finiteRange(std::span<const double> values, double padding) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        low = std::min(low, std::clamp(value, -largest, largest));
        high = std::max(high, std::clamp(value, -largest, largest));
    }
    if (low > high)
        return {0, 1};
    // A span below a millionth of the values themselves has no ticks that can be told apart, and
    // below 1e-270 none that QCustomPlot takes.
    const double size = std::max(std::abs(low), std::abs(high));
    const double least = std::max(size * 1e-6, 1e-270);
    if (high - low < least) {
        const double half = size < 1e-270 ? 1.0 : 0.5 * size;
        return {low - half, high + half};
    }
    const double extra = (high - low) * std::max(0.0, padding);
    return {low - extra, high + extra};
}

double roundLimit(double size) {
    if (!(size > 1e-240))
        return 1;
    const double unit = std::pow(10.0, std::floor(std::log10(std::min(size, 1e240))));
    for (const double part : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (part * unit >= size * (1 - 1e-12))
            return part * unit;
    return 10 * unit;
}

QSharedPointer<QCPAxisTicker> timeTicker() {
    return QSharedPointer<TimeTicker>::create();
}

double LogAxis::position(double size) const {
    if (std::isnan(size))
        return size;
    const double ceiling = std::max(high, std::log10(largest));
    if (std::isinf(size))
        return ceiling;
    const double magnitude = std::abs(size);
    const double floor = std::max(low, -300.0);
    return magnitude == 0 ? floor : std::clamp(std::log10(magnitude), floor, ceiling);
}

void setLogAxis(QCPAxis& axis, const LogAxis& log) {
    const double low = std::clamp(log.low, -300.0, 239.0);
    const double high = std::clamp(log.high, low + 1, 240.0);
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<DecadeTicker>::create(low, &axis));
    axis.setRange(low - 0.03 * (high - low), high);  // a line on the floor is seen whole
}

QSharedPointer<QCPAxisTicker> decadeTicker(double floor) {
    return QSharedPointer<DecadeTicker>::create(floor, nullptr);
}

SizeBand sizeBand(double size) {
    if (std::isnan(size))
        return SizeBand::Undefined;
    const double magnitude = std::abs(size);
    if (magnitude > 1)
        return SizeBand::Exploding;
    if (magnitude >= 1e-3)
        return SizeBand::Alive;
    return magnitude >= 1e-6 ? SizeBand::Shrinking : SizeBand::Vanished;
}

QString sizeBandName(SizeBand band) {
    const auto name = [](const char* text) {
        return QCoreApplication::translate("rnnscope::SizeBand", text);
    };
    switch (band) {
        case SizeBand::Vanished:
            return name(QT_TRANSLATE_NOOP("rnnscope::SizeBand", "vanished"));
        case SizeBand::Shrinking:
            return name(QT_TRANSLATE_NOOP("rnnscope::SizeBand", "shrinking"));
        case SizeBand::Alive:
            return name(QT_TRANSLATE_NOOP("rnnscope::SizeBand", "alive"));
        case SizeBand::Exploding:
            return name(QT_TRANSLATE_NOOP("rnnscope::SizeBand", "exploding"));
        case SizeBand::Undefined:
            break;
    }
    return name(QT_TRANSLATE_NOOP("rnnscope::SizeBand", "not a number"));
}

void paintSizeBandNames(QPainter& painter, const QRectF& area, double low, double high,
                        const Theme& theme) {
    painter.save();
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Band& band : bandsOver(area, low, high, theme)) {
        if (band.place.height() < metrics.height() + theme.px(2))
            continue;
        const QString name = sizeBandName(band.name);
        // On whole pixels, so that it is painted alike each time.
        const QPointF at(qRound(band.place.right() - theme.px(6) - metrics.horizontalAdvance(name)),
                         qRound(band.place.top() + theme.px(2) + metrics.ascent()));
        // On the band's colour, so that lines end beside the letters.
        painter.setPen(Qt::NoPen);
        painter.setBrush(band.colour);
        painter.drawRoundedRect(QRectF(at.x(), at.y() - metrics.ascent(),
                                       metrics.horizontalAdvance(name), metrics.height())
                                    .adjusted(-theme.px(2), 0, theme.px(2), 0),
                                theme.px(3), theme.px(3));
        painter.setPen(QPen(withContrast(theme.mutedText, band.colour, 4.5)));
        painter.drawText(at, name);
    }
    painter.restore();
}

void addSizeBands(QCPAxisRect& rect, const Theme& theme) {
    putSizeBands(rect, theme, true);
}

void addPlainSizeBands(QCPAxisRect& rect, const Theme& theme) {
    putSizeBands(rect, theme, false);
}

}  // namespace rnnscope
