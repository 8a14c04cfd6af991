// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playhead.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rnnscope {

bool inTime(Phase phase) {
    return phase == Phase::Forward || phase == Phase::Backward;
}

// ---- positions -----------------------------------------------------------------------------

int positionCount(int length) {
    return 2 * length + 3;
}

int indexOf(Position position, int length) {
    const int step = std::clamp(position.step, 0, length - 1);
    switch (position.phase) {
        case Phase::Forward:
            return step;
        case Phase::Loss:
            return length;
        case Phase::Backward:
            return 2 * length - step;
        case Phase::Clip:
            return 2 * length + 1;
        case Phase::Update:
            return 2 * length + 2;
    }
    Q_UNREACHABLE();
}

Position positionAt(int index, int length, int update) {
    index = std::clamp(index, 0, positionCount(length) - 1);
    if (index < length)
        return {update, Phase::Forward, index};
    if (index == length)
        return {update, Phase::Loss, length - 1};
    if (index <= 2 * length)
        return {update, Phase::Backward, 2 * length - index};
    return {update, index == 2 * length + 1 ? Phase::Clip : Phase::Update, 0};
}

Position clamped(Position position, int length, bool hasGradient) {
    const int update = std::clamp(position.update, 0, Playhead::maxUpdate);
    if (hasGradient)
        return positionAt(indexOf(position, length), length, update);
    // Forward and Backward keep their time; what is not in time becomes the end of the sequence.
    const int step = inTime(position.phase) ? std::clamp(position.step, 0, length - 1) : length - 1;
    return {update, Phase::Forward, step};
}

QString phaseTitle(Phase phase) {
    switch (phase) {
        case Phase::Forward:
            return Playhead::tr("Forward pass");
        case Phase::Loss:
            return Playhead::tr("Loss");
        case Phase::Backward:
            return Playhead::tr("Backward pass");
        case Phase::Clip:
            return Playhead::tr("Clipping");
        case Phase::Update:
            return Playhead::tr("Update");
    }
    Q_UNREACHABLE();
}

QString positionText(Position position, int length) {
    if (position.part > 0 && inTime(position.phase))
        return Playhead::tr("%1, t = %2 of %3, operation %4, update %5")
            .arg(phaseTitle(position.phase))
            .arg(position.step + 1)
            .arg(length)
            .arg(position.part)
            .arg(position.update);
    if (inTime(position.phase))
        return Playhead::tr("%1, t = %2 of %3, update %4")
            .arg(phaseTitle(position.phase))
            .arg(position.step + 1)
            .arg(length)
            .arg(position.update);
    return Playhead::tr("%1, update %2").arg(phaseTitle(position.phase)).arg(position.update);
}

QString speedText(double stepsPerSecond) {
    if (stepsPerSecond == 1)
        return Playhead::tr("1 step/s");
    return Playhead::tr("%1 steps/s").arg(QLocale().toString(stepsPerSecond, 'g', 3));
}

// ---- moving --------------------------------------------------------------------------------

Playhead::Playhead(QObject* parent) : QObject(parent) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Playhead::tick);
    makeActions();
    refreshActions();
}

void Playhead::setLength(int steps) {
    steps = std::max(steps, 1);
    if (steps == length_)
        return;
    length_ = steps;
    emit lengthChanged(length_);
    moveTo(position_);
    refreshActions();
}

void Playhead::setHasGradient(bool on) {
    if (on == hasGradient_)
        return;
    hasGradient_ = on;
    learns_ = on;
    emit lengthChanged(length_);
    moveTo(position_);
    refreshActions();
}

bool Playhead::canGoNext() const {
    return !atEnd() || (hasGradient_ && position_.update < maxUpdate);
}

bool Playhead::canGoPrevious() const {
    return !atStart() || (hasGradient_ && position_.update > 0);
}

void Playhead::moveTo(Position position) {
    Position now = clamped(position, length_, hasGradient_);
    if (now.phase == position.phase && inTime(now.phase) && position.part < parts_)
        now.part = std::max(position.part, 0);
    if (now == position_)
        return;
    const Position before = position_;
    position_ = now;
    refreshActions();
    emit moved(now, before);
    if (playing_ && atEnd() && !(looping_ && canGoNext()))
        pause();
}

void Playhead::setStep(int step) {
    const bool backward = position_.phase == Phase::Backward;
    moveTo({position_.update, backward ? Phase::Backward : Phase::Forward, step});
}

void Playhead::next() {
    if (position_.part > 0)
        return moveTo({position_.update, position_.phase, position_.step});
    if (!canGoNext())
        return;
    if (atEnd())
        moveTo({position_.update + 1, Phase::Forward, 0});
    else
        moveTo(positionAt(index() + 1, length_, position_.update));
}

void Playhead::previous() {
    if (!canGoPrevious())
        return;
    if (atStart())
        moveTo({position_.update - 1, Phase::Update, 0});
    else
        moveTo(positionAt(index() - 1, length_, position_.update));
}

void Playhead::setParts(int operations) {
    parts_ = std::max(operations, 1);
    moveTo(position_);
    refreshActions();
}

void Playhead::nextPart() {
    if (position_.part > 0) {
        Position within = position_;
        within.part = (position_.part + 1) % parts_;
        return moveTo(within);
    }
    if (!canGoNext())
        return;
    Position after = atEnd() ? Position{position_.update + 1, Phase::Forward, 0}
                             : positionAt(index() + 1, length_, position_.update);
    if (inTime(after.phase) && parts_ > 1)
        after.part = 1;
    moveTo(after);
}

void Playhead::previousPart() {
    if (!inTime(position_.phase) || parts_ == 1)
        return previous();
    if (position_.part == 1)
        return previous();
    Position within = position_;
    within.part = position_.part > 0 ? position_.part - 1 : parts_ - 1;
    moveTo(within);
}

void Playhead::toStart() {
    moveTo({position_.update, Phase::Forward, 0});
}

void Playhead::toEnd() {
    moveTo(positionAt(count() - 1, length_, position_.update));
}

void Playhead::nextUpdate() {
    if (learns_ && position_.update < maxUpdate)
        moveTo({position_.update + 1, Phase::Forward, 0});
}

void Playhead::previousUpdate() {
    if (learns_ && position_.update > 0)
        moveTo({position_.update - 1, Phase::Forward, 0});
}

// ---- playing -------------------------------------------------------------------------------

void Playhead::play() {
    if (playing_)
        return;
    if (atEnd() && !hasGradient_)
        toStart();
    if (!canGoNext())
        return;
    setPlaying(true);
    clock_.start();
    // The first step comes soon even at half a step a second, so that the key is seen to work.
    due_ = std::min(1000 / speed_, 150.0);
    schedule();
}

void Playhead::pause() {
    timer_.stop();
    setPlaying(false);
}

void Playhead::togglePlaying() {
    playing_ ? pause() : play();
}

void Playhead::setPlaying(bool on) {
    if (on == playing_)
        return;
    playing_ = on;
    refreshActions();
    emit playingChanged(on);
}

void Playhead::schedule() {
    const auto now = static_cast<double>(clock_.elapsed());
    timer_.start(static_cast<int>(std::ceil(std::max(0.0, due_ - now))));
}

void Playhead::tick() {
    next();
    if (!playing_)
        return;
    if (!canGoNext())
        return pause();
    // Due times are counted from the start, so that 60 a second are 60 and not 1000/17. Whoever
    // draws too slowly for that loses speed: what was missed is dropped, never caught up.
    due_ += 1000 / speed_;
    const auto now = static_cast<double>(clock_.elapsed());
    if (due_ < now)
        due_ = now + 1;
    schedule();
}

void Playhead::setSpeed(double stepsPerSecond) {
    if (std::isnan(stepsPerSecond))
        return;
    const double speed = std::clamp(stepsPerSecond, minSpeed, maxSpeed);
    if (speed == speed_)
        return;
    speed_ = speed;
    if (playing_) {
        due_ = static_cast<double>(clock_.elapsed()) + 1000 / speed_;
        schedule();
    }
    refreshActions();
    emit speedChanged(speed_);
}

void Playhead::faster() {
    const auto* above = std::upper_bound(speeds.begin(), speeds.end(), speed_);
    setSpeed(above == speeds.end() ? maxSpeed : *above);
}

void Playhead::slower() {
    const auto* here = std::lower_bound(speeds.begin(), speeds.end(), speed_);
    setSpeed(here == speeds.begin() ? minSpeed : *(here - 1));
}

void Playhead::setLooping(bool on) {
    if (on == looping_)
        return;
    looping_ = on;
    loop_->setChecked(on);
    if (!on && playing_ && atEnd())
        pause();
    emit loopingChanged(on);
}

// ---- selection -----------------------------------------------------------------------------

void Playhead::setLimits(int layers, int directions, int units) {
    layers = std::max(layers, 1);
    directions = std::clamp(directions, 1, 2);
    units = std::max(units, 1);
    if (layers == layers_ && directions == directions_ && units == units_)
        return;
    layers_ = layers;
    directions_ = directions;
    units_ = units;
    layer_ = std::min(layer_, layers_ - 1);
    reverse_ = reverse_ && directions_ == 2;
    unit_ = std::min(unit_, units_ - 1);
    refreshActions();
    emit selectionChanged();
}

void Playhead::setSelection(int layer, bool reverse, int unit) {
    layer = std::clamp(layer, 0, layers_ - 1);
    reverse = reverse && directions_ == 2;
    unit = std::clamp(unit, 0, units_ - 1);
    if (layer == layer_ && reverse == reverse_ && unit == unit_)
        return;
    layer_ = layer;
    reverse_ = reverse;
    unit_ = unit;
    refreshActions();
    emit selectionChanged();
}

void Playhead::setPair(std::optional<StepPair> pair) {
    if (pair == pair_)
        return;
    pair_ = pair;
    emit selectionChanged();
}

void Playhead::setQuantity(std::optional<std::size_t> quantity) {
    if (quantity == quantity_)
        return;
    quantity_ = quantity;
    emit selectionChanged();
}

void Playhead::setLayer(int layer) {
    setSelection(layer, reverse_, unit_);
}
void Playhead::setReverse(bool reverse) {
    setSelection(layer_, reverse, unit_);
}
void Playhead::setUnit(int unit) {
    setSelection(layer_, reverse_, unit);
}
void Playhead::selectNextUnit() {
    setUnit(unit_ + 1);
}
void Playhead::selectPreviousUnit() {
    setUnit(unit_ - 1);
}

}  // namespace rnnscope
