// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the input, changed where they are drawn: dragged, typed, pasted, taken back.
#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/hint.h"
#include "app/panels/time_editing.h"
#include "app/panels/time_handles.h"
#include "app/panels/time_strip.h"
#include "app/panels/value_field.h"

namespace rnnscope {

namespace {

constexpr double reach = 7;         // pixels from a point at which it is meant
constexpr double leastSpacing = 2;  // pixels between two points that can be told apart
constexpr int dragBegins = 3;       // pixels; less is a click

QString lineOf(const Error& error) {
    return QString::fromStdString(error.text());
}

}  // namespace

TimePanel::~TimePanel() {
    if (editing_)
        editing_->field->disconnect(this);
    delete plot_;  // before what its items look at
}

void TimePanel::makeEditing() {
    editing_ = std::make_unique<Editing>();
    editing_->field = new ValueField(this);
    editing_->spot = new QWidget(this);
    editing_->spot->setAttribute(Qt::WA_TransparentForMouseEvents);
    editing_->hint = new Hint(editing_->spot);
    setFocusPolicy(Qt::TabFocus);
    connect(editing_->field, &ValueField::entered, this, &TimePanel::enter);
    connect(editing_->field, &ValueField::refused, this, &TimePanel::refuseInput);
    connect(editing_->field, &QLineEdit::textEdited, editing_->hint, &Hint::hide);
    connect(editing_->field, &ValueField::closed, this, [this] {
        editing_->typed.reset();
        setFocus();
        overlay_->update();
    });
}

bool TimePanel::editsInputs() const {
    // What is generated is nobody's to edit: edits are of the sequence that was given.
    return editing_ && isCurrent() && !choice_.gradients && !strips_.empty() &&
           !snapshot()->generated;
}

double TimePanel::inputAt(InputPlace place) const {
    return rows_.front().first().values.at(int(place.row), int(place.time));
}

bool TimePanel::isPlace(const std::optional<InputPlace>& place) const {
    const StepValues& values = rows_.front().first().values;
    return place && place->row < values.units && values.covers(int(place->time));
}

/// The number under the pointer: a cell, or the nearest point of that step, within `within` pixels.
std::optional<InputPlace> TimePanel::placeAt(const QPointF& position, double within) const {
    if (!editsInputs())
        return std::nullopt;
    const TimeFrame now = frame();
    const TimeFrame::Strip& strip = now.strips.front();
    if (!strip.rect.adjusted(0, -theme().px(4), 0, theme().px(4)).contains(position))
        return std::nullopt;
    const int step = stepAt(position.x());
    const int units = strip.row->first().values.units;
    if (strip.row->heat) {
        const double part = (position.y() - strip.rect.top()) / strip.rect.height();
        return InputPlace{std::clamp(int(part * units), 0, units - 1), step};
    }
    const auto [lower, upper] = timeRange();
    const bool dense = strip.rect.width() < leastSpacing * (upper - lower);
    if (dense && std::isfinite(within))
        return std::nullopt;
    std::optional<InputPlace> nearest;
    double least = within;
    for (int unit = 0; unit < units; ++unit) {
        const InputPlace place{unit, step};
        const QPointF away = inputSpot(now, strip, place, inputAt(place)) - position;
        const double distance =
            std::isfinite(within) ? std::hypot(away.x(), away.y()) : std::abs(away.y());
        if (distance <= least) {
            least = distance;
            nearest = place;
        }
    }
    return nearest;
}

/// Points of lines can be taken hold of; cells are typed or chosen from the menu.
std::optional<InputPlace> TimePanel::handleAt(const QPointF& position) const {
    if (!editsInputs() || rows_.front().heat)
        return std::nullopt;
    return placeAt(position, theme().px(reach));
}

void TimePanel::paintEditing(QPainter& painter, const TimeFrame& now) const {
    if (!editsInputs())
        return;
    const Editing& editing = *editing_;
    const auto paint = [&](const std::optional<InputPlace>& place, bool told) {
        if (isPlace(place))
            paintInputHandle(
                painter, now, now.strips.front(),
                {*place, place == editing.held && editing.moved ? editing.value : inputAt(*place),
                 told});
    };
    if (editing.held)
        return paint(editing.held, true);
    if (editing.typed)
        return paint(editing.typed, false);
    if (hasFocus())  // what keys would change
        paint(keyPlace(), false);
    paint(editing.near, true);
}

/// What keys are about: the chosen point, or the playhead's.
InputPlace TimePanel::keyPlace() const {
    return isPlace(editing_->chosen) ? *editing_->chosen : InputPlace{0, view().position.step};
}

// ---- mouse ---------------------------------------------------------------------------------

void TimePanel::pointTo(const QPointF& position) {
    if (!editing_)
        return;
    editing_->pointer = position;
    const bool inside = editsInputs() && stripRects().front().contains(position);
    if (inside != editing_->listens) {
        editing_->listens = inside;
        inside ? qApp->installEventFilter(this) : qApp->removeEventFilter(this);
    }
    const auto near = handleAt(position);
    if (near == editing_->near)
        return;
    editing_->near = near;
    near ? setCursor(Qt::SizeVerCursor) : unsetCursor();
    overlay_->update();
}

void TimePanel::leaveEvent(QEvent* event) {
    Panel::leaveEvent(event);
    emit quantityHovered({});
    pointTo({-1e6, -1e6});
}

bool TimePanel::takeHold(QMouseEvent* event) {
    if (editing_)
        editing_->field->finish();
    const auto place = event->button() == Qt::LeftButton ? handleAt(event->position())
                                                         : std::optional<InputPlace>();
    if (editing_ && !place && editing_->chosen) {
        editing_->chosen.reset();
        overlay_->update();
    }
    if (!place)
        return false;
    Editing& editing = *editing_;
    editing.held = editing.chosen = place;
    editing.pressed = event->position();
    editing.moved = false;
    editing.last.clear();
    // The axis stands still until it is let go.
    fixedAxis_ = {rows_.front().low, rows_.front().high};
    setFocus(Qt::MouseFocusReason);
    overlay_->update();
    return true;
}

bool TimePanel::drag(QMouseEvent* event) {
    if (!editing_ || !editing_->held)
        return false;
    Editing& editing = *editing_;
    const QPointF position = event->position();
    if (!editing.moved && std::abs(position.y() - editing.pressed.y()) < dragBegins)
        return true;
    editing.moved = true;
    if (!editsInputs() || !isPlace(editing.held))
        return true;
    const auto [low, high] = *fixedAxis_;
    const QRectF strip = stripRects().front();
    const double span = (1 + 2 * linePadding) * (high - low);
    const double part = (strip.bottom() - position.y()) / strip.height();
    editing.value =
        roundedTo(low - linePadding * (high - low) + part * span, span / strip.height());
    const auto edit =
        inputEdit(snapshot()->setup, *editing.held, editing.value, snapshot()->update);
    if (!edit) {
        refuseInput(lineOf(edit.error()));
        letGo();
        return true;
    }
    editing.last = {*edit};
    emit inputEdited(editing.last, false);
    overlay_->update();
    return true;
}

/// The end of a drag, or of a click, which goes where it would have gone beside a point.
bool TimePanel::letGo() {
    if (!editing_ || !editing_->held)
        return false;
    Editing& editing = *editing_;
    const InputPlace place = *std::exchange(editing.held, std::nullopt);
    fixedAxis_.reset();
    source_.reset();  // the axis follows
    invalidate();
    if (!editing.last.empty())
        emit inputEdited(std::exchange(editing.last, {}), true);
    else if (!editing.moved)
        emit stepRequested(int(place.time));
    overlay_->update();
    return true;
}

bool TimePanel::typeAt(const QPointF& position) {
    if (!editsInputs())
        return false;
    const auto place = rows_.front().heat && stripRects().front().contains(position)
                           ? placeAt(position, theme().px(reach))
                           : handleAt(position);
    if (place)
        openField(*place);
    return place.has_value();
}

// ---- typing --------------------------------------------------------------------------------

void TimePanel::openField(InputPlace place) {
    if (!editsInputs() || !isPlace(place))
        return;
    const auto [lower, upper] = timeRange();
    if (const double key = double(place.time) + 1; key < lower || key > upper)
        return;  // zoomed away
    const TimeFrame now = frame();
    const double value = inputAt(place);
    editing_->chosen = editing_->typed = place;
    editing_->field->open(inputSpot(now, now.strips.front(), place, value), value, theme());
    editing_->spot->setGeometry(editing_->field->geometry());
    overlay_->update();
}

void TimePanel::enter(double value) {
    if (editsInputs() && isPlace(editing_->typed))
        put(*editing_->typed, value);
}

void TimePanel::put(InputPlace place, double value) {
    const auto edit = inputEdit(snapshot()->setup, place, value, snapshot()->update);
    if (!edit)
        return refuseInput(lineOf(edit.error()));
    emit inputEdited({*edit}, true);
}

void TimePanel::refuseInput(const QString& reason) {
    if (!editing_)
        return;
    const auto place = editing_->typed ? editing_->typed : editing_->chosen;
    if (editing_->field->isHidden()) {
        QPointF spot = editing_->pointer;
        if (editsInputs() && isPlace(place)) {
            const TimeFrame now = frame();
            spot = inputSpot(now, now.strips.front(), *place, inputAt(*place));
        }
        const QPoint at = rect().contains(spot.toPoint()) ? spot.toPoint() : rect().center();
        editing_->spot->setGeometry(at.x() - 8, at.y() - 8, 16, 16);
    }
    editing_->hint->show(reason, theme());
}

QString TimePanel::hint() const {
    return editing_ ? editing_->hint->text() : QString();
}

void TimePanel::keyPressEvent(QKeyEvent* event) {
    if (!editsInputs())
        return Panel::keyPressEvent(event);
    const bool types = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       event->key() == Qt::Key_F2;
    if (types && !(event->modifiers() & ~Qt::KeypadModifier))
        openField(keyPlace());
    else if (!copyOrPaste(event))
        Panel::keyPressEvent(event);
}

void TimePanel::focusInEvent(QFocusEvent* event) {
    Panel::focusInEvent(event);
    overlay_->update();
}

void TimePanel::focusOutEvent(QFocusEvent* event) {
    Panel::focusOutEvent(event);
    overlay_->update();
}

// ---- copying, pasting, taking back ---------------------------------------------------------

bool TimePanel::copyOrPaste(QKeyEvent* event) {
    const bool copies = event->matches(QKeySequence::Copy);
    if (!editsInputs() || !(copies || event->matches(QKeySequence::Paste)))
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;  // the key itself follows
    copies ? copyInputs() : pasteInputs(pasteStep());
    return true;
}

/// While the pointer is in the strip, keys that nobody types with are about it.
bool TimePanel::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || !watched->isWidgetType() || static_cast<QWidget*>(watched)->window() != window())
        return Panel::eventFilter(watched, event);
    auto* pressed = static_cast<QKeyEvent*>(event);
    if (!isVisible() || keyBelongsToFocus(QApplication::focusWidget(), pressed))
        return false;
    return copyOrPaste(pressed);
}

Index TimePanel::pasteStep() const {
    if (hasFocus() && isPlace(editing_->chosen))
        return editing_->chosen->time;
    return editing_->listens ? stepAt(editing_->pointer.x()) : view().position.step;
}

void TimePanel::copyInputs() {
    qApp->clipboard()->setText(QString::fromStdString(inputText(snapshot()->problem->input)));
}

void TimePanel::pasteInputs(Index step) {
    const auto edits =
        pastedInputs(snapshot()->setup, qApp->clipboard()->text().toStdString(), step,
                     snapshot()->shape().input, snapshot()->steps(), snapshot()->update);
    if (!edits)
        return refuseInput(lineOf(edits.error()));
    emit inputEdited(*edits, true);
}

/// The step as one of the classes alone, where that is what steps are.
void TimePanel::addOneHot(QMenu* menu, InputPlace place) {
    const auto step = snapshot()->problem->input.col(place.time);
    const bool oneHot = step.size() > 1 && (step.array() != 0).count() == 1;
    if (!oneHot || step(place.row) != 0)
        return;
    const QString name = rows_.front().first().unitName(int(place.row));
    QAction* action = menu->addAction(tr("%1 alone here").arg(name), this, [this, place] {
        const auto edits =
            oneHotEdits(snapshot()->setup, snapshot()->shape().input, place, snapshot()->update);
        if (!edits)
            return refuseInput(lineOf(edits.error()));
        emit inputEdited(*edits, true);
    });
    action->setObjectName(QStringLiteral("oneHot"));
}

void TimePanel::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto place = byKey ? editing_ ? editing_->chosen : std::nullopt
                             : placeAt(event->pos(), std::numeric_limits<double>::infinity());
    if (!editsInputs() || !isPlace(place))
        return event->ignore();
    editing_->chosen = place;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char* name, const QString& text, auto act) {
        QAction* action = menu->addAction(text, this, act);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    const InputPlace here = *place;
    menu->addAction(tr("Input at t = %1").arg(here.time + 1))->setEnabled(false);
    add("setTo", tr("Set to…"), [this, here] { openField(here); });
    add("zero", tr("Zero here"), [this, here] { put(here, 0); });
    addOneHot(menu, here);
    const bool edited = std::find(edited_.begin(), edited_.end(), here) != edited_.end();
    add("reset", tr("Reset this value"), [this, here] {
        emit inputReset({here});
    })->setEnabled(edited);
    add("resetAll", tr("Reset all values"), [this] {
        emit inputReset(edited_);
    })->setEnabled(!edited_.empty());
    menu->addSeparator();
    add("copy", tr("Copy"), [this] { copyInputs(); });
    add("paste", tr("Paste from here on"), [this, here] { pasteInputs(here.time); });
    menu->popup(event->globalPos());
}

/// How a value is changed, for its tool tip.
QString TimePanel::editingText(const QPointF& position) const {
    if (!editsInputs() || !placeAt(position, theme().px(reach)))
        return {};
    QString text = rows_.front().heat ? tr("Double click to type another value")
                                      : tr("Drag up or down, or double click to type");
    if (snapshot()->setup.training.fresh)
        text += QLatin1Char('\n') +
                tr("Updates learn from fresh sequences: only what is shown is edited");
    return text;
}

}  // namespace rnnscope
