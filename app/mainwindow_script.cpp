// SPDX-License-Identifier: GPL-3.0-or-later
// The network on the screen as a PyTorch program.
#include <QFileDialog>

#include "app/mainwindow.h"
#include "app/message_bar.h"
#include "core/archive.h"
#include "core/script/pytorch_script.h"

namespace rnnscope {

void MainWindow::saveScript() {
    if (!document_->snapshot())
        return;
    // What was on the screen when it was asked for, also where training goes on meanwhile.
    const auto text = pytorchScript(*document_->snapshot());
    if (!text) {
        messages_->show(errorText(text.error()), MessageBar::Tone::Error);
        return;
    }
    auto* dialog = new QFileDialog(this, tr("Save as PyTorch script"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("py");
    dialog->setNameFilter(tr("Python scripts (*.py)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, script = *text](const QString& file) {
        const auto status = writeAtomically(file.toStdString(), script);
        messages_->show(status ? tr("Saved %1").arg(file) : errorText(status.error()),
                        status ? MessageBar::Tone::Info : MessageBar::Tone::Error);
    });
    openDialog(dialog);
}

}  // namespace rnnscope
