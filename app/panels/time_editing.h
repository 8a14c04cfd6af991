// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <optional>

#include "app/panels/time_panel.h"

namespace rnnscope {

class Hint;
class ValueField;

/// What goes on in the input's strip.
struct TimePanel::Editing {
    std::optional<InputPlace> near;    // under the pointer
    std::optional<InputPlace> chosen;  // by a click; keys are about it
    std::optional<InputPlace> held;    // dragged
    std::optional<InputPlace> typed;   // in the field
    QPointF pointer, pressed;
    bool moved = false;
    bool listens = false;  // to keys, since the pointer is in the strip
    double value = 0;      // where it has been dragged to
    Edits last;            // what was told of it
    ValueField* field = nullptr;
    QWidget* spot = nullptr;  // where hints stand
    Hint* hint = nullptr;
};

}  // namespace rnnscope
