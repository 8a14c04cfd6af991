// SPDX-License-Identifier: GPL-3.0-or-later
// Holding gates from the setup column, by clicks and keys.
#include "app/hold_field.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <memory>

#include "app/mainwindow.h"
#include "app/panels/gradient_panel.h"
#include "app/plot/style.h"
#include "app/setup_column.h"
#include "core/analysis/decay.h"

using namespace rnnscope;

class HoldFieldTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup() { window_.reset(); }
    void anOpenForgetGateChangesTheVerdict();
    void whatIsNotUnderstoodLeavesWhatWas();
    void aCellThatLacksTheGateSaysSo();

  private:
    Document& document() { return window_->document(); }
    SetupColumn* column() { return window_->findChild<SetupColumn*>(); }
    HoldField* field() { return column()->controls().holds; }
    void type(const QString& text) {
        QTest::mouseClick(field(), Qt::LeftButton);
        field()->selectAll();
        QTest::keyClick(field(), Qt::Key_Delete);
        QTest::keyClicks(field(), text);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(document().settle());
    }
    void shoot(const QString& name) {
        QCoreApplication::processEvents();
        QVERIFY(window_->grab().save(QString("%1/%2.png").arg(RNNSCOPE_SCREENSHOTS, name)));
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

void HoldFieldTest::initTestCase() {
    QVERIFY(folder_.isValid());
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
    QDir().mkpath(RNNSCOPE_SCREENSHOTS);
}

void HoldFieldTest::init() {
    QSettings().clear();
    window_ = std::make_unique<MainWindow>();
    window_->resize(1280, 720);
    window_->openDefault();
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    Setup next = document().setup();
    next.cell = "lstm";
    next.spectralRadius.reset();
    next.forgetBias.reset();
    QVERIFY(document().change(next, "LSTM").ok());
    QVERIFY(document().settle());
    for (QToolButton* more : column()->moreButtons())
        if (!field()->isVisible())
            QTest::mouseClick(more, Qt::LeftButton);
    column()->ensureWidgetVisible(field());
    QVERIFY(field()->isVisible());
}

void HoldFieldTest::anOpenForgetGateChangesTheVerdict() {
    const auto& cell = document().snapshot()->shape().cell;
    const std::size_t f = *cell->find("f");
    const double usual = document().snapshot()->backward->decay[0]->remaining;
    QVERIFY(document().snapshot()->backward->decay[0]->verdict != Verdict::Alive);
    type("f = 1");
    QCOMPARE(toText(document().setup().holds), std::string("f=1"));
    const auto held = document().snapshot();
    for (Index t = 0; t < held->steps(); ++t)
        QCOMPARE(held->record.traces[0].value(f, 0, t), 1.0);
    // The last loss reaches further back along an open carousel.
    const double open = held->backward->decay[0]->remaining;
    QCOMPARE(held->backward->decay[0]->verdict, Verdict::Alive);
    QVERIFY2(open > 1e3 * usual, qPrintable(QString("%1 %2").arg(usual).arg(open)));
    shoot("hold-forget-open");
    // The keys belong to the lecture again, and the hold can be taken back.
    QVERIFY(!field()->hasFocus());
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().settle());
    QVERIFY(document().setup().holds.empty());
    QVERIFY(field()->text().isEmpty());
    QCOMPARE(document().snapshot()->backward->decay[0]->remaining, usual);
}

void HoldFieldTest::whatIsNotUnderstoodLeavesWhatWas() {
    type("f[2]@3-5=0.5");
    const auto before = document().setup();
    QCOMPARE(toText(before.holds), std::string("f[2]@3-5=0.5"));
    for (const char* wrong :
         {"f", "f=x", "f=1e999", "f[99]=1", "f@5-2=1", "q=1", "f_l7=0", "=", "a_f=1"}) {
        type(wrong);
        QVERIFY2(field()->hint().isShown(), wrong);
        QVERIFY2(!field()->hint().text().isEmpty(), wrong);
        QCOMPARE(field()->text(), QString("f[2]@3-5=0.5"));
        QVERIFY(document().setup() == before);
    }
    shoot("hold-refused");
    QTest::mouseClick(field(), Qt::LeftButton);
    QTest::keyClicks(field(), "nonsense");
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(field()->text(), QString("f[2]@3-5=0.5"));
    QVERIFY(!field()->hasFocus());
    type("");
    QVERIFY(document().setup().holds.empty());
}

void HoldFieldTest::aCellThatLacksTheGateSaysSo() {
    type("f=1");
    QTest::keyClick(window_.get(), Qt::Key_1);
    QVERIFY(document().settle());
    QCOMPARE(document().snapshot()->shape().cell->id(), std::string_view("rnn"));
    QVERIFY(document().snapshot()->shape().holds.empty());
    QVERIFY2(field()->hint().text().contains("RNN has no f"), qPrintable(field()->hint().text()));
    QCOMPARE(field()->text(), QString("f=1"));
    QTest::keyClick(window_.get(), Qt::Key_2);
    QVERIFY(document().settle());
    QVERIFY(!document().snapshot()->shape().holds.empty());
}

QTEST_MAIN(HoldFieldTest)
#include "hold_field_test.moc"
