// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the panels share: views, panels on the screen, figures, pixels, signals.
#pragma once

#include <qcustomplot.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>

#include "app/panels/panel.h"
#include "app/plot/figure.h"
#include "tests/app/snapshots.h"

namespace rnnscope {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

inline const std::array everyTheme = {&Theme::light(), &Theme::dark(), &Theme::projector()};

inline View at(Phase phase, int step = 0, bool reverse = false, int layer = 0) {
    View view;
    view.position = {0, phase, step};
    view.reverse = reverse;
    view.layer = layer;
    return view;
}

/// A panel on the screen by itself.
template <class AnyPanel>
struct OnScreen : AnyPanel {
    explicit OnScreen(const QSize& size, const SharedSnapshot& snapshot = {},
                      const Theme& theme = Theme::light())
        : AnyPanel(theme) {
        this->resize(size);
        this->show();
        if (snapshot)
            this->setSnapshot(snapshot);
    }
    QImage image() { return this->grab().toImage(); }
};

/// A panel that fills a window, which has still to be opened.
template <class AnyPanel>
struct InWindow {
    InWindow(const QSize& size, const Theme& theme) : panel(theme, &window) {
        window.resize(size);
        panel.setGeometry(window.rect());
    }
    void open() {
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
        QCoreApplication::processEvents();
    }
    QImage image() { return window.grab().toImage(); }
    QWidget window;
    AnyPanel panel;
};

/// What was worked out, with the snapshot it is of.
inline void give(Panel& panel, const SharedAnalyses& analyses) {
    panel.setSnapshot(analyses->of);
    panel.setAnalyses(analyses);
}

/// The panel as a figure, of its own size where none is given.
inline QString svgOf(Panel& panel, const QSizeF& size = {}, const Theme& theme = Theme::light()) {
    QTemporaryDir folder;
    const QString file = folder.filePath("figure.svg");
    FigureOptions options;
    options.size = size.isValid() ? size : panel.figureSize();
    const Done written = exportFigure(
        file, options, [&](QCPPainter& painter, QRectF area) { panel.paintFigure(painter, area); },
        theme);
    if (!written)
        qFatal("%s", written.error().text().c_str());
    QFile content(file);
    content.open(QIODevice::ReadOnly);
    return QString::fromUtf8(content.readAll());
}

/// The sum over red, green and blue.
inline int difference(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

/// Pixels of this colour, or nearly, in columns [left, right).
inline int pixelsOf(const QImage& image, const QColor& color, int left = 0,
                    int right = std::numeric_limits<int>::max(), int tolerance = 0) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = std::max(0, left); x < std::min(right, image.width()); ++x)
            count += difference(image.pixelColor(x, y), color) <= tolerance ? 1 : 0;
    return count;
}

/// Pixels that differ, in columns [left, right).
inline int differences(const QImage& a, const QImage& b, int left, int right) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = std::max(0, left); x < std::min(right, a.width()); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

/// What a signal said, of those that say a number.
inline QList<int> numbersOf(const QSignalSpy& spy) {
    QList<int> numbers;
    for (const auto& call : spy)
        numbers << call[0].toInt();
    return numbers;
}

/// The column of this name.
inline std::vector<double> columnOf(const DataTable& table, const QString& name) {
    const auto index = table.names.indexOf(name);
    if (index < 0)
        qFatal("no column %s", qPrintable(name));
    return table.columns[std::size_t(index)];
}

inline std::vector<double> list(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

}  // namespace rnnscope
