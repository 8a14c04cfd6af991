// SPDX-License-Identifier: GPL-3.0-or-later
// What comes into the window and what goes out of it: files, figures, the session.
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "app/card.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/figure_sheet.h"
#include "app/document_store.h"
#include "app/lessons/lesson_files.h"
#include "app/lessons/lesson_player.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/panels/table.h"
#include "app/panels/time_card.h"
#include "app/presenter/presenter.h"
#include "app/session.h"
#include "app/words.h"

namespace rnnscope {

void MainWindow::openDefault() {
    (void)document_->change(firstSetup(), tr("Start"));
    store_->beginUntitled();
    kept_ = document_->setup();
}

void MainWindow::openLast() {
    const auto last = loadLastSetup();
    const QString file = DocumentStore::last();
    if (!file.isEmpty()) {
        if (last && *last)
            kept_ = **last;
        openDocument(file);
        if (store_->isNamed()) {
            if (last && *last)
                bringBackUnsaved(**last);
            return;
        }
    }
    if (last && *last && document_->change(**last, tr("Start"))) {
        store_->beginUntitled();
        kept_ = document_->setup();
        resumeLesson();
        return;
    }
    openDefault();
    if (last && file.isEmpty())  // nothing was kept: a first start
        openLesson(ownLessonFiles().constFirst());
    else if (!last)
        messages_->show(tr("The setup of the last time cannot be opened, so this is a new one: %1")
                            .arg(errorText(last.error())),
                        MessageBar::Tone::Info);
}

void MainWindow::openNew() {
    leaveDocument(
        [this] {
            if (!document_->change(firstSetup(), tr("New"), {}, Start::Untrained))
                return;
            lessons_->close();
            store_->beginUntitled();
            playhead_->moveTo({});
        },
        false);
}

/// What the next start begins with. What was opened at this start is there already, or could not be
/// opened and may be another time.
void MainWindow::keepSetup() {
    keep_.stop();
    const Setup& setup = discards_ ? store_->saved() : document_->setup();
    if (!session_ || setup == kept_)
        return;
    if (const auto status = saveLastSetup(setup); !status)
        messages_->show(
            tr("The setup cannot be kept for the next start: %1").arg(errorText(status.error())),
            MessageBar::Tone::Info);
    kept_ = setup;
}

void MainWindow::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a document, a sequence or a setup"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Documents, sequences and setups (*.rnnscope *.csv *.tsv *.tab "
                               "*.json *.npy *.npz *.txt)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    openDialog(dialog);
}

void MainWindow::openPath(const QString& file) {
    const std::string name = file.toStdString();
    if (isDocumentName(file)) {
        openDocument(file);
        return;
    }
    if (file.endsWith(".safetensors", Qt::CaseInsensitive)) {
        openWeights(file);
        return;
    }
    if (file.endsWith(".json", Qt::CaseInsensitive)) {
        const auto text = openFile(name);
        if (!text) {
            messages_->show(errorText(text.error()), MessageBar::Tone::Error);
            return;
        }
        if (text->find("\"rnnscope-document\"") != std::string::npos) {
            openDocument(file);
            return;
        }
        if (text->find("\"rnnscope-lesson\"") != std::string::npos) {
            openLesson(file);
            return;
        }
        if (text->find("rnnscope-setup") != std::string::npos) {
            std::vector<std::string> warnings;
            const auto setup = setupFromJson(*text, name, warnings);
            if (!setup) {
                messages_->show(errorText(setup.error()), MessageBar::Tone::Error);
            } else {
                leaveDocument(
                    [this, setup = *setup, warnings, file] {
                        if (!document_->change(setup, tr("Open %1").arg(QFileInfo(file).fileName()),
                                               {}, Start::Untrained))
                            return;
                        lessons_->close();
                        store_->beginUntitled();
                        playhead_->moveTo({});  // untrained, and from the start
                        if (!warnings.empty())
                            messages_->show(QString::fromStdString(warnings.front()),
                                            MessageBar::Tone::Warning);
                    },
                    false);
            }
            return;
        }
    }
    openSequence(file);
}

void MainWindow::saveSetup() {
    auto* dialog = new QFileDialog(this, tr("Save the setup"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("json");
    dialog->setNameFilter(tr("Setups (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const auto beside = saveSetupFile(document_->setup(), file);
        messages_->show(!beside ? errorText(beside.error())
                        : beside->isEmpty()
                            ? tr("Saved %1").arg(file)
                            : tr("Saved %1, and beside it %2").arg(file, listed(*beside)),
                        beside ? MessageBar::Tone::Info : MessageBar::Tone::Error);
    });
    openDialog(dialog);
}

/// That of the window; a row of the time card too.
Panel* MainWindow::shownPanel(const QString& id) const {
    for (const TimeRow& row : timeRows())
        if (id == QLatin1String(row.id))
            return time_->panel(row.content);
    return static_cast<Panel*>(cards_[id]->content());
}

/// A new panel with the switches of the one in the window.
std::unique_ptr<Panel> MainWindow::panelLikeShown(const PanelKind& kind, const Theme& theme) {
    auto panel = kind.make(theme);
    panel->showLike(*shownPanel(kind.id));
    panel->setGhost(shownGhost());
    return panel;
}

/// Seen in the window now: not hidden, and not behind another tab.
bool MainWindow::isInFront(const PanelKind& kind) const {
    return shownPanel(kind.id)->isVisible();
}

void MainWindow::exportFigure(const QString& panelId) {
    if (!document_->snapshot())
        return;
    const auto kinds = panelKinds();
    const bool any = std::any_of(kinds.begin(), kinds.end(),
                                 [this](const PanelKind& kind) { return isInFront(kind); });
    FigureSources sources;
    for (const PanelKind& kind : kinds)
        sources.panels.push_back(
            {kind.id,
             kind.title(),
             [this, &kind](const Theme& theme) { return panelLikeShown(kind, theme); },
             {},
             any ? isInFront(kind) : kind.inWorkspace});
    sources.snapshot = document_->snapshot();
    sources.analyses = document_->analyses();
    sources.view = view();
    sources.view.quantity.reset();  // the pointer is not in the figure
    sources.chosen = panelId;
    sources.workspaceSize = workspace_->size();
    auto* dialog = new ExportDialog(std::move(sources), theme_, this);
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &ExportDialog::saved, this, [this](const QString& file) {
        messages_->show(tr("Saved %1").arg(file), MessageBar::Tone::Info);
    });
    openDialog(dialog);
}

void MainWindow::copyData(const QString& panelId) {
    const PanelKind* kind = findPanelKind(panelId);
    if (!kind || !document_->snapshot())
        return;
    const auto panel = panelLikeShown(*kind, theme_);
    fillPanel(*panel, document_->snapshot(), view(), document_->analyses());
    qApp->clipboard()->setText(QString::fromStdString(csvText(panel->data())));
    messages_->show(tr("Copied the data of %1 as CSV").arg(kind->title()), MessageBar::Tone::Info);
}

void MainWindow::restoreSession() {
    session_ = true;
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    arranged_ = settings.value("window/arranged").toBool();
    const bool low = settings.value("window/low").toBool();
    if (settings.contains("window/cards") && (arranged_ || low == lowPlaces_))
        restored_ =
            workspace_->restoreState(settings.value("window/cards").toByteArray(), cardsVersion);
    setTheme(settings.value("theme", "light").toString());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    presenter_->leave();
    if (!mayClose()) {
        event->ignore();
        return;
    }
    if (!beforeMaximize_.isEmpty())
        maximize(nullptr);
    keepLesson();
    closeEditor();
    lessons_->close();
    if (isComparing())
        showComparison(false);  // kept are the places to which it gives way
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/cards", workspace_->saveState(cardsVersion));
    settings.setValue("window/arranged", arranged_);
    settings.setValue("window/low", lowPlaces_);
    settings.setValue("theme", theme_.id);
    keepSetup();
    QMainWindow::closeEvent(event);
}

}  // namespace rnnscope
