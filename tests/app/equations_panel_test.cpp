// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "app/panels/table.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "tests/app/equations_fixture.h"

using namespace rnnscope;
using SpotPlace = EquationsSpot::Place;
using WirePlace = Wire::Place;

namespace {

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// What the record holds where a number on the page says that it is from.
double recorded(const Snapshot& snapshot, const EquationsSpot& spot) {
    const Trace& trace = snapshot.record.traces[0];
    const Index column = trace.column(equationsStep);
    if (!spot.parameter.empty())
        return snapshot.parameters.find(spot.parameter + "_l0")
            ->value(Index(spot.block) * trace.hidden() + spot.row, spot.column);
    if (spot.place == SpotPlace::Gradient) {
        const double slope =
            snapshot.backward->gradients.traces[0].at(spot.wire.index, column)[spot.row];
        return spot.negated ? -slope : slope;
    }
    if (!spot.wire)
        return snapshot.record.layerInput[0](spot.row, equationsStep);
    const Index at = spot.wire.place == WirePlace::Before ? column - 1 : column;
    const double value = trace.at(spot.wire.index, at)[spot.row];
    return spot.flipped ? 1.0 - value : spot.negated ? -value : value;
}

/// The sum that a total stands for.
double total(const Snapshot& snapshot, const EquationsSpot& spot, const Equation& equation) {
    const Network network(snapshot.shape(), snapshot.parameters);
    const Trace& trace = snapshot.record.traces[0];
    const StepNumbers numbers(network, snapshot.record, 0, trace.column(equationsStep));
    double sum = 0;
    const std::function<void(const Expression&)> look = [&](const Expression& part) {
        if (part.kind == Expression::Kind::Matrix && part.parts[0].parameter == spot.parameter &&
            part.parts[0].block == spot.block)
            for (const auto& [weight, by] : numbers.factors(part, spot.row))
                sum += weight * by;
        for (const Expression& each : part.parts)
            look(each);
    };
    look(equation.expression);
    return sum;
}

QPoint placeOf(const EquationsPanel& panel, const std::function<bool(const EquationsSpot&)>& is) {
    for (const auto& block : panel.page().blocks)
        for (const auto& line : block.lines)
            for (const auto& piece : line.layout.pieces)
                if (piece.id >= 0 && is(panel.page().spots[std::size_t(piece.id)]))
                    return panel.onScreen(line.at + piece.rect.center()).toPoint();
    qFatal("no such piece");
    return {};
}

}  // namespace

class EquationsPanelTest : public QObject {
    Q_OBJECT

  private:
    void everyCell();

  private slots:
    void numbersAreTheRecords_data() { everyCell(); }
    void numbersAreTheRecords();
    void subStepsComeOneByOne_data() { everyCell(); }
    void subStepsComeOneByOne();
    void hoverSaysWhichQuantity();
    void whatIsPointedAtLightsUp();
    void aClickOnANumberChoosesItsUnit();
    void theGateIsWrittenEitherWay();
    void equationsAreCopied_data() { everyCell(); }
    void equationsAreCopied();
    void heldQuantitiesSaySo();
    void dataHoldsTheNumbers();
    void switchesGiveWay();
    void picturesAreTaken();
};

void EquationsPanelTest::everyCell() {
    QTest::addColumn<const Cell*>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(std::string(cell->id()).c_str()) << cell;
}

void EquationsPanelTest::numbersAreTheRecords() {
    QFETCH(const Cell*, cell);
    const auto snapshot = equationsPass(*cell);
    OnScreen<EquationsPanel> panel({900, 600}, snapshot);
    const int count = int(cell->operations().size());
    for (const EquationsChoice& choice : everyChoice) {
        panel.setChoice(choice);
        for (const Phase phase : {Phase::Forward, Phase::Backward})
            for (int part = 0; part < count; ++part) {
                panel.setView(equationsAt(phase, part));
                int numbers = 0;
                for (const EquationsSpot& spot : panel.shownSpots()) {
                    if (!spot.number)
                        continue;
                    ++numbers;
                    const Equation& equation = panel.equations()[spot.equation];
                    const double real =
                        spot.total ? total(*snapshot, spot, equation) : recorded(*snapshot, spot);
                    QVERIFY(same(spot.value, real));
                }
                if (part == 0 && (choice.show != Show::Symbols || phase == Phase::Backward))
                    QVERIFY(numbers >= int(panel.equations().size()));
            }
    }
}

void EquationsPanelTest::subStepsComeOneByOne() {
    QFETCH(const Cell*, cell);
    OnScreen<EquationsPanel> panel({900, 600}, equationsPass(*cell));
    const int count = int(cell->operations().size());
    for (const Phase phase : {Phase::Forward, Phase::Backward})
        for (int part = 0; part < count; ++part) {
            panel.setView(equationsAt(phase, part));
            const CellProgress progress = progressOf(panel.view().position, *panel.snapshot());
            const EquationsSpots shown = panel.shownSpots();
            for (std::size_t k = 0; k < panel.equations().size(); ++k) {
                const auto tells = [&](SpotPlace place) {
                    return std::any_of(shown.begin(), shown.end(), [&](const auto& spot) {
                        return spot.equation == k && spot.place == place && spot.number &&
                               (place == SpotPlace::Gradient || spot.stage == 2);
                    });
                };
                const Wire result = now(panel.equations()[k].quantity);
                const bool known = progress.known(*cell, result);
                QCOMPARE(tells(SpotPlace::Stage), phase == Phase::Backward || known);
                QCOMPARE(tells(SpotPlace::Gradient), phase == Phase::Backward && known);
            }
            // Letters are there all the time.
            QVERIFY(std::any_of(shown.begin(), shown.end(), [](const auto& spot) {
                return spot.place == SpotPlace::Letters && !spot.symbol.empty();
            }));
        }
    if (count < 3)
        return;
    // Another operation is another picture: its equation is marked.
    panel.setView(equationsAt(Phase::Forward, 1));
    const QImage first = panel.image();
    panel.setView(equationsAt(Phase::Forward, count - 1));
    QVERIFY(first != panel.image());
}

void EquationsPanelTest::hoverSaysWhichQuantity() {
    const Cell& lstm = *findCell("lstm");
    const std::size_t f = *lstm.find("f"), c = *lstm.find("c");
    InWindow<EquationsPanel> shown({900, 600}, Theme::light());
    const auto snapshot = equationsPass(lstm);
    shown.panel.setSnapshot(snapshot);
    shown.open();
    shown.panel.setView(equationsAt(Phase::Forward));
    std::vector<std::optional<std::size_t>> told;
    connect(&shown.panel, &Panel::quantityHovered, this, [&](auto it) { told.push_back(it); });
    QTest::mouseMove(&shown.panel, placeOf(shown.panel, [&](const EquationsSpot& spot) {
        return spot.place == SpotPlace::Letters && spot.wire == now(f);
    }));
    QTRY_VERIFY(!told.empty());
    QVERIFY(told.back() == f);
    const double value = snapshot->record.traces[0].value(f, 2, equationsStep);
    QTRY_VERIFY(QToolTip::text().contains("forget gate"));
    QVERIFY(QToolTip::text().contains(fullNumber(value)));
    QTest::mouseMove(&shown.panel, placeOf(shown.panel, [&](const EquationsSpot& spot) {
        return spot.number && spot.wire == before(c);
    }));
    QTRY_VERIFY(told.back() == c);
    QTRY_VERIFY(QToolTip::text().contains(
        fullNumber(snapshot->record.traces[0].value(c, 2, equationsStep - 1))));
    QTest::mouseMove(&shown.panel, placeOf(shown.panel, [&](const EquationsSpot& spot) {
        return spot.symbol == "W_hf";
    }));
    QTRY_VERIFY(QToolTip::text().contains("weight_hh_l0"));
    QVERIFY(told.back() == f);
    QTest::mouseMove(&shown.panel, {896, 596});
    QTRY_VERIFY(!told.back());
}

void EquationsPanelTest::whatIsPointedAtLightsUp() {
    const Cell& lstm = *findCell("lstm");
    OnScreen<EquationsPanel> panel({900, 600}, equationsPass(lstm));
    View view = equationsAt(Phase::Forward);
    panel.setView(view);
    const QImage plain = panel.image();
    std::vector<QImage> seen;
    // Gates, states, and what is computed on the way to them.
    for (const char* id : {"f", "c", "h", "a_f", "tanh_c"}) {
        view.quantity = *lstm.find(id);
        panel.setView(view);
        const QImage lit = panel.image();
        QVERIFY(differences(plain, lit, 0, 900) > 100);
        seen.push_back(lit);
    }
    QVERIFY(seen[0] != seen[1] && seen[1] != seen[2]);
    view.quantity = 999;  // of another cell
    panel.setView(view);
    QCOMPARE(panel.image(), plain);
}

void EquationsPanelTest::aClickOnANumberChoosesItsUnit() {
    const Cell& gru = *findCell("gru");
    OnScreen<EquationsPanel> panel({1100, 700}, equationsPass(gru));
    panel.setChoice({Of::Layer, Show::Both, UpdateGate::Keeps});
    panel.setView(equationsAt(Phase::Forward));
    QSignalSpy asked(&panel, &Panel::unitRequested);
    for (const int unit : {0, 1})
        QTest::mouseClick(&panel, Qt::LeftButton, {},
                          placeOf(panel, [&](const EquationsSpot& spot) {
                              return spot.number && spot.stage == 2 && spot.row == unit;
                          }));
    QCOMPARE(numbersOf(asked), QList<int>({0, 1}));
    QTest::mouseClick(&panel, Qt::LeftButton, {}, {2, 2});
    QCOMPARE(asked.count(), 2);
}

void EquationsPanelTest::theGateIsWrittenEitherWay() {
    for (const Cell* cell : cells()) {
        const auto snapshot = equationsPass(*cell);
        OnScreen<EquationsPanel> panel({900, 600}, snapshot);
        panel.setView(equationsAt(Phase::Backward));
        auto* header = qobject_cast<EquationsHeader*>(panel.headerTool());
        header->resize(2000, 30);
        header->show();
        const auto z = updateGateOf(equationsOf(*cell), *cell);
        QCOMPARE(!header->gates()->isHidden(), z.has_value());
        if (!z)
            continue;
        header->gates()->button(1)->click();
        QVERIFY(panel.choice().gate == UpdateGate::Renews);
        const Trace& trace = snapshot->record.traces[0];
        const Trace& slopes = snapshot->backward->gradients.traces[0];
        int found = 0;
        for (const EquationsSpot& spot : panel.shownSpots()) {
            if (!spot.number || spot.wire != now(*z))
                continue;
            ++found;
            QVERIFY(spot.place == SpotPlace::Gradient
                        ? spot.value == -slopes.value(*z, 2, equationsStep)
                        : spot.value == 1.0 - trace.value(*z, 2, equationsStep));
        }
        QCOMPARE(found, 4);  // its result and gradient, and twice in the state
        const std::size_t h = cell->hiddenState();
        const DataTable table = panel.data();
        QCOMPARE(columnOf(table, "h")[2], trace.value(h, 2, equationsStep));
        QCOMPARE(columnOf(table, "z\u0303")[2], 1.0 - trace.value(*z, 2, equationsStep));
    }
}

void EquationsPanelTest::equationsAreCopied() {
    QFETCH(const Cell*, cell);
    OnScreen<EquationsPanel> panel({900, 600}, equationsPass(*cell));
    panel.setView(equationsAt(Phase::Backward));
    auto* header = qobject_cast<EquationsHeader*>(panel.headerTool());
    const auto copied = [&](int which) {
        QGuiApplication::clipboard()->clear();
        header->menuButton()->menu()->actions()[which]->trigger();
        return QGuiApplication::clipboard()->text();
    };
    const std::size_t h = cell->hiddenState();
    const double value = panel.snapshot()->record.traces[0].value(h, 2, equationsStep);
    for (const Of of : {Of::Unit, Of::Layer})
        for (const UpdateGate gate : {UpdateGate::Keeps, UpdateGate::Renews}) {
            panel.setChoice({of, Show::Both, gate});
            const QString latex = copied(0), filled = copied(1), plain = copied(2),
                          full = copied(3);
            for (const QString& each : {latex, filled}) {
                QVERIFY(each.startsWith("\\begin{align*}\n"));
                QVERIFY(each.endsWith("\\end{align*}\n"));
                QCOMPARE(each.count('{'), each.count('}'));
                QCOMPARE(each.count("\\left("), each.count("\\right)"));
                QCOMPARE(each.count("\\begin{"), each.count("\\end{"));
                for (const QChar letter : each)
                    QVERIFY2(letter.unicode() < 127, qPrintable(each));
            }
            QCOMPARE(filled.contains("bmatrix"), of == Of::Layer);
            QCOMPARE(latex.contains("\\underset{8 \\times 8}"), of == Of::Layer);
            QVERIFY(filled.contains("\\frac{\\partial L}{\\partial h_{t}} &= "));
            for (const Equation& each : panel.equations()) {
                const QString line = QString::fromStdString(written(each, *cell, Notation::Plain));
                QVERIFY2(plain.contains(line), qPrintable(plain));
                QVERIFY(full.contains(line));
            }
            QVERIFY(full.contains(fullNumber(value)));
            QCOMPARE(
                plain.contains("z\u0303"),
                gate == UpdateGate::Renews && updateGateOf(equationsOf(*cell), *cell).has_value());
        }
}

void EquationsPanelTest::heldQuantitiesSaySo() {
    const Cell& lstm = *findCell("lstm");
    const auto wordsOf = [&](const SharedSnapshot& snapshot, Of of) {
        OnScreen<EquationsPanel> panel({900, 600}, snapshot);
        panel.setChoice({of, Show::Both, UpdateGate::Keeps});
        panel.setView(equationsAt(Phase::Forward));
        return svgOf(panel, {900, 600});
    };
    for (const Of of : {Of::Unit, Of::Layer}) {
        const QString held = wordsOf(equationsPass(lstm, {{"hold", "f=0.9"}}), of);
        QVERIFY(held.contains("f is held") && held.contains("0.900"));
        QVERIFY(!wordsOf(equationsPass(lstm), of).contains("held"));
    }
}

void EquationsPanelTest::dataHoldsTheNumbers() {
    const Cell& lstm = *findCell("lstm");
    const auto snapshot = equationsPass(lstm, {{"hidden", "5"}});
    OnScreen<EquationsPanel> panel({700, 380}, snapshot);
    panel.setView(equationsAt(Phase::Backward));
    const DataTable table = panel.data();
    QCOMPARE(columnOf(table, "unit"), std::vector<double>({1, 2, 3, 4, 5}));
    const Trace& trace = snapshot->record.traces[0];
    const Trace& gradients = snapshot->backward->gradients.traces[0];
    const Index column = trace.column(equationsStep);
    QCOMPARE(columnOf(table, "f"), list(trace.at(*lstm.find("f"), column)));
    QCOMPARE(columnOf(table, "a_f"), list(trace.at(*lstm.find("a_f"), column)));
    QCOMPARE(columnOf(table, "∂L/∂(c)"), list(gradients.at(*lstm.find("c"), column)));
    QCOMPARE(columnOf(table, "c₋₁"), list(trace.at(*lstm.find("c"), column - 1)));
    panel.setView(equationsAt(Phase::Forward));
    QVERIFY(!panel.data().names.contains("∂L/∂(c)"));
}

void EquationsPanelTest::switchesGiveWay() {
    OnScreen<EquationsPanel> panel({700, 380}, equationsPass(*findCell("gru")));
    auto* header = qobject_cast<EquationsHeader*>(panel.headerTool());
    header->show();
    header->resize(header->sizeHint());
    for (QWidget* each :
         {static_cast<QWidget*>(header->views()), static_cast<QWidget*>(header->shows()),
          static_cast<QWidget*>(header->gates())})
        QVERIFY(!each->isHidden() && each->x() >= 0);
    header->resize(header->minimumSizeHint());
    QVERIFY(header->shows()->isHidden() && !header->menuButton()->isHidden());
    QVERIFY(header->menuButton()->x() >= 0);
    // In the menu there is everything all the same.
    QMenu* menu = header->menuButton()->menu();
    QMetaObject::invokeMethod(menu, "aboutToShow");
    for (QAction* action : menu->actions())
        if (action->text().contains("Chung")) {
            action->trigger();
            break;
        }
    QVERIFY(panel.choice().gate == UpdateGate::Renews);
    header->views()->button(1)->click();
    QVERIFY(panel.choice().of == Of::Layer && panel.choice().gate == UpdateGate::Renews);
}

void EquationsPanelTest::picturesAreTaken() {
    QDir().mkpath(RNNSCOPE_SCREENSHOTS);
    const auto take = [&](const char* id, const Theme& theme, const QSize& size,
                          const EquationsChoice& choice, const View& view, const char* name) {
        OnScreen<EquationsPanel> panel(size, equationsPass(*findCell(id)), theme);
        panel.setChoice(choice);
        panel.setView(view);
        const QString file =
            QStringLiteral(RNNSCOPE_SCREENSHOTS "/equations-%1-%2-%3.png").arg(id, name, theme.id);
        QVERIFY(panel.image().save(file));
    };
    View lit = equationsAt(Phase::Backward);
    for (const Theme* theme : {&Theme::light(), &Theme::dark()})
        for (const char* id : {"lstm", "gru", "gru-reset-before", "rnn", "lstm-peephole"}) {
            lit.quantity = findCell(id)->hiddenState();
            const EquationsChoice unit{Of::Unit, Show::Both, UpdateGate::Renews};
            const EquationsChoice layer{Of::Layer, Show::Both, UpdateGate::Keeps};
            take(id, *theme, {760, 330}, unit, equationsAt(Phase::Forward, 5), "part");
            take(id, *theme, {960, 420}, unit, lit, "back");
            take(id, *theme, {300, 160}, unit, equationsAt(Phase::Forward), "small");
            take(id, *theme, {1600, 900}, layer, equationsAt(Phase::Backward), "layer");
            take(id, *theme, {700, 400}, layer, equationsAt(Phase::Forward), "layer-card");
        }
}

QTEST_MAIN(EquationsPanelTest)
#include "equations_panel_test.moc"
