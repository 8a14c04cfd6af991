// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <functional>
#include <memory>
#include <optional>

#include "app/panels/panel.h"
#include "app/panels/phase_plane_trail.h"
#include "core/analysis/plane.h"

class QCPAxis;
class QCustomPlot;

namespace rnnscope {

class PhasePlaneHeader;

/// Id "phase-plane": a state as a path in a plane, time along the path; in the backward pass the
/// direction in which the loss would fall.
class PhasePlanePanel : public Panel {
    Q_OBJECT

  public:
    explicit PhasePlanePanel(const Theme& theme, QWidget* parent = nullptr);
    ~PhasePlanePanel() override;

    /// Switches: components or units, which, and of which state.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {560, 440}; }
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    void setChoice(const PlaneChoice& choice);
    const PlaneChoice& choice() const { return choice_; }

    /// What is drawn at present, for tests and screen readers.
    const PlanePath& path() const { return path_; }
    /// Number on the path of a step from 0; the initial state is number 0.
    int numberOf(int step) const;
    /// Numbers up to this one are played.
    int playedTo() const;
    /// Whether the gradient at the playhead has been played.
    bool showsDescent() const;
    QString axisLabel(int axis) const;
    /// The words in place of a path; empty where there is one.
    QString message() const;
    /// What is told about a point of the path; HTML.
    QString hoverText(int number) const;
    /// Where it stands, in this widget's pixels.
    QPointF pointOf(int number) const;
    QRectF plotArea() const;

  protected:
    void refresh() override;
    void moveCursor() override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    /// One end of the arrow to the other, in pixels; nothing where it has no direction.
    struct Arrow {
        QPointF along;
        double size;
    };

    const Trace& values() const;
    const Quantity& quantity() const;
    QString symbol() const;
    /// Counted from 1, as it is shown.
    int unitOf(int axis) const;
    QString coordinateName(int axis) const;
    int stepOf(int number) const;
    QString timeText(int number) const;
    void readPath();
    void setRanges();
    void style();
    void layOut(const QSizeF& size);
    double fitTicks(QCPAxis& axis, double length,
                    const std::function<double(const QString&)>& extent) const;
    void placeReadOut();
    void updateHeader();
    void requestAt(const QPointF& place, double reach);
    std::optional<Arrow> arrow(int number) const;
    QColor hue() const;
    QColor shade(double part) const;
    QStringList readOut() const;

    void paintPath(QPainter& painter) const;
    void paintCursor(QCPPainter& painter);
    void paintStart(QPainter& painter) const;
    void paintMarkedPair(QPainter& painter) const;
    void paintNow(QPainter& painter) const;
    void paintReadOut(QPainter& painter) const;
    void paintTag(QPainter& painter, const QPointF& beside, const QPointF& side,
                  const QString& text, const QColor& ink) const;

    PlaneChoice choice_;
    PlanePath path_;
    std::weak_ptr<const Snapshot> source_;  // of the path
    std::pair<std::size_t, PlaneChoice> readFor_;
    double units_ = 0;  // end of both axes of units; 0: each has its own
    double low_ = 0;

    QCustomPlot* plot_;
    QWidget* overlay_;
    PlaneTrail trail_;
    QRectF readOutPlace_;  // empty: no room
    QPointer<PhasePlaneHeader> header_;
    bool inFigure_ = false;
    bool dragging_ = false;
};

}  // namespace rnnscope
