// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: opening, saving, what is looked at in them, and what is not saved yet.
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <array>
#include <utility>

#include "app/document_place.h"
#include "app/document_store.h"
#include "app/lessons/lesson_player.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"

namespace rnnscope {

void MainWindow::connectDocuments() {
    connect(store_, &DocumentStore::changed, this, &MainWindow::showTitle);
    showTitle();
}

/// For the File menu.
void MainWindow::addDocumentActions(QMenu* menu) {
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    recent->setObjectName("recent");
    connect(menu, &QMenu::aboutToShow, recent, [this, recent] {
        recent->clear();
        for (const QString& file : DocumentStore::recent()) {
            QString name = QFileInfo(file).fileName();
            QAction* action =
                recent->addAction(name.replace('&', "&&"), this, [this, file] { openPath(file); });
            action->setToolTip(file);
        }
        recent->setEnabled(!recent->isEmpty());
    });
    recent->setToolTipsVisible(true);
    menu->addSeparator();
    menu->addAction(tr("&Save"), QKeySequence("Ctrl+S"), this, [this] { saveDocument(); });
    menu->addAction(tr("Save &as…"), QKeySequence("Ctrl+Shift+S"), this,
                    [this] { saveDocumentAs(); });
}

void MainWindow::showTitle() {
    QString name = store_->isNamed()       ? QFileInfo(store_->file()).completeBaseName()
                   : document_->snapshot() ? sequenceName(document_->snapshot()->setup)
                                           : QString();
    name.replace("[*]", "[*][*]");  // the mark is Qt's
    setWindowTitle(name.isEmpty() ? "RNNScope[*]" : name + "[*] – RNNScope");
    setWindowModified(store_->isModified());
}

/// Goes on at once, or once somebody has said what becomes of unsaved changes. What has no name yet
/// is only asked about where it is left for good: otherwise undo brings it back.
void MainWindow::leaveDocument(const std::function<void()>& next, bool forGood) {
    if (!store_->isModified() || (!store_->isNamed() && !forGood)) {
        next();
        return;
    }
    const QString name =
        store_->isNamed() ? QFileInfo(store_->file()).completeBaseName() : tr("this document");
    if (isPresenting()) {  // nobody is asked in front of a class
        if (forGood) {
            messages_->show(tr("%1 has changes that are not saved. Save them (Ctrl+S), or leave "
                               "presenting (F5) to be asked about them")
                                .arg(name),
                            MessageBar::Tone::Warning);
            return;
        }
        next();
        messages_->show(
            tr("The changes to %1 are not saved; %2 brings them back")
                .arg(name, QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)),
            MessageBar::Tone::Info);
        return;
    }
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, next](int answer) {
        activateWindow();
        if (answer == QMessageBox::Save)
            saveDocument(next);
        else if (answer == QMessageBox::Discard)
            next();
    });
    openDialog(box);
}

/// What has no name comes back at the next start; only what has a file of its own is asked about.
bool MainWindow::mayClose() {
    if (discards_ || !store_->isModified() || !store_->isNamed())
        return true;
    leaveDocument(
        [this] {
            discards_ = store_->isModified();
            close();
        },
        true);
    return false;
}

void MainWindow::openDocument(const QString& file) {
    leaveDocument(
        [this, file] {
            QStringList warnings;
            const auto view = store_->open(file, warnings);
            if (!view) {
                messages_->show(errorText(view.error()), MessageBar::Tone::Error);
                return;
            }
            lessons_->close();
            takeView(*view);
            if (!warnings.isEmpty())
                messages_->show(warnings.front(), MessageBar::Tone::Warning);
        },
        true);
}

/// What was changed in a document and not saved before the program ended without being closed.
void MainWindow::bringBackUnsaved(const Setup& setup) {
    if (savesAlike(setup, document_->setup()) ||
        !document_->change(setup, tr("Unsaved changes of the last time")))
        return;
    const QString undo = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    messages_->show(tr("The program ended before changes to this document were saved. Here they "
                       "are again; %1 takes them back")
                        .arg(undo),
                    MessageBar::Tone::Info);
}

void MainWindow::saveDocument(const std::function<void()>& next) {
    if (store_->isNamed())
        writeDocument(store_->file(), next);
    else
        saveDocumentAs(next);
}

void MainWindow::saveDocumentAs(const std::function<void()>& next) {
    auto* dialog = new QFileDialog(this, tr("Save the document"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString(documentSuffix).mid(1));
    dialog->setNameFilter(tr("Documents (*.rnnscope)"));
    if (store_->isNamed())
        dialog->selectFile(store_->file());
    // Without a window manager nobody else gives the keys back.
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, next](const QString& file) { writeDocument(file, next); });
    openDialog(dialog);
}

void MainWindow::writeDocument(const QString& file, const std::function<void()>& next) {
    if (const auto status = store_->save(file, documentView()); !status) {
        messages_->show(errorText(status.error()), MessageBar::Tone::Error);
        return;
    }
    messages_->show(tr("Saved %1").arg(file), MessageBar::Tone::Info);
    if (next)
        next();
}

/// How the cards stand, or would if none filled the window, nothing was compared and nobody
/// presented.
QByteArray MainWindow::layout() const {
    if (isPresenting())
        return layoutBeforePresenting();
    if (lessons_->isOpen())
        return beforeLesson_;
    if (isComparing())
        return beforeCompare_;
    return beforeMaximize_.isEmpty() ? workspace_->saveState(cardsVersion) : beforeMaximize_;
}

DocumentView MainWindow::documentView() const {
    const Position now = playhead_->position();
    DocumentView view;
    view.phase = phaseWord(now.phase);
    view.step = now.step;
    view.part = now.part;
    view.layer = playhead_->layer();
    view.reverse = playhead_->reverse();
    view.unit = playhead_->unit();
    // Another window size rounds places otherwise; what nobody moved stays as it was saved.
    const QByteArray places = layout();
    view.layout =
        !openedLayout_.empty() && places == placedLayout_ ? openedLayout_ : places.toStdString();
    return view;
}

/// Of a document that was just opened. The place in it follows with its numbers.
void MainWindow::takeView(const DocumentView& view) {
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    opened_ = view;
    openedLayout_.clear();
    const bool comparing = isComparing();
    if (comparing)
        showComparison(false);
    const auto places = QByteArray::fromStdString(view.layout);
    if (workspace_->restoreState(places, cardsVersion)) {  // or they stand as they are
        openedLayout_ = view.layout;
        restored_ = true;
    }
    if (comparing)
        showComparison(true);
}

/// Where the document that was opened stood, once its numbers are shown.
void MainWindow::goToOpened() {
    if (!opened_ || document_->isComputing())
        return;
    const DocumentView view = *std::exchange(opened_, std::nullopt);
    placedLayout_ = layout();
    playhead_->setLayer(view.layer);
    playhead_->setReverse(view.reverse);
    playhead_->setUnit(static_cast<int>(view.unit));
    playhead_->moveTo(positionOf(view, document_->update()));
    beginLessonPage();
}

}  // namespace rnnscope
