// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/loss_axis.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

constexpr double parts[] = {1, 2, 5};

/// The exponent of 1, 2 or 5 times a power of ten at or below, or at or above.
double snapped(double exponent, bool up) {
    const double whole = std::floor(exponent + 1e-9);
    std::vector<double> marks;
    for (const double part : parts)
        marks.push_back(whole + std::log10(part));
    marks.push_back(whole + 1);
    if (up)
        return *std::find_if(marks.begin(), marks.end(),
                             [&](double mark) { return mark >= exponent - 1e-9; });
    return *std::find_if(marks.rbegin(), marks.rend(),
                         [&](double mark) { return mark <= exponent + 1e-9; });
}

/// "0.02", "5", or "10⁻⁷" where zeros would be many.
QString sizeLabel(double exponent, int part) {
    const int decade = int(std::floor(exponent + 1e-9));
    if (part == 1 && (decade < -3 || decade > 3))
        return QStringLiteral("10") + superscript(decade);
    if (decade < -3 || decade > 3)
        return QString::number(part) + QStringLiteral("·10") + superscript(decade);
    return QString::number(part * std::pow(10.0, decade), 'f', std::max(0, -decade));
}

}  // namespace

std::size_t UpdateAxis::updateAt(qreal x, std::size_t count) const {
    if (count == 0 || !(right > left))
        return 0;
    const double update = std::round((x - left) / (right - left) * last);
    return std::size_t(std::clamp(update, 0.0, double(count - 1)));
}

double updateAxisEnd(std::size_t count, int planned) {
    const double last = count > 0 ? double(count - 1) : 0;
    const double end = roundLimit(std::max(10.0, last));
    return last <= planned ? std::max(1.0, std::min(end, double(planned))) : end;
}

qreal SizeAxis::y(double size) const {
    const double part = (log.position(size) - log.low) / (log.high - log.low);
    return bottom + (top - bottom) * part;
}

LogAxis sizeLimits(const std::vector<ValueRange>& ranges, double most, std::optional<double> keep) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto take = [&](double size) {
        if (!(size > 0) || size > most)
            return;
        const double exponent = std::clamp(std::log10(size), -300.0, 240.0);
        low = std::min(low, exponent);
        high = std::max(high, exponent);
    };
    for (const ValueRange& range : ranges) {
        if (range.empty())
            continue;
        take(range.low);
        take(range.high);
    }
    if (keep)
        take(*keep);
    if (low > high)
        return {-2, 0};
    low = std::max(low, high - 12);
    if (keep && *keep > 0)
        low = std::min(low, std::clamp(std::log10(*keep), -300.0, high));
    if (high - low > 1.7)
        return {std::floor(low + 1e-9), std::ceil(high - 1e-9)};
    // Room above and below, so that a level line is no edge.
    LogAxis log{snapped(low - 0.03, false), snapped(high + 0.03, true)};
    while (log.high - log.low < 0.65) {
        log.high = snapped(log.high + 0.03, true);
        if (log.high - log.low < 0.65)
            log.low = snapped(log.low - 0.03, false);
    }
    return log;
}

std::vector<SizeTick> sizeTicks(const LogAxis& log, qreal height, qreal labelHeight) {
    const double perDecade = height / (log.high - log.low);
    std::vector<SizeTick> ticks;
    const double within = 1e-6;
    // 2 and 5 between the decades where 1, 2, 5 are all far enough apart.
    if (perDecade * std::log10(2.0) >= labelHeight * 1.05) {
        for (double decade = std::floor(log.low); decade <= log.high; ++decade)
            for (const double part : parts) {
                const double at = decade + std::log10(part);
                if (at >= log.low - within && at <= log.high + within)
                    ticks.push_back({at, sizeLabel(at, int(part))});
            }
        return ticks;
    }
    double step = 1;
    for (const double next : {1., 2., 3., 5., 10., 20., 50., 100.}) {
        step = next;
        if (perDecade * step >= labelHeight * 1.5)
            break;
    }
    const bool plain = log.low >= -3 - within && log.high <= 3 + within;
    for (double at = std::ceil(log.low / step - within) * step; at <= log.high + within; at += step)
        ticks.push_back({at, plain ? sizeLabel(at, 1)
                                   : QStringLiteral("10") + superscript(int(std::lround(at)))});
    if (ticks.size() < 2 && log.high - log.low <= 2) {  // no two decades in it: name its ends
        ticks.clear();
        for (const double end : {log.low, log.high})
            ticks.push_back(
                {end,
                 sizeLabel(end, int(std::lround(std::pow(10.0, end - std::floor(end + 1e-9)))))});
    }
    return ticks;
}

void paintSizeAxis(QPainter& painter, const QRectF& plot, const SizeAxis& axis, bool tight,
                   const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.plotGround);
    painter.drawRect(plot);
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    qreal free = plot.bottom() + metrics.height();  // what the labels below leave
    for (const SizeTick& tick : sizeTicks(axis.log, plot.height(), metrics.height())) {
        const qreal part = (tick.exponent - axis.log.low) / (axis.log.high - axis.log.low);
        const qreal y = axis.bottom + (axis.top - axis.bottom) * part;
        painter.setPen(QPen(theme.grid, theme.px(1)));
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y));
        QRectF label(plot.left() - theme.px(80), y - metrics.height() / 2, theme.px(75),
                     metrics.height());
        if (tight)
            label.moveTop(std::clamp(label.top(), plot.top(),
                                     std::max(plot.top(), plot.bottom() - label.height())));
        if (label.bottom() > free + 1)
            continue;
        free = label.top();
        painter.setPen(QPen(theme.mutedText));
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setPen(QPen(theme.plotFrame, theme.px(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.restore();
}

std::vector<UpdateTick> updateTicks(const QRectF& plot, const UpdateAxis& axis, qreal top,
                                    const Theme& theme) {
    const QFontMetricsF metrics(theme.font(11));
    const qreal widest = metrics.horizontalAdvance(QString::number(axis.last, 'f', 0));
    const double room = std::max(1.0, std::floor(plot.width() / (widest + theme.px(22))));
    const double least = std::max(1.0, axis.last / room);
    const double decade = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10 * decade;
    for (const double part : {5.0, 2.0, 1.0})
        if (part * decade >= least * 0.999)
            step = part * decade;
    std::vector<UpdateTick> ticks;
    for (double update = 0; update <= axis.last * (1 + 1e-9); update += step) {
        const QString text = QString::number(update, 'f', 0);
        const qreal width = metrics.horizontalAdvance(text) + theme.px(2);
        const qreal left = std::min(axis.x(update) - width / 2, plot.right() + theme.px(9) - width);
        ticks.push_back({text, QRectF(left, top, width, metrics.height())});
    }
    return ticks;
}

void paintUpdateAxis(QPainter& painter, const QRectF& plot, const UpdateAxis& axis, qreal top,
                     const Theme& theme) {
    painter.save();
    painter.setFont(theme.font(11));
    painter.setPen(QPen(theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    const QString unit = QCoreApplication::translate("rnnscope::LossPanel", "update");
    const qreal width = metrics.horizontalAdvance(unit) + theme.px(2);
    painter.drawText(QRectF(plot.left() - theme.px(7) - width, top, width, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, unit);
    for (const UpdateTick& tick : updateTicks(plot, axis, top, theme))
        painter.drawText(tick.rect, Qt::AlignCenter, tick.text);
    painter.restore();
}

}  // namespace rnnscope
