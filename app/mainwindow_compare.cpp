// SPDX-License-Identifier: GPL-3.0-or-later
// How the window makes room for networks side by side, and gives it back.
#include <QAction>
#include <utility>

#include "app/card.h"
#include "app/comparison.h"
#include "app/mainwindow.h"
#include "app/panels/compare_panel.h"

namespace rnnscope {
namespace {

constexpr double besideWidth = 1240;  // of the workspace; narrower, the comparison has it alone

}  // namespace

ComparePanel* MainWindow::comparePanel() const {
    return static_cast<ComparePanel*>(cards_["compare"]->content());
}

/// The places are kept as they are, and the comparison stands where the network ran over time.
void MainWindow::showComparison(bool on) {
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    if (on) {
        beforeCompare_ = workspace_->saveState(cardsVersion);
        sizeBeforeCompare_ = size();
        besideCompare_.clear();
        // What shows one network from inside gives its place.
        QStringList give{"time"};
        for (const char* id : insideCards())
            give << id;
        for (const QString& id : std::as_const(cardOrder_)) {
            if (!give.contains(id) && id != "compare" && !cards_[id]->isHidden() &&
                !cards_[id]->isFloating())
                besideCompare_ << id;
        }
        Card* place = cards_["time"];
        if (place->isFloating())
            workspace_->addDockWidget(Qt::LeftDockWidgetArea, cards_["compare"]);
        else
            workspace_->tabifyDockWidget(place, cards_["compare"]);
        for (const QString& id : std::as_const(give))
            if (!cards_[id]->isFloating())
                cards_[id]->hide();
        cards_["compare"]->show();
        cards_["compare"]->raise();
        balanceComparison();
        return;
    }
    cards_["compare"]->hide();
    workspace_->restoreState(std::exchange(beforeCompare_, {}), cardsVersion);
    if (size() == sizeBeforeCompare_ || arranged_)
        return;
    // The window has become another one meanwhile.
    isLow() != lowPlaces_ ? placeCards() : balanceCards();
}

/// Beside the comparison stands what sums a pass up, where there is room.
void MainWindow::balanceComparison() {
    const int all = workspace_->width();
    const bool beside = all >= theme_.px(besideWidth);
    for (const QString& id : std::as_const(besideCompare_))
        cards_[id]->setVisible(beside);
    if (beside && !besideCompare_.isEmpty()) {
        const int side = qRound(theme_.px(400));
        workspace_->resizeDocks({cards_["compare"], cards_[besideCompare_.front()]},
                                {all - side, side}, Qt::Horizontal);
    }
}

}  // namespace rnnscope
