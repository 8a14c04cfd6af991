// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <algorithm>
#include <string>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr char settingsKey[] = "language";
constexpr char property[] = "rnnscopeLanguage";  // of the application: its language's id
constexpr char translatorName[] = "rnnscopeTranslator";

constexpr Language table[] = {
    {"en", "English"},
    {"zh_CN", "简体中文"},
    {"zh_TW", "繁體中文", "TC"},
};

// Qt's own Chinese calls these keys by names that are on no keyboard.
[[maybe_unused]] constexpr const char* arrows[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"), QT_TRANSLATE_NOOP("QShortcut", "Down")};

bool isTraditional(const QLocale& locale) {
    constexpr QLocale::Territory places[] = {QLocale::Taiwan, QLocale::HongKong, QLocale::Macao};
    return locale.script() == QLocale::TraditionalHanScript ||
           (locale.script() != QLocale::SimplifiedHanScript &&
            std::ranges::find(places, locale.territory()) != std::end(places));
}

/// lupdate calls the context of one and the same class by either name, whatever stands around it.
std::string coreSentence(const char* english) {
    const QString said = QCoreApplication::translate("rnnscope::Sentence", english);
    return (said == QLatin1String(english) ? QCoreApplication::translate("Sentence", english)
                                           : said)
        .toStdString();
}

void install(const QString& name, const QString& folder) {
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(translatorName);
    if (translator->load(name, folder))
        qApp->installTranslator(translator);
    else
        delete translator;  // Qt's own may not be there
}

}  // namespace

std::span<const Language> interfaceLanguages() {
    return table;
}

const Language* findLanguage(const QString& id) {
    const auto* found = std::ranges::find_if(
        table, [&](const Language& each) { return id == QLatin1String(each.id); });
    return found == std::end(table) ? nullptr : found;
}

QString languageFor(const QStringList& wanted) {
    for (const QString& each : wanted) {
        const QLocale locale(each);
        if (locale.language() == QLocale::Chinese)
            return isTraditional(locale) ? QStringLiteral("zh_TW") : QStringLiteral("zh_CN");
        if (locale.language() == QLocale::English)
            break;
    }
    return QStringLiteral("en");
}

QString chosenLanguage() {
    const QString kept = QSettings().value(settingsKey).toString();
    return findLanguage(kept) ? kept : languageFor(QLocale::system().uiLanguages());
}

void keepLanguage(const QString& id) {
    QSettings().setValue(settingsKey, id);
}

void installLanguage(const QString& id) {
    qDeleteAll(qApp->findChildren<QTranslator*>(translatorName, Qt::FindDirectChildrenOnly));
    const Language* chosen = findLanguage(id);
    const QString now = chosen ? id : QStringLiteral("en");
    qApp->setProperty(property, now);
    // English, Simplified and Traditional Chinese write numbers alike: 1,234.5.
    QLocale::setDefault(QLocale(now));
    Sentence::speakBy(now == QLatin1String("en") ? nullptr : coreSentence);
    if (now == QLatin1String("en"))
        return;
    install(QStringLiteral("qtbase_") + now, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("rnnscope_") + now, QStringLiteral(":/translations"));
}

QString language() {
    const QString now = qApp ? qApp->property(property).toString() : QString();
    return now.isEmpty() ? QStringLiteral("en") : now;
}

QString chineseForms() {
    return QLatin1String(findLanguage(language())->forms);
}

}  // namespace rnnscope
