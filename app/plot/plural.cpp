// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/plural.h"

#include <QCoreApplication>

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::Plural)
};

}  // namespace

QString plural(qlonglong count, const QString& one, const QString& many) {
    return count == 1 ? one : many.arg(count);
}

QString stepsText(qlonglong count) {
    return plural(count, Words::tr("1 step"), Words::tr("%L1 steps"));
}

QString updatesText(qlonglong count) {
    return plural(count, Words::tr("1 update"), Words::tr("%L1 updates"));
}

QString unitsText(qlonglong count) {
    return plural(count, Words::tr("1 unit"), Words::tr("%L1 units"));
}

QString entriesText(qlonglong count) {
    return plural(count, Words::tr("1 entry"), Words::tr("%L1 entries"));
}

}  // namespace rnnscope
