// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <array>
#include <optional>

class QAction;
class QKeyEvent;
class QWidget;

namespace rnnscope {

/// What happens at a position, in the order of one pass.
enum class Phase { Forward, Loss, Backward, Clip, Update };

/// Whether a phase has a position for each step: Forward and Backward.
bool inTime(Phase phase);

/// One place in the life of a training run. `step` is the time from 0; it is free in Forward and
/// Backward, T - 1 in Loss, and 0 in Clip and Update (the time of the step played just before).
/// Within a step of Forward or Backward `part` operations of the cell are done, counted in the
/// order of that pass; 0 is the whole step.
struct Position {
    int update = 0;
    Phase phase = Phase::Forward;
    int step = 0;
    int part = 0;

    bool operator==(const Position&) const = default;
};

/// A step's loss and a step's state, as times from 0.
struct StepPair {
    int loss = 0;
    int state = 0;

    bool operator==(const StepPair&) const = default;
};

/// One pass over T steps has 2T + 3 positions: Forward 0 … T-1, Loss, Backward T-1 … 0, Clip,
/// Update. These two are each other's inverse on 0 … 2T+2, parts aside. Out-of-range arguments are
/// clamped.
int positionCount(int length);
int indexOf(Position position, int length);
Position positionAt(int index, int length, int update);

/// The position with its step and update brought into range for a pass over `length` steps.
Position clamped(Position position, int length, bool hasGradient);

/// "Backward pass".
QString phaseTitle(Phase phase);
/// "Backward pass, t = 20 of 50, update 3". Time counts from 1 in all words.
QString positionText(Position position, int length);
/// "4 steps/s".
QString speedText(double stepsPerSecond);

/// The single owner of where we are, of playing, and of which layer, direction and unit is looked
/// at. Panels listen to it and never keep a position of their own.
class Playhead : public QObject {
    Q_OBJECT

  public:
    using Phase = rnnscope::Phase;
    using Position = rnnscope::Position;

    static constexpr int maxUpdate = 1'000'000;
    static constexpr double minSpeed = 0.5;
    static constexpr double maxSpeed = 60.0;
    /// What faster() and slower() walk through, in steps per second.
    static constexpr std::array<double, 8> speeds = {0.5, 1, 2, 4, 8, 15, 30, 60};

    explicit Playhead(QObject* parent = nullptr);

    /// Steps T of the sequence, at least 1. A position beyond it moves to the last step of its
    /// phase. Emits lengthChanged first, then moved if the position had to give way.
    void setLength(int steps);
    int length() const { return length_; }

    /// Without a loss there is no gradient: a pass is Forward 0 … T-1, and stepping does not lead
    /// on to the next update. Shares lengthChanged, since the number of positions changes with it.
    void setHasGradient(bool on);
    /// Whether there are updates to go to; as setHasGradient() until told. They may be though the
    /// pass has no gradient, as where a generated sequence is shown.
    void setLearns(bool on) {
        learns_ = on;
        refreshActions();
    }
    bool hasGradient() const { return hasGradient_; }

    Position position() const { return position_; }
    /// Place within this pass, 0 … count() - 1.
    int index() const { return indexOf(position_, length_); }
    int count() const { return hasGradient_ ? positionCount(length_) : length_; }
    /// First and last position of this pass (not of the whole run).
    bool atStart() const { return index() == 0; }
    bool atEnd() const { return index() == count() - 1; }
    /// Whether next() and previous() would move, over the border of an update included.
    bool canGoNext() const;
    bool canGoPrevious() const;

    void moveTo(Position position);
    /// Keeps Backward if in it, otherwise goes to this step of Forward.
    void setStep(int step);
    /// From within a step: to its end, and back to the end of the step before.
    void next();
    void previous();
    /// How many operations a step of the cell has, at least 1.
    void setParts(int operations);
    int parts() const { return parts_; }
    /// One operation on or back, over the border of a step as well. Where there are no operations,
    /// as next() and previous().
    void nextPart();
    void previousPart();
    void toStart();
    void toEnd();
    /// Forward 0 of the neighbouring update.
    void nextUpdate();
    void previousUpdate();

    /// At the end of a pass play() goes on with the next update; without gradient it rewinds.
    void play();
    void pause();
    void togglePlaying();
    bool isPlaying() const { return playing_; }
    /// Steps per second, 0.5 … 60.
    void setSpeed(double stepsPerSecond);
    double speed() const { return speed_; }
    void faster();
    void slower();
    /// Training: playing runs on into the next updates instead of stopping at the end of a pass.
    void setLooping(bool on);
    bool isLooping() const { return looping_; }

    /// How many layers, directions (1 or 2) and units there are; clamps the selection.
    void setLimits(int layers, int directions, int units);
    int layer() const { return layer_; }
    bool reverse() const { return reverse_; }
    int unit() const { return unit_; }
    int layers() const { return layers_; }
    int directions() const { return directions_; }
    int units() const { return units_; }
    /// What is pointed at, marked wherever time runs; times, not steps in the order of computation.
    const std::optional<StepPair>& pair() const { return pair_; }
    void setPair(std::optional<StepPair> pair);
    /// A quantity of the cell that is pointed at somewhere, by its number.
    const std::optional<std::size_t>& quantity() const { return quantity_; }
    void setQuantity(std::optional<std::size_t> quantity);
    void setLayer(int layer);
    void setReverse(bool reverse);
    void setUnit(int unit);

    /// All actions, for menus and for the window (see PlayheadKeys).
    QList<QAction*> actions() const;
    /// Others in their place, in the language of now; who shows them must ask for them again.
    void renewActions();
    QAction* playAction() const { return play_; }
    QAction* nextAction() const { return next_; }
    QAction* previousAction() const { return previous_; }
    QAction* nextPartAction() const { return nextPart_; }
    QAction* previousPartAction() const { return previousPart_; }
    QAction* startAction() const { return start_; }
    QAction* endAction() const { return end_; }
    QAction* fasterAction() const { return faster_; }
    QAction* slowerAction() const { return slower_; }
    QAction* nextUpdateAction() const { return nextUpdate_; }
    QAction* previousUpdateAction() const { return previousUpdate_; }
    QAction* nextUnitAction() const { return nextUnit_; }
    QAction* previousUnitAction() const { return previousUnit_; }
    /// Checkable, "Keep training"; without a shortcut.
    QAction* loopAction() const { return loop_; }

  signals:
    void moved(rnnscope::Position now, rnnscope::Position before);
    void playingChanged(bool playing);
    void speedChanged(double stepsPerSecond);
    void loopingChanged(bool looping);
    /// Layer, direction, unit, their limits, or what is pointed at: a pair, a quantity.
    void selectionChanged();
    void lengthChanged(int steps);

  private:
    QAction* addAction(const QString& text, const QString& tip,
                       const QList<QKeySequence>& shortcuts, void (Playhead::*slot)());
    void makeActions();
    void refreshActions();
    void selectNextUnit();
    void selectPreviousUnit();
    void setSelection(int layer, bool reverse, int unit);
    void setPlaying(bool on);
    void tick();
    void schedule();

    Position position_;
    int length_ = 1;
    int parts_ = 1;
    bool hasGradient_ = true;
    bool learns_ = true;
    bool playing_ = false;
    bool looping_ = false;
    double speed_ = 4;
    int layers_ = 1, directions_ = 1, units_ = 1;
    int layer_ = 0;
    bool reverse_ = false;
    int unit_ = 0;
    std::optional<StepPair> pair_;
    std::optional<std::size_t> quantity_;
    QTimer timer_;         // single shot, re-armed by each tick
    QElapsedTimer clock_;  // since play()
    double due_ = 0;       // of the next tick, ms on clock_

    QAction *play_, *next_, *previous_, *nextPart_, *previousPart_, *start_, *end_, *faster_,
        *slower_, *nextUpdate_, *previousUpdate_, *nextUnit_, *previousUnit_, *loop_;
};

/// Whether a widget with the keyboard focus needs this key itself, so that the playhead must not
/// take it: typing and moving in text fields, arrows in sliders, spin boxes, lists and tabs,
/// everything while a menu or a combo box is open. Space plays everywhere else, buttons, check
/// boxes and number fields included.
bool keyBelongsToFocus(const QWidget* focus, const QKeyEvent* event);

/// Gives a window the playhead's keys. Adds the actions to the window and watches the
/// application: before Qt turns a key into a shortcut it asks the focused widget
/// (ShortcutOverride); this answers for it by keyBelongsToFocus, only for the playhead's own keys
/// and only inside this window and its floating docks. Lives as long as the window.
class PlayheadKeys : public QObject {
    Q_OBJECT

  public:
    PlayheadKeys(Playhead* playhead, QWidget* window);
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool isOurs(const QKeyEvent& key) const;
    static void leaveNumber(QObject* watched, const QKeyEvent* key);

    QPointer<Playhead> playhead_;
    QWidget* window_;
};

}  // namespace rnnscope
