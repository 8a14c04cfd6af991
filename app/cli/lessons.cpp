// SPDX-License-Identifier: GPL-3.0-or-later
// `rnnscope lessons`: what lessons there are, and whether what they claim is true.
#include <QCommandLineParser>
#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/cli/command.h"
#include "app/cli/lessons_draw.h"
#include "app/cli/setup_arguments.h"
#include "app/document.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_html.h"
#include "core/lesson_check.h"
#include "core/lesson_schema.h"

namespace rnnscope {
namespace {

/// Four significant digits, with a point in every locale.
QString number(double value) {
    if (std::isnan(value))
        return "nan";
    char buffer[32];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 4).ptr;
    return QString::fromLatin1(buffer, end - buffer);
}

QString between(double from, double to) {
    return from == to ? number(from) : number(from) + " … " + number(to);
}

QString english(const LessonText& text) {
    return lessonLine(text, "en");
}

/// Cells side by side, each as wide as its column asks for.
void sayRow(const QStringList& cells, std::initializer_list<int> widths) {
    QString line;
    const int* width = widths.begin();
    for (const QString& cell : cells) {
        const bool last = width == widths.end();
        line += last ? cell : cell.leftJustified(*width++) + "  ";
    }
    say(line.trimmed());
}

/// Tells of everything that is amiss, and gives the lesson if it is none the worse for it.
std::optional<Lesson> soundLesson(const QString& file) {
    LessonReading reading = readLessonFile(file);
    for (const std::string& warning : reading.warnings)
        complain(Error{"warning: " + warning});
    for (const Error& problem : reading.problems)
        complain(problem);
    if (!reading.lesson)
        return std::nullopt;
    if (auto status = loadLessonFiles(*reading.lesson, openFile); !status) {
        complain(status.error());
        return std::nullopt;
    }
    return std::move(reading.lesson);
}

/// Files of the lessons that are named by id or file; of all of the program's own without a name.
Result<QStringList> filesOf(const QStringList& names) {
    if (names.isEmpty())
        return ownLessonFiles();
    QStringList files;
    for (const QString& name : names) {
        if (name.contains('.') || name.contains('/')) {
            files.push_back(name);
            continue;
        }
        QString found;
        QStringList known;
        for (const QString& file : ownLessonFiles())
            if (const auto lesson = readLessonFile(file).lesson) {
                known.push_back(QString::fromStdString(lesson->id));
                if (known.back() == name)
                    found = file;
            }
        if (found.isEmpty())
            return Error{"there is no lesson '" + name.toStdString() + "'; there are " +
                         known.join(", ").toStdString()};
        files.push_back(found);
    }
    return files;
}

Exit list() {
    Exit exit = Exit::Success;
    for (const QString& file : ownLessonFiles()) {
        const auto lesson = soundLesson(file);
        if (!lesson) {
            exit = Exit::Wrong;
            continue;
        }
        std::size_t claims = 0;
        for (const LessonPage& page : lesson->pages)
            claims += page.claims.size();
        sayRow({QString::fromStdString(lesson->id), english(lesson->title),
                QString("%1 pages").arg(lesson->pages.size()), QString("%1 claims").arg(claims),
                lesson->minutes > 0 ? QString("%1 minutes").arg(lesson->minutes) : QString()},
               {24, 32, 8, 9});
    }
    return exit;
}

Exit listMeasures() {
    for (const Measure& measure : measures()) {
        say(QString("%1  %2").arg(QString::fromUtf8(measure.id.data()).leftJustified(24),
                                  QString::fromUtf8(measure.help.data())));
        for (const MeasureOption& option : measure.options) {
            const QString usual =
                option.usual.empty()
                    ? QString("must be given")
                    : QString("%1 without it").arg(QString::fromUtf8(option.usual.data()));
            say(QString("  %1  %2; %3")
                    .arg((QString::fromUtf8(option.name.data()) + " " +
                          QString::fromUtf8(option.values.data()))
                             .leftJustified(22),
                         QString::fromUtf8(option.help.data()), usual));
        }
    }
    return Exit::Success;
}

/// What one lesson's claims came to.
struct Tally {
    int hold = 0, fail = 0;
    bool broken = false;
};

/// The line and the first seed that is out of range; nothing where all are in it.
QString whereItFails(const LessonClaim& claim, const ClaimResult& result) {
    for (std::size_t k = 0; k < result.values.size(); ++k)
        if (!(result.values[k] >= claim.from && result.values[k] <= claim.to))
            return QString(" (line %1; seed %2: %3)")
                .arg(claim.line)
                .arg(claim.seeds[k])
                .arg(number(result.values[k]));
    return {};
}

void sayClaims(const Lesson& lesson, Tally& tally) {
    const auto results = checkClaims(lesson);
    for (std::size_t page = 0; page < results.size(); ++page)
        for (std::size_t k = 0; k < results[page].size(); ++k) {
            const LessonClaim& claim = lesson.pages[page].claims[k];
            const ClaimResult& result = results[page][k];
            if (result.error) {
                complain(*result.error);
                tally.broken = true;
                continue;
            }
            ++(result.holds ? tally.hold : tally.fail);
            sayRow({result.holds ? "pass" : "FAIL", QString::fromStdString(lesson.id),
                    QString::number(page + 1), QString::fromStdString(claim.measure),
                    between(result.least, result.greatest), between(claim.from, claim.to),
                    english(claim.says) + whereItFails(claim, result)},
                   {4, 22, 4, 24, 22, 18});
        }
}

Exit checkLessons(const QStringList& names) {
    const auto files = filesOf(names);
    if (!files)
        return complain(files.error());
    sayRow({"", "lesson", "page", "measure", "measured", "range", "claim"}, {4, 22, 4, 24, 22, 18});
    Tally tally;
    for (const QString& file : *files) {
        if (const auto lesson = soundLesson(file))
            sayClaims(*lesson, tally);
        else
            tally.broken = true;
    }
    QString sum = QString("%1 claims hold, %2 fail").arg(tally.hold).arg(tally.fail);
    if (tally.broken)
        sum += "; not all could be measured, see the mistakes";
    say(sum);
    return tally.broken ? Exit::Wrong : tally.fail > 0 ? Exit::Failed : Exit::Success;
}

Exit drawLessons(const QStringList& names, const LessonDrawing& drawing) {
    const auto files = filesOf(names);
    if (!files)
        return complain(files.error());
    for (const QString& file : *files) {
        const auto lesson = soundLesson(file);
        if (!lesson)
            return Exit::Wrong;
        if (const Exit exit = drawLesson(*lesson, drawing); exit != Exit::Success)
            return exit;
    }
    return Exit::Success;
}

/// The first option that only drawing has a use for; empty where there is none.
QString optionOfDrawing(const QCommandLineParser& parser) {
    const QStringList given = parser.optionNames();
    return given.isEmpty() ? QString() : given.constFirst();
}

}  // namespace

Exit runLessons(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "Lists the lessons that the program brings along. check measures what lessons claim: all "
        "of the program's own, or those that are named. draw draws their pages to files, "
        "ID-PAGE.png. measures lists what can be measured, and "
        "schema describes a lesson's file for editors (JSON Schema).");
    parser.addPositionalArgument(
        "check", "whether the claims of lessons hold",
        "[check [ID|FILE.json]... | draw [ID|FILE.json]... | measures | schema]");
    addDrawingOptions(parser);
    if (const auto exit = parseOrHelp(parser, arguments, "lessons"))
        return static_cast<Exit>(*exit);
    const QStringList words = parser.positionalArguments();
    return withinMemory([&]() -> Exit {
        if (!words.isEmpty() && words.first() == "draw") {
            const auto drawing = drawingFrom(parser);
            if (!drawing)
                return complain(drawing.error());
            return drawLessons(words.mid(1), *drawing);
        }
        if (const QString option = optionOfDrawing(parser); !option.isEmpty())
            return complain(Error{"--" + option.toStdString() +
                                  " is for drawing; write draw before it, or leave it out"});
        if (words.isEmpty())
            return list();
        if (words.first() == "check")
            return checkLessons(words.mid(1));
        if (words == QStringList("measures"))
            return listMeasures();
        if (words == QStringList("schema")) {
            say(QString::fromStdString(lessonSchema(windowNames())).trimmed());
            return Exit::Success;
        }
        return complain(
            Error{"'" + words.first().toStdString() +
                  "' is nothing that is done with lessons; there are check, draw, measures, "
                  "schema"});
    });
}

}  // namespace rnnscope
