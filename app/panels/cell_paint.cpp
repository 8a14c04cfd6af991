// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_panel.h"
#include "app/panels/cell_strip.h"
#include "app/panels/cell_words.h"
#include "app/plot/number.h"

namespace rnnscope {
namespace {

using Place = Wire::Place;

class Painter {
  public:
    Painter(QPainter& painter, const CellPicture& picture) : painter_(painter), is_(picture) {}
    void paint();

  private:
    double px(double length) const { return is_.theme.px(length); }
    const Cell& cell() const { return is_.values.cell(); }
    bool backward() const { return is_.progress.backward; }
    double number(Wire wire) const;
    bool near(const CellNet& net) const;

    void paintFrame();
    void paintNet(const CellNet& net);
    QPointF rim(const QPointF& end, int node) const;
    void paintLine(const CellNet::Branch& branch, int source, bool junction, double extend);
    void paintHead(const QPointF& tip, const QPointF& from, double size);
    void paintHeads(const CellNet& net, double width);
    void paintNode(std::size_t k);
    void paintBox(std::size_t k);
    void paintCircle(std::size_t k);
    void paintPin(const QPointF& at, const QColor& colour);
    void paintLabel(const CellScene::Label& label);
    void paintEquation();
    void fittedNumber(const QRectF& room, const QString& before, double value, const QFont& font,
                      Qt::Alignment where);
    void fitted(const QRectF& room, const QString& text, const QFont& font, Qt::Alignment where);

    QPainter& painter_;
    const CellPicture& is_;
};

double Painter::number(Wire wire) const {
    const Eigen::VectorXd all = backward() ? is_.values.gradient(wire) : is_.values.value(wire);
    return all[std::min<Index>(is_.unit, all.size() - 1)];
}

/// One or two digits: −0.35, 0.07, 6·10⁻⁶.
QString roundedNumber(double value) {
    const double size = std::abs(value);
    if (!std::isfinite(size) || size == 0)
        return shortNumber(value);
    if (size >= 0.0095 && size < 99.5)
        return QString::number(value, 'g', size < 0.095 ? 1 : 2)
            .replace(QLatin1Char('-'), QChar(0x2212));
    const QString raw = QString::number(value, 'e', 0);
    const qsizetype mark = raw.indexOf(QLatin1Char('e'));
    return raw.left(mark).replace(QLatin1Char('-'), QChar(0x2212)) + QStringLiteral("·10") +
           superscript(raw.mid(mark + 1).toInt());
}

/// Smaller where it would not fit.
void Painter::fitted(const QRectF& room, const QString& text, const QFont& font,
                     Qt::Alignment where) {
    QFont fits = font;
    while (fits.pixelSize() > 6 && subscriptedWidth(text, fits) > room.width())
        fits.setPixelSize(fits.pixelSize() - 1);
    drawSubscripted(painter_, room, text, fits, where);
}

/// In full where it fits at a size that can be read, else with fewer digits.
void Painter::fittedNumber(const QRectF& room, const QString& before, double value,
                           const QFont& font, Qt::Alignment where) {
    QFont least = font;
    least.setPixelSize(std::min(font.pixelSize(), qRound(px(9))));
    const QString full = before + shortNumber(value);
    const bool fits = subscriptedWidth(full, least) <= room.width();
    fitted(room, fits ? full : before + roundedNumber(value), font, where);
}

void Painter::paintFrame() {
    painter_.setPen(QPen(is_.theme.plotFrame, px(1)));
    painter_.setBrush(is_.theme.plotGround);
    painter_.drawRoundedRect(is_.scene.frame, px(10), px(10));
}

/// Whether a net enters or leaves the node that is pointed at, or carries the same from the step
/// before.
bool Painter::near(const CellNet& net) const {
    if (is_.hovered < 0)
        return false;
    const CellNode& node = is_.layout.nodes[std::size_t(is_.hovered)];
    const bool earlier = node.result.place == Place::Now && net.wire == before(node.result.index);
    return earlier || net.wire == node.result ||
           std::any_of(net.branches.begin(), net.branches.end(),
                       [&](const CellNet::Branch& each) { return each.node == is_.hovered; });
}

/// Circles are smaller than the tracks they take: where a line that ends at those meets them.
QPointF Painter::rim(const QPointF& end, int node) const {
    if (node < 0 || is_.layout.nodes[std::size_t(node)].box())
        return end;
    const QRectF circle = is_.scene.nodes[std::size_t(node)];
    const QPointF way = end - circle.center();
    const bool across = std::abs(way.x()) > std::abs(way.y());
    const double reach = (across ? circle.width() : circle.height()) / 2;
    return circle.center() + way * (reach / std::max(1.0, std::hypot(way.x(), way.y())));
}

void Painter::paintLine(const CellNet::Branch& branch, int source, bool junction, double extend) {
    std::vector<QPointF> points;
    for (const QPoint& each : branch.points)
        points.push_back(is_.scene.at(each));
    // From outside the cell, and out of it.
    const auto outward = [&](std::size_t k) {
        const QPoint& track = branch.points[k];
        if (track.x() == 0)
            points[k].rx() -= extend;
        else if (track.x() == is_.layout.width - 1)
            points[k].rx() += extend;
        else if (track.y() == is_.layout.height - 1)
            points[k].ry() += px(14);
    };
    outward(0);
    outward(points.size() - 1);
    if (branch.node >= 0)
        points.back() = rim(points.back(), branch.node);
    if (!junction)
        points.front() = rim(points.front(), source);
    QPainterPath path(points[0]);
    const double most = std::min({px(7), is_.scene.ux * 0.9, is_.scene.uy * 0.9});
    for (std::size_t k = 1; k + 1 < points.size(); ++k) {
        const QPointF in = points[k] - points[k - 1], out = points[k + 1] - points[k];
        const double a = std::hypot(in.x(), in.y()), b = std::hypot(out.x(), out.y());
        const double round = std::min({most, a / 2, b / 2});
        path.lineTo(points[k] - in * (round / std::max(a, 1e-9)));
        path.quadTo(points[k], points[k] + out * (round / std::max(b, 1e-9)));
    }
    path.lineTo(points.back());
    painter_.drawPath(path);
}

void Painter::paintHead(const QPointF& tip, const QPointF& from, double size) {
    const QPointF way = tip - from;
    const double length = std::max(1e-9, std::hypot(way.x(), way.y()));
    const QPointF along = way / length, across(-along.y(), along.x());
    const QPointF points[] = {tip, tip - along * size + across * size * 0.55,
                              tip - along * size * 0.75, tip - along * size - across * size * 0.55};
    painter_.drawPolygon(points, 4);
}

void Painter::paintHeads(const CellNet& net, double width) {
    const double size = px(5) + width * 1.3;
    painter_.setBrush(painter_.pen().color());
    painter_.setPen(Qt::NoPen);
    const auto& scene = is_.scene;
    const double reach = px(is_.scene.fontSize >= 13 ? 24 : 12);
    const auto tipAt = [&](const QPoint& track, int node) { return rim(scene.at(track), node); };
    if (!backward()) {
        for (const CellNet::Branch& branch : net.branches) {
            const QPoint &end = branch.points.back(),
                         &before = branch.points[branch.points.size() - 2];
            const bool leaves = end.x() == is_.layout.width - 1;
            QPointF tip = tipAt(end, branch.node);
            if (leaves)
                tip.rx() += reach + size * 0.5;
            paintHead(tip, scene.at(before), size);
        }
        return;
    }
    // Back to where it comes from, once.
    const int source = is_.layout.nodeOf(net.wire);
    for (const CellNet::Branch& branch : net.branches) {
        const QPoint &start = branch.points[0], &next = branch.points[1];
        QPointF tip = tipAt(start, source);
        const bool entry = start.x() == 0, below = start.y() == is_.layout.height - 1;
        const bool atSource =
            source >= 0 && !std::count(net.junctions.begin(), net.junctions.end(), start);
        if (entry)
            tip.rx() -= reach + size * 0.5;
        else if (below)
            tip.ry() += px(14) + size * 0.5;
        if (entry || below || atSource)
            paintHead(tip, scene.at(next), size);
    }
}

void Painter::paintNet(const CellNet& net) {
    const bool known = is_.progress.known(cell(), net.wire);
    const bool state = net.wire && net.wire.place != Place::Inner &&
                       std::count(cell().states().begin(), cell().states().end(), net.wire.index);
    QColor colour = wireColor(is_, net.wire);
    double width = state ? 2.8 : 2;
    if (backward() && known) {
        // As wide as the gradient is large: a millionth and less is a hair.
        const double size = std::abs(number(net.wire));
        const double part = std::isfinite(size) && size > 0
                                ? std::clamp(1 + std::log10(size) / 6, 0.0, 1.0)
                                : (size == 0 ? 0.0 : 1.0);
        width = 1 + 3 * part;
        const double weak = is_.theme.isDark ? 0.6 : 0.35;
        colour = is_.theme.faint(is_.theme.gradient, weak + (1 - weak) * part);
    }
    if (!known)
        colour = is_.theme.faint(backward() ? is_.theme.mutedText : colour,
                                 is_.theme.isDark ? 0.36 : 0.24);
    if (near(net)) {
        width += 1.2;
        colour = blend(colour, is_.theme.strong, 0.7);
    }
    width = px(width * std::max(1.0, is_.scene.fontSize / 13));
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    for (const CellNet::Branch& branch : net.branches)
        paintLine(branch, is_.layout.nodeOf(net.wire),
                  std::count(net.junctions.begin(), net.junctions.end(), branch.points[0]) > 0,
                  px(is_.scene.fontSize >= 13 ? 24 : 12));
    painter_.save();
    paintHeads(net, width);
    painter_.restore();
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colour);
    for (const QPoint& each : net.junctions)
        painter_.drawEllipse(is_.scene.at(each), width / 2 + px(1.6), width / 2 + px(1.6));
}

void Painter::paintPin(const QPointF& at, const QColor& colour) {
    painter_.setPen(QPen(colour, px(1.4), Qt::SolidLine, Qt::RoundCap));
    painter_.drawLine(at, at + QPointF(-px(5), px(8)));
    painter_.setPen(QPen(is_.theme.card, px(1)));
    painter_.setBrush(colour);
    painter_.drawEllipse(at, px(4.4), px(4.4));
}

void Painter::paintNode(std::size_t k) {
    const CellNode& node = is_.layout.nodes[k];
    const auto current = is_.progress.current();
    const bool ringed = current && (node.affine == current || node.function == current);
    if (ringed || is_.hovered == int(k)) {
        const double away = px(3);
        const QRectF ring = is_.scene.nodes[k].adjusted(-away, -away, away, away);
        painter_.setPen(QPen(ringed ? is_.theme.strong : is_.theme.accent, px(ringed ? 2.2 : 1.6)));
        painter_.setBrush(is_.theme.plotGround);
        const double round = node.box() ? px(10) : ring.width() / 2;
        painter_.drawRoundedRect(ring, round, round);
    }
    node.box() ? paintBox(k) : paintCircle(k);
}

void Painter::paintBox(std::size_t k) {
    const CellNode& node = is_.layout.nodes[k];
    const Theme& theme = is_.theme;
    const QRectF box = is_.scene.nodes[k], above = is_.scene.upper(k), below = is_.scene.lower(k);
    const bool done = is_.progress.done(node.last()), half = is_.progress.done(*node.affine);
    const QColor colour = wireColor(is_, node.result);
    const QColor full = done ? colour : theme.faint(colour, 0.22);
    const QColor tint = theme.faint(colour, half ? 0.22 : 0.08);
    const double round = px(8);
    QPainterPath outline;
    outline.addRoundedRect(box, round, round);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(full);
    if (below.isEmpty()) {
        painter_.drawPath(outline);
    } else {
        QPainterPath lower;
        lower.addRect(below);
        painter_.drawPath(outline.subtracted(lower));
        painter_.setBrush(tint);
        painter_.drawPath(outline.intersected(lower));
    }
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(done || half ? colour : theme.faint(colour, 0.4), px(1.2)));
    painter_.drawPath(outline);

    const double size = is_.scene.fontSize;
    const QColor ink = done ? theme.textOn(full) : theme.mutedText;
    const Qt::Alignment middle = Qt::AlignHCenter | Qt::AlignVCenter;
    const QRectF strip = is_.scene.strip(k);
    QRectF words = above.adjusted(px(3), px(2), -px(3), -px(2));
    if (!strip.isEmpty())
        words.setBottom(strip.top() - px(1));
    const double line = QFontMetricsF(theme.font(size + 1)).height();
    const Wire sum = cell().operations()[*node.affine].result;
    // In a small box the sum stands where the function's value will.
    const bool early = below.isEmpty() && node.function && !done && half && !backward();
    const Wire told = early ? sum : node.result;
    const bool shown = is_.progress.known(cell(), told);
    const double top = words.center().y() - (shown ? line : line / 2);
    const QString sign =
        node.function ? signOf(cell().operations()[*node.function].kind) : QString();
    const QString symbol = symbolOf(cell(), told);
    painter_.setPen(ink);
    fitted({words.left(), top, words.width(), line},
           sign.isEmpty() || early ? symbol : sign + QStringLiteral("  ") + symbol,
           theme.boldFont(size + 1), middle);
    if (shown) {
        const auto held = is_.values.heldAt(node.result, is_.unit);
        const QRectF row(words.left(), top + line, words.width(), line);
        const QString longer = CellPanel::tr("held at %1").arg(shortNumber(number(told)));
        if (held && !backward() && !early &&
            subscriptedWidth(longer, theme.font(size)) <= words.width())
            fitted(row, longer, theme.font(size), middle);
        else
            fittedNumber(row, {}, number(told), theme.font(size), middle);
        if (!strip.isEmpty() && !early)
            paintStrip(painter_, is_, node.result, strip);
    }
    if (!below.isEmpty()) {
        painter_.setPen(half ? theme.text : theme.mutedText);
        const bool summed = node.function && is_.progress.known(cell(), sum);
        const QRectF row = below.adjusted(px(3), 0, -px(3), 0);
        if (summed)
            fittedNumber(row, symbolOf(cell(), sum) + QStringLiteral("  "), number(sum),
                         theme.font(size - 1), middle);
        else
            fitted(row, QStringLiteral("W · + b"), theme.font(size - 1), middle);
    }
    if (is_.values.held(node.result))
        paintPin(box.topRight() + QPointF(-px(3), px(1)), theme.strong);
}

void Painter::paintCircle(std::size_t k) {
    const CellNode& node = is_.layout.nodes[k];
    const Theme& theme = is_.theme;
    const bool done = is_.progress.done(node.last());
    const QRectF circle = is_.scene.nodes[k];
    const QColor colour = wireColor(is_, node.result);
    painter_.setPen(QPen(done ? colour : theme.faint(colour, 0.3), px(1.8)));
    painter_.setBrush(theme.card);
    painter_.drawRoundedRect(circle, circle.height() / 2, circle.height() / 2);
    const QString sign = signOf(cell().operations()[*node.function].kind);
    painter_.setPen(done ? theme.text : theme.faint(theme.mutedText, 0.6));
    const QPointF c = circle.center();
    const double arm = circle.height() * 0.24;
    if (sign == QStringLiteral("+") || sign == QStringLiteral("∘")) {
        QPen pen(painter_.pen().color(), px(1.8));
        painter_.setPen(pen);
        painter_.setBrush(Qt::NoBrush);
        if (sign == QStringLiteral("+")) {
            painter_.drawLine(c - QPointF(arm, 0), c + QPointF(arm, 0));
            painter_.drawLine(c - QPointF(0, arm), c + QPointF(0, arm));
        } else {
            painter_.drawEllipse(c, arm * 0.75, arm * 0.75);
        }
    } else {
        fitted(circle.adjusted(px(2), 0, -px(2), 0), sign,
               theme.boldFont(sign.size() > 2 ? is_.scene.fontSize - 1 : is_.scene.fontSize),
               Qt::AlignHCenter | Qt::AlignVCenter);
    }
    if (is_.values.held(node.result))
        paintPin(circle.topRight(), theme.strong);
}

void Painter::paintLabel(const CellScene::Label& label) {
    const Theme& theme = is_.theme;
    const double size = is_.scene.fontSize;
    const bool known = is_.progress.known(cell(), label.wire);
    const bool end = label.wire.place == Place::Before || !label.wire ||
                     (label.wire.place == Place::Now &&
                      std::count(cell().states().begin(), cell().states().end(), label.wire.index));
    if (!label.symbol.isEmpty()) {
        QColor colour = label.wire.place == Place::Inner
                            ? theme.mutedText
                            : withContrast(wireColor(is_, label.wire), theme.card, 4.5);
        if (!known)
            colour = theme.faint(colour, 0.45);
        painter_.setPen(colour);
        QString symbol = symbolOf(cell(), label.wire);
        if (end)
            symbol = !label.wire                         ? QStringLiteral("xₜ")
                     : label.wire.place == Place::Before ? symbol.chopped(2) + QStringLiteral("ₜ₋₁")
                                                         : symbol + QStringLiteral("ₜ");
        fitted(label.symbol, symbol, end ? theme.boldFont(size) : theme.font(size - 1),
               label.alignment);
    }
    if (!known)
        return;
    painter_.setPen(theme.text);
    fittedNumber(label.number, {}, number(label.wire), theme.font(size), label.alignment);
    if (!label.strip.isEmpty())
        paintStrip(painter_, is_, label.wire, label.strip);
}

void Painter::paintEquation() {
    painter_.setPen(backward() ? withContrast(is_.theme.gradient, is_.theme.card, 4.5)
                               : is_.theme.text);
    fitted(is_.scene.equation, equationLine(is_), is_.theme.font(is_.scene.fontSize),
           Qt::AlignHCenter | Qt::AlignVCenter);
}

void Painter::paint() {
    painter_.setRenderHint(QPainter::Antialiasing);
    paintFrame();
    for (const bool known : {false, true})  // what is known lies above what is not
        for (const CellNet& net : is_.layout.nets)
            if (is_.progress.known(cell(), net.wire) == known)
                paintNet(net);
    for (std::size_t k = 0; k < is_.layout.nodes.size(); ++k)
        paintNode(k);
    for (const CellScene::Label& label : is_.scene.labels)
        paintLabel(label);
    paintEquation();
}

}  // namespace

void paintCell(QPainter& painter, const CellPicture& picture) {
    Painter(painter, picture).paint();
}

}  // namespace rnnscope
