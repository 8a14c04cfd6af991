// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QTimer>
#include <QWidget>
#include <vector>

#include "app/plot/theme.h"

class QAction;

namespace rnnscope {

/// Stands for an action: its name over its key.
class PresenterButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit PresenterButton(QAction* action, QWidget* parent);

    void setTheme(const Theme& theme);
    QAction* action() const { return action_; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent*) override;
    void nextCheckState() override {}  // the action decides

  private:
    void follow();
    QString key() const;

    QAction* action_;
    Theme theme_;
};

/// What a presenter can do, with the keys: over everything, near the lower edge of the window.
/// Appears when asked to, and goes by itself once the pointer has left it for a while.
class PresenterBar : public QWidget {
    Q_OBJECT

  public:
    PresenterBar(const QList<QAction*>& actions, QWidget* window);

    void setTheme(const Theme& theme);
    /// Which of them has something to say at present; the rest take no place.
    void arrange();
    /// In the middle of the window, its lower edge at `bottom`.
    void place(int bottom);
    /// For as long as it stays, or at least for so many ms.
    void appear(int atLeast = 0);
    const std::vector<PresenterButton*>& buttons() const { return buttons_; }
    /// How long it stays without the pointer, in ms.
    void setStays(int milliseconds);

  protected:
    void paintEvent(QPaintEvent*) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    Theme theme_;
    std::vector<PresenterButton*> buttons_;
    QTimer clock_;
    int stays_ = 2500;  // ms
    int bottom_ = 0;
};

}  // namespace rnnscope
