// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "app/plot/theme.h"

namespace rnnscope {

/// The keys of the given actions on one sheet, as F1 shows them. Any key or click closes it.
class KeysSheet : public QDialog {
    Q_OBJECT

  public:
    KeysSheet(const QList<QAction*>& actions, const Theme& theme, QWidget* parent);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
};

}  // namespace rnnscope
