// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

#include "core/analysis/share_work.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

Done load(Setup& setup, const Opener& open, const Lesson& lesson, const std::string& where,
          std::size_t line) {
    Done status = loadFiles(setup, open);
    if (status)
        status = check(setup);
    if (status)
        return status;
    const Error& error = status.error();
    // The file that the setup names, and its line, are part of what is wrong.
    return Error{error.file.empty()
                     ? Sentence::tr("%1: the setup is refused: %2", where, error.text())
                     : Sentence::tr("%1: %2", where, error.text()),
                 lesson.file, line};
}

/// One number to be found.
struct Piece {
    const LessonClaim* claim;
    ClaimResult* result;
    std::size_t seed;
};

void conclude(const LessonClaim& claim, ClaimResult& result) {
    const auto [least, greatest] = std::minmax_element(result.values.begin(), result.values.end());
    const bool number = std::none_of(result.values.begin(), result.values.end(),
                                     [](double value) { return std::isnan(value); });
    result.least = number ? *least : std::numeric_limits<double>::quiet_NaN();
    result.greatest = number ? *greatest : result.least;
    result.holds = !result.error && result.least >= claim.from && result.greatest <= claim.to;
}

}  // namespace

Done loadLessonFiles(Lesson& lesson, const Opener& open) {
    for (std::size_t k = 0; k < lesson.pages.size(); ++k) {
        LessonPage& page = lesson.pages[k];
        const std::string where = Sentence::tr("page %1", k + 1);
        if (auto status = load(page.setup, open, lesson, where, page.line); !status)
            return status;
        for (std::size_t c = 0; c < page.claims.size(); ++c) {
            LessonClaim& claim = page.claims[c];
            if (auto status = load(claim.setup, open, lesson,
                                   Sentence::tr("page %1, claim %2", k + 1, c + 1), claim.line);
                !status)
                return status;
        }
    }
    return done();
}

std::vector<std::vector<ClaimResult>> checkClaims(const Lesson& lesson) {
    std::vector<std::vector<ClaimResult>> results(lesson.pages.size());
    std::vector<Piece> pieces;
    for (std::size_t k = 0; k < lesson.pages.size(); ++k) {
        const auto& claims = lesson.pages[k].claims;
        results[k].resize(claims.size());
        for (std::size_t c = 0; c < claims.size(); ++c) {
            results[k][c].values.resize(claims[c].seeds.size());
            for (std::size_t seed = 0; seed < claims[c].seeds.size(); ++seed)
                pieces.push_back({&claims[c], &results[k][c], seed});
        }
    }
    std::vector<std::optional<Error>> errors(pieces.size());
    const std::function<bool()> never;
    SharedWork(never).run(
        static_cast<Index>(pieces.size()), std::max<Index>(1, std::thread::hardware_concurrency()),
        [&](Index which, Index) {
            const auto k = static_cast<std::size_t>(which);
            const LessonClaim& claim = *pieces[k].claim;
            const auto value =
                measured(claim.measure, claim.with, claim.setup, claim.seeds[pieces[k].seed]);
            if (value)
                pieces[k].result->values[pieces[k].seed] = *value;
            else
                errors[k] = value.error();
        });
    for (std::size_t k = 0; k < pieces.size(); ++k)
        if (errors[k] && !pieces[k].result->error)
            pieces[k].result->error = Error{
                Sentence::tr("cannot measure %1: %2", pieces[k].claim->measure, errors[k]->text()),
                lesson.file, pieces[k].claim->line};
    for (std::size_t k = 0; k < lesson.pages.size(); ++k)
        for (std::size_t c = 0; c < results[k].size(); ++c)
            conclude(lesson.pages[k].claims[c], results[k][c]);
    return results;
}

}  // namespace rnnscope
