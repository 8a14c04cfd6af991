// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPropertyAnimation>
#include <QString>
#include <QTimer>
#include <QWidget>
#include <functional>

#include "app/plot/theme.h"

class QAbstractButton;
class QPushButton;

namespace rnnscope {

class MessageText;

/// One line for the user at the edge of the window: never modal, hidden while there is nothing to
/// say. Errors and warnings stay until closed or replaced, news fades by itself.
class MessageBar : public QWidget {
    Q_OBJECT

  public:
    enum class Tone { Info, Warning, Error };

    explicit MessageBar(const Theme& theme, QWidget* parent = nullptr);
    ~MessageBar() override;

    /// Replaces what stood there, its action included. Empty text closes.
    void show(const QString& text, Tone tone);
    /// A button for the message that stands there now; it closes the message and then acts.
    void setAction(const QString& text, std::function<void()> act);
    /// Closes at once.
    void dismiss();
    void setTheme(const Theme& theme);
    /// How long news stays, in ms.
    void setInfoStays(int milliseconds) { infoStays_ = milliseconds; }
    int infoStays() const { return infoStays_; }

    const QString& text() const { return text_; }
    Tone tone() const { return tone_; }
    QAbstractButton* closeButton() const { return close_; }
    /// Visible only while there is an action.
    QPushButton* actionButton() const;

  signals:
    void closed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    using QWidget::show;  // only together with a message

    const Theme::Chip& colours() const;
    void applyColours();
    void startClock();
    void fade();
    void stopFading();

    Theme theme_;
    QString text_;
    Tone tone_ = Tone::Info;
    int infoStays_ = 6000;
    std::function<void()> act_;
    MessageText* label_;
    QPushButton* action_;
    QAbstractButton* close_;
    QTimer clock_;
    QPropertyAnimation fading_;
};

}  // namespace rnnscope
