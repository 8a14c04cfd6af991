// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers edited in the panels, and what was shown before them.
#include <QAction>
#include <QSettings>
#include <utility>

#include "app/card.h"
#include "app/dialogs/sequence_editor.h"
#include "app/mainwindow.h"
#include "app/panels/generation_panel.h"
#include "app/panels/time_card.h"

namespace rnnscope {

/// For the View menu.
QAction* MainWindow::makeGhostSwitch() {
    ghosts_ = new QAction(tr("Previous curves"), this);
    ghosts_->setObjectName("ghosts");
    ghosts_->setShortcut(Qt::Key_B);
    ghosts_->setToolTip(tr("After a change, the curves of before stay faint until dismissed"));
    ghosts_->setCheckable(true);
    ghosts_->setChecked(QSettings().value("view/ghosts", true).toBool());
    connect(ghosts_, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue("view/ghosts", on);
        showGhost();
    });
    return ghosts_;
}

void MainWindow::connectEdits() {
    connect(document_, &Document::ghostChanged, this, &MainWindow::showGhost);
    connect(time_, &TimeCard::ghostDismissed, document_, &Document::dismissGhost);
    connect(time_, &TimeCard::inputEdited, this, &MainWindow::editInput);
    connect(time_, &TimeCard::inputReset, this, &MainWindow::resetInput);
}

std::shared_ptr<const Snapshot> MainWindow::shownGhost() const {
    return ghosts_->isChecked() ? document_->ghost() : nullptr;
}

void MainWindow::showGhost() {
    const auto ghost = shownGhost();
    for (Panel* panel : panels_)
        panel->setGhost(ghost);
    time_->setGhost(ghost);
}

/// Takes effect at the update that is shown: what was learnt until then stays.
void MainWindow::editInput(Edits edits, bool finished) {
    for (Edit& edit : edits)
        edit.update = document_->update();
    Setup next = document_->setup();
    next.edits = withEdits(next.edits, edits);
    const bool one = edits.size() == 1;
    const QString text = one ? tr("Edit the input at t = %1").arg(edits.front().column + 1)
                             : tr("Edit the input from t = %1 on").arg(edits.front().column + 1);
    const QString key =
        one ? QStringLiteral("input %1 %2").arg(edits.front().row).arg(edits.front().column)
            : QString();
    const auto status = document_->change(std::move(next), text, key);
    if (finished)
        document_->finishChange();
    if (!status)
        time_->panel(TimeContent::Inputs)->refuseInput(errorText(status.error()));
}

void MainWindow::connectGeneration() {
    auto* panel = static_cast<GenerationPanel*>(cards_["generation"]->content());
    connect(panel, &GenerationPanel::generationRequested, this,
            [this](const Generation& choice, const QString& what, const QString& key) {
                Setup next = document_->setup();
                next.generation = choice;
                (void)document_->change(std::move(next), what, key);
            });
    connect(panel, &GenerationPanel::generationFinished, document_, &Document::finishChange);
}

/// Where a generated sequence comes to be shown, playing on lets it grow; while a training runs,
/// all of it is seen.
void MainWindow::showGeneration() {
    const auto& generated = document_->snapshot()->generated;
    if (!std::exchange(generated_, generated.has_value()) && generated)
        playhead_->moveTo({playhead_->position().update, Phase::Forward,
                           document_->isTraining() ? playhead_->length() - 1
                                                   : static_cast<int>(generated->given) - 1});
}

void MainWindow::resetInput(const std::vector<InputPlace>& places) {
    Setup next = document_->setup();
    auto left = withoutInputEdits(next, places, document_->update());
    if (!left)
        return time_->panel(TimeContent::Inputs)->refuseInput(errorText(left.error()));
    next.edits = *std::move(left);
    (void)document_->change(std::move(next), tr("Reset the input"));
}

/// What was drawn and given up is there again the next time.
void MainWindow::drawSequence() {
    if (!document_->snapshot())
        return;
    auto* editor = new SequenceEditor(
        document_->setup(), document_->update(),
        leftDrawing_ ? std::optional<Drawing>(*leftDrawing_) : std::nullopt, theme_, this);
    // Without a window manager nobody else gives the keys back.
    connect(editor, &QDialog::finished, this, &QWidget::activateWindow);
    connect(editor, &QDialog::rejected, this, [this, editor] {
        if (editor->isChanged())
            leftDrawing_ = std::make_shared<const Drawing>(editor->drawing());
    });
    connect(editor, &QDialog::accepted, this, [this, editor] {
        leftDrawing_.reset();
        if (document_->change(editor->setup(), tr("Draw a sequence")).ok())
            playhead_->toStart();
    });
    openDialog(editor);
}

}  // namespace rnnscope
