// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cliff_controls.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>

#include "app/dial.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"
#include "app/transport.h"

namespace rnnscope {

namespace {

constexpr double buttonWidth = 30, buttonHeight = 26, rowGap = 3;

}  // namespace

CliffControls::CliffControls(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      reset_(new QToolButton(this)),
      where_(new QLabel(this)),
      rate_(new Dial(tr("Rate"), {1e-3, 10, 1e-6, 1e3, true}, this)),
      threshold_(new Dial(tr("Clip at"), {1e-2, 100, 1e-6, 1e6, true}, this)) {
    const auto add = [this](TransportIcon icon, const QString& text, const QString& tip) {
        auto* action = new QAction(text, this);
        action->setToolTip(tip);
        buttons_.push_back(new TransportButton(icon, action, this));
        return action;
    };
    back_ = add(TransportIcon::Back, tr("One update back"), tr("One update back (←)"));
    play_ = add(TransportIcon::Play, tr("Play"), tr("Let both runs descend"));
    next_ = add(TransportIcon::Forward, tr("One update on"), tr("One update on (→)"));
    end_ = add(TransportIcon::End, tr("To the end"),
               tr("To the last of %1 updates (End)").arg(cliffSteps));
    button(play_)->setPrimary(true);
    const CliffChoice start;
    const QString tip = tr("Back to the lesson's start: (%1, %2), rate %3, threshold %4")
                            .arg(placeNumber(start.w), placeNumber(start.b))
                            .arg(start.rate)
                            .arg(start.threshold);
    reset_->setToolTip(tip);
    reset_->setAccessibleName(tip);
    where_->setProperty("role", "muted");
    rate_->setTip(tr("Learning rate of both runs"));
    threshold_->setTip(
        tr("Threshold of the clipped run: gradients of a larger norm are scaled "
           "down to it"));
    connect(reset_, &QToolButton::clicked, this, &CliffControls::resetWanted);
    connect(rate_, &Dial::dragged, this, &CliffControls::rateWanted);
    connect(threshold_, &Dial::dragged, this, &CliffControls::thresholdWanted);
    setTheme(theme);
}

TransportButton* CliffControls::button(QAction* action) const {
    const QAction* const order[] = {back_, play_, next_, end_};
    const auto found = std::find(std::begin(order), std::end(order), action);
    return buttons_[std::size_t(found - std::begin(order))];
}

void CliffControls::styleDial(Dial* dial) const {
    dial->setTheme(theme_);
    // Narrower than in a column of dials, as there are two beside each other.
    dial->findChild<QLabel*>()->setFixedWidth(qRound(theme_.px(50)));
    dial->field()->setFixedWidth(qRound(theme_.px(56)));
    dial->resetButton()->setSizePolicy(QSizePolicy());
}

void CliffControls::setTheme(const Theme& theme) {
    theme_ = theme;
    for (TransportButton* each : buttons_)
        each->setTheme(theme);
    makeIconButton(reset_, setupIcon(SetupIcon::Reset, theme.mutedText), theme, 24);
    where_->setFont(theme.font(11));
    styleDial(rate_);
    styleDial(threshold_);
}

void CliffControls::setState(const CliffChoice& choice, int step, bool playing) {
    back_->setEnabled(step > 0);
    next_->setEnabled(step < cliffSteps);
    end_->setEnabled(step < cliffSteps);
    play_->setText(playing ? tr("Pause") : tr("Play"));
    button(play_)->setIconShape(playing ? TransportIcon::Pause : TransportIcon::Play);
    where_->setText(tr("update %1 of %2").arg(step).arg(cliffSteps));
    rate_->setValue(choice.rate);
    threshold_->setValue(choice.threshold);
}

int CliffControls::rowHeight() const {
    return qRound(theme_.px(buttonHeight));
}

int CliffControls::buttonsWidth() const {
    const int buttons = int(buttons_.size()) * qRound(theme_.px(buttonWidth + 3));
    const QFontMetricsF metrics(where_->font());
    return buttons + reset_->width() + qRound(theme_.px(18)) +
           qCeil(metrics.horizontalAdvance(tr("update %1 of %2").arg(cliffSteps).arg(cliffSteps)));
}

int CliffControls::dialWidth() const {
    return std::max(rate_->minimumSizeHint().width(), threshold_->minimumSizeHint().width());
}

int CliffControls::heightFor(int width, bool dials) const {
    const int gap = qRound(theme_.px(12));
    const bool one = !dials || buttonsWidth() + 2 * (dialWidth() + gap) <= width;
    const int rows = one ? 1 : 2 * dialWidth() + gap <= width ? 2 : 3;
    return rows * rowHeight() + (rows - 1) * qRound(theme_.px(rowGap));
}

void CliffControls::arrange(const QRect& rect, bool dials) {
    setGeometry(rect);
    const int gap = qRound(theme_.px(12)), high = rowHeight();
    int x = 0;
    for (TransportButton* each : buttons_) {
        each->setGeometry(x, 0, qRound(theme_.px(buttonWidth)), high);
        x += qRound(theme_.px(buttonWidth + 3));
    }
    reset_->move(x + qRound(theme_.px(3)), (high - reset_->height()) / 2);
    x = reset_->geometry().right() + qRound(theme_.px(6));
    const int rows = (heightFor(rect.width(), dials) + 1) / high;
    const bool one = rows == 1 && dials;
    where_->setGeometry(x, 0, one ? buttonsWidth() - x : std::max(0, rect.width() - x), high);
    const QFontMetricsF metrics(where_->font());
    where_->setVisible(metrics.horizontalAdvance(where_->text()) <= where_->width());
    rate_->setVisible(dials);
    threshold_->setVisible(dials);
    if (!dials)
        return;
    const int step = high + qRound(theme_.px(rowGap));
    if (rows >= 3) {
        rate_->setGeometry(0, step, rect.width(), high);
        threshold_->setGeometry(0, 2 * step, rect.width(), high);
        return;
    }
    const int left = one ? buttonsWidth() + gap : 0;
    const int wide = std::min((rect.width() - left - gap) / 2, qRound(theme_.px(260)));
    rate_->setGeometry(left, one ? 0 : step, wide, high);
    threshold_->setGeometry(left + wide + gap, one ? 0 : step, wide, high);
}

}  // namespace rnnscope
