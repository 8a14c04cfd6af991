// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMainWindow>
#include <QObject>
#include <QPointF>
#include <array>

#include "app/plot/theme.h"
#include "app/presenter/bookmarks.h"
#include "app/presenter/screen_awake.h"

class QAction;
class QKeySequence;
class QScreen;

namespace rnnscope {

class Curtain;
class LessonPlayer;
class NotesWindow;
class PenLayer;
class PresenterBar;
class SpotlightLayer;

/// Presenting: whether it is going on, what a lecturer has in hand while it does, and the keys for
/// it. What becomes of the window itself is the window's affair.
class Presenter : public QObject {
    Q_OBJECT

  public:
    /// `floor`: the part of the window that the bar stands above.
    Presenter(QMainWindow* window, QWidget* floor, Playhead* playhead, LessonPlayer* lessons,
              Bookmarks* bookmarks);

    bool isOn() const { return on_; }
    void enter();
    /// Puts everything out of hand first.
    void leave();
    /// Puts out of hand what lies in it last: the black, the picture, spotlight, pen, strokes.
    /// False where there was nothing.
    bool putAway();

    void setTheme(const Theme& theme);
    /// The layers over the window as large as it is now, and in their order.
    void place();
    void restack();
    /// The window's keys work in the notes too.
    void shareKeys(const QList<QAction*>& actions);
    /// The notes on a screen of their own, beside the class's; null: wherever.
    void showNotes(QScreen* screen);

    /// In the window's coordinates.
    const QPointF& pointer() const { return pointer_; }

    Bookmarks& bookmarks() { return *bookmarks_; }
    Curtain* curtain() const { return curtain_; }
    PenLayer* pen() const { return pen_; }
    SpotlightLayer* light() const { return light_; }
    PresenterBar* bar() const { return bar_; }
    NotesWindow* notes() const { return notes_; }
    const ScreenAwake& awake() const { return awake_; }

    /// For a menu and the sheet of keys.
    QList<QAction*> actions() const { return actions_; }
    /// With those that only have keys.
    QList<QAction*> allActions() const;

  signals:
    void changed(bool on);
    /// The panel there is to fill the window, or no longer to.
    void zoomRequested(QPointF place);
    void panelsRequested();
    void controlsRequested();
    /// What is there now, under a number.
    void bookmarkRequested(int number);
    void returnRequested(int number);
    /// Back to what there was when it began.
    void beginningRequested();
    /// One line for the user.
    void told(const QString& message);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QAction* add(const QString& name, const QString& label, const QString& text, const QString& tip,
                 const QList<QKeySequence>& keys);
    void makeActions();
    void makeBookmarkActions();
    void refresh();
    void setOn(bool on);
    void setPen(bool on);
    void setLight(bool on);
    void setFrozen(bool on);
    void setBlack(bool on);
    void liftCurtain();
    void setNotes(bool on);
    void keepNext();
    void returnToLatest();
    void pointTo(const QPointF& place);
    void followCurtain();

    QMainWindow* window_;
    QWidget* floor_;
    Playhead* playhead_;
    LessonPlayer* lessons_;
    Bookmarks* bookmarks_;
    Theme theme_;
    bool on_ = false;
    bool stacking_ = false;
    QPointF pointer_;
    ScreenAwake awake_;
    Curtain* curtain_;
    SpotlightLayer* light_;
    PenLayer* pen_;
    PresenterBar* bar_ = nullptr;
    NotesWindow* notes_;
    QList<QAction*> actions_;
    QAction *present_, *penAction_, *clear_, *lightAction_, *zoom_, *freeze_, *black_, *panels_,
        *controls_, *keep_, *latest_, *notesAction_, *beginning_, *step_, *stepBack_;
    std::array<QAction*, Bookmarks::most> keeps_{}, returns_{};
};

}  // namespace rnnscope
