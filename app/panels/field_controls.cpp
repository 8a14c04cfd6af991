// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/field_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

#include "app/panels/clipping_field.h"
#include "app/plot/number.h"
#include "app/setup_widgets.h"

namespace rnnscope {

namespace {

constexpr int perDecade = 20, lowestDecade = -3, highestDecade = 1;

QIcon arrowIcon(FieldArrow kind, const Theme& theme, qreal ratio) {
    const QSizeF size(theme.px(26), theme.px(12));
    QPixmap pixmap((size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintArrow(painter, {theme.px(1), size.height() / 2}, {theme.px(23), 0}, kind, theme);
    return QIcon(pixmap);
}

}  // namespace

FieldControls::FieldControls(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    x_ = makeEntry(0, QStringLiteral("x"), tr("across"));
    y_ = makeEntry(1, QStringLiteral("y"), tr("upwards"));
    reachLabel_ = new QLabel(QStringLiteral("±"), this);
    reachLabel_->setProperty("role", "muted");
    reach_ = new QSlider(Qt::Horizontal, this);
    reach_->setRange(lowestDecade * perDecade, highestDecade * perDecade);
    reach_->setAccessibleName(tr("Reach of the field"));
    reach_->setToolTip(tr("How far the field reaches around the present weights"));
    ignoreWheelWithoutFocus(reach_);
    reachValue_ = new QLabel(this);
    reachValue_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(reachLabel_, 2, 0);
    grid->addWidget(reach_, 2, 1);
    grid->addWidget(reachValue_, 2, 2, 1, 2);
    for (const FieldArrow kind : fieldArrows) {
        auto* box = new QCheckBox(ClippingField::arrowName(kind), this);
        box->setChecked(true);
        box->setAccessibleDescription(tr("Shows the arrows of this kind"));
        connect(box, &QCheckBox::toggled, this, &FieldControls::shownChanged);
        grid->addWidget(box, 3 + int(kind), 0, 1, 4);
        arrows_[std::size_t(kind)] = box;
    }
    grid->setColumnStretch(1, 1);
    connect(reach_, &QSlider::valueChanged, this, [this](int position) {
        if (showing_)
            return;
        choice_.reach = reachOf(position);
        reachValue_->setText(shortNumber(choice_.reach));
        emit chosen();
    });
}

double FieldControls::reachOf(int position) {
    return std::pow(10.0, double(position) / perDecade);
}

FieldControls::Entry FieldControls::makeEntry(int line, const QString& label, const QString& axis) {
    auto* grid = static_cast<QGridLayout*>(layout());
    Entry entry{new QLabel(label, this), new QComboBox(this), new QSpinBox(this),
                new QSpinBox(this)};
    entry.label->setProperty("role", "muted");
    entry.parameter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    entry.parameter->setMinimumContentsLength(4);
    entry.parameter->setAccessibleName(tr("Weights %1").arg(axis));
    entry.parameter->setToolTip(tr("Whose entry runs %1").arg(axis));
    ignoreWheelWithoutFocus(entry.parameter);
    entry.row->setAccessibleName(tr("Row %1").arg(axis));
    entry.row->setToolTip(tr("Row, from 0"));
    entry.column->setAccessibleName(tr("Column %1").arg(axis));
    entry.column->setToolTip(tr("Column, from 0"));
    grid->addWidget(entry.label, line, 0);
    grid->addWidget(entry.parameter, line, 1);
    int column = 2;
    for (QSpinBox* spin : {entry.row, entry.column}) {
        spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
        spin->setAlignment(Qt::AlignRight);
        spin->setKeyboardTracking(false);
        ignoreWheelWithoutFocus(spin);
        grid->addWidget(spin, line, column++);
        connect(spin, &QSpinBox::valueChanged, this, &FieldControls::read);
    }
    connect(entry.parameter, &QComboBox::currentIndexChanged, this, &FieldControls::read);
    return entry;
}

void FieldControls::setTheme(const Theme& theme) {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setHorizontalSpacing(qRound(theme.px(4)));
    grid->setVerticalSpacing(qRound(theme.px(3)));
    const auto px = [&](qreal length) { return QString::number(qRound(theme.px(length))); };
    // Lower than in a form: these stand beside a picture.
    setStyleSheet(QStringLiteral("QComboBox, QSpinBox { font-size: %1px; min-height: %2px;"
                                 " padding: 1px %3px; }"
                                 "QSpinBox { min-width: %4px; max-width: %4px; }"
                                 "QComboBox { min-width: %5px; }"
                                 "QLabel, QCheckBox { font-size: %1px; }"
                                 "QCheckBox { padding: 0; }")
                      .arg(px(11), px(16), px(4), px(20), px(40)));
    reachValue_->setMinimumWidth(qRound(theme.px(46)));
    for (const FieldArrow kind : fieldArrows) {
        QCheckBox* box = arrows_[std::size_t(kind)];
        box->setIcon(arrowIcon(kind, theme, devicePixelRatioF()));
        box->setIconSize(QSizeF(theme.px(26), theme.px(12)).toSize());
    }
}

void FieldControls::setParameters(const Parameters& parameters) {
    std::vector<Shape> shapes;
    for (const Parameter& item : parameters.items)
        if (!item.absent)
            shapes.push_back({QString::fromStdString(item.name), int(item.value.rows()),
                              int(item.value.cols())});
    if (shapes == shapes_)
        return;
    shapes_ = std::move(shapes);
    showing_ = true;
    for (const Entry& entry : {x_, y_}) {
        entry.parameter->clear();
        for (const Shape& shape : shapes_)
            entry.parameter->addItem(shape.name);
    }
    showing_ = false;
}

void FieldControls::showEntry(const Entry& widgets, const WeightEntry& entry) {
    const QString name = QString::fromStdString(entry.parameter);
    widgets.parameter->setCurrentIndex(widgets.parameter->findText(name));
    const auto shape = std::find_if(shapes_.begin(), shapes_.end(),
                                    [&](const Shape& each) { return each.name == name; });
    if (shape == shapes_.end())
        return;
    widgets.row->setRange(0, shape->rows - 1);
    widgets.column->setRange(0, shape->columns - 1);
    widgets.row->setValue(int(entry.row));
    widgets.column->setValue(int(entry.column));
    widgets.parameter->setToolTip(entryText(entry));
}

void FieldControls::setChoice(const FieldChoice& choice) {
    choice_ = choice;
    showing_ = true;
    showEntry(x_, choice.x);
    showEntry(y_, choice.y);
    reach_->setValue(int(std::lround(std::log10(choice.reach) * perDecade)));
    reachValue_->setText(shortNumber(choice.reach));
    showing_ = false;
}

// Another parameter may be smaller: the entry is brought into it.
void FieldControls::read() {
    if (showing_)
        return;
    FieldChoice next = choice_;
    for (const auto& [widgets, entry] : {std::pair(&x_, &next.x), std::pair(&y_, &next.y)}) {
        const int index = widgets->parameter->currentIndex();
        if (index < 0)
            continue;
        const Shape& shape = shapes_[std::size_t(index)];
        entry->parameter = shape.name.toStdString();
        entry->row = std::min(widgets->row->value(), shape.rows - 1);
        entry->column = std::min(widgets->column->value(), shape.columns - 1);
    }
    if (next == choice_)
        return;
    setChoice(next);
    emit chosen();
}

std::array<bool, 3> FieldControls::shown() const {
    return {arrows_[0]->isChecked(), arrows_[1]->isChecked(), arrows_[2]->isChecked()};
}

}  // namespace rnnscope
