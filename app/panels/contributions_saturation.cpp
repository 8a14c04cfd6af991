// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_saturation.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/panels/contributions_rows.h"
#include "app/plot/plural.h"
#include "app/words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ContributionsPanel)
};

constexpr double worthTelling = 0.005;
constexpr double oneEnd = 0.9;  // so much of what is saturated stands at the same end

/// Whether the hidden state has a lower end alone, as a rectified one has.
bool isRectified(const Cell& cell) {
    return cell.quantities()[cell.hiddenState()].low == 0;
}

/// A gate at its ends lets everything through or nothing, which is not the same to a gradient.
enum class End { Either, Shut, Open };

End endOf(const Quantity& quantity, const Saturation& each) {
    if (quantity.role != Role::Gate)
        return End::Either;
    const double upper = each.upperPart();
    return upper >= oneEnd ? End::Open : 1 - upper >= oneEnd ? End::Shut : End::Either;
}

QString told(const Quantity& quantity, const Saturation& each) {
    const QString name = inWords(quantity.name);
    const QString share = shareText(each.whole);
    switch (endOf(quantity, each)) {
        case End::Open:
            return Words::tr("%1 %2 saturated open").arg(name, share);
        case End::Shut:
            return Words::tr("%1 %2 saturated shut").arg(name, share);
        case End::Either:
            break;
    }
    return Words::tr("%1 %2 saturated").arg(name, share);
}

}  // namespace

SaturationWords saturationWords(const Cell& cell, const Trace& trace) {
    SaturationWords words;
    std::vector<Saturation> all = saturation(cell, trace);
    std::stable_sort(all.begin(), all.end(),
                     [](const Saturation& a, const Saturation& b) { return a.whole > b.whole; });
    const auto quantityOf = [&](const Saturation& each) -> const Quantity& {
        return cell.quantities()[each.quantity];
    };
    for (const Saturation& each : all)
        if (each.whole >= worthTelling)
            words.parts << told(quantityOf(each), each);
    if (!all.empty() && words.parts.isEmpty())
        words.parts << Words::tr("nothing saturated");
    // What stops gradients comes before what lets them through.
    for (const bool grave : {true, false})
        for (const Saturation& each : all)
            if (words.alarm.isEmpty() && each.whole > badlySaturated &&
                (endOf(quantityOf(each), each) != End::Open) == grave) {
                words.alarm = told(quantityOf(each), each);
                words.grave = grave;
            }
    if (!isRectified(cell))
        return words;
    const std::size_t dead = deadUnits(cell, trace).size();
    const QString units = dead > 0
                              ? Words::tr("%L1 of %2 dead").arg(dead).arg(unitsText(trace.hidden()))
                              : Words::tr("no unit dead");
    words.parts << units;
    if (dead > 0) {
        words.alarm = units;
        words.grave = true;
    }
    return words;
}

}  // namespace rnnscope
