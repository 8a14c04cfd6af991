// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about files is said in one language: nothing of it stays English beside it.
#include <filesystem>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "core/archive.h"
#include "core/bytes.h"
#include "core/document_file.h"
#include "core/file_steps.h"
#include "core/readers/encoding.h"
#include "core/samples.h"
#include "core/sentence.h"
#include "core/state_dict.h"
#include "core/weights.h"
#include "reading.h"

namespace rnnscope {
namespace {

using namespace std::string_literals;

/// Leaves nothing of a sentence but what is put in.
std::string wordless(const char* english) {
    std::string marks = "[";
    for (const char* c = english; *c != '\0'; ++c)
        if (*c == '%' && c[1] >= '1' && c[1] <= '9')
            marks += std::string(c, 2) + '|';
    return marks + "]";
}

struct Spoken {
    Spoken() { Sentence::speakBy(wordless); }
    ~Spoken() { Sentence::speakBy(nullptr); }
};

bool isEnglish(const std::string& text) {
    static const std::regex words("[A-Za-z]{2,} [A-Za-z]{2,}");
    return std::regex_search(text, words);
}

void expectSpoken(const std::string& message) {
    EXPECT_TRUE(message.starts_with('[')) << message;
    EXPECT_FALSE(isEnglish(message)) << message;
}

template <class T>
void expectSpoken(const Result<T>& result, const std::string& about) {
    SCOPED_TRACE(about.substr(0, 60));
    ASSERT_FALSE(result);
    expectSpoken(result.error().message);
}

std::string npy(std::string header, const std::string& data) {
    header += '\n';
    std::string bytes = "\x93NUMPY\1\0"s;
    appendNumber(bytes, static_cast<std::uint16_t>(header.size()));
    return bytes + header + data;
}

std::string safetensors(const std::string& header, const std::string& data = {}) {
    std::string bytes;
    appendNumber(bytes, static_cast<std::uint64_t>(header.size()));
    return bytes + header + data;
}

TEST(SpokenFiles, EnglishIsFound) {
    const auto table = readCsv("", {}, "f");
    ASSERT_FALSE(table);
    EXPECT_TRUE(isEnglish(table.error().message));
    EXPECT_FALSE(isEnglish("[utf-8, gb18030|'x'|1|]"));
}

TEST(SpokenFiles, Places) {
    const Spoken spoken;
    EXPECT_EQ((Error{"m", "", 3}).text(), "[[3|]|m|]");
    EXPECT_EQ((Error{"m", "", 3, 4}).text(), "[[3|4|]|m|]");
    EXPECT_EQ((Error{"m", "f", 3, 4}).text(), "[f:3:4|m|]");
}

TEST(SpokenFiles, Tables) {
    const Spoken spoken;
    for (const std::string& text :
         {""s, "# a b\n"s, "a,b\n"s, "a,b\n1,2\n3\n"s, "1,2\n3\n"s, "a\n1\nx\n"s,
          "a,b\nx,1\ny,2\n"s, "a,b\n1,2\n\n3,4\n"s, "a\nna\n"s, "1,2\n,3\n"s, "1\n1e999\n"s,
          "1;2\n\"3;4\n"s, "1;2\n\"3\"x;4\n"s, "\xFF\n1\n"s, "\xC3\xA4\xC3\xA4\xFF\n"s,
          "1\0\0\0\n2"s, "a,a\n1,2\n"s, "sequence\n1\n"s, "sequence,a\n1,2\n,3\n"s})
        expectSpoken(readCsv(text, {}, "f"), text);
    for (const std::string& text : {""s,
                                    "["s,
                                    "[NaN]"s,
                                    "[1e999]"s,
                                    "[1,?]"s,
                                    R"({"a":[1],"b":[1,2]})"s,
                                    R"({"a":[1],"a":[2]})"s,
                                    "[[1,2],[3]]"s,
                                    "[[1],[2,3]]"s,
                                    "[1,[2]]"s,
                                    "[[1],2]"s,
                                    "[null]"s,
                                    "[true]"s,
                                    R"(["x"])"s,
                                    "5"s,
                                    "[[]]"s,
                                    "[]"s,
                                    "[[[1]]]"s,
                                    "[{}]"s,
                                    R"({"sequence":[null],"a":[1]})"s})
        expectSpoken(readJson(text, {}, "f"), text);
    for (const auto unit : {TextUnit::Characters, TextUnit::Words}) {
        ReadOptions options;
        options.unit = unit;
        expectSpoken(readText("", options, "f"), "empty");
        options.columns = {"a"};
        expectSpoken(readText("abc", options, "f"), "columns");
    }
    ReadOptions separated;
    separated.sequenceColumn = "b";
    expectSpoken(readText("abc", separated, "f"), "sequence column");
    expectSpoken(readCsv("a\n1\n", separated, "f"), "sequence column");
    separated.sequenceColumn = "a";
    separated.columns = {"a"};
    expectSpoken(readCsv("a,b\n1,2\n", separated, "f"), "picked sequence column");
    separated.columns = {"b", "b"};
    expectSpoken(readCsv("a,b\n1,2\n", separated, "f"), "picked twice");
    for (const Missing missing : {Missing::Drop, Missing::Interpolate}) {
        ReadOptions options;
        options.missing = missing;
        expectSpoken(readCsv("1,2\n,3\n,4\n"s.substr(4), options, "f"), "nothing left");
    }
    expectSpoken(parseEncoding("latin"), "encoding");
    expectSpoken(toUtf8("\xFF\xFE"s, "big5", "f"), "byte order mark");
    expectSpoken(toUtf8("\xFF\xFF\xFF"s, "gb18030", "f"), "gb18030");
    expectSpoken(readBytes(std::filesystem::temp_directory_path() / "no-such-file", 9), "missing");
    expectSpoken(readBytes(std::filesystem::temp_directory_path(), 9), "folder");
    expectSpoken(readBytes("/proc/self/exe", 9), "large");
    expectSpoken(writeAtomically(std::filesystem::temp_directory_path(), ""), "folder");
    expectSpoken(writeAtomically("", ""), "no name");
}

TEST(SpokenFiles, Arrays) {
    const Spoken spoken;
    const std::string rest = ", 'fortran_order': False, 'shape': (1,)}";
    for (const std::string& bytes :
         {"abc"s,
          "\x93NUMPY\1"s,
          "\x93NUMPY\7\0\0\0"s,
          npy("x", ""),
          npy("{1}", ""),
          npy("{'a': 1}", ""),
          npy("{'descr': 'f8'}", ""),
          npy("{'descr': 1}", ""),
          npy("{'descr': 'f8', 'descr': 'f8'}", ""),
          npy("{'fortran_order': 1}", ""),
          npy("{'shape': 1}", ""),
          npy("{'shape': (-1,)}", ""),
          npy("{'shape': (x,)}", ""),
          npy("{'shape': (99999999999999999999,)}", ""),
          npy("{} x", ""),
          npy("{'descr': [('a', 'f8')]" + rest, ""),
          npy("{'descr': '|O'" + rest, ""),
          npy("{'descr': '<c8'" + rest, ""),
          npy("{'descr': '<U1'" + rest, ""),
          npy("{'descr': '<M8'" + rest, ""),
          npy("{'descr': '|V1'" + rest, ""),
          npy("{'descr': '<f16'" + rest, ""),
          npy("{'descr': '?'" + rest, ""),
          npy("{'descr': '|u1'" + rest, ""),
          npy("{'descr': '|u1'" + rest, "ab"),
          npy("{'descr': '|u1', 'fortran_order': False, 'shape': (999999999999,)}", "")})
        expectSpoken(parseNpy(bytes, "f"), bytes);
    for (const Array& array : {Array{"", {1, 1, 1}, {0}}, Array{"", {0}, {}},
                               Array{"", {2}, {0, std::numeric_limits<double>::infinity()}},
                               Array{"", {1}, {std::numeric_limits<double>::quiet_NaN()}}})
        expectSpoken(readNpy(formatNpy(array), {}, "f"), shapeText(array.shape));
    expectSpoken(parseNpz("", "f"), "empty");
    const auto file = std::filesystem::temp_directory_path() / "spoken-files.npz";
    const Array twice[] = {{"a", {1}, {0}}, {"a", {1}, {0}}};
    expectSpoken(writeNpz(file, twice), "twice");
    const Array unnamed[] = {{"", {1}, {0}}};
    expectSpoken(writeNpz(file, unnamed), "without a name");
}

TEST(SpokenFiles, Weights) {
    const Spoken spoken;
    const auto entry = [](const std::string& name, const std::string& fields) {
        return "{\"" + name + "\":{" + fields + "}}";
    };
    const std::string one = R"("dtype":"F64","shape":[1],"data_offsets":[0,8])";
    for (const std::string& bytes :
         {"abc"s,
          "\x64\0\0\0\0\0\0\0{}"s,
          std::string(8, '\x7f'),
          safetensors("[]"),
          safetensors("{{{{{{"),
          safetensors("{x}"),
          safetensors(R"({"a":1})"),
          safetensors(R"({"__metadata__":1})"),
          safetensors(entry("a", R"("dtype":"F64")")),
          safetensors("{\"a\":{" + one + "},\"a\":{" + one + "}}"),
          safetensors(entry("a", R"("dtype":"F8","shape":[1],"data_offsets":[0,8])")),
          safetensors(entry("weight", R"("dtype":"I8","shape":[1],"data_offsets":[0,1])")),
          safetensors(entry("a", R"("dtype":"F64","shape":1,"data_offsets":[0,8])")),
          safetensors(entry("a", R"("dtype":"F64","shape":[999999999],"data_offsets":[0,8])")),
          safetensors(entry("a", R"("dtype":"F64","shape":[1],"data_offsets":[8,0])")),
          safetensors(entry("a", R"("dtype":"F64","shape":[1],"data_offsets":[0,9])")),
          safetensors(entry("a", one)),
          safetensors(entry("a", one), std::string(9, 'x')),
          safetensors(entry("a", R"("dtype":"F64","shape":[1],"data_offsets":[1,9])"), "123456789"),
          safetensors("{\"a\":{" + one + "},\"b\":{" + one + "}}", std::string(16, 'x'))})
        expectSpoken(parseSafetensors(bytes, "f"), bytes);

    const auto array = [](const std::string& name, std::vector<std::size_t> shape) {
        const std::size_t count = elementCount(shape).value();
        return Array{name, std::move(shape), std::vector<double>(count)};
    };
    const Array ih = array("weight_ih_l0", {2, 3}), hh = array("weight_hh_l0", {2, 2});
    const Cell &rnn = *findCell("rnn"), &lstm = *findCell("lstm");
    for (const std::vector<Array>& tensors : std::vector<std::vector<Array>>{
             {},
             {array("weight_hr_l0", {1, 1})},
             {ih, hh, array("x.weight_ih_l0", {2, 3})},
             {ih, array("weight_hh_l0", {3, 2})},
             {array("weight_ih_l0", {20, 3}), array("weight_hh_l0", {20, 2})},
             {ih, hh, array("weight_ih_l1", {2, 2})},
             {ih, hh, array("bias_ih_l0", {3})},
             {ih, hh, array("a.weight", {1, 2}), array("a.bias", {2})},
             {ih, hh, array("a.weight", {1, 2}), array("a.bias", {1}), array("b.weight", {1, 2}),
              array("b.bias", {1})}})
        expectSpoken(readStateDict(tensors, rnn, "f"), std::to_string(tensors.size()));
    expectSpoken(readStateDict(std::vector{ih, hh}, rnn, "f", &lstm), "another cell");

    const auto left =
        readStateDict(std::vector{ih, hh, array("a.weight", {1, 2}), array("a.bias", {1}),
                                  array("b.weight", {1, 9}), array("b.bias", {1}),
                                  array("c.weight", {1, 2}), array("d", {1})},
                      rnn, "f");
    ASSERT_TRUE(left);
    EXPECT_EQ(left->unused.size(), 4U);
    for (const StateDict::Unused& each : left->unused)
        expectSpoken(each.why);
}

TEST(SpokenFiles, SetupsAndDocuments) {
    const Spoken spoken;
    std::vector<std::string> warnings;
    const auto setup = [](const std::string& fields) {
        return R"({"format":"rnnscope-setup","version":1,)" + fields + "}";
    };
    for (const std::string& text :
         {""s, "{}"s, std::string(99, '['), "[1e999]"s, R"({"format":"rnnscope-setup"})"s,
          R"({"format":"rnnscope-setup","version":9})"s, setup(R"("x":1)"),
          setup(R"("task":"echo","input":"f")"), setup(R"("task":"x")"), setup(R"("task":{})"),
          setup(R"("task":[{}])"), setup(R"("input":"")"), setup(R"("input":"f","columns":"")"),
          setup(R"("input":"f","target":"")"), setup(R"("input":"f","sequence-column":"")"),
          setup(R"("input":"f","show-sequence":0)"), setup(R"("input":"f","bidirectional":1)"),
          setup(R"("input":"f","missing":"x")"), setup(R"("input":"f","length":"x")")})
        if (const auto read = setupFromJson(text, "f", warnings); !read)
            expectSpoken(read, text);
        else
            ADD_FAILURE() << text;
    const auto document = [](const std::string& fields) {
        return R"({"format":"rnnscope-document","version":1,)" + fields + "}";
    };
    const std::string fine = R"("setup":{"format":"rnnscope-setup","version":1,"task":"echo"})";
    for (const std::string& text :
         {document(R"("a":1)"), document(R"("setup":1)"), document(fine + R"(,"files":1)"),
          document(fine + R"(,"training":1)"), document(fine + R"(,"training":{"update":-1})"),
          document(fine + R"(,"training":{"update":1,"tensors":1})"),
          document(fine + R"(,"training":{"update":1,"tensors":"YWJj"})"),
          document(fine + R"(,"training":{"update":1,"lanes":1})"), document(fine + R"(,"view":1)"),
          document(fine + R"(,"view":{"phase":"x"})"), document(fine + R"(,"view":{"step":0})"),
          document(fine + R"(,"view":{"reverse":1})"), document(fine + R"(,"view":{"layout":1})"),
          document("\"setup\":" + setup(R"("input":"f")")),
          document("\"setup\":" + setup(R"("input":"f")") + R"(,"files":{"input":1})"),
          document("\"setup\":" + setup(R"("input":"f")") +
                   R"(,"files":{"input":{"base64":"?"}})")})
        expectSpoken(documentFromJson(text, "f", warnings), text);
    warnings.clear();
    ASSERT_TRUE(documentFromJson(document(fine + R"(,"more":1)"), "f", warnings));
    ASSERT_EQ(warnings.size(), 1U);
    expectSpoken(warnings.front());
}

/// What a file of three rows is refused for, once the setup is changed.
void expectRefused(void (*change)(Setup&)) {
    Setup setup;
    setup.sequence.task.clear();
    setup.sequence.file = "f";
    setup.sequence.table =
        std::make_shared<const Table>(readCsv("a,b\n1,2\n0.5,4\n-5,6\n", {}, "f").value());
    setup.target.kind = TargetSource::Kind::Next;
    change(setup);
    Random random(1);
    expectSpoken(readSample(setup, 0, random), "f");
}

std::shared_ptr<const Table> twoRows() {
    return std::make_shared<const Table>(readCsv("1\n2\n", {}, "t").value());
}

TEST(SpokenFiles, SamplesOfAFile) {
    const Spoken spoken;
    expectRefused([](auto& s) { s.sequence.columns = {"c"}; });
    expectRefused([](auto& s) { s.sequence.resample = 0; });
    expectRefused([](auto& s) { s.sequence.resample = 4; });
    expectRefused([](auto& s) { s.sequence.skip = 3; });
    expectRefused([](auto& s) { s.sequence.skip = 2; });
    expectRefused([](auto& s) { s.sequence.length = 4; });
    expectRefused([](auto& s) { s.sequence.shown = 1; });
    expectRefused([](auto& s) { s.sequence.scaling = Scaling::LogDifferences; });
    expectRefused([](auto& s) {
        s.sequence.scaling = Scaling::LogDifferences;
        s.sequence.skip = 2;
    });
    expectRefused([](auto& s) { s.loss = Loss::CrossEntropy; });
    expectRefused([](auto& s) {
        s.loss = Loss::CrossEntropy;
        s.sequence.columns = {"a"};
    });
}

TEST(SpokenFiles, Targets) {
    const Spoken spoken;
    using Kind = TargetSource::Kind;
    expectRefused([](auto& s) { s.target.kind = Kind::Task; });
    expectRefused([](auto& s) {
        s.target.kind = Kind::Column;
        s.target.name = "c";
    });
    expectRefused([](auto& s) {
        s.target.kind = Kind::File;
        s.target.table = twoRows();
    });
    expectRefused([](auto& s) {
        s.target.kind = Kind::File;
        s.target.table = twoRows();
        s.readout = Readout::LastStep;
    });
    expectRefused([](auto& s) {
        s.target.kind = Kind::File;
        s.target.table = twoRows();
        s.sequence.skip = 1;
    });
    expectRefused([](auto& s) { s.sequence.task = "x"; });
    expectRefused([](auto& s) {
        s.sequence.task = "echo";
        s.sequence.length = 0;
    });
    expectRefused([](auto& s) {
        s.sequence.task = "echo";
        s.target.kind = Kind::Column;
    });
    expectRefused([](auto& s) {
        s.sequence.task = "sine";
        s.target.kind = Kind::Task;
        s.loss = Loss::CrossEntropy;
    });
}

/// Nothing that a sequence could be read from.
Done loadedFromNothing() {
    Setup setup;
    setup.sequence.task.clear();
    return loadFiles(setup, {});
}

TEST(SpokenFiles, NoSequence) {
    const Spoken spoken;
    expectSpoken(loadedFromNothing(), "nothing");
}

}  // namespace
}  // namespace rnnscope
