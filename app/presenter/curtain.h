// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// Between the class and the window: a picture of how it stood, or black. Takes the pointer, so
/// that nobody clicks at what is no longer there; keys go on to the window.
class Curtain : public QWidget {
    Q_OBJECT

  public:
    explicit Curtain(QWidget* window);

    void setTheme(const Theme& theme);
    /// A picture of the window, with a small sign that it stands still.
    void showPicture(const QPixmap& picture);
    void showBlack();
    void lift();
    bool isBlack() const { return isVisibleTo(parentWidget()) && picture_.isNull(); }
    bool isFrozen() const { return isVisibleTo(parentWidget()) && !picture_.isNull(); }
    const QPixmap& picture() const { return picture_; }
    /// Where the sign stands that the picture stands still: on the rim that surrounds the cards, so
    /// that it hides none of their buttons.
    QRectF sign() const;

  signals:
    void clicked();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    Theme theme_;
    QPixmap picture_;
};

}  // namespace rnnscope
