// SPDX-License-Identifier: GPL-3.0-or-later
// Simple recurrent network (Elman 1990), as torch.nn.RNN:
//   a_t = W_ih x_t + b_ih + W_hh h_{t−1} + b_hh
//   h_t = tanh a_t   or   max(0, a_t)
#include <algorithm>
#include <limits>

#include "core/activation.h"
#include "core/cell.h"

namespace rnnscope {
namespace {

enum : std::size_t { A, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr std::string_view blockNames[] = {"h"};
constexpr RecurrentTerm recurrentTerms[] = {{0, 1, A, H, true}};
constexpr std::size_t stateQuantities[] = {H};
constexpr Operation affine = {OperationKind::Affine, now(A), before(H), {}, 0, true};
constexpr Slope slopeTable[] = {{H, now(A)}};

class Rnn : public Cell {
  public:
    std::span<const std::string_view> blocks() const override { return blockNames; }
    std::span<const RecurrentTerm> terms() const override { return recurrentTerms; }
    std::span<const std::size_t> states() const override { return stateQuantities; }
    std::span<const Slope> slopes() const override { return slopeTable; }
    std::optional<double> steepest() const override { return 1.0; }

    void forward(const PreparedWeights& weights, const double* previous,
                 double* now) const override {
        const Index n = weights.hidden;
        double* a = now + static_cast<Index>(A) * n;
        const PreparedTerm& term = weights.terms[0];
        for (Index k = 0; k < n; ++k)
            a[k] += term.bias[k];
        term.weights.addProduct(previous + static_cast<Index>(H) * n, a);
        activate(a, now + static_cast<Index>(H) * n, n);
    }

    // δ = ∂L/∂a = ∂L/∂h ∘ φ′(a);   ∂L/∂h_{t−1} += W_hhᵀ δ
    void backward(const PreparedWeights& weights, const double*, const double* now,
                  double* previousGradient, double* nowGradient) const override {
        const Index n = weights.hidden;
        double* da = nowGradient + static_cast<Index>(A) * n;
        differentiate(now + static_cast<Index>(H) * n, nowGradient + static_cast<Index>(H) * n, da,
                      n);
        weights.terms[0].transposed.addProduct(da, previousGradient + static_cast<Index>(H) * n);
    }

    // ∂h/∂a = φ′(a)
    void fillSlopes(const PreparedWeights& weights, const double*, const double* now,
                    double* values) const override {
        const Index hidden = weights.hidden;
        std::fill_n(values, hidden, 1.0);
        differentiate(now + static_cast<Index>(H) * hidden, values, values, hidden);
    }

  protected:
    virtual void activate(const double* a, double* h, Index count) const = 0;
    /// da = dh ∘ φ′, from φ's own value h.
    virtual void differentiate(const double* h, const double* dh, double* da,
                               Index count) const = 0;
};

class TanhRnn final : public Rnn {
  public:
    std::string_view id() const override { return "rnn"; }
    std::string_view name() const override { return "RNN"; }
    std::span<const Quantity> quantities() const override {
        static constexpr Quantity table[] = {
            {"a", "a", "pre-activation", Role::PreActivation, -infinity, infinity, true},
            {"h", "h", "hidden state", Role::State, -1, 1, true},
        };
        return table;
    }
    std::span<const Operation> operations() const override {
        static constexpr Operation table[] = {affine, {OperationKind::Tanh, now(H), now(A)}};
        return table;
    }

  protected:
    void activate(const double* a, double* h, Index count) const override {
        hyperbolicTangent(a, h, count);
    }
    void differentiate(const double* h, const double* dh, double* da, Index count) const override {
        for (Index k = 0; k < count; ++k)
            da[k] = dh[k] * (1.0 - h[k] * h[k]);
    }
};

class ReluRnn final : public Rnn {
  public:
    std::string_view id() const override { return "rnn-relu"; }
    std::string_view name() const override { return "RNN ReLU"; }
    std::span<const Quantity> quantities() const override {
        static constexpr Quantity table[] = {
            {"a", "a", "pre-activation", Role::PreActivation, -infinity, infinity, true},
            {"h", "h", "hidden state", Role::State, 0, infinity, true},
        };
        return table;
    }
    std::span<const Operation> operations() const override {
        static constexpr Operation table[] = {affine, {OperationKind::Relu, now(H), now(A)}};
        return table;
    }

  protected:
    void activate(const double* a, double* h, Index count) const override { rectify(a, h, count); }
    // The slope at 0 is taken as 0, as in PyTorch; at NaN as 1, so that NaN is passed on.
    void differentiate(const double* h, const double* dh, double* da, Index count) const override {
        for (Index k = 0; k < count; ++k)
            da[k] = h[k] <= 0.0 ? 0.0 : dh[k];
    }
};

const TanhRnn tanhCell;
const ReluRnn reluCell;

}  // namespace

extern const Cell& rnnTanh;
extern const Cell& rnnRelu;
const Cell& rnnTanh = tanhCell;
const Cell& rnnRelu = reluCell;

}  // namespace rnnscope
