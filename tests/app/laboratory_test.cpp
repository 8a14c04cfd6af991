// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient laboratory in the real window, by clicks and keys.
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include "app/message_bar.h"
#include "app/panels/clipping_panel.h"
#include "app/panels/flow_panel.h"
#include "app/panels/loss_panel.h"
#include "app/setup_column.h"
#include "app/setup_widgets.h"
#include "app/tool_row.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

class LaboratoryTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup();
    void twinsInOneGesture_data();
    void twinsInOneGesture();
    void trainPauseAndScrub();
    void divergenceOffersTheRescue();
    void theGradientIsCheckedByKey();
    void pointingAtTheFlowMarksTheTimePlots();
    void onlyVisiblePanelsAreWorkedFor();
    void everyCardShows_data();
    void everyCardShows();
    void rowsOfLearningAct();

  private:
    void show(const char* name) {
        window_->openPath(QString(RNNSCOPE_RESOURCES "/setups/%1.json").arg(name));
        QVERIFY(window_->document().settle());
    }
    void raise(const char* card) {
        window_->card(card)->show();
        window_->card(card)->raise();
        QCoreApplication::processEvents();
    }
    MessageBar* messages() { return window_->findChild<MessageBar*>(); }
};

void LaboratoryTest::cleanup() {
    window_.reset();
}

void LaboratoryTest::twinsInOneGesture_data() {
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << "light";
    QTest::newRow("dark") << "dark";
}

void LaboratoryTest::twinsInOneGesture() {
    QFETCH(QString, theme);
    window_->setTheme(theme);
    show("explosion-and-rescue");
    choose("updates", "100");
    key(Qt::Key_W);
    Document& document = window_->document();
    QTRY_VERIFY_WITH_TIMEOUT(document.snapshot()->update == 100, 20000);
    QTRY_VERIFY(!document.isTraining());
    const Snapshot& shown = *document.snapshot();
    // The same seed: one gesture, two fates.
    QVERIFY(shown.twin && shown.twin->divergence && !shown.divergence);
    QVERIFY(shown.twin->divergence->update <= 2);
    QCOMPARE(shown.twin->history[0].loss, shown.history[0].loss);
    QVERIFY(shown.history[100].loss < 0.2 * shown.history[0].loss);
    QVERIFY(shown.history.engaged(100) > 0);
    auto* bench = window_->findChild<ClippingPanel*>();
    QVERIFY(bench->isVisible());
    QCOMPARE(bench->page(), ClippingPanel::Page::Twins);
    shoot("twins-" + theme);
    // One key takes it all back.
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document.settle());
    QVERIFY(!document.setup().training.twin);
    QCOMPARE(document.setup().clipping.mode, ClipMode::None);
}

void LaboratoryTest::trainPauseAndScrub() {
    choose("updates", "1000000");
    Document& document = window_->document();
    auto* button = window_->findChild<QPushButton*>("train");
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(document.isTraining());
    QCOMPARE(button->text(), QString("Pause"));
    auto* loss = window_->findChild<LossPanel*>();
    QTRY_VERIFY(loss->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(document.update() > 100, 20000);
    QCOMPARE(window_->playhead().position().update, document.update());
    key(Qt::Key_T);
    QVERIFY(!document.isTraining());
    QVERIFY(document.settle());
    const int head = document.update();
    const auto end = document.snapshot();

    // Back by the mouse in the curve, and on again by a key.
    QTest::mouseClick(loss, Qt::LeftButton, Qt::NoModifier,
                      QPoint(loss->width() / 2, loss->height() / 3));
    QVERIFY(document.settle());
    const int middle = document.update();
    QVERIFY2(middle > head / 4 && middle < 3 * head / 4, qPrintable(QString::number(middle)));
    QCOMPARE(window_->playhead().position().update, middle);
    QCOMPARE(document.snapshot()->known, head);
    key(Qt::Key_T, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!document.isTraining(), 20000);
    QCOMPARE(document.update(), middle + 1);
    for (std::size_t k = 0; k <= std::size_t(head); ++k)
        QVERIFY(document.snapshot()->history[k] == end->history[k]);
    key(Qt::Key_0);
    QVERIFY(document.settle());
    QCOMPARE(document.update(), 0);
    shoot("trained");
}

void LaboratoryTest::divergenceOffersTheRescue() {
    show("explosion-and-rescue");
    choose("updates", "60");
    key(Qt::Key_T);
    Document& document = window_->document();
    QTRY_VERIFY_WITH_TIMEOUT(!document.isTraining() && document.update() > 0, 20000);
    QVERIFY(document.snapshot()->divergence);
    QCOMPARE(document.update(), int(document.snapshot()->divergence->update));
    QCOMPARE(messages()->tone(), MessageBar::Tone::Warning);
    QVERIFY(messages()->text().startsWith("Diverged after update"));
    shoot("diverged");
    QTest::mouseClick(messages()->actionButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(document.snapshot()->update == 60, 20000);
    QCOMPARE(document.setup().clipping.mode, ClipMode::Norm);
    QVERIFY(!document.snapshot()->divergence);
}

void LaboratoryTest::theGradientIsCheckedByKey() {
    key(Qt::Key_G);
    QTRY_VERIFY_WITH_TIMEOUT(messages()->text().contains("agrees"), 20000);
    QVERIFY(messages()->text().contains("worst at"));
    choose("truncate", "5");
    key(Qt::Key_G);
    QTRY_VERIFY_WITH_TIMEOUT(messages()->text().contains("truncated BPTT"), 20000);
    QCOMPARE(messages()->tone(), MessageBar::Tone::Warning);
}

void LaboratoryTest::pointingAtTheFlowMarksTheTimePlots() {
    auto* flow = window_->findChild<FlowPanel*>();
    Document& document = window_->document();
    QTRY_VERIFY(document.analyses() && document.analyses()->of == document.snapshot());
    // Lower left: a late loss, an early state.
    const QPoint place(flow->width() / 5, flow->height() * 2 / 3);
    QTest::mouseMove(flow, place);
    QWidget* under = flow->childAt(place);
    QTest::mouseMove(under ? under : flow, under ? under->mapFrom(flow, place) : place);
    QTRY_VERIFY(window_->playhead().pair());
    const StepPair pair = *window_->playhead().pair();
    QVERIFY(pair.loss > pair.state);
    QWidget* target = under ? under : flow;
    QTest::mouseClick(target, Qt::LeftButton, Qt::NoModifier, target->mapFrom(flow, place));
    QTRY_VERIFY(document.analyses()->span);
    QCOMPARE(document.analyses()->span->from, Index(pair.state));
    QCOMPARE(document.analyses()->span->to, Index(pair.loss));
    shoot("flow-span");
}

void LaboratoryTest::onlyVisiblePanelsAreWorkedFor() {
    Document& document = window_->document();
    QTRY_COMPARE(document.analysisRequest().wanted, unsigned(FlowAnalysis));
    raise("contributions");
    QTRY_COMPARE(document.analysisRequest().wanted,
                 unsigned(PathsAnalysis | ContributionsAnalysis));
    raise("jacobians");
    QTRY_COMPARE(document.analysisRequest().wanted,
                 unsigned(PathsAnalysis | ContributionsAnalysis | SpectrumAnalysis));
    window_->card("contributions")->hide();
    window_->card("jacobians")->hide();
    window_->card("flow")->hide();
    QTRY_COMPARE(document.analysisRequest().wanted, unsigned(NoAnalysis));
}

void LaboratoryTest::everyCardShows_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* theme : {"light", "dark", "projector"})
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::newRow(qPrintable(QString("%1 %2").arg(theme).arg(size.width())))
                << theme << size;
}

void LaboratoryTest::everyCardShows() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    window_->setTheme(theme);
    window_->resize(size);
    show("one-bit-through-noise");
    choose("updates", "40");
    key(Qt::Key_T);
    Document& document = window_->document();
    QTRY_VERIFY_WITH_TIMEOUT(document.update() == 40, 20000);
    window_->playhead().moveTo({40, Phase::Backward, 4});
    for (const char* card :
         {"gradients", "jacobians", "flow", "contributions", "clipping", "loss", "cliff"}) {
        raise(card);
        QWidget* content = window_->card(card)->content();
        QVERIFY2(content->isVisible(), card);
        QTRY_VERIFY(document.analysisRequest().wanted == NoAnalysis ||
                    (document.analyses() && document.analyses()->of == document.snapshot()));
        QTest::qWait(60);
        // Everything is inside the window.
        const QRect place(content->mapTo(window_.get(), QPoint()), content->size());
        QVERIFY2(window_->rect().contains(place), card);
        shoot(QString("%1-%2-%3").arg(card, theme).arg(size.width()));
    }
}

void LaboratoryTest::rowsOfLearningAct() {
    auto* column = window_->findChild<SetupColumn*>();
    for (QToolButton* more : column->moreButtons()) {
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(more->isChecked());
    }
    const auto& ui = column->controls();
    QVERIFY(ui.sequences->isVisible() && ui.recurrent->isVisible());
    Document& document = window_->document();
    const auto pick = [&](QComboBox* combo, int index) {
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
        QVERIFY(document.settle());
    };
    pick(ui.optimizer, 2);
    QCOMPARE(document.setup().training.optimizer, OptimizerKind::Adam);
    pick(ui.recurrent, 2);
    QCOMPARE(document.setup().recurrent, RecurrentForm::Identity);
    pick(ui.biases, 1);
    QVERIFY(document.setup().zeroBiases);
    // No more than the file holds can be chosen.
    ui.sequences->setValue(3);
    QCOMPARE(document.setup().training.sequences, Index(1));
    QCOMPARE(ui.sequences->value(), 1);
    choose("task", "sine");
    ui.sequences->setValue(3);
    QVERIFY(document.settle());
    QCOMPARE(document.setup().training.sequences, Index(3));
    pick(ui.fresh, 1);
    QVERIFY(document.setup().training.fresh);
    for (int k = 0; k < 3; ++k)
        key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document.settle());
    QVERIFY(!document.setup().training.fresh);
    QCOMPARE(document.setup().training.sequences, Index(1));
}

QTEST_MAIN(LaboratoryTest)
#include "laboratory_test.moc"
