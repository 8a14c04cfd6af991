// SPDX-License-Identifier: GPL-3.0-or-later
// Every array of every committed case agrees with PyTorch's figures. tests/reference tells how they
// were made.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/archive.h"
#include "core/experiment.h"
#include "core/trace_arrays.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;

const fs::path figures = fs::path(RNNSCOPE_REFERENCE) / "figures";

std::vector<std::string> caseNames() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(figures))
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// A case's arguments, as the command line takes them, with files in its folder.
struct Case {
    Setup setup;
    bool flow = false;
    bool jacobians = false;
};

Case readCase(const fs::path& folder) {
    std::ifstream file(folder / "case.json");
    const auto arguments =
        nlohmann::json::parse(file).at("arguments").get<std::vector<std::string>>();
    std::map<std::string, std::string> given;
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        const std::string name = arguments[k].substr(2);
        const bool valued = k + 1 < arguments.size() && !arguments[k + 1].starts_with("--");
        given[name] = valued ? arguments[++k] : "";
    }
    Case result;
    result.flow = given.erase("flow") > 0;
    result.jacobians = given.erase("jacobians") > 0;
    for (const SetupOption& option : setupOptions()) {
        const auto found = given.find(std::string(option.name));
        if (found == given.end())
            continue;
        std::string value = found->second;
        if (fs::exists(folder / value) && !value.empty())
            value = (folder / value).string();
        const auto status = option.set(result.setup, value);
        EXPECT_TRUE(status.ok()) << option.name;
        given.erase(found);
    }
    EXPECT_TRUE(given.empty()) << "unknown argument " << given.begin()->first;
    return result;
}

void expectEqual(const Array& ours, const Array& theirs) {
    ASSERT_EQ(ours.shape, theirs.shape) << ours.name;
    double largest = 0;
    for (const double value : theirs.data)
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(value));
    // An angle near zero is the arc of a rounding error: an absolute bound in degrees.
    const double allowed = ours.name == "clip_angle" ? 1e-6 + 1e-12 * largest : 1e-12 * largest;
    for (std::size_t k = 0; k < theirs.data.size(); ++k) {
        if (!std::isfinite(theirs.data[k])) {
            EXPECT_EQ(std::isnan(ours.data[k]), std::isnan(theirs.data[k])) << ours.name;
            EXPECT_TRUE(std::isnan(theirs.data[k]) || ours.data[k] == theirs.data[k]) << ours.name;
            continue;
        }
        ASSERT_LE(std::abs(ours.data[k] - theirs.data[k]), allowed)
            << ours.name << " entry " << k << ": " << ours.data[k] << " against " << theirs.data[k];
    }
}

class Figures : public ::testing::TestWithParam<std::string> {};

TEST_P(Figures, EveryArrayAgreesWithPyTorch) {
    const fs::path folder = figures / GetParam();
    Case given = readCase(folder);
    const auto loaded = loadFiles(given.setup);
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    auto experiment = Experiment::create(given.setup);
    ASSERT_TRUE(experiment.ok()) << experiment.error().text();
    const auto snapshot = experiment->snapshot(1);
    std::map<std::string, Array> ours;
    const auto add = [&](std::vector<Array> arrays) {
        for (Array& array : arrays) {
            const std::string name = array.name;
            EXPECT_TRUE(ours.emplace(name, std::move(array)).second) << name;
        }
    };
    add(traceArrays(*snapshot));
    if (given.flow)
        add(flowArrays(*snapshot));
    if (given.jacobians)
        add(jacobianArrays(*snapshot));

    const auto expected = readNpz(folder / "expected.npz");
    ASSERT_TRUE(expected.ok()) << expected.error().text();
    EXPECT_EQ(ours.size(), expected->size());
    for (const Array& theirs : *expected) {
        ASSERT_TRUE(ours.contains(theirs.name)) << theirs.name;
        expectEqual(ours[theirs.name], theirs);
    }
}

INSTANTIATE_TEST_SUITE_P(PyTorch, Figures, ::testing::ValuesIn(caseNames()), [](const auto& named) {
    std::string name = named.param;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
});

// A folder without figures must not look like success.
TEST(FiguresFolder, HoldsEveryKindOfCell) {
    EXPECT_GE(caseNames().size(), 40u);
}

}  // namespace
}  // namespace rnnscope
