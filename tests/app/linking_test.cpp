// SPDX-License-Identifier: GPL-3.0-or-later
// A quantity that is pointed at in one card lights up in the others, in the real window.
#include <QToolTip>
#include <set>

#include "app/panels/cell_panel.h"
#include "app/panels/gradient_panel.h"
#include "app/panels/time_card.h"
#include "app/panels/unrolled_panel.h"
#include "tests/app/panel_fixture.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

namespace {

/// Counts how often everything is drawn anew.
template <class AnyPanel>
struct Counting : AnyPanel {
    using AnyPanel::AnyPanel;
    int refreshed = 0, moved = 0;

  protected:
    void refresh() override {
        ++refreshed;
        AnyPanel::refresh();
    }
    void moveCursor() override {
        ++moved;
        AnyPanel::moveCursor();
    }
};

struct CountingTimePanel : Counting<TimePanel> {
    explicit CountingTimePanel(const Theme& theme, QWidget* parent = nullptr)
        : Counting(theme, TimeContent::Gates, parent) {}
};

}  // namespace

class LinkingTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { window_.reset(); }
    void aNodePointsAtItsStrip();
    void aStripPointsAtItsNode();
    void curvesAndChipsPointAtStates();
    void theUnrolledBarsPointAtTheHiddenState();
    void statesBeforeTheStepAndTheEquationPointToo();
    void anotherCellForgetsWhatWasPointedAt();
    void nothingIsDrawnAnewForIt();
    void screenshots();

  private:
    std::size_t number(const char* id) const {
        return *window_->document().snapshot()->shape().cell->find(id);
    }
    const std::optional<std::size_t>& pointed() { return window_->playhead().quantity(); }
    CellPanel* cell() { return window_->findChild<CellPanel*>(); }
    GradientPanel* gradients() { return window_->findChild<GradientPanel*>(); }
    TimePanel* gates() { return window_->findChild<TimeCard*>()->panel(TimeContent::Gates); }
    QPoint nodeOf(const char* id) {
        const int node = cell()->layoutShown().nodeOf(now(number(id)));
        return cell()->scene().nodes[std::size_t(node)].center().toPoint();
    }
    QRect stripOf(const char* id) {
        const qsizetype column = gates()->data().names.indexOf(QString("%1_1").arg(id));
        const auto row = (column - 1) / window_->document().snapshot()->shape().hidden;
        return gates()->stripRects()[std::size_t(row)].toRect();
    }
    void pointAt(QWidget* widget, const QPoint& place) {
        QTest::mouseMove(widget, place);
        QCoreApplication::processEvents();
    }
    QImage image(QWidget* widget) {
        QCoreApplication::processEvents();
        return widget->grab().toImage();
    }
    /// Pixels that differ within a part of two pictures.
    static int changed(const QImage& a, const QImage& b, const QRect& part) {
        return differences(a.copy(part), b.copy(part), 0, part.width());
    }
};

void LinkingTest::init() {
    open();
    window_->card("cell")->raise();
    Position now;
    now.phase = Phase::Backward;
    now.step = 20;
    window_->playhead().moveTo(now);
    QTRY_VERIFY(cell()->isVisible() && cell()->width() > 300);
    pointAt(window_.get(), {2, 2});
    QVERIFY(!pointed());
}

void LinkingTest::aNodePointsAtItsStrip() {
    const QImage before = image(gates());
    pointAt(cell(), nodeOf("f") - QPoint(0, 10));
    QCOMPARE(pointed(), std::optional(number("f")));
    const QImage after = image(gates());
    const int column = stripOf("f").left();  // labels stand left of it
    const QRect label(0, stripOf("f").top(), column, stripOf("f").height());
    const QRect other(0, stripOf("o").top(), gates()->width(), stripOf("o").height());
    QVERIFY(changed(before, after, label) > label.width() * label.height() / 2);
    QVERIFY(changed(before, after, stripOf("f").adjusted(-3, -3, 3, 3)) > stripOf("f").width());
    QCOMPARE(changed(before, after, other), 0);
    // What lies in the strip stays as it is.
    QCOMPARE(changed(before, after, stripOf("f").adjusted(3, 3, -3, -3)), 0);
    pointAt(window_.get(), {2, 2});
    QVERIFY(!pointed());
    QCOMPARE(changed(before, image(gates()), gates()->rect()), 0);
}

void LinkingTest::aStripPointsAtItsNode() {
    const QImage before = image(cell());
    QVERIFY(cell()->equation().startsWith("∂L/∂") || !cell()->equation().isEmpty());
    const QString line = cell()->equation();
    pointAt(gates(), stripOf("f").center());
    QCOMPARE(pointed(), std::optional(number("f")));
    QCOMPARE(cell()->hovered(), -1);  // the pointer is elsewhere
    QVERIFY(QToolTip::text().isEmpty() || !QToolTip::isVisible());
    const QImage lit = image(cell());
    const QRect node = QRect(-60, -40, 120, 80).translated(nodeOf("f"));
    QVERIFY(changed(before, lit, node) > 100);
    QVERIFY(cell()->equation() != line);
    const QString linked = cell()->equation();
    // The same picture as under the pointer itself.
    pointAt(cell(), nodeOf("f") - QPoint(0, 10));
    QCOMPARE(cell()->equation(), linked);
    QCOMPARE(changed(lit, image(cell()), cell()->rect()), 0);
    // Labels count as their strips; inputs are none of the cell's.
    pointAt(gates(), {10, stripOf("o").center().y()});
    QCOMPARE(pointed(), std::optional(number("o")));
    TimePanel* inputs = window_->findChild<TimeCard*>()->panel(TimeContent::Inputs);
    pointAt(inputs, inputs->stripRects()[0].center().toPoint());
    QVERIFY(!pointed());
    QCOMPARE(changed(before, image(cell()), cell()->rect()), 0);
}

void LinkingTest::curvesAndChipsPointAtStates() {
    GradientPanel* curves = gradients();
    window_->card("gradients")->raise();
    QTRY_VERIFY(curves->isVisible());
    const QImage before = image(curves);
    pointAt(cell(), nodeOf("c"));
    QCOMPARE(pointed(), std::optional(number("c")));
    QVERIFY(changed(before, image(curves), curves->rect()) > 200);
    pointAt(window_.get(), {2, 2});
    QCOMPARE(changed(before, image(curves), curves->rect()), 0);
    // A curve, found along its column; then a chip, found along the lowest line.
    std::set<std::size_t> found;
    const QPoint column = curves->pointOf(30);
    for (int y = 0; y < curves->height(); ++y) {
        pointAt(curves->childAt(column.x(), y) ? curves->childAt(column.x(), y) : curves,
                {column.x(), y});
        if (pointed())
            found.insert(*pointed());
    }
    QCOMPARE(found, (std::set{number("c"), number("h")}));
    std::vector<std::size_t> chips;
    for (int x = 0; x < curves->width(); x += 4) {
        pointAt(curves, {x, curves->height() - 10});
        if (pointed() && (chips.empty() || chips.back() != *pointed()))
            chips.push_back(*pointed());
    }
    QVERIFY(!chips.empty());
    pointAt(window_.get(), {2, 2});
    QVERIFY(!pointed());
}

void LinkingTest::theUnrolledBarsPointAtTheHiddenState() {
    window_->card("unrolled")->raise();
    auto* unrolled = window_->findChild<UnrolledPanel*>();
    QTRY_VERIFY(unrolled->isVisible());
    const QImage before = image(unrolled);
    const QRectF box = unrolled->layoutNow().cell(20, 0);
    pointAt(unrolled, box.center().toPoint());
    QCOMPARE(pointed(), std::optional(number("h")));
    QVERIFY(changed(before, image(unrolled), unrolled->rect()) > 100);
    pointAt(unrolled, {3, unrolled->height() - 3});
    QVERIFY(!pointed());
    pointAt(unrolled, box.center().toPoint());
    pointAt(window_.get(), {2, 2});
    QVERIFY(!pointed());
}

void LinkingTest::statesBeforeTheStepAndTheEquationPointToo() {
    for (const CellScene::Label& label : cell()->scene().labels) {
        if (label.wire.place != Wire::Place::Before)
            continue;
        pointAt(cell(), label.number.center().toPoint());
        QCOMPARE(pointed(), std::optional(label.wire.index));
    }
    const int kept = cell()->layoutShown().nodeOf(inner(0));
    pointAt(cell(), cell()->scene().nodes[std::size_t(kept)].center().toPoint());
    QVERIFY(!pointed());
    QCOMPARE(cell()->hovered(), kept);
    pointAt(cell(), cell()->scene().equation.center().toPoint());
    QCOMPARE(pointed(), std::optional(number("h")));
    // The operation that has just been computed.
    Position part = window_->playhead().position();
    part.phase = Phase::Forward;
    part.part = 2;  // f's sum
    window_->playhead().moveTo(part);
    pointAt(window_.get(), {2, 2});
    pointAt(cell(), cell()->scene().equation.center().toPoint());
    QCOMPARE(pointed(), std::optional(number("f")));
}

void LinkingTest::anotherCellForgetsWhatWasPointedAt() {
    pointAt(gates(), stripOf("o").center());
    QVERIFY(pointed());
    QTest::keyClick(window_.get(), Qt::Key_1);
    QVERIFY(window_->document().settle());
    QVERIFY(!pointed());
    // A number of no quantity of this cell is of no harm.
    for (const std::size_t number : {3u, 10u, 4000u}) {
        window_->playhead().setQuantity(number);
        QVERIFY(!image(window_.get()).isNull());
    }
}

void LinkingTest::nothingIsDrawnAnewForIt() {
    const auto snapshot = pass({{"cell", "lstm"}, {"length", "50"}}, 1);
    const auto check = [&](auto& shown) {
        shown.open();
        shown.panel.setSnapshot(snapshot);
        View view = at(Phase::Backward, 20);
        shown.panel.setView(view);
        shown.image();
        const int refreshed = shown.panel.refreshed;
        for (int round = 0; round < 20; ++round)
            for (std::size_t k = 4; k < 11; ++k) {
                view.quantity = k;
                shown.panel.setView(view);
                shown.image();
            }
        QCOMPARE(shown.panel.refreshed, refreshed);
        QVERIFY(shown.panel.moved >= 140);
    };
    InWindow<Counting<CellPanel>> drawing({900, 500}, Theme::light());
    check(drawing);
    InWindow<CountingTimePanel> strips({900, 300}, Theme::light());
    check(strips);
    InWindow<Counting<GradientPanel>> curves({400, 300}, Theme::light());
    check(curves);
    InWindow<Counting<UnrolledPanel>> unrolled({900, 200}, Theme::light());
    check(unrolled);
}

void LinkingTest::screenshots() {
    for (const char* theme : {"light", "dark", "projector"})
        for (const char* id : {"f", "c"}) {
            window_->setTheme(theme);
            QCoreApplication::processEvents();
            pointAt(cell(), nodeOf(id) - QPoint(0, 4));
            QCOMPARE(pointed(), std::optional(number(id)));
            QVERIFY(
                image(window_.get())
                    .save(QString("%1/linking-%2-%3.png").arg(RNNSCOPE_SCREENSHOTS, theme, id)));
        }
}

QTEST_MAIN(LinkingTest)
#include "linking_test.moc"
