// SPDX-License-Identifier: GPL-3.0-or-later
// Every choice of a setup as text: the one table that the command line, its help and the JSON files
// share. The rows about the sequence are in sequence_options.cpp.
#include <algorithm>
#include <vector>

#include "core/option_text.h"

namespace rnnscope {
namespace {

using namespace option;

constexpr Word<ClipMode> clipModes[] = {
    {"none", ClipMode::None}, {"value", ClipMode::Value}, {"norm", ClipMode::Norm}};
constexpr Word<RecurrentForm> recurrentForms[] = {{"orthogonal", RecurrentForm::Orthogonal},
                                                  {"scaled", RecurrentForm::Scaled},
                                                  {"identity", RecurrentForm::Identity}};
constexpr Word<OptimizerKind> optimizerWords[] = {{"sgd", OptimizerKind::Sgd},
                                                  {"momentum", OptimizerKind::Momentum},
                                                  {"adam", OptimizerKind::Adam},
                                                  {"rmsprop", OptimizerKind::RmsProp}};

Done setCell(Setup& setup, std::string_view value) {
    if (!findCell(value)) {
        std::string known;
        for (const Cell* cell : cells())
            known += (known.empty() ? "" : ", ") + std::string(cell->id());
        return Error{Sentence::tr("there is no cell '%1'; there are %2", value, known)};
    }
    setup.cell = value;
    return done();
}

Done needsFile(std::string_view name) {
    return name.empty() ? Done(Error{Sentence::tr("a file name is needed")}) : done();
}

constexpr Word<std::string_view> nonlinearities[] = {{"tanh", "rnn"}, {"relu", "rnn-relu"}};
constexpr Word<std::string_view> gruForms[] = {{"reset-after", "gru"},
                                               {"reset-before", "gru-reset-before"}};

// Rows are applied in this order, so that what a task or a cell implies comes before what refines
// it.
const SetupOption networkRows[] = {
    {"cell", "rnn|lstm|gru|…", "kind of cell, by its id", setCell,
     [](const Setup& s) { return Text(s.cell); }},
    {"nonlinearity", "tanh|relu", "of cell rnn",
     [](Setup& s, std::string_view v) { return store(parseWord(v, nonlinearities), s.cell); },
     [](const Setup&) { return Text(); }},
    {"gru-form", "reset-after|reset-before", "where the GRU's reset gate acts",
     [](Setup& s, std::string_view v) { return store(parseWord(v, gruForms), s.cell); },
     [](const Setup&) { return Text(); }},
    {"hidden", "N", "units per layer and direction",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.hidden); },
     [](const Setup& s) { return Text(whole(s.hidden)); }},
    {"layers", "N", "layers on top of each other",
     [](Setup& s, std::string_view v) { return store(parseWhole<int>(v), s.layers); },
     [](const Setup& s) { return unlessDefault(s.layers, 1, whole); }},
    {"bidirectional", "", "a second direction, from the end to the start",
     [](Setup& s, std::string_view v) { return setSwitch(s.bidirectional, v); },
     [](const Setup& s) { return s.bidirectional ? Text("") : Text(); }},
    {"seed", "N", "of everything drawn by chance; same seed, same numbers",
     [](Setup& s, std::string_view v) { return store(parseWhole<std::uint64_t>(v), s.seed); },
     [](const Setup& s) { return Text(whole(s.seed)); }},
    {"forget-bias", "X", "bias of the forget gate (GRU: update gate); as initialised without it",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.forgetBias); },
     [](const Setup& s) { return s.forgetBias ? Text(format(*s.forgetBias)) : Text(); }},
    {"spectral-radius", "X", "of every recurrent block, see --recurrent; as initialised without it",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.spectralRadius); },
     [](const Setup& s) { return s.spectralRadius ? Text(format(*s.spectralRadius)) : Text(); }},
    {"recurrent", "orthogonal|scaled|identity",
     "blocks with a spectral radius: X times an orthogonal matrix, as initialised and scaled to X, "
     "or X times the identity",
     [](Setup& s, std::string_view v) { return store(parseWord(v, recurrentForms), s.recurrent); },
     [](const Setup& s) {
         return unlessDefault(s.recurrent, RecurrentForm::Orthogonal,
                              [](RecurrentForm f) { return wordFor(f, recurrentForms); });
     }},
    {"zero-biases", "", "biases of the recurrent layers start at zero",
     [](Setup& s, std::string_view v) { return setSwitch(s.zeroBiases, v); },
     [](const Setup& s) { return s.zeroBiases ? Text("") : Text(); }},
    {"weights", "FILE.safetensors", "weights instead of seeded ones; sizes are read from them",
     [](Setup& s, std::string_view v) {
         s.weights = {std::string(v)};
         return needsFile(v);
     },
     [](const Setup& s) { return s.weights.file.empty() ? Text() : Text(s.weights.file); }},
};

const SetupOption learningRows[] = {
    {"initial-state", "FILE.npz", "arrays h0 and c0, (layers × directions, H); zeros without it",
     [](Setup& s, std::string_view v) {
         s.initialState = {std::string(v)};
         return needsFile(v);
     },
     [](const Setup& s) {
         return s.initialState.file.empty() ? Text() : Text(s.initialState.file);
     }},
    {"carry-state", "",
     "each sequence begins with the state the one before ended with, as a constant",
     [](Setup& s, std::string_view v) { return setSwitch(s.carryState, v); },
     [](const Setup& s) { return s.carryState ? Text("") : Text(); }},
    {"generate", "N", "shows N own answers, each fed back as the next input",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.generation.steps); },
     [](const Setup& s) { return unlessDefault(s.generation.steps, Index(0), whole); }},
    {"prompt", "TEXT", "what a generated text begins with; the sequence's first character without",
     [](Setup& s, std::string_view v) {
         s.generation.prompt = v;
         return done();
     },
     [](const Setup& s) { return unlessEmpty(s.generation.prompt); }},
    {"temperature", "X", "of a generated text: 0 always takes the likeliest, 1 as trained",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.generation.temperature); },
     [](const Setup& s) {
         return unlessDefault(s.generation.temperature, standard().generation.temperature, format);
     }},
    {"draw", "N", "of a generated text: another number draws another one from the same network",
     [](Setup& s, std::string_view v) {
         return store(parseWhole<std::uint64_t>(v), s.generation.draw);
     },
     [](const Setup& s) { return unlessDefault(s.generation.draw, std::uint64_t{1}, whole); }},
    {"hold", "f=1,h[3]@5-9=0",
     "keeps gates, candidates or states at a value: all units, or one, at all times, or some",
     [](Setup& s, std::string_view v) { return store(parseHolds(v), s.holds); },
     [](const Setup& s) { return s.holds.empty() ? Text() : Text(toText(s.holds)); }},
    {"edit", "x@5=0.3,h0_l0[2]=1,weight_hh_l0.f[3,5]=0.7",
     "puts numbers in place of inputs, initial states, weights or biases; #N: after N updates",
     [](Setup& s, std::string_view v) { return store(parseEdits(v), s.edits); },
     [](const Setup& s) { return s.edits.empty() ? Text() : Text(toText(s.edits)); }},
    {"lanes", "cell=rnn; *; cell=gru, forget-bias=2",
     "networks beside this one (*), on the same sequence, loss and seed",
     [](Setup& s, std::string_view v) { return store(parseLanes(v), s.lanes); },
     [](const Setup& s) { return s.lanes.empty() ? Text() : Text(toText(s.lanes)); }},
    {"clip", "none|value|norm", "gradient clipping, as PyTorch",
     [](Setup& s, std::string_view v) { return store(parseWord(v, clipModes), s.clipping.mode); },
     [](const Setup& s) {
         return unlessDefault(s.clipping.mode, ClipMode::None,
                              [](ClipMode m) { return wordFor(m, clipModes); });
     }},
    {"clip-threshold", "X", "largest entry, or largest norm over all gradients together",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.clipping.threshold); },
     [](const Setup& s) {
         return unlessDefault(s.clipping.threshold, standard().clipping.threshold, format);
     }},
    {"optimizer", "sgd|momentum|adam|rmsprop", "how a gradient becomes an update, as PyTorch",
     [](Setup& s, std::string_view v) {
         return store(parseWord(v, optimizerWords), s.training.optimizer);
     },
     [](const Setup& s) {
         return unlessDefault(s.training.optimizer, OptimizerKind::Sgd,
                              [](OptimizerKind k) { return wordFor(k, optimizerWords); });
     }},
    {"lr", "X", "learning rate of an update",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.training.rate); },
     [](const Setup& s) {
         return unlessDefault(s.training.rate, standard().training.rate, format);
     }},
    {"updates", "N", "updates of one training",
     [](Setup& s, std::string_view v) { return store(parseWhole<int>(v), s.training.updates); },
     [](const Setup& s) {
         return unlessDefault(s.training.updates, standard().training.updates, whole);
     }},
    {"sequences", "N", "sequences an update learns from; loss and gradient are means over them",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.training.sequences); },
     [](const Setup& s) { return unlessDefault(s.training.sequences, Index(1), whole); }},
    {"fresh", "", "new sequences for every update: drawn by the task, or the file's next ones",
     [](Setup& s, std::string_view v) { return setSwitch(s.training.fresh, v); },
     [](const Setup& s) { return s.training.fresh ? Text("") : Text(); }},
    {"truncate", "N", "truncated BPTT: no gradient crosses a border every N steps",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.training.window); },
     [](const Setup& s) { return s.training.window ? Text(whole(*s.training.window)) : Text(); }},
    {"teacher-forcing", "X", "share of steps given the true input, 0 to 1; the rest own answers",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.training.teacherForcing); },
     [](const Setup& s) {
         return unlessDefault(s.training.teacherForcing, standard().training.teacherForcing,
                              format);
     }},
    {"twin", "", "trains a second network beside it that differs in clipping alone",
     [](Setup& s, std::string_view v) { return setSwitch(s.training.twin, v); },
     [](const Setup& s) { return s.training.twin ? Text("") : Text(); }},
};

}  // namespace

std::span<const SetupOption> setupOptions() {
    static const std::vector<SetupOption> table = [] {
        std::vector<SetupOption> rows(std::begin(networkRows), std::end(networkRows));
        const auto sequence = sequenceOptions();
        rows.insert(rows.end(), sequence.begin(), sequence.end());
        rows.insert(rows.end(), std::begin(learningRows), std::end(learningRows));
        return rows;
    }();
    return table;
}

Done setOption(Setup& setup, std::string_view option, std::string_view value) {
    const auto table = setupOptions();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const SetupOption& row) { return row.name == option; });
    if (found == table.end())
        return Error{Sentence::tr("there is no such choice")};
    return found->set(setup, value);
}

}  // namespace rnnscope
