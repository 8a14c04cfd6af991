// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/export_dialog.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <algorithm>
#include <utility>

#include "app/dialogs/picture_pane.h"
#include "app/dialogs/training_film.h"
#include "app/panels/table.h"
#include "app/plot/figure_size.h"

namespace rnnscope {
namespace {

constexpr int drawDelay = 60;  // ms: several changes in a row are drawn once

/// The folder that was saved to last.
QString& lastFolder() {
    static QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder;
}

/// A wait cursor for as long as it lives.
struct Waiting {
    Waiting() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Waiting() { QApplication::restoreOverrideCursor(); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
};

}  // namespace

ExportDialog::ExportDialog(FigureSources sources, const Theme& screenTheme, QWidget* parent)
    : QDialog(parent), sources_(std::move(sources)), screenTheme_(screenTheme) {
    setWindowModality(Qt::WindowModal);
    redraw_.setSingleShot(true);
    redraw_.setInterval(drawDelay);
    connect(&redraw_, &QTimer::timeout, this, &ExportDialog::drawPreview);
    build();
    recall();
    applyPreset();
    choiceChanged();
}

ExportDialog::~ExportDialog() = default;

QStringList ExportDialog::chosenIds() const {
    QStringList ids;
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->checkState() == Qt::Checked)
            ids << list_->item(row)->data(Qt::UserRole).toString();
    return ids;
}

/// Of the panels that make up the workspace's figure.
QStringList ExportDialog::workspaceIds() const {
    QStringList ids;
    for (const FigureSource& source : sources_.panels)
        if (source.inWorkspace)
            ids << source.id;
    return ids;
}

QString ExportDialog::format() const {
    return formats_->checkedButton()->objectName();
}

Theme ExportDialog::figureTheme() const {
    Theme theme = *Theme::find(themes_->checkedButton()->objectName());
    theme.scale *= type_->currentData().toInt() / 100.0;
    return theme;
}

FigureOptions ExportDialog::options() const {
    FigureOptions options;
    options.size = size_;
    options.dpi = isFilm() ? 96 : dpi_->currentData().toInt();
    if (captionOn_->isChecked())
        options.caption = caption_->toPlainText().trimmed();
    // What fills a slide must not be higher than the slide for its caption.
    if (&preset() != &figureSizes().front())
        options.size.rheight() = std::max(
            1.0, size_.height() - captionHeight(options.caption, size_.width(), figureTheme()));
    return options;
}

std::unique_ptr<Panel> ExportDialog::makePanel(const FigureSource& source,
                                               const Theme& theme) const {
    auto panel = source.make(theme);
    fillPanel(*panel, sources_.snapshot, sources_.view, sources_.analyses);
    return panel;
}

const FigureSheet& ExportDialog::sheet() {
    const Theme theme = figureTheme();
    const QStringList ids = chosenIds();
    const QString key =
        QStringLiteral("%1 %2 %3").arg(theme.id).arg(theme.scale).arg(ids.join(' '));
    if (key != std::exchange(sheetKey_, key)) {
        sheet_ = {};
        for (const FigureSource& source : sources_.panels)
            if (sources_.snapshot && ids.contains(source.id))
                sheet_.add(source.id, source.title, makePanel(source, theme));
    }
    // A film of the training has all of the pass in each picture.
    const View view =
        filmsTraining() ? wholePass(sources_.view, *sources_.snapshot) : sources_.view;
    for (const auto& panel : sheet_.panels)
        panel->setView(view);
    return sheet_;
}

void ExportDialog::choiceChanged() {
    const QStringList chosen = chosenIds();
    const QSignalBlocker quiet(whole_);
    whole_->setCheckState(chosen.isEmpty()           ? Qt::Unchecked
                          : chosen == workspaceIds() ? Qt::Checked
                                                     : Qt::PartiallyChecked);
    const bool drawable = !chosen.isEmpty() && sources_.snapshot;
    for (QPushButton* button : {save_, copy_, data_})
        button->setEnabled(drawable);
    dpi_->setEnabled(format() == "png");
    speed_->setEnabled(isFilm());
    film_->setEnabled(isFilm() && sources_.snapshot && sources_.snapshot->known > 0);
    every_->setVisible(filmsTraining());
    fitCaption();
    caption_->setEnabled(captionOn_->isChecked());
    error_->hide();
    redraw_.start();
}

void ExportDialog::wholeToggled() {
    // Never rests half-way by the user's hand.
    const QStringList wanted =
        whole_->checkState() != Qt::Unchecked ? workspaceIds() : QStringList();
    {
        const QSignalBlocker quiet(list_);
        for (int row = 0; row < list_->count(); ++row) {
            QListWidgetItem* item = list_->item(row);
            item->setCheckState(
                wanted.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    applyPreset();
    choiceChanged();
}

QSizeF ExportDialog::screenSize() {
    const QStringList ids = chosenIds();
    if (ids.size() == 1)
        for (const FigureSource& source : sources_.panels)
            if (source.id == ids.first()) {
                if (!source.screenSize.isEmpty())
                    return source.screenSize;
                const FigureSheet& drawn = sheet();
                return drawn.panels.empty() ? QSizeF(800, 450) : drawn.goodSize();
            }
    return sources_.workspaceSize;
}

const FigureSize& ExportDialog::preset() const {
    return figureSizes()[std::size_t(preset_->currentIndex())];
}

void ExportDialog::applyPreset() {
    if (&preset() == &figureSizes().front())
        size_ = screenSize();
    else if (!preset().size.isEmpty())
        size_ = preset().size;
    showSize();
}

void ExportDialog::showSize() {
    const LengthUnit& unit = lengthUnits()[std::size_t(unit_->currentIndex())];
    for (const auto& [box, pixels] :
         {std::pair{width_, size_.width()}, {height_, size_.height()}}) {
        const QSignalBlocker quiet(box);
        box->setDecimals(unit.decimals);
        box->setRange(100 / unit.pixels, 8000 / unit.pixels);
        box->setValue(pixels / unit.pixels);
    }
}

void ExportDialog::drawPreview() {
    const FigureSheet& drawn = sheet();
    if (drawn.panels.empty()) {
        pane_->setPicture({}, sources_.snapshot ? tr("Choose at least one panel.")
                                                : tr("There are no numbers to draw yet."));
        facts_->clear();
        return;
    }
    const FigureOptions wanted = options();
    const double ratio = pane_->devicePixelRatioF();
    const QSizeF room = pane_->room();
    const auto fitting = [&](const QSizeF& size) {
        return std::min({1.0, room.width() / size.width(), room.height() / size.height()});
    };
    double scale = fitting(wanted.size);
    QImage image = figureImage(wanted, drawn, figureTheme(), scale * ratio);
    const QSizeF whole = QSizeF(image.size()) / (scale * ratio);
    if (whole.height() * scale > room.height() + 1) {  // the caption needs room as well
        scale = fitting(whole);
        image = figureImage(wanted, drawn, figureTheme(), scale * ratio);
    }
    image.setDevicePixelRatio(ratio);
    pane_->setPicture(image);

    const double inches = 1 / 96.0;
    QString facts = tr("%1 × %2 px").arg(qRound(whole.width())).arg(qRound(whole.height()));
    if (format() == "png") {
        const double dots = wanted.dpi * inches;
        facts =
            tr("%1 × %2 dots").arg(qRound(whole.width() * dots)).arg(qRound(whole.height() * dots));
    }
    if (isFilm()) {
        facts_->setText(facts + QStringLiteral(" · ") + filmFacts());
        return;
    }
    facts_->setText(tr("%1, %2 × %3 cm · shown at %4 %")
                        .arg(facts)
                        .arg(whole.width() * inches * 2.54, 0, 'f', 1)
                        .arg(whole.height() * inches * 2.54, 0, 'f', 1)
                        .arg(qRound(100 * scale)));
}

void ExportDialog::showError(const QString& message) {
    error_->setText(message);
    error_->show();
}

QFileDialog* ExportDialog::fileDialog(const QString& title, const QString& name,
                                      const QString& suffix, const QString& filter) {
    auto* dialog = new QFileDialog(this, title, lastFolder(), filter);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void ExportDialog::askFile() {
    if (isFilm()) {
        askFilmFile();
        return;
    }
    const QStringList ids = chosenIds();
    const QString name = ids.size() == 1 ? ids.first() : QStringLiteral("workspace");
    const QString filter = format() == "png"   ? tr("PNG picture (*.png)")
                           : format() == "svg" ? tr("SVG drawing (*.svg)")
                                               : tr("PDF document (*.pdf)");
    QFileDialog* dialog = fileDialog(tr("Save figure"), name + "." + format(), format(), filter);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::saveTo);
    dialog->open();
}

void ExportDialog::saveTo(const QString& file) {
    error_->hide();
    Done status = rnnscope::done();
    if (isFilm()) {
        status = filmsTraining() ? saveTraining(file) : saveSteps(file);
        if (stop_) {
            drawPreview();
            return;
        }
    } else {
        const Waiting waiting;
        status = saveFigure(file, options(), sheet(), figureTheme());
    }
    if (!status) {
        showError(QString::fromStdString(status.error().text()));
        return;
    }
    lastFolder() = QFileInfo(file).absolutePath();
    remember();
    Q_EMIT saved(file);
    accept();
}

void ExportDialog::chooseData() {
    const QStringList ids = chosenIds();
    if (ids.size() == 1) {
        askDataFile(ids.first());
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FigureSource& source : sources_.panels)
        if (ids.contains(source.id))
            menu->addAction(source.title, this, [this, id = source.id] { askDataFile(id); });
    menu->popup(data_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ExportDialog::askDataFile(const QString& panelId) {
    QFileDialog* dialog =
        fileDialog(tr("Save data"), panelId + ".csv", QStringLiteral("csv"),
                   tr("CSV table (*.csv)") + QStringLiteral(";;") + tr("NumPy arrays (*.npz)"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, panelId](const QString& filter) {
        const QString suffix =
            filter.contains(QStringLiteral("npz")) ? QStringLiteral("npz") : QStringLiteral("csv");
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(panelId + "." + suffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, panelId](const QString& file) { saveDataTo(panelId, file); });
    dialog->open();
}

void ExportDialog::saveDataTo(const QString& panelId, const QString& file) {
    error_->hide();
    for (const FigureSource& source : sources_.panels) {
        if (source.id != panelId)
            continue;
        const Done status = saveTable(file, makePanel(source, figureTheme())->data());
        if (!status) {
            showError(QString::fromStdString(status.error().text()));
            return;
        }
        lastFolder() = QFileInfo(file).absolutePath();
        Q_EMIT saved(file);
        accept();
        return;
    }
}

void ExportDialog::copyPicture() {
    const Waiting waiting;
    const FigureOptions wanted = options();
    const double scale = format() == "png" ? wanted.dpi / 96.0 : 2.0;
    const double pixels = wanted.size.width() * wanted.size.height() * scale * scale;
    constexpr double most = 60e6;  // programs that paste refuse more
    if (pixels > most) {
        showError(tr("The picture is too large to copy; choose fewer dots per inch, or save it."));
        return;
    }
    QApplication::clipboard()->setImage(figureImage(wanted, sheet(), figureTheme(), scale));
    facts_->setText(tr("Copied to the clipboard."));
}

}  // namespace rnnscope
