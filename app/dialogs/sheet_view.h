// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QTableView>
#include <map>
#include <optional>

#include "app/dialogs/sheet.h"
#include "app/plot/theme.h"

class QComboBox;

namespace rnnscope {

/// A cell of a file: the line and the column, both from 1.
struct CellPlace {
    std::size_t line;
    std::optional<std::size_t> column;
};

class SheetModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    explicit SheetModel(const Theme& theme, QObject* parent = nullptr);

    void setSheet(const Sheet& sheet);
    void setRoles(const std::vector<ColumnUse>& roles);
    void setWrong(std::optional<CellPlace> place);
    /// Where the wrong cell is; invalid if there is none among the rows.
    QModelIndex wrong() const;
    const Sheet& sheet() const { return sheet_; }
    const std::vector<ColumnUse>& roles() const { return roles_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    bool isWrong(const QModelIndex& index) const;
    int rowOf(std::size_t line) const;
    QString tip(std::size_t column) const;

    Theme theme_;
    Sheet sheet_;
    std::vector<ColumnUse> roles_;
    std::optional<CellPlace> wrong_;
    int wrongRow_ = -1;
};

/// Column names, and under each a box that says what the column is used for.
class RoleHeader : public QHeaderView {
    Q_OBJECT

  public:
    RoleHeader(const Theme& theme, QWidget* parent);

    /// Boxes exist for the columns in sight only; thousands would take seconds.
    void place();
    void refresh();
    /// Null where it was never in sight, or where the column has no choice.
    QComboBox* box(int column) const;
    QSize sizeHint() const override;

  signals:
    void roleChosen(int column, rnnscope::ColumnUse role);

  protected:
    void updateGeometries() override;

  private:
    const SheetModel* sheetModel() const;
    QComboBox* makeBox(int column);

    Theme theme_;
    std::map<int, QComboBox*> boxes_;
    bool placing_ = false;
};

/// The start of a file as a table, with a role for each column.
class SheetView : public QTableView {
    Q_OBJECT

  public:
    explicit SheetView(const Theme& theme, QWidget* parent = nullptr);

    void showSheet(const Sheet& sheet, const std::vector<ColumnUse>& roles);
    void setRoles(const std::vector<ColumnUse>& roles);
    /// Marks a cell and brings it into sight.
    void markWrong(std::optional<CellPlace> place);
    SheetModel* sheetModel() const { return model_; }
    RoleHeader* roleHeader() const { return header_; }

  signals:
    void roleChosen(int column, rnnscope::ColumnUse role);

  private:
    Theme theme_;
    SheetModel* model_;
    RoleHeader* header_;
};

}  // namespace rnnscope
