// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/dialogs/import_reading.h"
#include "app/dialogs/latest_job.h"
#include "app/plot/theme.h"
#include "core/setup.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace rnnscope {

class SequencePlot;
class SheetView;
class VocabularyView;

/// Shows what was read from a sequence file, or was pasted, with every guess to see and to change.
/// Reads in a thread of its own. For open(): connect to accepted(), then ask applyTo().
class ImportDialog : public QDialog {
    Q_OBJECT

  public:
    ImportDialog(const QString& file, const Theme& theme, QWidget* parent = nullptr);
    /// On bytes that have no file.
    ImportDialog(FileBytes pasted, const Theme& theme, QWidget* parent = nullptr);

    /// Sets the sequence, with its table, and the target. Mean squared error, except for the
    /// characters or words of a text, and where the setup has cross-entropy and the target column
    /// holds class numbers. A read-out that came with a built-in task, or with the next value as
    /// target, becomes one at every step. What has no file, or is read in another way than its
    /// name tells, gets a name that tells, and is kept by its bytes alone. Only after accepted().
    void applyTo(Setup& setup) const;

    void accept() override;

  private:
    // import_layout.cpp
    void build();
    QWidget* buildFooter();
    void showForm();
    void showStatus();
    void showTable();
    QString aboutText() const;
    QString summary() const;
    QString targetText() const;

    // import_choices.cpp
    QWidget* buildReading();
    QWidget* buildUse();
    void fillReading();
    void fillTargets();
    void fillSlice();

    bool isCsv() const { return file_ && file_->reader->id == "csv"; }
    bool isText() const { return file_ && file_->reader->id == "text"; }
    bool isPasted() const { return source_.file.empty(); }
    std::string fileName() const;
    void begin();
    void recognise();
    void takeFile(Recognised file);
    void readColumns();
    void consider();
    void takeOutlook(Outlook outlook);
    void fail(const Error& error);
    void setRole(int column, ColumnUse role);
    void setTarget(int index);
    std::vector<std::string> namesOf(ColumnUse role) const;
    std::vector<std::string> picks() const;
    std::string sequenceColumn() const;
    ReadOptions options() const;
    Scaling scaling() const;
    std::optional<Error> whyUseless(const Table& table) const;

    ImportSource source_;
    Theme theme_;
    ReadOptions given_;     ///< what the user chose; the rest is recognised
    SequenceSource slice_;  ///< skip, length, resampling and the shown sequence, as chosen

    std::optional<Recognised> file_;
    std::vector<ColumnUse> roles_;
    TargetSource::Kind target_ = TargetSource::Kind::Next;
    ReadColumns read_;  ///< without a table until it was read
    std::optional<Outlook> outlook_;
    std::optional<Scaling> scalingChosen_;  ///< by the user
    std::optional<Error> error_;
    bool acceptWhenRead_ = false;
    bool rolesChosen_ = false;  ///< by the user: no more guessing

    QLabel* about_ = nullptr;
    QWidget* reading_ = nullptr;
    QWidget* use_ = nullptr;
    QComboBox* form_ = nullptr;
    QComboBox* encoding_ = nullptr;
    QComboBox* unit_ = nullptr;
    QComboBox* delimiter_ = nullptr;
    QComboBox* header_ = nullptr;
    QComboBox* decimal_ = nullptr;
    QComboBox* missing_ = nullptr;
    QComboBox* scaling_ = nullptr;
    QComboBox* targetBox_ = nullptr;
    QSpinBox* shown_ = nullptr;
    QSpinBox* from_ = nullptr;
    QSpinBox* steps_ = nullptr;
    QSpinBox* resample_ = nullptr;
    QComboBox* resampleBy_ = nullptr;
    SheetView* view_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    VocabularyView* vocabulary_ = nullptr;
    SequencePlot* plot_ = nullptr;
    QLabel* scaled_ = nullptr;
    QLabel* status_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* accept_ = nullptr;
    QTimer patience_;
    LatestJob job_{this};  // last: its work must find nobody once the rest goes
};

}  // namespace rnnscope
