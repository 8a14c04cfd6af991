// SPDX-License-Identifier: GPL-3.0-or-later
// The start of NumPy's arrays as a table.
#include <QString>
#include <algorithm>
#include <limits>

#include "app/dialogs/sheet.h"

namespace rnnscope {
namespace {

/// The value of a column at a row; C order.
std::string cellOf(const Array& array, std::size_t row, std::size_t column, std::size_t columns) {
    return QString::number(array.data[row * columns + column], 'g', 10).toStdString();
}

std::string shapeOf(const Array& array) {
    QStringList sizes;
    for (const std::size_t size : array.shape)
        sizes << QString::number(size);
    return ("(" + sizes.join(", ") + ")").toStdString();
}

}  // namespace

Sheet sheetOfArrays(const std::vector<Array>& arrays) {
    constexpr std::size_t mostColumns = 10'000;  // of one array, beyond which nobody picks by hand
    Sheet sheet;
    sheet.options.decimal = '.';
    sheet.separable = true;
    for (std::size_t k = 0; k < arrays.size(); ++k) {
        const Array& array = arrays[k];
        const bool fits =
            (array.shape.size() == 1 || array.shape.size() == 2) && !array.data.empty();
        const std::size_t columns = fits && array.shape.size() == 2 ? array.shape[1] : 1;
        const std::size_t length = fits ? array.shape[0] : 0;
        for (std::size_t column = 0; column < std::min(columns, mostColumns); ++column) {
            const std::string number = std::to_string(column + 1);
            // As the readers name them.
            sheet.columns.push_back(array.name.empty() ? number
                                    : columns == 1     ? array.name
                                                       : array.name + "[" + number + "]");
            sheet.arrays.push_back(k);
            sheet.lengths.push_back(length);
            const std::size_t at = sheet.columns.size() - 1;
            const std::size_t shown = std::min(length, sheetRows);
            sheet.complete = sheet.complete && shown == length;
            while (sheet.rows.size() < shown)
                sheet.rows.push_back({sheet.rows.size() + 1, {}});
            for (std::size_t row = 0; row < shown; ++row) {
                sheet.rows[row].cells.resize(at + 1);
                sheet.rows[row].cells[at] = cellOf(array, row, column, columns);
            }
        }
    }
    classify(sheet);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column)
        if (sheet.lengths[column] == 0) {
            sheet.kinds[column] = ColumnKind::Unfit;
            sheet.offenders[column] = shapeOf(arrays[sheet.arrays[column]]);
        }
    return sheet;
}

}  // namespace rnnscope
