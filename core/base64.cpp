// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base64.h"

#include <array>
#include <cstdint>

namespace rnnscope {
namespace {

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t noLetter = 64;

constexpr std::array<std::uint8_t, 256> makeValues() {
    std::array<std::uint8_t, 256> values{};
    for (std::uint8_t& value : values)
        value = noLetter;
    for (std::size_t k = 0; k < letters.size(); ++k)
        values[static_cast<unsigned char>(letters[k])] = static_cast<std::uint8_t>(k);
    return values;
}
constexpr auto values = makeValues();

}  // namespace

std::string toBase64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t k = 0; k < bytes.size(); k += 3) {
        const std::size_t count = bytes.size() - k < 3 ? bytes.size() - k : 3;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (i < count ? static_cast<unsigned char>(bytes[k + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= count ? letters[bits >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t k = 0; k < text.size(); k += 4) {
        const std::size_t count = k + 4 == text.size() ? 4 - padding : 4;
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto value = i < count ? values[static_cast<unsigned char>(text[k + i])] : 0;
            if (value == noLetter)
                return std::nullopt;
            bits = bits << 6 | static_cast<std::uint32_t>(value);
        }
        for (std::size_t i = 0; i + 1 < count; ++i)
            bytes += static_cast<char>(bits >> (16 - 8 * i) & 0xFF);
        // What is left over must be zero, so that bytes have one text only.
        if (count < 4 && (bits & (count == 3 ? 0xFFU : 0xFFFFU)) != 0)
            return std::nullopt;
    }
    return bytes;
}

}  // namespace rnnscope
