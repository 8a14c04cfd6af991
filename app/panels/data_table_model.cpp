// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/data_table_model.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/plot/number.h"

namespace rnnscope {
namespace {

/// What the first column of a table counts, and so where the playhead is in it.
enum class Count { No, Step, Update, Unit };

struct ColumnKind {
    const char* name;
    bool whole;  ///< no digits behind the point
    Count counts;
};

constexpr ColumnKind columnKinds[] = {
    {"t", true, Count::Step},
    {"t_loss", true, Count::Step},
    {"k_state", true, Count::No},
    {"update", true, Count::Update},
    {"unit", true, Count::Unit},
    {"row", true, Count::No},
    {"given", true, Count::No},
    {"class", true, Count::No},
    {"next", true, Count::No},
    {"mode", true, Count::No},
    {"applied", true, Count::No},
    {"entries", true, Count::No},
    {"entries_touched", true, Count::No},
    {"clipped", true, Count::No},
    {"clipped_engaged", true, Count::No},
};

const ColumnKind* findKind(const QString& name) {
    const auto* found =
        std::find_if(std::begin(columnKinds), std::end(columnKinds),
                     [&](const ColumnKind& kind) { return name == QLatin1String(kind.name); });
    return found == std::end(columnKinds) ? nullptr : found;
}

/// In what a column is measured; empty for what has no unit, as states and gradients.
QString unitOf(const QString& name) {
    if (name == QLatin1String("t") || name == QLatin1String("t_loss") ||
        name == QLatin1String("k_state"))
        return DataTableModel::tr("step");
    if (name.endsWith(QLatin1String("_degrees")))
        return QStringLiteral("°");
    if (name.endsWith(QLatin1String("_file")) || name.contains(QLatin1String("_file_")))
        return DataTableModel::tr("unit of the file");
    return {};
}

/// As on the screen, but in plain signs that can be read out.
QString spoken(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', 3) : shortNumber(value);
}

}  // namespace

void DataTableModel::show(DataTable table) {
    const auto rows = [](const DataTable& of) {
        return of.columns.empty() ? std::size_t(0) : of.columns.front().size();
    };
    const bool same = table.names == table_.names && rows(table) == rows(table_);
    if (!same)
        beginResetModel();
    table_ = std::move(table);
    counts_.clear();
    for (const QString& name : std::as_const(table_.names)) {
        const ColumnKind* kind = findKind(name);
        counts_.push_back(kind && kind->whole);
    }
    if (!same) {
        marked_.reset();
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void DataTableModel::setTheme(const Theme& theme) {
    theme_ = theme;
}

std::optional<std::pair<int, int>> DataTableModel::rowsOf(const View& view) const {
    const ColumnKind* kind = table_.names.isEmpty() ? nullptr : findKind(table_.names.front());
    if (!kind || kind->counts == Count::No)
        return std::nullopt;
    const int here = kind->counts == Count::Step     ? view.position.step + 1
                     : kind->counts == Count::Update ? view.position.update
                                                     : view.unit + 1;
    const std::vector<double>& keys = table_.columns.front();
    const auto first = std::find(keys.begin(), keys.end(), double(here));
    if (first == keys.end())
        return std::nullopt;
    const auto last = std::find_if(first, keys.end(), [&](double key) { return key != here; });
    return std::pair(int(first - keys.begin()), int(last - keys.begin()) - 1);
}

void DataTableModel::mark(std::optional<std::pair<int, int>> rows) {
    if (rows == marked_)
        return;
    const auto before = std::exchange(marked_, rows);
    for (const auto& changed : {before, rows})
        if (changed && changed->second < rowCount())
            Q_EMIT dataChanged(index(changed->first, 0), index(changed->second, columnCount() - 1),
                               {Qt::BackgroundRole, Qt::FontRole, Qt::AccessibleDescriptionRole});
}

bool DataTableModel::isMarked(int row) const {
    return marked_ && row >= marked_->first && row <= marked_->second;
}

int DataTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || table_.columns.empty() ? 0 : int(table_.columns.front().size());
}

int DataTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(table_.columns.size());
}

double DataTableModel::number(int row, int column) const {
    return table_.columns[std::size_t(column)][std::size_t(row)];
}

/// What is known of a cell in full, for a reader who asks.
QString DataTableModel::told(int row, int column) const {
    const QString number = fullNumber(this->number(row, column));
    return isMarked(row) ? tr("%1, where the playhead is").arg(number) : number;
}

QVariant DataTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const double value = number(index.row(), index.column());
    const bool whole = counts_[std::size_t(index.column())] && std::isfinite(value);
    switch (role) {
        case Qt::DisplayRole:
            return whole ? QString::number(value, 'f', 0) : shortNumber(value);
        case Qt::AccessibleTextRole:
            return whole ? QString::number(value, 'f', 0) : spoken(value);
        case Qt::AccessibleDescriptionRole:
            return told(index.row(), index.column());
        case Qt::ToolTipRole:
            return QStringLiteral("%1 = %2").arg(table_.names[index.column()], fullNumber(value));
        case Qt::TextAlignmentRole:
            return int(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::BackgroundRole:
            return isMarked(index.row()) ? QVariant(theme_.faint(theme_.accent)) : QVariant();
        case Qt::FontRole:  // not by colour alone
            return isMarked(index.row()) ? theme_.boldFont(12) : theme_.font(12);
        default:
            return {};
    }
}

QVariant DataTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const QString& name = table_.names[section];
    const QString unit = unitOf(name);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return {};
    }
}

QString DataTableModel::copied(const QItemSelection& selection) const {
    if (selection.isEmpty())
        return {};
    int top = selection.front().top(), bottom = selection.front().bottom();
    std::vector<bool> columns(table_.columns.size());
    for (const QItemSelectionRange& range : selection) {
        top = std::min(top, range.top());
        bottom = std::max(bottom, range.bottom());
        for (int column = range.left(); column <= range.right(); ++column)
            columns[std::size_t(column)] = true;
    }
    QString text;
    for (int row = top; row <= bottom; ++row) {
        QStringList cells;
        bool any = false;
        for (int column = 0; column < columnCount(); ++column) {
            if (!columns[std::size_t(column)])
                continue;
            const bool chosen = std::any_of(selection.begin(), selection.end(),
                                            [&](const QItemSelectionRange& range) {
                                                return range.contains(row, column, QModelIndex());
                                            });
            any = any || chosen;
            cells << (chosen ? fullNumber(number(row, column)) : QString());
        }
        if (any)
            text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

}  // namespace rnnscope
