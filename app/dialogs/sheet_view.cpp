// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sheet_view.h"

#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

namespace rnnscope {
namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

constexpr int mostShown = 80;  // characters of one cell

constexpr int mostWhole = 14;  // characters of a name that are surely seen whole

/// What is left out of a long text stands in its middle: names differ at their ends.
QString shortened(const QString& text) {
    constexpr int half = mostShown / 2;
    return text.size() > mostShown ? text.left(half) + u'…' + text.right(half - 1) : text;
}

/// Cells with room at both sides; a style sheet's padding would take their colours away.
class CellDelegate : public QStyledItemDelegate {
  public:
    CellDelegate(int padding, QObject* parent) : QStyledItemDelegate(parent), padding_(padding) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->fillRect(option.rect, index.data(Qt::BackgroundRole).value<QColor>());
        QStyleOptionViewItem inner = option;
        inner.rect.adjust(padding_, 0, -padding_, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }

  private:
    int padding_;
};

}  // namespace

SheetModel::SheetModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {}

void SheetModel::setSheet(const Sheet& sheet) {
    beginResetModel();
    sheet_ = sheet;
    roles_.resize(sheet.columns.size(), ColumnUse::Unused);
    wrong_.reset();
    wrongRow_ = -1;
    endResetModel();
}

void SheetModel::setRoles(const std::vector<ColumnUse>& roles) {
    roles_ = roles;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SheetModel::setWrong(std::optional<CellPlace> place) {
    wrong_ = place;
    wrongRow_ = place ? rowOf(place->line) : -1;
    setRoles(roles_);
}

QModelIndex SheetModel::wrong() const {
    if (wrongRow_ < 0)
        return {};
    const std::size_t column = std::min(wrong_->column.value_or(1), sheet_.columns.size());
    return index(wrongRow_, static_cast<int>(column) - 1);
}

/// The last row that begins at or before the line, as quoted cells span several; −1: not shown.
int SheetModel::rowOf(std::size_t line) const {
    const auto after = std::find_if(sheet_.rows.begin(), sheet_.rows.end(),
                                    [&](const Sheet::Row& row) { return row.line > line; });
    if (after == sheet_.rows.begin() || sheet_.columns.empty())
        return -1;
    if (after == sheet_.rows.end() && !sheet_.complete && sheet_.rows.back().line != line)
        return -1;
    return static_cast<int>(after - sheet_.rows.begin()) - 1;
}

int SheetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sheet_.rows.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(sheet_.columns.size());
}

bool SheetModel::isWrong(const QModelIndex& index) const {
    return wrongRow_ >= 0 && wrongRow_ == index.row() &&
           (!wrong_->column || wrong().column() == index.column());
}

QString SheetModel::tip(std::size_t column) const {
    const QString offender = shortened(text(sheet_.offenders[column]));
    if (roles_[column] == ColumnUse::Sequence)
        return tr("Wherever this value changes, a new sequence begins.");
    switch (sheet_.kinds[column]) {
        case ColumnKind::Text:
            return tr("“%1” is not a number: a column of text is no input.").arg(offender);
        case ColumnKind::Unfit:
            return tr("An array of shape %1 is no column.").arg(offender);
        case ColumnKind::Flawed:
            return tr("“%1” is not a number.").arg(offender);
        case ColumnKind::Numbers:
            break;
    }
    return {};
}

QVariant SheetModel::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    const auto& cells = sheet_.rows[row].cells;
    const bool used = roles_[column] != ColumnUse::Unused;
    const bool isText = sheet_.kinds[column] == ColumnKind::Text;
    switch (role) {
        case Qt::DisplayRole:
            return column < cells.size() ? shortened(text(cells[column])) : QString();
        case Qt::ToolTipRole:
            return tip(column);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
        case Qt::ForegroundRole:
            if (isWrong(index))
                return theme_.chipDanger.text;
            return used ? theme_.text : theme_.mutedText;
        case Qt::BackgroundRole:
            if (isWrong(index))
                return theme_.chipDanger.ground;
            return used ? theme_.card : blend(theme_.ground, theme_.card, isText ? 1 : 0.6);
        case Qt::FontRole:
            return isWrong(index) ? theme_.boldFont() : theme_.font();
        default:
            return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole)
            return {};
        const std::size_t line = sheet_.rows[at].line;
        return line == 0 ? QStringLiteral("⋮") : QString::number(line);
    }
    if (role == Qt::DisplayRole)
        return shortened(text(sheet_.columns[at]));
    if (role == Qt::ToolTipRole) {
        const QString name = text(sheet_.columns[at]);
        const QString more = tip(at);
        if (name.size() <= mostWhole)
            return more;
        return more.isEmpty() ? shortened(name) : shortened(name) + u'\n' + more;
    }
    return {};
}

RoleHeader::RoleHeader(const Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), theme_(theme) {
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSectionsClickable(false);
    setTextElideMode(Qt::ElideMiddle);  // long names differ at their ends
    setMinimumSectionSize(qRound(theme.px(112)));
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::place);
}

const SheetModel* RoleHeader::sheetModel() const {
    return qobject_cast<const SheetModel*>(model());
}

QSize RoleHeader::sizeHint() const {
    const int line = QFontMetrics(theme_.boldFont()).height();
    return {QHeaderView::sizeHint().width(), line * 3 + qRound(theme_.px(18))};
}

void RoleHeader::updateGeometries() {
    QHeaderView::updateGeometries();
    place();
}

QComboBox* RoleHeader::box(int column) const {
    const auto found = boxes_.find(column);
    return found == boxes_.end() ? nullptr : found->second;
}

QComboBox* RoleHeader::makeBox(int column) {
    const auto at = static_cast<std::size_t>(column);
    const Sheet& sheet = sheetModel()->sheet();
    auto* box = new QComboBox(viewport());
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    box->setAccessibleName(tr("Use of column %1").arg(name));
    box->addItem(tr("not used"), static_cast<int>(ColumnUse::Unused));
    if (isNumeric(sheet, at)) {
        box->addItem(tr("input"), static_cast<int>(ColumnUse::Input));
        box->addItem(tr("target"), static_cast<int>(ColumnUse::Target));
    }
    if (sheet.separable && sheet.kinds[at] != ColumnKind::Unfit)
        box->addItem(tr("sequence"), static_cast<int>(ColumnUse::Sequence));
    box->setCurrentIndex(box->findData(static_cast<int>(sheetModel()->roles()[at])));
    connect(box, &QComboBox::activated, this, [this, box, column] {
        Q_EMIT roleChosen(column, static_cast<ColumnUse>(box->currentData().toInt()));
    });
    box->setEnabled(box->count() > 1);
    box->setToolTip(model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
    return box;
}

void RoleHeader::place() {
    if (placing_ || !sheetModel())
        return;
    placing_ = true;
    const int margin = qRound(theme_.px(5));
    for (int column = 0; column < count(); ++column) {
        const int left = sectionViewportPosition(column);
        const bool inSight = left < viewport()->width() && left + sectionSize(column) > 0;
        auto found = boxes_.find(column);
        if (inSight && found == boxes_.end())
            found = boxes_.emplace(column, makeBox(column)).first;
        if (found == boxes_.end())
            continue;
        QComboBox* box = found->second;
        const int height = box->sizeHint().height();
        box->setGeometry(left + margin, viewport()->height() - height - margin,
                         sectionSize(column) - 2 * margin, height);
        box->setVisible(inSight);
    }
    placing_ = false;
}

void RoleHeader::refresh() {
    // A box may be the one whose signal brings us here.
    for (const auto& [column, box] : boxes_) {
        box->hide();
        box->deleteLater();
    }
    boxes_.clear();
    place();
}

SheetView::SheetView(const Theme& theme, QWidget* parent)
    : QTableView(parent),
      theme_(theme),
      model_(new SheetModel(theme, this)),
      header_(new RoleHeader(theme, this)) {
    setModel(model_);
    setHorizontalHeader(header_);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setFont(theme.font());
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("The file's first rows"));
    const auto padding = qRound(theme.px(8));
    setItemDelegate(new CellDelegate(padding / 2, this));
    setStyleSheet(QStringLiteral("QTableCornerButton::section { background: %2; border: none;"
                                 " border-bottom: 1px solid %3; }"
                                 "QHeaderView { background: %2; border: none; }"
                                 "QHeaderView::section:vertical { border: none;"
                                 " border-right: 1px solid %3; padding: 0 %1px; }")
                      .arg(padding)
                      .arg(theme.ground.name(), theme.cardBorder.name()));
    verticalHeader()->setDefaultSectionSize(QFontMetrics(theme.font()).height() +
                                            qRound(theme.px(7)));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, header_, &RoleHeader::place);
    connect(header_, &RoleHeader::roleChosen, this, &SheetView::roleChosen);
}

void SheetView::showSheet(const Sheet& sheet, const std::vector<ColumnUse>& roles) {
    model_->setSheet(sheet);
    model_->setRoles(roles);
    const QFontMetrics cells(theme_.font());
    const QFontMetrics names(theme_.boldFont());
    const int padding = qRound(theme_.px(24));
    constexpr std::size_t measured = 30;  // rows
    for (int column = 0; column < model_->columnCount(); ++column) {
        const auto at = static_cast<std::size_t>(column);
        int width = std::max(header_->minimumSectionSize(),
                             names.horizontalAdvance(text(sheet.columns[at])) + padding);
        for (std::size_t row = 0; row < std::min(measured, sheet.rows.size()); ++row)
            if (at < sheet.rows[row].cells.size())
                width = std::max(
                    width, cells.horizontalAdvance(text(sheet.rows[row].cells[at])) + padding);
        setColumnWidth(column, std::min(width, qRound(theme_.px(240))));
    }
    header_->refresh();
}

void SheetView::setRoles(const std::vector<ColumnUse>& roles) {
    model_->setRoles(roles);
    for (int column = 0; column < model_->columnCount(); ++column)
        if (QComboBox* box = header_->box(column); box && box->isEnabled())
            box->setCurrentIndex(
                box->findData(static_cast<int>(roles[static_cast<std::size_t>(column)])));
}

void SheetView::markWrong(std::optional<CellPlace> place) {
    model_->setWrong(place);
    executeDelayedItemsLayout();
    updateGeometries();  // or new rows are not yet within reach
    if (const QModelIndex cell = model_->wrong(); cell.isValid())
        scrollTo(cell, PositionAtCenter);
}

}  // namespace rnnscope
