// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/motion.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>

namespace rnnscope {
namespace {

const char key[] = "motion/reduced";
bool reducedNow = false;

}  // namespace

bool motionReduced() {
    return reducedNow;
}

void setMotionReduced(bool reduced) {
    reducedNow = reduced;
}

void restoreMotion() {
    const QSettings settings;
    setMotionReduced(false);
    const bool still = qApp->style()->styleHint(QStyle::SH_Widget_Animate) == 0;
    setMotionReduced(settings.value(key, still).toBool());
}

void chooseMotionReduced(bool reduced) {
    setMotionReduced(reduced);
    QSettings().setValue(key, reduced);
}

}  // namespace rnnscope
