// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QUndoStack>
#include <optional>

#include "core/drawing.h"

namespace rnnscope {

/// A drawing as a table, steps × columns, with its own way back. Both views of it, the plot and the
/// table, show and change this one.
class DrawingModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    explicit DrawingModel(Drawing drawing, QObject* parent = nullptr);

    const Drawing& drawing() const { return drawing_; }
    QUndoStack& undoStack() { return undo_; }

    /// Makes another drawing the present one, as one step of undo; an error is told by refused().
    void change(const Result<Drawing>& next, const QString& text);

    /// A column while a stroke goes on: seen at once, undone as a whole once it is finished.
    void sketch(Index column, const Eigen::VectorXd& values);
    void finishSketch(const QString& text);
    void dropSketch();
    bool isSketching() const { return before_.has_value(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  signals:
    void drawingChanged();
    /// One line for the user: what was not done, and why.
    void refused(const QString& line);

  private:
    class ChangeCommand;
    void replace(const Drawing& next);
    void show(const Drawing& next);

    Drawing drawing_;
    std::optional<Drawing> before_;  ///< the stroke that goes on
    QUndoStack undo_;
};

}  // namespace rnnscope
