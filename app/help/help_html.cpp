// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/help_html.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

#include "app/help/help_texts.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_html.h"
#include "app/panels/table.h"
#include "app/words.h"

namespace rnnscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::Manual)
};

/// Of a lesson's page, as it is written in a link.
QString linkTo(const std::string& lesson, int page, const QString& words, const Theme& theme) {
    return QStringLiteral("<a style=\"color:%1\" href=\"lesson:%2/%3\">%4</a>")
        .arg(theme.accent.name(), QString::fromStdString(lesson))
        .arg(page + 1)
        .arg(words.toHtmlEscaped());
}

QString heading(int level, const QString& text) {
    return QStringLiteral("<h%1>%2</h%1>").arg(level).arg(text.toHtmlEscaped());
}

QString chapters(const Theme& theme) {
    QString html;
    for (const HowTo& each : howTos())
        html += heading(2, lessonLine(each.title, lessonLanguage())) +
                lessonHtml(each.text, lessonLanguage(), theme);
    return html;
}

QString panels(const Theme& theme) {
    QString html = heading(2, Words::tr("The panels"));
    for (const PanelHelp& each : panelHelp()) {
        html += heading(3, helpTitle(each)) + panelHelpHtml(each, theme);
    }
    return html;
}

QString lessons(const Theme& theme) {
    QString html = heading(2, Words::tr("The lessons"));
    for (const QString& file : ownLessonFiles())
        if (const auto lesson = readLessonFile(file).lesson)
            html +=
                QStringLiteral("<p>%1<br>%2</p>")
                    .arg(linkTo(lesson->id, 0, lessonLine(lesson->title, lessonLanguage()), theme),
                         lessonLine(lesson->summary, lessonLanguage()).toHtmlEscaped());
    return html;
}

QString keysTable(const KeyGroups& groups) {
    QString html = heading(2, Words::tr("All keys"));
    for (const KeyGroup& group : groups) {
        html +=
            heading(3, group.title) + QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">");
        for (const QAction* action : group.actions) {
            QStringList pressed;
            for (const QKeySequence& key : action->shortcuts())
                pressed << key.toString(QKeySequence::NativeText).toHtmlEscaped();
            const QString said =
                action->whatsThis().isEmpty() ? actionName(*action) : action->whatsThis();
            if (!pressed.isEmpty())
                html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                            .arg(pressed.join(QStringLiteral("&nbsp; ")), said.toHtmlEscaped());
        }
        html += QStringLiteral("</table>");
    }
    return html;
}

}  // namespace

std::optional<LessonLink> lessonLink(const QUrl& url) {
    if (url.scheme() != QLatin1String("lesson"))
        return std::nullopt;
    const QStringList parts = url.path().split(QLatin1Char('/'));
    bool good = false;
    const int page = parts.value(1).toInt(&good);
    if (parts.size() != 2 || !good || page < 1)
        return std::nullopt;
    return LessonLink{parts.front(), page - 1};
}

QString helpTitle(const PanelHelp& help) {
    const PanelKind* kind = findPanelKind(QString::fromStdString(help.id));
    return kind ? kind->title() : Words::tr("Inside, over time");
}

QString panelHelpHtml(const PanelHelp& help, const Theme& theme) {
    QString html = lessonHtml(help.text, lessonLanguage(), theme);
    html += QStringLiteral("<p style=\"margin:0 0 %1px 0\">%2</p>")
                .arg(qRound(theme.px(8)))
                .arg(lessonHtml(help.formula, theme));
    const QString file = ownLessonFile(QString::fromStdString(help.lesson));
    if (const auto lesson = readLessonFile(file).lesson)
        html += QStringLiteral("<p>%1</p>")
                    .arg(linkTo(help.lesson, help.page,
                                Words::tr("Lesson: %1, page %2")
                                    .arg(lessonLine(lesson->title, lessonLanguage()))
                                    .arg(help.page + 1),
                                theme));
    return html;
}

QString manualHtml(const KeyGroups& keys, const Theme& theme) {
    return heading(1, Words::tr("RNNScope: the manual")) + chapters(theme) + panels(theme) +
           lessons(theme) + keysTable(keys);
}

}  // namespace rnnscope
