// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_steps.h"

#include "core/unscaling.h"

namespace rnnscope {

Result<FileSteps> FileSteps::create(const SequenceSource& source, Index first, Index last,
                                    const std::string& file) {
    if (source.resample < 1)
        return Error{"cannot make one step of " + std::to_string(source.resample) +
                         " rows; 1 row or more is possible",
                     file};
    const Index rows = last - first, groups = rows / source.resample;
    if (groups == 0)
        return Error{"has " + std::to_string(rows) + (rows == 1 ? " row" : " rows") +
                         ", too few for a step of " + std::to_string(source.resample) +
                         "; resample fewer to one",
                     file};
    if (source.skip < 0 || source.skip >= groups)
        return Error{"has " + std::to_string(groups) + (groups == 1 ? " step" : " steps") + ", " +
                         std::to_string(source.skip) + " of which cannot be skipped; 0 to " +
                         std::to_string(groups - 1) + " are possible",
                     file};
    FileSteps steps;
    steps.scaling_ = source.table->vocabulary.empty() ? source.scaling : Scaling::None;
    steps.first_ = first + source.skip * source.resample;
    steps.resample_ = source.resample;
    steps.mean_ = source.resampleMean;
    steps.values_ = groups - source.skip;
    steps.file_ = file;
    if (steps.count() < 1)
        return Error{
            "has one step, between which and the one before there is no difference; two "
            "are needed, or another scaling",
            file};
    return steps;
}

Result<FileSteps> FileSteps::ofSequence(const SequenceSource& source, std::size_t which) {
    const std::size_t sequences = source.table->starts.size();
    if (source.shown >= sequences)
        return Error{"holds " + std::to_string(sequences) +
                         (sequences == 1 ? " sequence" : " sequences") + ", so number " +
                         std::to_string(source.shown + 1) + " cannot be shown; 1 to " +
                         std::to_string(sequences) + " are possible",
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
            const std::string rows = resample_ == 1
                                         ? "row " + std::to_string(row)
                                         : "the step of rows " + std::to_string(row) + " to " +
                                               std::to_string(row + resample_ - 1);
            return Error{"column '" + column + "' is not above 0 in " + rows +
                             ", so it has no logarithm there; choose another scaling than "
                             "log-differences, or leave the column or these steps out",
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
