// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// The groove and handle of a dial. Knows positions from 0 to 1 only; what they mean, and whether a
/// move is accepted, is its owner's: nothing moves before setPosition().
class SetupSlider : public QWidget {
    Q_OBJECT

  public:
    explicit SetupSlider(QWidget* parent = nullptr);

    double position() const { return position_; }
    void setPosition(double position);
    /// Faint: nothing was chosen, the position only says what is there.
    void setFaint(bool faint);
    void setTheme(const Theme& theme);
    /// What a screen reader is told.
    void setSpoken(double value, double low, double high, double step, const QString& text);

    /// The handle's centre in pixels, and its reverse.
    double xOf(double position) const;
    double positionAt(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void moved(double position);     ///< by mouse
    void stepped(int steps);         ///< by key or wheel
    void sentToEnd(bool high);       ///< Home or End
    void valueWanted(double value);  ///< by an assistive program
    void released();                 ///< mouse or key let go, or the wheel came to rest
    void typingWanted();             ///< Return or F2

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

  private:
    friend class SliderAccess;
    void endSeries();

    Theme theme_;
    double position_ = 0;
    bool faint_ = false;
    bool dragging_ = false;
    bool inSeries_ = false;  // moved and not yet released
    double grip_ = 0;        // pointer minus the handle's centre
    int wheelRest_ = 0;      // eighths of a degree not yet spent
    class QTimer* wheelPause_;
    double spoken_ = 0, spokenLow_ = 0, spokenHigh_ = 1, spokenStep_ = 0;
    QString spokenText_;
};

}  // namespace rnnscope
