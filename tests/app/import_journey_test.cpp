// SPDX-License-Identifier: GPL-3.0-or-later
// An own sequence from the drop to the handout, by clicks and keys in the real window.
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSpinBox>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/import_dialog.h"
#include "app/dialogs/sheet_view.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "core/unscaling.h"
#include "tests/app/documents_fixture.h"

using namespace rnnscope;

class ImportJourneyTest : public DocumentsWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        QSettings().clear();
        open({1600, 900});
    }
    void cleanup() { window_.reset(); }
    void fromDropToHandout();
    void pastedAndKept();
    void droppedText();
    void pastingOverTheInputStaysThere();
    void whatCannotBePasted();
    void cancelChangesNothing();
    void severalFilesAndWhatIsRecent();

  private:
    ImportDialog* dialog() {
        for (auto* each : window_->findChildren<ImportDialog*>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QString status() { return dialog()->findChild<QLabel*>("status")->text(); }
    void drop(QMimeData& data);
    void wait();
    void pick(QComboBox* box, const QString& text);
    void pick(const char* name, const QString& text) {
        pick(dialog()->findChild<QComboBox*>(name), text);
    }
    void pickRole(int column, const QString& text) {
        pick(dialog()->findChild<SheetView*>()->roleHeader()->box(column), text);
    }
    void type(const char* name, const QString& text);
    void accept();
    ExportDialog* openExport();
    static QPushButton* button(QWidget* dialog, const QString& text);
    void nameFile(QWidget* dialog, const QString& name);
    void saveFigure(const QString& name);
    void saveData(const char* panel, const QString& name);
};

void ImportJourneyTest::drop(QMimeData& data) {
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &dropped);
}

/// Until the dialog has read what it was asked for.
void ImportJourneyTest::wait() {
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(!dialog()->findChild<LatestJob*>()->isBusy());
}

void ImportJourneyTest::pick(QComboBox* box, const QString& text) {
    QVERIFY(box && box->isVisible());
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    wait();
}

void ImportJourneyTest::type(const char* name, const QString& text) {
    auto* number = dialog()->findChild<QSpinBox*>(name);
    QVERIFY2(number && number->isVisible(), name);
    QTest::mouseClick(number, Qt::LeftButton);
    number->selectAll();
    QTest::keyClicks(number, text);
    QTest::keyClick(number, Qt::Key_Tab);
    wait();
}

void ImportJourneyTest::accept() {
    for (auto* button : dialog()->findChildren<QPushButton*>())
        if (button->text() == "Open") {
            QVERIFY2(button->isEnabled(), qPrintable(status()));
            QTest::mouseClick(button, Qt::LeftButton);
        }
    QTRY_VERIFY(!dialog());
    settle();
    activate();
}

/// Ctrl+E, as SVG, a name.
void ImportJourneyTest::saveFigure(const QString& name) {
    ExportDialog* figure = openExport();
    QVERIFY(figure);
    QTest::mouseClick(figure->findChild<QPushButton*>("svg"), Qt::LeftButton);
    QTest::mouseClick(button(figure, "Save…"), Qt::LeftButton);
    nameFile(figure, name);
    QTRY_VERIFY(!window_->findChild<ExportDialog*>());
    activate();
}

/// Ctrl+E, the data of a panel, a name.
void ImportJourneyTest::saveData(const char* panel, const QString& name) {
    ExportDialog* figure = openExport();
    QVERIFY(figure);
    QTest::mouseClick(button(figure, "Save data…"), Qt::LeftButton);
    auto* menu = figure->findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    for (QAction* action : menu->actions())
        if (action->text() == findPanelKind(panel)->title())
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QSignalSpy saved(figure, &ExportDialog::saved);
    nameFile(figure, name);
    QTRY_COMPARE(saved.count(), 1);
    QTRY_VERIFY(!window_->findChild<ExportDialog*>());
    activate();
}

ExportDialog* ImportJourneyTest::openExport() {
    key(Qt::Key_E, Qt::ControlModifier);
    auto* figure = window_->findChild<ExportDialog*>();
    return figure && QTest::qWaitForWindowExposed(figure) ? figure : nullptr;
}

QPushButton* ImportJourneyTest::button(QWidget* dialog, const QString& text) {
    for (auto* each : dialog->findChildren<QPushButton*>())
        if (QString(each->text()).remove(u'&') == text)
            return each;
    return nullptr;
}

void ImportJourneyTest::nameFile(QWidget* dialog, const QString& name) {
    auto* files = dialog->findChild<QFileDialog*>();
    QVERIFY(files && files->isVisible());
    files->setDirectory(folder_.path());
    auto* line = files->findChild<QLineEdit*>("fileNameEdit");
    line->setText(name);
    QTest::keyClick(line, Qt::Key_Return);
}

void ImportJourneyTest::fromDropToHandout() {
    write("weir.csv",
          "station;level;flow\n"
          "north;10,5;3\nnorth;11,5;4\nnorth;13;6\nnorth;12;5\n"
          "south;20,5;1\nsouth;21,5;2\nsouth;;4\nsouth;23,5;3,5\n"
          "south;22,5;2\nsouth;24;5\nsouth;26;4\nsouth;25,5;3\n");
    const Setup before = document().setup();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("weir.csv"))});
    drop(data);
    wait();
    // The gap is told with its place, and nothing is opened with it.
    QVERIFY2(status().startsWith("weir.csv:8:2: the cell is empty"), qPrintable(status()));
    QCOMPARE(dialog()->findChild<QComboBox*>("delimiter")->currentText(), "semicolon");
    QCOMPARE(dialog()->findChild<QComboBox*>("decimal")->currentText(), "comma  1,5");
    pick("missing", "interpolate");
    pickRole(0, "sequence");
    pickRole(2, "target");
    type("shown", "2");
    type("from", "2");
    type("steps", "6");
    QCOMPARE(dialog()->findChild<QComboBox*>("scaling")->currentText(), "standard");
    QVERIFY2(dialog()->findChild<QLabel*>("scaled")->text().startsWith("flow: mean "),
             qPrintable(dialog()->findChild<QLabel*>("scaled")->text()));
    QVERIFY2(
        status().startsWith("12 rows in 2 sequences, of which number 2, with 8 rows, is shown"),
        qPrintable(status()));
    QVERIFY2(status().endsWith("target: column flow · 6 steps of it"), qPrintable(status()));
    accept();

    // What was chosen is what the network gets.
    const Setup opened = document().setup();
    QCOMPARE(QString::fromStdString(opened.sequence.file), path("weir.csv"));
    QCOMPARE(opened.sequence.reading.sequenceColumn, std::string("station"));
    QCOMPARE(opened.sequence.shown, std::size_t(1));
    QCOMPARE(opened.target.name, std::string("flow"));
    const Problem& problem = *document().snapshot()->problem;
    QCOMPARE(problem.sequences, std::size_t(2));
    QCOMPARE(problem.inputNames, std::vector<std::string>{"level"});
    QCOMPARE(problem.input.cols(), 6);
    QVERIFY(problem.unscaling);
    const Eigen::MatrixXd flow = unscaled(*problem.unscaling, *problem.target);
    QVERIFY((flow - Eigen::MatrixXd{{2, 4, 3.5, 2, 5, 4}}).cwiseAbs().maxCoeff() < 1e-12);
    // 21.5, then the middle between it and 23.5, in equal distances whatever the scaling is.
    const auto level = problem.input.row(0);
    QVERIFY(std::abs((level(1) - level(0)) - (level(2) - level(1))) < 1e-12);
    QVERIFY(std::abs((level(2) - level(0)) - 2 * (level(2) - level(3))) < 1e-12);
    QCOMPARE(window_->playhead().position(), (Position{0, Phase::Forward, 0}));

    // Train by T, stop by T, and step through what was learnt.
    const double loss = document().snapshot()->history[std::size_t(document().update())].loss;
    key(Qt::Key_T);
    QTRY_VERIFY_WITH_TIMEOUT(document().update() >= 20, 20000);
    key(Qt::Key_T);
    QTRY_VERIFY(!document().isTraining());
    settle();
    QVERIFY(document().snapshot()->history[std::size_t(document().update())].loss < loss);
    key(Qt::Key_Home);
    for (int k = 0; k < 6; ++k)
        key(Qt::Key_Right);
    QCOMPARE(window_->playhead().position().phase, Phase::Loss);

    // Take it home.
    saveFigure("weir");
    const QByteArray figure = bytesOf(path("weir.svg"));
    QVERIFY(figure.contains("<svg") && figure.contains("</svg>"));
    QVERIFY(figure.size() > 20000);
    saveData("inputs", "weir-data");
    const QList<QByteArray> lines = bytesOf(path("weir-data.csv")).split('\n');
    QVERIFY2(lines.first().contains("target_file_1"), lines.first().constData());
    QVERIFY(lines.size() >= 7);
    const auto place = lines.first().trimmed().split(',').indexOf("target_file_1");
    QVERIFY(std::abs(lines[3].split(',')[place].toDouble() - 3.5) < 1e-12);

    // One key leads back to before, another here, although the file is gone.
    QVERIFY(QFile::remove(path("weir.csv")));
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == before);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    QVERIFY(document().setup() == opened);
}

void ImportJourneyTest::pastedAndKept() {
    const Setup before = document().setup();
    QApplication::clipboard()->setText("x\ty\n1\t2\n2\t1\n3\t2\n2.5\t1\n");
    key(Qt::Key_V, Qt::ControlModifier);
    wait();
    QCOMPARE(dialog()->findChild<QComboBox*>("delimiter")->currentText(), "tab");
    accept();
    QCOMPARE(document().setup().sequence.file, std::string("pasted.csv"));
    QCOMPARE(document().snapshot()->problem->input.cols(), 4);  // y is the target
    QCOMPARE(window_->windowTitle(), "pasted.csv[*] – RNNScope");
    const QByteArray numbers = numbersOf(*document().snapshot());
    saveAs("pasted");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(document().setup() == before);

    // The document has all of it.
    again();
    window_->openPath(path("pasted.rnnscope"));
    settle();
    QVERIFY(numbersOf(*document().snapshot()) == numbers);

    // Other content under the same name is another sequence.
    QApplication::clipboard()->setText("7\n8\n9\n");
    key(Qt::Key_V, Qt::ControlModifier);
    wait();
    accept();
    QCOMPARE(document().snapshot()->problem->input.rows(), 1);
    QVERIFY(!document().ghost());
}

void ImportJourneyTest::droppedText() {
    QMimeData data;
    data.setText("to be or not to be");
    drop(data);
    wait();
    QCOMPARE(dialog()->findChild<QComboBox*>("form")->currentText(), "text");
    pick("unit", "a word");
    accept();
    QCOMPARE(document().setup().sequence.file, std::string("pasted.txt"));
    QCOMPARE(document().snapshot()->steps(), 5);
    QCOMPARE(document().snapshot()->shape().output, 4);
}

// Where numbers of the input are pointed at, pasted ones go there.
void ImportJourneyTest::pastingOverTheInputStaysThere() {
    auto* panel = window_->findChild<TimeCard*>()->panel(TimeContent::Inputs);
    const QPointF point = panel->inputPoint({0, 3});
    QTest::mouseMove(panel, point.toPoint());
    QTest::mouseClick(panel, Qt::LeftButton, {}, point.toPoint());
    QApplication::clipboard()->setText("0.25");
    QTest::keyClick(panel, Qt::Key_V, Qt::ControlModifier);
    settle();
    QVERIFY(!dialog());
    QCOMPARE(document().setup().edits.size(), std::size_t(1));
}

void ImportJourneyTest::whatCannotBePasted() {
    QApplication::clipboard()->clear();
    key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!dialog());
    QVERIFY(messages()->isVisible());
    QVERIFY(messages()->text().startsWith("There is no text to paste"));
}

void ImportJourneyTest::cancelChangesNothing() {
    write("cancelled.csv", "x\n1\n2\n3\n");
    const Setup before = document().setup();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("cancelled.csv"))});
    drop(data);
    wait();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(document().setup() == before);
    QVERIFY(!DocumentStore::recent().contains(path("cancelled.csv")));
}

void ImportJourneyTest::severalFilesAndWhatIsRecent() {
    write("one.csv", "x\n1\n2\n3\n");
    write("two.csv", "x\n4\n5\n6\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("one.csv")), QUrl::fromLocalFile(path("two.csv"))});
    drop(data);
    QCOMPARE(messages()->text(), "2 files were dropped; this is the first, one.csv");
    wait();
    accept();
    QCOMPARE(QString::fromStdString(document().setup().sequence.file), path("one.csv"));
    QMenu* file = window_->menuBar()->actions().first()->menu();
    Q_EMIT file->aboutToShow();
    auto* recent = window_->findChild<QMenu*>("recent");
    QCOMPARE(recent->actions().size(), 1);
    QCOMPARE(recent->actions().first()->text(), "one.csv");
    recent->actions().first()->trigger();
    wait();
    QTest::keyClick(dialog(), Qt::Key_Escape);
}

QTEST_MAIN(ImportJourneyTest)
#include "import_journey_test.moc"
