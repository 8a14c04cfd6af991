// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QRectF>
#include <functional>
#include <optional>
#include <vector>

#include "app/panels/loss_curves.h"
#include "core/experiment.h"

class QWidget;

namespace rnnscope {

/// One run's value over the updates, in the chart.
struct ChartLine {
    const History* history = nullptr;
    UpdateCurve curve;
    QString name;  ///< in the legend; empty: not named there
    QColor ink;    ///< of its name
};

/// Where a run broke down.
struct ChartBreak {
    std::size_t update = 0;
    QString words;  ///< "without clipping: loss 1.00·10²⁷ at update 2"
};

/// What the chart draws; what is pointed at must outlive it.
struct ChartContent {
    std::vector<ChartLine> losses, norms;  ///< in the order of painting
    QString lossTitle, normTitle;
    std::optional<double> threshold;  ///< a line among the norms
    const UpdateColumns* engaged = nullptr;
    QString engagedText;
    std::vector<ChartBreak> breaks;
    std::size_t known = 0;  ///< updates that can be pointed at
    int planned = 1;
    double mostLoss = 0, mostNorm = 0;  ///< what is larger leaves the plot at its top
};

/// Losses, and gradient norms below them, on one axis of updates.
class TrainingChart {
  public:
    struct Places {
        QRectF lossLegend, loss, normLegend, norm;  ///< the last two empty where there is no room
        QRectF strip;                               ///< ticks of clipped updates, and the handle
        qreal labels = 0;                           ///< top of the numbers below
        bool inside = false;                        ///< little height: legends within the plots
        UpdateAxis updates;
        SizeAxis lossSizes, normSizes;
    };

    void set(ChartContent content, const Theme& theme);
    const ChartContent& content() const { return content_; }
    Places places(const QRectF& area) const;

    /// All but the cursor.
    void paint(QPainter& painter, const QRectF& area) const;
    /// A line with a handle, and the values where it stands.
    void paintCursor(QPainter& painter, const QRectF& area, std::size_t update, bool focus) const;

    /// The update under a point; nothing outside the chart.
    std::optional<std::size_t> updateAt(const QRectF& area, const QPointF& point) const;
    /// The update whose mark, or the words beside it, lies under a point.
    std::optional<std::size_t> breakAt(const QRectF& area, const QPointF& point) const;

  private:
    /// What stands within a plot where there is no room beside it.
    struct Legend {
        QString title;
        std::vector<ChartLine> lines;
        QString more;
        qreal width = 0;
    };
    Legend fittingLegend(bool norms, qreal room) const;
    QRectF clearPlace(const QRectF& plot, const Legend& legend, const std::vector<ChartLine>& lines,
                      const UpdateAxis& updates, const SizeAxis& sizes) const;

    LogAxis limits(const std::vector<ChartLine>& lines, double most) const;
    void paintLegend(QPainter& painter, const QRectF& line, const QString& title,
                     const std::vector<ChartLine>& lines, const QString& right) const;
    void paintLegends(QPainter& painter, const Places& at) const;
    void paintThreshold(QPainter& painter, const Places& at) const;
    void paintBreaks(QPainter& painter, const Places& at) const;
    /// The words' rectangles, one a break; empty where there is no room.
    std::vector<QRectF> breakPlaces(const Places& at) const;

    ChartContent content_;
    Theme theme_ = Theme::light();
};

/// Leaves room for a thousand times the first loss and norm; a run that diverged leaves the plot.
void setCaps(ChartContent& content, const Snapshot& snapshot);
/// "loss 1.00·10²⁷ at update 2", "NaN at update 57".
QString breakWords(const Divergence& divergence);
/// "engaged in 37 of 120": over the first `count` updates.
QString engagedWords(const History& history, std::size_t count);
/// A table row for tool tips: name, short number, full number.
QString numberRow(const QString& name, double value);

/// A picture that is painted anew only when it must be.
class StillPicture {
  public:
    void forget() { picture_ = {}; }
    const QPixmap& get(const QWidget& widget, const QColor& ground,
                       const std::function<void(QPainter&)>& paint);

  private:
    QPixmap picture_;
};

}  // namespace rnnscope
