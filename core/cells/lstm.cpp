// SPDX-License-Identifier: GPL-3.0-or-later
// Long short-term memory (Hochreiter & Schmidhuber 1997) with forget gate (Gers et al. 2000), as
// torch.nn.LSTM:
//   i_t = σ(W_ii x_t + b_ii + W_hi h_{t−1} + b_hi)
//   f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)
//   g_t = tanh(W_ig x_t + b_ig + W_hg h_{t−1} + b_hg)
//   o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho)
//   c_t = f_t ∘ c_{t−1} + i_t ∘ g_t
//   h_t = o_t ∘ tanh c_t
#include <limits>

#include "core/activation.h"
#include "core/cell.h"

namespace rnnscope {
namespace {

enum : Index { AI, AF, AG, AO, I, F, G, O, C, TanhC, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity table[] = {
    {"a_i", "aᵢ", "input gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_f", "a_f", "forget gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_g", "a_g", "candidate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_o", "aₒ", "output gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"i", "i", "input gate", Role::Gate, 0, 1, true},
    {"f", "f", "forget gate", Role::Gate, 0, 1, true},
    {"g", "g", "candidate", Role::Candidate, -1, 1, true},
    {"o", "o", "output gate", Role::Gate, 0, 1, true},
    {"c", "c", "cell state", Role::State, -infinity, infinity, true},
    {"tanh_c", "tanh c", "squashed cell state", Role::Inner, -1, 1, false},
    {"h", "h", "hidden state", Role::State, -1, 1, true},
};
constexpr std::string_view blockNames[] = {"i", "f", "g", "o"};
constexpr RecurrentTerm recurrentTerms[] = {{0, 4, AI, H, true}};
constexpr std::size_t stateQuantities[] = {H, C};
constexpr CarriedProduct carriedProducts[] = {{F, C, C}};
constexpr Slope slopeTable[] = {
    {H, now(C)}, {H, now(AO)}, {C, now(AI)}, {C, now(AF)}, {C, now(AG)}};
constexpr InnerValue innerTable[] = {{"f ∘ c₋₁", "what is kept"}, {"i ∘ g", "what is written"}};
constexpr Operation operationTable[] = {
    {OperationKind::Affine, now(AI), before(H), {}, 0, true},
    {OperationKind::Affine, now(AF), before(H), {}, 1, true},
    {OperationKind::Affine, now(AG), before(H), {}, 2, true},
    {OperationKind::Affine, now(AO), before(H), {}, 3, true},
    {OperationKind::Logistic, now(I), now(AI)},
    {OperationKind::Logistic, now(F), now(AF)},
    {OperationKind::Tanh, now(G), now(AG)},
    {OperationKind::Logistic, now(O), now(AO)},
    {OperationKind::Product, inner(0), now(F), before(C)},
    {OperationKind::Product, inner(1), now(I), now(G)},
    {OperationKind::Sum, now(C), inner(0), inner(1)},
    {OperationKind::Tanh, now(TanhC), now(C)},
    {OperationKind::Product, now(H), now(O), now(TanhC)},
};

class Lstm final : public Cell {
  public:
    std::string_view id() const override { return "lstm"; }
    std::string_view name() const override { return "LSTM"; }
    std::span<const Quantity> quantities() const override { return table; }
    std::span<const std::string_view> blocks() const override { return blockNames; }
    std::span<const RecurrentTerm> terms() const override { return recurrentTerms; }
    std::span<const std::size_t> states() const override { return stateQuantities; }
    std::span<const CarriedProduct> carried() const override { return carriedProducts; }
    std::span<const Slope> slopes() const override { return slopeTable; }
    std::optional<std::size_t> forgetBlock() const override { return 1; }
    std::span<const Operation> operations() const override { return operationTable; }
    std::span<const InnerValue> innerValues() const override { return innerTable; }

    void forward(const PreparedWeights& weights, const double* previous,
                 double* now) const override {
        const Index n = weights.hidden;
        const PreparedTerm& term = weights.terms[0];
        double* a = now + AI * n;
        for (Index k = 0; k < 4 * n; ++k)
            a[k] += term.bias[k];
        term.weights.addProduct(previous + H * n, a);

        logistic(now + AI * n, now + I * n, 2 * n);
        hyperbolicTangent(now + AG * n, now + G * n, n);
        logistic(now + AO * n, now + O * n, n);

        const double *i = now + I * n, *f = now + F * n, *g = now + G * n, *o = now + O * n;
        const double* before = previous + C * n;
        double *c = now + C * n, *tanhC = now + TanhC * n, *h = now + H * n;
        for (Index k = 0; k < n; ++k)
            c[k] = f[k] * before[k] + i[k] * g[k];
        hyperbolicTangent(c, tanhC, n);
        for (Index k = 0; k < n; ++k)
            h[k] = o[k] * tanhC[k];
    }

    // ∂L/∂o = ∂L/∂h ∘ tanh c            ∂L/∂tanh c = ∂L/∂h ∘ o
    // ∂L/∂c += ∂L/∂tanh c ∘ (1 − tanh² c)
    // ∂L/∂i = ∂L/∂c ∘ g    ∂L/∂g = ∂L/∂c ∘ i    ∂L/∂f = ∂L/∂c ∘ c_{t−1}
    // δ = ∂L/∂gate ∘ slope of its squashing
    // ∂L/∂c_{t−1} += ∂L/∂c ∘ f          ∂L/∂h_{t−1} += W_hhᵀ δ
    void backward(const PreparedWeights& weights, const double* previous, const double* now,
                  double* previousGradient, double* nowGradient) const override {
        const Index n = weights.hidden;
        const double *i = now + I * n, *f = now + F * n, *g = now + G * n, *o = now + O * n;
        const double *tanhC = now + TanhC * n, *before = previous + C * n;
        const double* dh = nowGradient + H * n;
        double* d = nowGradient;
        double* dBefore = previousGradient + C * n;
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k) {
            const double dTanhC = dh[k] * o[k];
            const double dc = d[C * n + k] + dTanhC * (1.0 - tanhC[k] * tanhC[k]);
            const double dO = dh[k] * tanhC[k];
            const double dI = dc * g[k];
            const double dF = dc * before[k];
            const double dG = dc * i[k];
            d[TanhC * n + k] = dTanhC;
            d[C * n + k] = dc;
            d[O * n + k] = dO;
            d[I * n + k] = dI;
            d[F * n + k] = dF;
            d[G * n + k] = dG;
            d[AI * n + k] = dI * (i[k] * (1.0 - i[k]));
            d[AF * n + k] = dF * (f[k] * (1.0 - f[k]));
            d[AG * n + k] = dG * (1.0 - g[k] * g[k]);
            d[AO * n + k] = dO * (o[k] * (1.0 - o[k]));
            dBefore[k] += dc * f[k];
        }
        weights.terms[0].transposed.addProduct(nowGradient + AI * n, previousGradient + H * n);
    }

    // ∂h/∂c = o ∘ (1 − tanh² c)    ∂h/∂a_o = tanh c ∘ o(1 − o)
    // ∂c/∂a_i = g ∘ i(1 − i)       ∂c/∂a_f = c_{t−1} ∘ f(1 − f)       ∂c/∂a_g = i ∘ (1 − g²)
    void fillSlopes(const PreparedWeights& weights, const double* previous, const double* now,
                    double* values) const override {
        const Index n = weights.hidden;
        const double *i = now + I * n, *f = now + F * n, *g = now + G * n, *o = now + O * n;
        const double *tanhC = now + TanhC * n, *before = previous + C * n;
        for (Index k = 0; k < n; ++k) {
            values[k] = o[k] * (1.0 - tanhC[k] * tanhC[k]);
            values[n + k] = tanhC[k] * (o[k] * (1.0 - o[k]));
            values[2 * n + k] = g[k] * (i[k] * (1.0 - i[k]));
            values[3 * n + k] = before[k] * (f[k] * (1.0 - f[k]));
            values[4 * n + k] = i[k] * (1.0 - g[k] * g[k]);
        }
    }
};

const Lstm cell;

}  // namespace

extern const Cell& lstm;
const Cell& lstm = cell;

}  // namespace rnnscope
