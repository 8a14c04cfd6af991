// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_tile.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <algorithm>

namespace rnnscope {
namespace {

// At scale 1.
constexpr double margin = 12;
constexpr double corner = 10;
constexpr double tall = 0.45;  // of a picture's width
constexpr int summaryLines = 4;

/// Lines of a text as wide as there is room; the last one says with dots that there is more.
QStringList wrapped(const QString& text, const QFont& font, double width, int most) {
    QStringList lines;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines << QFontMetricsF(font).elidedText(text.mid(line.textStart()).trimmed(),
                                                    Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

}  // namespace

LessonTile::LessonTile(const Words& words, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), words_(words), theme_(theme) {
    setText(words.title);
    setToolTip(words.summary);
    setAccessibleName(words.title);
    setAccessibleDescription((words.finished ? tr("%1. %2. Seen to its end.") : tr("%1. %2."))
                                 .arg(words.summary, words.extent));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LessonTile::setPicture(const QPixmap& picture) {
    picture_ = picture;
    update();
}

QSize LessonTile::pictureSize(int width) const {
    const int wide = std::max(1, width - 2);
    return {wide, qRound(wide * tall)};
}

int LessonTile::heightForWidth(int width) const {
    return qRound(pictureSize(width).height() + theme_.px(3 * margin) +
                  QFontMetricsF(theme_.boldFont(14)).height() +
                  summaryLines * QFontMetricsF(theme_.font(12)).height() +
                  QFontMetricsF(theme_.font(11)).height());
}

bool LessonTile::isCut() const {
    const double room = width() - 2 * theme_.px(margin);
    const QStringList lines = wrapped(words_.summary, theme_.font(12), room, summaryLines);
    return QFontMetricsF(theme_.boldFont(14)).horizontalAdvance(words_.title) > room ||
           (!lines.isEmpty() && lines.constLast().endsWith(QChar(0x2026)) &&
            !words_.summary.endsWith(QChar(0x2026)));
}

QSize LessonTile::sizeHint() const {
    const int width = qRound(theme_.px(250));
    return {width, heightForWidth(width)};
}

void LessonTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool lit = underMouse() || isDown();
    const double line = hasFocus() ? theme_.px(2.5) : 1;
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    QPainterPath card;
    card.addRoundedRect(frame, theme_.px(corner), theme_.px(corner));
    painter.fillPath(card, lit ? theme_.hover : theme_.card);

    const QSize size = pictureSize(width());
    painter.save();
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, width(), size.height() + 1),
                     picture_.isNull() ? theme_.plotGround : theme_.card);
    if (!picture_.isNull())
        painter.drawPixmap(QRectF(1, 1, size.width(), size.height()), picture_,
                           QRectF(picture_.rect()));
    painter.restore();
    painter.setPen(QPen(theme_.rule, 1));
    painter.drawLine(QPointF(frame.left(), size.height() + 1.5),
                     QPointF(frame.right(), size.height() + 1.5));

    const double left = theme_.px(margin);
    const double room = width() - 2 * left;
    double y = size.height() + theme_.px(margin);
    const auto say = [&](const QString& text, const QFont& font, const QColor& color) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(left, y + metrics.ascent()), text);
        y += metrics.height();
    };
    const QFont title = theme_.boldFont(14), small = theme_.font(12), least = theme_.font(11);
    say(QFontMetricsF(title).elidedText(words_.title, Qt::ElideRight, room), title, theme_.text);
    y += theme_.px(margin / 3);
    const double below = y + summaryLines * QFontMetricsF(small).height();
    for (const QString& each : wrapped(words_.summary, small, room, summaryLines))
        say(each, small, theme_.mutedText);
    y = below + theme_.px(margin / 2);
    say(words_.extent, least, theme_.mutedText);
    if (words_.finished) {
        const QString mark = QStringLiteral("✓ ") + tr("seen");
        painter.setPen(theme_.chipGood.text);
        painter.setFont(theme_.boldFont(11));
        const QFontMetricsF metrics(painter.font());
        painter.drawText(QRectF(left, y - metrics.height(), room, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, mark);
    }

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() || lit ? theme_.accent : theme_.cardBorder, line));
    painter.drawPath(card);
}

/// A button alone takes the space bar only.
void LessonTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LessonTile::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void LessonTile::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace rnnscope
