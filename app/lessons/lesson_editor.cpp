// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_editor.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTextCursor>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/document.h"
#include "app/language.h"
#include "app/lessons/choice_fields.h"
#include "app/lessons/lesson_writer.h"
#include "app/plot/plural.h"
#include "app/setup_widgets.h"
#include "app/words.h"

namespace rnnscope {
namespace {

constexpr int checkAfter = 400;  // ms without typing, until what is wrong is looked for
constexpr int problemLines = 3;

/// Where what was undone or redone ends: the caret stands there.
qsizetype placeOfChange(const QString& before, const QString& after) {
    qsizetype same = 0;
    const qsizetype most = std::min(before.size(), after.size());
    while (same < most && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    return after.size() - same;
}

}  // namespace

LessonEditor::LessonEditor(LessonWriter* writer, QWidget* parent)
    : QWidget(parent), writer_(writer), theme_(Theme::light()) {
    setObjectName(QStringLiteral("lessonEditor"));
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Lesson editor"));
    build();
    check_.setSingleShot(true);
    check_.setInterval(checkAfter);
    connect(&check_, &QTimer::timeout, this, &LessonEditor::showProblems);
    connect(writer_, &LessonWriter::changed, this, &LessonEditor::showDraft);
    // Words that are typed, too; after a step back or forward what can be undone is known only now.
    connect(&writer_->undoStack(), &QUndoStack::indexChanged, this, &LessonEditor::showEdited);
    setTheme(theme_);
    showDraft();
}

// ---- fields that hold words --------------------------------------------------------------------

QLineEdit* LessonEditor::line(const QString& name, const char* field, bool ofPage) {
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(name);
    edit->setAccessibleName(name);
    edit->installEventFilter(this);
    const auto place = [this, field, ofPage] {
        return LessonDraft::Place{ofPage ? writer_->page() : std::nullopt, field};
    };
    connect(edit, &QLineEdit::textEdited, this, [=, this](const QString& words) {
        if (ofPage && !writer_->page())
            return;
        write(place(), name, words);
    });
    follow_.push_back([=, this] {
        const auto words =
            ofPage && !writer_->page()
                ? QString()
                : QString::fromStdString(writer_->draft().words(place(), writer_->language()));
        edit->setPlaceholderText(hint(name, place()));
        if (edit->text() != words) {
            const int at = int(placeOfChange(edit->text(), words));
            edit->setText(words);
            edit->setCursorPosition(at);
        }
    });
    return edit;
}

QPlainTextEdit* LessonEditor::paragraphs(const QString& name, const char* field, int rows) {
    auto* edit = new QPlainTextEdit;
    edit->setPlaceholderText(name);
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setUndoRedoEnabled(false);  // undo is the lesson's
    edit->installEventFilter(this);
    heights_.emplace_back(edit, rows);
    connect(edit, &QPlainTextEdit::textChanged, this, [=, this] {
        if (!showing_ && writer_->page())
            write({writer_->page(), field}, name, edit->toPlainText());
    });
    follow_.push_back([=, this] {
        const auto words = writer_->page() ? QString::fromStdString(writer_->draft().words(
                                                 {writer_->page(), field}, writer_->language()))
                                           : QString();
        edit->setPlaceholderText(hint(name, {writer_->page(), field}));
        if (edit->toPlainText() != words) {
            const int at = another_ ? 0 : int(placeOfChange(edit->toPlainText(), words));
            edit->setPlainText(words);
            QTextCursor caret = edit->textCursor();
            caret.setPosition(at);
            edit->setTextCursor(caret);
        }
    });
    return edit;
}

/// What an empty field asks for; in a further language, what the first one says.
QString LessonEditor::hint(const QString& name, const LessonDraft::Place& place) const {
    const std::string first = writer_->draft().languages().front();
    const bool lacksPage = !place.page && place.field != "title" && place.field != "summary";
    if (first == writer_->language() || lacksPage)
        return name;
    const auto words = QString::fromStdString(writer_->draft().words(place, first));
    return words.isEmpty() ? name : words;
}

/// Typing in one field in a row is one step of undo.
void LessonEditor::write(const LessonDraft::Place& place, const QString& name,
                         const QString& words) {
    const std::string language = writer_->language();
    const QString field =
        QStringLiteral("%1 %2 %3")
            .arg(place.page ? QString::number(*place.page) : QString(),
                 QString::fromUtf8(place.field.data(), qsizetype(place.field.size())),
                 QString::fromStdString(language));
    writer_->change(tr("Type: %1").arg(name), field, [&](LessonDraft& draft) {
        draft.setWords(place, language, words.toStdString());
    });
}

/// The keys that are the lesson's, and not those of what is typed in or of the window.
bool LessonEditor::takesKey(QEvent* event, bool ofPages) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto does = [&](auto act) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            act();
        return true;
    };
    if (key->matches(QKeySequence::Redo) ||
        (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier))
        return does([this] { writer_->undoStack().redo(); });
    if (key->matches(QKeySequence::Undo))
        return does([this] { writer_->undoStack().undo(); });
    if (key->matches(QKeySequence::Save))
        return does([this] { Q_EMIT saveRequested(); });
    if (ofPages && key->matches(QKeySequence::Delete))
        return does([this] { writer_->removePage(); });
    return false;
}

bool LessonEditor::eventFilter(QObject* watched, QEvent* event) {
    return takesKey(event, watched == pages_) || QWidget::eventFilter(watched, event);
}

bool LessonEditor::event(QEvent* event) {
    return takesKey(event, false) || QWidget::event(event);
}

// ---- what is shown -----------------------------------------------------------------------------

void LessonEditor::setTheme(const Theme& theme) {
    theme_ = theme;
    setFixedWidth(qRound(theme.px(columnWidth)));
    const int margin = qRound(theme.px(14));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(qRound(theme.px(8)));
    for (auto [button, icon] :
         {std::pair{undoButton_, SetupIcon::Undo}, std::pair{redoButton_, SetupIcon::Redo}})
        makeIconButton(button, setupIcon(icon, theme.text), theme, 26);
    for (const auto& [edit, rows] : heights_) {
        edit->ensurePolished();
        const int room = 2 * qRound(theme.px(8)) + 2;
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * rows + room);
    }
    choices_->setTheme(theme);
    problems_->setFixedHeight(problems_->fontMetrics().lineSpacing() * problemLines);
    // Their style lets them shrink to nothing where there is much else.
    for (QToolButton* each : findChildren<QToolButton*>()) {
        each->ensurePolished();
        each->setMinimumHeight(each->sizeHint().height());
    }
    showPages();
}

void LessonEditor::showDraft() {
    const LessonDraft& draft = writer_->draft();
    const auto page = writer_->page();
    showing_ = true;
    // Another page is read from its beginning.
    const bool samePage = std::exchange(shownPage_, page) == page;
    another_ =
        std::exchange(shownLanguage_, writer_->language()) != writer_->language() || !samePage;
    for (const auto& follow : follow_)
        follow();
    const auto all = draft.languages();
    {
        const QSignalBlocker quiet(languages_);
        languages_->clear();
        for (const std::string& id : all) {
            const Language* known = findLanguage(QString::fromStdString(id));
            languages_->addItem(known ? QString::fromUtf8(known->name) : QString::fromStdString(id),
                                QString::fromStdString(id));
        }
        languages_->setCurrentIndex(
            languages_->findData(QString::fromStdString(writer_->language())));
        languages_->setVisible(all.size() > 1);
    }
    for (QAction* each : languageMenu_->actions()) {
        const bool has =
            std::find(all.begin(), all.end(), each->data().toString().toStdString()) != all.end();
        each->setChecked(has);
        each->setEnabled(!has || all.size() > 1);
    }
    page_->setVisible(page.has_value());
    for (QWidget* each : std::initializer_list<QWidget*>{again_, show_, remove_, preview_})
        each->setEnabled(page.has_value());
    up_->setEnabled(page && *page > 0);
    down_->setEnabled(page && *page + 1 < draft.pageCount());
    minutes_->setValue(draft.minutes());
    if (page) {
        pageHeading_->setText(tr("Page %1").arg(*page + 1));
        plays_->setChecked(draft.plays(*page));
        asks_->setChecked(draft.hasQuestion(*page));
        showPoints();
    }
    question_->setVisible(asks_->isChecked());
    choices_->showDraft();
    showing_ = false;
    showEdited();
    showProblems();
}

void LessonEditor::showPoints() {
    QStringList names;
    for (const LessonTarget& target : writer_->draft().points(*writer_->page()))
        names << (nameOf_ ? nameOf_(target) : QString::fromStdString(target.id));
    const QString all = listed(names);
    const QString text = names.isEmpty() ? tr("Points at nothing") : tr("Points at %1").arg(all);
    const int room = qRound(theme_.px(columnWidth - 90));
    points_->setText(points_->fontMetrics().elidedText(text, Qt::ElideRight, room));
    points_->setToolTip(names.isEmpty() ? tr("What gets a ring around it; the rest is dimmed")
                                        : all);
}

void LessonEditor::setPointNames(std::function<QString(const LessonTarget&)> nameOf) {
    nameOf_ = std::move(nameOf);
    showDraft();
}

/// What follows words as they are typed.
void LessonEditor::showEdited() {
    showPages();
    undoButton_->setEnabled(writer_->undoStack().canUndo());
    redoButton_->setEnabled(writer_->undoStack().canRedo());
    undoButton_->setToolTip(tr("Undo: %1").arg(writer_->undoStack().undoText()));
    redoButton_->setToolTip(tr("Redo: %1").arg(writer_->undoStack().redoText()));
    save_->setEnabled(writer_->isModified() || !writer_->file().isEmpty());
    const QString name = QFileInfo(writer_->file()).fileName();
    place_->setText(name.isEmpty()          ? tr("Not saved yet")
                    : writer_->isModified() ? tr("%1, with changes").arg(name)
                                            : name);
    place_->setToolTip(writer_->file());
    check_.start();
}

void LessonEditor::showPages() {
    const QSignalBlocker quiet(pages_);
    const LessonDraft& draft = writer_->draft();
    const int count = static_cast<int>(draft.pageCount());
    while (pages_->count() > count)
        delete pages_->takeItem(count);
    while (pages_->count() < count)
        pages_->addItem(new QListWidgetItem);
    for (int k = 0; k < count; ++k) {
        const auto title =
            QString::fromStdString(draft.words({std::size_t(k), "title"}, writer_->language()));
        pages_->item(k)->setText(
            QStringLiteral("%1  %2").arg(k + 1).arg(title.isEmpty() ? tr("(no title)") : title));
    }
    // Not more of the height than they need; many are scrolled.
    const int shown = std::clamp(count, 2, 6);
    const int row = count > 0 ? pages_->sizeHintForRow(0) : pages_->fontMetrics().height();
    pages_->setFixedHeight(shown * row + 2 * qRound(theme_.px(3)) + 2);
    pages_->setCurrentRow(writer_->page() ? static_cast<int>(*writer_->page()) : -1);
}

/// One line; all of it is told when it is pointed at.
void LessonEditor::showProblems() {
    check_.stop();
    if (writer_->draft().pageCount() == 0) {
        problems_->setText(tr("Arrange the window as a page is to show it, then record it."));
        problems_->setToolTip({});
        return;
    }
    const LessonReading reading = writer_->reading();
    QStringList lines;
    for (const Error& each : reading.problems)
        lines << QString::fromStdString(each.message);
    for (const std::string& each : reading.warnings)
        lines << QString::fromStdString(each);
    const QString more = plural(lines.size() - 1, tr("1 more"), tr("%L1 more"));
    problems_->setText(lines.isEmpty()     ? tr("Nothing is missing.")
                       : lines.size() == 1 ? lines.constFirst()
                                           : clauses({lines.constFirst(), more}));
    // Of one height whatever it says, so that nothing moves while one types.
    const int room = qRound(theme_.px((columnWidth - 28) * problemLines - 60));
    problems_->setText(
        problems_->fontMetrics().elidedText(problems_->text(), Qt::ElideRight, room));
    problems_->setToolTip(lines.mid(0, 12).join(QLatin1Char('\n')));
}

void LessonEditor::focusPageTitle() {
    pageTitle_->setFocus();
    pageTitle_->selectAll();
}

}  // namespace rnnscope
