// SPDX-License-Identifier: GPL-3.0-or-later
// What the next start makes of the document that was open, however the program ended.
#include "tests/app/documents_fixture.h"

using namespace rnnscope;

class DocumentsSessionTest : public DocumentsWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        QSettings().clear();
        QFile::remove(lastSetupFile());
        start();
    }
    void cleanup() { window_.reset(); }
    void theNextStartOpensIt();
    void aCrashLosesNothing();
    void whatWasDiscardedStaysAway();
    void ownFilesOfTheLastTimeMayBeGone();
};

void DocumentsSessionTest::theNextStartOpensIt() {
    choose("seed", "77");
    document().showUpdate(4);
    settle();
    saveAs("next");
    const QByteArray numbers = numbersOf(*document().snapshot());
    QVERIFY(window_->close());
    start();
    QCOMPARE(store().file(), path("next.rnnscope"));
    QVERIFY(!window_->isWindowModified());
    QCOMPARE(document().update(), 4);
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    QVERIFY(window_->close());
    QVERIFY(QFile::remove(path("next.rnnscope")));
    start();  // the setup is there all the same
    QVERIFY(!store().isNamed());
    QCOMPARE(document().setup().seed, 77u);
}

void DocumentsSessionTest::aCrashLosesNothing() {
    const auto seed = document().setup().seed;
    saveAs("crashed");
    choose("seed", "4321");
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(lastSetupFile()).contains("4321"), 5000);
    window_.reset();  // without closing
    start();
    QCOMPARE(store().file(), path("crashed.rnnscope"));
    QCOMPARE(document().setup().seed, 4321u);
    QVERIFY(window_->isWindowModified());
    QVERIFY(messages()->isVisible());
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    QVERIFY(!window_->isWindowModified());
    QCOMPARE(document().setup().seed, seed);
}

void DocumentsSessionTest::whatWasDiscardedStaysAway() {
    const auto seed = document().setup().seed;
    saveAs("discarded");
    choose("seed", "4321");
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(lastSetupFile()).contains("4321"), 5000);
    QVERIFY(!window_->close());
    answer(QMessageBox::Discard);
    QVERIFY(!window_->isVisible());
    start();
    QCOMPARE(document().setup().seed, seed);
    QVERIFY(!window_->isWindowModified());
}

void DocumentsSessionTest::ownFilesOfTheLastTimeMayBeGone() {
    write("gone.csv", "1,5\n2,5\n3,5\n4\n");
    ownSequence(path("gone.csv"));
    const QByteArray numbers = numbersOf(*document().snapshot());
    QVERIFY(window_->close());
    QVERIFY(QFile::remove(path("gone.csv")));
    start();
    QVERIFY(numbersOf(*document().snapshot()) == numbers);
    QCOMPARE(QString::fromStdString(document().setup().sequence.file), path("gone.csv"));
}

QTEST_MAIN(DocumentsSessionTest)
#include "documents_session_test.moc"
