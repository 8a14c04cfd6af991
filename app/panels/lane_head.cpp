// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lane_head.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include "app/focus_ring.h"
#include "app/panels/verdict.h"
#include "app/words.h"

namespace rnnscope {
namespace {

constexpr double menuSide = 24;

/// A button that is pressed to look at this network.
class AccessibleLaneHead : public QAccessibleWidget {
  public:
    explicit AccessibleLaneHead(LaneHead* head)
        : QAccessibleWidget(head, QAccessible::Button), head_(head) {}

    QStringList actionNames() const override {
        return QStringList{pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override {
        if (action == pressAction())
            Q_EMIT head_->chosen();
        else
            QAccessibleWidget::doAction(action);
    }

  private:
    LaneHead* head_;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* head = qobject_cast<LaneHead*>(object);
    return head ? new AccessibleLaneHead(head) : nullptr;
}

}  // namespace

LaneHead::LaneHead(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), menu_(new QToolButton(this)) {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(makeAccessible), true);
    setFocusPolicy(Qt::TabFocus);
    new FocusRing(this);
    menu_->setText(QStringLiteral("▾"));
    menu_->setProperty("role", "link");
    menu_->setToolTip(tr("What this network differs in"));
}

void LaneHead::set(const LaneFacts& facts, bool tall, bool compared, const Theme& theme) {
    facts_ = facts;
    theme_ = theme;
    look_.tall = tall;
    look_.compared = compared;
    menu_->setAccessibleName(tr("Menu of %1").arg(facts.title()));
    menu_->setVisible(compared);
    const bool others = compared && !facts.own;
    setCursor(others ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QStringList lines{QStringLiteral("<b>%1</b>").arg(facts.title().toHtmlEscaped())};
    for (const QString& each : {facts.loss, facts.overflow})
        if (!each.isEmpty())
            lines << each;
    lines << verdictDetail(facts.decay).toHtmlEscaped().replace('\n', QStringLiteral("<br>"));
    if (others)
        lines << tr("A click shows it in all panels");
    setToolTip(lines.join(QStringLiteral("<br>")));
    QStringList told{facts.title(), facts.loss, verdictText(facts.decay), facts.overflow};
    if (facts.own)
        told << tr("shown in all panels");
    told.removeAll(QString());
    setAccessibleName(joined(told));
    place();
    update();
}

void LaneHead::place() {
    const int side = qRound(theme_.px(menuSide));
    look_.taken = look_.compared ? side + theme_.px(2) : 0;
    menu_->setFont(theme_.boldFont(14));
    menu_->setGeometry(width() - qRound(theme_.px(7)) - side, qRound(theme_.px(4)), side, side);
}

void LaneHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    HeadLook look = look_;
    look.hovered = (underMouse() || hasFocus()) && look.compared && !facts_.own;
    paintLaneHead(painter, QRectF(rect()), facts_, look, theme_);
}

void LaneHead::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void LaneHead::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    Q_EMIT chosen();
}

void LaneHead::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT chosen();
    else
        QWidget::keyPressEvent(event);
}

void LaneHead::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    update();
}

void LaneHead::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    update();
}

}  // namespace rnnscope
