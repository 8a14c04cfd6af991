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
    explicit LossRange(const std::vector<UpdateRecord>& history) {
        for (const UpdateRecord& update : history) {
            if (!std::isfinite(update.loss))
                continue;
            low_ = any_ ? std::min(low_, update.loss) : update.loss;
            high_ = any_ ? std::max(high_, update.loss) : update.loss;
            any_ = true;
        }
    }
    double part(double loss) const {
        const double span = high_ / 2 - low_ / 2;
        return span > 0 ? (loss / 2 - low_ / 2) / span : 0.5;
    }

  private:
    bool any_ = false;
    double low_ = 0, high_ = 0;
};

/// Where what stands: the curve above, the ticks below, the last value at the right.
struct Places {
    QRectF curve;
    qreal floor = 0;
    qreal bottom = 0;
    std::size_t last = 1;

    qreal x(std::size_t update) const {
        return curve.left() + curve.width() * double(update) / double(last);
    }
};

Places placesIn(const QRectF& area, const std::vector<UpdateRecord>& history, const Theme& theme) {
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
QVector<QLineF> curveLines(const Places& places, const std::vector<UpdateRecord>& history) {
    const LossRange range(history);
    QVector<QLineF> lines;
    QPointF before;
    bool joined = false;
    qreal top = 0, bottom = 0;
    for (std::size_t update = 0; update < history.size(); ++update) {
        if (!std::isfinite(history[update].loss)) {
            joined = false;
            continue;
        }
        const QRectF& curve = places.curve;
        const QPointF now(places.x(update),
                          curve.bottom() - curve.height() * range.part(history[update].loss));
        if (joined && std::floor(now.x()) == std::floor(before.x())) {
            top = std::min(top, now.y());
            bottom = std::max(bottom, now.y());
            const bool leaves =
                update == places.last || std::floor(places.x(update + 1)) != std::floor(now.x());
            if (leaves)
                lines << QLineF(now.x(), top, now.x(), bottom);
        } else {
            if (joined)
                lines << QLineF(before, now);
            top = bottom = now.y();
        }
        before = now;
        joined = true;
    }
    return lines;
}

QVector<QLineF> clippedTicks(const Places& places, const std::vector<UpdateRecord>& history) {
    QVector<QLineF> ticks;
    qreal last = -1e9;
    for (std::size_t update = 0; update < history.size(); ++update) {
        const qreal x = places.x(update);
        if (!history[update].clipped || x - last < 1)
            continue;
        ticks << QLineF(x, places.floor, x, places.bottom);
        last = x;
    }
    return ticks;
}

}  // namespace

void paintLossHistory(QPainter& painter, const QRectF& area,
                      const std::vector<UpdateRecord>& history, const Theme& theme) {
    const Places places = placesIn(area, history, theme);
    const QRectF& curve = places.curve;
    painter.setPen(QPen(theme.plotFrame, theme.px(1)));
    painter.drawLine(QLineF(curve.left(), places.floor, curve.right(), places.floor));
    painter.setPen(QPen(theme.mutedText, theme.px(1.8), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(curveLines(places, history));
    const bool dense = double(history.size()) * theme.px(4) > curve.width();
    painter.setPen(
        QPen(theme.quantityLine(u"gradient"), theme.px(dense ? 1 : 2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(clippedTicks(places, history));

    painter.setFont(theme.boldFont(11));
    const auto broken =
        std::find_if(history.begin(), history.end(),
                     [](const UpdateRecord& update) { return !std::isfinite(update.loss); });
    if (broken != history.end()) {
        painter.setPen(QPen(theme.danger));
        painter.drawText(curve, Qt::AlignCenter,
                         Words::tr("not finite from update %1 on").arg(broken - history.begin()));
    }
    const double last = history.back().loss;
    const bool finite = std::isfinite(last);
    const qreal y = finite ? curve.bottom() - curve.height() * LossRange(history).part(last)
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

std::size_t updateAt(qreal x, const QRectF& area, const std::vector<UpdateRecord>& history,
                     const Theme& theme) {
    const Places places = placesIn(area, history, theme);
    const qreal part = (x - places.curve.left()) / places.curve.width();
    return std::size_t(std::round(std::clamp(part, 0.0, 1.0) * double(places.last)));
}

}  // namespace rnnscope
