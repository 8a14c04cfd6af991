// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog's films: a pass, step by step.
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/figure_film.h"

namespace rnnscope {

QString ExportDialog::filmFacts() const {
    const int frames = filmSpan(*sources_.snapshot).frames();
    return tr("%1 pictures, %2 s")
        .arg(frames)
        .arg(double(frames) / speed_->currentData().toInt(), 0, 'f', 1);
}

void ExportDialog::askFilmFile() {
    const QStringList ids = chosenIds();
    const QString name = ids.size() == 1 ? ids.first() : QStringLiteral("workspace");
    QStringList filters{tr("Animated GIF (*.gif)")};
    // Written by another program, which not everybody has.
    if (!QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
        filters << tr("MP4 film (*.mp4)");
    filters << tr("Numbered pictures (*.png)");
    QFileDialog* dialog = fileDialog(tr("Save film"), name + ".gif", QStringLiteral("gif"),
                                     filters.join(QStringLiteral(";;")));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        const QString suffix = filter.section(QStringLiteral("*."), 1).chopped(1);
        dialog->setDefaultSuffix(suffix);
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QFileInfo(chosen.front()).completeBaseName() + "." + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::saveTo);
    dialog->open();
}

/// Draws and writes all pictures while the dialog stays alive: it tells how far it is, and Cancel
/// stops it.
Done ExportDialog::saveSteps(const QString& chosen) {
    QString file = chosen;
    if (!namesFilm(file) && file.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        file.insert(file.size() - 4, QStringLiteral("-%03d"));
    const FigureSheet& drawn = sheet();
    const FigureOptions wanted = options();
    const Theme theme = figureTheme();
    const FilmSpan span = filmSpan(*sources_.snapshot);
    Film film = filmOf(drawn, wanted, theme, sources_.view, int(sources_.snapshot->steps()), span,
                       span.frames());
    film.perSecond = speed_->currentData().toInt();
    film.goOn = [this, frames = film.frames](int frame) {
        facts_->setText(tr("Picture %1 of %2").arg(frame + 1).arg(frames));
        QCoreApplication::processEvents();
        return !stop_;
    };
    saving_ = true;
    stop_ = false;
    const auto enable = [this](bool on) {
        choices_->setEnabled(on);
        for (QPushButton* button : {save_, copy_, data_})
            button->setEnabled(on);
    };
    enable(false);
    Done status = saveFilm(file, film);
    enable(true);
    saving_ = false;
    for (const auto& panel : drawn.panels)
        panel->setView(sources_.view);
    return status;
}

void ExportDialog::reject() {
    if (saving_)
        stop_ = true;
    else
        QDialog::reject();
}

}  // namespace rnnscope
