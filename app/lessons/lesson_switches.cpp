// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_switches.h"

#include <algorithm>
#include <array>

#include "app/panels/cliff_panel.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/contributions_panel.h"
#include "app/panels/equations_panel.h"
#include "app/panels/flow_panel.h"
#include "app/panels/time_panel.h"
#include "app/panels/weights_panel.h"

namespace rnnscope {
namespace {

using Words = std::string_view;
using Of = EquationsChoice::Of;
using Show = EquationsChoice::Show;

template <class P>
const P& as(const Panel& panel) {
    return static_cast<const P&>(panel);
}
template <class P>
P& as(Panel& panel) {
    return static_cast<P&>(panel);
}

template <class Change>
void chooseEquations(Panel& panel, Change change) {
    EquationsChoice choice = as<EquationsPanel>(panel).choice();
    change(choice);
    as<EquationsPanel>(panel).setChoice(choice);
}

constexpr const char* cliffPanel[] = {"cliff"};
constexpr const char* clippingPanel[] = {"clipping"};
constexpr const char* contributionsPanel[] = {"contributions"};
constexpr const char* equationsPanel[] = {"equations"};
constexpr const char* flowPanel[] = {"flow"};
constexpr const char* timePanels[] = {"inputs", "gates", "cell-state", "hidden"};
constexpr const char* weightsPanel[] = {"weights"};

constexpr Words cliffWords[] = {"near", "wide"};
constexpr Words clippingWords[] = {"gradient", "twins", "field"};
constexpr Words contributionWords[] = {"paths", "weights"};
constexpr Words lossWords[] = {"whole", "last"};
constexpr Words equationWords[] = {"unit", "layer"};
constexpr Words showWords[] = {"both", "symbols", "numbers"};
constexpr std::array showPlaces{Show::Both, Show::Symbols, Show::Numbers};
constexpr Words gateWords[] = {"keeps", "renews"};
constexpr Words flowWords[] = {"hidden", "cell"};
constexpr Words timeWords[] = {"values", "gradient"};
constexpr Words displayWords[] = {"auto", "lines", "heat"};
constexpr Words weightWords[] = {"values", "gradient", "change"};

}  // namespace

std::span<const LessonSwitch> lessonSwitches() {
    static constexpr LessonSwitch table[] = {
        {"cliff", cliffWords, cliffPanel,
         [](const Panel& panel) { return std::size_t(as<CliffPanel>(panel).isWide()); },
         [](Panel& panel, std::size_t k) { as<CliffPanel>(panel).setWide(k == 1); }},
        {"clipping", clippingWords, clippingPanel,
         [](const Panel& panel) { return std::size_t(as<ClippingPanel>(panel).page()); },
         [](Panel& panel, std::size_t k) {
             as<ClippingPanel>(panel).setPage(ClippingPanel::Page(k));
         }},
        {"contributions", contributionWords, contributionsPanel,
         [](const Panel& panel) {
             return std::size_t(as<ContributionsPanel>(panel).showsWeights());
         },
         [](Panel& panel, std::size_t k) { as<ContributionsPanel>(panel).setWeights(k == 1); }},
        {"contributions-loss", lossWords, contributionsPanel,
         [](const Panel& panel) {
             return std::size_t(as<ContributionsPanel>(panel).showsLastLoss());
         },
         [](Panel& panel, std::size_t k) { as<ContributionsPanel>(panel).setLastLoss(k == 1); }},
        {"equations", equationWords, equationsPanel,
         [](const Panel& panel) { return std::size_t(as<EquationsPanel>(panel).choice().of); },
         [](Panel& panel, std::size_t k) {
             chooseEquations(panel, [k](EquationsChoice& choice) { choice.of = Of(k); });
         }},
        {"equations-show", showWords, equationsPanel,
         [](const Panel& panel) {
             const auto* found = std::find(showPlaces.begin(), showPlaces.end(),
                                           as<EquationsPanel>(panel).choice().show);
             return std::size_t(found - showPlaces.begin());
         },
         [](Panel& panel, std::size_t k) {
             chooseEquations(panel, [k](EquationsChoice& choice) { choice.show = showPlaces[k]; });
         }},
        {"equations-gate", gateWords, equationsPanel,
         [](const Panel& panel) {
             return std::size_t(as<EquationsPanel>(panel).choice().gate == UpdateGate::Renews);
         },
         [](Panel& panel, std::size_t k) {
             chooseEquations(panel, [k](EquationsChoice& choice) {
                 choice.gate = k == 1 ? UpdateGate::Renews : UpdateGate::Keeps;
             });
         }},
        {"flow", flowWords, flowPanel,
         [](const Panel& panel) { return as<FlowPanel>(panel).state(); },
         [](Panel& panel, std::size_t k) { as<FlowPanel>(panel).setState(k); }},
        {"time", timeWords, timePanels,
         [](const Panel& panel) { return std::size_t(as<TimePanel>(panel).gradientsChosen()); },
         [](Panel& panel, std::size_t k) { as<TimePanel>(panel).setGradients(k == 1); }},
        {"time-as", displayWords, timePanels,
         [](const Panel& panel) { return std::size_t(as<TimePanel>(panel).display()); },
         [](Panel& panel, std::size_t k) { as<TimePanel>(panel).setDisplay(TimeDisplay(k)); }},
        {"weights", weightWords, weightsPanel,
         [](const Panel& panel) { return std::size_t(as<WeightsPanel>(panel).chosenReading()); },
         [](Panel& panel, std::size_t k) { as<WeightsPanel>(panel).setReading(WeightReading(k)); }},
    };
    return table;
}

std::size_t placeIn(const std::map<std::string, std::string>& switches, const LessonSwitch& one) {
    const auto named = switches.find(std::string(one.id));
    if (named == switches.end())
        return 0;
    const auto found = std::find(one.words.begin(), one.words.end(), named->second);
    return found == one.words.end() ? 0 : std::size_t(found - one.words.begin());
}

void putSwitches(Panel& panel, const QString& id,
                 const std::map<std::string, std::string>& switches) {
    for (const LessonSwitch& each : lessonSwitches())
        if (switches.contains(std::string(each.id)) &&
            std::find(each.panels.begin(), each.panels.end(), id) != each.panels.end())
            each.put(panel, placeIn(switches, each));
}

}  // namespace rnnscope
