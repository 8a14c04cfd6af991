// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <vector>

#include "app/document.h"
#include "core/archive.h"
#include "core/document_file.h"
#include "core/drawing.h"
#include "core/sentence.h"

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

/// Whether a file is there and holds just this.
bool holds(const QString& name, const std::string& bytes) {
    QFile file(name);
    return file.size() == qint64(bytes.size()) && file.open(QIODevice::ReadOnly) &&
           file.readAll() == QByteArrayView(bytes.data(), qsizetype(bytes.size()));
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
        return Error{Sentence::tr("its folder cannot be made; allow writing to it"),
                     file.toStdString()};
    // With its files, which may be gone by then; not with large ones, which take long to write.
    const Setup whole = withWholePaths(setup);
    // A drawing lies nowhere else.
    const auto text = bytesOf(whole) <= mostKeptBytes || isDrawn(whole)
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

FreeName freeBeside(const QString& file, const QString& name, const std::string& bytes) {
    const QFileInfo to(file), from(name);
    QString base = from.completeBaseName();
    base.remove(QLatin1Char(':'));
    const QString start = to.completeBaseName() + QLatin1Char('-') + base;
    const QString end = from.suffix().isEmpty() ? QString() : QLatin1Char('.') + from.suffix();
    QString free = to.absoluteDir().filePath(start + end);
    for (int k = 2; QFileInfo::exists(free) && !holds(free, bytes); ++k)
        free = to.absoluteDir().filePath(start + QStringLiteral("-%1").arg(k) + end);
    return {free, holds(free, bytes)};
}

Result<Setup> withFilesBeside(const Setup& setup, const QString& file, QStringList& written) {
    Setup named = withWholePaths(setup);
    const auto keep = [&](std::string& name, const FileBytes& bytes) -> Done {
        const bool own = name.starts_with(":") && name != drawnFile;
        if (name.empty() || own || !bytes || holds(QString::fromStdString(name), *bytes))
            return done();
        const auto [free, stands] = freeBeside(file, QString::fromStdString(name), *bytes);
        if (!stands)
            if (auto status = writeAtomically(free.toStdString(), *bytes); !status)
                return status;
        // A target is told from the words for other kinds of it.
        written << QFileInfo(free).fileName();
        name = "./" + written.back().toStdString();
        return done();
    };
    Done status = done();
    if (named.sequence.task.empty())
        status = keep(named.sequence.file, named.sequence.bytes);
    if (status && named.target.kind == TargetSource::Kind::File)
        status = keep(named.target.name, named.target.bytes);
    if (status)
        status = keep(named.weights.file, named.weights.bytes);
    if (status)
        status = keep(named.initialState.file, named.initialState.bytes);
    if (!status)
        return status.error();
    return named;
}

Result<QStringList> saveSetupFile(const Setup& setup, const QString& file) {
    QStringList written;
    const auto named = withFilesBeside(setup, file, written);
    if (!named)
        return named.error();
    if (auto status = writeAtomically(file.toStdString(), toJson(*named)); !status)
        return status.error();
    return written;
}

Setup withWholePaths(Setup setup) {
    const auto complete = [](std::string& file) {
        // What was pasted, or came along in a document, has a name but no place.
        const QFileInfo info(QString::fromStdString(file));
        if (!file.empty() && !file.starts_with(":") && info.exists())
            file = info.absoluteFilePath().toStdString();
    };
    complete(setup.sequence.file);
    complete(setup.weights.file);
    complete(setup.initialState.file);
    if (setup.target.kind == TargetSource::Kind::File)
        complete(setup.target.name);
    return setup;
}

}  // namespace rnnscope
