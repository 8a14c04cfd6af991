// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/plot/theme.h"

class QLabel;

namespace rnnscope {

/// What a panel is, over the window; goes with the next click or key. Its link leads to a lesson.
class HelpPopup : public QFrame {
    Q_OBJECT

  public:
    HelpPopup(const QString& title, const QString& html, const Theme& theme, QWidget* parent);

    /// Under a place of the screen, as far as there is room there.
    void popup(const QPoint& place);
    QString text() const;

  signals:
    void linkActivated(const QString& link);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QLabel* words_;
};

}  // namespace rnnscope
