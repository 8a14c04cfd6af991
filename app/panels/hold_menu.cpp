// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/hold_menu.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <QWidgetAction>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/words.h"
#include "core/hold_list.h"

namespace rnnscope {

namespace {

constexpr double textAt = 40;  // where the text of actions begins, pixels

}  // namespace

HoldMenu::HoldMenu(HoldSubject subject, const Theme& theme, QWidget* parent)
    : QMenu(parent), subject_(std::move(subject)), theme_(theme) {
    setAccessibleName(tr("Hold the %1").arg(subject_.name));
    addTitle();
    atOne_ = addAction(tr("Hold %1 at 1").arg(subject_.symbol), this, [this] { hold(1); });
    atZero_ = addAction(tr("Hold %1 at 0").arg(subject_.symbol), this, [this] { hold(0); });
    addField();
    addScopes();
    addRelease();
    setActiveAction(atOne_);
}

/// "f=1, f[3]@5-9=0": as in the setup column.
QString HoldMenu::heldNow() const {
    return QString::fromStdString(
               toText(holdsOn(subject_.holds, subject_.quantity, subject_.layer, subject_.reverse)))
        .replace(QLatin1Char(','), QLatin1String(", "));
}

void HoldMenu::addTitle() {
    auto* title = new QLabel;
    title->setTextFormat(Qt::PlainText);
    title->setFont(theme_.boldFont());
    const int edge = qRound(theme_.px(4));
    title->setContentsMargins(qRound(theme_.px(textAt)), edge, qRound(theme_.px(26)), edge);
    title->setStyleSheet(
        QStringLiteral("color: %1;")
            .arg(theme_.quantityText(QString::fromStdString(subject_.quantity)).name()));
    QString words = subject_.symbol + QStringLiteral("  ") + subject_.name;
    if (subject_.layer)
        words = joined({words, tr("layer %1").arg(*subject_.layer + 1) +
                                   (subject_.reverse ? QStringLiteral(" ←") : QString())});
    if (const QString held = heldNow(); !held.isEmpty()) {
        const QFontMetrics metrics(title->font());
        words += QStringLiteral("  ·  ") +
                 metrics.elidedText(held, Qt::ElideRight, qRound(theme_.px(200)));
        title->setToolTip(held);
    }
    title->setText(words);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(title);
    action->setEnabled(false);
    addAction(action);
}

void HoldMenu::addField() {
    auto* row = new QWidget;
    auto* lines = new QVBoxLayout(row);
    lines->setContentsMargins(qRound(theme_.px(textAt)), qRound(theme_.px(3)),
                              qRound(theme_.px(12)), qRound(theme_.px(3)));
    lines->setSpacing(qRound(theme_.px(3)));
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("Hold %1 at").arg(subject_.symbol));
    label->setFont(theme_.font());
    line->addWidget(label);
    field_ = new QLineEdit;
    field_->setFont(theme_.font());
    field_->setPlaceholderText(tr("another value…"));
    field_->setAccessibleName(tr("Another value to hold the %1 at").arg(subject_.name));
    field_->setMinimumWidth(qRound(theme_.px(120)));
    field_->installEventFilter(this);
    line->addWidget(field_, 1);
    lines->addLayout(line);
    complaint_ = new QLabel;
    complaint_->setObjectName(QStringLiteral("complaint"));
    complaint_->setTextFormat(Qt::PlainText);
    complaint_->setFont(theme_.font(11));
    complaint_->setStyleSheet(QStringLiteral("color: %1;").arg(theme_.danger.name()));
    complaint_->hide();
    lines->addWidget(complaint_);
    row->setFocusPolicy(Qt::StrongFocus);  // the keys reach the field
    row->setFocusProxy(field_);
    typed_ = new QWidgetAction(this);
    typed_->setDefaultWidget(row);
    addAction(typed_);
    connect(field_, &QLineEdit::textEdited, this, [this] { complain({}); });
}

void HoldMenu::addScopes() {
    const auto add = [this](QActionGroup* group, const QString& text) {
        QAction* action = group->addAction(text);
        action->setCheckable(true);
        addAction(action);
        return action;
    };
    if (subject_.units > 1) {
        addSeparator();
        auto* group = new QActionGroup(this);
        add(group, tr("all units"))->setChecked(true);
        oneUnit_ = add(group, tr("unit %1 only").arg(subject_.unit + 1));
    }
    if (subject_.steps > 1) {
        addSeparator();
        auto* group = new QActionGroup(this);
        const Index time = subject_.step + 1;
        add(group, tr("at all steps"))->setChecked(true);
        fromHere_ = add(group, subject_.backwardInTime ? tr("from t = %1 back to 1").arg(time)
                                                       : tr("from t = %1 on").arg(time));
        thisStep_ = add(group, tr("at t = %1 only").arg(time));
    }
}

void HoldMenu::addRelease() {
    const auto held = holdsOn(subject_.holds, subject_.quantity, subject_.layer, subject_.reverse);
    if (held.empty())
        return;
    addSeparator();
    const bool everywhere =
        subject_.layer &&
        std::any_of(held.begin(), held.end(), [](const HoldChoice& each) { return !each.layer; });
    release_ = addAction(
        (everywhere ? tr("Release %1, in all layers") : tr("Release %1")).arg(subject_.symbol),
        this, [this] {
            emit holdRequested(
                withoutHold(subject_.holds, subject_.quantity, subject_.layer, subject_.reverse),
                tr("Release the %1").arg(subject_.name));
        });
}

HoldChoice HoldMenu::choice(double value) const {
    HoldChoice choice{.quantity = subject_.quantity,
                      .layer = subject_.layer,
                      .reverse = subject_.reverse,
                      .unit = {},
                      .value = value};
    if (oneUnit_ && oneUnit_->isChecked())
        choice.unit = subject_.unit;
    const bool onward = fromHere_ && fromHere_->isChecked();
    if (onward || (thisStep_ && thisStep_->isChecked())) {
        choice.from = onward && subject_.backwardInTime ? 0 : subject_.step;
        choice.to = onward && !subject_.backwardInTime ? subject_.steps - 1 : subject_.step;
    }
    return choice;
}

void HoldMenu::hold(double value) {
    emit holdRequested(withHold(subject_.holds, choice(value)),
                       tr("Hold the %1").arg(subject_.name));
}

// ---- another value -------------------------------------------------------------------------

void HoldMenu::take() {
    const QString text = field_->text().trimmed();
    bool read = false;
    const double value = QString(text).replace(QChar(0x2212), QLatin1Char('-')).toDouble(&read);
    if (!read || !std::isfinite(value))
        return complain(text.isEmpty() ? tr("type a number, as 0.5")
                                       : tr("this is not a finite number; write one, as 0.5"));
    hold(value);
    close();
}

void HoldMenu::complain(const QString& text) {
    if (text == complaint())
        return;
    complaint_->setText(text);
    complaint_->setHidden(text.isEmpty());
    field_->setAccessibleDescription(text);
    typed_->defaultWidget()->adjustSize();
    typed_->setWhatsThis(text);  // has the menu laid out anew
}

QString HoldMenu::complaint() const {
    return complaint_->isHidden() ? QString() : complaint_->text();
}

/// Enter takes what was typed, and does not reach the menu, which would close.
bool HoldMenu::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            take();
            return true;
        }
    }
    return QMenu::eventFilter(watched, event);
}

// ---- units and steps -----------------------------------------------------------------------

void HoldMenu::keyPressEvent(QKeyEvent* event) {
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (chooses && activeAction() && activeAction()->isCheckable())
        return activeAction()->trigger();
    QMenu::keyPressEvent(event);
}

void HoldMenu::mouseReleaseEvent(QMouseEvent* event) {
    QAction* under = actionAt(event->position().toPoint());
    if (under && under->isCheckable())
        return under->trigger();
    QMenu::mouseReleaseEvent(event);
}

}  // namespace rnnscope
