// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_player.h"

#include <QAction>
#include <QKeySequence>
#include <QScopedValueRollback>
#include <algorithm>

#include "app/document.h"
#include "app/lessons/lesson_html.h"
#include "core/lesson_check.h"

namespace rnnscope {

LessonPlayer::LessonPlayer(Document* document, QObject* parent)
    : QObject(parent), document_(document) {
    makeActions();
}

void LessonPlayer::makeActions() {
    const auto make = [this](const QString& text, const QString& name, const QKeySequence& key,
                             void (LessonPlayer::*slot)()) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    next_ =
        make(tr("&Next page"), QStringLiteral("nextPage"), Qt::Key_PageDown, &LessonPlayer::next);
    previous_ = make(tr("&Previous page"), QStringLiteral("previousPage"), Qt::Key_PageUp,
                     &LessonPlayer::previous);
    reset_ =
        make(tr("Page as it &began"), QStringLiteral("resetPage"), Qt::Key_R, &LessonPlayer::reset);
    close_ = make(tr("&Close the lesson"), QStringLiteral("closeLesson"), {}, &LessonPlayer::close);
    next_->setToolTip(tr("The answer, or the next page (%1)")
                          .arg(next_->shortcut().toString(QKeySequence::NativeText)));
    previous_->setToolTip(
        tr("The previous page (%1)").arg(previous_->shortcut().toString(QKeySequence::NativeText)));
    reset_->setToolTip(tr("Back to what this page began with (%1)")
                           .arg(reset_->shortcut().toString(QKeySequence::NativeText)));
    refreshActions();
}

void LessonPlayer::renewActions() {
    qDeleteAll(actions());
    makeActions();
}

Done LessonPlayer::open(Lesson lesson, int page) {
    if (auto status = loadLessonFiles(lesson, openFile); !status)
        return status;
    auto before = std::exchange(lesson_, std::move(lesson));
    auto seen = std::exchange(seen_, std::vector<Seen>(lesson_->pages.size()));
    if (auto status = show(std::clamp(page, 0, pageCount() - 1)); !status) {
        lesson_ = std::move(before);
        seen_ = std::move(seen);
        return status;
    }
    return done();
}

Done LessonPlayer::resume(Lesson lesson, int page) {
    if (auto status = loadLessonFiles(lesson, openFile); !status)
        return status;
    lesson_ = std::move(lesson);
    seen_.assign(lesson_->pages.size(), {});
    page_ = std::clamp(page, 0, pageCount() - 1);
    tellPage();
    return done();
}

void LessonPlayer::close() {
    if (!isOpen())
        return;
    lesson_.reset();
    seen_.clear();
    document_->finishChange();
    refreshActions();
    Q_EMIT closed();
}

void LessonPlayer::next() {
    if (hidesAnswer())
        reveal();
    else if (page_ + 1 < pageCount())
        goTo(page_ + 1);
}

void LessonPlayer::previous() {
    if (page_ > 0)
        goTo(page_ - 1);
}

void LessonPlayer::goTo(int page) {
    if (!isOpen() || page < 0 || page >= pageCount())
        return;
    if (const auto status = show(page); !status)
        Q_EMIT refused(errorText(status.error()));
}

void LessonPlayer::reset() {
    if (isOpen())
        goTo(page_);
}

Done LessonPlayer::show(int page) {
    const LessonPage& next = lesson_->pages[std::size_t(page)];
    {
        const QScopedValueRollback<bool> setting(setting_, true);
        // Pages in a row are one step of undo: back to what there was before the lesson, or to what
        // the page was made into by hand.
        const QString title = lessonLine(lesson_->title, lessonLanguage());
        if (auto status = document_->change(next.setup, tr("Lesson %1").arg(title),
                                            QStringLiteral("lesson"), Start::Untrained);
            !status)
            return status;
        document_->showUpdate(next.update);
    }
    page_ = page;
    tellPage();
    return done();
}

void LessonPlayer::tellPage() {
    refreshActions();
    Q_EMIT pageShown();
    prepare(page_ + 1);
}

/// While a page is read the next is trained.
void LessonPlayer::prepare(int page) {
    if (page >= pageCount())
        return;
    if (const LessonPage& next = lesson_->pages[std::size_t(page)]; next.update > 0)
        document_->prepare(next.setup, next.update);
}

void LessonPlayer::choose(std::size_t choice) {
    if (!hidesAnswer() || choice >= page().question->choices.size())
        return;
    seen_[std::size_t(page_)].chosen = choice;
    Q_EMIT answerChanged();
}

std::optional<std::size_t> LessonPlayer::chosen() const {
    return isOpen() ? seen_[std::size_t(page_)].chosen : std::nullopt;
}

void LessonPlayer::reveal() {
    if (!hidesAnswer())
        return;
    seen_[std::size_t(page_)].revealed = true;
    refreshActions();
    Q_EMIT answerChanged();
}

bool LessonPlayer::isRevealed() const {
    return isOpen() && seen_[std::size_t(page_)].revealed;
}

void LessonPlayer::refreshActions() {
    next_->setEnabled(isOpen() && (hidesAnswer() || page_ + 1 < pageCount()));
    previous_->setEnabled(isOpen() && page_ > 0);
    reset_->setEnabled(isOpen());
    close_->setEnabled(isOpen());
}

}  // namespace rnnscope
