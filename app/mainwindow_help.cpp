// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of itself: keys, panels, the manual.
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

#include "app/card.h"
#include "app/comparison.h"
#include "app/help/help_html.h"
#include "app/help/help_popup.h"
#include "app/help/help_texts.h"
#include "app/help/manual_window.h"
#include "app/keys_sheet.h"
#include "app/lessons/lesson_files.h"
#include "app/mainwindow.h"
#include "app/presenter/presenter.h"
#include "app/tool_row.h"
#include "app/training_actions.h"

namespace rnnscope {

void MainWindow::buildHelp(QMenu* menu) {
    menu->setObjectName(QStringLiteral("helpMenu"));
    menu->addAction(tr("&Keys"), QKeySequence("F1"), this, &MainWindow::showKeys);
    menu->addAction(tr("&What is this panel?"), QKeySequence("Shift+F1"), this, [this] {
        if (Card* card = askedCard())
            explain(card);
    });
    menu->addAction(tr("&Manual"), QKeySequence("Ctrl+F1"), this, &MainWindow::showManual);
    menu->addSeparator();
    menu->addAction(tr("&About RNNScope"), this, &MainWindow::about);
}

KeyGroups MainWindow::keyGroups() const {
    KeyGroups groups = {
        {tr("Playing"), playhead_->actions()},
        {tr("Network and training"), tools_->actions()
                                         << comparison_->action() << training_->all()},
        {tr("Panels and window"), menuActions("viewMenu")},
        {tr("Lesson"), menuActions("lessonsMenu")},
        {tr("File and edit"), menuActions("fileMenu") << menuActions("editMenu")},
        {tr("Presenting"), presenter_->actions()},
        {tr("Help"), menuActions("helpMenu")},
    };
    // In two places of the menus, but once among the keys.
    QSet<QAction*> told;
    for (KeyGroup& group : groups)
        group.actions.removeIf([&told](QAction* action) {
            const bool again = told.contains(action);
            told << action;
            return again;
        });
    return groups;
}

QList<QAction*> MainWindow::menuActions(const QString& name) const {
    return menuBar()->findChild<QMenu*>(name)->actions();
}

void MainWindow::showKeys() {
    showSheet(new KeysSheet(keyGroups(), theme_, this));
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
        manual = new ManualWindow(keyGroups(), theme_, this);
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
