// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of itself: of each panel, in the manual, in three languages.
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QToolButton>

#include "app/card.h"
#include "app/help/help_html.h"
#include "app/help/help_popup.h"
#include "app/help/help_texts.h"
#include "app/help/manual_window.h"
#include "app/keys_sheet.h"
#include "app/language.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_player.h"
#include "app/message_bar.h"
#include "app/panels/table.h"
#include "app/words.h"
#include "core/lesson_text.h"
#include "window_fixture.h"

using namespace rnnscope;

class HelpTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { installLanguage("en"); }
    void cleanup() {
        window_.reset();
        installLanguage("en");
    }

    void everyPanelIsExplained();
    void everyTextIsInEveryLanguage();
    void linksAreRead();
    void aKeyExplainsAPanel();
    void theMenuOfACardExplainsIt();
    void theLinkLeadsToTheLesson();
    void theManualHasEverything_data();
    void theManualHasEverything();
    void keysAreCalledByWhatTheyAlwaysDo();
    void columnsAreLevel();
    void theSheetOfKeysFits_data() { theManualHasEverything_data(); }
    void theSheetOfKeysFits();
    void theManualIsSearched();
    void theManualLeadsToLessons();
    void nothingIsModalWhilePresenting();

  private:
    HelpPopup* popup() { return window_->findChild<HelpPopup*>(); }
    ManualWindow* manual() {
        key(Qt::Key_F1, Qt::ControlModifier);
        return window_->findChild<ManualWindow*>();
    }
    static void checkMarks(const LessonText& text) {
        for (const std::string_view language : languages) {
            QVERIFY(!text.line(language).empty());
            for (const std::string& each : text.in(language))
                QVERIFY2(markedText(each).ok(), each.c_str());
        }
        // Not one language in place of another.
        QVERIFY(text.in("en") != text.in("zh_CN"));
    }
};

void HelpTest::everyPanelIsExplained() {
    for (const PanelKind& kind : panelKinds()) {
        const PanelHelp* help = findPanelHelp(kind.id);
        QVERIFY2(help, kind.id);
        QVERIFY2(markedText(help->formula).ok(), kind.id);
        QVERIFY2(help->formula.find('$') != std::string::npos, kind.id);
        const QString file = ownLessonFile(QString::fromStdString(help->lesson));
        const auto lesson = readLessonFile(file).lesson;
        QVERIFY2(lesson, kind.id);
        QCOMPARE(lesson->id, help->lesson);
        QVERIFY2(help->page >= 0 && help->page < int(lesson->pages.size()), kind.id);
        // The page that it leads to shows the panel, where it says what it shows.
        const auto& panels = lesson->pages[std::size_t(help->page)].panels;
        const bool shown =
            std::find(panels.begin(), panels.end(), std::string(kind.id)) != panels.end();
        const QStringList seldom{"unit", "values", "phase-plane", "weights"};
        QVERIFY2(shown || seldom.contains(kind.id), kind.id);
    }
    open();
    for (const Card* card : window_->findChildren<Card*>())
        QVERIFY2(findPanelHelp(card->objectName()), qPrintable(card->objectName()));
    QCOMPARE(findPanelHelp("nosuch"), nullptr);
}

void HelpTest::everyTextIsInEveryLanguage() {
    QVERIFY(panelHelp().size() > panelKinds().size());  // the card that holds several has its own
    QVERIFY(howTos().size() >= 8);
    for (const PanelHelp& each : panelHelp()) {
        checkMarks(each.text);
        QVERIFY(each.text.in("zh_CN") != each.text.in("zh_TW"));
        // Two sentences.
        for (const auto& [language, stop] :
             {std::pair("en", ". "), std::pair("zh_CN", "。"), std::pair("zh_TW", "。")}) {
            const QString line = QString::fromStdString(each.text.line(language));
            QVERIFY2(line.count(QString::fromUtf8(stop)) + (line.endsWith('.') ? 1 : 0) >= 2,
                     qPrintable(line));
        }
    }
    for (const HowTo& each : howTos()) {
        checkMarks(each.title);
        checkMarks(each.text);
    }
}

void HelpTest::linksAreRead() {
    const auto link = lessonLink(QUrl("lesson:the-cliff/3"));
    QVERIFY(link);
    QCOMPARE(link->lesson, "the-cliff");
    QCOMPARE(link->page, 2);
    for (const char* bad : {"lesson:the-cliff", "lesson:the-cliff/0", "lesson:the-cliff/x",
                            "https://example.org/1", "lesson:a/1/2"})
        QVERIFY2(!lessonLink(QUrl(bad)), bad);
}

void HelpTest::aKeyExplainsAPanel() {
    open();
    Card* card = window_->card("gradients");
    // Nothing is in hand: it says how to choose.
    QCursor::setPos(window_->mapToGlobal(QPoint(2, 2)));
    key(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!popup());
    QVERIFY(window_->findChild<MessageBar*>()->text().contains("Point at a panel"));
    QCursor::setPos(card->mapToGlobal(card->rect().center()));
    settle();
    key(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(popup());
    QVERIFY(popup()->isVisible());
    QCOMPARE(popup()->accessibleName(), "Gradient through time");
    QVERIFY(popup()->text().contains("logarithmic"));
    popup()->grab().save(QStringLiteral(RNNSCOPE_SCREENSHOTS "/help-gradients.png"));
    QTest::keyClick(popup(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!popup());
}

void HelpTest::theMenuOfACardExplainsIt() {
    open();
    for (QAction* each : window_->card("time")->findChild<QMenu*>()->actions())
        if (each->text() == "What is this?")
            each->trigger();
    QVERIFY(popup());
    QCOMPARE(popup()->accessibleName(), "Inside, over time");
    QVERIFY(window_->screen()->availableGeometry().contains(popup()->geometry()));
    popup()->close();
}

void HelpTest::theLinkLeadsToTheLesson() {
    open();
    Q_EMIT window_->card("flow")->helpRequested();
    QVERIFY(popup());
    Q_EMIT popup()->findChildren<QLabel*>().last()->linkActivated("lesson:who-contributes/7");
    settle();
    QCOMPARE(window_->lessons().lesson().id, "who-contributes");
    QCOMPARE(window_->lessons().pageNumber(), 6);
}

void HelpTest::theManualHasEverything_data() {
    QTest::addColumn<QString>("language");
    for (const Language& each : interfaceLanguages())
        QTest::newRow(each.id) << QString(each.id);
}

void HelpTest::theManualHasEverything() {
    QFETCH(QString, language);
    installLanguage(language);
    open();
    const QString text = manual()->page()->toPlainText();
    for (const PanelKind& kind : panelKinds())
        QVERIFY2(text.contains(kind.title()), kind.id);
    for (const QString& file : ownLessonFiles()) {
        const QString title = lessonLine(readLessonFile(file).lesson->title, lessonLanguage());
        QVERIFY2(text.contains(title), qPrintable(title));
    }
    for (const HowTo& each : howTos())
        QVERIFY(text.contains(lessonLine(each.title, lessonLanguage())));
    for (const char* pressed : {"F1", "Ctrl+L", "F5", "Space", "PgDown"})
        QVERIFY2(text.contains(QKeySequence(pressed).toString(QKeySequence::NativeText)), pressed);
    QVERIFY(!text.contains('{') && !text.contains('$') && !text.contains('*'));
    manual()->grab().save(QStringLiteral(RNNSCOPE_SCREENSHOTS "/manual-%1.png").arg(language));
}

void HelpTest::keysAreCalledByWhatTheyAlwaysDo() {
    open();
    choose("cell", "gru");
    const QString change = document().undoStack().undoText();
    QVERIFY(!change.isEmpty());
    const QAction* undo = window_->findChild<QAction*>("undo");
    QVERIFY(undo->text().contains(change));  // in the menu
    const QString text = manual()->page()->toPlainText();
    QVERIFY(text.contains("Undo"));
    QVERIFY(!text.contains(undo->text()));
}

void HelpTest::columnsAreLevel() {
    using Breaks = std::pair<std::size_t, std::size_t>;
    QCOMPARE(columnBreaks({14, 11, 5, 6, 12, 18, 4}), Breaks(2, 5));
    QCOMPARE(columnBreaks({5, 5, 5}), Breaks(1, 2));
    QCOMPARE(columnBreaks({1, 1, 9}), Breaks(1, 2));
    QCOMPARE(columnBreaks({7}), Breaks(1, 1));
}

void HelpTest::theSheetOfKeysFits() {
    QFETCH(QString, language);
    installLanguage(language);
    for (const bool presenting : {false, true}) {
        open({1280, 720});
        if (presenting) {
            key(Qt::Key_F5);
            settle();
        }
        key(Qt::Key_F1);
        auto* sheet = window_->findChild<KeysSheet*>();
        QVERIFY(sheet);
        QCoreApplication::processEvents();
        QVERIFY2(sheet->width() <= window_->width() && sheet->height() <= window_->height(),
                 qPrintable(QString("%1 x %2").arg(sheet->width()).arg(sheet->height())));
        QStringList headings, said;
        for (const QLabel* each : sheet->findChildren<QLabel*>()) {
            QVERIFY(sheet->rect().contains(each->geometry()));
            QVERIFY(each->height() >= each->heightForWidth(each->width()));
            (each->property("role") == "heading" ? headings : said) << each->text();
        }
        QCOMPARE(headings.size(), 7);
        for (const QString& heading : headings)
            for (const QString& each : said)
                QVERIFY2(!each.startsWith(heading + ":"), qPrintable(each));
        // Every key of the menus, once.
        for (const QMenu* menu : window_->menuBar()->findChildren<QMenu*>())
            for (const QAction* action : menu->actions())
                if (!action->shortcut().isEmpty())
                    QCOMPARE(said.count(actionName(*action)), 1);
        sheet->grab().save(QStringLiteral(RNNSCOPE_SCREENSHOTS "/keys-%1%2.png")
                               .arg(language, presenting ? "-presenting" : ""));
        window_.reset();
    }
}

void HelpTest::theManualIsSearched() {
    open();
    ManualWindow* shown = manual();
    QTest::keyClicks(shown->search(), "cliff");
    QCOMPARE(shown->page()->textCursor().selectedText().toLower(), "cliff");
    const int first = shown->page()->textCursor().position();
    QTest::keyClick(shown->search(), Qt::Key_Return);
    QVERIFY(shown->page()->textCursor().position() > first);
    // From the last place on to the first one.
    for (int k = 0; k < 50 && shown->page()->textCursor().position() != first; ++k)
        QTest::keyClick(shown->search(), Qt::Key_Return);
    QCOMPARE(shown->page()->textCursor().position(), first);
    QVERIFY(shown->isVisible());  // Return does not close it
    QCOMPARE(manual(), shown);    // there is one
}

void HelpTest::theManualLeadsToLessons() {
    open();
    Q_EMIT manual()->page()->anchorClicked(QUrl("lesson:the-cliff/2"));
    settle();
    QCOMPARE(window_->lessons().lesson().id, "the-cliff");
    QCOMPARE(window_->lessons().pageNumber(), 1);
}

void HelpTest::nothingIsModalWhilePresenting() {
    open();
    key(Qt::Key_F5);
    settle();
    QVERIFY(manual()->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    manual()->close();
    key(Qt::Key_F5);
    settle();
}

QTEST_MAIN(HelpTest)
#include "help_test.moc"
