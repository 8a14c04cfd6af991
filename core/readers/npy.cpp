// SPDX-License-Identifier: GPL-3.0-or-later
// NumPy's files: one array, or an archive of named ones.
#include <algorithm>

#include "core/archive.h"
#include "core/readers/arrays.h"
#include "core/readers/columns.h"
#include "core/readers/reader.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

Error tooWide(const std::string& file) {
    return {Sentence::tr("there are more than %1 columns; rows are time steps, so a long sequence "
                         "stands upright",
                         mostColumns),
            file};
}

}  // namespace

Result<Table> readNpy(std::string_view bytes, const ReadOptions& options, const std::string& file) {
    auto array = parseNpy(bytes, file);
    if (!array)
        return array.error();
    // Nothing but its shape says how many columns an empty one has.
    const std::size_t columns = array->data.empty() ? 1 : columnCount(*array);
    if (columns > mostColumns)
        return tooWide(file);
    if (array->data.empty())
        array->shape = {0};
    std::vector<Array> arrays;
    arrays.push_back(std::move(array).value());
    return tableOfArrays(arrays, numberedNames(columns), options, file);
}

Result<Table> readNpzTable(std::string_view bytes, const ReadOptions& options,
                           const std::string& file) {
    auto arrays = parseNpz(bytes, file);
    if (!arrays)
        return arrays.error();
    if (arrays->empty())
        return Error{
            Sentence::tr("the archive holds no arrays; one of shape (T,) or (T, I) is needed"),
            file};
    std::vector<std::string> names;
    for (Array& array : *arrays) {
        if (array.data.empty())
            array.shape = {0};
        const std::size_t columns = columnCount(array);
        if (columns > mostColumns - std::min(mostColumns, names.size()))
            return tooWide(file);
        if (columns == 1)
            names.push_back(array.name);
        else
            for (std::size_t column = 1; column <= columns; ++column)
                names.push_back(array.name + "[" + std::to_string(column) + "]");
    }
    return tableOfArrays(*arrays, names, options, file);
}

}  // namespace rnnscope
