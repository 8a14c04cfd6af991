// SPDX-License-Identifier: GPL-3.0-or-later
// A lecture from start to handout, by clicks and keys in the real window.
#include <QAbstractButton>
#include <QDropEvent>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

#include "app/dial.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/import_dialog.h"
#include "app/message_bar.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/setup_column.h"
#include "app/setup_widgets.h"
#include "app/timeline.h"
#include "app/tool_row.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class JourneyTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup();
    void aLecture_data();
    void aLecture();
    void updatesStepBackToTheSameNumbers();
    void aBrokenFileLeavesEverythingAsItWas();
    void keysComeBackAfterTyping();
    void anotherSequenceStartsUntrained();
    void theReverseDirectionPlaysFromTheEnd();
    void spacePlaysToTheEnd();
    void everyCellAndTaskCanBeShown();
    void themesAndSizes();

  private:
    GradientPanel* gradients() { return window_->findChild<GradientPanel*>(); }
    void type(Dial* dial, const QString& text);
    void exportAll(const QDir& folder);
};

void JourneyTest::cleanup() {
    window_.reset();
}

void JourneyTest::type(Dial* dial, const QString& text) {
    QTest::mouseClick(dial->field(), Qt::LeftButton);
    dial->field()->selectAll();
    QTest::keyClicks(dial->field(), text);
    QTest::keyClick(dial->field(), Qt::Key_Return);
    QVERIFY(window_->document().settle());
}

void JourneyTest::aLecture_data() {
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << "light";
    QTest::newRow("dark") << "dark";
}

void JourneyTest::aLecture() {
    QFETCH(QString, theme);
    window_->setTheme(theme);
    Document& document = window_->document();
    Playhead& playhead = window_->playhead();

    // Drop the airline CSV on the window and accept what was read.
    const QString file = QString(RNNSCOPE_RESOURCES) + "/sequences/airline.csv";
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &drop);
    auto* import = window_->findChild<ImportDialog*>();
    QVERIFY(import);
    QVERIFY(QTest::qWaitForWindowExposed(import));
    const auto buttons = import->findChildren<QPushButton*>();
    const auto accept = std::find_if(buttons.begin(), buttons.end(),
                                     [](QPushButton* button) { return button->text() == "Open"; });
    QVERIFY(accept != buttons.end());
    QTRY_VERIFY((*accept)->isEnabled());
    QTest::qWait(300);  // for the picture: the file has been read
    QVERIFY(import->grab().save(QString(RNNSCOPE_SCREENSHOTS "/import-%1.png").arg(theme)));
    QTest::keyClick(import, Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<ImportDialog*>() ||
                !window_->findChild<ImportDialog*>()->isVisible());
    QTRY_COMPARE(QString::fromStdString(document.setup().sequence.file), file);
    QVERIFY(document.settle());
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QCOMPARE(int(document.snapshot()->steps()), 143);
    QCOMPARE(document.snapshot()->problem->inputNames.front(), std::string("passengers"));

    // RNN, then the LSTM by its key, play to the loss and back by hand.
    key(Qt::Key_1);
    QTRY_COMPARE(document.setup().cell, std::string("rnn"));
    key(Qt::Key_2);
    QTRY_COMPARE(document.setup().cell, std::string("lstm"));
    QVERIFY(document.settle());
    choose("length", "50");
    key(Qt::Key_Home);
    for (int k = 0; k < 50; ++k)
        key(Qt::Key_Right);
    QVERIFY2(playhead.position().phase == Phase::Loss,
             qPrintable(positionText(playhead.position(), playhead.length())));
    shoot("loss-" + theme);
    for (int k = 0; k < 31; ++k)
        key(Qt::Key_Right);
    QCOMPARE(playhead.position(), (Position{0, Phase::Backward, 19}));
    shoot("backward-" + theme);

    // Drag the timeline, and step back.
    auto* timeline = window_->findChild<Timeline*>();
    QVERIFY(timeline);
    const int middle = timeline->height() / 2;
    const Position before = playhead.position();
    QTest::mousePress(timeline, Qt::LeftButton, {}, {timeline->width() / 2, middle});
    QTest::mouseMove(timeline, {timeline->width() / 4, middle});
    QTest::mouseRelease(timeline, Qt::LeftButton, {}, {timeline->width() / 4, middle});
    QVERIFY(playhead.position() != before);
    QCOMPARE(playhead.position().phase, Phase::Forward);
    const int step = playhead.position().step;
    key(Qt::Key_Left);
    QCOMPARE(playhead.position().step, step - 1);

    auto* column = window_->findChild<SetupColumn*>();
    QVERIFY(column);
    // RNN with spectral radius 0.5: vanishing, near ln 0.5 per step.
    key(Qt::Key_1);
    type(column->controls().radius, "0.5");
    QCOMPARE(document.snapshot()->setup.cell, std::string("rnn"));
    QVERIFY2(gradients()->verdict().contains("vanishing"), qPrintable(gradients()->verdict()));
    const double rate = document.snapshot()->backward->decay.front()->rate;
    QVERIFY2(rate < std::log(0.5) + 0.02 && rate > std::log(0.5) - 0.5,
             qPrintable(QString::number(rate)));
    key(Qt::Key_End);
    shoot("vanishing-" + theme);

    // 1.6 and ReLU: exploding.
    type(column->controls().radius, "1.6");
    QCOMPARE(document.setup().spectralRadius, std::optional<double>(1.6));
    column->controls().cell->setFocus();
    QTest::keyClick(column->controls().cell, Qt::Key_Down);  // from RNN to RNN ReLU
    QTRY_COMPARE(document.setup().cell, std::string("rnn-relu"));
    QVERIFY(document.settle());
    QVERIFY2(gradients()->verdict().contains("exploding"), qPrintable(gradients()->verdict()));
    shoot("exploding-" + theme);

    // Clipping by norm: click its button; norm and angle are shown.
    const auto clipButtons = window_->findChildren<QAbstractButton*>();
    QAbstractButton* byNorm = nullptr;
    QAbstractButton* off = nullptr;
    for (QAbstractButton* button : clipButtons)
        if (button->property("segment") == "clip") {
            if (button->text().contains("norm"))
                byNorm = button;
            if (button->text().contains("off"))
                off = button;
        }
    QVERIFY(byNorm && off);
    QTest::mouseClick(off, Qt::LeftButton);
    QTRY_COMPARE(document.setup().clipping.mode, ClipMode::None);
    QTest::mouseClick(byNorm, Qt::LeftButton);
    QTRY_COMPARE(document.setup().clipping.mode, ClipMode::Norm);
    QVERIFY(document.settle());
    const auto& clip = document.snapshot()->backward->clip;
    QVERIFY(clip.normBefore > 1);
    QVERIFY(std::abs(clip.normAfter - 1) < 1e-5);
    QVERIFY(clip.angle < 1e-5);
    shoot("clipped-" + theme);

    // Update five times.
    for (int k = 0; k < 5; ++k)
        key(Qt::Key_U);
    QVERIFY(document.settle());
    QCOMPARE(document.snapshot()->update, 5);
    QCOMPARE(document.snapshot()->history.size(), std::size_t(6));
    key(Qt::Key_End);
    shoot("updated-" + theme);

    // Undo takes the clipping back, redo brings it again.
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document.setup().clipping.mode, ClipMode::None);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(document.setup().clipping.mode, ClipMode::Norm);
    QVERIFY(document.settle());

    exportAll(QDir(folder_.path()));
}

void JourneyTest::exportAll(const QDir& folder) {
    for (const QString format : {"png", "svg", "pdf"}) {
        key(Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window_->findChild<ExportDialog*>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        if (format == "png")
            QTest::qWait(600);  // for the picture: the preview has been drawn
        if (format == "png")
            QVERIFY(dialog->grab().save(RNNSCOPE_SCREENSHOTS "/export.png"));
        const QString file = folder.filePath("workspace." + format);
        dialog->saveTo(file);
        QTRY_VERIFY(!window_->findChild<ExportDialog*>());
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QVERIFY(QFileInfo(file).size() > 5000);
    }
    const QImage image(folder.filePath("workspace.png"));
    QVERIFY(image.width() > 1000);
    QFile svg(folder.filePath("workspace.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(!text.contains("<image"));
    QVERIFY(text.contains("exploding"));
}

void JourneyTest::updatesStepBackToTheSameNumbers() {
    Document& document = window_->document();
    key(Qt::Key_2);
    QVERIFY(document.settle());
    key(Qt::Key_End);
    const auto before = document.snapshot();
    key(Qt::Key_Right);
    QVERIFY(document.settle());
    QCOMPARE(document.snapshot()->update, 1);
    QVERIFY(document.snapshot()->record.output != before->record.output);
    key(Qt::Key_Left);
    QVERIFY(document.settle());
    QCOMPARE(document.snapshot()->update, 0);
    QVERIFY(document.snapshot()->record.output == before->record.output);
    QCOMPARE(document.snapshot()->backward->clip.normBefore, before->backward->clip.normBefore);
    for (std::size_t k = 0; k < before->parameters.items.size(); ++k)
        QVERIFY(document.snapshot()->parameters.items[k].value ==
                before->parameters.items[k].value);
}

void JourneyTest::aBrokenFileLeavesEverythingAsItWas() {
    const Setup before = window_->document().setup();
    const auto snapshot = window_->document().snapshot();
    auto* bar = window_->findChild<MessageBar*>();
    window_->openPath("/nowhere/data.csv");
    QVERIFY(bar->isVisible());
    QVERIFY(bar->text().contains("/nowhere/data.csv"));
    const QString broken = folder_.filePath("broken.json");
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\"format\": \"rnnscope-setup\", \"version\": 1, \"task\": \"sine\", \"hidden\": "
        "\"many\"}");
    file.close();
    window_->openPath(broken);
    QVERIFY(bar->text().contains("\"hidden\""));
    QVERIFY(window_->document().setup() == before);
    QCOMPARE(window_->document().snapshot(), snapshot);
    shoot("message");
}

// Typing a number or choosing from a list must not take the keys away from the lecture.
void JourneyTest::keysComeBackAfterTyping() {
    auto* tools = window_->findChild<ToolRow*>();
    const auto seed = window_->document().setup().seed;
    tools->seed()->setFocus();
    tools->seed()->selectAll();
    QTest::keyClicks(tools->seed(), "47");
    QTest::keyClick(tools->seed(), Qt::Key_Return);
    QTRY_VERIFY(!tools->seed()->hasFocus());
    QCOMPARE(window_->document().setup().seed, 47u);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window_->document().setup().seed, seed);

    tools->seed()->setFocus();
    tools->seed()->selectAll();
    QTest::keyClicks(tools->seed(), "99");
    QTest::keyClick(tools->seed(), Qt::Key_Escape);
    QTRY_VERIFY(!tools->seed()->hasFocus());
    QCOMPARE(window_->document().setup().seed, seed);
}

void JourneyTest::anotherSequenceStartsUntrained() {
    choose("length", "20");
    for (int k = 0; k < 3; ++k)
        key(Qt::Key_U);
    QCOMPARE(window_->playhead().position().update, 3);
    choose("task", "echo");
    QCOMPARE(window_->playhead().position().update, 0);
    QVERIFY(window_->document().settle());
    QCOMPARE(window_->document().snapshot()->update, 0);
}

// The reverse direction is computed from the end, so its cursor runs the other way.
void JourneyTest::theReverseDirectionPlaysFromTheEnd() {
    choose("bidirectional", "");
    window_->playhead().setReverse(true);
    key(Qt::Key_Home);
    auto* gradients = window_->findChild<GradientPanel*>();
    QCOMPARE(gradients->view().position.step, 49);
    key(Qt::Key_Right);
    QCOMPARE(gradients->view().position.step, 48);
    Q_EMIT gradients->stepRequested(10);
    QCOMPARE(gradients->view().position.step, 10);
    shoot("reverse");
}

void JourneyTest::spacePlaysToTheEnd() {
    Playhead& playhead = window_->playhead();
    choose("length", "12");
    playhead.setSpeed(60);
    key(Qt::Key_Home);
    key(Qt::Key_Space);
    QVERIFY(playhead.isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!playhead.isPlaying(), 10000);
    QCOMPARE(playhead.position().phase, Phase::Update);
}

// No cell, task, depth or direction leaves the window in a state it cannot draw.
void JourneyTest::everyCellAndTaskCanBeShown() {
    for (const Cell* cell : cells()) {
        choose("cell", QString::fromStdString(std::string(cell->id())));
        for (const char* layers : {"1", "2"}) {
            choose("layers", layers);
            window_->grab();
            QCOMPARE(window_->document().snapshot()->shape().cell, cell);
        }
    }
    choose("bidirectional", "");
    window_->playhead().setReverse(true);
    window_->playhead().setLayer(1);
    shoot("two-layers-two-directions");
    for (const char* task : {"sine", "adding", "copy", "latch", "temporal-order", "parity", "echo",
                             "airline", "airline-log-differences"}) {
        choose("task", task);
        shoot(QString("task-%1").arg(task));
    }
    choose("length", "1");
    shoot("one-step");
    choose("task", "sine");
    choose("target", "none");
    shoot("no-target");
    QVERIFY(!window_->document().snapshot()->backward);
    choose("target", "task");
    choose("cell", "rnn-relu");
    choose("spectral-radius", "2.5");
    choose("length", "2000");
    QVERIFY(window_->document().snapshot()->overflow);
    QVERIFY(window_->findChild<MessageBar*>()->isVisible());
    shoot("overflow");
    choose("hidden", "1");
    shoot("one-unit");
}

void JourneyTest::themesAndSizes() {
    choose("cell", "lstm");
    window_->playhead().moveTo({0, Phase::Backward, 19});
    for (const char* theme : {"light", "dark", "projector"}) {
        window_->setTheme(theme);
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            window_->resize(size);
            QCOMPARE(window_->size(), size);  // everything fits
            shoot(QString("window-%1-%2").arg(theme).arg(size.width()));
        }
    }
}

QTEST_MAIN(JourneyTest)
#include "journey_test.moc"
