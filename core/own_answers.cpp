// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/own_answers.h"

#include <cassert>

#include "core/sentence.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

/// What the network would be given next if its answer were true.
Eigen::VectorXd asInput(const Eigen::VectorXd& answer, const Setup& setup, Index inputs) {
    if (setup.loss == Loss::MeanSquared)
        return setup.sequence.inputScale * answer;
    Index likeliest = 0;
    answer.maxCoeff(&likeliest);
    return classInput(likeliest, setup, inputs);
}

}  // namespace

bool foreseesNext(const Setup& setup) {
    if (setup.target.kind == TargetSource::Kind::Next)
        return true;
    const Task* task = findTask(setup.sequence.task);
    return setup.target.kind == TargetSource::Kind::Task && task && task->foresees;
}

Eigen::VectorXd classInput(Index answer, const Setup& setup, Index inputs) {
    if (inputs == 1)
        return Eigen::VectorXd::Constant(1,
                                         setup.sequence.inputScale * static_cast<double>(answer));
    return setup.sequence.inputScale * Eigen::VectorXd::Unit(inputs, answer);
}

Done checkOwnAnswers(const Setup& setup, const NetworkShape& shape) {
    if (setup.training.teacherForcing >= 1)
        return done();
    if (shape.bidirectional || shape.readout != Readout::EveryStep)
        return Error{Sentence::tr(
            "a network that is given its own answers must answer at every step and run in one "
            "direction; set teacher forcing to 1, or change that")};
    if (!foreseesNext(setup))
        return Error{Sentence::tr(
            "only a network that foresees the next value can be given its own answers; set teacher "
            "forcing to 1, or the target to the next value")};
    const bool number = shape.input == 1 && setup.loss == Loss::CrossEntropy;
    if (number && setup.sequence.scaling != Scaling::None)
        return Error{Sentence::tr(
            "the class that a network answers cannot stand in for a scaled column; set teacher "
            "forcing to 1, or scaling to none")};
    if (shape.input != shape.output && !number)
        return Error{
            Sentence::tr("the read-out of %1 values cannot stand in for the input of %2; set "
                         "teacher forcing to 1",
                         shape.output, shape.input)};
    return done();
}

Eigen::MatrixXd withOwnAnswers(const Network& network, const Eigen::MatrixXd& input,
                               const InitialState& initial, const Setup& setup, Random& random) {
    const NetworkShape& shape = network.shape();
    assert(!shape.bidirectional && shape.readout == Readout::EveryStep);
    Eigen::MatrixXd seen = input;
    if (input.cols() < 2)
        return seen;
    Record record;
    network.begin(input.cols() - 1, initial, record);
    for (Index t = 0; t + 1 < input.cols(); ++t) {
        network.advance(t, seen.col(t), record);
        if (random.uniform() >= setup.training.teacherForcing)
            seen.col(t + 1) = asInput(record.output.col(t), setup, shape.input);
    }
    return seen;
}

}  // namespace rnnscope
