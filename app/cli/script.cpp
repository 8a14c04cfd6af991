// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope script`: a PyTorch program that computes the same pass again.

#include "app/cli/command.h"
#include "app/cli/setup_arguments.h"
#include "core/archive.h"
#include "core/script/pytorch_script.h"

namespace rnnscope {
namespace {

Exit script(const Setup& setup, const QString& out) {
    const auto own = withoutLanes(setup);
    if (!own)
        return complain(own.error());
    auto experiment = Experiment::create(*own);
    if (!experiment)
        return complain(experiment.error());
    const auto text = pytorchScript(*experiment->snapshot(1));
    if (!text)
        return complain(text.error());
    if (auto status = writeAtomically(out.toStdString(), *text); !status)
        return complain(status.error(), Exit::Failed);
    say(QString("%1: run it with python3, where PyTorch is installed").arg(out));
    return Exit::Success;
}

}  // namespace

Exit runScript(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Writes a PyTorch program with the network, its weights and the sequence, which prints the "
        "loss and the norms of its gradient.");
    addSetupOptions(parser);
    parser.addOption({"out", "the program to write", "FILE.py"});
    if (const auto exit = parseOrHelp(parser, arguments, "script"))
        return static_cast<Exit>(*exit);
    if (const auto exit = refuseWords(parser))
        return *exit;
    const QString out = parser.value("out");
    if (out.isEmpty())
        return complain(Error{"no file to write is given; name one with --out FILE.py"});
    return withinMemory([&]() -> Exit {
        const auto setup = setupFromArguments(parser);
        if (!setup)
            return complain(setup.error());
        if (setup->target.kind == TargetSource::Kind::None)
            return complain(Error{
                "there is no loss to print with --target none; give another target, as next"});
        if (setup->generation.steps > 0)
            return complain(Error{
                "a generated sequence has no loss to print; leave --generate out, or turn it off "
                "with --generate 0"});
        if (auto status = checkOutput(out, parser, *setup); !status)
            return complain(status.error());
        return script(*setup, out);
    });
}

}  // namespace rnnscope
