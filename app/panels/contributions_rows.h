// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <vector>

#include "app/plot/axes.h"
#include "app/plot/colormap.h"
#include "core/analysis/contributions.h"
#include "core/analysis/paths.h"

namespace rnnscope {

/// One strip: at every step the size of what one path brings back, or of what the step adds to the
/// gradient of one parameter.
struct ContributionRow {
    QString id;        ///< its column's name in data()
    QString name;      ///< "through W_hf", "weight_hh_l0"
    QString brief;     ///< "W_hf", where there is no room for more
    QString title;     ///< in full, for the hover
    QString quantity;  ///< whose colour it has
    std::vector<double> norms;
    /// Of parameters: signed share of every step in the whole gradient; sums to 1.
    std::vector<double> shares{};
};

/// A quantity as it is written before a product: "f", "(1 − f)".
QString factorText(const Cell& cell, const std::string& quantity);

std::vector<ContributionRow> pathRows(const GradientPaths& paths, const Cell& cell);
/// Of the parameters of one trace, and of the read-out.
std::vector<ContributionRow> weightRows(std::span<const Contribution> contributions,
                                        const NetworkShape& shape, std::size_t trace);

/// normShares() of the paths at one step.
std::vector<double> pathShares(std::span<const ContributionRow> rows, int step);

/// From 10⁻⁶ to 1, where "vanished" and "exploding" begin; further up by whole even decades where
/// there are larger sizes, so that exploding paths can still be told apart.
ColorScale sizeScale(std::span<const ContributionRow> rows);

/// The same for the curves: 10⁻⁸ to 10² and further by whole even decades.
LogAxis sizeAxis(std::span<const std::vector<double>> curves);

/// "62 %" for a column of shares: no more digits than can be compared at a glance. NaN: "–".
QString shareText(double share);
/// "99.7 %": three significant digits, but never 100 % for less.
QString percentText(double share);

}  // namespace rnnscope
