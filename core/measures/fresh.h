// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/network.h"
#include "core/samples.h"
#include "core/setup.h"

namespace rnnscope {

/// Sequences of a setup's task that no training has seen: the same for every network and seed.
class FreshSequences {
  public:
    /// An error where the setup reads a file, or has no target.
    static Result<FreshSequences> draw(const Setup& setup, Index count);

    std::span<const Sample> samples() const { return samples_; }
    /// Mean squared error of the network's answers from one step to another, both included, from 1.
    /// Of a read-out at the last step, of that.
    double error(const Network& network, Index from, Index to) const;
    /// Share of answers whose class is right; at the last step, or at all there are.
    double accuracy(const Network& network, bool everyStep) const;

  private:
    std::vector<Sample> samples_;
};

}  // namespace rnnscope
