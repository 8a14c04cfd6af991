// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <utility>
#include <vector>

#include "app/plot/theme.h"
#include "core/table.h"

class QCPMarginGroup;
class QCustomPlot;

namespace rnnscope {

/// The chosen columns of a table over time, each in a strip with an axis of its own; what the
/// network is not given is pale.
class SequencePlot : public QWidget {
    Q_OBJECT

  public:
    explicit SequencePlot(const Theme& theme, QWidget* parent = nullptr);

    struct Line {
        Eigen::Index column;  ///< of the table
        bool target = false;
    };
    using Rows = std::pair<Eigen::Index, Eigen::Index>;  ///< [first, last) of the table
    /// Null: nothing to show yet.
    void setTable(std::shared_ptr<const Table> table, const std::vector<Line>& lines, Rows kept);
    Rows kept() const { return kept_; }
    QCustomPlot& plot() { return *plot_; }

  private:
    void addStrip(int row, const Table& table, const Line& line);

    Theme theme_;
    Rows kept_{0, 0};
    QCustomPlot* plot_;
    QCPMarginGroup* margins_;
};

}  // namespace rnnscope
