// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_column.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/focus_ring.h"
#include "app/lessons/choice_button.h"
#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/page_bar.h"

namespace rnnscope {
namespace {

constexpr double textSize = 13;
const QString pageName = QStringLiteral("lessonPage");

/// A page to be read, by which what scrolls it is known.
QAccessibleInterface* makeAccessiblePage(const QString&, QObject* object) {
    auto* scroller = qobject_cast<QScrollArea*>(object);
    return scroller && scroller->objectName() == pageName
               ? new QAccessibleWidget(scroller, QAccessible::Document)
               : nullptr;
}

ChoiceButton::State stateOf(std::size_t choice, const LessonQuestion& question,
                            const LessonPlayer& player) {
    const bool guessed = player.chosen() == choice;
    if (!player.isRevealed())
        return guessed ? ChoiceButton::State::Chosen : ChoiceButton::State::Open;
    if (choice == question.answer)
        return ChoiceButton::State::Right;
    return guessed ? ChoiceButton::State::Wrong : ChoiceButton::State::Other;
}

}  // namespace

LessonColumn::LessonColumn(LessonPlayer* player, QWidget* parent)
    : QWidget(parent), player_(player), theme_(Theme::light()), language_(lessonLanguage()) {
    setObjectName(QStringLiteral("lesson"));
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Lesson"));
    build();
    setTheme(theme_);
    setVisible(player_->isOpen());
    connect(player_, &LessonPlayer::pageShown, this, [this] {
        showPage();
        show();
    });
    connect(player_, &LessonPlayer::answerChanged, this, &LessonColumn::showAnswer);
    connect(player_, &LessonPlayer::closed, this, &QWidget::hide);
}

void LessonColumn::build() {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(makeAccessiblePage), true);
    auto* rows = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    heading_ = new QLabel;
    heading_->setProperty("role", "heading");
    heading_->setWordWrap(true);
    heading_->setTextFormat(Qt::PlainText);
    head->addWidget(heading_, 1);
    close_ = new QToolButton;
    close_->setProperty("role", "link");
    close_->setText(QStringLiteral("✕"));
    connect(close_, &QToolButton::clicked, player_, &LessonPlayer::close);
    head->addWidget(close_, 0, Qt::AlignTop);
    rows->addLayout(head);
    pages_ = new PageBar;
    connect(pages_, &PageBar::pageRequested, player_, &LessonPlayer::goTo);
    rows->addWidget(pages_);

    scroller_ = new QScrollArea;
    scroller_->setWidgetResizable(true);
    scroller_->setFrameShape(QFrame::NoFrame);
    scroller_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller_->viewport()->setAutoFillBackground(false);
    scroller_->setObjectName(pageName);  // first: by it the role is told
    scroller_->setAccessibleName(tr("Page"));
    new FocusRing(scroller_);
    rows->addWidget(scroller_, 1);

    auto* links = new QHBoxLayout;
    const auto link = [&](const QString& text) {
        auto* button = new QToolButton;
        button->setProperty("role", "link");
        button->setText(text);
        return button;
    };
    reset_ = link(tr("↺ page as it began"));
    reset_->setAccessibleName(tr("Page as it began"));
    reset_->setToolTip(player_->resetAction()->toolTip());
    connect(reset_, &QToolButton::clicked, player_, &LessonPlayer::reset);
    controls_ = link(tr("controls"));
    controls_->setCheckable(true);
    controls_->setToolTip(tr("Show or hide the column of controls"));
    links->addWidget(reset_);
    links->addStretch(1);
    links->addWidget(controls_);
    rows->addLayout(links);

    auto* foot = new QHBoxLayout;
    previous_ = new QPushButton(tr("‹ Back"));
    previous_->setToolTip(player_->previousAction()->toolTip());
    connect(previous_, &QPushButton::clicked, player_, &LessonPlayer::previous);
    count_ = new QLabel;
    count_->setProperty("role", "muted");
    count_->setAlignment(Qt::AlignCenter);
    next_ = new QPushButton;
    next_->setProperty("role", "primary");
    next_->setToolTip(player_->nextAction()->toolTip());
    connect(next_, &QPushButton::clicked, this, [this] {
        if (isAtEnd() && preview_)
            player_->close();
        else if (isAtEnd())
            Q_EMIT galleryRequested();
        else
            player_->next();
    });
    foot->addWidget(previous_);
    foot->addWidget(count_, 1);
    foot->addWidget(next_);
    rows->addLayout(foot);
}

void LessonColumn::setTheme(const Theme& theme) {
    theme_ = theme;
    setFixedWidth(qRound(theme.px(columnWidth)));
    const int margin = qRound(theme.px(14));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(qRound(theme.px(8)));
    pages_->setTheme(theme);
    if (player_->isOpen())
        showPage();
}

void LessonColumn::setLanguage(std::string_view language) {
    language_ = language;
    if (player_->isOpen())
        showPage();
}

QString LessonColumn::shownTitle() const {
    return title_ ? title_->text() : QString();
}

QLabel* LessonColumn::words(const QString& html, const QFont& font) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::RichText);
    label->setText(html);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void LessonColumn::showPage() {
    const Lesson& lesson = player_->lesson();
    const LessonPage& page = player_->page();
    const QString lessonTitle = lessonLine(lesson.title, language_);
    heading_->setText(preview_ ? tr("Preview: %1").arg(lessonTitle) : lessonTitle);
    const QString leave = preview_ ? tr("Back to the editor") : tr("Close the lesson");
    close_->setAccessibleName(leave);
    close_->setToolTip(leave);
    QStringList titles;
    for (const LessonPage& each : lesson.pages)
        titles << lessonLine(each.title, language_);
    pages_->setPage(player_->pageNumber(), titles);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, qRound(theme_.px(4)), qRound(theme_.px(6)), 0);
    column->setSpacing(qRound(theme_.px(8)));
    title_ = words(titles[player_->pageNumber()].toHtmlEscaped(), theme_.boldFont(16));
    column->addWidget(title_);
    column->addWidget(words(lessonHtml(page.text, language_, theme_), theme_.font(textSize)));
    choices_.clear();
    why_ = nullptr;
    if (page.question)
        buildQuestion(column);
    column->addStretch(1);
    scroller_->setWidget(content);  // what was there goes
    content->setAutoFillBackground(false);
    scroller_->verticalScrollBar()->setValue(0);
    showAnswer();
}

void LessonColumn::buildQuestion(QVBoxLayout* column) {
    const LessonQuestion& question = *player_->page().question;
    auto* line = new QFrame;
    line->setProperty("role", "rule");
    column->addWidget(line);
    column->addWidget(
        words(lessonHtml(question.text, language_, theme_), theme_.boldFont(textSize)));
    for (std::size_t k = 0; k < question.choices.size(); ++k) {
        const LessonText& choice = question.choices[k];
        auto* button = new ChoiceButton(QChar(u'A' + char16_t(k % 26)),
                                        lessonHtml(choice.line(language_), theme_),
                                        lessonLine(choice, language_), theme_);
        connect(button, &QAbstractButton::clicked, player_, [this, k] { player_->choose(k); });
        choices_.push_back(button);
        column->addWidget(button);
    }
    why_ = words(lessonHtml(question.why, language_, theme_), theme_.font(textSize));
    column->addWidget(why_);
}

bool LessonColumn::isAtEnd() const {
    return !player_->hidesAnswer() && player_->pageNumber() + 1 == player_->pageCount();
}

void LessonColumn::showAnswer() {
    const LessonPage& page = player_->page();
    if (page.question) {
        for (std::size_t k = 0; k < choices_.size(); ++k)
            choices_[k]->setState(stateOf(k, *page.question, *player_));
        why_->setVisible(player_->isRevealed());
        if (player_->isRevealed())
            QMetaObject::invokeMethod(
                this,
                [this, why = QPointer<QLabel>(why_)] {
                    if (why)  // once it has its place
                        scroller_->ensureWidgetVisible(why, 0, 0);
                },
                Qt::QueuedConnection);
    }
    next_->setText(player_->hidesAnswer()  ? tr("Show the answer")
                   : isAtEnd() && preview_ ? tr("To the editor")
                   : isAtEnd()             ? tr("All lessons")
                                           : tr("Next ›"));
    previous_->setEnabled(player_->pageNumber() > 0);
    count_->setText(
        QStringLiteral("%1 / %2").arg(player_->pageNumber() + 1).arg(player_->pageCount()));
}

}  // namespace rnnscope
