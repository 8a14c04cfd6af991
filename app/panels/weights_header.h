// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/plot/theme.h"
#include "core/weight_fields.h"

namespace rnnscope {

class Segments;

/// The panel's switch for a title line: which numbers are shown. Letters take the place of words
/// where there is little room.
class WeightsHeader : public QWidget {
    Q_OBJECT

  public:
    explicit WeightsHeader(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What is shown, and what the pass has.
    void setState(WeightReading shown, bool gradient, bool change);
    Segments* readings() const { return readings_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void chosen(rnnscope::WeightReading reading);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void arrange();
    void setShort(bool on);

    Theme theme_;
    Segments* readings_;
    int longWidth_ = 0, shortWidth_ = 0;
};

}  // namespace rnnscope
