// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <memory>
#include <optional>

#include "app/panels/cliff_model.h"
#include "app/panels/cliff_paint.h"
#include "app/panels/panel.h"
#include "app/plot/axes.h"

class QCustomPlot;
class QTimer;

namespace rnnscope {

class CliffControls;
class FastGraph;
class Heatmap;
class Segments;

/// Id "cliff": the error surface of a network of one unit (Pascanu et al. 2013), and two descents
/// on it from the same place, one clipped and one not. A picture of its own: it needs no snapshot
/// and no playhead, has its own steps, and works everything out while it is dragged.
class CliffPanel : public Panel {
    Q_OBJECT

  public:
    explicit CliffPanel(const Theme& theme, QWidget* parent = nullptr);
    ~CliffPanel() override;

    /// Near or wide.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {640, 560}; }
    /// Both runs: a row an update.
    DataTable data() const override;
    View place() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    const CliffChoice& choice() const { return choice_; }
    void setChoice(const CliffChoice& choice);
    const CliffRuns& runs() const { return runs_; }
    int step() const { return step_; }
    void setStep(int step);
    bool isPlaying() const;
    void setPlaying(bool on);
    const CliffWindow& window() const { return window_; }
    bool isWide() const;
    void setWide(bool on);
    /// As the lesson starts.
    void reset();

    CliffControls* controls() const { return controls_; }
    /// Where a place stands, in this widget's pixels.
    QPoint pointOf(double w, double b) const;
    /// Where an update stands over the losses.
    QPoint pointOfUpdate(int update) const;
    QString hoverText(const QPointF& point) const;

  protected:
    void refresh() override;
    void moveCursor() override {}
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Places {
        QRectF head, map, losses, words, controls;
        bool dials = false;
    };
    enum class Held { Nothing, Start, Step };

    Places placesIn(const QRectF& area, bool controls) const;
    CliffFrame frame(const Places& places) const;
    void style();
    void styleIfNeeded();
    void layOut();
    void fillSurface();
    void fillLosses();
    void followWindow();
    void changed();
    void updateWords();
    void updateHeader();
    void setMargins(QCustomPlot& plot) const;
    bool overStart(const QPointF& point) const;
    void dragStart(const QPointF& point);
    int stepAt(qreal x) const;

    CliffChoice choice_;
    CliffRuns runs_;
    int step_ = 0;
    CliffWindow window_, surfaceOf_;
    std::optional<bool> wideChosen_;  // by the user; gone when the runs ask for another
    bool wideWanted_ = false;         // by the runs
    LogAxis axis_;

    QCustomPlot *map_, *losses_;
    Heatmap* surface_;
    FastGraph *plainLine_, *clippedLine_;
    QWidget* overlay_;
    CliffControls* controls_;
    QPointer<Segments> header_;
    QTimer* timer_;
    Places places_;
    std::optional<Theme> drawn_;

    Held held_ = Held::Nothing;
    bool hovered_ = false;
    QPointF grip_;  // pointer minus the start's place
};

}  // namespace rnnscope
