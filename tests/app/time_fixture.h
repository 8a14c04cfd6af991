// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the time plots share.
#pragma once

#include <qcustomplot.h>

#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/panels/time_card.h"
#include "app/panels/time_panel.h"

namespace rnnscope {

using Options = std::vector<std::pair<std::string, std::string>>;
using Shared = std::shared_ptr<const Snapshot>;

inline Shared make(const Options& options) {
    Setup setup;
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name.c_str(), set.error().message.c_str());
    auto experiment = Experiment::create(std::move(setup));
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return experiment->snapshot(1);
}

inline Options sine(const std::string& cell, int hidden, int length) {
    return {{"task", "sine"},
            {"cell", cell},
            {"hidden", std::to_string(hidden)},
            {"length", std::to_string(length)}};
}

inline View at(Phase phase, int step) {
    View view;
    view.position = {0, phase, step};
    return view;
}

inline QImage figure(TimePanel& panel, const QSize& size = {700, 260}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCPPainter painter(&image);
    panel.paintFigure(painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

/// Pixels that differ, between two x.
inline int differences(const QImage& a, const QImage& b, double from, double to) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = int(from); x < int(to); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

inline bool hasColour(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
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
    explicit Shown(const Shared& snapshot, const QSize& size = {1080, 480}) : card(Theme::light()) {
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
