// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include "app/dialogs/drawing_model.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// A drawing's numbers: typed, copied in full precision, pasted, set to zero; steps come and go by
/// the context menu. Return edits, and goes on to the next step.
class DrawingTable : public QTableView {
    Q_OBJECT

  public:
    DrawingTable(DrawingModel* model, const Theme& theme, QWidget* parent = nullptr);

    /// Makes a cell the present one, and the only one that is selected.
    void choose(int step, int column);

  signals:
    /// Another cell is the present one.
    void currentMoved();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

  private:
    QRect selected() const;
    void copy() const;
    void paste();
    void zero();
    void insertSteps();
    void removeSteps();
    void fitColumns();
    void restoreCurrent();

    DrawingModel* model_;
    Theme theme_;
    int row_ = 0, column_ = 0;  ///< of the present cell, also while the model has none
};

}  // namespace rnnscope
