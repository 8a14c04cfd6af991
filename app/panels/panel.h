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
#include "core/analyses.h"

class QCPPainter;

namespace rnnscope {

/// Where the playhead is and what it looks at, as a plain value.
struct View {
    Position position;
    int layer = 0;
    bool reverse = false;
    int unit = 0;
    /// A loss and a state that are pointed at somewhere, as times: panels over time mark both.
    std::optional<StepPair> pair = {};
    /// A quantity of the cell that is pointed at somewhere, by its number: drawing, equations and
    /// plots all light it up. It may be of a cell that is no longer shown.
    std::optional<std::size_t> quantity = {};

    bool operator==(const View&) const = default;
};

/// The numbers behind a panel: named columns of equal length.
struct DataTable {
    QStringList names;
    std::vector<std::vector<double>> columns;
};

/// Why a pass has no loss and so no gradient: it is of a generated sequence, or else `choose`,
/// which says what to choose.
QString withoutLossText(const Snapshot& snapshot, const QString& choose);

/// A view of one pass: data in, pixels out. Knows neither the document nor other panels; what the
/// user wants leaves by a signal. Used on the screen and, never shown, for figures. A stop of the
/// Tab key; a screen reader is told its summary() and where the playhead is.
class Panel : public QWidget {
    Q_OBJECT

  public:
    explicit Panel(const Theme& theme, QWidget* parent = nullptr);

    /// New numbers. Drawn at once where the panel is visible, otherwise when it is next shown.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /// What was shown before the latest change, for a panel that draws it faintly behind; null for
    /// none. Set before the snapshot that it stands behind.
    void setGhost(std::shared_ptr<const Snapshot> ghost);
    /// What was worked out for the analyses this panel needs(), of `analyses->of`.
    void setAnalyses(std::shared_ptr<const Analyses> analyses);
    /// Analyses, combined by |, that this panel shows; worked out only while it is visible.
    virtual unsigned needs() const { return NoAnalysis; }
    /// A moved playhead: only the cursor is drawn anew, unless layer, direction or unit changed.
    void setView(const View& view);
    void setTheme(const Theme& theme);
    /// Puts on what the user has switched on another panel of the same kind, as for a figure of it.
    /// Numbers and places are given as ever.
    virtual void showLike(const Panel& /*shown*/) {}
    /// Brings what is drawn up to date though nobody sees it; for figures.
    void freshen();

    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
    const std::shared_ptr<const Snapshot>& ghost() const { return ghost_; }
    /// Null until the first have arrived. While new ones are worked out the last stay, so their
    /// `of` may be older than snapshot().
    const std::shared_ptr<const Analyses>& analyses() const { return analyses_; }
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
    /// One line of what is drawn, with numbers, for who does not see it; asked for only then.
    virtual QString summary() const { return accessibleDescription(); }
    /// Whether data() is of the place where the playhead is, so that it changes as that moves.
    virtual bool dataMoves() const { return false; }
    /// Where in data() it is looked at.
    virtual View place() const { return view_; }

  signals:
    /// The user pointed at a place: a time step (0-based) of the running phase.
    void stepRequested(int step);
    void unitRequested(int unit);
    /// The user points at the dependence of one step's loss on another step's state, or no longer.
    void pairHovered(std::optional<rnnscope::StepPair> pair);
    /// The user points at a quantity of the cell, by its number, or no longer.
    void quantityHovered(std::optional<std::size_t> quantity);
    /// The product of Jacobians over a span is asked for, or no longer.
    void spanRequested(std::optional<rnnscope::Span> span);
    /// Another field is asked for.
    void fieldRequested(rnnscope::FieldChoice choice);
    /// needs() changed, as after one of the panel's own switches.
    void needsChanged();
    /// An update whose pass is to be shown.
    void updateRequested(int update);
    /// refresh() is done, so data() may be another.
    void refreshed();
    /// moveCursor() is done.
    void cursorMoved();
    /// The numbers are asked for as a table in place of the drawing, as by a screen reader.
    void tableRequested();

  protected:
    /// Everything may have changed: snapshot, analyses, theme, layer, direction or unit. Never
    /// called without a snapshot.
    virtual void refresh() = 0;
    /// Only view().position changed. Must take no more than a few milliseconds.
    virtual void moveCursor() = 0;
    /// Whether it has a use for ghost().
    virtual bool drawsGhost() const { return false; }

    const Theme& theme() const { return theme_; }
    /// The trace that is looked at; valid for the present snapshot.
    std::size_t trace() const;
    int steps() const { return static_cast<int>(snapshot_->steps()); }
    /// True once the position has come to or past the loss, so that gradients have begun.
    bool backwardBegun() const { return view_.position.phase != Phase::Forward; }
    /// The trace that is looked at, of another snapshot: an analysis may be of an older one.
    std::size_t traceOf(const Snapshot& snapshot) const;
    /// Redraws now if visible, else later. For a panel's own switches.
    void invalidate();

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void renew();

    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Snapshot> ghost_;
    std::shared_ptr<const Analyses> analyses_;
    View view_;
    Theme theme_;
    bool stale_ = true;
};

}  // namespace rnnscope
