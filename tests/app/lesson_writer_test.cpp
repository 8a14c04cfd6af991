// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is undone, kept, opened and saved, and what is broken changes nothing.
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QTextCursor>
#include <QToolButton>

#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "core/drawing.h"
#include "lesson_editor_fixture.h"

using namespace rnnscope;

class LessonWriterTest : public LessonEditorFixture {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }
    void cleanup() { close(); }

    void everyChangeIsUndone();
    void keysOfTheLesson();
    void aPauseEndsAStep();
    void unsavedLessonsAreAskedAbout();
    void anOpenLessonIsEdited();
    void aDrawnSequenceComesAlong();
    void whatIsNotSavedIsThereTheNextTime();
    void brokenFilesChangeNothing();
};

void LessonWriterTest::everyChangeIsUndone() {
    openEditor();
    const LessonDraft empty = draft();
    record("A title", "Some text");
    const LessonDraft whole = draft();
    // Words of one field are one step, whatever field has the keys.
    editor().text()->setFocus();
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(words(0, "text"), QString());
    QCOMPARE(editor().text()->toPlainText(), QString());
    QCOMPARE(words(0, "title"), QString("A title"));
    editor().pageTitle()->setFocus();
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().pageTitle()->text(), QString());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(draft() == empty);
    QVERIFY(!editor().pageTitle()->isVisible());
    for (int k = 0; k < 3; ++k)
        writer().undoStack().redo();
    QVERIFY(draft() == whole);
    // The network's own undo is another.
    QVERIFY(!document().undoStack().canUndo());
    // A blank at the end of what is typed stays until more is typed.
    type(editor().pageTitle(), " ");
    QVERIFY(editor().pageTitle()->text().endsWith(' '));
    // What was saved stays the file's, whatever is undone.
    const QString file = folder_.filePath("undone.json");
    QVERIFY(writer().save(file).ok());
    QVERIFY(!writer().isModified());
    writer().undoStack().undo();
    QCOMPARE(writer().file(), QFileInfo(file).absoluteFilePath());
    QVERIFY(writer().isModified());
    writer().beginNew();
    QCOMPARE(draft().pageCount(), std::size_t(0));
    QVERIFY(writer().file().isEmpty());
    writer().undoStack().undo();
    QCOMPARE(writer().file(), QFileInfo(file).absoluteFilePath());
    QCOMPARE(draft().pageCount(), std::size_t(1));
}

/// Wherever the focus is within the editor.
void LessonWriterTest::keysOfTheLesson() {
    openEditor();
    choose("cell", "gru");
    record("One", "Text");
    const QString file = folder_.filePath("keys.json");
    QVERIFY(writer().save(file).ok());
    choose("cell", "lstm");
    click(editor().againButton());
    editor().againButton()->setFocus();
    const auto cell = [&] { return writer().playable().lesson->pages[0].setup.cell; };
    QCOMPARE(cell(), std::string("lstm"));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(), std::string("gru"));
    QCOMPARE(document().setup().cell, std::string("lstm"));
    key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(cell(), std::string("lstm"));
    QVERIFY(writer().isModified());
    editor().text()->setFocus();
    key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!writer().isModified());
    QVERIFY(readLessonFile(file).problems.size() == 1);  // the lesson's title is missing
}

void LessonWriterTest::aPauseEndsAStep() {
    openEditor();
    record("One", "one two three");
    QTest::qWait(1100);
    QTextCursor caret = editor().text()->textCursor();
    caret.setPosition(3);
    editor().text()->setTextCursor(caret);
    type(editor().text(), " and");
    QCOMPARE(words(0, "text"), QString("one and two three"));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().text()->toPlainText(), QString("one two three"));
    QCOMPARE(editor().text()->textCursor().position(), 3);
    const auto button = [&](const QString& name) {
        for (auto* each : editor().findChildren<QToolButton*>())
            if (each->accessibleName() == name)
                return each;
        return static_cast<QToolButton*>(nullptr);
    };
    QVERIFY(button("Redo in the lesson")->isEnabled());
    key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(editor().text()->toPlainText(), QString("one and two three"));
    QCOMPARE(editor().text()->textCursor().position(), 7);
    QVERIFY(!button("Redo in the lesson")->isEnabled());
}

/// Before another lesson takes the place of one that is saved nowhere.
void LessonWriterTest::unsavedLessonsAreAskedAbout() {
    openEditor();
    record("Precious", "Text");
    type(editor().title(), "Mine");
    const auto answer = [&](QMessageBox::StandardButton choice) {
        auto* box = window_->findChild<QMessageBox*>();
        QVERIFY(box && box->isVisible());
        QVERIFY(box->text().contains("Mine"));
        QTest::mouseClick(box->button(choice), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        settle();
    };
    Q_EMIT editor().newRequested();
    answer(QMessageBox::Cancel);
    QCOMPARE(draft().pageCount(), std::size_t(1));
    window_->openLesson(ownLessonFiles()[4]);
    settle();
    window_->findChild<QAction*>("editLesson")->trigger();
    answer(QMessageBox::Cancel);
    QCOMPARE(words(0, "title"), QString("Precious"));
    const QString file = folder_.filePath("mine.json");
    QVERIFY(writer().save(file).ok());
    type(editor().title(), "!");
    window_->findChild<QAction*>("editLesson")->trigger();
    answer(QMessageBox::Save);
    QVERIFY(draft().pageCount() > 1);
    QVERIFY(readLessonFile(file).lesson);
    Q_EMIT editor().newRequested();  // as it was opened: nothing to ask
    QCOMPARE(draft().pageCount(), std::size_t(0));
}

void LessonWriterTest::anOpenLessonIsEdited() {
    open();
    window_->openLesson(ownLessonFiles()[6], 3);
    settle();
    const QString title = window_->lessonColumn()->shownTitle();
    window_->findChild<QAction*>("editLesson")->trigger();
    settle();
    QVERIFY(editor().isVisible());
    QVERIFY(!window_->lessons().isOpen());
    QCOMPARE(editor().pages()->currentRow(), 3);
    QCOMPARE(editor().pageTitle()->text(), title);
    QCOMPARE(editor().languages()->count(), 3);
    QVERIFY(writer().file().isEmpty());  // the program's own is not overwritten
    QCOMPARE(editor().problems()->text(), QString("Nothing is missing."));
    QCOMPARE(editor().text()->textCursor().position(), 0);  // read from the beginning
    shoot("editor-own");
    // In another of its languages.
    editor().languages()->setCurrentIndex(1);
    Q_EMIT editor().languages()->activated(1);
    QCOMPARE(editor().pageTitle()->text(), words(3, "title", "zh_CN"));
    QVERIFY(editor().pageTitle()->text() != title);
    editor().pageTitle()->setFocus();
    editor().pageTitle()->selectAll();
    QInputMethodEvent chinese;
    chinese.setCommitString(QString::fromUtf8("新"));
    QCoreApplication::sendEvent(editor().pageTitle(), &chinese);
    QCOMPARE(words(3, "title", "zh_CN"), QString::fromUtf8("新"));
    QCOMPARE(words(3, "title", "en"), title);
}

void LessonWriterTest::aDrawnSequenceComesAlong() {
    openEditor();
    Setup drawn = document().setup();
    drawn.sequence = {};
    drawn.sequence.task.clear();
    drawn.sequence.file = drawnFile;
    drawn.target = {};
    drawn.sequence.bytes = std::make_shared<const std::string>("x\n0.1\n0.2\n0.3\n0.4\n");
    QVERIFY(document().change(drawn, "draw").ok());
    settle();
    record("P", "Text");
    type(editor().title(), "T");
    const QString file = folder_.filePath("drawn/lesson.json");
    QDir().mkpath(QFileInfo(file).absolutePath());
    QVERIFY(writer().save(file).ok());
    QCOMPARE(QDir(folder_.filePath("drawn")).entryList(QDir::Files).size(), 2);
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll().contains("\"./"));
    // Also without what the editor has kept.
    QDir(QFileInfo(lastSetupFile()).absoluteDir().filePath("lesson")).removeRecursively();
    window_->openLesson(file);
    settle();
    QVERIFY(window_->lessons().isOpen());
    QCOMPARE(*document().setup().sequence.bytes, *drawn.sequence.bytes);
}

void LessonWriterTest::whatIsNotSavedIsThereTheNextTime() {
    openEditor();
    record("Kept", "Text");
    const LessonDraft before = draft();
    window_.reset();
    openEditor();
    QVERIFY(draft() == before);
    QCOMPARE(editor().pageTitle()->text(), QString("Kept"));
    QVERIFY(writer().isModified());
    const QString file = folder_.filePath("kept.json");
    QVERIFY(writer().save(file).ok());
    type(editor().pageTitle(), " more");
    window_.reset();
    window_ = std::make_unique<MainWindow>();
    window_->show();
    window_->openDefault();
    window_->findChild<QAction*>("writeLesson")->trigger();
    QCOMPARE(writer().file(), QFileInfo(file).absoluteFilePath());
    QVERIFY(writer().isModified());
    QCOMPARE(words(0, "title"), QString("Kept more"));
}

void LessonWriterTest::brokenFilesChangeNothing() {
    openEditor();
    record("One", "Text");
    const LessonDraft before = draft();
    const QString file = folder_.filePath("broken.json");
    for (const char* bytes :
         {"", "{", "[]", "{\"format\": \"rnnscope-lesson\", \"version\": 99}",
          "{\"format\": \"rnnscope-lesson\", \"version\": 1, \"pages\": [1]}"}) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        out.close();
        const auto status = writer().open(file);
        QVERIFY2(!status.ok(), bytes);
        QVERIFY(!status.error().text().empty());
        QVERIFY(draft() == before);
    }
    QVERIFY(!writer().open(folder_.filePath("none.json")).ok());
    QVERIFY(!writer().save(folder_.filePath("no/folder/lesson.json")).ok());
    QVERIFY(writer().file().isEmpty());
    // A page that cannot be computed is told of, and nothing changes.
    QVERIFY(draft() == before);
}

QTEST_MAIN(LessonWriterTest)
#include "lesson_writer_test.moc"
