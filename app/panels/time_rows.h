// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/panel.h"
#include "app/plot/colormap.h"

namespace rnnscope {

/// What one time plot shows.
enum class TimeContent { Inputs, Gates, CellState, Hidden };
/// How: lines for few units and a heatmap for many, or always one of them.
enum class TimeDisplay { Automatic, Lines, Heatmap };

/// Most units that are drawn as lines where the plot may choose, and where it must not.
inline constexpr int mostLines = 8;
inline constexpr int mostForcedLines = 32;

/// Units × steps, looked at where they lie: nothing is copied. Valid as long as the snapshot is.
struct StepValues {
    const double* data = nullptr;  ///< unit 0 at step `firstStep`
    int units = 0;
    int steps = 0;
    std::ptrdiff_t unitStride = 1;
    std::ptrdiff_t stepStride = 1;  ///< negative for a trace that runs back in time
    int firstStep = 0;              ///< of the sequence; T − 1 for a read-out at the last step

    bool covers(int step) const { return step >= firstStep && step < firstStep + steps; }
    double at(int unit, int step) const {
        return data[unit * unitStride + (step - firstStep) * stepStride];
    }
};

StepValues stepValues(const Eigen::MatrixXd& matrix, int steps);
StepValues stepValues(const Trace& trace, std::size_t quantity);

/// Least and largest finite value, clamped to ±1e240; (0, 0) where nothing is finite.
std::pair<double, double> finiteExtent(const StepValues& values);

struct TimeSeries {
    QString id{};      ///< of the colour, and of the data's columns: "f", "input"
    QString symbol{};  ///< "f", "∂L/∂f"
    QString name{};    ///< short: "forget"
    QString title{};   ///< full, for the hover: "forget gate"
    StepValues values{};
    QStringList unitNames{};                         ///< empty: units are numbered
    bool marks = false;                              ///< the right class: points, not a line
    bool probability = false;                        ///< on an axis 0 … 1 of its own
    std::shared_ptr<const Eigen::MatrixXd> owned{};  ///< where `values` were computed for this
    StepValues scaled{};  ///< as the network has them, where `values` are in a file's own units

    QString unitName(int unit) const;
};

/// One strip of a time plot. A heatmap shows the first series, marks the second.
struct TimeRow {
    std::vector<TimeSeries> series{};
    std::optional<std::size_t> quantity{};  ///< of the cell; none of inputs and read-outs
    bool heat = false;
    ColorScale scale{};        ///< of the heatmap
    double low = 0, high = 1;  ///< of the lines' axis
    QString note{};            ///< beside the names, where there is room

    const TimeSeries& first() const { return series.front(); }
};

struct TimeChoice {
    TimeContent content = TimeContent::Hidden;
    std::size_t trace = 0;
    bool gradients = false;  ///< ∂L/∂(value); only where the snapshot has them
    TimeDisplay display = TimeDisplay::Automatic;

    bool operator==(const TimeChoice&) const = default;
};

/// Ids of what a plot draws: of the cell's quantities, or "input", "target", "output".
std::vector<std::string_view> drawnIn(const Cell& cell, TimeContent content);
/// How many strips there would be; 0 where the cell has no such quantity.
int timeRowCount(const Snapshot& snapshot, TimeContent content, TimeDisplay display,
                 bool gradients);
std::vector<TimeRow> timeRows(const Snapshot& snapshot, const TimeChoice& choice,
                              SignedColors colors = SignedColors::Light);

/// What has not been played yet, as steps [first, second); empty where all is shown. Values appear
/// in the forward pass, gradients in the backward pass; the reverse direction runs the other way.
std::pair<int, int> hiddenSteps(Position position, bool gradients, bool reversed, int steps);

/// The rows as columns: t from 1, then each unit. NaN where a series has no value at a step.
DataTable timeData(const std::vector<TimeRow>& rows, int steps, bool gradients);

}  // namespace rnnscope
