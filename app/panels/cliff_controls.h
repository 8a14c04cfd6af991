// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/panels/cliff_model.h"
#include "app/plot/theme.h"

class QAction;
class QLabel;
class QToolButton;

namespace rnnscope {

class Dial;
class TransportButton;

/// Steps, learning rate and threshold of the cliff, in as many rows as the width asks for.
class CliffControls : public QWidget {
    Q_OBJECT

  public:
    explicit CliffControls(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setState(const CliffChoice& choice, int step, bool playing);
    /// Height of all, or of the buttons alone, at a width.
    int heightFor(int width, bool dials) const;
    void arrange(const QRect& rect, bool dials);

    QAction* backAction() const { return back_; }
    QAction* playAction() const { return play_; }
    QAction* nextAction() const { return next_; }
    QAction* endAction() const { return end_; }
    TransportButton* button(QAction* action) const;
    QToolButton* resetButton() const { return reset_; }
    Dial* rate() const { return rate_; }
    Dial* threshold() const { return threshold_; }

  signals:
    void resetWanted();
    void rateWanted(double rate);
    void thresholdWanted(double threshold);

  private:
    int rowHeight() const;
    int buttonsWidth() const;
    int dialWidth() const;
    void styleDial(Dial* dial) const;

    Theme theme_;
    QAction *back_, *play_, *next_, *end_;
    std::vector<TransportButton*> buttons_;
    QToolButton* reset_;
    QLabel* where_;
    Dial *rate_, *threshold_;
};

}  // namespace rnnscope
