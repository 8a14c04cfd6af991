// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/setup.h"

namespace rnnscope {

/// Values of a measure's options, numbers and words alike, as they are written.
using ClaimOptions = std::map<std::string, std::string, std::less<>>;

/// What else a measure has to be told.
struct MeasureOption {
    std::string_view name;
    /// "N" for a whole number from 0, "X" for a number, "h|c" for one of these words, "NAME" for
    /// any.
    std::string_view values;
    std::string_view usual;  ///< without it; empty: it must be given
    std::string_view help;   ///< a few words

    /// The help of an option that must be given, in the language of the window.
    std::string helpInWords() const;
};

class MeasureChoices;

/// One thing that can be measured of a setup; a row of the table of measures.
struct Measure {
    std::string_view id;
    std::string_view help;  ///< one line, in the field's terms
    std::vector<MeasureOption> options;
    /// One number, which may be infinite or NaN; an error where the setup has no such thing. The
    /// setup's files are read, its seed is the one that is asked for.
    Result<double> (*value)(const Setup& setup, const MeasureChoices& choices);
};
std::span<const Measure> measures();
/// Null where there is none of that id.
const Measure* findMeasure(std::string_view id);

/// Whether the options are the measure's, those it needs are given, and each is of its kind.
Done checkOptions(const Measure& measure, const ClaimOptions& with);

/// The measure of a setup with another seed. The measure and its options must have been checked,
/// the setup's files read.
Result<double> measured(std::string_view measure, const ClaimOptions& with, Setup setup,
                        std::uint64_t seed);

/// Options as a measure asks for them, those that are not given as usual. The names must be the
/// measure's own.
class MeasureChoices {
  public:
    MeasureChoices(const Measure& measure, const ClaimOptions& with)
        : measure_(measure), with_(with) {}

    std::string word(std::string_view name) const;
    Index whole(std::string_view name) const;
    double number(std::string_view name) const;

  private:
    const Measure& measure_;
    const ClaimOptions& with_;
};

}  // namespace rnnscope
