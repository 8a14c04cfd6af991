// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <vector>

namespace rnnscope {

/// A bar for every step, up or down from zero; step s stands at key s + 1. Where steps are narrower
/// than a pixel, from the least to the largest value that share it. Owned by the plot.
class ShareBars : public QCPAbstractPlottable {
  public:
    ShareBars(QCPAxis* keyAxis, QCPAxis* valueAxis);

    void setValues(std::vector<double> values) { values_ = std::move(values); }
    void setColours(const QColor& up, const QColor& down);

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain = QCP::sdBoth,
                           const QCPRange& = QCPRange()) const override;

  protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

  private:
    void drawBar(QCPPainter& painter, const QRectF& area, qreal left, qreal right,
                 double value) const;

    std::vector<double> values_;
    QColor up_, down_;
};

}  // namespace rnnscope
