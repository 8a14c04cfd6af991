// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// Dims a window but for a disc around the pointer. Lets every click through.
class SpotlightLayer : public QWidget {
    Q_OBJECT

  public:
    explicit SpotlightLayer(QWidget* window);

    void setTheme(const Theme& theme);
    void setOn(bool on);
    bool isOn() const { return isVisibleTo(parentWidget()); }
    /// Its middle, in the window's coordinates.
    void moveTo(const QPointF& middle);
    /// Larger by so many steps of the wheel, or smaller.
    void grow(double steps);
    /// In pixels of the window.
    double radius() const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QRect disc() const;

    Theme theme_;
    QPointF middle_;
    double size_ = 1;  // times the first
};

}  // namespace rnnscope
