// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a sequence that was drawn: in the window, in documents and setups.
#include <QMenu>
#include <QToolButton>
#include <cmath>

#include "app/tool_row.h"
#include "core/drawing_tools.h"
#include "tests/app/editor_fixture.h"

using namespace rnnscope;

class SequenceDrawnTest : public EditorWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init();
    void beginsWithWhatIsOnTheScreen();
    void theMenuOpensIt();
    void acceptingMakesTheSequence();
    void aDocumentBringsItBack();
    void aSavedSetupHasItBeside();
    void theNextStartHasIt();
    void whatDoesNotWorkIsTold();
    void cancelChangesNothingAndKeepsTheDrawing();
    void textBeginsEmpty();
    void savesCsv();
    void tabReachesTheTable();
    void looks_data();
    void looks();
};

void SequenceDrawnTest::init() {
    open({1280, 720});
    openEditor();
}

void SequenceDrawnTest::beginsWithWhatIsOnTheScreen() {
    const auto& shown = document().snapshot()->problem;
    QCOMPARE(drawing().steps(), shown->input.cols() + 1);  // and what the last step is to answer
    QVERIFY(drawing().values.topRows(shown->input.cols()) == shown->input.transpose());
    QVERIFY(drawing().next && !drawing().answer);
    QVERIFY(!editor_->isChanged());
    QVERIFY2(editor_->status().contains("target: next value"), qPrintable(editor_->status()));
    const QByteArray numbers = numbersOf(*document().snapshot());
    click("use");
    settle();
    QVERIFY(isDrawn(document().setup()));
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
}

void SequenceDrawnTest::theMenuOpensIt() {
    click("cancel");
    auto* menu = window_->findChild<SequenceCombo*>();
    const int row = menu->count() - 1;
    QCOMPARE(menu->itemText(row).trimmed(), "Draw a sequence…");
    menu->setCurrentIndex(row);
    Q_EMIT menu->activated(row);
    QTRY_VERIFY(window_->findChild<SequenceEditor*>());
    QVERIFY(menu->currentText() != "Draw a sequence…");
}

void SequenceDrawnTest::acceptingMakesTheSequence() {
    beginEmpty();
    stroke({at(3, -0.7), at(25, 0.6), at(44, 0.1)});
    const Drawing drawn = drawing();
    const Setup before = document().setup();
    click("use");
    settle();
    const Setup& now = document().setup();
    QVERIFY(now.sequence.table->values == drawn.values);
    QCOMPARE(*now.sequence.bytes, csvOf(drawn));
    QCOMPARE(sequenceName(now), "Drawn sequence");
    QVERIFY(window_->findChild<SequenceCombo*>()->closedText().startsWith("Drawn sequence"));
    QVERIFY(document().snapshot()->problem->input.transpose() == drawn.values.topRows(49));
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == before);
    // Once more, to draw on.
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    openEditor();
    QVERIFY(drawing() == drawn);
}

void SequenceDrawnTest::aDocumentBringsItBack() {
    stroke({at(3, -0.7), at(25, 0.6)});
    const Drawing drawn = drawing();
    click("use");
    settle();
    const QByteArray numbers = numbersOf(*document().snapshot());
    saveAs("drawn");
    again();
    window_->openPath(path("drawn.rnnscope"));
    settle();
    QVERIFY(isDrawn(document().setup()));
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    openEditor();
    QVERIFY(drawing() == drawn);
}

void SequenceDrawnTest::aSavedSetupHasItBeside() {
    stroke({at(3, -0.7), at(25, 0.6)});
    click("use");
    settle();
    const Setup setup = document().setup();
    write("lesson-drawn.csv", "somebody's\n1\n");
    const auto beside = saveSetupFile(setup, path("lesson.json"));
    QVERIFY(beside);
    QCOMPARE(*beside, QStringList("lesson-drawn-2.csv"));
    QCOMPARE(bytesOf(path("lesson-drawn.csv")), "somebody's\n1\n");
    QCOMPARE(bytesOf(path("lesson-drawn-2.csv")).toStdString(), *setup.sequence.bytes);
    // Not once more for the same.
    QCOMPARE(*saveSetupFile(setup, path("lesson.json")), QStringList("lesson-drawn-2.csv"));
    again();
    window_->openPath(path("lesson.json"));
    settle();
    QVERIFY(document().setup().sequence.table->values == setup.sequence.table->values);
    QVERIFY(!isDrawn(document().setup()));
    QVERIFY(saveSetupFile(document().setup(), path("again.json"))->isEmpty());
    // Nowhere to write it: nothing is left half done.
    const auto refused = saveSetupFile(setup, path("none/lesson.json"));
    QVERIFY(!refused);
}

void SequenceDrawnTest::theNextStartHasIt() {
    click("cancel");
    start();
    openEditor();
    stroke({at(3, -0.7), at(25, 0.6)});
    const Drawing drawn = drawing();
    click("use");
    settle();
    window_->close();
    start();
    QVERIFY(isDrawn(document().setup()));
    openEditor();
    QVERIFY(drawing() == drawn);
    QFile::remove(lastSetupFile());
}

void SequenceDrawnTest::whatDoesNotWorkIsTold() {
    const Setup before = document().setup();
    Drawing wrong = drawing();
    wrong.answer = 0;
    editor_->model()->change(wrong, "target");
    click("use");
    QVERIFY(editor_->isVisible());
    QCOMPARE(editor_->status(), "the only column is the target; add one for the input");
    editor_->model()->change(withSteps(emptyDrawing(), 1), "short");
    click("use");
    QVERIFY(editor_->isVisible());
    QVERIFY2(editor_->status().startsWith("Drawn sequence"), qPrintable(editor_->status()));
    QVERIFY(document().setup() == before);
    editor_->model()->change(withSteps(emptyDrawing(), 2), "long enough");
    click("use");
    settle();
    QVERIFY(isDrawn(document().setup()));
    QCOMPARE(document().snapshot()->steps(), 1);
}

void SequenceDrawnTest::cancelChangesNothingAndKeepsTheDrawing() {
    const Setup before = document().setup();
    const Drawing shown = drawing();
    stroke({at(3, -0.7), at(25, 0.6)});
    const Drawing drawn = drawing();
    press(Qt::Key_Escape);
    QTRY_VERIFY(!window_->findChild<SequenceEditor*>());
    QVERIFY(document().setup() == before);
    QVERIFY(!document().undoStack().canUndo());
    openEditor();
    QVERIFY(drawing() == drawn);
    QVERIFY(editor_->status().startsWith("As it was left"));
    auto* begin = named<QToolButton>("begin");
    begin->menu()->actions().front()->trigger();
    QVERIFY(drawing() == shown);
    click("use");
    settle();
    openEditor();
    QVERIFY(drawing() == shown);  // what was used is not left over
}

void SequenceDrawnTest::textBeginsEmpty() {
    click("cancel");
    QTRY_VERIFY(!window_->findChild<SequenceEditor*>());
    Setup text = document().setup();
    for (const Example& example : examples())
        if (example.file.endsWith(".txt"))
            example.applyTo(text);
    QVERIFY(document().change(text, "Text").ok());
    settle();
    openEditor();
    QVERIFY(drawing() == emptyDrawing());
    QVERIFY2(editor_->status().startsWith("This begins empty: the sequence has"),
             qPrintable(editor_->status()));
    click("use");
    settle();
    QVERIFY(isDrawn(document().setup()));
    QCOMPARE(document().setup().loss, Loss::MeanSquared);
}

void SequenceDrawnTest::savesCsv() {
    click("csv");
    auto* dialog = editor_->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->setDirectory(folder_.path());
    auto* line = dialog->findChild<QLineEdit*>("fileNameEdit");
    line->setText("mine");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!editor_->findChild<QFileDialog*>());
    QCOMPARE(bytesOf(path("mine.csv")).toStdString(), csvOf(drawing()));
    QVERIFY(editor_->status().startsWith("Saved "));
}

void SequenceDrawnTest::tabReachesTheTable() {
    named<QToolButton>("begin")->setFocus();
    int tabs = 0;
    while (editor_->focusWidget() != editor_->table() && ++tabs < 40)
        press(Qt::Key_Tab);
    QVERIFY(tabs < 40);
    press(Qt::Key_Tab);
    QVERIFY(editor_->focusWidget() != editor_->table());
    QCOMPARE(editor_->focusWidget(), named<QWidget>("csv"));
    // Return presses the button that has the focus, and no other.
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QTRY_VERIFY(!window_->findChild<SequenceEditor*>());
    QVERIFY(!isDrawn(document().setup()));
}

void SequenceDrawnTest::looks_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("columns");
    const auto row = [](const char* theme, QSize size, int steps, int columns) {
        QTest::addRow("%s-%d-%d-%d", theme, size.width(), steps, columns)
            << theme << size << steps << columns;
    };
    row("light", {1280, 720}, 10, 1);
    row("light", {1920, 1080}, 2000, 4);
    row("dark", {1280, 720}, 50, 4);
    row("dark", {1920, 1080}, 2000, 1);
}

/// Nothing is cut off or hidden; the pictures are to be looked at.
void SequenceDrawnTest::looks() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    QFETCH(int, steps);
    QFETCH(int, columns);
    click("cancel");
    QTRY_VERIFY(!window_->findChild<SequenceEditor*>());
    window_->setTheme(theme);
    window_->resize(size);
    openEditor();
    editor_->resize(size.boundedTo({1400, 860}) - QSize(80, 60));
    Drawing wide = emptyDrawing();
    while (wide.columns() < columns)
        wide = withColumn(wide, wide.columns() + 1 == columns).value();
    wide = withSteps(wide, steps);
    for (int column = 0; column < columns; ++column)
        wide.values.col(column) =
            std::pow(10.0, column) *
            startedColumn(starters()[std::size_t(1 + column)], steps, 1, column);
    editor_->model()->change(wide, "wide");
    QCoreApplication::processEvents();
    stroke({at(steps * 0.2, -0.2), at(steps * 0.4, 0.7), at(steps * 0.6, 0.1)});
    move(at(steps * 0.6, 0.1), Qt::NoButton);
    QCoreApplication::processEvents();
    for (auto* button : editor_->findChildren<QAbstractButton*>())
        if (button->isVisible())
            QVERIFY2(
                button->width() >= button->minimumSizeHint().width() || button->text().isEmpty(),
                qPrintable(button->text()));
    for (int column = 0; column < columns; ++column)
        QVERIFY(editor_->area()->strip(column).height() > 40);
    QVERIFY(editor_->grab().save(
        QString("%1/sequence-editor-%2.png").arg(RNNSCOPE_SCREENSHOTS, QTest::currentDataTag())));
}

QTEST_MAIN(SequenceDrawnTest)
#include "sequence_drawn_test.moc"
