// SPDX-License-Identifier: GPL-3.0-or-later
// A window with the weights in front, driven by mouse and keys.
#pragma once

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>
#include <memory>

#include "app/card.h"
#include "app/mainwindow.h"
#include "app/panels/weights_editor.h"
#include "app/panels/weights_panel.h"
#include "app/plot/style.h"
#include "core/weight_blocks.h"

namespace rnnscope {

class WeightsTestBase : public QObject {
  protected:
    void start() {
        QVERIFY(folder_.isValid());
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        qApp->setStyle(makeStyle());
        QDir().mkpath(RNNSCOPE_SCREENSHOTS);
    }
    /// An LSTM of 8 units with the weights filling the window.
    void open(const QSize& size = {1500, 860}) {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>();
        window_->resize(size);
        window_->openDefault();
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        Setup next = document().setup();
        next.cell = "lstm";
        next.hidden = 8;
        QVERIFY(document().change(next, "LSTM").ok());
        QVERIFY(document().settle());
        document().undoStack().clear();
        Q_EMIT window_->card("weights")->maximizeRequested();
        QCoreApplication::processEvents();
        QTRY_VERIFY(panel().isVisible());
        QCoreApplication::processEvents();
    }
    Document& document() { return window_->document(); }
    WeightsPanel& panel() {
        return *static_cast<WeightsPanel*>(window_->card("weights")->content());
    }
    const Parameters& parameters() { return document().snapshot()->parameters; }
    std::size_t field(const char* target) {
        const auto found = panel().find(target);
        if (!found)
            qFatal("no field %s", target);
        return *found;
    }
    /// A number of the network, counted from 0.
    double number(const char* target, Index row, Index column = 0) {
        const auto blocks = weightBlocks(document().snapshot()->shape(), parameters());
        const auto block = std::ranges::find(blocks, target, &WeightBlock::target);
        return blockOf(parameters(), *block)(row, column);
    }
    Eigen::MatrixXd block(const char* target) {
        const auto blocks = weightBlocks(document().snapshot()->shape(), parameters());
        return blockOf(parameters(), *std::ranges::find(blocks, target, &WeightBlock::target));
    }
    QPoint at(const char* target, Index row, Index column = 0) {
        const WeightsLayout& layout = panel().layoutShown();
        return layout.cellRect(*layout.placeOf(field(target)), row, column).center().toPoint();
    }
    QPoint labelOf(const char* target) {
        const QRectF label = panel().layoutShown().placeOf(field(target))->label;
        return QPointF(label.left() + 4, label.center().y()).toPoint();
    }
    void click(const char* target, Index row, Index column = 0,
               Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(&panel(), Qt::LeftButton, modifiers, at(target, row, column));
    }
    /// As the window system delivers it: to what has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = window_->focusWidget();
        QTest::keyClick(focus ? focus : window_.get(), key, modifiers);
    }
    void keys(const QString& text) {
        for (const QChar each : text)
            QTest::keyClick(window_->focusWidget(), each.toLatin1());
    }
    void type(const QString& text) {
        keys(text);
        key(Qt::Key_Return);
        QVERIFY(document().settle());
    }
    void undo() {
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().settle());
    }
    void redo() {
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(document().settle());
    }
    void setClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }
    QString clipboard() { return QGuiApplication::clipboard()->text(); }
    /// Takes an entry of a menu.
    void take(QMenu* menu, const QString& text) {
        for (QAction* action : menu->actions())
            if (action->text() == text) {
                QVERIFY(action->isEnabled());
                action->trigger();
                delete menu;
                QVERIFY(document().settle());
                return;
            }
        QFAIL(qPrintable("no entry " + text));
    }
    void choose(const char* option, const char* value) {
        Setup next = document().setup();
        QVERIFY(setOption(next, option, value).ok());
        QVERIFY(document().change(next, option).ok());
        QVERIFY(document().settle());
        QCoreApplication::processEvents();
    }
    void shoot(const QString& name) {
        QCoreApplication::processEvents();
        QVERIFY(window_->grab().save(QString("%1/%2.png").arg(RNNSCOPE_SCREENSHOTS, name)));
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace rnnscope
