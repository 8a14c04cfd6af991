// SPDX-License-Identifier: GPL-3.0-or-later
// What is there for keys, screen readers and eyes that want no motion: the order of the Tab key,
// the tables of the panels, the way out.
#include <QAbstractButton>
#include <QAction>
#include <QButtonGroup>
#include <QTabBar>
#include <algorithm>
#include <array>
#include <utility>

#include "app/card.h"
#include "app/comparison.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/compare_panel.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/plot/motion.h"
#include "app/presenter/presenter.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/transport.h"

namespace rnnscope {
namespace {

constexpr int sameColumn = 24;  // pixels at scale 1; cards whose left edges differ less

bool isWithin(const QWidget* part, const QWidget* whole) {
    return whole && (part == whole || whole->isAncestorOf(part));
}

/// Of a row of buttons of which one is down, that one; arrows go to the others.
bool isStop(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (const QButtonGroup* group = button ? button->group() : nullptr;
        group && group->exclusive()) {
        const QList<QAbstractButton*> all = group->buttons();
        const auto free = std::find_if(all.begin(), all.end(), [](const QAbstractButton* each) {
            return each->isVisible() && each->isEnabled();
        });
        const QAbstractButton* down = group->checkedButton();
        return button == (down ? down : free == all.end() ? nullptr : *free);
    }
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy();
}

/// In the order in which cards are read: columns from left to right, each from top to bottom.
QList<Card*> inReadingOrder(QList<Card*> cards, double nearby) {
    std::sort(cards.begin(), cards.end(),
              [](const Card* a, const Card* b) { return a->x() < b->x(); });
    QList<Card*> ordered;
    while (!cards.isEmpty()) {
        const double edge = cards.front()->x() + nearby;
        const auto end = std::find_if(cards.begin(), cards.end(),
                                      [edge](const Card* card) { return card->x() > edge; });
        std::stable_sort(cards.begin(), end,
                         [](const Card* a, const Card* b) { return a->y() < b->y(); });
        const auto count = end - cards.begin();
        ordered += cards.mid(0, count);
        cards.remove(0, count);
    }
    return ordered;
}

/// The card that stands behind these tabs.
qsizetype cardOf(const QTabBar& tabs, const QList<Card*>& cards) {
    const QPoint middle = tabs.geometry().center();
    qsizetype found = cards.size();
    for (qsizetype k = 0; k < cards.size(); ++k) {
        const QRect place = cards[k]->geometry();
        const bool below = place.left() <= middle.x() && middle.x() <= place.right() &&
                           place.bottom() > middle.y();
        if (below && (found == cards.size() || place.top() < cards[found]->geometry().top()))
            found = k;
    }
    return found;
}

}  // namespace

// ---- the order of the Tab key --------------------------------------------------------------

QList<QWidget*> MainWindow::focusStops(const QWidget* also) const {
    QList<Card*> cards;
    for (Card* card : cards_)
        if (card->isVisible() && !card->isFloating() && card->content()->isVisible())
            cards << card;
    cards = inReadingOrder(std::move(cards), theme_.px(sameColumn));

    // Region, card, part of the card, and where a row is one: how far to the right.
    using Place = std::array<qsizetype, 4>;
    constexpr qsizetype ofCards = 5;
    const QWidget* const regions[] = {messages_, tools_,     lesson_,   editor_,
                                      column_,   workspace_, transport_};
    const auto placeOf = [&](const QWidget* stop) -> Place {
        const auto* region =
            std::find_if(std::begin(regions), std::end(regions),
                         [stop](const QWidget* each) { return isWithin(stop, each); });
        const qsizetype number = region - std::begin(regions);
        const qsizetype right = stop->mapTo(this, QPoint()).x();
        if (region == std::end(regions))
            return {number, 0, 0, 0};
        if (*region == tools_ || *region == transport_ || *region == messages_)
            return {number, 0, 0, right};
        if (*region != workspace_)
            return {number, 0, 0, 0};
        if (const auto* tabs = qobject_cast<const QTabBar*>(stop))
            return {number, cardOf(*tabs, cards), -1, 0};
        for (qsizetype k = 0; k < cards.size(); ++k)
            if (isWithin(stop, cards[k])) {
                const bool title = isWithin(stop, cards[k]->titleBarWidget());
                return {number, k, title ? 0 : 1, title ? right : 0};
            }
        return {number, cards.size(), 0, 0};
    };
    std::vector<std::pair<Place, QWidget*>> stops;
    const auto* here = static_cast<const QWidget*>(this);
    for (QWidget* each = nextInFocusChain(); each && each != here;
         each = each->nextInFocusChain()) {
        if ((!isStop(*each) && each != also) || !each->isVisible() || !each->isEnabled() ||
            each->window() != here)
            continue;
        // What stands behind another tab counts as visible.
        if (const Place place = placeOf(each); place[0] != ofCards || place[1] < cards.size())
            stops.emplace_back(place, each);
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    QList<QWidget*> ordered;
    for (const auto& [place, stop] : stops)
        ordered << stop;
    return ordered;
}

/// Cards are moved about, so the order is that of the moment.
bool MainWindow::focusNextPrevChild(bool next) {
    // From where the focus is keys go on, however it got there.
    const QList<QWidget*> stops = focusStops(focusWidget());
    if (stops.isEmpty())
        return QMainWindow::focusNextPrevChild(next);
    const qsizetype count = stops.size(), now = stops.indexOf(focusWidget());
    const qsizetype to = now < 0 ? (next ? 0 : count - 1) : (now + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

// ---- tables --------------------------------------------------------------------------------

/// The numbers of the card's panel, or of the rows that the card over time shows.
void MainWindow::offerTable(Card* card) {
    const auto follow = [this, card](Panel* panel) {
        connect(panel, &Panel::refreshed, card, [card] {
            if (card->table())
                card->table()->renew();
        });
        connect(panel, &Panel::cursorMoved, card, [card] {
            if (card->table())
                card->table()->follow();
        });
        connect(panel, &Panel::tableRequested, card, [card] { card->showTable(true, true); });
    };
    if (auto* panel = qobject_cast<Panel*>(card->content())) {
        card->setTableSource({[panel] { return panel->data(); }, [panel] { return panel->place(); },
                              [panel] { return panel->dataMoves(); }});
        return follow(panel);
    }
    card->setTableSource(
        {[this] { return time_->data(); }, [this] { return time_->view(); }, [] { return false; }});
    for (const TimeRow& row : timeRows()) {
        time_->panel(row.content)->setAccessibleName(findPanelKind(row.id)->title());
        follow(time_->panel(row.content));
    }
    connect(time_, &TimeCard::plotsChanged, card, [card] {
        if (card->table())
            card->table()->renew();
    });
}

/// That has the focus, or else that is pointed at; null where there is none.
Card* MainWindow::cardInHand() const {
    const QWidget* busy = focusWidget();
    for (Card* card : cards_)
        if (card->isVisible() && card->content()->isVisible() && busy && isWithin(busy, card))
            return card;
    return cardAt(workspace_->mapFromGlobal(QCursor::pos()));
}

/// The one that is seen at a place of the workspace; null where there is none.
Card* MainWindow::cardAt(const QPoint& place) const {
    for (Card* card : cards_)
        if (card->isVisible() && !card->isFloating() && card->content()->isVisible() &&
            card->geometry().contains(place))
            return card;
    return nullptr;
}

/// That a key is meant for; where there is none, the user is told how to choose one.
Card* MainWindow::askedCard() {
    Card* card = cardInHand();
    if (!card)
        messages_->show(tr("Point at a panel first, or go to it with the Tab key"),
                        MessageBar::Tone::Info);
    return card;
}

QAction* MainWindow::makeTableAction() {
    auto* action = new QAction(tr("As a ta&ble"), this);
    action->setIconText(tr("A panel's numbers as a table, and back"));
    action->setObjectName("asTable");
    action->setShortcut(Qt::Key_A);
    action->setToolTip(tr("Of the panel that has the focus, or else that is pointed at"));
    connect(action, &QAction::triggered, this, [this] {
        if (Card* card = askedCard())
            card->showTable(!card->table());
    });
    return action;
}

// ---- motion and the way out ----------------------------------------------------------------

QAction* MainWindow::makeMotionSwitch() {
    restoreMotion();
    auto* action = new QAction(tr("Reduced &motion"), this);
    action->setObjectName("reducedMotion");
    action->setToolTip(tr("Nothing fades or slides; playing still steps"));
    action->setCheckable(true);
    action->setChecked(motionReduced());
    connect(action, &QAction::toggled, this, &chooseMotionReduced);
    return action;
}

QAction* MainWindow::makeLeaveAction() {
    auto* leave = new QAction(tr("Lea&ve"), this);
    leave->setIconText(tr("Leave, one thing after the other"));
    leave->setWhatsThis(
        tr("Leave, one after the other: a lesson's pointing, the controls, what a "
           "presenter has in hand, full screen, the message, the previous curves, "
           "presenting, the comparison"));
    leave->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(leave, &QAction::triggered, this, [this] {
        // Out of the controls first: then keys are for the lecture again.
        QWidget* busy = focusWidget();
        if (comparePanel()->closeEditor())
            return;
        if (spotlight_->dimming() > 0)
            spotlight_->undim();
        else if (busy && (column_->isAncestorOf(busy) || isWithin(busy, editor_) ||
                          tools_->isAncestorOf(busy) || time_->isAncestorOf(busy) ||
                          qobject_cast<DataTableView*>(busy)))
            busy->clearFocus();
        else if (presenter_->putAway())
            return;
        else if (isFullScreen() && !isPresenting())
            showNormal();
        else if (messages_->isVisible())
            messages_->dismiss();
        else if (document_->ghost())
            document_->dismissGhost();
        else if (isPresenting())
            presenter_->leave();  // what is compared stays
        else if (comparison_->isOn())
            comparison_->action()->trigger();
    });
    return leave;
}

}  // namespace rnnscope
