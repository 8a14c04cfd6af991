// SPDX-License-Identifier: GPL-3.0-or-later
// Weights into the window, with what was made of them to see before, and out of it.
#include "app/dialogs/weights_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>

#include "app/message_bar.h"
#include "app/setup_column.h"
#include "app/setup_widgets.h"
#include "core/random.h"
#include "core/weights.h"
#include "window_fixture.h"

using namespace rnnscope;

class WeightsDialogTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void showsAndLoads();
    void cancelLeavesAll();
    void dropped();
    void whatDoesNotFitCannotBeLoaded();
    void whatIsNoNetworkIsTold();
    void theUserKnowsTheCell();
    void savesWhatIsOnTheScreen();
    void theColumnsButton();
    void looks_data();
    void looks();

  private:
    /// A file of weights of some network.
    QString file(const NetworkShape& shape, const std::string& prefix = {},
                 const std::map<std::string, std::string>& metadata = {}) {
        Random random(3);
        auto arrays = toArrays(Network::initialParameters(shape, random), prefix);
        for (Array& array : arrays)  // the read-out has a name of its own
            if (const auto at = array.name.find("fc."); at != std::string::npos)
                array.name = "head." + array.name.substr(at + 3);
        arrays.push_back(Array::vector("norm.running_mean", Eigen::VectorXd::Ones(3)));
        const QString path = folder_.filePath("given.safetensors");
        if (!writeSafetensors(path.toStdString(), arrays, metadata))
            qFatal("not written");
        return path;
    }
    WeightsDialog* dialog() { return window_->findChild<WeightsDialog*>(); }
    QString said(const char* name) { return dialog()->findChild<QLabel*>(name)->text(); }
    QPushButton* button(const QString& words) {
        for (auto* each : dialog()->findChildren<QPushButton*>())
            if (each->text() == words)
                return each;
        return nullptr;
    }
    QString line(int row) {
        auto* table = dialog()->findChild<QTableWidget*>();
        QStringList cells;
        for (int k = 0; k < table->columnCount(); ++k)
            cells << table->item(row, k)->text();
        return cells.join(" | ");
    }
    void click(const QString& words) {
        QTest::mouseClick(button(words), Qt::LeftButton);
        settle();
    }
    QAction* action(const QString& words) {
        for (QAction* each : window_->findChildren<QAction*>())
            if (each->text() == words)
                return each;
        return nullptr;
    }
};

void WeightsDialogTest::showsAndLoads() {
    choose("cell", "gru");
    choose("forget-bias", "2");
    choose("edit", "x@2=0.5,weight_hh_l0.r[1,1]=3");
    document().showUpdate(3);
    settle();
    const Setup before = document().setup();
    window_->openPath(file({.cell = findCell("lstm"), .hidden = 16, .layers = 2}, "net.lstm.",
                           {{"cell", "lstm"}}));
    QVERIFY(dialog() && dialog()->isVisible());
    QCOMPARE(document().setup(), before);  // nothing is applied yet
    QCOMPARE(said("facts"), QString("GRU → LSTM · layers 1 → 2 · one direction · hidden 8 → 16 · "
                                    "inputs 1 · outputs 1"));
    QVERIFY(said("notes").contains("net.lstm."));
    QVERIFY(said("notes").contains("head"));
    QVERIFY(said("notes").contains("forget bias, edited weights"));
    QCOMPARE(line(0), QString("net.lstm.weight_ih_l0 | (64, 1) | F64 | weight_ih_l0"));
    QVERIFY(line(8).endsWith("fc.weight"));
    QVERIFY(line(10).startsWith("norm.running_mean"));
    QVERIFY(line(10).contains("left unused"));
    QVERIFY(said("error").isEmpty());
    QVERIFY(!dialog()->findChild<QComboBox*>("cell"));
    click("Load");
    const Setup& now = document().setup();
    QVERIFY(!now.weights.bytes->empty());
    QVERIFY(!now.forgetBias);
    QCOMPARE(now.edits.size(), std::size_t{1});  // the input's stays
    const auto snapshot = document().snapshot();
    QCOMPARE(snapshot->update, 0);
    QCOMPARE(snapshot->shape().hidden, Eigen::Index(16));
    QCOMPARE(snapshot->parameters.items.front().value(5, 0), (*now.weights.arrays)[0].data[5]);
    // Undo brings the network back, and what was learnt.
    document().undoStack().undo();
    settle();
    QCOMPARE(document().setup(), before);
    QCOMPARE(document().snapshot()->update, 3);
}

void WeightsDialogTest::cancelLeavesAll() {
    const Setup before = document().setup();
    const int undo = document().undoStack().count();
    window_->openPath(file({.cell = findCell("gru"), .hidden = 3}));
    click("Cancel");
    QCOMPARE(document().setup(), before);
    QCOMPARE(document().undoStack().count(), undo);
}

void WeightsDialogTest::dropped() {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file({.cell = findCell("gru"), .hidden = 3}))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &drop);
    QVERIFY(dialog() && dialog()->isVisible());
}

void WeightsDialogTest::whatDoesNotFitCannotBeLoaded() {
    window_->openPath(file({.cell = findCell("lstm"), .input = 3, .hidden = 4}));
    QVERIFY(said("error").contains("3 inputs"));
    QVERIFY(!said("error").contains('\n'));
    QVERIFY(!button("Load")->isEnabled());
}

void WeightsDialogTest::whatIsNoNetworkIsTold() {
    const Setup before = document().setup();
    const QString path = folder_.filePath("bad.safetensors");
    QFile bad(path);
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("12345") == 5);
    bad.close();
    const QString named = file({.cell = findCell("gru"), .hidden = 3}, {}, {{"cell", "lstm"}});
    for (const QString& each : {path, named, folder_.filePath("none.safetensors")}) {
        window_->openPath(each);
        QVERIFY(!dialog());
        QVERIFY(window_->findChild<MessageBar*>()->isVisible());
        QCOMPARE(document().setup(), before);
    }
}

void WeightsDialogTest::theUserKnowsTheCell() {
    choose("cell", "gru");
    window_->openPath(file({.cell = findCell("gru"), .hidden = 3}));
    auto* cell = dialog()->findChild<QComboBox*>("cell");
    QVERIFY(cell);
    QCOMPARE(cell->currentData().toString(), QString("gru"));
    QCOMPARE(cell->count(), 3);  // both forms of the GRU, and the coupled LSTM
    cell->setCurrentIndex(cell->findData("lstm-coupled"));
    Q_EMIT cell->activated(cell->currentIndex());
    QVERIFY(said("facts").startsWith("GRU → "));
    click("Load");
    QCOMPARE(document().snapshot()->shape().cell->id(), std::string_view("lstm-coupled"));
    // The choice stays the user's, unless the file names its cell.
    choose("cell", "gru");
    QCOMPARE(document().snapshot()->shape().cell->id(), std::string_view("gru"));
}

void WeightsDialogTest::savesWhatIsOnTheScreen() {
    choose("cell", "mgu");
    document().showUpdate(2);
    settle();
    const auto shown = document().snapshot();
    QVERIFY(action("Save &weights…"));
    action("Save &weights…")->trigger();
    auto* files = window_->findChild<QFileDialog*>();
    QVERIFY(files);
    const QString path = folder_.filePath("saved.safetensors");
    Q_EMIT files->fileSelected(path);
    delete files;
    choose("cell", "ugrnn");
    window_->openPath(path);
    QVERIFY(said("notes").contains("names its cell"));
    click("Load");
    const auto back = document().snapshot();
    QCOMPARE(back->shape().cell->id(), std::string_view("mgu"));
    for (std::size_t k = 0; k < shown->parameters.items.size(); ++k)
        QVERIFY(back->parameters.items[k].value == shown->parameters.items[k].value);
    // Then no other cell can be chosen.
    const auto* cells = window_->findChild<SetupColumn*>()->controls().cell;
    for (int k = 0; k < cells->count(); ++k)
        QCOMPARE(bool(cells->model()->flags(cells->model()->index(k, 0)) & Qt::ItemIsEnabled),
                 k == cells->currentIndex());
}

void WeightsDialogTest::theColumnsButton() {
    QTest::mouseClick(window_->findChild<SetupColumn*>()->controls().openWeights, Qt::LeftButton);
    auto* files = window_->findChild<QFileDialog*>();
    QVERIFY(files);
    Q_EMIT files->fileSelected(file({.cell = findCell("gru"), .hidden = 3}));
    delete files;
    QVERIFY(dialog() && dialog()->isVisible());
}

void WeightsDialogTest::looks_data() {
    QTest::addColumn<QString>("theme");
    for (const char* theme : {"light", "dark", "projector"})
        QTest::newRow(theme) << QString(theme);
}

void WeightsDialogTest::looks() {
    QFETCH(QString, theme);
    window_->setTheme(theme);
    window_->openPath(file({.cell = findCell("gru"), .hidden = 16, .layers = 2}, "net.gru."));
    settle();
    QVERIFY(dialog()->grab().save(
        QString("%1/weights-dialog-%2.png").arg(RNNSCOPE_SCREENSHOTS, theme)));
    // No word is cut off.
    auto* table = dialog()->findChild<QTableWidget*>();
    QVERIFY(table->columnViewportPosition(3) + table->columnWidth(3) <= table->viewport()->width());
    for (auto* label : dialog()->findChildren<QLabel*>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                 qPrintable(label->text()));
}

QTEST_MAIN(WeightsDialogTest)
#include "weights_dialog_test.moc"
