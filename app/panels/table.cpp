// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/table.h"

#include <algorithm>

#include "app/panels/cell_panel.h"
#include "app/panels/cliff_panel.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/compare_panel.h"
#include "app/panels/contributions_panel.h"
#include "app/panels/equations_panel.h"
#include "app/panels/flow_panel.h"
#include "app/panels/generation_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/jacobian_panel.h"
#include "app/panels/loss_panel.h"
#include "app/panels/phase_plane_panel.h"
#include "app/panels/time_panel.h"
#include "app/panels/unit_panel.h"
#include "app/panels/unrolled_panel.h"
#include "app/panels/values_panel.h"
#include "app/panels/weights_panel.h"

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
        {"unrolled", [] { return QObject::tr("Unrolled through time"); },
         [] { return QObject::tr("Unrolled"); }, make<UnrolledPanel>, true},
        {"cell", [] { return QObject::tr("Inside the cell"); }, [] { return QObject::tr("Cell"); },
         make<CellPanel>, false},
        {"equations", [] { return QObject::tr("Equations"); },
         [] { return QObject::tr("Equations"); }, make<EquationsPanel>, false},
        {"weights", [] { return QObject::tr("Weights"); }, [] { return QObject::tr("Weights"); },
         make<WeightsPanel>, false},
        {"compare", [] { return QObject::tr("Side by side"); },
         [] { return QObject::tr("Compare"); }, make<ComparePanel>, false},
        {"unit", [] { return QObject::tr("One unit"); }, [] { return QObject::tr("Unit"); },
         make<UnitPanel>, false},
        {"values", [] { return QObject::tr("All values"); }, [] { return QObject::tr("Values"); },
         make<ValuesPanel>, false},
        {"generation", [] { return QObject::tr("Generation"); },
         [] { return QObject::tr("Generation"); }, make<GenerationPanel>, false},
        {"inputs", [] { return QObject::tr("Input, target and output"); },
         [] { return QObject::tr("Input, target and output"); }, makeTime<TimeContent::Inputs>,
         true},
        {"gates", [] { return QObject::tr("Gates"); }, [] { return QObject::tr("Gates"); },
         makeTime<TimeContent::Gates>, true},
        {"cell-state", [] { return QObject::tr("Cell state"); },
         [] { return QObject::tr("Cell state"); }, makeTime<TimeContent::CellState>, true},
        {"hidden", [] { return QObject::tr("Hidden state"); },
         [] { return QObject::tr("Hidden state"); }, makeTime<TimeContent::Hidden>, true},
        {"gradients", [] { return QObject::tr("Gradient through time"); },
         [] { return QObject::tr("Gradient"); }, make<GradientPanel>, true},
        {"jacobians", [] { return QObject::tr("Jacobians over time"); },
         [] { return QObject::tr("Jacobians"); }, make<JacobianPanel>, false},
        {"flow", [] { return QObject::tr("Who learns from whom ‖∂Lₜ/∂hₖ‖"); },
         [] { return QObject::tr("Flow"); }, make<FlowPanel>, true},
        {"contributions", [] { return QObject::tr("Where the gradient went"); },
         [] { return QObject::tr("Where it went"); }, make<ContributionsPanel>, false},
        {"phase-plane", [] { return QObject::tr("Phase plane"); },
         [] { return QObject::tr("Plane"); }, make<PhasePlanePanel>, false},
        {"clipping", [] { return QObject::tr("Clipping bench"); },
         [] { return QObject::tr("Clipping"); }, make<ClippingPanel>, true},
        {"loss", [] { return QObject::tr("Training"); }, [] { return QObject::tr("Training"); },
         make<LossPanel>, false},
        {"cliff", [] { return QObject::tr("The cliff"); }, [] { return QObject::tr("Cliff"); },
         make<CliffPanel>, false},
    };
    return table;
}

const PanelKind* findPanelKind(const QString& id) {
    const auto table = panelKinds();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const PanelKind& kind) { return id == kind.id; });
    return found == table.end() ? nullptr : &*found;
}

View playedView(const Snapshot& snapshot) {
    View view;
    view.position.phase = snapshot.backward ? Phase::Backward : Phase::Forward;
    view.position.step = snapshot.backward ? 0 : static_cast<int>(snapshot.steps()) - 1;
    return view;
}

void fillPanel(Panel& panel, std::shared_ptr<const Snapshot> snapshot, const View& view,
               std::shared_ptr<const Analyses> known) {
    const unsigned needs = panel.needs();
    const bool suits = known && known->of == snapshot && (known->request.wanted & needs) == needs;
    panel.setSnapshot(snapshot);
    panel.setView(view);
    if (needs == NoAnalysis)
        return;
    AnalysisRequest request{.wanted = needs, .span = {}, .field = {}};
    if (const auto* bench = dynamic_cast<const ClippingPanel*>(&panel); bench)
        request.field = bench->fieldChoice().value_or(FieldChoice());
    panel.setAnalyses(suits ? known : analyse(snapshot, request));
}

}  // namespace rnnscope
