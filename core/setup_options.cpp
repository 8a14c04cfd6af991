// SPDX-License-Identifier: GPL-3.0-or-later
// Every choice of a setup as text: the one table that the command line, its help and the JSON files
// share.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "core/setup.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

using Text = std::optional<std::string>;

template <class T>
Result<T> parseWhole(std::string_view text) {
    T value{};
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc() || stop != end)
        return Error{"'" + std::string(text) +
                     "' is not a whole number in range; write digits only, as 8"};
    return value;
}

Result<double> parseNumber(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, status] = std::from_chars(text.data(), end, value);
    if (status != std::errc() || stop != end || !std::isfinite(value))
        return Error{"'" + std::string(text) + "' is not a finite number"};
    return value;
}

std::string format(double value) {
    std::array<char, 40> buffer;
    const auto [end, status] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), end);
}

/// A word and what it stands for.
template <class T>
struct Word {
    std::string_view word;
    T value;
};

template <class T, std::size_t N>
Result<T> parseWord(std::string_view text, const Word<T> (&words)[N]) {
    std::string known;
    for (const Word<T>& each : words) {
        if (each.word == text)
            return each.value;
        known += (known.empty() ? "" : ", ") + std::string(each.word);
    }
    return Error{"'" + std::string(text) + "' is not known; there are " + known};
}

template <class T, std::size_t N>
std::string wordFor(T value, const Word<T> (&words)[N]) {
    return std::string(std::find_if(std::begin(words), std::end(words), [&](const Word<T>& each) {
                           return each.value == value;
                       })->word);
}

constexpr Word<Readout> readouts[] = {{"every-step", Readout::EveryStep},
                                      {"last-step", Readout::LastStep}};
constexpr Word<Loss> losses[] = {{"mse", Loss::MeanSquared}, {"cross-entropy", Loss::CrossEntropy}};
constexpr Word<ClipMode> clipModes[] = {
    {"none", ClipMode::None}, {"value", ClipMode::Value}, {"norm", ClipMode::Norm}};
constexpr Word<Missing> missings[] = {
    {"refuse", Missing::Refuse}, {"drop", Missing::Drop}, {"interpolate", Missing::Interpolate}};

constexpr Word<char> delimiters[] = {
    {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {"space", ' '}};
constexpr Word<bool> headers[] = {{"yes", true}, {"no", false}};
constexpr Word<char> decimals[] = {{"point", '.'}, {"comma", ','}};
constexpr Word<Scaling> scalings[] = {
    {"none", Scaling::None}, {"standard", Scaling::Standard}, {"min-max", Scaling::MinMax}};

constexpr Word<RecurrentForm> recurrentForms[] = {{"orthogonal", RecurrentForm::Orthogonal},
                                                  {"scaled", RecurrentForm::Scaled},
                                                  {"identity", RecurrentForm::Identity}};
constexpr Word<OptimizerKind> optimizerWords[] = {{"sgd", OptimizerKind::Sgd},
                                                  {"momentum", OptimizerKind::Momentum},
                                                  {"adam", OptimizerKind::Adam},
                                                  {"rmsprop", OptimizerKind::RmsProp}};

/// Stores a parsed value, or passes on why there is none.
template <class T, class U>
Done store(Result<T> parsed, U& target) {
    if (!parsed)
        return parsed.error();
    target = static_cast<U>(*parsed);
    return done();
}

/// How the file is read; it is read anew.
template <class T, class U>
Done setReading(Setup& setup, Result<T> parsed, U& target) {
    setup.sequence.table.reset();
    return store(std::move(parsed), target);
}

/// Nothing where it is left to what is recognised.
template <class T, std::size_t N>
Text chosenWord(const std::optional<T>& value, const Word<T> (&words)[N]) {
    return value ? Text(wordFor(*value, words)) : Text();
}

/// A switch that is named is on; only JSON and the command line's --no-… turn one off.
Done setSwitch(bool& target, std::string_view value) {
    const bool off = value == "false" || value == "0";
    if (!off && !value.empty() && value != "true" && value != "1")
        return Error{"'" + std::string(value) + "' is not known; there are true, false"};
    target = !off;
    return done();
}

const Setup& standard() {
    static const Setup setup;
    return setup;
}

Done setCell(Setup& setup, std::string_view value) {
    if (!findCell(value)) {
        std::string known;
        for (const Cell* cell : cells())
            known += (known.empty() ? "" : ", ") + std::string(cell->id());
        return Error{"there is no cell '" + std::string(value) + "'; there are " + known};
    }
    setup.cell = value;
    return done();
}

constexpr Word<std::string_view> nonlinearities[] = {{"tanh", "rnn"}, {"relu", "rnn-relu"}};
constexpr Word<std::string_view> gruForms[] = {{"reset-after", "gru"},
                                               {"reset-before", "gru-reset-before"}};

Done setTask(Setup& setup, std::string_view value) {
    const Task* task = findTask(value);
    if (!task) {
        std::string known;
        for (const Task& each : tasks())
            known += (known.empty() ? "" : ", ") + std::string(each.id);
        return Error{"there is no task '" + std::string(value) + "'; there are " + known};
    }
    setup.sequence = {};
    setup.sequence.task = value;
    setup.target = {};
    setup.target.kind = TargetSource::Kind::Task;
    setup.loss = task->classes ? Loss::CrossEntropy : Loss::MeanSquared;
    setup.readout = task->lastStep ? Readout::LastStep : Readout::EveryStep;
    return done();
}

Done setInput(Setup& setup, std::string_view value) {
    if (value.empty())
        return Error{"a file name is needed"};
    setup.sequence.task.clear();
    setup.sequence.file = value;
    setup.sequence.bytes.reset();
    setup.sequence.table.reset();
    if (setup.target.kind == TargetSource::Kind::Task)
        setup.target = {};
    return done();
}

/// Names between commas; one that holds a comma stands in quotes, as in a CSV.
Done setColumns(Setup& setup, std::string_view value) {
    std::vector<std::string> names{""};
    bool quoted = false;
    for (std::size_t k = 0; k < value.size(); ++k) {
        const char c = value[k];
        if (c == '"' && quoted && k + 1 < value.size() && value[k + 1] == '"')
            names.back() += value[++k];
        else if (c == '"' && (quoted || names.back().empty()))
            quoted = !quoted;
        else if (c == ',' && !quoted)
            names.emplace_back();
        else
            names.back() += c;
    }
    if (quoted || std::find(names.begin(), names.end(), "") != names.end())
        return Error{"a column's name is missing; write A,B"};
    setup.sequence.columns = std::move(names);
    setup.sequence.table.reset();
    return done();
}

std::string quotedName(const std::string& name) {
    if (name.find_first_of(",\"") == std::string::npos)
        return name;
    std::string text = "\"";
    for (const char c : name)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

Text columnsText(const Setup& setup) {
    if (setup.sequence.columns.empty())
        return std::nullopt;
    std::string text;
    for (const std::string& name : setup.sequence.columns)
        text += (text.empty() ? "" : ",") + quotedName(name);
    return text;
}

Done setTarget(Setup& setup, std::string_view value) {
    constexpr std::string_view column = "column:";
    setup.target = {};
    setup.sequence.table.reset();
    if (value == "next") {
        setup.target.kind = TargetSource::Kind::Next;
    } else if (value == "none") {
        setup.target.kind = TargetSource::Kind::None;
    } else if (value == "task") {
        setup.target.kind = TargetSource::Kind::Task;
    } else if (value.starts_with(column) && value.size() > column.size()) {
        setup.target.kind = TargetSource::Kind::Column;
        setup.target.name = value.substr(column.size());
    } else if (!value.empty() && !value.starts_with(column)) {
        setup.target.kind = TargetSource::Kind::File;
        setup.target.name = value;
    } else {
        return Error{"a target is needed: next, FILE, column:NAME or none"};
    }
    return done();
}

Text targetText(const Setup& setup) {
    switch (setup.target.kind) {
        case TargetSource::Kind::Next:
            return setup.sequence.task.empty() ? Text() : Text("next");
        case TargetSource::Kind::Task:
            return std::nullopt;
        case TargetSource::Kind::Column:
            return "column:" + setup.target.name;
        case TargetSource::Kind::File:
            return setup.target.name;
        case TargetSource::Kind::None:
            return "none";
    }
    return std::nullopt;
}

template <class T>
Text unlessDefault(const T& value, const T& usual, auto&& format) {
    if (value == usual)
        return std::nullopt;
    return format(value);
}

constexpr auto whole = [](auto value) { return std::to_string(value); };

// Rows are applied in this order, so that what a task or a cell implies comes before what refines
// it.
const SetupOption table[] = {
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
         return v.empty() ? Done(Error{"a file name is needed"}) : done();
     },
     [](const Setup& s) { return s.weights.file.empty() ? Text() : Text(s.weights.file); }},
    {"task", "ID", "a built-in task instead of a file", setTask,
     [](const Setup& s) { return s.sequence.task.empty() ? Text() : Text(s.sequence.task); }},
    {"input", "FILE", "the sequence: CSV, TSV, JSON, NPY or UTF-8 text", setInput,
     [](const Setup& s) { return s.sequence.task.empty() ? Text(s.sequence.file) : Text(); }},
    {"columns", "A,B", "inputs by name or number from 1; without it every column, the target's too",
     setColumns, columnsText},
    {"missing", "refuse|drop|interpolate", "what to do with empty cells",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseWord(v, missings), s.sequence.reading.missing);
     },
     [](const Setup& s) {
         return unlessDefault(s.sequence.reading.missing, Missing::Refuse,
                              [](Missing m) { return wordFor(m, missings); });
     }},
    {"delimiter", "comma|semicolon|tab|bar|space",
     "between the cells of a CSV or TSV; recognised without it",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseWord(v, delimiters), s.sequence.reading.delimiter);
     },
     [](const Setup& s) { return chosenWord(s.sequence.reading.delimiter, delimiters); }},
    {"header", "yes|no", "whether a CSV or TSV begins with names; recognised without it",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseWord(v, headers), s.sequence.reading.header);
     },
     [](const Setup& s) { return chosenWord(s.sequence.reading.header, headers); }},
    {"decimal", "point|comma", "decimal mark of a CSV or TSV; recognised without it",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseWord(v, decimals), s.sequence.reading.decimal);
     },
     [](const Setup& s) { return chosenWord(s.sequence.reading.decimal, decimals); }},
    {"scaling", "none|standard|min-max",
     "of a file's columns, a column that is the target included",
     [](Setup& s, std::string_view v) { return store(parseWord(v, scalings), s.sequence.scaling); },
     [](const Setup& s) {
         return unlessDefault(s.sequence.scaling, Scaling::None,
                              [](Scaling k) { return wordFor(k, scalings); });
     }},
    {"input-scale", "X", "factor on what the network sees, not on the target",
     [](Setup& s, std::string_view v) { return store(parseNumber(v), s.sequence.inputScale); },
     [](const Setup& s) {
         return unlessDefault(s.sequence.inputScale, standard().sequence.inputScale, format);
     }},
    {"length", "N", "steps; of a file, the first N",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.sequence.length); },
     [](const Setup& s) { return s.sequence.length ? Text(whole(*s.sequence.length)) : Text(); }},
    {"target", "next|FILE|column:NAME|none", "what the read-out is compared with", setTarget,
     targetText},
    {"readout", "every-step|last-step", "where the network answers",
     [](Setup& s, std::string_view v) { return store(parseWord(v, readouts), s.readout); },
     [](const Setup& s) { return Text(wordFor(s.readout, readouts)); }},
    {"loss", "mse|cross-entropy", "mean over all answers",
     [](Setup& s, std::string_view v) { return store(parseWord(v, losses), s.loss); },
     [](const Setup& s) { return Text(wordFor(s.loss, losses)); }},
    {"initial-state", "FILE.npz", "arrays h0 and c0, (layers × directions, H); zeros without it",
     [](Setup& s, std::string_view v) {
         s.initialState = {std::string(v)};
         return v.empty() ? Done(Error{"a file name is needed"}) : done();
     },
     [](const Setup& s) {
         return s.initialState.file.empty() ? Text() : Text(s.initialState.file);
     }},
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
    return table;
}

Done setOption(Setup& setup, std::string_view option, std::string_view value) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const SetupOption& row) { return row.name == option; });
    if (found == std::end(table))
        return Error{"there is no such choice"};
    return found->set(setup, value);
}

}  // namespace rnnscope
