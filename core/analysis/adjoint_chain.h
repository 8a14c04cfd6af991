// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <functional>
#include <vector>

#include "core/analysis/folded_step.h"

namespace rnnscope {

/// Traces whose adjoints travel together, back from step to step and down from layer to layer: all
/// the layers of one direction, or one direction of a single layer.
struct Chain {
    std::vector<std::size_t> traces;  ///< from the bottom to the top
    /// ∂loss_t/∂h of the top trace at t, H × T in the order of computation.
    Eigen::MatrixXd arriving;
};

/// The adjoints of some consecutive losses of a chain, on their way back. A target is a loss whose
/// gradient arrives at one column of the traces; its adjoints are one column of each matrix here.
class AdjointChain {
  public:
    AdjointChain(const Network& network, const Record& record, const Chain& chain);

    /// Called with the whole adjoints (S × N) of a trace, by place in the chain, at a column of it;
    /// the targets are those that arrived at columns `first` … `first` + N − 1.
    using Visit = std::function<void(std::size_t place, Index column, Index first,
                                     const Eigen::Ref<const Eigen::MatrixXd>& adjoints)>;
    /// Carries the targets that arrive at columns first … last (1 … T) back to where the sequence
    /// or their stretch begins. `stopped` is asked at every step.
    void run(Index first, Index last, const std::function<bool()>& stopped, const Visit& visit);

  private:
    struct Layer {
        std::size_t trace;
        const Trace* values;
        FoldedStep step;
        Eigen::MatrixXd adjoints, before;  ///< S × targets, of this step and of the one before
        Eigen::MatrixXd below;             ///< H × targets, for the layer below
        std::vector<bool> begun;           ///< had an adjoint other than zero by now
    };
    void passBack(Layer& layer, Index column, Index from, Index count);
    void passBackOne(Layer& layer, Index column, Index target,
                     const Eigen::Ref<const Eigen::VectorXd>& adjoint);

    const Network& network_;
    const Chain& chain_;
    std::vector<Layer> layers_;
    Eigen::VectorXd gradient_, previousGradient_;  // one column of a trace each
};

}  // namespace rnnscope
