// SPDX-License-Identifier: GPL-3.0-or-later
// LSTM with coupled input and forget gate (CIFG; Greff et al. 2017): what is written makes room for
// itself. The forget gate decides for both:
//   f_t = σ(W_if x_t + b_if + W_hf h_{t−1} + b_hf)        i_t = 1 − f_t
//   g_t = tanh(W_ig x_t + b_ig + W_hg h_{t−1} + b_hg)
//   o_t = σ(W_io x_t + b_io + W_ho h_{t−1} + b_ho)
//   c_t = f_t ∘ c_{t−1} + i_t ∘ g_t                       h_t = o_t ∘ tanh c_t
#include <limits>

#include "core/cells/described_cell.h"

namespace rnnscope {
namespace {

enum : std::size_t { AF, AG, AO, F, I, G, O, C, TanhC, H };

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr Quantity quantities[] = {
    {"a_f", "a_f", "forget gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_g", "a_g", "candidate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"a_o", "aₒ", "output gate, pre-activation", Role::PreActivation, -infinity, infinity, false},
    {"f", "f", "forget gate", Role::Gate, 0, 1, true},
    {"i", "i", "input gate", Role::Gate, 0, 1, true},
    {"g", "g", "candidate", Role::Candidate, -1, 1, true},
    {"o", "o", "output gate", Role::Gate, 0, 1, true},
    {"c", "c", "cell state", Role::State, -infinity, infinity, true},
    {"tanh_c", "tanh c", "squashed cell state", Role::Inner, -1, 1, false},
    {"h", "h", "hidden state", Role::State, -1, 1, true},
};
constexpr std::string_view blocks[] = {"f", "g", "o"};
constexpr std::size_t states[] = {H, C};
constexpr InnerValue innerTable[] = {{"f ∘ c₋₁", "what is kept"}, {"i ∘ g", "what is written"}};
constexpr Operation operations[] = {
    {OperationKind::Affine, now(AF), before(H), {}, 0, true},
    {OperationKind::Affine, now(AG), before(H), {}, 1, true},
    {OperationKind::Affine, now(AO), before(H), {}, 2, true},
    {OperationKind::Logistic, now(F), now(AF)},
    {OperationKind::Complement, now(I), now(F)},
    {OperationKind::Tanh, now(G), now(AG)},
    {OperationKind::Logistic, now(O), now(AO)},
    {OperationKind::Product, inner(0), now(F), before(C)},
    {OperationKind::Product, inner(1), now(I), now(G)},
    {OperationKind::Sum, now(C), inner(0), inner(1)},
    {OperationKind::Tanh, now(TanhC), now(C)},
    {OperationKind::Product, now(H), now(O), now(TanhC)},
};

const DescribedCell cell({.id = "lstm-coupled",
                          .name = "LSTM, coupled gates",
                          .quantities = quantities,
                          .blocks = blocks,
                          .states = states,
                          .operations = operations,
                          .inner = innerTable,
                          .forgetBlock = 0});

}  // namespace

extern const Cell& lstmCoupled;
const Cell& lstmCoupled = cell;

}  // namespace rnnscope
