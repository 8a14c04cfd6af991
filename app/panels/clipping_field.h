// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "app/panels/clipping_page.h"
#include "app/panels/field_picture.h"

namespace rnnscope {

/// The gradient over two weights as arrows: norm shortens them, value bends them.
class ClippingField : public ClippingPage {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ClippingPanel)

  public:
    /// With a legend beside it, as for a figure.
    void paint(QPainter& painter, const QRectF& area) const override;
    /// The picture, and the words and samples of length in `side` (may be empty).
    void paintPicture(QPainter& painter, const QRectF& area, const QRectF& side) const;
    QString hoverText(const QRectF& area, const QPointF& point) const override;
    /// A row a grid point.
    DataTable data() const override;
    QString description() const override;

    void setShown(const std::array<bool, 3>& shown) { shown_ = shown; }
    const std::array<bool, 3>& shown() const { return shown_; }
    /// The field that has arrived; null before.
    const GradientField* field() const;
    /// The words in place of a picture.
    QString message() const;
    /// What clipping does to the whole gradient at the present point.
    QString words() const;
    static QString arrowName(FieldArrow kind);

  private:
    void paintSide(QPainter& painter, const QRectF& side) const;

    std::array<bool, 3> shown_ = {true, true, true};
};

/// The two entries of the recurrent matrix with the largest gradient; of the input's matrix or
/// the biases where it has a single entry. Nothing without a gradient.
std::optional<FieldChoice> defaultFieldChoice(const Snapshot& snapshot, int layer, bool reverse);
/// Whether the network has both entries.
bool fits(const FieldChoice& choice, const Parameters& parameters);

}  // namespace rnnscope
