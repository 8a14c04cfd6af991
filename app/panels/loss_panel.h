// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/panels/loss_chart.h"
#include "app/panels/panel.h"

class QLabel;

namespace rnnscope {

/// Id "loss": the second timeline. The loss and the gradient's norms over all updates, live while
/// training; the handle at the shown update leads through them.
class LossPanel : public Panel {
    Q_OBJECT

  public:
    explicit LossPanel(const Theme& theme, QWidget* parent = nullptr);

    /// The last loss, a chip.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {720, 380}; }
    /// A row an update.
    DataTable data() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The words in the middle where there is nothing to see yet.
    QString message() const;
    /// "states every 8 updates, 12 kept, 1.1 of 64 MB".
    QString statesText() const;
    QString chipText() const;
    /// What is told about an update; HTML.
    QString hoverText(std::size_t update) const;
    const TrainingChart& chart() const { return chart_; }
    /// Where an update's handle stands, in this widget's pixels.
    QPoint handleOf(std::size_t update) const;

  protected:
    void refresh() override;
    void moveCursor() override {}
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    ChartContent content() const;
    QRectF chartArea(const QRectF& area) const;
    bool showsStates(const QRectF& area) const;
    void paintStill(QPainter& painter, const QRectF& area) const;
    void paintStates(QPainter& painter, const QRectF& area) const;
    double shownLoss() const;
    void updateChip();
    void request(std::size_t update);
    std::size_t shownUpdate() const;

    UpdateColumns own_, twin_;
    TrainingChart chart_;
    StillPicture still_;
    QPointer<QLabel> chip_;
    bool dragging_ = false;
    bool keyboardRing_ = false;
    std::optional<std::size_t> asked_;  // while dragged, or until its pass has come
};

}  // namespace rnnscope
