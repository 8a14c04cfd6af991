// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the cliff stand, on the screen and in figures.
#include <qcustomplot.h>

#include <algorithm>

#include "app/panels/cliff_controls.h"
#include "app/panels/cliff_panel.h"
#include "app/plot/figure.h"

namespace rnnscope {

namespace {

/// A plot's whole rectangle around its axes.
QRectF around(const QRectF& inner, const QCustomPlot& plot) {
    const QMargins margins = plot.axisRect()->margins();
    return inner.adjusted(-margins.left(), -margins.top(), margins.right(), margins.bottom());
}

}  // namespace

CliffPanel::Places CliffPanel::placesIn(const QRectF& area, bool controls) const {
    const Theme& look = theme();
    const QFontMetricsF small(look.font(11));
    const qreal head = small.height() + look.px(4), axis = small.height() + look.px(8);
    const qreal left = qCeil(look.px(44)), right = qCeil(look.px(14)), gap = look.px(8);
    Places at;
    QRectF rest = area;
    const auto controlsHeight = [&](bool dials) {
        return controls ? controls_->heightFor(int(area.width()), dials) + gap : 0;
    };
    const qreal least = head + axis + look.px(70);
    at.dials = area.height() - controlsHeight(true) >= least;
    const qreal below = controlsHeight(at.dials);
    rest.setBottom(rest.bottom() - below);
    at.controls = QRectF(area.left(), rest.bottom() + gap, area.width(), below - gap);

    const bool side = rest.width() > 1.55 * rest.height() && rest.width() > look.px(520);
    QRectF column = rest;  // of losses and words
    if (side) {
        rest.setWidth(std::min(0.58 * rest.width(), 1.5 * rest.height()));
        column.setLeft(rest.right() + 2 * gap);
        const qreal words = cliffWordsHeight(runs_, column.width(), look);
        at.words = QRectF(column.left(), column.bottom() - words, column.width(), words);
        at.losses = QRectF(QPointF(column.left() + left, column.top() + head),
                           QPointF(column.right() - right, at.words.top() - gap - axis));
        if (at.losses.height() < look.px(40))
            at.losses = QRectF();
    } else {
        const qreal words = cliffWordsHeight(runs_, rest.width(), look);
        if (rest.height() - words - gap >= least) {
            at.words = QRectF(rest.left(), rest.bottom() - words, rest.width(), words);
            rest.setBottom(at.words.top() - gap);
        }
        const qreal losses =
            std::clamp(0.25 * rest.height(), look.px(50), look.px(150)) + head + axis;
        if (!at.words.isEmpty() && rest.height() - losses - gap >= least + look.px(40)) {
            at.losses = QRectF(QPointF(rest.left() + left, rest.bottom() - losses + head),
                               QPointF(rest.right() - right, rest.bottom() - axis));
            rest.setBottom(rest.bottom() - losses - gap);
        }
    }
    at.head = QRectF(rest.left(), rest.top(), rest.width(), head);
    at.map = QRectF(QPointF(rest.left() + left, rest.top() + head),
                    QPointF(rest.right() - right, rest.bottom() - axis));
    // Whole pixels, as the plots have them.
    for (QRectF* each : {&at.map, &at.losses})
        if (!each->isEmpty())
            *each = QRectF(each->toRect());
    return at;
}

void CliffPanel::layOut() {
    places_ = placesIn(rect(), true);
    map_->setGeometry(around(places_.map, *map_).toRect());
    losses_->setVisible(!places_.losses.isEmpty());
    if (!places_.losses.isEmpty())
        losses_->setGeometry(around(places_.losses, *losses_).toRect());
    controls_->arrange(places_.controls.toRect(), places_.dials);
    overlay_->setGeometry(rect());
    overlay_->raise();
}

CliffFrame CliffPanel::frame(const Places& places) const {
    CliffFrame now{.theme = theme(), .choice = choice_, .runs = runs_};
    now.step = step_;
    now.map = places.map;
    now.losses = places.losses;
    now.words = places.words;
    now.head = places.head;
    now.window = window_;
    now.held = held_ == Held::Start || hovered_;
    now.lossY = [this, area = places.losses](double loss) {
        const double part = (axis_.position(loss) - axis_.low) / (axis_.high - axis_.low);
        return area.bottom() - part * area.height();
    };
    return now;
}

void CliffPanel::paintFigure(QCPPainter& painter, const QRectF& area) {
    styleIfNeeded();
    fillSurface();
    const Places places = placesIn(area, false);
    paintPlot(painter, *map_, around(places.map, *map_));
    if (!places.losses.isEmpty())
        paintPlot(painter, *losses_, around(places.losses, *losses_));
    const CliffFrame now = frame(places);
    paintCliffHead(painter, now);
    paintCliffMap(painter, now);
    paintCliffLosses(painter, now);
    paintCliffWords(painter, now);
}

}  // namespace rnnscope
