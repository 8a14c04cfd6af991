// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/import_dialog.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

#include "app/dialogs/sheet_view.h"
#include "app/document.h"

namespace rnnscope {
namespace {

constexpr int patience = 100;  // ms before work shows itself

using Bytes = std::shared_ptr<const std::string>;

/// Runs a reading so that even a file beyond the memory ends in a message.
template <class T, class Read>
Result<T> guarded(const std::string& file, Read read) {
    try {
        return read();
    } catch (const std::bad_alloc&) {
        return Error{
            "there is not enough memory to read the file; pick fewer columns or shorten it", file};
    }
}

Result<Bytes> load(const Bytes& known, const std::string& file, const std::string& shortName) {
    if (known)
        return known;
    auto read = openFile(file);
    if (!read) {
        Error error = read.error();
        error.file = shortName;
        return error;
    }
    return std::make_shared<const std::string>(std::move(read).value());
}

/// Whole numbers from 0 in one column of a table.
bool holdsClasses(const Table& table, Eigen::Index column) {
    const auto values = table.values.col(column).array();
    return (values >= 0).all() && (values <= 1e6).all() && (values == values.floor()).all();
}

}  // namespace

ImportDialog::ImportDialog(const QString& file, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      file_(file),
      theme_(theme),
      form_(Form::Csv),
      shortName_(QFileInfo(file).fileName().toStdString()) {
    if (const Reader* reader = readerFor(file.toStdString()))
        form_ = reader->id == "json"   ? Form::Json
                : reader->id == "npy"  ? Form::Npy
                : reader->id == "text" ? Form::Text
                                       : Form::Csv;
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
    table_ = nullptr;
    job_.run([this, bytes = bytes_, file = file_.toStdString(), name = shortName_, form = form_,
              given = given_]() -> LatestJob::Show {
        const auto loaded = load(bytes, file, name);
        if (!loaded)
            return [this, error = loaded.error()] { fail(error); };
        auto sheet = guarded<Sheet>(name, [&]() -> Result<Sheet> {
            const std::string& content = **loaded;
            if (form == Form::Csv)
                return sheetOfCsv(content, given, name);
            const auto read = form == Form::Json  ? readJson(content, given, name)
                              : form == Form::Npy ? readNpy(content, given, name)
                                                  : readText(content, given, name);
            if (!read)
                return read.error();
            return sheetOfTable(*read);
        });
        return [this, content = *loaded, sheet = std::move(sheet)] {
            bytes_ = content;
            if (sheet)
                takeSheet(*sheet);
            else
                fail(sheet.error());
        };
    });
    showStatus();
}

void ImportDialog::takeSheet(Sheet sheet) {
    const bool sameColumns = sheet_ && sheet_->columns == sheet.columns;
    sheet_ = std::move(sheet);
    if (!rolesChosen_ || !sameColumns) {
        rolesChosen_ = false;
        // The characters of a text are no columns to choose from.
        roles_ = form_ == Form::Text
                     ? std::vector<ColumnUse>(sheet_->columns.size(), ColumnUse::Input)
                     : guessRoles(*sheet_);
        const bool answered = std::count(roles_.begin(), roles_.end(), ColumnUse::Target) > 0;
        if (answered)
            target_ = TargetSource::Kind::Column;
        else if (target_ == TargetSource::Kind::Column)
            target_ = TargetSource::Kind::Next;
    }
    fillChoices();
    if (view_)
        view_->showSheet(*sheet_, roles_);
    readColumns();
}

std::vector<std::string> ImportDialog::namesOf(ColumnUse role) const {
    std::vector<std::string> names;
    for (std::size_t column = 0; column < roles_.size(); ++column)
        if (roles_[column] == role)
            names.push_back(sheet_->columns[column]);
    return names;
}

std::vector<std::string> ImportDialog::picks() const {
    if (form_ == Form::Text)
        return {};  // a text has no columns to pick
    std::vector<std::string> names = namesOf(ColumnUse::Input);
    for (const std::string& name : namesOf(ColumnUse::Target))
        names.push_back(name);
    return names;
}

std::optional<Error> ImportDialog::whyUseless(const Table& table) const {
    const auto [first, last] = table.rowsOf(0);
    if (target_ == TargetSource::Kind::Next && last - first < 2)
        return Error{std::string("the ") + (table.starts.size() > 1 ? "first sequence" : "file") +
                         " has one row, which has no next value; two are needed, or another target",
                     shortName_};
    return std::nullopt;
}

void ImportDialog::readColumns() {
    error_.reset();
    table_ = nullptr;
    if (view_)
        view_->markWrong({});
    if (form_ != Form::Text && namesOf(ColumnUse::Input).empty()) {
        job_.cancel();
        fail({"no column is chosen as input; choose one in the table's head", shortName_});
        return;
    }
    ReadOptions options = given_;
    options.columns = picks();
    job_.run([this, bytes = bytes_, name = shortName_, form = form_, options,
              sheet = *sheet_]() mutable -> LatestJob::Show {
        auto read = guarded<Table>(name, [&] {
            return form == Form::Csv    ? readCsv(*bytes, options, name)
                   : form == Form::Json ? readJson(*bytes, options, name)
                   : form == Form::Npy  ? readNpy(*bytes, options, name)
                                        : readText(*bytes, options, name);
        });
        if (!read) {
            if (form == Form::Csv && read.error().line)
                addRowsAbout(sheet, *bytes, *read.error().line);
            return [this, error = read.error(), sheet = std::move(sheet)] {
                if (view_ && sheet.rows.size() > sheet_->rows.size()) {
                    sheet_ = sheet;
                    view_->showSheet(*sheet_, roles_);
                }
                fail(error);
            };
        }
        auto table = std::make_shared<const Table>(std::move(read).value());
        std::size_t dropped = 0;
        if (form == Form::Csv && options.missing == Missing::Drop)
            dropped = countRows(*bytes, options) - static_cast<std::size_t>(table->values.rows());
        return [this, table = std::move(table), dropped] {
            if (const auto useless = whyUseless(*table)) {
                fail(*useless);
                return;
            }
            table_ = table;
            dropped_ = dropped;
            showTable();
            if (acceptWhenRead_)
                QDialog::accept();
        };
    });
    showStatus();
}

void ImportDialog::fail(const Error& error) {
    error_ = error;
    table_ = nullptr;
    acceptWhenRead_ = false;
    if (view_ && error.line)
        view_->markWrong(CellPlace{*error.line, error.column});
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
    roles_[at] = role;
    view_->setRoles(roles_);
    fillChoices();
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
    if (view_)
        view_->setRoles(roles_);
    readColumns();
}

void ImportDialog::accept() {
    if (error_)
        return;
    if (table_) {
        QDialog::accept();
        return;
    }
    acceptWhenRead_ = true;
    showStatus();
}

/// Hundreds and thousands would saturate every unit: without a word from the user they are scaled.
Scaling ImportDialog::scaling() const {
    constexpr double large = 3;
    if (form_ == Form::Text)
        return Scaling::None;
    if (scalingChosen_)
        return *scalingChosen_;
    return table_->values.cwiseAbs().maxCoeff() > large ? Scaling::Standard : Scaling::None;
}

void ImportDialog::applyTo(Setup& setup) const {
    assert(table_);
    using Kind = TargetSource::Kind;
    const Kind before = setup.target.kind;
    const bool taskBefore = !setup.sequence.task.empty();
    relaxTraining(setup);
    setup.sequence = {};
    setup.sequence.task.clear();
    setup.sequence.file = file_.toStdString();
    setup.sequence.reading = given_;
    setup.sequence.reading.columns = picks();
    if (form_ != Form::Text)
        setup.sequence.columns = namesOf(ColumnUse::Input);
    setup.sequence.bytes = bytes_;
    setup.sequence.table = table_;
    setup.sequence.scaling = scaling();
    setup.target = {};
    setup.target.kind = target_;
    const auto target = namesOf(ColumnUse::Target);
    if (target_ == Kind::Column)
        setup.target.name = target.front();

    if (form_ == Form::Text) {
        setup.loss = Loss::CrossEntropy;
    } else if (target_ != Kind::None) {
        const Eigen::Index compared = table_->values.cols() - 1;  // the target comes last
        const bool one = target_ == Kind::Column || table_->values.cols() == 1;
        // A task's cross-entropy says nothing about a file's whole numbers.
        if (taskBefore || !one || !holdsClasses(*table_, compared))
            setup.loss = Loss::MeanSquared;
    }
    const bool sameKind =
        target_ == Kind::Column && (before == Kind::Column || before == Kind::File);
    if (!sameKind && target_ != Kind::None)
        setup.readout = Readout::EveryStep;
}

}  // namespace rnnscope
