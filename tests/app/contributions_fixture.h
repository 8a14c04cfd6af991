// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the contributions share.
#pragma once

#include "app/panels/contributions_header.h"
#include "app/panels/contributions_panel.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

inline SharedAnalyses analysed(const Options& options) {
    return analysesOf(pass(options), PathsAnalysis | ContributionsAnalysis);
}

/// A panel in a window of its own, with its numbers.
struct Shown : InWindow<ContributionsPanel> {
    explicit Shown(const SharedAnalyses& analyses, const QSize& size = {700, 380},
                   const Theme& theme = Theme::light())
        : InWindow(size, theme) {
        header = static_cast<ContributionsHeader*>(panel.headerTool());
        give(panel, analyses);
        panel.setView(at(Phase::Clip, 0));
        open();
    }
    ContributionsHeader* header;
};

}  // namespace rnnscope
