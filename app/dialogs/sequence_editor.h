// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>

#include "app/plot/theme.h"
#include "core/drawing.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace rnnscope {

class DrawingArea;
class DrawingModel;
class DrawingTable;
class Segments;

/// A sequence made by hand: drawn on the left, typed and pasted on the right. For open(): connect
/// to accepted(), then take setup().
class SequenceEditor : public QDialog {
    Q_OBJECT

  public:
    /// Begins with what was left there the last time, or else with a copy of the setup's sequence
    /// as it is seen when so many updates are taken, where it can be drawn.
    SequenceEditor(const Setup& setup, int update, std::optional<Drawing> left, const Theme& theme,
                   QWidget* parent = nullptr);

    /// The setup with the drawing in it. Only after accepted().
    const Setup& setup() const { return result_; }
    const Drawing& drawing() const;
    /// Whether there is something that would be lost.
    bool isChanged() const;

    void accept() override;
    void reject() override;

    DrawingModel* model() const { return model_; }
    DrawingArea* area() const { return area_; }
    DrawingTable* table() const { return table_; }
    /// The line at the bottom.
    QString status() const;

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    // sequence_editor_layout.cpp
    void build();
    QHBoxLayout* buildHead();
    QHBoxLayout* buildTools();
    QWidget* buildLeft();
    QWidget* buildRight();
    QHBoxLayout* buildFooter();
    void addUndo(QHBoxLayout* row);

    void beginWithScreen(bool undoable);
    void refresh();
    void showColumn();
    void showLine(const QString& line, bool wrong);
    QString summary() const;
    int currentColumn() const;
    void setTarget(int choice);
    void rename();
    void addColumn();
    void removeColumn();
    void fill(int starter);
    void saveCsv();

    Setup setup_, result_;
    int update_;
    Theme theme_;
    DrawingModel* model_;
    DrawingArea* area_ = nullptr;
    DrawingTable* table_ = nullptr;
    Segments* tools_ = nullptr;
    QSpinBox* length_ = nullptr;
    QComboBox* target_ = nullptr;
    QLineEdit* name_ = nullptr;
    QToolButton *add_ = nullptr, *remove_ = nullptr;
    QLabel* status_ = nullptr;
};

}  // namespace rnnscope
