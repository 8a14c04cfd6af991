// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transport.h"

#include <QAccessible>
#include <QAction>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

#include "app/timeline.h"

using namespace rnnscope;

class TransportTest : public QObject {
    Q_OBJECT

  private slots:
    void everyPositionComesBack();
    void pixelsAreNearest();
    void positionsRunFromLeftToRight();
    void labelsNeverOverlap();
    void everythingFits_data();
    void everythingFits();
    void clickJumps();
    void dragIsLive();
    void dragHoldsPlaying();
    void wheelSteps();
    void keysStep();
    void hoverTells();
    void buttonsDriveThePlayhead();
    void buttonsHaveNames();
    void withoutGradientOneTrack();
    void timelineReadsItsValue();
    void coloursOfThePhases();
    void iconsStayInTheirSquare();
};

namespace {

/// A bar on the screen with a playhead of 50 steps.
struct Bar {
    explicit Bar(int width = 1260, double scale = 1) {
        playhead.setLength(50);
        Theme theme = Theme::light();
        theme.scale = scale;
        transport.setTheme(theme);
        transport.resize(width, transport.minimumSizeHint().height());
        transport.show();
        ready = QTest::qWaitForWindowExposed(&transport);
    }
    Timeline& line() { return *transport.timeline(); }
    QPoint at(Position position) {
        return {qRound(xOf(position, line().geometryNow())), line().height() / 2};
    }
    TransportButton* button(const QAction* action) {
        QString name = action->text();
        name.remove(u'&');
        for (auto* button : transport.findChildren<TransportButton*>())
            if (button->accessibleName() == name)
                return button;
        return nullptr;
    }
    void wheel(int angle) {
        const QPointF middle(line().rect().center());
        QWheelEvent event(middle, line().mapToGlobal(middle), {}, {0, angle}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&line(), &event);
    }

    Playhead playhead;
    Transport transport{&playhead};
    bool ready = false;
};

}  // namespace

void TransportTest::everyPositionComesBack() {
    for (const double scale : {1.0, 1.5})
        for (double width = 300; width <= 3000; width += 67.5)
            for (const int length : {1, 2, 3, 7, 50, 99, 128, 255, 400})
                for (const bool gradient : {true, false}) {
                    const auto g = timelineGeometry(width, scale, length, gradient);
                    const int count = gradient ? positionCount(length) : length;
                    for (int index = 0; index < count; ++index) {
                        const Position position = positionAt(index, length, 4);
                        if (!(positionAtX(xOf(position, g), g, 4) == position))
                            QFAIL(qPrintable(QStringLiteral("width %1, T %2, index %3")
                                                 .arg(width)
                                                 .arg(length)
                                                 .arg(index)));
                    }
                }
}

void TransportTest::pixelsAreNearest() {
    // More steps than pixels: a pixel gives the step whose own place is no further than half one
    // step's share away, and the phase it lies in.
    const auto g = timelineGeometry(700, 1, 5000, true);
    const double share = (g.forwardEnd - g.forwardBegin) / g.length;
    for (int x = static_cast<int>(g.forwardBegin) + 1; x < g.backwardEnd; ++x) {
        const Position position = positionAtX(x, g, 0);
        if (x < g.forwardEnd)
            QCOMPARE(position.phase, Phase::Forward);
        if (x > g.backwardBegin)
            QCOMPARE(position.phase, Phase::Backward);
        if (x < g.forwardEnd || x > g.backwardBegin)
            QVERIFY(std::abs(xOf(position, g) - x) <= share / 2 + 1e-9);
    }
    QVERIFY(positionAtX(-100, g, 2) == (Position{2, Phase::Forward, 0}));
    QVERIFY(positionAtX(1e6, g, 2) == (Position{2, Phase::Update, 0}));
}

void TransportTest::positionsRunFromLeftToRight() {
    for (const double width : {150.0, 300.0, 3000.0}) {
        const auto g = timelineGeometry(width, 1, 30, true);
        double last = 0;
        for (int index = 0; index < positionCount(30); ++index) {
            const double x = xOf(positionAt(index, 30, 0), g);
            QVERIFY(x > last);
            last = x;
        }
        QVERIFY(last + 9 <= width);  // the last dot is inside
        QVERIFY(g.update - g.clip >= 2 * 8 && g.clip - g.backwardEnd >= 8 + 2);
    }
}

void TransportTest::labelsNeverOverlap() {
    for (const double scale : {1.0, 1.5}) {
        Theme theme = Theme::light();
        theme.scale = scale;
        const QFontMetricsF metrics(theme.font(11));
        qsizetype most = 0;
        for (double width = 40; width < 1500; width += 7) {
            const auto g = timelineGeometry(width, scale, 400, true);
            const auto labels = timelineLabels(g, metrics, width, 3);
            most = std::max(most, labels.size());
            for (qsizetype i = 0; i < labels.size(); ++i) {
                QVERIFY(labels[i].rect.left() >= 0 && labels[i].rect.right() <= width);
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(!labels[i].rect.intersects(labels[j].rect));
            }
        }
        QCOMPARE(most, 5);
    }
}

void TransportTest::everythingFits_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    for (const int width : {1250, 1900})
        for (const double scale : {1.0, 1.5})
            QTest::addRow("%d at %.1f", width, scale) << width << scale;
}

void TransportTest::everythingFits() {
    QFETCH(int, width);
    QFETCH(double, scale);
    Bar bar(width, scale);
    QVERIFY(bar.ready);
    for (const Position position :
         {Position{0, Phase::Forward, 0}, Position{99999, Phase::Backward, 49}}) {
        bar.playhead.moveTo(position);
        QVERIFY(bar.transport.minimumSizeHint().width() <= width);
        QVERIFY(bar.line().width() >= 250 * scale);
        const auto children = bar.transport.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
        for (const QWidget* one : children) {
            QVERIFY(bar.transport.rect().contains(one->geometry()));
            for (const QWidget* other : children)
                QVERIFY(one == other || !one->geometry().intersects(other->geometry()));
        }
        for (const auto* button : bar.transport.findChildren<TransportButton*>())
            QVERIFY(button->width() >= 28 * scale && button->height() >= 28 * scale);
        Theme theme = Theme::light();
        theme.scale = scale;
        const QFontMetricsF metrics(theme.font(11));
        QVERIFY(timelineLabels(bar.line().geometryNow(), metrics, bar.line().width(), 0).size() >=
                4);
    }
}

void TransportTest::clickJumps() {
    Bar bar;
    QVERIFY(bar.ready);
    for (const Position position : {Position{0, Phase::Backward, 19}, Position{0, Phase::Loss, 49},
                                    Position{0, Phase::Forward, 7}, Position{0, Phase::Clip, 0},
                                    Position{0, Phase::Update, 0}}) {
        QTest::mouseClick(&bar.line(), Qt::LeftButton, {}, bar.at(position));
        QVERIFY2(bar.playhead.position() == position,
                 qPrintable(positionText(bar.playhead.position(), 50)));
    }
    QTest::mouseClick(&bar.line(), Qt::RightButton, {}, bar.at({0, Phase::Forward, 7}));
    QCOMPARE(bar.playhead.position().phase, Phase::Update);
}

void TransportTest::dragIsLive() {
    Bar bar;
    QVERIFY(bar.ready);
    bar.playhead.moveTo({2, Phase::Forward, 10});
    QSignalSpy moved(&bar.playhead, &Playhead::moved);
    // Taken by its rim the handle must not jump.
    const QPoint grip = bar.at(bar.playhead.position()) + QPoint(8, 0);
    QTest::mousePress(&bar.line(), Qt::LeftButton, {}, grip);
    QCOMPARE(moved.count(), 0);
    for (const Position position :
         {Position{2, Phase::Forward, 30}, Position{2, Phase::Backward, 45},
          Position{2, Phase::Backward, 3}, Position{2, Phase::Forward, 20}}) {
        QTest::mouseMove(&bar.line(), bar.at(position) + QPoint(8, 0));
        QVERIFY2(bar.playhead.position() == position,
                 qPrintable(positionText(bar.playhead.position(), 50)));
    }
    QCOMPARE(moved.count(), 4);
    QTest::mouseMove(&bar.line(), QPoint(-400, 30));
    QVERIFY(bar.playhead.atStart());
    QTest::mouseRelease(&bar.line(), Qt::LeftButton, {}, QPoint(-400, 30));
    QTest::mouseMove(&bar.line(), bar.at({2, Phase::Forward, 40}));
    QVERIFY(bar.playhead.atStart());  // let go
}

void TransportTest::dragHoldsPlaying() {
    Bar bar;
    QVERIFY(bar.ready);
    bar.playhead.setSpeed(60);
    bar.playhead.play();
    QTest::mousePress(&bar.line(), Qt::LeftButton, {}, bar.at({0, Phase::Backward, 40}));
    QTest::qWait(80);
    QVERIFY(bar.playhead.position() == (Position{0, Phase::Backward, 40}));
    QTest::mouseRelease(&bar.line(), Qt::LeftButton, {}, bar.at({0, Phase::Backward, 40}));
    QVERIFY(bar.playhead.isPlaying());
    QTRY_VERIFY(bar.playhead.position().step < 40);
    QTest::mouseClick(&bar.line(), Qt::LeftButton, {}, bar.at({0, Phase::Update, 0}));
    QVERIFY(!bar.playhead.isPlaying());
    QCOMPARE(bar.playhead.position().update, 0);
}

void TransportTest::wheelSteps() {
    Bar bar;
    QVERIFY(bar.ready);
    bar.wheel(120);
    bar.wheel(240);
    QCOMPARE(bar.playhead.position().step, 3);
    bar.wheel(-120);
    QCOMPARE(bar.playhead.position().step, 2);
    for (int i = 0; i < 4; ++i)
        bar.wheel(30);  // a touchpad's small turns add up
    QCOMPARE(bar.playhead.position().step, 3);
}

void TransportTest::keysStep() {
    Bar bar;
    QVERIFY(bar.ready);
    bar.line().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&bar.line(), Qt::Key_End);
    QVERIFY(bar.playhead.atEnd());
    QTest::keyClick(&bar.line(), Qt::Key_Left);
    QCOMPARE(bar.playhead.position().phase, Phase::Clip);
    QTest::keyClick(&bar.line(), Qt::Key_Home);
    QTest::keyClick(&bar.line(), Qt::Key_Right);
    QVERIFY(bar.playhead.position() == (Position{0, Phase::Forward, 1}));
}

void TransportTest::hoverTells() {
    Bar bar;
    QVERIFY(bar.ready);
    const QImage before = bar.line().grab().toImage();
    QTest::mouseMove(&bar.line(), bar.at({0, Phase::Backward, 19}));
    QTRY_VERIFY(bar.line().hovered().has_value());
    QVERIFY(*bar.line().hovered() == (Position{0, Phase::Backward, 19}));
    QVERIFY(bar.line().grab().toImage() != before);
    QVERIFY(bar.playhead.atStart());
}

void TransportTest::buttonsDriveThePlayhead() {
    Bar bar;
    QVERIFY(bar.ready);
    Playhead& playhead = bar.playhead;
    const auto click = [&](const QAction* action) {
        TransportButton* button = bar.button(action);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
    };
    click(playhead.nextAction());
    click(playhead.nextAction());
    click(playhead.previousAction());
    QCOMPARE(playhead.position().step, 1);
    click(playhead.endAction());
    QVERIFY(playhead.atEnd());
    click(playhead.startAction());
    QVERIFY(playhead.atStart());
    QVERIFY(!bar.button(playhead.previousAction())->isEnabled());
    click(playhead.playAction());
    QVERIFY(playhead.isPlaying());
    QCOMPARE(playhead.playAction()->text(), "&Pause");
    QCOMPARE(bar.button(playhead.playAction())->iconShape(), TransportIcon::Pause);
    click(playhead.playAction());
    QVERIFY(!playhead.isPlaying());
    click(playhead.fasterAction());
    QCOMPARE(playhead.speed(), 8.0);
    click(playhead.slowerAction());
    QCOMPARE(playhead.speed(), 4.0);
    click(playhead.loopAction());
    QVERIFY(playhead.isLooping());
    QVERIFY(bar.button(playhead.loopAction())->isChecked());
    playhead.setLooping(false);
    QVERIFY(!bar.button(playhead.loopAction())->isChecked());
}

void TransportTest::buttonsHaveNames() {
    Bar bar;
    for (const QWidget* widget : bar.transport.findChildren<QWidget*>())
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    QVERIFY(bar.button(bar.playhead.nextAction())->toolTip().contains("Right"));
    QVERIFY(bar.button(bar.playhead.playAction())->toolTip().contains("Space"));
}

void TransportTest::withoutGradientOneTrack() {
    Bar bar;
    QVERIFY(bar.ready);
    bar.playhead.moveTo({0, Phase::Backward, 20});
    bar.playhead.setHasGradient(false);
    const TimelineGeometry g = bar.line().geometryNow();
    QVERIFY(g.forwardEnd > bar.line().width() - 30);
    QTest::mouseClick(&bar.line(), Qt::LeftButton, {}, {bar.line().width() - 2, 30});
    QVERIFY(bar.playhead.position() == (Position{0, Phase::Forward, 49}));
    const QFontMetricsF metrics(bar.line().font());
    QCOMPARE(timelineLabels(g, metrics, bar.line().width(), 0).size(), 1);
}

void TransportTest::timelineReadsItsValue() {
    Bar bar;
    bar.playhead.moveTo({3, Phase::Backward, 19});
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&bar.line());
    QVERIFY(face);
    QCOMPARE(face->role(), QAccessible::Slider);
    QCOMPARE(face->text(QAccessible::Value), "Backward pass, t = 20 of 50, update 3");
    QVERIFY(face->valueInterface());
    QCOMPARE(face->valueInterface()->maximumValue().toInt(), 102);
    face->valueInterface()->setCurrentValue(0);
    QVERIFY(bar.playhead.position() == (Position{3, Phase::Forward, 0}));
}

void TransportTest::coloursOfThePhases() {
    Bar bar;
    const Theme& theme = Theme::light();
    bar.playhead.moveTo({0, Phase::Backward, 19});
    const TimelineGeometry g = bar.line().geometryNow();
    const QImage image = bar.line().grab().toImage();
    const int y = image.height() / 2;
    const auto at = [&](double x) { return image.pixelColor(static_cast<int>(x), y); };
    QCOMPARE(at(g.forwardEnd - 20), theme.accent);
    QCOMPARE(at(g.backwardBegin + 20), theme.gradient);
    QVERIFY(at(g.backwardEnd - 20) != theme.gradient);  // not played yet
    QVERIFY(at(g.clip) != theme.gradient);
    QCOMPARE(at(g.loss), theme.text);
}

void TransportTest::iconsStayInTheirSquare() {
    for (int icon = 0; icon <= static_cast<int>(TransportIcon::Loop); ++icon) {
        const QRectF box = transportIcon(static_cast<TransportIcon>(icon)).boundingRect();
        QVERIFY(QRectF(-0.55, -0.55, 1.1, 1.1).contains(box));
        QVERIFY(box.width() > 0.5);
    }
}

QTEST_MAIN(TransportTest)
#include "transport_test.moc"
