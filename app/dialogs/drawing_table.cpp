// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/drawing_table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

#include "core/drawing_tools.h"
#include "core/input_edit.h"

namespace rnnscope {

DrawingTable::DrawingTable(DrawingModel* model, const Theme& theme, QWidget* parent)
    : QTableView(parent), model_(model), theme_(theme) {
    setModel(model);
    setFont(theme.font());
    setAccessibleName(tr("The values, a row a step"));
    setTabKeyNavigation(false);  // Tab leads out of it
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setSelectionMode(ContiguousSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setHorizontalScrollMode(ScrollPerPixel);
    const int padding = qRound(theme.px(6));
    setStyleSheet(QStringLiteral("QTableView { gridline-color: %3; selection-background-color: %4;"
                                 " selection-color: %5; }"
                                 "QTableView QLineEdit { border-radius: 0; padding: 0 2px; }"
                                 "QTableCornerButton::section { background: %2; border: none;"
                                 " border-bottom: 1px solid %3; }"
                                 "QHeaderView { background: %2; border: none; }"
                                 "QHeaderView::section:vertical { border: none;"
                                 " border-right: 1px solid %3; padding: 0 %1px; }")
                      .arg(padding)
                      .arg(theme.ground.name(), theme.cardBorder.name(), theme.accent.name(),
                           theme.accentText.name()));
    verticalHeader()->setDefaultSectionSize(QFontMetrics(theme.font()).height() +
                                            qRound(theme.px(8)));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    setCurrentIndex(model->index(0, 0));
    connect(model, &DrawingModel::headerDataChanged, this, &DrawingTable::fitColumns);
    // After setModel(), so that the selection has forgotten its cell already.
    connect(model, &DrawingModel::modelReset, this, &DrawingTable::restoreCurrent);
    fitColumns();
}

/// As wide as there is room, but wide enough for the name and the numbers, as far as they are seen
/// at once.
void DrawingTable::fitColumns() {
    const int count = model_->columnCount();
    const QFontMetrics names(theme_.boldFont()), numbers(theme_.font());
    const int rows = std::min(model_->rowCount(), 100);
    for (int column = 0; column < count; ++column) {
        const QString name = model_->headerData(column, Qt::Horizontal).toString();
        int width = std::max(names.horizontalAdvance(name) + qRound(theme_.px(16)),
                             numbers.horizontalAdvance("-0.12345"));
        for (int row = 0; row < rows; ++row)
            width = std::max(
                width, numbers.horizontalAdvance(model_->index(row, column).data().toString()));
        width = std::min(width + qRound(theme_.px(8)), qRound(theme_.px(220)));
        setColumnWidth(column, std::max(width, viewport()->width() / count));
    }
}

void DrawingTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

/// Whatever keys are down, which setCurrentIndex() would heed.
void DrawingTable::choose(int step, int column) {
    const QModelIndex cell = model_->index(step, column);
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect);
    scrollTo(cell);
}

/// The cell that was at hand, as far as there is one, once columns came or went.
void DrawingTable::restoreCurrent() {
    choose(std::min(row_, model_->rowCount() - 1), std::min(column_, model_->columnCount() - 1));
}

void DrawingTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (!current.isValid())
        return;
    row_ = current.row();
    column_ = current.column();
    Q_EMIT currentMoved();
}

/// After Return the next step is at hand, as in a spreadsheet.
void DrawingTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        if (const QModelIndex next = currentIndex().siblingAtRow(currentIndex().row() + 1);
            next.isValid())
            setCurrentIndex(next);
}

/// Rows and columns that are selected; the present cell at least.
QRect DrawingTable::selected() const {
    const QItemSelection selection = selectionModel()->selection();
    if (selection.isEmpty())
        return {currentIndex().column(), currentIndex().row(), 1, 1};
    QRect cells;
    for (const QItemSelectionRange& range : selection)
        cells |= QRect(range.left(), range.top(), range.width(), range.height());
    return cells;
}

void DrawingTable::copy() const {
    const QRect cells = selected();
    const auto block =
        model_->drawing().values.block(cells.y(), cells.x(), cells.height(), cells.width());
    qApp->clipboard()->setText(QString::fromStdString(inputText(block.transpose())));
}

void DrawingTable::paste() {
    const QRect cells = selected();
    model_->change(withPasted(model_->drawing(), qApp->clipboard()->text().toStdString(), cells.y(),
                              cells.x()),
                   tr("Paste"));
}

void DrawingTable::zero() {
    const QRect cells = selected();
    Drawing next = model_->drawing();
    next.values.block(cells.y(), cells.x(), cells.height(), cells.width()).setZero();
    model_->change(next, tr("Set to zero"));
}

void DrawingTable::insertSteps() {
    const QRect cells = selected();
    model_->change(withStepsAt(model_->drawing(), cells.y(), cells.height()), tr("Insert steps"));
}

void DrawingTable::removeSteps() {
    const QRect cells = selected();
    model_->change(withoutSteps(model_->drawing(), cells.y(), cells.height()), tr("Remove steps"));
}

void DrawingTable::keyPressEvent(QKeyEvent* event) {
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int key = event->key();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
        zero();
    else if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter) && state() != EditingState)
        edit(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void DrawingTable::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QKeySequence& key, auto act) {
        QAction* action = menu->addAction(text, this, act);
        action->setShortcut(key);  // as the table itself understands it
        action->setShortcutContext(Qt::WidgetShortcut);
    };
    add(tr("Copy"), QKeySequence::Copy, &DrawingTable::copy);
    add(tr("Paste from here on"), QKeySequence::Paste, &DrawingTable::paste);
    add(tr("Set to zero"), QKeySequence::Delete, &DrawingTable::zero);
    menu->addSeparator();
    add(tr("Insert steps before"), {}, &DrawingTable::insertSteps);
    add(tr("Remove these steps"), {}, &DrawingTable::removeSteps);
    menu->popup(event->globalPos());
}

}  // namespace rnnscope
