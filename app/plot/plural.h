// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rnnscope {

/// Counts are grouped ("1,200 steps") wherever they stand; what names a place in time (t = 1200,
/// update 1200) or stands at an axis is not.

/// "1 step" or "7 steps", whether or not a translation is loaded: `one` as it stands, or `many`
/// with the count at its %1 (%L1).
QString plural(qlonglong count, const QString& one, const QString& many);

QString stepsText(qlonglong count);    ///< "1 step", "7 steps"
QString updatesText(qlonglong count);  ///< "1 update", "7 updates"
QString unitsText(qlonglong count);    ///< "1 unit", "7 units"
QString entriesText(qlonglong count);  ///< "1 entry", "7 entries"

}  // namespace rnnscope
