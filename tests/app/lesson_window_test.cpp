// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons in the window: played by a clicker's two keys, with what each page sets, shows and points
// at, and the way back to what was there before.
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QtTest>

#include "app/lessons/choice_button.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_controls.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/spotlight.h"
#include "app/message_bar.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/setup_column.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

namespace {

const QByteArray small = R"({
  "format": "rnnscope-lesson", "version": 1, "id": "small", "title": "Small lesson",
  "setup": {"cell": "lstm", "hidden": 4, "task": "latch", "length": 12, "readout": "last-step",
            "loss": "cross-entropy"},
  "pages": [
    {"title": "First", "text": "The {f|forget gate} stands at $f_t$.",
     "at": {"phase": "backward", "step": 3, "unit": 2},
     "panels": ["gates", "gradients"],
     "point": [{"panel": "gates"}, {"quantity": "f"}]},
    {"title": "Second", "text": ["One.", "Two."], "set": {"forget-bias": 3},
     "panels": ["unrolled", "flow", "jacobians"],
     "point": [{"control": "forget-bias"}],
     "question": {"text": "Which?", "choices": ["none", "*some*", "all"], "answer": 2,
                  "why": "Because $x_1$."}},
    {"title": "Third", "text": "Trained.", "set": {"cell": "gru"}, "update": 7, "play": true}
  ]
})";

}  // namespace

class LessonWindowTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        open();
        QVERIFY(folder_.isValid());
    }
    void cleanup() { window_.reset(); }
    void pagesSetTheWindow();
    void twoKeysPlayALesson();
    void guessesAndAnswers();
    void aMessIsUndoneByOneKey();
    void closingGivesTheWindowBack();
    void undoLeadsBehindTheLesson();
    void whatIsOpenedTakesItsPlace();
    void brokenLessonsChangeNothing();
    void ringsFollowWhatTheyRing();
    void controlsGiveWayWhereThereIsLittleRoom();
    void whatCanBeNamedIsDocumented();
    void ownLessonsAreWhole_data();
    void ownLessonsAreWhole();

  private:
    LessonPlayer& lessons() { return window_->lessons(); }
    LessonColumn* column() { return window_->lessonColumn(); }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
    QString write(const QByteArray& text) {
        const QString file = folder_.filePath("lesson.json");
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("cannot write");
        return file;
    }
    void openSmall() {
        window_->openPath(write(small));
        QVERIFY2(lessons().isOpen(), qPrintable(messages()->text()));
        settle();
    }
    void checkPage(const QString& name);
    bool seen(const char* id) { return window_->card(id)->content()->isVisible(); }
};

void LessonWindowTest::pagesSetTheWindow() {
    openSmall();
    QVERIFY(column()->isVisible());
    QCOMPARE(column()->shownTitle(), "First");
    QCOMPARE(document().setup().cell, "lstm");
    QCOMPARE(document().setup().hidden, 4);
    const Position now = window_->playhead().position();
    QVERIFY(now.phase == Phase::Backward);
    QCOMPARE(now.step, 2);
    QCOMPARE(window_->playhead().unit(), 1);
    QVERIFY(window_->playhead().quantity());
    const auto f = *window_->playhead().quantity();
    QCOMPARE(document().snapshot()->shape().cell->quantities()[f].id, "f");
    // The panels of the page, and no others.
    QVERIFY(seen("time"));
    QVERIFY(seen("gradients"));
    for (const char* id : {"unrolled", "cell", "flow", "clipping", "loss", "jacobians"})
        QVERIFY2(!seen(id), id);
    QWidget* gates = window_->lessonPart({LessonTarget::Kind::Panel, "gates"});
    QVERIFY(gates && gates->isVisible());
    QVERIFY(!window_->lessonPart({LessonTarget::Kind::Panel, "hidden"})->isVisible());
    QCOMPARE(window_->spotlight()->parts().size(), 1);
    QVERIFY(window_->spotlight()->dimming() > 0);
    QVERIFY(window_->spotlight()->keepsBright(gates));  // "f" lights up there
    QVERIFY(!window_->spotlight()->keepsBright(
        window_->lessonPart({LessonTarget::Kind::Panel, "hidden"})));
    shoot("lesson-first");
    key(Qt::Key_PageDown);
    settle();
    // Each with a place of its own.
    for (const char* id : {"unrolled", "flow", "jacobians"})
        QVERIFY2(seen(id), id);
    QVERIFY(!seen("time"));
    QVERIFY(!seen("gradients"));
    QCOMPARE(*document().setup().forgetBias, 3.0);
    QVERIFY(window_->playhead().position().phase == Phase::Forward);
    shoot("lesson-question");
    key(Qt::Key_PageDown);
    key(Qt::Key_PageDown);
    settle();
    // Pages do not build on each other.
    QVERIFY(!document().setup().forgetBias);
    QCOMPARE(document().setup().cell, "gru");
    QCOMPARE(document().snapshot()->update, 7);
    QVERIFY(window_->playhead().isPlaying());
    QVERIFY(seen("unrolled") && seen("time") && seen("clipping"));
    QVERIFY(window_->spotlight()->parts().isEmpty());
    QVERIFY(!messages()->isVisible());
}

void LessonWindowTest::twoKeysPlayALesson() {
    openSmall();
    QCOMPARE(lessons().pageNumber(), 0);
    key(Qt::Key_PageUp);
    QCOMPARE(lessons().pageNumber(), 0);
    key(Qt::Key_PageDown);
    QCOMPARE(lessons().pageNumber(), 1);
    QVERIFY(lessons().hidesAnswer());
    key(Qt::Key_PageDown);  // the answer
    QCOMPARE(lessons().pageNumber(), 1);
    QVERIFY(lessons().isRevealed());
    key(Qt::Key_PageDown);
    QCOMPARE(lessons().pageNumber(), 2);
    key(Qt::Key_PageDown);  // there is no more
    QCOMPARE(lessons().pageNumber(), 2);
    key(Qt::Key_PageUp);
    QCOMPARE(lessons().pageNumber(), 1);
    QVERIFY(lessons().isRevealed());  // what was seen stays seen
    settle();
    QCOMPARE(*document().setup().forgetBias, 3.0);
}

void LessonWindowTest::guessesAndAnswers() {
    openSmall();
    key(Qt::Key_PageDown);
    settle();
    const auto& choices = column()->choices();
    QCOMPARE(choices.size(), std::size_t(3));
    auto* why = column()->findChildren<QLabel*>().constLast();
    for (QLabel* label : column()->findChildren<QLabel*>())
        if (label->text().contains("Because"))
            why = label;
    QVERIFY(!why->isVisible());
    QTest::mouseClick(choices[0], Qt::LeftButton);
    QVERIFY(choices[0]->state() == ChoiceButton::State::Chosen);
    QTest::mouseClick(choices[2], Qt::LeftButton);  // thought better of it
    QVERIFY(choices[0]->state() == ChoiceButton::State::Open);
    QVERIFY(choices[2]->state() == ChoiceButton::State::Chosen);
    QCOMPARE(column()->nextButton()->text(), "Show the answer");
    QTest::mouseClick(column()->nextButton(), Qt::LeftButton);
    QVERIFY(choices[0]->state() == ChoiceButton::State::Other);
    QVERIFY(choices[1]->state() == ChoiceButton::State::Right);
    QVERIFY(choices[2]->state() == ChoiceButton::State::Wrong);
    QVERIFY(choices[1]->accessibleName().contains("some"));
    QVERIFY(choices[1]->accessibleName().contains("right"));
    QVERIFY(why->isVisible());
    QTest::mouseClick(choices[0], Qt::LeftButton);  // too late
    QVERIFY(choices[0]->state() == ChoiceButton::State::Other);
    settle();
    shoot("lesson-answer");
}

void LessonWindowTest::aMessIsUndoneByOneKey() {
    openSmall();
    const Setup asSet = document().setup();
    const auto numbers = document().snapshot()->record.output;
    choose("hidden", "9");
    choose("cell", "rnn");
    document().showUpdate(5);
    settle();
    window_->playhead().toEnd();
    window_->card("gradients")->hide();
    key(Qt::Key_R);
    settle();
    QVERIFY(document().setup() == asSet);
    QCOMPARE(document().snapshot()->update, 0);
    QVERIFY(document().snapshot()->record.output == numbers);
    QCOMPARE(window_->playhead().position().step, 2);
    QVERIFY(seen("gradients"));
    QCOMPARE(lessons().pageNumber(), 0);
}

void LessonWindowTest::closingGivesTheWindowBack() {
    window_->card("flow")->hide();
    settle();
    const auto widths = [&] {
        QList<QRect> all;
        for (const char* id : {"unrolled", "time", "gradients", "clipping"})
            all << window_->card(id)->geometry();
        return all;
    };
    const auto before = widths();
    openSmall();
    key(Qt::Key_PageDown);
    settle();
    QVERIFY(!seen("clipping"));
    QTest::mouseClick(column()->closeButton(), Qt::LeftButton);
    settle();
    QVERIFY(!lessons().isOpen());
    QVERIFY(!column()->isVisible());
    QVERIFY(window_->spotlight()->parts().isEmpty());
    QVERIFY(!window_->spotlight()->isVisible());
    QVERIFY(window_->findChild<SetupColumn*>()->isVisible());
    QVERIFY(seen("clipping") && seen("time") && seen("unrolled"));
    QVERIFY(window_->card("flow")->isHidden());
    const auto after = widths();
    for (qsizetype k = 0; k < before.size(); ++k)
        QVERIFY((before[k].topLeft() - after[k].topLeft()).manhattanLength() <= 4 &&
                std::abs(before[k].width() - after[k].width()) <= 4);
    key(Qt::Key_PageDown);  // nothing to turn
    QVERIFY(!lessons().isOpen());
}

void LessonWindowTest::undoLeadsBehindTheLesson() {
    const Setup before = document().setup();
    openSmall();
    key(Qt::Key_PageDown);
    settle();
    const Setup second = document().setup();
    choose("hidden", "6");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == second);
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == before);
}

void LessonWindowTest::whatIsOpenedTakesItsPlace() {
    for (const bool fresh : {true, false}) {
        openSmall();
        QVERIFY(window_->lessons().isOpen());
        if (fresh)
            key(Qt::Key_N, Qt::ControlModifier);
        else
            window_->openPath(":/setups/first.json");
        settle();
        QVERIFY(!window_->lessons().isOpen());
        QVERIFY(!column()->isVisible());
        QVERIFY(window_->card("gradients")->isVisible());
        QCOMPARE(document().setup().seed, 4u);
    }
}

void LessonWindowTest::brokenLessonsChangeNothing() {
    const Setup before = document().setup();
    QByteArray wrong = small;
    wrong.replace("\"panels\": [\"gates\", \"gradients\"]",
                  "\"panels\": [\"gates\", \"gradient\"]");
    window_->openPath(write(wrong));
    QVERIFY(!lessons().isOpen());
    QVERIFY(messages()->tone() == MessageBar::Tone::Error);
    QVERIFY2(
        messages()->text().contains("lesson.json:8") && messages()->text().contains("gradient"),
        qPrintable(messages()->text()));
    QVERIFY(document().setup() == before);
    // Another lesson that is open stays at its page.
    openSmall();
    key(Qt::Key_PageDown);
    window_->openPath(write(small.left(small.size() / 2)));
    QVERIFY(lessons().isOpen());
    QCOMPARE(lessons().pageNumber(), 1);
    QVERIFY(messages()->tone() == MessageBar::Tone::Error);
}

void LessonWindowTest::ringsFollowWhatTheyRing() {
    openSmall();
    auto* light = window_->spotlight();
    QWidget* gates = window_->lessonPart({LessonTarget::Kind::Panel, "gates"});
    const auto around = [&](QWidget* part) {
        const auto rings = light->rings();
        if (rings.size() != 1)
            return false;
        const QRect inner(part->mapTo(window_.get(), QPoint()), part->size());
        return rings[0].contains(inner) && rings[0].width() < inner.width() + 12;
    };
    QVERIFY(around(gates));
    QVERIFY(light->geometry() == window_->rect());
    window_->resize(1500, 850);
    settle();
    QVERIFY(light->geometry() == window_->rect());
    QVERIFY(around(gates));
    window_->card("time")->hide();
    QVERIFY(light->rings().isEmpty());
    window_->card("time")->show();
    // Clicks go through, and end the dimming.
    QVERIFY(light->testAttribute(Qt::WA_TransparentForMouseEvents));
    QVERIFY(light->dimming() > 0);
    key(Qt::Key_Escape);
    QTRY_COMPARE(light->dimming(), 0.0);
    QVERIFY(around(gates));
}

void LessonWindowTest::controlsGiveWayWhereThereIsLittleRoom() {
    window_->resize(1280, 720);
    settle();
    openSmall();
    auto* controls = window_->findChild<SetupColumn*>();
    QVERIFY(!controls->isVisible());
    QTest::mouseClick(column()->controlsButton(), Qt::LeftButton);
    QVERIFY(controls->isVisible());
    QTest::mouseClick(column()->controlsButton(), Qt::LeftButton);
    QVERIFY(!controls->isVisible());
    // A page that points at one of them brings them back, and scrolls to it.
    key(Qt::Key_PageDown);
    settle();
    QVERIFY(controls->isVisible());
    QCOMPARE(window_->spotlight()->rings().size(), 1);
    // It points at no panel: all of them are looked at.
    QVERIFY(window_->spotlight()->keepsBright(window_->card("time")->parentWidget()));
    shoot("lesson-low");
}

void LessonWindowTest::whatCanBeNamedIsDocumented() {
    QFile file(RNNSCOPE_RESOURCES "/lessons/README.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString words = QString::fromUtf8(file.readAll());
    const auto names = [&](const QString& id) { return words.contains("`" + id + "`"); };
    for (const PanelKind& kind : panelKinds())
        QVERIFY2(names(kind.id), kind.id);
    for (const LessonControl& control : lessonControls()) {
        const QString id = QString::fromUtf8(control.id.data(), qsizetype(control.id.size()));
        QVERIFY2(names(id), qPrintable(id));
        QVERIFY2(window_->lessonPart({LessonTarget::Kind::Control, id.toStdString()}),
                 qPrintable(id));
    }
}

void LessonWindowTest::ownLessonsAreWhole_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("low") << QSize(1280, 720);
#ifndef __SANITIZE_ADDRESS__
    // Under sanitizers every page takes five times as long.
    QTest::newRow("high") << QSize(1920, 1080);  // as 4K at 200 %
#endif
}

/// Each of the program's own, by a clicker's two keys from its first page to its last, in each
/// language.
void LessonWindowTest::ownLessonsAreWhole() {
    QFETCH(QSize, size);
    window_->resize(size);
    settle();
    const QStringList files = ownLessonFiles();
    QCOMPARE(files.size(), 12);
    for (const QString& file : files) {
        const LessonReading reading = readLessonFile(file);
        const auto& lesson = reading.lesson;
        QVERIFY2(lesson, lesson ? "" : reading.problems.front().text().c_str());
        QVERIFY2(reading.warnings.empty(), qPrintable(file));
        QCOMPARE(lesson->languages.size(), languages.size());
        QVERIFY2(lesson->pages.size() >= 4 && lesson->pages.size() <= 8, qPrintable(file));
        window_->openLesson(file);
        QVERIFY2(lessons().isOpen() && lessons().lesson().id == lesson->id,
                 qPrintable(messages()->text()));
        bool asks = false;
        for (int page = 0; page < lessons().pageCount(); ++page) {
            QCOMPARE(lessons().pageNumber(), page);
            settle();
            checkPage(QString("%1-%2").arg(QString::fromStdString(lesson->id)).arg(page + 1));
            if (QTest::currentTestFailed())
                return;
            asks = asks || lessons().page().question;
            if (lessons().hidesAnswer())
                key(Qt::Key_PageDown);
            key(Qt::Key_PageDown);
        }
        QVERIFY2(asks, qPrintable(file));
        lessons().close();
    }
}

void LessonWindowTest::checkPage(const QString& name) {
    QVERIFY2(!messages()->isVisible() || messages()->tone() != MessageBar::Tone::Error,
             qPrintable(messages()->text()));
    for (const std::string& id : lessons().page().panels) {
        const QWidget* part = window_->lessonPart({LessonTarget::Kind::Panel, id});
        QVERIFY2(part->isVisible() && part->width() > 150 && part->height() > 40,
                 qPrintable(name + ": " + QString::fromStdString(id)));
        const QRect place(part->mapTo(window_.get(), QPoint()), part->size());
        QVERIFY2(window_->rect().contains(place),
                 qPrintable(name + ": " + QString::fromStdString(id)));
    }
    for (const LessonTarget& target : lessons().page().points) {
        QWidget* part = window_->lessonPart(target);
        QVERIFY2((part && part->isVisible()) || target.kind == LessonTarget::Kind::Quantity,
                 qPrintable(name + ": " + QString::fromStdString(target.id)));
    }
    window_->spotlight()->undim();
    for (const std::string_view language : languages) {
        column()->setLanguage(language);
        for (int k = 0; k < 3; ++k)
            QCoreApplication::processEvents();
        // Every word has its place: nothing is cut at the side, or lies over its neighbour.
        const QWidget* content = column()->scroller()->widget();
        QVERIFY(content->width() <= column()->scroller()->viewport()->width());
        int bottom = 0;
        for (int row = 0; row < content->layout()->count(); ++row)
            if (const QWidget* each = content->layout()->itemAt(row)->widget();
                each && each->isVisible()) {
                QVERIFY2(each->y() >= bottom, qPrintable(name));
                QVERIFY2(each->height() >= each->heightForWidth(each->width()), qPrintable(name));
                bottom = each->y() + each->height();
            }
        QVERIFY(bottom <= content->height());
        // Nobody need scroll before the answer.
        QVERIFY2(bottom <= column()->scroller()->viewport()->height(), qPrintable(name));
        const QString end = QString::fromUtf8(language.data(), qsizetype(language.size()));
        const QString file = QString("%1/lesson-%2-%3-%4.png")
                                 .arg(RNNSCOPE_SCREENSHOTS, name, end)
                                 .arg(window_->height());
        QVERIFY((language == "en" ? window_->grab() : column()->grab()).save(file));
    }
    column()->setLanguage("en");
}

QTEST_MAIN(LessonWindowTest)
#include "lesson_window_test.moc"
