// SPDX-License-Identifier: GPL-3.0-or-later
// How the lesson editor is put together.
#include <QAbstractItemModel>
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/language.h"
#include "app/lessons/choice_fields.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_writer.h"
#include "app/setup_widgets.h"
#include "core/lesson_fields.h"

namespace rnnscope {
namespace {

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("role", "heading");
    return label;
}

QToolButton* link(const QString& text, const QString& name) {
    auto* button = new QToolButton;
    button->setProperty("role", "link");
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QFrame* rule() {
    auto* line = new QFrame;
    line->setProperty("role", "rule");
    return line;
}

/// A column within another.
QVBoxLayout* columnIn(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

}  // namespace

void LessonEditor::build() {
    auto* rows = new QVBoxLayout(this);
    buildHead(rows);
    scroller_ = new QScrollArea;
    scroller_->setWidgetResizable(true);
    scroller_->setFrameShape(QFrame::NoFrame);
    scroller_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller_->viewport()->setAutoFillBackground(false);
    scroller_->setFocusPolicy(Qt::NoFocus);  // its fields are reached
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 6, 0);
    languages_ = new QComboBox;
    languages_->setAccessibleName(tr("Language that is written"));
    languages_->setToolTip(languages_->accessibleName());
    ignoreWheelWithoutFocus(languages_);
    connect(languages_, &QComboBox::activated, this, [this](int index) {
        writer_->setLanguage(languages_->itemData(index).toString().toStdString());
    });
    column->addWidget(languages_);
    title_ = line(tr("Title of the lesson"), "title", false);
    column->addWidget(title_);
    buildPages(column);
    page_ = new QWidget;
    buildPage(columnIn(page_));
    column->addWidget(page_);
    buildLesson(column);
    column->addStretch(1);
    scroller_->setWidget(content);
    content->setAutoFillBackground(false);
    rows->addWidget(scroller_, 1);
    buildFoot(rows);
}

void LessonEditor::buildHead(QVBoxLayout* rows) {
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("Lesson editor")), 1);
    undoButton_ = new QToolButton;
    undoButton_->setAccessibleName(tr("Undo in the lesson"));
    connect(undoButton_, &QToolButton::clicked, &writer_->undoStack(), &QUndoStack::undo);
    redoButton_ = new QToolButton;
    redoButton_->setAccessibleName(tr("Redo in the lesson"));
    connect(redoButton_, &QToolButton::clicked, &writer_->undoStack(), &QUndoStack::redo);
    menuButton_ = link(tr("File"), tr("New, open, save, languages"));
    menuButton_->setPopupMode(QToolButton::InstantPopup);
    buildMenu();
    close_ = link(QStringLiteral("✕"), tr("Close the editor; the lesson stays as it is"));
    connect(close_, &QToolButton::clicked, this, &LessonEditor::closeRequested);
    for (QToolButton* each : {undoButton_, redoButton_, menuButton_, close_})
        head->addWidget(each);
    rows->addLayout(head);
    place_ = new QLabel;
    place_->setProperty("role", "muted");
    rows->addWidget(place_);
}

void LessonEditor::buildMenu() {
    menu_ = new QMenu(this);
    menu_->addAction(tr("&New lesson"), this, &LessonEditor::newRequested);
    languageMenu_ = new QMenu(tr("&Languages"), menu_);
    for (const Language& each : interfaceLanguages()) {
        QAction* action = languageMenu_->addAction(QString::fromUtf8(each.name));
        action->setCheckable(true);
        action->setData(QLatin1String(each.id));
        connect(action, &QAction::triggered, this, [this] {
            std::vector<std::string> chosen;
            for (const QAction* one : languageMenu_->actions())
                if (one->isChecked())
                    chosen.push_back(one->data().toString().toStdString());
            writer_->change(tr("Languages of the lesson"), {},
                            [&](LessonDraft& draft) { draft.setLanguages(chosen); });
        });
    }
    menu_->addMenu(languageMenu_);
    menuButton_->setMenu(menu_);
}

void LessonEditor::buildPages(QVBoxLayout* rows) {
    pages_ = new QListWidget;
    pages_->setProperty("role", "pages");
    pages_->setAccessibleName(tr("Pages"));
    pages_->setDragDropMode(QAbstractItemView::InternalMove);
    pages_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pages_->setTextElideMode(Qt::ElideRight);
    pages_->installEventFilter(this);
    pages_->setToolTip(tr("Drag to put them in order; a double click shows a page in the window"));
    connect(pages_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            writer_->setPage(std::size_t(row));
    });
    connect(pages_, &QListWidget::itemActivated, this, &LessonEditor::showRequested);
    // A click beside all pages leaves the one that is worked at.
    connect(pages_, &QListWidget::itemSelectionChanged, this, [this] {
        if (pages_->selectedItems().isEmpty() && pages_->currentItem())
            pages_->currentItem()->setSelected(true);
    });
    connect(
        pages_->model(), &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex&, int from, int, const QModelIndex&, int to) {
            writer_->setPage(std::size_t(from));
            writer_->movePage(std::size_t(to > from ? to - 1 : to));
        },
        Qt::QueuedConnection);  // the list is filled again
    rows->addWidget(pages_);

    auto* ways = new QHBoxLayout;
    show_ = link(tr("show"), tr("Show this page in the window"));
    up_ = link(QStringLiteral("↑"), tr("Page up"));
    down_ = link(QStringLiteral("↓"), tr("Page down"));
    remove_ = link(tr("delete"), tr("Delete this page"));
    connect(show_, &QToolButton::clicked, this, &LessonEditor::showRequested);
    connect(up_, &QToolButton::clicked, this, [this] { writer_->movePage(*writer_->page() - 1); });
    connect(down_, &QToolButton::clicked, this,
            [this] { writer_->movePage(*writer_->page() + 1); });
    connect(remove_, &QToolButton::clicked, writer_, &LessonWriter::removePage);
    ways->addWidget(show_);
    ways->addStretch(1);
    for (QToolButton* each : {up_, down_, remove_})
        ways->addWidget(each);
    rows->addLayout(ways);

    auto* record = new QHBoxLayout;
    record_ = new QPushButton(tr("● Record page"));
    record_->setAccessibleName(tr("Record page"));
    record_->setToolTip(
        tr("A new page of what the window shows now: settings, updates, place, panels"));
    again_ = new QPushButton(tr("Record again"));
    again_->setToolTip(tr("What the window shows now for this page; its words stay"));
    connect(record_, &QPushButton::clicked, this, &LessonEditor::recordRequested);
    connect(again_, &QPushButton::clicked, this, &LessonEditor::againRequested);
    record->addWidget(record_, 1);
    record->addWidget(again_, 1);
    rows->addLayout(record);
}

void LessonEditor::buildPage(QVBoxLayout* rows) {
    rows->addWidget(rule());
    pageHeading_ = heading({});
    rows->addWidget(pageHeading_);
    pageTitle_ = line(tr("Title of the page"), "title", true);
    rows->addWidget(pageTitle_);
    text_ = paragraphs(tr("Text; an empty line begins a paragraph"), "text", 7);
    text_->setToolTip(
        tr("{f|forget gate} is drawn in the colour of f, $h_t$ as a formula, "
           "*this* strong"));
    rows->addWidget(text_);
    points_ = new QPushButton;
    pointsMenu_ = new QMenu(this);
    points_->setMenu(pointsMenu_);
    rows->addWidget(points_);
    plays_ = new QCheckBox(tr("Plays by itself"));
    connect(plays_, &QCheckBox::toggled, this, [this](bool on) {
        if (const auto page = writer_->page(); page && !showing_)
            writer_->change(tr("Plays by itself"), {},
                            [&](LessonDraft& draft) { draft.setPlays(*page, on); });
    });
    rows->addWidget(plays_);
    buildQuestion(rows);
    notes_ = paragraphs(tr("Notes for whoever presents it"), "notes", 3);
    rows->addWidget(notes_);
}

void LessonEditor::buildQuestion(QVBoxLayout* rows) {
    asks_ = new QCheckBox(tr("Asks a question"));
    connect(asks_, &QCheckBox::toggled, this, [this](bool on) {
        if (const auto page = writer_->page(); page && !showing_)
            writer_->change(on ? tr("Ask a question") : tr("Ask no question"), {},
                            [&](LessonDraft& draft) { draft.setQuestion(*page, on); });
    });
    connect(asks_, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            questionText_->setFocus();
    });
    rows->addWidget(asks_);
    question_ = new QWidget;
    auto* column = columnIn(question_);
    questionText_ = paragraphs(tr("Question"), "question.text", 2);
    column->addWidget(questionText_);
    choices_ = new ChoiceFields(writer_, questionText_, this);
    column->addWidget(choices_);
    why_ = paragraphs(tr("Why that is the answer"), "question.why", 3);
    column->addWidget(why_);
    rows->addWidget(question_);
}

/// What is asked for last.
void LessonEditor::buildLesson(QVBoxLayout* rows) {
    rows->addWidget(rule());
    rows->addWidget(heading(tr("Of the whole lesson")));
    summary_ = line(tr("What it is about, in one sentence"), "summary", false);
    rows->addWidget(summary_);
    minutes_ = new QSpinBox;
    minutes_->setRange(0, mostMinutes);
    minutes_->setSuffix(tr(" minutes"));
    minutes_->setSpecialValueText(tr("Length not said"));
    minutes_->setAccessibleName(tr("Minutes"));
    minutes_->setKeyboardTracking(false);
    ignoreWheelWithoutFocus(minutes_);
    connect(minutes_, &QSpinBox::valueChanged, this, [this](int minutes) {
        if (!showing_)
            writer_->change(tr("Minutes"), QStringLiteral("minutes"),
                            [&](LessonDraft& draft) { draft.setMinutes(minutes); });
    });
    rows->addWidget(minutes_);
}

void LessonEditor::buildFoot(QVBoxLayout* rows) {
    problems_ = new QLabel;
    problems_->setProperty("role", "muted");
    problems_->setWordWrap(true);
    problems_->setTextFormat(Qt::PlainText);
    problems_->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    rows->addWidget(problems_);
    auto* foot = new QHBoxLayout;
    preview_ = new QPushButton(tr("▶ Preview"));
    preview_->setAccessibleName(tr("Preview"));
    preview_->setToolTip(tr("From this page on, as a class sees it; closing it leads back here"));
    connect(preview_, &QPushButton::clicked, this, &LessonEditor::previewRequested);
    save_ = new QPushButton(tr("Save"));
    save_->setProperty("role", "primary");
    connect(save_, &QPushButton::clicked, this, &LessonEditor::saveRequested);
    foot->addWidget(preview_, 1);
    foot->addWidget(save_, 1);
    rows->addLayout(foot);
}

}  // namespace rnnscope
