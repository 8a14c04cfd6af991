// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "app/plot/theme.h"

namespace rnnscope {

/// A field for one number, over what it changes. Return and a click elsewhere take what was typed,
/// Escape leaves it.
class WeightsEditor : public QLineEdit {
    Q_OBJECT

  public:
    explicit WeightsEditor(QWidget* parent);

    /// Opens over `place`, within the parent; `text` is typed over unless it was `begun` by a key.
    /// Where it is empty, `prompt` says what to type.
    void open(const QRectF& place, const QString& text, const QString& prompt, bool begun,
              const Theme& theme);
    void close();

  signals:
    void entered(const QString& text);
    void left();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

}  // namespace rnnscope
