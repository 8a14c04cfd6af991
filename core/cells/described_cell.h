// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/step_graph.h"

namespace rnnscope {

/// What a cell is: tables that outlive it, as Cell describes them.
struct CellDescription {
    std::string_view id, name;
    std::span<const Quantity> quantities;
    std::span<const std::string_view> blocks;
    std::span<const std::size_t> states;
    std::span<const Operation> operations;
    std::span<const InnerValue> inner = {};
    std::optional<std::size_t> forgetBlock = {};
};

/// A cell that is its list of operations and nothing else.
class DescribedCell final : public Cell {
  public:
    explicit DescribedCell(const CellDescription& description);

    std::string_view id() const override { return is_.id; }
    std::string_view name() const override { return is_.name; }
    std::span<const Quantity> quantities() const override { return is_.quantities; }
    std::span<const std::string_view> blocks() const override { return is_.blocks; }
    std::span<const RecurrentTerm> terms() const override { return graph_.terms; }
    std::span<const PeepholeTerm> peepholes() const override { return graph_.peepholes; }
    std::span<const Operation> operations() const override { return is_.operations; }
    std::span<const InnerValue> innerValues() const override { return is_.inner; }
    std::span<const std::size_t> states() const override { return is_.states; }
    std::span<const CarriedProduct> carried() const override { return graph_.carried; }
    std::span<const Slope> slopes() const override { return graph_.slopes; }
    std::optional<std::size_t> forgetBlock() const override { return is_.forgetBlock; }

    void forward(const PreparedWeights& weights, const double* previous,
                 double* now) const override;
    void backward(const PreparedWeights& weights, const double* previous, const double* now,
                  double* previousGradient, double* nowGradient) const override;
    void fillSlopes(const PreparedWeights& weights, const double* previous, const double* now,
                    double* values) const override;

  private:
    CellDescription is_;
    StepGraph graph_;
};

}  // namespace rnnscope
