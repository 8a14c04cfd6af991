// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unit_panel.h"

#include <QElapsedTimer>
#include <QSpinBox>
#include <QToolTip>

#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

using Shown = InWindow<UnitPanel>;

const SharedSnapshot& sine() {
    static const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"hidden", "4"}});
    return snapshot;
}

View ofUnit(View view, int unit) {
    view.unit = unit;
    return view;
}

QStringList symbols(const std::vector<UnitRow>& rows) {
    QStringList list;
    for (const UnitRow& row : rows)
        list << row.symbol;
    return list;
}

}  // namespace

class UnitPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void rowsAreTheRecord();
    void rowsComeWithTheRoom();
    void weightsAreTheParameters_data();
    void weightsAreTheParameters();
    void readoutIsOfTheLastLayer();
    void whatIsNotPlayedIsFaint();
    void pointingTellsAndLightsUp();
    void weightsTell();
    void clicksAndDragsAskForSteps();
    void spinBoxAsksForAUnit();
    void markedQuantityStandsOut();
    void oddPassesDraw_data();
    void oddPassesDraw();
    void manyStepsAreFast();
    void everySizeAndThemeDraws();
};

void UnitPanelTest::rowsAreTheRecord() {
    const SharedSnapshot both =
        pass({{"cell", "lstm"}, {"hidden", "3"}, {"layers", "2"}, {"bidirectional", "true"}});
    UnitPanel panel(Theme::light());
    panel.setSnapshot(both);
    for (const bool reverse : {false, true}) {
        panel.setView(ofUnit(at(Phase::Backward, 0, reverse, 1), 2));
        const std::size_t trace = both->shape().trace(1, reverse);
        const DataTable table = panel.data();
        for (const auto& quantity : both->shape().cell->quantities()) {
            const std::size_t k = *both->shape().cell->find(quantity.id);
            const auto column = columnOf(table, QString::fromUtf8(quantity.id.data()));
            for (int step = 0; step < int(both->steps()); ++step)
                QCOMPARE(column[std::size_t(step)], both->record.traces[trace].value(k, 2, step));
        }
        const std::size_t c = *both->shape().cell->find("c");
        const auto gradient = columnOf(table, "grad_c");
        for (int step = 0; step < int(both->steps()); ++step)
            QCOMPARE(gradient[std::size_t(step)],
                     both->backward->gradients.traces[trace].value(c, 2, step));
    }
}

void UnitPanelTest::rowsComeWithTheRoom() {
    const auto& s = *sine();
    const auto of = [&](UnitDetail detail) { return symbols(unitRows(s, 0, 1, detail)); };
    const QStringList slopes{QString::fromUtf8("∂L/∂h"), QString::fromUtf8("∂L/∂c")};
    QCOMPARE(of(UnitDetail::States), QStringList({"c", "h"}) + slopes);
    QCOMPARE(of(UnitDetail::Archived), QStringList({"i", "f", "g", "o", "c", "h"}) + slopes);
    QCOMPARE(of(UnitDetail::All).size(), 13);
    Shown shown({700, 560}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    QCOMPARE(int(shown.panel.rows().size()), 13);
    QVERIFY(!shown.panel.places().weights.isEmpty());
    shown.window.resize(300, 160);
    shown.panel.setGeometry(shown.window.rect());
    QCoreApplication::processEvents();
    QCOMPARE(int(shown.panel.rows().size()), 8);
    QVERIFY(shown.panel.places().weights.isEmpty());
    // Gates stand on 0 … 1, a bounded state on ±1, whatever their values.
    for (const UnitRow& row : shown.panel.rows())
        if (!row.gradient && row.id != "c") {
            QCOMPARE(row.high, 1.0);
            QCOMPARE(row.low, row.id == "g" || row.id == "h" ? -1.0 : 0.0);
        }
}

void UnitPanelTest::weightsAreTheParameters_data() {
    QTest::addColumn<QString>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(cell->id().data()) << QString::fromUtf8(cell->id().data());
}

void UnitPanelTest::weightsAreTheParameters() {
    QFETCH(QString, cell);
    const SharedSnapshot s = pass({{"cell", cell.toStdString()}, {"hidden", "3"}});
    const UnitWeights weights = unitWeights(*s, 0, 2);
    const Cell& kind = *s->shape().cell;
    QCOMPARE(weights.blocks.size(), kind.blocks().size());
    for (std::size_t block = 0; block < weights.blocks.size(); ++block) {
        const Index row = Index(block) * 3 + 2;
        const auto& strips = weights.blocks[block].strips;
        const auto value = [&](const char* name, Index column) {
            return s->parameters.find(name)->value(row, column);
        };
        QCOMPARE(strips[0].values, std::vector<double>{value("weight_ih_l0", 0)});
        QCOMPARE(strips[1].values,
                 (std::vector<double>{value("weight_hh_l0", 0), value("weight_hh_l0", 1),
                                      value("weight_hh_l0", 2)}));
        QCOMPARE(strips[2].values,
                 (std::vector<double>{value("bias_ih_l0", 0), value("bias_hh_l0", 0)}));
        QCOMPARE(strips[1].name(1), QString("weight_hh_l0[%1, 1]").arg(row));
        QCOMPARE(strips[2].name(1), QString("bias_hh_l0[%1]").arg(row));
    }
    std::size_t peepholes = 0;
    for (const WeightRow& row : weights.blocks)
        if (weights.peepholes)
            for (const double value : row.strips[3].values) {
                const Eigen::MatrixXd& all = s->parameters.find("weight_ch_l0")->value;
                QCOMPARE(value, all.reshaped()[Index(peepholes) * 3 + 2]);
                ++peepholes;
            }
    QCOMPARE(peepholes, kind.peepholes().size());
    QCOMPARE(weights.readout->strips[0].values[0], s->parameters.find("fc.weight")->value(0, 2));
    QVERIFY(weights.limit >=
            s->parameters.find("weight_hh_l0")->value.row(2).cwiseAbs().maxCoeff());
}

void UnitPanelTest::readoutIsOfTheLastLayer() {
    const SharedSnapshot s =
        pass({{"cell", "gru"}, {"hidden", "3"}, {"layers", "2"}, {"bidirectional", "true"}});
    QVERIFY(!unitWeights(*s, 0, 0).readout && !unitWeights(*s, 1, 0).readout);
    const Eigen::MatrixXd& fc = s->parameters.find("fc.weight")->value;
    QCOMPARE(unitWeights(*s, 2, 1).readout->strips[0].values[0], fc(0, 1));
    QCOMPARE(unitWeights(*s, 3, 1).readout->strips[0].values[0], fc(0, 4));
    // The second layer sees both directions of the first.
    QCOMPARE(unitWeights(*s, 2, 1).blocks[0].strips[0].values.size(), std::size_t(6));
}

void UnitPanelTest::whatIsNotPlayedIsFaint() {
    for (const Theme* theme : everyTheme) {
        Shown shown({500, 400}, *theme);
        shown.panel.setSnapshot(sine());
        shown.panel.setView(at(Phase::Forward, 10));
        shown.open();
        const QImage early = shown.image();
        shown.panel.setView(at(Phase::Forward, 30));
        const QImage late = shown.image();
        const int from = int(shown.panel.places().x(11)), to = int(shown.panel.places().x(28));
        const QColor ink = theme->quantityLine(u"c");
        QVERIFY(pixelsOf(late, ink, from, to, 60) > pixelsOf(early, ink, from, to, 60) + 8);
        const QColor slope = theme->quantityLine(u"gradient");
        QCOMPARE(pixelsOf(late, slope, from, to, 20), 0);
        shown.panel.setView(at(Phase::Backward, 5));
        QVERIFY(pixelsOf(shown.image(), slope, from, to, 60) > 8);
        QVERIFY(shown.panel.accessibleDescription().contains(QString::fromUtf8("∂L/∂h = ")));
    }
}

void UnitPanelTest::pointingTellsAndLightsUp() {
    Shown shown({500, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(ofUnit(at(Phase::Backward, 5), 3));
    shown.open();
    QSignalSpy pointed(&shown.panel, &Panel::quantityHovered);
    const UnitPlaces& places = shown.panel.places();
    for (std::size_t k = 0; k < shown.panel.rows().size(); ++k) {
        const UnitRow& row = shown.panel.rows()[k];
        const QPointF place(places.x(17), places.strips[k].center().y());
        const QString told = shown.panel.hoverText(place);
        QVERIFY2(told.contains(fullNumber(row.at(17))), qPrintable(told));
        QVERIFY(told.contains("t = 18") && told.contains("unit 4"));
        const auto& gradients = sine()->backward->gradients.traces[0];
        QVERIFY(told.contains(fullNumber(gradients.value(row.quantity, 3, 17))));
        pointed.clear();
        QTest::mouseMove(&shown.panel, place.toPoint());
        QTRY_VERIFY(!pointed.isEmpty() || k > 0);
        if (!pointed.isEmpty())
            QCOMPARE(*pointed.last()[0].value<std::optional<std::size_t>>(), row.quantity);
    }
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.panel, &leave);
    QVERIFY(!pointed.last()[0].value<std::optional<std::size_t>>());
}

void UnitPanelTest::weightsTell() {
    Shown shown({800, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(ofUnit(at(Phase::Forward, 5), 1));
    shown.open();
    QSignalSpy pointed(&shown.panel, &Panel::quantityHovered);
    const WeightPlaces& at = shown.panel.weightsAt();
    const QRectF strip = at.strips[1][1];  // of the block f, from the state before
    const QPointF third(strip.left() + strip.width() * 2.5 / 4, strip.center().y());
    const QString told = shown.panel.hoverText(third);
    QVERIFY2(told.contains("weight_hh_l0[5, 2]"), qPrintable(told));
    QVERIFY(told.contains(fullNumber(sine()->parameters.find("weight_hh_l0")->value(5, 2))));
    QTest::mouseMove(&shown.panel, third.toPoint());
    QTRY_COMPARE(pointed.size(), 1);
    QCOMPARE(*pointed[0][0].value<std::optional<std::size_t>>(), std::size_t(1));
    QVERIFY(shown.panel.hoverText(at.strips.back()[0].center()).contains("fc.weight[0, 1]"));
}

void UnitPanelTest::clicksAndDragsAskForSteps() {
    Shown shown({500, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    QSignalSpy asked(&shown.panel, &Panel::stepRequested);
    const UnitPlaces& places = shown.panel.places();
    const auto point = [&](int step) {
        return QPointF(places.x(step), places.strips[2].center().y()).toPoint();
    };
    QTest::mousePress(&shown.panel, Qt::LeftButton, {}, point(7));
    QTest::mouseMove(&shown.panel, point(20));
    QTRY_COMPARE(asked.size(), 2);
    QTest::mouseRelease(&shown.panel, Qt::LeftButton, {}, point(20));
    QCOMPARE(numbersOf(asked), (QList<int>{7, 20}));
    QTest::mouseClick(&shown.panel, Qt::LeftButton, {}, {5, 20});  // a label
    QCOMPARE(asked.size(), 2);
}

void UnitPanelTest::spinBoxAsksForAUnit() {
    UnitPanel panel(Theme::light());
    auto* spin = qobject_cast<QSpinBox*>(panel.headerTool());
    panel.setSnapshot(sine());
    QSignalSpy asked(&panel, &Panel::unitRequested);
    QCOMPARE(spin->maximum(), 4);
    spin->stepUp();
    QCOMPARE(numbersOf(asked), QList<int>{1});
    // What is chosen elsewhere is shown, and not asked for again.
    panel.setView(ofUnit(at(Phase::Forward, 0), 3));
    QCOMPARE(spin->value(), 4);
    panel.setView(ofUnit(at(Phase::Forward, 0), 99));
    QCOMPARE(panel.unit(), 3);
    QCOMPARE(asked.size(), 1);
}

void UnitPanelTest::markedQuantityStandsOut() {
    Shown shown({500, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    View view = at(Phase::Backward, 0);
    shown.panel.setView(view);
    shown.open();
    const QImage before = shown.image();
    view.quantity = *sine()->shape().cell->find("f");
    shown.panel.setView(view);
    const QColor ink = Theme::light().quantityLine(u"f");
    QVERIFY(pixelsOf(shown.image(), ink, 0, 500, 10) > pixelsOf(before, ink, 0, 500, 10) + 200);
    view.quantity = 99;  // of another cell
    shown.panel.setView(view);
    QCOMPARE(shown.image(), before);
}

void UnitPanelTest::oddPassesDraw_data() {
    QTest::addColumn<Options>("options");
    QTest::newRow("one unit") << Options{{"cell", "lstm"}, {"hidden", "1"}};
    QTest::newRow("one step") << Options{{"cell", "gru"}, {"length", "1"}};
    QTest::newRow("no target") << Options{{"cell", "lstm"}, {"target", "none"}};
    QTest::newRow("300 units") << Options{{"cell", "lstm"}, {"hidden", "300"}};
    QTest::newRow("peepholes") << Options{{"cell", "lstm-peephole"}, {"layers", "2"}};
    QTest::newRow("overflows") << Options{{"cell", "rnn-relu"}, {"spectral-radius", "1e60"}};
}

void UnitPanelTest::oddPassesDraw() {
    QFETCH(Options, options);
    const SharedSnapshot snapshot = pass(options);
    for (const QSize& size : {QSize(300, 160), QSize(800, 420)}) {
        Shown shown(size, Theme::dark());
        shown.panel.setSnapshot(snapshot);
        shown.open();
        for (const View& view : {at(Phase::Forward, 0), at(Phase::Backward, 0)}) {
            shown.panel.setView(view);
            QVERIFY(!shown.image().isNull());
            QVERIFY(!svgOf(shown.panel).contains("\"nan"));
        }
        shown.image().save(QString(RNNSCOPE_SCREENSHOTS "/unit-%1-%2.png")
                               .arg(QTest::currentDataTag())
                               .arg(size.width()));
    }
}

void UnitPanelTest::manyStepsAreFast() {
    const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"length", "5000"}});
    Shown shown({800, 500}, Theme::light());
    shown.panel.setSnapshot(snapshot);
    shown.open();
    shown.image();
    QElapsedTimer timer;
    timer.start();
    for (int step = 4001; step < 4101; ++step) {
        shown.panel.setView(at(Phase::Forward, step));
        shown.image();
    }
    qInfo("%.2f ms a step", double(timer.elapsed()) / 100);
    QVERIFY(timer.elapsed() < 100 * 40);
}

void UnitPanelTest::everySizeAndThemeDraws() {
    for (const Theme* theme : everyTheme)
        for (const QSize& size : {QSize(250, 130), QSize(300, 160), QSize(420, 520),
                                  QSize(900, 260), QSize(1300, 800)}) {
            Shown shown(size, *theme);
            shown.panel.setSnapshot(sine());
            shown.panel.setView(ofUnit(at(Phase::Backward, 19), 2));
            shown.open();
            for (const QRectF& strip : shown.panel.places().strips)
                QVERIFY2(QRectF(shown.panel.rect()).contains(strip) && strip.width() > 60,
                         qPrintable(QString("%1 %2: %3 %4 of %5")
                                        .arg(theme->id)
                                        .arg(size.width())
                                        .arg(strip.bottom())
                                        .arg(strip.width())
                                        .arg(shown.panel.rect().height())));
            shown.image().save(
                QString(RNNSCOPE_SCREENSHOTS "/unit-%1-%2.png").arg(theme->id).arg(size.width()));
        }
}

QTEST_MAIN(UnitPanelTest)
#include "unit_panel_test.moc"
