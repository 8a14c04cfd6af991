// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "app/panels/time_panel.h"

class QAbstractButton;
class QComboBox;
class QHBoxLayout;

namespace rnnscope {

/// The time plots under each other on one time axis, crossed by one playhead.
class TimeCard : public QWidget {
    Q_OBJECT

  public:
    explicit TimeCard(const Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// What was shown before the latest change; a chip in the title line tells of it.
    void setGhost(const std::shared_ptr<const Snapshot>& ghost);
    void setView(const View& view);
    void setTheme(const Theme& theme);

    TimePanel* panel(TimeContent content) const;
    /// Switches for the card's title line. Belongs to the card until it is put elsewhere.
    QWidget* headerTool() const { return tool_; }

    const View& view() const { return view_; }
    /// Keys at both ends; a step s stands at s + 1.
    std::pair<double, double> timeRange() const;
    void setTimeRange(double lower, double upper);

    void setDisplay(TimeDisplay display);
    void setGradients(bool on);
    /// After its panels were switched one by one.
    void followPanels();

    /// All visible plots as one figure, with one time axis.
    void paintFigure(QCPPainter& painter, const QRectF& area);
    QSizeF figureSize() const;
    DataTable data() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

  signals:
    void stepRequested(int step);
    void unitRequested(int unit);
    void layerRequested(int layer);
    void reverseRequested(bool reverse);
    /// As Panel::quantityHovered.
    void quantityHovered(std::optional<std::size_t> quantity);
    void timeRangeChanged(double lower, double upper);
    /// Other plots are shown.
    void plotsChanged();
    void ghostDismissed();
    /// See TimePanel.
    void inputEdited(rnnscope::Edits edits, bool finished);
    void inputReset(std::vector<rnnscope::InputPlace> places);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Place {
        TimePanel* panel;
        int top, height;
    };

    void makeTool();
    void styleTool();
    void fillLayers();
    void showSwitches();
    void showGhostChip();
    void showPanels();
    void arrange();
    std::vector<TimePanel*> shown() const;
    std::vector<Place> places(int height) const;
    int totalHeight(int perRow) const;
    void follow();

    Theme theme_;
    std::shared_ptr<const Snapshot> snapshot_;
    View view_;
    std::array<TimePanel*, 4> panels_{};
    std::array<bool, 4> wanted_{true, true, true, true};
    bool arranging_ = false;
    std::optional<std::pair<double, double>> range_;  // none: all

    QWidget* tool_ = nullptr;
    std::array<QAbstractButton*, 2> values_{};    // values, gradients
    std::array<QAbstractButton*, 3> displays_{};  // in the order of TimeDisplay
    QWidget* layers_ = nullptr;
    QComboBox* layerList_ = nullptr;
    std::vector<QAbstractButton*> layerButtons_;
    QAbstractButton* ghostChip_ = nullptr;
};

}  // namespace rnnscope
