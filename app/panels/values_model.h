// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QItemSelection>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "app/panels/cell_values.h"

namespace rnnscope {

/// One column of a table of numbers.
struct NumberColumn {
    QString symbol;                            ///< with _ before what is a subscript
    QString name;                              ///< in words
    QString key;                               ///< where it is copied to: "f", "grad_f"
    QString id;                                ///< of the colour
    std::optional<std::size_t> quantity = {};  ///< of the cell
    bool gradient = false;

    bool operator==(const NumberColumn&) const = default;
};

/// Numbers of one step as a table: three digits on show, all of them in tool tips and copies. The
/// values are read from the record where they lie.
class NumberModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<NumberColumn>& columns() const { return columns_; }
    /// Nothing where there is none, or where it has not been played.
    virtual std::optional<double> number(int row, int column) const = 0;
    /// As on the screen; empty for nothing.
    virtual QString shown(int row, int column) const;
    /// What a row is, in words.
    virtual QString rowName(int row) const = 0;

    /// Cells in all digits, tab-separated, a line a row; rows of the selection from top to bottom.
    QString copied(const QItemSelection& selection) const;
    /// Everything, with the columns' keys above.
    QString copiedWhole() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// The numbers of these rows may be others.
    void touch(int firstRow, int lastRow);

  protected:
    /// Resets the table only where its shape is another.
    void setShape(int rows, std::vector<NumberColumn> columns);

  private:
    int rows_ = 0;
    std::vector<NumberColumn> columns_;
};

/// Where a table's numbers are taken from.
struct StepSource {
    std::shared_ptr<const Snapshot> snapshot;
    std::size_t trace = 0;
    int step = 0;  ///< time from 0
    CellProgress progress;
    bool lossKnown = false;
};

/// A row a unit, a column a quantity; in the backward pass ∂L/∂ beside it.
class UnitNumbers : public NumberModel {
    Q_OBJECT

  public:
    using NumberModel::NumberModel;

    void show(const StepSource& source);
    const StepSource& source() const { return source_; }
    std::optional<double> number(int row, int column) const override;
    QString rowName(int row) const override;

  private:
    StepSource source_;
};

/// Input, target, output and loss of the step; a row for each of their values.
class SequenceNumbers : public NumberModel {
    Q_OBJECT

  public:
    using NumberModel::NumberModel;

    void show(const StepSource& source);
    std::optional<double> number(int row, int column) const override;
    QString shown(int row, int column) const override;
    QString rowName(int row) const override;

  private:
    StepSource source_;
};

}  // namespace rnnscope
