// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/document_file.h"

namespace rnnscope {

class Document;

/// Where the document lies as a file, and whether what is there now has been saved. Owns the list
/// of the documents and sequences that were open lately.
class DocumentStore : public QObject {
    Q_OBJECT

  public:
    static constexpr int mostRecent = 10;

    explicit DocumentStore(Document* document, QObject* parent = nullptr);

    /// Empty where it was never saved.
    const QString& file() const { return file_; }
    bool isNamed() const { return !file_.isEmpty(); }
    /// Something would be saved otherwise than it was saved last, or than it was at the start. The
    /// view, and how far it is trained, do not count: the one is nobody's work, the other follows.
    bool isModified() const { return modified_; }
    /// The setup that was saved last.
    const Setup& saved() const { return saved_; }

    /// Opens a document in place of everything; an error leaves all as it was. Its view is returned
    /// for the window.
    Result<DocumentView> open(const QString& file, QStringList& warnings);
    Done save(const QString& file, const DocumentView& view);
    /// What is there now has no file of its own, and nothing about it needs to be saved.
    void beginUntitled();

    /// The document that was open when the program ended, however it did; empty where it had no
    /// file, or the file is gone.
    static QString last();
    /// A file that was opened comes first among the recent ones; a sequence too.
    static void remember(const QString& file);
    /// Files that are still there, the last first.
    static QStringList recent();

  signals:
    /// The file, or whether it is saved.
    void changed();

  private:
    void settleOn(const QString& file);
    void compare();

    Document* document_;
    QString file_;
    Setup saved_;
    bool modified_ = false;
};

/// The end of a document's name, with its dot.
inline constexpr char documentSuffix[] = ".rnnscope";

/// Whether a file of this name is a document.
bool isDocumentName(const QString& file);

}  // namespace rnnscope
