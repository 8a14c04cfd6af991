// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/generation_bars.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/generation_panel.h"
#include "app/panels/generation_text.h"
#include "app/plot/number.h"
#include "core/generation.h"

namespace rnnscope {
namespace {

QString shareText(double share) {
    return std::isfinite(share) ? QString::number(share, 'f', 3) : QStringLiteral("NaN");
}

}  // namespace

void GenerationBars::set(const Snapshot& snapshot, const Theme& theme, const QRectF& area,
                         int step) {
    theme_ = theme;
    area_ = area;
    bars_.clear();
    const double temperature = snapshot.setup.generation.temperature;
    const auto logits = snapshot.record.output.col(step);
    const Eigen::VectorXd shares = probabilities(logits, temperature);
    const Eigen::VectorXd plain = probabilities(logits, 1);
    const Index next = snapshot.generated->classes[std::size_t(step) + 1];
    const bool given = step + 1 < snapshot.generated->given;

    const double least = theme.px(hasSpaces(snapshot) ? 66 : 40);
    const auto most = std::max<Index>(2, Index(area.width() / least));
    const Shares shown = largestShares(shares, most, next);
    const double slot =
        std::min(area.width() / double(shown.classes.size() + (shown.others ? 1 : 0)),
                 theme.px(hasSpaces(snapshot) ? 110 : 64));
    const double head = QFontMetricsF(theme.font(12)).height() + theme.px(6);
    const auto add = [&](QString mark, std::optional<Index> number, double value) {
        const std::optional<double> other =
            number && temperature != 1 ? std::optional(plain[*number]) : std::nullopt;
        bars_.push_back({std::move(mark), number, value, other, number == next,
                         QRectF(area.left() + slot * double(bars_.size()), area.top() + head, slot,
                                std::max(0.0, area.height() - head))});
    };
    for (const Index number : shown.classes)
        add(classMark(snapshot, number), number, shares[number]);
    if (shown.others)
        add(GenerationPanel::tr("others"), std::nullopt, *shown.others);

    const QString name = QStringLiteral("‘%1’").arg(classMark(snapshot, next));
    headline_ = (given ? GenerationPanel::tr("after t = %1: given next %2, p = %3")
                       : GenerationPanel::tr("after t = %1: drawn %2, p = %3"))
                    .arg(step + 1)
                    .arg(name, shareText(shares[next]));
    legend_ = temperature == 1 ? GenerationPanel::tr("softmax of the read-out")
                               : GenerationPanel::tr("softmax at temperature %1; line: at 1")
                                     .arg(shortNumber(temperature));
}

void GenerationBars::paint(QPainter& painter) const {
    if (bars_.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont heading = theme_.boldFont(12), small = theme_.font(10.5),
                marks = theme_.monoFont(13);
    QFont boldMarks = marks;
    boldMarks.setBold(true);
    const QFontMetricsF headMetrics(heading);
    const QRectF head(area_.left(), area_.top(), area_.width(), headMetrics.height());
    painter.setFont(heading);
    painter.setPen(theme_.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, headline_);
    painter.setFont(theme_.font(11));
    painter.setPen(theme_.mutedText);
    const QFontMetricsF legendMetrics(painter.font());
    if (headMetrics.horizontalAdvance(headline_) + legendMetrics.horizontalAdvance(legend_) +
            theme_.px(16) <
        head.width())
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, legend_);

    const double above = QFontMetricsF(small).height() + theme_.px(1);
    const double below = QFontMetricsF(boldMarks).height() + theme_.px(2);
    const QColor own = theme_.quantityLine(u"output");
    for (const Bar& bar : bars_) {
        const double base = bar.room.bottom() - below;
        const double high = std::max(0.0, bar.room.height() - above - below);
        const double wide = std::min(bar.room.width() - theme_.px(10), theme_.px(34));
        const auto at = [&](double share) { return std::isfinite(share) ? share * high : 0.0; };
        const QRectF column(bar.room.center().x() - wide / 2, base - at(bar.value), wide,
                            at(bar.value));
        painter.setPen(bar.next ? QPen(theme_.strong, theme_.px(1.4)) : QPen(Qt::NoPen));
        painter.setBrush(bar.next ? own : theme_.faint(own, 0.4));
        if (column.height() > 0)
            painter.drawRect(column);
        if (bar.plain) {
            painter.setPen(QPen(theme_.mutedText, theme_.px(1.4)));
            painter.drawLine(QPointF(column.left() - theme_.px(3), base - at(*bar.plain)),
                             QPointF(column.right() + theme_.px(3), base - at(*bar.plain)));
        }
        painter.setPen(bar.next ? theme_.text : theme_.mutedText);
        painter.setFont(small);
        // Clear of the line, too.
        const double top = std::min(column.top(), base - at(bar.plain.value_or(0)));
        painter.drawText(QRectF(bar.room.left(), top - above, bar.room.width(), above),
                         Qt::AlignHCenter | Qt::AlignTop, shareText(bar.value));
        const QRectF foot(bar.room.left(), base + theme_.px(2), bar.room.width(), below);
        const QFont& font = !bar.number ? small : bar.next ? boldMarks : marks;
        painter.setFont(font);
        painter.drawText(foot, Qt::AlignHCenter | Qt::AlignTop,
                         QFontMetricsF(font).elidedText(bar.mark, Qt::ElideRight,
                                                        bar.room.width() - theme_.px(2)));
    }
    painter.setPen(QPen(theme_.rule, 1));
    const double base = bars_.front().room.bottom() - below;
    painter.drawLine(QPointF(area_.left(), base), QPointF(bars_.back().room.right(), base));
    painter.restore();
}

QString GenerationBars::hoverText(const QPointF& point) const {
    for (const Bar& bar : bars_) {
        if (!bar.room.contains(point))
            continue;
        QString text = QStringLiteral("<b>%1</b><br>p = %2")
                           .arg(bar.mark.toHtmlEscaped(), fullNumber(bar.value));
        if (bar.plain)
            text += QStringLiteral("<br>") +
                    GenerationPanel::tr("at temperature 1: %1").arg(fullNumber(*bar.plain));
        return text;
    }
    return {};
}

}  // namespace rnnscope
