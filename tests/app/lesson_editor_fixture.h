// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the lesson editor open, and hands at it.
#pragma once

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/language.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_writer.h"
#include "app/session.h"
#include "window_fixture.h"

namespace rnnscope {

class LessonEditorFixture : public WindowTest {
  protected:
    /// No lesson has been written yet.
    void forget() {
        QDir(QFileInfo(lastSetupFile()).absoluteDir().filePath("lesson")).removeRecursively();
        installLanguage("en");
    }
    void close() {
        window_.reset();
        installLanguage("en");
    }
    LessonEditor& editor() { return *window_->lessonEditor(); }
    LessonWriter& writer() { return *window_->findChild<LessonWriter*>(); }
    const LessonDraft& draft() { return writer().draft(); }
    void openEditor(const QSize& size = {1920, 1080}) {
        open(size);
        window_->findChild<QAction*>("writeLesson")->trigger();
        QVERIFY(window_->lessonEditor());
        settle();
    }
    void click(QAbstractButton* button) {
        QVERIFY(button->isVisible() && button->isEnabled());
        const QPoint mark(12, button->height() / 2);  // of a box to be ticked
        QTest::mouseClick(button, Qt::LeftButton, {}, mark);
        settle();
    }
    void type(QWidget* field, const QString& words) {
        field->setFocus();
        QTest::keyClicks(field, words);
        QCoreApplication::processEvents();
    }
    void record(const QString& title, const QString& text) {
        click(editor().recordButton());
        type(editor().pageTitle(), title);
        type(editor().text(), text);
    }
    QString words(std::size_t page, const char* field, const char* language = "en") {
        return QString::fromStdString(draft().words({page, field}, language));
    }
    std::string cellOf(std::size_t page) {
        return writer().playable().lesson->pages[page].setup.cell;
    }
};

}  // namespace rnnscope
