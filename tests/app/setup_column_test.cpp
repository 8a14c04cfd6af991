// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_column.h"

#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QToolButton>

#include "app/plot/style.h"
#include "app/setup_widgets.h"
#include "core/archive.h"
#include "core/carried.h"
#include "core/experiment.h"
#include "core/random.h"
#include "core/state_dict.h"
#include "core/weights.h"
#include "tests/app/setup_fixture.h"

using namespace rnnscope;
using Window = SetupWindow;

class SetupColumnTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { qApp->setStyle(makeStyle()); }

    // ---- column

    void choicesReachTheSetupAndComeBack() {
        Window w;
        const auto& ui = w.ui();
        const Setup before = w.setup();
        Window::choose(ui.readout, 1);
        QVERIFY(w.setup().readout == Readout::LastStep);
        QTest::mouseClick(ui.directions->button(1), Qt::LeftButton);
        QVERIFY(w.setup().bidirectional);
        ui.layers->setValue(3);
        QCOMPARE(w.setup().layers, 3);
        QTest::mouseClick(ui.clipping->button(2), Qt::LeftButton);
        QVERIFY(w.setup().clipping.mode == ClipMode::Norm);
        QTest::mouseClick(ui.clipping->button(1), Qt::LeftButton);
        QVERIFY(w.setup().clipping.mode == ClipMode::Value);
        w.type(ui.threshold, "0.25");
        w.type(ui.rate, "2");
        w.type(ui.length, "20");
        w.type(ui.units, "5");
        w.type(ui.forgetBias, "-2");
        w.type(ui.radius, "1.5");
        Window::choose(ui.cell, 3);
        QCOMPARE(w.setup().cell, std::string("gru"));
        Window::choose(ui.target, ui.target->findText("none"));
        QVERIFY(w.setup().target.kind == TargetSource::Kind::None);
        QVERIFY(w.document.settle());
        QCOMPARE(w.undoCount(), 13);

        while (w.undo->isEnabled())
            w.undo->trigger();
        QVERIFY(w.setup() == before);
        QCOMPARE(ui.readout->currentIndex(), 0);
        QCOMPARE(ui.directions->current(), 0);
        QCOMPARE(ui.layers->value(), 1);
        QCOMPARE(ui.clipping->current(), 0);
        QCOMPARE(ui.threshold->value(), std::optional(1.0));
        QCOMPARE(ui.rate->value(), std::optional(0.1));
        QCOMPARE(ui.length->value(), std::optional(50.0));
        QCOMPARE(ui.units->value(), std::optional(8.0));
        QVERIFY(!ui.forgetBias->value() && !ui.radius->value());
        QCOMPARE(ui.cell->currentText(), QString("LSTM"));
        QCOMPARE(ui.target->currentText(), QString("next value"));
        QCOMPARE(w.row->units()->value(), 8);
        QCOMPARE(w.row->cellButtons()->current(), 1);
    }

    void refusedLeavesTheControl() {
        Window w;
        QSignalSpy refused(&w.document, &Document::refused);
        Window::choose(w.ui().loss, 1);  // numbers are no classes
        QCOMPARE(refused.count(), 1);
        QCOMPARE(w.ui().loss->currentIndex(), 0);
        QVERIFY(w.setup().loss == Loss::MeanSquared);
        QCOMPARE(w.undoCount(), 0);
    }

    void targetsFollowTheSequence() {
        Window w;
        QVERIFY(w.ui().target->findText("column x") >= 0);
        QCOMPARE(w.ui().target->findText("the task's own"), -1);
        Window::choose(w.ui().target, w.ui().target->findText("column x"));
        QVERIFY(w.setup().target.kind == TargetSource::Kind::Column);
        QCOMPARE(w.ui().target->currentText(), QString("column x"));
        QCOMPARE(w.ui().length->scale().highest, 60.0);  // no step is lost
        Setup task = w.setup();
        QVERIFY(setOption(task, "task", "sine"));
        QVERIFY(w.document.change(task, "x"));
        QCOMPARE(w.ui().target->currentText(), QString("the task's own"));
        QCOMPARE(w.ui().target->findText("column x"), -1);
    }

    void lengthReachesFromEndToEnd() {
        Window w;
        QCOMPARE(w.ui().length->scale().highest, 59.0);  // 60 rows; the last has no next value
        for (const char* text : {"1", "59"}) {
            w.type(w.ui().length, text);
            QVERIFY(w.document.settle());
            QCOMPARE(w.document.snapshot()->steps(), QString(text).toLongLong());
        }
        w.type(w.ui().length, "60");
        QVERIFY(!w.ui().length->hint().isEmpty());
        QTest::keyClick(w.ui().length->field(), Qt::Key_Escape);
        QTest::mouseClick(w.ui().length->resetButton(), Qt::LeftButton);
        QVERIFY(!w.setup().sequence.length);
        QCOMPARE(w.ui().length->field()->text(), QString("59"));
    }

    void startStateFromAFile() {
        QTemporaryDir folder;
        const QString file = folder.filePath("start.npz");
        const Array arrays[] = {Array::matrix("h0", Eigen::MatrixXd::Constant(1, 8, 0.5)),
                                Array::matrix("c0", Eigen::MatrixXd::Constant(1, 8, 0.25))};
        QVERIFY(writeNpz(file.toStdString(), arrays));
        Window w;
        Window::choose(w.ui().start, w.ui().start->count() - 1);
        auto* dialog = w.column->findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(w.ui().start->currentText(), QString("zeros"));
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QCOMPARE(w.ui().start->currentText(), QString("start.npz"));
        QVERIFY(w.document.settle());
        QVERIFY(!w.document.snapshot()->problem->initial.empty());
        Window::choose(w.ui().start, 0);
        QVERIFY(w.setup().initialState.file.empty());
    }

    void stateCarriedOver() {
        Window w;
        // The file has one sequence: there is nothing before it.
        const auto* items = qobject_cast<QStandardItemModel*>(w.ui().start->model());
        QVERIFY(!items->item(1)->isEnabled());
        QVERIFY(!w.ui().shownRow->isVisible());
        Window::choose(w.row->sequence(), w.row->sequence()->findData("task:sine"));
        QVERIFY(items->item(1)->isEnabled());
        QVERIFY(!w.ui().shownRow->isVisible());
        const int before = w.undoCount();
        Window::choose(w.ui().start, 1);
        QVERIFY(w.setup().carryState);
        QCOMPARE(w.setup().sequence.shown, std::size_t(1));
        QCOMPARE(w.undoCount(), before + 1);
        QVERIFY(w.ui().shownRow->isVisible());
        QCOMPARE(w.ui().shown->value(), 2);
        QVERIFY(w.document.settle());
        const Snapshot& carried = *w.document.snapshot();
        QVERIFY(!statesBefore(carried.shape(), carried.record)[0].isZero(0));

        QTest::keyClick(w.ui().shown, Qt::Key_Up);
        QCOMPARE(w.setup().sequence.shown, std::size_t(2));
        QTest::mouseClick(w.ui().bothStarts, Qt::LeftButton);
        QCOMPARE(w.setup().lanes.others.size(), std::size_t(1));
        QVERIFY(!w.ui().bothStarts->isVisible());
        QVERIFY(w.document.settle());
        const auto lanes = lanesOf(w.document.snapshot());
        QCOMPARE(lanes.size(), std::size_t(2));
        QVERIFY(statesBefore(lanes[0]->shape(), lanes[0]->record)[0].isZero(0));
        QVERIFY(!statesBefore(lanes[1]->shape(), lanes[1]->record)[0].isZero(0));

        Window::choose(w.ui().start, 0);
        QVERIFY(!w.setup().carryState);
        QVERIFY(w.ui().shownRow->isVisible());  // still the third
        Window::choose(w.row->sequence(), w.row->sequence()->findData("task:adding"));
        QCOMPARE(w.setup().sequence.shown, std::size_t(0));
    }

    void weightsGiveTheSizes() {
        QTemporaryDir folder;
        const QString file = folder.filePath("a-rather-long-name-for-some-weights.safetensors");
        NetworkShape shape{.cell = findCell("lstm"), .hidden = 5, .layers = 2};
        Random random(3);
        const auto arrays = toArrays(Network::initialParameters(shape, random));
        QVERIFY(writeSafetensors(file.toStdString(), arrays));
        Window w("rnn");
        QSignalSpy wanted(w.column, &SetupColumn::weightsRequested);
        QTest::mouseClick(w.ui().openWeights, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        Setup next = w.setup();
        next.weights = {file.toStdString()};
        QVERIFY(w.document.change(next, {}).ok());
        QVERIFY(w.document.settle());
        QCOMPARE(w.ui().units->value(), std::optional(5.0));
        QCOMPARE(w.ui().layers->value(), 2);
        QCOMPARE(w.ui().cell->currentText(), QString("LSTM"));
        QCOMPARE(w.row->units()->value(), 5);
        QCOMPARE(w.row->cellButtons()->current(), 1);
        QVERIFY(!w.ui().units->isEnabled() && !w.row->units()->isEnabled());
        QVERIFY(!w.row->actions()[0]->isEnabled());
        QVERIFY(w.ui().forgetBias->isVisible());
        QVERIFY(w.column->widget()->minimumSizeHint().width() <= w.column->viewport()->width());
        QTest::mouseClick(w.ui().seededWeights, Qt::LeftButton);
        QVERIFY(w.document.settle());
        QCOMPARE(w.ui().units->value(), std::optional(8.0));
        QCOMPARE(w.ui().cell->currentText(), QString("RNN"));
        QVERIFY(w.ui().units->isEnabled() && w.row->actions()[2]->isEnabled());
        QCOMPARE(w.undoCount(), 2);
    }

    void engagedCountsTheHistory() {
        Window w;
        QVERIFY(!w.ui().engaged->isVisible());
        QTest::mouseClick(w.ui().clipping->button(2), Qt::LeftButton);
        w.type(w.ui().threshold, "1e-6");
        w.document.showUpdate(4);
        QVERIFY(w.document.settle());
        QCOMPARE(w.ui().engaged->text(), QString("Engaged in 4 of 4 updates"));
        w.type(w.ui().threshold, "1e6");
        QVERIFY(w.document.settle());
        QCOMPARE(w.ui().engaged->text(), QString("Engaged in 0 of 4 updates"));
    }

    // ---- row

    void cellKeysAndForms() {
        Window w("rnn-relu");
        QCOMPARE(w.row->cellButtons()->current(), 0);
        const auto actions = w.row->actions();
        QCOMPARE(actions.size(), 4);  // RNN, LSTM, GRU, a new seed
        QCOMPARE(actions[1]->shortcut(), QKeySequence("2"));
        actions[0]->trigger();
        QCOMPARE(w.setup().cell, std::string("rnn-relu"));
        actions[1]->trigger();
        QCOMPARE(w.setup().cell, std::string("lstm"));
        QTest::mouseClick(w.row->cellButtons()->button(2), Qt::LeftButton);
        QCOMPARE(w.setup().cell, std::string("gru"));
        actions[0]->trigger();
        QCOMPARE(w.setup().cell, std::string("rnn-relu"));
        QCOMPARE(w.undoCount(), 3);
        // Cells of other kinds are chosen in the column; then no button is down.
        Setup other = w.setup();
        other.cell = "ugrnn";
        QVERIFY(w.document.change(other, "Change cell"));
        QCOMPARE(w.row->cellButtons()->current(), -1);
        actions[1]->trigger();
        QCOMPARE(w.row->cellButtons()->current(), 1);
    }

    void everySequenceCanBeChosen() {
        Window w;
        SequenceCombo* menu = w.row->sequence();
        QSignalSpy refused(&w.document, &Document::refused);
        QSignalSpy opened(w.row, &ToolRow::openRequested);
        QSignalSpy drawn(w.row, &ToolRow::drawRequested);
        int chosen = 0;
        for (int k = 0; k < menu->count(); ++k) {
            const QString id = menu->itemData(k).toString();
            if (id.isEmpty() || id == "open" || id == "draw")
                continue;
            QVERIFY(!menu->itemData(k, Qt::ToolTipRole).toString().isEmpty());
            Window::choose(menu, k);
            QVERIFY2(refused.isEmpty(), qPrintable(menu->itemText(k)));
            QCOMPARE(menu->currentIndex(), k);
            QVERIFY(w.document.settle());
            QVERIFY(menu->closedText().startsWith(sequenceName(w.setup())));
            QVERIFY(
                menu->closedText().contains(QLocale().toString(w.document.snapshot()->steps())));
            ++chosen;
        }
        QCOMPARE(chosen, 13);
        Window::choose(menu, menu->findData("draw"));
        QCOMPARE(drawn.count(), 1);
        Window::choose(menu, menu->findData("open"));
        QCOMPARE(opened.count(), 1);
        QVERIFY(menu->currentText() != "Open file…");
    }

    void tasksKeepTheLength() {
        Window w;
        w.type(w.ui().length, "33");
        Window::choose(w.row->sequence(), w.row->sequence()->findData("task:adding"));
        QCOMPARE(w.setup().sequence.length, std::optional(Index(33)));
    }

    void numbersAndSeed() {
        Window w;
        w.row->units()->setValue(12);
        w.row->units()->setValue(13);
        QCOMPARE(w.setup().hidden, Index(13));
        QCOMPARE(w.undoCount(), 1);  // turned in a row
        const auto seed = w.setup().seed;
        QTest::mouseClick(w.row->newSeedButton(), Qt::LeftButton);
        QVERIFY(w.setup().seed != seed);
        QTest::mouseClick(w.row->newSeedButton(), Qt::LeftButton);
        QCOMPARE(w.undoCount(), 3);
        QCOMPARE(static_cast<std::uint64_t>(w.row->seed()->value()), w.setup().seed);

        Setup large = w.setup();
        large.seed = UINT64_MAX;
        QVERIFY(w.document.change(large, "x"));
        QCOMPARE(w.row->seed()->text(), QString::number(UINT64_MAX));
        QCOMPARE(w.setup().seed, UINT64_MAX);
        w.row->seed()->setValue(7);
        QCOMPARE(w.setup().seed, std::uint64_t(7));
    }

    void undoButtonsFollow() {
        Window w;
        QToolButton* button = nullptr;
        for (auto* each : w.row->findChildren<QToolButton*>())
            if (each->accessibleName().startsWith("Undo"))
                button = each;
        QVERIFY(button && !button->isEnabled());
        w.type(w.ui().units, "9");
        QVERIFY(button->isEnabled());
        QVERIFY(button->accessibleName().contains("Change units"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(w.setup().hidden, Index(8));
    }

    // ---- room

    void nothingIsCutOff_data() {
        QTest::addColumn<double>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void nothingIsCutOff() {
        QFETCH(double, scale);
        for (const char* cell : {"rnn", "lstm", "gru"}) {
            Window w(cell, scale);
            QVERIFY(w.row->minimumSizeHint().width() <= 1280 * scale);
            QVERIFY(w.column->widget()->minimumSizeHint().width() <= w.column->viewport()->width());
            for (const QWidget* top :
                 {static_cast<QWidget*>(w.column), static_cast<QWidget*>(w.row)})
                for (const auto* label : top->findChildren<QLabel*>())
                    if (label->isVisible())
                        QVERIFY2(label->sizeHint().width() <= label->width(),
                                 qPrintable(label->text()));
            for (const auto* button : w.frame.findChildren<QPushButton*>())
                QVERIFY2(button->sizeHint().width() <= button->width(), qPrintable(button->text()));
        }
    }
};

QTEST_MAIN(SetupColumnTest)
#include "setup_column_test.moc"
