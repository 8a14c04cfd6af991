// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/setup_arguments.h"

#include <QCoreApplication>
#include <filesystem>

#include "app/cli/command.h"
#include "app/document.h"
#include "app/document_store.h"
#include "core/weights_report.h"

namespace rnnscope {
namespace {

QString name(const SetupOption& option) {
    return QString::fromUtf8(option.name.data(), static_cast<qsizetype>(option.name.size()));
}

/// The option that turns a switch off.
QString opposite(const SetupOption& option) {
    return "no-" + name(option);
}

Error about(const QString& option, Error error) {
    error.message = "--" + option.toStdString() + ": " + error.message;
    return error;
}

/// What can be seen to contradict itself before any file is read.
Done checkPairs(const QCommandLineParser& parser) {
    const auto both = [&](const char* a, const char* b) {
        return parser.isSet(a) && parser.isSet(b);
    };
    if (both("input", "task"))
        return Error{"--input and --task contradict each other; give one of them"};
    if (both("columns", "task"))
        return Error{"--columns picks from a file, but --task has none; leave one of them out"};
    if (both("scaling", "task"))
        return Error{
            "--scaling concerns a file's columns, but --task has none; leave one of them "
            "out"};
    if (parser.isSet("cell") && parser.isSet("nonlinearity") &&
        !parser.value("cell").startsWith("rnn"))
        return Error{"--nonlinearity belongs to cell rnn, not to " +
                     parser.value("cell").toStdString() + "; leave one of them out"};
    if (parser.isSet("cell") && parser.isSet("gru-form") && !parser.value("cell").startsWith("gru"))
        return Error{"--gru-form belongs to cell gru, not to " +
                     parser.value("cell").toStdString() + "; leave one of them out"};
    if (parser.value("cell") == "rnn-relu" && parser.value("nonlinearity") == "tanh")
        return Error{
            "--cell rnn-relu and --nonlinearity tanh contradict each other; leave one of "
            "them out"};
    if (parser.value("cell") == "gru-reset-before" && parser.value("gru-form") == "reset-after")
        return Error{
            "--cell gru-reset-before and --gru-form reset-after contradict each other; "
            "leave one of them out"};
    if (both("nonlinearity", "gru-form"))
        return Error{
            "--nonlinearity belongs to cell rnn and --gru-form to cell gru; leave one of "
            "them out"};
    return done();
}

/// Sizes that were asked for and that the weights do not have.
Done checkWeights(const QCommandLineParser& parser, const Setup& setup) {
    if (setup.weights.file.empty())
        return done();
    const auto problem = assemble(setup);
    if (!problem)
        return problem.error();
    const NetworkShape& shape = problem->shape;
    const auto disagree = [&](const char* option, const std::string& has) {
        const std::string value = parser.value(option).toStdString();
        return Error{std::string("--") + option + (value.empty() ? "" : " ") + value +
                         " contradicts these weights, which have " + has + "; leave it out",
                     setup.weights.file};
    };
    if ((parser.isSet("cell") || parser.isSet("nonlinearity") || parser.isSet("gru-form")) &&
        shape.cell->id() != setup.cell)
        return disagree(parser.isSet("cell")           ? "cell"
                        : parser.isSet("nonlinearity") ? "nonlinearity"
                                                       : "gru-form",
                        "cell " + std::string(shape.cell->id()));
    if (parser.isSet("hidden") && shape.hidden != setup.hidden)
        return disagree("hidden", std::to_string(shape.hidden));
    if (parser.isSet("layers") && shape.layers != setup.layers)
        return disagree("layers", std::to_string(shape.layers));
    if (parser.isSet("bidirectional") && !shape.bidirectional)
        return disagree("bidirectional", "one direction");
    if (parser.isSet("no-bidirectional") && shape.bidirectional)
        return disagree("no-bidirectional", "both directions");
    return done();
}

/// How weights from a file were understood.
void sayWeights(const Setup& setup) {
    if (setup.weights.file.empty())
        return;
    if (const auto report = weightsReport(setup.weights, *findCell(setup.cell)))
        say(QString::fromStdString(setup.weights.file + ": " + describe(*report)));
}

Result<Setup> setupOf(Result<DocumentContent> content) {
    if (!content)
        return content.error();
    return std::move(content->setup);
}

Result<Setup> fromFile(const QString& file) {
    auto text = openFile(file.toStdString());
    if (!text)
        return text.error();
    std::vector<std::string> warnings;
    auto setup = isDocumentName(file)
                     ? setupOf(documentFromJson(*text, file.toStdString(), warnings))
                     : setupFromJson(*text, file.toStdString(), warnings);
    for (const std::string& warning : warnings)
        complain(Error{"warning: " + warning});
    return setup;
}

}  // namespace

void addSetupOptions(QCommandLineParser& parser) {
    parser.addOption({"setup",
                      "all of the following at once, or a document; an option beside it wins",
                      "FILE.json"});
    for (const SetupOption& option : setupOptions()) {
        const QString help = QString::fromUtf8(option.help.data());
        if (!option.values.empty()) {
            parser.addOption({name(option), help, QString::fromUtf8(option.values.data())});
            continue;
        }
        parser.addOption({name(option), help});
        parser.addOption({opposite(option), "turns --" + name(option) + " of a setup off"});
    }
}

Result<Setup> setupFromArguments(const QCommandLineParser& parser) {
    if (!parser.isSet("setup") && !parser.isSet("input") && !parser.isSet("task"))
        return Error{
            "no sequence is given; name a file with --input or a built-in task with --task"};
    if (auto status = checkPairs(parser); !status)
        return status.error();
    Setup setup;
    if (parser.isSet("setup")) {
        auto read = fromFile(parser.value("setup"));
        if (!read)
            return read.error();
        setup = *std::move(read);
    }
    for (const SetupOption& option : setupOptions()) {
        const bool off = option.values.empty() && parser.isSet(opposite(option));
        if (off && parser.isSet(name(option)))
            return Error{"--" + name(option).toStdString() + " and --" +
                         opposite(option).toStdString() + " contradict each other; give one"};
        if (!off && !parser.isSet(name(option)))
            continue;
        const QString value = off                     ? QString("false")
                              : option.values.empty() ? QString()
                                                      : parser.value(name(option));
        if (auto status = option.set(setup, value.toStdString()); !status)
            return about(name(option), status.error());
    }
    if (auto status = loadFiles(setup, openFile); !status)
        return status.error();
    if (auto status = check(setup); !status)
        return status.error();
    if (auto status = checkWeights(parser, setup); !status)
        return status.error();
    sayWeights(setup);
    return setup;
}

Done checkOutput(const QString& out, const QCommandLineParser& parser, const Setup& setup,
                 const char* option) {
    namespace fs = std::filesystem;
    const fs::path path = out.toStdString();
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return Error{"is a folder; name a file to write", path.string()};
    if (path.has_parent_path() && !fs::is_directory(path.parent_path(), ignored))
        return Error{"lies in a folder that is not there; make it first, or choose another",
                     path.string()};
    for (const std::string& read :
         {setup.sequence.file,
          setup.target.kind == TargetSource::Kind::File ? setup.target.name : "",
          setup.weights.file, setup.initialState.file, parser.value("setup").toStdString()})
        if (!read.empty() && fs::equivalent(path, read, ignored))
            return Error{
                std::string("is read and cannot be written at the same time; choose another ") +
                    option,
                path.string()};
    return done();
}

std::optional<int> parseOrHelp(QCommandLineParser& parser, const QStringList& arguments,
                               const QString& command) {
    parser.addOption({{"h", "help"}, "shows this help"});
    const bool understood = parser.parse(QStringList("rnnscope " + command) + arguments);
    if (arguments.contains("--help") || arguments.contains("-h")) {
        QString help = parser.helpText();
        help.replace(QCoreApplication::applicationFilePath(), "rnnscope");
        help.replace("rnnscope [options]", "rnnscope " + command + " [options]");
        say(help.trimmed());
        return static_cast<int>(Exit::Success);
    }
    if (!understood)
        return static_cast<int>(complain(Error{parser.errorText().toStdString() + " See rnnscope " +
                                               command.toStdString() + " --help"}));
    return std::nullopt;
}

std::optional<Exit> refuseWords(const QCommandLineParser& parser) {
    if (parser.positionalArguments().isEmpty())
        return std::nullopt;
    return complain(Error{"'" + parser.positionalArguments().first().toStdString() +
                          "' is no option; a sequence is given with --input FILE"});
}

Result<Setup> withoutLanes(Setup setup) {
    if (setup.lanes.empty())
        return setup;
    if (auto status = check(setup); !status)
        return status.error();
    setup.lanes = {};
    return setup;
}

}  // namespace rnnscope
