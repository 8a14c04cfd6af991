// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/archive.h"
#include "core/clipping.h"
#include "core/edit.h"
#include "core/hold.h"
#include "core/lanes.h"
#include "core/loss.h"
#include "core/network.h"
#include "core/optimizer.h"
#include "core/readers/reader.h"
#include "core/result.h"
#include "core/scaling.h"
#include "core/table.h"

namespace rnnscope {

/// What a file held when it was opened. Kept, so that it can be read in another way and go into a
/// document although the file is gone or has changed.
using FileBytes = std::shared_ptr<const std::string>;

/// Where the sequence comes from: a built-in task, or a file.
struct SequenceSource {
    std::string task = "sine";  ///< id of a task; empty where a file is read
    std::string file;
    ReadOptions reading;               ///< how the file is read
    std::vector<std::string> columns;  ///< inputs, by name or number; empty: every column read
    Scaling scaling = Scaling::None;   ///< of the file's columns, target included; not of classes
    double inputScale = 1;             ///< factor on what the network sees, never on the target
    std::optional<Index> length;       ///< so many steps from the start; absent: all, or the task's
    Index skip = 0;            ///< steps of a file's sequences that are left out before the first
    Index resample = 1;        ///< so many rows of a file become one step
    bool resampleMean = true;  ///< their mean; otherwise the first of them, as classes always
    /// The sequence of a file with several that is shown, from 0; learnt from first.
    std::size_t shown = 0;
    FileBytes bytes;                     ///< the file's, once it was opened
    std::shared_ptr<const Table> table;  ///< what was read from them

    bool operator==(const SequenceSource&) const = default;
};

/// What the read-out is compared with.
struct TargetSource {
    enum class Kind {
        Next,    ///< the next value of the input
        Task,    ///< the built-in task's own answer
        Column,  ///< a column of the input's file
        File,    ///< a file of its own
        None     ///< nothing: forward only
    };
    Kind kind = Kind::Next;
    std::string name;  ///< of the column or the file
    FileBytes bytes;   ///< the file's, once it was opened
    std::shared_ptr<const Table> table;

    bool operator==(const TargetSource&) const = default;
};

/// A sequence that the network makes by itself: its answer to a step is its input at the next.
struct Generation {
    Index steps = 0;     ///< own answers fed back; 0: the sequence as it was given is shown
    std::string prompt;  ///< of a text: what it continues; empty: the sequence's first character
    /// Of a text: the logits are divided by it before the softmax; 0 takes the most likely.
    double temperature = 1;
    std::uint64_t draw = 1;  ///< of a text: another number draws another one; weights stay

    bool operator==(const Generation&) const = default;
};

/// Arrays from a file, kept with the name they came from.
struct ArrayFile {
    std::string file;
    std::shared_ptr<const std::vector<Array>> arrays = {};  ///< once read
    FileBytes bytes = {};                                   ///< the file's, once it was opened

    bool operator==(const ArrayFile&) const = default;
};

/// What a chosen spectral radius does to every recurrent block.
enum class RecurrentForm {
    Orthogonal,  ///< radius times a random orthogonal matrix: all eigenvalues have that size
    Scaled,      ///< the initial or given block, scaled until its largest eigenvalue has that size
    Identity,    ///< radius times the identity (Le, Jaitly & Hinton 2015)
};

/// The largest number of updates of one training.
inline constexpr int mostUpdates = 1'000'000;
inline constexpr Index mostSequences = 1024;

/// How the network is trained.
struct Training {
    OptimizerKind optimizer = OptimizerKind::Sgd;
    double rate = 0.1;  ///< > 0
    int updates = 500;  ///< after so many, training ends by itself; 1 … mostUpdates
    /// Sequences an update learns from; its loss and gradient are the mean over them. Of a task,
    /// so many are drawn; of a file with several, they take turns.
    Index sequences = 1;
    bool fresh = false;  ///< a task draws new sequences for every update
    /// Truncated backpropagation: no gradient crosses the border between stretches of so many
    /// steps; the state does. Absent: through the whole sequence.
    std::optional<Index> window;
    /// Share of steps, drawn by chance, at which the network is given the true value; at the
    /// others it is given its own answer to the step before, as a constant for the gradient
    /// (scheduled sampling, Bengio et al. 2015). Below 1 only where the target is the next value.
    double teacherForcing = 1;
    bool twin = false;  ///< trains a second network beside it that differs in clipping alone

    bool operator==(const Training&) const = default;
};

/// The other way of clipping that a twin is trained with: none where the setup clips, by norm
/// where it does not.
Clipping twinClipping(const Clipping& clipping);

struct Setup;
/// Puts back what depends on the sequence, before another one is chosen: how many are learnt from,
/// whether they are fresh, teacher forcing, and whether states and own answers go on.
void relaxTraining(Setup& setup);

/// Everything a user can choose. The only thing saved, undone and put into lessons: the same setup
/// gives the same numbers everywhere.
struct Setup {
    std::string cell = "rnn";  ///< id in the table of cells
    Index hidden = 8;
    int layers = 1;
    bool bidirectional = false;
    std::uint64_t seed = 1;
    /// Absent: as initialised. Otherwise the forget gate's (GRU: update gate's) bias_ih, with its
    /// bias_hh zero.
    std::optional<double> forgetBias;
    bool zeroBiases = false;  ///< those of the recurrent layers start at zero
    /// Absent: as initialised. Otherwise of every recurrent block, by way of `recurrent`.
    std::optional<double> spectralRadius;
    RecurrentForm recurrent = RecurrentForm::Orthogonal;
    ArrayFile weights;  ///< replace the seeded ones; the network's sizes follow them

    SequenceSource sequence;
    TargetSource target;
    Readout readout = Readout::EveryStep;
    Loss loss = Loss::MeanSquared;
    ArrayFile initialState;  ///< arrays h0, c0; zeros without it
    /// The final state of each sequence is the initial state of the next, as a constant for the
    /// gradient; otherwise each starts anew.
    bool carryState = false;
    Generation generation;
    std::vector<HoldChoice> holds;
    Edits edits;
    Lanes lanes;  ///< networks that are compared with this one

    Clipping clipping;
    Training training;

    bool operator==(const Setup&) const = default;
};

/// One sequence and what the network should answer; see Problem.
struct Sample {
    Eigen::MatrixXd input;
    std::optional<Eigen::MatrixXd> target;
};

/// A setup made ready to run.
struct Problem {
    NetworkShape shape;
    Parameters parameters;                  ///< before the first update
    InitialState initial;                   ///< empty: zeros
    Eigen::MatrixXd input;                  ///< I × T
    std::optional<Eigen::MatrixXd> target;  ///< columns as the output's; see lossOf()
    std::vector<Sample> others;             ///< further sequences that are learnt from, in order
    std::vector<std::string> inputNames;    ///< one a row of `input`
    std::vector<std::string> outputNames;   ///< one a row of the output; may be empty
    std::size_t sequences = 1;              ///< how many the file holds; the first is shown
    /// How outputs and targets become the file's own values; absent where they are.
    std::optional<Unscaling> unscaling;
};

/// Opens what a setup names; the window also finds its own examples.
using Opener = std::function<Result<std::string>(const std::string& file)>;

/// The largest sizes accepted: H, layers, T, and memory for one record.
inline constexpr Index mostHidden = 4096;
inline constexpr int mostLayers = 64;
inline constexpr double mostRecordBytes = 4e9;

/// Reads every file the setup names and that was not read yet; opens those that were not opened.
Done loadFiles(Setup& setup, const Opener& open = {});

/// Checks everything against everything else, and draws what chance decides. Sizes given by
/// weights replace those in the setup. Input and initial state are as edited by the time so many
/// updates are taken; the parameters are those before the first.
Result<Problem> assemble(const Setup& setup, int update = 0);
/// The same checks without the drawing, for asking at every move of a dial; of all lanes, and of
/// what edits make of the sequence later on.
Done check(const Setup& setup);

/// Whether two setups have nothing different about them until so many updates are taken: what was
/// learnt up to there is the same, and so is what is shown but for edits.
bool sameUntil(const Setup& a, const Setup& b, int update);

/// The setup as JSON with a `format` and a `version`; fields are named like the options of the
/// command line.
std::string toJson(const Setup& setup);
/// Unknown fields are named in `warnings`; a newer version is refused. Files are taken relative to
/// the folder of `file`. Reads no file.
Result<Setup> setupFromJson(const std::string& text, const std::string& file,
                            std::vector<std::string>& warnings);

/// Sets one choice by its option's name ("hidden", "clip-threshold") and text, as the command line
/// and JSON give it. The error's message lacks the option's name.
Done setOption(Setup& setup, std::string_view option, std::string_view value);

/// One row a choice of a setup; the order is that of help texts and files.
struct SetupOption {
    std::string_view name;  ///< without dashes
    /// As shown in help: "N", "FILE", "tanh|relu". Empty: a switch, whose value is "true" or
    /// "false", and nothing means true.
    std::string_view values;
    std::string_view help;  ///< one line
    Done (*set)(Setup&, std::string_view value);
    /// Nothing where the setup has the default.
    std::optional<std::string> (*get)(const Setup&);
};
std::span<const SetupOption> setupOptions();

}  // namespace rnnscope
