// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "app/panels/panel.h"

class QPainter;

namespace rnnscope {

/// What the bench's pages draw.
struct ClippingSource {
    std::shared_ptr<const Snapshot> snapshot;  ///< never null
    std::shared_ptr<const Analyses> analyses;
    Theme theme;
    bool played = false;  ///< the playhead has come to the clipping
};

/// One of the three ways to look at clipping; a painter without a window.
class ClippingPage {
  public:
    virtual ~ClippingPage() = default;

    void show(ClippingSource source) {
        source_ = std::move(source);
        fill();
    }
    /// The playhead has come to the clipping, or left it.
    void setPlayed(bool played) { source_.played = played; }
    virtual void paint(QPainter& painter, const QRectF& area) const = 0;
    /// HTML about a place; empty where there is nothing.
    virtual QString hoverText(const QRectF& area, const QPointF& point) const = 0;
    virtual DataTable data() const = 0;
    /// What is seen, in words.
    virtual QString description() const = 0;

  protected:
    /// The source is another.
    virtual void fill() {}
    const ClippingSource& source() const { return source_; }
    const Snapshot& snapshot() const { return *source_.snapshot; }
    const Theme& theme() const { return source_.theme; }

  private:
    ClippingSource source_{nullptr, nullptr, Theme::light(), false};
};

}  // namespace rnnscope
