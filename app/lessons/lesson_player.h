// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <optional>
#include <vector>

#include "core/lesson.h"

class QAction;

namespace rnnscope {

class Document;

/// The lesson that is open, the page it stands at, and what has been seen of its questions. Each
/// page puts its setup in place of what is there, undoably; the rest of its state is the window's
/// affair.
class LessonPlayer : public QObject {
    Q_OBJECT

  public:
    explicit LessonPlayer(Document* document, QObject* parent = nullptr);

    /// Begins at a page; an error leaves everything as it was. Another lesson that is open is
    /// closed first.
    Done open(Lesson lesson, int page = 0);
    /// Stands at a page again, as when the program was closed, and leaves what is there as it is:
    /// it may have been changed by hand since.
    Done resume(Lesson lesson, int page);
    void close();

    bool isOpen() const { return lesson_.has_value(); }
    /// These only while one is open.
    const Lesson& lesson() const { return *lesson_; }
    const LessonPage& page() const { return lesson_->pages[std::size_t(page_)]; }
    int pageNumber() const { return page_; }  ///< from 0
    int pageCount() const { return isOpen() ? static_cast<int>(lesson_->pages.size()) : 0; }

    /// With a clicker's two keys: on to the answer of a question that is still covered, else to the
    /// next page; back to the previous page.
    void next();
    void previous();
    void goTo(int page);
    /// The page's state again, whatever became of it. What was seen of its question stays.
    void reset();

    /// A guess; another one takes its place until the answer is seen.
    void choose(std::size_t choice);
    std::optional<std::size_t> chosen() const;
    void reveal();
    bool isRevealed() const;
    bool hidesAnswer() const { return isOpen() && page().question && !isRevealed(); }

    /// True while a page's setup is put in place.
    bool isSetting() const { return setting_; }

    /// Next, previous, page again, close: for the menu, the window's keys and the sheet of keys.
    QList<QAction*> actions() const { return {next_, previous_, reset_, close_}; }
    /// Others in their place, in the language of now; who shows them must ask for them again.
    void renewActions();
    QAction* nextAction() const { return next_; }
    QAction* previousAction() const { return previous_; }
    QAction* resetAction() const { return reset_; }
    QAction* closeAction() const { return close_; }

  signals:
    /// A page's setup is in place; its numbers may still be on their way.
    void pageShown();
    /// A guess was made, or an answer uncovered.
    void answerChanged();
    void closed();
    /// A page's setup does not work; the page before stays. One line.
    void refused(const QString& message);

  private:
    struct Seen {
        std::optional<std::size_t> chosen;
        bool revealed = false;
    };

    Done show(int page);
    void tellPage();
    void prepare(int page);
    void makeActions();
    void refreshActions();

    Document* document_;
    std::optional<Lesson> lesson_;
    int page_ = 0;
    std::vector<Seen> seen_;  // a page each
    bool setting_ = false;
    QAction *next_, *previous_, *reset_, *close_;
};

}  // namespace rnnscope
