// SPDX-License-Identifier: GPL-3.0-or-later
// A window with the weights in front, driven by mouse and keys.
#pragma once

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QWheelEvent>
#include <QtTest>

#include "app/panels/weights_editor.h"
#include "app/panels/weights_panel.h"
#include "core/weight_blocks.h"
#include "tests/app/window_fixture.h"

namespace rnnscope {

class WeightsTestBase : public WindowTest {
  protected:
    void start() { prepare(); }
    /// An LSTM of 8 units with the weights filling the window.
    void open(const QSize& size = {1500, 860}) {
        WindowTest::open(size);
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
};

}  // namespace rnnscope
