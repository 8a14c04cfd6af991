// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_html.h"

#include <span>

#include "app/language.h"
#include "core/lesson_text.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostUnbroken = 20;  // characters; a longer formula may break at its blanks

/// How long a formula is, from its first part on.
std::size_t formulaLength(std::span<const TextSpan> parts) {
    std::size_t length = 0;
    for (const TextSpan& part : parts) {
        if (part.kind != TextSpan::Kind::Formula)
            break;
        length += std::size_t(QString::fromStdString(part.text).size());
    }
    return length;
}

QString html(const TextSpan& span, const Theme& theme, bool unbroken) {
    QString text = QString::fromStdString(span.text).toHtmlEscaped();
    switch (span.kind) {
        case TextSpan::Kind::Plain:
            return text;
        case TextSpan::Kind::Strong:
            return QStringLiteral("<b>%1</b>").arg(text);
        case TextSpan::Kind::Colour:
            return QStringLiteral("<b><font color=\"%1\">%2</font></b>")
                .arg(theme.quantityText(QString::fromStdString(span.colour)).name(), text);
        case TextSpan::Kind::Formula:
            break;
    }
    if (unbroken)
        text.replace(u' ', QChar::Nbsp);
    if (span.italic)
        text = QStringLiteral("<i>%1</i>").arg(text);
    if (span.height == TextSpan::Height::Low)
        return QStringLiteral("<sub>%1</sub>").arg(text);
    if (span.height == TextSpan::Height::High)
        return QStringLiteral("<sup>%1</sup>").arg(text);
    return text;
}

}  // namespace

QString lessonHtml(const std::string& text, const Theme& theme) {
    const auto spans = markedText(text);
    if (!spans)  // a lesson that was loaded has none such
        return QString::fromStdString(text).toHtmlEscaped();
    QString all;
    bool inFormula = false, unbroken = false;
    for (std::size_t k = 0; k < spans->size(); ++k) {
        const TextSpan& span = (*spans)[k];
        const bool formula = span.kind == TextSpan::Kind::Formula;
        if (formula && !inFormula)
            unbroken = formulaLength(std::span(*spans).subspan(k)) <= mostUnbroken;
        inFormula = formula;
        all += html(span, theme, unbroken);
    }
    return all;
}

QString lessonHtml(const LessonText& text, std::string_view language, const Theme& theme) {
    QString all;
    for (const std::string& paragraph : text.in(language))
        all += QStringLiteral("<p style=\"margin:0 0 %1px 0\">%2</p>")
                   .arg(qRound(theme.px(8)))
                   .arg(lessonHtml(paragraph, theme));
    return all;
}

QString lessonLine(const LessonText& text, std::string_view language) {
    return QString::fromStdString(plainText(text.line(language)));
}

std::string_view lessonLanguage() {
    return findLanguage(language())->id;
}

}  // namespace rnnscope
