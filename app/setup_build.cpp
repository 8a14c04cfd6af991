// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the column and what each control does; setup_column.cpp shows the setup in them.
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/hold_field.h"
#include "app/plot/number.h"
#include "app/setup_column.h"
#include "app/setup_thumbnail.h"
#include "app/setup_widgets.h"

namespace rnnscope {

namespace {

QFrame* rule(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", "rule");
    return line;
}

}  // namespace

void SetupColumn::addHeading(const QString& text, QLabel* aside) {
    if (section_)
        column_->addWidget(rule(card_));
    section_ = new QVBoxLayout;
    sections_.push_back(section_);
    column_->addLayout(section_);
    auto* heading = new QLabel(text, card_);
    heading->setProperty("role", "heading");
    headingLine_ = new QHBoxLayout;
    headingLine_->addWidget(heading, 1);
    if (aside)
        headingLine_->addWidget(aside);
    section_->addLayout(headingLine_);
}

QWidget* SetupColumn::addRow(const QString& label, QWidget* control, const QString& tip) {
    auto* row = new QWidget(card_);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(label, row);
    name->setProperty("role", "muted");
    name->setToolTip(tip);
    control->setToolTip(tip);
    control->setAccessibleName(label);
    labels_.push_back(name);
    line->addWidget(name);
    if (qobject_cast<QSpinBox*>(control))
        line->addStretch(1);
    line->addWidget(control, qobject_cast<QSpinBox*>(control) ? 0 : 1);
    section_->addWidget(row);
    if (auto* combo = qobject_cast<QuietCombo*>(control))
        combos_.push_back(combo);
    return row;
}

QLabel* SetupColumn::valueLabel() {
    auto* label = new QLabel(card_);
    label->setProperty("role", "value");
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    values_.push_back(label);
    return label;
}

/// Rows from here to endMore() are shown only when asked for, by a button in the section's heading.
void SetupColumn::addMore() {
    auto* button = new QToolButton(card_);
    button->setObjectName(QStringLiteral("more"));
    button->setCheckable(true);
    button->setProperty("role", "link");
    button->setToolTip(tr("Show or hide what is changed less often"));
    headingLine_->addWidget(button);
    auto* rest = new QWidget(card_);
    auto* rows = new QVBoxLayout(rest);
    rows->setContentsMargins(0, 0, 0, 0);
    section_->addWidget(rest);
    moreRows_.push_back(rows);
    outer_ = section_;
    section_ = rows;
    rest->setVisible(false);
    const QString key = QStringLiteral("more/%1").arg(mores_.size());
    mores_.push_back(button);
    connect(button, &QToolButton::toggled, rest, [rest, button, key](bool on) {
        rest->setVisible(on);
        button->setText(on ? tr("less ▴") : tr("more ▾"));
        QSettings().setValue(key, on);
    });
    button->setText(tr("more ▾"));
    button->setChecked(QSettings().value(key).toBool());
}

void SetupColumn::endMore() {
    section_ = outer_;
}

Dial* SetupColumn::addDial(const QString& label, const DialScale& scale, const QString& tip) {
    auto* dial = new Dial(label, scale, card_);
    dial->setTip(tip);
    section_->addWidget(dial);
    dials_.push_back(dial);
    return dial;
}

void SetupColumn::connectDial(Dial* dial, const QString& text, const QString& key,
                              std::function<void(Setup&, std::optional<double>)> set) {
    connect(dial, &Dial::dragged, this, [this, text, key, set](double value) {
        alter(
            text, [&](Setup& setup) { set(setup, value); }, key);
    });
    connect(dial, &Dial::released, document_, &Document::finishChange);
    connect(dial, &Dial::cleared, this,
            [this, text, set] { alter(text, [&](Setup& setup) { set(setup, std::nullopt); }); });
}

void SetupColumn::buildSequence() {
    ui_.steps = new QLabel(card_);
    ui_.steps->setProperty("role", "muted");
    addHeading(tr("Sequence"), ui_.steps);
    section_->addWidget(thumbnail_);

    ui_.target = new QuietCombo(card_);
    addRow(tr("Target"), ui_.target, tr("What the read-out is compared with"));
    connect(ui_.target, &QComboBox::activated, this, &SetupColumn::chooseTarget);

    ui_.scaling = new QuietCombo(card_);
    ui_.scalingRow = addRow(tr("Scaling"), ui_.scaling,
                            tr("What is done to the file's columns before the network sees them; "
                               "standard: mean 0 and standard deviation 1"));
    connect(ui_.scaling, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change scaling"),
              [&](Setup& setup) { setup.sequence.scaling = static_cast<Scaling>(index); });
    });

    ui_.readout = new QuietCombo(card_);
    addRow(tr("Read-out"), ui_.readout, tr("Where the network answers"));
    connect(ui_.readout, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change read-out"), [&](Setup& setup) {
            setup.readout = index == 0 ? Readout::EveryStep : Readout::LastStep;
        });
    });

    ui_.loss = new QuietCombo(card_);
    addRow(tr("Loss"), ui_.loss, tr("How far the answers are from the target; a mean over them"));
    connect(ui_.loss, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change loss"), [&](Setup& setup) {
            setup.loss = index == 0 ? Loss::MeanSquared : Loss::CrossEntropy;
        });
    });

    buildShown();
    buildStartState();
}

/// Which of several sequences is shown.
void SetupColumn::buildShown() {
    ui_.shown = new QSpinBox(card_);
    ui_.shown->setKeyboardTracking(false);
    ignoreWheelWithoutFocus(ui_.shown);
    ui_.shownRow = addRow(tr("Shown"), ui_.shown,
                          tr("The sequence that is shown, and learnt from before the others"));
    connect(ui_.shown, &QSpinBox::valueChanged, this, [this](int number) {
        alter(tr("Show sequence %1").arg(number),
              [&](Setup& setup) { setup.sequence.shown = static_cast<std::size_t>(number - 1); });
    });
}

void SetupColumn::buildStartState() {
    auto* row = new QWidget(card_);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    ui_.start = new QuietCombo(row);
    ui_.bothStarts = new QToolButton(row);
    ui_.bothStarts->setProperty("role", "link");
    ui_.bothStarts->setText(tr("both", "start states"));
    ui_.bothStarts->setToolTip(tr("Beside it, the same network that begins with zeros"));
    line->addWidget(ui_.start, 1);
    line->addWidget(ui_.bothStarts);
    combos_.push_back(ui_.start);
    const QString tip =
        tr("The state before the first step: h0, of an LSTM c0. Carried over, it is the state "
           "that the sequence before ended with; no gradient crosses that border");
    addRow(tr("Start state"), row, tip);
    ui_.start->setToolTip(tip);
    ui_.start->setAccessibleName(tr("Start state"));
    connect(ui_.start, &QComboBox::activated, this, &SetupColumn::chooseStartState);
    connect(ui_.bothStarts, &QToolButton::clicked, this, [this] {
        alter(tr("Show both start states"), [](Setup& setup) {
            setup.lanes = {{Lane{{{"carry-state", std::nullopt}}}}, 1};
        });
    });
}

void SetupColumn::buildNetwork() {
    addHeading(tr("Network"));
    ui_.cell = new QuietCombo(card_);
    addRow(tr("Cell"), ui_.cell, tr("The equations of a step; also the keys 1, 2, 3"));
    connect(ui_.cell, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change cell"),
              [&](Setup& setup) { setup.cell = cells()[static_cast<std::size_t>(index)]->id(); });
    });

    ui_.units = addDial(tr("Units"), {1, 64, 1, static_cast<double>(mostHidden), false, true},
                        tr("Hidden units of each layer and direction"));
    connectDial(ui_.units, tr("Change units"), QStringLiteral("hidden"),
                [](Setup& setup, std::optional<double> value) {
                    setup.hidden = static_cast<Index>(*value);
                });

    ui_.layers = new QSpinBox(card_);
    ui_.layers->setKeyboardTracking(false);
    ignoreWheelWithoutFocus(ui_.layers);
    addRow(tr("Layers"), ui_.layers, tr("Each layer's input is the hidden state of the one below"));
    connect(ui_.layers, &QSpinBox::valueChanged, this, [this](int layers) {
        alter(tr("Change layers"), [&](Setup& setup) { setup.layers = layers; });
    });

    ui_.directions =
        new Segments({tr("one", "direction"), tr("both", "directions")}, "true", card_);
    addRow(tr("Directions"), ui_.directions,
           tr("One: from the first step to the last. Both: a second network reads from the end"));
    connect(ui_.directions, &Segments::chosen, this, [this](int index) {
        alter(tr("Change directions"), [&](Setup& setup) { setup.bidirectional = index == 1; });
    });

    const double far = 1000;  // typed; a gate is shut or open to the last digit long before
    ui_.forgetBias = addDial(QString(), {-3, 6, -far, far, false, false, 10},
                             tr("Bias of the gate that decides how long the cell remembers"));
    ui_.forgetBias->setOptional(tr("As initialised"));
    ui_.forgetBias->setFormat(signedNumber);
    connectDial(ui_.forgetBias, tr("Change forget bias"), QStringLiteral("forget-bias"),
                [](Setup& setup, std::optional<double> value) { setup.forgetBias = value; });

    ui_.radius = addDial(
        tr("Recurrent ρ"), {0, 2.5, 0, far},
        tr("Spectral radius of the recurrent weights. Once set they are an orthogonal matrix times "
           "this; as initialised, layer 1's is shown (of a gated cell, the candidate's)"));
    ui_.radius->setOptional(tr("As initialised"));
    connectDial(ui_.radius, tr("Change recurrent ρ"), QStringLiteral("spectral-radius"),
                [](Setup& setup, std::optional<double> value) { setup.spectralRadius = value; });

    ui_.inputScale = addDial(tr("Input scale"), {0, 3, -far, far},
                             tr("Factor on what the network sees; the target stays as it is"));
    connectDial(
        ui_.inputScale, tr("Change input scale"), QStringLiteral("input-scale"),
        [](Setup& setup, std::optional<double> value) { setup.sequence.inputScale = *value; });

    ui_.length = addDial(tr("Length"), {1, 100, 1, 100, true, true},
                         tr("Steps of the sequence, from its start"));
    ui_.length->setOptional(tr("The usual length"));
    connectDial(ui_.length, tr("Change length"), QStringLiteral("length"),
                [](Setup& setup, std::optional<double> value) {
                    setup.sequence.length =
                        value ? std::optional(static_cast<Index>(*value)) : std::nullopt;
                });
    buildStart();
    buildWeights();
}

/// What the weights are like before the first update, beside the dials.
void SetupColumn::buildStart() {
    addMore();
    ui_.recurrent = new QuietCombo(card_);
    addRow(tr("Recurrent form"), ui_.recurrent,
           tr("What a chosen ρ makes of the recurrent weights: a random orthogonal matrix, the "
              "initial one scaled, or the identity, times ρ"));
    connect(ui_.recurrent, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change recurrent form"), [&](Setup& setup) {
            setup.recurrent = static_cast<RecurrentForm>(index);
            // A form shows only with a radius of its own.
            if (!setup.spectralRadius)
                setup.spectralRadius = 1;
        });
    });
    ui_.biases = new QuietCombo(card_);
    addRow(tr("Biases"), ui_.biases, tr("Biases of the recurrent layers before the first update"));
    connect(ui_.biases, &QComboBox::activated, this, [this](int index) {
        alter(tr("Change biases"), [&](Setup& setup) { setup.zeroBiases = index == 1; });
    });
    buildHolds();
    buildEdits();
    endMore();
}

void SetupColumn::buildHolds() {
    ui_.holds = new HoldField(card_);
    addRow(tr("Hold"), ui_.holds,
           tr("Gates, candidates or states kept at a value, forward and backward: f=1, of one unit "
              "f[3]=1, for some steps f@5-9=1, of a layer f_l0=1; several with commas between"));
    connect(ui_.holds, &HoldField::chosen, this, [this](const std::vector<HoldChoice>& holds) {
        Setup next = document_->setup();
        next.holds = holds;
        if (const Done fits = check(next); !fits)
            return ui_.holds->refuse(QString::fromStdString(fits.error().text()));
        alter(tr("Change what is held"), [&](Setup& setup) { setup.holds = holds; });
    });
}

/// How many numbers were put in place of the setup's own.
void SetupColumn::buildEdits() {
    auto* edits = new QWidget(card_);
    auto* line = new QHBoxLayout(edits);
    line->setContentsMargins(0, 0, 0, 0);
    ui_.clearEdits = new QToolButton(edits);
    ui_.edited = valueLabel();
    line->addStretch(1);
    line->addWidget(ui_.clearEdits);
    line->addWidget(ui_.edited);
    addRow(tr("Edited"), edits,
           tr("Weights, biases, initial states and inputs that were changed by hand"));
    ui_.clearEdits->setToolTip(tr("Put the setup's own numbers back everywhere"));
    ui_.clearEdits->setAccessibleName(tr("Clear what was edited"));
    connect(ui_.clearEdits, &QToolButton::clicked, this, [this] {
        alter(tr("Clear edited numbers"), [](Setup& setup) { setup.edits.clear(); });
    });
}

void SetupColumn::buildWeights() {
    ui_.parameters = valueLabel();
    addRow(tr("Parameters"), ui_.parameters, tr("Number of weights and biases"));

    auto* weights = new QWidget(card_);
    auto* line = new QHBoxLayout(weights);
    line->setContentsMargins(0, 0, 0, 0);
    ui_.seededWeights = new QToolButton(weights);
    ui_.weights = valueLabel();
    ui_.openWeights = new QToolButton(weights);
    line->addStretch(1);
    line->addWidget(ui_.seededWeights);
    line->addWidget(ui_.openWeights);
    line->addWidget(ui_.weights);
    addRow(tr("Weights"), weights, tr("The weights before the first update"));
    ui_.openWeights->setToolTip(tr("Load weights (.safetensors)…"));
    ui_.openWeights->setAccessibleName(tr("Load weights"));
    ui_.seededWeights->setToolTip(tr("Back to weights drawn from the seed"));
    ui_.seededWeights->setAccessibleName(tr("Back to seeded weights"));
    connect(ui_.openWeights, &QToolButton::clicked, this, &SetupColumn::weightsRequested);
    connect(ui_.seededWeights, &QToolButton::clicked, this,
            [this] { alter(tr("Use seeded weights"), [](Setup& setup) { setup.weights = {}; }); });
}

}  // namespace rnnscope
