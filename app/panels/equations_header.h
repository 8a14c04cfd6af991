// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/panels/equations_page.h"
#include "app/plot/theme.h"

class QMenu;
class QToolButton;

namespace rnnscope {

class Segments;

/// The panel's switches for a title line: of one unit or of the layer, letters or numbers, which
/// update gate, and a menu with all of these and what can be copied. Where there is little room
/// switches are in the menu alone.
class EquationsHeader : public QWidget {
    Q_OBJECT

  public:
    explicit EquationsHeader(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `gates`: the cell has an update gate that can be written either way.
    void setState(const EquationsChoice& choice, bool gates);
    /// Fills a menu with every choice and with what can be copied.
    void fillMenu(QMenu* menu);

    Segments* views() const { return views_; }
    Segments* shows() const { return shows_; }
    Segments* gates() const { return gates_; }
    QToolButton* menuButton() const { return more_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void chosen(rnnscope::EquationsChoice choice);
    void copyRequested(bool latex, bool numbers);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void arrange();

    Theme theme_;
    EquationsChoice choice_;
    bool gatesApply_ = false;
    Segments *views_, *shows_, *gates_;
    QToolButton* more_;
    int most_ = 0, least_ = 0;
};

}  // namespace rnnscope
