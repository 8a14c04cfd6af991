// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_history.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <optional>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ClippingPanel)
};

/// 0 at the smallest finite loss, 1 at the largest; safe for losses near the largest double.
class LossRange {
  public:
    explicit LossRange(const UpdateColumns& columns) {
        for (const UpdateColumn& column : columns.columns())
            range_.add(column[UpdateValue::Loss]);
    }
    double part(double loss) const {
        const double span = range_.high / 2 - range_.low / 2;
        return span > 0 ? (loss / 2 - range_.low / 2) / span : 0.5;
    }

  private:
    ValueRange range_;
};

/// Where what stands: the curve above, the ticks below, the last value at the right.
struct Places {
    QRectF curve;
    qreal floor = 0;
    qreal bottom = 0;
    std::size_t last = 1;

    qreal x(double update) const { return curve.left() + curve.width() * update / double(last); }
};

Places placesIn(const QRectF& area, const History& history, const Theme& theme) {
    const QFontMetricsF metrics(theme.boldFont(11));
    const qreal label = metrics.horizontalAdvance(shortNumber(history.back().loss)) + theme.px(12);
    Places places;
    places.bottom = area.bottom();
    places.floor = area.bottom() - theme.px(6);
    places.curve = QRectF(
        area.topLeft() + QPointF(0, theme.px(4)),
        QPointF(std::max(area.left() + 1, area.right() - label), places.floor - theme.px(4)));
    places.last = history.size() - 1;
    return places;
}

/// At most two lines a pixel column: into it, and over its extremes.
QVector<QLineF> curveLines(const Places& places, const UpdateColumns& columns) {
    const LossRange range(columns);
    const QRectF& curve = places.curve;
    const auto y = [&](double loss) { return curve.bottom() - curve.height() * range.part(loss); };
    QVector<QLineF> lines;
    QPointF before;
    bool joined = false;
    const std::size_t count = columns.columns().size();
    for (std::size_t k = 0; k < count; ++k) {
        ValueRange losses = columns.columns()[k][UpdateValue::Loss];
        const qreal x = places.x(columns.middle(k));
        while (k + 1 < count && std::floor(places.x(columns.middle(k + 1))) == std::floor(x))
            losses.add(columns.columns()[++k][UpdateValue::Loss]);
        if (losses.empty()) {
            joined = false;
            continue;
        }
        const QPointF low(x, y(losses.low)), high(x, y(losses.high));
        if (joined)
            lines << QLineF(before, high);
        if (low != high)
            lines << QLineF(high, low);
        before = low;
        joined = true;
    }
    return lines;
}

QVector<QLineF> clippedTicks(const Places& places, const UpdateColumns& columns) {
    QVector<QLineF> ticks;
    qreal last = -1e9;
    for (std::size_t k = 0; k < columns.columns().size(); ++k) {
        const qreal x = places.x(columns.middle(k));
        if (columns.columns()[k].clipped == 0 || x - last < 1)
            continue;
        ticks << QLineF(x, places.floor, x, places.bottom);
        last = x;
    }
    return ticks;
}

/// The first update whose loss is not finite.
std::optional<std::size_t> firstBroken(const History& history, const UpdateColumns& columns) {
    for (std::size_t k = 0; k < columns.columns().size(); ++k)
        if (columns.columns()[k][UpdateValue::Loss].broken)
            for (std::size_t update = k * columns.perColumn(); update < history.size(); ++update)
                if (!std::isfinite(history[update].loss))
                    return update;
    return std::nullopt;
}

}  // namespace

void paintLossHistory(QPainter& painter, const QRectF& area, const History& history,
                      const UpdateColumns& columns, const Theme& theme) {
    const Places places = placesIn(area, history, theme);
    const QRectF& curve = places.curve;
    painter.setPen(QPen(theme.plotFrame, theme.px(1)));
    painter.drawLine(QLineF(curve.left(), places.floor, curve.right(), places.floor));
    painter.setPen(QPen(theme.mutedText, theme.px(1.8), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(curveLines(places, columns));
    const bool dense = double(history.size()) * theme.px(4) > curve.width();
    painter.setPen(
        QPen(theme.quantityLine(u"gradient"), theme.px(dense ? 1 : 2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(clippedTicks(places, columns));

    painter.setFont(theme.boldFont(11));
    if (const auto broken = firstBroken(history, columns)) {
        painter.setPen(QPen(theme.danger));
        painter.drawText(curve, Qt::AlignCenter,
                         Words::tr("not finite from update %1 on").arg(qulonglong(*broken)));
    }
    const double last = history.back().loss;
    const bool finite = std::isfinite(last);
    const qreal y = finite ? curve.bottom() - curve.height() * LossRange(columns).part(last)
                           : curve.center().y();
    if (finite) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawEllipse(QPointF(curve.right(), y), theme.px(3.5), theme.px(3.5));
    }
    painter.setPen(QPen(finite ? theme.text : theme.danger));
    const qreal height = QFontMetricsF(painter.font()).height();
    const qreal top =
        std::clamp(y - height / 2, area.top(), std::max(area.top(), area.bottom() - height));
    painter.drawText(QRectF(curve.right() + theme.px(8), top, area.right() - curve.right(), height),
                     Qt::AlignLeft | Qt::AlignVCenter, shortNumber(last));
}

std::size_t updateAt(qreal x, const QRectF& area, const History& history, const Theme& theme) {
    const Places places = placesIn(area, history, theme);
    const qreal part = (x - places.curve.left()) / places.curve.width();
    return std::size_t(std::round(std::clamp(part, 0.0, 1.0) * double(places.last)));
}

}  // namespace rnnscope
