// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <vector>

#include "app/document.h"
#include "core/archive.h"
#include "core/document_file.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostKeptBytes = std::size_t{4} << 20;

/// Of the files that a setup has read.
std::size_t bytesOf(const Setup& setup) {
    std::size_t bytes = 0;
    for (const FileBytes& each :
         {setup.sequence.bytes, setup.target.bytes, setup.weights.bytes, setup.initialState.bytes})
        bytes += each ? each->size() : 0;
    return bytes;
}

/// Of a document, or alone.
Result<Setup> setupIn(const std::string& text, const std::string& file) {
    std::vector<std::string> warnings;
    if (text.find("\"rnnscope-document\"") == std::string::npos)
        return setupFromJson(text, file, warnings);
    auto content = documentFromJson(text, file, warnings);
    if (!content)
        return content.error();
    return std::move(content->setup);
}

}  // namespace

Setup firstSetup() {
    const std::string file = ":/setups/first.json";
    std::vector<std::string> warnings;
    return setupFromJson(openFile(file).value(), file, warnings).value();
}

QString lastSetupFile() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath("last-setup.json");
}

Done saveLastSetup(const Setup& setup) {
    const QString file = lastSetupFile();
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error{"its folder cannot be made; allow writing to it", file.toStdString()};
    // With its files, which may be gone by then; not with large ones, which take long to write.
    const Setup whole = withWholePaths(setup);
    const auto text = bytesOf(whole) <= mostKeptBytes
                          ? toJson(DocumentContent{whole, std::nullopt, {}}, FileNames::Whole)
                          : Result<std::string>(toJson(whole));
    if (!text)
        return text.error();
    return writeAtomically(file.toStdString(), *text);
}

Result<std::optional<Setup>> loadLastSetup() {
    const QString file = lastSetupFile();
    if (!QFileInfo::exists(file))
        return std::optional<Setup>();
    const auto text = openFile(file.toStdString());
    if (!text)
        return text.error();
    auto setup = setupIn(*text, file.toStdString());
    if (!setup)
        return setup.error();
    Done status = loadFiles(*setup, openFile);
    if (status)
        status = check(*setup);
    if (!status)
        return status.error();
    return std::optional(*std::move(setup));
}

Setup withWholePaths(Setup setup) {
    const auto complete = [](std::string& file) {
        if (!file.empty() && !file.starts_with(":"))
            file = QFileInfo(QString::fromStdString(file)).absoluteFilePath().toStdString();
    };
    complete(setup.sequence.file);
    complete(setup.weights.file);
    complete(setup.initialState.file);
    if (setup.target.kind == TargetSource::Kind::File)
        complete(setup.target.name);
    return setup;
}

}  // namespace rnnscope
