// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/step.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "core/activation.h"

namespace rnnscope {
namespace {

using Kind = OperationKind;
using Place = Wire::Place;

/// The values of a step, or their gradients, wherever they lie.
template <class Value>
struct Columns {
    Index hidden;
    Value *previous, *now, *inner;

    Value* at(Wire wire) const {
        const Index row = static_cast<Index>(wire.index) * hidden;
        switch (wire.place) {
            case Place::Now:
                return now + row;
            case Place::Before:
                return previous + row;
            case Place::Inner:
                return inner + row;
            case Place::None:
                break;
        }
        return nullptr;
    }
};

const double* peephole(const PreparedWeights& weights, const Operation& operation) {
    return weights.peepholes.data() + static_cast<Index>(operation.weights) * weights.hidden;
}

std::size_t termOf(const Cell& cell, std::size_t block) {
    const auto terms = cell.terms();
    const auto found = std::ranges::find_if(terms, [&](const RecurrentTerm& term) {
        return block >= term.firstBlock && block < term.firstBlock + term.blockCount;
    });
    assert(found != terms.end());
    return static_cast<std::size_t>(found - terms.begin());
}

/// The products of recurrent weights with what they multiply, each taken when first asked for.
class Products {
  public:
    Products(const Cell& cell, const PreparedWeights& weights) : cell_(cell), weights_(weights) {
        static thread_local std::vector<double> memory;
        memory.resize(cell.blocks().size() * static_cast<std::size_t>(weights.hidden));
        values_ = memory.data();
        taken_ = 0;
    }

    /// W_hh operand + b_hh of one block.
    const double* block(std::size_t block, const double* operand) {
        const std::size_t which = termOf(cell_, block);
        const PreparedTerm& term = weights_.terms[which];
        double* first = values_ + static_cast<Index>(cell_.terms()[which].firstBlock) * h();
        if (!(taken_ >> which & 1U)) {
            taken_ |= 1U << which;
            std::copy_n(term.bias.data(), term.bias.size(), first);
            term.weights.addProduct(operand, first);
        }
        return values_ + static_cast<Index>(block) * h();
    }

  private:
    Index h() const { return weights_.hidden; }

    const Cell& cell_;
    const PreparedWeights& weights_;
    double* values_;
    unsigned taken_;
};

double* scratch(std::size_t count) {
    static thread_local std::vector<double> memory;
    memory.resize(std::max<std::size_t>(count, 1));
    return memory.data();
}

std::size_t innerSize(const Cell& cell, Index hidden) {
    return cell.innerValues().size() * static_cast<std::size_t>(hidden);
}

/// Everything but Affine.
void elementwise(const Operation& operation, const PreparedWeights& weights,
                 const Columns<const double>& from, double* result) {
    const Index n = weights.hidden;
    const double *a = from.at(operation.a), *b = from.at(operation.b);
    switch (operation.kind) {
        case Kind::Peephole: {
            const double* w = peephole(weights, operation);
            for (Index k = 0; k < n; ++k)
                result[k] = w[k] * a[k];
            break;
        }
        case Kind::Product:
            for (Index k = 0; k < n; ++k)
                result[k] = a[k] * b[k];
            break;
        case Kind::Sum:
            for (Index k = 0; k < n; ++k)
                result[k] = a[k] + b[k];
            break;
        case Kind::Complement:
            for (Index k = 0; k < n; ++k)
                result[k] = 1.0 - a[k];
            break;
        case Kind::Logistic:
            logistic(a, result, n);
            break;
        case Kind::Tanh:
            hyperbolicTangent(a, result, n);
            break;
        case Kind::Relu:
            rectify(a, result, n);
            break;
        case Kind::Affine:
            break;
    }
}

/// Calls visit(first, end) for the stretches of units that no hold keeps.
template <class Visit>
void eachFree(StepHolds holds, Wire wire, Index hidden, Visit visit) {
    Index first = 0;
    while (first < hidden) {
        Index end = hidden, next = hidden;
        bool held = false;
        if (wire.place == Place::Now)
            for (const StepHold& hold : holds) {
                if (hold.quantity != wire.index || hold.first + hold.count <= first)
                    continue;
                if (hold.first <= first) {
                    held = true;
                    next = hold.first + hold.count;
                    break;
                }
                end = std::min(end, hold.first);
            }
        if (!held) {
            visit(first, end);
            next = end;
        }
        first = next;
    }
}

/// Adds to the gradients of a and b what reaches the units [first, end) of the result; of an
/// Affine, to that of b alone.
void spread(const Operation& operation, const PreparedWeights& weights,
            const Columns<const double>& values, const Columns<double>& gradients, Index first,
            Index end) {
    const double *a = values.at(operation.a), *b = values.at(operation.b);
    const double *y = values.at(operation.result), *d = gradients.at(operation.result);
    double *da = gradients.at(operation.a), *db = gradients.at(operation.b);
    switch (operation.kind) {
        case Kind::Affine:
            for (Index k = first; db && k < end; ++k)
                db[k] += d[k];
            break;
        case Kind::Peephole: {
            const double* w = peephole(weights, operation);
            for (Index k = first; k < end; ++k)
                da[k] += w[k] * d[k];
            break;
        }
        case Kind::Product:
            for (Index k = first; k < end; ++k) {
                da[k] += d[k] * b[k];
                db[k] += d[k] * a[k];
            }
            break;
        case Kind::Sum:
            for (Index k = first; k < end; ++k) {
                da[k] += d[k];
                db[k] += d[k];
            }
            break;
        case Kind::Complement:
            for (Index k = first; k < end; ++k)
                da[k] -= d[k];
            break;
        case Kind::Logistic:
            for (Index k = first; k < end; ++k)
                da[k] += d[k] * (y[k] * (1.0 - y[k]));
            break;
        case Kind::Tanh:
            for (Index k = first; k < end; ++k)
                da[k] += d[k] * (1.0 - y[k] * y[k]);
            break;
        case Kind::Relu:  // the slope at 0 is 0, as in PyTorch; NaN passes
            for (Index k = first; k < end; ++k)
                da[k] += y[k] <= 0.0 ? 0.0 : d[k];
            break;
    }
}

}  // namespace

void stepForward(const Cell& cell, const PreparedWeights& weights, const double* previous,
                 double* now, StepHolds holds) {
    const Index n = weights.hidden;
    double* inner = scratch(innerSize(cell, n));
    const Columns<const double> values{n, previous, now, inner};
    const Columns<double> results{n, nullptr, now, inner};
    Products products(cell, weights);
    for (const Operation& operation : cell.operations()) {
        double* result = results.at(operation.result);
        if (operation.kind == Kind::Affine) {
            if (!operation.input)
                std::fill_n(result, n, 0.0);
            const double* b = values.at(operation.b);
            const double* product =
                operation.a ? products.block(operation.weights, values.at(operation.a)) : nullptr;
            for (Index k = 0; product && k < n; ++k)
                result[k] += product[k];
            for (Index k = 0; b && k < n; ++k)
                result[k] += b[k];
        } else {
            elementwise(operation, weights, values, result);
        }
        for (const StepHold& hold : holds)
            if (operation.result == rnnscope::now(hold.quantity))
                std::fill_n(result + hold.first, hold.count, hold.value);
    }
}

void fillInner(const Cell& cell, const PreparedWeights& weights, const double* previous,
               const double* now, double* inner) {
    const Columns<const double> values{weights.hidden, previous, now, inner};
    for (const Operation& operation : cell.operations())
        if (operation.result.place == Place::Inner)
            elementwise(operation, weights, values,
                        inner + static_cast<Index>(operation.result.index) * weights.hidden);
}

void stepBackward(const Cell& cell, const PreparedWeights& weights, const double* previous,
                  const double* now, double* previousGradient, double* nowGradient, StepHolds holds,
                  double* innerGradient) {
    const Index n = weights.hidden;
    const std::size_t inner = innerSize(cell, n);
    double* memory = scratch(2 * inner);
    fillInner(cell, weights, previous, now, memory);
    if (!innerGradient)
        innerGradient = memory + inner;
    std::fill_n(innerGradient, inner, 0.0);
    for (std::size_t quantity = 0; quantity < cell.quantities().size(); ++quantity)
        if (!std::ranges::count(cell.states(), quantity))
            std::fill_n(nowGradient + static_cast<Index>(quantity) * n, n, 0.0);

    const Columns<const double> values{n, previous, now, memory};
    const Columns<double> gradients{n, previousGradient, nowGradient, innerGradient};
    const auto operations = cell.operations();
    std::vector<std::size_t> open;  // blocks of each product whose gradient is still to come
    for (const RecurrentTerm& term : cell.terms())
        open.push_back(term.blockCount);
    for (std::size_t k = operations.size(); k-- > 0;) {
        const Operation& operation = operations[k];
        eachFree(holds, operation.result, n, [&](Index first, Index end) {
            spread(operation, weights, values, gradients, first, end);
        });
        if (operation.kind != Kind::Affine || !operation.a)
            continue;
        const std::size_t which = termOf(cell, operation.weights);
        if (--open[which] == 0)
            weights.terms[which].transposed.addProduct(
                nowGradient + static_cast<Index>(cell.terms()[which].gradient) * n,
                gradients.at(operation.a));
    }
}

void fillInnerGradient(const Cell& cell, const PreparedWeights& weights, const double* previous,
                       const double* now, const double* nowGradient, double* previousGradient,
                       double* innerGradient, StepHolds holds) {
    const Index n = weights.hidden;
    const std::size_t inner = innerSize(cell, n);
    const std::size_t column = cell.quantities().size() * static_cast<std::size_t>(n);
    double* memory = scratch(inner + column);
    fillInner(cell, weights, previous, now, memory);
    std::fill_n(innerGradient, inner, 0.0);
    // What would be added to a quantity's gradient is in it already: it goes into a spare column.
    double* spare = memory + inner;
    const Columns<const double> values{n, previous, now, memory};
    const Columns<double> gradients{n, previousGradient, spare, innerGradient};
    const auto operations = cell.operations();
    std::vector<std::size_t> open;
    for (const RecurrentTerm& term : cell.terms())
        open.push_back(term.blockCount);
    for (std::size_t k = operations.size(); k-- > 0;) {
        const Operation& operation = operations[k];
        if (operation.result.place == Place::Now)
            std::copy_n(nowGradient + static_cast<Index>(operation.result.index) * n, n,
                        gradients.at(operation.result));
        eachFree(holds, operation.result, n, [&](Index first, Index end) {
            spread(operation, weights, values, gradients, first, end);
        });
        if (operation.kind != Kind::Affine || !operation.a)
            continue;
        const std::size_t which = termOf(cell, operation.weights);
        if (--open[which] == 0)
            weights.terms[which].transposed.addProduct(
                nowGradient + static_cast<Index>(cell.terms()[which].gradient) * n,
                gradients.at(operation.a));
    }
}

void fillSlopes(const Cell& cell, const PreparedWeights& weights, const double* previous,
                const double* now, std::span<const Slope> slopes, StepHolds holds, double* values) {
    const Index n = weights.hidden;
    const std::size_t quantities = cell.quantities().size(), inners = cell.innerValues().size();
    const auto size = static_cast<std::size_t>(n);
    double* memory = scratch((2 * inners + 2 * quantities) * size);
    fillInner(cell, weights, previous, now, memory);
    double* slope = memory + inners * size;  // before, now, inner
    const Columns<const double> from{n, previous, now, memory};
    const Columns<double> to{n, slope, slope + quantities * size, slope + 2 * quantities * size};
    const auto operations = cell.operations();
    std::optional<std::size_t> of;
    for (std::size_t row = 0; row < slopes.size(); ++row) {
        if (of != slopes[row].of) {
            of = slopes[row].of;
            std::fill_n(slope, (2 * quantities + inners) * size, 0.0);
            std::fill_n(to.at(rnnscope::now(*of)), n, 1.0);
            std::vector<Wire> reached{rnnscope::now(*of)};
            for (std::size_t k = operations.size(); k-- > 0;) {
                const Operation& operation = operations[k];
                const bool otherState = operation.result.place == Place::Now &&
                                        operation.result.index != *of &&
                                        std::ranges::count(cell.states(), operation.result.index);
                if (otherState || !std::ranges::count(reached, operation.result))
                    continue;
                eachFree(holds, operation.result, n, [&](Index first, Index end) {
                    spread(operation, weights, from, to, first, end);
                });
                if (operation.kind != Kind::Affine)
                    reached.push_back(operation.a);
                reached.push_back(operation.b);
            }
        }
        std::copy_n(to.at(slopes[row].by), n, values + static_cast<Index>(row) * n);
    }
}

}  // namespace rnnscope
