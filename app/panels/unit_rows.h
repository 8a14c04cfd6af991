// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "app/panels/time_rows.h"

namespace rnnscope {

/// One quantity of one unit over time, or its gradient.
struct UnitRow {
    std::size_t quantity = 0;  ///< of the cell
    bool gradient = false;
    QString id{};         ///< of the data's column: "a_f"
    QString colour{};     ///< as the theme knows it: "f"
    QString symbol{};     ///< "f", "∂L/∂h"; with _ before what is a subscript
    QString name{};       ///< "forget gate, pre-activation"
    QString brief{};      ///< "forget gate": where there is less room
    StepValues values{};  ///< of this unit alone
    double low = 0, high = 1;

    double at(int step) const { return values.at(0, step); }
};

/// The theme's name of a quantity's colour: a pre-activation has that of what is made of it.
QString colourOf(const Cell& cell, std::size_t quantity);

/// How much there is room for.
enum class UnitDetail {
    States,    ///< states and their gradients
    Archived,  ///< also gates and candidates
    All        ///< also pre-activations and what lies between
};

/// The quantities of a unit, then ∂L/∂ of its states where there is a target. Valid as long as the
/// snapshot is.
std::vector<UnitRow> unitRows(const Snapshot& snapshot, std::size_t trace, Index unit,
                              UnitDetail detail);

/// Weights side by side.
struct WeightStrip {
    std::vector<double> values;
    /// "weight_hh_l0[3, 5]", counted from 0 as PyTorch does.
    std::function<QString(int)> name;
};

/// What leads into a unit by way of one block of the weights, or out of it.
struct WeightRow {
    QString symbol;                       ///< "i"; "ŷ" for what leads to the read-out
    QString id;                           ///< of the colour
    std::optional<std::size_t> quantity;  ///< the pre-activation that these lead to
    /// From the layer's input, from the state before, biases, from the cell state (peepholes); of
    /// the read-out, the weights to each output alone. Empty where there are none.
    std::vector<WeightStrip> strips;
};

struct UnitWeights {
    std::vector<WeightRow> blocks;
    std::optional<WeightRow> readout;  ///< of a unit of the last layer
    double limit = 1;                  ///< end of the colour scale, a round number
    bool peepholes = false;
};
UnitWeights unitWeights(const Snapshot& snapshot, std::size_t trace, Index unit);

}  // namespace rnnscope
