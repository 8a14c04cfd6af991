// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup_numbers.h"

#include <cmath>

#include "core/sentence.h"

namespace rnnscope {
namespace {

Done checkTraining(const Setup& setup) {
    const Training& training = setup.training;
    if (!(training.rate > 0) || !std::isfinite(training.rate))
        return Error{Sentence::tr("the learning rate must be a number above 0")};
    if (training.updates < 1)
        return Error{Sentence::tr("%1 updates are too few; 1 to %2 are possible", training.updates,
                                  mostUpdates)};
    if (training.updates > mostUpdates)
        return Error{Sentence::tr("%1 updates are too many; 1 to %2 are possible", training.updates,
                                  mostUpdates)};
    if (training.sequences < 1)
        return Error{Sentence::tr("%1 sequences an update are too few; 1 to %2 are possible",
                                  training.sequences, mostSequences)};
    if (training.sequences > mostSequences)
        return Error{Sentence::tr("%1 sequences an update are too many; 1 to %2 are possible",
                                  training.sequences, mostSequences)};
    if (!setup.sequence.task.empty() &&
        setup.sequence.shown >= static_cast<std::size_t>(mostSequences))
        return Error{Sentence::tr("sequence %1 of a task is too far; 1 to %2 can be shown",
                                  setup.sequence.shown + 1, mostSequences)};
    if (training.window && *training.window < 1)
        return Error{Sentence::tr("the window of truncated BPTT must be 1 step or more")};
    if (!(training.teacherForcing >= 0 && training.teacherForcing <= 1))
        return Error{Sentence::tr("the share of teacher forcing must lie between 0 and 1")};
    return done();
}

}  // namespace

Done checkNumbers(const Setup& setup) {
    if (setup.hidden < 1 || setup.hidden > mostHidden)
        return Error{
            Sentence::tr("the hidden size is %1; 1 to %2 are possible", setup.hidden, mostHidden)};
    if (setup.layers < 1)
        return Error{
            Sentence::tr("%1 layers are too few; 1 to %2 are possible", setup.layers, mostLayers)};
    if (setup.layers > mostLayers)
        return Error{
            Sentence::tr("%1 layers are too many; 1 to %2 are possible", setup.layers, mostLayers)};
    if (setup.spectralRadius && !(*setup.spectralRadius >= 0))
        return Error{Sentence::tr("the spectral radius must not be negative")};
    if (!(setup.clipping.threshold > 0) || !std::isfinite(setup.clipping.threshold))
        return Error{Sentence::tr("the clipping threshold must be a number above 0")};
    if (!std::isfinite(setup.sequence.inputScale))
        return Error{Sentence::tr("the input's scale must be a finite number")};
    return checkTraining(setup);
}

}  // namespace rnnscope
