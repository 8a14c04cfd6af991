// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_actions.h"

#include <QAction>
#include <cmath>

#include "app/plot/number.h"

namespace rnnscope {

TrainingActions::TrainingActions(Document* document, QObject* parent)
    : QObject(parent), document_(document) {
    train_ = add(tr("Train"), tr("Train on from the update that is shown, or pause"), Qt::Key_T);
    single_ = add(tr("Train one update"), tr("One update on from the one that is shown"),
                  QKeySequence(Qt::SHIFT | Qt::Key_T));
    untrained_ = add(tr("Back to the untrained network"),
                     tr("Stop, and show the network before its first update"), Qt::Key_0);
    twins_ = add(tr("Run twins"),
                 tr("Train with and without clipping side by side, from the same seed"), Qt::Key_W);
    check_ = add(tr("Check the gradient"),
                 tr("Compare the gradient with central differences, entry by entry"), Qt::Key_G);
    connect(train_, &QAction::triggered, this,
            [this] { document_->isTraining() ? document_->pauseTraining() : document_->train(); });
    connect(single_, &QAction::triggered, document_, [this] { document_->trainOn(1); });
    connect(untrained_, &QAction::triggered, document_, [this] {
        document_->pauseTraining();
        document_->showUpdate(0);
    });
    connect(twins_, &QAction::triggered, this, &TrainingActions::runTwins);
    connect(check_, &QAction::triggered, document_, [this] {
        document_->isChecking() ? document_->cancelCheck() : document_->checkGradient();
    });
    connect(document_, &Document::trainingChanged, this, &TrainingActions::refresh);
    connect(document_, &Document::setupChanged, this, &TrainingActions::refresh);
    refresh();
}

QAction* TrainingActions::add(const QString& text, const QString& tip, const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setIconText(text);
    action->setShortcut(key);
    tips_[action] = tr("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText));
    return action;
}

/// Without a target they stay to be asked for, so that a key is answered with what is missing.
void TrainingActions::refresh() {
    const bool learns = document_->setup().target.kind != TargetSource::Kind::None;
    train_->setText(document_->isTraining() ? tr("Pause") : tr("Train"));
    for (QAction* action : {train_, single_, twins_, check_})
        action->setToolTip(learns ? tips_.value(action) : noTargetText());
}

void TrainingActions::runTwins() {
    Setup next = document_->setup();
    if (document_->isTraining() && next.training.twin)
        return;  // both are on their way
    next.training.twin = true;
    // The one that is shown is the one that goes on learning.
    if (next.clipping.mode == ClipMode::None)
        next.clipping.mode = ClipMode::Norm;
    trainAnew(std::move(next), tr("Run twins"));
}

void TrainingActions::trainClipped() {
    Setup next = document_->setup();
    next.clipping.mode = ClipMode::Norm;
    trainAnew(std::move(next), tr("Clip by norm"));
}

/// What is trained anew is shown from its first update; undo leads back to the one shown now.
void TrainingActions::trainAnew(Setup next, const QString& text) {
    if (next.target.kind == TargetSource::Kind::None)
        return document_->train();  // says what is missing
    if (next == document_->setup())
        document_->showUpdate(0);
    if (document_->change(std::move(next), text, {}, Start::Untrained))
        document_->train();
}

QString gradientCheckText(const GradientCheck& check, const Setup& setup) {
    const QString where = QStringLiteral("%1[%2, %3]")
                              .arg(QString::fromStdString(check.parameter))
                              .arg(check.row)
                              .arg(check.column);
    if (check.passed())
        return TrainingActions::tr(
                   "The gradient agrees with central differences in %L1 parameters, %L2 inputs and "
                   "%L3 initial states; worst at %4, relative %5")
            .arg(check.parameters)
            .arg(check.inputs)
            .arg(check.initialStates)
            .arg(where, shortNumber(check.error));
    const QString worst =
        TrainingActions::tr("worst at %1: %2 against %3, a relative difference of %4")
            .arg(where, shortNumber(check.analytic), shortNumber(check.numeric),
                 shortNumber(check.error));
    if (setup.training.window)
        return TrainingActions::tr(
                   "The gradient leaves out what truncated BPTT cuts off, so it "
                   "differs from central differences; %1")
            .arg(worst);
    return TrainingActions::tr("The gradient differs from central differences; %1").arg(worst);
}

}  // namespace rnnscope
