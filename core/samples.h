// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <string>
#include <vector>

#include "core/random.h"
#include "core/setup.h"

namespace rnnscope {

/// A sequence as a setup describes it, cut to what its target can be found for.
struct NamedSample {
    Sample sample;
    std::vector<std::string> names;           ///< of the inputs
    std::vector<std::string> vocabulary;      ///< of a text
    std::size_t sequences = 1;                ///< how many the file holds
    std::optional<Unscaling> unscaling = {};  ///< see Problem
    Index classes = 0;                        ///< at least so many, where the loss asks for classes
};

/// Sequence number `which` of the setup's file, counted from the shown one on, or the one that its
/// task draws next. With `editedBy`, as edited by the time so many updates are taken.
Result<NamedSample> readSample(const Setup& setup, std::size_t which, Random& random,
                               std::optional<int> editedBy = {});

/// The chance that draws a task's sequences for an update. Update 0 draws those that stay for all
/// updates where they are not fresh, from the one that is shown on.
Random taskRandom(const Setup& setup, int update);
/// The same for update 0, from the task's first sequence on.
Random firstTaskRandom(const Setup& setup);

/// The sequences that one update learns from.
class Batch {
  public:
    Batch(const Setup& setup, const Problem& problem, int update);

    std::size_t size() const { return samples_.size(); }
    /// How many sequences after the one that is shown; a file begins again after its last.
    std::size_t place(std::size_t k) const { return samples_[k].place; }
    /// Whether no sequence is before it: the first of a file, or of what is drawn afresh.
    bool isFirst(std::size_t k) const { return samples_[k].first; }
    /// What the network is given that begins with these states: the sequence, with own answers in
    /// place of true values where the setup says so.
    Eigen::MatrixXd input(std::size_t k, const Network& network, const InitialState& start) const;
    const Eigen::MatrixXd& target(std::size_t k) const { return *samples_[k].target; }

  private:
    const Setup& setup_;
    int update_;
    struct Member {
        const Eigen::MatrixXd* input;
        const Eigen::MatrixXd* target;
        std::size_t place;
        bool first;
    };
    std::vector<Sample> drawn_;
    std::vector<Member> samples_;
};

/// The first sequence as the network sees it at an update, beginning with these states.
Eigen::MatrixXd shownInput(const Setup& setup, const Problem& problem, const Network& network,
                           const InitialState& start, int update);

}  // namespace rnnscope
