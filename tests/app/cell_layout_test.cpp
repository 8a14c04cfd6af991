// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_layout.h"

#include <QtTest>
#include <algorithm>
#include <array>
#include <set>

#include "app/panels/cell_scene.h"
#include "core/cells/described_cell.h"

using namespace rnnscope;

namespace {

// A cell that is in no table: a fast and a slow memory, of which one writes the other, and a
// square.
enum : std::size_t { AF, AS, AG, F, S, G, C, D, Q, H };
constexpr double big = 1e300;
constexpr Quantity quantities[] = {
    {"a_f", "a_f", "fast", Role::PreActivation, -big, big, false},
    {"a_s", "a_s", "slow", Role::PreActivation, -big, big, false},
    {"a_g", "a_g", "new", Role::PreActivation, -big, big, false},
    {"f", "f", "fast gate", Role::Gate, 0, 1, true},
    {"s", "s", "slow gate", Role::Gate, 0, 1, true},
    {"g", "g", "candidate", Role::Candidate, -1, 1, true},
    {"c", "c", "fast memory", Role::State, -big, big, true},
    {"d", "d", "slow memory", Role::State, -big, big, true},
    {"q", "q", "square", Role::Inner, -big, big, false},
    {"h", "h", "hidden state", Role::State, -1, 1, true},
};
constexpr std::string_view blocks[] = {"f", "s", "g"};
constexpr std::size_t states[] = {H, C, D};
constexpr InnerValue inners[] = {{"f ∘ c₋₁", "kept"}, {"1 − f", "share"}, {"(1 − f) ∘ g", "new"},
                                 {"s ∘ d₋₁", "kept"}, {"1 − s", "share"}, {"(1 − s) ∘ c", "new"},
                                 {"q + d", "sum"}};
constexpr Operation operations[] = {
    {OperationKind::Affine, now(AF), before(H), {}, 0, true},
    {OperationKind::Affine, now(AS), before(H), {}, 1, true},
    {OperationKind::Affine, now(AG), before(H), {}, 2, true},
    {OperationKind::Logistic, now(F), now(AF)},
    {OperationKind::Logistic, now(S), now(AS)},
    {OperationKind::Tanh, now(G), now(AG)},
    {OperationKind::Product, inner(0), now(F), before(C)},
    {OperationKind::Complement, inner(1), now(F)},
    {OperationKind::Product, inner(2), inner(1), now(G)},
    {OperationKind::Sum, now(C), inner(0), inner(2)},
    {OperationKind::Product, inner(3), now(S), before(D)},
    {OperationKind::Complement, inner(4), now(S)},
    {OperationKind::Product, inner(5), inner(4), now(C)},
    {OperationKind::Sum, now(D), inner(3), inner(5)},
    {OperationKind::Product, now(Q), now(G), now(G)},
    {OperationKind::Sum, inner(6), now(Q), now(D)},
    {OperationKind::Tanh, now(H), inner(6)},
};
const DescribedCell stranger({.id = "stranger",
                              .name = "Stranger",
                              .quantities = quantities,
                              .blocks = blocks,
                              .states = states,
                              .operations = operations,
                              .inner = inners,
                              .forgetBlock = 0});

}  // namespace

class CellLayoutTest : public QObject {
    Q_OBJECT

  private:
    void cellColumn();

  private slots:
    void everyCell_data() { cellColumn(); }
    void everyCell();
    void labelsKeepApart_data() { cellColumn(); }
    void labelsKeepApart();
};

void CellLayoutTest::cellColumn() {
    QTest::addColumn<const Cell*>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(std::string(cell->id()).c_str()) << cell;
    QTest::newRow("stranger") << static_cast<const Cell*>(&stranger);
}

// Every operation once, boxes apart and inside, every wire drawn to all that take it.
void CellLayoutTest::everyCell() {
    QFETCH(const Cell*, cell);
    const CellLayout& layout = layoutOf(*cell);
    std::multiset<std::size_t> drawn;
    for (const CellNode& node : layout.nodes) {
        if (node.affine)
            drawn.insert(*node.affine);
        if (node.function)
            drawn.insert(*node.function);
    }
    QCOMPARE(drawn.size(), cell->operations().size());
    for (std::size_t k = 0; k < cell->operations().size(); ++k)
        QCOMPARE(drawn.count(k), 1U);

    const auto rectOf = [](const CellNode& node) {
        return QRect(node.at - QPoint(node.halfWidth(), node.halfHeight()),
                     node.at + QPoint(node.halfWidth(), node.halfHeight()));
    };
    const QRect all(0, 0, layout.width, layout.height);
    for (std::size_t k = 0; k < layout.nodes.size(); ++k) {
        QVERIFY(all.contains(rectOf(layout.nodes[k]), true));
        for (std::size_t j = 0; j < k; ++j)
            QVERIFY(!rectOf(layout.nodes[k]).intersects(rectOf(layout.nodes[j])));
    }
    for (std::size_t k = 0; k < layout.nodes.size(); ++k) {
        const CellNode& node = layout.nodes[k];
        const Operation& takes = cell->operations()[node.affine.value_or(node.last())];
        std::multiset<std::pair<int, std::size_t>> wanted, found;
        for (const Wire& wire : {takes.a, takes.b})
            if (wire)
                wanted.insert({int(wire.place), wire.index});
        if (takes.input)
            wanted.insert({0, 0});
        for (const CellNet& net : layout.nets)
            for (const CellNet::Branch& branch : net.branches)
                if (branch.node == int(k)) {
                    found.insert({int(net.wire.place), net.wire.index});
                    QVERIFY(rectOf(node).contains(branch.points.back()));
                }
        QVERIFY(wanted == found);
    }
    for (const std::size_t state : cell->states()) {
        const CellNet* net = layout.netOf(now(state));
        QVERIFY(net);
        QVERIFY(std::any_of(net->branches.begin(), net->branches.end(), [&](const auto& branch) {
            return branch.node < 0 && branch.points.back().x() == layout.width - 1;
        }));
    }
    // No line runs through a node, and no two along each other.
    std::set<std::tuple<int, int, int>> edges;
    for (const CellNet& net : layout.nets)
        for (const CellNet::Branch& branch : net.branches)
            for (std::size_t k = 1; k < branch.points.size(); ++k) {
                const QPoint way = branch.points[k] - branch.points[k - 1];
                QVERIFY(way.x() == 0 || way.y() == 0);
                const int length = way.manhattanLength();
                for (int s = 0; s < length; ++s) {
                    const QPoint a = branch.points[k - 1] + way * s / length;
                    const QPoint b = branch.points[k - 1] + way * (s + 1) / length;
                    const QPoint least(std::min(a.x(), b.x()), std::min(a.y(), b.y()));
                    QVERIFY(edges.insert({least.x(), least.y(), way.x() ? 0 : 1}).second);
                    for (const CellNode& node : layout.nodes)
                        QVERIFY(!rectOf(node).adjusted(1, 1, -1, -1).contains(b));
                }
            }
}

// At every size nothing written lies on a node, a line or other words.
void CellLayoutTest::labelsKeepApart() {
    QFETCH(const Cell*, cell);
    const CellLayout& layout = layoutOf(*cell);
    for (const Theme* theme : std::array{&Theme::light(), &Theme::dark(), &Theme::projector()})
        for (const QSizeF size :
             {QSizeF(420, 240), QSizeF(700, 380), QSizeF(1100, 600), QSizeF(1600, 900)}) {
            if (theme->scale > 1 && size.width() < 600)
                continue;
            const CellScene scene = sceneOf(*cell, layout, QRectF({}, size), *theme);
            std::vector<std::pair<int, QRectF>> words;
            for (std::size_t k = 0; k < scene.labels.size(); ++k)
                for (const QRectF& each :
                     {scene.labels[k].symbol, scene.labels[k].number, scene.labels[k].strip})
                    if (!each.isEmpty())
                        words.push_back({int(k), each});
            words.push_back({-1, scene.equation});
            for (std::size_t k = 0; k < words.size(); ++k) {
                const QRectF& place = words[k].second;
                QVERIFY(QRectF({}, size).adjusted(-0.5, -0.5, 0.5, 0.5).contains(place));
                for (const QRectF& node : scene.nodes)
                    QVERIFY(!node.intersects(place));
                for (std::size_t j = 0; j < k; ++j)
                    if (words[j].first != words[k].first)
                        QVERIFY2(
                            !words[j].second.intersects(place),
                            qPrintable(QStringLiteral("%1 %2").arg(size.width()).arg(theme->id)));
            }
            // Every node has its number, wherever there is any room.
            if (size.width() >= 700 && theme->scale == 1)
                for (const CellNode& node : layout.nodes)
                    QVERIFY(node.box() || std::any_of(scene.labels.begin(), scene.labels.end(),
                                                      [&](const auto& label) {
                                                          return label.wire == node.result;
                                                      }));
        }
}

QTEST_MAIN(CellLayoutTest)
#include "cell_layout_test.moc"
