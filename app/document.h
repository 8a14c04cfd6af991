// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <memory>

#include "core/experiment.h"
#include "core/setup.h"

namespace rnnscope {

class Trainer;

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

    /// Makes a changed setup the present one, undoably, and has its numbers computed. Files it
    /// names are read first. What cannot work leaves everything as it was and is returned, and told
    /// by refused(). Changes in a row with the same, non-empty `mergeKey` are one step of undo, as
    /// while a slider is dragged, until finishChange().
    Done change(Setup next, const QString& text, const QString& mergeKey = {});
    void finishChange();

    /// Which update's pass to show; more than there is is trained.
    void showUpdate(int update);
    int update() const { return update_; }

    /// True while numbers are on their way.
    bool isComputing() const;
    /// Waits until the numbers fit the setup; for figures and tests. False after `timeout` ms.
    bool settle(int timeout = 30000);

  signals:
    void setupChanged();
    void snapshotChanged();
    /// One line for the user: what was not done, and why.
    void refused(const QString& message);

  private:
    class ChangeCommand;
    void apply(const Setup& setup);
    void request();

    Setup setup_;
    std::shared_ptr<const Snapshot> snapshot_;
    QUndoStack undo_;
    std::unique_ptr<Trainer> trainer_;
    std::uint64_t generation_ = 0;
    int update_ = 0;
    int mergeSeries_ = 0;
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

/// "Noisy sine": the sequence of a setup in words.
QString sequenceName(const Setup& setup);

/// Reads a file, or one of the program's own under ":/".
Result<std::string> openFile(const std::string& file);

}  // namespace rnnscope
