// SPDX-License-Identifier: GPL-3.0-or-later
#include <Eigen/Eigenvalues>
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>
#include <cmath>

#include "app/dial.h"
#include "app/plot/style.h"
#include "app/setup_facts.h"
#include "core/random.h"
#include "tests/app/setup_fixture.h"

using namespace rnnscope;
using Window = SetupWindow;

namespace {

const DialScale scales[] = {{-3, 6, -1000, 1000, false, false, 10},
                            {0, 2.5, 0, 1000},
                            {1, 64, 1, 4096, false, true},
                            {1e-4, 10, 1e-300, 1e300, true},
                            {1e-3, 100, 1e-300, 1e300, true},
                            {1, 5000, 1, 5000, true, true},
                            {3, 3, 3, 3, true, true}};

}  // namespace

class SetupDialTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { qApp->setStyle(makeStyle()); }

    // ---- scale

    void valuesComeBack() {
        Random random(1);
        for (const DialScale& scale : scales)
            for (int k = 0; k < 2000; ++k) {
                const double position = random.uniform();
                const double value = scale.valueAt(position);
                QVERIFY(value >= scale.low && value <= scale.high);
                // What the mouse can choose stays where it is.
                QCOMPARE(scale.valueAt(scale.positionOf(value)), value);
                // Rounding moves the handle by less than a pixel or so, but for whole numbers.
                if (!scale.whole)
                    QVERIFY(std::abs(scale.positionOf(value) - position) < 0.012);
            }
    }

    void positionsKeepTheOrder() {
        for (const DialScale& scale : scales)
            for (int k = 0; k < 1000; ++k)
                QVERIFY(scale.valueAt(k / 1000.0) <= scale.valueAt((k + 1) / 1000.0));
    }

    void stepsMoveAndStop() {
        for (const DialScale& scale : scales) {
            if (scale.high == scale.low)
                continue;
            double value = scale.low;
            for (int k = 0; k < 200; ++k) {
                const double next = scale.stepped(value, 1);
                QVERIFY(next > value || value == scale.highest);
                if (next != scale.highest)
                    QVERIFY(scale.stepped(next, -1) < next);
                value = next;
            }
            QCOMPARE(scale.stepped(scale.lowest, -1), scale.lowest);
        }
    }

    void readsNumbersOnly() {
        const DialScale scale{0, 2.5, 0, 1000};
        QString problem;
        QCOMPARE(scale.read(" 1.25e1 ", problem), std::optional(12.5));
        const QString minus = QString(QChar(0x2212)) + "2";
        QCOMPARE(scales[0].read(minus, problem), std::optional(-2.0));
        for (const char* bad :
             {"", "abc", "1e999", "-1e999", "nan", "inf", "-0.1", "1000.1", "1,5"}) {
            problem.clear();
            QVERIFY2(!scale.read(bad, problem), bad);
            QVERIFY2(problem.contains("0 to 1000"), qPrintable(problem));
        }
        QVERIFY(!scales[2].read("2.5", problem));
        QVERIFY(problem.contains("whole"));
    }

    // ---- dial

    void dragIsManyChangesAndOneUndo() {
        Window w;
        QVERIFY(w.ready);
        Dial* dial = w.ui().radius;
        SetupSlider* slider = dial->slider();
        QSignalSpy changed(&w.document, &Document::setupChanged);
        const int y = slider->height() / 2;
        const double from = slider->xOf(slider->position());
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(qRound(from), y));
        for (int x = qRound(from); x <= qRound(slider->xOf(0.8)); x += 2)
            QTest::mouseMove(slider, QPoint(x, y));
        QTest::mouseMove(slider, QPoint(qRound(slider->xOf(0.8)), y));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(qRound(slider->xOf(0.8)), y));
        QVERIFY(changed.count() > 5);
        QCOMPARE(w.undoCount(), 1);
        QVERIFY(w.setup().spectralRadius);
        QVERIFY(std::abs(*w.setup().spectralRadius - 2.0) < 0.1);
        QCOMPARE(dial->value(), w.setup().spectralRadius);

        // A second drag is a second step.
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(qRound(slider->xOf(0.2)), y));
        QCOMPARE(w.undoCount(), 2);
        w.undo->trigger();
        w.undo->trigger();
        QVERIFY(!w.setup().spectralRadius);
        QVERIFY(!dial->value());
    }

    void handleIsHeldWhereItWasGripped() {
        Window w;
        SetupSlider* slider = w.ui().rate->slider();
        const int x = qRound(slider->xOf(slider->position())) + 5;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(x, slider->height() / 2));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(x, slider->height() / 2));
        QCOMPARE(w.undoCount(), 0);
    }

    void badInputChangesNothing_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "eight", "1e999", "2.5", "0", "5000", "nan"})
            QTest::newRow(*text ? text : "empty") << QString(text);
    }

    void badInputChangesNothing() {
        QFETCH(QString, text);
        Window w;
        Dial* dial = w.ui().units;
        w.type(dial, text);
        QVERIFY(!dial->hint().isEmpty());
        QCOMPARE(w.setup().hidden, Index(8));
        QCOMPARE(w.undoCount(), 0);
        QCOMPARE(dial->field()->text(), text);  // to be mended
        const auto* hint = w.frame.findChild<QLabel*>("dialHint");
        QVERIFY(hint && hint->isVisible());
        QVERIFY(w.frame.rect().contains(hint->geometry()));
        QTest::keyClick(dial->field(), Qt::Key_Escape);
        QCOMPARE(dial->field()->text(), QString("8"));
        QVERIFY(dial->hint().isEmpty());
    }

    void typingSetsExactly() {
        Window w;
        w.type(w.ui().units, "300");  // beyond the slider's end
        QCOMPARE(w.setup().hidden, Index(300));
        QCOMPARE(w.ui().units->slider()->position(), 1.0);
        w.type(w.ui().rate, "0.012345678901234567");
        QCOMPARE(w.setup().training.rate, 0.012345678901234567);
        QCOMPARE(w.ui().rate->field()->text(), QString("0.0123"));
        QCOMPARE(w.undoCount(), 2);
        // Nothing new is no step, and leaves no rounded number behind.
        w.ui().rate->field()->setFocus();
        QTest::keyClick(w.ui().rate->field(), Qt::Key_Return);
        QCOMPARE(w.setup().training.rate, 0.012345678901234567);
        QCOMPARE(w.undoCount(), 2);
    }

    void leavingTheFieldKeepsOrRestores() {
        Window w;
        Dial* dial = w.ui().units;
        dial->field()->setFocus();
        dial->field()->selectAll();
        QTest::keyClicks(dial->field(), "12");
        w.ui().layers->setFocus();
        QCOMPARE(w.setup().hidden, Index(12));
        dial->field()->setFocus();
        dial->field()->selectAll();
        QTest::keyClicks(dial->field(), "x");
        w.ui().layers->setFocus();
        QCOMPARE(w.setup().hidden, Index(12));
        QCOMPARE(dial->field()->text(), QString("12"));
        QVERIFY(!dial->hint().isEmpty());
    }

    void resetClears() {
        Window w;
        Dial* dial = w.ui().forgetBias;
        const QString own = dial->field()->text();
        QVERIFY(!dial->resetButton()->isVisible());
        w.type(dial, "1.5");
        QCOMPARE(w.setup().forgetBias, std::optional(1.5));
        QVERIFY(w.document.settle());
        QVERIFY(dial->resetButton()->isVisible());
        QTest::mouseClick(dial->resetButton(), Qt::LeftButton);
        QVERIFY(!w.setup().forgetBias);
        QVERIFY(w.document.settle());
        QCOMPARE(dial->field()->text(), own);
        QCOMPARE(w.undoCount(), 2);
    }

    void initialValuesAreReal() {
        Window w("rnn");
        const Problem& problem = *w.document.snapshot()->problem;
        const Eigen::MatrixXd weights = problem.parameters.find("weight_hh_l0")->value;
        const double radius = weights.eigenvalues().cwiseAbs().maxCoeff();
        QVERIFY(std::abs(initialSpectralRadius(problem) - radius) < 1e-9);
        QCOMPARE(w.ui().radius->field()->text(), QString::number(radius, 'f', 3));
        QVERIFY(!w.ui().forgetBias->isVisible());

        // What was asked for is what the network then has.
        for (const char* cell : {"lstm", "gru"}) {
            Setup next = w.setup();
            next.cell = cell;
            next.forgetBias = 2.25;
            next.spectralRadius = 0.75;
            QVERIFY(w.document.change(next, "x"));
            QVERIFY(w.document.settle());
            const Problem& asked = *w.document.snapshot()->problem;
            QVERIFY(std::abs(initialForgetBias(asked) - 2.25) < 1e-12);
            QVERIFY(std::abs(initialSpectralRadius(asked) - 0.75) < 1e-9);
        }
        QCOMPARE(w.ui().forgetBias->label(), QString("Update bias"));
    }

    void keysAndWheel() {
        Window w;
        Dial* dial = w.ui().units;
        w.wheel(dial->slider(), 120);
        QCOMPARE(w.setup().hidden, Index(8));  // no focus: the column scrolls
        w.wheel(w.ui().layers, 120);
        QCOMPARE(w.setup().layers, 1);
        dial->slider()->setFocus();
        w.wheel(dial->slider(), 120);
        QCOMPARE(w.setup().hidden, Index(9));
        const auto key = [&](Qt::Key k) { QTest::keyClick(dial->slider(), k); };
        key(Qt::Key_Right);
        key(Qt::Key_Up);
        QCOMPARE(w.setup().hidden, Index(11));
        key(Qt::Key_PageUp);
        QCOMPARE(w.setup().hidden, Index(21));
        key(Qt::Key_PageDown);
        key(Qt::Key_Left);
        QCOMPARE(w.setup().hidden, Index(10));
        key(Qt::Key_End);
        QCOMPARE(w.setup().hidden, Index(64));
        key(Qt::Key_Home);
        QCOMPARE(w.setup().hidden, Index(1));
        key(Qt::Key_F2);
        QVERIFY(dial->field()->hasFocus());
    }

    void screenReaderHearsTheNumber() {
        Window w;
        QAccessibleInterface* slider = QAccessible::queryAccessibleInterface(w.ui().rate->slider());
        QCOMPARE(slider->text(QAccessible::Name), QString("Rate"));
        QCOMPARE(slider->text(QAccessible::Value), QString("0.100"));
        QCOMPARE(slider->valueInterface()->currentValue().toDouble(), 0.1);
        slider->valueInterface()->setCurrentValue(0.5);
        QCOMPARE(w.setup().training.rate, 0.5);
        slider->valueInterface()->setCurrentValue(-1);
        QCOMPARE(w.setup().training.rate, 0.5);
    }
};

QTEST_MAIN(SetupDialTest)
#include "setup_dial_test.moc"
