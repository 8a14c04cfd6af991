// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope plot`: a panel, or the workspace, to a file.
#include <QRegularExpression>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/setup_arguments.h"
#include "app/dialogs/figure_film.h"
#include "app/dialogs/training_film.h"
#include "app/language.h"
#include "app/panels/table.h"
#include "app/plot/figure_size.h"
#include "core/experiment.h"

namespace rnnscope {
namespace {

QString languageIds() {
    QStringList ids;
    for (const Language& each : interfaceLanguages())
        ids << each.id;
    return ids.join(", ");
}

QString panelIds() {
    QStringList ids{"workspace"};
    for (const PanelKind& kind : panelKinds())
        ids << kind.id;
    return ids.join(", ");
}

/// What to draw and how, beside the setup.
struct PlotCall {
    QString panel;
    QString out;
    Theme theme = Theme::light();
    QString language;
    FigureOptions figure;
    bool sized = false;
    View view;
    bool film = false;      ///< all steps rather than one
    bool training = false;  ///< the film is of the training rather than of the pass
    std::optional<int> frames;
    double perSecond = 8;
};

/// What is asked of a film, which a picture must not have.
Done readFilm(const QCommandLineParser& parser, PlotCall& call) {
    for (const char* option : {"frames", "fps", "film"})
        if (!call.film && parser.isSet(option))
            return Error{std::string("--") + option +
                         " is for films; end the name after --out in .gif, .mp4 or %03d.png"};
    if (!call.film)
        return done();
    if (parser.isSet("step"))
        return Error{"--step is for pictures; a film shows all steps, leave it out"};
    const QString of = parser.value("film");
    if (of != "pass" && of != "training")
        return Error{"--film: '" + of.toStdString() +
                     "' is nothing to film; there are pass, training"};
    call.training = of == "training";
    if (call.training && parser.isSet("phase"))
        return Error{"--phase is for pictures and for films of the pass; leave it out"};
    bool good = true;
    if (parser.isSet("frames")) {
        call.frames = parser.value("frames").toInt(&good);
        if (!good || *call.frames < 2 || *call.frames > 10'000)
            return Error{"--frames: '" + parser.value("frames").toStdString() +
                         "' is no number of pictures; write 2 to 10000"};
    }
    call.perSecond = parser.value("fps").toDouble(&good);
    if (!good || !(call.perSecond >= 0.1 && call.perSecond <= 50))
        return Error{"--fps: '" + parser.value("fps").toStdString() +
                     "' is no number of pictures a second; write 0.1 to 50"};
    return done();
}

Result<PlotCall> callFrom(const QCommandLineParser& parser) {
    PlotCall call;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return Error{"one panel is needed; there are " + panelIds().toStdString()};
    call.panel = names.front();
    if (call.panel != "workspace" && !findPanelKind(call.panel))
        return Error{"there is no panel '" + call.panel.toStdString() + "'; there are " +
                     panelIds().toStdString()};
    call.out = parser.value("out");
    if (call.out.isEmpty())
        return Error{"no file to write is given; name one with --out FILE.svg, .pdf or .png"};
    call.film = namesFilm(call.out);
    if (!call.film && !call.out.contains(QRegularExpression(
                          R"(\.(svg|pdf|png)$)", QRegularExpression::CaseInsensitiveOption)))
        return Error{
            "cannot be drawn to; a figure's name ends in .svg, .pdf or .png, a film's in "
            ".gif, .mp4 or %03d.png",
            call.out.toStdString()};
    if (auto status = readFilm(parser, call); !status)
        return status.error();
    const Theme* theme = Theme::find(parser.value("theme"));
    if (!theme)
        return Error{"--theme: there is no theme '" + parser.value("theme").toStdString() +
                     "'; there are light, print, dark, projector"};
    call.theme = *theme;
    if (!findLanguage(parser.value("language")))
        return Error{"--language: there is no language '" + parser.value("language").toStdString() +
                     "'; there are " + languageIds().toStdString()};
    call.language = parser.value("language");
    if (parser.isSet("size")) {
        const auto size = parseFigureSize(parser.value("size"));
        if (!size)
            return Error{"--size: " + size.error().message};
        call.figure.size = *size;
        call.sized = true;
    }
    bool whole = false;
    const QString dpi = call.film && !parser.isSet("dpi") ? "96" : parser.value("dpi");
    call.figure.dpi = dpi.toInt(&whole);
    if (!whole || call.figure.dpi < 1)
        return Error{"--dpi: '" + dpi.toStdString() +
                     "' is no resolution; write a whole number, as 300"};
    const QString phase = parser.value("phase");
    if (phase != "forward" && phase != "backward")
        return Error{"--phase: '" + phase.toStdString() +
                     "' is no phase; there are forward, backward"};
    call.view.position.phase = phase == "forward" ? Phase::Forward : Phase::Backward;
    return call;
}

/// The step asked for, counted from 1; without one, all has been played.
Result<int> stepFrom(const QCommandLineParser& parser, Phase phase, int steps) {
    if (!parser.isSet("step"))
        return phase == Phase::Forward ? steps - 1 : 0;
    bool whole = false;
    const int step = parser.value("step").toInt(&whole);
    if (!whole || step < 1 || step > steps)
        return Error{"--step: '" + parser.value("step").toStdString() + "' is no step; 1 to " +
                     std::to_string(steps) + " are possible"};
    return step - 1;
}

/// Writes the film; tells of what it is.
Result<QString> film(const QCommandLineParser& parser, const PlotCall& call,
                     const FigureSheet& sheet, const std::shared_ptr<const Snapshot>& snapshot) {
    const int most = call.frames.value_or(mostFrames);
    std::optional<TrainingReel> reel;
    Film film;
    if (call.training) {
        const int last = snapshot->setup.training.updates;
        reel.emplace(snapshot->setup, filmUpdates(last, filmEvery(last, most)));
        film = trainingFilmOf(sheet, call.figure, call.theme, call.view, *reel);
    } else {
        const auto span =
            filmSpan(*snapshot, parser.isSet("phase") ? std::optional(call.view.position.phase)
                                                      : std::nullopt);
        film = filmOf(sheet, call.figure, call.theme, call.view,
                      static_cast<int>(snapshot->steps()), span, span.frames(most));
    }
    film.perSecond = call.perSecond;
    if (auto status = saveFilm(call.out, film); !status)
        return status.error();
    return call.training ? QString("%1 pictures of %2 updates").arg(film.frames).arg(reel->last())
                         : QString("%1 pictures").arg(film.frames);
}

Exit plot(const QCommandLineParser& parser, PlotCall call, const Setup& setup) {
    auto experiment = Experiment::create(setup);
    if (!experiment)
        return complain(experiment.error());
    const auto snapshot = experiment->snapshot(1);
    if (!snapshot->backward && call.view.position.phase == Phase::Backward) {
        if (parser.isSet("phase"))
            return complain(
                snapshot->generated
                    ? Error{"--phase backward needs a loss, but a generated sequence has none; "
                            "leave it or --generate out"}
                    : Error{"--phase backward needs a target; leave one of them out"});
        call.view.position.phase = Phase::Forward;
    }
    if (call.training && !snapshot->learns())
        return complain(Error{"--film training needs a target; leave one of them out"});
    const int steps = static_cast<int>(snapshot->steps());
    const auto step = stepFrom(parser, call.view.position.phase, steps);
    if (!step)
        return complain(step.error());
    call.view.position.step = *step;

    installLanguage(call.language);
    FigureSheet sheet;
    for (const PanelKind& kind : panelKinds()) {
        if (call.panel == "workspace" ? !kind.inWorkspace : call.panel != kind.id)
            continue;
        auto panel = kind.make(call.theme);
        fillPanel(*panel, snapshot, call.view);
        sheet.add(kind.id, kind.title(), std::move(panel));
    }
    if (!call.sized)
        call.figure.size = sheet.goodSize();
    QString what = call.panel;
    if (call.film) {
        const auto filmed = film(parser, call, sheet, snapshot);
        if (!filmed)
            return complain(filmed.error(), Exit::Failed);
        what += ", " + *filmed;
    } else if (auto status = saveFigure(call.out, call.figure, sheet, call.theme); !status) {
        return complain(status.error(), Exit::Failed);
    }
    say(QString("%1: %2").arg(call.out, what));
    if (call.panel == "compare" && snapshot->others.empty())
        say("one network alone; --lanes \"*; cell=gru\" puts another beside it");
    return Exit::Success;
}

}  // namespace

Exit runPlot(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription("Draws one panel, or the workspace.");
    parser.addPositionalArgument("PANEL", "one of " + panelIds());
    addSetupOptions(parser);
    parser.addOption({"step", "where the playhead stands, from 1", "N"});
    parser.addOption({"phase", "forward or backward", "PHASE", "backward"});
    parser.addOption(
        {"size", "in CSS pixels, 96 to the inch, as 1280x720; or on paper, as 160x90mm", "WxH"});
    parser.addOption({"dpi", "resolution of a PNG, 192; of a film, 96", "N", "192"});
    parser.addOption(
        {"theme", "light, print (signs seen in grey), dark or projector", "THEME", "light"});
    parser.addOption({"language", "of the figure's words: " + languageIds(), "ID", "en"});
    parser.addOption({"film",
                      "what a film goes through: the steps of the pass, or the training, up to "
                      "--updates",
                      "pass|training", "pass"});
    parser.addOption({"frames", "most pictures of a film, 200", "N"});
    parser.addOption({"fps", "pictures a second of a film", "X", "8"});
    parser.addOption({"out",
                      "the file to write: .svg, .pdf or .png; as a film: .gif, .mp4 "
                      "(needs ffmpeg), or numbered pictures such as step-%03d.png",
                      "FILE"});
    if (const auto exit = parseOrHelp(parser, arguments, "plot"))
        return static_cast<Exit>(*exit);
    return withinMemory([&]() -> Exit {
        auto call = callFrom(parser);
        if (!call)
            return complain(call.error());
        const auto setup = setupFromArguments(parser);
        if (!setup)
            return complain(setup.error());
        if (auto status = checkOutput(call->out, parser, *setup); !status)
            return complain(status.error());
        return plot(parser, *call, *setup);
    });
}

}  // namespace rnnscope
