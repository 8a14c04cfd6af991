// SPDX-License-Identifier: GPL-3.0-or-later
// Which language is spoken: the system's at first, then the one that was chosen.
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "app/language.h"
#include "app/plot/number.h"

using namespace rnnscope;

class LanguageChoiceTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void cleanup() { installLanguage("en"); }

    void theSystemChoosesFirst_data();
    void theSystemChoosesFirst();
    void aChoiceIsKept();
    void numbersStayAsTheyAre();

  private:
    QTemporaryDir folder_;
};

void LanguageChoiceTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    QVERIFY(QSettings().fileName().startsWith(folder_.path()));
}

void LanguageChoiceTest::theSystemChoosesFirst_data() {
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("id");
    QTest::newRow("mainland") << QStringList{"zh-CN", "en-US"} << "zh_CN";
    QTest::newRow("script alone") << QStringList{"zh-Hans"} << "zh_CN";
    QTest::newRow("Singapore") << QStringList{"zh-SG"} << "zh_CN";
    QTest::newRow("Taiwan") << QStringList{"zh-TW"} << "zh_TW";
    QTest::newRow("Hong Kong") << QStringList{"zh-Hant-HK", "zh-HK"} << "zh_TW";
    QTest::newRow("Hong Kong, simplified") << QStringList{"zh-Hans-HK"} << "zh_CN";
    QTest::newRow("Macao") << QStringList{"zh-MO"} << "zh_TW";
    QTest::newRow("second choice") << QStringList{"de-DE", "zh-TW", "en"} << "zh_TW";
    QTest::newRow("English first") << QStringList{"en-GB", "zh-CN"} << "en";
    QTest::newRow("none of them") << QStringList{"de-DE", "fr"} << "en";
    QTest::newRow("nothing said") << QStringList{"C"} << "en";
}

void LanguageChoiceTest::theSystemChoosesFirst() {
    QFETCH(QStringList, wanted);
    QTEST(languageFor(wanted), "id");
}

void LanguageChoiceTest::aChoiceIsKept() {
    QSettings().clear();
    QCOMPARE(chosenLanguage(), languageFor(QLocale::system().uiLanguages()));
    keepLanguage("zh_TW");
    QCOMPARE(chosenLanguage(), "zh_TW");
    QSettings().setValue("language", "tlh");  // of a newer version, say
    QCOMPARE(chosenLanguage(), languageFor(QLocale::system().uiLanguages()));
}

void LanguageChoiceTest::numbersStayAsTheyAre() {
    for (const Language& each : interfaceLanguages()) {
        installLanguage(each.id);
        QCOMPARE(language(), each.id);
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), "1,234.5");
        QCOMPARE(QStringLiteral("%L1").arg(12345), "12,345");
        QCOMPARE(shortNumber(0.6471), "0.647");
    }
}

QTEST_MAIN(LanguageChoiceTest)
#include "language_choice_test.moc"
