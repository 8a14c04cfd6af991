// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/verdict.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::Verdict)
};

// A rate below this per step is called steady: less than a thousandth.
constexpr double steadyRate = 1e-3;

// Two digits are as much as the fit deserves: 0.30, 4.0, 12, 690.
QString stepCount(double steps) {
    if (!(steps >= 0.095 && steps < 99999.5))
        return shortNumber(steps);
    return QString::number(steps, 'f', steps < 0.995 ? 2 : steps < 9.95 ? 1 : 0);
}

bool overflows(const Decay& decay) {
    return std::isinf(decay.remaining) && decay.remaining > 0;
}

// Gone before the start of the sequence though its rate does not say so: behind dead units.
bool diesOnTheWay(const Decay& decay) {
    return decay.remaining == 0 && decay.rate > -steadyRate;
}

QString speed(const Decay& decay) {
    if (decay.rate < 0)
        return Words::tr("halves every %1 steps").arg(stepCount(*decay.halfLife()));
    return Words::tr("doubles every %1 steps").arg(stepCount(*decay.doubling()));
}

QString change(const Decay& decay) {
    if (std::isinf(decay.rate) && decay.rate < 0)
        return Words::tr("dies within a step");
    if (overflows(decay))
        return Words::tr("overflows");
    if (diesOnTheWay(decay))
        return Words::tr("dies out on the way");
    const bool steady = decay.verdict == Verdict::Alive && std::abs(decay.rate) < steadyRate;
    if (steady || decay.rate == 0)
        return Words::tr("steady");
    return speed(decay);
}

QString name(Verdict verdict) {
    switch (verdict) {
        case Verdict::Exploding:
            return Words::tr("exploding");
        case Verdict::Alive:
            return Words::tr("alive");
        case Verdict::Shrinking:
            return Words::tr("shrinking");
        case Verdict::Vanished:
            break;
    }
    return Words::tr("vanishing");
}

QString line(const QString& what, double value) {
    return labelled(what, QStringLiteral("%1  (%2)").arg(shortNumber(value), fullNumber(value)));
}

}  // namespace

QString verdictText(const std::optional<Decay>& decay) {
    if (!decay)
        return Words::tr("no gradient");
    return QStringLiteral("%1 · %2").arg(name(decay->verdict), change(*decay));
}

QString verdictDetail(const std::optional<Decay>& decay) {
    if (!decay)
        return Words::tr("No gradient passes from one step to another.");
    QStringList lines{Words::tr("The gradient of the last loss, on its way back through time"),
                      line(Words::tr("rate per step, ln of the factor"), decay->rate),
                      line(Words::tr("factor per step"), decay->factor())};
    if (const auto steps = decay->halfLife())
        lines << line(Words::tr("half-life in steps"), *steps);
    if (const auto steps = decay->doubling())
        lines << line(Words::tr("doubling time in steps"), *steps);
    if (const auto steps = decay->horizon())
        lines << line(Words::tr("memory horizon: steps until a millionth is left"), *steps);
    lines << line(Words::tr("share left over the whole sequence"), decay->remaining);
    return lines.join(QLatin1Char('\n'));
}

QString verdictTone(const std::optional<Decay>& decay) {
    if (!decay)
        return QStringLiteral("calm");
    if ((std::isinf(decay->rate) && decay->rate < 0) || diesOnTheWay(*decay))
        return QStringLiteral("warning");
    switch (decay->verdict) {
        case Verdict::Exploding:
            return QStringLiteral("danger");
        case Verdict::Alive:
            return QStringLiteral("good");
        case Verdict::Shrinking:
        case Verdict::Vanished:
            break;
    }
    return QStringLiteral("calm");
}

}  // namespace rnnscope
