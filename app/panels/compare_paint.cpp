// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/compare_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/compare_layout.h"
#include "app/panels/gradient_curves.h"
#include "app/panels/gradient_legend.h"
#include "app/panels/time_paint.h"
#include "app/panels/time_scale.h"
#include "app/panels/verdict.h"
#include "app/plot/number.h"

namespace rnnscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ComparePanel)
};

double advance(const QFont& font, const QString& text) {
    return text.isEmpty() ? 0 : QFontMetricsF(font).horizontalAdvance(text);
}

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

/// Narrower where it would not fit otherwise.
double chipWidth(const QString& text, const Theme& theme, double room = 0) {
    const double width = advance(theme.boldFont(11), text);
    const double wide = width + theme.px(20), narrow = width + theme.px(10);
    return wide > room && narrow <= room ? narrow : wide;
}

/// Where the plots of a column begin and end.
QRectF inner(const QRectF& column, const Theme& theme) {
    const TimeMargins room = TimeMargins::of(0, theme, true);
    return column.adjusted(room.left, 0, -room.right, 0);
}

/// In words where they fit, else the verdict alone.
QString verdictFor(const LaneFacts& facts, double width, const Theme& theme) {
    const QString whole = verdictText(facts.decay);
    return chipWidth(whole, theme, width) <= width ? whole
                                                   : whole.section(QStringLiteral(" · "), 0, 0);
}

double restWidth(const LaneFacts& facts, const Theme& theme) {
    double width = advance(theme.font(12), facts.loss);
    if (!facts.overflow.isEmpty())
        width += theme.px(10) + advance(theme.boldFont(11), facts.overflow);
    return width;
}

/// Loss, and where it overflowed; the latter alone where there is no room for both.
void paintRest(QPainter& painter, QRectF line, const LaneFacts& facts, const Theme& theme) {
    const bool both = restWidth(facts, theme) <= line.width() || facts.overflow.isEmpty();
    if (both) {
        painter.setFont(theme.font(12));
        painter.setPen(theme.text);
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, facts.loss);
        line.setLeft(line.left() + advance(painter.font(), facts.loss) + theme.px(10));
    }
    if (facts.overflow.isEmpty())
        return;
    painter.setFont(theme.boldFont(11));
    painter.setPen(theme.danger);
    drawText(
        painter, line, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(facts.overflow, Qt::ElideRight, line.width()));
}

void paintTitle(QPainter& painter, const QRectF& line, const LaneFacts& facts, bool marked,
                const Theme& theme) {
    const QFont bold = theme.boldFont(15), plain = theme.font(13), small = theme.font(11);
    painter.setFont(bold);
    painter.setPen(facts.own && marked ? withContrast(theme.accent, theme.card, 4.5) : theme.text);
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter,
             QFontMetricsF(bold).elidedText(facts.cell, Qt::ElideRight, line.width()));
    QRectF rest = line;
    rest.setLeft(line.left() + advance(bold, facts.cell));
    const QString differences =
        facts.differences.isEmpty()
            ? QString()
            : QStringLiteral(" · ") + facts.differences.join(QStringLiteral(" · "));
    painter.setFont(plain);
    painter.setPen(theme.text);
    drawText(painter, rest, Qt::AlignLeft | Qt::AlignVCenter,
             QFontMetricsF(plain).elidedText(differences, Qt::ElideRight, rest.width()));
    const QString mark = Words::tr("shown in all panels");
    rest.setLeft(rest.left() + advance(plain, differences) + theme.px(12));
    if (!facts.own || !marked || advance(small, mark) > rest.width())
        return;
    painter.setFont(small);
    painter.setPen(theme.mutedText);
    drawText(painter, rest, Qt::AlignRight | Qt::AlignVCenter, mark);
}

/// All that a row shows, each once, from the left.
std::vector<const TimeSeries*> seriesOf(const ComparedRows& rows, const ComparedRow& row) {
    std::vector<const TimeSeries*> found;
    for (std::size_t lane = 0; lane < rows.lanes.size(); ++lane)
        if (const TimeRow* strip = rows.strip(row, lane))
            for (const TimeSeries& series : strip->series)
                if (std::none_of(found.begin(), found.end(),
                                 [&](const TimeSeries* each) { return each->id == series.id; }))
                    found.push_back(&series);
    return found;
}

/// Names under each other, the symbols alone in one line where there is no height for that.
void paintNames(QPainter& painter, const QRectF& place, const std::vector<const TimeSeries*>& all,
                bool words, bool samples, const Theme& theme) {
    const QFont font = all.size() == 1 ? theme.boldFont(12) : theme.boldFont(11);
    const double line = QFontMetricsF(font).height();
    const bool stacked = place.height() + theme.px(5) >= line * double(all.size());
    painter.setFont(font);
    if (!stacked) {
        double x = place.left();
        for (const TimeSeries* series : all) {
            painter.setPen(theme.quantityText(series->id));
            drawText(painter, QRectF(x, place.top(), place.width(), place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, series->symbol);
            x += advance(font, series->symbol) + theme.px(7);
        }
        return;
    }
    double y = place.center().y() - line * double(all.size()) / 2;
    for (const TimeSeries* series : all) {
        QRectF rect(place.left(), y, place.width(), line);
        if (samples && words) {
            paintTimeSample(painter, theme, *series, rect);
            painter.setFont(font);
            rect.setLeft(rect.left() + theme.px(23));
        }
        painter.setPen(theme.quantityText(series->id));
        QString text =
            words ? series->symbol + QStringLiteral("  ") + series->name : series->symbol;
        if (advance(font, text) > rect.width())
            text = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width());
        drawText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line;
    }
}

/// The scale's decades, up to `right`.
void paintDecades(QPainter& painter, const QRectF& plot, double right, const LogAxis& axis,
                  const Theme& theme) {
    painter.setFont(theme.font(11));
    painter.setPen(theme.mutedText);
    const double line = QFontMetricsF(painter.font()).height();
    const double decade = plot.height() / (axis.high - axis.low);
    int step = 2;
    for (const int next : {4, 10, 20, 50, 100})
        if (step * decade < 1.25 * line)
            step = next;
    for (int at = int(std::ceil(axis.low / step)) * step; at <= axis.high; at += step) {
        const double y =
            std::min(plot.bottom() - (at - axis.low) * decade, plot.bottom() - line / 4);
        drawText(painter, QRectF(0, y - line / 2, right, line), Qt::AlignRight | Qt::AlignVCenter,
                 QStringLiteral("10") + superscript(at));
    }
}

/// The curves' symbols, each over a stroke of its line.
void paintLegend(QPainter& painter, const QRectF& place, const std::vector<GradientCurve>& curves,
                 bool words, const Theme& theme) {
    const QFont font = theme.boldFont(11);
    const double line = QFontMetricsF(font).height();
    const double pitch = std::min(line + theme.px(8), place.height() / double(curves.size()));
    if (pitch < line)
        return;
    double y = place.center().y() - pitch * double(curves.size()) / 2;
    for (const GradientCurve& curve : curves) {
        // Of ‖∂L/∂hₜ‖ what follows the last ∂.
        const QString text =
            words ? curve.symbol : curve.symbol.section(QChar(0x2202), -1).chopped(1);
        painter.setFont(font);
        painter.setPen(curveTextColor(curve, theme));
        drawText(painter, QRectF(place.left(), y, place.width(), line),
                 Qt::AlignLeft | Qt::AlignVCenter, text);
        QPen pen(curveColor(curve, theme), theme.px(curve.dashed ? 1.5 : 2));
        pen.setCapStyle(Qt::FlatCap);
        if (curve.dashed)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const double under = y + line + theme.px(1);
        painter.drawLine(QPointF(place.left(), under),
                         QPointF(place.left() + advance(font, text), under));
        y += pitch;
    }
}

void paintScales(QPainter& painter, const CompareSides& sides, const Theme& theme) {
    const CompareLayout& layout = sides.layout;
    const TimeFrame frame{.theme = theme,
                          .margins = TimeMargins::of(0, theme, true),
                          .size = {sides.width, 0},
                          .strips = {},
                          .lower = 0,
                          .upper = 1,
                          .steps = 1,
                          .view = {},
                          .gradients = false,
                          .reversed = false,
                          .marker = false,
                          .axis = false,
                          .selectable = false,
                          .overflow = {},
                          .emptyText = {}};
    std::array<int, timeContents.size()> done{};
    for (const ComparedRow& row : sides.rows.rows) {
        const int number = done[std::size_t(row.content)]++;
        if (number >= layout.section(row.content).rows)
            continue;
        // Colours have a scale of their own; lines are told by their limits alone.
        const TimeRow* shown = nullptr;
        for (std::size_t lane = 0; lane < sides.rows.lanes.size(); ++lane)
            if (const TimeRow* strip = sides.rows.strip(row, lane);
                strip && (!shown || (strip->heat && !shown->heat)))
                shown = strip;
        paintTimeScale(painter, frame,
                       {layout.stripRect(row.content, number, theme), shown, nullptr});
    }
}

}  // namespace

bool fitsLowHead(const LaneFacts& facts, double width, const Theme& theme) {
    const double room = inner(QRectF(0, 0, width, 1), theme).width();
    return chipWidth(verdictText(facts.decay), theme) + theme.px(10) + restWidth(facts, theme) <=
           room;
}

void paintLaneHead(QPainter& painter, const QRectF& rect, const LaneFacts& facts,
                   const HeadLook& look, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = inner(rect, theme);
    const bool marked = facts.own && look.compared;
    if (look.compared) {
        const QRectF ground = room.adjusted(-theme.px(8), 0, theme.px(3), -theme.px(4));
        if (marked || look.hovered) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(blend(theme.accent, theme.card, marked ? 0.09 : 0.05));
            painter.drawRoundedRect(ground, theme.px(5), theme.px(5));
        }
        // The own network's line is thick, so that colour is not all that tells it.
        const double thick = theme.px(marked ? 3 : 1);
        painter.fillRect(QRectF(ground.left(), ground.top(), ground.width(), thick),
                         marked ? theme.accent : theme.rule);
    }
    const double line = theme.px(24);
    QRectF title(room.left(), rect.top() + theme.px(4), room.width() - look.taken, line);
    paintTitle(painter, title, facts, look.compared, theme);
    QRectF second(room.left(), title.bottom() - theme.px(1), room.width(), line);
    const double rest = look.tall ? 0 : restWidth(facts, theme) + theme.px(10);
    LegendChip chip =
        toneChip(verdictFor(facts, second.width() - rest, theme), verdictTone(facts.decay), theme);
    const double height = QFontMetricsF(theme.boldFont(11)).height() + theme.px(5);
    const double width =
        std::min(chipWidth(chip.text, theme, second.width() - rest), second.width());
    chip.text = QFontMetricsF(theme.boldFont(11)).elidedText(chip.text, Qt::ElideRight, width);
    chip.rect = QRectF(0, (line - height) / 2, width, height);
    const QString whole = verdictText(facts.decay);
    paintChips(painter, second.topLeft(), {chip}, theme);
    if (look.tall && chip.text != whole) {  // the number beside the chip, in smaller type
        const QRectF beside = second.adjusted(width + theme.px(6), 0, 0, 0);
        const QString number = whole.section(QStringLiteral(" · "), 1);
        painter.setFont(theme.font(11));
        painter.setPen(theme.mutedText);
        if (advance(painter.font(), number) <= beside.width() + theme.px(6))
            drawText(painter, beside, Qt::AlignLeft | Qt::AlignVCenter, number);
    }
    QRectF third = second;
    if (look.tall)
        third.translate(0, line - theme.px(3));
    else
        third.setLeft(second.left() + chip.rect.width() + theme.px(10));
    paintRest(painter, third, facts, theme);
}

void paintCompareSides(QPainter& painter, const CompareSides& sides, const Theme& theme) {
    const CompareLayout& layout = sides.layout;
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = theme.px(2);
    std::array<int, timeContents.size()> done{};
    for (const ComparedRow& row : sides.rows.rows) {
        const int number = done[std::size_t(row.content)]++;
        if (number >= layout.section(row.content).rows)
            continue;
        QRectF place = layout.stripRect(row.content, number, theme);
        place.setRight(layout.names);
        place.setLeft(left);
        paintNames(painter, place, seriesOf(sides.rows, row), layout.words,
                   row.content == TimeContent::Inputs, theme);
    }
    paintScales(painter, sides, theme);

    const QRectF plot = layout.gradientPlot(theme);
    const double edge = layout.columns.front().left() - theme.px(2);
    paintDecades(painter, plot, edge, sides.axis, theme);
    if (!sides.curves.empty())
        paintLegend(painter, QRectF(left, plot.top(), layout.names, plot.height()), sides.curves,
                    layout.words, theme);
    // As near to the plots as the longest of them allows.
    double longest = 0;
    for (const SizeBand band :
         {SizeBand::Vanished, SizeBand::Shrinking, SizeBand::Alive, SizeBand::Exploding})
        longest = std::max(longest, advance(theme.font(11), sizeBandName(band)));
    const double names = longest + theme.px(20);
    paintSizeBandNames(painter, QRectF(plot.right(), plot.top(), names, plot.height()),
                       sides.axis.low, sides.axis.high, theme);
    painter.setFont(theme.font(11));
    painter.setPen(theme.mutedText);
    drawText(painter, QRectF(0, plot.bottom() + theme.px(6), edge, theme.px(16)),
             Qt::AlignRight | Qt::AlignTop, QStringLiteral("t"));
}

}  // namespace rnnscope
