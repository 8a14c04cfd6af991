// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the time plots share.
#pragma once

#include <QWheelEvent>
#include <algorithm>

#include "app/panels/time_card.h"
#include "app/panels/time_panel.h"
#include "tests/app/panel_fixture.h"

namespace rnnscope {

inline Options sized(const std::string& cell, int hidden, int length) {
    return {{"cell", cell}, {"hidden", std::to_string(hidden)}, {"length", std::to_string(length)}};
}

inline QImage figure(TimePanel& panel, const QSize& size = {700, 260}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    panel.paintFigure(painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

/// How far the pixels are from white, all together.
inline double ink(const QImage& image, double from, double to) {
    double sum = 0;
    for (int y = 30; y < image.height() - 30; ++y)
        for (int x = int(from); x < int(to); ++x)
            sum += 255 - qGray(image.pixel(x, y));
    return sum;
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A card on the screen.
struct Shown {
    explicit Shown(const SharedSnapshot& snapshot, const QSize& size = {1080, 480})
        : card(Theme::light()) {
        card.resize(size);
        card.setSnapshot(snapshot);
        card.show();
        ready = QTest::qWaitForWindowExposed(&card);
        QCoreApplication::processEvents();
    }
    TimePanel& operator[](TimeContent content) { return *card.panel(content); }
    QPoint pointAt(TimeContent content, int step, std::size_t row = 0, double part = 0.5) {
        TimePanel& panel = *card.panel(content);
        const QRectF rect = panel.stripRects()[row];
        return {qRound(panel.xOf(step)), qRound(rect.top() + part * rect.height())};
    }
    TimeCard card;
    bool ready;
};

inline void turnWheel(QWidget& widget, const QPoint& where, int notches,
                      Qt::KeyboardModifiers keys) {
    QWheelEvent event(where, widget.mapToGlobal(where), {}, {0, 120 * notches}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace rnnscope
