// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QScrollArea>
#include <functional>
#include <memory>
#include <vector>

#include "app/dial.h"
#include "app/document.h"
#include "app/plot/theme.h"

class QHBoxLayout;
class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace rnnscope {

class HoldField;
class QuietCombo;
class Segments;
class SetupThumbnail;

/// Everything that can be chosen, in one column. Each control acts at once and shows what the
/// document holds; none keeps a value of its own.
class SetupColumn : public QScrollArea {
    Q_OBJECT

  public:
    explicit SetupColumn(Document* document, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// The controls, by what they change; for tours that point at them, and for tests.
    struct Controls {
        QuietCombo *target, *scaling, *readout, *loss, *start, *cell, *recurrent, *biases;
        QuietCombo *optimizer, *fresh;
        Dial *units, *forgetBias, *radius, *inputScale, *length;
        Dial *rate, *updates, *window, *forcing, *threshold;
        QSpinBox *layers, *sequences, *shown;
        Segments *directions, *clipping;
        QLabel *steps, *parameters, *weights, *engaged, *edited;
        HoldField* holds;
        QToolButton *openWeights, *seededWeights, *clearEdits, *bothStarts;
        QWidget *scalingRow, *shownRow;
    };
    const Controls& controls() const { return ui_; }
    /// Unfolds and scrolls to a control.
    void showControl(QWidget* control);
    /// The buttons that show what is changed less often, from the top.
    const std::vector<QToolButton*>& moreButtons() const { return mores_; }
    /// How it shows a dialog; by itself it opens it.
    void setDialogOpener(std::function<void(QDialog*)> open) { openDialog_ = std::move(open); }

  signals:
    /// Asks for a file of weights to be chosen and loaded.
    void weightsRequested();

  private:
    using Edit = std::function<void(Setup&)>;

    void addHeading(const QString& text, QLabel* aside = nullptr);
    QWidget* addRow(const QString& label, QWidget* control, const QString& tip = {});
    void addMore();
    void endMore();
    QLabel* valueLabel();
    Dial* addDial(const QString& label, const DialScale& scale, const QString& tip);
    void buildSequence();
    void buildShown();
    void buildStartState();
    void buildNetwork();
    void buildStart();
    void buildHolds();
    void buildEdits();
    void buildWeights();
    void buildLearning();
    void buildBatch();
    void buildClipping();
    void connectDial(Dial* dial, const QString& text, const QString& key,
                     std::function<void(Setup&, std::optional<double>)> set);

    void alter(const QString& text, const Edit& edit, const QString& key = {});
    void chooseTarget(int index);
    void chooseStartState(int index);
    void chooseFile(const QString& title, const QString& filter,
                    const std::function<void(const QString&)>& chosen);

    void refresh();
    void refreshChoices(const Setup& setup);
    void refreshNetwork(const Setup& setup);
    void refreshLearning(const Setup& setup);
    void refreshNumbers();
    void refreshEdits();
    void fillCells(const Cell* current, bool given);
    /// Sizes that a file of weights gives, once they are known.
    const NetworkShape* givenShape() const;

    Document* document_;
    std::function<void(QDialog*)> openDialog_ = &QDialog::open;
    Theme theme_;
    QWidget* card_;
    QVBoxLayout* column_;
    QVBoxLayout* section_ = nullptr;
    QVBoxLayout* outer_ = nullptr;        // the section around what addMore() began
    QHBoxLayout* headingLine_ = nullptr;  // of the section
    SetupThumbnail* thumbnail_;
    Controls ui_{};
    std::vector<QLabel*> labels_, values_;
    std::vector<QToolButton*> mores_;
    std::vector<Dial*> dials_;
    std::vector<QuietCombo*> combos_;
    std::vector<QVBoxLayout*> sections_, moreRows_;
    // What the network has of itself, for the problem it was taken from.
    std::shared_ptr<const Problem> measured_;
    double ownBias_, ownRadius_;
};

}  // namespace rnnscope
