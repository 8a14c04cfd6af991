// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/panels/generation_bars.h"
#include "app/panels/generation_curves.h"
#include "app/panels/generation_text.h"
#include "app/panels/panel.h"

namespace rnnscope {

class GenerationControls;

/// Id "generation": what a network makes of a prompt or of the end of a sequence where its own
/// answers are its next inputs: a text with what each letter was drawn from, or a forecast.
class GenerationPanel : public Panel {
    Q_OBJECT

  public:
    explicit GenerationPanel(const Theme& theme, QWidget* parent = nullptr);

    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {800, 380}; }
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    GenerationControls* controls() const { return controls_; }
    /// One line in place of the picture: what to choose, or what to press; empty where there is
    /// one.
    QString message() const;
    const GenerationText& text() const { return text_; }
    const GenerationBars& bars() const { return bars_; }
    const GenerationCurves& curves() const { return curves_; }
    QRectF textArea() const { return textArea_; }
    QString hoverText(const QPointF& point) const;

  signals:
    /// Another choice; those in a row with the same, non-empty key are one, until finished().
    void generationRequested(rnnscope::Generation choice, const QString& what, const QString& key);
    void generationFinished();

  protected:
    void refresh() override;
    void moveCursor() override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    int step() const;
    bool ofClasses() const;
    QRectF picture() const;
    void place(const QRectF& area);
    void paintPicture(QPainter& painter, const QRectF& area) const;
    void describe();
    std::optional<int> stepAt(const QPointF& point) const;

    GenerationControls* controls_;
    GenerationText text_;
    GenerationBars bars_;
    GenerationCurves curves_;
    QRectF textArea_, barsArea_;
    bool dragging_ = false;
};

}  // namespace rnnscope
