// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a sequence by the choices of the import dialog.
#include "app/dialogs/vocabulary_view.h"
#include "app/plot/style.h"
#include "core/archive.h"
#include "tests/app/import_shown.h"

using namespace rnnscope;

class ImportChoicesTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void sequences();
    void anyColumnSeparates();
    void jsonSeparatesToo();
    void arrays();
    void slice();
    void resampling();
    void scalingSaysWhatItDid();
    void otherEncodings();
    void anotherEncodingHelps();
    void aShortFirstSequence();
    void wordsAndTheirVocabulary();
    void pastedIsGuessed_data();
    void pastedIsGuessed();
    void theFormCanBeChanged();
    void unknownKindOfFile();
    void aMillionRows();

  private:
    QString write(const QString& name, const QByteArray& content) {
        return folder_.write(name, content);
    }
    Folder folder_;
};

void ImportChoicesTest::initTestCase() {
    qApp->setStyle(makeStyle());
    qApp->setStyleSheet(Theme::light().styleSheet());
}

void ImportChoicesTest::sequences() {
    Shown shown(write("many.csv", "sequence,x\n1,5\n1,6\n2,7\n2,8\n2,9\n"));
    QCOMPARE(shown.roles(), (QStringList{"sequence", "input"}));
    QVERIFY2(shown.status().startsWith(
                 "5 rows in 2 sequences, of which number 1, with 2 rows, is shown"),
             qPrintable(shown.status()));
    QCOMPARE(shown.number("shown")->text(), "1 of 2");
    QCOMPARE(shown.plot()->kept(), std::pair(Eigen::Index(0), Eigen::Index(2)));
    shown.type("shown", "2");
    QVERIFY2(shown.status().contains("number 2, with 3 rows"), qPrintable(shown.status()));
    QCOMPARE(shown.plot()->kept(), std::pair(Eigen::Index(2), Eigen::Index(5)));
    QCOMPARE(shown.setup().sequence.shown, std::size_t(1));
    QVERIFY(shown.setup().sequence.reading.sequenceColumn.empty());
    const auto problem = assemble(shown.setup());
    QVERIFY(problem.ok());
    QCOMPARE(problem->input.cols(), 2);

    // As one sequence.
    shown.pick(shown.view()->roleHeader()->box(0), "not used");
    QCOMPARE(text(shown.setup().sequence.reading.sequenceColumn), "none");
    QVERIFY2(shown.status().startsWith("5 rows · input x"), qPrintable(shown.status()));
    QVERIFY(shown.hides("shown"));
    QCOMPARE(shown.setup().sequence.shown, std::size_t(0));
}

void ImportChoicesTest::anyColumnSeparates() {
    Shown shown(write("runs.csv", "run,x\nfirst,5\nfirst,6\nfirst,8\nsecond,7\nsecond,8\n"));
    QCOMPARE(shown.roles(), (QStringList{"-", "input"}));
    shown.pick(shown.view()->roleHeader()->box(0), "sequence");
    QCOMPARE(text(shown.setup().sequence.reading.sequenceColumn), "run");
    QCOMPARE(shown.setup().sequence.table->starts, (std::vector<Eigen::Index>{0, 3}));
    QCOMPARE(shown.number("shown")->maximum(), 2);
    // Another one takes its place.
    shown.pick(shown.view()->roleHeader()->box(1), "sequence");
    QCOMPARE(shown.roles(), (QStringList{"-", "sequence"}));
    QVERIFY2(shown.status().contains("no column is chosen as input"), qPrintable(shown.status()));
}

void ImportChoicesTest::jsonSeparatesToo() {
    Shown shown(
        write("runs.json", R"({"run": ["a", "a", "a", "b", "b"], "x": [1, null, 2, 3, 4]})"));
    QCOMPARE(shown.roles(), (QStringList{"-", "input"}));
    QVERIFY2(shown.status().startsWith("runs.json:1:"), qPrintable(shown.status()));
    QCOMPARE(shown.view()->model()->index(1, 1).data().toString(), "null");
    shown.pick(shown.box("missing"), "interpolate");
    shown.pick(shown.view()->roleHeader()->box(0), "sequence");
    QCOMPARE(shown.setup().sequence.table->starts, (std::vector<Eigen::Index>{0, 3}));
    QCOMPARE(shown.setup().sequence.table->values(1, 0), 1.5);
    Shown rows(write("rows.json", "[[1, 2], [3, 4], [5, 6]]"));
    QCOMPARE(rows.view()->model()->rowCount(), 3);
    QCOMPARE(rows.view()->model()->index(2, 1).data().toString(), "6");
    Shown deep(write("deep.json", "[[[1, 2]]]"));
    QVERIFY2(deep.status().startsWith("deep.json"), qPrintable(deep.status()));
}

void ImportChoicesTest::arrays() {
    const auto counted = [](const char* name, std::vector<std::size_t> shape) {
        Array array{name, std::move(shape), {}};
        array.data.resize(*elementCount(array.shape));
        for (std::size_t k = 0; k < array.data.size(); ++k)
            array.data[k] = 0.1 * double(k);
        return array;
    };
    const QString file = write("arrays.npz", "");
    QVERIFY(writeNpz(file.toStdString(),
                     std::vector{counted("a", {5}), counted("b", {5, 2}), counted("c", {3, 3, 3}),
                                 counted("d", {4}), counted("y", {5})})
                .ok());
    Shown shown(file);
    QVERIFY(shown.hides("form") && shown.hides("encoding") && shown.hides("delimiter"));
    QVERIFY2(shown.openButton()->isEnabled(), qPrintable(shown.status()));
    QCOMPARE(shown.roles(), (QStringList{"input", "-", "-", "-", "-", "target"}));
    QVERIFY(!shown.view()->roleHeader()->box(3)->isEnabled());
    QVERIFY(shown.view()->roleHeader()->box(3)->toolTip().contains("(3, 3, 3)"));
    shown.pick(shown.view()->roleHeader()->box(2), "input");
    QCOMPARE(shown.setup().sequence.columns, (std::vector<std::string>{"a", "b[2]"}));
    QCOMPARE(shown.setup().sequence.table->values(1, 1), 0.1 * 3);
    QVERIFY(assemble(shown.setup()).ok());
    // Those of another length are refused in words.
    shown.pick(shown.view()->roleHeader()->box(4), "input");
    QVERIFY(!shown.openButton()->isEnabled());

    QFile npy(write("one.npy", QByteArray::fromStdString(formatNpy(counted("", {4, 2})))));
    Shown one(npy.fileName());
    QCOMPARE(one.roles(), (QStringList{"input", "input"}));
    QCOMPARE(one.view()->model()->index(3, 1).data().toString(), "0.7");
    QVERIFY(one.openButton()->isEnabled());
}

void ImportChoicesTest::slice() {
    Shown shown(write("ten.csv", "x\n0\n1\n2\n0\n1\n2\n0\n1\n2\n0.5\n"));
    QCOMPARE(shown.number("steps")->text(), "all");
    QCOMPARE(shown.number("from")->maximum(), 9);  // the tenth has no next value
    shown.type("from", "3");
    QCOMPARE(shown.number("steps")->maximum(), 7);
    shown.type("steps", "4");
    const Setup setup = shown.setup();
    QCOMPARE(setup.sequence.skip, Index(2));
    QVERIFY(setup.sequence.length == Index(4));
    const auto problem = assemble(setup);
    QVERIFY(problem.ok());
    QCOMPARE(problem->input, (Eigen::MatrixXd{{2, 0, 1, 2}}));
    QVERIFY2(shown.status().endsWith("4 steps of it"), qPrintable(shown.status()));
    // What is given to the network stands out: four rows and the next value of the last.
    QCOMPARE(shown.plot()->kept(), std::pair(Eigen::Index(2), Eigen::Index(7)));
    // A slice that finds no room gives way.
    shown.type("resample", "5");
    QVERIFY(!shown.setup().sequence.length);
    QVERIFY(shown.openButton()->isEnabled());
    QVERIFY(assemble(shown.setup()).ok());
}

void ImportChoicesTest::resampling() {
    Shown shown(write("six.csv", "x\n0\n1\n2\n1\n0\n2\n"));
    QVERIFY(shown.hides("resample-by"));
    shown.type("resample", "2");
    QVERIFY(!shown.hides("resample-by"));
    auto problem = assemble(shown.setup());
    QVERIFY(problem.ok());
    QCOMPARE(problem->input, (Eigen::MatrixXd{{0.5, 1.5}}));
    shown.pick(shown.box("resample-by"), "the first");
    problem = assemble(shown.setup());
    QVERIFY(problem.ok());
    QCOMPARE(problem->input, (Eigen::MatrixXd{{0, 2}}));
}

void ImportChoicesTest::scalingSaysWhatItDid() {
    Shown shown(write("growth.csv", "x\n100\n200\n100\n400\n"));
    QCOMPARE(shown.box("scaling")->currentText(), "standard");
    QCOMPARE(shown.scaled(), "mean 200, standard deviation 122.5");
    shown.pick(shown.box("scaling"), "0 to 1");
    QCOMPARE(shown.scaled(), "0 to 1 from 100 … 400");
    shown.pick(shown.box("scaling"), "log-differences");
    QVERIFY(shown.scaled().startsWith("ln("));
    const auto problem = assemble(shown.setup());
    QVERIFY(problem.ok());
    QCOMPARE(problem->input.cols(), 2);
    QVERIFY(std::abs(problem->input(0, 0) - std::log(2.0)) < 1e-15);
    shown.pick(shown.box("scaling"), "none");
    QCOMPARE(shown.scaled(), "");
    // What a choice cannot be made with is told at once.
    Shown negative(write("negative.csv", "x\n100\n-200\n100\n"));
    negative.pick(negative.box("scaling"), "log-differences");
    QVERIFY(!negative.openButton()->isEnabled());
    QVERIFY2(negative.status().startsWith("negative.csv"), qPrintable(negative.status()));
    negative.pick(negative.box("scaling"), "standard");
    QVERIFY(negative.openButton()->isEnabled());
}

void ImportChoicesTest::otherEncodings() {
    // "温度" in GB 18030; it is no UTF-8.
    Shown shown(write("temperature.csv", "\xce\xc2\xb6\xc8,x\n1.5,2\n2,1\n1,2\n"));
    QVERIFY2(shown.openButton()->isEnabled(), qPrintable(shown.status()));
    shown.pick(shown.box("encoding"), "GB18030");
    QCOMPARE(text(shown.setup().sequence.reading.encoding), "gb18030");
    QCOMPARE(text(shown.setup().sequence.columns.front()), "温度");
    shown.pick(shown.box("encoding"), "Windows-1252");
    QCOMPARE(text(shown.setup().sequence.columns.front()), "ÎÂ¶È");
    shown.pick(shown.box("encoding"), "UTF-8");
    QVERIFY(!shown.openButton()->isEnabled());
}

// Where nothing can be made of a file, its encoding can still be chosen.
void ImportChoicesTest::anotherEncodingHelps() {
    Shown shown(write("empty.csv", ""));
    QVERIFY(!shown.openButton()->isEnabled());
    QVERIFY(!shown.hides("encoding") && !shown.hides("form"));
    QVERIFY(shown.hides("delimiter") && shown.hides("target"));
}

// Another sequence can be shown where the first is too short.
void ImportChoicesTest::aShortFirstSequence() {
    Shown shown(write("short.csv", "sequence,x\n1,5\n2,7\n2,8\n"));
    QVERIFY2(shown.status().contains("the shown sequence has one row"), qPrintable(shown.status()));
    shown.type("shown", "2");
    QVERIFY2(shown.openButton()->isEnabled(), qPrintable(shown.status()));
    QCOMPARE(assemble(shown.setup())->input.cols(), 1);
}

void ImportChoicesTest::wordsAndTheirVocabulary() {
    Shown shown(write("words.txt", "the cat and the dog and the bird"));
    auto* view = shown.dialog.findChild<VocabularyView*>();
    QVERIFY(view->isVisible());
    QVERIFY(view->accessibleDescription().startsWith("space 7, "));
    shown.pick(shown.box("unit"), "a word");
    QCOMPARE(view->accessibleDescription(), "the 3, and 2, bird 1, cat 1, dog 1");
    QCOMPARE(view->shown(), std::size_t(5));
    QCOMPARE(shown.box("target")->currentText(), "next word");
    QCOMPARE(shown.status(), "8 words · 5 different ones · target: next word");
    QVERIFY(assemble(shown.setup()).ok());
    // More than there is room for.
    QByteArray many;
    for (int i = 0; i < 400; ++i)
        many += "word" + QByteArray::number(i) + " ";
    Shown crowded(write("crowded.txt", many));
    crowded.pick(crowded.box("unit"), "a word");
    QVERIFY(crowded.dialog.findChild<VocabularyView*>()->shown() < 60);
    QVERIFY(crowded.dialog.findChild<VocabularyView*>()->shown() > 5);
}

void ImportChoicesTest::pastedIsGuessed_data() {
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("file");
    QTest::newRow("spreadsheet") << "x\ty\r\n1\t2\r\n3\t4\r\n5\t6\r\n"
                                 << "table"
                                 << "pasted.csv";
    QTest::newRow("numbers") << "1\n2.5\n3\n"
                             << "table"
                             << "pasted.csv";
    QTest::newRow("prose") << "To be, or not to be,\nthat is the question"
                           << "text"
                           << "pasted.txt";
    QTest::newRow("json") << " [[1, 2], [3, 4], [5, 6]]"
                          << "JSON"
                          << "pasted.json";
}

void ImportChoicesTest::pastedIsGuessed() {
    QFETCH(QString, pasted);
    QFETCH(QString, form);
    QFETCH(QString, file);
    Shown shown(pasted.toUtf8().constData());
    QCOMPARE(shown.box("form")->currentText(), form);
    QVERIFY2(shown.openButton()->isEnabled(), qPrintable(shown.status()));
    Setup setup = shown.setup();
    QCOMPARE(text(setup.sequence.file), file);
    // The bytes are all that is needed, as in a document.
    const Table table = *setup.sequence.table;
    setup.sequence.table.reset();
    QVERIFY(loadFiles(setup).ok());
    QCOMPARE(setup.sequence.table->values, table.values);
}

void ImportChoicesTest::theFormCanBeChanged() {
    Shown shown("1\n2\n1\n");
    shown.pick(shown.box("form"), "text");
    QCOMPARE(text(shown.setup().sequence.file), "pasted.txt");
    QCOMPARE(shown.status(), "5 characters · 3 different ones · target: next character");
    shown.pick(shown.box("form"), "table");
    QCOMPARE(text(shown.setup().sequence.file), "pasted.csv");
    QCOMPARE(shown.roles(), QStringList{"input"});

    // A table in a file whose name says text: kept by its bytes, under a name that says what it is.
    Shown named(write("numbers.txt", "x y\n1 2\n2 1\n3 2.5\n"));
    QVERIFY(text(named.setup().sequence.file).endsWith("/numbers.txt"));
    named.pick(named.box("form"), "table");
    QCOMPARE(text(named.setup().sequence.file), "numbers.csv");
    Setup setup = named.setup();
    setup.sequence.table.reset();
    QVERIFY(loadFiles(setup).ok());
    QCOMPARE(setup.sequence.table->columns, (std::vector<std::string>{"x", "y"}));
}

void ImportChoicesTest::unknownKindOfFile() {
    Shown table(write("sensor.dat", "1 2\n3 4\n5 7\n"));
    const auto about = [](const Shown& shown) {
        return shown.dialog.findChild<QLabel*>("about")->text();
    };
    QCOMPARE(table.box("form")->currentText(), "table");
    QVERIFY(about(table).startsWith("a kind of file that is not known, read as table"));
    QVERIFY(text(table.setup().sequence.file).endsWith("/sensor.dat"));
    Shown prose(write("readme.md", "# Title\nSome words, and more of them.\n"));
    QCOMPARE(prose.box("form")->currentText(), "text");
    QVERIFY(prose.openButton()->isEnabled());
    QCOMPARE(text(prose.setup().sequence.file), "readme.txt");
    Shown binary(write("picture.xyz", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", 18)));
    QVERIFY(!binary.openButton()->isEnabled());
    QVERIFY(!binary.status().isEmpty());
}

void ImportChoicesTest::aMillionRows() {
    QByteArray content("x,z\n");
    content.reserve(20'000'000);
    for (int i = 0; i < 1'000'000; ++i)
        content += QByteArray::number(i % 997) + ",0.125\n";
    Shown shown(write("million.csv", content));
    QVERIFY2(shown.status().startsWith("1,000,000 rows"), qPrintable(shown.status()));
    QCOMPARE(shown.number("from")->maximum(), 999'999);
    QCOMPARE(shown.plot()->kept(), std::pair(Eigen::Index(0), Eigen::Index(1'000'000)));
    QVERIFY(!shown.dialog.grab().isNull());
}

QTEST_MAIN(ImportChoicesTest)
#include "import_choices_test.moc"
