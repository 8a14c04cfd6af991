// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/values_model.h"

#include <QStringList>
#include <algorithm>

#include "app/panels/cell_words.h"
#include "app/panels/unit_rows.h"
#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// An entry of a matrix whose columns are the last of `steps` steps.
std::optional<double> entryAt(const Eigen::MatrixXd& matrix, int row, int step, int steps) {
    const Index column = step - (steps - matrix.cols());
    if (row >= matrix.rows() || column < 0 || column >= matrix.cols())
        return std::nullopt;
    return matrix(row, column);
}

}  // namespace

// ---- any table -----------------------------------------------------------------------------

QString NumberModel::shown(int row, int column) const {
    const auto value = number(row, column);
    return value ? shortNumber(*value) : QString();
}

QString NumberModel::copied(const QItemSelection& selection) const {
    std::vector<int> rows, columns;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
        for (int column = range.left(); column <= range.right(); ++column)
            columns.push_back(column);
    }
    for (std::vector<int>* each : {&rows, &columns}) {
        std::sort(each->begin(), each->end());
        each->erase(std::unique(each->begin(), each->end()), each->end());
    }
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) {
            // A gap where cells of different rows do not make a rectangle.
            const auto value =
                selection.contains(index(row, column)) ? number(row, column) : std::nullopt;
            cells << (value ? fullNumber(*value) : QString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

QString NumberModel::copiedWhole() const {
    QStringList names{QString()};
    for (const NumberColumn& column : columns_)
        names << column.key;
    QStringList lines{names.join(QLatin1Char('\t'))};
    for (int row = 0; row < rows_; ++row) {
        QStringList cells{QString::number(row + 1)};
        for (int column = 0; column < int(columns_.size()); ++column) {
            const auto value = number(row, column);
            cells << (value ? fullNumber(*value) : QString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

int NumberModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

int NumberModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(columns_.size());
}

QVariant NumberModel::data(const QModelIndex& index, int role) const {
    const NumberColumn& column = columns_[std::size_t(index.column())];
    if (role == Qt::DisplayRole)
        return shown(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const auto value = number(index.row(), index.column());
    if (role == Qt::AccessibleTextRole)
        return labelled(joined({column.symbol, rowName(index.row())}),
                        value ? shown(index.row(), index.column()) : tr("not yet"));
    QString tip =
        QStringLiteral("<b>%1</b> %2")
            .arg(subscriptedHtml(column.symbol), joined({column.name, rowName(index.row())}));
    tip += value ? QStringLiteral("<br>%1 &nbsp; %2")
                       .arg(shown(index.row(), index.column()), fullNumber(*value))
                 : QStringLiteral("<br>") + tr("not yet");
    return tip;
}

QVariant NumberModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole)
            return QString::number(section + 1);
        return role == Qt::ToolTipRole ? QVariant(rowName(section)) : QVariant();
    }
    const NumberColumn& column = columns_[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return column.symbol;
    return role == Qt::ToolTipRole ? QVariant(column.name) : QVariant();
}

void NumberModel::touch(int firstRow, int lastRow) {
    if (rows_ == 0 || columns_.empty())
        return;
    const int first = std::clamp(firstRow, 0, rows_ - 1), last = std::clamp(lastRow, 0, rows_ - 1);
    emit dataChanged(index(first, 0), index(last, int(columns_.size()) - 1));
}

void NumberModel::setShape(int rows, std::vector<NumberColumn> columns) {
    if (rows == rows_ && columns == columns_)
        return;
    beginResetModel();
    rows_ = rows;
    columns_ = std::move(columns);
    endResetModel();
}

// ---- units ---------------------------------------------------------------------------------

void UnitNumbers::show(const StepSource& source) {
    source_ = source;
    const auto quantities = source.snapshot->shape().cell->quantities();
    std::vector<NumberColumn> columns;
    // Those that are plotted first, then what lies before and between.
    for (const bool archived : {true, false})
        for (std::size_t k = 0; k < quantities.size(); ++k) {
            if (quantities[k].archived != archived)
                continue;
            const QString symbol = text(quantities[k].symbol), id = text(quantities[k].id);
            const QString name = inWords(quantities[k].name);
            columns.push_back(
                {symbol, name, id, colourOf(*source.snapshot->shape().cell, k), k, false});
            if (source.progress.backward)
                columns.push_back(
                    {QStringLiteral("∂L/∂") + symbol, tr("gradient of the loss by: %1").arg(name),
                     QStringLiteral("grad_") + id, QStringLiteral("gradient"), k, true});
        }
    setShape(int(source.snapshot->shape().hidden), std::move(columns));
}

std::optional<double> UnitNumbers::number(int row, int column) const {
    const NumberColumn& of = columns()[std::size_t(column)];
    const Snapshot& snapshot = *source_.snapshot;
    // Backward, all values are there, and what is on its way are the gradients.
    if (of.gradient == source_.progress.backward &&
        !source_.progress.known(*snapshot.shape().cell, now(*of.quantity)))
        return std::nullopt;
    const Trace& trace = of.gradient ? snapshot.backward->gradients.traces[source_.trace]
                                     : snapshot.record.traces[source_.trace];
    return trace.value(*of.quantity, row, source_.step);
}

QString UnitNumbers::rowName(int row) const {
    return tr("unit %1").arg(row + 1);
}

// ---- the sequence --------------------------------------------------------------------------

namespace {

enum SequenceColumn { InputColumn, TargetColumn, OutputColumn, LossColumn, SlopeColumn };

}  // namespace

void SequenceNumbers::show(const StepSource& source) {
    source_ = source;
    const NetworkShape& shape = source.snapshot->shape();
    std::vector<NumberColumn> columns{
        {QStringLiteral("x"), tr("input"), QStringLiteral("input"), QStringLiteral("input")}};
    const NumberColumn output{QStringLiteral("ŷ"), tr("read-out"), QStringLiteral("output"),
                              QStringLiteral("output")};
    if (!source.snapshot->backward) {
        columns.push_back(output);
    } else {
        columns.push_back({QStringLiteral("y"), tr("target"), QStringLiteral("target"),
                           QStringLiteral("target")});
        columns.push_back(output);
        columns.push_back({QStringLiteral("Lₜ"), tr("this step's part of the loss"),
                           QStringLiteral("loss_t"), QStringLiteral("gradient")});
        if (source.progress.backward)
            columns.push_back({QStringLiteral("∂L/∂ŷ"),
                               tr("gradient of the loss by the read-out"),
                               QStringLiteral("grad_output"),
                               QStringLiteral("gradient"),
                               {},
                               true});
    }
    setShape(int(std::max(shape.input, shape.output)), std::move(columns));
}

std::optional<double> SequenceNumbers::number(int row, int column) const {
    const Snapshot& snapshot = *source_.snapshot;
    const int steps = int(snapshot.steps()), step = source_.step;
    // Without a target the output stands where the target would.
    const int what = !snapshot.backward && column == 1 ? int(OutputColumn) : column;
    const bool answered = source_.progress.backward || source_.progress.part == 0;
    switch (what) {
        case InputColumn:
            return entryAt(snapshot.record.layerInput.front(), row, step, steps);
        case TargetColumn:
            return entryAt(*snapshot.problem->target, row, step, steps);
        case OutputColumn:
            return answered ? entryAt(snapshot.record.output, row, step, steps) : std::nullopt;
        case LossColumn:
            if (row > 0 || !source_.lossKnown || !entryAt(snapshot.record.output, 0, step, steps))
                return std::nullopt;
            return snapshot.backward->loss.perStep[step];
        case SlopeColumn:
            return entryAt(snapshot.backward->gradients.output, row, step, steps);
        default:
            return std::nullopt;
    }
}

/// A class by its name, or by its number as PyTorch counts.
QString SequenceNumbers::shown(int row, int column) const {
    const Snapshot& snapshot = *source_.snapshot;
    const auto value = number(row, column);
    const bool isClass =
        snapshot.backward && column == TargetColumn && snapshot.setup.loss == Loss::CrossEntropy;
    if (!value || !isClass)
        return NumberModel::shown(row, column);
    const auto& names = snapshot.problem->outputNames;
    const auto which = std::size_t(*value);
    return which < names.size() ? QStringLiteral("‘%1’").arg(text(names[which]))
                                : QString::number(which);
}

QString SequenceNumbers::rowName(int row) const {
    const auto& names = source_.snapshot->problem->inputNames;
    return std::size_t(row) < names.size()
               ? tr("value %1, %2").arg(row + 1).arg(text(names[std::size_t(row)]))
               : tr("value %1").arg(row + 1);
}

}  // namespace rnnscope
