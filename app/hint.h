// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include "app/plot/theme.h"

namespace rnnscope {

/// A line under a field that says why what was typed there is not taken. Stands over everything
/// else of the window, tells screen readers, and goes after five seconds.
class Hint : public QObject {
    Q_OBJECT

  public:
    explicit Hint(QWidget* field);
    ~Hint() override;

    void show(const QString& text, const Theme& theme);
    void hide();
    bool isShown() const { return label_ && !label_->isHidden(); }
    /// Empty where none is shown.
    QString text() const { return isShown() ? label_->text() : QString(); }

  signals:
    /// Appeared, or went.
    void changed();

  private:
    QWidget* field_;
    QPointer<QLabel> label_;  // a child of the window, so that nothing cuts it off
    QTimer time_;
};

}  // namespace rnnscope
