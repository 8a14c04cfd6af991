// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_slips.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/lesson_measures.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

/// Without a list all of a fresh start's are shown, and more can be called for.
bool shows(const LessonPage& page, std::string_view panel) {
    return page.panels.empty() ||
           std::find(page.panels.begin(), page.panels.end(), panel) != page.panels.end();
}

/// It could be measured after updates, and says nothing of them.
bool needsUpdates(const LessonClaim& claim) {
    const Measure* measure = claim.measure.empty() ? nullptr : findMeasure(claim.measure);
    if (!measure || claim.with.contains("updates"))
        return false;
    return std::any_of(measure->options.begin(), measure->options.end(),
                       [](const MeasureOption& option) { return option.name == "updates"; });
}

}  // namespace

void warnOfSlips(LessonReader& reader, const LessonPlace& place, const Setup* setup,
                 const LessonPage& page) {
    for (const LessonTarget& target : page.points)
        if (target.kind == LessonTarget::Kind::Panel && !shows(page, target.id))
            reader.warn(
                place.pointer,
                Sentence::tr("points at the panel %1, which is not among its panels; add it there",
                             shown(target.id)));
    if (!setup)
        return;
    if (!page.panels.empty() && shows(page, "compare") && setup->lanes.empty())
        reader.warn(place.pointer,
                    Sentence::tr("shows the panel 'compare', but compares nothing; set \"lanes\""));
    if (setup->weights.file.empty() && page.view.unit >= setup->hidden)
        reader.warn(place.pointer, Sentence::tr("stands at unit %1, but there are %2",
                                                page.view.unit + 1, setup->hidden));
    for (const LessonClaim& claim : page.claims)
        if (page.update > 0 && needsUpdates(claim))
            reader.warn(
                place.pointer,
                Sentence::tr("is shown after updates, but the claim of %1 on line %2 measures the "
                             "untrained network; give it \"with\": {\"updates\": …}",
                             claim.measure, claim.line));
}

void warnOfPicture(LessonReader& reader, const LessonPlace& place, const LessonPicture& picture,
                   const std::vector<LessonPage>& pages) {
    if (!picture.panel.empty() && !shows(pages[picture.page], picture.panel))
        reader.warn(place.pointer,
                    Sentence::tr("\"picture\" is of a panel that its page does not show"));
}

}  // namespace rnnscope
