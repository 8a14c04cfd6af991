// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of itself: keys, panels, the manual.
#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include "app/card.h"
#include "app/help/help_html.h"
#include "app/help/help_popup.h"
#include "app/help/help_texts.h"
#include "app/help/manual_window.h"
#include "app/keys_sheet.h"
#include "app/lessons/lesson_files.h"
#include "app/mainwindow.h"
#include "app/tool_row.h"
#include "app/training_actions.h"

namespace rnnscope {

void MainWindow::buildHelp(QMenu* menu) {
    menu->addAction(tr("&Keys"), QKeySequence("F1"), this, &MainWindow::showKeys);
    menu->addAction(tr("&What is this panel?"), QKeySequence("Shift+F1"), this, [this] {
        if (Card* card = askedCard())
            explain(card);
    });
    menu->addAction(tr("&Manual"), QKeySequence("Ctrl+F1"), this, &MainWindow::showManual);
    menu->addSeparator();
    menu->addAction(tr("&About RNNScope"), this, &MainWindow::about);
}

QList<QAction*> MainWindow::keyActions() const {
    QList<QAction*> shown = playhead_->actions();
    shown << tools_->actions() << training_->all();
    for (QMenu* menu : menuBar()->findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            if (!shown.contains(action) && !action->shortcut().isEmpty())
                shown << action;
    return shown;
}

void MainWindow::showKeys() {
    showSheet(new KeysSheet(keyActions(), theme_, this));
}

/// Two sentences, the formula, and the way to the lesson.
void MainWindow::explain(Card* card) {
    const PanelHelp* help = findPanelHelp(card->objectName());
    if (!help)
        return;
    auto* popup = new HelpPopup(helpTitle(*help), panelHelpHtml(*help, theme_), theme_, this);
    connect(popup, &HelpPopup::linkActivated, this, &MainWindow::followHelp);
    popup->popup(card->mapToGlobal(QPoint(qRound(theme_.px(14)), qRound(theme_.px(32)))));
}

void MainWindow::showManual() {
    auto* manual = findChild<ManualWindow*>();
    if (!manual) {
        manual = new ManualWindow(keyActions(), theme_, this);
        manual->setAttribute(Qt::WA_DeleteOnClose);
        connect(manual, &ManualWindow::linkActivated, this, &MainWindow::followHelp);
    }
    manual->show();
    manual->raise();
    manual->activateWindow();
}

/// To the page of a lesson that a text speaks of.
void MainWindow::followHelp(const QString& link) {
    const auto to = lessonLink(QUrl(link));
    const QString file = to ? ownLessonFile(to->lesson) : QString();
    if (!file.isEmpty())
        openLesson(file, to->page);
}

}  // namespace rnnscope
