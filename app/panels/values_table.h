// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <optional>

#include "app/panels/values_model.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// What a table shows beside its numbers.
struct NumberLook {
    Theme theme;
    int unit = -1;                           ///< row that is looked at everywhere; −1: none
    std::optional<std::size_t> marked = {};  ///< quantity that is pointed at
};

/// Digits before and after the decimal point for which a column has room.
struct NumberRoom {
    int before = 2, after = 4;

    void include(const QString& text);
    double width(const QString& symbol, const Theme& theme) const;
};

/// A table of numbers, aligned at their decimal points, that copies in full precision.
class NumberTable : public QTableView {
    Q_OBJECT

  public:
    NumberTable(NumberModel* model, const NumberLook& look, QWidget* parent = nullptr);

    void setLook(const NumberLook& look);
    const NumberLook& look() const { return look_; }
    const NumberModel& numbers() const { return *model_; }
    const NumberRoom& room(int column) const { return rooms_[std::size_t(column)]; }
    /// The numbers may be others: what is in sight is drawn anew.
    void renew();
    /// Height with so many rows.
    int heightOf(int rows) const;
    void copySelection() const;

  signals:
    void quantityPointed(std::optional<std::size_t> quantity);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

  private:
    void pointAt(int column);
    void style();
    void widen();
    std::pair<int, int> seenRows() const;

    NumberModel* model_;
    NumberLook look_;
    std::vector<NumberRoom> rooms_;
    QString styledFor_;
    std::optional<std::size_t> pointed_;
};

}  // namespace rnnscope
