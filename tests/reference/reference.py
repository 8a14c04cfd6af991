# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's numbers for `rnnscope trace`: every array of one forward and one backward pass.

The network is written as an explicit loop over time, so that autograd can be asked for the gradient
of every gate and state. Wherever a module of PyTorch computes the same (all but GRU `reset-before`,
the minimal gated unit, peepholes and what is held), that module checks the loop. float64
throughout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from cells import STEPS, Hold, keeper, parameters_of

torch.set_num_threads(1)  # the matrices are tiny

AGREEMENT = 1e-13  # loop against module, relative to the largest entry


@dataclass(frozen=True)
class Case:
    """One network and one sequence; T steps, I inputs, O outputs."""

    cell: str  # a key of STEPS
    layers: int
    bidirectional: bool
    hidden: int
    input: np.ndarray  # (T, I)
    weights: dict[str, np.ndarray]  # PyTorch's names, with fc.weight and fc.bias
    target: np.ndarray | None = None  # (T, O) or (1, O); class numbers (T,) or (1,); None: forward
    nonlinearity: str = "tanh"  # rnn: tanh, relu
    gru_form: str = "reset-after"  # or reset-before
    readout: str = "every-step"  # or last-step
    loss: str = "mse"  # or cross-entropy
    h0: np.ndarray | None = None  # (layers * directions, H)
    c0: np.ndarray | None = None
    clip: str = "none"  # none, value, norm
    clip_threshold: float = 1.0
    flow: bool = False
    jacobians: bool = False
    holds: tuple[Hold, ...] = ()

    def states(self) -> tuple[str, ...]:
        """What is carried from step to step."""
        return ("h", "c") if self.cell.startswith("lstm") else ("h",)

    def suffixes(self) -> list[str]:
        """What PyTorch adds to a parameter's name, in the order of the rows of h0."""
        directions = ("", "_reverse") if self.bidirectional else ("",)
        return [f"_l{k}{direction}" for k in range(self.layers) for direction in directions]


def leaf(values):
    return torch.tensor(np.asarray(values, dtype=np.float64), requires_grad=True)


def initial_states(case):
    """{"h0_l0": (H,), …}: zeros where the case gives none."""
    given = {name + "0": getattr(case, name + "0") for name in case.states()}
    states = {}
    for row, suffix in enumerate(case.suffixes()):
        for name, values in given.items():
            states[name + suffix] = leaf(np.zeros(case.hidden) if values is None else values[row])
    return states


def state_before(case, initial, suffix):
    return tuple(initial[name + "0" + suffix] for name in case.states())


def forward(case, x, params, initial):
    """Records {"h_l0": [one tensor (H,) a step]}, each layer's inputs (T, …), and the read-out."""
    records, inputs, steps = {}, {}, len(x)
    below = [x[t] for t in range(steps)]
    for layer in range(case.layers):
        above = [[] for _ in range(steps)]
        for suffix in (s for s in case.suffixes() if s.startswith(f"_l{layer}")):
            inputs[suffix] = torch.stack(below).detach()
            state, weights = state_before(case, initial, suffix), parameters_of(params, suffix)
            order = reversed(range(steps)) if suffix.endswith("_reverse") else range(steps)
            for t in order:
                keep = keeper(case, suffix, t)
                state, record = STEPS[case.cell](case, below[t], state, keep, *weights)
                for name, value in record.items():
                    records.setdefault(name + suffix, [None] * steps)[t] = value
                above[t].append(record["h"])
        below = [torch.cat(parts) for parts in above]
    read = torch.stack(below if case.readout == "every-step" else below[-1:])
    return records, inputs, read @ params["fc.weight"].T + params["fc.bias"]


def losses(case, output):
    """The loss by PyTorch's own loss module, and each step's share of it, a list of T scalars.

    The shares are computed apart: as entries of one vector, an overflow in one step would reach
    the derivatives of the others as 0 · Inf.
    """
    if case.loss == "mse":
        target = torch.tensor(np.asarray(case.target, dtype=np.float64))
        assert target.shape == output.shape, (target.shape, output.shape)
        loss = nn.MSELoss()(output, target)
        shares = [((y - d) ** 2).sum() / output.numel() for y, d in zip(output, target)]
    else:
        target = torch.tensor(np.asarray(case.target, dtype=np.int64))
        assert target.shape == output.shape[:1], (target.shape, output.shape)
        loss = nn.CrossEntropyLoss()(output, target)
        shares = [nn.CrossEntropyLoss()(y, d) / len(target) for y, d in zip(output, target)]
    silent = [torch.zeros((), dtype=torch.float64)] * (len(case.input) - len(shares))
    return loss, silent + shares


def numpy_of(tensor):
    return tensor.detach().numpy().copy()


def gradients_of(value, tensors):
    """∂value/∂tensor for each tensor, zeros where value does not depend on it.

    Never through `.grad`: PyTorch 1.13 adds to the `.grad` of a tensor with retain_grad() in
    torch.autograd.grad too.
    """
    found = torch.autograd.grad(value, tensors, retain_graph=True, allow_unused=True)
    return [
        torch.zeros_like(tensor) if gradient is None else gradient
        for tensor, gradient in zip(tensors, found)
    ]


def loss_gradients(loss, records, leaves):
    """{name: ∂loss/∂name} for the records, (T, H) each, and for the other named tensors."""
    steps = len(next(iter(records.values())))
    tensors = [value for values in records.values() for value in values]
    found = gradients_of(loss, tensors + list(leaves.values()))
    arrays = {}
    for row, name in enumerate(records):
        arrays[name] = numpy_of(torch.stack(found[row * steps : (row + 1) * steps]))
    for name, gradient in zip(leaves, found[len(tensors) :]):
        arrays[name] = numpy_of(gradient)
    return arrays


def angle_degrees(before, after):
    """The angle between two vectors, exact for tiny angles too; 0 where either is zero."""
    norms = np.linalg.norm(before), np.linalg.norm(after)
    if 0 in norms:
        return 0.0
    with np.errstate(invalid="ignore", over="ignore"):
        u, v = before / norms[0], after / norms[1]
        return float(np.degrees(2 * np.arctan2(np.linalg.norm(u - v), np.linalg.norm(u + v))))


def clipping(case, gradients):
    """clipped.NAME, grad_norm, clipped_norm and clip_angle, clipped by PyTorch's own functions."""
    holders = {}
    for name, gradient in gradients.items():
        holders[name] = nn.Parameter(torch.zeros(gradient.shape, dtype=torch.float64))
        holders[name].grad = torch.tensor(gradient)
    if case.clip == "norm":
        nn.utils.clip_grad_norm_(holders.values(), case.clip_threshold)
    elif case.clip == "value":
        nn.utils.clip_grad_value_(holders.values(), case.clip_threshold)
    after = {name: numpy_of(holder.grad) for name, holder in holders.items()}
    flat_before = np.concatenate([g.ravel() for g in gradients.values()])
    flat_after = np.concatenate([g.ravel() for g in after.values()])
    arrays = {f"clipped.{name}": gradient for name, gradient in after.items()}
    arrays["grad_norm"] = np.array(np.linalg.norm(flat_before))
    arrays["clipped_norm"] = np.array(np.linalg.norm(flat_after))
    arrays["clip_angle"] = np.array(angle_degrees(flat_before, flat_after))
    return arrays


def flow(case, loss_t, records):
    """flow_l0[t, k] = ‖∂loss_t/∂h_k‖, flow_c_l0 for c: total derivatives, upper layers too."""
    names = {"h" + s: "flow" + s for s in case.suffixes()}
    if "c" in case.states():
        names |= {"c" + s: "flow_c" + s for s in case.suffixes()}
    steps = len(loss_t)
    arrays = {array: np.zeros((steps, steps)) for array in names.values()}
    states = [state for name in names for state in records[name]]
    for t in range(steps):
        if not loss_t[t].requires_grad:
            continue  # last-step: the steps before it have a constant loss of zero
        gradients = gradients_of(loss_t[t], states)
        for row, array in enumerate(arrays.values()):
            for k, gradient in enumerate(gradients[row * steps : (row + 1) * steps]):
                array[t, k] = gradient.norm().item()
    return arrays


def jacobians(case, records, inputs, params, initial):
    """jacobian_l0[t]: singular values of ∂state_t/∂(state before), the layer's input held fixed."""
    arrays = {}
    for suffix in case.suffixes():
        parts = []
        for name, first in zip(case.states(), state_before(case, initial, suffix)):
            path = torch.stack(records[name + suffix]).detach()
            first = first.detach()[None]
            backwards = suffix.endswith("_reverse")
            parts.append(torch.cat([path[1:], first] if backwards else [first, path[:-1]]))
        size = case.hidden * len(parts)
        # One copy of the state for each row of the Jacobian: row s is the gradient of entry s.
        copies = tuple(p[:, None].repeat(1, size, 1).requires_grad_() for p in parts)
        weights = [w.detach() for w in parameters_of(params, suffix)]
        keep = keeper(case, suffix, torch.arange(len(case.input))[:, None, None])
        after, _ = STEPS[case.cell](case, inputs[suffix][:, None], copies, keep, *weights)
        entries = torch.cat(after, -1).diagonal(dim1=1, dim2=2).sum()
        rows = torch.cat(torch.autograd.grad(entries, copies), -1)
        values = np.full((len(rows), size), np.nan)
        for t, jacobian in enumerate(rows):
            if torch.isfinite(jacobian).all():
                values[t] = torch.linalg.svdvals(jacobian).numpy()
        arrays["jacobian" + suffix] = values
    return arrays


def differences(actual, expected):
    """Largest |actual - expected| over largest |expected|; infinite where NaN or Inf disagree."""
    if actual.size == 0:
        return 0.0
    finite = np.isfinite(expected)
    if not np.array_equal(finite, np.isfinite(actual)):
        return np.inf
    if not np.array_equal(actual[~finite], expected[~finite], equal_nan=True):
        return np.inf
    gap = np.abs(actual[finite] - expected[finite]).max(initial=0)
    return float(0 if gap == 0 else gap / max(np.abs(expected[finite]).max(initial=0), 5e-324))


# Modules of PyTorch that compute the same as a cell of ours, with other weights.
# kind: from a parameter's row blocks to the module's, and from the module's gradient to ours.


def coupled_as_lstm(name, f, g, o):
    return [-f, f, g, o]  # 1 - σ(a) = σ(-a)


def coupled_gradient(i, f, g, o):
    return [f - i, g, o]


def ugrnn_as_gru(name, z, n):
    open_ = torch.full_like(z, 40.0 if name.startswith("bias_ih") else 0.0)  # σ(40) is 1
    return [open_, z, n]


def ugrnn_gradient(r, z, n):
    return [z, n]


def plain(name, *blocks):
    return blocks


MODULES = {
    "rnn": (nn.RNN, plain, lambda *blocks: blocks),
    "lstm": (nn.LSTM, plain, lambda *blocks: blocks),
    "gru": (nn.GRU, plain, lambda *blocks: blocks),
    "lstm-coupled": (nn.LSTM, coupled_as_lstm, coupled_gradient),
    "ugrnn": (nn.GRU, ugrnn_as_gru, ugrnn_gradient),
}


def has_module(case):
    if case.holds or (case.cell == "gru" and case.gru_form == "reset-before"):
        return False
    return case.cell in MODULES


def check_with_module(case, arrays):
    """Runs the module that computes the same and asserts that it gives the loop's numbers."""
    if not has_module(case):
        return
    kind, to_module, from_module = MODULES[case.cell]
    further = {"nonlinearity": case.nonlinearity} if case.cell == "rnn" else {}
    features = case.input.shape[1]
    module = kind(
        features, case.hidden, case.layers, bidirectional=case.bidirectional, **further
    ).double()
    tensors = {name: torch.tensor(values) for name, values in case.weights.items()}
    module.load_state_dict(
        {
            name: torch.cat(list(to_module(name, *tensor.split(case.hidden))))
            for name, tensor in tensors.items()
            if not name.startswith("fc.")
        }
    )
    head = nn.Linear(*reversed(tensors["fc.weight"].shape)).double()
    head.load_state_dict({"weight": tensors["fc.weight"], "bias": tensors["fc.bias"]})

    x, zeros = leaf(case.input), np.zeros((len(case.suffixes()), case.hidden))
    h0, c0 = (leaf(zeros if given is None else given) for given in (case.h0, case.c0))
    carries = "c" in case.states()
    read, _ = module(x, (h0, c0) if carries else h0)
    output = head(read if case.readout == "every-step" else read[-1:])
    pairs = {"output": (numpy_of(output), arrays["output"])}
    last = case.suffixes()[-1:] if not case.bidirectional else case.suffixes()[-2:]
    loop = np.concatenate([arrays["h" + suffix] for suffix in last], 1)
    pairs["top layer"] = (numpy_of(read), loop)
    if case.target is not None:
        losses(case, output)[0].backward()
        for name, p in module.named_parameters():
            gradient = torch.cat(list(from_module(*p.grad.split(case.hidden))))
            pairs["grad." + name] = (numpy_of(gradient), arrays["grad." + name])
        found = {f"grad.fc.{n}": p for n, p in head.named_parameters()} | {"grad_input": x}
        pairs |= {name: (numpy_of(p.grad), arrays[name]) for name, p in found.items()}
        for name, state in [("grad_h0", h0)] + ([("grad_c0", c0)] if carries else []):
            loop = np.stack([arrays[name + suffix] for suffix in case.suffixes()])
            pairs[name] = (numpy_of(state.grad), loop)
    for name, (module_says, loop_says) in pairs.items():
        difference = differences(module_says, loop_says)
        assert difference <= AGREEMENT, f"{name}: module and loop differ by {difference:.2g}"


def trace(case: Case, checked: bool = True) -> dict[str, np.ndarray]:
    """Every array that `rnnscope trace` writes for this case, by name; `checked` by the module."""
    x, initial = leaf(case.input), initial_states(case)
    params = {name: leaf(values) for name, values in case.weights.items()}
    records, inputs, output = forward(case, x, params, initial)

    arrays = {"input": numpy_of(x), "output": numpy_of(output)}
    for name, values in records.items():
        arrays[name] = numpy_of(torch.stack(values))
    arrays |= {f"param.{name}": numpy_of(p) for name, p in params.items()}
    if case.jacobians:
        arrays |= jacobians(case, records, inputs, params, initial)
    if case.target is not None:
        loss, loss_t = losses(case, output)
        if case.flow:
            arrays |= flow(case, loss_t, records)
        arrays["target"] = np.asarray(case.target, dtype=np.float64)
        arrays["loss"], arrays["loss_t"] = numpy_of(loss), numpy_of(torch.stack(loss_t))
        assert differences(arrays["loss_t"].sum(), arrays["loss"]) < 1e-14 * (1 + len(x))
        leaves = initial | params | {"input": x, "output": output}
        found = loss_gradients(loss, records, leaves)
        gradients = {name: found.pop(name) for name in params}
        arrays |= {f"grad_{name}": gradient for name, gradient in found.items()}
        arrays |= {f"grad.{name}": gradient for name, gradient in gradients.items()}
        arrays |= clipping(case, gradients)
    if checked:
        check_with_module(case, arrays)
    return arrays
