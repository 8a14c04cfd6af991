// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "app/panels/cell_paint.h"
#include "app/panels/panel.h"
#include "core/hold.h"

class QLabel;
class QMenu;
class QToolButton;

namespace rnnscope {

class HoldMenu;

/// Id "cell": the inside of the chosen layer's cell at the playhead's step, drawn from the cell's
/// operations, with one unit's numbers; within a step, one operation after the other.
class CellPanel : public Panel {
    Q_OBJECT

  public:
    explicit CellPanel(const Theme& theme, QWidget* parent = nullptr);

    /// What can be done here, in words, and a button with a menu: what can be copied.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {900, 500}; }
    DataTable data() const override;
    bool dataMoves() const override { return true; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The numbers that stand in the drawing.
    std::vector<CellReading> readings() const;
    /// The line under the drawing; with _ before what is a subscript.
    QString equation() const;
    const CellScene& scene() const { return scene_; }
    const CellLayout& layoutShown() const { return *layout_; }
    /// The node under the pointer, or −1.
    int hovered() const { return hovered_; }
    void copyEquations(bool latex) const;
    void copyNumbers() const;
    QMenu* makeMenu(QWidget* parent);
    /// Words for the title line.
    QString hint() const;
    /// Opens the menu that holds a quantity, at its node; null where it cannot be held.
    HoldMenu* openHoldMenu(std::size_t quantity);

  public slots:
    /// The same for what is pointed at or has just been computed; else asks which.
    void askHold();

  signals:
    /// All that is to be held, and what that is called where it is undone.
    void holdRequested(const std::vector<rnnscope::HoldChoice>& holds, const QString& text);

  protected:
    void refresh() override;
    void moveCursor() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
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
    int pointed() const;
    bool canHold(int node) const;
    void addCopyActions(QMenu* menu);
    void styleTool();
    void showHint();

    CellValues values_;
    const CellLayout* layout_ = nullptr;
    CellScene scene_;
    QString placedFor_;
    int hovered_ = -1;
    int pressed_ = -1;  // node that a click has begun on
    QPointer<QWidget> header_;
    QPointer<QLabel> hint_;
    QPointer<QToolButton> tool_;
};

}  // namespace rnnscope
