// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/contributions_rows.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/plot/number.h"
#include "app/words.h"

namespace rnnscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rnnscope::ContributionsPanel)
};

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

std::vector<double> toVector(const Eigen::VectorXd& values) {
    return {values.begin(), values.end()};
}

QString nameOf(const Cell& cell, const std::string& quantity) {
    const auto found = cell.find(quantity);
    return found ? inWords(cell.quantities()[*found].name) : QString::fromStdString(quantity);
}

struct Exponents {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;

    void add(std::span<const double> sizes) {
        for (const double size : sizes)
            if (std::isfinite(size) && size != 0) {
                const double exponent = std::log10(std::abs(size));
                low = std::min(low, exponent);
                high = std::max(high, exponent);
            }
    }
};

double evenAbove(double exponent) {
    return std::min(240.0, 2 * std::ceil(exponent / 2));
}

/// W_ih, b_hh: as equations call it.
QString symbolOf(const QString& parameter) {
    const QString letter =
        parameter.contains(QLatin1String("bias")) ? QStringLiteral("b_") : QStringLiteral("W_");
    for (const char* part : {"ih", "hh"})
        if (parameter.contains(QLatin1Char('_') + QLatin1String(part)))
            return letter + QLatin1String(part);
    return letter + QStringLiteral("fc");
}

QString colourOf(const QString& parameter) {
    if (parameter.startsWith(QLatin1String("fc.")))
        return QStringLiteral("output");
    if (parameter.startsWith(QLatin1String("bias")))
        return QStringLiteral("a");
    return parameter.contains(QLatin1String("_hh")) ? QStringLiteral("h") : QStringLiteral("input");
}

}  // namespace

QString factorText(const Cell& cell, const std::string& quantity) {
    const auto found = cell.find(quantity);
    if (!found)
        return QString::fromStdString(quantity);
    const QString symbol = text(cell.quantities()[*found].symbol);
    return symbol.contains(QLatin1Char(' ')) ? QStringLiteral("(%1)").arg(symbol) : symbol;
}

std::vector<ContributionRow> pathRows(const GradientPaths& paths, const Cell& cell) {
    std::vector<ContributionRow> rows;
    const QString state = QString::fromStdString(paths.carried);
    for (const GradientPaths::Path& path : paths.paths) {
        ContributionRow row;
        const QString id = QString::fromStdString(path.id);
        row.quantity = id;
        row.norms = toVector(path.norm);
        if (path.kind == PathKind::Straight) {
            const QString factor = factorText(cell, path.id);
            row.id = QStringLiteral("straight_") + id;
            row.name = Words::tr("%1 ∘ straight").arg(factor);
            row.brief = factor + QStringLiteral(" ∘");
            row.title = Words::tr("straight along %1: %2 ∘ ∂L/∂%1ₜ, past all recurrent weights")
                            .arg(state, factor);
        } else if (path.kind == PathKind::Peephole) {
            const QString weights = QStringLiteral("p_") + id;
            row.id = QStringLiteral("through_") + weights;
            row.name = Words::tr("through %1").arg(weights);
            row.brief = weights;
            row.title =
                Words::tr("through the peephole %1 of the %2").arg(weights, nameOf(cell, path.id));
        } else {
            const QString weights = QStringLiteral("W_h") + id;
            row.id = QStringLiteral("through_") + weights;
            row.name = Words::tr("through %1").arg(weights);
            row.brief = weights;
            row.title = Words::tr("through the recurrent weights %1 of the %2")
                            .arg(weights, nameOf(cell, path.id));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ContributionRow> weightRows(std::span<const Contribution> contributions,
                                        const NetworkShape& shape, std::size_t trace) {
    std::vector<ContributionRow> rows;
    const QString suffix = QString::fromStdString(shape.suffix(trace));
    for (const Contribution& each : contributions) {
        const QString name = QString::fromStdString(each.parameter);
        const bool readout = name.startsWith(QLatin1String("fc."));
        // "_l0" ends no name of the reverse direction, so that this tells them apart.
        if (!readout && !name.endsWith(suffix))
            continue;
        rows.push_back({QStringLiteral("norm_") + name, name, symbolOf(name),
                        Words::tr("what each step adds to ∂L/∂%1").arg(name), colourOf(name),
                        toVector(each.norms), toVector(each.shares)});
    }
    return rows;
}

std::vector<double> pathShares(std::span<const ContributionRow> rows, int step) {
    std::vector<double> norms;
    for (const ContributionRow& row : rows)
        norms.push_back(row.norms[std::size_t(step)]);
    return normShares(norms);
}

ColorScale sizeScale(std::span<const ContributionRow> rows) {
    Exponents found;
    for (const ContributionRow& row : rows)
        found.add(row.norms);
    return ColorScale::logSize(-6, found.high > 0 ? evenAbove(found.high) : 0);
}

LogAxis sizeAxis(std::span<const std::vector<double>> curves) {
    Exponents found;
    for (const std::vector<double>& curve : curves)
        found.add(curve);
    LogAxis axis{-8, 2};
    if (found.low < axis.low)
        axis.low = std::max(-300.0, -evenAbove(-found.low));
    if (found.high > axis.high)
        axis.high = evenAbove(found.high);
    return axis;
}

QString shareText(double share) {
    if (!std::isfinite(share))
        return QStringLiteral("–");
    const double percent = 100 * std::abs(share);
    const QString sign = share < 0 ? QString(QChar(0x2212)) : QString();
    if (percent == 0)
        return QStringLiteral("0 %");
    if (percent < 0.05)
        return QStringLiteral("< 0.1 %");
    if (percent >= 1e4)
        return sign + shortNumber(percent) + QStringLiteral(" %");
    return sign + QString::number(percent, 'f', percent < 9.95 ? 1 : 0) + QStringLiteral(" %");
}

QString percentText(double share) {
    if (std::isnan(share))
        return QStringLiteral("–");
    if (share < 1 && share >= 0.9995)  // not all of it, though it would be rounded to that
        return QStringLiteral("> 99.9 %");
    return shortNumber(100 * share) + QStringLiteral(" %");
}

}  // namespace rnnscope
