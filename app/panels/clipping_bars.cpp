// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/clipping_bars.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/clipping_history.h"
#include "app/plot/lines.h"
#include "app/plot/number.h"
#include "app/plot/plural.h"
#include "app/words.h"

namespace rnnscope {

struct ClippingBars::Layout {
    std::array<QRectF, 3> rows;
    qreal barLeft = 0;
    qreal barLength = 0;  // of a length of 1
    qreal barHeight = 0;
    qreal threshold = 0;  // x of its line
    bool oneLine = true;  // both texts at a bar's end in one line
    bool entries = true;  // room for the second text at all
    QRectF header;        // threshold's words
    QRectF losses;        // empty: no room, or a single update
    QRectF words;         // empty: no room
    LengthScale scale;
};

std::vector<ClippingBar> ClippingBars::bars() const {
    if (!snapshot().backward)
        return {};
    const Snapshot::Backward& backward = *snapshot().backward;
    const ClipMode chosen = snapshot().setup.clipping.mode;
    const auto bar = [&](ClipMode mode, const QString& name, const ClipReport& report) {
        return ClippingBar{mode,         name,           report.normAfter, report.coefficient,
                           report.angle, report.touched, report.entries,   mode == chosen};
    };
    ClipReport before;
    before.normAfter = before.normBefore = backward.clip.normBefore;
    before.entries = backward.clip.entries;
    return {bar(ClipMode::None, tr("before"), before),
            bar(ClipMode::Value, tr("by value"), backward.byValue),
            bar(ClipMode::Norm, tr("by norm"), backward.byNorm)};
}

QString ClippingBars::normText(const ClippingBar& bar) {
    QString text = QStringLiteral("‖g‖ ") + shortNumber(bar.norm);
    if (std::isfinite(bar.angle) && std::isfinite(bar.norm))
        text += QStringLiteral(" ∠ %1°").arg(bar.angle, 0, 'f', 1);
    return text;
}

QString ClippingBars::entriesText(const ClippingBar& bar) {
    if (bar.mode == ClipMode::None)
        return rnnscope::entriesText(bar.entries);
    return tr("%L1 of %2").arg(bar.touched).arg(rnnscope::entriesText(bar.entries));
}

QString ClippingBars::thresholdText() const {
    const Clipping& clipping = snapshot().setup.clipping;
    const QString number = shortNumber(clipping.threshold);
    switch (clipping.mode) {
        case ClipMode::Value:
            return tr("threshold %1 for each entry").arg(number);
        case ClipMode::Norm:
            return tr("threshold %1 for the norm").arg(number);
        case ClipMode::None:
            break;
    }
    return tr("threshold %1").arg(number);
}

QString ClippingBars::words() const {
    if (!snapshot().backward)
        return {};
    const History& history = snapshot().history;
    if (snapshot().update > 0) {
        const std::size_t engaged = history.engaged(static_cast<std::size_t>(snapshot().update));
        return tr("clipping engaged in %L1 of %2").arg(engaged).arg(updatesText(snapshot().update));
    }
    return tr("next update: rate %1 × norm %2")
        .arg(shortNumber(snapshot().setup.training.rate),
             shortNumber(snapshot().backward->clip.normAfter));
}

QString ClippingBars::message() const {
    if (!snapshot().backward)
        return withoutLossText(snapshot(), tr("Choose a target to have a gradient to clip"));
    return {};
}

DataTable ClippingBars::data() const {
    const std::vector<ClippingBar> all = bars();
    if (all.empty())
        return {};
    DataTable table;
    const auto column = [&](const char* name, auto value) {
        table.names << QString::fromLatin1(name);
        std::vector<double>& numbers = table.columns.emplace_back();
        for (const ClippingBar& bar : all)
            numbers.push_back(double(value(bar)));
    };
    // Numbered as in the setup: 0 none, 1 by value, 2 by norm.
    column("mode", [](const ClippingBar& bar) { return int(bar.mode); });
    column("applied", [](const ClippingBar& bar) { return bar.applied ? 1 : 0; });
    column("norm_before", [&](const ClippingBar&) { return all.front().norm; });
    column("norm_after", [](const ClippingBar& bar) { return bar.norm; });
    column("coefficient", [](const ClippingBar& bar) { return bar.coefficient; });
    column("angle_degrees", [](const ClippingBar& bar) { return bar.angle; });
    column("entries_touched", [](const ClippingBar& bar) { return bar.touched; });
    column("entries", [](const ClippingBar& bar) { return bar.entries; });
    return table;
}

QString ClippingBars::description() const {
    QStringList lines;
    for (const ClippingBar& bar : bars())
        lines << labelled(bar.name, joined({normText(bar), entriesText(bar)}));
    lines << (message().isEmpty() ? words() : message());
    return clauses(lines);
}

void ClippingBars::fill() {
    columns_.follow(snapshot().history, source().snapshot->learnt);
}

ClippingBars::Layout ClippingBars::layOut(const QRectF& area) const {
    const Theme& look = theme();
    const QFontMetricsF bold(look.boldFont(12)), body(look.font(12)), small(look.font(11));
    const std::vector<ClippingBar> all = bars();
    Layout at;
    std::vector<double> norms;
    qreal names = small.horizontalAdvance(tr("applied")), first = 0, second = 0;
    for (const ClippingBar& bar : all) {
        norms.push_back(bar.norm);
        names = std::max(names, bold.horizontalAdvance(bar.name));
        first = std::max(first, body.horizontalAdvance(normText(bar)));
        second = std::max(second, small.horizontalAdvance(entriesText(bar)));
    }
    at.scale = lengthScale(norms, snapshot().setup.clipping.threshold);

    const bool manyUpdates = snapshot().history.size() > 1;
    const qreal header = small.height() + look.px(4);
    const qreal twoLines = body.height() + small.height() + look.px(4);
    const qreal wordsHeight = small.height() + look.px(6);
    // What is dropped first where the height does not do: the plot of losses, then the words.
    qreal rest = area.height() - header - 3 * twoLines;
    const bool withWords = rest >= wordsHeight;
    rest -= withWords ? wordsHeight : 0;
    const bool withLosses = manyUpdates && withWords && rest >= look.px(34);
    const qreal losses = withLosses ? std::clamp(rest - look.px(10), look.px(30), look.px(150)) : 0;
    const qreal rowHeight = std::clamp((area.height() - header - (withWords ? wordsHeight : 0) -
                                        (withLosses ? losses + look.px(10) : 0)) /
                                           3,
                                       small.height(), look.px(withLosses ? 40 : 56));

    at.barLeft = area.left() + names + look.px(12);
    const qreal room = area.right() - at.barLeft - look.px(13);
    at.oneLine = room - first - look.px(12) - second >= look.px(160);
    at.entries = at.oneLine || rowHeight >= twoLines - look.px(2);
    const qreal text =
        at.oneLine ? first + look.px(12) + second : std::max(first, at.entries ? second : 0);
    at.barLength = std::max(look.px(30), room - text);
    const double threshold = snapshot().setup.clipping.threshold;
    at.threshold = at.barLeft + at.barLength * at.scale.length(threshold).value_or(0);
    at.barHeight = std::min(rowHeight - look.px(6), look.px(26));
    at.header = QRectF(area.left(), area.top(), area.width(), header);
    for (std::size_t row = 0; row < at.rows.size(); ++row)
        at.rows[row] = QRectF(area.left(), at.header.bottom() + rowHeight * double(row),
                              area.width(), rowHeight);
    qreal y = at.rows.back().bottom();
    if (withLosses) {
        at.losses = QRectF(at.barLeft, y + look.px(10), room, losses);
        y = at.losses.bottom();
    }
    if (withWords)
        at.words = QRectF(area.left(), y + look.px(4), area.width(), wordsHeight - look.px(4));
    return at;
}

void ClippingBars::paint(QPainter& painter, const QRectF& area) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!message().isEmpty()) {
        painter.setFont(theme().font(13));
        painter.setPen(QPen(theme().mutedText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, message());
        painter.restore();
        return;
    }
    const Layout at = layOut(area);
    const std::vector<ClippingBar> all = bars();
    for (std::size_t row = 0; row < all.size(); ++row)
        paintBar(painter, at, row, all[row]);
    paintThreshold(painter, at);
    paintHistory(painter, at);
    painter.restore();
}

void ClippingBars::paintThreshold(QPainter& painter, const Layout& at) const {
    const Theme& look = theme();
    const qreal x = at.threshold;
    painter.setPen(QPen(look.strong, look.px(1.3), Qt::DashLine));
    painter.drawLine(
        QLineF(x, at.header.bottom() + look.px(2), x, at.rows.back().bottom() - look.px(1)));
    painter.setFont(look.font(11));
    painter.setPen(QPen(look.text));
    const QFontMetricsF metrics(painter.font());
    const QString text = thresholdText();
    const qreal width = metrics.horizontalAdvance(text) + look.px(2);
    const qreal left =
        std::max(at.header.left(), std::min(x - width / 2, at.header.right() - width));
    painter.drawText(QRectF(left, at.header.top(), width, at.header.height()), Qt::AlignCenter,
                     text);
    if (!at.scale.logarithmic)
        return;
    painter.setPen(QPen(look.mutedText));
    const QString note = tr("log scale");
    const qreal noteWidth = metrics.horizontalAdvance(note) + look.px(2);
    const bool leftFree = left > at.header.left() + noteWidth + look.px(8);
    painter.drawText(at.header, (leftFree ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     note);
}

void ClippingBars::paintName(QPainter& painter, const Layout& at, const QRectF& row,
                             const ClippingBar& bar) const {
    const Theme& look = theme();
    const QRectF column(row.left(), row.top(), at.barLeft - row.left(), row.height());
    painter.setFont(bar.applied ? look.boldFont(12) : look.font(12));
    const qreal high = QFontMetricsF(painter.font()).height();
    const qreal low = QFontMetricsF(look.font(11)).height();
    painter.setPen(QPen(bar.applied ? look.text : look.mutedText));
    if (!bar.applied) {
        painter.drawText(column, Qt::AlignLeft | Qt::AlignVCenter, bar.name);
        return;
    }
    const qreal top = row.center().y() - (high + low) / 2;
    painter.drawText(QRectF(column.left(), top, column.width(), high),
                     Qt::AlignLeft | Qt::AlignVCenter, bar.name);
    painter.setFont(look.font(11));
    painter.setPen(QPen(look.quantityText(u"gradient")));
    painter.drawText(QRectF(column.left(), top + high, column.width(), low),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("applied"));
}

void ClippingBars::paintBar(QPainter& painter, const Layout& at, std::size_t row,
                            const ClippingBar& bar) const {
    const Theme& look = theme();
    const QRectF& place = at.rows[row];
    paintName(painter, at, place, bar);

    const std::optional<double> length = at.scale.length(bar.norm);
    const qreal width = std::max(look.px(2), at.barLength * length.value_or(1));
    const QRectF rect(at.barLeft, place.center().y() - at.barHeight / 2, width, at.barHeight);
    const QColor hue = look.quantity(u"gradient");
    if (!length) {
        paintBroken(painter, rect);
    } else if (bar.mode == ClipMode::None) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.faint(look.mutedText, 0.8));
        painter.drawRoundedRect(rect, look.px(3), look.px(3));
    } else {
        const double strength = !bar.applied ? 0.3 : source().played ? 1.0 : 0.55;
        const qreal edge = look.px(bar.applied ? 1.5 : 1);
        const qreal inset = edge / 2;
        painter.setPen(QPen(look.faint(hue, bar.applied ? 1.0 : 0.45), edge));
        painter.setBrush(look.faint(hue, strength));
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), look.px(3),
                                look.px(3));
    }

    // Words after the bar, or after the threshold's line where it would cross them.
    const QFontMetricsF body(look.font(12)), small(look.font(11));
    const QString first = normText(bar), second = entriesText(bar);
    const qreal firstWidth = body.horizontalAdvance(first);
    const qreal secondWidth = at.entries ? small.horizontalAdvance(second) : 0;
    const bool stacked = at.entries && !at.oneLine;
    const qreal height = body.height() + (stacked ? small.height() : 0);
    const qreal whole =
        at.oneLine ? firstWidth + look.px(12) + secondWidth : std::max(firstWidth, secondWidth);
    qreal x = rect.right() + look.px(8);
    if (at.threshold > rect.right() && at.threshold < x + whole + look.px(4))
        x = at.threshold + look.px(8);
    const QRectF text(x, place.center().y() - height / 2, whole + look.px(2), height);
    painter.setFont(look.font(12));
    painter.setPen(QPen(std::isfinite(bar.norm) ? look.text : look.danger));
    painter.drawText(QRectF(text.topLeft(), QSizeF(firstWidth + look.px(2), body.height())),
                     Qt::AlignLeft | Qt::AlignVCenter, first);
    if (!at.entries)
        return;
    painter.setFont(look.font(11));
    painter.setPen(QPen(look.mutedText));
    const QPointF corner = stacked ? text.topLeft() + QPointF(0, body.height())
                                   : text.topLeft() + QPointF(firstWidth + look.px(12), 0);
    painter.drawText(
        QRectF(corner, QSizeF(secondWidth + look.px(2), stacked ? small.height() : body.height())),
        Qt::AlignLeft | Qt::AlignVCenter, second);
}

// Hatched by hand: figures as vectors know no pattern brushes.
void ClippingBars::paintBroken(QPainter& painter, const QRectF& rect) const {
    const Theme& look = theme();
    painter.setPen(QPen(look.danger, look.px(1.2)));
    painter.setBrush(look.faint(look.danger, 0.1));
    painter.drawRect(rect);
    const qreal pitch = look.px(7);
    for (qreal x = rect.left() + pitch; x < rect.right() + rect.height(); x += pitch) {
        QPointF a(x, rect.top()), b(x - rect.height(), rect.bottom());
        if (clipLine(rect, a, b))
            painter.drawLine(a, b);
    }
}

void ClippingBars::paintHistory(QPainter& painter, const Layout& at) const {
    const Theme& look = theme();
    if (!at.losses.isEmpty()) {
        painter.setFont(look.font(12));
        painter.setPen(QPen(look.mutedText));
        painter.drawText(QRectF(at.rows[0].left(), at.losses.top(), at.barLeft - at.rows[0].left(),
                                at.losses.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("loss"));
        paintLossHistory(painter, at.losses, snapshot().history, columns_, look);
    }
    if (at.words.isEmpty())
        return;
    painter.setFont(look.font(11));
    painter.setPen(QPen(look.mutedText));
    const qreal left = at.losses.isEmpty() ? at.words.left() : at.barLeft;
    const QRectF place(left, at.words.top(), at.words.right() - left, at.words.height());
    const QFontMetricsF metrics(painter.font());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words(), Qt::ElideRight, place.width()));
}

QString ClippingBars::barHover(const ClippingBar& bar) const {
    QString text = QStringLiteral("<b>%1</b><table cellspacing='0' cellpadding='2'>").arg(bar.name);
    const auto line = [&](const QString& what, double value) {
        text += QStringLiteral("<tr><td>%1</td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                    .arg(what, shortNumber(value), fullNumber(value));
    };
    line(tr("norm before"), snapshot().backward->clip.normBefore);
    if (bar.mode != ClipMode::None) {
        line(tr("norm after"), bar.norm);
        if (bar.mode == ClipMode::Norm)
            line(tr("coefficient"), bar.coefficient);
        line(tr("angle in degrees"), bar.angle);
        line(tr("threshold"), snapshot().setup.clipping.threshold);
    }
    return text + QStringLiteral("</table>") + entriesText(bar);
}

QString ClippingBars::updateHover(const Layout& at, qreal x) const {
    const History& history = snapshot().history;
    const std::size_t update = updateAt(x, at.losses, history, theme());
    const UpdateRecord& record = history[update];
    QString text = tr("<b>update %1</b>").arg(update);
    text += record.clipped ? tr(", clipped") : tr(", not clipped");
    text += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
    const auto line = [&](const QString& what, double value) {
        text += QStringLiteral("<tr><td>%1</td><td>&nbsp;%2&nbsp;</td><td>%3</td></tr>")
                    .arg(what, shortNumber(value), fullNumber(value));
    };
    line(tr("loss"), record.loss);
    line(tr("norm before"), record.gradientNorm);
    line(tr("norm after"), record.clippedNorm);
    return text + QStringLiteral("</table>");
}

QString ClippingBars::hoverText(const QRectF& area, const QPointF& point) const {
    const std::vector<ClippingBar> all = bars();
    if (all.empty())
        return {};
    const Layout at = layOut(area);
    for (std::size_t row = 0; row < all.size(); ++row)
        if (at.rows[row].contains(point))
            return barHover(all[row]);
    if (at.losses.contains(point))
        return updateHover(at, point.x());
    if (at.words.contains(point))
        return words();
    return {};
}

}  // namespace rnnscope
