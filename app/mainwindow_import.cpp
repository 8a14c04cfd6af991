// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences that come into the window: opened, dropped, pasted.
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>

#include "app/dialogs/import_dialog.h"
#include "app/document_store.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"

namespace rnnscope {
namespace {

/// A local file among what was copied or dragged; empty where there is none.
QString firstFile(const QMimeData& data) {
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

}  // namespace

/// `file` is empty where the sequence has none.
void MainWindow::askHowToRead(ImportDialog* dialog, const QString& file) {
    // Without a window manager nobody else gives the keys back.
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] {
        Setup next = document_->setup();
        dialog->applyTo(next);
        const QString what =
            file.isEmpty() ? tr("Paste a sequence") : tr("Open %1").arg(QFileInfo(file).fileName());
        if (!document_->change(std::move(next), what).ok())
            return;
        playhead_->toStart();
        if (!file.isEmpty())
            DocumentStore::remember(file);
    });
    openDialog(dialog);
}

void MainWindow::openSequence(const QString& file) {
    // What cannot even be opened is told without a dialog in between.
    if (!QFileInfo(file).isReadable() || QFileInfo(file).isDir()) {
        if (const auto bytes = openFile(file.toStdString()); !bytes) {
            messages_->show(errorText(bytes.error()), MessageBar::Tone::Error);
            return;
        }
    }
    askHowToRead(new ImportDialog(file, theme_, this), file);
}

/// Text that has no file, whatever it holds.
void MainWindow::openText(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    askHowToRead(
        new ImportDialog(std::make_shared<const std::string>(utf8.toStdString()), theme_, this),
        {});
}

void MainWindow::pasteSequence() {
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    if (const QString file = copied ? firstFile(*copied) : QString(); !file.isEmpty())
        openPath(file);
    else if (copied && !copied->text().trimmed().isEmpty())
        openText(copied->text());
    else
        messages_->show(tr("There is no text to paste; copy a table or a text first"),
                        MessageBar::Tone::Info);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QMimeData& dropped = *event->mimeData();
    const QString file = firstFile(dropped);
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        openPath(file);
        if (const auto count = dropped.urls().size(); count > 1)
            messages_->show(tr("%L1 files were dropped; this is the first, %2")
                                .arg(count)
                                .arg(QFileInfo(file).fileName()),
                            MessageBar::Tone::Info);
    } else if (!dropped.hasUrls() && !dropped.text().trimmed().isEmpty()) {
        event->acceptProposedAction();
        openText(dropped.text());
    } else {
        messages_->show(tr("Only files of this computer can be opened"), MessageBar::Tone::Error);
    }
}

}  // namespace rnnscope
