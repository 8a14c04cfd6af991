// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/setup.h"
#include "core/training_state.h"

namespace rnnscope {

/// What is looked at, as a document keeps it.
struct DocumentView {
    std::string phase = "forward";  ///< forward, loss, backward, clip or update
    Index step = 0;                 ///< in the order of computation, from 0
    int part = 0;                   ///< operations of the cell done within the step
    int layer = 0;
    bool reverse = false;
    Index unit = 0;
    /// Where the panels stand, in the window's own words; empty: as they are.
    std::string layout;

    bool operator==(const DocumentView&) const = default;
};

/// All of a document.
struct DocumentContent {
    Setup setup;                            ///< its files have been read by loadFiles()
    std::optional<TrainingState> training;  ///< absent: before the first update
    DocumentView view;
};

/// Largest document that is written or read, in bytes.
inline constexpr std::size_t mostDocumentBytes = std::size_t{1} << 28;
inline constexpr std::size_t mostLayoutBytes = std::size_t{1} << 16;

/// How a document names its files.
enum class FileNames {
    Bare,   ///< without their folders: they come along, and where they lay is nobody's business
    Whole,  ///< as the setup names them, for this machine alone
};

/// The document as JSON: the setup, the bytes of every file that it names, the training, the view.
/// The same content gives the same text. An error where it is larger than can be read again, or a
/// file has not been read.
Result<std::string> toJson(const DocumentContent& content, FileNames names = FileNames::Bare);

/// The whole content; reads no other file. Unknown fields are named in `warnings`. An error where
/// the text is no document, is of a newer version, lacks a file that its setup names, or has
/// numbers out of range; whether all fits together, check() and Experiment::restore() tell.
Result<DocumentContent> documentFromJson(const std::string& text, const std::string& file,
                                         std::vector<std::string>& warnings);

/// Written at once, see writeAtomically().
Done saveDocument(const std::filesystem::path& file, const DocumentContent& content);

/// Whether both setups, their files included, would be saved alike.
bool savesAlike(const Setup& a, const Setup& b);

}  // namespace rnnscope
