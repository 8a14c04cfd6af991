// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QItemSelection>
#include <utility>

#include "app/panels/panel.h"

namespace rnnscope {

/// A panel's numbers, a row each: three significant digits on show, all 17 in tool tips and copies.
/// Nothing is kept for a cell but its number.
class DataTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Resets the table only where its shape or its columns are others.
    void show(DataTable table);
    const DataTable& table() const { return table_; }
    void setTheme(const Theme& theme);

    /// The rows, first and last, of what is looked at: of the step, the update or the unit,
    /// whichever the first column counts; of several rows of one step all. Absent where it counts
    /// none of these, or has no such row.
    std::optional<std::pair<int, int>> rowsOf(const View& view) const;
    void mark(std::optional<std::pair<int, int>> rows);
    const std::optional<std::pair<int, int>>& marked() const { return marked_; }

    /// Cells in all digits, tab-separated, a line a row.
    QString copied(const QItemSelection& selection) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

  private:
    double number(int row, int column) const;
    bool isMarked(int row) const;
    QString told(int row, int column) const;

    DataTable table_;
    std::vector<bool> counts_;  // per column: whole numbers
    std::optional<std::pair<int, int>> marked_;
    Theme theme_ = Theme::light();
};

}  // namespace rnnscope
