// SPDX-License-Identifier: GPL-3.0-or-later
// What the spectrum's plot shows besides its lines: regions, bands, words, cursor.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"
#include "app/panels/gradient_marks.h"
#include "app/panels/jacobian_panel.h"
#include "app/panels/pair_marks.h"
#include "app/panels/time_rows.h"
#include "app/plot/number.h"

namespace rnnscope {

// Between two sizes at every step; where steps share a pixel, between the least and the largest.
void JacobianPanel::paintBand(QPainter& painter, const SpectrumFan::Band& band) const {
    QPolygonF upper, lower;
    const auto flush = [&] {
        std::reverse(lower.begin(), lower.end());
        if (upper.size() > 1)
            painter.drawPolygon(upper + lower);
        upper.clear();
        lower.clear();
    };
    for (int step = 0; step < int(band.low.size()); ++step) {
        const double low = band.low[std::size_t(step)], high = band.high[std::size_t(step)];
        if (!std::isfinite(low) || !std::isfinite(high)) {
            flush();
            continue;
        }
        const double x = xOf(step), top = yOf(high), bottom = yOf(low);
        if (upper.size() > 1 && x - upper.back().x() < 0.5) {
            upper.back().setY(std::min(upper.back().y(), top));
            lower.back().setY(std::max(lower.back().y(), bottom));
            continue;
        }
        upper << QPointF(x, top);
        lower << QPointF(x, bottom);
    }
    flush();
}

void JacobianPanel::paintGround(QPainter& painter) const {
    if (!facts_)
        return;
    const QRectF area = plotArea();
    const double one = yOf(1);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(area.topLeft(), QPointF(area.right(), one)), theme().bandExploding);
    painter.fillRect(QRectF(QPointF(area.left(), one), area.bottomRight()), theme().bandShrinking);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor hue = theme().quantityLine(u"gradient");
    double strength = 0.16;
    for (const SpectrumFan::Band& band : fan_.bands) {
        painter.setBrush(blend(hue, theme().bandShrinking, strength));
        paintBand(painter, band);
        strength = 0.32;
    }
}

// The longest of the texts that fits, on a ground through which lines are seen, above or below `y`.
// With `beside` it keeps clear of the playhead and its numbers.
void JacobianPanel::paintWords(QPainter& painter, const QStringList& texts, double y, bool above,
                               bool beside, bool strong, const QColor& ground) const {
    const QRectF area = plotArea().adjusted(theme().px(4), 0, -theme().px(4), 0);
    const QFont font = strong ? theme().boldFont(11) : theme().font(11);
    const QFontMetricsF metrics(font);
    const double playhead = xOf(std::clamp(view().position.step, 0, shownSteps() - 1));
    const QRectF taken(playhead - theme().px(70), 0, theme().px(140), area.bottom());
    QRectF rect;
    QString shown;
    const auto fits = [&](bool left) {
        left ? rect.moveLeft(area.left()) : rect.moveRight(area.right());
        return rect.width() <= area.width() && !(beside && rect.intersects(taken));
    };
    for (const QString& text : texts) {
        shown = text;
        rect = QRectF(0, above ? y - metrics.height() : y,
                      subscriptedWidth(text, font) + theme().px(6), metrics.height());
        if ((beside && fits(false)) || fits(true))
            break;
    }
    QColor veil = ground;
    veil.setAlphaF(0.85f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect, theme().px(3), theme().px(3));
    painter.setPen(QPen(withContrast(strong ? theme().text : theme().mutedText, ground, 4.5)));
    drawSubscripted(painter, rect, shown, font, Qt::AlignHCenter);
}

// What the theory says stands there always; what holds here is emphasised.
void JacobianPanel::paintRegionWords(QPainter& painter) const {
    const QRectF area = plotArea();
    const double one = yOf(1);
    const double room = QFontMetricsF(theme().font(11)).height() + theme().px(2);
    const double edge = theme().px(2);
    if (one - area.top() >= room)
        paintWords(painter,
                   {tr("largest singular value over 1: may explode"), tr("σ₁ > 1: may explode")},
                   area.top() + edge, false, false, facts_->mayExplode(), theme().bandExploding);
    if (area.bottom() - one >= room)
        paintWords(painter,
                   {tr("largest singular value under 1 at every step: must vanish"),
                    tr("σ₁ < 1 at every step: must vanish")},
                   area.bottom() - edge, true, false,
                   facts_->mustVanish() && !facts_->nearlyHolds(), theme().bandShrinking);
}

void JacobianPanel::paintBound(QPainter& painter) const {
    const Spectrum& known = *spectrum();
    if (!known.bound || !std::isfinite(*known.bound))
        return;
    const QRectF area = plotArea();
    const double exponent = std::log10(std::max(*known.bound, 1e-300));
    if (exponent < axis_.low || exponent > axis_.high)
        return;
    const double y = yOf(*known.bound);
    QPen pen(theme().strong, theme().px(1.6), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 2});
    painter.setPen(pen);
    painter.drawLine(QLineF(area.left(), y, area.right(), y));
    const QString number = shortNumber(*known.bound);
    // Above its line, or below it where the words on top are near.
    const double line = QFontMetricsF(theme().font(11)).height();
    const bool above = y - area.top() >= 2 * line + theme().px(8);
    const double gap = theme().px(3);
    paintWords(painter,
               {tr("‖W_{hh}‖₂ = %1: no input can make it more").arg(number),
                QStringLiteral("‖W_{hh}‖₂ = ") + number},
               above ? y - gap : y + gap, above, true, false,
               *known.bound > 1 ? theme().bandExploding : theme().bandShrinking);
}

void JacobianPanel::paintLabels(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    if (!facts_) {
        painter.setFont(theme().font(13));
        painter.setPen(QPen(theme().mutedText));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         snapshot() ? message() : QString());
        return;
    }
    // What the numbers under the axis count.
    painter.setFont(theme().font(11));
    painter.setPen(QPen(theme().mutedText));
    painter.drawText(
        QRectF(0, area.bottom() + theme().px(6), area.left() - theme().px(6), theme().px(16)),
        Qt::AlignRight | Qt::AlignTop, QStringLiteral("t"));
    if (legendHeight_ <= 0)
        return;
    std::vector<LegendChip> chips = legend(area_.width(), inFigure_);
    layOutChips(chips, area.left(), area_.width(), theme());
    paintChips(painter, QPointF(0, area_.height() - legendHeight_), chips, theme());
}

void JacobianPanel::paintCursor(QCPPainter& painter) const {
    const Spectrum* known = spectrum();
    if (!known || !facts_)
        return;
    const QRectF area = plotArea();
    const int count = shownSteps();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [first, last] = hiddenSteps(view().position, false, isReverse(), count);
    if (first < last) {
        QColor curtain = theme().plotGround;
        curtain.setAlphaF(0.72f);
        // A line goes on to the next point at once.
        const double left = first == 0 ? area.left() : xOf(first - 1);
        const double right = last == count ? area.right() : xOf(last);
        painter.fillRect(QRectF(QPointF(left, area.top()), QPointF(right, area.bottom())), curtain);
    }
    painter.setPen(QPen(theme().strong, theme().px(1.2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QLineF(area.left(), yOf(1), area.right(), yOf(1)));
    paintBound(painter);
    if (facts_->zero)
        paintZeroMark(painter, area, xOf(*facts_->zero), theme());
    if (facts_->overflow)
        paintOverflowMark(painter, area, xOf(*facts_->overflow), theme());
    if (const auto& pair = view().pair; pair && pair->loss < count && pair->state < count)
        paintPairMarks(painter, area, *pair, xOf(pair->loss), xOf(pair->state), true, theme());
    const int step = std::clamp(view().position.step, 0, count - 1);
    const double largest = known->singular(step, 0), radius = known->radius[step];
    const QColor hue = theme().quantityLine(u"gradient");
    paintValueCursor(painter, area, xOf(step),
                     {{largest, yOf(largest), hue, theme().quantityText(u"gradient")},
                      {radius, yOf(radius), theme().text, theme().text}},
                     isReverse(), theme());
    paintRegionWords(painter);
}

}  // namespace rnnscope
