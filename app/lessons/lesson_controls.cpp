// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_controls.h"

#include <QPushButton>
#include <QSpinBox>

#include "app/dial.h"
#include "app/setup_column.h"
#include "app/setup_widgets.h"
#include "app/tool_row.h"
#include "app/transport.h"
#include "app/words.h"

namespace rnnscope {

std::span<const LessonControl> lessonControls() {
    using In = ControlHolders;
    static constexpr LessonControl table[] = {
        {"cell", [](const In& in) -> QWidget* { return in.tools.cellButtons(); }},
        {"compare", [](const In& in) -> QWidget* { return in.tools.compareButton(); }},
        {"sequence", [](const In& in) -> QWidget* { return in.tools.sequence(); }},
        {"hidden", [](const In& in) -> QWidget* { return in.tools.units(); }},
        {"seed", [](const In& in) -> QWidget* { return in.tools.seed(); }},
        {"train", [](const In& in) -> QWidget* { return in.tools.trainButton(); }},
        {"target", [](const In& in) -> QWidget* { return in.column.controls().target; }},
        {"scaling", [](const In& in) -> QWidget* { return in.column.controls().scaling; }},
        {"readout", [](const In& in) -> QWidget* { return in.column.controls().readout; }},
        {"loss", [](const In& in) -> QWidget* { return in.column.controls().loss; }},
        {"initial-state", [](const In& in) -> QWidget* { return in.column.controls().start; }},
        {"layers", [](const In& in) -> QWidget* { return in.column.controls().layers; }},
        {"bidirectional", [](const In& in) -> QWidget* { return in.column.controls().directions; }},
        {"spectral-radius", [](const In& in) -> QWidget* { return in.column.controls().radius; }},
        {"forget-bias", [](const In& in) -> QWidget* { return in.column.controls().forgetBias; }},
        {"input-scale", [](const In& in) -> QWidget* { return in.column.controls().inputScale; }},
        {"length", [](const In& in) -> QWidget* { return in.column.controls().length; }},
        {"optimizer", [](const In& in) -> QWidget* { return in.column.controls().optimizer; }},
        {"lr", [](const In& in) -> QWidget* { return in.column.controls().rate; }},
        {"updates", [](const In& in) -> QWidget* { return in.column.controls().updates; }},
        {"truncate", [](const In& in) -> QWidget* { return in.column.controls().window; }},
        {"clip", [](const In& in) -> QWidget* { return in.column.controls().clipping; }},
        {"clip-threshold", [](const In& in) -> QWidget* { return in.column.controls().threshold; }},
        {"play", [](const In& in) -> QWidget* { return in.transport.playButton(); }},
        {"step", [](const In& in) -> QWidget* { return in.transport.nextButton(); }},
        {"phase", [](const In& in) -> QWidget* { return in.transport.place(); },
         [] { return QObject::tr("Phase and step"); }},
        {"timeline", [](const In& in) -> QWidget* { return in.transport.timeline(); }},
    };
    return table;
}

QString controlName(const LessonControl& control, const ControlHolders& window) {
    if (control.name)
        return control.name();
    const QWidget* part = control.part(window);
    if (const auto* dial = qobject_cast<const Dial*>(part))
        return dial->label();
    const auto* button = qobject_cast<const QAbstractButton*>(part);
    return part->accessibleName().isEmpty() && button ? withoutMnemonic(button->text())
                                                      : part->accessibleName();
}

}  // namespace rnnscope
