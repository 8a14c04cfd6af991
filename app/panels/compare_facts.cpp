// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/compare_facts.h"

#include <QCoreApplication>
#include <functional>

#include "app/panels/compare_rows.h"
#include "app/plot/number.h"
#include "app/plot/plural.h"
#include "app/words.h"
#include "core/lanes.h"

namespace rnnscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ComparePanel)
};

QString forgetBiasWords(const Setup& setup) {
    const Cell* cell = findCell(setup.cell);
    const auto block = cell ? cell->forgetBlock() : std::nullopt;
    if (!setup.forgetBias || !block)
        return {};
    const QString number = shortNumber(*setup.forgetBias);
    return cell->blocks()[*block] == "z" ? Words::tr("update bias %1").arg(number)
                                         : Words::tr("forget bias %1").arg(number);
}

QString recurrentWords(const Setup& setup) {
    switch (setup.recurrent) {
        case RecurrentForm::Orthogonal:
            return Words::tr("orthogonal");
        case RecurrentForm::Scaled:
            return Words::tr("initial, scaled");
        case RecurrentForm::Identity:
            break;
    }
    return Words::tr("identity");
}

QString clippingWords(const Setup& setup) {
    switch (setup.clipping.mode) {
        case ClipMode::Value:
            return Words::tr("clipped by value");
        case ClipMode::Norm:
            return Words::tr("clipped by norm");
        case ClipMode::None:
            break;
    }
    return Words::tr("not clipped");
}

QString optimizerWords(const Setup& setup) {
    for (const OptimizerName& each : optimizers())
        if (each.kind == setup.training.optimizer)
            return inWords(each.name);
    return {};
}

/// What a setup has of one choice, in the words of the setup column; nothing where it has nothing
/// of its own.
struct ChoiceWords {
    std::string_view option;
    QString (*words)(const Setup&);
};
constexpr ChoiceWords choiceWords[] = {
    {"hidden", [](const Setup& s) { return unitsText(s.hidden); }},
    {"layers",
     [](const Setup& s) {
         return plural(s.layers, Words::tr("1 layer"), Words::tr("%L1 layers"));
     }},
    {"bidirectional",
     [](const Setup& s) { return s.bidirectional ? Words::tr("both directions") : QString(); }},
    {"forget-bias", forgetBiasWords},
    {"spectral-radius",
     [](const Setup& s) {
         return s.spectralRadius ? Words::tr("ρ %1").arg(shortNumber(*s.spectralRadius))
                                 : QString();
     }},
    {"recurrent", recurrentWords},
    {"zero-biases",
     [](const Setup& s) { return s.zeroBiases ? Words::tr("biases zero") : QString(); }},
    {"carry-state",
     [](const Setup& s) {
         return s.carryState ? Words::tr("state carried over") : Words::tr("state from zeros");
     }},
    {"hold",
     [](const Setup& s) {
         return s.holds.empty() ? QString()
                                : Words::tr("%1 held").arg(QString::fromStdString(toText(s.holds)));
     }},
    {"edit",
     [](const Setup& s) { return s.edits.empty() ? QString() : Words::tr("edited numbers"); }},
    {"clip", clippingWords},
    {"clip-threshold",
     [](const Setup& s) {
         return Words::tr("threshold %1").arg(shortNumber(s.clipping.threshold));
     }},
    {"optimizer", optimizerWords},
    {"lr", [](const Setup& s) { return Words::tr("rate %1").arg(shortNumber(s.training.rate)); }},
    {"truncate",
     [](const Setup& s) {
         return s.training.window ? Words::tr("BPTT window %1").arg(qlonglong(*s.training.window))
                                  : QString();
     }},
};

QString wordsOf(const Setup& setup, const std::string& option) {
    for (const ChoiceWords& each : choiceWords)
        if (each.option == option)
            return each.words(setup);
    return {};
}

QString overflowWords(const Snapshot& snapshot) {
    if (!snapshot.overflow)
        return {};
    const auto time = qlonglong(snapshot.overflow->time + 1);
    return snapshot.overflow->pass == Overflow::Pass::Backward
               ? Words::tr("gradient overflowed at t = %1").arg(time)
               : Words::tr("overflowed at t = %1").arg(time);
}

}  // namespace

QString LaneFacts::title() const {
    return (QStringList(cell) + differences).join(QStringLiteral(" · "));
}

std::vector<LaneFacts> laneFacts(const std::vector<std::shared_ptr<const Snapshot>>& lanes,
                                 const std::vector<View>& views, std::size_t own) {
    std::vector<Setup> setups;
    for (const auto& lane : lanes)
        setups.push_back(lane->setup);
    const auto differences = laneDifferences(setups);
    std::vector<LaneFacts> all;
    for (std::size_t k = 0; k < lanes.size(); ++k) {
        const Snapshot& lane = *lanes[k];
        LaneFacts facts;
        facts.cell = inWords(lane.shape().cell->name());
        facts.own = k == own;
        for (const LaneDifference& difference : differences)
            if (const QString words = wordsOf(lane.setup, difference.option); !words.isEmpty())
                facts.differences << words;
        facts.overflow = overflowWords(lane);
        if (lane.backward) {
            facts.loss = Words::tr("loss %1").arg(shortNumber(lane.backward->loss.loss));
            facts.decay = lane.backward->decay[viewedTrace(lane, views[k])];
        }
        if (lane.generated)  // of what it learns from
            facts.loss = Words::tr("loss %1").arg(
                shortNumber(lane.history[static_cast<std::size_t>(lane.update)].loss));
        all.push_back(std::move(facts));
    }
    return all;
}

QString cellName(const Setup& setup) {
    const Cell* cell = findCell(setup.cell);
    return cell ? inWords(cell->name()) : QString::fromStdString(setup.cell);
}

}  // namespace rnnscope
