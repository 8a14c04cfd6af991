// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup_widgets.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QIconEngine>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QSvgRenderer>
#include <QToolButton>

namespace rnnscope {

namespace {

/// The outline's SVG, 24 × 24, in #1d2733 as all of the program's icons are.
QByteArray outline(SetupIcon icon) {
    const auto own = [](const char* paths) {
        return QByteArray(
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">"
                   "<g fill=\"none\" stroke=\"#1d2733\" stroke-width=\"2\" "
                   "stroke-linecap=\"round\" stroke-linejoin=\"round\">") +
               paths + "</g></svg>";
    };
    const auto file = [](const char* name) {
        QFile opened(QString::fromLatin1(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    };
    switch (icon) {
        case SetupIcon::Reset:
            return own("<path d=\"M5 12.5a7.5 7.5 0 1 0 2.6-5.7\"/><path d=\"M7.8 2.6v4.6h4.6\"/>");
        case SetupIcon::Dice:
            return own(
                "<rect x=\"4\" y=\"4\" width=\"16\" height=\"16\" rx=\"3.5\"/>"
                "<g fill=\"#1d2733\" stroke=\"none\"><circle cx=\"8.6\" cy=\"8.6\" r=\"1.6\"/>"
                "<circle cx=\"15.4\" cy=\"8.6\" r=\"1.6\"/><circle cx=\"12\" cy=\"12\" "
                "r=\"1.6\"/><circle cx=\"8.6\" cy=\"15.4\" r=\"1.6\"/>"
                "<circle cx=\"15.4\" cy=\"15.4\" r=\"1.6\"/></g>");
        case SetupIcon::Open:
            return file(":/icons/open.svg");
        case SetupIcon::Undo:
            return file(":/icons/undo.svg");
        case SetupIcon::Redo:
            return file(":/icons/redo.svg");
    }
    return {};
}

class OutlineEngine : public QIconEngine {
  public:
    OutlineEngine(QByteArray svg, const QColor& colour) : svg_(std::move(svg)), colour_(colour) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = svg_;
        svg.replace("#1d2733", colour_.name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.4);
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new OutlineEngine(svg_, colour_); }

  private:
    QByteArray svg_;
    QColor colour_;
};

class WheelGuard : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* object, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(object);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

}  // namespace

QIcon setupIcon(SetupIcon icon, const QColor& colour) {
    return QIcon(new OutlineEngine(outline(icon), colour));
}

void makeIconButton(QToolButton* button, const QIcon& icon, const Theme& theme, double side) {
    button->setIcon(icon);
    const int inner = qRound(theme.px(side * 0.72));
    button->setIconSize({inner, inner});
    button->setFixedSize(qRound(theme.px(side)), qRound(theme.px(side)));
    button->setStyleSheet(
        QStringLiteral("QToolButton { background: transparent; border: 1px solid transparent;"
                       " padding: 0; min-height: 0; border-radius: %1px; }"
                       "QToolButton:hover { background: %2; }"
                       "QToolButton:focus { border: 2px solid %3; padding: 0; }")
            .arg(qRound(theme.px(5)))
            .arg(theme.hover.name(), withContrast(theme.accent, theme.card, 3).name()));
}

void keepRoomWhenHidden(QWidget* widget) {
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

void ignoreWheelWithoutFocus(QWidget* widget) {
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new WheelGuard(widget));
}

// ---- combo ---------------------------------------------------------------------------------

QuietCombo::QuietCombo(QWidget* parent) : QComboBox(parent), theme_(Theme::light()) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    ignoreWheelWithoutFocus(this);
}

void QuietCombo::setTheme(const Theme& theme) {
    theme_ = theme;
    setFont(theme.font());
    setFixedHeight(qRound(theme.px(26)));
    updateGeometry();
    update();
}

QSize QuietCombo::sizeHint() const {
    return {qRound(theme_.px(120)), qRound(theme_.px(26))};
}

QSize QuietCombo::minimumSizeHint() const {
    return {qRound(theme_.px(60)), qRound(theme_.px(26))};
}

void QuietCombo::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const bool framed = hasFocus() || underMouse() || view()->isVisible();
    if (framed && isEnabled())
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const double chevron = theme_.px(8), right = width() - theme_.px(7);
    if (isEnabled()) {
        const double half = chevron / 2, middle = height() / 2.0 + theme_.px(0.5);
        painter.fillRect(QRectF(right - chevron - theme_.px(5), theme_.px(3),
                                chevron + theme_.px(8), height() - theme_.px(6)),
                         theme_.card);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme_.mutedText, theme_.px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] = {{right - chevron, middle - half / 2},
                                  {right - half, middle + half / 2},
                                  {right, middle - half / 2}};
        painter.drawPolyline(points, 3);
    }
    const double textRight = isEnabled() ? right - chevron - theme_.px(6) : right;
    const QFont bold = theme_.boldFont();
    painter.setFont(bold);
    painter.setPen(isEnabled() ? theme_.text : theme_.mutedText);
    const QRectF room(theme_.px(6), 0, textRight - theme_.px(6), height());
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(currentText(), Qt::ElideMiddle, room.width()));
}

// ---- segments ------------------------------------------------------------------------------

Segments::Segments(const QStringList& texts, const char* kind, QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (int k = 0; k < texts.size(); ++k) {
        auto* button = new QPushButton(texts[k], this);
        button->setCheckable(true);
        button->setProperty("segment", kind);
        button->setFocusPolicy(Qt::TabFocus);  // after a click the keys are for the lecture
        group_->addButton(button, k);
        row->addWidget(button, 1);
    }
    setFocusProxy(group_->button(0));
    connect(group_, &QButtonGroup::idClicked, this, &Segments::chosen);
}

void Segments::setCurrent(int index) {
    if (index >= 0)
        return group_->button(index)->setChecked(true);
    group_->setExclusive(false);
    for (QAbstractButton* button : group_->buttons())
        button->setChecked(false);
    group_->setExclusive(true);
}

int Segments::current() const {
    return group_->checkedId();
}

QPushButton* Segments::button(int index) const {
    return static_cast<QPushButton*>(group_->button(index));
}

void Segments::setTheme(const Theme& theme) {
    layout()->setSpacing(qRound(theme.px(3)));
}

}  // namespace rnnscope
