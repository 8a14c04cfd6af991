// SPDX-License-Identifier: GPL-3.0-or-later
// Writing lessons in the window: what it shows becomes a page, and a page what it shows.
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

#include "app/card.h"
#include "app/document_store.h"
#include "app/lessons/lesson_column.h"
#include "app/lessons/lesson_controls.h"
#include "app/lessons/lesson_editor.h"
#include "app/lessons/lesson_player.h"
#include "app/lessons/lesson_switches.h"
#include "app/lessons/lesson_writer.h"
#include "app/lessons/spotlight.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/table.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/transport.h"
#include "app/words.h"
#include "core/lesson_check.h"

namespace rnnscope {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

}  // namespace

/// For the Lessons menu.
void MainWindow::addEditorActions(QMenu* menu) {
    menu->addSeparator();
    QAction* write = menu->addAction(tr("&Write a lesson…"), QKeySequence("Ctrl+Shift+L"), this,
                                     [this] { isEditing() ? closeEditor() : openEditor(); });
    write->setObjectName("writeLesson");
    QAction* edit = menu->addAction(tr("&Edit this lesson…"), this, &MainWindow::editOpenLesson);
    edit->setObjectName("editLesson");
    connect(menu, &QMenu::aboutToShow, edit,
            [this, edit] { edit->setEnabled(lessons_->isOpen()); });
}

LessonWriter& MainWindow::writer() {
    if (!writer_)
        writer_ = new LessonWriter(this);  // reads what was left the last time
    return *writer_;
}

bool MainWindow::isEditing() const {
    return editor_ && !editor_->isHidden();
}

/// In the lesson's place. What the window shows stays as it is.
void MainWindow::openEditor() {
    if (isPresenting()) {
        messages_->show(tr("Not while presenting (F5 leaves): %1").arg(tr("Lesson editor")),
                        MessageBar::Tone::Info);
        return;
    }
    previews_ = false;
    lessons_->close();
    if (!editor_)
        buildEditor();
    if (beforeEditing_.isEmpty())
        beforeEditing_ = layout();
    editor_->show();
}

void MainWindow::buildEditor() {
    editor_ = new LessonEditor(&writer());
    auto* columns = static_cast<QBoxLayout*>(column_->parentWidget()->layout());
    columns->insertWidget(columns->indexOf(column_), editor_);
    editor_->setTheme(theme_);
    connect(editor_, &LessonEditor::closeRequested, this, &MainWindow::closeEditor);
    connect(editor_, &LessonEditor::newRequested, this,
            [this] { leaveWritten([this] { writer().beginNew(); }); });
    editor_->setPointNames([this](const LessonTarget& target) { return targetName(target); });
    connect(editor_, &LessonEditor::recordRequested, this, [this] { recordPage(false); });
    connect(editor_, &LessonEditor::againRequested, this, [this] { recordPage(true); });
    connect(editor_, &LessonEditor::showRequested, this, &MainWindow::showWrittenPage);
    connect(editor_, &LessonEditor::previewRequested, this, &MainWindow::previewLesson);
    connect(editor_, &LessonEditor::saveRequested, this, [this] {
        if (writer().file().isEmpty())
            saveLessonAs();
        else
            (void)writeLesson(writer().file());
    });
    QMenu* menu = editor_->menu();
    menu->addAction(tr("&Open a lesson…"), this, &MainWindow::chooseLessonToEdit);
    menu->addAction(tr("&Save"), editor_, &LessonEditor::saveRequested);
    menu->addAction(tr("Save &as…"), this, [this] { saveLessonAs(); });
    connect(editor_->pointsMenu(), &QMenu::aboutToShow, this, &MainWindow::fillPoints);
}

/// The draft stays; the panels stand as they stood before it was opened, once nothing else is in
/// their place.
void MainWindow::closeEditor() {
    previews_ = false;
    lesson_->setPreview(false);
    if (editor_)
        editor_->hide();
    const QByteArray places = std::exchange(beforeEditing_, {});
    if (places.isEmpty())
        return;
    if (lessons_->isOpen()) {
        beforeLesson_ = places;
        return;
    }
    if (isComparing()) {
        beforeCompare_ = places;
        return;
    }
    for (QAction* row : std::as_const(rows_))
        row->setChecked(true);
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    putPlaces(places);
}

void MainWindow::editOpenLesson() {
    if (!lessons_->isOpen())
        return openEditor();
    const auto page = std::size_t(lessons_->pageNumber());
    const auto file = QString::fromStdString(lessons_->lesson().file);
    const auto goOn = [this, page] {
        openEditor();
        writer().setPage(page);
        showWrittenPage();
    };
    if (previews_ || file == writer().file())
        return goOn();
    leaveWritten([this, file, goOn] {
        if (const auto status = writer().open(file); !status)
            messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        else
            goOn();
    });
}

/// Goes on at once, or once somebody has said what becomes of a lesson that is not saved.
void MainWindow::leaveWritten(const std::function<void()>& next) {
    if (!writer().isModified() || writer().draft().pageCount() == 0)
        return next();
    const auto title =
        QString::fromStdString(writer().draft().words({{}, "title"}, writer().language()));
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("Unsaved lesson"),
        tr("Save the changes to %1?").arg(title.isEmpty() ? tr("the lesson") : title),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, next](int answer) {
        activateWindow();
        if (answer == QMessageBox::Discard)
            next();
        else if (answer == QMessageBox::Save && !writer().file().isEmpty() &&
                 writeLesson(writer().file()))
            next();
        else if (answer == QMessageBox::Save)
            saveLessonAs(next);
    });
    openDialog(box);
}

// ---- the window as a page ----------------------------------------------------------------------

/// Panels that can be seen; none named where they are those of a fresh start.
std::vector<std::string> MainWindow::shownPanels() const {
    std::vector<std::string> shown;
    bool fresh = true;
    for (const PanelKind& kind : panelKinds()) {
        const bool front = isInFront(kind);
        // A row of what this cell does not have is hidden by itself.
        const auto rows = timeRows();
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const TimeRow& each) {
            return kind.id == std::string_view(each.id);
        });
        const bool wanted = row == rows.end() ? front
                                              : card("time")->content()->isVisible() &&
                                                    rows_[row - rows.begin()]->isChecked();
        fresh = fresh && wanted == kind.inWorkspace;
        // It comes with the networks that are compared.
        if (front && kind.id != std::string_view("compare"))
            shown.emplace_back(kind.id);
    }
    return fresh ? std::vector<std::string>() : shown;
}

PageState MainWindow::pageState() const {
    PageState state{document_->setup(), document_->update(), documentView(), shownPanels(), {}};
    state.view.layout.clear();
    for (const LessonSwitch& each : lessonSwitches())
        if (const std::size_t place = each.place(*shownPanel(each.panels.front())); place > 0)
            state.switches[std::string(each.id)] = each.words[place];
    return state;
}

void MainWindow::recordPage(bool again) {
    // What is recorded is what stands there then.
    document_->pauseTraining();
    playhead_->pause();
    (void)document_->settle();
    const PageState state = pageState();
    const auto status = again ? writer().recordAgain(state) : writer().record(state);
    if (!status) {
        messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        return;
    }
    const int number = int(*writer().page()) + 1;
    messages_->show(again ? tr("Page %1 is recorded again").arg(number)
                          : tr("Page %1 is recorded; give it a title and a text").arg(number),
                    MessageBar::Tone::Info);
    if (!again)
        editor_->focusPageTitle();
}

/// As it could be played now; an error is told.
std::optional<Lesson> MainWindow::writtenLesson() {
    LessonReading reading = writer().playable();
    if (!reading.lesson) {
        messages_->show(QString::fromStdString(reading.problems.front().message),
                        MessageBar::Tone::Error);
        return std::nullopt;
    }
    if (const auto status = loadLessonFiles(*reading.lesson, openFile); !status) {
        messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        return std::nullopt;
    }
    return std::move(reading.lesson);
}

/// Undoably, as every change.
void MainWindow::showWrittenPage() {
    const auto number = writer().page();
    if (!number)
        return;
    leaveDocument(
        [this, number] {
            const auto lesson = writtenLesson();
            if (!lesson || *number >= lesson->pages.size())
                return;
            const LessonPage& page = lesson->pages[*number];
            playhead_->pause();
            document_->pauseTraining();
            if (!document_->change(page.setup, tr("Page %1").arg(*number + 1),
                                   QStringLiteral("written page"), Start::Untrained))
                return;
            document_->finishChange();
            document_->showUpdate(page.update);
            store_->beginUntitled();
            messages_->dismiss();  // that training starts anew is meant
            playhead_->setQuantity({});
            placePanels(page);
            setSwitches(*lesson, page);
            opened_ = page.view;
            if (!document_->isComputing())
                goToOpened();
        },
        false);
}

/// As a class sees it, from the page that is worked at.
void MainWindow::previewLesson() {
    const auto number = writer().page();
    if (!number)
        return;
    leaveDocument(
        [this, number] {
            auto lesson = writtenLesson();
            if (!lesson)
                return;
            if (!beforeMaximize_.isEmpty())
                maximize(nullptr);
            if (QWidget* busy = focusWidget())
                busy->clearFocus();
            editor_->hide();
            beforeLesson_ = layoutBeforeLesson();
            previews_ = true;
            lesson_->setPreview(true);
            if (const auto status = lessons_->open(*std::move(lesson), int(*number)); !status) {
                previews_ = false;
                lesson_->setPreview(false);
                editor_->show();
                messages_->show(errorText(status.error()), MessageBar::Tone::Error);
                return;
            }
            store_->beginUntitled();
        },
        false);
}

/// Of a preview that was closed: back to the editor, and to the page where it stood.
void MainWindow::endPreview() {
    lesson_->setPreview(false);
    if (!std::exchange(previews_, false) || isPresenting())
        return;
    openEditor();
    writer().setPage(std::size_t(lessons_->pageNumber()));
    showWrittenPage();
}

// ---- files -------------------------------------------------------------------------------------

void MainWindow::chooseLessonToEdit() {
    auto* dialog = new QFileDialog(this, tr("Open a lesson"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Lessons (*.json)"));
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        leaveWritten([this, file] {
            if (const auto status = writer().open(file); !status)
                messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        });
    });
    openDialog(dialog);
}

void MainWindow::saveLessonAs(const std::function<void()>& next) {
    auto* dialog = new QFileDialog(this, tr("Save the lesson"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("json");
    dialog->setNameFilter(tr("Lessons (*.json)"));
    if (writer().file().isEmpty())
        dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(writer().file().isEmpty() ? writer().fileName() : writer().file());
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QFileDialog::fileSelected, this, [this, next](const QString& file) {
        if (writeLesson(file) && next)
            next();
    });
    openDialog(dialog);
}

/// Also what is not whole yet, which is told.
bool MainWindow::writeLesson(const QString& file) {
    if (const auto status = writer().save(file); !status) {
        messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        return false;
    }
    DocumentStore::remember(file);
    const bool whole = writer().reading().problems.empty();
    messages_->show(whole ? tr("Saved %1").arg(file)
                          : tr("Saved %1; it cannot be played before what the editor names is "
                               "there")
                                .arg(file),
                    whole ? MessageBar::Tone::Info : MessageBar::Tone::Warning);
    return true;
}

// ---- what a page points at ---------------------------------------------------------------------

QString MainWindow::targetName(const LessonTarget& target) const {
    const auto id = QString::fromStdString(target.id);
    if (target.kind == LessonTarget::Kind::Panel)
        if (const PanelKind* kind = findPanelKind(id))
            return kind->tab();
    if (target.kind == LessonTarget::Kind::Control)
        for (const LessonControl& control : lessonControls())
            if (control.id == target.id)
                return controlName(control, {*tools_, *column_, *transport_});
    return id;
}

void MainWindow::fillPoints() {
    QMenu* menu = editor_->pointsMenu();
    menu->clear();
    const auto page = writer().page();
    if (!page)
        return;
    const auto pointed = writer().draft().points(*page);
    const auto offer = [&](QMenu* under, const QString& name, LessonTarget target) {
        QAction* action = under->addAction(name);
        action->setCheckable(true);
        action->setChecked(std::find(pointed.begin(), pointed.end(), target) != pointed.end());
        connect(action, &QAction::toggled, this, [this, page, target = std::move(target)](bool on) {
            auto points = writer().draft().points(*page);
            std::erase(points, target);
            if (on)
                points.push_back(target);
            writer().change(tr("What page %1 points at").arg(*page + 1), {},
                            [&](LessonDraft& draft) { draft.setPoints(*page, points); });
        });
    };
    QMenu* panels = menu->addMenu(tr("Panels"));
    const auto shown = writer().draft().panels(*page);
    for (const PanelKind& kind : panelKinds())
        if (shown.empty() ? kind.inWorkspace
                          : std::find(shown.begin(), shown.end(), kind.id) != shown.end())
            offer(panels, kind.tab(), {LessonTarget::Kind::Panel, kind.id});
    QMenu* controls = menu->addMenu(tr("Controls"));
    for (const LessonControl& control : lessonControls())
        offer(controls, controlName(control, {*tools_, *column_, *transport_}),
              {LessonTarget::Kind::Control, std::string(control.id)});
    QMenu* quantities = menu->addMenu(tr("Quantities, wherever they are drawn"));
    const auto reading = writer().playable();
    const Cell* cell = reading.lesson ? findCell(reading.lesson->pages[*page].setup.cell) : nullptr;
    if (!cell)
        cell = document_->snapshot()->shape().cell;
    for (const Quantity& each : cell->quantities())
        if (each.archived)
            offer(quantities, labelled(text(each.symbol), inWords(each.name)),
                  {LessonTarget::Kind::Quantity, std::string(each.id)});
    const std::pair<const char*, QString> beside[] = {{"input", tr("Input")},
                                                      {"output", tr("Output")},
                                                      {"target", tr("Target")},
                                                      {"gradient", tr("Gradient")}};
    for (const auto& [id, name] : beside)
        offer(quantities, name, {LessonTarget::Kind::Quantity, id});
    menu->addSeparator();
    menu->addAction(tr("At nothing"), this, [this, page] {
        writer().change(tr("What page %1 points at").arg(*page + 1), {},
                        [&](LessonDraft& draft) { draft.setPoints(*page, {}); });
    });
}

}  // namespace rnnscope
