// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/weights_header.h"

#include <QEvent>
#include <QLayout>
#include <QPushButton>
#include <algorithm>

#include "app/plot/style.h"
#include "app/setup_widgets.h"

namespace rnnscope {

WeightsHeader::WeightsHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      readings_(new Segments({QString(), QString(), QString()}, "true", this)) {
    hide();  // until it stands in a title line
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const QString tips[] = {tr("The weights, biases and initial states"),
                            tr("The gradient of the loss by each of them, before clipping"),
                            tr("What training has changed since update 0")};
    for (int k = 0; k < 3; ++k) {
        readings_->button(k)->setToolTip(tips[k]);
        readings_->button(k)->setAccessibleDescription(tips[k]);
    }
    connect(readings_, &Segments::chosen, this,
            [this](int index) { emit chosen(static_cast<WeightReading>(index)); });
    setTheme(theme);
}

void WeightsHeader::setTheme(const Theme& theme) {
    theme_ = theme;
    if (const QString sheet = titleSwitchSheet(theme); sheet != styleSheet())
        setStyleSheet(sheet);
    readings_->layout()->setSpacing(qRound(theme.px(2)));
    arrange();
}

void WeightsHeader::setState(WeightReading shown, bool gradient, bool change) {
    readings_->setCurrent(static_cast<int>(shown));
    readings_->button(1)->setEnabled(gradient);
    readings_->button(2)->setEnabled(change);
}

void WeightsHeader::setShort(bool on) {
    readings_->button(0)->setText(on ? tr("W") : tr("values"));
    readings_->button(1)->setText(on ? tr("∂") : tr("∂L/∂W"));
    readings_->button(2)->setText(on ? tr("Δ") : tr("change"));
    // Its layout learns of the new texts later, and only if it is shown.
    readings_->layout()->invalidate();
}

void WeightsHeader::arrange() {
    ensurePolished();
    for (int k = 0; k < 3; ++k)
        readings_->button(k)->ensurePolished();
    setShort(true);
    shortWidth_ = readings_->sizeHint().width();
    setShort(false);
    longWidth_ = readings_->sizeHint().width();
    if (width() < longWidth_)
        setShort(true);
    const QSize size = readings_->sizeHint();
    readings_->setGeometry(width() - size.width(), (height() - size.height()) / 2, size.width(),
                           size.height());
    updateGeometry();
}

QSize WeightsHeader::sizeHint() const {
    return {longWidth_, readings_->sizeHint().height()};
}

QSize WeightsHeader::minimumSizeHint() const {
    return {shortWidth_, readings_->sizeHint().height()};
}

void WeightsHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void WeightsHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}  // namespace rnnscope
