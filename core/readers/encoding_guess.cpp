// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding bytes are in that are no UTF-8. Each of the tables of characters holds the common
// ones in one part and the rare ones in another; the true encoding is the one in which the text is
// made of common characters.
#include <algorithm>

#include "core/readers/encoding.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

/// How likely a character is in a text: 0 … 1, by its bytes.
struct Character {
    std::size_t length;
    double likelihood;
};

unsigned byteAt(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
}

constexpr double common = 1, rare = 0.3, doubtful = 0.2;

/// GB 2312: marks in rows A1 and A3, the 3755 common characters in B0 … D7, further 3008 up to F7;
/// everything else came later and is rarer.
Character inGb18030(std::string_view text, std::size_t i) {
    const unsigned lead = byteAt(text, i), trail = byteAt(text, i + 1);
    if (trail >= 0x30 && trail <= 0x39)
        return {4, 0};
    const bool gb2312 = trail >= 0xA1;
    const bool frequent = lead == 0xA1 || lead == 0xA3 || (lead >= 0xB0 && lead <= 0xD7);
    const bool known = lead >= 0xD8 && lead <= 0xF7;
    return {2, !gb2312 ? 0 : frequent ? common : known ? rare : 0};
}

/// Marks in rows A1 … A3, the 5401 common characters in A4 … C6, 7652 rarer ones in C9 … F9.
Character inBig5(std::string_view text, std::size_t i) {
    const unsigned lead = byteAt(text, i);
    return {2, lead >= 0xA1 && lead <= 0xC6 ? common : rare};
}

/// Marks in row 81, kana in 82 and 83, the 2965 common characters from 88 to 98, rarer ones above.
/// Katakana of one byte are seldom written.
Character inShiftJis(std::string_view text, std::size_t i) {
    const unsigned lead = byteAt(text, i);
    if (lead >= 0xA1 && lead <= 0xDF)
        return {1, doubtful};
    const bool frequent = (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x98);
    return {2, frequent ? common : rare};
}

/// Letters with accents stand alone between plain ones.
Character inWindows1252(std::string_view text, std::size_t i) {
    const unsigned byte = byteAt(text, i);
    constexpr std::size_t longRun = 3;  // no need to count further
    std::size_t run = 1;
    for (std::size_t k = i; run < longRun && k > 0 && byteAt(text, k - 1) >= 0x80; --k)
        ++run;
    for (std::size_t k = i + 1; run < longRun && byteAt(text, k) >= 0x80; ++k)
        ++run;
    const bool letter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
    const bool mark = (byte >= 0x80 && byte <= 0x97) || (byte >= 0xA0 && byte <= 0xBF);
    const double alone = letter ? common : mark ? 0.8 : rare;
    return {1, run == 1 ? alone : run == 2 ? alone / 2 : alone / 10};
}

struct Candidate {
    std::string_view id;
    Character (*characterAt)(std::string_view text, std::size_t i);
};
constexpr Candidate candidates[] = {{"windows-1252", inWindows1252},
                                    {"gb18030", inGb18030},
                                    {"big5", inBig5},
                                    {"shift-jis", inShiftJis}};

/// Mean likelihood of the characters beyond ASCII.
double plausibility(std::string_view text, const Candidate& candidate) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (byteAt(text, i) < 0x80) {
            ++i;
            continue;
        }
        const Character character = candidate.characterAt(text, i);
        if (character.length > text.size() - i)
            break;  // cut in two
        sum += character.likelihood;
        ++count;
        i += character.length;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

/// From the first line that is no UTF-8 on: in none of these encodings is a line feed part of
/// another character. The end may cut a character in two.
std::string_view sampleOf(std::string_view bytes) {
    constexpr std::size_t most = 1 << 16;
    const std::size_t before = bytes.rfind('\n', firstInvalidUtf8(bytes).value_or(0));
    return bytes.substr(before == std::string_view::npos ? 0 : before + 1, most);
}

}  // namespace

std::string recogniseEncoding(std::string_view bytes) {
    if (const std::string_view certain = certainEncoding(bytes); !certain.empty())
        return std::string(certain);
    if (bytes.find('\0') != std::string_view::npos)
        return {};
    const std::string_view sample = sampleOf(bytes);
    std::string_view best;
    double most = -1;
    for (const Candidate& candidate : candidates) {
        const auto all = encodings();
        const auto encoding = std::find_if(
            all.begin(), all.end(), [&](const Encoding& each) { return each.id == candidate.id; });
        const double score = plausibility(sample, candidate);
        constexpr std::size_t longest = 4;  // bytes of a character
        const std::size_t needed = sample.size() < longest || sample.end() == bytes.end()
                                       ? sample.size()
                                       : sample.size() - longest + 1;
        if (score > most && decodable(sample, *encoding) >= needed) {
            most = score;
            best = candidate.id;
        }
    }
    return std::string(best);
}

}  // namespace rnnscope
