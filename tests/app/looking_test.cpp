// SPDX-License-Identifier: GPL-3.0-or-later
// Looking closer, in the window: the plane, the unit and the table beside everything else.
#include <QClipboard>
#include <QSettings>
#include <QSpinBox>
#include <QtTest>

#include "app/card.h"
#include "app/mainwindow.h"
#include "app/panels/phase_plane_panel.h"
#include "app/panels/unit_panel.h"
#include "app/panels/values_panel.h"
#include "app/plot/style.h"

using namespace rnnscope;

class LookingTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cardsStandBehindOthers();
    void unitIsChosenInAllOfThem();
    void stepIsChosenInThePlane();
    void quantityLightsUpElsewhere();
    void figuresHaveTheSwitchesOfTheWindow();
    void looks_data();
    void looks();

  private:
    template <class P>
    P* front(const QString& id) {
        window_->card(id)->show();
        window_->card(id)->raise();
        QTest::qWait(30);
        return static_cast<P*>(window_->card(id)->content());
    }
    Playhead& playhead() { return window_->playhead(); }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

void LookingTest::initTestCase() {
    QCoreApplication::setOrganizationName("rnnscope-looking-test");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    qApp->setStyle(makeStyle());
}

void LookingTest::init() {
    window_ = std::make_unique<MainWindow>();
    window_->openDefault();
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTRY_VERIFY(window_->document().snapshot());
}

void LookingTest::cleanup() {
    window_.reset();
}

void LookingTest::cardsStandBehindOthers() {
    for (const char* id : {"phase-plane", "unit", "values"}) {
        QVERIFY2(window_->card(id), id);
        QVERIFY2(!window_->card(id)->content()->isVisible(), id);
        QVERIFY2(!window_->card(id)->isHidden(), id);
    }
    QVERIFY(window_->card("unrolled")->content()->isVisible());
    QVERIFY(window_->card("flow")->content()->isVisible());
}

void LookingTest::unitIsChosenInAllOfThem() {
    auto* unit = front<UnitPanel>("unit");
    auto* spin = window_->card("unit")->findChild<QSpinBox*>();
    QVERIFY(spin && spin->isVisible());
    spin->setValue(4);
    QCOMPARE(playhead().unit(), 3);
    QCOMPARE(unit->unit(), 3);
    auto* values = front<ValuesPanel>("values");
    QCOMPARE(values->unitTable()->look().unit, 3);
    const QPoint second =
        values->unitTable()->visualRect(values->unitTable()->model()->index(1, 0)).center();
    QTest::mouseClick(values->unitTable()->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(playhead().unit(), 1);
    front<UnitPanel>("unit");
    QCOMPARE(unit->unit(), 1);
    QCOMPARE(spin->value(), 2);
}

void LookingTest::stepIsChosenInThePlane() {
    auto* plane = front<PhasePlanePanel>("phase-plane");
    playhead().moveTo({0, Phase::Backward, 30});
    QVERIFY(plane->showsDescent());
    const QPoint there = plane->pointOf(13).toPoint();
    QTest::mouseClick(plane, Qt::LeftButton, {}, there);
    const QPointF reached = plane->pointOf(playhead().position().step + 1);
    QVERIFY(QLineF(reached, there).length() < 5);
    QCOMPARE(playhead().position().phase, Phase::Backward);
    auto* unit = front<UnitPanel>("unit");
    const QPointF place(unit->places().x(7), unit->places().strips[0].center().y());
    QTest::mouseClick(unit, Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(playhead().position().step, 7);
}

void LookingTest::quantityLightsUpElsewhere() {
    auto* unit = front<UnitPanel>("unit");
    auto* values = static_cast<ValuesPanel*>(window_->card("values")->content());
    const QPointF place(unit->places().x(7), unit->places().strips[1].center().y());
    QTest::mouseMove(unit, place.toPoint());
    const std::size_t quantity = unit->rows()[1].quantity;
    QTRY_COMPARE(playhead().quantity(), std::optional(quantity));
    QCOMPARE(values->view().quantity, std::optional(quantity));
}

void LookingTest::figuresHaveTheSwitchesOfTheWindow() {
    auto* plane = front<PhasePlanePanel>("phase-plane");
    plane->setChoice({PlaneAxes::Units, 1, 2, 0});
    QVERIFY(QMetaObject::invokeMethod(window_->card("phase-plane"), "copyDataRequested"));
    QVERIFY2(qApp->clipboard()->text().startsWith("t,c_3,c_1"),
             qPrintable(qApp->clipboard()->text().left(80)));
}

void LookingTest::looks_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << "light" << QSize(1920, 1080);
    QTest::newRow("dark, small") << "dark" << QSize(1280, 720);
    QTest::newRow("projector") << "projector" << QSize(1920, 1080);
}

void LookingTest::looks() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    window_->setTheme(theme);
    window_->resize(size);
    playhead().moveTo({0, Phase::Backward, 19});
    auto* plane = front<PhasePlanePanel>("phase-plane");
    for (const char* id : {"unit", "values"}) {
        QWidget* content = front<Panel>(id);
        const QRect place(content->mapTo(window_.get(), QPoint()), content->size());
        QVERIFY(window_->rect().contains(place));
        QTest::qWait(60);
        if (auto* unit = qobject_cast<UnitPanel*>(content))
            QVERIFY(unit->places().strips.back().bottom() <= unit->height());
        QVERIFY(window_->grab().save(
            QString(RNNSCOPE_SCREENSHOTS "/looking-%1-%2.png").arg(id, theme)));
        // The next picture has the other axes.
        plane->setChoice({PlaneAxes::Units, 0, 0, 1});
    }
}

QTEST_MAIN(LookingTest)
#include "looking_test.moc"
