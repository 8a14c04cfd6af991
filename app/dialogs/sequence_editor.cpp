// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sequence_editor.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include "app/dialogs/drawing_area.h"
#include "app/dialogs/drawing_model.h"
#include "app/dialogs/drawing_table.h"
#include "app/document.h"
#include "app/words.h"
#include "core/archive.h"
#include "core/drawing_tools.h"

namespace rnnscope {
namespace {

// Beside the numbers of columns, what the target can be.
constexpr int nextValue = -1, newColumn = -2, noTarget = -3;

}  // namespace

SequenceEditor::SequenceEditor(const Setup& setup, int update, std::optional<Drawing> left,
                               const Theme& theme, QWidget* parent)
    : QDialog(parent),
      setup_(setup),
      update_(update),
      theme_(theme),
      model_(new DrawingModel(left.value_or(emptyDrawing()), this)) {
    setWindowModality(Qt::WindowModal);
    build();
    connect(model_, &DrawingModel::drawingChanged, this, &SequenceEditor::refresh);
    connect(model_, &DrawingModel::refused, this,
            [this](const QString& line) { showLine(line, true); });
    connect(table_, &DrawingTable::currentMoved, this, &SequenceEditor::showColumn);
    connect(area_, &DrawingArea::pressed, table_, &DrawingTable::choose);
    refresh();
    if (left)
        showLine(tr("As it was left the last time; “Begin with” has the sequence on the screen"),
                 false);
    else
        beginWithScreen(false);
    table_->setFocus();
}

const Drawing& SequenceEditor::drawing() const {
    return model_->drawing();
}

bool SequenceEditor::isChanged() const {
    return !model_->undoStack().isClean();
}

QString SequenceEditor::status() const {
    return status_->text();
}

/// At the start it is what is there, later a change that can be undone.
void SequenceEditor::beginWithScreen(bool undoable) {
    const auto copy = drawingOf(setup_, update_);
    if (!copy) {
        showLine(undoable ? errorText(copy.error())
                          : tr("This begins empty: %1").arg(errorText(copy.error())),
                 undoable);
        return;
    }
    if (copy->drawing == model_->drawing())
        return;
    model_->change(copy->drawing, tr("Begin with the sequence on the screen"));
    if (!undoable)
        model_->undoStack().clear();
    if (copy->steps > copy->drawing.steps())
        showLine(tr("The first %L1 of the sequence's %L2 steps")
                     .arg(qlonglong(copy->drawing.steps()))
                     .arg(qlonglong(copy->steps)),
                 false);
}

int SequenceEditor::currentColumn() const {
    return std::max(0, table_->currentIndex().column());
}

// ---- acting --------------------------------------------------------------------------------

void SequenceEditor::setTarget(int choice) {
    Drawing next = model_->drawing();
    if (choice == newColumn) {
        model_->change(withColumn(next, true), tr("Add a target"));
    } else {
        next.answer.reset();
        if (choice >= 0)
            next.answer = choice;
        else
            next.next = choice == nextValue;
        model_->change(next, tr("Change target"));
    }
    refresh();
}

void SequenceEditor::rename() {
    const int column = currentColumn();
    model_->change(withName(model_->drawing(), column, name_->text().toStdString()),
                   tr("Rename a column"));
    const QSignalBlocker quiet(name_);
    name_->setText(
        QString::fromStdString(model_->drawing().names[static_cast<std::size_t>(column)]));
}

void SequenceEditor::addColumn() {
    model_->change(withColumn(model_->drawing(), false), tr("Add a column"));
    table_->choose(table_->currentIndex().row(), model_->columnCount() - 1);
}

void SequenceEditor::removeColumn() {
    model_->change(withoutColumn(model_->drawing(), currentColumn()), tr("Remove a column"));
}

void SequenceEditor::fill(int starter) {
    Drawing next = model_->drawing();
    const int column = currentColumn();
    next.values.col(column) = startedColumn(starters()[static_cast<std::size_t>(starter)],
                                            next.steps(), setup_.seed, column);
    model_->change(next, tr("Fill a column"));
}

void SequenceEditor::saveCsv() {
    auto* dialog = new QFileDialog(this, tr("Save as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("csv");
    dialog->setNameFilter(tr("Sequences (*.csv)"));
    // Without a window manager nobody else gives the keys back.
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const auto status = writeAtomically(file.toStdString(), csvOf(model_->drawing()));
        showLine(status ? tr("Saved %1").arg(file) : errorText(status.error()), !status);
    });
    dialog->open();
}

void SequenceEditor::accept() {
    auto next = withDrawing(setup_, model_->drawing());
    if (!next) {
        showLine(errorText(next.error()), true);
        return;
    }
    result_ = *std::move(next);
    QDialog::accept();
}

/// Esc gives up a stroke first.
void SequenceEditor::reject() {
    if (!area_->dropStroke())
        QDialog::reject();
}

/// Return is for the cell, the name or the button that has the focus; it accepts by no other way.
void SequenceEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QDialog::keyPressEvent(event);
    if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()))
        button->click();
}

/// A field in which nothing was typed has nothing to undo: then it is the drawing's turn.
bool SequenceEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const auto* line = qobject_cast<QLineEdit*>(watched);
        if (const auto* spin = qobject_cast<QSpinBox*>(watched))
            line = spin->findChild<QLineEdit*>();
        if (line && !line->isModified() &&
            (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

// ---- showing -------------------------------------------------------------------------------

void SequenceEditor::refresh() {
    const Drawing& drawing = model_->drawing();
    const QSignalBlocker quietLength(length_), quietTarget(target_);
    length_->setValue(static_cast<int>(drawing.steps()));
    add_->setEnabled(drawing.columns() < mostDrawnColumns);
    remove_->setEnabled(drawing.columns() > 1);

    target_->clear();
    target_->addItem(tr("next value"), nextValue);
    for (std::size_t k = 0; k < drawing.names.size(); ++k)
        target_->addItem(tr("column %1").arg(QString::fromStdString(drawing.names[k])),
                         static_cast<int>(k));
    if (!drawing.answer && drawing.columns() < mostDrawnColumns)
        target_->addItem(tr("a new column"), newColumn);
    target_->addItem(tr("none, forward only"), noTarget);
    const int choice = drawing.answer ? static_cast<int>(*drawing.answer)
                       : drawing.next ? nextValue
                                      : noTarget;
    target_->setCurrentIndex(target_->findData(choice));
    showColumn();
    showLine(summary(), false);
}

/// The column that is at hand. A name that is being typed stays.
void SequenceEditor::showColumn() {
    const int column = std::min(currentColumn(), model_->columnCount() - 1);
    area_->setCurrent(std::max(0, table_->currentIndex().row()), column);
    const QSignalBlocker quiet(name_);
    if (!name_->isModified())
        name_->setText(
            QString::fromStdString(model_->drawing().names[static_cast<std::size_t>(column)]));
}

QString SequenceEditor::summary() const {
    const Drawing& drawing = model_->drawing();
    const auto inputs = drawing.inputs();
    QStringList names;
    for (const std::string& each : inputs)
        names << QString::fromStdString(each);
    QStringList parts;
    parts << (drawing.steps() == 1 ? tr("1 step") : tr("%L1 steps").arg(drawing.steps()))
          << (names.isEmpty()     ? tr("no input")
              : names.size() == 1 ? tr("input %1").arg(names.first())
                                  : tr("inputs %1").arg(listed(names)))
          << (drawing.answer ? tr("target: column %1")
                                   .arg(QString::fromStdString(
                                       drawing.names[static_cast<std::size_t>(*drawing.answer)]))
              : drawing.next ? tr("target: next value")
                             : tr("no target, forward only"));
    return parts.join(QStringLiteral(" · "));
}

void SequenceEditor::showLine(const QString& line, bool wrong) {
    QPalette palette = status_->palette();
    palette.setColor(QPalette::WindowText,
                     wrong ? withContrast(theme_.danger, theme_.ground, 4.5) : theme_.text);
    status_->setPalette(palette);
    status_->setText(line);
}

}  // namespace rnnscope
