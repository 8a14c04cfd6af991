// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog's films: a pass, step by step, or a training, update by update.
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/figure_film.h"
#include "app/dialogs/training_film.h"
#include "app/panels/table.h"

namespace rnnscope {

bool ExportDialog::filmsTraining() const {
    return isFilm() && film_->isEnabled() && film_->currentData().toBool();
}

/// The caption says of what the pictures are, unless somebody wrote another.
void ExportDialog::fitCaption() {
    if (!sources_.snapshot)
        return;
    const auto caption = [this](bool training) {
        return figureCaption(sources_.snapshot->setup, *sources_.snapshot, training);
    };
    if (caption_->toPlainText() == caption(!filmsTraining())) {
        const QSignalBlocker quiet(caption_);
        caption_->setPlainText(caption(filmsTraining()));
    }
}

QString ExportDialog::filmFacts() const {
    const int frames = filmsTraining()
                           ? int(filmUpdates(sources_.snapshot->known, every_->value()).size())
                           : filmSpan(*sources_.snapshot).frames();
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

namespace {

/// Numbered pictures need a place for the number.
QString withPlace(QString file) {
    if (!namesFilm(file) && file.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        file.insert(file.size() - 4, QStringLiteral("-%03d"));
    return file;
}

}  // namespace

/// Draws and writes all pictures while the dialog stays alive: it tells how far it is, and Cancel
/// stops it.
Done ExportDialog::writeFilm(const QString& file, Film film) {
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
    Done status = saveFilm(withPlace(file), film);
    enable(true);
    saving_ = false;
    return status;
}

Done ExportDialog::saveSteps(const QString& file) {
    const FigureSheet& drawn = sheet();
    const FigureOptions wanted = options();
    const Theme theme = figureTheme();
    const FilmSpan span = filmSpan(*sources_.snapshot);
    Done status = writeFilm(file, filmOf(drawn, wanted, theme, sources_.view,
                                         int(sources_.snapshot->steps()), span, span.frames()));
    for (const auto& panel : drawn.panels)
        panel->setView(sources_.view);
    return status;
}

/// The training is taken once more, away from the window's: what is on the screen stays.
Done ExportDialog::saveTraining(const QString& file) {
    const FigureSheet& drawn = sheet();
    const FigureOptions wanted = options();
    const Theme theme = figureTheme();
    const int last = sources_.snapshot->known;
    TrainingReel reel(
        sources_.snapshot->setup, filmUpdates(last, every_->value()), [this, last](int trained) {
            if (trained < last)
                facts_->setText(tr("Training: update %1 of %2").arg(trained).arg(last));
            QCoreApplication::processEvents();
            return !stop_;
        });
    Done status = writeFilm(file, trainingFilmOf(drawn, wanted, theme, sources_.view, reel));
    for (const auto& panel : drawn.panels)
        fillPanel(*panel, sources_.snapshot, sources_.view, sources_.analyses);
    return status;
}

void ExportDialog::reject() {
    if (saving_)
        stop_ = true;
    else
        QDialog::reject();
}

}  // namespace rnnscope
