// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "app/plot/theme.h"
#include "core/hold.h"

class QLabel;
class QLineEdit;
class QWidgetAction;

namespace rnnscope {

/// What can be held, seen from one unit at one step.
struct HoldSubject {
    std::string quantity;           ///< id
    QString symbol, name;           ///< "f", "forget gate"
    std::optional<int> layer = {};  ///< with its direction; none where there is only one
    bool reverse = false;
    Index unit = 0, units = 1;
    Index step = 0, steps = 1;      ///< time, from 0
    bool backwardInTime = false;    ///< steps follow each other from the last time to the first
    std::vector<HoldChoice> holds;  ///< all there are
};

/// Asks how to hold a quantity: at which value, of which units, at which steps; or to release it.
/// The choice of units and steps leaves the menu open.
class HoldMenu : public QMenu {
    Q_OBJECT

  public:
    HoldMenu(HoldSubject subject, const Theme& theme, QWidget* parent);

    QAction* holdAt(int value) const { return value == 1 ? atOne_ : atZero_; }  ///< 0 or 1
    QLineEdit* field() const { return field_; }
    /// Why what was typed is not taken; empty where it is.
    QString complaint() const;
    QAction* oneUnit() const { return oneUnit_; }        ///< null where there is only one
    QAction* fromHere() const { return fromHere_; }      ///< null where there is one step
    QAction* thisStep() const { return thisStep_; }      ///< the same
    QAction* releaseAction() const { return release_; }  ///< null where nothing is held

  signals:
    /// All that is to be held, and what that is called where it is undone.
    void holdRequested(const std::vector<rnnscope::HoldChoice>& holds, const QString& text);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void addTitle();
    void addField();
    void addScopes();
    void addRelease();
    QString heldNow() const;
    HoldChoice choice(double value) const;
    void hold(double value);
    void take();
    void complain(const QString& text);

    HoldSubject subject_;
    Theme theme_;
    QAction *atOne_ = nullptr, *atZero_ = nullptr;
    QAction *oneUnit_ = nullptr, *fromHere_ = nullptr, *thisStep_ = nullptr, *release_ = nullptr;
    QWidgetAction* typed_ = nullptr;
    QLineEdit* field_ = nullptr;
    QLabel* complaint_ = nullptr;
};

}  // namespace rnnscope
