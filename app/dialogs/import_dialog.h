// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/dialogs/latest_job.h"
#include "app/dialogs/sheet.h"
#include "app/plot/theme.h"
#include "core/setup.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace rnnscope {

class SequencePlot;
class SheetView;

/// Shows what was read from a sequence file, with every guess to see and to change. Reads in a
/// thread of its own. For open(): connect to accepted(), then ask applyTo().
class ImportDialog : public QDialog {
    Q_OBJECT

  public:
    ImportDialog(const QString& file, const Theme& theme, QWidget* parent = nullptr);

    /// Sets the sequence, with its table, and the target. Mean squared error, except for the
    /// characters of a text, and where the setup has cross-entropy and the target column holds
    /// class numbers. A read-out that came with a built-in task, or with the next value as target,
    /// becomes one at every step. Only after accepted().
    void applyTo(Setup& setup) const;

    void accept() override;

  private:
    enum class Form { Csv, Json, Npy, Text };

    // import_layout.cpp
    void build();
    QWidget* buildChoices();
    QWidget* buildFooter();
    void fillChoices();
    void showStatus();
    void showTable();
    QString summary() const;

    void recognise();
    void takeSheet(Sheet sheet);
    void readColumns();
    void fail(const Error& error);
    void setRole(int column, ColumnUse role);
    void setTarget(int index);
    std::vector<std::string> namesOf(ColumnUse role) const;
    std::vector<std::string> picks() const;
    Scaling scaling() const;
    std::optional<Error> whyUseless(const Table& table) const;

    QString file_;
    Theme theme_;
    Form form_;
    std::string shortName_;  ///< for messages
    ReadOptions given_;      ///< what the user chose; the rest is recognised

    std::shared_ptr<const std::string> bytes_;
    std::optional<Sheet> sheet_;
    std::vector<ColumnUse> roles_;
    TargetSource::Kind target_ = TargetSource::Kind::Next;
    std::shared_ptr<const Table> table_;
    std::optional<Scaling> scalingChosen_;  ///< by the user
    std::size_t dropped_ = 0;               ///< rows left out for missing values
    std::optional<Error> error_;
    bool acceptWhenRead_ = false;
    bool rolesChosen_ = false;  ///< by the user: no more guessing

    QLabel* about_ = nullptr;
    QComboBox* delimiter_ = nullptr;
    QComboBox* header_ = nullptr;
    QComboBox* decimal_ = nullptr;
    QComboBox* missing_ = nullptr;
    QComboBox* scaling_ = nullptr;
    QComboBox* targetBox_ = nullptr;
    SheetView* view_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    SequencePlot* plot_ = nullptr;
    QLabel* status_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* accept_ = nullptr;
    QTimer patience_;
    LatestJob job_{this};  // last: its work must find nobody once the rest goes
};

}  // namespace rnnscope
