// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/panel.h"

#include <QShowEvent>
#include <algorithm>

#include "app/focus_ring.h"
#include "app/panels/panel_access.h"

namespace rnnscope {

QString withoutLossText(const Snapshot& snapshot, const QString& choose) {
    return snapshot.generated ? Panel::tr(
                                    "What a network generates has no target and no loss; "
                                    "go back to the sequence under Generation")
                              : choose;
}

Panel::Panel(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    installPanelAccess();
    setFocusPolicy(Qt::TabFocus);  // a click leaves the keys to the lecture
    new FocusRing(this);
}

void Panel::setSnapshot(std::shared_ptr<const Snapshot> snapshot) {
    snapshot_ = std::move(snapshot);
    // Analyses of it follow: what belongs together is drawn together.
    if (needs() == NoAnalysis || !analyses_ || analyses_->of == snapshot_)
        invalidate();
}

void Panel::setGhost(std::shared_ptr<const Snapshot> ghost) {
    if (ghost == ghost_)
        return;
    ghost_ = std::move(ghost);
    if (drawsGhost())
        invalidate();
}

void Panel::setAnalyses(std::shared_ptr<const Analyses> analyses) {
    analyses_ = std::move(analyses);
    if (needs() != NoAnalysis)
        invalidate();
}

void Panel::setView(const View& view) {
    if (view == view_)
        return;
    const View before = view_;
    view_ = view;
    const bool sameSelection =
        view.layer == before.layer && view.reverse == before.reverse && view.unit == before.unit;
    if (!sameSelection || stale_)
        return invalidate();
    if (!snapshot_)
        return;
    moveCursor();
    Q_EMIT cursorMoved();
}

void Panel::setTheme(const Theme& theme) {
    theme_ = theme;
    invalidate();
}

std::size_t Panel::trace() const {
    return traceOf(*snapshot_);
}

std::size_t Panel::traceOf(const Snapshot& snapshot) const {
    const NetworkShape& shape = snapshot.shape();
    return shape.trace(std::min(view_.layer, shape.layers - 1),
                       view_.reverse && shape.bidirectional);
}

void Panel::invalidate() {
    // A panel made for a figure is never shown: it has no window to wait for.
    const bool forFigure = !parentWidget();
    if (!snapshot_ || (!isVisible() && !forFigure)) {
        stale_ = true;
        return;
    }
    renew();
}

void Panel::renew() {
    stale_ = false;
    refresh();
    Q_EMIT refreshed();
}

void Panel::freshen() {
    if (stale_ && snapshot_)
        renew();
}

void Panel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_)
        invalidate();
    if (needs() != NoAnalysis)
        Q_EMIT needsChanged();
}

void Panel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (needs() != NoAnalysis)
        Q_EMIT needsChanged();
}

}  // namespace rnnscope
