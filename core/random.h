// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <random>

namespace rnnscope {

/// The one source of chance. The engine is fixed by the C++ standard and the distributions are our
/// own, so that one seed gives the same numbers with every compiler and on every machine.
class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t bits() { return engine_(); }
    /// Uniform in [0, 1), 53 random bits.
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high);
    /// Uniform among 0 … count − 1; count ≥ 1.
    std::uint64_t below(std::uint64_t count);
    /// Standard normal, by Marsaglia's polar method (1964); draws pairs, keeps the second.
    double normal();
    /// n × n, uniformly distributed over the orthogonal matrices (Mezzadri 2007).
    Eigen::MatrixXd orthogonal(Eigen::Index n);

  private:
    std::mt19937_64 engine_;
    double spare_ = 0;
    bool hasSpare_ = false;
};

}  // namespace rnnscope
