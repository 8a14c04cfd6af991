// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <algorithm>

#include "app/cli/command.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/plot/style.h"

namespace {

using namespace rnnscope;

void name(QCoreApplication& app) {
    app.setApplicationName("RNNScope");
    app.setOrganizationName("RNNScope");
    app.setApplicationVersion(RNNSCOPE_VERSION);
}

void help() {
    say("Usage: rnnscope [FILE]\n"
        "       rnnscope COMMAND [OPTION]...\n\n"
        "Without a command, opens the window; FILE is a document, a lesson, a setup or a sequence "
        "file.\n\n"
        "Commands:");
    for (const Command& command : commands())
        say("  " + command.id.leftJustified(10) + command.summary);
    say("\nOptions:\n  -h, --help      shows this help\n  -v, --version   shows the version\n\n"
        "rnnscope COMMAND --help shows a command's options.");
}

int runCommand(int argc, char** argv, const Command& command) {
    std::unique_ptr<QCoreApplication> app;
    if (command.draws) {
        // Drawing to a file needs fonts, not a screen.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Standard error is for our own one line.
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        auto* gui = new QApplication(argc, argv);
        app.reset(gui);
        gui->setStyle(makeStyle());
        applyTheme(Theme::light());
    } else {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    name(*app);
    return static_cast<int>(command.run(app->arguments().mid(2)));
}

/// What can be told before a window system is asked for anything.
Done checkWindowCall(const QString& file) {
    if (!file.isEmpty() && !file.contains('.') && !QFileInfo::exists(file))
        return Error{"'" + file.toStdString() +
                     "' is neither a command nor a file; rnnscope --help shows what there is"};
    if (!file.isEmpty() && !QFileInfo(file).isFile())
        return Error{"there is no such file; check its name and folder", file.toStdString()};
    const char* const displays[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    if (std::none_of(std::begin(displays), std::end(displays),
                     [](const char* name) { return qEnvironmentVariableIsSet(name); }))
        return Error{
            "there is no display for a window; set DISPLAY, or use the commands trace and "
            "plot"};
    return done();
}

int runWindow(int argc, char** argv) {
    QApplication app(argc, argv);
    name(app);
    app.setWindowIcon(QIcon(":/icons/rnnscope.svg"));
    // By this name a desktop finds the entry, and its icon, that a window belongs to.
    app.setDesktopFileName("org.rnnscope.RNNScope");
    app.setStyle(makeStyle());
    installLanguage(chosenLanguage());
    MainWindow window;
    window.restoreSession();
    if (app.arguments().size() > 1) {
        window.openDefault();
        window.openPath(app.arguments().at(1));
    } else {
        window.openLast();
    }
    window.show();
    return app.exec();
}

}  // namespace

int main(int argc, char** argv) {
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == "--help" || first == "-h")
        return help(), 0;
    if (first == "--version" || first == "-v")
        return say("rnnscope " RNNSCOPE_VERSION), 0;
    if (const Command* command = findCommand(first))
        return runCommand(argc, argv, *command);
    if (first.startsWith("-") && first != "-platform")
        return static_cast<int>(complain(Error{
            "'" + first.toStdString() + "' is no option; rnnscope --help shows what there is"}));
    if (const auto status = checkWindowCall(first); !status)
        return static_cast<int>(complain(status.error()));
    return runWindow(argc, argv);
}
