// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QPointer>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/gradient_curves.h"
#include "app/panels/gradient_legend.h"
#include "app/panels/panel.h"

class QCPAbstractItem;
class QCPGraph;
class QCustomPlot;
class QLabel;
class QMouseEvent;

namespace rnnscope {

/// Id "gradients": how large the gradient is at every step, on an absolute logarithmic axis; the
/// curves become full where the backward pass has been.
class GradientPanel : public Panel {
    Q_OBJECT

  public:
    explicit GradientPanel(const Theme& theme, QWidget* parent = nullptr);

    /// The verdict, a chip.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {720, 400}; }
    DataTable data() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// One of several networks on the same axis: its numbers, names and legend are left to whoever
    /// holds them all. Goes with the snapshot or view that is set next.
    void setShared(const LogAxis& axis);
    /// Keys at both ends, step s at s + 1; nothing: the whole sequence.
    void setTimeRange(std::optional<std::pair<double, double>> range);
    std::pair<double, double> timeRange() const;
    /// The plot, in this widget's pixels.
    QRectF plotRect() const;

    /// What is drawn at present, for tests and screen readers.
    const LogAxis& axis() const { return axis_; }
    std::optional<PlayedSteps> played() const;
    QString verdict() const;
    /// The words in the middle of an empty plot; empty where there are curves.
    QString message() const;
    /// Step from 0 at which the words "overflowed here" stand.
    std::optional<int> overflowStep() const { return overflow_; }
    /// What is told about a step under the pointer; HTML.
    QString hoverText(int step) const;
    /// Where step `step` stands, in this widget's pixels.
    QPoint pointOf(int step) const;

  protected:
    void refresh() override;
    void moveCursor() override;
    bool drawsGhost() const override { return true; }
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    std::vector<LegendChip> legend() const;
    LegendChip verdictChip() const;
    qreal layOutLegend(std::vector<LegendChip>& chips, qreal width) const;
    void layOut();
    void style();
    void fillPlot();
    QCPGraph* addCurve(const GradientCurve& curve);
    void updateChip();

    void setLines(bool faint, bool wide = false);
    /// The curves in full colours, over some steps.
    void paintCurves(QCPPainter& painter, const PlayedSteps& part, bool pointedOnly = false);
    bool isPointed(const GradientCurve& curve) const;
    void showPointed();
    /// The state whose curve or chip lies there.
    std::optional<std::size_t> stateAt(const QPointF& point) const;
    QPixmap pictureOfCurves(bool pointedOnly);
    void paintScreenOverlay(QCPPainter& painter);
    void paintMarks(QCPPainter& painter) const;
    bool isReverse() const;
    std::optional<Decay> decay() const;
    std::optional<Decay> decayOf(const Snapshot& snapshot) const;
    /// The verdict of before, where it was another.
    QString verdictBefore() const;
    QRectF plotArea() const;
    qreal xOf(int step) const;
    int stepAt(qreal x) const;
    void hover(QMouseEvent* event);

    bool isSeen(int step) const;

    std::vector<GradientCurve> curves_;
    std::optional<LogAxis> shared_;
    std::optional<std::pair<double, double>> range_;
    std::vector<GradientCurve> before_;  // as they were before the latest change
    LogAxis axis_{-8, 2};
    std::optional<int> zero_, overflow_;  // steps marked
    QCustomPlot* plot_;
    std::vector<QCPGraph*> graphs_;  // of the curves; those of before stand behind them
    QWidget* overlay_;
    QCPAbstractItem* figureOverlay_;  // the same painting inside the plot, for figures
    // The curves in full colours, and those pointed at again, wider; null: to be drawn anew.
    QPixmap full_, pointed_;
    std::optional<std::size_t> pointedState_;
    QPointer<QLabel> chip_;
    bool dragging_ = false;
};

}  // namespace rnnscope
