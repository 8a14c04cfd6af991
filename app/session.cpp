// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <vector>

#include "app/document.h"
#include "core/archive.h"

namespace rnnscope {

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
    return writeAtomically(file.toStdString(), toJson(withWholePaths(setup)));
}

Result<std::optional<Setup>> loadLastSetup() {
    const QString file = lastSetupFile();
    if (!QFileInfo::exists(file))
        return std::optional<Setup>();
    const auto text = openFile(file.toStdString());
    if (!text)
        return text.error();
    std::vector<std::string> warnings;
    auto setup = setupFromJson(*text, file.toStdString(), warnings);
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
