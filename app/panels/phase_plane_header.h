// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "app/plot/theme.h"
#include "core/analysis/plane.h"

class QSpinBox;

namespace rnnscope {

class Segments;

/// The phase plane's switches for a title line: components or units, which units, which state.
class PhasePlaneHeader : public QWidget {
    Q_OBJECT

  public:
    explicit PhasePlaneHeader(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `states` are the symbols of the cell's states, at most two.
    void setState(const PlaneChoice& choice, const QStringList& states, int units);

    Segments* axes() const { return axes_; }
    Segments* states() const { return states_; }
    QSpinBox* unit(int axis) const { return axis == 0 ? first_ : second_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void chosen(const rnnscope::PlaneChoice& choice);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    /// How much there is room for: everything; short words; no numbers of units.
    enum class Room { Wide, Short, Least };
    void arrange();
    std::vector<QWidget*> parts(Room room) const;
    int widthOf(Room room) const;

    Theme theme_;
    PlaneChoice choice_;
    int units_ = 1, stateCount_ = 1;
    Segments *axes_, *states_;
    QSpinBox *first_, *second_;
    QStringList shownStates_;
    QString styledFor_;  // theme and scale
    bool showing_ = false;
    int wide_ = 0, least_ = 0;
};

}  // namespace rnnscope
