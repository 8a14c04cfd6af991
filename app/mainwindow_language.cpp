// SPDX-License-Identifier: GPL-3.0-or-later
// The window in another language. Words are given to widgets when they are made, so all that is
// seen is made again around what lives on: document, playhead, lesson, comparison, the window.
#include <QAbstractScrollArea>
#include <QActionGroup>
#include <QDialog>
#include <QMenuBar>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/card.h"
#include "app/comparison.h"
#include "app/document_store.h"
#include "app/language.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/lesson_writer.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/panels/cliff_panel.h"
#include "app/panels/compare_panel.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/presenter/presenter.h"
#include "app/setup_column.h"
#include "app/tool_row.h"

namespace rnnscope {
namespace {

/// Where it was scrolled to.
void scrollLike(QWidget* area, const QWidget* before) {
    const auto of = [](const QWidget* widget) {
        const auto* inside = widget->findChild<QAbstractScrollArea*>();
        const auto* itself = qobject_cast<const QAbstractScrollArea*>(widget);
        return (itself ? itself : inside)->verticalScrollBar();
    };
    of(area)->setValue(of(before)->value());
}

}  // namespace

void MainWindow::buildLanguageMenu(QMenu* menu) {
    auto* group = new QActionGroup(this);
    for (const Language& each : interfaceLanguages()) {
        QAction* action = menu->addAction(QString::fromUtf8(each.name));
        action->setCheckable(true);
        action->setChecked(language() == QLatin1String(each.id));
        action->setData(QLatin1String(each.id));
        group->addAction(action);
        // Afterwards: the menu that it stands in goes too.
        connect(
            action, &QAction::triggered, this, [this, id = each.id] { setLanguage(id); },
            Qt::QueuedConnection);
    }
}

void MainWindow::setLanguage(const QString& id) {
    if (!findLanguage(id))
        return;
    keepLanguage(id);
    if (id == language())
        return;
    installLanguage(id);
    rebuild();
}

/// What stays as it is while its window is built again.
struct MainWindow::Look {
    QByteArray places;  ///< of the cards
    int aboveTime;
    bool restored, arranged, dims, controls;
    std::vector<bool> rows;
};

MainWindow::Look MainWindow::lookNow() const {
    Look look{workspace_->saveState(cardsVersion),
              aboveTime_,
              restored_,
              arranged_,
              spotlight_->dimming() > 0,
              lesson_->controlsButton()->isChecked(),
              {}};
    for (const QAction* row : rows_)
        look.rows.push_back(row->isChecked());
    return look;
}

/// Once the parts stand, so that the cards get just the sizes that they had.
void MainWindow::takeLook(const Look& look) {
    for (std::size_t k = 0; k < look.rows.size(); ++k)
        rows_[qsizetype(k)]->setChecked(look.rows[k]);
    if (lessons_->isOpen()) {
        pointLesson(look.dims);
        lesson_->controlsButton()->setChecked(look.controls);
        column_->setVisible(look.controls);
    }
    // Now, not at the next event: what they take of the height is then not for the cards.
    menuBar()->show();
    centralWidget()->show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QMainWindow::layout()->activate();
    workspace_->restoreState(look.places, cardsVersion);
    aboveTime_ = look.aboveTime;
    restored_ = look.restored;
    arranged_ = look.arranged;
}

void MainWindow::rebuild() {
    setUpdatesEnabled(false);
    const bool presenting = isPresenting();
    if (presenting)
        presenter_->leave();
    (void)comparePanel()->closeEditor();
    const Look look = lookNow();

    // What was built goes, but for the parts that tell the new ones what was switched on them.
    QList<QObject*> stay{document_, store_, playhead_, comparison_, lessons_, bookmarks_};
    if (writer_)
        stay << writer_;
    for (QObject* each : std::as_const(stay))
        each->disconnect(this);
    const bool editing = isEditing();
    if (auto* editor = std::exchange(editor_, nullptr))
        writer_->disconnect(editor);
    const std::unique_ptr<QWidget> before(takeCentralWidget());
    for (QObject* each : before->findChildren<QObject*>())
        each->disconnect(this);
    const auto* tools = tools_;
    const auto* column = column_;
    const auto* lesson = lesson_;
    const auto* time = time_;
    const QHash<QString, Card*> cards = std::exchange(cards_, {});
    for (QObject* each : QObjectList(children()))
        if (each != QMainWindow::layout() && !stay.contains(each) && !qobject_cast<QDialog*>(each))
            delete each;
    cardOrder_.clear();
    panels_.clear();
    rows_.clear();
    playhead_->renewActions();
    lessons_->renewActions();
    comparison_->renewAction();

    build();
    if (editing)
        buildEditor();
    dressParts();
    tools_->goOnFrom(*tools);
    for (auto card = cards.begin(); card != cards.end(); ++card) {
        if (auto* panel = qobject_cast<Panel*>(cards_[card.key()]->content()))
            panel->showLike(*static_cast<Panel*>((*card)->content()));
        cards_[card.key()]->showTable((*card)->table() != nullptr);
    }
    for (const TimeRow& row : timeRows())
        time_->panel(row.content)->showLike(*time->panel(row.content));
    takeLook(look);
    showGhost();
    for (Panel* panel : panels_)
        panel->setAnalyses(document_->analyses());
    if (document_->snapshot())
        showSnapshot();
    // Where something is of a sequence, it waits for that.
    const auto [lower, upper] = time->timeRange();
    time_->setTimeRange(lower, upper);
    const auto* compared = static_cast<ComparePanel*>(cards["compare"]->content());
    const auto [first, last] = compared->timeRange();
    comparePanel()->setTimeRange(first, last);
    if (static_cast<CliffPanel*>(cards["cliff"]->content())->isPlaying())
        static_cast<CliffPanel*>(cards_["cliff"]->content())->setPlaying(true);
    scrollLike(column_, column);
    scrollLike(lesson_, lesson);
    if (presenting)
        presenter_->enter();
    setUpdatesEnabled(true);
}

}  // namespace rnnscope
