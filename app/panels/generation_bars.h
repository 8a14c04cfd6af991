// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "app/plot/theme.h"
#include "core/experiment.h"

class QPainter;

namespace rnnscope {

/// What a step's answer was drawn from: a bar a class, the most probable where not all have room,
/// and one for the others.
class GenerationBars {
  public:
    struct Bar {
        QString mark;
        std::optional<Index> number;  ///< absent: all that have no bar
        double value;
        std::optional<double> plain;  ///< at temperature 1, where that is another
        bool next;                    ///< stands at the next step
        QRectF room;                  ///< from the number above to the mark below
    };

    void set(const Snapshot& snapshot, const Theme& theme, const QRectF& area, int step);
    void paint(QPainter& painter) const;
    const std::vector<Bar>& bars() const { return bars_; }
    /// "drawn: ‘l’, p = 0.617": of the step.
    QString headline() const { return headline_; }
    /// HTML about a bar; empty beside them.
    QString hoverText(const QPointF& point) const;

  private:
    Theme theme_ = Theme::light();
    QRectF area_;
    QString headline_, legend_;
    std::vector<Bar> bars_;
};

}  // namespace rnnscope
