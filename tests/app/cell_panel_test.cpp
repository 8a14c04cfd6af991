// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "app/panels/table.h"
#include "app/plot/number.h"
#include "core/term.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;
using Place = Wire::Place;

namespace {

constexpr int step = 7;

SharedSnapshot passOf(const Cell& cell, Options more = {}) {
    Options options = {{"cell", std::string(cell.id())}, {"length", "12"}};
    options.insert(options.end(), more.begin(), more.end());
    return pass(options, 3);
}

View atPart(Phase phase, int part, int unit = 2) {
    View view = at(phase, step);
    view.position.part = part;
    view.unit = unit;
    return view;
}

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-15 * std::max(1.0, std::abs(b));
}

/// What one inner value must be, from the numbers that its operation takes.
double innerValue(const Snapshot& snapshot, Wire wire, Index unit) {
    const Cell& cell = *snapshot.shape().cell;
    const Trace& trace = snapshot.record.traces[0];
    const Index column = trace.column(step);
    const auto value = [&](Wire of) {
        if (of.place == Place::Inner)
            return innerValue(snapshot, of, unit);
        return trace.at(of.index, of.place == Place::Before ? column - 1 : column)[unit];
    };
    for (const Operation& each : cell.operations()) {
        if (each.result != wire)
            continue;
        if (each.kind == OperationKind::Product)
            return value(each.a) * value(each.b);
        if (each.kind == OperationKind::Complement)
            return 1.0 - value(each.a);
        if (each.kind == OperationKind::Peephole)
            return snapshot.parameters.find("weight_ch_l0")
                       ->value.reshaped()[Index(each.weights) * trace.hidden() + unit] *
                   value(each.a);
    }
    return notANumber;
}

/// ∂L/∂ of an inner value: no cell of the table uses one twice, so it is one factor times ∂L/∂ of
/// what takes it.
double innerGradient(const Snapshot& snapshot, Wire wire, Index unit) {
    const Trace& values = snapshot.record.traces[0];
    const Trace& gradients = snapshot.backward->gradients.traces[0];
    const Index column = values.column(step);
    for (const Operation& each : snapshot.shape().cell->operations()) {
        if (each.a != wire && each.b != wire)
            continue;
        const double d = each.result.place == Place::Inner
                             ? innerGradient(snapshot, each.result, unit)
                             : gradients.at(each.result.index, column)[unit];
        if (each.kind != OperationKind::Product)
            return d;
        const Wire other = each.a == wire ? each.b : each.a;
        return d * values.at(other.index, other.place == Place::Before ? column - 1 : column)[unit];
    }
    return notANumber;
}

/// What the step alone passes back to the state before it: the same step, with the network's own
/// backward step from ∂L/∂(states) that the steps after it leave.
Eigen::VectorXd passedBack(const Snapshot& snapshot) {
    const Network network(snapshot.shape(), snapshot.parameters);
    const Trace& values = snapshot.record.traces[0];
    const Trace& gradients = snapshot.backward->gradients.traces[0];
    const Cell& cell = *snapshot.shape().cell;
    const Index hidden = values.hidden();
    Eigen::VectorXd later = Eigen::VectorXd::Zero(values.rows()), before;
    for (Index t = values.steps() - 1; t >= step; --t) {
        const Index column = values.column(t);
        // ∂L/∂h is whole in the record; other states get what the next step gave.
        const Index h = Index(cell.hiddenState()) * hidden;
        later.segment(h, hidden) = gradients.at(cell.hiddenState(), column);
        before = Eigen::VectorXd::Zero(values.rows());
        network.stepBack(0, values, column, before.data(), later.data());
        later = before;
    }
    return before;
}

}  // namespace

class CellPanelTest : public QObject {
    Q_OBJECT

  private:
    void everyCell_data();

  private slots:
    void forwardNumbersAreTheRecords_data() { everyCell_data(); }
    void forwardNumbersAreTheRecords();
    void backwardNumbersAreTheGradients_data() { everyCell_data(); }
    void backwardNumbersAreTheGradients();
    void hoverTellsANode();
    void aClickOnAStripChoosesItsUnit();
    void equationsAndNumbersAreCopied();
    void figuresHoldTheSymbols();
    void heldQuantitiesSaySo();
    void dataHoldsEverything();
    void anySizeAndPassDraws();
};

void CellPanelTest::everyCell_data() {
    QTest::addColumn<const Cell*>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(std::string(cell->id()).c_str()) << cell;
}

void CellPanelTest::forwardNumbersAreTheRecords() {
    QFETCH(const Cell*, cell);
    const auto snapshot = passOf(*cell);
    const Trace& trace = snapshot->record.traces[0];
    const Index column = trace.column(step);
    OnScreen<CellPanel> panel({1100, 600}, snapshot);
    const int count = int(cell->operations().size());
    for (int part = 0; part < count; ++part) {
        const View view = atPart(Phase::Forward, part);
        panel.setView(view);
        std::vector<Wire> told;
        for (const CellReading& reading : panel.readings()) {
            told.push_back(reading.wire);
            const Wire wire = reading.wire;
            if (!wire)
                QCOMPARE(reading.value, snapshot->record.layerInput[0](0, step));
            else if (wire.place == Place::Inner)
                QVERIFY(close(reading.value, innerValue(*snapshot, wire, view.unit)));
            else
                QVERIFY(same(reading.value, trace.at(wire.index, wire.place == Place::Before
                                                                     ? column - 1
                                                                     : column)[view.unit]));
        }
        // What is computed is told, and nothing else.
        for (int k = 0; k < count; ++k) {
            const Wire result = cell->operations()[std::size_t(k)].result;
            QCOMPARE(bool(std::count(told.begin(), told.end(), result)), part == 0 || k < part);
        }
        if (part > 0) {
            const double value = [&] {
                const Wire wire = cell->operations()[std::size_t(part - 1)].result;
                return wire.place == Place::Inner ? innerValue(*snapshot, wire, view.unit)
                                                  : trace.at(wire.index, column)[view.unit];
            }();
            QVERIFY2(panel.equation().endsWith("= " + shortNumber(value)),
                     qPrintable(panel.equation()));
        }
        QVERIFY(!panel.image().isNull());
    }
}

void CellPanelTest::backwardNumbersAreTheGradients() {
    QFETCH(const Cell*, cell);
    const auto snapshot = passOf(*cell);
    const Trace& trace = snapshot->record.traces[0];
    const Trace& gradients = snapshot->backward->gradients.traces[0];
    const Index column = trace.column(step);
    const Eigen::VectorXd back = passedBack(*snapshot);
    OnScreen<CellPanel> panel({1100, 600}, snapshot);
    const int count = int(cell->operations().size());
    for (int part = 0; part < count; ++part) {
        const View view = atPart(Phase::Backward, part);
        panel.setView(view);
        std::vector<Wire> told;
        for (const CellReading& reading : panel.readings()) {
            const Wire wire = reading.wire;
            told.push_back(wire);
            if (!wire)
                QVERIFY(close(reading.value, snapshot->backward->gradients.input(0, step)));
            else if (wire.place == Place::Now)
                QVERIFY(same(reading.value, gradients.at(wire.index, column)[view.unit]));
            else if (wire.place == Place::Inner)
                QVERIFY(close(reading.value, innerGradient(*snapshot, wire, view.unit)));
            else
                QVERIFY(close(reading.value, back[Index(wire.index) * trace.hidden() + view.unit]));
        }
        // A gradient is told once everything that takes its value has passed its share on.
        for (const Operation& each : cell->operations()) {
            bool whole = true;
            for (int k = 0; k < count; ++k) {
                const Operation& taker = cell->operations()[std::size_t(k)];
                if ((taker.a == each.result || taker.b == each.result) && part > 0)
                    whole = whole && k >= count - part;
            }
            QCOMPARE(bool(std::count(told.begin(), told.end(), each.result)), whole);
        }
        QVERIFY(panel.equation().contains(QStringLiteral("∂L/∂")));
    }
}

void CellPanelTest::hoverTellsANode() {
    const Cell* lstm = findCell("lstm");
    InWindow<CellPanel> shown({900, 500}, Theme::light());
    const auto snapshot = passOf(*lstm);
    shown.panel.setSnapshot(snapshot);
    shown.open();
    shown.panel.setView(atPart(Phase::Forward, 0));
    const int node = shown.panel.layoutShown().nodeOf(now(*lstm->find("f")));
    const QImage before = shown.image();
    QTest::mouseMove(&shown.panel, shown.panel.scene().nodes[std::size_t(node)].center().toPoint() -
                                       QPoint(0, 20));
    QTRY_COMPARE(shown.panel.hovered(), node);
    QTRY_VERIFY(QToolTip::text().contains("forget gate"));
    const double f = snapshot->record.traces[0].value(*lstm->find("f"), 2, step);
    QVERIFY(QToolTip::text().contains(fullNumber(f)));
    QVERIFY(shown.panel.equation().startsWith("f_t = σ("));
    QVERIFY(shown.panel.equation().endsWith(shortNumber(f)));
    QVERIFY(differences(before, shown.image(), 0, 900) > 100);
    QTest::mouseMove(&shown.panel, {450, 496});
    QTRY_COMPARE(shown.panel.hovered(), -1);
}

void CellPanelTest::aClickOnAStripChoosesItsUnit() {
    const Cell* lstm = findCell("lstm");
    OnScreen<CellPanel> panel({1100, 600}, passOf(*lstm, {{"hidden", "8"}}));
    panel.setView(atPart(Phase::Forward, 0));
    QSignalSpy asked(&panel, &Panel::unitRequested);
    const int node = panel.layoutShown().nodeOf(now(*lstm->find("o")));
    const QRectF strip = panel.scene().strip(std::size_t(node));
    QVERIFY(!strip.isEmpty());
    for (const int unit : {0, 5, 7})
        QTest::mouseClick(
            &panel, Qt::LeftButton, {},
            QPointF(strip.left() + (unit + 0.5) * strip.width() / 8, strip.center().y()).toPoint());
    QCOMPARE(numbersOf(asked), QList<int>({0, 5, 7}));
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {3, 3});
    QCOMPARE(asked.count(), 3);
}

void CellPanelTest::equationsAndNumbersAreCopied() {
    const Cell* gru = findCell("gru");
    const auto snapshot = passOf(*gru);
    OnScreen<CellPanel> panel({700, 380}, snapshot);
    panel.setView(atPart(Phase::Forward, 0));
    auto* tool = panel.headerTool()->findChild<QToolButton*>();
    QVERIFY(tool);
    const QList<QAction*> actions = tool->menu()->actions();
    QCOMPARE(actions.size(), 3);
    const auto copied = [&](int which) {
        QGuiApplication::clipboard()->clear();
        actions[which]->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(0).count(QStringLiteral("\\sigma")), 2);
    QVERIFY(copied(0).contains(QStringLiteral("\\tanh")));
    for (const Equation& each : equationsOf(*gru)) {
        QVERIFY(copied(0).contains(QString::fromStdString(written(each, *gru, Notation::Latex))));
        QVERIFY(copied(1).contains(QString::fromStdString(written(each, *gru, Notation::Plain))));
    }
    const double z = snapshot->record.traces[0].value(*gru->find("z"), 2, step);
    const double dz = snapshot->backward->gradients.traces[0].value(*gru->find("z"), 2, step);
    QVERIFY(copied(2).contains("\nz\t" + fullNumber(z) + "\t" + fullNumber(dz) + "\n"));
}

void CellPanelTest::figuresHoldTheSymbols() {
    for (const Cell* cell : cells()) {
        CellPanel panel(Theme::light());
        panel.resize(900, 500);
        panel.setSnapshot(passOf(*cell));
        panel.setView(atPart(Phase::Forward, 0));
        const QString svg = svgOf(panel);
        for (const CellNode& node : layoutOf(*cell).nodes) {
            if (!node.box())
                continue;
            const Quantity& quantity = cell->quantities()[node.result.index];
            QVERIFY2(svg.contains(QString::fromUtf8(quantity.symbol.data(),
                                                    qsizetype(quantity.symbol.size())) +
                                  "</text>"),
                     std::string(cell->id()).c_str());
        }
        QVERIFY(svg.contains(QStringLiteral("hₜ₋₁")) && svg.contains(QStringLiteral("xₜ")));
        for (const CellReading& reading : panel.readings())
            QVERIFY(svg.contains(shortNumber(reading.value)));
    }
}

void CellPanelTest::heldQuantitiesSaySo() {
    const Cell* lstm = findCell("lstm");
    const auto snapshot = passOf(*lstm, {{"hold", "f=0.9"}});
    OnScreen<CellPanel> panel({1100, 600}, snapshot);
    panel.setView(atPart(Phase::Forward, 6));  // f has just been computed
    QVERIFY2(panel.equation().contains("held at 0.900"), qPrintable(panel.equation()));
    const QString svg = svgOf(panel, {1100, 600});
    QVERIFY(svg.contains("held at 0.900"));
    OnScreen<CellPanel> free({1100, 600}, passOf(*lstm));
    QVERIFY(!svgOf(free, {1100, 600}).contains("held"));
}

void CellPanelTest::dataHoldsEverything() {
    const Cell* lstm = findCell("lstm");
    const auto snapshot = passOf(*lstm, {{"hidden", "5"}});
    OnScreen<CellPanel> panel({700, 380}, snapshot);
    panel.setView(atPart(Phase::Backward, 0));
    const DataTable table = panel.data();
    QCOMPARE(columnOf(table, "unit"), std::vector<double>({1, 2, 3, 4, 5}));
    const Trace& trace = snapshot->record.traces[0];
    const Trace& gradients = snapshot->backward->gradients.traces[0];
    QCOMPARE(columnOf(table, "f"), list(trace.at(*lstm->find("f"), trace.column(step))));
    QCOMPARE(columnOf(table, "∂L/∂(c)"), list(gradients.at(*lstm->find("c"), trace.column(step))));
    QCOMPARE(columnOf(table, "c₋₁"), list(trace.at(*lstm->find("c"), trace.column(step) - 1)));
    QVERIFY(table.names.contains("f ∘ c₋₁"));
    panel.setView(atPart(Phase::Forward, 0));
    QVERIFY(!panel.data().names.contains("∂L/∂(c)"));
}

void CellPanelTest::anySizeAndPassDraws() {
    for (const Options& options : std::vector<Options>{
             {{"target", "none"}},
             {{"hidden", "1"}, {"length", "1"}},
             {{"hidden", "256"}, {"length", "3"}},
             {{"cell", "rnn-relu"}, {"spectral-radius", "30"}, {"length", "400"}},
             {{"layers", "2"}, {"bidirectional", ""}, {"cell", "gru"}, {"length", "5"}}}) {
        const auto snapshot = pass(options);
        for (const Theme* theme : everyTheme)
            for (const QSize size :
                 {QSize(1, 1), QSize(260, 140), QSize(420, 240), QSize(1600, 900)}) {
                OnScreen<CellPanel> panel(size, snapshot, *theme);
                for (const Phase phase :
                     {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip}) {
                    View view = at(phase, int(snapshot->steps()) - 1,
                                   snapshot->shape().bidirectional, snapshot->shape().layers - 1);
                    panel.setView(view);
                    QVERIFY(!panel.image().isNull());
                    panel.data();
                }
            }
    }
}

QTEST_MAIN(CellPanelTest)
#include "cell_panel_test.moc"
