// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope trace`: one forward and one backward pass over one sequence, every value to a file.

#include "app/cli/command.h"
#include "app/cli/setup_arguments.h"
#include "core/archive.h"
#include "core/trace_arrays.h"

namespace rnnscope {
namespace {

/// A (T, T) array a trace and state; above this the file would be unwieldy.
constexpr double mostFlowBytes = 4e9;

/// The text that was given and went on, on one line.
QString generatedLine(const Snapshot& snapshot) {
    QString text = QString::fromStdString(
        textOf(snapshot.setup, *snapshot.problem, snapshot.generated->classes));
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
    return QString("text: %1").arg(text);
}

Exit trace(const Setup& setup, const QString& out, bool flow, bool jacobians) {
    const auto own = withoutLanes(setup);
    if (!own)
        return complain(own.error());
    auto experiment = Experiment::create(*own);
    if (!experiment)
        return complain(experiment.error());
    const auto snapshot = experiment->snapshot(1);
    const auto steps = static_cast<double>(snapshot->steps());
    const auto traces = static_cast<double>(snapshot->shape().traces());
    if (flow && 8 * steps * steps * traces > mostFlowBytes)
        return complain(Error{"--flow over " + std::to_string(snapshot->steps()) +
                              " steps would take over 4 GB; shorten the sequence with --length"});

    std::vector<Array> arrays = traceArrays(*snapshot);
    const auto append = [&](std::vector<Array> more) {
        arrays.insert(arrays.end(), more.begin(), more.end());
    };
    if (flow)
        append(flowArrays(*snapshot));
    if (jacobians)
        append(jacobianArrays(*snapshot));
    if (auto status = writeNpz(out.toStdString(), arrays); !status)
        return complain(status.error(), Exit::Failed);

    QString line =
        QString("%1: %2 arrays, %3 steps").arg(out).arg(arrays.size()).arg(snapshot->steps());
    if (snapshot->backward)
        line += QString(", loss %1, gradient norm %2")
                    .arg(snapshot->backward->loss.loss, 0, 'g', 17)
                    .arg(snapshot->backward->clip.normBefore, 0, 'g', 17);
    say(line);
    if (snapshot->generated && !snapshot->problem->outputNames.empty())
        say(generatedLine(*snapshot));
    if (snapshot->problem->sequences > 1)
        say(QString("sequence %1 of %2 in the file")
                .arg(setup.sequence.shown + 1)
                .arg(snapshot->problem->sequences));
    if (snapshot->overflow)
        say("overflow: " +
            QString::fromStdString(describe(*snapshot->overflow, snapshot->shape())));
    return Exit::Success;
}

}  // namespace

Exit runTrace(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Runs one forward and one backward pass over one sequence and writes every value.");
    addSetupOptions(parser);
    parser.addOption({"flow", "adds ‖∂loss_t/∂h_k‖ for all t and k"});
    parser.addOption({"jacobians", "adds the singular values of every step's Jacobian"});
    parser.addOption({"out", "the file to write", "FILE.npz"});
    if (const auto exit = parseOrHelp(parser, arguments, "trace"))
        return static_cast<Exit>(*exit);
    if (const auto exit = refuseWords(parser))
        return *exit;
    const QString out = parser.value("out");
    if (out.isEmpty())
        return complain(Error{"no file to write is given; name one with --out FILE.npz"});
    return withinMemory([&]() -> Exit {
        const auto setup = setupFromArguments(parser);
        if (!setup)
            return complain(setup.error());
        if (auto status = checkOutput(out, parser, *setup); !status)
            return complain(status.error());
        if (parser.isSet("flow") && setup->target.kind == TargetSource::Kind::None)
            return complain(
                Error{"--flow needs a loss, but --target none has none; leave one of "
                      "them out"});
        if (parser.isSet("flow") && setup->generation.steps > 0)
            return complain(
                Error{"--flow needs a loss, but a generated sequence has none; leave it or "
                      "--generate out"});
        return trace(*setup, out, parser.isSet("flow"), parser.isSet("jacobians"));
    });
}

}  // namespace rnnscope
