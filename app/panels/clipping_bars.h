// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <array>
#include <vector>

#include "app/panels/clipping_page.h"
#include "app/panels/clipping_scale.h"
#include "app/panels/loss_columns.h"

namespace rnnscope {

/// One row of the bench: what a way of clipping does to the present gradient.
struct ClippingBar {
    ClipMode mode = ClipMode::None;
    QString name;     ///< "by norm"
    double norm = 0;  ///< ‖g‖ after it
    double coefficient = 1;
    double angle = 0;  ///< degrees
    Index touched = 0;
    Index entries = 0;
    bool applied = false;  ///< the setup's choice
};

/// The present gradient before and after both ways of clipping, and what clipping did over the
/// updates so far.
class ClippingBars : public ClippingPage {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ClippingPanel)

  public:
    void paint(QPainter& painter, const QRectF& area) const override;
    QString hoverText(const QRectF& area, const QPointF& point) const override;
    /// A row for each way of clipping: before, by value, by norm.
    DataTable data() const override;
    QString description() const override;

    /// Before, by value, by norm; empty without a gradient.
    std::vector<ClippingBar> bars() const;
    /// The words at a bar's end: "‖g‖ 3.42 ∠ 0.0°" and "12 of 360 entries".
    static QString normText(const ClippingBar& bar);
    static QString entriesText(const ClippingBar& bar);
    QString thresholdText() const;
    /// The words below: what the next update does, or how often clipping engaged.
    QString words() const;
    /// The words in the middle where there is nothing to clip.
    QString message() const;

  protected:
    void fill() override;

  private:
    struct Layout;
    Layout layOut(const QRectF& area) const;
    void paintBar(QPainter& painter, const Layout& at, std::size_t row,
                  const ClippingBar& bar) const;
    void paintName(QPainter& painter, const Layout& at, const QRectF& row,
                   const ClippingBar& bar) const;
    void paintBroken(QPainter& painter, const QRectF& rect) const;
    void paintThreshold(QPainter& painter, const Layout& at) const;
    void paintHistory(QPainter& painter, const Layout& at) const;
    QString barHover(const ClippingBar& bar) const;
    QString updateHover(const Layout& at, qreal x) const;

    UpdateColumns columns_;
};

}  // namespace rnnscope
