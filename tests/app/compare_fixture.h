// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of compared networks share.
#pragma once

#include <QWheelEvent>

#include "app/panels/compare_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/lane_editor.h"
#include "app/panels/lane_head.h"
#include "app/panels/time_panel.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

inline const Options usualLanes = {
    {"cell", "lstm"}, {"hidden", "4"}, {"length", "24"}, {"lanes", "cell=rnn; *; cell=gru"}};

inline Options with(Options options, const Options& more) {
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

/// How often the plots inside a widget are drawn anew.
struct Redraws {
    explicit Redraws(QWidget& widget) {
        for (auto* plot : widget.findChildren<QCustomPlot*>())
            QObject::connect(plot, &QCustomPlot::afterReplot, &owner, [this] { ++count; });
    }
    QObject owner;
    int count = 0;
};

inline void settlePaint() {
    for (int k = 0; k < 4; ++k)
        QCoreApplication::processEvents();
}

}  // namespace rnnscope
