// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace rnnscope {

/// Points without a line, for the right class of each step.
QCPGraph* addMarks(QCPAxis* keys, QCPAxis* values);
/// A single rule and no label.
QSharedPointer<QCPAxisTicker> ruleAt(double value);
/// Which unit a line shows: of more units than are drawn those that stand evenly among them, and
/// the selected one.
int drawnUnit(int number, int units, int selected);
/// Distance of the times' labels: whole numbers as far apart as the labels are wide, in pixels.
double timeTickStep(double span, double width, double label);

}  // namespace rnnscope
