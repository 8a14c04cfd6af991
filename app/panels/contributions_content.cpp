// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of contributions shows of the analyses, as numbers and in words.
#include <algorithm>
#include <cmath>

#include "app/panels/contributions_panel.h"
#include "app/words.h"

namespace rnnscope {

QString ContributionsPanel::message() const {
    if (!snapshot())
        return {};
    const Snapshot& shown = analyses() && analyses()->of ? *analyses()->of : *snapshot();
    if (!shown.backward)
        return withoutLossText(shown, tr("Choose a target to see where the gradient went"));
    return rows_.empty() ? tr("Working it out…") : QString();
}

void ContributionsPanel::readPaths(const GradientPaths& paths) {
    const Cell& cell = *analyses()->of->shape().cell;
    rows_ = pathRows(paths, cell);
    const auto vector = [](const Eigen::VectorXd& values) {
        return std::vector<double>(values.begin(), values.end());
    };
    const QString state = QString::fromStdString(paths.carried);
    const auto hidden = cell.quantities()[cell.hiddenState()].id;
    curves_.push_back(
        {QStringLiteral("norm_grad_") + state,
         (lastLoss_ ? QStringLiteral("‖∂L_T/∂%1ₜ‖") : QStringLiteral("‖∂L/∂%1ₜ‖")).arg(state),
         lastLoss_ ? tr("gradient of the last step's loss, along all paths")
                   : tr("gradient of the whole loss, along all paths"),
         paths.carried == hidden ? QStringLiteral("gradient") : state, false, vector(paths.whole)});
    if (paths.direct.size() == 0)
        return;
    const auto straight =
        std::find_if(paths.paths.begin(), paths.paths.end(),
                     [](const auto& path) { return path.kind == PathKind::Straight; });
    const QString gate =
        straight == paths.paths.end() ? QString() : QString::fromStdString(straight->id);
    const QString factor = factorText(cell, gate.toStdString());
    curves_.push_back({QStringLiteral("norm_direct_") + gate, tr("∏%1 alone").arg(factor),
                       tr("what the straight path alone would carry from the last step: "
                          "‖∏%1 ∘ ∂L/∂%2_T‖")
                           .arg(factor, state),
                       gate, true, vector(paths.direct)});
}

bool ContributionsPanel::readAnalyses() {
    rows_.clear();
    curves_.clear();
    saturation_ = {};
    if (!analyses() || !analyses()->of || !analyses()->of->backward)
        return false;
    const Snapshot& of = *analyses()->of;
    const std::size_t trace = traceOf(of);
    steps_ = int(of.steps());
    reversed_ = of.record.traces[trace].reversed();
    saturation_ = saturationWords(*of.shape().cell, of.record.traces[trace]);
    if (weights_) {
        const auto& all = lastLoss_ ? analyses()->lastContributions : analyses()->contributions;
        if (all)
            rows_ = weightRows(*all, of.shape(), trace);
    } else {
        const auto& all = lastLoss_ ? analyses()->lastPaths : analyses()->paths;
        if (all && trace < all->size())
            readPaths((*all)[trace]);
    }
    overflow_ = firstOverflow();
    return !rows_.empty();
}

// Where what is not finite begins, on the way back.
std::optional<int> ContributionsPanel::firstOverflow() const {
    std::optional<int> found;
    const auto look = [&](const std::vector<double>& sizes) {
        for (int step = 0; step < int(sizes.size()); ++step)
            if (!std::isfinite(sizes[std::size_t(step)]))
                found = !found || (reversed_ ? step < *found : step > *found) ? step : *found;
    };
    for (const ContributionRow& row : rows_)
        look(row.norms);
    for (const Curve& curve : curves_)
        look(curve.norms);
    const auto& overflow = analyses()->of->overflow;
    if (found && overflow && overflow->pass == Overflow::Pass::Forward)
        return int(overflow->time);
    return found;
}

DataTable ContributionsPanel::data() const {
    DataTable table;
    if (rows_.empty())
        return table;
    const auto add = [&](const QString& name, std::vector<double> values) {
        table.names << name;
        table.columns.push_back(std::move(values));
    };
    std::vector<double> times(static_cast<std::size_t>(steps_));
    for (std::size_t step = 0; step < times.size(); ++step)
        times[step] = double(step) + 1;
    add(QStringLiteral("t"), std::move(times));
    for (const Curve& curve : curves_)
        add(curve.id, curve.norms);
    for (const ContributionRow& row : rows_)
        add(row.id, row.norms);
    for (const ContributionRow& row : rows_)
        if (!row.shares.empty())
            add(QString(row.id).replace(QLatin1String("norm_"), QLatin1String("share_")),
                row.shares);
    return table;
}

QString ContributionsPanel::tailText() const {
    if (!weights_ || rows_.empty())
        return {};
    const TailShare tail = tailShare(rows_[parameter()].shares, reversed_);
    if (std::isnan(tail.share))
        return overflow_ ? tr("no shares: the gradient is not finite")
                         : tr("no shares: the gradient is zero");
    const QString share = percentText(tail.share);
    if (steps_ == 1)
        return tr("the only step makes %1").arg(share);
    if (tail.steps == 1)
        return (reversed_ ? tr("the first of %L1 steps makes %2")
                          : tr("the last of %L1 steps makes %2"))
            .arg(steps_)
            .arg(share);
    return (reversed_ ? tr("the first %L1 of %L2 steps make %3")
                      : tr("the last %L1 of %L2 steps make %3"))
        .arg(tail.steps)
        .arg(steps_)
        .arg(share);
}

QStringList ContributionsPanel::headWords() const {
    if (!weights_ || rows_.empty())
        return {};
    const ContributionRow& row = rows_[parameter()];
    return {labelled(row.name, tailText()), labelled(row.brief, tailText()), tailText()};
}

void ContributionsPanel::updateWords() {
    setAccessibleName(tr("Where the gradient went"));
    if (!message().isEmpty())
        return setAccessibleDescription(message());
    QStringList told = headWords().mid(0, 1);
    for (const Curve& curve : curves_)
        told << labelled(curve.symbol, curve.meaning);
    for (const ContributionRow& row : rows_)
        told << row.title;
    setAccessibleDescription(clauses(told + saturation_.parts));
}

}  // namespace rnnscope
