// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of presenting.
#include <QAction>
#include <QKeySequence>

#include "app/lessons/lesson_player.h"
#include "app/presenter/pen_layer.h"
#include "app/presenter/presenter.h"

namespace rnnscope {

/// `label` is its name in the bar.
QAction* Presenter::add(const QString& name, const QString& label, const QString& text,
                        const QString& tip, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setProperty("label", label);
    action->setShortcuts(keys);
    action->setAutoRepeat(false);
    action->setToolTip(tip);
    actions_ << action;
    return action;
}

void Presenter::makeActions() {
    // What clickers send to begin and to end: F5, Shift+F5, Esc; for black: B, a full stop.
    present_ = add(QStringLiteral("present"), tr("Leave"), tr("&Present, and leave"),
                   tr("Fills the screen, the second one where there is one, in large type"),
                   {Qt::Key_F5, Qt::SHIFT | Qt::Key_F5});
    penAction_ = add(QStringLiteral("pen"), tr("Pen"), tr("Pe&n"),
                     tr("Draw over everything; what is drawn vanishes by itself"), {Qt::Key_P});
    clear_ = add(QStringLiteral("clearPen"), {}, tr("&Wipe what was drawn"), {}, {Qt::Key_E});
    lightAction_ = add(QStringLiteral("light"), tr("Spotlight"), tr("&Spotlight"),
                       tr("Dims all but what lies around the pointer; the wheel makes it larger"),
                       {Qt::Key_L});
    zoom_ = add(QStringLiteral("zoom"), tr("Zoom"), tr("&Zoom in on a panel, and back"),
                tr("The panel under the pointer fills the window, or no longer does"), {Qt::Key_Z});
    freeze_ =
        add(QStringLiteral("freeze"), tr("Freeze"), tr("&Freeze the picture"),
            tr("The class goes on seeing this picture, whatever is done behind it"), {Qt::Key_F});
    black_ = add(QStringLiteral("black"), tr("Black"), tr("&Black screen"),
                 tr("Nothing is seen until the same key, Esc or a click"), {Qt::Key_Period});
    panels_ = add(QStringLiteral("panels"), tr("Panels"), tr("Choose &panels"),
                  tr("Show and hide panels"), {Qt::Key_V});
    controls_ = add(QStringLiteral("controls"), tr("Controls"), tr("&Controls"),
                    tr("Show or hide the tool row and the column of controls"), {Qt::Key_K});
    beginning_ = add(QStringLiteral("beginning"), tr("Reset"), tr("As it be&gan"),
                     tr("Back to what there was when presenting began"), {Qt::Key_R});
    keep_ = add(QStringLiteral("bookmark"), tr("Bookmark"), tr("Book&mark"),
                tr("Keeps what is there now under the next free number; Ctrl with a number keeps "
                   "it under that"),
                {Qt::Key_M});
    latest_ = add(QStringLiteral("latest"), {}, tr("Back to the &last bookmark"), {}, {Qt::Key_J});
    notesAction_ = add(QStringLiteral("notesWindow"), tr("Notes"), tr("N&otes and clock"),
                       tr("The notes of a lesson's page, the next page and a clock in a window of "
                          "their own"),
                       {Qt::Key_N});
    step_ = add(QStringLiteral("clickerNext"), {}, tr("A step on, without a lesson"), {},
                {Qt::Key_PageDown});
    stepBack_ = add(QStringLiteral("clickerBack"), {}, tr("A step back, without a lesson"), {},
                    {Qt::Key_PageUp});
    for (QAction* each : {present_, penAction_, lightAction_, freeze_, black_, notesAction_})
        each->setCheckable(true);
    step_->setAutoRepeat(true);
    stepBack_->setAutoRepeat(true);

    connect(present_, &QAction::triggered, this, &Presenter::setOn);
    connect(penAction_, &QAction::triggered, this, &Presenter::setPen);
    connect(clear_, &QAction::triggered, this, [this] { pen_->clear(); });
    connect(lightAction_, &QAction::triggered, this, &Presenter::setLight);
    connect(zoom_, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(pointer_); });
    connect(freeze_, &QAction::triggered, this, &Presenter::setFrozen);
    connect(black_, &QAction::triggered, this, &Presenter::setBlack);
    connect(panels_, &QAction::triggered, this, &Presenter::panelsRequested);
    connect(controls_, &QAction::triggered, this, &Presenter::controlsRequested);
    connect(beginning_, &QAction::triggered, this, &Presenter::beginningRequested);
    connect(keep_, &QAction::triggered, this, &Presenter::keepNext);
    connect(latest_, &QAction::triggered, this, &Presenter::returnToLatest);
    connect(notesAction_, &QAction::triggered, this, [this](bool on) {
        if (on)
            showNotes(nullptr);
        else
            setNotes(false);
    });
    connect(step_, &QAction::triggered, playhead_, &Playhead::next);
    connect(stepBack_, &QAction::triggered, playhead_, &Playhead::previous);
}

/// Ctrl and a number keeps, Alt and a number goes back.
void Presenter::makeBookmarkActions() {
    for (int number = 1; number <= Bookmarks::most; ++number) {
        const auto digit = Qt::Key(Qt::Key_0 + number);
        auto* keep = new QAction(tr("Bookmark %1").arg(number), this);
        keep->setShortcut(Qt::CTRL | digit);
        connect(keep, &QAction::triggered, this,
                [this, number] { Q_EMIT bookmarkRequested(number); });
        keeps_[std::size_t(number - 1)] = keep;
        auto* back = new QAction(tr("Back to bookmark %1").arg(number), this);
        back->setShortcut(Qt::ALT | digit);
        back->setProperty("label", QString::number(number));
        connect(back, &QAction::triggered, this,
                [this, number] { Q_EMIT returnRequested(number); });
        returns_[std::size_t(number - 1)] = back;
    }
    returns_.front()->setIconText(tr("Back to bookmark 1, and so on to 9"));
    keeps_.front()->setIconText(tr("Bookmark under number 1, and so on to 9"));
    actions_ << keeps_.front() << returns_.front();
}

QList<QAction*> Presenter::allActions() const {
    QList<QAction*> all = actions_;
    for (std::size_t k = 1; k < keeps_.size(); ++k)
        all << keeps_[k] << returns_[k];
    return all;
}

/// What has no use at present is off, so that its key is free for others.
void Presenter::refresh() {
    for (QAction* each :
         {penAction_, clear_, lightAction_, zoom_, freeze_, black_, panels_, controls_})
        each->setEnabled(on_);
    const bool lesson = lessons_->isOpen();
    for (QAction* each : {beginning_, step_, stepBack_})
        each->setEnabled(on_ && !lesson);
    // In the bar stands the one that there is.
    beginning_->setVisible(!lesson);
    lessons_->resetAction()->setVisible(lesson || !on_);
    black_->setShortcuts(on_ ? QList<QKeySequence>{Qt::Key_Period, Qt::Key_B}
                             : QList<QKeySequence>{Qt::Key_Period});
    for (int number = 1; number <= Bookmarks::most; ++number) {
        QAction* back = returns_[std::size_t(number - 1)];
        const Bookmark* kept = bookmarks_->at(number);
        back->setVisible(kept);
        if (kept)
            back->setToolTip(tr("Back to bookmark %1: %2").arg(number).arg(kept->title));
    }
}

}  // namespace rnnscope
