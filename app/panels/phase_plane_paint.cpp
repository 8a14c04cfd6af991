// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the phase plane: the path, its start, where the playhead is, and which way the
// loss falls.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "app/panels/phase_plane_panel.h"
#include "app/plot/axes.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"

namespace rnnscope {

namespace {

constexpr int thickSteps = 1500;  // more are drawn in thinner lines
constexpr int tailSteps = 8;      // before the playhead, full

bool isPoint(const QPointF& point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace

QColor PhasePlanePanel::hue() const {
    return theme().quantityLine(
        QString::fromUtf8(quantity().id.data(), qsizetype(quantity().id.size())));
}

// Early faint, late nearly full; the steps just before the playhead are drawn over this.
QColor PhasePlanePanel::shade(double part) const {
    return theme().faint(hue(), 0.36 + 0.44 * part);
}

/// The whole path, faint: what will be played.
void PhasePlanePanel::paintPath(QPainter& painter) const {
    if (!snapshot())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    if (path_.axes == PlaneAxes::Return) {  // where a step changes nothing
        const double low = plot_->xAxis->range().lower, high = plot_->xAxis->range().upper;
        QPen pen(theme().mutedText, theme().px(1), Qt::DashLine);
        painter.setPen(pen);
        painter.drawLine(
            QPointF(plot_->xAxis->coordToPixel(low), plot_->yAxis->coordToPixel(low)),
            QPointF(plot_->xAxis->coordToPixel(high), plot_->yAxis->coordToPixel(high)));
    }
    const QColor faint = theme().faint(hue(), theme().isDark ? 0.28 : 0.2);
    trail_.paint(painter, 0, trail_.last(), theme().px(1.3), [&](double) { return faint; });
    if (!message().isEmpty()) {
        painter.setFont(theme().font(12));
        painter.setPen(theme().mutedText);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, message());
    }
    if (!plot_->xAxis->label().isEmpty())
        return;
    // No room beside the axes: inside, where the path is drawn over it.
    painter.setFont(theme().font(10));
    painter.setPen(theme().mutedText);
    const QRectF inner =
        area.adjusted(theme().px(4), theme().px(2), -theme().px(4), -theme().px(2));
    drawText(painter, inner, Qt::AlignRight | Qt::AlignBottom, coordinateName(0));
    drawText(painter, inner, Qt::AlignLeft | Qt::AlignTop, coordinateName(1));
}

void PhasePlanePanel::paintCursor(QCPPainter& painter) {
    if (!snapshot() || path_.points.size() == 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    const double beyond = theme().px(20);  // an arrow may reach over the frame
    if (!inFigure_)
        painter.setClipRect(plotArea().adjusted(-beyond, -beyond, beyond, beyond));
    const double width = theme().px(steps() > thickSteps ? 1.2 : 2);
    const auto shading = [this](double part) { return shade(part); };
    const int to = playedTo();
    if (inFigure_)
        trail_.paint(painter, 0, to, width, shading);
    else
        trail_.paintPlayed(painter, to, size(), devicePixelRatioF(), width, shading);
    if (!backwardBegun())
        trail_.paint(painter, to - tailSteps, to, theme().px(2.2),
                     [this](double) { return hue(); });
    paintStart(painter);
    paintMarkedPair(painter);
    paintNow(painter);
    painter.restore();
    paintReadOut(painter);
}

/// A small label with a ground of its own, beside a point and inside the plot.
void PhasePlanePanel::paintTag(QPainter& painter, const QPointF& beside, const QPointF& side,
                               const QString& text, const QColor& ink) const {
    painter.setFont(theme().boldFont(11));
    const QFontMetricsF metrics(painter.font());
    QRectF rect(0, 0, metrics.horizontalAdvance(text) + theme().px(8),
                metrics.height() + theme().px(2));
    const QRectF area = plotArea();
    const double gap = theme().px(8);
    rect.moveCenter(beside + QPointF(side.x() * (gap + rect.width() / 2),
                                     side.y() * (gap + rect.height() / 2)));
    // On the other side where this one has no room.
    if (rect.right() > area.right() || rect.left() < area.left())
        rect.moveCenter({2 * beside.x() - rect.center().x(), rect.center().y()});
    if (rect.bottom() > area.bottom() || rect.top() < area.top())
        rect.moveCenter({rect.center().x(), 2 * beside.y() - rect.center().y()});
    QColor veil = theme().plotGround;
    veil.setAlphaF(0.82f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect, theme().px(3), theme().px(3));
    painter.setPen(ink);
    drawText(painter, rect, Qt::AlignCenter, text);
}

/// An open ring where the path begins, and a cross where it breaks off.
void PhasePlanePanel::paintStart(QPainter& painter) const {
    const auto& points = trail_.points();
    const auto first = std::find_if(points.begin(), points.end(), isPoint);
    if (first == points.end())
        return;
    const double size = theme().px(4.5);
    const QColor ink = hue();
    painter.setPen(QPen(ink, theme().px(1.8)));
    painter.setBrush(theme().plotGround);
    painter.drawEllipse(*first, size, size);
    const auto number = int(first - points.begin());
    const QPointF now = pointOf(numberOf(view().position.step));
    const bool apart = !(QLineF(*first, now).length() < theme().px(46));
    if (apart && plotArea().width() > theme().px(150) && plotArea().height() > theme().px(90))
        paintTag(painter, *first, {-1, 0.3},
                 number == 0 ? symbol() + QStringLiteral("₀") : tr("start"),
                 theme().quantityText(
                     QString::fromUtf8(quantity().id.data(), qsizetype(quantity().id.size()))));
    const auto broken =
        std::find_if(first, points.end(), [](const QPointF& point) { return !isPoint(point); });
    if (broken == points.end())
        return;
    const QRectF area = plotArea();  // values far beyond are still numbers
    const QPointF last(std::clamp(std::prev(broken)->x(), area.left(), area.right()),
                       std::clamp(std::prev(broken)->y(), area.top(), area.bottom()));
    painter.setPen(QPen(theme().danger, theme().px(2)));
    for (const double turn : {-1.0, 1.0})
        painter.drawLine(last - size * QPointF(1, turn), last + size * QPointF(1, turn));
    paintTag(painter, last, {1, 2.4},
             tr("overflowed here: t = %1").arg(stepOf(int(broken - points.begin())) + 1),
             theme().danger);
}

/// Steps that are pointed at elsewhere.
void PhasePlanePanel::paintMarkedPair(QPainter& painter) const {
    const auto& pair = view().pair;
    if (!pair || pair->loss >= steps() || pair->state >= steps())
        return;
    for (const auto& [step, text, ink] :
         {std::tuple(pair->loss, QStringLiteral("L"), theme().quantityText(u"gradient")),
          std::tuple(pair->state, QStringLiteral("h"), theme().quantityText(u"h"))}) {
        const QPointF at = pointOf(numberOf(step));
        if (!isPoint(at))
            continue;
        painter.setPen(QPen(ink, theme().px(1.8)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, theme().px(6), theme().px(6));
        paintTag(painter, at, {1, -0.8}, text + subscript(step + 1), ink);
    }
}

// Its length tells the size by its logarithm: the shortest is 10⁻⁸, the longest 100.
std::optional<PhasePlanePanel::Arrow> PhasePlanePanel::arrow(int number) const {
    const double size = path_.slope(number);
    if (!std::isfinite(size) || size == 0)
        return std::nullopt;
    const double part = std::clamp((LogAxis{-8, 2}.position(size) + 8) / 10, 0.0, 1.0);
    // The directions on the two axes, in pixels; first of all as a share of the axis.
    const auto share = [&](int axis, const QCPAxis* on) {
        return path_.descent(axis, number) / size / on->range().size();
    };
    const QRectF area = plotArea();
    const QPointF along(share(0, plot_->xAxis) * area.width(),
                        -share(1, plot_->yAxis) * area.height());
    const double length = std::hypot(along.x(), along.y());
    if (!(length > 0) || !std::isfinite(length))
        return std::nullopt;
    const double longest = std::min(theme().px(90), 0.4 * std::min(area.width(), area.height()));
    const double shortest = std::min(theme().px(14), longest);
    return Arrow{along / length * (shortest + part * (longest - shortest)), size};
}

void PhasePlanePanel::paintNow(QPainter& painter) const {
    const int number = numberOf(view().position.step);
    const QPointF at = pointOf(number);
    if (!isPoint(at))
        return;
    QPointF side(1, -0.8);
    if (showsDescent())
        if (const auto shown = arrow(number)) {
            const QPointF tip = at + shown->along;
            const QPointF unit = shown->along / std::hypot(shown->along.x(), shown->along.y());
            const QPointF across(-unit.y(), unit.x());
            const double head = theme().px(6);
            const QColor ink = theme().quantityLine(u"gradient");
            painter.setPen(QPen(ink, theme().px(2.6), Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(at, tip - head * unit);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawPolygon(QPolygonF({tip, tip - 1.6 * head * unit + head * across,
                                           tip - 1.6 * head * unit - head * across}));
            side = {unit.x() > 0 ? -1.0 : 1.0, unit.y() > 0 ? -0.8 : 0.8};  // away from it
        }
    painter.setPen(QPen(theme().card, theme().px(1.5)));
    painter.setBrush(theme().strong);
    painter.drawEllipse(at, theme().px(5), theme().px(5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue());
    painter.drawEllipse(at, theme().px(2.8), theme().px(2.8));
    if (plotArea().height() > theme().px(70))
        paintTag(painter, at, side, tr("t = %1").arg(stepOf(number) + 1), theme().strong);
}

/// Time, coordinates, and in the backward pass the arrow's size.
QStringList PhasePlanePanel::readOut() const {
    if (!snapshot() || path_.points.size() == 0)
        return {};
    const int number = numberOf(view().position.step);
    QStringList lines{timeText(number)};
    for (const int axis : {0, 1})
        lines << QStringLiteral("%1 = %2").arg(coordinateName(axis),
                                               shortNumber(path_.points(axis, number)));
    if (showsDescent())
        lines << tr("−∂L/∂%1: %2").arg(symbol(), shortNumber(path_.slope(number)));
    return lines;
}

void PhasePlanePanel::paintReadOut(QPainter& painter) const {
    if (readOutPlace_.isEmpty())
        return;
    const QStringList lines = readOut();
    const bool beside = readOutPlace_.left() > plotArea().right();
    QRectF line = readOutPlace_.adjusted(theme().px(6), theme().px(3), -theme().px(4), 0);
    line.setHeight(QFontMetricsF(theme().font(11)).height() * (beside ? 1.35 : 1));
    if (!beside) {
        QColor veil = theme().plotGround;
        veil.setAlphaF(0.85f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        painter.drawRoundedRect(
            QRectF(readOutPlace_.topLeft(),
                   QSizeF(readOutPlace_.width(),
                          double(lines.size()) * line.height() + theme().px(6))),
            theme().px(4), theme().px(4));
    }
    for (qsizetype k = 0; k < lines.size(); ++k) {
        painter.setFont(k == 0 ? theme().boldFont(11) : theme().font(11));
        painter.setPen(k == 3 ? theme().quantityText(u"gradient") : theme().text);
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, lines[k]);
        line.translate(0, line.height());
    }
    if (!beside || line.bottom() + 4 * line.height() > readOutPlace_.bottom())
        return;
    painter.setFont(theme().font(10));
    painter.setPen(theme().mutedText);
    QStringList words{tr("Time runs along the arrows.")};
    if (lines.size() > 3)
        words << tr("The loss falls the way the thick arrow points; its length is logarithmic.");
    painter.drawText(
        QRectF(QPointF(line.left(), line.top() + theme().px(8)), readOutPlace_.bottomRight()),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words.join(QLatin1Char(' ')));
}

}  // namespace rnnscope
