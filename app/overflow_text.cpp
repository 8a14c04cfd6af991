// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overflow_text.h"

#include <QCoreApplication>
#include <cmath>

#include "app/words.h"
#include "core/cell.h"

namespace rnnscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::Overflow)
};

QString valueText(double value) {
    return QString::fromLatin1(std::isnan(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
}

/// "gradient of the forget gate f of layer 1 reverse".
QString placeText(const Overflow& overflow, const NetworkShape& shape, bool reverse) {
    if (overflow.pass == Overflow::Pass::Output)
        return Words::tr("read-out");
    const Quantity& quantity = shape.cell->quantities()[overflow.quantity];
    const auto layer = qulonglong(overflow.trace / shape.directions() + 1);
    const QString symbol =
        QString::fromUtf8(quantity.symbol.data(), qsizetype(quantity.symbol.size()));
    const QString place =
        (reverse ? Words::tr("%1 %2 of layer %3 reverse") : Words::tr("%1 %2 of layer %3"))
            .arg(inWords(quantity.name), symbol)
            .arg(layer);
    return overflow.pass == Overflow::Pass::Backward ? Words::tr("gradient of the %1").arg(place)
                                                     : place;
}

}  // namespace

QString overflowText(const Overflow& overflow, const NetworkShape& shape) {
    const QString value = valueText(overflow.value);
    const auto step = qlonglong(overflow.time + 1), unit = qlonglong(overflow.unit + 1);
    if (overflow.pass == Overflow::Pass::Loss)
        return Words::tr("loss is %1 from step %2 on").arg(value).arg(step);
    const bool inLayer = overflow.pass != Overflow::Pass::Output;
    const bool reverse = inLayer && overflow.trace % shape.directions() == 1;
    const bool back = overflow.pass == Overflow::Pass::Backward || reverse;
    return (back ? Words::tr("%1, unit %2, is %3 from step %4 back")
                 : Words::tr("%1, unit %2, is %3 from step %4 on"))
        .arg(placeText(overflow, shape, reverse))
        .arg(unit)
        .arg(value)
        .arg(step);
}

}  // namespace rnnscope
