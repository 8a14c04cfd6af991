// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <optional>
#include <vector>

#include "app/panels/contributions_paint.h"
#include "app/panels/contributions_saturation.h"
#include "app/panels/panel.h"

class QCPAxisRect;
class QCustomPlot;

namespace rnnscope {

class ContributionsHeader;
class FastGraph;
class Heatmap;
class ShareBars;

/// Id "contributions": where the gradient went. Either along which paths it flowed from each step
/// to the one before, and how much of it straight along the carried state; or what each step adds
/// to the gradient of each parameter.
class ContributionsPanel : public Panel {
    Q_OBJECT

  public:
    explicit ContributionsPanel(const Theme& theme, QWidget* parent = nullptr);
    ~ContributionsPanel() override;

    unsigned needs() const override { return PathsAnalysis | ContributionsAnalysis; }
    /// Switches, and a chip where something is saturated or dead.
    QWidget* headerTool() override;
    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override { return {760, 380}; }
    DataTable data() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showLike(const Panel& shown) override;

    void setWeights(bool on);
    bool showsWeights() const { return weights_; }
    void setLastLoss(bool on);
    bool showsLastLoss() const { return lastLoss_; }
    /// The parameter whose shares are drawn, by its row.
    void setParameter(std::size_t row);
    std::size_t parameter() const;

    /// What is drawn at present, for tests and screen readers.
    const std::vector<ContributionRow>& rows() const { return rows_; }
    /// What stands in the middle of an empty panel; empty where there is something to see.
    QString message() const;
    /// "the last 10 of 50 steps make 99.7 % of it"; empty while paths are shown.
    QString tailText() const;
    const SaturationWords& saturation() const { return saturation_; }
    /// What is told about a place; HTML, empty where there is nothing.
    QString hoverText(const QPointF& point) const;
    /// Where a row's strip stands at a step, in this widget's pixels.
    QPoint pointOf(std::size_t row, int step) const;
    ContributionFrame frame() const;

  protected:
    void refresh() override;
    void moveCursor() override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Curve {
        QString id, symbol, meaning, quantity;
        bool dashed = false;
        std::vector<double> norms;
    };

    bool readAnalyses();
    void readPaths(const GradientPaths& paths);
    void fill();
    void fillUpper();
    void style();
    void layOut(const QSizeF& size);
    void setShown(QCPAxisRect* rect, bool on);
    void updateHeader();
    void updateWords();
    std::vector<LegendChip> chips(qreal width) const;
    QStringList headWords() const;
    qreal headHeight(qreal width) const;
    std::optional<int> firstOverflow() const;
    std::pair<int, int> hidden() const;
    int stepAt(qreal x) const;
    std::optional<std::size_t> rowAt(qreal y) const;
    QString rowHover(std::size_t row, int step) const;
    QString curveHover(int step) const;
    QColor curveColour(const Curve& curve) const;

    bool weights_ = false;
    bool lastLoss_ = false;
    std::size_t parameter_ = 1;  // weight_hh

    std::vector<ContributionRow> rows_;
    std::vector<Curve> curves_;
    SaturationWords saturation_;
    std::optional<int> overflow_;
    LogAxis axis_;
    int steps_ = 1;
    bool reversed_ = false;

    QCustomPlot* plot_;
    QCPAxisRect *upper_, *strips_;
    std::vector<FastGraph*> graphs_;
    ShareBars* bars_ = nullptr;
    Heatmap* heat_ = nullptr;
    ContributionPlaces places_;
    QSizeF laidOut_;
    QWidget* overlay_;
    QPointer<ContributionsHeader> header_;
    bool paintsCursor_ = false;  // while a figure is drawn
    bool dragging_ = false;
};

}  // namespace rnnscope
