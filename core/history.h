// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace rnnscope {

/// What one update leaves behind: measured before its step is taken.
struct UpdateRecord {
    double loss = 0;
    double gradientNorm = 0;
    double clippedNorm = 0;
    bool clipped = false;

    bool operator==(const UpdateRecord&) const = default;
};

/// One record an update, from the first. Cheap to copy at any length: full blocks are shared, so
/// that a snapshot of a training of a million updates costs some kilobytes.
class History {
  public:
    void push_back(const UpdateRecord& record);
    void clear();
    /// The first `count` records alone, or all where there are fewer.
    History first(std::size_t count) const;
    bool empty() const { return size() == 0; }
    std::size_t size() const { return blocks_.size() * blockSize + tail_.size(); }
    const UpdateRecord& operator[](std::size_t update) const;
    const UpdateRecord& back() const { return (*this)[size() - 1]; }
    /// How many of the first `count` updates were clipped.
    std::size_t engaged(std::size_t count) const;
    /// Bytes of all records.
    std::size_t bytes() const { return size() * sizeof(UpdateRecord); }

  private:
    static constexpr std::size_t blockSize = 1024;
    struct Block {
        std::vector<UpdateRecord> records;
        std::size_t engagedBefore;  // in all blocks before this one
    };
    std::vector<std::shared_ptr<const Block>> blocks_;
    std::vector<UpdateRecord> tail_;
    std::size_t engagedInBlocks_ = 0;
};

/// Where training left what can be called learning: a loss or gradient norm that is not finite, or
/// a loss of more than a thousand times its start.
struct Divergence {
    std::size_t update = 0;  ///< whose pass shows it first
    double loss = 0;
    double gradientNorm = 0;
    bool finite = true;

    bool operator==(const Divergence&) const = default;
};

inline constexpr double divergedFactor = 1e3;

/// Whether this record, of the update with that number, has diverged from the first one's loss.
std::optional<Divergence> divergenceAt(const UpdateRecord& first, const UpdateRecord& record,
                                       std::size_t update);

}  // namespace rnnscope
