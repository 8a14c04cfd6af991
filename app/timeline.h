// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetricsF>
#include <QList>
#include <QRectF>
#include <QWidget>

#include <optional>

#include "app/playhead.h"
#include "app/plot/theme.h"

namespace rnnscope {

/// Where one pass lies along the timeline, in pixels from its left edge: a track for the forward
/// pass, a dot for the loss, a track for the backward pass that goes on to the right, and dots for
/// clipping and the update. Each step owns an equal share of its track and sits in its middle.
struct TimelineGeometry {
    int length = 1;
    bool hasGradient = true;
    double forwardBegin = 0, forwardEnd = 0;
    double loss = 0;
    double backwardBegin = 0, backwardEnd = 0;
    double clip = 0, update = 0;
};

/// Works from 150 pixels at scale 1 on; below that the tracks keep a width of one pixel.
TimelineGeometry timelineGeometry(double width, double scale, int length, bool hasGradient);
double xOf(Position position, const TimelineGeometry& geometry);
/// The position whose share of the line x falls into; inverse of xOf for every position.
Position positionAtX(double x, const TimelineGeometry& geometry, int update);

/// A text above the line; rects never overlap, and what does not fit is shortened or left out.
struct TimelineLabel {
    QString text;
    QRectF rect;
};
QList<TimelineLabel> timelineLabels(const TimelineGeometry& geometry, const QFontMetricsF& metrics,
                                    double width, double top);

/// The colour that stands for a phase: forward accent, backward and clipping the gradient's.
QColor phaseColour(Phase phase, const Theme& theme);

/// A focus ring is for whoever came by keyboard; coming back to the window leaves it as it was.
bool showsFocusRing(Qt::FocusReason reason, bool shown);

/// The one timeline: click to jump, drag the handle, wheel to step, keys when focused.
class Timeline : public QWidget {
    Q_OBJECT

  public:
    explicit Timeline(Playhead* playhead, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    Playhead* playhead() const { return playhead_; }
    TimelineGeometry geometryNow() const;
    /// What lies under the pointer; absent when the pointer is elsewhere.
    std::optional<Position> hovered() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;
    void hideEvent(QHideEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

  private:
    double lineY() const;
    bool overHandle(QPointF point) const;
    void endDrag();
    void announce();
    void paintTracks(QPainter&, const TimelineGeometry&) const;
    void paintLabels(QPainter&, const TimelineGeometry&) const;
    void paintHandle(QPainter&, const TimelineGeometry&) const;
    void paintHint(QPainter&, const TimelineGeometry&) const;

    Playhead* playhead_;
    Theme theme_;
    std::optional<double> pointer_;   // x of the mouse
    std::optional<double> dragging_;  // x of the mouse minus that of the handle, while dragging
    bool overHandle_ = false;
    bool resume_ = false;        // was playing when the drag began
    bool keyboardRing_ = false;  // focus came by keyboard
    int wheel_ = 0;              // rest of the wheel's turn, in eighths of a degree
};

}  // namespace rnnscope
