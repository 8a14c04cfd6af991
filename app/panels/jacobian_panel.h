// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <optional>
#include <vector>

#include "app/panels/gradient_legend.h"
#include "app/panels/jacobian_curves.h"
#include "app/panels/panel.h"

class QCustomPlot;
class QLabel;

namespace rnnscope {

class FastGraph;

/// Id "jacobians": singular values and spectral radius of the one-step Jacobian at every step, on a
/// logarithmic axis, with what the theory concludes from them.
class JacobianPanel : public Panel {
    Q_OBJECT

  public:
    explicit JacobianPanel(const Theme& theme, QWidget* parent = nullptr);
    ~JacobianPanel() override;

    unsigned needs() const override { return SpectrumAnalysis; }
    /// The verdict, a chip.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override;
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The words in place of curves; empty where there are some.
    QString message() const;
    QString verdict() const;
    const LogAxis& axis() const { return axis_; }
    const std::optional<SpectrumFacts>& facts() const { return facts_; }
    /// What is told about a step under the pointer; HTML.
    QString hoverText(int step) const;
    /// Where a step stands, in this widget's pixels.
    QPoint pointOf(int step) const;

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
    const Spectrum* spectrum() const;
    int shownSteps() const;
    bool isReverse() const;
    void fill();
    void style();
    void layOut(const QSizeF& size);
    void updateChip();
    std::vector<LegendChip> legend(double width, bool withVerdict) const;

    QRectF plotArea() const;
    double xOf(int step) const;
    double yOf(double size) const;
    int stepAt(double x) const;
    /// Regions under and over 1, the bands of singular values: behind the lines.
    void paintGround(QPainter& painter) const;
    void paintBand(QPainter& painter, const SpectrumFan::Band& band) const;
    /// The legend, or what is said in place of curves.
    void paintLabels(QPainter& painter) const;
    void paintRegionWords(QPainter& painter) const;
    void paintBound(QPainter& painter) const;
    void paintWords(QPainter& painter, const QStringList& texts, double y, bool above, bool beside,
                    bool strong, const QColor& ground) const;
    /// Curtain, the line at 1, the bound and their words, playhead with read-outs.
    void paintCursor(QCPPainter& painter) const;

    std::optional<SpectrumFacts> facts_;
    SpectrumFan fan_;
    LogAxis axis_{-3, 1};
    QSizeF area_;  // laid out for
    double legendHeight_ = 0;
    bool inFigure_ = false;  // cursor and verdict go into the plot itself
    bool dragging_ = false;
    QCustomPlot* plot_;
    QWidget* overlay_;
    QPointer<QLabel> chip_;
};

}  // namespace rnnscope
