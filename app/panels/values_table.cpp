// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/values_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/focus_ring.h"
#include "app/panels/values_paint.h"

namespace rnnscope {

namespace {

class NumberDelegate : public QStyledItemDelegate {
  public:
    explicit NumberDelegate(NumberTable* table) : QStyledItemDelegate(table), table_(table) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        paintNumberCell(*painter, option.rect, table_->numbers(), index.row(), index.column(),
                        table_->room(index.column()), table_->look(),
                        option.state.testFlag(QStyle::State_Selected));
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const Theme& theme = table_->look().theme;
        return {qCeil(table_->room(index.column())
                          .width(table_->numbers().columns()[std::size_t(index.column())].symbol,
                                 theme)),
                qCeil(numberRowHeight(theme))};
    }

  private:
    NumberTable* table_;
};

/// Symbols in their colours, or the units' numbers.
class NumberHeader : public QHeaderView {
  public:
    NumberHeader(Qt::Orientation orientation, NumberTable* table)
        : QHeaderView(orientation, table), table_(table) {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(1);
    }

  protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        if (orientation() == Qt::Horizontal)
            paintNumberHead(*painter, rect, table_->numbers().columns()[std::size_t(section)],
                            table_->look());
        else
            paintNumberRowHead(*painter, rect, section, table_->look());
        painter->restore();
    }
    QSize sectionSizeFromContents(int) const override {
        const Theme& theme = table_->look().theme;
        if (orientation() == Qt::Horizontal)
            return {1, qCeil(numberHeadHeight(theme))};
        return {qCeil(numberRowHeadWidth(table_->numbers().rowCount(), theme)),
                qCeil(numberRowHeight(theme))};
    }

  private:
    NumberTable* table_;
};

}  // namespace

NumberTable::NumberTable(NumberModel* model, const NumberLook& look, QWidget* parent)
    : QTableView(parent), model_(model), look_(look) {
    rooms_.resize(std::size_t(model->columnCount()));
    setItemDelegate(new NumberDelegate(this));
    auto* above = new NumberHeader(Qt::Horizontal, this);
    setHorizontalHeader(above);
    setVerticalHeader(new NumberHeader(Qt::Vertical, this));
    setModel(model);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    new FocusRing(this);
    above->viewport()->setMouseTracking(true);
    above->viewport()->installEventFilter(this);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        rooms_.assign(std::size_t(model_->columnCount()), {});
        widen();
    });
    style();
    widen();
}

void NumberTable::setLook(const NumberLook& look) {
    look_ = look;
    style();
    viewport()->update();
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
}

void NumberTable::style() {
    const QString wanted = look_.theme.id + QString::number(look_.theme.scale);
    if (wanted == styledFor_)
        return;
    styledFor_ = wanted;
    setStyleSheet(QStringLiteral("QTableView, QHeaderView, QTableCornerButton::section"
                                 " { border: none; background: %1; }")
                      .arg(look_.theme.card.name()));
    verticalHeader()->setDefaultSectionSize(qCeil(numberRowHeight(look_.theme)));
    for (NumberRoom& room : rooms_)
        room = {};
    widen();
    updateGeometries();
}

std::pair<int, int> NumberTable::seenRows() const {
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? model_->rowCount() - 1 : last};
}

/// Columns grow with what comes into sight, and do not shrink while stepping: nothing jumps to and
/// fro.
void NumberTable::widen() {
    // Asked for while a reset is under way, too.
    rooms_.resize(std::size_t(model_->columnCount()));
    const auto [first, last] = seenRows();
    for (int column = 0; column < model_->columnCount(); ++column) {
        NumberRoom& room = rooms_[std::size_t(column)];
        for (int row = first; row <= last; ++row)
            room.include(model_->shown(row, column));
        const int width =
            qCeil(room.width(model_->columns()[std::size_t(column)].symbol, look_.theme));
        if (columnWidth(column) != width)
            setColumnWidth(column, width);
    }
}

void NumberTable::renew() {
    widen();
    const auto [first, last] = seenRows();
    model_->touch(first, last);
}

int NumberTable::heightOf(int rows) const {
    return qCeil(numberHeadHeight(look_.theme)) + rows * qCeil(numberRowHeight(look_.theme)) +
           2 * frameWidth();
}

void NumberTable::copySelection() const {
    if (const QItemSelection chosen = selectionModel()->selection(); !chosen.isEmpty())
        QGuiApplication::clipboard()->setText(model_->copied(chosen));
}

void NumberTable::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    copySelection();
    event->accept();
}

void NumberTable::pointAt(int column) {
    std::optional<std::size_t> quantity;
    if (column >= 0 && column < model_->columnCount())
        quantity = model_->columns()[std::size_t(column)].quantity;
    if (quantity == pointed_)
        return;
    pointed_ = quantity;
    emit quantityPointed(quantity);
}

void NumberTable::mouseMoveEvent(QMouseEvent* event) {
    QTableView::mouseMoveEvent(event);
    const QPoint place = event->position().toPoint();
    pointAt(rowAt(place.y()) < 0 ? -1 : columnAt(place.x()));
}

bool NumberTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave)
        pointAt(-1);
    return QTableView::viewportEvent(event);
}

bool NumberTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == horizontalHeader()->viewport()) {
        if (event->type() == QEvent::MouseMove)
            pointAt(horizontalHeader()->logicalIndexAt(
                static_cast<QMouseEvent*>(event)->position().toPoint()));
        else if (event->type() == QEvent::Leave)
            pointAt(-1);
    }
    return QTableView::eventFilter(watched, event);
}

void NumberTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    widen();
}

void NumberTable::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        widen();
}

}  // namespace rnnscope
