// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/phase_plane_header.h"

#include <QEvent>
#include <QLayout>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "app/plot/style.h"
#include "app/setup_widgets.h"

namespace rnnscope {

PhasePlaneHeader::PhasePlaneHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axes_(new Segments({tr("components"), tr("units")}, "true", this)),
      states_(new Segments({QString(), QString()}, "true", this)),
      first_(new QSpinBox(this)),
      second_(new QSpinBox(this)) {
    hide();  // until it stands in a title line
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto explain = [](QWidget* widget, const QString& tip) {
        widget->setToolTip(tip);
        widget->setAccessibleDescription(tip);
    };
    explain(axes_->button(0),
            tr("The two principal components: where the state varies most over the sequence"));
    explain(axes_->button(1), tr("Two units of the state"));
    explain(states_, tr("Which state the path is of"));
    first_->setAccessibleName(tr("Unit to the right"));
    second_->setAccessibleName(tr("Unit upwards"));
    explain(first_, tr("The unit along the horizontal axis"));
    explain(second_, tr("The unit along the vertical axis"));
    connect(axes_, &Segments::chosen, this, [this](int index) {
        PlaneChoice next = choice_;
        next.axes = index == 0 ? PlaneAxes::Components : PlaneAxes::Units;
        emit chosen(next);
    });
    connect(states_, &Segments::chosen, this, [this](int index) {
        PlaneChoice next = choice_;
        next.state = std::size_t(index);
        emit chosen(next);
    });
    for (const auto& [spin, unit] :
         {std::pair(first_, &PlaneChoice::first), {second_, &PlaneChoice::second}}) {
        spin->setKeyboardTracking(false);
        spin->setAlignment(Qt::AlignRight);
        ignoreWheelWithoutFocus(spin);
        connect(spin, &QSpinBox::valueChanged, this, [this, unit = unit](int value) {
            if (showing_)
                return;
            PlaneChoice next = choice_;
            next.*unit = value - 1;
            emit chosen(next);
        });
    }
    setTheme(theme);
}

void PhasePlaneHeader::setTheme(const Theme& theme) {
    const QString wanted = theme.id + QString::number(theme.scale);
    theme_ = theme;
    if (wanted == styledFor_)
        return;
    styledFor_ = wanted;
    const auto px = [&](qreal length) { return QString::number(qRound(theme.px(length))); };
    setStyleSheet(titleSwitchSheet(theme) +
                  QStringLiteral("QSpinBox { font-size: %1px; min-height: %2px; padding: 0; }")
                      .arg(px(11), px(19)));
    for (Segments* each : {axes_, states_})
        each->layout()->setSpacing(qRound(theme.px(2)));
    arrange();
}

void PhasePlaneHeader::setState(const PlaneChoice& choice, const QStringList& states, int units) {
    if (choice == choice_ && states == shownStates_ && units == units_)
        return;
    showing_ = true;
    choice_ = choice;
    units_ = units;
    shownStates_ = states;
    stateCount_ = int(states.size());
    axes_->setCurrent(choice.axes == PlaneAxes::Components ? 0 : 1);
    for (int k = 0; k < std::min(2, stateCount_); ++k) {
        states_->button(k)->setText(states[k]);
        states_->button(k)->setAccessibleName(tr("State %1").arg(states[k]));
    }
    states_->setCurrent(int(std::min<std::size_t>(choice.state, 1)));
    first_->setRange(1, units);
    second_->setRange(1, units);
    first_->setValue(int(choice.first) + 1);
    second_->setValue(int(choice.second) + 1);
    showing_ = false;
    arrange();
}

std::vector<QWidget*> PhasePlaneHeader::parts(Room room) const {
    std::vector<QWidget*> shown;
    if (units_ > 1)
        shown.push_back(axes_);
    if (room != Room::Least && units_ > 1 && choice_.axes == PlaneAxes::Units)
        shown.insert(shown.end(), {first_, second_});
    if (stateCount_ > 1)
        shown.push_back(states_);
    return shown;
}

/// Of the parts with the words they have at present.
int PhasePlaneHeader::widthOf(Room room) const {
    int width = 0;
    for (const QWidget* part : parts(room))
        width += part->sizeHint().width() + qRound(theme_.px(width > 0 ? 6 : 0));
    return width;
}

/// From the right.
void PhasePlaneHeader::arrange() {
    ensurePolished();
    for (Segments* each : {axes_, states_})
        for (const int k : {0, 1})
            each->button(k)->ensurePolished();
    states_->layout()->invalidate();
    const auto name = [this](Room room) {
        axes_->button(0)->setText(room == Room::Wide ? tr("components") : tr("PC"));
        axes_->layout()->invalidate();  // it learns of the text later, and only if it is shown
    };
    name(Room::Least);
    least_ = widthOf(Room::Least);
    const bool numbers = widthOf(Room::Short) <= width();
    name(Room::Wide);
    wide_ = widthOf(Room::Wide);
    const Room room = wide_ <= width() ? Room::Wide : numbers ? Room::Short : Room::Least;
    name(room);
    const std::vector<QWidget*> shown = parts(room);
    for (QWidget* each : std::initializer_list<QWidget*>{axes_, states_, first_, second_})
        each->setVisible(std::find(shown.begin(), shown.end(), each) != shown.end());
    int right = width();
    for (auto part = shown.rbegin(); part != shown.rend(); ++part) {
        const QSize size = (*part)->sizeHint();
        (*part)->setGeometry(right - size.width(), (height() - size.height()) / 2, size.width(),
                             size.height());
        right -= size.width() + qRound(theme_.px(6));
    }
    updateGeometry();
}

QSize PhasePlaneHeader::sizeHint() const {
    return {wide_, std::max(axes_->sizeHint().height(), first_->sizeHint().height())};
}

QSize PhasePlaneHeader::minimumSizeHint() const {
    return {least_, sizeHint().height()};
}

void PhasePlaneHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PhasePlaneHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

}  // namespace rnnscope
