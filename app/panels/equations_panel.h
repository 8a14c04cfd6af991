// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/equations_header.h"
#include "app/panels/equations_paint.h"
#include "app/panels/panel.h"

namespace rnnscope {

/// Id "equations": the equations of the chosen layer's cell, in letters and with the numbers of the
/// step at the playhead, of one unit or as matrices.
class EquationsPanel : public Panel {
    Q_OBJECT

  public:
    explicit EquationsPanel(const Theme& theme, QWidget* parent = nullptr);

    /// Switches, and a menu of what can be copied.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override;
    DataTable data() const override;
    bool dataMoves() const override { return true; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    const EquationsChoice& choice() const { return choice_; }
    void setChoice(const EquationsChoice& choice);
    /// As they are shown, in the convention chosen.
    const std::vector<Equation>& equations() const { return equations_; }
    const EquationsPage& page() const { return page_; }
    /// What of the page is on the screen now: parts of the step that are still to come are not.
    EquationsSpots shownSpots() const;
    /// From the page's own pixels to the widget's.
    QPointF onScreen(const QPointF& point) const;
    double scrolled() const { return scroll_; }
    void copy(bool latex, bool numbers) const;

  protected:
    void refresh() override;
    void moveCursor() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    bool ready() const { return snapshot() && values_; }
    EquationsSource source() const;
    EquationsPicture picture(const EquationsPage& page, const EquationsSource& source) const;
    EquationsHit hit(const QPointF& point) const;
    QRectF pageArea() const;
    double captionHeight(double height) const;
    void follow();
    void arrange();
    void describe();
    void scrollTo(double offset);
    void point(std::optional<std::size_t> quantity);

    CellValues values_;
    EquationsChoice choice_;
    std::vector<Equation> equations_;
    bool hasGate_ = false;
    EquationsFit fit_;
    QString fittedFor_;
    EquationsPage page_;
    double scroll_ = 0;  ///< pixels above the panel's top
    std::optional<std::size_t> pointed_;
    EquationsHeader* header_ = nullptr;
};

}  // namespace rnnscope
