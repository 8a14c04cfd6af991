// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/notes_window.h"

#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "app/lessons/lesson_html.h"
#include "app/lessons/lesson_player.h"
#include "core/lesson_text.h"

namespace rnnscope {
namespace {

constexpr int previewEvery = 400;  // ms

QString titleOf(const LessonPage& page, std::string_view language) {
    return QString::fromStdString(plainText(page.title.line(language)));
}

}  // namespace

NotesWindow::NotesWindow(LessonPlayer* player, QWidget* parent)
    : QWidget(parent, Qt::Window),
      player_(player),
      theme_(Theme::light()),
      language_(lessonLanguage()) {
    setObjectName(QStringLiteral("notes"));
    setWindowTitle(tr("Notes – RNNScope"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    resize(820, 620);
    since_.start();
    connect(&ticks_, &QTimer::timeout, this, &NotesWindow::showTime);
    connect(&pictures_, &QTimer::timeout, this, &NotesWindow::showPreview);
    connect(player_, &LessonPlayer::pageShown, this, &NotesWindow::showPage);
    connect(player_, &LessonPlayer::answerChanged, this, &NotesWindow::showPage);
    connect(player_, &LessonPlayer::closed, this, &NotesWindow::showPage);
    setTheme(theme_);
}

QLabel* NotesWindow::words(QVBoxLayout* column) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

void NotesWindow::build() {
    auto* rows = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    time_ = new QLabel;
    time_->setAccessibleName(tr("Time of day"));
    head->addWidget(time_);
    elapsed_ = new QLabel;
    elapsed_->setAccessibleName(tr("Since the beginning"));
    head->addWidget(elapsed_);
    restart_ = new QToolButton;
    restart_->setText(tr("↺ from 0:00"));
    restart_->setToolTip(tr("Count from now"));
    restart_->setAccessibleName(restart_->toolTip());
    restart_->setFocusPolicy(Qt::NoFocus);  // keys are for the lecture
    connect(restart_, &QToolButton::clicked, this, &NotesWindow::restartClock);
    head->addWidget(restart_);
    head->addStretch(1);
    page_ = new QLabel;
    head->addWidget(page_);
    rows->addLayout(head);

    auto* scroller = new QScrollArea;
    scroller->setWidgetResizable(true);
    scroller->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    preview_ = new QLabel;
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setAccessibleName(tr("What the class does not see"));
    preview_->hide();
    column->addWidget(preview_);
    title_ = words(column);
    notes_ = words(column);
    auto* rule = new QFrame;
    rule->setProperty("role", "rule");
    column->addSpacing(12);
    column->addWidget(rule);
    column->addSpacing(6);
    next_ = words(column);
    next_->setProperty("role", "muted");
    nextTitle_ = words(column);
    nextText_ = words(column);
    nextText_->setProperty("role", "muted");
    column->addStretch(1);
    scroller->setWidget(content);
    content->setAutoFillBackground(false);
    scroller->viewport()->setAutoFillBackground(false);
    rows->addWidget(scroller, 1);
}

/// The theme's colours at the size of a screen that is sat at, whatever size the class is shown.
void NotesWindow::setTheme(const Theme& theme) {
    theme_ = theme;
    theme_.scale = 1;
    setPalette(theme_.palette());
    setFont(theme_.font());
    setStyleSheet(theme_.styleSheet() +
                  QStringLiteral("#notes { background: %1; }").arg(theme_.card.name()));
    layout()->setContentsMargins(22, 18, 22, 18);
    layout()->setSpacing(14);
    time_->setFont(theme_.boldFont(26));
    elapsed_->setFont(theme_.font(26));
    elapsed_->setContentsMargins(18, 0, 4, 0);
    restart_->setFont(theme_.font(13));
    page_->setFont(theme_.boldFont(20));
    title_->setFont(theme_.boldFont(22));
    notes_->setFont(theme_.font(20));
    next_->setFont(theme_.font(14));
    nextTitle_->setFont(theme_.boldFont(17));
    nextText_->setFont(theme_.font(16));
    showPage();
    showTime();
}

void NotesWindow::setLanguage(std::string_view language) {
    language_ = language;
    showPage();
}

void NotesWindow::restartClock() {
    since_.restart();
    showTime();
}

void NotesWindow::showPage() {
    const bool open = player_->isOpen();
    const int page = player_->pageNumber(), count = player_->pageCount();
    page_->setText(open ? tr("Page %1 of %2").arg(page + 1).arg(count) : QString());
    const LessonPage* next =
        open && page + 1 < count ? &player_->lesson().pages[std::size_t(page + 1)] : nullptr;
    for (QLabel* each : {nextTitle_, nextText_})
        each->setVisible(next);
    next_->setVisible(open);
    if (!open) {
        title_->setText(tr("No lesson is open"));
        notes_->setText(
            tr("While one is (menu <i>Lessons</i>), the notes of its page and the page "
               "that comes next stand here."));
        return;
    }
    title_->setText(titleOf(player_->page(), language_).toHtmlEscaped());
    const LessonText& notes = player_->page().notes;
    notes_->setText(notes.empty() ? tr("This page has no notes.")
                                  : lessonHtml(notes, language_, theme_));
    next_->setText(player_->hidesAnswer() ? tr("Next: the answer, and then")
                   : next                 ? tr("Next")
                                          : tr("This is the last page"));
    if (!next)
        return;
    nextTitle_->setText(titleOf(*next, language_).toHtmlEscaped());
    nextText_->setText(lessonHtml(next->text, language_, theme_));
}

void NotesWindow::showTime() {
    time_->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
    const qint64 seconds = since_.elapsed() / 1000;
    elapsed_->setText(
        seconds < 3600
            ? QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
            : QStringLiteral("%1:%2:%3")
                  .arg(seconds / 3600)
                  .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
                  .arg(seconds % 60, 2, 10, QChar(u'0')));
}

void NotesWindow::setPreview(std::function<QPixmap()> picture) {
    picture_ = std::move(picture);
    showPreview();
}

void NotesWindow::showPreview() {
    const bool shown = picture_ && isVisible();
    preview_->setVisible(shown);
    if (!shown) {
        pictures_.stop();
        preview_->setPixmap({});
        return;
    }
    QPixmap picture = picture_();
    const double ratio = devicePixelRatioF();
    picture.setDevicePixelRatio(1);
    picture = picture.scaled((QSizeF(width() - 80, height() / 2.0) * ratio).toSize(),
                             Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    preview_->setPixmap(picture);
    pictures_.start(previewEvery);
}

void NotesWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showPage();
    showTime();
    showPreview();
    ticks_.start(500);
}

void NotesWindow::hideEvent(QHideEvent* event) {
    ticks_.stop();
    pictures_.stop();
    QWidget::hideEvent(event);
}

void NotesWindow::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void NotesWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (pictures_.isActive())
        showPreview();
}

QString NotesWindow::notes() const {
    return notes_->text();
}
QString NotesWindow::nextTitle() const {
    return nextTitle_->isVisibleTo(this) ? nextTitle_->text() : QString();
}
QString NotesWindow::elapsed() const {
    return elapsed_->text();
}
QString NotesWindow::pageNumber() const {
    return page_->text();
}
bool NotesWindow::showsPreview() const {
    return preview_->isVisible() && !preview_->pixmap().isNull();
}

}  // namespace rnnscope
