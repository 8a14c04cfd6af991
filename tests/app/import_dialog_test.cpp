// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProgressBar>
#include <QSignalSpy>

#include "app/plot/style.h"
#include "tests/app/import_shown.h"

using namespace rnnscope;

class ImportDialogTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void semicolonsAndDecimalCommas();
    void wrongGuessesCanBeChanged();
    void withoutHeader();
    void longNamesKeepBothEnds();
    void badCellIsShown();
    void badCellFarDownIsShown();
    void missingValues();
    void guessesRoles_data();
    void guessesRoles();
    void choosingColumnsAndTarget();
    void targetBoxAndRolesAgree();
    void classTargetsKeepCrossEntropy();
    void aText();
    void json();
    void oneRowHasNoNextValue();
    void emptyFile();
    void enterOpensAtOnce();
    void cancelWhileReading();

  private:
    QString write(const QString& name, const QByteArray& content) {
        return folder_.write(name, content);
    }
    Folder folder_;
};

void ImportDialogTest::initTestCase() {
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
}

void ImportDialogTest::semicolonsAndDecimalCommas() {
    Shown shown(write("semi.csv", "x;speed\n1,5;10\n2,5;8\n-3,25;12\n"));
    QCOMPARE(shown.box("delimiter")->currentText(), "semicolon");
    QCOMPARE(shown.box("decimal")->currentData().toInt(), int(','));
    QCOMPARE(shown.box("header")->currentData().toBool(), true);
    QCOMPARE(shown.status(), "3 rows · inputs x, speed · target: next value");
    Setup setup;
    shown.dialog.applyTo(setup);
    QCOMPARE(setup.sequence.table->values(2, 0), -3.25);
    QVERIFY(assemble(setup).ok());
}

void ImportDialogTest::wrongGuessesCanBeChanged() {
    // With a comma as delimiter these are two columns, with a decimal comma one.
    Shown shown(write("guess.csv", "1,5\n2,5\n3,25\n"));
    QCOMPARE(shown.view()->model()->columnCount(), 2);
    shown.pick(shown.box("decimal"), "comma  1,5");
    QCOMPARE(shown.view()->model()->columnCount(), 1);
    Setup setup;
    shown.dialog.applyTo(setup);
    QCOMPARE(setup.sequence.table->values(2, 0), 3.25);
    // The same choice must read the same again where the table was not kept.
    setup.sequence.table = nullptr;
    QVERIFY(loadFiles(setup).ok());
    QCOMPARE(setup.sequence.table->values(2, 0), 3.25);
}

void ImportDialogTest::withoutHeader() {
    Shown shown(write("years.csv", "a,2001,2002\n0,3,4\n1,5,7\n5,9,1\n"));
    QCOMPARE(shown.box("header")->currentData().toBool(), false);
    shown.pick(shown.box("header"), "column names");
    QCOMPARE(shown.view()->model()->headerData(1, Qt::Horizontal, Qt::DisplayRole), "2001");
    QVERIFY(shown.status().startsWith("3 rows"));
    shown.pick(shown.box("header"), "numbers already");
    QVERIFY(!shown.openButton()->isEnabled());  // "a" is a wrong cell now
    QVERIFY2(shown.status().contains("years.csv:1:1: "), qPrintable(shown.status()));
}

void ImportDialogTest::longNamesKeepBothEnds() {
    const std::string longName = "first" + std::string(500, 'x') + "last";
    Shown shown(write("names.csv", (longName + ",y\n1,2\n3,4\n").c_str()));
    const auto header = [&](int column, int role) {
        return shown.view()->model()->headerData(column, Qt::Horizontal, role).toString();
    };
    const QString name = header(0, Qt::DisplayRole);
    QVERIFY(name.startsWith("firstx") && name.contains(u'…') && name.endsWith("xlast"));
    QVERIFY(name.size() <= 80);
    QCOMPARE(header(0, Qt::ToolTipRole), name);
    QCOMPARE(header(1, Qt::DisplayRole), "y");
    QVERIFY(header(1, Qt::ToolTipRole).isEmpty());
}

void ImportDialogTest::badCellIsShown() {
    Shown shown(write("bad.csv", "x,y\n1,2\n3,4\noops,6\n5,6\n"));
    QVERIFY2(shown.status().startsWith("bad.csv:4:1: 'oops' is not a number"),
             qPrintable(shown.status()));
    QVERIFY(!shown.openButton()->isEnabled());
    const QModelIndex wrong = shown.view()->sheetModel()->wrong();
    QCOMPARE(wrong.row(), 2);
    QCOMPARE(wrong.column(), 0);
    QCOMPARE(wrong.data(Qt::DisplayRole).toString(), "oops");
    QCOMPARE(wrong.data(Qt::BackgroundRole).value<QColor>(), Theme::light().chipDanger.ground);
    const QColor drawn = shown.dialog.findChild<QLabel*>("status")->palette().windowText().color();
    QVERIFY(drawn.red() > drawn.green() + 60);

    QSignalSpy accepted(&shown.dialog, &QDialog::accepted);
    QTest::keyClick(&shown.dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);

    shown.pick(shown.box("missing"), "leave the row out");
    QVERIFY(shown.openButton()->isEnabled());
    QVERIFY2(shown.status().contains("1 with missing values left out"), qPrintable(shown.status()));
    QVERIFY(!shown.view()->sheetModel()->wrong().isValid());
}

void ImportDialogTest::badCellFarDownIsShown() {
    QByteArray content("x\n");
    for (int i = 0; i < 5000; ++i)
        content += i == 4321 ? "?\n" : QByteArray::number(i * i % 7) + "\n";
    Shown shown(write("far.csv", content));
    QVERIFY2(shown.status().startsWith("far.csv:4323:1: "), qPrintable(shown.status()));
    const QModelIndex wrong = shown.view()->sheetModel()->wrong();
    QVERIFY(wrong.isValid());
    QCOMPARE(wrong.data(Qt::DisplayRole).toString(), "?");
    QVERIFY(shown.view()->viewport()->rect().intersects(shown.view()->visualRect(wrong)));
    QVERIFY(shown.view()->model()->rowCount() < 300);
}

void ImportDialogTest::missingValues() {
    Shown shown(write("gap.csv", "x,z\n1,7\n,7\n3,8\n"));
    QVERIFY(shown.status().startsWith("gap.csv:3:1: the cell is empty"));
    shown.pick(shown.box("missing"), "interpolate");
    Setup setup;
    shown.dialog.applyTo(setup);
    QCOMPARE(setup.sequence.table->values(1, 0), 2.0);
    QVERIFY(setup.sequence.reading.missing == Missing::Interpolate);
}

void ImportDialogTest::guessesRoles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("roles");
    using List = QStringList;
    QTest::newRow("one") << QByteArray("t\n1\n2\n3\n") << List{"input"};
    QTest::newRow("time and value")
        << QByteArray("Time,v\n0,3\n0.5,4\n1,2\n") << List{"-", "input"};
    QTest::newRow("counter") << QByteArray("n,v\n10,3\n20,4\n30,2\n") << List{"-", "input"};
    QTest::newRow("no counter") << QByteArray("n,v\n10,3\n20,4\n31,2\n") << List{"input", "input"};
    QTest::newRow("answer") << QByteArray("a,b,Label\n5,3,0\n2,4,1\n3,2,0\n")
                            << List{"input", "input", "target"};
    QTest::newRow("text") << QByteArray("v,place\n5,Ulm\n2,Bonn\n3,Kiel\n") << List{"input", "-"};
    QTest::newRow("counters only")
        << QByteArray("year,y\n1,0\n2,1\n3,1\n") << List{"input", "target"};
}

void ImportDialogTest::guessesRoles() {
    QFETCH(QByteArray, content);
    QFETCH(QStringList, roles);
    Shown shown(write("roles.csv", content));
    QCOMPARE(shown.roles(), roles);
    QVERIFY(shown.openButton()->isEnabled());
}

void ImportDialogTest::choosingColumnsAndTarget() {
    Shown shown(write("three.csv", "a,b,c\n1.5,2,3\n4,5,6\n7,9,8\n2,2,2\n"));
    QCOMPARE(shown.roles(), (QStringList{"input", "input", "input"}));
    shown.pick(shown.view()->roleHeader()->box(0), "not used");
    shown.pick(shown.view()->roleHeader()->box(2), "target");
    QCOMPARE(shown.status(), "4 rows · input b · target: column c");
    QCOMPARE(shown.box("target")->currentText(), "column c");

    Setup setup;  // a task before; its length, target and read-out must not stay
    setup.sequence.task = "adding";
    setup.sequence.length = 7;
    setup.target.kind = TargetSource::Kind::Task;
    setup.readout = Readout::LastStep;
    setup.loss = Loss::CrossEntropy;
    setup.hidden = 3;
    QSignalSpy accepted(&shown.dialog, &QDialog::accepted);
    QTest::mouseClick(shown.openButton(), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
    shown.dialog.applyTo(setup);
    QVERIFY(setup.sequence.task.empty());
    QVERIFY(!setup.sequence.length);
    QCOMPARE(setup.sequence.columns, std::vector<std::string>{"b"});
    QCOMPARE(setup.sequence.reading.columns, (std::vector<std::string>{"b", "c"}));
    QVERIFY(setup.target.kind == TargetSource::Kind::Column);
    QCOMPARE(text(setup.target.name), "c");
    QVERIFY(setup.readout == Readout::EveryStep);
    QCOMPARE(setup.hidden, 3);
    QVERIFY(setup.sequence.scaling == Scaling::Standard);  // the values are large

    setup.sequence.scaling = Scaling::None;
    setup.loss = Loss::MeanSquared;
    const auto problem = assemble(setup);
    QVERIFY2(problem.ok(), problem ? "" : problem.error().text().c_str());
    QCOMPARE(problem->input.rows(), 1);
    QCOMPARE(problem->input(0, 2), 9.0);
    QCOMPARE((*problem->target)(0, 2), 8.0);
}

void ImportDialogTest::targetBoxAndRolesAgree() {
    Shown shown(write("agree.csv", "a,b\n1.5,2\n4,5\n7,9\n"));
    shown.pick(shown.box("target"), "column a");
    QCOMPARE(shown.roles(), (QStringList{"target", "input"}));
    QCOMPARE(shown.view()->roleHeader()->box(0)->currentText(), "target");
    shown.pick(shown.box("target"), "none, forward only");
    QCOMPARE(shown.roles(), (QStringList{"input", "input"}));
    Setup setup;
    shown.dialog.applyTo(setup);
    QVERIFY(setup.target.kind == TargetSource::Kind::None);
    QVERIFY(assemble(setup).ok());
    shown.pick(shown.view()->roleHeader()->box(0), "not used");
    shown.pick(shown.view()->roleHeader()->box(1), "not used");
    QVERIFY(shown.status().contains("no column is chosen as input"));
    QVERIFY(!shown.openButton()->isEnabled());
}

void ImportDialogTest::classTargetsKeepCrossEntropy() {
    Shown classes(write("classes.csv", "a,label\n1.5,2\n4,0\n7,1\n"));
    Setup setup;
    setup.sequence.task.clear();  // a file before; a task's own loss would not be kept
    setup.loss = Loss::CrossEntropy;
    classes.dialog.applyTo(setup);
    QVERIFY(setup.loss == Loss::CrossEntropy);
    QVERIFY(assemble(setup).ok());
    Shown numbers(write("numbers.csv", "a,label\n1.5,2\n4,0.5\n7,1\n"));
    numbers.dialog.applyTo(setup);
    QVERIFY(setup.loss == Loss::MeanSquared);
    QVERIFY(assemble(setup).ok());
}

void ImportDialogTest::aText() {
    Shown shown(write("verse.txt", "by the day\nt y"));
    QVERIFY(shown.hides("delimiter") && shown.hides("missing") && !shown.view()->isVisible());
    QCOMPARE(shown.box("form")->currentText(), "text");
    QCOMPARE(shown.box("target")->currentText(), "next character");
    QCOMPARE(shown.status(), "14 characters · 9 different ones · target: next character");
    Setup setup;
    shown.dialog.applyTo(setup);
    QVERIFY(setup.loss == Loss::CrossEntropy);
    const auto problem = assemble(setup);
    QVERIFY(problem.ok());
    QCOMPARE(problem->shape.output, 9);
}

void ImportDialogTest::json() {
    Shown shown(write("columns.json", R"({"a": [1, 2.5, 3], "b": [4, 5, 6.5]})"));
    QVERIFY(shown.hides("delimiter") && !shown.hides("missing"));
    shown.pick(shown.view()->roleHeader()->box(0), "target");
    Setup setup;
    shown.dialog.applyTo(setup);
    QCOMPARE(text(setup.target.name), "a");
    QVERIFY(assemble(setup).ok());
}

void ImportDialogTest::oneRowHasNoNextValue() {
    Shown shown(write("one.csv", "x\n5\n"));
    QVERIFY(shown.status().contains("no next value"));
    QVERIFY(!shown.openButton()->isEnabled());
    shown.pick(shown.box("target"), "none, forward only");
    QVERIFY(shown.openButton()->isEnabled());
}

void ImportDialogTest::emptyFile() {
    Shown shown(write("empty.csv", ""));
    QVERIFY(shown.status().startsWith("empty.csv: the file is empty"));
    QVERIFY(!shown.openButton()->isEnabled());
}

void ImportDialogTest::enterOpensAtOnce() {
    ImportDialog dialog(write("enter.csv", "x\n1\n2\n3\n"), Theme::light());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Return);  // before anything was read
    QTRY_COMPARE(accepted.count(), 1);
    Setup setup;
    dialog.applyTo(setup);
    QVERIFY(assemble(setup).ok());
}

void ImportDialogTest::cancelWhileReading() {
    QByteArray content("x,y\n");
    content.reserve(40'000'000);
    for (int i = 0; i < 2'000'000; ++i)
        content += QByteArray::number(i % 997) + "." + QByteArray::number(i % 89) + ",0.125\n";
    const QString file = write("large.csv", content);
    auto dialog = std::make_unique<ImportDialog>(file, Theme::light());
    dialog->open();
    // The result can only arrive by an event, so the window did not wait for the file.
    auto* job = dialog->findChild<LatestJob*>();
    QVERIFY(job->isBusy());
    QSignalSpy rejected(dialog.get(), &QDialog::rejected);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!job->isBusy());
    dialog.reset();  // what still reads must find nobody
    QTest::qWait(50);
}

QTEST_MAIN(ImportDialogTest)
#include "import_dialog_test.moc"
