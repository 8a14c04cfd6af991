// SPDX-License-Identifier: GPL-3.0-or-later
// What the export dialog looks like.
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/dialogs/export_dialog.h"
#include "app/dialogs/picture_pane.h"
#include "app/dialogs/training_film.h"
#include "app/plot/figure_size.h"
#include "app/words.h"

namespace rnnscope {
namespace {

QLabel* heading(const QString& words) {
    auto* label = new QLabel(words);
    label->setProperty("role", "heading");
    return label;
}

/// A row of buttons of which one is down.
QButtonGroup* segments(QHBoxLayout& row, QObject* parent,
                       const std::vector<std::pair<QString, QString>>& choices) {
    auto* group = new QButtonGroup(parent);
    row.setSpacing(4);
    for (const auto& [id, words] : choices) {
        auto* button = new QPushButton(words);
        button->setObjectName(id);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("segment", true);
        group->addButton(button);
        row.addWidget(button, 1);
    }
    group->buttons().constFirst()->setChecked(true);
    return group;
}

constexpr int usualTrainingFrames = 50;
constexpr int mostTrainingFrames = 1000;

QDoubleSpinBox* length(const QString& name) {
    auto* box = new QDoubleSpinBox;
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    return box;
}

}  // namespace

void ExportDialog::build() {
    setWindowTitle(tr("Export figure"));
    const auto gap = qRound(screenTheme_.px(14));
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(gap, gap, gap, gap);
    columns->setSpacing(gap);
    choices_ = buildChoices();
    columns->addWidget(choices_);

    auto* right = new QVBoxLayout;
    right->setSpacing(gap / 2);
    pane_ = new PicturePane(screenTheme_);
    connect(pane_, &PicturePane::resized, &redraw_, qOverload<>(&QTimer::start));
    right->addWidget(pane_, 1);
    facts_ = new QLabel;
    facts_->setProperty("role", "muted");
    right->addWidget(facts_);
    error_ = new QLabel;
    error_->setObjectName("error");
    error_->setTextFormat(Qt::PlainText);
    error_->setWordWrap(true);
    error_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPalette palette = error_->palette();
    palette.setColor(QPalette::WindowText,
                     withContrast(screenTheme_.danger, screenTheme_.ground, 4.5));
    error_->setPalette(palette);
    error_->hide();
    right->addWidget(error_);
    right->addWidget(buildButtons());
    columns->addLayout(right, 1);
    const QSize room = screen()->availableSize() * 0.95;
    resize((QSizeF(1040, 660) * screenTheme_.scale).toSize().boundedTo(room));
    save_->setFocus();
}

QWidget* ExportDialog::buildChoices() {
    auto* side = new QWidget;
    side->setFixedWidth(qRound(screenTheme_.px(290)));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(qRound(screenTheme_.px(6)));
    addPanels(*column);
    addLook(*column);
    addSize(*column);
    addCaption(*column);
    return side;
}

void ExportDialog::addPanels(QVBoxLayout& column) {
    column.addWidget(heading(tr("Panels")));
    whole_ = new QCheckBox(tr("&Whole workspace"));
    connect(whole_, &QCheckBox::stateChanged, this, &ExportDialog::wholeToggled);
    column.addWidget(whole_);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Panels"));
    list_->setSpacing(qRound(screenTheme_.px(2)));
    list_->setMinimumHeight(qRound(screenTheme_.px(96)));
    for (const FigureSource& source : sources_.panels) {
        auto* item = new QListWidgetItem(source.title, list_);
        item->setData(Qt::UserRole, source.id);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        const bool chosen =
            sources_.chosen.isEmpty() ? source.inWorkspace : sources_.chosen == source.id;
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
    connect(list_, &QListWidget::itemChanged, this, [this] {
        applyPreset();
        choiceChanged();
    });
    column.addWidget(list_, 1);
}

void ExportDialog::addLook(QVBoxLayout& column) {
    column.addSpacing(qRound(screenTheme_.px(6)));
    column.addWidget(heading(tr("Format")));
    auto* formats = new QHBoxLayout;
    formats_ = segments(*formats, this,
                        {{"png", "PNG"}, {"svg", "SVG"}, {"pdf", "PDF"}, {"film", tr("Film")}});
    column.addLayout(formats);
    column.addSpacing(qRound(screenTheme_.px(6)));
    column.addWidget(heading(tr("Theme")));
    auto* themes = new QHBoxLayout;
    themes_ = segments(*themes, this,
                       {{"light", tr("Light")},
                        {"print", tr("Print")},
                        {"dark", tr("Dark")},
                        {"projector", tr("Projector")}});
    themes_->buttons()[1]->setToolTip(
        tr("Light, and a signed heatmap keeps its signs when printed in grey"));
    column.addLayout(themes);
    for (QButtonGroup* group : {formats_, themes_})
        connect(group, &QButtonGroup::buttonClicked, this, &ExportDialog::choiceChanged);
}

void ExportDialog::addSize(QVBoxLayout& column) {
    column.addSpacing(qRound(screenTheme_.px(6)));
    column.addWidget(heading(tr("Size")));
    preset_ = new QComboBox;
    preset_->setObjectName("preset");
    preset_->setAccessibleName(tr("Size"));
    for (const FigureSize& each : figureSizes())
        preset_->addItem(wordsOf(each), QString(each.id));
    column.addWidget(preset_);

    auto* size = new QHBoxLayout;
    width_ = length(tr("Width"));
    height_ = length(tr("Height"));
    unit_ = new QComboBox;
    unit_->setObjectName("unit");
    unit_->setAccessibleName(tr("Unit"));
    for (const LengthUnit& unit : lengthUnits())
        unit_->addItem(unit.symbol);
    size->addWidget(width_, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(height_, 1);
    size->addWidget(unit_);
    column.addLayout(size);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(qRound(screenTheme_.px(8)));
    type_ = new QComboBox;
    type_->setObjectName("type");
    for (const int percent : {100, 125, 150, 200})
        type_->addItem(tr("%1 %").arg(percent), percent);
    dpi_ = new QComboBox;
    dpi_->setObjectName("dpi");
    for (const int dpi : {96, 150, 300, 600})
        dpi_->addItem(tr("%1 dpi").arg(dpi), dpi);
    dpi_->setCurrentIndex(dpi_->findData(300));
    const auto add = [&](int row, const QString& words, QComboBox* box) {
        auto* label = new QLabel(words);
        label->setProperty("role", "muted");
        label->setBuddy(box);
        label->setMinimumWidth(
            QFontMetrics(screenTheme_.font()).horizontalAdvance(withoutMnemonic(words)) +
            qRound(screenTheme_.px(6)));
        grid->addWidget(label, row, 0);
        // Words beside it are not cut off for its longest entry.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        grid->addWidget(box, row, 1);
    };
    add(0, tr("&Text and lines"), type_);
    add(1, tr("&Resolution"), dpi_);
    speed_ = new QComboBox;
    speed_->setObjectName("speed");
    for (const int speed : {2, 4, 8, 15, 30})
        speed_->addItem(tr("%1 pictures a second").arg(speed), speed);
    speed_->setCurrentIndex(speed_->findData(8));
    film_ = new QComboBox;
    film_->setObjectName("film-of");
    film_->addItem(tr("the pass"), false);
    film_->addItem(tr("the training"), true);
    every_ = new QSpinBox;
    every_->setObjectName("every");
    every_->setKeyboardTracking(false);
    every_->setPrefix(tr("every "));
    every_->setSuffix(tr(" updates"));
    every_->setAccessibleName(tr("Updates from one picture to the next"));
    const int known = sources_.snapshot ? sources_.snapshot->known : 0;
    every_->setRange(filmEvery(std::max(1, known), mostTrainingFrames), std::max(1, known));
    if (every_->minimum() == 1)
        every_->setSpecialValueText(tr("every update"));
    every_->setValue(filmEvery(std::max(1, known), usualTrainingFrames));
    film_->setToolTip(known > 0 ? QString()
                                : tr("A training can be filmed once the network has been trained"));
    add(2, tr("Film o&f"), film_);
    grid->addWidget(every_, 3, 1);
    add(4, tr("Film s&peed"), speed_);
    grid->setColumnStretch(1, 1);
    column.addLayout(grid);

    connect(preset_, &QComboBox::activated, this, [this] {
        // On a slide the type of a screen is too small to read from the back; of many panels it
        // is all there is room for.
        type_->setCurrentIndex(
            type_->findData(preset().slide && chosenIds().size() == 1 ? 150 : 100));
        applyPreset();
        choiceChanged();
    });
    connect(unit_, &QComboBox::activated, this, &ExportDialog::showSize);
    const auto typed = [this](void (QSizeF::*set)(qreal)) {
        return [this, set](double length) {
            (size_.*set)(length * lengthUnits()[std::size_t(unit_->currentIndex())].pixels);
            preset_->setCurrentIndex(preset_->count() - 1);
            choiceChanged();
        };
    };
    connect(width_, &QDoubleSpinBox::valueChanged, this, typed(&QSizeF::setWidth));
    connect(height_, &QDoubleSpinBox::valueChanged, this, typed(&QSizeF::setHeight));
    connect(every_, &QSpinBox::valueChanged, this, &ExportDialog::choiceChanged);
    for (QComboBox* box : {type_, dpi_, speed_, film_})
        connect(box, &QComboBox::activated, this, &ExportDialog::choiceChanged);
}

void ExportDialog::addCaption(QVBoxLayout& column) {
    column.addSpacing(qRound(screenTheme_.px(6)));
    captionOn_ = new QCheckBox(tr("&Caption"));
    captionOn_->setChecked(true);
    column.addWidget(captionOn_);
    caption_ = new QPlainTextEdit;
    caption_->setAccessibleName(tr("Caption"));
    caption_->setTabChangesFocus(true);
    caption_->setFixedHeight(QFontMetrics(screenTheme_.font()).lineSpacing() * 3 +
                             qRound(screenTheme_.px(20)));
    if (sources_.snapshot)
        caption_->setPlainText(figureCaption(sources_.snapshot->setup, *sources_.snapshot));
    column.addWidget(caption_);
    connect(captionOn_, &QCheckBox::toggled, this, &ExportDialog::choiceChanged);
    connect(caption_, &QPlainTextEdit::textChanged, this, &ExportDialog::choiceChanged);
}

QWidget* ExportDialog::buildButtons() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(screenTheme_.px(8)));
    const auto add = [&](const QString& words) {
        auto* button = new QPushButton(words);
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    data_ = add(tr("Save &data…"));
    copy_ = add(tr("Co&py picture"));
    row->addStretch(1);
    connect(add(tr("Cancel")), &QPushButton::clicked, this, &QDialog::reject);
    save_ = add(tr("&Save…"));
    save_->setProperty("role", "primary");
    save_->setDefault(true);
    connect(data_, &QPushButton::clicked, this, &ExportDialog::chooseData);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copyPicture);
    connect(save_, &QPushButton::clicked, this, &ExportDialog::askFile);
    return bar;
}

}  // namespace rnnscope
