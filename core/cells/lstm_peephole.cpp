// SPDX-License-Identifier: GPL-3.0-or-later
// LSTM whose gates see the cell state (Gers & Schmidhuber 2000): through weights p of one vector
// each, weight_ch in the order i, f, o. The output gate looks at the new state.
//   i_t = σ(W_ii x_t + b_ii + W_hi h_{t−1} + b_hi + p_i ∘ c_{t−1})
//   f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf + p_f ∘ c_{t−1})
//   g_t = tanh(W_ig x_t + b_ig + W_hg h_{t−1} + b_hg)
//   c_t = f_t ∘ c_{t−1} + i_t ∘ g_t
//   o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho + p_o ∘ c_t)
//   h_t = o_t ∘ tanh c_t
#include <limits>

#include "core/cells/described_cell.h"

namespace rnnscope {
namespace {

enum : std::size_t { AI, AF, AG, AO, I, F, G, O, C, TanhC, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity quantities[] = {
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
constexpr std::string_view blocks[] = {"i", "f", "g", "o"};
constexpr std::size_t states[] = {H, C};
constexpr InnerValue innerTable[] = {{"pᵢ ∘ c₋₁", "peephole of the input gate"},
                                     {"p_f ∘ c₋₁", "peephole of the forget gate"},
                                     {"f ∘ c₋₁", "what is kept"},
                                     {"i ∘ g", "what is written"},
                                     {"pₒ ∘ c", "peephole of the output gate"}};
constexpr Operation operations[] = {
    {OperationKind::Peephole, inner(0), before(C), {}, 0},
    {OperationKind::Peephole, inner(1), before(C), {}, 1},
    {OperationKind::Affine, now(AI), before(H), inner(0), 0, true},
    {OperationKind::Affine, now(AF), before(H), inner(1), 1, true},
    {OperationKind::Affine, now(AG), before(H), {}, 2, true},
    {OperationKind::Logistic, now(I), now(AI)},
    {OperationKind::Logistic, now(F), now(AF)},
    {OperationKind::Tanh, now(G), now(AG)},
    {OperationKind::Product, inner(2), now(F), before(C)},
    {OperationKind::Product, inner(3), now(I), now(G)},
    {OperationKind::Sum, now(C), inner(2), inner(3)},
    {OperationKind::Peephole, inner(4), now(C), {}, 2},
    {OperationKind::Affine, now(AO), before(H), inner(4), 3, true},
    {OperationKind::Logistic, now(O), now(AO)},
    {OperationKind::Tanh, now(TanhC), now(C)},
    {OperationKind::Product, now(H), now(O), now(TanhC)},
};

const DescribedCell cell({.id = "lstm-peephole",
                          .name = "LSTM, peepholes",
                          .quantities = quantities,
                          .blocks = blocks,
                          .states = states,
                          .operations = operations,
                          .inner = innerTable,
                          .forgetBlock = 1});

}  // namespace

extern const Cell& lstmPeephole;
const Cell& lstmPeephole = cell;

}  // namespace rnnscope
