// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <optional>
#include <vector>

#include "app/panels/panel.h"
#include "app/panels/unrolled_layout.h"

class QHelpEvent;
class QLabel;

namespace rnnscope {

struct UnrolledScene;

/// The network unrolled around the current step: a box a step with its hidden state as bars, the
/// state flowing forward between them and the gradient flowing back, as wide as it is strong.
class UnrolledPanel : public Panel {
    Q_OBJECT

  public:
    explicit UnrolledPanel(const Theme& theme, QWidget* parent = nullptr);

    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {1050, 230}; }
    DataTable data() const override;
    QString summary() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where everything stands in the widget now; for mouse and tests.
    UnrolledLayout layoutNow() const;
    QString tipAt(QPointF point) const;
    QString hint() const;

  signals:
    /// A box of another layer was clicked.
    void layerRequested(int layer);

  protected:
    void refresh() override;
    void moveCursor() override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    struct Drag {
        QPointF from;
        int start = 0;  ///< step of the playhead at the press
        int asked = 0;  ///< step asked for last
        bool moved = false;
    };

    View safeView() const;
    UnrolledScene scene() const;
    void paint(QPainter& painter, const QRectF& area) const;
    void refreshHint();

    std::vector<double> stateNorms_, gradientNorms_;  // of the viewed trace, per step
    double limit_ = 1;                                // |h| of a full bar
    QPointer<QLabel> hint_;
    std::optional<Drag> drag_;
    int wheel_ = 0;  // rest of the wheel's turn, in eighths of a degree
};

}  // namespace rnnscope
