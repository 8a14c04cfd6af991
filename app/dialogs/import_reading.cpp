// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/import_reading.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cassert>
#include <new>
#include <utility>

#include "app/document.h"
#include "app/plot/number.h"
#include "app/words.h"
#include "core/readers/encoding.h"
#include "core/samples.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("rnnscope::ImportDialog", text);
}

/// Runs a reading so that even a file beyond the memory ends in a message.
template <class T, class Read>
Result<T> guarded(const std::string& name, Read read) {
    try {
        return read();
    } catch (const std::bad_alloc&) {
        return Error{
            Sentence::tr(
                "there is not enough memory to read the file; pick fewer columns or shorten it"),
            name};
    }
}

/// What the content looks like, where the name does not tell.
const Reader& readerByContent(std::string_view bytes, const ReadOptions& given) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string_view::npos && (bytes[first] == '[' || bytes[first] == '{'))
        return readerNamed("json");
    const auto sheet = sheetOfCsv(bytes, given, {});
    // What is no text at all is best explained as a table.
    return readerNamed(!sheet || looksLikeTable(*sheet) ? "csv" : "text");
}

Result<std::vector<Array>> arraysOf(const Reader& reader, std::string_view bytes,
                                    const std::string& name) {
    if (reader.id == "npz")
        return parseNpz(bytes, name);
    auto array = parseNpy(bytes, name);
    if (!array)
        return array.error();
    std::vector<Array> arrays;
    arrays.push_back(std::move(array).value());
    return arrays;
}

Result<Recognised> recogniseBytes(const ImportSource& source, const FileBytes& bytes,
                                  ReadOptions given) {
    if (given.encoding.empty() && (!source.reader || isWritten(*source.reader)))
        given.encoding = recogniseEncoding(*bytes);
    const Reader& reader = source.reader ? *source.reader : readerByContent(*bytes, given);
    Recognised file{bytes, &reader, given.encoding, {}, {}};
    if (reader.id == "csv") {
        auto sheet = sheetOfCsv(*bytes, given, source.name);
        if (!sheet)
            return sheet.error();
        file.sheet = std::move(sheet).value();
        return file;
    }
    if (!isWritten(reader)) {
        const auto arrays = arraysOf(reader, *bytes, source.name);
        if (!arrays)
            return arrays.error();
        file.sheet = sheetOfArrays(*arrays);
        return file;
    }
    const auto text = toUtf8(*bytes, given.encoding, source.name);
    if (!text)
        return text.error();
    if (reader.id == "text") {
        constexpr qsizetype shown = 4000;  // characters
        const std::string_view start = text->text.substr(0, std::size_t{4} * shown);
        file.start = QString::fromUtf8(start.data(), qsizetype(start.size())).left(shown);
        return file;
    }
    if (auto sheet = sheetOfJson(text->text)) {
        file.sheet = *std::move(sheet);
        return file;
    }
    const auto read = reader.read(*bytes, given, source.name);
    return read ? Error{Sentence::tr("the file holds nothing that can be shown as a table"),
                        source.name}
                : read.error();
}

/// "x: mean 280.3, standard deviation 119.5".
QString scalingText(const Setup& setup, const Problem& problem) {
    if (setup.sequence.scaling == Scaling::LogDifferences)
        return words(QT_TRANSLATE_NOOP("rnnscope::ImportDialog",
                                       "ln(xₜ / xₜ₋₁) of each step, the first left out"));
    if (!problem.unscaling)
        return {};
    constexpr Index most = 3;          // columns with figures
    constexpr qsizetype longest = 24;  // of a name
    const Unscaling& way = *problem.unscaling;
    const Index rows = way.offset.size();
    QStringList parts;
    for (Index row = 0; row < std::min(rows, most); ++row) {
        const double from = way.offset(row);
        const double width = way.factor(row);
        const auto number = [](double value) { return QString::number(value, 'g', 4); };
        const QString figures =
            way.kind == Scaling::Standard
                ? words(
                      QT_TRANSLATE_NOOP("rnnscope::ImportDialog", "mean %1, standard deviation %2"))
                      .arg(number(from), number(width))
                : words(QT_TRANSLATE_NOOP("rnnscope::ImportDialog", "0 to 1 from %1 … %2"))
                      .arg(number(from), number(from + width));
        const bool target = setup.target.kind == TargetSource::Kind::Column;
        QString name = QString::fromStdString(
            target ? setup.target.name : problem.inputNames[static_cast<std::size_t>(row)]);
        if (name.size() > longest)
            name = name.left(longest) + QStringLiteral("…");
        parts << (rows == 1 && !target ? figures : labelled(name, figures));
    }
    if (rows > most)
        parts << QStringLiteral("…");
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

bool isWritten(const Reader& reader) {
    return reader.id == "csv" || reader.id == "json" || reader.id == "text";
}

const Reader& readerNamed(std::string_view id) {
    const auto all = readers();
    const auto found =
        std::find_if(all.begin(), all.end(), [id](const Reader& each) { return each.id == id; });
    assert(found != all.end());
    return *found;
}

Result<Recognised> recognise(const ImportSource& source, const ReadOptions& given,
                             FileBytes& bytes) {
    bytes = source.bytes;
    return guarded<Recognised>(source.name, [&]() -> Result<Recognised> {
        if (!bytes) {
            auto read = openFile(source.file);
            if (!read) {
                Error error = read.error();
                error.file = source.name;
                return error;
            }
            bytes = std::make_shared<const std::string>(std::move(read).value());
        }
        return recogniseBytes(source, bytes, given);
    });
}

Result<ReadColumns> readColumns(const Recognised& file, const ReadOptions& options,
                                const std::string& name) {
    constexpr double large = 3;
    auto read = guarded<Table>(name, [&] { return file.reader->read(*file.bytes, options, name); });
    if (!read)
        return read.error();
    ReadColumns columns;
    columns.table = std::make_shared<const Table>(std::move(read).value());
    const Table& table = *columns.table;
    if (file.reader->id == "csv" && options.missing == Missing::Drop)
        columns.dropped =
            countRows(*file.bytes, options) - static_cast<std::size_t>(table.values.rows());
    if (table.vocabulary.empty())
        columns.large = table.values.size() > 0 && table.values.cwiseAbs().maxCoeff() > large;
    else
        columns.vocabulary = vocabularyOf(table);
    return columns;
}

Outlook outlookOf(const Setup& setup) {
    Outlook outlook;
    const SequenceSource& source = setup.sequence;
    const auto [first, last] = source.table->rowsOf(source.shown);
    outlook.first = first;
    outlook.last = last;
    const auto problem = guarded<Problem>(source.file, [&]() -> Result<Problem> {
        Setup whole = setup;
        whole.sequence.skip = 0;
        whole.sequence.length.reset();
        Random random = taskRandom(whole, 0);
        const auto all = readSample(whole, 0, random);
        if (!all)
            return all.error();
        outlook.most = all->sample.input.cols();
        return assemble(setup);
    });
    if (!problem) {
        outlook.error = problem.error();
        return outlook;
    }
    outlook.steps = problem->input.cols();
    // A next value and a logarithm's first need a row more each.
    const Index more = (setup.target.kind == TargetSource::Kind::Next ? 1 : 0) +
                       (source.scaling == Scaling::LogDifferences ? 1 : 0);
    outlook.first = std::min(last, first + source.skip * source.resample);
    outlook.last = std::min(last, outlook.first + (outlook.steps + more) * source.resample);
    outlook.scaling = scalingText(setup, *problem);
    return outlook;
}

}  // namespace rnnscope
