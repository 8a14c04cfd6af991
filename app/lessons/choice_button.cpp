// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/choice_button.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QSizePolicy>

#include "app/words.h"

namespace rnnscope {

ChoiceButton::ChoiceButton(const QString& letter, const QString& html, const QString& plain,
                           const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), letter_(letter), plain_(plain), theme_(theme) {
    words_.setDefaultFont(theme.font());
    words_.setDocumentMargin(0);
    words_.setHtml(html);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    tell();
}

void ChoiceButton::setState(State state) {
    state_ = state;
    const bool open = state == State::Open || state == State::Chosen;
    setEnabled(open);
    setCursor(open ? Qt::PointingHandCursor : Qt::ArrowCursor);
    tell();
    update();
}

void ChoiceButton::tell() {
    QString name = labelled(letter_, plain_);
    if (state_ == State::Chosen)
        name = tr("%1 (your guess)").arg(name);
    else if (state_ == State::Right)
        name = tr("%1 (right)").arg(name);
    else if (state_ == State::Wrong)
        name = tr("%1 (your guess, not right)").arg(name);
    setAccessibleName(name);
}

/// Around the words: the letter at the left, the mark at the right.
QMarginsF ChoiceButton::margins() const {
    return {theme_.px(34), theme_.px(6), theme_.px(26), theme_.px(6)};
}

int ChoiceButton::heightForWidth(int width) const {
    const QMarginsF around = margins();
    words_.setTextWidth(std::max(1.0, width - around.left() - around.right()));
    return qRound(std::max(words_.size().height(), theme_.px(20)) + around.top() + around.bottom());
}

QSize ChoiceButton::sizeHint() const {
    const int width = qRound(theme_.px(240));
    return {width, heightForWidth(width)};
}

void ChoiceButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme::Chip* chip = state_ == State::Right    ? &theme_.chipGood
                              : state_ == State::Wrong  ? &theme_.chipDanger
                              : state_ == State::Chosen ? &theme_.chipCalm
                                                        : nullptr;
    const bool hovered = underMouse() && isEnabled() && !chip;
    QColor ground = chip ? chip->ground : hovered ? theme_.hover : theme_.control;
    QColor text = chip ? chip->text : theme_.text;
    if (state_ == State::Other) {
        ground = theme_.card;
        text = theme_.mutedText;
    }
    const double line = theme_.px(hasFocus() ? 2 : 1);
    painter.setPen(QPen(hasFocus() ? theme_.accent
                        : chip     ? chip->border
                                   : theme_.cardBorder,
                        line));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            theme_.px(7), theme_.px(7));

    painter.setPen(text);
    painter.setFont(theme_.boldFont());
    painter.drawText(QRectF(0, 0, theme_.px(34), height()), Qt::AlignCenter, letter_);
    const QString mark = state_ == State::Right   ? QStringLiteral("✓")
                         : state_ == State::Wrong ? QStringLiteral("✗")
                                                  : QString();
    painter.drawText(QRectF(width() - theme_.px(26), 0, theme_.px(26), height()), Qt::AlignCenter,
                     mark);

    const QMarginsF around = margins();
    words_.setTextWidth(std::max(1.0, width() - around.left() - around.right()));
    painter.translate(around.left(), (height() - words_.size().height()) / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, text);
    words_.documentLayout()->draw(&painter, context);
}

}  // namespace rnnscope
