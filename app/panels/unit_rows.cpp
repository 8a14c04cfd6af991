// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/unit_rows.h"

#include <algorithm>
#include <cmath>

#include "app/plot/axes.h"
#include "app/words.h"

namespace rnnscope {

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

StepValues ofUnit(const Trace& trace, std::size_t quantity, Index unit) {
    StepValues values = stepValues(trace, quantity);
    values.data += unit * values.unitStride;
    values.units = 1;
    return values;
}

double largestSize(const StepValues& values) {
    const auto [low, high] = finiteExtent(values);
    return std::max(-low, high);
}

/// What a quantity can reach decides its scale; only where it can reach anything do its numbers.
void setScale(UnitRow& row, const Quantity& quantity, bool isHidden) {
    row.low = quantity.low;
    row.high = quantity.high;
    if (std::isfinite(row.low) && std::isfinite(row.high))
        return;
    const double size = largestSize(row.values);
    const double limit = roundLimit(isHidden && quantity.low < 0 ? std::max(size, 1.0) : size);
    row.low = quantity.low < 0 ? -limit : 0;
    row.high = limit;
}

/// Entry k of a strip lies at (row, column + k), or of a bias alone at (row).
WeightStrip stripOf(const Parameter* parameter, Index row, Index column, Index count) {
    WeightStrip strip;
    if (!parameter || parameter->absent)
        return strip;
    for (Index k = 0; k < count; ++k)
        strip.values.push_back(parameter->value(row, column + k));
    strip.name = [name = QString::fromStdString(parameter->name), bias = parameter->bias, row,
                  column](int k) {
        return bias ? QStringLiteral("%1[%2]").arg(name).arg(row)
                    : QStringLiteral("%1[%2, %3]").arg(name).arg(row).arg(column + k);
    };
    return strip;
}

/// Two biases beside each other.
WeightStrip joined(const WeightStrip& a, const WeightStrip& b) {
    if (a.values.empty() || b.values.empty())
        return a.values.empty() ? b : a;
    WeightStrip both = a;
    both.values.insert(both.values.end(), b.values.begin(), b.values.end());
    both.name = [a, b](int k) {
        const auto first = int(a.values.size());
        return k < first ? a.name(k) : b.name(k - first);
    };
    return both;
}

WeightStrip peephole(const Snapshot& snapshot, const std::string& suffix, std::size_t block,
                     Index unit) {
    WeightStrip strip;
    const NetworkShape& shape = snapshot.shape();
    const Parameter* weights = snapshot.parameters.find("weight_ch" + suffix);
    const auto terms = shape.cell->peepholes();
    for (std::size_t k = 0; weights && k < terms.size(); ++k)
        if (terms[k].gradient == block) {
            const Index entry = Index(k) * shape.hidden + unit;
            strip.values.push_back(weights->value.reshaped()[entry]);
            strip.name = [name = QString::fromStdString(weights->name), entry](int) {
                return QStringLiteral("%1[%2]").arg(name).arg(entry);
            };
        }
    return strip;
}

std::optional<WeightRow> readoutRow(const Snapshot& snapshot, std::size_t trace, Index unit) {
    const NetworkShape& shape = snapshot.shape();
    if (trace / shape.directions() + 1 != std::size_t(shape.layers))
        return std::nullopt;
    const Parameter* weights = snapshot.parameters.find("fc.weight");
    if (!weights || weights->absent)
        return std::nullopt;
    const Index column = Index(trace % shape.directions()) * shape.hidden + unit;
    WeightStrip strip;
    for (Index k = 0; k < weights->value.rows(); ++k)
        strip.values.push_back(weights->value(k, column));
    strip.name = [column](int k) { return QStringLiteral("fc.weight[%1, %2]").arg(k).arg(column); };
    return WeightRow{QStringLiteral("ŷ"), QStringLiteral("output"), {}, {std::move(strip)}};
}

double limitOf(const UnitWeights& weights) {
    double size = 0;
    const auto include = [&size](const WeightRow& row) {
        for (const WeightStrip& strip : row.strips)
            for (const double value : strip.values)
                if (std::isfinite(value))
                    size = std::max(size, std::min(std::abs(value), 1e240));
    };
    for (const WeightRow& row : weights.blocks)
        include(row);
    if (weights.readout)
        include(*weights.readout);
    return roundLimit(size);
}

/// "forget gate" of "forget gate, pre-activation".
std::string_view beforeComma(std::string_view name) {
    return name.substr(0, name.find(','));
}

}  // namespace

QString colourOf(const Cell& cell, std::size_t quantity) {
    const bool before = quantity < cell.blocks().size() && !cell.quantities()[quantity].archived;
    return text(before ? cell.blocks()[quantity] : cell.quantities()[quantity].id);
}

std::vector<UnitRow> unitRows(const Snapshot& snapshot, std::size_t trace, Index unit,
                              UnitDetail detail) {
    const Cell& cell = *snapshot.shape().cell;
    const auto quantities = cell.quantities();
    std::vector<UnitRow> rows;
    const auto add = [&](std::size_t k) {
        UnitRow row{.quantity = k,
                    .id = text(quantities[k].id),
                    .colour = colourOf(cell, k),
                    .symbol = text(quantities[k].symbol),
                    .name = inWords(quantities[k].name),
                    .brief = inWords(beforeComma(quantities[k].name)),
                    .values = ofUnit(snapshot.record.traces[trace], k, unit)};
        setScale(row, quantities[k], k == cell.hiddenState());
        rows.push_back(std::move(row));
    };
    for (const bool archived : {true, false})
        for (std::size_t k = 0; k < quantities.size(); ++k) {
            const bool wanted = detail == UnitDetail::All ||
                                (detail == UnitDetail::Archived && archived) ||
                                quantities[k].role == Role::State;
            if (quantities[k].archived == archived && wanted)
                add(k);
        }
    if (!snapshot.backward)
        return rows;
    for (const std::size_t state : cell.states()) {
        UnitRow row{.quantity = state,
                    .gradient = true,
                    .id = text(quantities[state].id),
                    .colour = QStringLiteral("gradient"),
                    .symbol = QStringLiteral("∂L/∂") + text(quantities[state].symbol),
                    .name = inWords(quantities[state].name),
                    .brief = inWords(quantities[state].name),
                    .values = ofUnit(snapshot.backward->gradients.traces[trace], state, unit)};
        row.high = roundLimit(largestSize(row.values));
        row.low = -row.high;
        rows.push_back(std::move(row));
    }
    return rows;
}

UnitWeights unitWeights(const Snapshot& snapshot, std::size_t trace, Index unit) {
    const NetworkShape& shape = snapshot.shape();
    const std::string suffix = shape.suffix(trace);
    const Index inputs = shape.layerInput(int(trace / shape.directions()));
    UnitWeights weights;
    weights.peepholes = !shape.cell->peepholes().empty();
    for (std::size_t block = 0; block < shape.cell->blocks().size(); ++block) {
        const Index row = Index(block) * shape.hidden + unit;
        const auto find = [&](const char* name) { return snapshot.parameters.find(name + suffix); };
        const QString symbol = text(shape.cell->blocks()[block]);
        WeightRow next{symbol, symbol, block, {}};
        next.strips.push_back(stripOf(find("weight_ih"), row, 0, inputs));
        next.strips.push_back(stripOf(find("weight_hh"), row, 0, shape.hidden));
        next.strips.push_back(
            joined(stripOf(find("bias_ih"), row, 0, 1), stripOf(find("bias_hh"), row, 0, 1)));
        if (weights.peepholes)
            next.strips.push_back(peephole(snapshot, suffix, block, unit));
        weights.blocks.push_back(std::move(next));
    }
    weights.readout = readoutRow(snapshot, trace, unit);
    weights.limit = limitOf(weights);
    return weights;
}

}  // namespace rnnscope
