// SPDX-License-Identifier: GPL-3.0-or-later
// What presenting does to the window, and how the window comes to be as it was.
#include <QAction>
#include <QDialog>
#include <QGuiApplication>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScreen>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/card.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/compare_facts.h"
#include "app/presenter/presenter.h"
#include "app/setup_column.h"
#include "app/setup_facts.h"
#include "app/tool_row.h"
#include "app/transport.h"

namespace rnnscope {

/// How the window stood when presenting began.
struct MainWindow::Presented {
    QPointer<QScreen> screen;
    QRect geometry;
    Qt::WindowStates state;
    bool menus = true, tools = true, column = true, editor = false, controls = false;
    bool low = false, comparing = false;
    int aboveTime = 0;
    std::string lesson;  ///< that was open; empty: none
    int page = 0;        ///< of it
    QByteArray places;   ///< of the cards
    QByteArray layout;   ///< as a document would have it
    QByteArray filled, beforeCompare;
    QSize sizeBeforeCompare;
    QStringList besideCompare;
    QList<bool> rows;
    Bookmark beginning;
};

namespace {

constexpr int settling = 1500;  // ms, in which a desktop has given a window its size back

/// The one that is not the desktop's first: the wall. Screens that show the same count as one.
QScreen* screenForClass(QScreen* own) {
    const QScreen* first = QGuiApplication::primaryScreen();
    if (own && own != first)
        return own;
    for (QScreen* each : QGuiApplication::screens())
        if (each != first && each->geometry() != first->geometry())
            return each;
    return own;
}

QScreen* screenForNotes(const QScreen* taken) {
    for (QScreen* each : QGuiApplication::screens())
        if (each != taken && each->geometry() != taken->geometry())
            return each;
    return nullptr;
}

}  // namespace

void MainWindow::buildPresenter() {
    presenter_ = new Presenter(this, transport_, playhead_, lessons_, bookmarks_);
    QMenu* menu = panelMenu_->addMenu(tr("&Present"));
    menu->addActions(presenter_->actions());
    addActions(presenter_->allActions());
    // A menu bar that is hidden has no keys; the window has.
    for (const QMenu* each : menuBar()->findChildren<QMenu*>())
        for (QAction* action : each->actions())
            if (!action->shortcut().isEmpty())
                addAction(action);
    presenter_->shareKeys(actions());
    // Both come to the front by themselves.
    spotlight_->installEventFilter(presenter_);
    messages_->installEventFilter(presenter_);
    column_->setDialogOpener([this](QDialog* dialog) { openDialog(dialog); });
    connect(presenter_, &Presenter::changed, this, &MainWindow::present);
    connect(presenter_, &Presenter::told, this,
            [this](const QString& line) { messages_->show(line, MessageBar::Tone::Info); });
    connect(presenter_, &Presenter::zoomRequested, this, &MainWindow::zoomAt);
    connect(presenter_, &Presenter::panelsRequested, this, &MainWindow::choosePanels);
    connect(presenter_, &Presenter::controlsRequested, this, [this] {
        const bool shown = !column_->isVisible();
        tools_->setVisible(shown);
        column_->setVisible(shown);
        if (lessons_->isOpen())
            lesson_->controlsButton()->setChecked(shown);
    });
    connect(presenter_, &Presenter::bookmarkRequested, this, [this](int number) {
        const Bookmark kept = bookmark();
        messages_->show(tr("Bookmark %1: %2").arg(number).arg(kept.title), MessageBar::Tone::Info);
        bookmarks_->keep(number, kept);
    });
    connect(presenter_, &Presenter::returnRequested, this, [this](int number) {
        if (const Bookmark* kept = bookmarks_->at(number))
            goBackTo(*kept, tr("Bookmark %1").arg(number));
    });
    connect(presenter_, &Presenter::beginningRequested, this, [this] {
        if (presented_)
            goBackTo(Bookmark(presented_->beginning), tr("As it began"));
    });
    // After the numbers are shown, whose limits the place keeps to.
    connect(document_, &Document::snapshotChanged, this, &MainWindow::arriveAtBookmark);
}

void MainWindow::present(bool on) {
    // The letter that clickers send for black; what it does otherwise has another key meanwhile.
    ghosts_->setShortcut(on ? QKeySequence(Qt::SHIFT | Qt::Key_B) : QKeySequence(Qt::Key_B));
    setUpdatesEnabled(false);
    on ? beginPresenting() : endPresenting();
    setUpdatesEnabled(true);
}

void MainWindow::beginPresenting() {
    left_.reset();
    const bool large = windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen);
    auto now = std::make_shared<Presented>();
    now->screen = screen();
    now->geometry = large ? normalGeometry() : geometry();
    now->state = windowState();
    now->menus = !menuBar()->isHidden();
    now->tools = !tools_->isHidden();
    now->column = !column_->isHidden();
    now->editor = isEditing();
    now->controls = lesson_->controlsButton()->isChecked();
    now->low = lowPlaces_;
    now->comparing = isComparing();
    now->aboveTime = aboveTime_;
    if (lessons_->isOpen())
        now->lesson = lessons_->lesson().id;
    now->page = lessons_->pageNumber();
    now->places = workspace_->saveState(cardsVersion);
    now->layout = layout();
    now->filled = beforeMaximize_;
    now->beforeCompare = beforeCompare_;
    now->sizeBeforeCompare = sizeBeforeCompare_;
    now->besideCompare = besideCompare_;
    now->rows = shownRows();
    now->beginning = bookmark();
    presented_ = now;
    menuBar()->hide();
    if (now->editor)
        editor_->hide();
    tools_->setVisible(lessons_->isOpen() && pointsAt(*tools_));
    column_->setVisible(lessons_->isOpen() && pointsAtControls_);
    QScreen* there = screenForClass(screen());
    if (there != screen())
        setScreen(there);
    // Also where there is no window manager that would do it.
    setGeometry(there->geometry());
    setWindowState(Qt::WindowFullScreen);
    fitScale();
    fitPlaces();
    if (lessons_->isOpen())
        giveRoomToLesson();
    if (QScreen* beside = screenForNotes(there))
        presenter_->showNotes(beside);
    activateWindow();
}

void MainWindow::endPresenting() {
    const std::shared_ptr<const Presented> was = std::exchange(presented_, nullptr);
    menuBar()->setVisible(was->menus);
    tools_->setVisible(was->tools);
    if (was->editor && !lessons_->isOpen())
        editor_->show();
    setWindowState(Qt::WindowNoState);
    if (was->screen && was->screen != screen())
        setScreen(was->screen);
    setGeometry(was->geometry);
    if (was->state != Qt::WindowNoState)
        setWindowState(was->state);
    fitScale();
    restorePlaces(*was);
    // A desktop gives the size back when it likes, and the cards make room anew.
    left_ = was;
    QTimer::singleShot(settling, this, [this, was] {
        if (left_ == was)
            left_.reset();
    });
}

/// After the window has been given a size: places that were taken at this size are put right.
void MainWindow::settlePresented() {
    if (left_ && (size() == left_->geometry.size() || left_->state != Qt::WindowNoState))
        restorePlaces(*left_);
}

void MainWindow::restorePlaces(const Presented& was) {
    const bool sameLesson = lessons_->isOpen() ? lessons_->lesson().id == was.lesson &&
                                                     lessons_->pageNumber() == was.page
                                               : was.lesson.empty();
    if (!sameLesson && lessons_->isOpen()) {
        beforeLesson_ = was.layout;
        placePanels(lessons_->page());
        return;
    }
    lesson_->controlsButton()->setChecked(was.controls);
    column_->setVisible(was.column);
    for (qsizetype k = 0; k < rows_.size(); ++k)
        rows_[k]->setChecked(was.rows[k]);
    QMainWindow::layout()->activate();
    centralWidget()->layout()->activate();
    workspace_->parentWidget()->layout()->activate();
    lowPlaces_ = was.low;
    aboveTime_ = was.aboveTime;
    if (isComparing() != was.comparing || !sameLesson) {
        beforeMaximize_.clear();
        if (isComparing()) {
            beforeCompare_ = was.layout;
            sizeBeforeCompare_ = was.geometry.size();
            balanceComparison();
        } else {
            putPlaces(was.layout);
        }
        return;
    }
    beforeMaximize_ = was.filled;
    beforeCompare_ = was.beforeCompare;
    sizeBeforeCompare_ = was.sizeBeforeCompare;
    besideCompare_ = was.besideCompare;
    putPlaces(was.places);
}

/// As they were; what comes to the front on the way there is given no room.
void MainWindow::putPlaces(const QByteArray& places) {
    const QScopedValueRollback<bool> placing(placing_, true);
    workspace_->restoreState(places, cardsVersion);
}

const QByteArray& MainWindow::layoutBeforePresenting() const {
    return presented_->layout;
}

/// Whether the page of the lesson points at something in there.
bool MainWindow::pointsAt(const QWidget& holder) const {
    const auto& points = lessons_->page().points;
    return std::any_of(points.begin(), points.end(), [&](const LessonTarget& target) {
        const QWidget* part = lessonPart(target);
        return part && holder.isAncestorOf(part);
    });
}

/// The panel there fills the workspace, or those beside it come back.
void MainWindow::zoomAt(const QPointF& place) {
    if (!beforeMaximize_.isEmpty())
        return maximize(nullptr);
    if (Card* card = cardAt(workspace_->mapFrom(this, place.toPoint())))
        return maximize(card);
    messages_->show(tr("Point at a panel first"), MessageBar::Tone::Info);
}

void MainWindow::choosePanels() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& id : std::as_const(cardOrder_))
        if (id != "compare")
            menu->addAction(cards_[id]->toggleViewAction());
    menu->addSeparator();
    menu->addActions(rows_);
    const QSize room = menu->sizeHint();
    menu->popup(
        mapToGlobal(QPoint((width() - room.width()) / 2,
                           std::max(0, transport_->mapTo(this, QPoint()).y() - room.height()))));
}

QList<bool> MainWindow::shownRows() const {
    QList<bool> shown;
    for (const QAction* row : rows_)
        shown << row->isChecked();
    return shown;
}

Bookmark MainWindow::bookmark() const {
    const Position now = playhead_->position();
    Bookmark kept;
    kept.setup = document_->setup();
    kept.title = tr("%1, %2, %3")
                     .arg(cellName(kept.setup), sequenceName(kept.setup),
                          positionText(now, playhead_->length()));
    kept.position = now;
    kept.layer = playhead_->layer();
    kept.reverse = playhead_->reverse();
    kept.unit = playhead_->unit();
    if (lessons_->isOpen()) {
        kept.lesson = lessons_->lesson().id;
        kept.page = lessons_->pageNumber();
    }
    kept.places = workspace_->saveState(cardsVersion);
    kept.filled = beforeMaximize_;
    kept.rows = shownRows();
    return kept;
}

/// Undoably, as every change; the place in the pass follows once its numbers are there.
void MainWindow::goBackTo(const Bookmark& kept, const QString& what) {
    playhead_->pause();
    document_->pauseTraining();
    if (lessons_->isOpen() && lessons_->lesson().id == kept.lesson &&
        lessons_->pageNumber() != kept.page)
        lessons_->goTo(kept.page);
    if (!document_->change(kept.setup, what))
        return;
    document_->finishChange();
    document_->showUpdate(kept.position.update);
    putPlaces(kept.places);
    beforeMaximize_ = kept.filled;
    for (qsizetype k = 0; k < rows_.size(); ++k)
        rows_[k]->setChecked(kept.rows[k]);
    opened_.reset();
    returnsTo_ = std::make_shared<const Bookmark>(kept);
    arriveAtBookmark();
}

void MainWindow::arriveAtBookmark() {
    if (!returnsTo_ || document_->isComputing())
        return;
    const auto kept = std::exchange(returnsTo_, nullptr);
    playhead_->setLayer(kept->layer);
    playhead_->setReverse(kept->reverse);
    playhead_->setUnit(kept->unit);
    playhead_->moveTo(kept->position);
}

/// What is looked at for a moment takes the window, but for while presenting.
void MainWindow::showSheet(QDialog* sheet) {
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    if (isPresenting())
        sheet->show();
    else
        sheet->open();
}

/// A dialog that takes the window. None comes between a lecturer and the class: while presenting it
/// is told of instead.
void MainWindow::openDialog(QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!presented_) {
        dialog->open();
        return;
    }
    messages_->show(tr("Not while presenting (F5 leaves): %1").arg(dialog->windowTitle()),
                    MessageBar::Tone::Info);
    dialog->deleteLater();
}

}  // namespace rnnscope
