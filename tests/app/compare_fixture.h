// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of compared networks share.
#pragma once

#include <QWheelEvent>

#include "app/panels/compare_panel.h"
#include "app/panels/compare_rows.h"
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

/// All networks of a pass, in rows.
struct Compared {
    explicit Compared(const SharedSnapshot& snapshot, const View& view = at(Phase::Update))
        : of(lanesOf(snapshot)) {
        for (const auto& lane : of)
            views.push_back(laneView(view, *snapshot, *lane));
        rows = comparedRows(of, views, SignedColors::Light);
    }
    QStringList idsOf(std::size_t row) const {
        QStringList ids;
        for (std::size_t lane = 0; lane < of.size(); ++lane) {
            const TimeRow* strip = rows.strip(rows.rows[row], lane);
            ids << (strip ? strip->first().id : QStringLiteral("-"));
        }
        return ids;
    }
    std::vector<SharedSnapshot> of;
    std::vector<View> views;
    ComparedRows rows;
};

inline void settlePaint() {
    for (int k = 0; k < 4; ++k)
        QCoreApplication::processEvents();
}

}  // namespace rnnscope
