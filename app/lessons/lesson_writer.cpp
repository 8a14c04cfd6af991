// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QUndoCommand>
#include <algorithm>
#include <utility>

#include "app/document.h"
#include "app/lessons/lesson_files.h"
#include "app/session.h"
#include "core/archive.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr int keepAfter = 1000;  // ms without a change, until it is kept for the next start
constexpr int mostSteps = 500;
constexpr int pauseEndsStep = 1000;  // ms: what is typed after it is another step of undo
constexpr char fileKey[] = "lessonWriter/file";
constexpr char firstId[] = "my-lesson";

/// What is not saved yet lies here, and the files that only it has.
QString draftFile() {
    return QFileInfo(lastSetupFile()).absoluteDir().filePath(QStringLiteral("lesson/draft.json"));
}

std::string folderOf(const QString& file) {
    return QFileInfo(file).absolutePath().toStdString();
}

/// For the id of a lesson: of letters, digits and hyphens.
std::string idFrom(QString id) {
    id.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9]+")), QStringLiteral("-"));
    id.remove(QRegularExpression(QStringLiteral("^-+|-+$")));
    id = id.toLower();
    return id.isEmpty() ? firstId : id.toStdString();
}

}  // namespace

class LessonWriter::Step : public QUndoCommand {
  public:
    Step(LessonWriter* writer, State before, State after, const QString& what, QString field)
        : QUndoCommand(what),
          writer_(writer),
          before_(std::move(before)),
          after_(std::move(after)),
          field_(std::move(field)) {}

    int id() const override { return field_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override {
        const auto* step = static_cast<const Step*>(next);
        if (step->field_ != field_)
            return false;
        after_ = step->after_;
        return true;
    }
    void undo() override { take(before_); }
    void redo() override {
        if (std::exchange(done_, true))
            take(after_);
    }

  private:
    /// Where it is saved stays, unless another lesson took the place of this one.
    void take(State state) {
        if (before_.file == after_.file && before_.saved == after_.saved) {
            state.file = writer_->now_.file;
            state.saved = writer_->now_.saved;
        }
        writer_->take(state);
    }

    LessonWriter* writer_;
    State before_, after_;
    QString field_;
    bool done_ = false;
};

LessonWriter::LessonWriter(QObject* parent) : QObject(parent) {
    undo_.setUndoLimit(mostSteps);
    keep_.setSingleShot(true);
    keep_.setInterval(keepAfter);
    connect(&keep_, &QTimer::timeout, this, &LessonWriter::keep);
    takeKept();
}

LessonWriter::~LessonWriter() {
    if (keep_.isActive())
        keep();
}

std::optional<std::size_t> LessonWriter::page() const {
    const std::size_t count = now_.draft.pageCount();
    return count == 0 ? std::nullopt : std::optional(std::min(now_.page, count - 1));
}

void LessonWriter::setPage(std::size_t page) {
    if (page >= now_.draft.pageCount() || page == this->page())
        return;
    now_.page = page;
    Q_EMIT changed();
}

std::string LessonWriter::language() const {
    const auto all = now_.draft.languages();
    return std::find(all.begin(), all.end(), language_) == all.end() ? all.front() : language_;
}

void LessonWriter::setLanguage(const std::string& language) {
    language_ = language;
    Q_EMIT changed();
}

// ---- changes -----------------------------------------------------------------------------------

void LessonWriter::put(State state, const QString& what, const QString& field) {
    State before = std::exchange(now_, std::move(state));
    if (!typed_.isValid() || typed_.elapsed() > pauseEndsStep)
        ++burst_;
    typed_.start();
    const QString key = field.isEmpty() ? field : QStringLiteral("%1 %2").arg(field).arg(burst_);
    undo_.push(new Step(this, std::move(before), now_, what, key));
    keep_.start();
    if (field.isEmpty())
        Q_EMIT changed();
}

void LessonWriter::take(const State& state) {
    now_ = state;
    keep_.start();
    Q_EMIT changed();
}

void LessonWriter::change(const QString& what, const QString& field,
                          const std::function<void(LessonDraft&)>& edit) {
    State next = now_;
    edit(next.draft);
    if (!(next.draft == now_.draft))
        put(std::move(next), what, field);
}

/// Files of a drawn or pasted sequence lie nowhere; they are kept beside the draft.
Result<PageState> LessonWriter::kept(PageState state) const {
    if (!QDir().mkpath(QFileInfo(draftFile()).absolutePath()))
        return Error{Sentence::tr("its folder cannot be made; allow writing to it"),
                     draftFile().toStdString()};
    QStringList written;
    const auto setup = withFilesBeside(state.setup, draftFile(), written);
    if (!setup)
        return setup.error();
    state.setup = *setup;
    return state;
}

Done LessonWriter::record(const PageState& state) {
    const auto whole = kept(state);
    if (!whole)
        return whole.error();
    State next = now_;
    next.page = page() ? *page() + 1 : 0;
    next.draft.addPage(next.page, *whole);
    next.draft.nameFilesWhole(folderOf(draftFile()));
    put(std::move(next), tr("Record a page"), {});
    return done();
}

Done LessonWriter::recordAgain(const PageState& state) {
    const auto whole = kept(state);
    if (!whole)
        return whole.error();
    if (const auto at = page())
        change(tr("Record page %1 again").arg(*at + 1), {}, [&](LessonDraft& draft) {
            draft.recordPage(*at, *whole);
            draft.nameFilesWhole(folderOf(draftFile()));
        });
    return done();
}

void LessonWriter::movePage(std::size_t to) {
    const auto from = page();
    if (!from || to >= now_.draft.pageCount() || to == *from)
        return;
    State next = now_;
    next.draft.movePage(*from, to);
    next.page = to;
    put(std::move(next), tr("Move page %1").arg(*from + 1), {});
}

void LessonWriter::removePage() {
    const auto at = page();
    if (!at)
        return;
    State next = now_;
    next.draft.removePage(*at);
    next.page = *at > 0 && *at == next.draft.pageCount() ? *at - 1 : *at;
    put(std::move(next), tr("Delete page %1").arg(*at + 1), {});
}

// ---- files -------------------------------------------------------------------------------------

void LessonWriter::beginNew() {
    if (!(now_.draft == LessonDraft()) || !now_.file.isEmpty())
        put({}, tr("New lesson"), {});
}

Done LessonWriter::open(const QString& file) {
    const auto text = openFile(file.toStdString());
    if (!text)
        return text.error();
    auto draft = LessonDraft::fromText(*text, file.toStdString());
    if (!draft)
        return draft.error();
    draft->nameFilesWhole(folderOf(file));
    const bool own = file.startsWith(QLatin1Char(':'));
    put({*draft, *draft, own ? QString() : QFileInfo(file).absoluteFilePath(), 0},
        tr("Open %1").arg(QFileInfo(file).fileName()), {});
    return done();
}

Done LessonWriter::save(const QString& file) {
    State next = now_;
    next.file = QFileInfo(file).absoluteFilePath();
    if (now_.file != next.file || next.draft.id() == firstId)  // a lesson of its own
        next.draft.setId(idFrom(QFileInfo(file).completeBaseName()));
    // What only the draft has comes along.
    const QString own = QFileInfo(draftFile()).absolutePath() + QLatin1Char('/');
    Done status = done();
    next.draft.renameFiles([&](const std::string& name) {
        if (!status || !name.starts_with(own.toStdString()))
            return name;
        const auto bytes = openFile(name);
        if (!bytes) {
            status = bytes.error();
            return name;
        }
        const auto [free, stands] = freeBeside(file, QString::fromStdString(name), *bytes);
        if (!stands)
            status = writeAtomically(free.toStdString(), *bytes);
        return free.toStdString();
    });
    if (!status)
        return status;
    LessonDraft named = next.draft;
    named.nameFilesFrom(folderOf(file));
    if (status = writeAtomically(file.toStdString(), named.text()); !status)
        return status;
    next.saved = next.draft;
    now_ = std::move(next);
    keep_.start();
    Q_EMIT changed();
    return done();
}

QString LessonWriter::fileName() const {
    const auto title = QString::fromStdString(now_.draft.words({{}, "title"}, language()));
    return QString::fromStdString(idFrom(title.left(60))) + QStringLiteral(".json");
}

LessonReading LessonWriter::playable() const {
    return readLesson(now_.draft.withoutGaps().text(), draftFile().toStdString(), windowNames());
}

LessonReading LessonWriter::reading() const {
    return readLesson(now_.draft.text(), {}, windowNames());
}

/// A draft that cannot be kept is no reason to be in anybody's way while writing.
void LessonWriter::keep() const {
    const QString file = draftFile();
    QSettings().setValue(fileKey, now_.file);
    if (QDir().mkpath(QFileInfo(file).absolutePath()))
        (void)writeAtomically(file.toStdString(), now_.draft.text());
}

void LessonWriter::takeKept() {
    if (!QFileInfo::exists(draftFile()))
        return;
    const auto text = openFile(draftFile().toStdString());
    const auto draft = text ? LessonDraft::fromText(*text, draftFile().toStdString())
                            : Result<LessonDraft>(text.error());
    if (!draft)
        return;
    now_.draft = *draft;
    now_.file = QSettings().value(fileKey).toString();
    if (now_.file.isEmpty())
        return;
    // Whether that is what its file holds.
    const auto saved = openFile(now_.file.toStdString());
    auto there = saved ? LessonDraft::fromText(*saved, now_.file.toStdString())
                       : Result<LessonDraft>(saved.error());
    if (!there)
        return;
    there->nameFilesWhole(folderOf(now_.file));
    now_.saved = *there;
}

}  // namespace rnnscope
