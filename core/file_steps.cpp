// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_steps.h"

#include "core/sentence.h"
#include "core/unscaling.h"

namespace rnnscope {

Result<FileSteps> FileSteps::create(const SequenceSource& source, Index first, Index last,
                                    const std::string& file) {
    if (source.resample < 1)
        return Error{Sentence::tr("cannot make one step of %1 rows; 1 row or more is possible",
                                  source.resample),
                     file};
    const Index rows = last - first, groups = rows / source.resample;
    if (groups == 0)
        return Error{
            rows == 1 ? Sentence::tr("has %1 row, too few for a step of %2; resample fewer to one",
                                     rows, source.resample)
                      : Sentence::tr("has %1 rows, too few for a step of %2; resample fewer to one",
                                     rows, source.resample),
            file};
    if (source.skip < 0 || source.skip >= groups)
        return Error{
            groups == 1
                ? Sentence::tr("has %1 step, %2 of which cannot be skipped; 0 to %3 are possible",
                               groups, source.skip, groups - 1)
                : Sentence::tr("has %1 steps, %2 of which cannot be skipped; 0 to %3 are possible",
                               groups, source.skip, groups - 1),
            file};
    FileSteps steps;
    steps.scaling_ = source.table->vocabulary.empty() ? source.scaling : Scaling::None;
    steps.first_ = first + source.skip * source.resample;
    steps.resample_ = source.resample;
    steps.mean_ = source.resampleMean;
    steps.values_ = groups - source.skip;
    steps.file_ = file;
    if (steps.count() < 1)
        return Error{Sentence::tr("has one step, between which and the one before there is no "
                                  "difference; two are needed, or another scaling"),
                     file};
    return steps;
}

Result<FileSteps> FileSteps::ofSequence(const SequenceSource& source, std::size_t which) {
    const std::size_t sequences = source.table->starts.size();
    if (source.shown >= sequences)
        return Error{
            sequences == 1
                ? Sentence::tr(
                      "holds %1 sequence, so number %2 cannot be shown; 1 to %1 are possible",
                      sequences, source.shown + 1)
                : Sentence::tr(
                      "holds %1 sequences, so number %2 cannot be shown; 1 to %1 are possible",
                      sequences, source.shown + 1),
            source.file};
    const auto [first, last] = source.table->rowsOf((source.shown + which) % sequences);
    return create(source, first, last, source.file);
}

Result<FileSteps> FileSteps::ofTarget(const Setup& setup) {
    return create(setup.sequence, 0, setup.target.table->values.rows(), setup.target.name);
}

Eigen::VectorXd FileSteps::values(const Table& table, Index column, bool classes) const {
    const auto rows = table.values.col(column).segment(first_, values_ * resample_);
    if (resample_ == 1)
        return rows;
    const auto groups = rows.reshaped(resample_, values_);
    if (classes || !mean_ || !table.vocabulary.empty())
        return groups.row(0).transpose();
    // Divided first: a sum of 1e308s is none.
    return (groups / static_cast<double>(resample_)).colwise().sum().transpose();
}

Result<Eigen::VectorXd> FileSteps::scaled(const Eigen::VectorXd& values,
                                          const std::string& column) const {
    if (scaling_ == Scaling::LogDifferences)
        for (Index step = 0; step < values.size(); ++step) {
            if (values[step] > 0)
                continue;
            const Index row = first_ + step * resample_ + 1;
            return Error{
                resample_ == 1
                    ? Sentence::tr("column '%1' is not above 0 in row %2, so it has no logarithm "
                                   "there; choose another scaling than log-differences, or leave "
                                   "the column or these steps out",
                                   column, row)
                    : Sentence::tr("column '%1' is not above 0 in the step of rows %2 to %3, so it "
                                   "has no logarithm there; choose another scaling than "
                                   "log-differences, or leave the column or these steps out",
                                   column, row, row + resample_ - 1),
                file_};
        }
    return rnnscope::scaled(values, scaling_);
}

Unscaling FileSteps::unscaling(Index columns) const {
    Unscaling unscaling{scaling_, {}, {}};
    if (scaling_ == Scaling::LogDifferences) {
        unscaling.base.resize(columns, count());
    } else {
        unscaling.offset.resize(columns);
        unscaling.factor.resize(columns);
    }
    return unscaling;
}

void FileSteps::fillUnscaling(Unscaling& unscaling, Index row, const Eigen::VectorXd& values) {
    if (unscaling.kind == Scaling::LogDifferences) {
        unscaling.base.row(row) = values.head(values.size() - 1);
        return;
    }
    const ScalingLine line = scalingLine(values, unscaling.kind);
    unscaling.offset[row] = line.offset;
    unscaling.factor[row] = line.factor;
}

Index stepsOfFile(const Setup& setup) {
    if (!setup.sequence.task.empty() || !setup.sequence.table)
        return 0;
    const auto steps = FileSteps::ofSequence(setup.sequence, 0);
    return steps ? steps->count() : 0;
}

Index stepsOfTargetFile(const Setup& setup) {
    if (setup.target.kind != TargetSource::Kind::File || !setup.target.table)
        return 0;
    const Index rows = setup.target.table->values.rows();
    if (!setup.sequence.task.empty() || !setup.sequence.table)
        return rows;
    if (rows == 1 && setup.readout == Readout::LastStep)
        return 1;
    const auto steps = FileSteps::ofTarget(setup);
    return steps ? steps->count() : 0;
}

}  // namespace rnnscope
