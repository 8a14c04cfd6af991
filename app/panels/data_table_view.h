// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <functional>

#include "app/panels/data_table_model.h"

namespace rnnscope {

/// Where a table of numbers comes from; asked only while the table is seen.
struct TableSource {
    std::function<DataTable()> data;
    std::function<View()> view;
    std::function<bool()> moves;  ///< as Panel::dataMoves()
};

/// The numbers behind a plot, to be read, walked through by keyboard and copied (Ctrl+C). The row
/// of the playhead is marked and kept in sight.
class DataTableView : public QTableView {
    Q_OBJECT

  public:
    /// `title` is the panel's.
    DataTableView(const QString& title, TableSource source, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    const DataTableModel& numbers() const { return *model_; }

    /// The numbers may be others: taken anew before the next painting, or when next seen.
    void renew();
    /// The playhead has moved.
    void follow();

  protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void fill();
    void place();
    void widen();

    QString title_;
    TableSource source_;
    Theme theme_;
    DataTableModel* model_;
    bool stale_ = true;
    bool asked_ = false;  // fill() is queued already
};

}  // namespace rnnscope
