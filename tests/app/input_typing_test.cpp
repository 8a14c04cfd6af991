// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the input typed, copied, pasted, chosen from a menu, in the real window.
#include "tests/app/input_fixture.h"

using namespace rnnscope;

class InputTypingTest : public InputHands {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { window_.reset(); }
    void aValueIsTyped();
    void whatIsNoNumberIsRefusedAtTheSpot();
    void keysOpenTheField();
    void valuesAreCopiedAndPasted();
    void whatDoesNotFitIsNotPasted();
    void keysStayWithWhoeverTypes();
    void theMenuSetsAndResets();
    void lettersAreChosenFromTheMenu();
};

void InputTypingTest::aValueIsTyped() {
    const double before = seen(9);
    doubleClick(point(9));
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text().toDouble(), before);  // to the last digit
    QVERIFY(field()->hasFocus());
    retype("-0.375");
    QVERIFY(!field()->isVisible());
    QCOMPARE(seen(9), -0.375);
    QCOMPARE(document().undoStack().count(), 1);
    doubleClick(point(9));
    retype("1", Qt::Key_Escape);
    QVERIFY(!field()->isVisible());
    QCOMPARE(seen(9), -0.375);
    // Elsewhere a double click is about the zoom, as ever.
    doubleClick({point(9).x(), qRound(strip().stripRects().front().top()) + 1});
    QVERIFY(!field()->isVisible());
    // Another click takes what was typed.
    doubleClick(point(9));
    field()->selectAll();
    QTest::keyClicks(field(), "0.25");
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, point(12));
    settle();
    QVERIFY(!field()->isVisible());
    QCOMPARE(seen(9), 0.25);
}

void InputTypingTest::whatIsNoNumberIsRefusedAtTheSpot() {
    const double before = seen(9);
    for (const char* text : {"abc", "1e999", "", "1,5", "nan"}) {
        doubleClick(point(9));
        retype(text);
        QVERIFY2(!strip().hint().isEmpty(), text);
        QCOMPARE(seen(9), before);
        QCOMPARE(field()->text().toDouble(), before);  // the old one stands there again
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!field()->isVisible());
    }
    QCOMPARE(document().undoStack().count(), 0);
}

void InputTypingTest::keysOpenTheField() {
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, point(9));
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_Return, Qt::Key_Enter}) {
        QTest::keyClick(&strip(), key, key == Qt::Key_Enter ? Qt::KeypadModifier : Qt::NoModifier);
        QVERIFY(field()->isVisible());
        retype("0." + QString::number(int(key) % 7 + 1));
        QCOMPARE(seen(9), (int(key) % 7 + 1) / 10.0);
        QVERIFY(strip().hasFocus());
    }
    // Without a chosen point it is the playhead's.
    QTest::keyClick(&strip(), Qt::Key_Escape);
    window_->playhead().setStep(4);
    strip().setFocus(Qt::TabFocusReason);
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier,
                      {point(4).x(), qRound(strip().stripRects().front().top()) + 2});
    strip().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&strip(), Qt::Key_F2);
    retype("0.125");
    QCOMPARE(seen(4), 0.125);
}

void InputTypingTest::valuesAreCopiedAndPasted() {
    hover(point(9));
    QTest::keyClick(window_.get(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = qApp->clipboard()->text().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(int(lines.size()), 24);
    for (int t = 0; t < 24; ++t)
        QCOMPARE(lines[t].toDouble(), seen(t));
    // From the step under the pointer on.
    qApp->clipboard()->setText("0.5\n-0.25\n1e-3\n");
    QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(seen(9), 0.5);
    QCOMPARE(seen(10), -0.25);
    QCOMPARE(seen(11), 1e-3);
    QCOMPARE(document().undoStack().count(), 1);
    QCOMPARE(document().undoStack().undoText(), QString("Edit the input from t = 10 on"));
    // From the chosen one on, and back in one.
    QTest::mouseClick(&strip(), Qt::LeftButton, Qt::NoModifier, point(20));
    qApp->clipboard()->setText("1\t2\t3\t4");
    QTest::keyClick(&strip(), Qt::Key_V, Qt::ControlModifier);
    settle();
    QCOMPARE(seen(23), 4.0);
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    QCOMPARE(seen(9), 0.5);
    QVERIFY(seen(23) != 4.0);
}

void InputTypingTest::whatDoesNotFitIsNotPasted() {
    const Eigen::MatrixXd before = document().snapshot()->problem->input;
    hover(point(22));
    for (const auto& [text, reason] : {std::pair("1\n2\n3", "do not fit"),
                                       {"1\nabc", "'abc'"},
                                       {"1\t2\n3\t4", "holds 2 numbers"},
                                       {"", "no number"},
                                       {"1e999", "is not a finite number"}}) {
        qApp->clipboard()->setText(text);
        QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier);
        settle();
        QVERIFY2(strip().hint().contains(reason), qPrintable(strip().hint()));
        QCOMPARE(document().snapshot()->problem->input, before);
    }
    QCOMPARE(document().undoStack().count(), 0);
}

void InputTypingTest::keysStayWithWhoeverTypes() {
    auto* line = window_->findChild<QLineEdit*>();
    QVERIFY(line);
    doubleClick(point(9));
    hover(point(9));
    qApp->clipboard()->setText("0.75");
    field()->selectAll();
    QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field()->text(), QString("0.75"));
    QVERIFY(document().setup().edits.empty());
    QTest::keyClick(field(), Qt::Key_Escape);
    // And away from the strip they are nobody's.
    hover({-5, -5});
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&strip(), &leave);
    window_->findChild<TimeCard*>()->setFocus();
    QTest::keyClick(window_.get(), Qt::Key_V, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup().edits.empty());
}

void InputTypingTest::theMenuSetsAndResets() {
    const double own = seen(9), other = seen(12);
    act("zero", point(9));
    QCOMPARE(seen(9), 0.0);
    act("setTo", point(12));
    QVERIFY(field()->isVisible());
    retype("0.5");
    QCOMPARE(seen(12), 0.5);
    act("reset", point(9));
    QCOMPARE(seen(9), own);
    QCOMPARE(seen(12), 0.5);
    QCOMPARE(document().setup().edits.size(), std::size_t(1));
    act("zero", point(9));
    act("resetAll", point(3));
    QCOMPARE(seen(9), own);
    QCOMPARE(seen(12), other);
    QVERIFY(document().setup().edits.empty());
    act("copy", point(9));
    QCOMPARE(int(qApp->clipboard()->text().count('\n')), 24);
    qApp->clipboard()->setText("0.125");
    act("paste", point(9));
    QCOMPARE(seen(9), 0.125);
}

void InputTypingTest::lettersAreChosenFromTheMenu() {
    Setup next = document().setup();
    const QList<Example> all = examples();
    const auto text = std::find_if(
        all.begin(), all.end(), [](const Example& each) { return each.file.endsWith("text.txt"); });
    QVERIFY(text != all.end());
    text->applyTo(next);
    next.sequence.length = 20;
    QVERIFY(document().change(next, "text").ok());
    settle();
    const auto& input = document().snapshot()->problem->input;
    QVERIFY(input.rows() > mostLines);
    Index was = 0, row = 0;
    (void)input.col(5).maxCoeff(&was);
    row = was == 0 ? 1 : 0;
    const QPoint cell = point(5, row);
    // No drag; a double click types.
    drag(cell, {5, 9});
    QVERIFY(document().setup().edits.empty());
    doubleClick(cell);
    QVERIFY(field()->isVisible());
    retype("0.5");
    QVERIFY2(!strip().hint().isEmpty(), "cross-entropy asks for classes");
    QVERIFY(document().setup().edits.empty());
    act("oneHot", cell);
    QCOMPARE(seen(5, row), 1.0);
    QCOMPARE(seen(5, was), 0.0);
    QCOMPARE((*document().snapshot()->problem->target)(0, 4), double(row));
    // Without classes to answer, a cell may be anything.
    choose("target", "none");
    doubleClick(cell);
    retype("0.5");
    QCOMPARE(seen(5, row), 0.5);
}

QTEST_MAIN(InputTypingTest)
#include "input_typing_test.moc"
