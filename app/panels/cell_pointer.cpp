// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does in the cell's drawing: it tells, points, chooses units and holds.
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "app/panels/cell_panel.h"
#include "app/panels/cell_words.h"
#include "app/panels/hold_menu.h"
#include "app/plot/tip.h"

namespace rnnscope {

void CellPanel::hover(int node) {
    if (node == hovered_)
        return;
    hovered_ = node;
    update();
}

void CellPanel::mouseMoveEvent(QMouseEvent* event) {
    if (!ready())
        return;
    const CellPicture shown = picture();
    const CellHit hit = hitAt(shown, event->position());
    const bool onNode =
        hit.node >= 0 && scene_.nodes[std::size_t(hit.node)].contains(event->position());
    setCursor(hit.unit || (onNode && canHold(hit.node)) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    hover(hit.node);
    emit quantityHovered(quantityAt(picture(), hit));
    QString tip;
    if (hit.unit)
        tip = tr("unit %1").arg(*hit.unit + 1) + QStringLiteral("<br>");
    if (hit.node >= 0)
        tip += nodeTip(values_, layout_->nodes[std::size_t(hit.node)], shown.progress,
                       hit.unit.value_or(shown.unit));
    else if (hit.end)
        tip += endTip(values_, *hit.end, shown.progress, hit.unit.value_or(shown.unit));
    showTipAbove(*this, event->globalPosition().toPoint(), tip);
}

void CellPanel::mousePressEvent(QMouseEvent* event) {
    pressed_ = -1;
    if (!ready() || event->button() != Qt::LeftButton)
        return Panel::mousePressEvent(event);
    const CellHit hit = hitAt(picture(), event->position());
    if (hit.unit)
        emit unitRequested(*hit.unit);
    else if (hit.node >= 0 && scene_.nodes[std::size_t(hit.node)].contains(event->position()))
        pressed_ = hit.node;
}

void CellPanel::mouseReleaseEvent(QMouseEvent* event) {
    const int pressed = std::exchange(pressed_, -1);
    if (pressed >= 0 && ready() && canHold(pressed) &&
        scene_.nodes[std::size_t(pressed)].contains(event->position()))
        openHoldMenu(layout_->nodes[std::size_t(pressed)].result.index);
}

void CellPanel::leaveEvent(QEvent* event) {
    hover(-1);
    emit quantityHovered({});
    Panel::leaveEvent(event);
}

void CellPanel::contextMenuEvent(QContextMenuEvent* event) {
    if (!ready())
        return;
    const CellHit hit = hitAt(picture(), event->pos());
    const auto quantity = quantityAt(picture(), hit);
    if (quantity && !hit.equation)
        if (HoldMenu* menu = openHoldMenu(*quantity)) {
            menu->addSeparator();
            return addCopyActions(menu);
        }
    QMenu* menu = makeMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

// ---- holding -------------------------------------------------------------------------------

bool CellPanel::canHold(int node) const {
    const Wire result = layout_->nodes[std::size_t(node)].result;
    return result.place == Wire::Place::Now && canBeHeld(values_.cell().quantities()[result.index]);
}

HoldMenu* CellPanel::openHoldMenu(std::size_t quantity) {
    const int node = ready() ? layout_->nodeOf(now(quantity)) : -1;
    if (node < 0 || !canHold(node))
        return nullptr;
    const NetworkShape& shape = snapshot()->shape();
    const Quantity& held = values_.cell().quantities()[quantity];
    HoldSubject subject{.quantity = std::string(held.id),
                        .symbol = symbolOf(values_.cell(), now(quantity)),
                        .name = nameOf(values_.cell(), now(quantity)),
                        .unit = picture().unit,
                        .units = shape.hidden,
                        .step = values_.time(),
                        .steps = steps(),
                        .holds = snapshot()->setup.holds};
    const bool reverse = snapshot()->record.traces[trace()].reversed();
    subject.backwardInTime = reverse;
    if (shape.traces() > 1) {
        subject.layer = std::min(view().layer, shape.layers - 1);
        subject.reverse = reverse;
    }
    auto* menu = new HoldMenu(std::move(subject), theme(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &HoldMenu::holdRequested, this, &CellPanel::holdRequested);
    menu->popup(mapToGlobal(scene_.nodes[std::size_t(node)].bottomLeft().toPoint()));
    return menu;
}

void CellPanel::askHold() {
    if (!ready())
        return;
    const CellPicture shown = picture();
    int node = shown.hovered;
    if (const auto current = shown.progress.current(); node < 0 && current)
        node = layout_->nodeDoing(*current);
    if (node >= 0 && canHold(node)) {
        openHoldMenu(layout_->nodes[std::size_t(node)].result.index);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Cell& cell = values_.cell();
    for (std::size_t k = 0; k < cell.quantities().size(); ++k)
        if (const int each = layout_->nodeOf(now(k)); each >= 0 && canHold(each))
            menu->addAction(
                tr("Hold %1, the %2…").arg(symbolOf(cell, now(k)), nameOf(cell, now(k))), this,
                [this, k] { openHoldMenu(k); });
    menu->popup(mapToGlobal(scene_.frame.topLeft().toPoint()));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().constFirst());
}

}  // namespace rnnscope
