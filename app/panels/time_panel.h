// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/panels/panel.h"
#include "app/panels/time_pool.h"
#include "app/panels/time_rows.h"
#include "core/input_edit.h"

class QCPAxisRect;
class QCustomPlot;
class QMenu;

namespace rnnscope {

struct TimeFrame;
struct TimeMargins;

/// Other limits than its own: of the lines' axis, and of a heatmap's colours where they are signed.
void setRange(TimeRow& row, std::pair<double, double> range);

/// What is decided for the plots of several networks that stand side by side, strip by strip.
struct TimeShared {
    std::vector<std::pair<double, double>> ranges;  ///< see setRange()
    std::vector<int> rows;                          ///< where each strip stands, from the top
    std::vector<bool> symbols;                      ///< whether its symbol stands before it
    int rowCount = 0;                               ///< rows without a strip stay empty

    bool operator==(const TimeShared&) const = default;
};

/// Inputs, gates, cell state or hidden state over time, a strip for each quantity: lines or a
/// heatmap, values or gradients. Several stand under each other in a TimeCard. Values of the input
/// can be dragged, typed, pasted and taken back.
class TimePanel : public Panel {
    Q_OBJECT

  public:
    using Content = TimeContent;
    using Display = TimeDisplay;

    TimePanel(const Theme& theme, Content content, QWidget* parent = nullptr);
    ~TimePanel() override;

    Content content() const { return content_; }
    void setDisplay(Display display);
    Display display() const { return display_; }
    /// ∂L/∂(value) instead of the values, where there is a target.
    void setGradients(bool on);
    bool gradientsChosen() const { return gradients_; }
    bool showsGradients() const;
    /// Keys at both ends, step s at s + 1; nothing: the whole sequence.
    void setTimeRange(std::optional<std::pair<double, double>> range);
    std::pair<double, double> timeRange() const;
    /// Whether the playhead's mark stands above and the times below; both at first. A stack has
    /// them only at its ends.
    void setEnds(bool marker, bool axis);

    /// One of several: names and scales are left to whoever holds them all. Goes with the snapshot
    /// or view that is set next.
    void setShared(TimeShared shared);

    /// Strips there are for a snapshot; 0 where the cell has no such quantity.
    int rowCount(const Snapshot& snapshot) const;
    /// Height beside that of the strips.
    int spareHeight(bool marker, bool axis) const;

    void paintFigure(QCPPainter& painter, const QRectF& area) override;
    /// As one of a stack: with or without the ends.
    void paintStrips(QCPPainter& painter, const QRectF& area, bool marker, bool axis,
                     bool namesPrevious);
    /// Whether there are lines of before behind those of now.
    bool drawsPrevious() const;
    QSizeF figureSize() const override;
    void showLike(const Panel& shown) override;
    DataTable data() const override;
    QString summary() const override;
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

    /// What the pointer is over, as the tool tip tells it; empty outside the strips.
    QString hoverText(const QPointF& position) const;
    /// Where a step stands; for tests and for what is drawn across several panels.
    double xOf(int step) const;
    /// The strips as they are laid out.
    std::vector<QRectF> stripRects() const;
    /// Where a value of the input stands in its strip; for tests.
    QPointF inputPoint(InputPlace place) const;

    /// Tells at the spot why an edit was not taken; the old value stays.
    void refuseInput(const QString& reason);
    /// What is told there now.
    QString hint() const;

  signals:
    /// Numbers to be put in place of the input's; several in a row, until `finished`, are one
    /// change, as while a point is dragged.
    void inputEdited(rnnscope::Edits edits, bool finished);
    /// The input's own values are wanted back.
    void inputReset(std::vector<rnnscope::InputPlace> places);
    /// The user zoomed or scrolled; nobody but the owner changes the range.
    void timeRangeRequested(double lower, double upper);

  protected:
    void refresh() override;
    void moveCursor() override;
    bool drawsGhost() const override { return true; }
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Strip;  // the plot's parts of one row
    struct Hit {
        std::size_t row, series;
        int unit, step;
    };

    bool isCurrent() const;
    void readRows();
    TimeMargins margins(double width) const;
    int placeOf(std::size_t strip) const;
    void rebuild();
    void addLines(Strip& strip, const TimeRow& row);
    void fillGhost(Strip& strip, const TimeRow& row);
    void styleGhost(const Strip& strip, const TimeRow& row, bool dense);
    void fill();
    void style();
    void applyRange();
    void layOut(const QSizeF& size);
    QString emptyText() const;
    TimeFrame frame() const;
    double keyAt(double x) const;
    int stepAt(double x) const;
    std::optional<Hit> hit(const QPointF& position) const;
    std::optional<std::size_t> quantityAt(const QPointF& position) const;
    void requestAt(const QPointF& position, bool unitToo);
    void requestRange(double lower, double upper);

    // time_editing.cpp
    struct Editing;
    void makeEditing();
    bool editsInputs() const;
    double inputAt(InputPlace place) const;
    bool isPlace(const std::optional<InputPlace>& place) const;
    std::optional<InputPlace> placeAt(const QPointF& position, double within) const;
    std::optional<InputPlace> handleAt(const QPointF& position) const;
    void paintEditing(QPainter& painter, const TimeFrame& now) const;
    InputPlace keyPlace() const;
    void pointTo(const QPointF& position);
    bool takeHold(QMouseEvent* event);
    bool drag(QMouseEvent* event);
    bool letGo();
    bool typeAt(const QPointF& position);
    void openField(InputPlace place);
    void enter(double value);
    void put(InputPlace place, double value);
    bool copyOrPaste(QKeyEvent* event);
    Index pasteStep() const;
    void copyInputs();
    void pasteInputs(Index step);
    void addOneHot(QMenu* menu, InputPlace place);
    QString editingText(const QPointF& position) const;

    Content content_;
    Display display_ = Display::Automatic;
    bool gradients_ = false;
    bool marker_ = true, axis_ = true;
    std::optional<std::pair<double, double>> range_;
    std::optional<TimeShared> shared_;
    std::vector<int> drawnPlaces_;

    // The rows point into this snapshot; it is not kept alive for them.
    std::weak_ptr<const Snapshot> source_;
    TimeChoice choice_;
    std::vector<TimeRow> rows_;
    std::shared_ptr<const Snapshot> ghostSource_;  // of the rows of before, kept alive for them
    std::vector<TimeRow> before_;
    std::vector<std::vector<std::vector<QColor>>> shades_;  // of row, series, unit
    std::optional<Theme> drawnTheme_;
    std::optional<TimeWindow> window_;
    int drawnUnit_ = 0;
    std::vector<Strip> strips_;
    QCustomPlot* plot_;
    QWidget* overlay_;
    bool paintsCursor_ = false;   // into the plot itself, for figures
    bool namesPrevious_ = false;  // in the legend, for figures
    double dragFrom_ = 0;         // key under the pointer while scrolling
    bool scrolling_ = false, stepping_ = false;

    std::unique_ptr<Editing> editing_;                    // of the inputs alone
    std::vector<InputPlace> edited_;                      // where they are not their own
    std::optional<std::pair<double, double>> fixedAxis_;  // while one is dragged
};

}  // namespace rnnscope
