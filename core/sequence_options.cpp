// SPDX-License-Identifier: GPL-3.0-or-later
// The choices about the sequence and its target as text; the other rows are in setup_options.cpp.
#include "core/option_text.h"
#include "core/readers/encoding.h"
#include "core/tasks/task.h"

namespace rnnscope {
namespace {

using namespace option;

constexpr Word<Readout> readouts[] = {{"every-step", Readout::EveryStep},
                                      {"last-step", Readout::LastStep}};
constexpr Word<Loss> losses[] = {{"mse", Loss::MeanSquared}, {"cross-entropy", Loss::CrossEntropy}};
constexpr Word<Missing> missings[] = {
    {"refuse", Missing::Refuse}, {"drop", Missing::Drop}, {"interpolate", Missing::Interpolate}};
constexpr Word<char> delimiters[] = {
    {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}, {"space", ' '}};
constexpr Word<bool> headers[] = {{"yes", true}, {"no", false}};
constexpr Word<char> decimals[] = {{"point", '.'}, {"comma", ','}};
constexpr Word<Scaling> scalings[] = {{"none", Scaling::None},
                                      {"standard", Scaling::Standard},
                                      {"min-max", Scaling::MinMax},
                                      {"log-differences", Scaling::LogDifferences}};
constexpr Word<TextUnit> textUnits[] = {{"characters", TextUnit::Characters},
                                        {"words", TextUnit::Words}};
constexpr Word<bool> resampleForms[] = {{"mean", true}, {"first", false}};

Done setTask(Setup& setup, std::string_view value) {
    const Task* task = findTask(value);
    if (!task) {
        std::string known;
        for (const Task& each : tasks())
            known += (known.empty() ? "" : ", ") + std::string(each.id);
        return Error{Sentence::tr("there is no task '%1'; there are %2", value, known)};
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
        return Error{Sentence::tr("a file name is needed")};
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
        return Error{Sentence::tr("a column's name is missing; write A,B")};
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
        return Error{Sentence::tr("a target is needed: next, FILE, column:NAME or none")};
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

// In the order in which they are applied.
const SetupOption table[] = {
    {"task", "ID", "a built-in task instead of a file", setTask,
     [](const Setup& s) { return s.sequence.task.empty() ? Text() : Text(s.sequence.task); }},
    {"input", "FILE", "the sequence: CSV, TSV, JSON, NPY, NPZ or text", setInput,
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
    {"encoding", "utf-8|utf-16|windows-1252|gb18030|big5|shift-jis",
     "of a CSV, TSV, JSON or text; recognised without it",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseEncoding(v), s.sequence.reading.encoding);
     },
     [](const Setup& s) { return unlessEmpty(s.sequence.reading.encoding); }},
    {"text-unit", "characters|words", "what one step of a text is",
     [](Setup& s, std::string_view v) {
         return setReading(s, parseWord(v, textUnits), s.sequence.reading.unit);
     },
     [](const Setup& s) {
         return unlessDefault(s.sequence.reading.unit, TextUnit::Characters,
                              [](TextUnit unit) { return wordFor(unit, textUnits); });
     }},
    {"sequence-column", "NAME|none",
     "column whose change of value starts a new sequence; without it one named sequence",
     [](Setup& s, std::string_view v) {
         if (v.empty())
             return Done(Error{Sentence::tr("a column's name is needed, or none")});
         s.sequence.table.reset();
         s.sequence.reading.sequenceColumn = v;
         return done();
     },
     [](const Setup& s) { return unlessEmpty(s.sequence.reading.sequenceColumn); }},
    {"scaling", "none|standard|min-max|log-differences",
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
    {"skip", "N", "steps of a file's sequences left out at the start",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.sequence.skip); },
     [](const Setup& s) { return unlessDefault(s.sequence.skip, Index(0), whole); }},
    {"resample", "N", "so many rows of a file become one step, before anything else",
     [](Setup& s, std::string_view v) { return store(parseWhole<Index>(v), s.sequence.resample); },
     [](const Setup& s) { return unlessDefault(s.sequence.resample, Index(1), whole); }},
    {"resample-by", "mean|first", "what they become",
     [](Setup& s, std::string_view v) {
         return store(parseWord(v, resampleForms), s.sequence.resampleMean);
     },
     [](const Setup& s) {
         return unlessDefault(s.sequence.resampleMean, true,
                              [](bool mean) { return wordFor(mean, resampleForms); });
     }},
    {"show-sequence", "N", "the sequence of a file with several that is shown, from 1",
     [](Setup& s, std::string_view v) {
         const auto number = parseWhole<std::size_t>(v);
         if (!number || *number < 1)
             return Done(number ? Error{Sentence::tr("sequences are counted from 1")}
                                : number.error());
         s.sequence.shown = *number - 1;
         return done();
     },
     [](const Setup& s) {
         return unlessDefault(s.sequence.shown, std::size_t(0),
                              [](std::size_t shown) { return std::to_string(shown + 1); });
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
};

}  // namespace

std::span<const SetupOption> sequenceOptions() {
    return table;
}

}  // namespace rnnscope
