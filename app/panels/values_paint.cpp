// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/values_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/panels/cell_words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ValuesPanel)
};

constexpr double padding = 7;

QFont numberFont(const Theme& theme) {
    return theme.monoFont(11.5);
}

double digitWidth(const Theme& theme) {
    return QFontMetricsF(numberFont(theme)).horizontalAdvance(QLatin1Char('0'));
}

/// Where the decimal point stands, or would stand.
qsizetype pointOf(const QString& text) {
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    return point < 0 ? text.size() : point;
}

bool isNumber(const QString& text) {
    return !text.startsWith(QChar(0x2018));  // a class has a name in quotes
}

void drawText(QPainter& painter, const QRectF& rect, int flags, const QString& text) {
    painter.drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, text);
}

}  // namespace

void NumberRoom::include(const QString& text) {
    before = std::max(before, int(isNumber(text) ? pointOf(text) : 0));
    after =
        std::max(after, int(isNumber(text) ? text.size() - pointOf(text) : text.size() - before));
}

double NumberRoom::width(const QString& symbol, const Theme& theme) const {
    const double digits = (before + after) * digitWidth(theme);
    const double head = subscriptedWidth(symbol, theme.boldFont(11.5));
    return std::max(digits, head) + 2 * theme.px(padding);
}

double numberRowHeight(const Theme& theme) {
    return QFontMetricsF(numberFont(theme)).height() + theme.px(5);
}

double numberHeadHeight(const Theme& theme) {
    return QFontMetricsF(theme.boldFont(11.5)).height() + theme.px(8);
}

double numberRowHeadWidth(int rows, const Theme& theme) {
    return QFontMetricsF(theme.boldFont(11))
               .horizontalAdvance(QString::number(std::max(10, rows))) +
           2 * theme.px(padding);
}

void paintNumber(QPainter& painter, const QRectF& cell, const QString& text, const NumberRoom& room,
                 const QColor& ink, const Theme& theme) {
    painter.setFont(numberFont(theme));
    painter.setPen(ink);
    const double digit = digitWidth(theme);
    double x = cell.right() - theme.px(padding) - (room.before + room.after) * digit;
    if (isNumber(text))
        x += double(room.before - pointOf(text)) * digit;
    drawText(painter, QRectF(x, cell.top(), cell.right() - x, cell.height()),
             Qt::AlignLeft | Qt::AlignVCenter, text);
}

void paintNumberCell(QPainter& painter, const QRectF& cell, const NumberModel& model, int row,
                     int column, const NumberRoom& room, const NumberLook& look, bool selected) {
    const Theme& theme = look.theme;
    const NumberColumn& of = model.columns()[std::size_t(column)];
    const auto value = model.number(row, column);
    const bool broken = value && !std::isfinite(*value);
    QColor ground = row % 2 == 1 ? blend(theme.ground, theme.card, 0.5) : theme.card;
    if (of.quantity && of.quantity == look.marked)
        ground = blend(theme.quantity(of.id), ground, 0.14);
    if (row == look.unit)
        ground = blend(theme.accent, ground, 0.14);
    if (broken)
        ground = theme.chipDanger.ground;
    if (selected)
        ground = blend(theme.accent, ground, 0.3);
    painter.fillRect(cell, ground);
    const QColor ink = broken        ? theme.chipDanger.text
                       : of.gradient ? theme.quantityText(u"gradient")
                                     : theme.text;
    if (value)
        paintNumber(painter, cell, model.shown(row, column), room, withContrast(ink, ground, 4.5),
                    theme);
    else  // a dot where a number will be
        paintNumber(painter, cell, QStringLiteral("·"), room, theme.faint(theme.mutedText, 0.6),
                    theme);
}

void paintNumberHead(QPainter& painter, const QRectF& cell, const NumberColumn& column,
                     const NumberLook& look) {
    const Theme& theme = look.theme;
    const bool marked = column.quantity && column.quantity == look.marked;
    const QColor hue = theme.quantityLine(column.id);
    painter.fillRect(cell, marked ? blend(hue, theme.card, 0.14) : theme.card);
    painter.fillRect(QRectF(cell.left() + theme.px(3), cell.bottom() - theme.px(2),
                            cell.width() - theme.px(6), theme.px(2)),
                     hue);
    painter.setPen(theme.quantityText(column.id));
    drawSubscripted(painter, cell.adjusted(theme.px(padding), 0, -theme.px(padding), -theme.px(2)),
                    column.symbol, theme.boldFont(11.5), Qt::AlignRight);
}

void paintNumberRowHead(QPainter& painter, const QRectF& cell, int row, const NumberLook& look) {
    const Theme& theme = look.theme;
    const bool chosen = row == look.unit;
    painter.fillRect(cell, chosen ? blend(theme.accent, theme.card, 0.14) : theme.card);
    painter.setFont(chosen ? theme.boldFont(11) : theme.font(11));
    painter.setPen(chosen ? theme.text : theme.mutedText);
    drawText(painter, cell.adjusted(0, 0, -theme.px(padding), 0), Qt::AlignRight | Qt::AlignVCenter,
             QString::number(row + 1));
}

double paintNumberTable(QPainter& painter, const QRectF& area, const NumberModel& model,
                        const NumberLook& look) {
    const Theme& theme = look.theme;
    const double head = numberHeadHeight(theme), pitch = numberRowHeight(theme);
    const int all = model.rowCount(), columns = model.columnCount();
    const auto fitting = int(std::floor((area.height() - head) / pitch + 1e-6));
    if (all == 0 || columns == 0 || fitting < 1)
        return 0;
    // The last line tells of those without room.
    const int rows = all <= fitting ? all : std::max(0, fitting - 1);
    const double numbers = numberRowHeadWidth(all, theme);
    const double dots = theme.px(18);
    double x = area.left() + numbers;
    for (int row = 0; row < rows; ++row)
        paintNumberRowHead(painter,
                           QRectF(area.left(), area.top() + head + row * pitch, numbers, pitch),
                           row, look);
    int column = 0;
    for (; column < columns; ++column) {
        const NumberColumn& of = model.columns()[std::size_t(column)];
        NumberRoom room;
        for (int row = 0; row < rows; ++row)
            room.include(model.shown(row, column));
        const double width = room.width(of.symbol, theme);
        if (x + width > area.right() - (column + 1 < columns ? dots : 0) + 1e-6)
            break;
        paintNumberHead(painter, QRectF(x, area.top(), width, head), of, look);
        for (int row = 0; row < rows; ++row)
            paintNumberCell(painter, QRectF(x, area.top() + head + row * pitch, width, pitch),
                            model, row, column, room, look, false);
        x += width;
    }
    painter.setFont(theme.font(11));
    painter.setPen(theme.mutedText);
    if (column < columns)
        drawText(painter, QRectF(x + theme.px(4), area.top(), dots, head),
                 Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("…"));
    double used = head + rows * pitch;
    if (rows < all) {
        drawText(painter,
                 QRectF(area.left() + numbers + theme.px(padding), area.top() + used,
                        area.width() - numbers, pitch),
                 Qt::AlignLeft | Qt::AlignVCenter, Words::tr("… %L1 more").arg(all - rows));
        used += pitch;
    }
    return used;
}

}  // namespace rnnscope
