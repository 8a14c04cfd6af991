// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QRegion>
#include <QTimer>
#include <QWidget>

#include "app/plot/theme.h"

namespace rnnscope {

/// Over everything in a window: what is drawn here with the mouse or a pen fades and is gone some
/// seconds after the last stroke, so that a figure of several strokes goes as a whole. Takes the
/// pointer only while the pen is on, and never a key.
class PenLayer : public QWidget {
    Q_OBJECT

  public:
    explicit PenLayer(QWidget* window);

    void setTheme(const Theme& theme) { theme_ = theme; }
    /// Whether the pointer draws. What was drawn stays until its time is over.
    void setOn(bool on);
    bool isOn() const { return on_; }
    /// A stroke is being drawn.
    bool isDrawing() const { return drawing_; }
    void clear();
    /// That are to be seen.
    int strokes() const { return strokes_; }
    QColor colour() const;
    /// How long strokes stay once the pen has left the last of them, in ms.
    void setStays(int milliseconds) { stays_ = milliseconds; }

    static constexpr int fading = 700;  ///< ms

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    void drawTo(const QPointF& point);
    void fade();
    void appear();

    Theme theme_;
    bool on_ = false;
    bool drawing_ = false;
    int strokes_ = 0;
    int stays_ = 6000;
    // A stroke is drawn once, then copied: what plays beneath is painted 60 times a second.
    QImage ink_;
    QRegion inked_;  // the part of it that is not empty, coarsely
    QPointF last_;
    double opacity_ = 1;
    QElapsedTimer fades_;  // since it began to
    QTimer timer_;
};

}  // namespace rnnscope
