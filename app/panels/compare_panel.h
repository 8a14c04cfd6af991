// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/compare_layout.h"
#include "app/panels/gradient_curves.h"
#include "app/panels/lane_editor.h"
#include "app/panels/panel.h"

class QToolButton;

namespace rnnscope {

class GradientPanel;
class LaneHead;
class TimePanel;

/// Id "compare": two to four networks on the same sequence side by side. Rows that mean the same
/// stand beside each other on the same scale; one playhead crosses them all.
class ComparePanel : public Panel {
    Q_OBJECT

  public:
    explicit ComparePanel(const Theme& theme, QWidget* parent = nullptr);
    ~ComparePanel() override;

    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    QSizeF figureSize() const override;
    DataTable data() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Keys at both ends of all plots; a step s stands at s + 1.
    std::pair<double, double> timeRange() const;
    void setTimeRange(double lower, double upper);

    /// Says where a choice was made why it is not taken.
    void refuse(const QString& option, const QString& text);
    /// Opens the sheet of what a network differs in.
    void openEditor(int lane);
    /// False where none was open.
    bool closeEditor();

    // The parts, for tests and tours.
    int laneCount() const { return int(lanes_.size()); }
    LaneHead* head(int lane) const { return lanes_[std::size_t(lane)].head; }
    TimePanel* plot(int lane, TimeContent content) const;
    GradientPanel* gradient(int lane) const { return lanes_[std::size_t(lane)].gradient; }
    LaneEditor* editor() const { return editor_; }
    QToolButton* addButton() const { return add_; }
    const CompareLayout& layoutNow() const { return layout_; }

  signals:
    /// Another of the networks is to be the one that all panels show; all count from the left.
    void laneRequested(int lane);
    void laneRemovalRequested(int lane);
    void laneAdditionRequested();
    /// A choice as setOption() takes it; none: as where nothing is chosen.
    void laneChoiceRequested(int lane, const QString& option, const std::optional<QString>& value);

  protected:
    void refresh() override;
    void moveCursor() override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Column {
        LaneHead* head;
        std::array<TimePanel*, timeContents.size()> plots;
        GradientPanel* gradient;
    };

    void setLaneCount(std::size_t count);
    Column makeColumn(int lane);
    void handOn(std::size_t lane);
    void arrange();
    void follow();
    void placeEditor();
    void zoom(const QWidget& over, double x, double notches, bool scroll);
    std::vector<View> views() const;

    std::vector<Column> lanes_;
    std::vector<std::shared_ptr<const Snapshot>> shown_;
    std::vector<LaneFacts> facts_;
    std::size_t own_ = 0;
    ComparedRows rows_;
    std::vector<GradientCurve> curves_;
    LogAxis axis_{-8, 2};
    CompareLayout layout_;
    std::optional<std::pair<double, double>> range_;  // none: all
    std::optional<Theme> drawnTheme_;
    QToolButton* add_;
    QPointer<LaneEditor> editor_;  // a child of the window, so that nothing cuts it off
    int edited_ = 0;               // lane of the editor
};

}  // namespace rnnscope
