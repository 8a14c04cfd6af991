// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what the chart of a training shows: above its plots, or within them where it is low.
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <limits>

#include "app/panels/loss_chart.h"

namespace rnnscope {

// As many names as have room, and then how often clipping engaged.
TrainingChart::Legend TrainingChart::fittingLegend(bool norms, qreal room) const {
    const QFontMetricsF metrics(theme_.font(11));
    const qreal gap = theme_.px(12), sample = theme_.px(19), most = room - theme_.px(24);
    Legend legend{norms ? content_.normTitle : content_.lossTitle, {}, {}, 0};
    legend.width = metrics.horizontalAdvance(legend.title) + theme_.px(2);
    for (const ChartLine& each : norms ? content_.norms : content_.losses) {
        const qreal wider = gap + sample + metrics.horizontalAdvance(each.name) + theme_.px(2);
        if (each.name.isEmpty() || legend.width + wider > most)
            continue;
        legend.width += wider;
        legend.lines.push_back(each);
    }
    const qreal wider = gap + metrics.horizontalAdvance(content_.engagedText) + theme_.px(6);
    if (norms && !content_.engagedText.isEmpty() && legend.width + wider <= most) {
        legend.width += wider;
        legend.more = content_.engagedText;
    }
    return legend;
}

// Of some places the one where it hides least of the curves.
QRectF TrainingChart::clearPlace(const QRectF& plot, const Legend& legend,
                                 const std::vector<ChartLine>& lines, const UpdateAxis& updates,
                                 const SizeAxis& sizes) const {
    const QSizeF size(legend.width, QFontMetricsF(theme_.font(11)).height());
    const qreal left = plot.left() + theme_.px(6);
    const qreal right = plot.right() - theme_.px(12) - size.width();
    const qreal top = plot.top() + 1, bottom = plot.bottom() - 1 - size.height();
    const qreal middle = (top + bottom) / 2;
    QRectF best;
    qreal least = std::numeric_limits<qreal>::infinity();
    for (const QPointF& corner :
         {QPointF(right, top), {left, bottom}, {right, bottom}, {left, top}, {right, middle}}) {
        const QRectF place(corner, size);
        qreal hidden = 0;
        for (const ChartLine& line : lines) {
            const std::vector<UpdateColumn>& columns = line.curve.columns->columns();
            for (std::size_t k = 0; k < columns.size(); ++k) {
                const ValueRange& range = columns[k][line.curve.value];
                const qreal x = updates.x(line.curve.columns->middle(k));
                if (!range.empty() && x >= place.left() && x <= place.right() &&
                    sizes.y(range.high) <= place.bottom() && sizes.y(range.low) >= place.top())
                    hidden += 1 / qreal(columns.size());
            }
        }
        if (hidden < least) {
            least = hidden;
            best = place;
        }
    }
    return best;
}

void TrainingChart::paintLegend(QPainter& painter, const QRectF& line, const QString& title,
                                const std::vector<ChartLine>& lines, const QString& right) const {
    painter.setFont(theme_.font(11));
    const QFontMetricsF metrics(painter.font());
    painter.setPen(QPen(theme_.mutedText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    qreal x = line.left() + metrics.horizontalAdvance(title) + theme_.px(12);
    qreal end = line.right();
    const qreal rightWidth = metrics.horizontalAdvance(right) + theme_.px(2);
    if (!right.isEmpty() && end - rightWidth >= x) {
        painter.setPen(QPen(theme_.quantityText(u"gradient")));
        painter.drawText(QRectF(end - rightWidth, line.top(), rightWidth, line.height()),
                         Qt::AlignRight | Qt::AlignVCenter, right);
        end -= rightWidth + theme_.px(10);
    }
    for (const ChartLine& each : lines) {
        const qreal width = metrics.horizontalAdvance(each.name) + theme_.px(2);
        if (each.name.isEmpty() || x + theme_.px(19) + width > end)
            continue;
        painter.setPen(QPen(each.curve.color, theme_.px(2.5), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(x, line.center().y(), x + theme_.px(14), line.center().y()));
        x += theme_.px(19);
        painter.setPen(QPen(each.ink));
        painter.drawText(QRectF(x, line.top(), width, line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, each.name);
        x += width + theme_.px(12);
    }
}

// Over a ground of its own where it stands within the plots.
void TrainingChart::paintLegends(QPainter& painter, const Places& at) const {
    if (at.inside) {
        QColor ground = theme_.plotGround;
        ground.setAlphaF(0.8f);
        for (const bool norms : {false, true}) {
            const QRectF& line = norms ? at.normLegend : at.lossLegend;
            const Legend legend = fittingLegend(norms, (norms ? at.norm : at.loss).width());
            painter.fillRect(line.adjusted(-theme_.px(3), 0, theme_.px(3), 0), ground);
            paintLegend(painter, line, legend.title, legend.lines, legend.more);
        }
        return;
    }
    const bool alone = at.norm.isEmpty();
    paintLegend(painter, at.lossLegend, content_.lossTitle, content_.losses,
                alone ? content_.engagedText : QString());
    if (!alone)
        paintLegend(painter, at.normLegend, content_.normTitle, content_.norms,
                    content_.engagedText);
}

}  // namespace rnnscope
