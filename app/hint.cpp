// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hint.h"

#include <QAccessible>
#include <algorithm>

namespace rnnscope {

Hint::Hint(QWidget* field) : QObject(field), field_(field) {
    time_.setSingleShot(true);
    time_.setInterval(5000);
    connect(&time_, &QTimer::timeout, this, &Hint::hide);
}

Hint::~Hint() {
    delete label_;
}

void Hint::show(const QString& text, const Theme& theme) {
    if (!field_->isVisible())
        return;
    QWidget* window = field_->window();
    if (!label_)
        label_ = new QLabel(window);
    else if (label_->parentWidget() != window)
        label_->setParent(window);
    label_->setObjectName(QStringLiteral("dialHint"));
    label_->setAttribute(Qt::WA_TransparentForMouseEvents);
    label_->setFont(theme.font(11));
    label_->setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %2;"
                                         " border-radius: %3px; padding: %3px; }")
                              .arg(theme.card.name(), theme.danger.name())
                              .arg(qRound(theme.px(4))));
    label_->setText(text);
    label_->setWordWrap(false);
    label_->setMinimumWidth(0);
    label_->setMaximumWidth(QWIDGETSIZE_MAX);
    label_->adjustSize();
    if (label_->width() > window->width() / 2) {
        label_->setWordWrap(true);
        label_->setFixedWidth(window->width() / 2);
        label_->adjustSize();
    }
    const QPoint under = field_->mapTo(window, QPoint(field_->width(), field_->height()));
    QPoint corner(under.x() - label_->width(), under.y() + qRound(theme.px(2)));
    if (corner.y() + label_->height() > window->height())
        corner.ry() -= field_->height() + label_->height() + qRound(theme.px(4));
    corner.rx() = std::max(corner.x(), qRound(theme.px(4)));
    label_->move(corner);
    label_->show();
    label_->raise();
    time_.start();
    Q_EMIT changed();
    QAccessibleEvent event(label_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Hint::hide() {
    time_.stop();
    if (!isShown())
        return;
    label_->hide();
    Q_EMIT changed();
}

}  // namespace rnnscope
