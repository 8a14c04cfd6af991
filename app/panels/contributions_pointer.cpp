// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does in the panel of contributions: steps, parameters, and telling numbers.
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/panels/contributions_panel.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

QString tableLine(const QString& what, const QString& brief, const QString& full) {
    return QStringLiteral("<tr><td>%1</td><td>&nbsp;<b>%2</b>&nbsp;</td><td>%3</td></tr>")
        .arg(what, brief, full);
}

QString table(const QString& title, const QString& lines, const QString& after) {
    return QStringLiteral("<b>%1</b><table cellspacing='0' cellpadding='2'>%2</table>%3")
        .arg(title, lines, after);
}

}  // namespace

QPoint ContributionsPanel::pointOf(std::size_t row, int step) const {
    const ContributionFrame now = frame();
    return QPointF(now.x(step + 1), now.strip(row).center().y()).toPoint();
}

int ContributionsPanel::stepAt(qreal x) const {
    const ContributionFrame now = frame();
    const double part = (x - now.strips.left()) / std::max(1.0, now.strips.width());
    return int(std::clamp(std::floor(part * steps_), 0.0, steps_ - 1.0));
}

std::optional<std::size_t> ContributionsPanel::rowAt(qreal y) const {
    const ContributionFrame now = frame();
    for (std::size_t row = 0; row < rows_.size(); ++row)
        if (now.strip(row).top() <= y && y < now.strip(row).bottom())
            return row;
    return std::nullopt;
}

QString ContributionsPanel::rowHover(std::size_t row, int step) const {
    const ContributionRow& each = rows_[row];
    const double norm = each.norms[std::size_t(step)];
    const double share = weights_ ? each.shares[std::size_t(step)] : pathShares(rows_, step)[row];
    return table(
        tr("t = %1, %2").arg(step + 1).arg(each.name),
        tableLine(tr("norm"), shortNumber(norm), fullNumber(norm)) +
            tableLine(weights_ ? tr("share") : tr("share of the norms"), percentText(share),
                      fullNumber(share)),
        weights_
            ? each.title + QStringLiteral("<br>") +
                  tr("shares are signed: below 0 it works against the whole; those of "
                     "all steps sum to 100 %")
            : each.title + QStringLiteral("<br>") + tr("the shares of all paths sum to 100 %"));
}

QString ContributionsPanel::curveHover(int step) const {
    QString lines;
    for (const Curve& curve : curves_) {
        const double norm = curve.norms[std::size_t(step)];
        lines += tableLine(curve.symbol, shortNumber(norm), fullNumber(norm));
    }
    return table(tr("t = %1").arg(step + 1), lines, tr("2-norms over all units"));
}

QString ContributionsPanel::hoverText(const QPointF& point) const {
    if (!snapshot() || !message().isEmpty())
        return {};
    const ContributionFrame now = frame();
    for (const LegendChip& chip : now.chips)
        if (chip.rect.contains(point))
            return labelled(chip.text, chip.tip);
    const std::optional<std::size_t> row = rowAt(point.y());
    if (row && point.x() < now.strips.left())
        return rows_[*row].title + (weights_ ? tr("; click to see its shares") : QString());
    if (point.x() < now.strips.left() || point.x() > now.strips.right())
        return {};
    if (row)
        return rowHover(*row, stepAt(point.x()));
    if (places_.upper > 0 && now.upper.contains(point))
        return weights_ ? rowHover(parameter(), stepAt(point.x())) : curveHover(stepAt(point.x()));
    if (places_.foot > 0 && point.y() > height() - places_.foot)
        return saturation_.parts.join(QStringLiteral("<br>"));
    return {};
}

void ContributionsPanel::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !snapshot() || !message().isEmpty())
        return Panel::mousePressEvent(event);
    const QPointF point = event->position();
    const ContributionFrame now = frame();
    if (const auto row = rowAt(point.y()); row && weights_)
        setParameter(*row);
    dragging_ = point.x() >= now.strips.left() && point.x() <= now.strips.right() &&
                point.y() <= now.strips.bottom();
    if (dragging_)
        emit stepRequested(stepAt(point.x()));
}

void ContributionsPanel::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_ && rows_.empty())
        dragging_ = false;
    if (dragging_)
        emit stepRequested(stepAt(event->position().x()));
    const QString text = hoverText(event->position());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

void ContributionsPanel::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void ContributionsPanel::leaveEvent(QEvent* event) {
    QToolTip::hideText();
    Panel::leaveEvent(event);
}

// Told at once by mouseMoveEvent; the platform's own delayed tip would replace it.
bool ContributionsPanel::event(QEvent* event) {
    return event->type() == QEvent::ToolTip || Panel::event(event);
}

}  // namespace rnnscope
