// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/script/plan.h"

#include <algorithm>

#include "core/carried.h"
#include "core/samples.h"
#include "core/script/pytorch_script.h"
#include "core/sentence.h"

namespace rnnscope::script {
namespace {

/// Every cell that PyTorch has; all others are written out.
constexpr Module modules[] = {{"rnn", "nn.RNN", ", nonlinearity=\"tanh\""},
                              {"rnn-relu", "nn.RNN", ", nonlinearity=\"relu\""},
                              {"lstm", "nn.LSTM", ""},
                              {"gru", "nn.GRU", ""}};

Error tooLarge() {
    return Error{Sentence::tr(
        "a script of more than a million numbers would be unwieldy; use fewer units, fewer or "
        "shorter sequences")};
}

/// The shown sequence and those that the next update learns from.
Done addSequences(Plan& plan) {
    const Snapshot& snapshot = plan.snapshot;
    const Training& training = snapshot.setup.training;
    auto numbers = static_cast<double>(snapshot.parameters.count());
    const auto add = [&](Pair pair) {
        numbers += static_cast<double>(pair.input.size() + pair.target.size());
        plan.sequences.push_back(std::move(pair));
        return numbers <= mostScriptNumbers;
    };
    if (!add({snapshot.record.layerInput.front(), *snapshot.problem->target,
              statesBefore(snapshot.shape(), snapshot.record)}))
        return tooLarge();
    if (training.sequences == 1 && !training.fresh)
        return done();
    const Network network(snapshot.shape(), snapshot.parameters);
    const Batch batch(snapshot.setup, *snapshot.problem, snapshot.update);
    Record record;
    for (std::size_t k = 0; k < batch.size(); ++k) {
        InitialState start =
            batchStart(snapshot.setup, *snapshot.problem, batch, k, network, record);
        Pair pair{batch.input(k, network, start), batch.target(k), std::move(start)};
        network.forward(pair.input, pair.start, record);
        const Pair& shown = plan.sequences.front();
        const bool same =
            k == 0 && pair.input.cols() == shown.input.cols() && pair.input == shown.input &&
            pair.target == shown.target &&
            (!snapshot.setup.carryState || statesBefore(snapshot.shape(), record) == shown.start);
        if (same)
            continue;
        if (k == 0)
            plan.batchFrom = 1;
        if (!add(std::move(pair)))
            return tooLarge();
    }
    return done();
}

const Module* moduleFor(const Plan& plan) {
    if (!plan.holds.empty() || plan.truncated())
        return nullptr;
    // PyTorch's modules are without biases altogether, or have them all.
    const std::size_t biases = 2 * plan.shape().traces();
    if (!plan.lack.empty() && plan.lack.size() != biases)
        return nullptr;
    const auto found = std::ranges::find(modules, plan.cell().id(), &Module::cell);
    return found == std::end(modules) ? nullptr : &*found;
}

}  // namespace

Index Plan::longest() const {
    Index steps = 0;
    for (const Pair& each : sequences)
        steps = std::max(steps, each.input.cols());
    return steps;
}

std::vector<std::size_t> Plan::held() const {
    std::vector<std::size_t> quantities;
    for (const Hold& hold : holds)
        if (!std::ranges::count(quantities, hold.quantity))
            quantities.push_back(hold.quantity);
    return quantities;
}

Result<Plan> planFor(const Snapshot& snapshot) {
    if (snapshot.generated)
        return Error{Sentence::tr(
            "a generated sequence has no loss and no gradient to print; go back to the sequence")};
    if (!snapshot.problem->target)
        return Error{Sentence::tr(
            "there is no loss and no gradient to print without a target; give one, as next")};
    Plan plan{.snapshot = snapshot};
    if (static_cast<double>(snapshot.parameters.count()) > mostScriptNumbers)
        return tooLarge();
    if (auto status = addSequences(plan); !status)
        return status.error();
    for (const Hold& hold : snapshot.shape().holds)
        if (hold.from < plan.longest())
            plan.holds.push_back(hold);
    for (const Parameter& item : snapshot.parameters.items)
        if (item.absent)
            plan.lack.push_back(item.name);
    plan.module = moduleFor(plan);
    return plan;
}

}  // namespace rnnscope::script
