// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include "app/document.h"
#include "app/setup_column.h"
#include "app/tool_row.h"
#include "app/training_actions.h"

namespace rnnscope {

/// Column and tool row over one document, shown.
struct SetupWindow {
    explicit SetupWindow(const char* cell = "lstm", double scale = 1) {
        Theme theme = Theme::light();
        theme.scale = scale;
        qApp->setFont(theme.font());
        qApp->setStyleSheet(theme.styleSheet());
        Setup setup;
        setup.cell = cell;
        examples()[0].applyTo(setup);
        ready = document.change(setup, {}).ok() && document.settle();
        undo = document.undoStack().createUndoAction(&frame);
        redo = document.undoStack().createRedoAction(&frame);
        column = new SetupColumn(&document, &frame);
        training = new TrainingActions(&document, &frame);
        row = new ToolRow(&document, undo, redo, training->train(), &frame);
        column->setTheme(theme);
        row->setTheme(theme);
        const int width = qRound(1280 * scale), bar = row->height();
        frame.resize(width, qRound(900 * scale));
        row->setGeometry(0, 0, width, bar);
        column->setGeometry(0, bar, column->width(), frame.height() - bar);
        frame.show();
        ready = ready && QTest::qWaitForWindowExposed(&frame);
        frame.activateWindow();
    }
    const Setup& setup() const { return document.setup(); }
    const SetupColumn::Controls& ui() const { return column->controls(); }
    int undoCount() { return document.undoStack().count(); }
    void type(Dial* dial, const QString& text) {
        dial->field()->setFocus();
        dial->field()->selectAll();
        QTest::keyClick(dial->field(), Qt::Key_Delete);
        QTest::keyClicks(dial->field(), text);
        QTest::keyClick(dial->field(), Qt::Key_Return);
    }
    static void choose(QComboBox* combo, int index) {
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
    void wheel(QWidget* widget, int angle) {
        const QPointF middle(widget->rect().center());
        QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, angle}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    Document document;
    QWidget frame;
    SetupColumn* column;
    ToolRow* row;
    QAction *undo, *redo;
    TrainingActions* training;
    bool ready = false;
};

}  // namespace rnnscope
