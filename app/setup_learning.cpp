// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the column that says how the network learns.
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/setup_column.h"
#include "app/setup_widgets.h"

namespace rnnscope {

void SetupColumn::buildLearning() {
    addHeading(tr("Learning"));
    ui_.optimizer = new QuietCombo(card_);
    addRow(tr("Optimiser"), ui_.optimizer, tr("How a clipped gradient becomes an update"));
    connect(ui_.optimizer, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change optimiser"), [&](Setup& setup) {
            setup.training.optimizer = optimizers()[static_cast<std::size_t>(index)].kind;
        });
    });
    constexpr double tiny = 1e-300, huge = 1e300;
    ui_.rate = addDial(tr("Rate"), {1e-4, 10, tiny, huge, true}, tr("Learning rate of an update"));
    connectDial(ui_.rate, tr("Change learning rate"), QStringLiteral("lr"),
                [](Setup& setup, std::optional<double> value) { setup.training.rate = *value; });
    ui_.updates =
        addDial(tr("Updates"), {1, 10000, 1, static_cast<double>(mostUpdates), true, true},
                tr("Training ends by itself after so many"));
    connectDial(ui_.updates, tr("Change updates"), QStringLiteral("updates"),
                [](Setup& setup, std::optional<double> value) {
                    setup.training.updates = static_cast<int>(*value);
                });
    addMore();
    buildBatch();
    ui_.window = addDial(tr("BPTT window"), {1, 100, 1, 1e9, true, true},
                         tr("Truncated backpropagation through time: no gradient crosses a border "
                            "every so many steps, though the state does"));
    ui_.window->setOptional(tr("Through the whole sequence"));
    connectDial(ui_.window, tr("Change BPTT window"), QStringLiteral("truncate"),
                [](Setup& setup, std::optional<double> value) {
                    setup.training.window =
                        value ? std::optional(static_cast<Index>(*value)) : std::nullopt;
                });
    ui_.forcing =
        addDial(tr("Teacher"), {0, 1, 0, 1},
                tr("Teacher forcing: the share of steps at which the network is given the "
                   "true value; at the others, its own answer to the step before"));
    connectDial(
        ui_.forcing, tr("Change teacher forcing"), QStringLiteral("teacher-forcing"),
        [](Setup& setup, std::optional<double> value) { setup.training.teacherForcing = *value; });
    endMore();
}

void SetupColumn::buildBatch() {
    ui_.sequences = new QSpinBox(card_);
    ui_.sequences->setKeyboardTracking(false);
    ui_.sequences->setRange(1, static_cast<int>(mostSequences));
    ignoreWheelWithoutFocus(ui_.sequences);
    addRow(tr("Sequences"), ui_.sequences,
           tr("An update learns from the mean over so many sequences; the first is shown"));
    connect(ui_.sequences, &QSpinBox::valueChanged, this, [this](int count) {
        alter(tr("Change sequences"), [&](Setup& setup) { setup.training.sequences = count; });
    });
    ui_.fresh = new QuietCombo(card_);
    addRow(tr("Each update"), ui_.fresh,
           tr("Whether every update learns from the same sequences or from new ones: drawn by the "
              "task, or the file's next"));
    connect(ui_.fresh, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change sequences"), [&](Setup& setup) { setup.training.fresh = index == 1; });
    });
}

void SetupColumn::buildClipping() {
    addHeading(tr("Clipping"));
    ui_.clipping = new Segments({tr("off"), tr("by value"), tr("by norm")}, "clip", card_);
    ui_.clipping->setAccessibleName(tr("Clipping"));
    ui_.clipping->button(1)->setToolTip(tr("Each entry of the gradient to ± the threshold"));
    ui_.clipping->button(2)->setToolTip(
        tr("The whole gradient shortened to the threshold, its direction kept"));
    section_->addWidget(ui_.clipping);
    connect(ui_.clipping, &Segments::chosen, this, [this](int index) {
        constexpr ClipMode modes[] = {ClipMode::None, ClipMode::Value, ClipMode::Norm};
        alter(tr("Change clipping"), [&](Setup& setup) { setup.clipping.mode = modes[index]; });
    });
    constexpr double tiny = 1e-300, huge = 1e300;
    ui_.threshold = addDial(tr("Threshold"), {1e-3, 100, tiny, huge, true},
                            tr("Largest entry, or largest norm over all gradients together"));
    connectDial(
        ui_.threshold, tr("Change threshold"), QStringLiteral("clip-threshold"),
        [](Setup& setup, std::optional<double> value) { setup.clipping.threshold = *value; });
    ui_.engaged = new QLabel(card_);
    ui_.engaged->setProperty("role", "muted");
    section_->addWidget(ui_.engaged);
}

}  // namespace rnnscope
