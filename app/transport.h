// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <vector>

#include "app/playhead.h"
#include "app/plot/theme.h"
#include "app/timeline.h"

namespace rnnscope {

enum class TransportIcon { Start, Back, Play, Pause, Forward, End, Minus, Plus, Loop };

/// The icon's outline in a square of side 1 around the origin.
QPainterPath transportIcon(TransportIcon icon);

/// A flat button of the bar that stands for an action: it triggers it and takes over its tooltip,
/// name, and whether it is enabled and checked.
class TransportButton : public QAbstractButton {
    Q_OBJECT

  public:
    TransportButton(TransportIcon icon, QAction* action, QWidget* parent);

    void setIconShape(TransportIcon icon);
    TransportIcon iconShape() const { return icon_; }
    /// Text beside the icon; empty for none.
    void setLabel(const QString& label);
    void setTheme(const Theme& theme);
    void setPrimary(bool primary);
    /// What the icon and the label need, in pixels.
    double neededWidth() const;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void nextCheckState() override {}  // the action decides

  private:
    void followAction();

    TransportIcon icon_;
    QAction* action_;
    QString label_;
    Theme theme_;
    bool primary_ = false;
    bool ring_ = false;  // focus came by keyboard
};

/// How much the bar shows: at each level it takes less room, and the timeline gets what is left.
struct TransportLevel {
    double button;     ///< width of a button at scale 1
    double gap;        ///< between buttons
    double space;      ///< between groups and at the ends
    bool loopLabel;    ///< "Keep training" in words
    bool updateAside;  ///< update number behind the time instead of under it
    bool speedWords;   ///< "4 steps/s" rather than "4/s"
};

/// The card along the bottom: buttons, where we are in words, the timeline, speed.
class Transport : public QWidget {
    Q_OBJECT

  public:
    explicit Transport(Playhead* playhead, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    Timeline* timeline() const { return timeline_; }
    TransportButton* playButton() const { return play_; }
    TransportButton* nextButton() const { return buttons_[3]; }
    /// Where we are, in words.
    QWidget* place() const;
    const TransportLevel& level() const { return *level_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

  private:
    class Words;

    TransportButton* addButton(TransportIcon icon, QAction* action);
    void arrange();
    void refresh();
    double wordsWidth(const TransportLevel& level) const;
    double speedWidth(const TransportLevel& level) const;
    /// Everything but the timeline.
    double fixedWidth(const TransportLevel& level) const;
    void applyLevel(const TransportLevel& level);

    Playhead* playhead_;
    Theme theme_;
    const TransportLevel* level_;
    std::vector<TransportButton*> buttons_;  // start … end, left to right
    TransportButton *play_, *slower_, *faster_, *loop_;
    Words *where_, *speed_;
    Timeline* timeline_;
    int updateDigits_ = 3;  // room kept for the update number, so that the line does not jump
};

}  // namespace rnnscope
