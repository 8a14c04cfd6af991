// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <functional>

namespace rnnscope {

/// Something of ours among the plot's layers.
class PaintItem : public QCPAbstractItem {
  public:
    PaintItem(QCustomPlot* plot, std::function<void(QPainter&)> paint)
        : QCPAbstractItem(plot), paint_(std::move(paint)) {
        setClipToAxisRect(false);
        setSelectable(false);
        setLayer(QStringLiteral("axes"));
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

  protected:
    // QCustomPlot clips one pixel higher: in a stack of plots the playhead would have gaps.
    QRect clipRect() const override { return mParentPlot->viewport().adjusted(0, 0, 0, 2); }
    void draw(QCPPainter* painter) override {
        painter->save();
        paint_(*painter);
        painter->restore();
    }

  private:
    std::function<void(QPainter&)> paint_;
};

/// Points without a line, for the right class of each step.
QCPGraph* addMarks(QCPAxis* keys, QCPAxis* values);
/// A single rule and no label.
QSharedPointer<QCPAxisTicker> ruleAt(double value);
/// Which unit a line shows: of more units than are drawn those that stand evenly among them, and
/// the selected one.
int drawnUnit(int number, int units, int selected);
/// Distance of the times' labels: whole numbers as far apart as the labels are wide, in pixels.
double timeTickStep(double span, double width, double label);

}  // namespace rnnscope
