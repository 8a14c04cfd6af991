// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of each panel as a table in its place.
#include <QAccessible>
#include <QClipboard>
#include <cmath>
#include <numeric>

#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/plot/number.h"
#include "tests/app/window_fixture.h"

using namespace rnnscope;

namespace {

QAccessibleInterface* access(QObject* object) {
    return QAccessible::queryAccessibleInterface(object);
}

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

}  // namespace

class DataTableTest : public WindowTest {
    Q_OBJECT

  private slots:
    void initTestCase() { prepare(); }
    void init() {
        open();
        QVERIFY(!QTest::currentTestFailed());
    }
    void cleanup() { window_.reset(); }

    void tablesCarryTheNumbers_data();
    void tablesCarryTheNumbers();
    void tablesOfOneStepFollow();
    void tableByKeyAndBack();
    void tableOfManySteps();
    void hiddenTablesCostNothing();
    void copyingFromATable();
    void numbersThatAreNone();

  private:
    DataTableView* asTable(const QString& id) {
        window_->card(id)->showTable(true);
        settle();
        return window_->card(id)->table();
    }
    /// The id of the card that holds a panel.
    static QString holderOf(const QString& panel) {
        static const QStringList rows{"inputs", "gates", "cell-state", "hidden"};
        return rows.contains(panel) ? QStringLiteral("time") : panel;
    }
    void inFront(const QString& id) {
        window_->card(id)->show();
        window_->card(id)->raise();
        settle();
    }
};

void DataTableTest::tablesCarryTheNumbers_data() {
    QTest::addColumn<QString>("id");
    for (const PanelKind& kind : panelKinds())
        if (holderOf(kind.id) != "time")
            QTest::newRow(kind.id) << kind.id;
    QTest::newRow("time") << "time";
}

void DataTableTest::tablesCarryTheNumbers() {
    QFETCH(QString, id);
    if (id == "compare") {
        key(Qt::Key_C);
        settle();
    } else if (id == "generation") {
        choose("task", "sine");
        choose("generate", "12");
    }
    inFront(id);
    window_->playhead().toEnd();
    QVERIFY(document().settle());
    const auto numbers = [this, id] {
        if (id == "time")
            return window_->findChild<TimeCard*>()->data();
        return static_cast<Panel*>(window_->card(id)->content())->data();
    };
    QTRY_VERIFY(!numbers().columns.empty() || id == "loss" || id == "generation");
    DataTableView* table = asTable(id);
    QVERIFY(table);
    QVERIFY(table->isVisible());
    const auto compare = [&] {
        const DataTable wanted = numbers();
        const QAbstractItemModel& shown = *table->model();
        QCOMPARE(table->numbers().table().names, wanted.names);
        QCOMPARE(shown.columnCount(), int(wanted.columns.size()));
        for (int column = 0; column < shown.columnCount(); ++column) {
            const auto& values = wanted.columns[std::size_t(column)];
            QCOMPARE(shown.rowCount(), int(values.size()));
            for (int row = 0; row < shown.rowCount(); ++row) {
                const QModelIndex cell = shown.index(row, column);
                const QString full =
                    cell.data(Qt::AccessibleDescriptionRole).toString().section(',', 0, 0);
                const double value = values[std::size_t(row)];
                QVERIFY2(same(full.toDouble(), value), qPrintable(full));
                const QString digits = cell.data(Qt::AccessibleTextRole).toString();
                if (std::isfinite(value) && value != std::floor(value))
                    QCOMPARE(digits, QString::number(value, 'g', 3));
            }
        }
    };
    compare();
    if (QTest::currentTestFailed())
        return;
    // Other numbers.
    choose("seed", "5");
    QVERIFY(document().settle());
    QTRY_VERIFY(!numbers().columns.empty() || id == "loss" || id == "generation");
    QTest::qWait(20);
    settle();
    compare();
    // What a screen reader finds there.
    if (table->model()->rowCount() > 0) {
        QAccessibleTableInterface* told = access(table)->tableInterface();
        QVERIFY(told);
        QCOMPARE(told->rowCount(), table->model()->rowCount());
        QCOMPARE(told->columnCount(), table->model()->columnCount());
        QCOMPARE(told->cellAt(0, 0)->text(QAccessible::Name),
                 table->model()->index(0, 0).data(Qt::AccessibleTextRole).toString());
        QCOMPARE(told->cellAt(0, 0)->role(), QAccessible::Cell);
    }
}

/// Whatever a panel says of its data, it is so: who says that they stay has the same everywhere.
void DataTableTest::tablesOfOneStepFollow() {
    choose("layers", "2");
    for (const PanelKind& kind : panelKinds()) {
        const auto panel = kind.make(Theme::light());
        fillPanel(*panel, document().snapshot(), View{});
        const DataTable before = panel->data();
        bool moved = false;
        for (const Position& place : {Position{0, Phase::Forward, 9}, Position{0, Phase::Loss, 49},
                                      Position{0, Phase::Backward, 20}, Position{0, Phase::Clip, 0},
                                      Position{0, Phase::Update, 0}}) {
            panel->setView(View{.position = place});
            const DataTable now = panel->data();
            bool other = now.names != before.names;
            for (std::size_t k = 0; !other && k < now.columns.size(); ++k)
                other = !std::equal(now.columns[k].begin(), now.columns[k].end(),
                                    before.columns[k].begin(), before.columns[k].end(), same);
            moved = moved || other;
        }
        QVERIFY2(moved == panel->dataMoves(), kind.id);
    }
    // And the table on the screen follows.
    inFront("cell");
    DataTableView* table = asTable("cell");
    const auto shown = [&] { return table->model()->index(1, 1).data().toString(); };
    const QString before = shown();
    window_->playhead().setStep(17);
    settle();
    QVERIFY(shown() != before);
    const DataTable now = static_cast<Panel*>(window_->card("cell")->content())->data();
    QCOMPARE(shown(), shortNumber(now.columns[1][1]));
}

void DataTableTest::tableByKeyAndBack() {
    Card* card = window_->card("gradients");
    card->content()->setFocus(Qt::TabFocusReason);
    key(Qt::Key_A);
    settle();
    DataTableView* table = card->table();
    QVERIFY(table);
    QVERIFY(table->hasFocus());
    QVERIFY(table->geometry() == card->content()->geometry());
    QVERIFY(!window_->focusStops().contains(card->content()));
    // Arrows walk in it, the space bar plays all the same.
    const QModelIndex from = table->currentIndex();
    QVERIFY(from.isValid());
    const Position here = window_->playhead().position();
    key(Qt::Key_Right);
    QCOMPARE(table->currentIndex().column(), from.column() + 1);
    QCOMPARE(window_->playhead().position(), here);
    // It goes along with the playhead.
    window_->playhead().setStep(33);
    settle();
    QCOMPARE(table->numbers().marked(), std::optional(std::pair(33, 33)));
    QVERIFY(table->viewport()->rect().contains(
        table->visualRect(table->model()->index(33, 0)).center()));
    QVERIFY(table->model()->index(33, 0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(table->model()
                ->index(33, 0)
                .data(Qt::AccessibleDescriptionRole)
                .toString()
                .endsWith("where the playhead is"));
    key(Qt::Key_A);
    settle();
    QVERIFY(!card->table());
    QCOMPARE(window_->focusWidget(), card->content());
    QVERIFY(card->content()->isEnabled());
    // As a screen reader asks for it.
    access(card->content())->actionInterface()->doAction("As a table");
    settle();
    QVERIFY(card->table() && card->table()->hasFocus());
}

void DataTableTest::tableOfManySteps() {
    choose("task", "sine");
    choose("length", "5000");
    DataTableView* table = asTable("time");
    QCOMPARE(table->model()->rowCount(), 5000);
    window_->playhead().setStep(4321);
    settle();
    QVERIFY(table->viewport()->rect().contains(
        table->visualRect(table->model()->index(4321, 0)).center()));
    QCOMPARE(table->model()->index(4321, 0).data().toString(), "4322");

    // As many as there may be, of as many units: only what is seen is asked for.
    Card* card = window_->card("gradients");
    View here;
    card->setTableSource({[] {
                              std::vector<double> steps(100'000);
                              std::iota(steps.begin(), steps.end(), 1.0);
                              DataTable all{{"t"}, {steps}};
                              for (int unit = 1; unit <= 40; ++unit) {
                                  all.names << QStringLiteral("h_%1").arg(unit);
                                  all.columns.push_back(steps);
                              }
                              return all;
                          },
                          [&here] { return here; }, [] { return false; }});
    table = asTable("gradients");
    QCOMPARE(table->model()->rowCount(), 100'000);
    here.position.step = 99'998;
    table->follow();
    settle();
    QVERIFY(table->viewport()->rect().contains(
        table->visualRect(table->model()->index(99'998, 0)).center()));
    card->showTable(false);  // before what it looks at goes
}

/// Behind a tab, nobody is asked for anything; in front again, all is as it should be.
void DataTableTest::hiddenTablesCostNothing() {
    int asked = 0;
    Card* card = window_->card("gradients");
    auto* panel = static_cast<Panel*>(card->content());
    card->setTableSource({[&] { return ++asked, panel->data(); }, [=] { return panel->place(); },
                          [] { return false; }});
    window_->playhead().setStep(3);
    choose("seed", "4");
    QCOMPARE(asked, 0);
    DataTableView* table = asTable("gradients");
    QCOMPARE(asked, 1);
    window_->playhead().setStep(5);
    settle();
    QCOMPARE(asked, 1);  // only the mark moves
    choose("seed", "6");
    QVERIFY(asked > 1);
    const int before = asked;
    inFront("jacobians");
    QVERIFY(!table->isVisible());
    choose("seed", "7");
    window_->playhead().setStep(9);
    settle();
    QCOMPARE(asked, before);
    inFront("gradients");
    QCOMPARE(asked, before + 1);
    QVERIFY(same(table->numbers().table().columns[1][3], panel->data().columns[1][3]));
    QCOMPARE(table->numbers().marked(), std::optional(std::pair(9, 9)));
}

void DataTableTest::copyingFromATable() {
    DataTableView* table = asTable("gradients");
    const DataTable wanted = table->numbers().table();
    QItemSelection chosen(table->model()->index(2, 0), table->model()->index(3, 1));
    table->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    table->setFocus();
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(qApp->clipboard()->text(),
             QStringLiteral("3\t%1\n4\t%2\n")
                 .arg(fullNumber(wanted.columns[1][2]), fullNumber(wanted.columns[1][3])));
}

void DataTableTest::numbersThatAreNone() {
    const double inf = std::numeric_limits<double>::infinity();
    DataTableModel model;
    model.show({{"t", "x"}, {{1, 2, 3}, {std::nan(""), -inf, 1e-300}}});
    QCOMPARE(model.index(0, 1).data().toString(), "NaN");
    QCOMPARE(model.index(1, 1).data().toString(), QString::fromUtf8("−∞"));
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleDescriptionRole).toString(), "-inf");
    QCOMPARE(model.index(2, 1).data().toString(), QString::fromUtf8("1.00·10⁻³⁰⁰"));
    QCOMPARE(model.index(2, 1).data(Qt::AccessibleTextRole).toString(), "1e-300");
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), "t (step)");
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), "x");
    QVERIFY(!model.rowsOf(View{.position = {0, Phase::Forward, 7}}));
    model.show({{"t_loss", "k_state"}, {{1, 2, 2, 3}, {1, 1, 2, 1}}});
    QCOMPARE(model.rowsOf(View{.position = {0, Phase::Forward, 1}}),
             std::optional(std::pair(1, 2)));
}

QTEST_MAIN(DataTableTest)
#include "data_table_test.moc"
