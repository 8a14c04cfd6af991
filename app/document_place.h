// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playhead.h"
#include "core/document_file.h"

namespace rnnscope {

/// Where a document or a lesson's page stands in the pass of an update.
Position positionOf(const DocumentView& view, int update);

/// As documents and lessons write it: "backward".
const char* phaseWord(Phase phase);

}  // namespace rnnscope
