// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <limits>
#include <memory>
#include <optional>

#include "core/analyses.h"
#include "core/document_file.h"
#include "core/gradient_check.h"
#include "core/setup.h"

namespace rnnscope {

class Trainer;
enum class TrainingEnd;

/// Where a changed setup is shown first.
enum class Start {
    Usual,      ///< after as many updates as now, unless that is far along or of another sequence
    Untrained,  ///< before the first update
};

/// The single source of truth of the window: what the user chose, the numbers that follow from it,
/// and the way back.
class Document : public QObject {
    Q_OBJECT

  public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    const Setup& setup() const { return setup_; }
    /// The latest numbers; null only before the first have arrived. May lag behind the setup for
    /// as long as they are being computed.
    const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
    QUndoStack& undoStack() { return undo_; }

    /// The numbers that were shown before the latest change, or before the whole of a drag, for
    /// panels to draw faintly behind the present ones; null where there are none, or none that can
    /// be compared. After a way back, those that were left.
    std::shared_ptr<const Snapshot> ghost() const;
    void dismissGhost();

    /// Has a setup trained that is likely to be the next, so that it is there by then. Its files
    /// must have been read.
    void prepare(const Setup& next, int update);

    /// Makes a changed setup the present one, undoably, and has its numbers computed. Files it
    /// names are read first. What cannot work leaves everything as it was and is returned, and told
    /// by refused(). Changes in a row with the same, non-empty `mergeKey` are one step of undo, as
    /// while a slider is dragged, until finishChange(). A way back restores the training as well:
    /// the update that was shown, and what is known of it.
    Done change(Setup next, const QString& text, const QString& mergeKey = {},
                Start start = Start::Usual);
    void finishChange();

    /// Puts the content of a document in place of everything, without a way back, and shows the
    /// update that it was saved at; its view is the window's affair. What cannot work leaves
    /// everything as it was and is returned, not told.
    Done open(DocumentContent content);
    /// What a document would hold now, but for the view.
    DocumentContent content() const;

    /// Which update's pass to show; more than there is is trained.
    void showUpdate(int update);
    int update() const { return update_; }

    /// Trains on from the update that is shown to the setup's number of updates, and shows the
    /// passes on the way. Stops there, at a divergence, or when asked; anything else that
    /// is asked for stops it too.
    void train();
    /// Stops training at the update it has come to.
    void pauseTraining();
    bool isTraining() const { return training_; }
    /// Trains `count` updates on from the one that is shown.
    void trainOn(int count);

    /// What is worked out beyond the snapshot's own numbers; follows each new snapshot.
    void requestAnalyses(const AnalysisRequest& request);
    const AnalysisRequest& analysisRequest() const { return wanted_; }
    const std::shared_ptr<const Analyses>& analyses() const { return analyses_; }

    /// Compares the present gradient with central differences, in the background; answered by
    /// gradientChecked(). The setup's next change or cancelCheck() ends it unanswered.
    void checkGradient();
    void cancelCheck();
    bool isChecking() const { return checking_; }

    /// Memory for the states kept while training, in bytes.
    void setCheckpointBudget(std::size_t bytes);
    /// Updates a second that a training takes at the most, so that a class can follow; infinity:
    /// as many as it can.
    void setPace(double updatesPerSecond);

    /// True while numbers are on their way.
    bool isComputing() const;
    /// Waits until the numbers fit the setup; for figures and tests. False after `timeout` ms.
    bool settle(int timeout = 30000);

  signals:
    void setupChanged();
    void snapshotChanged();
    /// Where both change, this comes first.
    void ghostChanged();
    void analysesChanged();
    /// Training began or ended; `isTraining()` tells which.
    void trainingChanged();
    /// Training stopped by itself, and why, in one line for the user.
    void trainingEnded(const QString& message, bool diverged);
    void gradientChecked(const rnnscope::GradientCheck& check);
    /// 0 … 1 while the gradient is checked.
    void checkProgress(double share);
    /// The check was given up.
    void checkEnded();
    /// A change led back to the untrained network; undo returns to this update.
    void trainingLeft(int update);
    /// A way back led to a training that memory had no room to keep.
    void trainingLost();
    /// One line for the user: what was not done, and why.
    void refused(const QString& message);

  private:
    class ChangeCommand;
    int updateUnder(const Setup& next, Start start) const;
    void apply(const Setup& setup, int update);
    void goBack(const Setup& setup, int update);
    void leave(const Setup& next, bool comparable);
    void request(int mostTrained = std::numeric_limits<int>::max());
    void take(std::shared_ptr<const Snapshot> snapshot);
    void setTraining(bool on);
    void trainUntil(int update);
    void endCheck();
    void endTraining(TrainingEnd end, std::uint64_t generation);

    Setup setup_;
    std::shared_ptr<const Snapshot> snapshot_;
    QUndoStack undo_;
    std::unique_ptr<Trainer> trainer_;
    std::uint64_t generation_ = 0;
    std::shared_ptr<const Analyses> analyses_;
    AnalysisRequest wanted_;
    int update_ = 0;
    bool training_ = false;
    bool checking_ = false;
    int mergeSeries_ = 0;
    QString dragged_;  // key of the change that the next may be part of
    int draggedSeries_ = 0;

    std::shared_ptr<const Snapshot> ghost_;  // may be of what is shown again; see ghost()
    /// What is to become the ghost once new numbers are there; absent while it stays.
    std::optional<std::shared_ptr<const Snapshot>> left_;
};

/// A sequence that comes with the program, in the order of the sequence menu.
struct Example {
    QString file;  ///< ":/sequences/airline.csv"
    QString name;
    QString summary;
    /// The setup's sequence and target for this example.
    void applyTo(Setup& setup) const;
};
QList<Example> examples();

/// A setup that comes with the program and shows one thing well.
struct Demonstration {
    QString file;  ///< ":/setups/explosion-and-rescue.json"
    QString name;
    QString summary;  ///< what to do, and what is seen then
};
QList<Demonstration> demonstrations();

/// "Noisy sine": the sequence of a setup in words.
QString sequenceName(const Setup& setup);

/// Why a setup without a target cannot be trained, and what to choose; one line.
QString noTargetText();

/// Why a generated sequence has no gradient to check, and what to choose; one line.
QString generatedText();

/// An error's one line for the user, in which the program's own sequences have their names.
QString errorText(const Error& error);

/// Reads a file, or one of the program's own under ":/".
Result<std::string> openFile(const std::string& file);

}  // namespace rnnscope
