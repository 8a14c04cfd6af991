// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <functional>

namespace rnnscope {

/// What moves over a plot, painted on a transparent sheet above it, so that moving it costs no
/// replot. Lets the mouse through.
class Overlay : public QWidget {
  public:
    using Paint = std::function<void(QCPPainter&)>;

    Overlay(QWidget* parent, Paint paint);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Paint paint_;
};

/// Painting of ours among a plot's layers: the plot's own labels, or in figures what an overlay
/// paints on the screen.
class PaintItem : public QCPAbstractItem {
  public:
    PaintItem(QCustomPlot* plot, Overlay::Paint paint);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

  protected:
    QRect clipRect() const override;
    void draw(QCPPainter* painter) override;

  private:
    Overlay::Paint paint_;
};

/// A plot that leaves keys to the panel it stands in.
QCustomPlot* makeMousePlot(QWidget* parent);
/// One that leaves mouse and keys to the panel it stands in.
QCustomPlot* makeSilentPlot(QWidget* parent);
/// Buffers keep the device pixel ratio they were made for; this gives them the screen's.
void followScreen(QCustomPlot& plot);
/// Lays out the plot's parts at once, not with the next painting: the pointer asks where they are.
void settleLayout(QCustomPlot& plot);

}  // namespace rnnscope
