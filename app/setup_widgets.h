// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QIcon>
#include <QWidget>
#include <vector>

#include "app/plot/theme.h"

class QAbstractButton;
class QButtonGroup;
class QPushButton;
class QToolButton;

namespace rnnscope {

enum class SetupIcon { Reset, Dice, Open, Undo, Redo };

/// Drawn in one colour, from the program's own outlines, at any size.
QIcon setupIcon(SetupIcon icon, const QColor& colour);

/// A flat, square button of `side` pixels at scale 1 around an icon.
void makeIconButton(QToolButton* button, const QIcon& icon, const Theme& theme, double side);

/// Its place stays empty when it is hidden, so that nothing jumps.
void keepRoomWhenHidden(QWidget* widget);

/// Lets the wheel scroll what is around: a value changes by wheel only where the focus is.
void ignoreWheelWithoutFocus(QWidget* widget);

/// A choice that looks like the value it stands for, bold at the right; a frame comes with the
/// pointer or the focus.
class QuietCombo : public QComboBox {
    Q_OBJECT

  public:
    explicit QuietCombo(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;

  private:
    Theme theme_;
};

/// A row of buttons of which one is down.
class Segments : public QWidget {
    Q_OBJECT

  public:
    /// `kind` is "true" or "clip", as the style sheet knows it.
    Segments(const QStringList& texts, const char* kind, QWidget* parent = nullptr);
    /// −1: none.
    void setCurrent(int index);
    int current() const;
    QPushButton* button(int index) const;
    void setTheme(const Theme& theme);

  signals:
    void chosen(int index);  ///< by the user

  private:
    QButtonGroup* group_;
};

}  // namespace rnnscope
