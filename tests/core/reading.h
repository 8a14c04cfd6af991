// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/readers/reader.h"
#include "core/utf8.h"

// What the tests of readers share.
namespace rnnscope {

using Read = Result<Table> (*)(std::string_view, const ReadOptions&, const std::string&);

/// A matrix that may be compared with one of another size.
struct Values {
    Eigen::MatrixXd matrix;
};
inline bool operator==(const Eigen::MatrixXd& a, const Values& b) {
    return a.rows() == b.matrix.rows() && a.cols() == b.matrix.cols() && a == b.matrix;
}
inline std::ostream& operator<<(std::ostream& out, const Values& values) {
    return out << values.matrix;
}

inline Values rows(std::initializer_list<std::initializer_list<double>> values) {
    Eigen::MatrixXd m(static_cast<Eigen::Index>(values.size()),
                      static_cast<Eigen::Index>(values.begin()->size()));
    Eigen::Index r = 0;
    for (const auto& row : values) {
        Eigen::Index c = 0;
        for (const double value : row)
            m(r, c++) = value;
        ++r;
    }
    return {m};
}

inline Table good(Read read, const std::string& bytes, const ReadOptions& options = {}) {
    auto table = read(bytes, options, "f");
    EXPECT_TRUE(table) << table.error().text();
    return table ? *table : Table{};
}

/// Expects an error with this text in its message, at this place (0: none).
inline void bad(Read read, const std::string& bytes, const std::string& part, std::size_t line = 0,
                std::size_t column = 0, const ReadOptions& options = {}) {
    SCOPED_TRACE(bytes.substr(0, 60));
    const auto table = read(bytes, options, "data.x");
    ASSERT_FALSE(table);
    const Error& error = table.error();
    EXPECT_THAT(error.message, testing::HasSubstr(part));
    EXPECT_EQ(error.line.value_or(0), line) << error.message;
    EXPECT_EQ(error.column.value_or(0), column) << error.message;
    EXPECT_EQ(error.file, "data.x");
    EXPECT_FALSE(firstInvalidUtf8(error.text()));
    EXPECT_THAT(error.message, testing::HasSubstr(";"));
}

inline ReadOptions with(Missing missing) {
    ReadOptions options;
    options.missing = missing;
    return options;
}

inline ReadOptions picking(std::vector<std::string> columns) {
    ReadOptions options;
    options.columns = std::move(columns);
    return options;
}

inline ReadOptions separatedBy(std::string column) {
    ReadOptions options;
    options.sequenceColumn = std::move(column);
    return options;
}

inline ReadOptions encodedAs(std::string encoding) {
    ReadOptions options;
    options.encoding = std::move(encoding);
    return options;
}

}  // namespace rnnscope
