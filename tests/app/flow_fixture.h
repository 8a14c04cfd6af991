// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the flow matrix share.
#pragma once

#include <qcustomplot.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "app/panels/flow_panel.h"
#include "app/plot/figure.h"

namespace rnnscope {

using Options = std::vector<std::pair<std::string, std::string>>;
using Shared = std::shared_ptr<const Snapshot>;

inline Shared pass(const Options& options, int updates = 0) {
    Setup setup;
    if (const Done set = setOption(setup, "task", "sine"); !set)
        qFatal("%s", set.error().text().c_str());
    for (const auto& [name, value] : options)
        if (const Done set = setOption(setup, name, value); !set)
            qFatal("%s: %s", name.c_str(), set.error().text().c_str());
    Result<Experiment> experiment = Experiment::create(setup);
    if (!experiment)
        qFatal("%s", experiment.error().text().c_str());
    (*experiment).runTo(updates);
    return (*experiment).snapshot(1);
}

inline std::shared_ptr<const Analyses> analysed(const Shared& snapshot,
                                                const std::optional<Span>& span = {}) {
    AnalysisRequest request;
    request.wanted = FlowAnalysis;
    request.span = span;
    return analyse(snapshot, request);
}

inline View at(Phase phase, int step, bool reverse = false, int layer = 0) {
    View view;
    view.position = {0, phase, step};
    view.reverse = reverse;
    view.layer = layer;
    return view;
}

/// A panel on the screen, with its numbers.
struct Shown {
    explicit Shown(const Shared& of, const QSize& size = {520, 420},
                   const View& view = at(Phase::Clip, 0))
        : panel(Theme::light()), snapshot(of) {
        panel.resize(size);
        panel.show();
        ready = QTest::qWaitForWindowExposed(&panel);
        panel.setView(view);
        panel.setSnapshot(of);
        panel.setAnalyses(analysed(of));
        QCoreApplication::processEvents();
    }
    void point(int loss, int state) { QTest::mouseMove(&panel, panel.pointOf(loss, state)); }
    void click(int loss, int state) {
        QTest::mouseClick(&panel, Qt::LeftButton, {}, panel.pointOf(loss, state));
    }
    QColor colorAt(int loss, int state) {
        return panel.grab().toImage().pixelColor(panel.pointOf(loss, state));
    }
    FlowPanel panel;
    Shared snapshot;
    bool ready;
};

inline QString svgOf(FlowPanel& panel, const QSizeF& size = {520, 460}) {
    QTemporaryDir folder;
    const QString file = folder.filePath("figure.svg");
    FigureOptions options;
    options.size = size;
    const Done written = exportFigure(
        file, options, [&](QCPPainter& painter, QRectF area) { panel.paintFigure(painter, area); },
        Theme::light());
    if (!written)
        qFatal("%s", written.error().text().c_str());
    QFile content(file);
    content.open(QIODevice::ReadOnly);
    return QString::fromUtf8(content.readAll());
}

inline std::optional<StepPair> pairOf(const QList<QVariant>& arguments) {
    return arguments.at(0).value<std::optional<StepPair>>();
}
inline std::optional<Span> spanOf(const QList<QVariant>& arguments) {
    return arguments.at(0).value<std::optional<Span>>();
}

inline bool isNear(const QColor& a, const QColor& b, int most) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
               std::abs(a.blue() - b.blue()) <
           most;
}

inline int different(const QImage& a, const QImage& b, int left, int right) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = std::max(0, left); x < std::min(right, a.width()); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

}  // namespace rnnscope
