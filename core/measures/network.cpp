// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes, and values of one forward pass.
#include <cmath>

#include "core/analysis/jacobian.h"
#include "core/measures/measures.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

Result<double> parameters(const Setup& setup, const MeasureChoices&) {
    const auto problem = assemble(setup);
    if (!problem)
        return problem.error();
    Index count = 0;
    for (const Parameter& item : problem->parameters.items)
        if (!item.absent && !item.name.starts_with("fc."))
            count += item.value.size();
    return static_cast<double>(count);
}

double largest(const Eigen::Ref<const Eigen::MatrixXd>& differences) {
    return differences.cwiseAbs().maxCoeff();
}

Result<double> stepwiseGap(const Setup& setup, const MeasureChoices&) {
    const auto problem = assemble(setup);
    if (!problem)
        return problem.error();
    if (problem->shape.bidirectional || problem->shape.readout != Readout::EveryStep)
        return Error{
            Sentence::tr("goes step by step only in one direction with a read-out at every step; "
                         "set bidirectional to false and readout to every-step")};
    const Network network(problem->shape, problem->parameters);
    Record whole, stepped;
    network.forward(problem->input, problem->initial, whole);
    network.begin(problem->input.cols(), problem->initial, stepped);
    for (Index t = 0; t < problem->input.cols(); ++t)
        network.advance(t, problem->input.col(t), stepped);
    double gap = largest(whole.output - stepped.output);
    for (std::size_t trace = 0; trace < whole.traces.size(); ++trace)
        for (const std::size_t state : problem->shape.cell->states())
            gap = std::max(gap, largest(whole.traces[trace].overTime(state) -
                                        stepped.traces[trace].overTime(state)));
    return gap;
}

/// Between a row of `output`, as PyTorch has it, and the final state of the top layer.
Result<double> finalStateGap(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = passAfter(setup, 0);
    if (!pass)
        return pass.error();
    const NetworkShape& shape = (*pass)->shape();
    const bool reverse = choices.word("direction") == "reverse";
    if (reverse && !shape.bidirectional)
        return Error{Sentence::tr("has no reverse direction; set bidirectional to true")};
    const Record& record = (*pass)->record;
    const Trace& trace = record.traces[shape.trace(shape.layers - 1, reverse)];
    const Index row = choices.word("row") == "first" ? 0 : record.steps() - 1;
    const auto output = record.top.col(row).segment(reverse ? shape.hidden : 0, shape.hidden);
    return largest(output - trace.at(shape.cell->hiddenState(), trace.steps()));
}

Result<double> meanValue(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = passAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const auto quantity = quantityOf(*(*pass)->shape().cell, choices.word("quantity"));
    if (!quantity)
        return quantity.error();
    return (*pass)->record.traces[0].rows(*quantity).mean();
}

Result<double> gateProduct(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = passAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const auto quantity = quantityOf(*(*pass)->shape().cell, choices.word("gate"));
    if (!quantity)
        return quantity.error();
    const Eigen::MatrixXd values = (*pass)->record.traces[0].rows(*quantity);
    return values.rowwise().prod().maxCoeff();
}

Result<double> silentUnits(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = passAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Eigen::MatrixXd hidden =
        (*pass)->record.traces[0].overTime((*pass)->shape().cell->hiddenState());
    Index silent = 0;
    for (Index unit = 0; unit < hidden.rows(); ++unit)
        silent += (hidden.row(unit).array() == 0.0).all();
    return static_cast<double>(silent) / static_cast<double>(hidden.rows());
}

Result<double> jacobianRadius(const Setup& setup, const MeasureChoices& choices) {
    const auto pass = passAfter(setup, choices.whole("updates"));
    if (!pass)
        return pass.error();
    const Index step = choices.whole("step");
    if (step < 1 || step > (*pass)->steps())
        return Error{Sentence::tr("has no step %1; 1 to %2 are possible", step, (*pass)->steps())};
    const Network network((*pass)->shape(), (*pass)->parameters);
    return spectralRadius(stepJacobian(network, (*pass)->record, 0, step - 1));
}

}  // namespace

std::span<const Measure> networkMeasures() {
    static const std::vector<Measure> table{
        {"parameters", "parameters of the recurrent layers, biases included", {}, parameters},
        {"stepwise-gap",
         "largest difference between states and answers computed step by step and in one pass",
         {},
         stepwiseGap},
        {"final-state-gap",
         "largest difference between a row of PyTorch's output and h_n of the top layer",
         {{"direction", "forward|reverse", "forward", "whose h_n"},
          {"row", "first|last", "last", "of output"}},
         finalStateGap},
        {"mean-value",
         "mean of a quantity over units and steps of the first layer",
         {{"quantity", "NAME", "", "a quantity of the cell"}, afterUpdates},
         meanValue},
        {"gate-product",
         "product of a gate over all steps, of the unit where it is largest",
         {{"gate", "NAME", "f", "f of an LSTM, z of a GRU"}, afterUpdates},
         gateProduct},
        {"silent-units",
         "share of units of the first layer whose hidden state is 0 at every step",
         {afterUpdates},
         silentUnits},
        {"jacobian-radius",
         "largest absolute eigenvalue of the Jacobian of one step of the first layer",
         {{"step", "N", "1", "from 1"}, afterUpdates},
         jacobianRadius},
    };
    return table;
}

}  // namespace rnnscope
