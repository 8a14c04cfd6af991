// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to whole blocks of weights: by keys, by the clipboard, by a block's menu.
#include <QMenu>

#include "core/analysis/jacobian.h"
#include "tests/app/weights_fixture.h"

using namespace rnnscope;

class WeightsBlocksTest : public WeightsTestBase {
    Q_OBJECT

  private slots:
    void initTestCase() { start(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void aBlockIsZeroedAndComesBack();
    void whatIsCopiedIsReadAgain();
    void aBlockIsPasted();
    void aWrongShapeIsRefused();
    void theMenuScalesAndShifts();
    void theSpectralRadiusIsSet();
    void editedNumbersAreReset();
};

void WeightsBlocksTest::aBlockIsZeroedAndComesBack() {
    const Eigen::MatrixXd before = block("weight_hh_l0.f"), other = block("weight_hh_l0.i");
    QTest::mouseClick(&panel(), Qt::LeftButton, {}, labelOf("weight_hh_l0.f"));
    QCOMPARE(panel().chosen(), panel().blockScope(field("weight_hh_l0.f"))[0]);
    key(Qt::Key_Delete);
    QVERIFY(document().settle());
    QVERIFY(block("weight_hh_l0.f").isZero(0));
    QCOMPARE(block("weight_hh_l0.i"), other);
    QCOMPARE(document().undoStack().undoText(), QString("Zero W_hf"));
    undo();
    QCOMPARE(block("weight_hh_l0.f"), before);
    // And the whole tensor, by the menu of one of its blocks.
    QMenu* menu = panel().makeMenu(field("weight_hh_l0.f"), false);
    QMenu* tensor = nullptr;
    for (QAction* action : menu->actions())
        if (action->menu() && action->text().startsWith("weight_hh_l0"))
            tensor = action->menu();
    QVERIFY(tensor);
    for (QAction* action : tensor->actions())
        if (action->text() == "Zero")
            action->trigger();
    delete menu;
    QVERIFY(document().settle());
    QVERIFY(parameters().find("weight_hh_l0")->value.isZero(0));
    QVERIFY(!parameters().find("weight_ih_l0")->value.isZero(0));
    undo();
    QCOMPARE(block("weight_hh_l0.i"), other);
}

void WeightsBlocksTest::whatIsCopiedIsReadAgain() {
    click("weight_hh_l0.o", 2, 1);
    click("weight_hh_l0.o", 4, 4, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    const auto read = parseBlock(clipboard().toStdString());
    QVERIFY(read.ok());
    QCOMPARE(*read, Eigen::MatrixXd(block("weight_hh_l0.o").block(2, 1, 3, 4)));
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(*parseBlock(clipboard().toStdString()), block("weight_hh_l0.o"));
    panel().copy(panel().tensorScope(field("bias_hh_l0.i")));
    QCOMPARE(*parseBlock(clipboard().toStdString()), parameters().find("bias_hh_l0")->value);
}

void WeightsBlocksTest::aBlockIsPasted() {
    Eigen::MatrixXd wanted(8, 8);
    for (Index k = 0; k < 64; ++k)
        wanted.reshaped()[k] = 0.1 * double(k) - 3;
    setClipboard(QString::fromStdString(blockText(wanted)));
    const Eigen::MatrixXd other = block("weight_hh_l0.i");
    QTest::mouseClick(&panel(), Qt::LeftButton, {}, labelOf("weight_hh_l0.f"));
    key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(document().settle());
    QCOMPARE(block("weight_hh_l0.f"), wanted);
    QCOMPARE(block("weight_hh_l0.i"), other);
    QCOMPARE(document().undoStack().undoText(), QString("Paste into W_hf"));
    shoot("weights-pasted");
    // From the chosen number on.
    setClipboard("[[7, 8], [9, 10]]");
    click("weight_hh_l0.i", 6, 6);
    key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(document().settle());
    QCOMPARE(Eigen::MatrixXd(block("weight_hh_l0.i").bottomRightCorner(2, 2)),
             (Eigen::MatrixXd{{7, 8}, {9, 10}}));
    QCOMPARE(panel().chosen(), (WeightsRange{field("weight_hh_l0.i"), 6, 6, 2, 2}));
    // A bias takes a row as well.
    setClipboard("1 2 3 4 5 6 7 8");
    QTest::mouseClick(&panel(), Qt::LeftButton, {}, labelOf("bias_ih_l0.f"));
    key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(document().settle());
    QCOMPARE(number("bias_ih_l0.f", 7), 8.0);
    undo();
    undo();
    undo();
    QVERIFY(document().setup().edits.empty());
}

void WeightsBlocksTest::aWrongShapeIsRefused() {
    const Setup before = document().setup();
    const auto refused = [&](const QString& text, const QString& words) {
        setClipboard(text);
        key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(panel().hint().text().contains(words), qPrintable(panel().hint().text()));
        QVERIFY(document().setup() == before);
        QCOMPARE(document().undoStack().count(), 0);
    };
    QTest::mouseClick(&panel(), Qt::LeftButton, {}, labelOf("weight_hh_l0.f"));
    refused("1\t2\t3\t4\n1\t2\t3\t4\n1\t2\t3\t4\n", "3 × 4 numbers where 8 × 8 are needed");
    shoot("weights-wrong-shape");
    refused("1\t2\n3\n", "row 2 has 1 numbers");
    refused("1\tabc\n", "'abc' is not a finite number");
    refused("1e999", "not a finite number");
    refused("", "no numbers");
    click("weight_hh_l0.f", 6, 5);
    refused("1 2 3 4\n5 6 7 8", "2 × 4 numbers where 2 × 3 fit");
}

void WeightsBlocksTest::theMenuScalesAndShifts() {
    const Eigen::MatrixXd before = block("weight_hh_l0.g");
    const std::size_t index = field("weight_hh_l0.g");
    take(panel().makeMenu(index, false), "× ½");
    QCOMPARE(block("weight_hh_l0.g"), Eigen::MatrixXd(0.5 * before));
    take(panel().makeMenu(index, false), "× 2");
    QCOMPARE(block("weight_hh_l0.g"), before);
    take(panel().makeMenu(index, false), "× −1");
    QCOMPARE(block("weight_hh_l0.g"), Eigen::MatrixXd(-before));
    take(panel().makeMenu(index, false), "Scale by…");
    QVERIFY(panel().editor()->isVisible());
    type("-3");
    QCOMPARE(block("weight_hh_l0.g"), Eigen::MatrixXd(3 * before));
    take(panel().makeMenu(index, false), "Add…");
    type("0.5");
    QCOMPARE(block("weight_hh_l0.g"), Eigen::MatrixXd((3 * before).array() + 0.5));
    take(panel().makeMenu(index, false), "Set to identity ×…");
    type("0.9");
    QCOMPARE(block("weight_hh_l0.g"), Eigen::MatrixXd(0.9 * Eigen::MatrixXd::Identity(8, 8)));
    // Out of the range of numbers: refused at the spot.
    const Setup now = document().setup();
    take(panel().makeMenu(index, false), "Scale by…");
    keys("1e308");
    key(Qt::Key_Return);
    QVERIFY(!panel().hint().isShown());
    QVERIFY(document().settle());
    take(panel().makeMenu(index, false), "Scale by…");
    keys("1e308");
    key(Qt::Key_Return);
    QVERIFY2(panel().hint().text().contains("range"), qPrintable(panel().hint().text()));
    key(Qt::Key_Escape);
    undo();
    QVERIFY(document().setup() == now);
}

void WeightsBlocksTest::theSpectralRadiusIsSet() {
    const std::size_t index = field("weight_hh_l0.f");
    take(panel().makeMenu(index, false), "Set spectral radius to…");
    type("1.25");
    QVERIFY(std::abs(spectralRadius(block("weight_hh_l0.f")) - 1.25) < 1e-12);
    const auto lacks = [&](const char* target) {
        QMenu* menu = panel().makeMenu(field(target), false);
        bool lacking = true;
        for (QAction* action : menu->actions())
            lacking = lacking && !action->text().contains("radius");
        delete menu;
        return lacking;
    };
    QVERIFY(lacks("weight_ih_l0.f") && lacks("bias_hh_l0.f") && lacks("fc.weight"));
    panel().zero(panel().blockScope(index));
    QVERIFY(document().settle());
    const Setup before = document().setup();
    take(panel().makeMenu(index, false), "Set spectral radius to…");
    keys("1");
    key(Qt::Key_Return);
    QVERIFY2(panel().hint().text().contains("all zero"), qPrintable(panel().hint().text()));
    QVERIFY(document().setup() == before);
}

void WeightsBlocksTest::editedNumbersAreReset() {
    const Eigen::MatrixXd own = block("weight_hh_l0.f");
    click("weight_hh_l0.f", 0, 0);
    type("5");
    click("weight_hh_l0.f", 1, 1);
    type("6");
    click("weight_hh_l0.i", 1, 1);
    type("7");
    click("weight_hh_l0.f", 1, 1);
    take(panel().makeMenu(field("weight_hh_l0.f"), true), "Reset to the setup's own numbers");
    QCOMPARE(number("weight_hh_l0.f", 1, 1), own(1, 1));
    QCOMPARE(number("weight_hh_l0.f", 0, 0), 5.0);
    take(panel().makeMenu(field("weight_hh_l0.f"), false), "Reset to the setup's own numbers");
    QCOMPARE(block("weight_hh_l0.f"), own);
    QCOMPARE(toText(document().setup().edits), std::string("weight_hh_l0.i[2,2]=7"));
    QCOMPARE(document().undoStack().undoText(), QString("Reset W_hf"));
    undo();
    QCOMPARE(number("weight_hh_l0.f", 0, 0), 5.0);
}

QTEST_MAIN(WeightsBlocksTest)
#include "weights_blocks_test.moc"
