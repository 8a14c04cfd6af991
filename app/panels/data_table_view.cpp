// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/data_table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "app/focus_ring.h"

namespace rnnscope {

DataTableView::DataTableView(const QString& title, TableSource source, const Theme& theme,
                             QWidget* parent)
    : QTableView(parent),
      title_(title),
      source_(std::move(source)),
      theme_(theme),
      model_(new DataTableModel(this)) {
    setAccessibleName(tr("%1 as a table").arg(title));
    setModel(model_);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setAutoFillBackground(true);  // nothing of what lies below is painted
    // All rows are equally high: no row is asked for what it needs.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    connect(model_, &QAbstractItemModel::modelReset, this, &DataTableView::widen);
    new FocusRing(this);
    setTheme(theme);
}

void DataTableView::setTheme(const Theme& theme) {
    theme_ = theme;
    model_->setTheme(theme);
    // The card is its frame.
    setStyleSheet(QStringLiteral("QTableView, QHeaderView { border: none; background: %1;"
                                 " gridline-color: %2; }"
                                 "QTableView::corner { border: none; background: %1; }"
                                 "QHeaderView::section { background: %1; padding: %3px; }")
                      .arg(theme.card.name(), theme.rule.name())
                      .arg(qRound(theme.px(4))));
    setFont(theme.font(12));
    horizontalHeader()->setFont(theme.boldFont(12));
    verticalHeader()->setDefaultSectionSize(qRound(theme.px(22)));
    widen();
    viewport()->update();
}

/// Wide enough for any number, so that nothing jumps while stepping.
void DataTableView::widen() {
    const QFontMetrics numbers(theme_.boldFont(12));
    const int room = qRound(theme_.px(14));
    const int least = numbers.horizontalAdvance(QString::fromUtf8("−8.88·10⁻⁸⁸"));
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QString head = model_->headerData(column, Qt::Horizontal).toString();
        horizontalHeader()->resizeSection(
            column, std::max(least, numbers.horizontalAdvance(head) + room) + room);
    }
}

void DataTableView::renew() {
    stale_ = true;
    if (!isVisible() || asked_)
        return;
    asked_ = true;  // several of a card's plots change at once
    QMetaObject::invokeMethod(this, &DataTableView::fill, Qt::QueuedConnection);
}

void DataTableView::follow() {
    if (stale_ || !isVisible() || source_.moves())
        return renew();
    place();
}

void DataTableView::fill() {
    asked_ = false;
    if (!stale_ || !isVisible())
        return;
    stale_ = false;
    model_->show(source_.data());
    setAccessibleDescription(
        model_->rowCount() > 0
            ? tr("%L1 rows, %L2 columns").arg(model_->rowCount()).arg(model_->columnCount())
            : tr("There are no numbers here yet"));
    place();
}

void DataTableView::place() {
    const auto before = model_->marked();
    model_->mark(model_->rowsOf(source_.view()));
    const auto& rows = model_->marked();
    if (!rows || rows == before)
        return;
    if (!currentIndex().isValid())
        selectionModel()->setCurrentIndex(model_->index(rows->first, 0),
                                          QItemSelectionModel::NoUpdate);
    executeDelayedItemsLayout();  // the bar has to know all rows
    const int height = verticalHeader()->defaultSectionSize();
    const int top = rows->first * height, seen = verticalScrollBar()->value();
    if (top < seen || top + height > seen + viewport()->height())
        verticalScrollBar()->setValue(top - (viewport()->height() - height) / 2);
}

void DataTableView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    fill();
}

void DataTableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (model_->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(theme_.font());
    painter.setPen(theme_.mutedText);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     accessibleDescription());
}

void DataTableView::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    const QItemSelection chosen = selectionModel()->selection();
    if (!chosen.isEmpty())
        QGuiApplication::clipboard()->setText(model_->copied(chosen));
    event->accept();
}

}  // namespace rnnscope
