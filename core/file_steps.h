// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <string>

#include "core/setup.h"

namespace rnnscope {

/// How the rows of one sequence of a file become steps: so many rows become one (what is left over
/// at the end is dropped), the first steps are left out, then columns are scaled.
class FileSteps {
  public:
    /// Of sequence number `which`, counted from the shown one on. Errors: there is no such shown
    /// one, or no step is left.
    static Result<FileSteps> ofSequence(const SequenceSource& source, std::size_t which);
    /// Of a target's own file, a row of which answers a row of the input. Errors: likewise.
    static Result<FileSteps> ofTarget(const Setup& setup);

    /// Steps of a scaled column.
    Index count() const { return values_ - lost(); }
    /// The characters of a text are not scaled.
    Scaling scaling() const { return scaling_; }

    /// A table's column resampled, and without the steps that are left out; a value more than steps
    /// where differences are taken. Classes, as the characters of a text are, have no mean: of them
    /// the first of each group stays.
    Eigen::VectorXd values(const Table& table, Index column, bool classes) const;
    /// What values() gave, scaled: count() values. Errors: a logarithm of what is not above 0.
    Result<Eigen::VectorXd> scaled(const Eigen::VectorXd& values, const std::string& column) const;

    /// Room for the way back of so many columns, which fillUnscaling() fills one by one from what
    /// values() gave.
    Unscaling unscaling(Index columns) const;
    static void fillUnscaling(Unscaling& unscaling, Index row, const Eigen::VectorXd& values);

  private:
    FileSteps() = default;
    static Result<FileSteps> create(const SequenceSource& source, Index first, Index last,
                                    const std::string& file);
    /// A difference needs a value before it.
    Index lost() const { return scaling_ == Scaling::LogDifferences ? 1 : 0; }

    Scaling scaling_ = Scaling::None;
    Index first_ = 0;     // row of the table where the first step begins
    Index resample_ = 1;  // rows a step
    bool mean_ = true;
    Index values_ = 0;  // steps before scaling
    std::string file_;
};

/// Steps that the shown sequence of a file, and the file of its target, give before one is lost to
/// a next value and before `length`. 0 where there are none.
Index stepsOfFile(const Setup& setup);
Index stepsOfTargetFile(const Setup& setup);

}  // namespace rnnscope
