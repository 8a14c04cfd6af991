// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readers/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

// Of Shift-JIS, Windows' form: its backslash is one, and it has the characters that files hold.
constexpr Encoding table[] = {{"utf-8", "UTF-8", "UTF-8"},
                              {"utf-16", "UTF-16", "UTF-16LE"},
                              {"windows-1252", "Windows-1252", "CP1252"},
                              {"gb18030", "GB18030", "GB18030"},
                              {"big5", "Big5", "BIG5"},
                              {"shift-jis", "Shift-JIS", "CP932"}};

struct Mark {
    std::string_view bytes;
    std::string_view id;
};
constexpr Mark marks[] = {
    {"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16"}, {"\xFE\xFF", "utf-16"}};

std::string_view markedEncoding(std::string_view bytes) {
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes))
            return mark.id;
    return {};
}

std::string listed() {
    std::string ids;
    for (const Encoding& each : table)
        ids += (ids.empty() ? "" : ", ") + std::string(each.id);
    return ids;
}

/// Bytes of UTF-16 that are zero, at even and at odd offsets: of ASCII, every first one (big
/// endian) or every second.
struct Zeros {
    std::size_t even = 0;
    std::size_t odd = 0;
};
Zeros zerosIn(std::string_view bytes) {
    Zeros zeros;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] == '\0')
            ++(i % 2 == 0 ? zeros.even : zeros.odd);
    return zeros;
}

constexpr std::size_t sample = 4096;  // bytes that are enough to tell

bool isPlainUtf16(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, sample);
    const Zeros zeros = zerosIn(start);
    const bool oneSide = (zeros.even == 0) != (zeros.odd == 0);
    return bytes.size() % 2 == 0 && oneSide && 4 * (zeros.even + zeros.odd) >= start.size();
}

bool isBigEndian(std::string_view bytes) {
    if (markedEncoding(bytes) == "utf-16")
        return bytes.starts_with("\xFE\xFF");
    const Zeros zeros = zerosIn(bytes.substr(0, sample));
    return zeros.even > zeros.odd;
}

class Converter {
  public:
    explicit Converter(const char* charset) : handle_(::iconv_open("UTF-8", charset)) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (known())
            ::iconv_close(handle_);
    }

    bool known() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

    /// Hands UTF-8 to `take` in pieces. The offset of the first byte without meaning, if there is
    /// one; what stands before it was taken.
    template <class Take>
    std::optional<std::size_t> convert(std::string_view bytes, Take take) {
        std::array<char, 1 << 16> block;
        // The interface is older than const; nothing is written there.
        char* from = const_cast<char*>(bytes.data());
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = block.data();
            std::size_t room = block.size();
            const std::size_t status = ::iconv(handle_, &from, &left, &to, &room);
            const int problem = errno;
            take(std::string_view(block.data(), block.size() - room));
            if (status == static_cast<std::size_t>(-1) && problem != E2BIG)
                return bytes.size() - left;
        }
        return std::nullopt;
    }

  private:
    iconv_t handle_;
};

Error nulError(std::string_view text, std::size_t at, const std::string& file) {
    return errorAt(text, at,
                   Sentence::tr("there is a NUL byte here, so this is a binary file, or UTF-16 "
                                "that cannot be recognised; only text can be read, of encoding %1",
                                listed()),
                   file);
}

/// Whether well-formed characters beyond ASCII outnumber the bytes that are none.
bool isMostlyUtf8(std::string_view text) {
    std::size_t characters = 0, stray = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = decodeUtf8(text, i);
        if (!point)
            ++stray;
        else if (point->length > 1)
            ++characters;
        i += point ? point->length : 1;
    }
    return characters > stray;
}

Error notUtf8(std::string_view text, std::size_t at, bool chosen, const std::string& file) {
    const std::string byte = shown(text.substr(at, 1));
    if (isMostlyUtf8(text))
        return errorAt(text, at,
                       Sentence::tr("byte %1 is not UTF-8 although most of the text is: the file "
                                    "mixes encodings; save all of it as UTF-8",
                                    byte),
                       file);
    std::string message =
        chosen ? Sentence::tr(
                     "byte %1 is not UTF-8; save the file as UTF-8, or choose another encoding: %2",
                     byte, listed())
               : Sentence::tr(
                     "byte %1 is not UTF-8; save the file as UTF-8, or choose its encoding: %2",
                     byte, listed());
    if (const std::string likely = recogniseEncoding(text); !likely.empty())
        message = Sentence::tr("%1 (%2 is likely)", message, likely);
    return errorAt(text, at, std::move(message), file);
}

Result<Utf8Text> checkedUtf8(std::string_view bytes, bool chosen, const std::string& file) {
    const std::string_view text = withoutBom(bytes);
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return nulError(text, nul, file);
    if (const auto bad = firstInvalidUtf8(text))
        return notUtf8(text, *bad, chosen, file);
    return Utf8Text{text};
}

const Encoding* findEncoding(std::string_view id) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Encoding& encoding) { return encoding.id == id; });
    return found == std::end(table) ? nullptr : found;
}

Result<Utf8Text> convertedText(std::string_view bytes, const Encoding& encoding,
                               const std::string& file) {
    const bool turned = encoding.id == "utf-16" && isBigEndian(bytes);
    Converter converter(turned ? "UTF-16BE" : encoding.charset);
    if (!converter.known())
        return Error{
            Sentence::tr("this system cannot convert %1; save the file as UTF-8", encoding.name),
            file};
    auto text = std::make_shared<std::string>();
    text->reserve(bytes.size() + bytes.size() / 2);
    const auto bad = converter.convert(bytes, [&](std::string_view piece) { *text += piece; });
    if (bad)
        return errorAt(
            withoutBom(*text), text->size(),
            Sentence::tr(
                "byte %1 is not %2; choose another encoding: %3, or leave it to be recognised",
                shown(bytes.substr(*bad, 1)), encoding.name, listed()),
            file);
    const std::string_view whole = withoutBom(*text);
    if (const std::size_t nul = whole.find('\0'); nul != std::string_view::npos)
        return nulError(whole, nul, file);
    return Utf8Text{whole, std::move(text)};
}

}  // namespace

std::span<const Encoding> encodings() {
    return table;
}

Result<std::string> parseEncoding(std::string_view id) {
    if (findEncoding(id) != nullptr)
        return std::string(id);
    return Error{Sentence::tr("'%1' is not known; there are %2", id, listed())};
}

std::string_view certainEncoding(std::string_view bytes) {
    if (const std::string_view marked = markedEncoding(bytes); !marked.empty())
        return marked;
    if (bytes.find('\0') != std::string_view::npos)
        return isPlainUtf16(bytes) ? "utf-16" : "";
    return firstInvalidUtf8(bytes) ? "" : "utf-8";
}

std::size_t decodable(std::string_view bytes, const Encoding& encoding) {
    Converter converter(encoding.charset);
    if (!converter.known())
        return 0;
    return converter.convert(bytes, [](std::string_view) {}).value_or(bytes.size());
}

Result<Utf8Text> toUtf8(std::string_view bytes, std::string_view encoding,
                        const std::string& file) {
    const std::string_view marked = markedEncoding(bytes);
    if (!encoding.empty() && !marked.empty() && marked != encoding)
        return Error{Sentence::tr("the file begins with the byte order mark of %1, so it is not "
                                  "%2; leave the encoding to be recognised",
                                  findEncoding(marked)->name, encoding),
                     file};
    std::string_view id = encoding.empty() ? marked : encoding;
    if (id.empty() && bytes.find('\0') != std::string_view::npos && isPlainUtf16(bytes))
        id = "utf-16";
    if (id.empty() || id == "utf-8")
        return checkedUtf8(bytes, !encoding.empty(), file);
    const Encoding* chosen = findEncoding(id);
    if (chosen == nullptr)
        return parseEncoding(id).error();
    return convertedText(bytes, *chosen, file);
}

}  // namespace rnnscope
