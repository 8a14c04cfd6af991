// SPDX-License-Identifier: GPL-3.0-or-later
// Update-gate RNN (Collins, Sohl-Dickstein & Sussillo 2017): one gate decides between the old state
// and a candidate.
//   z_t = σ(W_iz x_t + b_iz + W_hz h_{t−1} + b_hz)
//   n_t = tanh(W_in x_t + b_in + W_hn h_{t−1} + b_hn)
//   h_t = (1 − z_t) ∘ n_t + z_t ∘ h_{t−1}
#include <limits>

#include "core/cells/described_cell.h"

namespace rnnscope {
namespace {

enum : std::size_t { AZ, AN, Z, N, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity quantities[] = {
    {"a_z", "a_z", "update gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_n", "aₙ", "candidate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"z", "z", "update gate", Role::Gate, 0, 1, true},
    {"n", "n", "candidate", Role::Candidate, -1, 1, true},
    {"h", "h", "hidden state", Role::State, -infinity, infinity, true},
};
constexpr std::string_view blocks[] = {"z", "n"};
constexpr std::size_t states[] = {H};
constexpr InnerValue innerTable[] = {
    {"1 − z", "share of the new"}, {"(1 − z) ∘ n", "what is written"}, {"z ∘ h₋₁", "what is kept"}};
constexpr Operation operations[] = {
    {OperationKind::Affine, now(AZ), before(H), {}, 0, true},
    {OperationKind::Affine, now(AN), before(H), {}, 1, true},
    {OperationKind::Logistic, now(Z), now(AZ)},
    {OperationKind::Tanh, now(N), now(AN)},
    {OperationKind::Complement, inner(0), now(Z)},
    {OperationKind::Product, inner(1), inner(0), now(N)},
    {OperationKind::Product, inner(2), now(Z), before(H)},
    {OperationKind::Sum, now(H), inner(1), inner(2)},
};

const DescribedCell cell({.id = "ugrnn",
                          .name = "UGRNN",
                          .quantities = quantities,
                          .blocks = blocks,
                          .states = states,
                          .operations = operations,
                          .inner = innerTable,
                          .forgetBlock = 0});

}  // namespace

extern const Cell& updateGateRnn;
const Cell& updateGateRnn = cell;

}  // namespace rnnscope
