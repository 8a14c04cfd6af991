// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <functional>
#include <utility>

#include "core/archive.h"
#include "core/bytes.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::size_t largestHeader = 1 << 20;  // bytes; NumPy's own rarely exceed 128
constexpr std::size_t mostDimensions = 32;      // as in NumPy 1

struct Header {
    std::string type;
    bool fortranOrder = false;
    std::vector<std::size_t> shape;
};

/// Reads the header: a Python dictionary with the keys descr, fortran_order and shape.
class HeaderParser {
  public:
    explicit HeaderParser(std::string_view text) : text_(text) {}

    /// Nothing on success, otherwise what is wrong and what would be right.
    std::optional<std::string> parse(Header& header) {
        bool seen[3] = {};
        if (!take('{'))
            return unreadable(Sentence::tr("its header is no dictionary"));
        while (!take('}')) {
            const auto key = string();
            if (!key || !take(':'))
                return unreadable(Sentence::tr("its header is no dictionary of names and values"));
            const int index = *key == "descr"           ? 0
                              : *key == "fortran_order" ? 1
                              : *key == "shape"         ? 2
                                                        : -1;
            if (index < 0)
                return unreadable(Sentence::tr("its header has the unknown entry %1", shown(*key)));
            if (std::exchange(seen[index], true))
                return unreadable(Sentence::tr("its header has %1 twice", shown(*key)));
            auto problem = index == 0 ? descr(header) : index == 1 ? order(header) : shape(header);
            if (problem)
                return problem;
            take(',');
        }
        skipSpace();
        if (!text_.empty())
            return unreadable(Sentence::tr("its header goes on after the closing brace"));
        if (!seen[0] || !seen[1] || !seen[2])
            return unreadable(Sentence::tr("its header lacks descr, fortran_order or shape"));
        return std::nullopt;
    }

  private:
    static std::string unreadable(const std::string& why) {
        return Sentence::tr("the array cannot be read: %1; save the array with numpy.save", why);
    }
    static std::string noTuple() {
        return unreadable(Sentence::tr("its shape is no tuple of whole numbers"));
    }

    void skipSpace() {
        const std::size_t next = text_.find_first_not_of(" \t\n\r");
        text_.remove_prefix(std::min(next, text_.size()));
    }

    bool take(char c) {
        skipSpace();
        if (text_.empty() || text_.front() != c)
            return false;
        text_.remove_prefix(1);
        return true;
    }

    bool takeWord(std::string_view word) {
        skipSpace();
        if (!text_.starts_with(word))
            return false;
        text_.remove_prefix(word.size());
        return true;
    }

    std::optional<std::string> string() {
        skipSpace();
        if (text_.empty() || (text_.front() != '\'' && text_.front() != '"'))
            return std::nullopt;
        const std::size_t end = text_.find(text_.front(), 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        std::string content(text_.substr(1, end - 1));
        text_.remove_prefix(end + 1);
        return content;
    }

    std::optional<std::string> descr(Header& header) {
        skipSpace();
        if (text_.starts_with('['))
            return Sentence::tr(
                "the array cannot be read: it holds records of several fields; save one plain "
                "array of numbers");
        const auto type = string();
        if (!type)
            return unreadable(Sentence::tr("its header names no data type"));
        header.type = *type;
        return std::nullopt;
    }

    std::optional<std::string> order(Header& header) {
        header.fortranOrder = takeWord("True");
        if (!header.fortranOrder && !takeWord("False"))
            return unreadable(Sentence::tr("its fortran_order is neither True nor False"));
        return std::nullopt;
    }

    std::optional<std::string> shape(Header& header) {
        if (!take('('))
            return unreadable(Sentence::tr("its shape is no tuple"));
        while (!take(')')) {
            skipSpace();
            if (text_.starts_with('-'))
                return unreadable(Sentence::tr("its shape has a negative extent"));
            std::size_t extent = 0;
            const auto [stop, status] =
                std::from_chars(text_.data(), text_.data() + text_.size(), extent);
            if (status == std::errc::result_out_of_range)
                return unreadable(Sentence::tr("its shape has an extent beyond 64 bits"));
            if (status != std::errc())
                return noTuple();
            text_.remove_prefix(static_cast<std::size_t>(stop - text_.data()));
            takeWord("L");  // Python 2 wrote long integers so
            header.shape.push_back(extent);
            if (header.shape.size() > mostDimensions)
                return unreadable(Sentence::tr("its shape has more than 32 dimensions"));
            if (!take(',') && !(skipSpace(), text_.starts_with(')')))
                return noTuple();
        }
        return std::nullopt;
    }

    std::string_view text_;
};

/// How one element becomes a double.
struct Element {
    std::size_t size = 0;  // bytes
    double (*load)(const char* bytes, bool bigEndian) = nullptr;
};

template <class T>
double loadAs(const char* bytes, bool bigEndian) {
    return static_cast<double>(loadNumber<T>(bytes, bigEndian));
}

double loadHalf(const char* bytes, bool bigEndian) {
    return halfToDouble(loadNumber<std::uint16_t>(bytes, bigEndian));
}

double loadBool(const char* bytes, bool) {
    return *bytes != 0 ? 1.0 : 0.0;
}

const Element* elementOf(std::string_view kind) {
    static const std::pair<std::string_view, Element> table[] = {
        {"f8", {8, loadAs<double>}},
        {"f4", {4, loadAs<float>}},
        {"f2", {2, loadHalf}},
        {"b1", {1, loadBool}},
        {"i1", {1, loadAs<std::int8_t>}},
        {"u1", {1, loadAs<std::uint8_t>}},
        {"i2", {2, loadAs<std::int16_t>}},
        {"u2", {2, loadAs<std::uint16_t>}},
        {"i4", {4, loadAs<std::int32_t>}},
        {"u4", {4, loadAs<std::uint32_t>}},
        {"i8", {8, loadAs<std::int64_t>}},
        {"u8", {8, loadAs<std::uint64_t>}},
    };
    for (const auto& [name, element] : table)
        if (name == kind)
            return &element;
    return nullptr;
}

std::string typeInWords(std::string_view kind) {
    switch (kind.empty() ? '?' : kind.front()) {
        case 'O':
            return Sentence::tr("Python objects (dtype %1)", shown(kind));
        case 'c':
            return Sentence::tr("complex numbers (dtype %1)", shown(kind));
        case 'U':
        case 'S':
            return Sentence::tr("text (dtype %1)", shown(kind));
        case 'M':
        case 'm':
            return Sentence::tr("dates or times (dtype %1)", shown(kind));
        case 'V':
            return Sentence::tr("raw records (dtype %1)", shown(kind));
        case 'f':
            return Sentence::tr("extended floating point (dtype %1)", shown(kind));
        default:
            return Sentence::tr("values of unknown type (dtype %1)", shown(kind));
    }
}

/// Splits the bytes into header text and data; nothing on success, otherwise what is wrong.
std::optional<std::string> split(std::string_view bytes, std::string_view& header,
                                 std::string_view& data) {
    if (!bytes.starts_with(magic))
        return Sentence::tr("this is no NPY file; its first bytes would be \\x93NUMPY");
    const auto cutShort = [] {
        return Sentence::tr("the file is cut short within its header; save it again");
    };
    if (bytes.size() < magic.size() + 2)
        return cutShort();
    const int version = static_cast<unsigned char>(bytes[magic.size()]);
    if (version < 1 || version > 3)
        return Sentence::tr("its NPY version is %1; versions 1 to 3 can be read", version);
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    const std::size_t start = magic.size() + 2 + lengthBytes;
    if (bytes.size() < start)
        return cutShort();
    const char* length = bytes.data() + magic.size() + 2;
    const std::size_t headerBytes =
        version == 1 ? loadNumber<std::uint16_t>(length) : loadNumber<std::uint32_t>(length);
    if (headerBytes > largestHeader)
        return Sentence::tr("its header claims %1 bytes; at most 1 MiB would be right",
                            headerBytes);
    if (headerBytes > bytes.size() - start)
        return cutShort();
    header = bytes.substr(start, headerBytes);
    data = bytes.substr(start + headerBytes);
    return std::nullopt;
}

std::string shapeText(std::span<const std::size_t> shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    return text + (shape.size() == 1 ? ",)" : ")");
}

/// The same elements with the last index running fastest instead of the first.
std::vector<double> fromFortranOrder(const std::vector<double>& values,
                                     std::span<const std::size_t> shape) {
    std::vector<double> out(values.size());
    std::vector<std::size_t> index(shape.size(), 0);
    for (const double value : values) {
        std::size_t position = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis)
            position = position * shape[axis] + index[axis];
        out[position] = value;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            if (++index[axis] < shape[axis])
                break;
            index[axis] = 0;
        }
    }
    return out;
}

}  // namespace

Result<Array> parseNpy(std::string_view bytes, const std::string& file) {
    std::string_view headerText;
    std::string_view data;
    if (const auto problem = split(bytes, headerText, data))
        return Error{*problem, file};
    Header header;
    if (const auto problem = HeaderParser(headerText).parse(header))
        return Error{*problem, file};

    std::string_view kind = header.type;
    const char byteOrder = kind.empty() ? '\0' : kind.front();
    if (std::string_view("<>=|").find(byteOrder) != std::string_view::npos && !kind.empty())
        kind.remove_prefix(1);
    const Element* element = elementOf(kind);
    if (element == nullptr)
        return Error{
            Sentence::tr("the array holds %1; only real numbers of up to 64 bits can be read",
                         typeInWords(kind)),
            file};

    const auto count = elementCount(header.shape);
    if (!count || *count > mostNumbers)
        return Error{
            Sentence::tr(
                "the array's shape %1 is too large; at most 134217728 numbers (1 GiB) can be read",
                shapeText(header.shape)),
            file};
    const std::size_t needed = *count * element->size;
    if (data.size() < needed)
        return Error{
            Sentence::tr(
                "the file is cut short: it holds %1 bytes of data; shape %2 and dtype %3 need %4",
                data.size(), shapeText(header.shape), shown(header.type), needed),
            file};
    if (data.size() > needed)
        return Error{
            Sentence::tr(
                "the file is too long: it holds %1 bytes of data; shape %2 and dtype %3 need %4",
                data.size(), shapeText(header.shape), shown(header.type), needed),
            file};

    std::vector<double> values(*count);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = element->load(data.data() + i * element->size, byteOrder == '>');
    if (header.fortranOrder && header.shape.size() > 1)
        values = fromFortranOrder(values, header.shape);
    return Array{"", std::move(header.shape), std::move(values)};
}

std::string formatNpy(const Array& array) {
    assert(elementCount(array.shape) == array.data.size());
    std::string header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': " + shapeText(array.shape) + ", }";
    // The data starts at a multiple of 64 bytes; the header ends with a line break.
    constexpr std::size_t before = 10;
    header.append(63 - (before + header.size()) % 64, ' ');
    header += '\n';
    assert(header.size() <= 0xFFFF);

    std::string bytes(magic);
    bytes.reserve(before + header.size() + array.data.size() * sizeof(double));
    bytes += {'\1', '\0'};
    appendNumber(bytes, static_cast<std::uint16_t>(header.size()));
    bytes += header;
    for (const double value : array.data)
        appendNumber(bytes, value);
    return bytes;
}

}  // namespace rnnscope
