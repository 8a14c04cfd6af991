// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "app/panels/clipping_page.h"
#include "app/panels/loss_chart.h"

namespace rnnscope {

/// Two runs from one seed, with and without clipping: losses, norms, and where one breaks down.
class ClippingTwins : public ClippingPage {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ClippingPanel)

  public:
    /// All but the cursor.
    void paint(QPainter& painter, const QRectF& area) const override;
    void paintCursor(QPainter& painter, const QRectF& area, std::size_t update) const;
    QString hoverText(const QRectF& area, const QPointF& point) const override;
    /// A row an update.
    DataTable data() const override;
    QString description() const override;

    bool hasTwins() const { return source().snapshot && snapshot().twin; }
    /// Twins can be asked for: there is a target, and there are none yet.
    bool canRun() const;
    /// What a press of the button will do, or why there is nothing to press.
    QString caption() const;
    const TrainingChart& chart() const { return chart_; }
    /// "clipped by norm at 1.00", "without clipping".
    static QString runName(const Clipping& clipping);

  protected:
    void fill() override;

  private:
    ChartContent content() const;

    UpdateColumns own_, twin_;
    TrainingChart chart_;
};

}  // namespace rnnscope
