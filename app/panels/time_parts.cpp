// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/time_parts.h"

#include <algorithm>
#include <cmath>

#include "app/panels/time_rows.h"

namespace rnnscope {

QCPGraph* addMarks(QCPAxis* keys, QCPAxis* values) {
    auto* graph = new QCPGraph(keys, values);
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setSelectable(QCP::stNone);
    return graph;
}

QSharedPointer<QCPAxisTicker> ruleAt(double value) {
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    ticker->addTick(value, QString());
    return ticker;
}

int drawnUnit(int number, int units, int selected) {
    const int count = std::min(units, mostForcedLines);
    if (selected < units && selected * count / units == number)
        return selected;
    return number * units / count;
}

double timeTickStep(double span, double width, double label) {
    const double least = std::max({1.0, span / 12, span * label / std::max(1.0, width)});
    const double unit = std::pow(10.0, std::floor(std::log10(least)));
    for (const double part : {1.0, 2.0, 5.0})
        if (part * unit >= least * 0.999)
            return part * unit;
    return 10 * unit;
}

}  // namespace rnnscope
