// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/pdf_words.h"

#include <QFont>
#include <QFontDatabase>
#include <QHash>
#include <QRawFont>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace rnnscope {
namespace {

// Blocks of Unicode: radicals and their supplement, and the words themselves.
constexpr char16_t firstRadical = 0x2E80, lastRadical = 0x2FDF;
constexpr char16_t firstWord = 0x4E00, lastWord = 0x9FFF;

using Names = QHash<char16_t, char16_t>;

QList<quint32> glyphsOf(const QRawFont& font, char16_t first, char16_t last) {
    QString all;
    for (char32_t code = first; code <= last; ++code)
        all += QChar(char16_t(code));
    return font.glyphIndexesForString(all);
}

/// The word that each radical is drawn like, in the first of the families that has any.
Names wordsOfRadicals(const QStringList& families) {
    for (const QString& family : families) {
        QFont font;
        font.setFamilies({family});
        const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
        // Instead of a family without the words Qt may give another that has them.
        if (!raw.isValid() || raw.familyName() != family ||
            !raw.supportsCharacter(QChar(firstWord)))
            continue;
        const auto words = glyphsOf(raw, firstWord, lastWord);
        const auto radicals = glyphsOf(raw, firstRadical, lastRadical);
        QHash<quint32, char16_t> word;
        for (qsizetype k = words.size(); k-- > 0;)
            word[words[k]] = char16_t(firstWord + k);
        Names names;
        for (qsizetype k = 0; k < radicals.size(); ++k)
            if (radicals[k] != 0 && word.contains(radicals[k]))
                names[char16_t(firstRadical + k)] = word[radicals[k]];
        return names;
    }
    return {};
}

/// Of one line "<FIRST> <LAST> <CODE>", for glyphs whose codes follow each other, or
/// "<FIRST> <LAST> [<CODE> <CODE> …]".
void nameLine(QByteArray& pdf, qsizetype begin, qsizetype end, const Names& names) {
    const auto at = [&](qsizetype place) { return pdf.mid(place + 1, 4).toUShort(nullptr, 16); };
    const auto put = [&](qsizetype place, char16_t code) {
        pdf.replace(place + 1, 4, QByteArray::number(code, 16).rightJustified(4, '0').toUpper());
    };
    QList<qsizetype> places;
    for (qsizetype place = pdf.indexOf('<', begin); place >= 0 && place < end;
         place = pdf.indexOf('<', place + 1))
        places << place;
    if (places.size() < 3)
        return;
    const bool follow = pdf[places[2] - 1] != '[';
    const int more = follow ? at(places[1]) - at(places[0]) : 0;
    for (qsizetype k = 2; k < places.size(); ++k) {
        const char16_t code = at(places[k]);
        bool known = names.contains(code);
        for (int next = 1; next <= more && known; ++next)
            known = names.value(char16_t(code + next)) == names[code] + next;
        if (known)
            put(places[k], names[code]);
    }
}

}  // namespace

void nameIdeographs(QByteArray& pdf, const QStringList& families) {
    // What has no radicals, as most figures, needs no fonts to be looked at.
    static const QRegularExpression radical(QStringLiteral("<2[EF][0-9A-F]{2}>"),
                                            QRegularExpression::CaseInsensitiveOption);
    std::optional<Names> names;
    for (qsizetype map = pdf.indexOf("beginbfrange"); map >= 0;
         map = pdf.indexOf("beginbfrange", map + 1)) {
        const qsizetype end = pdf.indexOf("endbfrange", map);
        if (end < 0 || !radical.match(QString::fromLatin1(pdf.mid(map, end - map))).hasMatch())
            continue;
        if (!names)
            names = wordsOfRadicals(families);
        for (qsizetype line = pdf.indexOf('\n', map); line >= 0 && line < end;
             line = pdf.indexOf('\n', line + 1))
            nameLine(pdf, line, std::min(end, pdf.indexOf('\n', line + 1)), *names);
    }
}

}  // namespace rnnscope
