// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QPointer>
#include <optional>
#include <vector>

#include "app/panels/panel.h"
#include "app/panels/unit_paint.h"

class QSpinBox;

namespace rnnscope {

/// Id "unit": one unit of the chosen layer and direction: all its quantities over time, its
/// gradient, and the weights that lead into it and out of it.
class UnitPanel : public Panel {
    Q_OBJECT

  public:
    explicit UnitPanel(const Theme& theme, QWidget* parent = nullptr);

    /// The unit's number.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {900, 440}; }
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// What is drawn at present, for tests and screen readers.
    int unit() const;
    const std::vector<UnitRow>& rows() const { return rows_; }
    const UnitWeights& weights() const { return weights_; }
    const UnitPlaces& places() const { return places_; }
    const WeightPlaces& weightsAt() const { return weightsAt_; }
    /// What is told about a place; HTML, empty where there is nothing.
    QString hoverText(const QPointF& point) const;

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

  private:
    bool reversed() const;
    UnitFrame frame() const;
    std::optional<int> overflowOf(const std::vector<UnitRow>& rows) const;
    UnitPlaces placesIn(const QRectF& area) const;
    void place();
    void describe();
    std::optional<std::size_t> rowAt(const QPointF& point) const;
    QString rowHover(std::size_t row, std::optional<int> step) const;
    void point(std::optional<std::size_t> quantity);

    std::vector<UnitRow> rows_;  // point into the snapshot
    UnitWeights weights_;
    std::optional<int> overflow_;
    UnitPlaces places_;
    WeightPlaces weightsAt_;
    QPixmap still_;  // all that stays while the playhead moves; null: to be drawn anew
    QPointer<QSpinBox> spin_;
    std::optional<std::size_t> pointed_;
    bool dragging_ = false;
};

}  // namespace rnnscope
