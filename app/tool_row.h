// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QHash>
#include <QWidget>
#include <vector>

#include "app/document.h"
#include "app/plot/theme.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;
class QToolButton;

namespace rnnscope {

class Segments;

/// The sequence menu. Closed it says what is read and how long it is.
class SequenceCombo : public QComboBox {
    Q_OBJECT

  public:
    explicit SequenceCombo(QWidget* parent = nullptr);
    void addGroup(const QString& title);
    void addChoice(const QString& text, const QString& tip, const QString& id);
    void setClosedText(const QString& text);
    const QString& closedText() const { return closedText_; }

  protected:
    void paintEvent(QPaintEvent*) override;
    /// Arrows open the list; nothing is chosen unseen.
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QString closedText_;
};

/// The bar along the top: kind of cell, sequence, size, seed, and the ways in and out.
class ToolRow : public QWidget {
    Q_OBJECT

  public:
    /// `undo`, `redo` and `train` are the window's actions; the row only triggers and follows them.
    ToolRow(Document* document, QAction* undo, QAction* redo, QAction* train,
            QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Goes on from another one: which form of a cell comes back with its family.
    void goOnFrom(const ToolRow& before) { lastForm_ = before.lastForm_; }
    /// Puts a button for a checkable action beside the cells.
    void addCompare(QAction* action);
    QPushButton* compareButton() const { return compare_; }

    // Keys 1, 2, 3 for the cells and S for a new seed are actions(), in this order.

    Segments* cellButtons() const { return cells_; }
    SequenceCombo* sequence() const { return sequence_; }
    QSpinBox* units() const { return units_; }
    QSpinBox* seed() const { return seed_; }
    QToolButton* newSeedButton() const { return dice_; }
    QPushButton* trainButton() const { return train_; }

  signals:
    void openRequested();
    void drawRequested();
    void exportRequested();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void buildCells(QHBoxLayout* row);
    void buildSequence(QHBoxLayout* row);
    void buildNumbers(QHBoxLayout* row);
    void buildEnds(QHBoxLayout* row, QAction* undo, QAction* redo);
    void buildTrain(QHBoxLayout* row, QAction* train);
    QToolButton* actionButton(QAction* action);

    void chooseFamily(int index);
    void chooseSequence(int index);
    void setUnits(int units);
    void setSeed(std::uint64_t seed);
    void change(Setup next, const QString& text, const QString& key = {});

    void giveRoom();
    void fillSequences();
    void refresh();
    void refreshNumbers();

    Document* document_;
    Theme theme_;
    QStringList families_;
    QHash<QString, std::string> lastForm_;  // of each family, so that ReLU comes back with RNN
    Segments* cells_;
    SequenceCombo* sequence_;
    QString listedFile_;  // the opened file in the menu
    QSpinBox *units_, *seed_;
    QToolButton *dice_, *undo_, *redo_;
    QPushButton *train_, *open_, *export_;
    QPushButton* compare_ = nullptr;
    QAction* trainAction_;
    std::vector<QLabel*> labels_;
    QTimer* pause_;  // turns of a spin box in a row are one step of undo
};

}  // namespace rnnscope
