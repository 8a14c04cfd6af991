// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope train`: a training without a window; history to CSV, weights to safetensors.
#include <charconv>
#include <cmath>
#include <filesystem>

#include "app/cli/command.h"
#include "app/cli/setup_arguments.h"
#include "core/archive.h"
#include "core/experiment.h"
#include "core/weights_report.h"

namespace rnnscope {
namespace {

/// 17 significant digits, with a point in every locale; nan, inf or -inf.
std::string digits(double value) {
    if (std::isnan(value))
        return "nan";  // whatever its sign
    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 17).ptr;
    return std::string(buffer, end);
}

std::string csv(const History& history) {
    std::string text = "update,loss,grad_norm,clipped_norm,clipped\n";
    for (std::size_t k = 0; k < history.size(); ++k) {
        const UpdateRecord& record = history[k];
        text += std::to_string(k + 1) + ',' + digits(record.loss) + ',' +
                digits(record.gradientNorm) + ',' + digits(record.clippedNorm) + ',' +
                (record.clipped ? "1\n" : "0\n");
    }
    return text;
}

QString clippingName(const Clipping& clipping) {
    switch (clipping.mode) {
        case ClipMode::None:
            return "without clipping";
        case ClipMode::Value:
            return "clipped by value";
        case ClipMode::Norm:
            return "clipped by norm";
    }
    return {};
}

/// Where a training broke down, in the CSV's numbering; empty where it did not.
QString breakdown(const std::optional<Divergence>& divergence) {
    if (!divergence)
        return {};
    return QString("diverged at update %1: loss %2, gradient norm %3")
        .arg(divergence->update + 1)
        .arg(QString::fromStdString(digits(divergence->loss)),
             QString::fromStdString(digits(divergence->gradientNorm)));
}

/// "500 updates, last loss 0.0123, clipping engaged 37 times".
QString summary(const History& history) {
    return QString("%1 updates, last loss %2, clipping engaged %3 times")
        .arg(history.size())
        .arg(QString::fromStdString(digits(history.back().loss)))
        .arg(history.engaged(history.size()));
}

void sayTwin(const Setup& setup, const Run& twin) {
    const QString end = twin.divergence() ? breakdown(twin.divergence()) : summary(twin.history());
    say(QString("twin, %1: %2").arg(clippingName(twinClipping(setup.clipping)), end));
}

Exit train(const Setup& setup, const QString& out, const QString& weights) {
    const auto own = withoutLanes(setup);
    if (!own)
        return complain(own.error());
    auto experiment = Experiment::create(*own);
    if (!experiment)
        return complain(experiment.error());
    experiment->setBudget(0);  // nobody goes back
    experiment->runTo(setup.training.updates);

    if (auto status = writeAtomically(out.toStdString(), csv(experiment->history())); !status)
        return complain(status.error(), Exit::Failed);
    if (!weights.isEmpty())
        if (auto status = saveWeights(weights.toStdString(), experiment->network().parameters(),
                                      *experiment->network().shape().cell);
            !status)
            return complain(status.error(), Exit::Failed);

    if (experiment->divergence())
        say(breakdown(experiment->divergence()));
    if (const Run* twin = experiment->twin())
        sayTwin(setup, *twin);
    if (!weights.isEmpty())
        say(QString("%1: the weights after the last update").arg(weights));
    say(QString("%1: %2").arg(out, summary(experiment->history())));
    return Exit::Success;
}

/// What can be said before any sequence is read.
Done checkNames(const QString& out, const QString& weights) {
    namespace fs = std::filesystem;
    if (out.isEmpty())
        return Error{"no file to write is given; name one with --out FILE.csv"};
    if (weights.isEmpty())
        return done();
    if (!weights.endsWith(".safetensors", Qt::CaseInsensitive))
        return Error{"cannot hold weights; the name must end in .safetensors",
                     weights.toStdString()};
    const auto whole = [](const QString& name) {
        std::error_code ignored;
        return fs::weakly_canonical(fs::absolute(name.toStdString(), ignored), ignored);
    };
    if (whole(out) == whole(weights))
        return Error{"cannot hold both history and weights; choose another --out",
                     out.toStdString()};
    return done();
}

}  // namespace

Exit runTrain(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Trains the network and writes loss and gradient norms of every update.");
    addSetupOptions(parser);
    parser.addOption({"out", "the history to write, a row an update", "FILE.csv"});
    parser.addOption(
        {"save-weights", "the weights after the last update, for PyTorch", "FILE.safetensors"});
    if (const auto exit = parseOrHelp(parser, arguments, "train"))
        return static_cast<Exit>(*exit);
    if (const auto exit = refuseWords(parser))
        return *exit;
    const QString out = parser.value("out");
    const QString weights = parser.value("save-weights");
    return withinMemory([&]() -> Exit {
        if (parser.isSet("save-weights") && weights.isEmpty())
            return complain(Error{"--save-weights: a file name is needed"});
        if (auto status = checkNames(out, weights); !status)
            return complain(status.error());
        const auto setup = setupFromArguments(parser);
        if (!setup)
            return complain(setup.error());
        if (setup->target.kind == TargetSource::Kind::None)
            return complain(Error{
                "there is nothing to learn with --target none; give another target, as next"});
        if (auto status = checkOutput(out, parser, *setup); !status)
            return complain(status.error());
        if (!weights.isEmpty())
            if (auto status = checkOutput(weights, parser, *setup, "--save-weights"); !status)
                return complain(status.error());
        return train(*setup, out, weights);
    });
}

}  // namespace rnnscope
