// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of documents share.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/document_file.h"
#include "core/experiment.h"
#include "tests/core/reading.h"
#include "tests/core/test_setups.h"

namespace rnnscope::testing {

namespace fs = std::filesystem;

/// As the window opens what a setup names.
inline Result<std::string> openAny(const std::string& file) {
    return readBytes(file.starts_with(":") ? RNNSCOPE_RESOURCES + file.substr(1) : file, 1 << 30);
}

class DocumentFileTest : public ::testing::Test {
  protected:
    DocumentFileTest() {
        folder_ = fs::temp_directory_path() /
                  ("rnnscope-document-" +
                   std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~DocumentFileTest() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }
    fs::path folder_;
};

inline void expectSame(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, const char* what) {
    ASSERT_EQ(a.rows(), b.rows()) << what;
    ASSERT_EQ(a.cols(), b.cols()) << what;
    EXPECT_EQ(std::memcmp(a.data(), b.data(), sizeof(double) * static_cast<std::size_t>(a.size())),
              0)
        << what;
}

inline void expectSame(const Parameters& a, const Parameters& b, const char* what) {
    ASSERT_EQ(a.items.size(), b.items.size()) << what;
    for (std::size_t k = 0; k < a.items.size(); ++k)
        expectSame(a.items[k].value, b.items[k].value, what);
}

/// To the last bit, other networks included.
inline void expectSame(const Snapshot& a, const Snapshot& b) {
    EXPECT_EQ(a.update, b.update);
    EXPECT_EQ(a.known, b.known);
    expectSame(a.problem->input, b.problem->input, "input");
    expectSame(a.parameters, b.parameters, "parameters");
    expectSame(a.record.output, b.record.output, "output");
    ASSERT_EQ(a.record.traces.size(), b.record.traces.size());
    for (std::size_t k = 0; k < a.record.traces.size(); ++k)
        for (std::size_t q = 0; q < a.record.traces[k].quantities().size(); ++q)
            expectSame(a.record.traces[k].overTime(q), b.record.traces[k].overTime(q), "trace");
    ASSERT_EQ(a.backward.has_value(), b.backward.has_value());
    if (a.backward) {
        expectSame(a.backward->clipped, b.backward->clipped, "clipped");
        expectSame(a.backward->gradients.parameters, b.backward->gradients.parameters, "gradient");
        expectSame(a.optimizer.first, b.optimizer.first, "first moment");
        expectSame(a.optimizer.second, b.optimizer.second, "second moment");
    }
    ASSERT_EQ(a.history.size(), b.history.size());
    for (std::size_t k = 0; k < a.history.size(); ++k) {
        const double ours[] = {a.history[k].loss, a.history[k].gradientNorm,
                               a.history[k].clippedNorm};
        const double theirs[] = {b.history[k].loss, b.history[k].gradientNorm,
                                 b.history[k].clippedNorm};
        EXPECT_EQ(std::memcmp(ours, theirs, sizeof ours), 0) << "history " << k;
        EXPECT_EQ(a.history[k].clipped, b.history[k].clipped);
    }
    EXPECT_EQ(a.divergence.has_value(), b.divergence.has_value());
    ASSERT_EQ(a.twin.has_value(), b.twin.has_value());
    if (a.twin) {
        expectSame(a.twin->state.parameters, b.twin->state.parameters, "twin");
        EXPECT_EQ(a.twin->state.update, b.twin->state.update);
        EXPECT_EQ(a.twin->history.size(), b.twin->history.size());
        EXPECT_EQ(a.twin->divergence.has_value(), b.twin->divergence.has_value());
    }
    ASSERT_EQ(a.others.size(), b.others.size());
    for (std::size_t k = 0; k < a.others.size(); ++k)
        expectSame(*a.others[k], *b.others[k]);
}

inline Experiment experimentOf(Choices setup) {
    const auto loaded = loadFiles(setup, openAny);
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    auto experiment = Experiment::create(setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    return *std::move(experiment);
}

inline DocumentContent contentOf(const Snapshot& snapshot) {
    DocumentContent content{snapshot.setup, std::nullopt, {}};
    if (snapshot.known > 0)
        content.training = trainingState(snapshot);
    return content;
}

inline std::string textOf(const DocumentContent& content) {
    const auto text = toJson(content);
    EXPECT_TRUE(text.ok()) << text.error().text();
    return text.ok() ? *text : std::string();
}

/// From its text alone, without any file.
inline Experiment reopened(const std::string& text) {
    std::vector<std::string> warnings;
    auto content = documentFromJson(text, "/elsewhere/lesson.rnnscope", warnings);
    EXPECT_TRUE(content.ok()) << content.error().text();
    EXPECT_THAT(warnings, ::testing::IsEmpty());
    const auto loaded = loadFiles(content->setup, [](const std::string& file) {
        return Result<std::string>(Error{"must not be opened", file});
    });
    EXPECT_TRUE(loaded.ok()) << loaded.error().text();
    auto experiment = Experiment::create(content->setup);
    EXPECT_TRUE(experiment.ok()) << experiment.error().text();
    if (content->training) {
        const auto status = experiment->restore(*content->training);
        EXPECT_TRUE(status.ok()) << status.error().text();
    }
    return *std::move(experiment);
}

}  // namespace rnnscope::testing
