// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in the real window: saved, opened where their files are not, and asked about.
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>

#include "tests/app/documents_fixture.h"

using namespace rnnscope;

class DocumentsTest : public DocumentsWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        QSettings().clear();
        QFile::remove(lastSetupFile());
        open({1600, 900});
    }
    void cleanup() { window_.reset(); }
    void savedAndOpenedWithoutItsFiles();
    void aTrainingIsOpenedWhereItStood();
    void comparedNetworksComeBackWithTheirPlaces();
    void theMarkIsExact();
    void closingAsks_data();
    void closingAsks();
    void closingDoesNotAskForNothing();
    void anotherDocumentAsksFirst();
    void newAndSetupsLeaveTheFile();
    void whatIsWrongChangesNothing_data();
    void whatIsWrongChangesNothing();
    void aFolderThatIsReadOnlyIsTold();
    void recentOnes();
};

void DocumentsTest::savedAndOpenedWithoutItsFiles() {
    write("own.csv", "x;y\n0,5;1\n1,5;2\n2,25;3\n-1,5;4\n0,125;5\n1;6\n");
    ownSequence(path("own.csv"));
    choose("columns", "x");
    choose("hold", "f[2]=0.5");
    choose("edit", "x@2=0.75,weight_hh_l0.f[1,2]=0.5");
    window_->playhead().moveTo({0, Phase::Backward, 3});
    window_->playhead().setUnit(5);
    QVERIFY(window_->isWindowModified());
    saveAs("lecture");
    QVERIFY2(!window_->isWindowModified(), qPrintable(messages()->text()));
    QCOMPARE(window_->windowTitle(), "lecture[*] – RNNScope");
    QCOMPARE(store().file(), path("lecture.rnnscope"));
    const QByteArray numbers = numbersOf(*document().snapshot()),
                     bytes = bytesOf(path("lecture.rnnscope"));
    QVERIFY(bytes.contains("rnnscope-document"));
    QVERIFY(!bytes.contains(folder_.path().toUtf8()));  // where it lay is nobody's business

    QVERIFY(QFile::remove(path("own.csv")));
    QVERIFY(QDir().mkpath(path("elsewhere")));
    const QString moved = path("elsewhere/renamed.rnnscope");
    QFile::remove(moved);
    QVERIFY(QFile::rename(path("lecture.rnnscope"), moved));
    again();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(moved)});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &enter);
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &drop);
    settle();
    QCOMPARE(window_->windowTitle(), "renamed[*] – RNNScope");
    QVERIFY(!window_->isWindowModified());
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    QVERIFY(window_->playhead().position() == (Position{0, Phase::Backward, 3}));
    QCOMPARE(window_->playhead().unit(), 5);
    key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(bytesOf(moved) == bytes);
    // The file's other column is there as well.
    choose("columns", "y");
    QCOMPARE(document().snapshot()->problem->input(0, 2), 3.0);
}

void DocumentsTest::aTrainingIsOpenedWhereItStood() {
    choose("optimizer", "adam");
    document().showUpdate(30);
    settle();
    window_->playhead().moveTo({12, Phase::Forward, 7});
    settle();
    QCOMPARE(document().snapshot()->known, 30);
    saveAs("trained");
    const QByteArray numbers = numbersOf(*document().snapshot()),
                     bytes = bytesOf(path("trained.rnnscope"));
    again();
    window_->openPath(path("trained.rnnscope"));
    settle();
    QCOMPARE(document().update(), 12);
    QVERIFY(window_->playhead().position() == (Position{12, Phase::Forward, 7}));
    QCOMPARE(document().snapshot()->known, 30);
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(bytesOf(path("trained.rnnscope")) == bytes);
    // On from there, and back over the start, as if it had never been left.
    document().showUpdate(3);
    settle();
    document().showUpdate(12);
    settle();
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
}

void DocumentsTest::comparedNetworksComeBackWithTheirPlaces() {
    window_->card("loss")->raise();
    settle();
    QVERIFY(window_->card("loss")->content()->isVisible());
    choose("lanes", "cell=rnn; *; cell=gru");
    saveAs("compared");
    const QByteArray numbers = numbersOf(*document().snapshot());
    again();
    window_->openPath(path("compared.rnnscope"));
    settle();
    QVERIFY(!window_->card("compare")->isHidden());
    QVERIFY(window_->card("time")->isHidden());
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    Setup next = document().setup();
    next.lanes = {};
    QVERIFY(document().change(next, "alone").ok());
    settle();
    QVERIFY(!window_->card("time")->isHidden());
    QVERIFY(window_->card("loss")->content()->isVisible());
}

void DocumentsTest::theMarkIsExact() {
    QVERIFY(!window_->isWindowModified());
    // Looking and training is no change.
    key(Qt::Key_Right);
    key(Qt::Key_U);
    settle();
    window_->card("loss")->raise();
    QVERIFY(!window_->isWindowModified());
    choose("hidden", "5");
    QVERIFY(window_->isWindowModified());
    choose("hidden", "8");
    QVERIFY(!window_->isWindowModified());
    choose("seed", "99");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(!window_->isWindowModified());
    choose("cell", "gru");
    saveAs("exact");
    QVERIFY(!window_->isWindowModified());
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window_->isWindowModified());
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    QVERIFY(!window_->isWindowModified());
}

void DocumentsTest::closingAsks_data() {
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << int(QMessageBox::Save) << true << true;
    QTest::newRow("discard") << int(QMessageBox::Discard) << true << false;
    QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << false;
}

void DocumentsTest::closingAsks() {
    QFETCH(int, button);
    QFETCH(bool, closes);
    QFETCH(bool, saves);
    saveAs("asked");
    const QByteArray before = bytesOf(path("asked.rnnscope"));
    choose("seed", "321");
    QVERIFY(!window_->close());
    QVERIFY(window_->isVisible());
    answer(QMessageBox::StandardButton(button));
    QCOMPARE(window_->isVisible(), !closes);
    const QByteArray after = bytesOf(path("asked.rnnscope"));
    QCOMPARE(after != before, saves);
    QCOMPARE(after.contains("\"seed\": 321"), saves);
    QCOMPARE(window_->isWindowModified(), !saves);
}

void DocumentsTest::closingDoesNotAskForNothing() {
    key(Qt::Key_Right);
    QVERIFY(window_->close());
    again();
    saveAs("quiet");
    choose("seed", "5");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    key(Qt::Key_U);
    settle();
    QVERIFY(window_->close());
    QVERIFY(!question());
}

void DocumentsTest::anotherDocumentAsksFirst() {
    saveAs("first");
    choose("seed", "5");
    saveAs("second");
    choose("seed", "6");
    window_->openPath(path("first.rnnscope"));
    answer(QMessageBox::Cancel);
    QCOMPARE(document().setup().seed, 6u);
    QCOMPARE(store().file(), path("second.rnnscope"));
    window_->openPath(path("first.rnnscope"));
    answer(QMessageBox::Save);
    settle();
    QCOMPARE(store().file(), path("first.rnnscope"));
    QVERIFY(bytesOf(path("second.rnnscope")).contains("\"seed\": 6"));
    QVERIFY(!window_->isWindowModified());
    QCOMPARE(document().undoStack().count(), 0);
}

void DocumentsTest::newAndSetupsLeaveTheFile() {
    choose("seed", "7");
    saveAs("left");
    const QByteArray bytes = bytesOf(path("left.rnnscope"));
    key(Qt::Key_N, Qt::ControlModifier);
    settle();
    QVERIFY(!store().isNamed());
    QVERIFY(!window_->isWindowModified());
    // Saving asks for a name now, so that the document stays what it was.
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QCOMPARE(document().setup().seed, 7u);
    key(Qt::Key_S, Qt::ControlModifier);
    auto* dialog = window_->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    window_->openPath(path("left.rnnscope"));
    if (question())
        answer(QMessageBox::Discard);
    settle();
    choose("seed", "8");
    window_->openPath(":/setups/first.json");
    answer(QMessageBox::Discard);
    settle();
    QVERIFY(!store().isNamed());
    QVERIFY(bytesOf(path("left.rnnscope")) == bytes);
}

void DocumentsTest::whatIsWrongChangesNothing_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray("*") << QByteArray() << "broken.rnnscope:1:1: is not JSON";
    QTest::newRow("binary") << QByteArray("*") << QByteArray("\x89PNG\r\n\0\1", 8) << "is not JSON";
    QTest::newRow("deep") << QByteArray("*") << QByteArray(100000, '[') << "nested more than 16";
    QTest::newRow("half") << QByteArray("/") << QByteArray() << "is not JSON from here on";
    QTest::newRow("newer") << QByteArray("\"version\": 1") << QByteArray("\"version\": 9")
                           << "is of version 9";
    QTest::newRow("no content") << QByteArray("\"files\"") << QByteArray("\"folios\"")
                                << "has no content of";
    QTest::newRow("other weights")
        << QByteArray("\"hidden\": 8") << QByteArray("\"hidden\": 9") << "of another shape";
    QTest::newRow("too large") << QByteArray("\"hidden\": 8") << QByteArray("\"hidden\": 99999999")
                               << "1 to 4096";
    QTest::newRow("sequence") << QByteArray("\"length\": 50") << QByteArray("\"length\": 5000000")
                              << "steps";
}

void DocumentsTest::whatIsWrongChangesNothing() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, words);
    document().showUpdate(2);
    settle();
    saveAs("whole");
    QByteArray bytes = bytesOf(path("whole.rnnscope"));
    if (from == "*")
        bytes = to;
    else if (from == "/")
        bytes.truncate(bytes.size() / 2);
    else
        bytes.replace(bytes.indexOf(from), from.size(), to);
    write("broken.rnnscope", bytes);
    choose("seed", "12");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    const Setup setup = document().setup();
    const auto snapshot = document().snapshot();
    const Position position = window_->playhead().position();
    const int undo = document().undoStack().count();
    window_->openPath(path("broken.rnnscope"));
    QVERIFY(messages()->isVisible());
    QCOMPARE(messages()->tone(), MessageBar::Tone::Error);
    QVERIFY2(messages()->text().contains(words), qPrintable(messages()->text()));
    QVERIFY(!messages()->text().contains('\n'));
    QVERIFY(document().setup() == setup);
    QVERIFY(document().snapshot() == snapshot);
    QVERIFY(window_->playhead().position() == position);
    QCOMPARE(document().undoStack().count(), undo);
    QCOMPARE(store().file(), path("whole.rnnscope"));
    QVERIFY(!DocumentStore::recent().contains(path("broken.rnnscope")));
}

void DocumentsTest::aFolderThatIsReadOnlyIsTold() {
    QVERIFY(!store().save(path("nowhere/x.rnnscope"), {}));
    QVERIFY(!store().isNamed());
    QVERIFY(DocumentStore::recent().isEmpty());
}

void DocumentsTest::recentOnes() {
    for (int k = 0; k < 12; ++k)
        saveAs(QString("recent-%1").arg(k));
    QCOMPARE(DocumentStore::recent().size(), 10);
    QCOMPARE(DocumentStore::recent().first(), path("recent-11.rnnscope"));
    QVERIFY(QFile::remove(path("recent-7.rnnscope")));
    auto* menu = window_->findChild<QMenu*>("recent");
    QMenu* file = window_->menuBar()->actions().first()->menu();
    Q_EMIT file->aboutToShow();
    QCOMPARE(menu->actions().size(), 9);
    QCOMPARE(menu->actions().at(1)->text(), QString("recent-10.rnnscope"));
    menu->actions().at(1)->trigger();
    settle();
    QCOMPARE(store().file(), path("recent-10.rnnscope"));
    Q_EMIT file->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), QString("recent-10.rnnscope"));
}

QTEST_MAIN(DocumentsTest)
#include "documents_test.moc"
