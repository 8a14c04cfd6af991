// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/presenter/presenter_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

#include "app/words.h"

namespace rnnscope {
namespace {

constexpr double nameSize = 12, keySize = 11;

}  // namespace

PresenterButton::PresenterButton(QAction* action, QWidget* parent)
    : QAbstractButton(parent), action_(action), theme_(Theme::light()) {
    setFocusPolicy(Qt::NoFocus);  // keys are for the lecture
    setAttribute(Qt::WA_Hover);
    connect(action_, &QAction::changed, this, &PresenterButton::follow);
    connect(this, &QAbstractButton::clicked, action_, &QAction::trigger);
    follow();
}

void PresenterButton::follow() {
    const QString label = action_->property("label").toString();
    setText(label.isEmpty() ? actionName(*action_) : label);
    setToolTip(action_->toolTip());
    setAccessibleName(actionName(*action_));
    setCheckable(action_->isCheckable());
    setChecked(action_->isChecked());
    setEnabled(action_->isEnabled());
    updateGeometry();
    update();
}

void PresenterButton::setTheme(const Theme& theme) {
    theme_ = theme;
    updateGeometry();
    update();
}

QString PresenterButton::key() const {
    const QKeySequence key = action_->shortcut();
    return key == QKeySequence(Qt::Key_Period) ? QStringLiteral(".")
                                               : key.toString(QKeySequence::NativeText);
}

QSize PresenterButton::sizeHint() const {
    const QFontMetrics name(theme_.font(nameSize)), letters(theme_.monoFont(keySize));
    const int wide = std::max(name.horizontalAdvance(text()), letters.horizontalAdvance(key()));
    return {wide + qRound(theme_.px(14)), name.height() + letters.height() + qRound(theme_.px(10))};
}

void PresenterButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? theme_.accent : isDown() ? theme_.groove : theme_.hover);
        painter.drawRoundedRect(rect(), theme_.px(6), theme_.px(6));
    }
    const QColor off = blend(theme_.mutedText, theme_.card, 0.6);
    const QFont name = theme_.font(nameSize), letters = theme_.monoFont(keySize);
    const int above = QFontMetrics(name).height();
    const QRect inside = rect().adjusted(0, qRound(theme_.px(5)), 0, -qRound(theme_.px(5)));
    painter.setFont(name);
    painter.setPen(!isEnabled() ? off : isChecked() ? theme_.accentText : theme_.text);
    painter.drawText(QRect(inside.left(), inside.top(), inside.width(), above),
                     Qt::AlignHCenter | Qt::AlignVCenter, text());
    painter.setFont(letters);
    painter.setPen(!isEnabled() ? off : isChecked() ? theme_.accentText : theme_.mutedText);
    painter.drawText(inside.adjusted(0, above, 0, 0), Qt::AlignHCenter | Qt::AlignVCenter, key());
}

PresenterBar::PresenterBar(const QList<QAction*>& actions, QWidget* window)
    : QWidget(window), theme_(Theme::light()) {
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Presenting"));
    auto* line = new QHBoxLayout(this);
    line->setSizeConstraint(QLayout::SetNoConstraint);
    for (QAction* action : actions) {
        buttons_.push_back(new PresenterButton(action, this));
        line->addWidget(buttons_.back());
        connect(action, &QAction::changed, this, &PresenterBar::arrange);
    }
    clock_.setSingleShot(true);
    connect(&clock_, &QTimer::timeout, this, &QWidget::hide);
    hide();
    arrange();
}

void PresenterBar::setStays(int milliseconds) {
    stays_ = milliseconds;
}

void PresenterBar::setTheme(const Theme& theme) {
    theme_ = theme;
    const int margin = qRound(theme.px(6));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(qRound(theme.px(2)));
    for (PresenterButton* button : buttons_)
        button->setTheme(theme);
    place(bottom_);
}

void PresenterBar::arrange() {
    for (PresenterButton* button : buttons_)
        button->setVisible(button->action()->isVisible());
    place(bottom_);
}

void PresenterBar::place(int bottom) {
    bottom_ = bottom;
    layout()->invalidate();
    const QSize wanted = layout()->sizeHint();
    const int width = std::min(wanted.width(), parentWidget()->width());
    setGeometry((parentWidget()->width() - width) / 2, bottom - wanted.height(), width,
                wanted.height());
}

void PresenterBar::appear(int atLeast) {
    if (!isVisible()) {
        show();
        raise();
    }
    clock_.start(std::max(stays_, atLeast));
}

void PresenterBar::enterEvent(QEnterEvent* event) {
    clock_.stop();
    QWidget::enterEvent(event);
}

void PresenterBar::leaveEvent(QEvent* event) {
    clock_.start(stays_);
    QWidget::leaveEvent(event);
}

void PresenterBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.cardBorder, theme_.px(1)));
    painter.setBrush(theme_.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.px(10), theme_.px(10));
}

}  // namespace rnnscope
