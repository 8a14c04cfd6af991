// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/cell_strip.h"

#include <QPainter>
#include <algorithm>

#include "app/plot/colormap.h"

namespace rnnscope {

int unitAt(const QRectF& room, Index units, double x) {
    const double part = (x - room.left()) / std::max(1.0, room.width());
    return int(std::clamp<Index>(Index(part * double(units)), 0, units - 1));
}

void paintStrip(QPainter& painter, const CellPicture& picture, Wire wire, const QRectF& room) {
    const CellValues& values = picture.values;
    const bool backward = picture.progress.backward;
    const SignedColors colors = picture.theme.signedColors;
    const Eigen::VectorXd all = backward ? values.gradient(wire) : values.value(wire);
    if (all.size() < 2)  // its number says all
        return;
    ColorScale scale = ColorScale::diverging(values.limit(), colors);
    if (backward) {
        scale = ColorScale::logSize(-6, 0);
    } else if (wire.place == Wire::Place::Now) {
        const Quantity& quantity = values.cell().quantities()[wire.index];
        if (quantity.low == 0 && quantity.high == 1)
            scale = ColorScale::sequential();
        else if (quantity.high == 1)
            scale = ColorScale::diverging(1, colors);
    }
    // No finer than pixels: of very many units, those that a pixel falls on.
    const Index cells = std::min<Index>(all.size(), std::max<Index>(1, Index(room.width())));
    const double width = room.width() / double(cells);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (Index k = 0; k < cells; ++k)
        painter.fillRect(QRectF(room.left() + double(k) * width, room.top(), width, room.height()),
                         QColor(scale.color(all[k * all.size() / cells])));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(picture.theme.card, picture.theme.px(0.8)));
    painter.drawRect(room);
    if (wire && picture.unit < all.size()) {
        const double unit = room.width() / double(all.size());
        const double wide = std::max(unit, picture.theme.px(3));
        const double left = std::min(room.left() + picture.unit * unit, room.right() - wide);
        const QRectF chosen(left, room.top(), wide, room.height());
        const double away = picture.theme.px(0.8);
        painter.setPen(QPen(picture.theme.strong, picture.theme.px(1.6)));
        painter.drawRect(chosen.adjusted(-away, -away, away, away));
    }
    painter.restore();
}

}  // namespace rnnscope
