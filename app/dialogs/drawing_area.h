// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <span>
#include <vector>

#include "app/dialogs/drawing_model.h"
#include "app/plot/theme.h"
#include "core/drawing_tools.h"

class QCPAxisRect;
class QCPMarginGroup;
class QCustomPlot;
class QPainter;

namespace rnnscope {

class FastGraph;
class Overlay;

/// The ends of a value axis.
struct DrawingScale {
    double low = -1, high = 1;
    bool operator==(const DrawingScale&) const = default;
};

/// The ends that suit a column: round ones with room for more at both. Those of before stay as long
/// as they have room and are not far too wide. Nothing but zeros: −1 … 1.
DrawingScale drawingScale(std::span<const double> values, std::optional<DrawingScale> before);

/// A drawing's columns over time, each in a strip of its own, to be drawn on: with the left button
/// freely, with Shift in a straight line, with the right one to zero.
class DrawingArea : public QWidget {
    Q_OBJECT

  public:
    DrawingArea(DrawingModel* model, const Theme& theme, QWidget* parent = nullptr);
    ~DrawingArea() override;

    /// The left button sets to zero, too.
    void setErases(bool on) { erases_ = on; }
    /// The cell that is at hand in the table.
    void setCurrent(int step, int column);
    /// Gives up a stroke that goes on; false where none does.
    bool dropStroke();

    /// Where a column is drawn, and where a value of it stands.
    QRectF strip(int column) const;
    QPointF spot(int column, double step, double value) const;
    DrawingScale scale(int column) const { return scales_[static_cast<std::size_t>(column)]; }

  signals:
    /// A stroke begins here.
    void pressed(int step, int column);

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Stroke {
        int column;
        Qt::MouseButton button;
        bool erases;
        StrokePoint last;
        Eigen::VectorXd values;
        // A straight line: from here, over these.
        std::optional<StrokePoint> corner;
        Eigen::VectorXd under;
    };

    void build();
    void refresh();
    void addStrip(int column);
    int columnAt(const QPointF& position) const;
    StrokePoint pointAt(int column, const QPointF& position, bool erases) const;
    void drawTo(StrokePoint point, bool straight);
    void paintOver(QPainter& painter) const;
    void paintHandle(QPainter& painter, int column, Index step, bool told) const;
    QString quantity(int column) const;

    DrawingModel* model_;
    Theme theme_;
    QCustomPlot* plot_;
    QCPMarginGroup* margins_;
    Overlay* overlay_;
    std::vector<QCPAxisRect*> strips_;
    std::vector<FastGraph*> lines_;
    std::vector<DrawingScale> scales_;
    std::vector<std::string> built_;  ///< the names for which the strips stand
    std::optional<Index> builtAnswer_;
    bool erases_ = false;
    std::optional<Stroke> stroke_;
    std::optional<QPointF> pointer_;
    int currentStep_ = 0, currentColumn_ = 0;
};

}  // namespace rnnscope
