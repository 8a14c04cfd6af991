// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a block of weights, to a selection and to a whole tensor.
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <algorithm>

#include "app/panels/weights_editor.h"
#include "app/panels/weights_panel.h"

namespace rnnscope {

using Matrix = Eigen::MatrixXd;
using Part = WeightField::Part;

namespace {

Index rowsOf(const WeightsPanel::Scope& scope) {
    Index rows = 0;
    for (const WeightsRange& range : scope)
        rows += range.rows;
    return rows;
}

}  // namespace

// ---- scopes --------------------------------------------------------------------------------

WeightsPanel::Scope WeightsPanel::blockScope(std::size_t field) const {
    return {{field, 0, 0, fields_[field].rows, fields_[field].columns}};
}

WeightsPanel::Scope WeightsPanel::tensorScope(std::size_t field) const {
    Scope scope;
    for (std::size_t k = 0; k < fields_.size(); ++k)
        if (fields_[k].tensor == fields_[field].tensor)
            scope.push_back(blockScope(k)[0]);
    return scope;
}

EditSpan WeightsPanel::spanOf(const WeightsRange& range) const {
    return {fields_[range.field].target, range.row, range.column, range.rows, range.columns};
}

QString WeightsPanel::nameOf(const Scope& scope) const {
    const WeightField& field = fields_[scope.front().field];
    return scope.size() > 1 ? QString::fromStdString(field.tensor) : rnnscope::nameOf(field);
}

QRectF WeightsPanel::rectOf(const Scope& scope) const {
    QRectF all;
    for (const WeightsRange& range : scope)
        if (range.field < fields_.size())
            if (const WeightsPlace* place = layout_.placeOf(range.field))
                all |= layout_.cellRect(*place, range.row, range.column, range.rows, range.columns);
    return all.isNull() ? QRectF(rect()) : all;
}

Matrix WeightsPanel::numbers(const WeightsRange& range) const {
    const Matrix& all = sheets_[range.field].numbers;
    return all.size() == 0 ? Matrix()
                           : Matrix(all.block(range.row, range.column, range.rows, range.columns));
}

/// The numbers themselves, whatever is shown.
Matrix WeightsPanel::values(const WeightsRange& range) const {
    return numbersOf(*snapshot(), trace(), fields_[range.field], WeightReading::Value)
        ->block(range.row, range.column, range.rows, range.columns);
}

// ---- changing ------------------------------------------------------------------------------

/// Asks for what `change` makes of each range; says why where one cannot be.
bool WeightsPanel::apply(const Scope& scope, const QString& what, const Change& change) {
    asked_ = scope;
    Edits edits;
    for (const WeightsRange& range : scope) {
        const Matrix before = values(range);
        const auto after = change(before);
        if (!after) {
            refuse(QString::fromStdString(after.error().text()));
            return false;
        }
        const Edits more = blockEdits(spanOf(range), before, *after, snapshot()->update);
        edits.insert(edits.end(), more.begin(), more.end());
    }
    return request(edits, what, true);
}

bool WeightsPanel::request(const Edits& edits, const QString& what, bool finished) {
    if (edits.size() > mostEdits) {
        refuse(tr("More than %L1 numbers are too many to edit; give them as weights in a file")
                   .arg(qlonglong(mostEdits)));
        return false;
    }
    if (!edits.empty())
        emit editsRequested(edits, what, finished);
    return true;
}

void WeightsPanel::scale(const Scope& scope, double factor) {
    apply(scope, tr("Scale %1").arg(nameOf(scope)),
          [factor](const Matrix& block) { return scaledBlock(block, factor); });
}

void WeightsPanel::zero(const Scope& scope) {
    apply(scope, tr("Zero %1").arg(nameOf(scope)), [](const Matrix& block) {
        return Result<Matrix>(Matrix::Zero(block.rows(), block.cols()));
    });
}

void WeightsPanel::reset(const Scope& scope) {
    std::vector<EditSpan> places;
    for (const WeightsRange& range : scope)
        places.push_back(spanOf(range));
    if (editedWithin(snapshot()->setup.edits, places, snapshot()->update) > 0)
        emit editsDropped(places, tr("Reset %1").arg(nameOf(scope)));
}

// ---- the clipboard -------------------------------------------------------------------------

void WeightsPanel::copy(const Scope& scope) const {
    std::string text;
    for (const WeightsRange& range : scope)
        text += blockText(numbers(range));
    QGuiApplication::clipboard()->setText(QString::fromStdString(text));
}

/// At a single number the block begins there; elsewhere it must have the shape of what it replaces.
void WeightsPanel::paste(const Scope& scope) {
    asked_ = scope;
    auto block = parseBlock(QGuiApplication::clipboard()->text().toStdString());
    if (!block)
        return refuse(QString::fromStdString(block.error().text()));
    Scope into = scope;
    if (scope.size() == 1 && scope[0].rows == 1 && scope[0].columns == 1) {
        const WeightField& field = fields_[scope[0].field];
        if (field.columns == 1 && block->rows() == 1)
            block->transposeInPlace();
        const Index rows = field.rows - scope[0].row, columns = field.columns - scope[0].column;
        if (block->rows() > rows || block->cols() > columns)
            return refuse(tr("%1 numbers where %2 fit from here on")
                              .arg(shapeOf(block->rows(), block->cols()), shapeOf(rows, columns)));
        into[0].rows = block->rows();
        into[0].columns = block->cols();
    }
    const auto fitted = ofShape(*block, rowsOf(into), into[0].columns);
    if (!fitted)
        return refuse(QString::fromStdString(fitted.error().text()));
    Index row = 0;
    const bool taken = apply(into, tr("Paste into %1").arg(nameOf(into)), [&](const Matrix& old) {
        row += old.rows();
        return Result<Matrix>(fitted->middleRows(row - old.rows(), old.rows()));
    });
    if (taken && into.size() == 1 && selection_ && selection_->field == into[0].field)
        choose(into[0]);
}

// ---- the menu ------------------------------------------------------------------------------

void WeightsPanel::fillMenu(QMenu* menu, const Scope& scope) {
    const auto asks = [&](const QString& text, Purpose purpose) {
        menu->addAction(text, this, [this, purpose, scope] { ask(purpose, scope); });
    };
    for (const auto& [text, factor] :
         {std::pair(tr("× 2"), 2.0), std::pair(tr("× ½"), 0.5), std::pair(tr("× −1"), -1.0)})
        menu->addAction(text, this, [this, scope, by = factor] { scale(scope, by); });
    asks(tr("Scale by…"), Purpose::Scale);
    asks(tr("Add…"), Purpose::Add);
    asks(tr("Set all to…"), Purpose::Replace);
    menu->addAction(tr("Zero"), this, [this, scope] { zero(scope); });
    const WeightsRange& first = scope.front();
    const WeightField& field = fields_[first.field];
    const bool square = field.part == Part::Recurrent && first.rows == field.rows &&
                        first.columns == field.columns && field.rows == field.columns;
    if (square) {
        menu->addSeparator();
        asks(tr("Set spectral radius to…"), Purpose::Radius);
        asks(tr("Set to identity ×…"), Purpose::Identity);
    }
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, [this, scope] { copy(scope); });
    menu->addAction(tr("Paste"), this, [this, scope] { paste(scope); })
        ->setEnabled(!QGuiApplication::clipboard()->text().isEmpty());
    std::vector<EditSpan> places;
    for (const WeightsRange& range : scope)
        places.push_back(spanOf(range));
    menu->addAction(tr("Reset to the setup's own numbers"), this, [this, scope] { reset(scope); })
        ->setEnabled(editedWithin(snapshot()->setup.edits, places, snapshot()->update) > 0);
}

QMenu* WeightsPanel::makeMenu(std::size_t field, bool onSelection) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto title = [this](const Scope& scope) {
        return QStringLiteral("%1   %2").arg(nameOf(scope),
                                             shapeOf(rowsOf(scope), scope.front().columns));
    };
    const Scope block = blockScope(field), tensor = tensorScope(field);
    const auto range = chosen();
    const Scope first = onSelection && range ? Scope{*range} : block;
    QAction* heading = menu->addAction(title(first));
    heading->setEnabled(false);
    fillMenu(menu, first);
    menu->addSeparator();
    const auto addMenu = [&](const Scope& scope) { fillMenu(menu->addMenu(title(scope)), scope); };
    if (first != block)
        addMenu(block);
    else if (range && Scope{*range} != block)
        addMenu({*range});
    if (tensor.size() > 1)
        addMenu(tensor);
    menu->addAction(camera_.solo ? tr("All blocks") : tr("This block alone"), this,
                    [this, field] { setSolo(camera_.solo ? std::nullopt : std::optional(field)); });
    return menu;
}

}  // namespace rnnscope
