// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the flow matrix share.
#pragma once

#include "app/panels/flow_panel.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

inline SharedAnalyses analysed(const SharedSnapshot& snapshot,
                               const std::optional<Span>& span = {}) {
    return analysesOf(snapshot, FlowAnalysis, span);
}

/// A panel on the screen, with its numbers.
struct Shown {
    explicit Shown(const SharedSnapshot& of, const QSize& size = {520, 420},
                   const View& view = at(Phase::Clip))
        : panel(size) {
        ready = QTest::qWaitForWindowExposed(&panel);
        panel.setView(view);
        give(panel, analysed(of));
        QCoreApplication::processEvents();
    }
    void point(int loss, int state) { QTest::mouseMove(&panel, panel.pointOf(loss, state)); }
    void click(int loss, int state) {
        QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.pointOf(loss, state));
    }
    QColor colorAt(int loss, int state) {
        return panel.image().pixelColor(panel.pointOf(loss, state));
    }
    OnScreen<FlowPanel> panel;
    bool ready;
};

inline std::optional<StepPair> pairOf(const QList<QVariant>& arguments) {
    return arguments.at(0).value<std::optional<StepPair>>();
}
inline std::optional<Span> spanOf(const QList<QVariant>& arguments) {
    return arguments.at(0).value<std::optional<Span>>();
}

}  // namespace rnnscope
