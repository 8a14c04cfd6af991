// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/style.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QProxyStyle>
#include <QStyleOption>
#include <QWidget>
#include <algorithm>

#include "app/plot/motion.h"
#include "app/plot/theme.h"

namespace rnnscope {

namespace {

bool enabled(const QStyleOption& option) {
    return option.state & QStyle::State_Enabled;
}

QPen roundPen(const QColor& colour, qreal width) {
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

// A chevron that points down, turned by `quarter` times 90 degrees clockwise.
void drawChevron(QPainter& painter, const QStyleOption& option, int quarter) {
    const QRectF room(option.rect);
    const qreal most = option.fontMetrics.height() * 0.28;
    const qreal half = std::min({most, room.width() / 2 - 1, room.height() - 1});
    if (half <= 0)
        return;
    const auto role = enabled(option) ? QPalette::PlaceholderText : QPalette::Mid;
    painter.translate(room.center());
    painter.rotate(90 * quarter);
    painter.setPen(roundPen(option.palette.color(role), std::max(1.5, half * 0.36)));
    const QPointF points[] = {{-half, -half / 2}, {0, half / 2}, {half, -half / 2}};
    painter.drawPolyline(points, 3);
}

// The square or round frame of a check mark; accent when set.
void drawFrame(QPainter& painter, const QStyleOption& option, const QRectF& box, qreal radius,
               bool set) {
    const bool focus = option.state & QStyle::State_HasFocus;
    const bool hover = option.state & QStyle::State_MouseOver;
    const auto group = enabled(option) ? QPalette::Active : QPalette::Disabled;
    const QColor accent = option.palette.color(group, QPalette::Highlight);
    const QColor resting = option.palette.color(group, QPalette::PlaceholderText);
    painter.setPen(QPen(set || focus || hover ? accent : resting, focus ? 2 : 1.2));
    painter.setBrush(set ? accent : option.palette.color(group, QPalette::Base));
    painter.drawRoundedRect(box, radius, radius);
}

QRectF squareIn(const QStyleOption& option) {
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 2;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    return box;
}

void drawTick(QPainter& painter, const QRectF& box, const QColor& colour) {
    const qreal s = box.width();
    painter.setPen(roundPen(colour, s * 0.14));
    painter.setBrush(Qt::NoBrush);
    painter.translate(box.topLeft());
    const QPointF tick[] = {QPointF(0.24, 0.52) * s, QPointF(0.43, 0.71) * s,
                            QPointF(0.77, 0.31) * s};
    painter.drawPolyline(tick, 3);
}

void drawCheckBox(QPainter& painter, const QStyleOption& option) {
    const QRectF box = squareIn(option);
    const bool partly = option.state & QStyle::State_NoChange;
    const bool set = partly || (option.state & QStyle::State_On);
    drawFrame(painter, option, box, box.width() * 0.22, set);
    if (!set)
        return;
    const QColor mark = option.palette.color(QPalette::HighlightedText);
    if (!partly)
        return drawTick(painter, box, mark);
    painter.setPen(roundPen(mark, box.width() * 0.14));
    const QPointF reach(box.width() * 0.23, 0);
    painter.drawLine(box.center() - reach, box.center() + reach);
}

void drawMenuMark(QPainter& painter, const QStyleOption& option) {
    const bool selected = option.state & QStyle::State_Selected;
    drawTick(painter, squareIn(option),
             option.palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText));
}

void drawRadioButton(QPainter& painter, const QStyleOption& option) {
    const QRectF box = squareIn(option);
    const bool set = option.state & QStyle::State_On;
    drawFrame(painter, option, box, box.width() / 2, set);
    if (!set)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::HighlightedText));
    painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
}

// The field of a combo box or spin box.
void drawField(QPainter& painter, const QStyleOption& option) {
    const bool focus = option.state & QStyle::State_HasFocus;
    const bool hover = option.state & QStyle::State_MouseOver;
    const QPalette& palette = option.palette;
    const QColor base = palette.color(enabled(option) ? QPalette::Base : QPalette::Window);
    const QColor resting = blend(palette.color(QPalette::Mid), base, hover ? 1 : 0.65);
    const QColor ring = withContrast(palette.color(QPalette::Highlight), base, 3);
    painter.setPen(QPen(focus ? ring : resting, focus ? 2 : 1));
    painter.setBrush(base);
    const qreal inset = focus ? 1 : 0.5;
    const qreal radius = option.fontMetrics.height() * 0.4;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius,
                            radius);
}

// The height of a line of the widget's text: everything grows with the type.
int lineOf(const QStyleOption* option, const QWidget* widget) {
    if (widget)
        return widget->fontMetrics().height();
    return option ? option->fontMetrics.height() : 15;
}

class Style : public QProxyStyle {
  public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        const auto draw = [&](auto paint) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            paint(*painter, *option);
            painter->restore();
        };
        const auto chevron = [](int quarter) {
            return [quarter](QPainter& p, const QStyleOption& o) { drawChevron(p, o, quarter); };
        };
        switch (element) {
            case PE_IndicatorArrowDown:
            case PE_IndicatorSpinDown:
                return draw(chevron(0));
            case PE_IndicatorArrowLeft:
                return draw(chevron(1));
            case PE_IndicatorArrowUp:
            case PE_IndicatorSpinUp:
                return draw(chevron(2));
            case PE_IndicatorArrowRight:
                return draw(chevron(3));
            case PE_IndicatorCheckBox:
            case PE_IndicatorItemViewItemCheck:
                return draw(drawCheckBox);
            case PE_IndicatorRadioButton:
                return draw(drawRadioButton);
            case PE_IndicatorMenuCheckMark:
                return draw(drawMenuMark);
            default:
                QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* more) const override {
        if (motionReduced() && (hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration))
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, more);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override {
        if (control != CC_ComboBox && control != CC_SpinBox)
            return QProxyStyle::drawComplexControl(control, option, painter, widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawField(*painter, *option);
        painter->restore();
        const auto arrow = [&](SubControl part, PrimitiveElement element, bool active) {
            QStyleOption one = *option;
            one.rect = subControlRect(control, option, part, widget);
            if (!active)
                one.state &= ~State_Enabled;
            if (one.rect.isValid())
                drawPrimitive(element, &one, painter, widget);
        };
        if (control == CC_ComboBox)
            return arrow(SC_ComboBoxArrow, PE_IndicatorArrowDown, true);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        arrow(SC_SpinBoxUp, PE_IndicatorSpinUp,
              spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
        arrow(SC_SpinBoxDown, PE_IndicatorSpinDown,
              spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
    }

    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override {
        if (control != CC_ComboBox && control != CC_SpinBox)
            return QProxyStyle::subControlRect(control, option, part, widget);
        // Text, then at the right end a square for the arrow or two halves of it; by the type size.
        const int line = lineOf(option, widget);
        const QRect all = option->rect;
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool plain = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
        const int button = plain ? 0 : line * 3 / 2;
        const int edge = std::max(2, line / 8);
        const QRect text = all.adjusted(line / 2, edge, -button, -edge);
        QRect place(all.right() + 1 - button, all.top() + edge, button - edge,
                    all.height() - 2 * edge);
        const int half = place.height() / 2;
        const bool combo = control == CC_ComboBox;
        if (part == (combo ? SC_ComboBoxEditField : SC_SpinBoxEditField)) {
            place = text;
        } else if (!combo && part == SC_SpinBoxUp) {
            place.setHeight(plain ? 0 : half);
        } else if (!combo && part == SC_SpinBoxDown) {
            place.setTop(place.top() + place.height() - half);
            place.setHeight(plain ? 0 : half);
        } else if (!combo || part != SC_ComboBoxArrow) {
            return QProxyStyle::subControlRect(control, option, part, widget);
        }
        return visualRect(option->direction, all, place);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override {
        QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        // As tall as the buttons beside them.
        if (option && (type == CT_ComboBox || type == CT_SpinBox)) {
            const int line = lineOf(option, widget);
            size = QSize(size.width() + line, std::max(size.height(), line * 2));
        }
        return size;
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override {
        switch (metric) {
            case PM_IndicatorWidth:
            case PM_IndicatorHeight:
            case PM_ExclusiveIndicatorWidth:
            case PM_ExclusiveIndicatorHeight:
                // With the type, so that presenting enlarges them too.
                return std::max(16, lineOf(option, widget) + 1);
            default:
                return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

}  // namespace

QStyle* makeStyle() {
    return new Style;
}

QString titleSwitchSheet(const Theme& theme) {
    const auto px = [&](double length) { return QString::number(qRound(theme.px(length))); };
    return QStringLiteral(
               "QPushButton[segment=\"true\"] { padding: %1px %2px; min-height: %3px;"
               " font-size: %4px; }"
               "QPushButton[segment=\"true\"]:focus { padding: 0px %5px; }")
        .arg(px(1), px(8), px(15), px(11), px(7));
}

void setTone(QWidget& chip, const QString& tone) {
    if (chip.property("tone") == tone)
        return;
    chip.setProperty("tone", tone);
    chip.style()->unpolish(&chip);  // rules by property are looked up anew only then
    chip.style()->polish(&chip);
}

}  // namespace rnnscope
