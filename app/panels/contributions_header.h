// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/plot/theme.h"

class QLabel;

namespace rnnscope {

class Segments;

/// The panel's switches for a title line: what is shown, of which loss. A chip before them warns
/// where there is room for it.
class ContributionsHeader : public QWidget {
    Q_OBJECT

  public:
    explicit ContributionsHeader(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setState(bool weights, bool lastLoss, bool lossesDiffer);
    /// `detail` stands in the chip's tool tip. No chip for an empty text.
    void setAlarm(const QString& text, const QString& detail, const QString& tone);

    Segments* views() const { return views_; }
    Segments* losses() const { return losses_; }
    QLabel* chip() const { return chip_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void weightsChosen(bool on);
    void lastLossChosen(bool on);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void arrange();
    void setShort(bool on);
    int switchesWidth() const;

    Theme theme_;
    QLabel* chip_;
    Segments *views_, *losses_;
    bool short_ = false;
    int longWidth_ = 0, shortWidth_ = 0;  // of all switches, by the length of their words
};

}  // namespace rnnscope
