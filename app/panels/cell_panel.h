// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/panels/cell_paint.h"
#include "app/panels/panel.h"

class QMenu;
class QToolButton;

namespace rnnscope {

/// Id "cell": the inside of the chosen layer's cell at the playhead's step, drawn from the cell's
/// operations, with one unit's numbers; within a step, one operation after the other.
class CellPanel : public Panel {
    Q_OBJECT

  public:
    explicit CellPanel(const Theme& theme, QWidget* parent = nullptr);

    /// A button with a menu: what can be copied.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {900, 500}; }
    DataTable data() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The numbers that stand in the drawing.
    std::vector<CellReading> readings() const;
    /// The line under the drawing; with _ before what is a subscript.
    QString equation() const;
    const CellScene& scene() const { return scene_; }
    const CellLayout& layoutShown() const { return *layout_; }
    int hovered() const { return hovered_; }
    void copyEquations(bool latex) const;
    void copyNumbers() const;
    QMenu* makeMenu(QWidget* parent);

  protected:
    void refresh() override;
    void moveCursor() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    bool ready() const { return snapshot() && layout_ && values_; }
    CellPicture picture() const { return picture(scene_); }
    CellPicture picture(const CellScene& scene) const;
    void place();
    void follow();
    void describe();
    void hover(int node);
    void styleTool();

    CellValues values_;
    const CellLayout* layout_ = nullptr;
    CellScene scene_;
    QString placedFor_;
    int hovered_ = -1;
    QPointer<QToolButton> tool_;
};

}  // namespace rnnscope
