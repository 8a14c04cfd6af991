// SPDX-License-Identifier: GPL-3.0-or-later
// What the playhead does, as actions with words and keys.
#include <QAction>

#include "app/playhead.h"

namespace rnnscope {

QAction* Playhead::addAction(const QString& text, const QString& tip,
                             const QList<QKeySequence>& shortcuts, void (Playhead::*slot)()) {
    auto* action = new QAction(text, this);
    action->setShortcuts(shortcuts);
    action->setShortcutContext(Qt::WindowShortcut);
    const QString key =
        shortcuts.isEmpty() ? QString() : shortcuts.first().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)").arg(tip, key));
    action->setStatusTip(tip);
    if (slot)
        connect(action, &QAction::triggered, this, slot);
    return action;
}

void Playhead::makeActions() {
    play_ = addAction(tr("&Play"), tr("Play or pause"), {Qt::Key_Space}, &Playhead::togglePlaying);
    play_->setIconText(tr("Play or pause"));  // in lists of keys, whether or not it plays now
    play_->setAutoRepeat(false);              // a held key must not flicker between play and pause
    next_ = addAction(tr("&Next step"), tr("One step on"), {Qt::Key_Right}, &Playhead::next);
    previous_ =
        addAction(tr("P&revious step"), tr("One step back"), {Qt::Key_Left}, &Playhead::previous);
    nextPart_ = addAction(tr("Next &operation"), tr("One operation of the cell on"),
                          {Qt::SHIFT | Qt::Key_Right}, &Playhead::nextPart);
    previousPart_ = addAction(tr("Previous operatio&n"), tr("One operation of the cell back"),
                              {Qt::SHIFT | Qt::Key_Left}, &Playhead::previousPart);
    start_ = addAction(tr("To the &start"), tr("To the start of this pass"), {Qt::Key_Home},
                       &Playhead::toStart);
    end_ = addAction(tr("To the &end"), tr("To the end of this pass"), {Qt::Key_End},
                     &Playhead::toEnd);
    // Where plus needs Shift some platforms report it as Shift and plus.
    faster_ = addAction(tr("&Faster"), tr("Play faster"),
                        {Qt::Key_Plus, Qt::Key_Equal, Qt::SHIFT | Qt::Key_Plus}, &Playhead::faster);
    slower_ = addAction(tr("S&lower"), tr("Play slower"), {Qt::Key_Minus}, &Playhead::slower);
    nextUpdate_ = addAction(tr("Next &update"), tr("To the start of the next update"), {Qt::Key_U},
                            &Playhead::nextUpdate);
    previousUpdate_ = addAction(tr("Previous up&date"), tr("To the start of the previous update"),
                                {Qt::SHIFT | Qt::Key_U}, &Playhead::previousUpdate);
    nextUnit_ = addAction(tr("Next un&it"), tr("Look at the next unit"), {Qt::Key_Down},
                          &Playhead::selectNextUnit);
    previousUnit_ = addAction(tr("Previous uni&t"), tr("Look at the previous unit"), {Qt::Key_Up},
                              &Playhead::selectPreviousUnit);
    loop_ = addAction(tr("&Keep training"), tr("Keep training: play on through the updates"), {},
                      nullptr);
    loop_->setCheckable(true);
    connect(loop_, &QAction::toggled, this, &Playhead::setLooping);
}

void Playhead::renewActions() {
    qDeleteAll(actions());
    makeActions();
    loop_->setChecked(looping_);
    refreshActions();
}

void Playhead::refreshActions() {
    // Play stays enabled even where there is nowhere to go: a disabled shortcut would hand Space
    // on to whatever button has the focus.
    play_->setText(playing_ ? tr("&Pause") : tr("&Play"));
    next_->setEnabled(canGoNext() || position_.part > 0);
    previous_->setEnabled(canGoPrevious());
    nextPart_->setEnabled(next_->isEnabled());
    previousPart_->setEnabled(canGoPrevious() || (inTime(position_.phase) && parts_ > 1));
    start_->setEnabled(!atStart() || position_.part > 0);
    end_->setEnabled(!atEnd());
    faster_->setEnabled(speed_ < maxSpeed);
    slower_->setEnabled(speed_ > minSpeed);
    nextUpdate_->setEnabled(learns_ && position_.update < maxUpdate);
    previousUpdate_->setEnabled(learns_ && position_.update > 0);
    nextUnit_->setEnabled(unit_ + 1 < units_);
    previousUnit_->setEnabled(unit_ > 0);
    loop_->setEnabled(hasGradient_);
}

QList<QAction*> Playhead::actions() const {
    return {play_,   next_,   previous_,   nextPart_,       previousPart_, start_,        end_,
            faster_, slower_, nextUpdate_, previousUpdate_, nextUnit_,     previousUnit_, loop_};
}

}  // namespace rnnscope
