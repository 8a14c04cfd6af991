// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_slider.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>
#include <algorithm>

namespace rnnscope {

namespace {

constexpr double handleSize = 16;  // border included, at scale 1
constexpr int pageSteps = 10;
constexpr int wheelPauseMs = 400;  // after so long without a click the wheel has come to rest

}  // namespace

/// The real value to screen readers, not the position.
class SliderAccess : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit SliderAccess(SetupSlider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider), slider_(slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? slider_->spokenText_ : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return slider_->spoken_; }
    void setCurrentValue(const QVariant& value) override {
        Q_EMIT slider_->valueWanted(value.toDouble());
        Q_EMIT slider_->released();
    }
    QVariant maximumValue() const override { return slider_->spokenHigh_; }
    QVariant minimumValue() const override { return slider_->spokenLow_; }
    QVariant minimumStepSize() const override { return slider_->spokenStep_; }

  private:
    SetupSlider* slider_;
};

SetupSlider::SetupSlider(QWidget* parent)
    : QWidget(parent), theme_(Theme::light()), wheelPause_(new QTimer(this)) {
    [[maybe_unused]] static const bool known = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* slider = qobject_cast<SetupSlider*>(object);
            return slider ? new SliderAccess(slider) : nullptr;
        });
        return true;
    }();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownArrows", true);  // the playhead leaves them to it while it has the focus
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    wheelPause_->setSingleShot(true);
    wheelPause_->setInterval(wheelPauseMs);
    connect(wheelPause_, &QTimer::timeout, this, &SetupSlider::endSeries);
}

void SetupSlider::setPosition(double position) {
    position_ = std::clamp(position, 0.0, 1.0);
    update();
}

void SetupSlider::setFaint(bool faint) {
    faint_ = faint;
    update();
}

void SetupSlider::setTheme(const Theme& theme) {
    theme_ = theme;
    updateGeometry();
    update();
}

void SetupSlider::setSpoken(double value, double low, double high, double step,
                            const QString& text) {
    const bool changed = text != spokenText_;
    spoken_ = value;
    spokenLow_ = low;
    spokenHigh_ = high;
    spokenStep_ = step;
    spokenText_ = text;
    if (changed) {
        QAccessibleValueChangeEvent event(this, value);
        QAccessible::updateAccessibility(&event);
    }
}

double SetupSlider::xOf(double position) const {
    const double half = theme_.px(handleSize) / 2;
    const double from = half, to = width() - half;
    return layoutDirection() == Qt::RightToLeft ? to - position * (to - from)
                                                : from + position * (to - from);
}

double SetupSlider::positionAt(double x) const {
    const double from = xOf(0), to = xOf(1);
    return to == from ? 0 : std::clamp((x - from) / (to - from), 0.0, 1.0);
}

QSize SetupSlider::sizeHint() const {
    return {qRound(theme_.px(90)), qRound(theme_.px(22))};
}

QSize SetupSlider::minimumSizeHint() const {
    return {qRound(theme_.px(50)), qRound(theme_.px(22))};
}

void SetupSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, thick = theme_.px(4), x = xOf(position_);
    const bool faint = faint_ || !isEnabled();
    const QColor filled = faint ? theme_.groove : theme_.accent;

    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.groove);
    painter.drawRoundedRect(QRectF(0, middle - thick / 2, width(), thick), thick / 2, thick / 2);
    const double start = layoutDirection() == Qt::RightToLeft ? width() : 0;
    painter.setBrush(filled);
    painter.drawRoundedRect(QRectF(start, middle - thick / 2, x - start, thick).normalized(),
                            thick / 2, thick / 2);

    const bool ring = hasFocus();  // however it came: the arrow keys are its own
    const double border = theme_.px(ring ? 3 : 2);
    const double radius = (theme_.px(handleSize) - border) / 2;
    const QColor edge = ring    ? theme_.strong
                        : faint ? withContrast(theme_.groove, theme_.card, 3)
                                : theme_.accent;
    painter.setPen(QPen(edge, border));
    painter.setBrush(underMouse() && isEnabled() ? blend(theme_.accent, Qt::white, 0.15)
                                                 : QColor(Qt::white));
    painter.drawEllipse(QPointF(x, middle), radius, radius);
}

void SetupSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const double x = event->position().x(), handle = xOf(position_);
    dragging_ = true;
    const bool onHandle = std::abs(x - handle) <= theme_.px(handleSize) / 2;
    grip_ = onHandle ? x - handle : 0;
    if (onHandle)
        return;
    inSeries_ = true;
    Q_EMIT moved(positionAt(x));
}

void SetupSlider::mouseMoveEvent(QMouseEvent* event) {
    if (!dragging_)
        return;
    inSeries_ = true;
    Q_EMIT moved(positionAt(event->position().x() - grip_));
}

void SetupSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    dragging_ = false;
    endSeries();
}

void SetupSlider::keyPressEvent(QKeyEvent* event) {
    const auto step = [&](int steps) {
        inSeries_ = true;
        Q_EMIT stepped(steps);
    };
    const auto toEnd = [&](bool high) {
        inSeries_ = true;
        Q_EMIT sentToEnd(high);
    };
    const int right = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
        case Qt::Key_Right:
            return step(right);
        case Qt::Key_Left:
            return step(-right);
        case Qt::Key_Up:
            return step(1);
        case Qt::Key_Down:
            return step(-1);
        case Qt::Key_PageUp:
            return step(pageSteps);
        case Qt::Key_PageDown:
            return step(-pageSteps);
        case Qt::Key_Home:
            return toEnd(false);
        case Qt::Key_End:
            return toEnd(true);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            endSeries();
            Q_EMIT typingWanted();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void SetupSlider::keyReleaseEvent(QKeyEvent* event) {
    if (event->isAutoRepeat())
        return;
    endSeries();
    QWidget::keyReleaseEvent(event);
}

void SetupSlider::wheelEvent(QWheelEvent* event) {
    // Without the focus the column scrolls, and no value is changed by accident.
    if (!hasFocus() || event->angleDelta().y() == 0)
        return event->ignore();
    wheelRest_ += event->angleDelta().y();
    const int steps = wheelRest_ / QWheelEvent::DefaultDeltasPerStep;
    wheelRest_ -= steps * QWheelEvent::DefaultDeltasPerStep;
    event->accept();
    if (steps == 0)
        return;
    inSeries_ = true;
    Q_EMIT stepped(steps);
    wheelPause_->start();
}

void SetupSlider::focusInEvent(QFocusEvent*) {
    update();
}

void SetupSlider::focusOutEvent(QFocusEvent*) {
    if (!dragging_)
        endSeries();
    update();
}

void SetupSlider::endSeries() {
    wheelPause_->stop();
    if (!inSeries_)
        return;
    inSeries_ = false;
    Q_EMIT released();
}

}  // namespace rnnscope
