// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "app/hint.h"
#include "core/hold.h"

namespace rnnscope {

/// What is held, as text: "f=1, h[3]@5-9=0". What is not understood gets a hint, and the old text
/// comes back.
class HoldField : public QLineEdit {
    Q_OBJECT

  public:
    explicit HoldField(QWidget* parent = nullptr);

    /// What this cell has not is hinted at when it comes to rest.
    void setHolds(const std::vector<HoldChoice>& holds, const Cell& cell);
    /// Says why what was typed is not taken, and goes back to what is held.
    void refuse(const QString& reason);
    void setTheme(const Theme& theme);
    const Hint& hint() const { return hint_; }

  signals:
    void chosen(const std::vector<rnnscope::HoldChoice>& holds);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void take();

    QString resting_;
    Theme theme_ = Theme::light();
    Hint hint_{this};
    QString text_;
};

}  // namespace rnnscope
