// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/network.h"
#include "core/result.h"

namespace rnnscope {

/// One number that a user put in place of what the setup gives:
///   x[2]@5               input 2 at time 5 of the sequence that is shown, before its input scale
///   h0_l0[3]             an initial state
///   weight_hh_l0.f[3,5]  a weight or a bias, by tensor, gate, unit and column
///   fc.weight[1,3]       the read-out's
/// Rows, columns and times are written from 1, layers from 0. Of a network that has no such place
/// an edit says nothing, so that cells and sizes can be changed about.
struct Edit {
    /// Updates taken before it takes effect: what was learnt until then stays as it was.
    int update = 0;
    std::string target;       ///< "x", "h0_l0", "weight_hh_l0.f", "fc.bias"; see WeightBlock
    Eigen::Index row = 0;     ///< input, unit or output, from 0
    Eigen::Index column = 0;  ///< time, or column of a matrix, from 0
    double value = 0;         ///< finite

    bool operator==(const Edit&) const = default;
    /// Whether both are of the same number, from the same update on.
    bool samePlace(const Edit& other) const;
    bool ofInput() const { return target == "x"; }
};

inline constexpr std::size_t mostEdits = 1'000'000;

/// Sorted by update, target and place, one for each place. What belongs into a Setup.
using Edits = std::vector<Edit>;
/// The edits with some more; the later of two for one place wins.
Edits withEdits(const Edits& edits, const Edits& more);
/// Those that `leave` is true of.
template <class Leave>
Edits onlyEdits(const Edits& edits, Leave leave) {
    Edits left;
    for (const Edit& edit : edits)
        if (leave(edit))
            left.push_back(edit);
    return left;
}
/// Those that take effect before an update.
Edits editsBefore(const Edits& edits, int update);
/// The updates from which on edits change the sequence or the initial state; in order, each once.
std::vector<int> editedUpdates(const Edits& edits);

/// The update at which two lists first differ; nothing where they do not.
std::optional<int> firstDifference(const Edits& a, const Edits& b);

/// "x@5=0.3,weight_hh_l0.f[3,5]#120=0.7": separated by commas; behind # the updates taken before.
/// A target that no network has is an error.
Result<Edits> parseEdits(std::string_view text);
std::string toText(const Edits& edits);
/// What an edit is of, for the user: "weight_hh_l0.f[3,5]".
std::string placeText(const Edit& edit);

/// Puts the numbers that take effect at exactly this update in their places.
void editParameters(const Edits& edits, int update, const NetworkShape& shape,
                    Parameters& parameters);
/// Those of the input that have taken effect by an update, into the sequence (I × T).
void editInput(const Edits& edits, int update, Eigen::MatrixXd& input);
/// Those of the initial state that have taken effect by an update. A state that was left out
/// because it is zero comes into being.
void editInitialState(const Edits& edits, int update, const NetworkShape& shape,
                      InitialState& initial);

/// How many of the edits have no place in a network and a sequence of so many inputs and steps.
std::size_t restingEdits(const Edits& edits, const NetworkShape& shape,
                         const Parameters& parameters, Eigen::Index steps);

}  // namespace rnnscope
