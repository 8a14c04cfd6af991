// SPDX-License-Identifier: GPL-3.0-or-later
// What pages of lessons switch within panels.
#include "app/lessons/lesson_switches.h"

#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/contributions_panel.h"
#include "app/panels/table.h"
#include "window_fixture.h"

using namespace rnnscope;

class LessonSwitchesTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }

    void theyAreDocumented();
    void everySwitchIsPut();
    void pagesSwitchWithinPanels();
};

void LessonSwitchesTest::theyAreDocumented() {
    QFile file(RNNSCOPE_RESOURCES "/lessons/README.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString words = QString::fromUtf8(file.readAll());
    for (const LessonSwitch& each : lessonSwitches()) {
        QStringList places;
        for (const std::string_view word : each.words)
            places << QString::fromUtf8(word.data(), qsizetype(word.size()));
        const QString id = QString::fromUtf8(each.id.data(), qsizetype(each.id.size()));
        const QString line = QString("`%1` %2").arg(id, places.join(", "));
        QVERIFY2(words.contains(line), qPrintable(line));
    }
}

/// Every switch to each of its places, in a panel of its own.
void LessonSwitchesTest::everySwitchIsPut() {
    for (const LessonSwitch& each : lessonSwitches())
        for (const char* id : each.panels) {
            const auto panel = findPanelKind(id)->make(Theme::light());
            QCOMPARE(each.place(*panel), std::size_t(0));
            for (std::size_t k = each.words.size(); k-- > 0;) {
                each.put(*panel, k);
                QCOMPARE(each.place(*panel), k);
            }
            const std::map<std::string, std::string> named{
                {std::string(each.id), std::string(each.words.back())}};
            putSwitches(*panel, "another", named);
            QCOMPARE(each.place(*panel), std::size_t(0));
            putSwitches(*panel, id, named);
            QCOMPARE(each.place(*panel), each.words.size() - 1);
            putSwitches(*panel, id, {});
            QCOMPARE(each.place(*panel), each.words.size() - 1);
        }
}

/// The page that names a switch puts it, the others put it back; others stay as they are.
void LessonSwitchesTest::pagesSwitchWithinPanels() {
    open();
    auto* shares = static_cast<ContributionsPanel*>(window_->card("contributions")->content());
    auto* bench = static_cast<ClippingPanel*>(window_->card("clipping")->content());
    bench->setPage(ClippingPanel::Page::Field);
    window_->openLesson(ownLessonFile("who-contributes"));
    settle();
    QVERIFY(!shares->showsWeights());
    window_->lessons().goTo(1);
    settle();
    QVERIFY(shares->showsWeights());
    shares->setWeights(false);
    key(Qt::Key_R);
    QVERIFY(shares->showsWeights());
    window_->lessons().goTo(2);
    settle();
    QVERIFY(!shares->showsWeights());
    QCOMPARE(bench->page(), ClippingPanel::Page::Field);
}

QTEST_MAIN(LessonSwitchesTest)
#include "lesson_switches_test.moc"
