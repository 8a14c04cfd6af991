// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_paint.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ContributionsPanel)
};

constexpr int oneLine = Qt::TextSingleLine | Qt::TextDontClip | Qt::AlignVCenter;

void paintNames(QPainter& painter, const ContributionFrame& frame) {
    const Theme& look = frame.theme;
    const qreal width = frame.places.left - look.px(9);
    for (std::size_t row = 0; row < frame.rows.size(); ++row) {
        const ContributionRow& each = frame.rows[row];
        const QRectF strip = frame.strip(row);
        const QRectF place(0, strip.top(), width, strip.height());
        const bool chosen = frame.selected == row;
        painter.setFont(look.boldFont(strip.height() < look.px(13) ? 10 : 11));
        const QFontMetricsF metrics(painter.font());
        const bool fits =
            !frame.places.narrow && metrics.horizontalAdvance(each.name) + look.px(6) <= width;
        const QString text = fits ? each.name : each.brief;
        const QColor ink = look.quantityText(each.quantity);
        if (chosen) {
            QRectF pill(0, 0, metrics.horizontalAdvance(text) + look.px(10),
                        std::min(strip.height() - 1, metrics.height() + look.px(4)));
            pill.moveCenter(place.center());
            pill.moveRight(place.right() + look.px(5));
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.faint(look.quantity(each.quantity), 0.16));
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        }
        painter.setPen(QPen(chosen ? withContrast(ink, look.card, 6) : ink));
        painter.drawText(place, oneLine | Qt::AlignRight, text);
    }
}

void paintFoot(QPainter& painter, const ContributionFrame& frame) {
    if (frame.places.foot == 0)
        return;
    const Theme& look = frame.theme;
    const QRectF line(0, frame.size.height() - frame.places.foot, frame.size.width(),
                      frame.places.foot);
    const qreal right = paintSizeBar(painter, look, frame.scale, line, frame.strips.right(),
                                     look.px(frame.places.narrow ? 56 : 96)) -
                        look.px(12);
    painter.setFont(look.font(11));
    painter.setPen(QPen(look.mutedText));
    const QFontMetricsF metrics(painter.font());
    for (qsizetype count = frame.foot.size(); count > 0; --count) {
        const QString text = frame.foot.first(count).join(QStringLiteral(" · "));
        if (metrics.horizontalAdvance(text) > right)
            continue;
        painter.drawText(QRectF(0, line.top(), right, line.height()), oneLine, text);
        return;
    }
}

void paintNotes(QPainter& painter, const ContributionFrame& frame, const QRectF& place) {
    painter.setFont(frame.theme.font(11));
    painter.setPen(QPen(frame.theme.mutedText));
    const QFontMetricsF metrics(painter.font());
    for (const QString& note : frame.notes)
        if (metrics.horizontalAdvance(note) <= place.width())
            return painter.drawText(place, oneLine, note);
}

void paintHead(QPainter& painter, const ContributionFrame& frame) {
    const Theme& look = frame.theme;
    paintChips(painter, QPointF(0, -look.px(3)), frame.chips, look);
    painter.setFont(look.boldFont(12));
    const QFontMetricsF metrics(painter.font());
    for (const QString& words : frame.words) {
        const bool room = metrics.horizontalAdvance(words) <= frame.size.width();
        if (!room && &words != &frame.words.back())
            continue;
        painter.setPen(QPen(look.text));
        const qreal left =
            metrics.horizontalAdvance(words) <= frame.size.width() - frame.upper.left()
                ? frame.upper.left()
                : 0;
        const QRectF line(left, 0, frame.size.width() - left, frame.places.head - look.px(4));
        painter.drawText(line, oneLine, metrics.elidedText(words, Qt::ElideRight, line.width()));
        return paintNotes(painter, frame,
                          line.adjusted(metrics.horizontalAdvance(words) + look.px(14), 0, 0, 0));
    }
}

/// Strips stand apart from each other.
void paintSeparators(QPainter& painter, const ContributionFrame& frame) {
    const qreal thick = frame.theme.px(frame.strip(0).height() < frame.theme.px(16) ? 1 : 3);
    for (std::size_t row = 1; row < frame.rows.size(); ++row)
        painter.fillRect(QRectF(frame.strips.left(), frame.strip(row).top() - thick / 2,
                                frame.strips.width(), thick),
                         frame.theme.card);
}

void paintCurtain(QPainter& painter, const ContributionFrame& frame) {
    const auto [first, last] = frame.hidden;
    if (first >= last)
        return;
    const auto cover = [&](const QRectF& rect, const QColor& ground, qreal edge, double reach) {
        const double from = first == 0 ? 0.5 : first + 1 - reach;
        const double to = last == frame.steps ? frame.steps + 0.5 : last + reach;
        QColor veil = ground;
        veil.setAlphaF(0.72f);
        painter.fillRect(QRectF(frame.x(from), rect.top() + edge, frame.x(to) - frame.x(from),
                                rect.height() - 2 * edge),
                         veil);
    };
    // A strip's cell ends half a step behind its key; a line goes on to the next point at once.
    if (frame.places.upper > 0)
        cover(frame.upper, frame.theme.plotGround, frame.theme.px(1), frame.selected ? 0.5 : 1);
    if (frame.sizes && last == frame.steps) {  // the names stand at the right end
        painter.save();
        painter.setClipRect(frame.upper & QRectF(QPointF(frame.x(first + 1), frame.upper.top()),
                                                 frame.upper.bottomRight()));
        paintSizeBandNames(painter, frame.upper, frame.sizes->low, frame.sizes->high, frame.theme);
        painter.restore();
    }
    cover(frame.strips, frame.theme.card, 0, 0.5);
}

void paintShares(QPainter& painter, const ContributionFrame& frame) {
    const Theme& look = frame.theme;
    const qreal left = frame.strips.right() + look.px(8);
    const QRectF column(left, 0, frame.size.width() - left, frame.size.height());
    for (std::size_t row = 0; row < frame.shares.size(); ++row) {
        const QRectF strip = frame.strip(row);
        painter.setFont(look.boldFont(strip.height() < look.px(13) ? 10 : 11));
        painter.setPen(QPen(std::isfinite(frame.shares[row]) ? look.text : look.mutedText));
        painter.drawText(QRectF(column.left(), strip.top(), column.width(), strip.height()),
                         oneLine | Qt::AlignLeft, shareText(frame.shares[row]));
    }
    painter.setFont(look.font(11));
    const QFontMetricsF metrics(painter.font());
    if (frame.shares.empty() || frame.places.upper < 2.5 * metrics.height())
        return;
    painter.setPen(QPen(look.mutedText));
    const qreal bottom = frame.upper.bottom();
    const QString lines[] = {Words::tr("share at"), Words::tr("t = %1").arg(frame.step + 1)};
    for (const int k : {0, 1})
        painter.drawText(QRectF(column.left(), bottom - (2 - k) * metrics.height(), column.width(),
                                metrics.height()),
                         oneLine | Qt::AlignLeft, lines[k]);
}

}  // namespace

ContributionPlaces ContributionPlaces::of(const QSizeF& size, std::size_t rows, qreal head,
                                          const Theme& theme) {
    ContributionPlaces at;
    const qreal line = QFontMetricsF(theme.font(11)).height();
    const qreal count = double(std::max<std::size_t>(1, rows));
    at.narrow = size.width() < theme.px(460);
    at.left = qRound(theme.px(at.narrow ? 48 : 122));
    const QFontMetricsF bold(theme.boldFont(11)), plain(theme.font(11));
    at.right = qCeil(
        std::max({bold.horizontalAdvance(shareText(1e-9)), bold.horizontalAdvance(shareText(-0.99)),
                  plain.horizontalAdvance(Words::tr("share at"))}) +
        theme.px(10));
    at.head = qRound(head);
    at.axis = qRound(line + theme.px(7));
    qreal rest = size.height() - at.head - at.axis;
    const qreal least = 0.9 * line * count, foot = line + theme.px(5), gap = theme.px(9);
    if (rest - foot >= least + gap + theme.px(56)) {
        at.foot = qRound(foot);
        rest -= at.foot;
    }
    if (rest - gap - least < theme.px(36)) {
        at.strips = std::max(1, qFloor(rest));
        return at;
    }
    at.gap = qRound(gap);
    rest -= at.gap;
    at.strips = qRound(std::clamp(0.5 * rest, least, count * theme.px(30)));
    at.upper = std::max(1, qFloor(rest) - at.strips);
    return at;
}

double ContributionFrame::x(double key) const {
    return strips.left() + (key - 0.5) / steps * strips.width();
}

QRectF ContributionFrame::strip(std::size_t row) const {
    const qreal height = strips.height() / double(std::max<std::size_t>(1, rows.size()));
    return {strips.left(), strips.top() + double(row) * height, strips.width(), height};
}

qreal paintSizeBar(QPainter& painter, const Theme& theme, const ColorScale& scale,
                   const QRectF& line, qreal right, qreal length) {
    painter.setFont(theme.font(11));
    const QFontMetricsF metrics(painter.font());
    const auto power = [](double exponent) {
        return QStringLiteral("10") + superscript(int(exponent));
    };
    const QString low = power(scale.low), high = power(scale.high);
    const qreal lowWidth = metrics.horizontalAdvance(low);
    const qreal highWidth = metrics.horizontalAdvance(high);
    const qreal gap = theme.px(5), cap = theme.px(6);
    painter.setPen(QPen(theme.mutedText));
    painter.drawText(QRectF(right - highWidth, line.top(), highWidth, line.height()), oneLine,
                     high);
    const QRectF all(right - highWidth - gap - length, line.center().y() - theme.px(4), length,
                     theme.px(8));
    painter.fillRect(QRectF(all.topLeft(), QSizeF(cap, all.height())), QColor(scale.under()));
    painter.fillRect(QRectF(all.right() - cap, all.top(), cap, all.height()), QColor(scale.over()));
    const QRectF inner = all.adjusted(cap + 1, 0, -cap - 1, 0);
    constexpr int slices = 48;
    for (int k = 0; k < slices; ++k) {
        const qreal left = inner.left() + inner.width() * k / slices;
        // Each reaches under the next, or viewers show seams.
        painter.fillRect(
            QRectF(left, inner.top(), std::min(2 * inner.width() / slices, inner.right() - left),
                   inner.height()),
            QColor(scale.at((k + 0.5) / slices)));
    }
    const qreal left = all.left() - gap - lowWidth;
    painter.drawText(QRectF(left, line.top(), lowWidth, line.height()), oneLine, low);
    return left;
}

void paintContributionLabels(QPainter& painter, const ContributionFrame& frame) {
    painter.setRenderHint(QPainter::Antialiasing);
    if (!frame.message.isEmpty()) {
        painter.setFont(frame.theme.font(13));
        painter.setPen(QPen(frame.theme.mutedText));
        painter.drawText(QRectF(QPointF(), frame.size), Qt::AlignCenter | Qt::TextWordWrap,
                         frame.message);
        return;
    }
    paintSeparators(painter, frame);
    paintNames(painter, frame);
    paintHead(painter, frame);
    paintFoot(painter, frame);
    painter.setFont(frame.theme.font(11));
    painter.setPen(QPen(frame.theme.mutedText));
    painter.drawText(
        QRectF(0, frame.strips.bottom(), frame.places.left - frame.theme.px(9), frame.places.axis),
        oneLine | Qt::AlignRight, QStringLiteral("t"));
}

void paintContributionCursor(QCPPainter& painter, const ContributionFrame& frame) {
    if (!frame.message.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurtain(painter, frame);
    paintShares(painter, frame);
    const qreal x = frame.x(frame.step + 1);
    if (frame.overflow) {
        const QRectF& area = frame.places.upper > 0 ? frame.upper : frame.strips;
        paintOverflowMark(painter, area, frame.x(*frame.overflow + 1), frame.theme);
    }
    painter.setPen(QPen(frame.theme.strong, frame.theme.px(1.5)));
    painter.drawLine(QLineF(x, frame.places.upper > 0 ? frame.upper.bottom() : frame.strips.top(),
                            x, frame.strips.bottom()));
    if (frame.places.upper > 0)
        paintValueCursor(painter, frame.upper, x, frame.values, frame.reversed, frame.theme);
}

}  // namespace rnnscope
