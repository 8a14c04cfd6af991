// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

#include "core/network.h"

namespace rnnscope {

/// The Jacobian of one step of one trace, with the slopes within the step folded into the weights:
/// blocks of H × H over (state after, state before), each dense, diagonal or absent, and if asked
/// for H × I over (state after, input). Many adjoints go back through it in one product.
///
/// States are stacked in the cell's order, S = states · H. A column of `adjoints` is ∂L/∂(states)
/// of some L. Within a step one state may depend on another (h on c in an LSTM), so it goes in two
/// moves: addWithin, after which every adjoint is whole, then carry.
class FoldedStep {
  public:
    FoldedStep(const Network& network, std::size_t trace, bool inputs);

    /// Takes the step that computed this column.
    void set(const Trace& values, Index column);
    /// False where a product may have left the range of a double, or a value is NaN: then only
    /// Cell::backward tells which adjoints are spoiled.
    bool safe() const { return safe_; }

    Index size() const { return static_cast<Index>(states_.size()) * hidden_; }

    /// Adds what each state of the step passes to the others of the same step. S × N.
    void addWithin(Eigen::Ref<Eigen::MatrixXd> adjoints) const;
    /// From whole adjoints of the step to what it gives the step before. Both S × N.
    void carry(const Eigen::Ref<const Eigen::MatrixXd>& adjoints,
               Eigen::Ref<Eigen::MatrixXd> before) const;
    /// From whole adjoints of the step, S × N, to its input, I × N.
    void carryToInput(const Eigen::Ref<const Eigen::MatrixXd>& adjoints,
                      Eigen::Ref<Eigen::MatrixXd> input) const;

    /// S × S, what lies within the step multiplied in.
    Eigen::MatrixXd jacobian() const;

  private:
    /// diag(slope) · one block of rows of the weights.
    struct Source {
        Index slope;  ///< row in the cell's table
        Index block;
    };
    struct Through;
    /// ∂of/∂before, or ∂of/∂input.
    struct Block {
        std::size_t after = 0;            ///< position among the states, of a state's block
        std::size_t before = 0;           ///< position among the states
        bool input = false;               ///< towards the input instead
        std::vector<std::size_t> direct;  ///< quantities of the step that are its diagonal
        std::vector<Index> slopes;        ///< or slopes that are
        std::vector<Source> sources;
        std::vector<Through> through;
        Eigen::MatrixXd value;     ///< if dense
        Eigen::VectorXd diagonal;  ///< sum of `direct` and `slopes`

        bool dense() const { return !sources.empty() || !through.empty(); }
        bool diagonals() const { return !direct.empty() || !slopes.empty(); }
        bool absent() const { return !dense() && !diagonals(); }
    };
    /// diag(slope) · block of W_hh · Jacobian of what it multiplies within the step.
    struct Through {
        Source outer;
        Block inner;
        Eigen::MatrixXd scaled;
    };
    struct Within {
        std::size_t of, by;  ///< positions among the states
        Index slope;
    };

    Block describe(std::size_t of, std::optional<std::size_t> before) const;
    void fill(Block& block, const Trace& values, Index column) const;
    /// The rows of one state.
    template <typename Matrix>
    auto part(Matrix& stacked, std::size_t state) const {
        return stacked.middleRows(static_cast<Index>(state) * hidden_, hidden_);
    }

    const Network* network_;
    std::size_t trace_;
    const Cell& cell_;
    std::span<const std::size_t> states_;
    std::vector<Slope> slopeTable_;    // the cell's; where something is held, complete ones
    const Eigen::MatrixXd& weightHh_;  // of the network, which must outlive this
    const Eigen::MatrixXd& weightIh_;
    Index hidden_;
    double largestWeight_;
    Eigen::MatrixXd slopes_;  // H × rows of the cell's table
    std::vector<Within> within_;
    std::vector<Block> blocks_;
    bool safe_ = false;
};

}  // namespace rnnscope
