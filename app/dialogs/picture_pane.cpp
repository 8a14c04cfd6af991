// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/picture_pane.h"

#include <QPainter>

namespace rnnscope {

PicturePane::PicturePane(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setMinimumSize((QSizeF(320, 240) * theme.scale).toSize());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview of the figure"));
}

QSizeF PicturePane::room() const {
    const double margin = theme_.px(16);
    return QSizeF(rect().size()) - QSizeF(2 * margin, 2 * margin);
}

void PicturePane::setPicture(const QImage& image, const QString& words) {
    image_ = image;
    words_ = words;
    update();
}

void PicturePane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

void PicturePane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.cardBorder, 1));
    painter.setBrush(blend(theme_.groove, theme_.ground, 0.55));
    const double radius = theme_.px(8);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (image_.isNull()) {
        painter.setFont(theme_.font());
        painter.setPen(theme_.mutedText);
        painter.drawText(rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         words_);
        return;
    }
    const QSizeF size = image_.deviceIndependentSize();
    QRectF place(QPointF(), size);
    place.moveCenter(QRectF(rect()).center());
    place.moveTopLeft(place.topLeft().toPoint());  // on whole pixels, or it blurs
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(place.topLeft(), image_);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

}  // namespace rnnscope
