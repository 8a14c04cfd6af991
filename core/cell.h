// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/operation.h"
#include "core/packed_matrix.h"
#include "core/parameters.h"
#include "core/trace.h"

namespace rnnscope {

/// One product of recurrent weights with something known at a step:
/// blocks [firstBlock, firstBlock + blockCount) of weight_hh, times `operand`. Its backward side is
/// all that the weights' gradient and each step's contribution to it need.
struct RecurrentTerm {
    std::size_t firstBlock;
    std::size_t blockCount;
    std::size_t gradient;  ///< quantity whose ∂L/∂ stands for ∂L/∂(product + bias)
    std::size_t operand;   ///< quantity multiplied
    bool previous;         ///< its value before the step (true) or within it
};

/// An elementwise product of a state before the step with something known at the step: what a state
/// brings forward past all recurrent weights.
struct CarriedProduct {
    std::size_t factor;  ///< quantity multiplied with
    std::size_t state;   ///< carried quantity, its value before the step
    std::size_t into;    ///< quantity that the product is, or is one summand of
};

/// A derivative within a step that acts unit by unit: ∂of/∂by.
struct Slope {
    std::size_t of;  ///< a state, or what a recurrent term multiplies within the step
    Wire by;         ///< a pre-activation, a recurrent term's product, or a state, also before
};

/// Weights of one vector, which multiply a state unit by unit (peepholes; Gers & Schmidhuber 2000).
struct PeepholeTerm {
    std::size_t gradient;  ///< quantity whose ∂L/∂ stands for ∂L/∂(product)
    Wire operand;          ///< state multiplied, before the step or of it
};

/// One recurrent term prepared for the loop over time.
struct PreparedTerm {
    PackedMatrix weights;     ///< (blocks · H) × H
    PackedMatrix transposed;  ///< H × (blocks · H)
    Eigen::VectorXd bias;     ///< bias_hh of those blocks
};

/// The weights of one layer and direction, prepared for the loop over time.
struct PreparedWeights {
    Index hidden = 0;
    std::vector<PreparedTerm> terms;
    Eigen::VectorXd peepholes;  ///< peepholes · H, one after the other
};

/// The equations of one kind of cell. Stateless; one file a cell, one row in the table of cells.
///
/// A step's values are one column of a Trace. The first `blocks` quantities are pre-activations in
/// the order of the weights' row blocks; before `forward` they hold W_ih x_t + b_ih. Their
/// gradients after `backward` are ∂L/∂(W_ih x_t + b_ih).
class Cell {
  public:
    virtual ~Cell() = default;

    virtual std::string_view id() const = 0;    ///< as in files: "lstm"
    virtual std::string_view name() const = 0;  ///< as on the screen: "LSTM"
    virtual std::span<const Quantity> quantities() const = 0;
    /// Names of the row blocks of H rows of weight_ih, weight_hh and both biases, in order.
    virtual std::span<const std::string_view> blocks() const = 0;
    virtual std::span<const RecurrentTerm> terms() const = 0;
    /// Vectors of H weights in weight_ch, in order.
    virtual std::span<const PeepholeTerm> peepholes() const { return {}; }
    /// The step's operations in the order in which they are computed; forward() and backward() give
    /// what they give.
    virtual std::span<const Operation> operations() const = 0;
    virtual std::span<const InnerValue> innerValues() const { return {}; }
    /// Quantities carried to the next step; the first is the hidden state.
    virtual std::span<const std::size_t> states() const = 0;
    /// Elementwise products with the states before; empty where only weights lead back.
    virtual std::span<const CarriedProduct> carried() const { return {}; }
    /// Slopes within a step. With the weights of terms() they make up its Jacobian, together with
    /// carried() where no slope is by a state before the step. Those of one state by another come
    /// in the order in which a backward pass needs them.
    virtual std::span<const Slope> slopes() const = 0;
    /// Largest slope possible, of a cell whose step's Jacobian is one slope ∘ weight_hh.
    virtual std::optional<double> steepest() const { return std::nullopt; }
    /// Block whose bias decides how long the cell remembers, where there is one.
    virtual std::optional<std::size_t> forgetBlock() const { return std::nullopt; }

    /// Fills every quantity of `now` from the column before it and from the prepared inputs in
    /// `now`.
    virtual void forward(const PreparedWeights& weights, const double* previous,
                         double* now) const = 0;
    /// `nowGradient` holds ∂L/∂(states) from everything later. Fills every other quantity of it,
    /// and adds ∂L/∂(states) of the step before to `previousGradient`.
    virtual void backward(const PreparedWeights& weights, const double* previous, const double* now,
                          double* previousGradient, double* nowGradient) const = 0;
    /// Fills `values` with H values for each row of slopes(), one row after the other.
    virtual void fillSlopes(const PreparedWeights& weights, const double* previous,
                            const double* now, double* values) const = 0;

    std::size_t hiddenState() const { return states().front(); }
    /// Position of the quantity with this id.
    std::optional<std::size_t> find(std::string_view quantity) const;
};

/// Every cell there is; the position in the table is the order in menus.
std::span<const Cell* const> cells();
/// Null where there is none of that id.
const Cell* findCell(std::string_view id);

}  // namespace rnnscope
