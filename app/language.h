// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <span>

namespace rnnscope {

/// A language that the program speaks. One row a language; those beside English have a file in
/// resources/translations.
struct Language {
    const char* id;            ///< as in settings, in lessons and after --language: "zh_CN"
    const char* name;          ///< its own, in UTF-8: "简体中文"
    const char* forms = "SC";  ///< of Chinese signs, as a family of fonts names them
};
std::span<const Language> interfaceLanguages();
/// Null where there is none of that id.
const Language* findLanguage(const QString& id);

/// The id of the first one spoken of those that a system asks for ("zh-Hant-HK", the most wanted
/// first), English where there is none. Chinese is Traditional where its script, or Taiwan, Hong
/// Kong or Macao as its place, says so.
QString languageFor(const QStringList& wanted);

/// The id of what was chosen the last time, or of what suits the system.
QString chosenLanguage();
/// Chosen for the next starts too.
void keepLanguage(const QString& id);

/// From now on texts are made in this language; those that are shown already stay as they are.
/// Numbers keep their decimal point. An unknown id is taken for English.
void installLanguage(const QString& id);
/// The id of the language that is installed; English before the first.
QString language();
/// How its readers write Chinese signs: "SC" or "TC", the end of a font's name.
QString chineseForms();

}  // namespace rnnscope
