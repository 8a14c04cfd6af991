// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/network.h"
#include "core/setup.h"

namespace rnnscope {

/// A sequence that a network went on with by itself: from some step on, its input is its own answer
/// to the step before.
struct Generated {
    Index given = 1;  ///< so many steps from the start were given: a prompt, or a whole sequence
    /// Where the loss asks for classes: that of each step, and at the end the answer to the last
    /// step, which is not fed back: T + 1. Those from `given` on were drawn. Empty for numbers.
    std::vector<Index> classes;
};

/// Why a network cannot go on by itself, whatever the prompt.
enum class GenerationObstacle {
    Target,     ///< is not the next value
    Readout,    ///< at the last step only
    Direction,  ///< both
    Loss,       ///< a text needs probabilities
    Scaling,    ///< of classes
    Sizes,      ///< of input and read-out differ
};
std::optional<GenerationObstacle> obstacleTo(const Setup& setup, const NetworkShape& shape,
                                             bool text);

/// What must be so for setup.generation: one direction, a read-out at every step, the next value as
/// target, answers of the inputs' kind; a prompt of the text's characters or words, and room for
/// the record. `vocabulary` and `names` are the sequence's, see Problem::outputNames; `steps` is
/// its length. Steps of 0 are always right.
Done checkGeneration(const Setup& setup, const NetworkShape& shape, Index steps,
                     std::span<const std::string> vocabulary, std::span<const std::string> names);

/// Goes on with the prompt, a text's first character, or a whole sequence of numbers (its last
/// value, which is the last target, included) for setup.generation.steps steps. `record` becomes
/// the pass: its outputs are those that the answers were taken from, to the last bit. Holds act by
/// their times. The same setup and parameters give the same sequence.
Generated generate(const Setup& setup, const Problem& problem, const Network& network,
                   const InitialState& initial, Record& record);

/// The problem of a generated sequence: its input, the rest as in `problem`, no target.
Problem generatedProblem(const Problem& problem, const Record& record, const Generated& generated);

/// Softmax of logits / temperature; at temperature 0 the first of the largest has all. Sums to 1.
Eigen::VectorXd probabilities(const Eigen::Ref<const Eigen::VectorXd>& logits, double temperature);

/// The most probable classes, in their own order where all of them are shown.
struct Shares {
    std::vector<Index> classes;
    std::optional<double> others;  ///< what all classes that are left out have together
};
/// No more than `most` (≥ 2) entries, the others' included; `wanted` is always among them.
Shares largestShares(const Eigen::VectorXd& probability, Index most, Index wanted);

/// Of numbers: what was foreseen of each input by the step before, in the inputs' scale; column t +
/// 1 is the answer to step t, column 0 is not a number. I × (T + 1).
Eigen::MatrixXd foreseen(const Setup& setup, const Record& record);

/// Classes of a text as the text itself; words have a space between them.
std::string textOf(const Setup& setup, const Problem& problem, std::span<const Index> classes);

}  // namespace rnnscope
