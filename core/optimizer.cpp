// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optimizer.h"

#include <cassert>
#include <cmath>

namespace rnnscope {
namespace {

constexpr double momentum = 0.9;
constexpr double beta1 = 0.9, beta2 = 0.999, adamEpsilon = 1e-8;
constexpr double alpha = 0.99, rmsEpsilon = 1e-8;

/// The moment of one tensor; an empty matrix where the kind has none.
Eigen::MatrixXd& momentOf(Parameters& moments, std::size_t tensor) {
    static thread_local Eigen::MatrixXd none;
    return moments.items.empty() ? none : moments.items[tensor].value;
}

/// Calls step(parameter, gradient, first moment, second moment) for every tensor that is trained;
/// the moments are empty where the kind has none.
template <class Step>
void eachTensor(Parameters& parameters, const Parameters& gradient, OptimizerState& state,
                Step step) {
    assert(parameters.items.size() == gradient.items.size());
    for (std::size_t k = 0; k < parameters.items.size(); ++k) {
        if (parameters.items[k].absent)
            continue;
        step(parameters.items[k].value.array(), gradient.items[k].value.array(),
             momentOf(state.first, k), momentOf(state.second, k));
    }
}

}  // namespace

std::span<const OptimizerName> optimizers() {
    static constexpr OptimizerName table[] = {
        {OptimizerKind::Sgd, "sgd", "SGD"},
        {OptimizerKind::Momentum, "momentum", "SGD with momentum"},
        {OptimizerKind::Adam, "adam", "Adam"},
        {OptimizerKind::RmsProp, "rmsprop", "RMSprop"},
    };
    return table;
}

void descend(OptimizerKind kind, Parameters& parameters, const Parameters& gradient, double rate,
             OptimizerState& state) {
    if (state.steps++ == 0) {
        if (kind == OptimizerKind::Momentum || kind == OptimizerKind::Adam)
            state.first = parameters.zeros();
        if (kind == OptimizerKind::Adam || kind == OptimizerKind::RmsProp)
            state.second = parameters.zeros();
    }
    using Moment = Eigen::MatrixXd&;
    switch (kind) {
        case OptimizerKind::Sgd:
            eachTensor(parameters, gradient, state,
                       [&](auto p, auto g, Moment, Moment) { p -= rate * g; });
            break;
        case OptimizerKind::Momentum:
            eachTensor(parameters, gradient, state, [&](auto p, auto g, Moment v, Moment) {
                v.array() = momentum * v.array() + g;
                p -= rate * v.array();
            });
            break;
        case OptimizerKind::Adam: {
            // The means start at zero; these divide out what that makes them too small.
            const double correction1 = 1 - std::pow(beta1, state.steps);
            const double correction2 = 1 - std::pow(beta2, state.steps);
            eachTensor(parameters, gradient, state, [&](auto p, auto g, Moment m, Moment v) {
                m.array() = beta1 * m.array() + (1 - beta1) * g;
                v.array() = beta2 * v.array() + (1 - beta2) * g.square();
                p -= rate / correction1 * m.array() /
                     (v.array().sqrt() / std::sqrt(correction2) + adamEpsilon);
            });
            break;
        }
        case OptimizerKind::RmsProp:
            eachTensor(parameters, gradient, state, [&](auto p, auto g, Moment, Moment v) {
                v.array() = alpha * v.array() + (1 - alpha) * g.square();
                p -= rate * g / (v.array().sqrt() + rmsEpsilon);
            });
            break;
    }
}

}  // namespace rnnscope
