// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed while it saves leaves a document that is whole: the old or the new one.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "core/document_file.h"
#include "core/readers/reader.h"
#include "tests/core/test_setups.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;
using namespace rnnscope::testing;

constexpr int rounds = 200;

/// Large enough that writing it takes a while.
DocumentContent contentWith(const char* seed) {
    DocumentContent content;
    content.setup = with({{"seed", seed}});
    content.setup.sequence.task.clear();
    content.setup.sequence.file = "data.csv";
    content.setup.target = {};
    std::string numbers = "x\n";
    while (numbers.size() < 400'000)
        numbers += std::to_string(numbers.size()) + "\n";
    content.setup.sequence.bytes = std::make_shared<const std::string>(std::move(numbers));
    return content;
}

TEST(DocumentSaving, KilledAtAnyMomentLeavesAWholeDocument) {
    const fs::path folder =
        fs::temp_directory_path() / ("rnnscope-killed-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const fs::path file = folder / "lecture.rnnscope";
    const DocumentContent contents[] = {contentWith("1"), contentWith("2")};
    const std::string texts[] = {*toJson(contents[0]), *toJson(contents[1])};
    ASSERT_TRUE(saveDocument(file, contents[0]).ok());

    std::mt19937 random(20);
    int found[2] = {0, 0};
    int unfinished = 0;  // killed while saving
    // Written by the child, read once it is dead.
    void* shared =
        ::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(shared, MAP_FAILED);
    auto* saving = static_cast<volatile int*>(shared);
    for (int round = 0; round < rounds; ++round) {
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            (void)!::write(ready[1], "x", 1);
            for (std::size_t k = 1;; ++k) {
                *saving = 1;
                if (!saveDocument(file, contents[k % 2]))
                    ::_exit(1);
                *saving = 0;
            }
        }
        char signal = 0;
        ASSERT_EQ(::read(ready[0], &signal, 1), 1);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 25'000));
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "saving failed by itself";
        ::close(ready[0]);
        ::close(ready[1]);

        const auto text = readBytes(file, mostDocumentBytes);
        ASSERT_TRUE(text.ok()) << round;
        ASSERT_TRUE(*text == texts[0] || *text == texts[1])
            << "round " << round << ": " << text->size() << " bytes, neither old nor new";
        ++found[*text == texts[1] ? 1 : 0];
        unfinished += *saving;
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path() != file)
                fs::remove(entry.path());
    }
    ::munmap(shared, sizeof(int));
    fs::remove_all(folder);
    // Otherwise it was killed only where nothing could go wrong.
    EXPECT_GT(unfinished, 0);
    EXPECT_GT(found[0], 0);
    EXPECT_GT(found[1], 0);
    RecordProperty("killed_while_writing", unfinished);
}

}  // namespace
}  // namespace rnnscope
