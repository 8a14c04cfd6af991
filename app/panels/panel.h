// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <vector>

#include "app/playhead.h"
#include "app/plot/theme.h"
#include "core/experiment.h"

class QCPPainter;

namespace rnnscope {

/// Where the playhead is and what it looks at, as a plain value.
struct View {
    Position position;
    int layer = 0;
    bool reverse = false;
    int unit = 0;

    bool operator==(const View&) const = default;
};

/// The numbers behind a panel: named columns of equal length.
struct DataTable {
    QStringList names;
    std::vector<std::vector<double>> columns;
};

/// A view of one pass: data in, pixels out. Knows neither the document nor other panels; what the
/// user wants leaves by a signal. Used on the screen and, never shown, for figures.
class Panel : public QWidget {
    Q_OBJECT

  public:
    explicit Panel(const Theme& theme, QWidget* parent = nullptr);

    /// New numbers. Drawn at once where the panel is visible, otherwise when it is next shown.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// A moved playhead: only the cursor is drawn anew, unless layer, direction or unit changed.
    void setView(const View& view);
    void setTheme(const Theme& theme);
    /// Brings what is drawn up to date though nobody sees it; for figures.
    void freshen();

    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
    const View& view() const { return view_; }

    /// A small widget for the right end of the card's title line (a chip, switches); null for none.
    /// Belongs to the panel's card.
    virtual QWidget* headerTool() { return nullptr; }
    /// Draws the panel as it stands into a figure's rectangle (CSS pixels), as vectors where the
    /// device is one. The ground is filled already, the title is drawn by the caller.
    virtual void paintFigure(QCPPainter& painter, const QRectF& area) = 0;
    /// A good size for a figure of this panel alone, in CSS pixels.
    virtual QSizeF figureSize() const { return {800, 400}; }
    /// What is drawn, as numbers.
    virtual DataTable data() const = 0;

  signals:
    /// The user pointed at a place: a time step (0-based) of the running phase.
    void stepRequested(int step);
    void unitRequested(int unit);

  protected:
    /// Everything may have changed: snapshot, theme, layer, direction or unit. Never called
    /// without a snapshot.
    virtual void refresh() = 0;
    /// Only view().position changed. Must take no more than a few milliseconds.
    virtual void moveCursor() = 0;

    const Theme& theme() const { return theme_; }
    /// The trace that is looked at; valid for the present snapshot.
    std::size_t trace() const;
    int steps() const { return static_cast<int>(snapshot_->steps()); }
    /// True once the position has come to or past the loss, so that gradients have begun.
    bool backwardBegun() const { return view_.position.phase != Phase::Forward; }
    /// Redraws now if visible, else later. For a panel's own switches.
    void invalidate();

    void showEvent(QShowEvent* event) override;

  private:
    std::shared_ptr<const Snapshot> snapshot_;
    View view_;
    Theme theme_;
    bool stale_ = true;
};

}  // namespace rnnscope
