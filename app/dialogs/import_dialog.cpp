// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/import_dialog.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/dialogs/sheet_view.h"
#include "app/document.h"
#include "core/readers/columns.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr int patience = 100;  // ms before work shows itself

/// Whole numbers from 0 in one column of a table.
bool holdsClasses(const Table& table, Eigen::Index column) {
    const auto values = table.values.col(column).array();
    return (values >= 0).all() && (values <= 1e6).all() && (values == values.floor()).all();
}

}  // namespace

ImportDialog::ImportDialog(const QString& file, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      source_{file.toStdString(), QFileInfo(file).fileName().toStdString(), nullptr,
              readerFor(file.toStdString())},
      theme_(theme) {
    begin();
}

ImportDialog::ImportDialog(FileBytes pasted, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      source_{{}, tr("pasted").toStdString(), std::move(pasted), nullptr},
      theme_(theme) {
    begin();
}

void ImportDialog::begin() {
    setWindowModality(Qt::WindowModal);
    build();
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    connect(&patience_, &QTimer::timeout, this, &ImportDialog::showStatus);
    connect(&job_, &LatestJob::busyChanged, this, [this](bool busy) {
        if (busy)
            patience_.start();
        else
            patience_.stop();
        showStatus();
    });
    connect(this, &QDialog::rejected, &job_, &LatestJob::cancel);
    recognise();
}

void ImportDialog::recognise() {
    error_.reset();
    read_ = {};
    outlook_.reset();
    job_.run([this, source = source_, given = given_]() -> LatestJob::Show {
        FileBytes bytes;
        auto file = rnnscope::recognise(source, given, bytes);
        return [this, bytes, file = std::move(file)] {
            source_.bytes = bytes;
            if (file)
                takeFile(*file);
            else
                fail(file.error());
        };
    });
    showStatus();
}

void ImportDialog::takeFile(Recognised file) {
    const bool sameColumns =
        file_ && file_->reader == file.reader && file_->sheet.columns == file.sheet.columns;
    file_ = std::move(file);
    const Sheet& sheet = file_->sheet;
    if (!rolesChosen_ || !sameColumns) {
        rolesChosen_ = false;
        roles_ = guessRoles(sheet);
        const bool answered = std::count(roles_.begin(), roles_.end(), ColumnUse::Target) > 0;
        if (answered)
            target_ = TargetSource::Kind::Column;
        else if (target_ == TargetSource::Kind::Column)
            target_ = TargetSource::Kind::Next;
    }
    showForm();
    fillTargets();
    fillSlice();
    if (!isText())
        view_->showSheet(sheet, roles_);
    readColumns();
}

std::vector<std::string> ImportDialog::namesOf(ColumnUse role) const {
    std::vector<std::string> names;
    for (std::size_t column = 0; column < roles_.size(); ++column)
        if (roles_[column] == role)
            names.push_back(file_->sheet.columns[column]);
    return names;
}

std::vector<std::string> ImportDialog::picks() const {
    if (isText())
        return {};  // a text has no columns to pick
    std::vector<std::string> names = namesOf(ColumnUse::Input);
    for (const std::string& name : namesOf(ColumnUse::Target))
        names.push_back(name);
    return names;
}

/// As ReadOptions have it: nothing where a reader takes the same by itself.
std::string ImportDialog::sequenceColumn() const {
    const Sheet& sheet = file_->sheet;
    const auto chosen = namesOf(ColumnUse::Sequence);
    if (!chosen.empty())
        return sheet.named && namesSequence(chosen.front()) ? std::string() : chosen.front();
    const bool taken =
        sheet.named && std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                   [](const std::string& name) { return namesSequence(name); });
    return taken ? "none" : "";
}

ReadOptions ImportDialog::options() const {
    ReadOptions options = given_;
    options.columns = picks();
    options.encoding = file_->encoding == "utf-8" ? std::string() : file_->encoding;
    options.sequenceColumn = isText() ? std::string() : sequenceColumn();
    return options;
}

std::optional<Error> ImportDialog::whyUseless(const Table& table) const {
    const auto [first, last] = table.rowsOf(std::min(slice_.shown, table.starts.size() - 1));
    if (target_ == TargetSource::Kind::Next && last - first < 2)
        return Error{table.starts.size() > 1
                         ? Sentence::tr("the shown sequence has one row, which has no next value; "
                                        "two are needed, or another target")
                         : Sentence::tr("the file has one row, which has no next value; two are "
                                        "needed, or another target"),
                     source_.name};
    return std::nullopt;
}

void ImportDialog::readColumns() {
    error_.reset();
    read_ = {};
    outlook_.reset();
    view_->markWrong({});
    if (!isText() && namesOf(ColumnUse::Input).empty()) {
        job_.cancel();
        fail({Sentence::tr("no column is chosen as input; choose one in the table's head"),
              source_.name});
        return;
    }
    job_.run([this, file = *file_, options = options(),
              name = source_.name]() mutable -> LatestJob::Show {
        auto read = rnnscope::readColumns(file, options, name);
        if (!read) {
            if (file.reader->id == "csv" && read.error().line)
                addRowsAbout(file.sheet, *file.bytes, *read.error().line);
            return [this, error = read.error(), sheet = std::move(file.sheet)] {
                if (sheet.rows.size() > file_->sheet.rows.size()) {
                    file_->sheet = sheet;
                    view_->showSheet(sheet, roles_);
                }
                fail(error);
            };
        }
        return [this, read = *std::move(read)] {
            read_ = read;
            slice_.shown = std::min(slice_.shown, read.table->starts.size() - 1);
            consider();
        };
    });
    showStatus();
}

/// What becomes of the table with the choices of now.
void ImportDialog::consider() {
    if (!read_.table)
        return;
    error_.reset();
    outlook_.reset();
    fillSlice();
    if (const auto useless = whyUseless(*read_.table)) {
        fail(*useless);
        return;
    }
    Setup trial;
    applyTo(trial);
    trial.sequence.file = source_.name;
    job_.run([this, trial]() -> LatestJob::Show {
        return [this, outlook = outlookOf(trial)] { takeOutlook(outlook); };
    });
    showStatus();
}

void ImportDialog::takeOutlook(Outlook outlook) {
    // A slice that another sequence or target has no room for gives way.
    const bool skips = slice_.skip > 0 && slice_.skip >= outlook.most;
    const bool stops = slice_.length && *slice_.length > outlook.most - slice_.skip;
    if (outlook.most > 0 && (skips || stops)) {
        if (skips)
            slice_.skip = 0;
        slice_.length.reset();
        consider();
        return;
    }
    outlook_ = std::move(outlook);
    fillSlice();
    if (outlook_->error) {
        fail(*outlook_->error);
        return;
    }
    showTable();
    if (acceptWhenRead_)
        QDialog::accept();
}

void ImportDialog::fail(const Error& error) {
    error_ = error;
    acceptWhenRead_ = false;
    // Where the table stands, the error is about what is made of it, not about a cell.
    if (!read_.table && error.line)
        view_->markWrong(CellPlace{*error.line, error.column});
    showForm();
    showTable();
    showStatus();
}

void ImportDialog::setRole(int column, ColumnUse role) {
    rolesChosen_ = true;
    const auto at = static_cast<std::size_t>(column);
    if (role == ColumnUse::Target) {
        std::replace(roles_.begin(), roles_.end(), ColumnUse::Target, ColumnUse::Input);
        target_ = TargetSource::Kind::Column;
    } else if (roles_[at] == ColumnUse::Target) {
        target_ = TargetSource::Kind::Next;
    }
    if (role == ColumnUse::Sequence)
        std::replace(roles_.begin(), roles_.end(), ColumnUse::Sequence, ColumnUse::Unused);
    roles_[at] = role;
    view_->setRoles(roles_);
    fillTargets();
    readColumns();
}

void ImportDialog::setTarget(int column) {
    if (column >= 0) {
        setRole(column, ColumnUse::Target);
        return;
    }
    rolesChosen_ = true;
    target_ = column == -1 ? TargetSource::Kind::Next : TargetSource::Kind::None;
    std::replace(roles_.begin(), roles_.end(), ColumnUse::Target, ColumnUse::Input);
    view_->setRoles(roles_);
    readColumns();
}

void ImportDialog::accept() {
    if (error_)
        return;
    if (outlook_) {
        QDialog::accept();
        return;
    }
    acceptWhenRead_ = true;
    showStatus();
}

/// Hundreds and thousands would saturate every unit: without a word from the user they are scaled.
Scaling ImportDialog::scaling() const {
    if (isText())
        return Scaling::None;
    if (scalingChosen_)
        return *scalingChosen_;
    return read_.large ? Scaling::Standard : Scaling::None;
}

/// Such that the setup's own reader is the one that was chosen.
std::string ImportDialog::fileName() const {
    const Reader* byName = readerFor(source_.file);
    if (!isPasted() && (byName ? byName : &readerNamed("csv")) == file_->reader)
        return source_.file;
    const QString stem = isPasted()
                             ? tr("pasted")
                             : QFileInfo(QString::fromStdString(source_.file)).completeBaseName();
    return stem.toStdString() + "." + std::string(file_->reader->extensions.front());
}

void ImportDialog::applyTo(Setup& setup) const {
    assert(read_.table);
    using Kind = TargetSource::Kind;
    const Kind before = setup.target.kind;
    const bool taskBefore = !setup.sequence.task.empty();
    const Table& table = *read_.table;
    relaxTraining(setup);
    setup.sequence = slice_;
    setup.sequence.task.clear();
    setup.sequence.file = fileName();
    setup.sequence.reading = options();
    if (!isText())
        setup.sequence.columns = namesOf(ColumnUse::Input);
    setup.sequence.bytes = file_->bytes;
    setup.sequence.table = read_.table;
    setup.sequence.scaling = scaling();
    setup.target = {};
    setup.target.kind = target_;
    const auto target = namesOf(ColumnUse::Target);
    if (target_ == Kind::Column)
        setup.target.name = target.front();

    if (isText()) {
        setup.loss = Loss::CrossEntropy;
    } else if (target_ != Kind::None) {
        const Eigen::Index compared = table.values.cols() - 1;  // the target comes last
        const bool one = target_ == Kind::Column || table.values.cols() == 1;
        // A task's cross-entropy says nothing about a file's whole numbers.
        if (taskBefore || !one || !holdsClasses(table, compared))
            setup.loss = Loss::MeanSquared;
    }
    const bool sameKind =
        target_ == Kind::Column && (before == Kind::Column || before == Kind::File);
    if (!sameKind && target_ != Kind::None)
        setup.readout = Readout::EveryStep;
}

}  // namespace rnnscope
