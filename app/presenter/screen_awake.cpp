// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/screen_awake.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <utility>

namespace rnnscope {
namespace {

/// A bus that is there. Qt's library would start one where there is none.
bool hasBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

QDBusMessage call(const QString& method) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"), method);
}

}  // namespace

ScreenAwake::~ScreenAwake() {
    release();
}

void ScreenAwake::hold() {
    wanted_ = true;
    if (asked_ || cookie_ || !hasBus())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage message = call(QStringLiteral("Inhibit"));
    message << QCoreApplication::applicationName() << tr("Presenting");
    asked_ = true;
    // Not waited for: a desktop that does not answer must not hold up the lecture.
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<quint32> reply = *answer;
        answer->deleteLater();
        asked_ = false;
        if (reply.isError())
            return;
        if (wanted_)
            cookie_ = reply.value();
        else
            give(reply.value());
    });
}

void ScreenAwake::release() {
    wanted_ = false;
    if (cookie_)
        give(*std::exchange(cookie_, std::nullopt));
}

void ScreenAwake::give(quint32 cookie) {
    QDBusMessage message = call(QStringLiteral("UnInhibit"));
    message << cookie;
    QDBusConnection::sessionBus().send(message);
}

}  // namespace rnnscope
