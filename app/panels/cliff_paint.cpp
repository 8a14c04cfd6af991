// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cliff_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/contributions_paint.h"
#include "app/plot/beside_gradient.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::CliffPanel)
};

constexpr int oneLine = Qt::TextSingleLine | Qt::TextDontClip | Qt::AlignVCenter;

QPointF placeOf(const CliffFrame& frame, const CliffPoint& point) {
    const QPointF place = frame.point(point.w, point.b);
    // Far outside is far enough for a line to point there.
    const qreal far = 1e5;
    return {std::clamp(place.x(), -far, far), std::clamp(place.y(), -far, far)};
}

QVector<QLineF> path(const CliffFrame& frame, const std::vector<CliffPoint>& run, int first,
                     int last) {
    QVector<QLineF> lines;
    for (int k = first; k < last; ++k) {
        QPointF a = placeOf(frame, run[std::size_t(k)]),
                b = placeOf(frame, run[std::size_t(k) + 1]);
        if (clipLine(frame.map, a, b) && QLineF(a, b).length() > 0.05)
            lines << QLineF(a, b);
    }
    return lines;
}

void paintRun(QPainter& painter, const CliffFrame& frame, bool clipped) {
    const Theme& look = frame.theme;
    const auto& run = clipped ? frame.runs.clipped : frame.runs.plain;
    const QColor colour = frame.colour(clipped);
    // What comes is faint; what was is drawn over a halo, so that it shows on every colour.
    QColor coming = look.card;
    coming.setAlphaF(0.45f);
    painter.setPen(QPen(coming, look.px(1), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(path(frame, run, frame.step, cliffSteps));
    const QVector<QLineF> played = path(frame, run, 0, frame.step);
    painter.setPen(QPen(look.card, look.px(4.4), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(played);
    painter.setPen(QPen(colour, look.px(2.2), Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(played);
    painter.setPen(QPen(look.card, look.px(0.8)));
    painter.setBrush(colour);
    QPointF before = placeOf(frame, run.front());
    for (int k = 1; k < frame.step; ++k) {
        const QPointF place = placeOf(frame, run[std::size_t(k)]);
        if (!frame.map.contains(place) || QLineF(before, place).length() < look.px(7))
            continue;  // dots side by side would be a line of their own
        painter.drawEllipse(place, look.px(2.6), look.px(2.6));
        before = place;
    }
}

/// Where a run is now: round where it is clipped, square where not.
void paintPlace(QPainter& painter, const CliffFrame& frame, bool clipped) {
    const Theme& look = frame.theme;
    const auto& run = clipped ? frame.runs.clipped : frame.runs.plain;
    const QPointF place = placeOf(frame, run[std::size_t(frame.step)]);
    painter.setPen(QPen(look.card, look.px(1.8)));
    painter.setBrush(frame.colour(clipped));
    const qreal size = look.px(5.5);
    if (!frame.map.contains(place)) {
        // An arrow at the border, where the run left the picture.
        int inside = std::max(0, frame.step - 1);
        while (inside > 0 && !frame.map.contains(placeOf(frame, run[std::size_t(inside)])))
            --inside;
        const QRectF border = frame.map.adjusted(2 * size, 2 * size, -2 * size, -2 * size);
        QPointF from = placeOf(frame, run[std::size_t(inside)]);
        const QPointF target = placeOf(frame, run[std::size_t(inside) + 1]);
        QPointF edge = target;
        if (!clipLine(border, from, edge))
            edge = {std::clamp(place.x(), border.left(), border.right()),
                    std::clamp(place.y(), border.top(), border.bottom())};
        painter.save();
        painter.translate(edge);
        painter.rotate(-QLineF(edge, target).angle());
        painter.drawPolygon(QPolygonF({{1.6 * size, 0}, {-size, -size}, {-size, size}}));
        painter.restore();
        return;
    }
    if (clipped)
        painter.drawEllipse(place, size, size);
    else
        painter.drawRect(QRectF(place - QPointF(size, size), QSizeF(2 * size, 2 * size)));
}

void paintStart(QPainter& painter, const CliffFrame& frame) {
    const Theme& look = frame.theme;
    const QPointF place = frame.point(frame.choice.w, frame.choice.b);
    if (!frame.map.contains(place))
        return;
    const qreal radius = look.px(frame.held ? 9.5 : 8);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.card, look.px(5)));
    painter.drawEllipse(place, radius, radius);
    painter.setPen(QPen(look.strong, look.px(2.2)));
    painter.drawEllipse(place, radius, radius);
}

QString nameOf(const CliffFrame& frame, bool clipped) {
    return clipped ? Words::tr("clipped at %1").arg(shortNumber(frame.choice.threshold))
                   : Words::tr("not clipped");
}

struct Line {
    QString name, words;
};

qreal lineHeight(const QString& name, const QString& words, qreal width, const Theme& theme) {
    const QFontMetricsF bold(theme.boldFont(12)), body(theme.font(12));
    const qreal indent = theme.px(17) + bold.horizontalAdvance(name) + theme.px(10);
    const qreal rest = std::max(1.0, width - indent);
    if (body.horizontalAdvance(words) <= rest)
        return bold.height();
    return bold.height() +
           body.boundingRect(QRectF(0, 0, width - theme.px(17), 1e4), Qt::TextWordWrap, words)
               .height();
}

}  // namespace

ColorScale cliffScale() {
    return ColorScale::logSize(-5, 0);
}

QPointF CliffFrame::point(double w, double b) const {
    return {map.left() + (w - window.left) / (window.right - window.left) * map.width(),
            map.bottom() - (b - window.low) / (window.high - window.low) * map.height()};
}

double CliffFrame::x(double update) const {
    return losses.left() + update / cliffSteps * losses.width();
}

QColor CliffFrame::colour(bool clipped) const {
    return clipped ? theme.quantityLine(u"gradient") : besideGradient(theme);
}

QColor CliffFrame::ink(bool clipped) const {
    return clipped ? theme.quantityText(u"gradient") : theme.mutedText;
}

void paintCliffMap(QPainter& painter, const CliffFrame& frame) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const bool clipped : {false, true})
        paintRun(painter, frame, clipped);
    paintStart(painter, frame);
    for (const bool clipped : {false, true})
        paintPlace(painter, frame, clipped);
    painter.restore();
}

void paintCliffLosses(QPainter& painter, const CliffFrame& frame) {
    if (frame.losses.isEmpty())
        return;
    const Theme& look = frame.theme;
    const QRectF& area = frame.losses;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QVector<QLineF> ticks;
    for (int k = 0; k < frame.step; ++k)
        if (frame.runs.clipped[std::size_t(k)].clipped)
            ticks << QLineF(frame.x(k), area.bottom() - look.px(5), frame.x(k), area.bottom());
    painter.setPen(QPen(frame.colour(true), look.px(1.5), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(ticks);
    QColor veil = look.plotGround;
    veil.setAlphaF(0.76f);
    const qreal now = frame.x(frame.step), edge = look.px(1);
    painter.fillRect(
        QRectF(QPointF(now, area.top() + edge), QPointF(area.right() - edge, area.bottom() - edge)),
        veil);
    const auto thrown = thrownAt(std::span(frame.runs.plain).first(std::size_t(frame.step) + 1));
    painter.setFont(look.boldFont(11));
    const QFontMetricsF metrics(painter.font());
    if (thrown) {
        const qreal x = frame.x(*thrown);
        painter.setPen(QPen(look.danger, look.px(1.3), Qt::DashLine));
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()));
        const QString text = Words::tr("thrown: update %1").arg(*thrown);
        const QSizeF size(metrics.horizontalAdvance(text) + look.px(8), metrics.height());
        const bool right = x + size.width() + look.px(4) < area.right();
        QRectF tag(QPointF(right ? x + look.px(4) : x - look.px(4) - size.width(),
                           area.top() + look.px(2)),
                   size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.plotGround);
        painter.drawRect(tag);
        painter.setPen(QPen(look.danger));
        painter.drawText(tag, oneLine | Qt::AlignHCenter, text);
    }
    painter.setPen(QPen(look.strong, look.px(1.5)));
    painter.drawLine(QLineF(now, area.top(), now, area.bottom()));
    for (const bool clipped : {false, true}) {
        const auto& run = clipped ? frame.runs.clipped : frame.runs.plain;
        const double loss = run[std::size_t(frame.step)].loss;
        if (!std::isfinite(loss))
            continue;
        painter.setPen(QPen(look.card, look.px(1.4)));
        painter.setBrush(frame.colour(clipped));
        painter.drawEllipse(QPointF(now, frame.lossY(loss)), look.px(4), look.px(4));
    }
    painter.restore();
}

void paintCliffWords(QPainter& painter, const CliffFrame& frame) {
    if (frame.words.isEmpty())
        return;
    const Theme& look = frame.theme;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    qreal y = frame.words.top();
    for (const bool clipped : {false, true}) {
        const QString name = nameOf(frame, clipped);
        const QString words = clipped ? clippedWords(frame.runs.clipped, frame.step)
                                      : plainWords(frame.runs.plain, frame.step);
        const QFontMetricsF bold(look.boldFont(12)), body(look.font(12));
        const qreal middle = y + bold.height() / 2, size = look.px(4.5);
        const QPointF mark(frame.words.left() + look.px(6), middle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(frame.colour(clipped));
        if (clipped)
            painter.drawEllipse(mark, size, size);
        else
            painter.drawRect(QRectF(mark - QPointF(size, size), QSizeF(2 * size, 2 * size)));
        const qreal left = frame.words.left() + look.px(17);
        painter.setFont(look.boldFont(12));
        painter.setPen(QPen(frame.ink(clipped)));
        painter.drawText(QRectF(left, y, frame.words.right() - left, bold.height()), oneLine, name);
        painter.setFont(look.font(12));
        painter.setPen(QPen(look.text));
        const qreal indent = left + bold.horizontalAdvance(name) + look.px(10);
        const qreal height = lineHeight(name, words, frame.words.width(), look);
        if (body.horizontalAdvance(words) <= frame.words.right() - indent)
            painter.drawText(QRectF(indent, y, frame.words.right() - indent, bold.height()),
                             oneLine, words);
        else
            painter.drawText(QRectF(left, y + bold.height(), frame.words.right() - left,
                                    std::max(0.0, height - bold.height())),
                             Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
        y += height + look.px(3);
    }
    painter.restore();
}

void paintCliffHead(QPainter& painter, const CliffFrame& frame) {
    const Theme& look = frame.theme;
    painter.save();
    painter.setFont(look.font(11));
    const qreal left = paintSizeBar(painter, look, cliffScale(), frame.head, frame.map.right(),
                                    std::min(look.px(96), 0.35 * frame.map.width()));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(QPen(look.mutedText));
    for (const QString& words : {Words::tr("error E of x ← w·σ(x) + b after 50 steps"),
                                 Words::tr("error after 50 steps"), Words::tr("error E")})
        if (metrics.horizontalAdvance(words) < left - look.px(8) - frame.map.left()) {
            painter.drawText(QRectF(frame.map.left(), frame.head.top(), left - frame.map.left(),
                                    frame.head.height()),
                             oneLine, words);
            break;
        }
    if (!frame.losses.isEmpty())
        painter.drawText(
            QRectF(frame.losses.left(), frame.losses.top() - metrics.height() - look.px(2),
                   frame.losses.width(), metrics.height()),
            oneLine, Words::tr("loss over the updates, clipped ones ticked"));
    painter.setFont(look.boldFont(12));
    painter.setPen(QPen(look.text));
    painter.drawText(
        QRectF(0, frame.head.top(), frame.map.left() - look.px(8), frame.head.height()),
        oneLine | Qt::AlignRight, QStringLiteral("b"));
    painter.drawText(
        QRectF(0, frame.map.bottom() + look.px(3), frame.map.left() - look.px(8), metrics.height()),
        oneLine | Qt::AlignRight, QStringLiteral("w"));
    painter.restore();
}

qreal cliffWordsHeight(const CliffRuns& runs, qreal width, const Theme& theme) {
    const QString name = Words::tr("clipped at %1").arg(shortNumber(0.123));
    // The longest of each kind, whatever the step.
    qreal plain = 0, clipped = 0;
    const std::optional<int> thrown = thrownAt(runs.plain);
    for (const int step : {0, thrown.value_or(0) + 1, cliffSteps}) {
        const int count = std::min(step, cliffSteps);
        plain = std::max(plain, lineHeight(name, plainWords(runs.plain, count), width, theme));
        clipped =
            std::max(clipped, lineHeight(name, clippedWords(runs.clipped, count), width, theme));
    }
    return plain + clipped + theme.px(6);
}

}  // namespace rnnscope
