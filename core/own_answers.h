// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include "core/network.h"
#include "core/random.h"
#include "core/setup.h"

namespace rnnscope {

/// The sequence as a network sees it that is not always told the truth: at every step after the
/// first, with probability 1 − setup.training.teacherForcing, its own answer to the step before
/// stands in the place of the input. I × T, as `input`. With cross-entropy the answer is the most
/// likely class: one-hot, or its number where a step has one value.
Eigen::MatrixXd withOwnAnswers(const Network& network, const Eigen::MatrixXd& input,
                               const InitialState& initial, const Setup& setup, Random& random);

/// Whether the target at every step is the input of the next.
bool foreseesNext(const Setup& setup);

/// What a network is given that has answered with a class: one-hot, or its number where a step has
/// one value; of `inputs` values.
Eigen::VectorXd classInput(Index answer, const Setup& setup, Index inputs);

/// Own answers can stand in for inputs only where they are of the same kind.
Done checkOwnAnswers(const Setup& setup, const NetworkShape& shape);

}  // namespace rnnscope
