// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string_view>
#include <vector>

#include "app/plot/theme.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace rnnscope {

class ChoiceButton;
class LessonPlayer;
class PageBar;

/// What a lesson says, beside what it shows: the page's words, its question, and the ways on.
/// Hidden while no lesson is open.
class LessonColumn : public QWidget {
    Q_OBJECT

  public:
    explicit LessonColumn(LessonPlayer* player, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// One of `languages`.
    void setLanguage(std::string_view language);
    /// The next lesson that is opened is tried by who writes it.
    void setPreview(bool on) { preview_ = on; }

    /// At scale 1.
    static constexpr double columnWidth = 316;

    const std::vector<ChoiceButton*>& choices() const { return choices_; }
    QPushButton* nextButton() const { return next_; }
    QPushButton* previousButton() const { return previous_; }
    QToolButton* resetButton() const { return reset_; }
    QToolButton* closeButton() const { return close_; }
    /// Shows the column of controls where there is little room for both; checkable.
    QToolButton* controlsButton() const { return controls_; }
    QScrollArea* scroller() const { return scroller_; }
    QString shownTitle() const;

  signals:
    /// After the last page: what else there is.
    void galleryRequested();

  private:
    void build();
    bool isAtEnd() const;
    void showPage();
    void showAnswer();
    void buildQuestion(QVBoxLayout* column);
    QLabel* words(const QString& html, const QFont& font);

    LessonPlayer* player_;
    Theme theme_;
    std::string_view language_;
    bool preview_ = false;
    QLabel* heading_;
    QToolButton *close_, *reset_, *controls_;
    PageBar* pages_;
    QScrollArea* scroller_;
    QLabel* count_;
    QPushButton *previous_, *next_;
    QLabel* title_ = nullptr;
    QLabel* why_ = nullptr;
    std::vector<ChoiceButton*> choices_;
};

}  // namespace rnnscope
