// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/drawing_model.h"

#include <QUndoCommand>
#include <utility>

#include "app/plot/number.h"
#include "core/input_edit.h"
#include "core/scan.h"

namespace rnnscope {
namespace {

constexpr int mostUndone = 100;  // each keeps two drawings, of up to 128 kB each

/// Six digits: a number that somebody typed is told from its neighbours.
QString shownValue(double value) {
    return QString::number(value, 'g', 6).replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace

class DrawingModel::ChangeCommand : public QUndoCommand {
  public:
    ChangeCommand(DrawingModel& model, Drawing before, Drawing after, const QString& text)
        : QUndoCommand(text), model_(model), before_(std::move(before)), after_(std::move(after)) {}

    void undo() override { model_.replace(before_); }
    void redo() override { model_.replace(after_); }

  private:
    DrawingModel& model_;
    Drawing before_, after_;
};

DrawingModel::DrawingModel(Drawing drawing, QObject* parent)
    : QAbstractTableModel(parent), drawing_(std::move(drawing)) {
    undo_.setUndoLimit(mostUndone);
}

void DrawingModel::change(const Result<Drawing>& next, const QString& text) {
    dropSketch();
    if (!next)
        Q_EMIT refused(QString::fromStdString(next.error().text()));
    else if (!(*next == drawing_))
        undo_.push(new ChangeCommand(*this, drawing_, *next, text));
}

void DrawingModel::sketch(Index column, const Eigen::VectorXd& values) {
    if (!before_)
        before_ = drawing_;
    drawing_.values.col(column) = values;
    const int at = static_cast<int>(column);
    Q_EMIT dataChanged(index(0, at), index(rowCount() - 1, at));
    Q_EMIT drawingChanged();
}

void DrawingModel::finishSketch(const QString& text) {
    if (!before_)
        return;
    Drawing before = *std::exchange(before_, std::nullopt);
    if (before == drawing_)
        Q_EMIT drawingChanged();
    else
        undo_.push(new ChangeCommand(*this, std::move(before), drawing_, text));
}

void DrawingModel::dropSketch() {
    if (before_)
        show(*std::exchange(before_, std::nullopt));
}

/// A stroke that goes on has no place in it.
void DrawingModel::replace(const Drawing& next) {
    before_.reset();
    show(next);
}

void DrawingModel::show(const Drawing& next) {
    const int rows = rowCount(), wanted = static_cast<int>(next.steps());
    if (next.columns() != drawing_.columns()) {
        beginResetModel();
        drawing_ = next;
        endResetModel();
    } else if (wanted > rows) {
        beginInsertRows({}, rows, wanted - 1);
        drawing_ = next;
        endInsertRows();
    } else if (wanted < rows) {
        beginRemoveRows({}, wanted, rows - 1);
        drawing_ = next;
        endRemoveRows();
    } else {
        drawing_ = next;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    Q_EMIT drawingChanged();
}

int DrawingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(drawing_.steps());
}

int DrawingModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(drawing_.columns());
}

QVariant DrawingModel::data(const QModelIndex& index, int role) const {
    const double value = drawing_.values(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole:
            return shownValue(value);
        case Qt::EditRole:
            return QString::fromStdString(shortest(value));
        case Qt::ToolTipRole:
            return fullNumber(value);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return {};
    }
}

bool DrawingModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole)
        return false;
    const auto number = readNumber(value.toString().toStdString());
    if (!number) {
        Q_EMIT refused(QString::fromStdString(number.error().text()));
        return false;
    }
    Drawing next = drawing_;
    next.values(index.row(), index.column()) = *number;
    change(next, tr("Type a value"));
    return true;
}

QVariant DrawingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const QString name = QString::fromStdString(drawing_.names[static_cast<std::size_t>(section)]);
    const bool answer = drawing_.answer == section;
    if (role == Qt::DisplayRole)
        return answer ? tr("%1 (target)").arg(name) : name;
    if (role == Qt::ToolTipRole)
        return answer ? tr("What the network is to answer") : tr("What the network is given");
    return {};
}

Qt::ItemFlags DrawingModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

}  // namespace rnnscope
