// SPDX-License-Identifier: GPL-3.0-or-later
// Gated recurrent unit. Both forms share the gates and the update,
//   r_t = σ(W_ir x_t + b_ir + W_hr h_{t−1} + b_hr)
//   z_t = σ(W_iz x_t + b_iz + W_hz h_{t−1} + b_hz)
//   h_t = (1 − z_t) ∘ n_t + z_t ∘ h_{t−1}
// and differ in where the reset gate acts:
//   reset after the product (torch.nn.GRU, cuDNN):
//     n_t = tanh(W_in x_t + b_in + r_t ∘ m_t),     m_t = W_hn h_{t−1} + b_hn
//   reset before the product (Cho et al. 2014, v3; Chung et al. 2014):
//     n_t = tanh(W_in x_t + b_in + W_hn m_t + b_hn),   m_t = r_t ∘ h_{t−1}
// z keeps the old state, as in Cho et al. and PyTorch; Chung et al. write 1 − z for it.
#include <limits>

#include "core/activation.h"
#include "core/cell.h"

namespace rnnscope {
namespace {

enum : Index { AR, AZ, AN, M, R, Z, N, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity common(std::size_t row) {
    constexpr Quantity rows[] = {
        {"a_r", "aᵣ", "reset gate, pre-activation", Role::PreActivation, -infinity, infinity,
         false},
        {"a_z", "a_z", "update gate, pre-activation", Role::PreActivation, -infinity, infinity,
         false},
        {"a_n", "aₙ", "candidate, pre-activation", Role::PreActivation, -infinity, infinity, false},
        {},
        {"r", "r", "reset gate", Role::Gate, 0, 1, true},
        {"z", "z", "update gate", Role::Gate, 0, 1, true},
        {"n", "n", "candidate", Role::Candidate, -1, 1, true},
        {"h", "h", "hidden state", Role::State, -infinity, infinity, true},
    };
    return rows[row];
}
constexpr std::string_view blockNames[] = {"r", "z", "n"};
constexpr std::size_t stateQuantities[] = {H};
constexpr InnerValue innerTable[] = {{"1 − z", "share of the new"},
                                     {"(1 − z) ∘ n", "what is written"},
                                     {"z ∘ h₋₁", "what is kept"},
                                     {"r ∘ m", "recurrent part, reset"}};

constexpr Operation affine(std::size_t result, std::size_t block) {
    return {OperationKind::Affine, now(result), before(H), {}, block, true};
}
constexpr Operation gateReset = {OperationKind::Logistic, now(R), now(AR)};
constexpr Operation gateUpdate = {OperationKind::Logistic, now(Z), now(AZ)};
constexpr Operation squash = {OperationKind::Tanh, now(N), now(AN)};
constexpr Operation share = {OperationKind::Complement, inner(0), now(Z)};
constexpr Operation write = {OperationKind::Product, inner(1), inner(0), now(N)};
constexpr Operation keep = {OperationKind::Product, inner(2), now(Z), before(H)};
constexpr Operation update = {OperationKind::Sum, now(H), inner(1), inner(2)};

/// What both forms share: the two gates and the update.
class Gru : public Cell {
  public:
    std::span<const std::string_view> blocks() const override { return blockNames; }
    std::span<const std::size_t> states() const override { return stateQuantities; }
    std::optional<std::size_t> forgetBlock() const override { return 1; }

    void forward(const PreparedWeights& weights, const double* previous,
                 double* now) const override {
        const Index n = weights.hidden;
        const PreparedTerm& gates = weights.terms[0];
        double* a = now + AR * n;
        for (Index k = 0; k < 2 * n; ++k)
            a[k] += gates.bias[k];
        gates.weights.addProduct(previous + H * n, a);
        logistic(now + AR * n, now + R * n, 2 * n);

        addRecurrent(weights, previous, now);
        hyperbolicTangent(now + AN * n, now + N * n, n);

        const double *z = now + Z * n, *candidate = now + N * n, *before = previous + H * n;
        double* h = now + H * n;
        for (Index k = 0; k < n; ++k)
            h[k] = (1.0 - z[k]) * candidate[k] + z[k] * before[k];
    }

    // ∂L/∂n = ∂L/∂h ∘ (1 − z)     ∂L/∂z = ∂L/∂h ∘ (h_{t−1} − n)     δ = ∂L/∂gate ∘ slope
    // ∂L/∂h_{t−1} += ∂L/∂h ∘ z + what comes through m + W_h{r,z}ᵀ δ_{r,z}
    void backward(const PreparedWeights& weights, const double* previous, const double* now,
                  double* previousGradient, double* nowGradient) const override {
        const Index n = weights.hidden;
        const double *r = now + R * n, *z = now + Z * n, *candidate = now + N * n;
        const double *before = previous + H * n, *dh = nowGradient + H * n;
        double* d = nowGradient;
        double* dBefore = previousGradient + H * n;
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k) {
            const double dN = dh[k] * (1.0 - z[k]);
            const double dZ = dh[k] * (before[k] - candidate[k]);
            d[N * n + k] = dN;
            d[Z * n + k] = dZ;
            d[AN * n + k] = dN * (1.0 - candidate[k] * candidate[k]);
            d[AZ * n + k] = dZ * (z[k] * (1.0 - z[k]));
            dBefore[k] += dh[k] * z[k];
        }
        backwardRecurrent(weights, previous, now, previousGradient, nowGradient);
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k)
            d[AR * n + k] = d[R * n + k] * (r[k] * (1.0 - r[k]));
        weights.terms[0].transposed.addProduct(nowGradient + AR * n, previousGradient + H * n);
    }

    // ∂h/∂a_n = (1 − z) ∘ (1 − n²)     ∂h/∂a_z = (h_{t−1} − n) ∘ z(1 − z)     and what leads to r
    void fillSlopes(const PreparedWeights& weights, const double* previous, const double* now,
                    double* values) const override {
        const Index hidden = weights.hidden;
        const double *z = now + Z * hidden, *n = now + N * hidden, *before = previous + H * hidden;
        for (Index k = 0; k < hidden; ++k) {
            values[k] = (1.0 - z[k]) * (1.0 - n[k] * n[k]);
            values[hidden + k] = (before[k] - n[k]) * (z[k] * (1.0 - z[k]));
        }
        fillResetSlopes(hidden, previous, now, values);
    }

  protected:
    /// The slopes after the first two, given those.
    virtual void fillResetSlopes(Index hidden, const double* previous, const double* now,
                                 double* values) const = 0;
    /// Adds the recurrent part to a_n, and records m.
    virtual void addRecurrent(const PreparedWeights& weights, const double* previous,
                              double* now) const = 0;
    /// From ∂L/∂a_n to ∂L/∂m, ∂L/∂r and the share of ∂L/∂h_{t−1} that comes through m.
    virtual void backwardRecurrent(const PreparedWeights& weights, const double* previous,
                                   const double* now, double* previousGradient,
                                   double* nowGradient) const = 0;
};

class GruResetAfter final : public Gru {
  public:
    std::string_view id() const override { return "gru"; }
    std::string_view name() const override { return "GRU"; }
    std::span<const Quantity> quantities() const override {
        static constexpr Quantity table[] = {
            common(AR),
            common(AZ),
            common(AN),
            {"m", "m", "recurrent part of the candidate", Role::Inner, -infinity, infinity, false},
            common(R),
            common(Z),
            common(N),
            common(H)};
        return table;
    }
    std::span<const InnerValue> innerValues() const override { return innerTable; }
    std::span<const RecurrentTerm> terms() const override {
        static constexpr RecurrentTerm table[] = {{0, 2, AR, H, true}, {2, 1, M, H, true}};
        return table;
    }
    std::span<const CarriedProduct> carried() const override {
        static constexpr CarriedProduct table[] = {{Z, H, H}};
        return table;
    }
    std::span<const Slope> slopes() const override {
        static constexpr Slope table[] = {{H, now(AN)}, {H, now(AZ)}, {H, now(M)}, {H, now(AR)}};
        return table;
    }
    std::span<const Operation> operations() const override {
        static constexpr Operation table[] = {
            affine(AR, 0),
            affine(AZ, 1),
            gateReset,
            gateUpdate,
            {OperationKind::Affine, now(M), before(H), {}, 2, false},
            {OperationKind::Product, inner(3), now(R), now(M)},
            {OperationKind::Affine, now(AN), {}, inner(3), 2, true},
            squash,
            share,
            write,
            keep,
            update,
        };
        return table;
    }

  protected:
    // ∂h/∂m = ∂h/∂a_n ∘ r     ∂h/∂a_r = ∂h/∂a_n ∘ m ∘ r(1 − r)
    void fillResetSlopes(Index n, const double*, const double* now, double* values) const override {
        const double *r = now + R * n, *m = now + M * n;
        for (Index k = 0; k < n; ++k) {
            values[2 * n + k] = values[k] * r[k];
            values[3 * n + k] = values[k] * m[k] * (r[k] * (1.0 - r[k]));
        }
    }

    void addRecurrent(const PreparedWeights& weights, const double* previous,
                      double* now) const override {
        const Index n = weights.hidden;
        const PreparedTerm& term = weights.terms[1];
        const double* r = now + R * n;
        double *m = now + M * n, *a = now + AN * n;
        for (Index k = 0; k < n; ++k)
            m[k] = term.bias[k];
        term.weights.addProduct(previous + H * n, m);
        for (Index k = 0; k < n; ++k)
            a[k] += r[k] * m[k];
    }

    // ∂L/∂m = δ_n ∘ r     ∂L/∂r = δ_n ∘ m     ∂L/∂h_{t−1} += W_hnᵀ ∂L/∂m
    void backwardRecurrent(const PreparedWeights& weights, const double*, const double* now,
                           double* previousGradient, double* nowGradient) const override {
        const Index n = weights.hidden;
        const double *r = now + R * n, *m = now + M * n;
        double* d = nowGradient;
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k) {
            d[M * n + k] = d[AN * n + k] * r[k];
            d[R * n + k] = d[AN * n + k] * m[k];
        }
        weights.terms[1].transposed.addProduct(nowGradient + M * n, previousGradient + H * n);
    }
};

class GruResetBefore final : public Gru {
  public:
    std::string_view id() const override { return "gru-reset-before"; }
    std::string_view name() const override { return "GRU, reset before"; }
    std::span<const Quantity> quantities() const override {
        static constexpr Quantity table[] = {
            common(AR), common(AZ),
            common(AN), {"m", "m", "reset hidden state", Role::Inner, -infinity, infinity, false},
            common(R),  common(Z),
            common(N),  common(H)};
        return table;
    }
    std::span<const InnerValue> innerValues() const override {
        return std::span(innerTable).first(3);
    }
    std::span<const RecurrentTerm> terms() const override {
        static constexpr RecurrentTerm table[] = {{0, 2, AR, H, true}, {2, 1, AN, M, false}};
        return table;
    }
    std::span<const CarriedProduct> carried() const override {
        static constexpr CarriedProduct table[] = {{Z, H, H}, {R, H, M}};
        return table;
    }
    std::span<const Slope> slopes() const override {
        static constexpr Slope table[] = {{H, now(AN)}, {H, now(AZ)}, {M, now(AR)}};
        return table;
    }
    std::span<const Operation> operations() const override {
        static constexpr Operation table[] = {
            affine(AR, 0),
            affine(AZ, 1),
            gateReset,
            gateUpdate,
            {OperationKind::Product, now(M), now(R), before(H)},
            {OperationKind::Affine, now(AN), now(M), {}, 2, true},
            squash,
            share,
            write,
            keep,
            update,
        };
        return table;
    }

  protected:
    // ∂m/∂a_r = h_{t−1} ∘ r(1 − r)
    void fillResetSlopes(Index n, const double* previous, const double* now,
                         double* values) const override {
        const double *r = now + R * n, *before = previous + H * n;
        for (Index k = 0; k < n; ++k)
            values[2 * n + k] = before[k] * (r[k] * (1.0 - r[k]));
    }

    void addRecurrent(const PreparedWeights& weights, const double* previous,
                      double* now) const override {
        const Index n = weights.hidden;
        const PreparedTerm& term = weights.terms[1];
        const double *r = now + R * n, *before = previous + H * n;
        double *m = now + M * n, *a = now + AN * n;
        for (Index k = 0; k < n; ++k) {
            m[k] = r[k] * before[k];
            a[k] += term.bias[k];
        }
        term.weights.addProduct(m, a);
    }

    // ∂L/∂m = W_hnᵀ δ_n     ∂L/∂r = ∂L/∂m ∘ h_{t−1}     ∂L/∂h_{t−1} += ∂L/∂m ∘ r
    void backwardRecurrent(const PreparedWeights& weights, const double* previous,
                           const double* now, double* previousGradient,
                           double* nowGradient) const override {
        const Index n = weights.hidden;
        const double *r = now + R * n, *before = previous + H * n;
        double* d = nowGradient;
        double* dBefore = previousGradient + H * n;
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k)
            d[M * n + k] = 0.0;
        weights.terms[1].transposed.addProduct(nowGradient + AN * n, nowGradient + M * n);
#pragma GCC ivdep  // the quantities of a column lie apart
        for (Index k = 0; k < n; ++k) {
            d[R * n + k] = d[M * n + k] * before[k];
            dBefore[k] += d[M * n + k] * r[k];
        }
    }
};

const GruResetAfter resetAfter;
const GruResetBefore resetBefore;

}  // namespace

extern const Cell& gruResetAfter;
extern const Cell& gruResetBefore;
const Cell& gruResetAfter = resetAfter;
const Cell& gruResetBefore = resetBefore;

}  // namespace rnnscope
