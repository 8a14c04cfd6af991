// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope lessons draw`: the pages of a lesson as figures, for handouts and where there is no
// display.
#include "app/cli/lessons_draw.h"

#include <QCommandLineParser>
#include <QDir>
#include <algorithm>
#include <array>

#include "app/dialogs/figure_sheet.h"
#include "app/document_place.h"
#include "app/language.h"
#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_switches.h"
#include "app/panels/table.h"
#include "core/experiment.h"

namespace rnnscope {
namespace {

constexpr std::array formats{"png", "svg", "pdf"};
constexpr int dpi = 192;  // of a PNG

/// What is left to see once it has played.
View viewOf(const LessonPage& page, const Snapshot& snapshot) {
    View view = playedView(snapshot);
    view.layer = page.view.layer;
    view.reverse = page.view.reverse;
    view.unit = static_cast<int>(page.view.unit);
    if (!page.plays)
        view.position = positionOf(page.view, page.update);
    view.position =
        clamped(view.position, static_cast<int>(snapshot.steps()), snapshot.backward.has_value());
    return view;
}

FigureSheet sheetOf(const LessonPage& page, const std::shared_ptr<const Snapshot>& snapshot,
                    const Theme& theme) {
    const View view = viewOf(page, *snapshot);
    FigureSheet sheet;
    for (const PanelKind& kind : panelKinds()) {
        const bool shown = page.panels.empty() ? kind.inWorkspace
                                               : std::find(page.panels.begin(), page.panels.end(),
                                                           kind.id) != page.panels.end();
        if (!shown)
            continue;
        auto panel = kind.make(theme);
        putSwitches(*panel, kind.id, page.switches);
        fillPanel(*panel, snapshot, view);
        sheet.add(kind.id, kind.title(), std::move(panel));
    }
    return sheet;
}

}  // namespace

void addDrawingOptions(QCommandLineParser& parser) {
    parser.addOption({"out", "draw: an existing folder for the figures, this one", "FOLDER", "."});
    parser.addOption({"format", "draw: png, svg or pdf", "FORMAT", "png"});
    parser.addOption({"theme", "draw: light, print, dark or projector", "THEME", "light"});
    parser.addOption({"language", "draw: en, zh_CN or zh_TW", "ID", "en"});
}

Result<LessonDrawing> drawingFrom(const QCommandLineParser& parser) {
    LessonDrawing drawing;
    drawing.folder = parser.value("out");
    if (!QDir(drawing.folder).exists())
        return Error{"there is no such folder; make it, or name another one with --out",
                     drawing.folder.toStdString()};
    drawing.format = parser.value("format");
    if (std::find(formats.begin(), formats.end(), drawing.format) == formats.end())
        return Error{"--format: there is no format '" + drawing.format.toStdString() +
                     "'; there are png, svg, pdf"};
    drawing.theme = Theme::find(parser.value("theme"));
    if (!drawing.theme)
        return Error{"--theme: there is no theme '" + parser.value("theme").toStdString() +
                     "'; there are light, print, dark, projector"};
    drawing.language = parser.value("language");
    if (!findLanguage(drawing.language))
        return Error{"--language: there is no language '" + drawing.language.toStdString() +
                     "'; there are en, zh_CN, zh_TW"};
    return drawing;
}

Exit drawLesson(const Lesson& lesson, const LessonDrawing& drawing) {
    installLanguage(drawing.language);
    for (std::size_t k = 0; k < lesson.pages.size(); ++k) {
        const LessonPage& page = lesson.pages[k];
        auto experiment = Experiment::create(page.setup);
        if (!experiment)
            return complain(experiment.error());
        experiment->runTo(page.update);
        const FigureSheet sheet = sheetOf(page, experiment->snapshot(1), *drawing.theme);
        FigureOptions options;
        options.size = sheet.goodSize();
        options.dpi = dpi;
        options.caption = QStringLiteral("%1, %2. %3")
                              .arg(lessonLine(lesson.title, lessonLanguage()))
                              .arg(k + 1)
                              .arg(lessonLine(page.title, lessonLanguage()));
        const QString name = QStringLiteral("%1-%2.%3")
                                 .arg(QString::fromStdString(lesson.id))
                                 .arg(k + 1)
                                 .arg(drawing.format);
        const QString file = QDir::cleanPath(QDir(drawing.folder).filePath(name));
        if (const auto status = saveFigure(file, options, sheet, *drawing.theme); !status)
            return complain(status.error(), Exit::Failed);
        say(file + ": " + options.caption);
    }
    return Exit::Success;
}

}  // namespace rnnscope
