// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <QRectF>
#include <QString>
#include <vector>

#include "app/plot/theme.h"
#include "core/experiment.h"

class QPainter;

namespace rnnscope {

/// Numbers that a network goes on with: what was given, what it foresaw of it, and from where on
/// its own answers are its input. A strip a value, as many as have room.
class GenerationCurves {
  public:
    void set(const Snapshot& snapshot, const Theme& theme, const QRectF& area);
    void paint(QPainter& painter, int step) const;
    QString headline(int step) const;
    /// The step at a place, none beside the strips.
    std::optional<int> stepAt(const QPointF& point) const;
    double x(int step) const;
    int strips() const { return int(strips_.size()); }

  private:
    struct Strip {
        Index row;
        QRectF rect;
        double low, high;
    };
    double y(const Strip& strip, double value) const;

    Theme theme_ = Theme::light();
    QRectF area_;
    Eigen::MatrixXd input_, foreseen_;
    std::vector<QString> names_;
    std::vector<Strip> strips_;
    int given_ = 1, steps_ = 1;
    Index hidden_ = 0;  // rows without room
};

}  // namespace rnnscope
