// SPDX-License-Identifier: GPL-3.0-or-later
// Minimal gated unit (MGU; Zhou, Wu, Zhang & Zhou 2016): one gate, for what the candidate sees of
// the old state and for how much the candidate replaces of it.
//   f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)
//   n_t = tanh(W_in x_t + b_in + W_hn (f_t ∘ h_{t−1}) + b_hn)
//   h_t = (1 − f_t) ∘ h_{t−1} + f_t ∘ n_t
// f writes and 1 − f keeps: a larger forget bias shortens the memory here.
#include <limits>

#include "core/cells/described_cell.h"

namespace rnnscope {
namespace {

enum : std::size_t { AF, AN, F, Keep, M, N, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity quantities[] = {
    {"a_f", "a_f", "forget gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_n", "aₙ", "candidate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"f", "f", "forget gate", Role::Gate, 0, 1, true},
    {"keep", "1 − f", "share of the old", Role::Inner, 0, 1, false},
    {"m", "m", "gated hidden state", Role::Inner, -infinity, infinity, false},
    {"n", "n", "candidate", Role::Candidate, -1, 1, true},
    {"h", "h", "hidden state", Role::State, -infinity, infinity, true},
};
constexpr std::string_view blocks[] = {"f", "n"};
constexpr std::size_t states[] = {H};
constexpr InnerValue innerTable[] = {{"(1 − f) ∘ h₋₁", "what is kept"},
                                     {"f ∘ n", "what is written"}};
constexpr Operation operations[] = {
    {OperationKind::Affine, now(AF), before(H), {}, 0, true},
    {OperationKind::Logistic, now(F), now(AF)},
    {OperationKind::Product, now(M), now(F), before(H)},
    {OperationKind::Affine, now(AN), now(M), {}, 1, true},
    {OperationKind::Tanh, now(N), now(AN)},
    {OperationKind::Complement, now(Keep), now(F)},
    {OperationKind::Product, inner(0), now(Keep), before(H)},
    {OperationKind::Product, inner(1), now(F), now(N)},
    {OperationKind::Sum, now(H), inner(0), inner(1)},
};

const DescribedCell cell({.id = "mgu",
                          .name = "MGU",
                          .quantities = quantities,
                          .blocks = blocks,
                          .states = states,
                          .operations = operations,
                          .inner = innerTable,
                          .forgetBlock = 0});

}  // namespace

extern const Cell& minimalGatedUnit;
const Cell& minimalGatedUnit = cell;

}  // namespace rnnscope
