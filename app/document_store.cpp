// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document_store.h"

#include <QFileInfo>
#include <QSettings>
#include <utility>

#include "app/document.h"

namespace rnnscope {
namespace {

const QString recentKey = QStringLiteral("documents/recent");

/// Of the last time: the document that was open; empty where it had no file.
const QString lastKey = QStringLiteral("documents/last");

}  // namespace

bool isDocumentName(const QString& file) {
    return file.endsWith(QLatin1String(documentSuffix), Qt::CaseInsensitive);
}

DocumentStore::DocumentStore(Document* document, QObject* parent)
    : QObject(parent), document_(document), saved_(document->setup()) {
    connect(document_, &Document::setupChanged, this, &DocumentStore::compare);
}

Result<DocumentView> DocumentStore::open(const QString& file, QStringList& warnings) {
    const QString path = QFileInfo(file).absoluteFilePath();
    const std::string name = path.toStdString();
    const auto text = readBytes(name, mostDocumentBytes);
    if (!text)
        return text.error();
    std::vector<std::string> told;
    auto content = documentFromJson(*text, name, told);
    if (!content)
        return content.error();
    DocumentView view = content->view;
    if (const auto status = document_->open(*std::move(content)); !status) {
        Error error = status.error();
        if (error.file.empty())
            error.file = name;
        return error;
    }
    for (const std::string& warning : told)
        warnings << QString::fromStdString(warning);
    settleOn(path);
    return view;
}

Done DocumentStore::save(const QString& file, const DocumentView& view) {
    DocumentContent content = document_->content();
    content.view = view;
    if (auto status = saveDocument(file.toStdString(), content); !status)
        return status;
    settleOn(QFileInfo(file).absoluteFilePath());
    return done();
}

void DocumentStore::beginUntitled() {
    file_.clear();
    QSettings().remove(lastKey);
    saved_ = document_->setup();
    modified_ = false;
    Q_EMIT changed();
}

void DocumentStore::settleOn(const QString& file) {
    file_ = file;
    saved_ = document_->setup();
    modified_ = false;
    remember(file);
    QSettings().setValue(lastKey, file);
    Q_EMIT changed();
}

void DocumentStore::compare() {
    const bool modified = !savesAlike(document_->setup(), saved_);
    if (std::exchange(modified_, modified) != modified)
        Q_EMIT changed();
}

QString DocumentStore::last() {
    const QString file = QSettings().value(lastKey).toString();
    return QFileInfo(file).isFile() ? file : QString();
}

void DocumentStore::remember(const QString& file) {
    if (file.startsWith(':'))
        return;  // the program's own have a menu of their own
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recent();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(recentKey, files.mid(0, mostRecent));
}

QStringList DocumentStore::recent() {
    QStringList there;
    for (const QString& file : QSettings().value(recentKey).toStringList())
        if (QFileInfo(file).isFile())
            there << file;
    return there;
}

}  // namespace rnnscope
