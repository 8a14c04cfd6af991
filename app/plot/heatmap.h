// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QImage>
#include <QTransform>
#include <QVector>
#include <cstddef>
#include <optional>
#include <utility>

#include "app/plot/colormap.h"

namespace rnnscope {

/// A matrix as coloured cells: a row a unit, top to bottom, a column a time step. Column j covers
/// the keys firstKey + j ± 0.5. Row i covers the value-axis coordinates i to i + 1 counted from the
/// top: set the value axis to range 0…rows and setRangeReversed(true), or call fitValueAxis().
/// Not interpolated. Owned by the plot, as every plottable: `new Heatmap(xAxis, yAxis)`.
class Heatmap : public QCPAbstractPlottable {
  public:
    Heatmap(QCPAxis* keyAxis, QCPAxis* valueAxis);

    /// Copies rows × columns values; element (i, j) stands at data[i * rowStride + j *
    /// columnStride].
    void setData(const double* data, int rows, int columns, std::ptrdiff_t rowStride,
                 std::ptrdiff_t columnStride, double firstKey = 0);
    /// Row after row.
    void setData(const QVector<double>& rowMajor, int rows, int columns, double firstKey = 0);
    void setScale(const ColorScale& scale);
    /// Columns [first, second) of each row exist, the others stay empty; one pair a row. Without
    /// this, or where the number of rows has changed since, all exist.
    void setSpans(QVector<std::pair<int, int>> spans);
    /// Columns whose key lies outside [from, to] are drawn faint, mixed into `ground`: what has not
    /// been played. Without this all are drawn full. For exports: on screen a curtain on the
    /// overlay layer is cheaper, as this repaints every cell.
    void setRevealed(double from, double to, QColor ground);
    void revealAll();
    /// Value axis 0…rows, reversed, so that the first row is on top.
    void fitValueAxis();

    int rows() const { return rows_; }
    int columns() const { return columns_; }
    double firstKey() const { return firstKey_; }
    double lastKey() const { return firstKey_ + columns_ - 1; }
    const ColorScale& scale() const { return scale_; }
    /// The number under a point; `rowFraction` 0 is the top edge, 1 the bottom edge of the matrix.
    /// Nothing outside.
    std::optional<double> valueAt(double key, double rowFraction) const;
    /// The cell's number; row and column must exist.
    double at(int row, int column) const;

    double selectTest(const QPointF& pos, bool onlySelectable,
                      QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth,
                           const QCPRange& keyRange = QCPRange()) const override;

  protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

  private:
    double rowToPixel(double row) const;
    double pixelToRow(double pixel) const;
    QRgb cellColor(double value, double key) const;
    double pooled(int row, int first, int last) const;
    std::pair<int, int> span(int row) const;
    std::optional<double> pooledBlock(int firstRow, int lastRow, int first, int last) const;
    void drawRaster(QCPPainter* painter, const QRectF& area);
    QImage rasterize(const QRect& device, const QTransform& back) const;
    void drawVector(QCPPainter* painter, const QRectF& area) const;

    QVector<double> data_;  // row after row
    QVector<std::pair<int, int>> spans_;
    int rows_ = 0;
    int columns_ = 0;
    double firstKey_ = 0;
    ColorScale scale_;
    bool partly_ = false;
    double revealedFrom_ = 0;
    double revealedTo_ = 0;
    QColor hidden_;

    // One pixel a device pixel of the visible part; valid while all of these stay.
    QImage cache_;
    QRect cacheArea_;
    QTransform cacheTransform_;
    QCPRange cacheKeys_;
    QCPRange cacheValues_;
};

}  // namespace rnnscope
