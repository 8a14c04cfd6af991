// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_facts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <limits>

#include "core/analysis/jacobian.h"
#include "core/file_steps.h"
#include "core/tasks/task.h"

namespace rnnscope {

namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

QString words(const char* text) {
    return QCoreApplication::translate("rnnscope::SetupColumn", text);
}

}  // namespace

std::pair<Index, Index> lengthRange(const Setup& setup) {
    using Kind = TargetSource::Kind;
    // The next value of the last step is not known.
    const Index lost = setup.target.kind == Kind::Next ? 1 : 0;
    if (const Task* task = findTask(setup.sequence.task))
        return {std::max<Index>(task->minimumLength, 1 + lost), task->maximumLength - lost};
    if (!setup.sequence.table)
        return {1, 1};
    Index most = stepsOfFile(setup) - lost;
    if (setup.target.kind == Kind::File && setup.target.table) {
        const Index rows = stepsOfTargetFile(setup);
        if (rows > 1 || setup.readout == Readout::EveryStep)
            most = std::min(most, rows);
    }
    return {1, std::max<Index>(most, 1)};
}

Index naturalLength(const Setup& setup) {
    if (const Task* task = findTask(setup.sequence.task))
        return task->defaultLength - (setup.target.kind == TargetSource::Kind::Next ? 1 : 0);
    return lengthRange(setup).second;
}

std::size_t sequenceCount(const Setup& setup) {
    if (!setup.sequence.task.empty())
        return static_cast<std::size_t>(mostSequences);
    return setup.sequence.table ? setup.sequence.table->starts.size() : 1;
}

QList<TargetChoice> targetChoices(const Setup& setup) {
    using Kind = TargetSource::Kind;
    QList<TargetChoice> choices;
    if (!setup.sequence.task.empty())
        choices.append({words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "the task's own")),
                        {Kind::Task, {}, {}, {}}});
    choices.append({words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "next value")),
                    {Kind::Next, {}, {}, {}}});
    // The columns of a text are its characters: none of them is a target.
    if (const auto& table = setup.sequence.table;
        setup.sequence.task.empty() && table && table->vocabulary.empty())
        for (const std::string& name : table->columns)
            choices.append({words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "column %1"))
                                .arg(QString::fromStdString(name)),
                            {Kind::Column, name, {}, {}}});
    if (setup.target.kind == Kind::File)
        choices.append(
            {QFileInfo(QString::fromStdString(setup.target.name)).fileName(), setup.target});
    choices.append(
        {words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "none")), {Kind::None, {}, {}, {}}});
    return choices;
}

double initialForgetBias(const Problem& problem) {
    const auto block = problem.shape.cell->forgetBlock();
    const Parameter* input = problem.parameters.find("bias_ih_l0");
    const Parameter* hidden = problem.parameters.find("bias_hh_l0");
    if (!block || !input || !hidden)
        return notKnown;
    const Index units = problem.shape.hidden, first = static_cast<Index>(*block) * units;
    return (input->value + hidden->value).middleRows(first, units).mean();
}

double initialSpectralRadius(const Problem& problem) {
    const Index units = problem.shape.hidden;
    const Parameter* weights = problem.parameters.find("weight_hh_l0");
    if (!weights || units > mostForRadius)
        return notKnown;
    const auto blocks = problem.shape.cell->blocks();
    // g of an LSTM, n of a GRU; a simple cell has one block only.
    const auto candidate = std::find_if(blocks.begin(), blocks.end(), [](std::string_view name) {
        return name == "g" || name == "n";
    });
    const Index block = candidate == blocks.end() ? 0 : candidate - blocks.begin();
    return spectralRadius(weights->value.middleRows(block * units, units));
}

Index parameterCount(const Problem& problem) {
    return problem.parameters.count();
}

QString cellFamily(std::string_view id) {
    const std::string_view family = id.substr(0, id.find('-'));
    return QString::fromUtf8(family.data(), static_cast<qsizetype>(family.size()));
}

QString forgetBiasName(const Cell& cell) {
    const auto block = cell.forgetBlock();
    return block && cell.blocks()[*block] == "z"
               ? words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "Update bias"))
               : words(QT_TRANSLATE_NOOP("rnnscope::SetupColumn", "Forget bias"));
}

}  // namespace rnnscope
