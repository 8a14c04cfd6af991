// SPDX-License-Identifier: GPL-3.0-or-later
// A script's numbers.
#include <algorithm>

#include "core/script/plan.h"
#include "core/script/python_step.h"
#include "core/script/python_text.h"

namespace rnnscope::script {
namespace {

/// A tensor as a list, in a recurrent layer with a word on what each block of rows computes.
std::string tensorText(const Plan& plan, const Parameter& item) {
    const Index hidden = plan.shape().hidden, rows = item.value.rows();
    const bool blocks = !item.name.starts_with("fc.") && rows > hidden;
    std::string text = "[\n";
    for (Index row = 0; row < rows; ++row) {
        if (blocks && row % hidden == 0) {
            auto block = static_cast<std::size_t>(row / hidden);
            if (item.name.starts_with("weight_ch"))
                block = plan.cell().peepholes()[block].gradient;
            text += "        # " + blockName(plan.cell(), block) + "\n";
        }
        text += "        " +
                (item.bias ? pythonNumber(item.value(row, 0))
                           : pythonList(item.value.row(row).transpose(), 8)) +
                ",\n";
    }
    return text + "    ]";
}

std::string weightData(const Plan& plan) {
    std::string text =
        "\n\n# The numbers, each the very double that RNNScope computes with. A row "
        "of a matrix is a unit.\n\nWEIGHTS = {\n";
    for (const Parameter& item : plan.snapshot.parameters.items)
        if (!item.absent)
            text += "    \"" + item.name + "\": " + tensorText(plan, item) + ",\n";
    return text + "}\n";
}

/// The states that a sequence begins with, a row a layer and direction.
std::string startText(const Plan& plan, const InitialState& start, const std::string& indent) {
    const NetworkShape& shape = plan.shape();
    const auto states = plan.cell().states();
    std::string text;
    for (std::size_t k = 0; k < states.size(); ++k) {
        const auto rows = static_cast<Index>(shape.traces());
        const Eigen::MatrixXd values =
            start.empty() ? Eigen::MatrixXd::Zero(rows, shape.hidden) : start[k];
        text += indent + "# " + std::string(plan.cell().quantities()[states[k]].name) + "\n" +
                indent + pythonRows(values, indent.size()) + ",\n";
    }
    return text;
}

std::string initialData(const Plan& plan) {
    if (plan.carried())
        return {};
    return "\n# Initial states: a row a layer" +
           std::string(plan.shape().bidirectional ? " and direction" : "") + ".\nINITIAL = [\n" +
           startText(plan, plan.sequences.front().start, "    ") + "]\n";
}

std::string loopData(const Plan& plan) {
    if (plan.module)
        return {};
    const NetworkShape& shape = plan.shape();
    std::string text = "\n# What PyTorch adds to the tensors' names of each layer" +
                       std::string(shape.bidirectional ? " and direction" : "") + ".\nLAYERS = [\n";
    for (int layer = 0; layer < shape.layers; ++layer) {
        text += "    [\"" + shape.suffix(shape.trace(layer, false)) + "\"";
        if (shape.bidirectional)
            text += ", \"" + shape.suffix(shape.trace(layer, true)) + "\"";
        text += "],\n";
    }
    text += "]\n";
    if (plan.holds.empty())
        return text;
    text +=
        "\n# What is held: quantity, layer, units, steps, value. All count from 0; of two that "
        "meet, the\n# later one wins.\nHOLDS = [\n";
    for (const Hold& hold : plan.holds)
        text += "    (\"" + std::string(plan.cell().quantities()[hold.quantity].id) + "\", \"" +
                shape.suffix(hold.trace) + "\", slice(" + std::to_string(hold.first) + ", " +
                std::to_string(hold.first + hold.count) + "), range(" + std::to_string(hold.from) +
                ", " + std::to_string(std::min(hold.to, plan.longest() - 1) + 1) + "), " +
                pythonNumber(hold.value) + "),\n";
    return text + "]\n";
}

std::string classList(const Eigen::MatrixXd& target) {
    std::string text = "[";
    for (Index k = 0; k < target.cols(); ++k) {
        if (k > 0)
            text += k % 20 == 0 ? ",\n         " : ", ";
        text += std::to_string(static_cast<long long>(target(0, k)));
    }
    return text + "]";
}

std::string sequenceData(const Plan& plan) {
    const Problem& problem = *plan.snapshot.problem;
    std::string text = "\n# Sequences, each the input, a row a step, and the target" +
                       std::string(plan.classes()    ? ", a class an answer"
                                   : plan.lastStep() ? ", of the last step"
                                                     : ", a row a step") +
                       (plan.carried() ? ",\n# and the states that it begins with: those that the "
                                         "one before ended with, as constants.\n"
                                       : ".\n");
    std::string names;
    for (const std::string& name : problem.inputNames)
        names += (names.empty() ? "" : ", ") + pythonComment(name);
    if (!names.empty())
        text += "# Columns of the input: " + names + "\n";
    if (plan.snapshot.setup.training.teacherForcing < 1)
        text += "# Some inputs are the network's own answers to the step before, as constants.\n";
    text += "SEQUENCES = [\n";
    for (const Pair& each : plan.sequences)
        text += "    (\n        " + pythonRows(each.input.transpose(), 8) + ",\n        " +
                (plan.classes() ? classList(each.target) : pythonRows(each.target.transpose(), 8)) +
                ",\n" +
                (plan.carried()
                     ? "        [\n" + startText(plan, each.start, "            ") + "        ],\n"
                     : "") +
                "    ),\n";
    return text + "]\n";
}

}  // namespace

std::string dataText(const Plan& plan) {
    return weightData(plan) + initialData(plan) + loopData(plan) + sequenceData(plan);
}

}  // namespace rnnscope::script
