// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_rows.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/plot/axes.h"
#include "app/words.h"
#include "core/analysis/softmax.h"
#include "core/unscaling.h"

namespace rnnscope {

namespace {

constexpr double largest = 1e240;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::TimePanel)
};

/// Short names of the cells' quantities, and the order in which their plots stand.
struct QuantityWord {
    std::string_view id;
    struct {
        const char *text, *comment;
    } name;
};
constexpr QuantityWord words[] = {
    {"f", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "forget", "beside a plot")},
    {"i", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "input", "beside a plot")},
    {"g", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "candidate", "beside a plot")},
    {"o", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "output", "beside a plot")},
    {"r", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "reset", "beside a plot")},
    {"z", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "update", "beside a plot")},
    {"n", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "candidate", "beside a plot")},
    {"a", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "pre-activation", "beside a plot")},
    {"c", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "cell", "beside a plot")},
    {"h", QT_TRANSLATE_NOOP3("rnnscope::TimePanel", "hidden", "beside a plot")},
};

std::size_t placeOf(const Quantity& quantity) {
    const auto* found = std::find_if(std::begin(words), std::end(words),
                                     [&](const auto& word) { return word.id == quantity.id; });
    return static_cast<std::size_t>(found - std::begin(words));
}

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString gradientSymbol(const QString& symbol) {
    return QStringLiteral("∂L/∂") + symbol;
}

/// The cell's quantities of one plot, in the order of the strips.
std::vector<std::size_t> quantitiesOf(const Cell& cell, TimeContent content) {
    std::vector<std::size_t> chosen;
    const auto all = cell.quantities();
    const auto choose = [&](auto fits) {
        for (std::size_t k = 0; k < all.size(); ++k)
            if (all[k].archived && fits(k))
                chosen.push_back(k);
    };
    const auto has = [&](Role role) {
        return [&all, role](std::size_t k) { return all[k].role == role; };
    };
    switch (content) {
        case TimeContent::Inputs:
            break;
        case TimeContent::Gates:
            choose([&](std::size_t k) { return has(Role::Gate)(k) || has(Role::Candidate)(k); });
            if (chosen.empty())
                choose(has(Role::PreActivation));
            break;
        case TimeContent::CellState:
            choose([&](std::size_t k) { return has(Role::State)(k) && k != cell.hiddenState(); });
            break;
        case TimeContent::Hidden:
            chosen.push_back(cell.hiddenState());
            break;
    }
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
        return placeOf(all[a]) < placeOf(all[b]);
    });
    return chosen;
}

bool isHeat(Index units, TimeDisplay display) {
    return display == TimeDisplay::Heatmap ||
           (display == TimeDisplay::Automatic && units > mostLines);
}

/// A few inputs stay lines, beside what they are compared with.
bool splitsInputs(const Snapshot& snapshot, TimeDisplay display) {
    const NetworkShape& shape = snapshot.shape();
    return display != TimeDisplay::Lines && std::max(shape.input, shape.output) > mostLines;
}

bool hasNumbers(const Snapshot& snapshot) {
    return snapshot.problem->target && snapshot.setup.loss == Loss::MeanSquared;
}

/// Target and read-out are drawn as the file has them, though the network is given them scaled.
bool isInOwnUnits(const Snapshot& snapshot, bool gradients) {
    return !gradients && hasNumbers(snapshot) && snapshot.problem->unscaling;
}

void putInOwnUnits(TimeSeries& series, const Eigen::MatrixXd& matrix, const Snapshot& snapshot) {
    series.scaled = series.values;
    series.owned =
        std::make_shared<Eigen::MatrixXd>(unscaled(*snapshot.problem->unscaling, matrix));
    series.values = stepValues(*series.owned, static_cast<int>(snapshot.steps()));
}

void setSymmetric(TimeRow& row, double limit) {
    row.low = -limit;
    row.high = limit;
}

double largestSize(const TimeRow& row) {
    double size = 0;
    for (const TimeSeries& series : row.series) {
        const auto [low, high] = finiteExtent(series.values);
        size = std::max({size, -low, high});
    }
    return size;
}

void setGradientScale(TimeRow& row) {
    if (row.heat)
        row.scale = ColorScale::logSize(-8, 2);
    else
        setSymmetric(row, roundLimit(largestSize(row)));
}

/// What a quantity can reach decides its scale, so that it does not move while training; only
/// where it can reach anything do its numbers.
void setQuantityScale(TimeRow& row, const Quantity& quantity, bool isHidden, SignedColors colors) {
    row.low = quantity.low;
    row.high = quantity.high;
    if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high)) {
        double limit = largestSize(row);
        // A GRU's hidden state starts wherever it is put, and then stays within ±1.
        if (isHidden && quantity.low < 0)
            limit = std::max(limit, 1.0);
        limit = roundLimit(limit);
        row.low = quantity.low < 0 ? -limit : 0;
        row.high = limit;
    }
    row.scale = quantity.role == Role::Gate ? ColorScale::sequential()
                                            : ColorScale::diverging(row.high, colors);
}

void setInputScale(TimeRow& row, SignedColors colors) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const TimeSeries& series : row.series) {
        if (series.probability)
            continue;
        const auto [from, to] = finiteExtent(series.values);
        low = std::min(low, from);
        high = std::max(high, to);
    }
    if (low > high) {  // probabilities alone
        low = 0;
        high = 1;
    }
    row.scale = low >= 0 && high <= 1
                    ? ColorScale::sequential()
                    : ColorScale::diverging(roundLimit(std::max(-low, high)), colors);
    if (row.first().probability)
        row.scale = ColorScale::sequential();
    const double size = std::max(-low, high);
    if (high - low <= 1e-6 * size || size == 0) {  // a constant stands in the middle
        const double half = size > 0 ? size / 2 : 1;
        low -= half;
        high += half;
    }
    row.low = low;
    row.high = high;
}

QStringList names(const std::vector<std::string>& all) {
    QStringList list;
    for (const std::string& name : all)
        list.append(text(name));
    return list;
}

/// Probability of the right class where there is an answer.
std::shared_ptr<const Eigen::MatrixXd> ofTarget(const Eigen::MatrixXd& probability,
                                                const Eigen::MatrixXd& target) {
    auto chosen = std::make_shared<Eigen::MatrixXd>(1, target.cols());
    for (Index t = 0; t < target.cols(); ++t)
        (*chosen)(0, t) = probability(static_cast<Index>(target(0, t)), t);
    return chosen;
}

std::vector<TimeSeries> inputSeries(const Snapshot& snapshot, const TimeChoice& choice) {
    const int steps = static_cast<int>(snapshot.steps());
    TimeSeries x{
        .id = "input", .symbol = "x", .name = Words::tr("input"), .title = Words::tr("input")};
    x.unitNames = names(snapshot.problem->inputNames);
    TimeSeries y{
        .id = "target", .symbol = "y", .name = Words::tr("target"), .title = Words::tr("target")};
    TimeSeries out{.id = "output",
                   .symbol = "ŷ",
                   .name = Words::tr("read-out"),
                   .title = Words::tr("read-out")};
    out.unitNames = names(snapshot.problem->outputNames);
    if (choice.gradients) {
        x.symbol = gradientSymbol(x.symbol);
        out.symbol = gradientSymbol(out.symbol);
        x.values = stepValues(snapshot.backward->gradients.input, steps);
        out.values = stepValues(snapshot.backward->gradients.output, steps);
        return {x, out};
    }
    x.values = stepValues(snapshot.problem->input, steps);
    out.values = stepValues(snapshot.record.output, steps);
    if (!snapshot.problem->target)
        return {x, out};
    y.values = stepValues(*snapshot.problem->target, steps);
    y.unitNames = out.unitNames;
    if (isInOwnUnits(snapshot, choice.gradients)) {
        putInOwnUnits(y, *snapshot.problem->target, snapshot);
        putInOwnUnits(out, snapshot.record.output, snapshot);
        y.title = Words::tr("target, in the file's units");
        out.title = Words::tr("read-out, in the file's units");
    }
    if (hasNumbers(snapshot))
        return {x, y, out};
    out.owned = std::make_shared<Eigen::MatrixXd>(softmax(snapshot.record.output));
    out.values = stepValues(*out.owned, steps);
    out.probability = true;
    out.title = Words::tr("probability");
    y.marks = y.probability = true;
    y.name = Words::tr("right class");
    const bool cells =
        splitsInputs(snapshot, choice.display) && snapshot.shape().output > mostLines;
    if (!cells) {
        y.owned = ofTarget(*out.owned, *snapshot.problem->target);
        y.values = stepValues(*y.owned, steps);
        y.title = Words::tr("probability of the right class");
        y.unitNames.clear();
    } else {
        y.title = Words::tr("right class");
    }
    return {x, out, y};
}

std::vector<TimeRow> inputRows(const Snapshot& snapshot, const TimeChoice& choice,
                               SignedColors colors) {
    std::vector<TimeRow> rows;
    const bool split = splitsInputs(snapshot, choice.display);
    for (TimeSeries& series : inputSeries(snapshot, choice)) {
        // Marks belong to the read-out before them; what is in other units needs an axis for it.
        const bool otherUnits =
            !rows.empty() && series.scaled.data && !rows.back().first().scaled.data;
        if (rows.empty() || otherUnits || (split && !series.marks)) {
            rows.emplace_back();
            rows.back().heat = split && series.values.units > mostLines;
            if (series.scaled.data)
                rows.back().note = Words::tr("the file's units");
        }
        rows.back().series.push_back(std::move(series));
    }
    for (TimeRow& row : rows) {
        if (choice.gradients)
            setGradientScale(row);
        else
            setInputScale(row, colors);
    }
    return rows;
}

void addColumns(DataTable& table, const QString& name, const StepValues& values, int steps) {
    for (int unit = 0; unit < values.units; ++unit) {
        table.names.append(name + "_" + QString::number(unit + 1));
        auto& column = table.columns.emplace_back(static_cast<std::size_t>(steps),
                                                  std::numeric_limits<double>::quiet_NaN());
        for (int step = values.firstStep; step < steps; ++step)
            column[static_cast<std::size_t>(step)] = values.at(unit, step);
    }
}

}  // namespace

StepValues stepValues(const Eigen::MatrixXd& matrix, int steps) {
    const int columns = static_cast<int>(matrix.cols());
    return {.data = matrix.data(),
            .units = static_cast<int>(matrix.rows()),
            .steps = columns,
            .stepStride = matrix.rows(),
            .firstStep = steps - columns};
}

StepValues stepValues(const Trace& trace, std::size_t quantity) {
    const Index hidden = trace.hidden();
    const Index column = static_cast<Index>(trace.quantities().size()) * hidden;
    return {.data = trace.data(trace.column(0)) + static_cast<Index>(quantity) * hidden,
            .units = static_cast<int>(hidden),
            .steps = static_cast<int>(trace.steps()),
            .stepStride = trace.reversed() ? -column : column};
}

std::pair<double, double> finiteExtent(const StepValues& values) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (int j = 0; j < values.steps; ++j) {
        const double* column = values.data + j * values.stepStride;
        for (int i = 0; i < values.units; ++i) {
            const double value = column[i * values.unitStride];
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    if (low > high)
        return {0, 0};
    return {std::clamp(low, -largest, largest), std::clamp(high, -largest, largest)};
}

QString TimeSeries::unitName(int unit) const {
    if (unit < unitNames.size())
        return unitNames[unit];
    return QString::number(unit + 1);
}

std::vector<std::string_view> drawnIn(const Cell& cell, TimeContent content) {
    if (content == TimeContent::Inputs)
        return {"input", "target", "output"};
    std::vector<std::string_view> ids;
    for (const std::size_t k : quantitiesOf(cell, content))
        ids.push_back(cell.quantities()[k].id);
    return ids;
}

int timeRowCount(const Snapshot& snapshot, TimeContent content, TimeDisplay display,
                 bool gradients) {
    if (content != TimeContent::Inputs)
        return static_cast<int>(quantitiesOf(*snapshot.shape().cell, content).size());
    if (!splitsInputs(snapshot, display))
        return isInOwnUnits(snapshot, gradients) ? 2 : 1;
    return hasNumbers(snapshot) && !gradients ? 3 : 2;
}

std::vector<TimeRow> timeRows(const Snapshot& snapshot, const TimeChoice& choice,
                              SignedColors colors) {
    if (choice.content == TimeContent::Inputs)
        return inputRows(snapshot, choice, colors);
    const Cell& cell = *snapshot.shape().cell;
    const Trace& trace = choice.gradients ? snapshot.backward->gradients.traces[choice.trace]
                                          : snapshot.record.traces[choice.trace];
    std::vector<TimeRow> rows;
    for (const std::size_t k : quantitiesOf(cell, choice.content)) {
        const Quantity& quantity = cell.quantities()[k];
        TimeSeries series{.id = text(quantity.id), .symbol = text(quantity.symbol)};
        const std::size_t place = placeOf(quantity);
        const bool known = place < std::size(words);
        series.name = known ? Words::tr(words[place].name.text, words[place].name.comment)
                            : inWords(quantity.name);
        series.title = inWords(quantity.name);
        if (choice.gradients)
            series.symbol = gradientSymbol(series.symbol);
        series.values = stepValues(trace, k);
        TimeRow row{.series = {std::move(series)},
                    .quantity = k,
                    .heat = isHeat(snapshot.shape().hidden, choice.display)};
        if (choice.gradients)
            setGradientScale(row);
        else
            setQuantityScale(row, quantity, k == cell.hiddenState(), colors);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::pair<int, int> hiddenSteps(Position position, bool gradients, bool reversed, int steps) {
    const std::pair before{0, position.step}, after{position.step + 1, steps};
    if (!gradients) {
        if (position.phase != Phase::Forward)
            return {0, 0};
        return reversed ? before : after;
    }
    switch (position.phase) {
        case Phase::Forward:
        case Phase::Loss:
            return {0, steps};
        case Phase::Backward:
            return reversed ? after : before;
        case Phase::Clip:
        case Phase::Update:
            break;
    }
    return {0, 0};
}

DataTable timeData(const std::vector<TimeRow>& rows, int steps, bool gradients) {
    DataTable table;
    table.names.append("t");
    auto& times = table.columns.emplace_back(static_cast<std::size_t>(steps));
    for (int step = 0; step < steps; ++step)
        times[static_cast<std::size_t>(step)] = step + 1;
    for (const TimeRow& row : rows) {
        for (const TimeSeries& series : row.series) {
            QString name = gradients ? "grad_" + series.id : series.id;
            if (series.probability && !series.marks)
                name = "softmax";
            else if (series.marks && series.owned)
                name = "softmax_target";
            if (series.scaled.data) {
                addColumns(table, name, series.scaled, steps);
                addColumns(table, name + "_file", series.values, steps);
            } else {
                addColumns(table, name, series.values, steps);
            }
        }
    }
    return table;
}

}  // namespace rnnscope
