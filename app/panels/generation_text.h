// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "app/plot/theme.h"
#include "core/experiment.h"

class QPainter;

namespace rnnscope {

/// Names of classes, for a line of text and as single marks: a space is ␣ there.
QString classMark(const Snapshot& snapshot, Index number);
/// Whether the classes are words or numbers, with spaces between them.
bool hasSpaces(const Snapshot& snapshot);

/// What was given and what was drawn, as running text, broken into lines.
class GenerationText {
  public:
    /// Lays the text out in lines of a width.
    void set(const Snapshot& snapshot, const Theme& theme, double width);
    double lineHeight() const { return lineHeight_; }
    int lines() const { return lines_; }
    double height() const { return lines_ * lineHeight_; }

    /// The part at step `step`, which the network has been given, is framed; the next, its answer,
    /// is underlined; what comes later is faint. As many lines as fit, those about the step.
    void paint(QPainter& painter, const QRectF& area, int step) const;
    /// The part at a point, from 0; the last is the answer that was not fed back.
    std::optional<int> partAt(const QRectF& area, int step, const QPointF& point) const;
    /// Where a part stands; empty where it is scrolled away.
    QRectF place(const QRectF& area, int step, int part) const;
    int parts() const { return int(places_.size()); }

  private:
    struct Place {
        int line;
        double x, width;
    };
    int firstLine(const QRectF& area, int step) const;

    Theme theme_ = Theme::light();
    QStringList words_;
    std::vector<Place> places_;
    int given_ = 0;
    int lines_ = 0;
    double lineHeight_ = 1;
    bool spaced_ = false;
};

}  // namespace rnnscope
