// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/table.h"

#include <algorithm>

#include "app/panels/clipping_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/time_panel.h"
#include "app/panels/unrolled_panel.h"

namespace rnnscope {
namespace {

template <class T>
std::unique_ptr<Panel> make(const Theme& theme) {
    return std::make_unique<T>(theme);
}

template <TimeContent content>
std::unique_ptr<Panel> makeTime(const Theme& theme) {
    return std::make_unique<TimePanel>(theme, content);
}

}  // namespace

std::span<const PanelKind> panelKinds() {
    static const PanelKind table[] = {
        {"unrolled", [] { return QObject::tr("Unrolled through time"); }, make<UnrolledPanel>},
        {"inputs", [] { return QObject::tr("Input, target and output"); },
         makeTime<TimeContent::Inputs>},
        {"gates", [] { return QObject::tr("Gates"); }, makeTime<TimeContent::Gates>},
        {"cell-state", [] { return QObject::tr("Cell state"); }, makeTime<TimeContent::CellState>},
        {"hidden", [] { return QObject::tr("Hidden state"); }, makeTime<TimeContent::Hidden>},
        {"gradients", [] { return QObject::tr("Gradient through time"); }, make<GradientPanel>},
        {"clipping", [] { return QObject::tr("Clipping"); }, make<ClippingPanel>},
    };
    return table;
}

const PanelKind* findPanelKind(const QString& id) {
    const auto table = panelKinds();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const PanelKind& kind) { return id == kind.id; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace rnnscope
