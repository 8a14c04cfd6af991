// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson_setup.h"

#include <algorithm>
#include <span>

#include "core/sentence.h"
#include "core/setup_fields.h"

namespace rnnscope {
namespace {

/// Fields that say the same thing in different ways.
constexpr std::string_view sources[] = {"task", "input"};
constexpr std::string_view cellNames[] = {"cell", "nonlinearity", "gru-form"};
constexpr std::span<const std::string_view> alternatives[] = {sources, cellNames};

/// A file that a setup names, so that only those who read it know whether all fits together.
bool namesFiles(const Setup& setup) {
    return setup.sequence.task.empty() || !setup.weights.file.empty() ||
           !setup.initialState.file.empty() || setup.target.kind == TargetSource::Kind::File;
}

}  // namespace

bool LessonSetup::add(const LessonPlace& fields, const std::string& name) {
    if (!reader_->isObject(fields, name))
        return false;
    for (const auto names : alternatives) {
        const bool says = std::any_of(names.begin(), names.end(), [&](std::string_view each) {
            return fields.value.contains(std::string(each));
        });
        if (says)
            for (const std::string_view each : names)
                fields_.erase(std::string(each));
    }
    for (const auto& item : fields.value.items()) {
        fields_.erase(item.key());
        if (item.value().is_null() && name != "setup")
            continue;
        fields_[item.key()] = item.value();
        pointers_.emplace_back(item.key(), pointerTo(fields.pointer, item.key()));
    }
    std::vector<std::string_view> known;
    known.reserve(setupOptions().size());
    for (const SetupOption& option : setupOptions())
        known.push_back(option.name);
    reader_->warnOfUnknown(fields, known, name + ".");
    return true;
}

std::string LessonSetup::pointerOf(const std::string& field) const {
    const auto found = std::find_if(pointers_.rbegin(), pointers_.rend(),
                                    [&](const auto& each) { return each.first == field; });
    return found == pointers_.rend() ? "" : found->second;
}

bool LessonSetup::read(const std::string& pointer) {
    std::string wrong;
    auto setup = setupFromFields(fields_, reader_->file(), wrong);
    if (!setup) {
        reader_->problem(wrong.empty() ? pointer : pointerOf(wrong),
                         wrong.empty() ? Sentence::tr("the setup %1", setup.error().message)
                                       : setup.error().message);
        return false;
    }
    setup_ = *std::move(setup);
    if (namesFiles(setup_))
        return true;
    if (const auto status = check(setup_); !status) {
        reader_->problem(pointer, Sentence::tr("the setup is refused: %1", status.error().message));
        return false;
    }
    return true;
}

}  // namespace rnnscope
