// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history.h"

#include <gtest/gtest.h>

#include <limits>

namespace rnnscope {
namespace {

constexpr std::size_t block = 1024;  // records that are shared together
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Every third update is clipped.
UpdateRecord record(std::size_t update) {
    const auto number = static_cast<double>(update);
    return {number, number + 0.25, number + 0.5, update % 3 == 0};
}

History historyOf(std::size_t count) {
    History history;
    for (std::size_t update = 0; update < count; ++update)
        history.push_back(record(update));
    return history;
}

TEST(History, KeepsEveryRecord) {
    for (const std::size_t count : {std::size_t(1), block - 1, block, block + 1, 3 * block + 7}) {
        const History history = historyOf(count);
        ASSERT_EQ(history.size(), count);
        EXPECT_EQ(history.back(), record(count - 1));
        for (std::size_t update = 0; update < count; ++update)
            ASSERT_EQ(history[update], record(update)) << update << " of " << count;
        EXPECT_EQ(history.bytes(), count * sizeof(UpdateRecord));
    }
}

TEST(History, CountsClippedUpdatesAcrossBlocks) {
    for (const std::size_t size : {std::size_t(5), block, 2 * block, 2 * block + 5}) {
        const History history = historyOf(size);
        std::size_t expected = 0;
        for (std::size_t count = 0; count <= size; ++count) {
            ASSERT_EQ(history.engaged(count), expected) << count << " of " << size;
            expected += count % 3 == 0 ? 1 : 0;
        }
    }
}

TEST(History, CopiesShareFullBlocksAndGoTheirOwnWay) {
    History history = historyOf(2 * block + 1);
    const History copy = history;
    EXPECT_EQ(&copy[0], &history[0]);
    EXPECT_EQ(&copy[2 * block - 1], &history[2 * block - 1]);
    for (std::size_t update = history.size(); update < 3 * block + 1; ++update)
        history.push_back(record(update));
    EXPECT_EQ(copy.size(), 2 * block + 1);
    EXPECT_EQ(copy.back(), record(2 * block));
    EXPECT_EQ(history.engaged(3 * block + 1), 1 + block);
    history.clear();
    EXPECT_TRUE(history.empty());
    EXPECT_EQ(history.engaged(0), 0u);
    EXPECT_EQ(copy[7], record(7));
}

TEST(Divergence, BeginsBeyondAThousandTimesTheStartOrWhereNothingIsFinite) {
    const UpdateRecord first{0.5, 1, 1, false};
    EXPECT_FALSE(divergenceAt(first, first, 0));
    EXPECT_FALSE(divergenceAt(first, {500, 1e9, 1, true}, 3));
    const auto large = divergenceAt(first, {500.5, 7, 1, true}, 3);
    ASSERT_TRUE(large);
    EXPECT_EQ(*large, (Divergence{3, 500.5, 7, true}));
    const auto overflow = divergenceAt(first, {infinity, 1, 1, false}, 4);
    ASSERT_TRUE(overflow);
    EXPECT_FALSE(overflow->finite);
    EXPECT_TRUE(divergenceAt(first, {nan, 1, 1, false}, 4));
    EXPECT_TRUE(divergenceAt(first, {0.1, infinity, 1, false}, 4));
    EXPECT_TRUE(divergenceAt(first, {0.1, nan, 1, false}, 4));
}

TEST(Divergence, AStartThatIsNotFiniteIsOne) {
    const UpdateRecord first{nan, 1, 1, false};
    ASSERT_TRUE(divergenceAt(first, first, 0));
    EXPECT_EQ(divergenceAt(first, first, 0)->update, 0u);
}

TEST(Divergence, ALossOfZeroThatStaysHasNotDiverged) {
    const UpdateRecord first{0, 0, 0, false};
    EXPECT_FALSE(divergenceAt(first, first, 1));
}

}  // namespace
}  // namespace rnnscope
