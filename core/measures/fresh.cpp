// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/fresh.h"

#include <algorithm>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::uint64_t freshSeed = 7;

}  // namespace

Result<FreshSequences> FreshSequences::draw(const Setup& setup, Index count) {
    if (setup.sequence.task.empty())
        return Error{Sentence::tr("a file holds no fresh sequences; a task is needed")};
    if (count < 1)
        return Error{Sentence::tr("no sequences are asked for; 1 or more are needed")};
    if (setup.target.kind == TargetSource::Kind::None)
        return Error{
            Sentence::tr("there is no error without a target; another than none is needed")};
    FreshSequences fresh;
    Random random(freshSeed);
    fresh.samples_.reserve(static_cast<std::size_t>(count));
    for (Index k = 0; k < count; ++k) {
        auto sample = readSample(setup, 0, random);
        if (!sample)
            return sample.error();
        fresh.samples_.push_back(std::move(sample->sample));
    }
    return fresh;
}

double FreshSequences::error(const Network& network, Index from, Index to) const {
    double sum = 0;
    Record record;
    for (const Sample& sample : samples_) {
        network.forward(sample.input, {}, record);
        const Eigen::MatrixXd squares = (record.output - *sample.target).array().square();
        const Index last = std::min(to, squares.cols());
        const Index first = std::min(from, last);
        sum += squares.middleCols(first - 1, last - first + 1).mean();
    }
    return sum / static_cast<double>(samples_.size());
}

double FreshSequences::accuracy(const Network& network, bool everyStep) const {
    Index right = 0, asked = 0;
    Record record;
    for (const Sample& sample : samples_) {
        network.forward(sample.input, {}, record);
        const Index steps = record.output.cols();
        for (Index t = everyStep ? 0 : steps - 1; t < steps; ++t, ++asked) {
            Index best = 0;
            record.output.col(t).maxCoeff(&best);
            right += best == static_cast<Index>((*sample.target)(0, t));
        }
    }
    return static_cast<double>(right) / static_cast<double>(asked);
}

}  // namespace rnnscope
