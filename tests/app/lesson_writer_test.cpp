// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is undone, kept, opened and saved, and what is broken changes nothing.
#include <QComboBox>
#include <QLabel>
#include <QListWidget>

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

void LessonWriterTest::anOpenLessonIsEdited() {
    open();
    window_->openLesson(ownLessonFiles()[3], 2);
    settle();
    const QString title = window_->lessonColumn()->shownTitle();
    window_->findChild<QAction*>("editLesson")->trigger();
    settle();
    QVERIFY(editor().isVisible());
    QVERIFY(!window_->lessons().isOpen());
    QCOMPARE(editor().pages()->currentRow(), 2);
    QCOMPARE(editor().pageTitle()->text(), title);
    QCOMPARE(editor().languages()->count(), 3);
    QVERIFY(writer().file().isEmpty());  // the program's own is not overwritten
    QCOMPARE(editor().problems()->text(), QString("Nothing is missing."));
    // In another of its languages.
    editor().languages()->setCurrentIndex(1);
    Q_EMIT editor().languages()->activated(1);
    QCOMPARE(editor().pageTitle()->text(), words(2, "title", "zh_CN"));
    QVERIFY(editor().pageTitle()->text() != title);
    editor().pageTitle()->setFocus();
    editor().pageTitle()->selectAll();
    QInputMethodEvent chinese;
    chinese.setCommitString(QString::fromUtf8("新"));
    QCoreApplication::sendEvent(editor().pageTitle(), &chinese);
    QCOMPARE(words(2, "title", "zh_CN"), QString::fromUtf8("新"));
    QCOMPARE(words(2, "title", "en"), title);
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
