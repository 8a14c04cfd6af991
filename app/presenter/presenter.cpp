// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/presenter.h"

#include <QAction>
#include <QCursor>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScreen>
#include <QWheelEvent>
#include <QWindow>

#include "app/lessons/lesson_player.h"
#include "app/presenter/curtain.h"
#include "app/presenter/notes_window.h"
#include "app/presenter/pen_layer.h"
#include "app/presenter/presenter_bar.h"
#include "app/presenter/spotlight_layer.h"

namespace rnnscope {
namespace {

constexpr int firstLook = 7000;  // ms, in which a lecturer reads what there is
constexpr double rim = 16;       // of the window, at scale 1: the pointer there brings the bar

}  // namespace

Presenter::Presenter(QMainWindow* window, QWidget* floor, Playhead* playhead, LessonPlayer* lessons,
                     Bookmarks* bookmarks)
    : QObject(window),
      window_(window),
      floor_(floor),
      playhead_(playhead),
      lessons_(lessons),
      bookmarks_(bookmarks),
      theme_(Theme::light()),
      curtain_(new Curtain(window)),
      light_(new SpotlightLayer(window)),
      pen_(new PenLayer(window)),
      notes_(new NotesWindow(lessons, window)) {
    makeActions();
    makeBookmarkActions();
    lessons_->resetAction()->setProperty("label", tr("Reset"));
    QList<QAction*> inBar{
        penAction_, lightAction_, zoom_,        freeze_,    black_,
        panels_,    controls_,    notesAction_, beginning_, lessons_->resetAction(),
        keep_};
    for (QAction* action : returns_)
        inBar << action;
    inBar << present_;
    bar_ = new PresenterBar(inBar, window);
    connect(curtain_, &Curtain::clicked, this, [this] {
        if (curtain_->isBlack())
            setBlack(false);
    });
    connect(notes_, &NotesWindow::closed, this, [this] { notesAction_->setChecked(false); });
    connect(bookmarks_, &Bookmarks::changed, this, &Presenter::refresh);
    connect(lessons_, &LessonPlayer::pageShown, this, &Presenter::refresh);
    connect(lessons_, &LessonPlayer::closed, this, &Presenter::refresh);
    window_->installEventFilter(this);
    floor_->installEventFilter(this);
    refresh();
}

void Presenter::enter() {
    setOn(true);
}

void Presenter::leave() {
    setOn(false);
}

void Presenter::setOn(bool on) {
    present_->setChecked(on);
    if (on == on_)
        return;
    if (!on) {
        while (putAway()) {
        }
        bar_->hide();
        setNotes(false);
    }
    on_ = on;
    refresh();
    if (on)
        awake_.hold();
    else
        awake_.release();
    Q_EMIT changed(on);
    if (!on)
        return;
    // The window itself is told of every movement, also over parts that are not.
    if (QWindow* handle = window_->windowHandle())
        handle->installEventFilter(this);
    pointer_ = window_->mapFromGlobal(QCursor::pos());
    place();
    bar_->appear(firstLook);  // to show that there is one
}

bool Presenter::putAway() {
    if (curtain_->isVisibleTo(window_))
        liftCurtain();
    else if (light_->isOn())
        setLight(false);
    else if (pen_->isOn())
        setPen(false);
    else if (pen_->strokes() > 0)
        pen_->clear();
    else
        return false;
    return true;
}

void Presenter::setTheme(const Theme& theme) {
    theme_ = theme;
    curtain_->setTheme(theme);
    light_->setTheme(theme);
    pen_->setTheme(theme);
    bar_->setTheme(theme);
    notes_->setTheme(theme);
    place();
}

void Presenter::place() {
    for (QWidget* layer : {static_cast<QWidget*>(curtain_), static_cast<QWidget*>(light_),
                           static_cast<QWidget*>(pen_)})
        layer->setGeometry(window_->rect());
    bar_->place(floor_->mapTo(window_, QPoint()).y() - qRound(theme_.px(4)));
    restack();
}

/// A picture may be pointed at and drawn on; black hides all.
void Presenter::restack() {
    if (stacking_ || !on_)
        return;
    const QScopedValueRollback<bool> stacking(stacking_, true);
    if (!curtain_->isBlack())
        curtain_->raise();
    light_->raise();
    pen_->raise();
    if (curtain_->isBlack())
        curtain_->raise();
    bar_->raise();
}

void Presenter::setPen(bool on) {
    penAction_->setChecked(on);
    pen_->setOn(on);
    restack();
}

void Presenter::setLight(bool on) {
    lightAction_->setChecked(on);
    light_->moveTo(pointer_);
    light_->setOn(on);
    restack();
}

void Presenter::setFrozen(bool on) {
    if (!on)
        return liftCurtain();
    if (curtain_->isBlack())
        liftCurtain();
    // The picture is of the program: what is in hand stays in hand.
    bar_->hide();
    const bool lit = light_->isOn(), drawn = pen_->isVisibleTo(window_);
    light_->hide();
    pen_->hide();
    curtain_->showPicture(window_->grab());
    light_->setVisible(lit);
    pen_->setVisible(drawn);
    followCurtain();
}

void Presenter::setBlack(bool on) {
    if (!on)
        return liftCurtain();
    bar_->hide();
    curtain_->showBlack();
    followCurtain();
}

void Presenter::liftCurtain() {
    curtain_->lift();
    followCurtain();
}

/// Whoever has the notes before them sees what the class does not.
void Presenter::followCurtain() {
    freeze_->setChecked(curtain_->isFrozen());
    black_->setChecked(curtain_->isBlack());
    if (curtain_->isVisibleTo(window_))
        notes_->setPreview([this] { return window_->centralWidget()->grab(); });
    else
        notes_->setPreview({});
    restack();
}

void Presenter::setNotes(bool on) {
    if (on) {
        notes_->show();
    } else if (notes_->isVisible()) {
        window_->activateWindow();  // without a window manager nobody else gives the keys back
        notes_->hide();
    }
    notesAction_->setChecked(on);
}

void Presenter::showNotes(QScreen* screen) {
    if (screen) {
        const QRect room = screen->availableGeometry();
        const QSize size(room.width() * 4 / 5, room.height() * 4 / 5);
        notes_->setScreen(screen);
        notes_->setGeometry(
            QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
    }
    // The keys stay where they are; they work in both.
    notes_->setAttribute(Qt::WA_ShowWithoutActivating, screen != nullptr);
    setNotes(true);
    notes_->restartClock();
}

void Presenter::shareKeys(const QList<QAction*>& actions) {
    notes_->addActions(actions);
}

void Presenter::keepNext() {
    if (const auto number = bookmarks_->free())
        Q_EMIT bookmarkRequested(*number);
    else
        Q_EMIT told(tr("All %1 bookmarks are taken; Ctrl with a number puts what is there now in "
                       "place of one")
                        .arg(Bookmarks::most));
}

void Presenter::returnToLatest() {
    if (const auto number = bookmarks_->latest())
        Q_EMIT returnRequested(*number);
    else
        Q_EMIT told(tr("There is no bookmark yet; %1 keeps what is there now")
                        .arg(keep_->shortcut().toString(QKeySequence::NativeText)));
}

void Presenter::pointTo(const QPointF& place) {
    pointer_ = place;
    light_->moveTo(place);
    const bool atRim = place.y() >= window_->height() - theme_.px(rim);
    if (atRim && on_ && !curtain_->isBlack() && !pen_->isDrawing())
        bar_->appear();
}

bool Presenter::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_ || watched == floor_) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
            place();
        return false;
    }
    if (watched != window_->windowHandle()) {
        if (event->type() == QEvent::ZOrderChange)
            restack();  // something has come to the front that is to stay behind
        return false;
    }
    if (!on_)
        return false;
    if (event->type() == QEvent::MouseMove) {
        pointTo(static_cast<QMouseEvent*>(event)->position());
    } else if (event->type() == QEvent::Wheel && light_->isOn()) {
        light_->grow(static_cast<QWheelEvent*>(event)->angleDelta().y() / 120.0);
        return true;
    }
    return false;
}

}  // namespace rnnscope
