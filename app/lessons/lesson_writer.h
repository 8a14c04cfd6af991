// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>
#include <functional>
#include <optional>
#include <string>

#include "core/lesson.h"
#include "core/lesson_draft.h"

namespace rnnscope {

/// The lesson that is being written: its draft, its file, and the page and language that are worked
/// at. Every change can be undone, another lesson's taking its place too; what was not saved is
/// there again at the next start.
class LessonWriter : public QObject {
    Q_OBJECT

  public:
    /// With what was left the last time.
    explicit LessonWriter(QObject* parent = nullptr);
    ~LessonWriter() override;

    const LessonDraft& draft() const { return now_.draft; }
    /// Where it is saved; empty where it never was, or is one of the program's own.
    const QString& file() const { return now_.file; }
    /// A name for it, of its title.
    QString fileName() const;
    bool isModified() const { return !(now_.draft == now_.saved); }
    QUndoStack& undoStack() { return undo_; }

    /// From 0; absent where there is none.
    std::optional<std::size_t> page() const;
    void setPage(std::size_t page);
    /// One of the draft's.
    std::string language() const;
    void setLanguage(const std::string& language);

    /// Changes in a row of one `field` are one step of undo; of none, each is its own.
    void change(const QString& what, const QString& field,
                const std::function<void(LessonDraft&)>& edit);
    /// As a page behind the one that is worked at. An error where it names what cannot be kept as a
    /// file.
    Done record(const PageState& state);
    /// In place of the state of the page that is worked at; its words stay.
    Done recordAgain(const PageState& state);
    /// The page that is worked at goes up or down in the list, or away.
    void movePage(std::size_t to);
    void removePage();

    void beginNew();
    Done open(const QString& file);
    /// Files that lie nowhere else are written beside it.
    Done save(const QString& file);

    /// What a class would get: the draft with "…" for what is still to be written.
    LessonReading playable() const;
    /// What is wrong with the draft as it is.
    LessonReading reading() const;

  signals:
    /// Anything but words that were just typed, of which the undo stack tells.
    void changed();

  private:
    struct State {
        LessonDraft draft;
        LessonDraft saved;
        QString file;
        std::size_t page = 0;
    };
    class Step;

    void put(State state, const QString& what, const QString& field);
    void take(const State& state);
    Result<PageState> kept(PageState state) const;
    void keep() const;
    void takeKept();

    State now_;
    std::string language_;
    QUndoStack undo_;
    QTimer keep_;
    QElapsedTimer typed_;  ///< since the last change
    int burst_ = 0;        ///< of changes without a pause
};

}  // namespace rnnscope
