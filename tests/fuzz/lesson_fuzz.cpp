// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer target: a lesson gives pages whose texts can be shown, or problems with their lines.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/lesson.h"
#include "core/lesson_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace rnnscope;
    static constexpr std::array<std::string_view, 2> panels{"gates", "gradients"};
    static constexpr std::array<std::string_view, 2> controls{"cell", "length"};
    static constexpr std::array<std::string_view, 2> places{"paths", "weights"};
    static constexpr std::array<LessonSwitchNames, 1> switches{{{"contributions", places}}};
    const std::string text(reinterpret_cast<const char*>(data), size);
    const LessonReading reading = readLesson(text, "/fuzz/fuzz.json", {panels, controls, switches});
    if (reading.lesson.has_value() != reading.problems.empty())
        __builtin_trap();
    for (const Error& problem : reading.problems)
        if (problem.message.empty() || problem.text().find('\n') != std::string::npos)
            __builtin_trap();
    if (!reading.lesson)
        return 0;
    if (reading.lesson->pages.empty())
        __builtin_trap();
    for (const LessonPage& page : reading.lesson->pages)
        for (const std::string_view language : languages)
            for (const std::string& paragraph : page.text.in(language))
                if (!markedText(paragraph))
                    __builtin_trap();
    return 0;
}
