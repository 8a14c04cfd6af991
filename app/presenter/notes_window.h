// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <string_view>

#include "app/plot/theme.h"

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace rnnscope {

class LessonPlayer;

/// For whoever presents, not for the class: the notes of a lesson's page, the page that comes next,
/// the time of day and how long it has been going on. While the class sees a picture that stands
/// still, or nothing, it shows what the program shows behind it.
class NotesWindow : public QWidget {
    Q_OBJECT

  public:
    explicit NotesWindow(LessonPlayer* player, QWidget* parent);

    void setTheme(const Theme& theme);
    /// One of `languages`.
    void setLanguage(std::string_view language);
    /// Counts from now.
    void restartClock();
    /// What is hidden from the class, asked for a few times a second; null takes it away.
    void setPreview(std::function<QPixmap()> picture);

    QToolButton* clockButton() const { return restart_; }
    QString notes() const;
    QString nextTitle() const;
    QString elapsed() const;
    QString pageNumber() const;
    bool showsPreview() const;

  signals:
    /// Closed by its own button.
    void closed();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void showPage();
    void showTime();
    void showPreview();
    QLabel* words(QVBoxLayout* column);

    LessonPlayer* player_;
    Theme theme_;
    std::string_view language_;
    QLabel *time_, *elapsed_, *page_;
    QLabel *title_, *notes_, *next_, *nextTitle_, *nextText_, *preview_;
    QToolButton* restart_;
    QElapsedTimer since_;
    QTimer ticks_, pictures_;
    std::function<QPixmap()> picture_;
};

}  // namespace rnnscope
