// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include "app/plot/theme.h"

namespace rnnscope {

/// A number typed on the spot, over what it is of. Return takes it; Esc, or nothing changed, leaves
/// the old one. Hidden until it is opened.
class ValueField : public QLineEdit {
    Q_OBJECT

  public:
    explicit ValueField(QWidget* parent);

    /// Above `spot`, within the parent, with the old number to be typed over.
    void open(const QPointF& spot, double value, const Theme& theme);
    /// Takes what was typed, if it is a number.
    void finish();
    /// Leaves the old one.
    void close();

  signals:
    void entered(double value);
    /// What was typed is no number; the old one stands there again.
    void refused(const QString& reason);
    void closed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    bool take();

    QString old_;
};

}  // namespace rnnscope
