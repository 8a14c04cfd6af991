// SPDX-License-Identifier: GPL-3.0-or-later
// The real window as at a first start, and hands at it.
#pragma once

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "app/card.h"
#include "app/mainwindow.h"
#include "app/plot/style.h"

namespace rnnscope {

class WindowTest : public QObject {
  protected:
    /// The program's look, and settings that no other test shares.
    void prepare() {
        QVERIFY(folder_.isValid());
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        qApp->setStyle(makeStyle());
        QDir().mkpath(RNNSCOPE_SCREENSHOTS);
    }
    void open(const QSize& size = {1920, 1080}) {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>();
        window_->resize(size);
        window_->openDefault();
        window_->show();
        activate();
        settle();
    }
    void activate() {
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    Document& document() { return window_->document(); }
    /// Until the numbers are there and painted.
    void settle() {
        QVERIFY(document().settle());
        for (int k = 0; k < 4; ++k)
            QCoreApplication::processEvents();
    }
    /// As the window system delivers it.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = window_->focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    /// An option of the setup, as text.
    void choose(const char* option, const QString& value) {
        Setup next = document().setup();
        QVERIFY(setOption(next, option, value.toStdString()).ok());
        QVERIFY(document().change(next, option).ok());
        settle();
    }
    /// A click on a card's tab.
    void bringForward(const QString& title) {
        for (QTabBar* bar : window_->findChildren<QTabBar*>())
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->isVisible() && bar->tabText(tab) == title) {
                    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
                    settle();
                    return;
                }
        QFAIL(qPrintable("no tab " + title));
    }
    void shoot(const QString& name) {
        QCoreApplication::processEvents();
        QVERIFY(window_->grab().save(QString("%1/%2.png").arg(RNNSCOPE_SCREENSHOTS, name)));
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace rnnscope
