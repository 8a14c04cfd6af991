// SPDX-License-Identifier: GPL-3.0-or-later
// "What has it learnt to say?": a lecture on a network that goes on by itself, by mouse and keys
// in the real window.
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "app/dial.h"
#include "app/message_bar.h"
#include "app/panels/generation_controls.h"
#include "app/panels/generation_panel.h"
#include "app/panels/loss_panel.h"
#include "app/panels/time_card.h"
#include "app/setup_thumbnail.h"
#include "core/generation.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class GenerationTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void aTextGoesOn();
    void itIsShownWhileItTrains();
    void whatTheControlsSayIsOneStepOfUndo();
    void theSequenceStaysWhatIsEdited();
    void aDocumentKeepsIt();
    void anotherSequenceIsShownAsItIs();
    void numbersGoOn();

  private:
    GenerationPanel& panel() {
        return *static_cast<GenerationPanel*>(window_->card("generation")->content());
    }
    GenerationControls& controls() { return *panel().controls(); }
    const Snapshot& shown() { return *document().snapshot(); }
    MessageBar& messages() { return *window_->findChild<MessageBar*>(); }
    std::string said() {
        return textOf(shown().setup, *shown().problem, shown().generated->classes);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        WindowTest::key(key, modifiers);
        settle();
    }
    void openExample(const QString& file, const QSize& size = {1920, 1080}) {
        open(size);
        for (const Example& example : examples())
            if (example.file.endsWith(file)) {
                Setup next = document().setup();
                example.applyTo(next);
                QVERIFY(document().change(next, "open").ok());
            }
        settle();
        bringForward("Generation");
    }
    /// Typed, and taken by Return.
    void goOnFrom(const QString& prompt) {
        QTest::mouseClick(controls().prompt(), Qt::LeftButton);
        QTest::keyClicks(controls().prompt(), prompt);
        QTest::keyClick(controls().prompt(), Qt::Key_Return);
        settle();
    }
};

void GenerationTest::aTextGoesOn() {
    for (const QSize& size : {QSize(1280, 720), QSize(1920, 1080)})
        for (const char* theme : {"light", "dark"}) {
            openExample("text.txt", size);
            window_->setTheme(theme);
            settle();
            shoot(QString("generation-before-%1-%2").arg(theme).arg(size.width()));
            goOnFrom("the ");
            QVERIFY(shown().generated);
            QCOMPARE(shown().generated->given, Index(4));
            QCOMPARE(said().substr(0, 4), std::string("the "));
            // All keys are for the lecture: step by step, the text grows.
            QCOMPARE(window_->playhead().position().step, 3);
            QVERIFY(!controls().prompt()->hasFocus());
            const QString before = panel().bars().headline();
            QVERIFY(before.contains("t = 4: drawn"));
            shoot(QString("generation-start-%1-%2").arg(theme).arg(size.width()));
            key(Qt::Key_Right);
            QCOMPARE(window_->playhead().position().step, 4);
            QVERIFY(panel().bars().headline() != before);
            QVERIFY(panel().accessibleDescription().startsWith(
                QString::fromStdString(said().substr(0, 6))));
            key(Qt::Key_End);
            QCOMPARE(window_->playhead().position().step, int(shown().steps()) - 1);
            QCOMPARE(window_->playhead().position().phase, Phase::Forward);
            QVERIFY(!window_->playhead().hasGradient());
            shoot(QString("generation-end-%1-%2").arg(theme).arg(size.width()));
            key(Qt::Key_G);
            QVERIFY2(messages().text().contains("no gradient"), qPrintable(messages().text()));
            // And back to the sequence.
            QTest::mouseClick(controls().button(), Qt::LeftButton);
            settle();
            QVERIFY(!shown().generated && shown().backward);
            window_.reset();
        }
}

void GenerationTest::itIsShownWhileItTrains() {
    openExample("text.txt");
    choose("optimizer", "adam");
    choose("lr", "0.02");
    choose("hidden", "24");
    goOnFrom("the ");
    const std::string before = said();
    key(Qt::Key_U);
    QCOMPARE(shown().update, 1);
    QVERIFY(shown().generated);
    key(Qt::Key_T);
    QVERIFY(document().isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(shown().update > 60, 60000);
    QVERIFY(shown().generated);
    QCOMPARE(window_->playhead().position().step, int(shown().steps()) - 1);
    key(Qt::Key_T);
    QVERIFY(!document().isTraining());
    QVERIFY(said() != before);
    const int update = shown().update;
    QCOMPARE(shown().history.size(), std::size_t(shown().known) + 1);
    QVERIFY(shown().history[std::size_t(update)].loss < shown().history[0].loss);
    auto* loss = static_cast<LossPanel*>(window_->card("loss")->content());
    QVERIFY(loss->chipText().startsWith("loss "));
    shoot("generation-trained");
    // Another draw leaves what was learnt.
    const Parameters learnt = shown().parameters;
    QTest::mouseClick(controls().dice(), Qt::LeftButton);
    settle();
    QCOMPARE(shown().update, update);
    QVERIFY(shown().parameters.items[0].value == learnt.items[0].value);
    // So does a way back through the updates, and the way out.
    key(Qt::Key_U, Qt::ShiftModifier);
    QCOMPARE(shown().update, update - 1);
    key(Qt::Key_U);
    QTest::mouseClick(controls().button(), Qt::LeftButton);
    settle();
    QCOMPARE(shown().update, update);
    QVERIFY(shown().parameters.items[0].value == learnt.items[0].value);
    QVERIFY(shown().backward);
    QCOMPARE(shown().history[std::size_t(update)].loss, shown().backward->loss.loss);
    window_.reset();
}

void GenerationTest::whatTheControlsSayIsOneStepOfUndo() {
    openExample("text.txt");
    goOnFrom("the ");
    const Setup start = document().setup();
    const std::string before = said();
    SetupSlider& slider = *controls().temperature()->slider();
    const auto at = [&](double value) {
        return QPoint(qRound(slider.xOf(value / 2)), slider.height() / 2);
    };
    QTest::mousePress(&slider, Qt::LeftButton, {}, at(1));
    for (const double value : {0.8, 0.6, 0.3}) {
        QMouseEvent move(QEvent::MouseMove, at(value), slider.mapToGlobal(at(value)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&slider, &move);
        settle();
    }
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, at(0.3));
    settle();
    QVERIFY(std::abs(shown().setup.generation.temperature - 0.3) < 0.06);
    QVERIFY(said() != before);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().setup() == start);
    QCOMPARE(said(), before);
    // Letter by letter, and taken back as one.
    QTest::mouseClick(controls().prompt(), Qt::LeftButton);
    QTest::keyClicks(controls().prompt(), "cl");
    settle();
    QCOMPARE(said().substr(0, 6), std::string("the cl"));
    // What the text does not have is told, and nothing else changes.
    QTest::keyClicks(controls().prompt(), "Q");
    QVERIFY2(messages().text().contains("'Q'"), qPrintable(messages().text()));
    QCOMPARE(document().setup().generation.prompt, std::string("the cl"));
    QTest::keyClick(controls().prompt(), Qt::Key_Escape);
    QCOMPARE(controls().prompt()->text(), QString("the cl"));
    QVERIFY(!controls().prompt()->hasFocus());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().setup() == start);
    QCOMPARE(controls().prompt()->text(), QString("the "));
    window_.reset();
}

void GenerationTest::theSequenceStaysWhatIsEdited() {
    open();
    bringForward("Generation");
    const Index given = shown().problem->input.cols();
    const auto count = document().undoStack().count();
    QTest::mouseClick(controls().button(), Qt::LeftButton);
    settle();
    QVERIFY(shown().generated);
    QVERIFY(shown().steps() > given);
    auto& inputs = *window_->findChild<TimeCard*>()->panel(TimeContent::Inputs);
    const QPoint from = inputs.inputPoint({0, 9}).toPoint();
    QTest::mouseMove(&inputs, from);
    QTest::mousePress(&inputs, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from - QPoint(0, 14),
                     inputs.mapToGlobal(from - QPoint(0, 14)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&inputs, &move);
    QTest::mouseRelease(&inputs, Qt::LeftButton, {}, from - QPoint(0, 14));
    settle();
    QVERIFY(document().setup().edits.empty());
    QCOMPARE(document().undoStack().count(), count + 1);
    // The column tells of the sequence that is learnt from.
    QVERIFY(
        window_->findChild<SetupThumbnail*>()->accessibleName().contains(QString::number(given)));
    window_.reset();
}

void GenerationTest::aDocumentKeepsIt() {
    openExample("text.txt");
    goOnFrom("the ");
    document().trainOn(8);
    QTRY_VERIFY(!document().isTraining());
    settle();
    const std::string text = said();
    const auto saved = toJson(document().content());
    QVERIFY(saved.ok());
    std::vector<std::string> warnings;
    auto read = documentFromJson(*saved, "text.rnnscope", warnings);
    QVERIFY(read.ok() && warnings.empty());
    QTest::mouseClick(controls().button(), Qt::LeftButton);
    settle();
    QVERIFY(document().open(*std::move(read)).ok());
    settle();
    QVERIFY(shown().generated);
    QCOMPARE(shown().update, 8);
    QCOMPARE(said(), text);
    QCOMPARE(controls().prompt()->text(), QString("the "));
    window_.reset();
}

void GenerationTest::anotherSequenceIsShownAsItIs() {
    openExample("text.txt");
    goOnFrom("the ");
    for (const Example& example : examples()) {
        Setup next = document().setup();
        example.applyTo(next);
        QVERIFY2(document().change(next, "open").ok(), qPrintable(example.name));
        settle();
        QVERIFY(!shown().generated);
    }
    window_.reset();
}

void GenerationTest::numbersGoOn() {
    for (const char* theme : {"light", "dark"}) {
        openExample("airline.csv", {1280, 720});
        window_->setTheme(theme);
        settle();
        QTest::mouseClick(controls().button(), Qt::LeftButton);
        settle();
        QCOMPARE(shown().generated->given, Index(144));
        QCOMPARE(window_->playhead().position().step, 143);
        QVERIFY(panel().curves().headline(143).contains("given"));
        key(Qt::Key_Right);
        shoot(QString("generation-airline-%1").arg(theme));
        window_.reset();
    }
}

QTEST_MAIN(GenerationTest)
#include "generation_test.moc"
