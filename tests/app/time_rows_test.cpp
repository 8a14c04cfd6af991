// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_rows.h"
#include "app/plot/axes.h"

#include "app/panels/time_paint.h"
#include "app/panels/time_pool.h"
#include "core/analysis/softmax.h"
#include "tests/app/time_fixture.h"

using namespace rnnscope;

class TimeRowsTest : public QObject {
    Q_OBJECT

  private slots:
    void rowsOfEveryCell_data();
    void rowsOfEveryCell();
    void gatesStandInOrder();
    void valuesAreTheTraces();
    void scalesStandStill();
    void limitsAreRound();
    void softmaxIsStable();
    void inputsOfClasses();
    void scaledTargetsStandInTheFilesUnits();
    void hiddenStepsFollowThePass();
    void poolingLosesNoSpike();
    void windowCoversWhatShows();
    void playheadLeavesWordsReadable();
};

void TimeRowsTest::rowsOfEveryCell_data() {
    QTest::addColumn<QString>("cell");
    for (const Cell* cell : cells())
        QTest::newRow(std::string(cell->id()).c_str())
            << QString::fromStdString(std::string(cell->id()));
}

void TimeRowsTest::rowsOfEveryCell() {
    QFETCH(QString, cell);
    const auto snapshot = pass(sized(cell.toStdString(), 3, 12));
    for (const auto content :
         {TimeContent::Inputs, TimeContent::Gates, TimeContent::CellState, TimeContent::Hidden}) {
        for (const bool gradients : {false, true}) {
            const auto rows = timeRows(*snapshot, {content, 0, gradients});
            QCOMPARE(int(rows.size()),
                     timeRowCount(*snapshot, content, TimeDisplay::Automatic, gradients));
            const bool hasCellState = findCell(cell.toStdString())->find("c").has_value();
            QCOMPARE(rows.empty(), content == TimeContent::CellState && !hasCellState);
            for (const TimeRow& row : rows)
                for (const TimeSeries& series : row.series)
                    QVERIFY(!series.symbol.isEmpty() && !series.name.isEmpty());
        }
        TimePanel panel(Theme::light(), content);
        panel.setSnapshot(snapshot);
        QVERIFY(ink(figure(panel), 0, 700) > 0);  // an absent cell state says so
    }
}

void TimeRowsTest::gatesStandInOrder() {
    const auto ids = [](const std::string& cell) {
        QStringList list;
        for (const TimeRow& row : timeRows(*pass(sized(cell, 2, 5)), {TimeContent::Gates}))
            list.append(row.first().id);
        return list.join(' ');
    };
    QCOMPARE(ids("lstm"), "f i g o");
    QCOMPARE(ids("gru"), "r z n");
    QCOMPARE(ids("rnn"), "a");
}

void TimeRowsTest::valuesAreTheTraces() {
    Options options = sized("lstm", 4, 9);
    options.push_back({"bidirectional", "1"});
    const auto snapshot = pass(options);
    const std::size_t c = *snapshot->shape().cell->find("c");
    for (const std::size_t trace : {0u, 1u})
        for (const bool gradients : {false, true}) {
            const Trace& wanted = gradients ? snapshot->backward->gradients.traces[trace]
                                            : snapshot->record.traces[trace];
            const auto rows = timeRows(*snapshot, {TimeContent::CellState, trace, gradients});
            for (int unit = 0; unit < 4; ++unit)
                for (int step = 0; step < 9; ++step)
                    QCOMPARE(rows[0].first().values.at(unit, step), wanted.value(c, unit, step));
        }
}

void TimeRowsTest::scalesStandStill() {
    const auto heat = [](const char* cell, TimeContent content, bool gradients = false) {
        return timeRows(*pass(sized(cell, 12, 20)), {content, 0, gradients});
    };
    const auto gates = heat("lstm", TimeContent::Gates);
    QCOMPARE(gates[0].scale, ColorScale::sequential());
    QCOMPARE(gates[2].scale, ColorScale::diverging(1));
    QCOMPARE(heat("rnn", TimeContent::Hidden)[0].scale, ColorScale::diverging(1));
    QCOMPARE(heat("gru", TimeContent::Hidden)[0].scale, ColorScale::diverging(1));
    QCOMPARE(heat("rnn", TimeContent::Hidden, true)[0].scale, ColorScale::logSize(-8, 2));
    QCOMPARE(heat("rnn-relu", TimeContent::Hidden)[0].low, 0.0);
}

void TimeRowsTest::limitsAreRound() {
    QCOMPARE(roundLimit(0), 1.0);
    QCOMPARE(roundLimit(1), 1.0);
    QCOMPARE(roundLimit(1.01), 1.5);
    QCOMPARE(roundLimit(0.081), 0.1);
    QVERIFY(std::isfinite(roundLimit(1e300)));
    for (double size = 1e-200; size < 1e200; size *= 7.3)
        QVERIFY(roundLimit(size) >= size * (1 - 1e-9) && roundLimit(size) <= 1.6 * size);
    const double values[] = {infinity, 3, notANumber, -2, -infinity};
    const StepValues some{.data = values, .units = 1, .steps = 5};
    QCOMPARE(finiteExtent(some), std::pair(-2.0, 3.0));
}

void TimeRowsTest::softmaxIsStable() {
    Eigen::MatrixXd output(3, 3);
    output << 0, 1000, 1, 0, 1000, notANumber, 0, -1000, 2;
    const Eigen::MatrixXd p = softmax(output);
    QVERIFY(std::abs(p(0, 0) - 1.0 / 3) < 1e-15);
    QCOMPARE(p(1, 1), 0.5);
    QCOMPARE(p(2, 1), 0.0);
    QVERIFY(std::isnan(p(0, 2)) && std::isnan(p(1, 2)));
}

void TimeRowsTest::inputsOfClasses() {
    const auto few = pass({{"task", "parity"}, {"length", "10"}});
    const auto rows = timeRows(*few, {TimeContent::Inputs});
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows[0].series.size(), 3u);
    const Eigen::MatrixXd p = softmax(few->record.output);
    const auto& right = rows[0].series[2];
    QVERIFY(right.marks);
    for (int step = right.values.firstStep; step < 10; ++step) {
        const auto column = step - right.values.firstStep;
        QCOMPARE(right.values.at(0, step), p(Index((*few->problem->target)(0, column)), column));
    }
    const auto many = pass({{"task", "copy"}});
    QVERIFY(many->shape().input > mostLines);
    const auto split = timeRows(*many, {TimeContent::Inputs});
    QCOMPARE(split.size(), 2u);
    QVERIFY(split[0].heat);
    QCOMPARE(timeRows(*many, {TimeContent::Inputs, 0, false, TimeDisplay::Lines}).size(), 1u);
}

void TimeRowsTest::scaledTargetsStandInTheFilesUnits() {
    Setup setup = setupOf({{"cell", "lstm"}, {"hidden", "3"}});
    setup.sequence = {};
    setup.sequence.task.clear();
    setup.sequence.file = "x.csv";
    auto table = std::make_shared<Table>();
    table->columns = {"x"};
    table->values = Eigen::MatrixXd{{110}, {130}, {120}, {190}, {150}};
    setup.sequence.table = table;
    setup.sequence.scaling = Scaling::Standard;
    setup.target = {};
    const auto passOf = [](const Setup& of) {
        auto experiment = Experiment::create(of);
        if (!experiment)
            qFatal("%s", experiment.error().text().c_str());
        return experiment->snapshot(1);
    };
    const std::shared_ptr<const Snapshot> snapshot = passOf(setup);
    const TimeChoice choice{.content = TimeContent::Inputs};
    const auto rows = timeRows(*snapshot, choice);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(timeRowCount(*snapshot, choice.content, choice.display, false), 2);
    // The input is what the network sees: there it is edited.
    QCOMPARE(rows[0].series.size(), std::size_t(1));
    QCOMPARE(rows[0].first().values.at(0, 2), snapshot->problem->input(0, 2));
    QVERIFY(rows[0].high < 3);
    // The target is the file's next value, and the read-out on its axis.
    QCOMPARE(rows[1].series.size(), std::size_t(2));
    const TimeSeries& target = rows[1].series[0];
    for (int step = 0; step < 4; ++step) {
        QVERIFY(std::abs(target.values.at(0, step) - table->values(step + 1, 0)) < 1e-9);
        QCOMPARE(target.scaled.at(0, step), (*snapshot->problem->target)(0, step));
    }
    QCOMPARE(rows[1].series[1].id, "output");
    QVERIFY(rows[1].series[1].values.at(0, 0) > 50);
    QVERIFY(!rows[1].note.isEmpty());
    QVERIFY(rows[1].high >= 190 - 1e-9 && rows[1].low > 10);
    const DataTable data = timeData(rows, 4, false);
    QCOMPARE(data.names, (QStringList{"t", "input_1", "target_1", "target_file_1", "output_1",
                                      "output_file_1"}));
    QCOMPARE(data.columns[4][3], snapshot->record.output(0, 3));
    // Gradients are of what the network has.
    QCOMPARE(timeRows(*snapshot, {TimeContent::Inputs, 0, true}).size(), std::size_t(1));
    setup.sequence.scaling = Scaling::None;
    QCOMPARE(timeRows(*passOf(setup), choice).size(), std::size_t(1));
}

void TimeRowsTest::hiddenStepsFollowThePass() {
    using Span = std::pair<int, int>;
    const auto hidden = [](Phase phase, int step, bool gradients, bool reversed) {
        return hiddenSteps({0, phase, step}, gradients, reversed, 10);
    };
    QCOMPARE(hidden(Phase::Forward, 3, false, false), Span(4, 10));
    QCOMPARE(hidden(Phase::Forward, 3, false, true), Span(0, 3));
    QCOMPARE(hidden(Phase::Forward, 3, true, false), Span(0, 10));
    QCOMPARE(hidden(Phase::Backward, 3, true, false), Span(0, 3));
    QCOMPARE(hidden(Phase::Backward, 3, true, true), Span(4, 10));
    for (const auto phase : {Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update}) {
        const Span span = hidden(phase, 0, false, false);
        QCOMPARE(span.first, span.second);
    }
}

void TimeRowsTest::poolingLosesNoSpike() {
    const int steps = 20000;
    Eigen::MatrixXd values = Eigen::MatrixXd::Constant(2, steps, 0.25);
    values(0, 12345) = -7;
    values(1, 777) = notANumber;
    const StepValues view = stepValues(values, steps);
    const TimeWindow window = windowFor(0.5, steps + 0.5, steps);
    QVERIFY(window.width > 1);
    const auto cells = pooledCells(view, window);
    QCOMPARE(cells[12345 / window.width], -7.0);
    QVERIFY(std::isnan(cells[window.buckets() + 777 / window.width]));
    QCOMPARE(std::count(cells.begin(), cells.end(), 0.25), cells.size() - 2);

    const auto lines = pooledLines(view, window);
    QVERIFY(lines[0].contains(QPointF(12346, -7)));
    QVERIFY(std::any_of(lines[1].begin(), lines[1].end(), [](const QPointF& point) {
        return point.x() == 778 && std::isnan(point.y());
    }));
    for (const auto& line : lines)
        QVERIFY(
            std::is_sorted(line.begin(), line.end(), [](auto a, auto b) { return a.x() < b.x(); }));
    // Unpooled, every step is there as it is.
    const auto all = pooledLines(stepValues(values, steps), {12000, 13000, 1});
    QCOMPARE(all[0].size(), 1000);
    QCOMPARE(all[0][345], QPointF(12346, -7));
}

void TimeRowsTest::windowCoversWhatShows() {
    QCOMPARE(windowFor(3, 5, 1000), (TimeWindow{0, 1000, 1}));
    for (const int steps : {5000, 100000, 1000000})
        for (double lower = 0.5; lower < steps; lower += steps / 7.0)
            for (double span = 4; lower + span < steps + 0.5; span *= 3) {
                const TimeWindow w = windowFor(lower, lower + span, steps);
                QVERIFY(w.first <= std::max(0.0, lower - 1) && w.last >= lower + span - 1);
                QVERIFY(w.first >= 0 && w.last <= steps && w.first % w.width == 0);
                QVERIFY(w.buckets() <= 4100);
                QVERIFY(w.width == 1 || span / w.width > 2000);
            }
}

void TimeRowsTest::playheadLeavesWordsReadable() {
    const Theme theme = Theme::light();
    const auto painted = [&](int step, const QString& words) {
        View view;
        view.position.step = step;
        const TimeFrame frame{.theme = theme,
                              .margins = TimeMargins::of(0, theme, true),
                              .size = {300, 60},
                              .strips = {},
                              .lower = 0.5,
                              .upper = 10.5,
                              .steps = 10,
                              .view = view,
                              .gradients = false,
                              .reversed = false,
                              .marker = false,
                              .axis = false,
                              .selectable = false,
                              .overflow = {},
                              .emptyText = words};
        QImage image(300, 60, QImage::Format_RGB32);
        image.fill(theme.card);
        QPainter painter(&image);
        paintTimeCursor(painter, frame);
        painter.end();
        const auto inked = [&](int y) {
            const int x = qRound(frame.x(step + 1));
            return image.pixelColor(x, y) != theme.card || image.pixelColor(x - 1, y) != theme.card;
        };
        return std::array{inked(3), inked(30), inked(57)};
    };
    const QString words = "RNN has no cell state";
    QCOMPARE(painted(4, words), (std::array{true, false, true}));
    QCOMPARE(painted(0, words), (std::array{true, true, true}));  // beside the words
    QCOMPARE(painted(4, {}), (std::array{true, true, true}));
}

QTEST_MAIN(TimeRowsTest)
#include "time_rows_test.moc"
