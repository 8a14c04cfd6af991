// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/help_popup.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace rnnscope {

HelpPopup::HelpPopup(const QString& title, const QString& html, const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(title);
    auto* rows = new QVBoxLayout(this);
    const int margin = qRound(theme.px(16));
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(qRound(theme.px(8)));
    auto* heading = new QLabel(title);
    heading->setFont(theme.boldFont(15));
    rows->addWidget(heading);
    words_ = new QLabel(html);
    words_->setFont(theme.font());
    words_->setTextFormat(Qt::RichText);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    words_->setFixedWidth(qRound(theme.px(400)));
    connect(words_, &QLabel::linkActivated, this, [this](const QString& link) {
        close();
        Q_EMIT linkActivated(link);
    });
    rows->addWidget(words_);
    words_->setFocus();
}

QString HelpPopup::text() const {
    return words_->text();
}

void HelpPopup::popup(const QPoint& place) {
    const QRect room = parentWidget()->screen()->availableGeometry();
    const QSize size = sizeHint();
    move(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - size.width())),
         std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    show();
}

void HelpPopup::keyPressEvent(QKeyEvent* event) {
    // Return follows the link once Tab has gone there.
    if (event->key() != Qt::Key_Tab)
        close();
}

}  // namespace rnnscope
