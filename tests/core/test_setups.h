// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "core/samples.h"

// What the tests of setups and training share.
namespace rnnscope::testing {

// GoogleTest reserves the name Setup inside tests.
using Choices = rnnscope::Setup;

inline Choices with(std::initializer_list<std::pair<const char*, const char*>> options) {
    Choices setup;
    for (const auto& [name, value] : options) {
        const auto status = setOption(setup, name, value);
        EXPECT_TRUE(status.ok()) << name;
    }
    return setup;
}

inline Problem problemOf(const Choices& setup) {
    auto problem = assemble(setup);
    EXPECT_TRUE(problem.ok()) << problem.error().text();
    return std::move(problem).value();
}

inline std::string complaint(const Choices& setup) {
    const auto problem = assemble(setup);
    return problem.ok() ? "" : problem.error().text();
}

/// A file with these columns, as if it had been read.
inline Choices fromTable(Eigen::MatrixXd values, std::vector<std::string> columns) {
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "data.csv";
    setup.sequence.table =
        std::make_shared<const Table>(Table{std::move(columns), std::move(values)});
    return setup;
}

/// A file of one column with sequences of these lengths.
inline Choices several(std::initializer_list<Index> lengths) {
    std::vector<Index> starts;
    Index rows = 0;
    for (const Index length : lengths) {
        starts.push_back(rows);
        rows += length;
    }
    Eigen::MatrixXd values(rows, 1);
    for (Index row = 0; row < rows; ++row)
        values(row, 0) = 0.1 * static_cast<double>(row * row % 7) - 0.3;
    Choices setup;
    setup.sequence.task.clear();
    setup.sequence.file = "series.csv";
    setup.sequence.table = std::make_shared<const Table>(Table{{"x"}, values, starts});
    return setup;
}

/// What the starting network is given at an update.
inline std::vector<Eigen::MatrixXd> batchInputs(const Choices& setup, const Problem& problem,
                                                int update) {
    const Network network(problem.shape, problem.parameters);
    const Batch batch(setup, problem, update);
    std::vector<Eigen::MatrixXd> inputs;
    for (std::size_t k = 0; k < batch.size(); ++k)
        inputs.push_back(batch.input(k, network, problem.initial));
    return inputs;
}

}  // namespace rnnscope::testing
