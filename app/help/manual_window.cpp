// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/manual_window.h"

#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/help/help_html.h"

namespace rnnscope {

ManualWindow::ManualWindow(const KeyGroups& keys, const Theme& theme, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Manual"));
    auto* rows = new QVBoxLayout(this);
    const int margin = qRound(theme.px(14));
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(qRound(theme.px(10)));
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Search; Return goes on to the next place"));
    search_->setAccessibleName(tr("Search the manual"));
    search_->setClearButtonEnabled(true);
    connect(search_, &QLineEdit::textEdited, this, [this] {
        page_->moveCursor(QTextCursor::Start);
        findNext();
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] { findNext(); });
    rows->addWidget(search_);
    page_ = new QTextBrowser;
    page_->setOpenLinks(false);
    page_->setFont(theme.font(14));
    page_->setAccessibleName(tr("Manual"));
    page_->document()->setDocumentMargin(theme.px(12));
    page_->setHtml(manualHtml(keys, theme));
    connect(page_, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { Q_EMIT linkActivated(url.toString()); });
    rows->addWidget(page_, 1);
    resize(qRound(theme.px(620)), qRound(theme.px(640)));
    search_->setFocus();
}

/// From the cursor on, and again from the start where there is nothing more.
void ManualWindow::findNext() {
    const QString wanted = search_->text();
    if (wanted.isEmpty() || page_->find(wanted))
        return;
    page_->moveCursor(QTextCursor::Start);
    (void)page_->find(wanted);
}

}  // namespace rnnscope
