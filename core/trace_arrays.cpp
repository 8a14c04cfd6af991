// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace_arrays.h"

#include <cassert>

#include "core/analysis/flow.h"
#include "core/analysis/jacobian.h"
#include "core/state_dict.h"

namespace rnnscope {
namespace {

/// Steps run along rows in a file, along columns in the core.
Array overTime(std::string name, const Eigen::MatrixXd& values) {
    return Array::matrix(std::move(name), values.transpose());
}

void addTraces(std::vector<Array>& arrays, const NetworkShape& shape,
               const std::vector<Trace>& traces, const std::string& prefix) {
    const auto quantities = shape.cell->quantities();
    for (std::size_t k = 0; k < traces.size(); ++k)
        for (std::size_t quantity = 0; quantity < quantities.size(); ++quantity)
            if (quantities[quantity].archived)
                arrays.push_back(
                    overTime(prefix + std::string(quantities[quantity].id) + shape.suffix(k),
                             traces[k].overTime(quantity)));
}

void append(std::vector<Array>& arrays, std::vector<Array> more) {
    arrays.insert(arrays.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Array> traceArrays(const Snapshot& snapshot) {
    const NetworkShape& shape = snapshot.shape();
    std::vector<Array> arrays;
    arrays.push_back(overTime("input", snapshot.record.layerInput.front()));
    arrays.push_back(overTime("output", snapshot.record.output));
    addTraces(arrays, shape, snapshot.record.traces, "");
    append(arrays, toArrays(snapshot.parameters, "param."));
    if (snapshot.generated) {
        arrays.push_back(Array::scalar("given", static_cast<double>(snapshot.generated->given)));
        const std::vector<Index>& classes = snapshot.generated->classes;
        Eigen::VectorXd numbers(static_cast<Index>(classes.size()));
        for (std::size_t t = 0; t < classes.size(); ++t)
            numbers[static_cast<Index>(t)] = static_cast<double>(classes[t]);
        if (!classes.empty())
            arrays.push_back(Array::vector("classes", numbers));
    }
    if (!snapshot.backward)
        return arrays;

    const Snapshot::Backward& backward = *snapshot.backward;
    const Eigen::MatrixXd& target = *snapshot.problem->target;
    if (snapshot.setup.loss == Loss::CrossEntropy)
        arrays.push_back(Array::vector("target", target.row(0).transpose()));
    else
        arrays.push_back(overTime("target", target));
    arrays.push_back(Array::scalar("loss", backward.loss.loss));
    arrays.push_back(Array::vector("loss_t", backward.loss.perStep));
    arrays.push_back(overTime("grad_output", backward.gradients.output));
    arrays.push_back(overTime("grad_input", backward.gradients.input));
    addTraces(arrays, shape, backward.gradients.traces, "grad_");
    for (std::size_t k = 0; k < shape.traces(); ++k)
        for (const std::size_t state : shape.cell->states()) {
            const std::string id(shape.cell->quantities()[state].id);
            arrays.push_back(Array::vector("grad_" + id + "0" + shape.suffix(k),
                                           backward.gradients.traces[k].at(state, 0)));
        }
    append(arrays, toArrays(backward.gradients.parameters, "grad."));
    append(arrays, toArrays(backward.clipped, "clipped."));
    arrays.push_back(Array::scalar("grad_norm", backward.clip.normBefore));
    arrays.push_back(Array::scalar("clipped_norm", backward.clip.normAfter));
    arrays.push_back(Array::scalar("clip_angle", backward.clip.angle));
    return arrays;
}

std::vector<Array> flowArrays(const Snapshot& snapshot) {
    assert(snapshot.backward);
    const NetworkShape& shape = snapshot.shape();
    const Network network(shape, snapshot.parameters);
    const auto flows =
        gradientFlow(network, snapshot.record, snapshot.backward->loss.outputGradient);
    std::vector<Array> arrays;
    for (std::size_t k = 0; k < flows.size(); ++k)
        for (std::size_t state = 0; state < flows[k].states.size(); ++state) {
            const std::string id(shape.cell->quantities()[shape.cell->states()[state]].id);
            arrays.push_back(
                Array::matrix("flow" + (state == 0 ? std::string() : "_" + id) + shape.suffix(k),
                              flows[k].states[state]));
        }
    return arrays;
}

std::vector<Array> jacobianArrays(const Snapshot& snapshot) {
    const Network network(snapshot.shape(), snapshot.parameters);
    std::vector<Array> arrays;
    for (std::size_t k = 0; k < snapshot.shape().traces(); ++k)
        arrays.push_back(Array::matrix("jacobian" + snapshot.shape().suffix(k),
                                       jacobianSpectrum(network, snapshot.record, k)));
    return arrays;
}

}  // namespace rnnscope
