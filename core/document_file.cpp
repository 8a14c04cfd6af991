// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document_file.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "core/base64.h"
#include "core/json_fields.h"
#include "core/json_text.h"
#include "core/sentence.h"
#include "core/utf8.h"
#include "core/weights.h"

namespace rnnscope {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr JsonKind kind{"rnnscope-document", 1, "a document"};

/// A file that a setup may name: its field in the setup and in the document, and where both are.
struct NamedFile {
    std::string_view field;
    std::string* (*name)(Setup&);  ///< null where this setup names none
    FileBytes* (*bytes)(Setup&);
};

constexpr NamedFile namedFiles[] = {
    {"input", [](Setup& s) { return s.sequence.task.empty() ? &s.sequence.file : nullptr; },
     [](Setup& s) { return &s.sequence.bytes; }},
    {"target",
     [](Setup& s) { return s.target.kind == TargetSource::Kind::File ? &s.target.name : nullptr; },
     [](Setup& s) { return &s.target.bytes; }},
    {"weights", [](Setup& s) { return s.weights.file.empty() ? nullptr : &s.weights.file; },
     [](Setup& s) { return &s.weights.bytes; }},
    {"initial-state",
     [](Setup& s) { return s.initialState.file.empty() ? nullptr : &s.initialState.file; },
     [](Setup& s) { return &s.initialState.bytes; }},
};

/// The program's own are named as they are.
std::string withoutFolder(const std::string& file) {
    return file.starts_with(":") ? file : std::filesystem::path(file).filename().string();
}

/// As a setup without folders names it: a target that is called as another choice is told from it.
std::string bareName(const NamedFile& each, const std::string& file) {
    const std::string bare = withoutFolder(file);
    Setup probe;
    const bool taken = each.field == "target" && setOption(probe, each.field, bare) &&
                       probe.target.kind != TargetSource::Kind::File;
    return taken ? "./" + bare : bare;
}

OrderedJson bytesToJson(const std::string& bytes) {
    if (firstInvalidUtf8(bytes))
        return {{"base64", toBase64(bytes)}};
    return {{"text", bytes}};
}

Result<std::string> bytesFromJson(const Json& json, const std::string& field,
                                  const std::string& file) {
    const bool text = json.is_object() && json.contains("text");
    if (!json.is_object() || text == json.contains("base64") ||
        !json[text ? "text" : "base64"].is_string())
        return wrongField(field, Sentence::tr("an object with either \"text\" or \"base64\""),
                          file);
    if (text)
        return json["text"].get<std::string>();
    auto bytes = fromBase64(json["base64"].get_ref<const std::string&>());
    if (!bytes)
        return wrongField(field + ".base64", Sentence::tr("base64 with its padding"), file);
    return *std::move(bytes);
}

OrderedJson trainingToJson(const TrainingState& state) {
    OrderedJson json;
    json["update"] = state.update;
    if (state.known != state.update)
        json["known"] = state.known;
    if (!state.arrays.empty())
        json["tensors"] = toBase64(formatSafetensors(state.arrays));
    for (const TrainingState& twin : state.twin)
        json["twin"] = trainingToJson(twin);
    for (const TrainingState& lane : state.lanes)
        json["lanes"].push_back(trainingToJson(lane));
    return json;
}

Result<TrainingState> trainingFromJson(const Json& json, const std::string& where,
                                       const std::string& file,
                                       std::vector<std::string>& warnings) {
    if (!json.is_object())
        return wrongField(where, Sentence::tr("an object"), file);
    TrainingState state;
    if (auto status = readWhole(json, where + ".", "update", 0, mostUpdates, file, state.update);
        !status)
        return status.error();
    state.known = state.update;
    if (auto status = readWhole(json, where + ".", "known", 0, mostUpdates, file, state.known);
        !status)
        return status.error();
    if (const auto tensors = json.find("tensors"); tensors != json.end()) {
        const auto bytes = tensors->is_string() ? fromBase64(tensors->get_ref<const std::string&>())
                                                : std::nullopt;
        if (!bytes)
            return wrongField(where + ".tensors", Sentence::tr("a safetensors file in base64"),
                              file);
        auto arrays = parseSafetensors(*bytes, file);
        if (!arrays)
            return Error{Sentence::tr("\"%1\" %2", where + ".tensors", arrays.error().message),
                         file};
        state.arrays = *std::move(arrays);
    }
    if (const auto twin = json.find("twin"); twin != json.end()) {
        auto read = trainingFromJson(*twin, where + ".twin", file, warnings);
        if (!read)
            return read.error();
        state.twin.push_back(*std::move(read));
    }
    if (const auto lanes = json.find("lanes"); lanes != json.end()) {
        if (!lanes->is_array())
            return wrongField(where + ".lanes", Sentence::tr("a list"), file);
        for (const Json& lane : *lanes) {
            auto read = trainingFromJson(lane, where + ".lanes", file, warnings);
            if (!read)
                return read.error();
            state.lanes.push_back(*std::move(read));
        }
    }
    warnOfUnknown(json, {"update", "known", "tensors", "twin", "lanes"}, where + ".", file,
                  warnings);
    return state;
}

OrderedJson viewToJson(const DocumentView& view) {
    OrderedJson json;
    json["phase"] = view.phase;
    json["step"] = view.step + 1;
    if (view.part != 0)
        json["part"] = view.part;
    json["layer"] = view.layer;
    if (view.reverse)
        json["reverse"] = true;
    json["unit"] = view.unit + 1;
    if (!view.layout.empty())
        json["layout"] = toBase64(view.layout);
    return json;
}

Result<DocumentView> viewFromJson(const Json& json, const std::string& file,
                                  std::vector<std::string>& warnings) {
    if (!json.is_object())
        return wrongField("view", Sentence::tr("an object"), file);
    std::string field;
    auto view = placeFromFields(json, "view.", file, field);
    if (!view)
        return view;
    if (const auto layout = json.find("layout"); layout != json.end()) {
        auto bytes =
            layout->is_string() ? fromBase64(layout->get_ref<const std::string&>()) : std::nullopt;
        if (!bytes || bytes->size() > mostLayoutBytes)
            return wrongField("view.layout", Sentence::tr("base64 of at most 64 KiB"), file);
        view->layout = *std::move(bytes);
    }
    warnOfUnknown(json, {"phase", "step", "part", "layer", "reverse", "unit", "layout"}, "view.",
                  file, warnings);
    return view;
}

Done readFiles(const Json& files, const std::string& file, Setup& setup,
               std::vector<std::string>& warnings) {
    if (!files.is_object())
        return wrongField("files", Sentence::tr("an object"), file);
    std::vector<std::string_view> known;
    for (const NamedFile& each : namedFiles) {
        const std::string* name = each.name(setup);
        if (!name)
            continue;
        const std::string field(each.field);
        known.push_back(each.field);
        const std::string bare = withoutFolder(*name);
        if (bare.empty() || bare == "." || bare == "..")
            return wrongField("setup." + field, Sentence::tr("the name of a file"), file);
        const auto found = files.find(field);
        if (found == files.end())
            return Error{
                Sentence::tr("has no content of %1; \"files.%2\" is needed", shown(bare), field),
                file};
        auto bytes = bytesFromJson(*found, "files." + field, file);
        if (!bytes)
            return bytes.error();
        *each.bytes(setup) = std::make_shared<const std::string>(*std::move(bytes));
    }
    warnOfUnknown(files, known, "files.", file, warnings);
    return done();
}

bool sameBytes(const FileBytes& a, const FileBytes& b) {
    return a == b || (a && b && *a == *b);
}

}  // namespace

Result<std::string> toJson(const DocumentContent& content, FileNames names) {
    Setup setup = content.setup;
    OrderedJson files = OrderedJson::object();
    for (const NamedFile& each : namedFiles) {
        std::string* name = each.name(setup);
        if (!name)
            continue;
        const FileBytes& bytes = *each.bytes(setup);
        if (!bytes)
            return Error{
                Sentence::tr("has not been read, so that it cannot be saved; open it again"),
                *name};
        // Before it is written out, which takes several times as much.
        if (bytes->size() > mostDocumentBytes)
            return Error{
                Sentence::tr("is too large for a document; one of at most 256 MiB is needed"),
                *name};
        files[std::string(each.field)] = bytesToJson(*bytes);
        if (names == FileNames::Bare)
            *name = bareName(each, *name);
    }
    OrderedJson json;
    json["format"] = kind.format;
    json["version"] = kind.version;
    json["setup"] = OrderedJson::parse(toJson(setup));
    if (!files.empty())
        json["files"] = std::move(files);
    if (content.training)
        json["training"] = trainingToJson(*content.training);
    json["view"] = viewToJson(content.view);
    std::string text = json.dump(2) + "\n";
    if (text.size() > mostDocumentBytes)
        return Error{
            Sentence::tr("the document would be larger than 256 MiB; shorten its files, or begin "
                         "the training anew")};
    return text;
}

Result<DocumentContent> documentFromJson(const std::string& text, const std::string& file,
                                         std::vector<std::string>& warnings) {
    if (text.size() > mostDocumentBytes)
        return Error{Sentence::tr("is larger than 256 MiB; a document is smaller"), file};
    const auto parsed = parseOwnJson(text, file, kind);
    if (!parsed)
        return parsed.error();
    const Json& json = *parsed;
    if (!json.contains("setup"))
        return wrongField("setup", Sentence::tr("an object"), file);
    auto setup = setupFromJson(json["setup"].dump(), file, warnings);
    if (!setup)
        return Error{Sentence::tr("\"%1\" %2", std::string("setup"), setup.error().message), file};
    DocumentContent content;
    content.setup = *std::move(setup);
    if (auto status = readFiles(json.value("files", Json::object()), file, content.setup, warnings);
        !status)
        return status.error();
    if (const auto training = json.find("training"); training != json.end()) {
        auto read = trainingFromJson(*training, "training", file, warnings);
        if (!read)
            return read.error();
        content.training = *std::move(read);
    }
    auto view = viewFromJson(json.value("view", Json::object()), file, warnings);
    if (!view)
        return view.error();
    content.view = *std::move(view);
    warnOfUnknown(json, {"format", "version", "setup", "files", "training", "view"}, "", file,
                  warnings);
    return content;
}

Done saveDocument(const std::filesystem::path& file, const DocumentContent& content) {
    const auto text = toJson(content);
    if (!text)
        return text.error();
    return writeAtomically(file, *text);
}

bool savesAlike(const Setup& a, const Setup& b) {
    if (a == b)
        return true;
    Setup left = a, right = b;
    for (const NamedFile& each : namedFiles) {
        std::string *mine = each.name(left), *its = each.name(right);
        if (!mine && !its)
            continue;
        if (!mine || !its || withoutFolder(*mine) != withoutFolder(*its))
            return false;
        FileBytes &bytes = *each.bytes(left), &others = *each.bytes(right);
        if (!sameBytes(bytes, others))
            return false;
        *mine = *its;
        bytes = others;
    }
    // Read in the same way from the same bytes, and by the same picks of columns.
    for (Setup* each : {&left, &right}) {
        each->sequence.table = each->target.table = nullptr;
        each->sequence.reading.columns.clear();
        each->weights.arrays = each->initialState.arrays = nullptr;
    }
    return left == right;
}

}  // namespace rnnscope
