// SPDX-License-Identifier: GPL-3.0-or-later
// Weights from elsewhere, and those on the screen for elsewhere.
#include <QFileDialog>
#include <QFileInfo>

#include "app/dialogs/weights_dialog.h"
#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "app/plot/plural.h"
#include "core/weights.h"

namespace rnnscope {

void MainWindow::chooseWeights() {
    auto* dialog = new QFileDialog(this, tr("Load weights"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Safetensors (*.safetensors)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openWeights);
    openDialog(dialog);
}

void MainWindow::openWeights(const QString& file) {
    if (!document_->snapshot())
        return;
    const auto refuse = [this](const Error& error) {
        messages_->show(errorText(error), MessageBar::Tone::Error);
    };
    ArrayFile weights{.file = file.toStdString()};
    auto bytes = openFile(weights.file);
    if (!bytes)
        return refuse(bytes.error());
    auto arrays = parseSafetensors(*bytes, weights.file);
    if (!arrays)
        return refuse(arrays.error());
    weights.bytes = std::make_shared<const std::string>(*std::move(bytes));
    weights.arrays = std::make_shared<const std::vector<Array>>(*std::move(arrays));
    // What is of no network at all is told without a dialog in between.
    const Setup& now = document_->setup();
    if (const auto report = weightsReport(weights, *findCell(now.cell)); !report)
        return refuse(report.error());
    auto* dialog =
        new WeightsDialog(std::move(weights), now, document_->snapshot()->shape(), theme_, this);
    connect(dialog, &QDialog::finished, this, &QWidget::activateWindow);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] {
        Setup next = document_->setup();
        dialog->applyTo(next);
        // Untrained: the file's numbers are those before the first update.
        if (document_
                ->change(std::move(next), tr("Load %1").arg(QFileInfo(file).fileName()), {},
                         Start::Untrained)
                .ok())
            playhead_->moveTo({});
    });
    openDialog(dialog);
}

void MainWindow::saveWeightsAs() {
    const auto shown = document_->snapshot();
    if (!shown)
        return;
    // What was on the screen when it was asked for, also where training goes on meanwhile.
    auto* dialog = new QFileDialog(this, tr("Save weights"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("safetensors");
    dialog->setNameFilter(tr("Safetensors (*.safetensors)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown](const QString& file) {
        const auto status =
            saveWeights(file.toStdString(), shown->parameters, *shown->shape().cell);
        messages_->show(
            status ? tr("Saved %1, the weights after %2").arg(file, updatesText(shown->update))
                   : errorText(status.error()),
            status ? MessageBar::Tone::Info : MessageBar::Tone::Error);
    });
    openDialog(dialog);
}

}  // namespace rnnscope
