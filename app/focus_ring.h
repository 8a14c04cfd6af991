// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace rnnscope {

/// A frame inside a widget that has the focus by keyboard, for widgets that draw none themselves.
/// Belongs to the widget and lies over all that is in it; lets everything through.
class FocusRing : public QWidget {
    Q_OBJECT

  public:
    explicit FocusRing(QWidget* around);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace rnnscope
