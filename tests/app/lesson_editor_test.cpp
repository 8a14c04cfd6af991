// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson is written in the window as a teacher would: arranged, recorded, typed, put in order,
// tried and saved.
#include <QAction>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>

#include <QLabel>
#include "app/lessons/choice_fields.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_controls.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/time_card.h"
#include "app/panels/time_panel.h"
#include "lesson_editor_fixture.h"

using namespace rnnscope;

class LessonEditorTest : public LessonEditorFixture {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }
    void cleanup() { close(); }

    void aLessonIsWritten();
    void whatIsWrongIsToldAsItIsTyped();
    void pagesArePutInOrder();
    void aPageIsShownAndRecordedAgain();
    void whatIsRecordedIsWhatIsShown();
    void panelsStayWhenTheWindowIsResized();
    void aPreviewLeadsBack();
    void everythingCanBePointedAt();
    void anotherLanguageLeavesIt();
    void presentingLeavesIt();
    void itIsReachedByKeys();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};

void LessonEditorTest::aLessonIsWritten() {
    openEditor();
    QVERIFY(editor().isVisible());
    QVERIFY(!editor().pageTitle()->isVisible());  // there is no page yet
    QVERIFY(!editor().previewButton()->isEnabled());
    type(editor().title(), "How a gate forgets");
    choose("cell", "lstm");
    choose("hidden", "6");
    document().showUpdate(0);
    window_->playhead().moveTo({0, Phase::Forward, 7});
    record("One step", "Look at the *forget gate*.");
    QCOMPARE(window_->focusWidget(), editor().text());
    choose("forget-bias", "3");
    window_->card("gradients")->hide();
    record("Wide open", "Now it is open.");
    QCOMPARE(draft().pageCount(), std::size_t(2));
    QCOMPARE(words(1, "title"), QString("Wide open"));
    QTRY_COMPARE(editor().problems()->text(), QString("Nothing is missing."));

    click(editor().asks());
    QVERIFY(editor().choices()->isVisible());
    QCOMPARE(editor().choices()->count(), std::size_t(2));
    type(editor().findChildren<QPlainTextEdit*>().at(1), "What happens?");
    type(editor().choices()->field(0), "It forgets");
    type(editor().choices()->field(1), "It keeps");
    click(editor().choices()->mark(1));
    QCOMPARE(draft().answer(1), std::size_t(1));
    type(editor().findChildren<QPlainTextEdit*>().at(2), "The gate is near one.");
    QTRY_COMPARE(editor().problems()->text(), QString("Nothing is missing."));

    const QString file = folder_.filePath("My gate 1.json");
    QVERIFY(writer().save(file).ok());
    const LessonReading reading = readLessonFile(file);
    QVERIFY2(reading.lesson, reading.problems.empty() ? "" : reading.problems[0].text().c_str());
    QVERIFY(reading.warnings.empty());
    const Lesson& lesson = *reading.lesson;
    QCOMPARE(lesson.id, std::string("my-gate-1"));
    QCOMPARE(lesson.title.line("en"), std::string("How a gate forgets"));
    QCOMPARE(lesson.pages.size(), std::size_t(2));
    QCOMPARE(lesson.pages[0].setup.cell, std::string("lstm"));
    QCOMPARE(int(lesson.pages[0].setup.hidden), 6);
    QCOMPARE(lesson.pages[0].view.step, 7);
    QVERIFY(lesson.pages[0].panels.empty());  // a fresh start's
    const auto& panels = lesson.pages[1].panels;
    QVERIFY(std::find(panels.begin(), panels.end(), "gates") != panels.end());
    QVERIFY(std::find(panels.begin(), panels.end(), "gradients") == panels.end());
    QCOMPARE(lesson.pages[1].question->why.line("en"), std::string("The gate is near one."));
    // It plays as any other.
    window_->openLesson(file, 1);
    settle();
    QVERIFY(!editor().isVisible());
    QCOMPARE(window_->lessonColumn()->shownTitle(), QString("Wide open"));
    QVERIFY(window_->card("gradients")->isHidden());
}

void LessonEditorTest::whatIsWrongIsToldAsItIsTyped() {
    openEditor();
    QVERIFY(editor().problems()->text().contains("record it"));
    click(editor().recordButton());
    QVERIFY2(editor().problems()->text().contains("is empty"),
             qPrintable(editor().problems()->text()));
    type(editor().title(), "T");
    type(editor().pageTitle(), "P");
    type(editor().text(), "$never closed");
    QTRY_VERIFY(editor().problems()->text().contains("a $ is never closed"));
    type(editor().text(), "$");
    QTRY_COMPARE(editor().problems()->text(), QString("Nothing is missing."));
}

void LessonEditorTest::pagesArePutInOrder() {
    openEditor();
    for (const char* name : {"a", "b", "c"})
        record(name, "Text");
    const auto order = [&] {
        QString all;
        for (std::size_t k = 0; k < draft().pageCount(); ++k)
            all += words(k, "title");
        return all;
    };
    QCOMPARE(order(), QString("abc"));
    QListWidget* list = editor().pages();
    QCOMPARE(list->currentRow(), 2);
    writer().movePage(0);
    QCOMPARE(order(), QString("cab"));
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(list->item(0)->text().contains('c'));
    // As it is dragged: the last to the front.
    list->model()->moveRow({}, 2, {}, 0);
    QTRY_COMPARE(order(), QString("bca"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->item(1)).center());
    QCOMPARE(editor().pageTitle()->text(), QString("c"));
    list->setFocus();
    key(Qt::Key_Delete);
    QCOMPARE(order(), QString("ba"));
    QCOMPARE(editor().pageTitle()->text(), QString("a"));
    // A page goes in behind the one that is worked at.
    writer().setPage(0);
    record("x", "Text");
    QCOMPARE(order(), QString("bxa"));
    for (int k = 0; k < 3; ++k)
        writer().removePage();
    QCOMPARE(draft().pageCount(), std::size_t(0));
    QVERIFY(!editor().previewButton()->isEnabled());
}

void LessonEditorTest::aPageIsShownAndRecordedAgain() {
    openEditor();
    choose("cell", "gru");
    record("first", "Text");
    choose("cell", "lstm");
    window_->card("gradients")->hide();
    static_cast<ClippingPanel*>(window_->card("clipping")->content())
        ->setPage(ClippingPanel::Page::Field);
    window_->findChild<TimeCard*>()->setDisplay(TimeDisplay::Heatmap);
    record("second", "Text");
    const auto switches = writer().playable().lesson->pages[1].switches;
    QCOMPARE(switches,
             (std::map<std::string, std::string>{{"clipping", "field"}, {"time-as", "heat"}}));
    writer().setPage(0);
    Q_EMIT editor().showRequested();
    settle();
    QCOMPARE(document().setup().cell, std::string("gru"));
    QVERIFY(!window_->card("gradients")->isHidden());
    QVERIFY(editor().isVisible());
    QCOMPARE(static_cast<ClippingPanel*>(window_->card("clipping")->content())->page(),
             ClippingPanel::Page::Gradient);
    QCOMPARE(window_->findChild<TimeCard*>()->panel(TimeContent::Gates)->display(),
             TimeDisplay::Automatic);
    choose("hidden", "5");
    click(editor().againButton());
    QCOMPARE(words(0, "title"), QString("first"));
    QCOMPARE(int(writer().playable().lesson->pages[0].setup.hidden), 5);
    QCOMPARE(cellOf(1), std::string("lstm"));
    // It closes to what was there before.
    const bool hidden = window_->card("gradients")->isHidden();
    window_->findChild<QAction*>("writeLesson")->trigger();
    settle();
    QVERIFY(!editor().isVisible());
    QCOMPARE(window_->card("gradients")->isHidden(), hidden);
}

/// A training that runs is stopped first, and a window as at a fresh start names no panels,
/// whatever rows the cell has.
void LessonEditorTest::whatIsRecordedIsWhatIsShown() {
    openEditor();
    for (const char* cell : {"rnn", "gru", "lstm"}) {
        choose("cell", cell);
        click(editor().recordButton());
        QVERIFY2(draft().panels(*writer().page()).empty(), cell);
    }
    document().train();
    QTRY_VERIFY(document().update() > 3);
    click(editor().againButton());
    QVERIFY(!document().isTraining());
    QCOMPARE(writer().playable().lesson->pages[2].update, document().update());
    QCOMPARE(document().snapshot()->update, document().update());
}

void LessonEditorTest::panelsStayWhenTheWindowIsResized() {
    openEditor({1280, 720});
    choose("cell", "lstm");
    for (const char* id : {"gradients", "clipping", "unrolled"})
        window_->card(id)->hide();
    const auto places = [&] {
        QStringList seen;
        for (const char* id : {"gradients", "clipping", "unrolled", "time", "flow"})
            if (!window_->card(id)->isHidden())
                seen << id;
        return seen;
    };
    const QStringList before = places();
    for (const QSize& size : {QSize(1920, 1080), QSize(1280, 720)}) {
        window_->resize(size);
        settle();
        QCOMPARE(places(), before);
    }
    key(Qt::Key_F5);
    settle();
    QCOMPARE(places(), before);
    key(Qt::Key_F5);
    settle();
}

void LessonEditorTest::aPreviewLeadsBack() {
    openEditor();
    choose("cell", "gru");
    click(editor().recordButton());  // without words yet
    choose("cell", "rnn");
    record("Two", "Words");
    writer().setPage(0);
    click(editor().previewButton());
    QVERIFY(!editor().isVisible());
    QVERIFY(window_->lessonColumn()->isVisible());
    QCOMPARE(window_->lessonColumn()->shownTitle(), QString("…"));
    QCOMPARE(document().setup().cell, std::string("gru"));
    key(Qt::Key_PageDown);
    settle();
    QCOMPARE(window_->lessonColumn()->shownTitle(), QString("Two"));
    QVERIFY(finishedLessons().isEmpty());          // it is not seen, it is tried
    click(window_->lessonColumn()->nextButton());  // of the last page
    QVERIFY(editor().isVisible());
    QVERIFY(!window_->lessonColumn()->isVisible());
    QCOMPARE(words(0, "title"), QString());  // "…" was for the preview alone
    // The page where it stood is worked at, and shown.
    QCOMPARE(editor().pages()->currentRow(), 1);
    QCOMPARE(document().setup().cell, std::string("rnn"));
    writer().setPage(0);
    // Or by the menu, at the page where it stood.
    click(editor().previewButton());
    key(Qt::Key_PageDown);
    settle();
    window_->findChild<QAction*>("editLesson")->trigger();
    settle();
    QVERIFY(editor().isVisible());
    QCOMPARE(editor().pages()->currentRow(), 1);
    QVERIFY(!window_->lessons().isOpen());
    // Another lesson that is opened meanwhile is none, and leads back to what was before both.
    window_->card("flow")->hide();
    click(editor().recordButton());
    click(editor().previewButton());
    window_->openLesson(ownLessonFiles()[0]);
    settle();
    window_->lessons().close();
    settle();
    QVERIFY(!editor().isVisible());
    QVERIFY(!window_->card("flow")->isHidden());
}

void LessonEditorTest::everythingCanBePointedAt() {
    openEditor();
    choose("cell", "lstm");
    record("P", "Text");
    QMenu* menu = editor().pointsMenu();
    Q_EMIT menu->aboutToShow();
    const auto sub = [&](int k) { return menu->actions()[k]->menu(); };
    QCOMPARE(sub(1)->actions().size(), qsizetype(lessonControls().size()));
    for (int k = 0; k < 3; ++k) {
        QStringList names;
        for (const QAction* each : sub(k)->actions())
            names << each->text();
        QVERIFY2(!names.contains(""), qPrintable(names.join(" | ")));
        QCOMPARE(names.removeDuplicates(), 0);
    }
    sub(0)->actions()[0]->trigger();
    sub(1)->actions()[0]->trigger();
    sub(2)->actions()[0]->trigger();
    QCOMPARE(draft().points(0).size(), std::size_t(3));
    QCOMPARE(editor().problems()->text().contains("nothing") ? QString() : QString("told"),
             QString("told"));
    Q_EMIT menu->aboutToShow();
    QVERIFY(sub(0)->actions()[0]->isChecked());
    sub(0)->actions()[0]->trigger();
    QCOMPARE(draft().points(0).size(), std::size_t(2));
    type(editor().title(), "T");
    QVERIFY(writer().reading().lesson);
    click(editor().previewButton());
    QVERIFY(window_->spotlight()->dimming() > 0);
    window_->lessons().close();
    menu->actions().constLast()->trigger();
    QVERIFY(draft().points(0).empty());
}

void LessonEditorTest::anotherLanguageLeavesIt() {
    openEditor();
    record("One", "Text");
    window_->setLanguage("zh_CN");
    settle();
    QVERIFY(editor().isVisible());
    QCOMPARE(editor().pageTitle()->text(), QString("One"));
    QVERIFY(editor().recordButton()->text().contains(QString::fromUtf8("录")));
    type(editor().pageTitle(), "!");
    QCOMPARE(words(0, "title"), QString("One!"));
    click(editor().recordButton());
    QCOMPARE(draft().pageCount(), std::size_t(2));
    window_->setTheme("dark");
    settle();
    QVERIFY(editor().isVisible());
}

void LessonEditorTest::presentingLeavesIt() {
    openEditor();
    record("One", "Text");
    key(Qt::Key_F5);
    settle();
    QVERIFY(!editor().isVisible());
    window_->findChild<QAction*>("writeLesson")->trigger();
    QVERIFY(!editor().isVisible());
    key(Qt::Key_F5);
    settle();
    QVERIFY(editor().isVisible());
}

void LessonEditorTest::itIsReachedByKeys() {
    openEditor();
    record("One", "Text");
    const QList<QWidget*> stops = window_->focusStops();
    QVERIFY(stops.contains(editor().recordButton()));
    QVERIFY(stops.contains(editor().text()));
    QVERIFY(stops.indexOf(editor().pages()) < stops.indexOf(editor().text()));
    QVERIFY(stops.indexOf(editor().text()) < stops.indexOf(editor().saveButton()));
    // To the choices from the question, and on to why.
    click(editor().asks());
    QCOMPARE(window_->focusWidget()->accessibleName(), QString("Question"));
    click(editor().choices()->addButton());
    const QList<QWidget*> asked = window_->focusStops();
    const auto at = [&](const QString& name) {
        for (qsizetype k = 0; k < asked.size(); ++k)
            if (asked[k]->accessibleName() == name)
                return k;
        return qsizetype(-1);
    };
    QVERIFY(at("Question") < at("Choice A") && at("Choice A") < at("Choice B"));
    QVERIFY(at("Choice B") < at("Choice C") && at("Choice C") < at("Another choice"));
    QVERIFY(at("Another choice") < at("Why that is the answer"));
    editor().text()->setFocus();
    key(Qt::Key_Tab);
    QVERIFY(window_->focusWidget() != editor().text());
    QVERIFY(editor().isAncestorOf(window_->focusWidget()));
    // Letters are typed, not taken for the window's keys.
    type(editor().text(), "dharn ");
    QVERIFY(editor().text()->toPlainText().contains("dharn"));
    key(Qt::Key_Escape);
    QVERIFY(!window_->focusWidget() || !editor().isAncestorOf(window_->focusWidget()));
}

void LessonEditorTest::nothingIsCutOff_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("theme");
    for (const char* language : {"en", "zh_CN", "zh_TW"})
        for (const QSize& size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::addRow("%s %d", language, size.width())
                << language << size << (size.width() > 1800 ? "dark" : "light");
}

void LessonEditorTest::nothingIsCutOff() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(QString, theme);
    installLanguage(language);
    openEditor(size);
    window_->setTheme(theme);
    choose("cell", "lstm");
    record("How much is left after fifty steps of an echo", "The *forget gate* $f_t$ is near one.");
    type(editor().title(), "Forget");
    click(editor().asks());
    settle();
    for (const QAbstractButton* button : editor().findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        const int wanted = button->fontMetrics().horizontalAdvance(button->text());
        QVERIFY2(button->width() >= wanted, qPrintable(button->text()));
        QVERIFY2(button->height() >= button->fontMetrics().height(), qPrintable(button->text()));
    }
    for (const QLineEdit* field : editor().findChildren<QLineEdit*>())
        if (field->isVisible() && field->text().isEmpty())
            QVERIFY2(field->width() - 16 >=
                         field->fontMetrics().horizontalAdvance(field->placeholderText()),
                     qPrintable(field->placeholderText()));
    shoot(QString("editor-%1-%2").arg(language).arg(size.width()));
}

QTEST_MAIN(LessonEditorTest)
#include "lesson_editor_test.moc"
