// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_header.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <algorithm>

#include "app/plot/style.h"
#include "app/setup_widgets.h"

namespace rnnscope {

ContributionsHeader::ContributionsHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      chip_(new QLabel(this)),
      views_(new Segments({tr("paths"), tr("weights")}, "true", this)),
      losses_(new Segments({QString(), QString()}, "true", this)) {
    hide();  // until it stands in a title line
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    chip_->setProperty("role", "chip");
    chip_->hide();
    const auto explain = [](QAbstractButton* button, const QString& tip) {
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
    };
    explain(views_->button(0), tr("Along which paths the gradient flows to the step before"));
    explain(views_->button(1), tr("What each step adds to the gradient of each weight"));
    explain(losses_->button(0), tr("The gradient of the whole loss"));
    explain(losses_->button(1), tr("The gradient of the loss at the last step alone"));
    connect(views_, &Segments::chosen, this, [this](int index) { emit weightsChosen(index == 1); });
    connect(losses_, &Segments::chosen, this,
            [this](int index) { emit lastLossChosen(index == 1); });
    setTheme(theme);
}

void ContributionsHeader::setTheme(const Theme& theme) {
    theme_ = theme;
    setStyleSheet(titleSwitchSheet(theme));
    for (Segments* each : {views_, losses_})
        each->layout()->setSpacing(qRound(theme.px(2)));
    arrange();
}

void ContributionsHeader::setShort(bool on) {
    short_ = on;
    losses_->button(0)->setText(on ? tr("whole") : tr("whole loss"));
    losses_->button(1)->setText(on ? tr("last") : tr("last loss"));
    // Its layout learns of the new texts later, and only if it is shown.
    losses_->layout()->invalidate();
}

int ContributionsHeader::switchesWidth() const {
    return views_->sizeHint().width() + losses_->sizeHint().width() + qRound(theme_.px(10));
}

void ContributionsHeader::arrange() {
    ensurePolished();
    for (Segments* each : {views_, losses_})
        for (const int k : {0, 1})
            each->button(k)->ensurePolished();
    setShort(true);
    shortWidth_ = switchesWidth();
    setShort(false);
    longWidth_ = switchesWidth();
    if (width() < longWidth_)
        setShort(true);
    const int gap = qRound(theme_.px(10)), tall = views_->sizeHint().height();
    const int top = (height() - tall) / 2, wide = losses_->sizeHint().width();
    losses_->setGeometry(width() - wide, top, wide, tall);
    const int views = views_->sizeHint().width();
    views_->setGeometry(losses_->x() - gap - views, top, views, tall);
    const QSize chip = chip_->sizeHint();
    chip_->setVisible(!chip_->text().isEmpty() && views_->x() >= chip.width() + gap);
    chip_->setGeometry(views_->x() - gap - chip.width(), (height() - chip.height()) / 2,
                       chip.width(), chip.height());
    updateGeometry();
}

QSize ContributionsHeader::sizeHint() const {
    const QSize chip = chip_->text().isEmpty() ? QSize() : chip_->sizeHint();
    const int extra = chip.isValid() ? chip.width() + qRound(theme_.px(10)) : 0;
    return {longWidth_ + extra, std::max(views_->sizeHint().height(), chip.height())};
}

QSize ContributionsHeader::minimumSizeHint() const {
    return {shortWidth_, sizeHint().height()};
}

void ContributionsHeader::setState(bool weights, bool lastLoss, bool lossesDiffer) {
    views_->setCurrent(weights ? 1 : 0);
    losses_->setCurrent(lastLoss ? 1 : 0);
    losses_->setEnabled(lossesDiffer);
    losses_->setToolTip(lossesDiffer ? QString()
                                     : tr("There is no loss but the one at the last step"));
}

void ContributionsHeader::setAlarm(const QString& text, const QString& detail,
                                   const QString& tone) {
    chip_->setText(text);
    chip_->setToolTip(detail);
    chip_->setAccessibleName(text);
    setTone(*chip_, tone);
    arrange();
}

void ContributionsHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ContributionsHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}  // namespace rnnscope
