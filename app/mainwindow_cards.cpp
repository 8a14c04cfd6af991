// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window's cards stand.
#include <QAction>
#include <algorithm>
#include <utility>

#include "app/card.h"
#include "app/mainwindow.h"

namespace rnnscope {
namespace {

constexpr double lowWindow = 800;  // below, three cards over each other are too much

}  // namespace

std::span<const char* const> MainWindow::insideCards() {
    static constexpr const char* cards[] = {"unrolled", "cell",   "equations", "weights",
                                            "unit",     "values", "generation"};
    return cards;
}

/// What is looked at closely has as much as what runs over time; with the network in front again it
/// gets back what it had.
void MainWindow::makeRoom(Card* front) {
    Card *network = cards_["unrolled"], *time = cards_["time"];
    if (placing_ || !isVisible() || front->isFloating() || time->isHidden() ||
        !beforeMaximize_.isEmpty() || isComparing())
        return;
    const int both = front->height() + time->height();
    if (front != network && front->height() < both / 2 - 8) {
        aboveTime_ = front->height();
        workspace_->resizeDocks({front, time}, {both / 2, both - both / 2}, Qt::Vertical);
    } else if (const int before = front == network ? std::exchange(aboveTime_, 0) : 0) {
        workspace_->resizeDocks({network, time}, {before, both - before}, Qt::Vertical);
    }
}

bool MainWindow::isLow() const {
    return height() < theme_.px(lowWindow);
}

/// The places of the first start: what runs over time in the middle, what sums it up at the right.
void MainWindow::placeCards() {
    for (const QString& id : std::as_const(cardOrder_)) {
        cards_[id]->setFloating(false);
        workspace_->removeDockWidget(cards_[id]);
    }
    workspace_->addDockWidget(Qt::LeftDockWidgetArea, cards_["unrolled"]);
    workspace_->splitDockWidget(cards_["unrolled"], cards_["gradients"], Qt::Horizontal);
    workspace_->splitDockWidget(cards_["unrolled"], cards_["time"], Qt::Vertical);
    for (const char* behind : insideCards().subspan(1))
        workspace_->tabifyDockWidget(cards_["unrolled"], cards_[behind]);
    workspace_->tabifyDockWidget(cards_["time"], cards_["compare"]);
    // Those that are looked at less often lie behind those that are looked at always.
    lowPlaces_ = isLow();
    QStringList above{"gradients", "jacobians"}, middle{"flow", "contributions", "phase-plane"},
        below{"clipping", "loss", "cliff"};
    if (lowPlaces_) {  // two places, whose tabs can still be read
        above << "flow"
              << "phase-plane";
        below << "contributions";
        middle.clear();
    }
    Card* lowest = cards_[above[0]];
    for (const QStringList& place : {middle, below})
        if (!place.isEmpty()) {
            workspace_->splitDockWidget(lowest, cards_[place[0]], Qt::Vertical);
            lowest = cards_[place[0]];
        }
    for (const QStringList& place : {above, middle, below})
        for (qsizetype k = 1; k < place.size(); ++k)
            workspace_->tabifyDockWidget(cards_[place[k - 1]], cards_[place[k]]);
    for (const QString& id : std::as_const(cardOrder_))
        cards_[id]->setVisible(id != "compare");  // comes with its networks
    for (const char* front : {"unrolled", "flow", "gradients", "clipping"})
        cards_[front]->raise();
    for (QAction* row : std::as_const(rows_))
        row->setChecked(true);
    balanceCards();
}

/// Shares of the workspace. Large type leaves less for the unrolled network, more for the plots.
void MainWindow::balanceCards() {
    if (isComparing())
        return balanceComparison();
    const double large = std::min(theme_.scale, 1.5) - 1;
    const int unrolled = qRound(270 - 140 * large);  // with its tabs
    workspace_->resizeDocks({cards_["unrolled"], cards_["gradients"]}, {660, 400}, Qt::Horizontal);
    workspace_->resizeDocks({cards_["unrolled"], cards_["time"]}, {unrolled, 800 - unrolled},
                            Qt::Vertical);
    if (lowPlaces_)
        workspace_->resizeDocks({cards_["gradients"], cards_["clipping"]}, {450, 350},
                                Qt::Vertical);
    else
        workspace_->resizeDocks({cards_["gradients"], cards_["flow"], cards_["clipping"]},
                                {290, 320, 250}, Qt::Vertical);
}

}  // namespace rnnscope
