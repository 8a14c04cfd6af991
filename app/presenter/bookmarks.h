// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <array>
#include <optional>
#include <string>

#include "app/playhead.h"
#include "core/setup.h"

namespace rnnscope {

/// A state of the window that can be come back to.
struct Bookmark {
    QString title;  ///< what it shows, for a list
    Setup setup;
    Position position;  ///< its update too
    int layer = 0;
    bool reverse = false;
    int unit = 0;
    std::string lesson;  ///< id of the lesson that was open; empty: none
    int page = 0;        ///< of it
    QByteArray places;   ///< of the panels
    QByteArray filled;   ///< their places before one filled the window; empty: none did
    QList<bool> rows;    ///< of what runs over time, which are shown
};

/// Bookmarks under their numbers, for as long as the program runs.
class Bookmarks : public QObject {
    Q_OBJECT

  public:
    static constexpr int most = 9;

    using QObject::QObject;

    /// Under a number from 1 to `most`, in place of what was there.
    void keep(int number, Bookmark bookmark);
    /// Null where there is none under this number.
    const Bookmark* at(int number) const;
    /// The least number that is free; absent where all are taken.
    std::optional<int> free() const;
    /// The one that was kept last; absent before the first.
    std::optional<int> latest() const { return latest_; }

  signals:
    void changed();

  private:
    std::array<std::optional<Bookmark>, most> all_;
    std::optional<int> latest_;
};

}  // namespace rnnscope
