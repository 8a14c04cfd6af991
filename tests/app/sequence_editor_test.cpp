// SPDX-License-Identifier: GPL-3.0-or-later
// A sequence drawn with the mouse, typed and pasted.
#include <QClipboard>
#include <QComboBox>
#include <QSpinBox>
#include <cmath>

#include "core/drawing_tools.h"
#include "tests/app/editor_fixture.h"

using namespace rnnscope;

class SequenceEditorTest : public EditorWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init();
    void aStrokeSetsTheStepsItPasses();
    void aStrokeIsOneStepOfUndo();
    void shiftDrawsAStraightLine();
    void erasing_data();
    void erasing();
    void theScaleStandsStillWhileDrawing();
    void escapeGivesUpAStroke();
    void aTypedValueShowsInThePlot();
    void whatIsNoNumberIsTold();
    void returnEditsAndGoesOn();
    void pasting();
    void copying();
    void lengthAndColumns();
    void startersFillTheColumnAtHand();
    void targets();
};

void SequenceEditorTest::init() {
    open({1280, 720});
    openEditor();
}

void SequenceEditorTest::aStrokeSetsTheStepsItPasses() {
    beginEmpty();
    stroke({at(10, -0.5), at(20, 0.5), at(30, -0.5)});
    for (Index t = 0; t < 50; ++t) {
        const double value = drawing().values(t, 0);
        if (t < 10 || t > 30)
            QCOMPARE(value, 0);
        else
            QVERIFY2(std::abs(value - (0.5 - std::abs(double(t) - 20) / 10)) < 2 * pixel(),
                     qPrintable(QString("%1: %2").arg(t).arg(value)));
    }
    // The table has the same, and the step where the stroke began is at hand there.
    QCOMPARE(editor_->table()->model()->index(10, 0).data(Qt::EditRole).toDouble(),
             drawing().values(10, 0));
    QCOMPARE(editor_->table()->currentIndex().row(), 10);
}

void SequenceEditorTest::aStrokeIsOneStepOfUndo() {
    const Drawing before = drawing();
    stroke({at(5, 0.2), at(15, 0.8), at(25, 0)});
    const Drawing after = drawing();
    QVERIFY(!(after == before));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(drawing() == before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(drawing() == after);
    // Also from a field in which nothing is typed.
    named<QSpinBox>("length")->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(drawing() == before);
    // The window's own way back is another one.
    QVERIFY(!isDrawn(document().setup()));
}

void SequenceEditorTest::shiftDrawsAStraightLine() {
    beginEmpty();
    stroke({at(10, -0.5), at(15, 0.9), at(30, 0.5)}, Qt::LeftButton, Qt::ShiftModifier);
    const double first = drawing().values(10, 0), last = drawing().values(30, 0);
    QVERIFY(std::abs(first + 0.5) < 2 * pixel() && std::abs(last - 0.5) < 2 * pixel());
    for (Index t = 10; t <= 30; ++t) {
        const double part = double(t - 10) / 20;
        QVERIFY(std::abs(drawing().values(t, 0) - (first + part * (last - first))) < 1e-12);
    }
    QCOMPARE(drawing().values(31, 0), 0);
    // What is held is for the stroke, and selects nothing more in the table.
    QCOMPARE(editor_->table()->selectionModel()->selectedIndexes(),
             QModelIndexList{editor_->model()->index(10, 0)});
    // Freely, and then straight from there on.
    beginEmpty();
    QTest::mousePress(editor_->area(), Qt::LeftButton, {}, at(0, 0.5));
    move(at(10, 0.5), Qt::LeftButton);
    move(at(40, 0.9), Qt::LeftButton, Qt::ShiftModifier);
    move(at(20, -0.5), Qt::LeftButton, Qt::ShiftModifier);
    QTest::mouseRelease(editor_->area(), Qt::LeftButton, Qt::ShiftModifier, at(20, -0.5));
    QVERIFY(std::abs(drawing().values(5, 0) - 0.5) < 2 * pixel());
    QVERIFY(std::abs(drawing().values(15, 0)) < 3 * pixel());
    QCOMPARE(drawing().values(30, 0), 0);
}

void SequenceEditorTest::erasing_data() {
    QTest::addColumn<bool>("tool");
    QTest::newRow("right button") << false;
    QTest::newRow("tool") << true;
}

void SequenceEditorTest::erasing() {
    QFETCH(bool, tool);
    const Drawing before = drawing();
    if (tool)
        for (auto* button : editor_->findChildren<QAbstractButton*>())
            if (button->text() == "Erase")
                QTest::mouseClick(button, Qt::LeftButton);
    stroke({at(10, 0.5), at(20, -0.5)}, tool ? Qt::LeftButton : Qt::RightButton);
    QVERIFY(drawing().values.middleRows(10, 11).isZero(0));
    QVERIFY(drawing().values.topRows(10) == before.values.topRows(10));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(drawing() == before);
}

void SequenceEditorTest::theScaleStandsStillWhileDrawing() {
    beginEmpty();
    const DrawingScale before = editor_->area()->scale(0);
    const QRectF strip = editor_->area()->strip(0);
    QTest::mousePress(editor_->area(), Qt::LeftButton, {}, at(10, 0));
    const QPoint above(at(20, 0).x(), int(strip.top()) - 300);
    move(above, Qt::LeftButton);
    QVERIFY(editor_->area()->scale(0) == before);
    QCOMPARE(drawing().values(20, 0), before.high);
    QTest::mouseRelease(editor_->area(), Qt::LeftButton, {}, above);
    QVERIFY(editor_->area()->scale(0).high > before.high);

    const auto scaleOf = [](std::vector<double> values, std::optional<DrawingScale> now = {}) {
        return drawingScale(values, now);
    };
    QVERIFY(scaleOf({0, 0}) == DrawingScale());
    QVERIFY(scaleOf({0, 0.3, 0.5}, DrawingScale{-2, 2}) == (DrawingScale{-2, 2}));
    QVERIFY(scaleOf({0, 0.1}, DrawingScale{-2, 2}).high < 1);
    for (const double size : {1e-300, 1e-3, 7.0, 622.0, 1e300})
        for (const double low : {-1.0, 0.0, 0.2, 0.98}) {
            const DrawingScale scale = scaleOf({low * size, size});
            QVERIFY(scale.low < scale.high);
            // An axis has an end.
            QVERIFY((scale.low <= low * size && scale.high > size) || size > 1e240);
        }
    const DrawingScale kelvin = scaleOf({285, 292, 301});
    QVERIFY(kelvin.low > 250 && kelvin.high < 350);
}

void SequenceEditorTest::escapeGivesUpAStroke() {
    const Drawing before = drawing();
    QTest::mousePress(editor_->area(), Qt::LeftButton, {}, at(10, 0));
    move(at(30, 0.5), Qt::LeftButton);
    QVERIFY(!(drawing() == before));
    press(Qt::Key_Escape);
    QVERIFY(drawing() == before);
    QVERIFY(editor_->isVisible());
    move(at(40, 0.5), Qt::LeftButton);
    QTest::mouseRelease(editor_->area(), Qt::LeftButton, {}, at(40, 0.5));
    QVERIFY(drawing() == before && !editor_->isChanged());
}

void SequenceEditorTest::aTypedValueShowsInThePlot() {
    beginEmpty();
    const QImage before = editor_->area()->grab().toImage();
    editor_->table()->setFocus();
    editor_->table()->setCurrentIndex(editor_->model()->index(20, 0));
    type("0.75");
    press(Qt::Key_Return);
    QCOMPARE(drawing().values(20, 0), 0.75);
    QCoreApplication::processEvents();
    const QImage after = editor_->area()->grab().toImage();
    const QPoint spot = at(20, 0.75);
    QVERIFY(before.pixel(spot - QPoint(0, 3)) != after.pixel(spot - QPoint(0, 3)));
}

void SequenceEditorTest::whatIsNoNumberIsTold() {
    const Drawing before = drawing();
    editor_->table()->setFocus();
    type("much");
    press(Qt::Key_Return);
    QVERIFY(drawing() == before);
    QVERIFY2(editor_->status().contains("'much' is not a finite number"),
             qPrintable(editor_->status()));
}

void SequenceEditorTest::returnEditsAndGoesOn() {
    beginEmpty();
    auto* table = editor_->table();
    table->setFocus();
    table->setCurrentIndex(editor_->model()->index(0, 0));
    for (const char* number : {"1", "2", "-3e-2"}) {
        press(Qt::Key_Return);
        type(number);
        press(Qt::Key_Return);
    }
    QCOMPARE(table->currentIndex().row(), 3);
    QVERIFY(drawing().values.topRows(3) == Eigen::Vector3d(1, 2, -0.03));
    QVERIFY(editor_->isVisible());  // accepted by its button only
}

void SequenceEditorTest::pasting() {
    beginEmpty();
    auto* table = editor_->table();
    table->setFocus();
    table->setCurrentIndex(editor_->model()->index(48, 0));
    qApp->clipboard()->setText("0,5\n-0,25\n1\n");
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(drawing().steps(), 51);
    QVERIFY(drawing().values.bottomRows(3) == Eigen::Vector3d(0.5, -0.25, 1));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(drawing() == emptyDrawing());
    qApp->clipboard()->setText("nothing\nof use\n");
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(drawing() == emptyDrawing());
    QVERIFY2(editor_->status().startsWith("pasted text:2:1"), qPrintable(editor_->status()));
}

void SequenceEditorTest::copying() {
    auto* table = editor_->table();
    table->setFocus();
    table->selectAll();
    press(Qt::Key_C, Qt::ControlModifier);
    const Drawing before = drawing();
    press(Qt::Key_Delete);
    QVERIFY(drawing().values.isZero(0));
    table->setCurrentIndex(editor_->model()->index(0, 0));
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(drawing() == before);  // to the last bit
}

void SequenceEditorTest::lengthAndColumns() {
    auto* length = named<QSpinBox>("length");
    length->setFocus();
    length->selectAll();
    type("10");
    press(Qt::Key_Return);
    QCOMPARE(drawing().steps(), 10);
    QCOMPARE(editor_->table()->model()->rowCount(), 10);
    QVERIFY(editor_->isVisible());

    editor_->table()->setCurrentIndex(editor_->model()->index(4, 0));
    click("add");
    QCOMPARE(drawing().columns(), 2);
    QCOMPARE(editor_->table()->currentIndex(), editor_->model()->index(4, 1));
    auto* name = named<QLineEdit>("name");
    name->setFocus();
    name->selectAll();
    type("speed");
    press(Qt::Key_Return);
    QCOMPARE(drawing().names.back(), "speed");
    name->selectAll();
    type(QString::fromStdString(drawing().names.front()));
    press(Qt::Key_Return);
    QCOMPARE(drawing().names.back(), "speed");
    QCOMPARE(name->text(), "speed");
    QVERIFY(editor_->status().contains("already"));

    stroke({at(2, 0.5, 1), at(6, 0.5, 1)});
    QVERIFY(std::abs(drawing().values(4, 1) - 0.5) < 2 * pixel(1));
    click("remove");
    QCOMPARE(drawing().columns(), 1);
    QVERIFY(!named<QAbstractButton>("remove")->isEnabled());
    QCOMPARE(editor_->table()->currentIndex().column(), 0);
}

void SequenceEditorTest::startersFillTheColumnAtHand() {
    click("add");
    for (const Starter& starter : starters()) {
        click(std::string(starter.id).c_str());
        QVERIFY(drawing().values.col(1) ==
                startedColumn(starter, drawing().steps(), document().setup().seed, 1));
    }
    QVERIFY(drawing().values.col(0).norm() > 0);
}

void SequenceEditorTest::targets() {
    auto* target = named<QComboBox>("target");
    const auto choose = [&](const QString& text) {
        const int index = target->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        target->setCurrentIndex(index);
        Q_EMIT target->activated(index);
    };
    choose("a new column");
    QCOMPARE(drawing().answer, 1);
    QCOMPARE(target->currentText(), "column target");
    QCOMPARE(target->findText("a new column"), -1);
    choose("column " + QString::fromStdString(drawing().names.front()));
    QCOMPARE(drawing().answer, 0);
    choose("none, forward only");
    QVERIFY(!drawing().answer && !drawing().next);
    click("use");
    settle();
    QCOMPARE(document().setup().target.kind, TargetSource::Kind::None);
}

QTEST_MAIN(SequenceEditorTest)
#include "sequence_editor_test.moc"
