// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

namespace rnnscope {

/// Holds the screen saver off, and the screen on, by the desktop's org.freedesktop.ScreenSaver.
/// Where there is no desktop to ask nothing happens, and nothing is said.
class ScreenAwake : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    ~ScreenAwake() override;

    void hold();
    void release();
    /// Whether the desktop has granted it.
    bool isHeld() const { return cookie_.has_value(); }

  private:
    void give(quint32 cookie);

    bool wanted_ = false;
    bool asked_ = false;             // the answer is on its way
    std::optional<quint32> cookie_;  // by which the desktop knows it
};

}  // namespace rnnscope
