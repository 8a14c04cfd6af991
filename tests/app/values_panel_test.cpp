// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/values_panel.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QToolButton>

#include "app/panels/values_paint.h"
#include "app/plot/number.h"
#include "tests/app/panel_fixture.h"

using namespace rnnscope;

namespace {

using Shown = InWindow<ValuesPanel>;

const SharedSnapshot& sine() {
    static const SharedSnapshot snapshot = pass({{"cell", "lstm"}, {"hidden", "4"}});
    return snapshot;
}

View part(Phase phase, int step, int part) {
    View view = at(phase, step);
    view.position.part = part;
    return view;
}

int columnOf(const NumberModel& model, const QString& key) {
    for (std::size_t k = 0; k < model.columns().size(); ++k)
        if (model.columns()[k].key == key)
            return int(k);
    return -1;
}

/// Middle of a cell, in the table's viewport.
QPoint middle(const NumberTable& table, int row, int column) {
    return table.visualRect(table.model()->index(row, column)).center();
}

}  // namespace

class ValuesPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void numbersAreTheRecord();
    void gradientsComeWithTheBackwardPass();
    void withinAStepOnlyWhatIsDone();
    void sequenceIsTheProblem();
    void classesHaveNames();
    void answerAtTheLastStepAlone();
    void pointsStandUnderEachOther();
    void copiesInFullPrecision();
    void rowsAskForUnits();
    void columnsLightUp();
    void brokenNumbersAreMarked();
    void onlyWhatIsSeenIsAsked();
    void readsAloud();
    void figureTellsWhatIsLeftOut();
    void oddPassesDraw_data();
    void oddPassesDraw();
    void everySizeAndThemeDraws();
};

void ValuesPanelTest::numbersAreTheRecord() {
    const SharedSnapshot both =
        pass({{"cell", "gru"}, {"hidden", "3"}, {"layers", "2"}, {"bidirectional", "true"}});
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(both);
    shown.open();
    for (const int step : {0, 17, 49})
        for (const bool reverse : {false, true}) {
            shown.panel.setView(at(Phase::Backward, step, reverse, 1));
            const std::size_t trace = both->shape().trace(1, reverse);
            const NumberModel& model = shown.panel.unitTable()->numbers();
            QCOMPARE(model.rowCount(), 3);
            QCOMPARE(model.columnCount(), 2 * int(both->shape().cell->quantities().size()));
            const DataTable table = shown.panel.data();
            for (int column = 0; column < model.columnCount(); ++column) {
                const NumberColumn& of = model.columns()[std::size_t(column)];
                for (int unit = 0; unit < 3; ++unit) {
                    const Trace& from = of.gradient ? both->backward->gradients.traces[trace]
                                                    : both->record.traces[trace];
                    const double value = from.value(*of.quantity, unit, step);
                    QCOMPARE(model.number(unit, column), std::optional(value));
                    const QModelIndex index = model.index(unit, column);
                    QCOMPARE(index.data().toString(), shortNumber(value));
                    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(fullNumber(value)));
                    QCOMPARE(rnnscope::columnOf(table, of.key)[std::size_t(unit)], value);
                }
            }
        }
    // Those that are plotted come first.
    const auto& columns = shown.panel.unitTable()->numbers().columns();
    QCOMPARE(columns[0].key, QString("r"));
    QCOMPARE(columns[6].key, QString("h"));
    QCOMPARE(columns[8].key, QString("a_r"));
}

void ValuesPanelTest::gradientsComeWithTheBackwardPass() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    const NumberModel& model = shown.panel.unitTable()->numbers();
    for (const auto& [view, gradients] : {std::pair(at(Phase::Forward, 3), false),
                                          {at(Phase::Loss, 49), false},
                                          {at(Phase::Backward, 49), true},
                                          {at(Phase::Update, 0), true},
                                          {at(Phase::Forward, 0), false}}) {
        shown.panel.setView(view);
        QCOMPARE(columnOf(model, "grad_h") >= 0, gradients);
        QCOMPARE(columnOf(shown.panel.sequenceTable()->numbers(), "grad_output") >= 0, gradients);
        QVERIFY(!shown.image().isNull());
    }
    shown.panel.setSnapshot(pass({{"cell", "lstm"}, {"target", "none"}}));
    shown.panel.setView(at(Phase::Backward, 3));
    QCOMPARE(columnOf(model, "grad_h"), -1);
    QCOMPARE(shown.panel.sequenceTable()->numbers().columnCount(), 2);
}

// Values appear as they are computed; backward, gradients as they are complete.
void ValuesPanelTest::withinAStepOnlyWhatIsDone() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    const NumberModel& model = shown.panel.unitTable()->numbers();
    const auto known = [&](const char* key) {
        return model.number(0, columnOf(model, key)).has_value();
    };
    shown.panel.setView(part(Phase::Forward, 5, 5));  // four sums and one gate
    QVERIFY(known("a_i") && known("a_o") && known("i"));
    QVERIFY(!known("f") && !known("c") && !known("h"));
    QCOMPARE(model.index(0, columnOf(model, "h")).data().toString(), QString());
    shown.panel.setView(at(Phase::Forward, 5));
    QVERIFY(known("h"));
    shown.panel.setView(part(Phase::Backward, 5, 1));
    QVERIFY(known("h") && known("c") && known("grad_h") && known("grad_o"));
    QVERIFY(!known("grad_c") && !known("grad_a_i"));
    shown.panel.setView(at(Phase::Backward, 5));
    QVERIFY(known("grad_c") && known("grad_a_i"));
}

void ValuesPanelTest::sequenceIsTheProblem() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    const NumberModel& model = shown.panel.sequenceTable()->numbers();
    const Snapshot& s = *sine();
    shown.panel.setView(at(Phase::Forward, 12));
    QCOMPARE(model.number(0, columnOf(model, "input")), std::optional(s.problem->input(0, 12)));
    QCOMPARE(model.number(0, columnOf(model, "target")),
             std::optional((*s.problem->target)(0, 12)));
    QCOMPARE(model.number(0, columnOf(model, "output")), std::optional(s.record.output(0, 12)));
    QVERIFY(!model.number(0, columnOf(model, "loss_t")));
    shown.panel.setView(at(Phase::Backward, 12));
    QCOMPARE(model.number(0, columnOf(model, "loss_t")),
             std::optional(s.backward->loss.perStep[12]));
    QCOMPARE(model.number(0, columnOf(model, "grad_output")),
             std::optional(s.backward->gradients.output(0, 12)));
    QCOMPARE(shown.panel.placeText(), QString("t = 13 of 50"));
}

void ValuesPanelTest::classesHaveNames() {
    QTemporaryDir folder;
    QFile file(folder.filePath("letters.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abcabcab");
    file.close();
    const auto s = pass({{"input", file.fileName().toStdString()}, {"loss", "cross-entropy"}});
    ValuesPanel panel(Theme::light());
    panel.setSnapshot(s);
    panel.setView(at(Phase::Forward, 1));
    const NumberModel& model = panel.sequenceTable()->numbers();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.shown(0, columnOf(model, "target")), QString::fromUtf8("‘c’"));
    QVERIFY(!model.number(1, columnOf(model, "target")));
    QCOMPARE(model.number(2, columnOf(model, "output")), std::optional(s->record.output(2, 1)));
}

void ValuesPanelTest::answerAtTheLastStepAlone() {
    const auto s = pass({{"task", "adding"}, {"target", "task"}, {"readout", "last-step"}});
    const int last = int(s->steps()) - 1;
    ValuesPanel panel(Theme::light());
    panel.setSnapshot(s);
    const NumberModel& model = panel.sequenceTable()->numbers();
    for (const int step : {0, last}) {
        panel.setView(at(Phase::Backward, step));
        for (const char* key : {"target", "output", "loss_t", "grad_output"})
            QCOMPARE(model.number(0, columnOf(model, key)).has_value(), step == last);
        QCOMPARE(model.number(1, columnOf(model, "input")),
                 std::optional(s->problem->input(1, step)));
    }
}

void ValuesPanelTest::pointsStandUnderEachOther() {
    const Theme& theme = Theme::light();
    NumberRoom room;
    const QStringList texts{"0.647", QString::fromUtf8("−123."), "12.3",
                            QString::fromUtf8("−1.20·10⁻²³"), "NaN"};
    for (const QString& text : texts)
        room.include(text);
    QCOMPARE(room.before, 4);
    QCOMPARE(room.after, 9);
    const QSizeF size(room.width("f", theme), 20);
    const auto inked = [&](const QString& text) {
        QImage image(size.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintNumber(painter, QRectF(QPointF(), size), text, room, Qt::black, theme);
        painter.end();
        QList<int> columns;
        for (int x = 0; x < image.width(); ++x)
            if (pixelsOf(image, Qt::white, x, x + 1) < image.height())
                columns << x;
        return columns;
    };
    // Same digits before the point stand in the same place, whatever follows.
    QCOMPARE(inked("1").first(), inked("1.25").first());
    QVERIFY(inked("12.3").first() < inked("2.34").first());
    QVERIFY(inked(texts[3]).last() < size.width() - 2);
    QVERIFY(inked(texts[3]).first() > 1);
}

void ValuesPanelTest::copiesInFullPrecision() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(at(Phase::Backward, 20));
    shown.open();
    NumberTable& table = *shown.panel.unitTable();
    const NumberModel& model = table.numbers();
    QTest::mousePress(table.viewport(), Qt::LeftButton, {}, middle(table, 0, 0));
    QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, middle(table, 0, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, middle(table, 1, 2));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QStringList lines;
    for (const int row : {0, 1}) {
        QStringList cells;
        for (const int column : {0, 1, 2})
            cells << fullNumber(*model.number(row, column));
        lines << cells.join('\t');
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), lines.join('\n'));

    auto* copy = qobject_cast<QToolButton*>(shown.panel.headerTool());
    copy->click();
    const QString all = QGuiApplication::clipboard()->text();
    QCOMPARE(all, shown.panel.copied());
    const QStringList blocks = all.trimmed().split("\n\n");
    QCOMPARE(blocks.size(), 2);
    QVERIFY(blocks[0].contains(fullNumber(sine()->problem->input(0, 20))));
    const QStringList rows = blocks[1].split('\n');
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0].split('\t')[2], QString("grad_i"));
    QCOMPARE(rows[4].split('\t').size(), model.columnCount() + 1);
    QCOMPARE(rows[4].split('\t')[1], fullNumber(*model.number(3, 0)));
}

void ValuesPanelTest::rowsAskForUnits() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.open();
    NumberTable& table = *shown.panel.unitTable();
    QSignalSpy asked(&shown.panel, &Panel::unitRequested);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middle(table, 2, 1));
    QCOMPARE(numbersOf(asked), QList<int>{2});
    View view = at(Phase::Forward, 0);
    view.unit = 2;
    shown.panel.setView(view);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(numbersOf(asked), (QList<int>{2, 3}));
    // What is chosen elsewhere is marked, and not asked for again; a selection stays.
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, middle(table, 3, 1));
    const auto selected = table.selectionModel()->selectedIndexes();
    QCOMPARE(selected.size(), 1);
    asked.clear();
    view.unit = 1;
    shown.panel.setView(view);
    QCOMPARE(table.look().unit, 1);
    QCOMPARE(table.currentIndex().row(), 1);
    QCOMPARE(table.selectionModel()->selectedIndexes(), selected);
    QVERIFY(asked.isEmpty());
}

void ValuesPanelTest::columnsLightUp() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(at(Phase::Backward, 20));
    shown.open();
    NumberTable& table = *shown.panel.unitTable();
    QSignalSpy pointed(&shown.panel, &Panel::quantityHovered);
    const std::size_t f = *sine()->shape().cell->find("f");
    const int column = columnOf(table.numbers(), "grad_f");
    QTest::mouseMove(table.viewport(), middle(table, 1, column));
    QTRY_COMPARE(pointed.size(), 1);
    QCOMPARE(pointed[0][0].value<std::optional<std::size_t>>(), std::optional(f));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(table.viewport(), &leave);
    QCOMPARE(pointed.last()[0].value<std::optional<std::size_t>>(), std::optional<std::size_t>());
    const QImage before = shown.image();
    View view = at(Phase::Backward, 20);
    view.quantity = f;
    shown.panel.setView(view);
    const QImage marked = shown.image();
    QVERIFY(marked != before);
    const QPoint corner = table.viewport()->mapTo(&shown.window, middle(table, 2, column)) -
                          QPoint(0, table.rowHeight(2) / 2 - 2);
    QVERIFY(marked.pixelColor(corner) != before.pixelColor(corner));
}

void ValuesPanelTest::brokenNumbersAreMarked() {
    const SharedSnapshot broken = pass({{"cell", "rnn-relu"}, {"spectral-radius", "1e60"}});
    QVERIFY(broken->overflow);
    const int step = int(broken->steps()) - 1;
    for (const Theme* theme : everyTheme) {
        Shown shown({500, 300}, *theme);
        shown.panel.setSnapshot(broken);
        shown.panel.setView(at(Phase::Forward, step));
        shown.open();
        QVERIFY(pixelsOf(shown.image(), theme->chipDanger.ground) > 100);
        shown.panel.setView(at(Phase::Forward, 0));
        QCOMPARE(pixelsOf(shown.image(), theme->chipDanger.ground), 0);
    }
}

void ValuesPanelTest::onlyWhatIsSeenIsAsked() {
    const SharedSnapshot wide = pass({{"cell", "lstm"}, {"hidden", "300"}, {"length", "20"}});
    Shown shown({700, 300}, Theme::light());
    shown.panel.setSnapshot(wide);
    shown.open();
    NumberTable& table = *shown.panel.unitTable();
    QSignalSpy changed(table.model(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(table.model(), &QAbstractItemModel::modelReset);
    shown.panel.setView(at(Phase::Forward, 5));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QVERIFY(changed[0][1].toModelIndex().row() < 20);
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
    shown.panel.setView(at(Phase::Forward, 6));
    QCOMPARE(changed.last()[1].toModelIndex().row(), 299);
    QVERIFY(changed.last()[0].toModelIndex().row() > 270);
    QElapsedTimer timer;
    timer.start();
    for (int k = 0; k < 100; ++k) {
        shown.panel.setView(at(Phase::Forward, k % 20));
        shown.image();
    }
    qInfo("%.2f ms a step", double(timer.elapsed()) / 100);
    QVERIFY(timer.elapsed() < 100 * 40);
    QVERIFY(reset.isEmpty());
}

void ValuesPanelTest::readsAloud() {
    Shown shown({900, 400}, Theme::light());
    shown.panel.setSnapshot(sine());
    shown.panel.setView(at(Phase::Forward, 7));
    shown.open();
    const NumberModel& model = shown.panel.unitTable()->numbers();
    const std::size_t h = *sine()->shape().cell->find("h");
    QCOMPARE(model.index(2, columnOf(model, "h")).data(Qt::AccessibleTextRole).toString(),
             "h, unit 3: " + shortNumber(sine()->record.traces[0].value(h, 2, 7)));
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(shown.panel.unitTable());
    QVERIFY(spoken && spoken->tableInterface());
    QCOMPARE(spoken->tableInterface()->rowCount(), 4);
    QCOMPARE(spoken->tableInterface()->columnDescription(0), QString("i"));
    QCOMPARE(shown.panel.accessibleDescription(), QString("t = 8 of 50"));
}

void ValuesPanelTest::figureTellsWhatIsLeftOut() {
    ValuesPanel panel(Theme::light());
    panel.setSnapshot(pass({{"cell", "lstm"}, {"hidden", "64"}}));
    panel.setView(at(Phase::Forward, 7));
    const QString svg = svgOf(panel, {900, 330});
    const auto rows = QRegularExpression(">… (\\d+) more<").match(svg);
    QVERIFY2(rows.hasMatch(), qPrintable(svg.right(2000)));
    const int left = rows.captured(1).toInt();
    QVERIFY(left > 40 && left < 62);
    QVERIFY(svg.contains(QString(">%1<").arg(64 - left)));
    QVERIFY(!svg.contains(QString(">%1<").arg(64 - left + 1)));
    QVERIFY(svg.contains("t = 8 of 50"));
    // All of few.
    panel.setSnapshot(sine());
    QVERIFY(!svgOf(panel, {1200, 330}).contains(" more<"));
}

void ValuesPanelTest::oddPassesDraw_data() {
    QTest::addColumn<Options>("options");
    QTest::newRow("one unit") << Options{{"cell", "lstm"}, {"hidden", "1"}};
    QTest::newRow("one step") << Options{{"cell", "gru"}, {"length", "1"}};
    QTest::newRow("no target") << Options{{"cell", "lstm"}, {"target", "none"}};
    QTest::newRow("300 units") << Options{{"cell", "lstm"}, {"hidden", "300"}};
    QTest::newRow("5000 steps") << Options{{"cell", "gru"}, {"length", "5000"}};
    QTest::newRow("overflows") << Options{{"cell", "rnn-relu"}, {"spectral-radius", "1e60"}};
}

void ValuesPanelTest::oddPassesDraw() {
    QFETCH(Options, options);
    const SharedSnapshot snapshot = pass(options);
    for (const QSize& size : {QSize(300, 160), QSize(800, 420)}) {
        Shown shown(size, Theme::dark());
        shown.panel.setSnapshot(snapshot);
        shown.open();
        for (const View& view :
             {at(Phase::Forward, int(snapshot->steps()) - 1), at(Phase::Backward, 0)}) {
            shown.panel.setView(view);
            QVERIFY(!shown.image().isNull());
            QVERIFY(svgOf(shown.panel).contains("t = "));
        }
        shown.image().save(QString(RNNSCOPE_SCREENSHOTS "/values-%1-%2.png")
                               .arg(QTest::currentDataTag())
                               .arg(size.width()));
    }
}

void ValuesPanelTest::everySizeAndThemeDraws() {
    for (const Theme* theme : everyTheme)
        for (const QSize& size : {QSize(250, 120), QSize(300, 160), QSize(900, 320)}) {
            Shown shown(size, *theme);
            qApp->setPalette(theme->palette());
            shown.panel.setSnapshot(sine());
            View view = at(Phase::Backward, 19);
            view.unit = 2;
            shown.panel.setView(view);
            shown.open();
            QVERIFY(shown.panel.unitTable()->height() > 60);
            QCOMPARE(shown.panel.sequenceTable()->isVisible(), size.height() > 300);
            shown.image().save(
                QString(RNNSCOPE_SCREENSHOTS "/values-%1-%2.png").arg(theme->id).arg(size.width()));
        }
}

QTEST_MAIN(ValuesPanelTest)
#include "values_panel_test.moc"
