// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_column.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

#include "app/hold_field.h"
#include "app/setup_facts.h"
#include "app/setup_thumbnail.h"
#include "app/setup_widgets.h"
#include "app/words.h"
#include "core/weights_report.h"

namespace rnnscope {

namespace {

constexpr double columnWidth = 290;
constexpr double labelWidth = 86;
constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr Index longestDragged = 1000;  // of a task that sets no end; more can be typed

void fill(QuietCombo* combo, const QStringList& items, int current) {
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItems(items);
    combo->setCurrentIndex(current);
}

QString fileName(const std::string& file) {
    return QFileInfo(QString::fromStdString(file)).fileName();
}

}  // namespace

SetupColumn::SetupColumn(Document* document, QWidget* parent)
    : QScrollArea(parent),
      document_(document),
      theme_(Theme::light()),
      card_(new QWidget(this)),
      column_(new QVBoxLayout(card_)),
      thumbnail_(new SetupThumbnail(card_)),
      ownBias_(notKnown),
      ownRadius_(notKnown) {
    // The card stands still and its content scrolls, so that its edges stay whole.
    setProperty("role", "card");
    setWidget(card_);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    card_->setAutoFillBackground(false);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);

    buildSequence();
    buildNetwork();
    buildLearning();
    buildClipping();
    column_->addStretch(1);

    setTheme(theme_);
    refresh();
    refreshNumbers();
    connect(document_, &Document::setupChanged, this, &SetupColumn::refresh);
    connect(document_, &Document::snapshotChanged, this, &SetupColumn::refreshNumbers);
}

// ---- acting --------------------------------------------------------------------------------

void SetupColumn::alter(const QString& text, const Edit& edit, const QString& key) {
    Setup next = document_->setup();
    edit(next);
    // Refused, or nothing new: the control must not keep what it was set to.
    if (!document_->change(std::move(next), text, key) || key.isEmpty())
        refresh();
}

void SetupColumn::chooseTarget(int index) {
    if (index == ui_.target->count() - 1) {
        chooseFile(
            tr("Open a target"), tr("Sequences (*.csv *.tsv *.json *.npy *.txt);;All (*)"),
            [this](const QString& file) {
                alter(tr("Open a target"), [&](Setup& setup) {
                    setup.target = {TargetSource::Kind::File, file.toStdString(), nullptr, nullptr};
                });
            });
        return refresh();
    }
    const TargetChoice choice = targetChoices(document_->setup())[index];
    alter(tr("Change target"), [&](Setup& setup) { setup.target = choice.target; });
}

void SetupColumn::chooseFile(const QString& title, const QString& filter,
                             const std::function<void(const QString&)>& chosen) {
    auto* dialog = new QFileDialog(this, title, QString(), filter);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    openDialog_(dialog);
}

void SetupColumn::chooseStartState(int index) {
    if (index == 0)
        return alter(tr("Start from zeros"), [](Setup& setup) {
            setup.initialState = {};
            setup.carryState = false;
        });
    if (index == 1)
        return alter(tr("Carry the state over"), [](Setup& setup) {
            setup.carryState = true;
            // Nothing comes before the first.
            if (setup.sequence.shown == 0)
                setup.sequence.shown = 1;
        });
    if (index == ui_.start->count() - 1)
        chooseFile(tr("Open a start state"), tr("NumPy archives (*.npz)"),
                   [this](const QString& file) {
                       alter(tr("Open a start state"), [&](Setup& setup) {
                           setup.initialState = {file.toStdString(), nullptr};
                           setup.carryState = false;
                       });
                   });
    refresh();
}

void SetupColumn::showControl(QWidget* control) {
    for (std::size_t k = 0; k < moreRows_.size(); ++k)
        if (moreRows_[k]->parentWidget()->isAncestorOf(control))
            mores_[k]->setChecked(true);
    // Once what was unfolded has its place.
    QMetaObject::invokeMethod(
        this, [this, control] { ensureWidgetVisible(control, 0, qRound(theme_.px(30))); },
        Qt::QueuedConnection);
}

// ---- showing -------------------------------------------------------------------------------

void SetupColumn::refresh() {
    const Setup& setup = document_->setup();
    refreshChoices(setup);
    refreshNetwork(setup);
    refreshLearning(setup);
    ui_.threshold->setValue(setup.clipping.threshold);
    ui_.clipping->setCurrent(static_cast<int>(setup.clipping.mode));
    ui_.engaged->setVisible(setup.clipping.mode != ClipMode::None);
}

void SetupColumn::refreshChoices(const Setup& setup) {
    const auto targets = targetChoices(setup);
    QStringList words;
    int current = -1;
    for (qsizetype k = 0; k < targets.size(); ++k) {
        words.append(targets[k].text);
        if (targets[k].target.kind == setup.target.kind &&
            (setup.target.kind != TargetSource::Kind::Column ||
             setup.sequence.table->column(targets[k].target.name) ==
                 setup.sequence.table->column(setup.target.name)))
            current = static_cast<int>(k);
    }
    fill(ui_.target, words << tr("from file…"), current);
    fill(ui_.scaling, {tr("none"), tr("standard"), tr("0 to 1")},
         static_cast<int>(setup.sequence.scaling));
    ui_.scalingRow->setVisible(setup.sequence.task.empty() && setup.sequence.table &&
                               setup.sequence.table->vocabulary.empty());
    fill(ui_.readout, {tr("every step"), tr("last step")},
         setup.readout == Readout::EveryStep ? 0 : 1);
    fill(ui_.loss, {tr("mean squared"), tr("cross-entropy")},
         setup.loss == Loss::MeanSquared ? 0 : 1);
    QStringList starts{tr("zeros"), tr("carried")};
    if (!setup.initialState.file.empty())
        starts << fileName(setup.initialState.file);
    const int start = setup.carryState ? 1 : setup.initialState.file.empty() ? 0 : 2;
    fill(ui_.start, starts << tr("from file…"), start);
    ui_.bothStarts->setVisible(setup.carryState && setup.lanes.empty());
    const auto count = static_cast<int>(sequenceCount(setup));
    QStandardItem* carried = qobject_cast<QStandardItemModel*>(ui_.start->model())->item(1);
    carried->setEnabled(count > 1);
    carried->setToolTip(count > 1 ? QString() : tr("The file has one sequence"));
    const QSignalBlocker quiet(ui_.shown);
    ui_.shown->setRange(1, count);
    ui_.shown->setValue(static_cast<int>(setup.sequence.shown) + 1);
    const bool task = !setup.sequence.task.empty();
    ui_.shown->setSuffix(task ? QString() : tr(" of %L1").arg(count));
    ui_.shownRow->setVisible(task ? setup.carryState || setup.sequence.shown > 0 : count > 1);
}

void SetupColumn::refreshLearning(const Setup& setup) {
    const Training& training = setup.training;
    QStringList names;
    int current = 0;
    for (const OptimizerName& each : optimizers()) {
        if (each.kind == training.optimizer)
            current = static_cast<int>(names.size());
        names << inWords(each.name);
    }
    fill(ui_.optimizer, names, current);
    ui_.rate->setValue(training.rate);
    ui_.updates->setValue(training.updates);
    {
        const QSignalBlocker quiet(ui_.sequences);
        ui_.sequences->setValue(static_cast<int>(training.sequences));
    }
    fill(ui_.fresh, {tr("the same"), tr("new ones")}, training.fresh ? 1 : 0);
    const auto steps = static_cast<double>(naturalLength(setup));
    ui_.window->setScale({1, std::max(2.0, steps), 1, 1e9, true, true});
    ui_.window->setValue(
        training.window ? std::optional(static_cast<double>(*training.window)) : std::nullopt,
        static_cast<double>(setup.sequence.length.value_or(naturalLength(setup))));
    ui_.forcing->setValue(training.teacherForcing);
}

void SetupColumn::refreshNetwork(const Setup& setup) {
    // Sizes that a file of weights gives are shown, but are not to be chosen.
    const NetworkShape* given = givenShape();
    const bool seeded = setup.weights.file.empty();
    for (QWidget* each : {static_cast<QWidget*>(ui_.units), static_cast<QWidget*>(ui_.layers),
                          static_cast<QWidget*>(ui_.directions)})
        each->setEnabled(seeded);
    ui_.units->setValue(static_cast<double>(given ? given->hidden : setup.hidden));
    {
        const QSignalBlocker quiet(ui_.layers);
        const int layers = given ? given->layers : setup.layers;
        ui_.layers->setRange(1, std::max(4, layers));
        ui_.layers->setValue(layers);
    }
    ui_.directions->setCurrent((given ? given->bidirectional : setup.bidirectional) ? 1 : 0);

    const Cell* cell = given ? given->cell : findCell(setup.cell);
    fillCells(cell, given != nullptr);
    ui_.forgetBias->setVisible(cell->forgetBlock().has_value());
    ui_.forgetBias->setLabel(forgetBiasName(*cell));
    ui_.forgetBias->setValue(setup.forgetBias, ownBias_);
    ui_.radius->setValue(setup.spectralRadius, ownRadius_);

    ui_.inputScale->setValue(setup.sequence.inputScale);
    fill(ui_.recurrent, {tr("orthogonal"), tr("initial, scaled"), tr("identity")},
         static_cast<int>(setup.recurrent));
    fill(ui_.biases, {tr("as initialised"), tr("zero")}, setup.zeroBiases ? 1 : 0);
    ui_.holds->setHolds(setup.holds, *cell);
    refreshEdits();

    const auto [least, most] = lengthRange(setup);
    const Index dragged = setup.sequence.task.empty() ? most : std::min(most, longestDragged);
    ui_.length->setScale({static_cast<double>(least), static_cast<double>(dragged),
                          static_cast<double>(least), static_cast<double>(most), true, true});
    ui_.length->setValue(setup.sequence.length
                             ? std::optional(static_cast<double>(*setup.sequence.length))
                             : std::nullopt,
                         static_cast<double>(naturalLength(setup)));
    const QFontMetrics metrics(theme_.boldFont());
    ui_.weights->setText(metrics.elidedText(seeded ? tr("seeded") : fileName(setup.weights.file),
                                            Qt::ElideMiddle, qRound(theme_.px(100))));
    ui_.weights->setToolTip(QString::fromStdString(setup.weights.file));
    ui_.seededWeights->setVisible(!seeded);
}

/// "12 edited", and how many of them the network or the sequence has no place for.
void SetupColumn::refreshEdits() {
    const Edits& edits = document_->setup().edits;
    const auto& snapshot = document_->snapshot();
    ui_.clearEdits->setVisible(!edits.empty());
    QString words = edits.empty() ? tr("none") : tr("%L1 edited").arg(qlonglong(edits.size()));
    QString tip;
    if (snapshot && !edits.empty()) {
        const auto resting = qlonglong(restingEdits(edits, snapshot->shape(), snapshot->parameters,
                                                    snapshot->learnt->input.cols()));
        if (resting > 0) {
            words = tr("%L1, %L2 resting").arg(qlonglong(edits.size())).arg(resting);
            tip = tr("%L1 of them have no place in this network or sequence, and come back with "
                     "one that has")
                      .arg(resting);
        }
    }
    ui_.edited->setText(words);
    ui_.edited->setToolTip(tip);
}

void SetupColumn::fillCells(const Cell* current, bool given) {
    QStringList names;
    int index = -1;
    for (const Cell* each : cells()) {
        if (each == current)
            index = static_cast<int>(names.size());
        names << inWords(each->name());
    }
    fill(ui_.cell, names, index);
    // Weights from a file fit cells of the same tensors only, and no other where they name theirs.
    const bool named = given && namedCell(document_->setup().weights);
    auto* items = static_cast<QStandardItemModel*>(ui_.cell->model());
    for (int k = 0; k < items->rowCount(); ++k)
        items->item(k)->setEnabled(
            !given || k == index ||
            (!named && haveSameTensors(*cells()[static_cast<std::size_t>(k)], *current)));
}

void SetupColumn::refreshNumbers() {
    const auto& snapshot = document_->snapshot();
    if (!snapshot)
        return;
    const Problem& problem = *snapshot->learnt;
    if (measured_ != snapshot->learnt) {
        measured_ = snapshot->learnt;
        ownBias_ = initialForgetBias(problem);
        ownRadius_ = initialSpectralRadius(problem);
    }
    const bool task = !snapshot->setup.sequence.task.empty();
    {
        const QSignalBlocker quiet(ui_.sequences);
        ui_.sequences->setMaximum(static_cast<int>(
            task ? mostSequences : std::min(mostSequences, static_cast<Index>(problem.sequences))));
    }
    thumbnail_->setProblem(snapshot->learnt);
    ui_.steps->setText(tr("%1 steps").arg(QLocale().toString(problem.input.cols())));
    ui_.parameters->setText(QLocale().toString(parameterCount(problem)));
    const auto& history = snapshot->history;
    if (history.empty()) {
        ui_.engaged->setText(tr("No gradient without a target"));
    } else if (snapshot->update == 0) {
        ui_.engaged->setText(tr("No update yet"));
    } else {
        const std::size_t engaged = history.engaged(static_cast<std::size_t>(snapshot->update));
        ui_.engaged->setText(
            tr("Engaged in %L1 of %L2 updates").arg(engaged).arg(snapshot->update));
    }
    refreshNetwork(document_->setup());
}

const NetworkShape* SetupColumn::givenShape() const {
    const auto& snapshot = document_->snapshot();
    const ArrayFile& weights = document_->setup().weights;
    return snapshot && !weights.file.empty() && snapshot->setup.weights == weights
               ? &snapshot->shape()
               : nullptr;
}

void SetupColumn::setTheme(const Theme& theme) {
    theme_ = theme;
    setFont(theme.font());
    setFixedWidth(qRound(theme.px(columnWidth)));
    verticalScrollBar()->setSingleStep(qRound(theme.px(28)));
    const int side = qRound(theme.px(14)), above = qRound(theme.px(12));
    for (QVBoxLayout* section : sections_) {
        section->setContentsMargins(side, above, side, above);
        section->setSpacing(qRound(theme.px(3)));
    }
    for (QVBoxLayout* rows : moreRows_)
        rows->setSpacing(qRound(theme.px(3)));
    ui_.holds->setTheme(theme);
    const QFontMetrics words(theme.font());
    for (QLabel* label : labels_)  // a longer word takes more of its row
        label->setFixedWidth(
            std::max(qRound(theme.px(labelWidth)),
                     words.horizontalAdvance(label->text()) + qRound(theme.px(2))));
    for (QLabel* label : values_) {
        label->setFixedHeight(qRound(theme.px(26)));
        label->setContentsMargins(0, 0, qRound(theme.px(4)) + 3, 0);  // as the dials' numbers
    }
    for (QSpinBox* box : {ui_.layers, ui_.sequences})
        box->setFixedWidth(qRound(theme.px(72)));
    for (Dial* dial : dials_)
        dial->setTheme(theme);
    for (QuietCombo* combo : combos_)
        combo->setTheme(theme);
    ui_.directions->setTheme(theme);
    ui_.clipping->setTheme(theme);
    makeIconButton(ui_.openWeights, setupIcon(SetupIcon::Open, theme.mutedText), theme, 24);
    makeIconButton(ui_.seededWeights, setupIcon(SetupIcon::Reset, theme.mutedText), theme, 20);
    makeIconButton(ui_.clearEdits, setupIcon(SetupIcon::Reset, theme.mutedText), theme, 20);
    thumbnail_->setTheme(theme);
}

}  // namespace rnnscope
