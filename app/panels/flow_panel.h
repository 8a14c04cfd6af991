// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <array>
#include <optional>
#include <vector>

#include "app/panels/flow_matrix.h"
#include "app/panels/flow_paint.h"
#include "app/panels/panel.h"

class QAbstractButton;
class QCPAxisRect;
class QCustomPlot;

namespace rnnscope {

class Heatmap;

/// Id "flow": how much each step's loss depends on each step's state, as a matrix of colours on one
/// scale for all networks and updates. A cell pointed at is marked wherever time runs; a cell
/// clicked asks for the product of Jacobians between its two times.
class FlowPanel : public Panel {
    Q_OBJECT

  public:
    explicit FlowPanel(const Theme& theme, QWidget* parent = nullptr);
    ~FlowPanel() override;

    unsigned needs() const override { return FlowAnalysis; }
    /// Which carried state, where there are several; and "pin".
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override;
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    /// Which of the cell's carried states is shown, from 0: h, then c.
    void setState(std::size_t state);
    std::size_t state() const { return state_; }
    /// Keeps the present matrix beside those to come, or lets it go.
    void setPinned(bool on);
    bool isPinned() const { return pinned_.has_value(); }
    /// 10⁻¹² … 10⁶ instead of 10⁻⁶ … 1.
    void setWide(bool on);
    bool isWide() const { return wide_; }

    /// The words in place of a matrix; empty where there is one.
    QString message() const;
    /// The chosen span, of the trace that is shown.
    std::optional<Span> span() const { return shownSpan(); }
    /// What the strip tells of the chosen span.
    QString stripText() const;
    /// What is told about a cell under the pointer; HTML.
    QString hoverText(const FlowMatrix& matrix, const FlowCell& cell) const;
    /// Middle of a cell of the present matrix, in this widget's pixels.
    QPoint pointOf(int loss, int state) const;
    /// The present matrix and, before it, the pinned one.
    std::vector<const FlowMatrix*> shown() const;

  protected:
    void refresh() override;
    void moveCursor() override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Map {
        FlowMatrix matrix;
        FlowCells cells;
        QCPAxisRect* rect = nullptr;
        Heatmap* heat = nullptr;
    };

    void adoptSpan();
    void readMatrices();
    void rebuild();
    void fill(int mostCells);
    void style();
    void layOut(const QSizeF& size);
    std::optional<Span> shownSpan() const;
    void makeTool();
    bool overBar(const QPointF& position) const;
    void replot();
    void updateTool();
    void describe();
    FlowFrame frame() const;
    struct Hit {
        const FlowMatrix* matrix;
        FlowCell cell;
        bool present;
    };
    std::optional<Hit> hit(const QPointF& position) const;
    void point(std::optional<FlowCell> cell);
    void choose(std::optional<Span> span);

    std::vector<Map> maps_;  // the pinned one first
    std::optional<FlowMatrix> pinned_;
    std::size_t state_ = 0;
    bool wide_ = false;
    std::optional<FlowCell> pointed_;
    std::optional<Span> span_;
    bool byKeyboard_ = false;             // focused with Tab: shown by a frame
    bool asked_ = false;                  // span_ is newer than what has been worked out
    std::weak_ptr<const Analyses> seen_;  // the last that span_ was compared with
    QSizeF area_;                         // laid out for
    QCustomPlot* plot_;
    QWidget* overlay_;
    bool paintsCursor_ = false;  // into the plot itself, for figures
    QPointer<QWidget> tool_;
    QPointer<QWidget> states_;
    std::vector<QAbstractButton*> stateButtons_;
    QPointer<QAbstractButton> pin_;
};

}  // namespace rnnscope
