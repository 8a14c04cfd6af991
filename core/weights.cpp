// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "core/bytes.h"
#include "core/readers/reader.h"
#include "core/sentence.h"
#include "core/utf8.h"

namespace rnnscope {
namespace {

using nlohmann::json;

constexpr std::size_t lengthBytes = 8;
constexpr std::uint64_t largestHeader = 100'000'000;  // as in the reference implementation
constexpr std::uintmax_t largestFile = std::uintmax_t{1} << 30;
constexpr std::string_view metadata = "__metadata__";

struct Element {
    std::string_view type;
    std::size_t size;  // bytes
    double (*load)(const char* bytes);
    bool whole = false;  // no numbers that a weight could be of
};

template <class Number>
double loadWhole(const char* bytes) {
    return static_cast<double>(loadNumber<Number>(bytes));
}

constexpr Element elements[] = {
    {"F64", 8, [](const char* b) { return loadNumber<double>(b); }},
    {"F32", 4, [](const char* b) { return static_cast<double>(loadNumber<float>(b)); }},
    {"F16", 2, [](const char* b) { return halfToDouble(loadNumber<std::uint16_t>(b)); }},
    {"BF16", 2, [](const char* b) { return bfloatToDouble(loadNumber<std::uint16_t>(b)); }},
    {"I64", 8, loadWhole<std::int64_t>, true},
    {"I32", 4, loadWhole<std::int32_t>, true},
    {"I16", 2, loadWhole<std::int16_t>, true},
    {"I8", 1, loadWhole<std::int8_t>, true},
    {"U8", 1, loadWhole<std::uint8_t>, true},
    {"BOOL", 1, loadWhole<std::uint8_t>, true},
};

/// Whether a tensor's name, its modules taken off, is that of a weight or a bias.
bool namesWeight(std::string_view name) {
    name.remove_prefix(name.rfind('.') + 1);  // npos + 1: nothing
    return name.starts_with("weight") || name.starts_with("bias");
}

/// One entry of the header.
struct Entry {
    std::string name;
    const Element* element = nullptr;
    std::vector<std::size_t> shape;
    std::size_t count = 0;  // elements
    std::uint64_t begin = 0, end = 0;
};

/// Whether brackets nest deeper than a header may, so that no parser need follow them.
bool nestsDeeperThan(std::string_view text, int most) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if ((c == '{' || c == '[') && ++depth > most) {
            return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// The header as JSON. Its problems are told without the file's name.
Result<json> parseHeader(std::string_view text) {
    if (!text.starts_with('{'))
        return Error{Sentence::tr("its header is no JSON object; save the weights again")};
    if (nestsDeeperThan(text, 3))
        return Error{Sentence::tr("its header is nested too deeply; save the weights again")};
    // The parser keeps the last of equal keys without a word.
    std::vector<std::set<std::string>> keys;
    std::optional<std::string> twice;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == json::parse_event_t::key && !twice &&
                 !keys.back().insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    json header = json::parse(text.begin(), text.end(), watch, false);
    if (header.is_discarded())
        return Error{Sentence::tr("its header is not valid JSON; save the weights again")};
    if (twice)
        return Error{Sentence::tr("its header has %1 twice; every tensor needs a name of its own",
                                  shown(*twice))};
    return header;
}

/// Whole numbers from 0; nothing where the value is no array of them.
std::optional<std::vector<std::uint64_t>> wholeNumbers(const json& value) {
    if (!value.is_array())
        return std::nullopt;
    std::vector<std::uint64_t> numbers;
    for (const json& item : value) {
        if (!item.is_number_unsigned())
            return std::nullopt;
        numbers.push_back(item.get<std::uint64_t>());
    }
    return numbers;
}

/// One tensor's entry; errors go on after "tensor NAME ".
Result<Entry> parseEntry(const std::string& name, const json& value) {
    if (!value.is_object())
        return Error{Sentence::tr(
            "is described by no JSON object; dtype, shape and data_offsets are needed")};
    for (const char* field : {"dtype", "shape", "data_offsets"})
        if (!value.contains(field))
            return Error{
                Sentence::tr("has no %1; dtype, shape and data_offsets are needed", field)};
    Entry entry;
    entry.name = name;
    const std::string type =
        value["dtype"].is_string() ? value["dtype"].get<std::string>() : value["dtype"].dump();
    for (const Element& element : elements)
        if (element.type == type)
            entry.element = &element;
    if (entry.element == nullptr)
        return Error{
            Sentence::tr("is of type %1; only F64, F32, F16 and BF16 can be read", shown(type))};
    if (entry.element->whole && namesWeight(name))
        return Error{
            Sentence::tr("is of whole numbers (%1), as of a quantised network; F64, F32, F16 or "
                         "BF16 would be right",
                         shown(type))};
    const auto shape = wholeNumbers(value["shape"]);
    if (!shape)
        return Error{Sentence::tr("has a shape that is no list of whole numbers from 0")};
    entry.shape.assign(shape->begin(), shape->end());
    const auto count = elementCount(entry.shape);
    if (!count || *count > mostNumbers)
        return Error{
            Sentence::tr("has a shape that is too large; at most 134217728 numbers can be read")};
    entry.count = *count;
    const auto offsets = wholeNumbers(value["data_offsets"]);
    if (!offsets || offsets->size() != 2 || offsets->front() > offsets->back())
        return Error{Sentence::tr("has data_offsets that are no pair of a begin and an end")};
    entry.begin = offsets->front();
    entry.end = offsets->back();
    if (entry.end - entry.begin != entry.count * entry.element->size)
        return Error{Sentence::tr(
            "takes %1 bytes by its data_offsets; by its shape and type they should be %2",
            entry.end - entry.begin, entry.count * entry.element->size)};
    return entry;
}

/// Checks that the tensors, sorted by offset, fill the data without gap or overlap.
Done checkLayout(const std::vector<Entry>& entries, std::size_t dataBytes) {
    std::uint64_t expected = 0;
    for (const Entry& entry : entries) {
        if (entry.end > dataBytes)
            return Error{
                Sentence::tr("tensor %1 ends at byte %2 of the data, of which there are %3; the "
                             "file is cut short or damaged",
                             shown(entry.name), entry.end, dataBytes)};
        if (entry.begin < expected)
            return Error{
                Sentence::tr("tensor %1 overlaps the one before it: it begins at byte %2; byte %3 "
                             "would be right",
                             shown(entry.name), entry.begin, expected)};
        if (entry.begin > expected)
            return Error{Sentence::tr(
                "tensor %1 leaves a gap before it: it begins at byte %2; byte %3 would be right",
                shown(entry.name), entry.begin, expected)};
        expected = entry.end;
    }
    if (expected != dataBytes)
        return Error{Sentence::tr("the file holds %1 bytes of data; its tensors need %2", dataBytes,
                                  expected)};
    return done();
}

Result<std::vector<Entry>> parseEntries(const json& header) {
    std::vector<Entry> entries;
    std::size_t total = 0;
    for (const auto& [name, value] : header.items()) {
        if (name == metadata) {
            const bool fine =
                value.is_object() && std::all_of(value.begin(), value.end(),
                                                 [](const json& item) { return item.is_string(); });
            if (!fine)
                return Error{
                    Sentence::tr("its __metadata__ is no object of texts; save the weights again")};
            continue;
        }
        auto entry = parseEntry(name, value);
        if (!entry)
            return Error{Sentence::tr("tensor %1 %2", shown(name), entry.error().message)};
        total += entry->count;
        if (total > mostNumbers)
            return Error{
                Sentence::tr("the tensors hold more than 134217728 numbers, the most that is read; "
                             "give smaller weights")};
        entries.push_back(std::move(entry).value());
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    return entries;
}

/// Splits off the header; `data` becomes what follows it.
Result<std::string_view> headerOf(std::string_view bytes, std::string_view& data) {
    if (bytes.size() < lengthBytes)
        return Error{
            Sentence::tr("the file is too short for safetensors; its first 8 bytes would give the "
                         "length of a header")};
    const auto length = loadNumber<std::uint64_t>(bytes.data());
    if (length > largestHeader)
        return Error{
            Sentence::tr("its header claims %1 bytes; at most 100000000 would be right, so this "
                         "may be no safetensors file",
                         length)};
    if (length > bytes.size() - lengthBytes)
        return Error{Sentence::tr(
            "the file is cut short within its header of %1 bytes; save the weights again", length)};
    data = bytes.substr(lengthBytes + length);
    return bytes.substr(lengthBytes, length);
}

Result<json> readHeader(std::string_view bytes, std::string_view& data) {
    const auto text = headerOf(bytes, data);
    if (!text)
        return text.error();
    return parseHeader(*text);
}

Result<SafetensorsHeader> headerFacts(std::string_view bytes) {
    std::string_view data;
    const auto header = readHeader(bytes, data);
    if (!header)
        return header.error();
    const auto entries = parseEntries(*header);
    if (!entries)
        return entries.error();
    SafetensorsHeader facts;
    if (const auto found = header->find(metadata); found != header->end())
        facts.metadata = found->get<std::map<std::string, std::string>>();
    facts.types.reserve(entries->size());
    for (const Entry& entry : *entries)
        facts.types.emplace_back(entry.element->type);
    return facts;
}

Result<std::vector<Array>> parse(std::string_view bytes) {
    std::string_view data;
    const auto header = readHeader(bytes, data);
    if (!header)
        return header.error();
    auto entries = parseEntries(*header);
    if (!entries)
        return entries.error();
    if (const auto layout = checkLayout(*entries, data.size()); !layout)
        return layout.error();

    std::vector<Array> arrays;
    for (Entry& entry : *entries) {
        std::vector<double> values(entry.count);
        const char* from = data.data() + entry.begin;
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = entry.element->load(from + i * entry.element->size);
        arrays.push_back({std::move(entry.name), std::move(entry.shape), std::move(values)});
    }
    return arrays;
}

}  // namespace

Result<std::vector<Array>> parseSafetensors(std::string_view bytes, const std::string& file) {
    auto arrays = parse(bytes);
    if (arrays)
        return arrays;
    Error error = arrays.error();
    error.file = file;
    return error;
}

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view bytes, const std::string& file) {
    auto facts = headerFacts(bytes);
    if (facts)
        return facts;
    Error error = facts.error();
    error.file = file;
    return error;
}

Result<std::vector<Array>> readSafetensors(const std::filesystem::path& file) {
    const auto bytes = readBytes(file, largestFile);
    if (!bytes)
        return bytes.error();
    return parseSafetensors(*bytes, file.string());
}

std::string formatSafetensors(std::span<const Array> arrays,
                              const std::map<std::string, std::string>& more) {
    nlohmann::ordered_json header;
    header[std::string(metadata)] = {{"format", "pt"}};  // some loaders ask for it
    for (const auto& [key, value] : more)
        header[std::string(metadata)][key] = value;
    std::size_t offset = 0;
    for (const Array& array : arrays) {
        assert(!header.contains(array.name));
        assert(elementCount(array.shape) == array.data.size());
        const std::size_t end = offset + array.data.size() * sizeof(double);
        header[array.name] = {
            {"dtype", "F64"}, {"shape", array.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump(-1, ' ', false, json::error_handler_t::replace);
    text.append((lengthBytes - text.size() % lengthBytes) % lengthBytes, ' ');

    std::string bytes;
    bytes.reserve(lengthBytes + text.size() + offset);
    appendNumber(bytes, static_cast<std::uint64_t>(text.size()));
    bytes += text;
    for (const Array& array : arrays)
        for (const double value : array.data)
            appendNumber(bytes, value);
    return bytes;
}

Done writeSafetensors(const std::filesystem::path& file, std::span<const Array> arrays,
                      const std::map<std::string, std::string>& more) {
    return writeAtomically(file, formatSafetensors(arrays, more));
}

}  // namespace rnnscope
