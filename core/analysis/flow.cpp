// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/flow.h"

namespace rnnscope {

std::vector<Flow> gradientFlow(const Network& network, const Record& record,
                               const Eigen::MatrixXd& outputGradient) {
    const NetworkShape& shape = network.shape();
    const Index steps = record.steps();
    const auto states = shape.cell->states();
    std::vector<Flow> flows(shape.traces());
    for (Flow& flow : flows)
        flow.states.assign(states.size(), Eigen::MatrixXd::Zero(steps, steps));

    Gradients gradients;
    Eigen::MatrixXd single = Eigen::MatrixXd::Zero(outputGradient.rows(), outputGradient.cols());
    for (Index k = 0; k < outputGradient.cols(); ++k) {
        single.col(k) = outputGradient.col(k);
        network.backwardStates(record, single, gradients);
        single.col(k).setZero();
        const Index t = steps - outputGradient.cols() + k;
        for (std::size_t trace = 0; trace < flows.size(); ++trace)
            for (std::size_t state = 0; state < states.size(); ++state)
                flows[trace].states[state].row(t) = gradients.traces[trace].norms(states[state]);
    }
    return flows;
}

}  // namespace rnnscope
