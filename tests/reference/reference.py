# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's numbers for `rnnscope trace`: every array of one forward and one backward pass.

The network is written as an explicit loop over time, so that autograd can be asked for the gradient
of every gate and state; wherever PyTorch has the network as a module (all but GRU `reset-before`),
that module checks the loop. float64 throughout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)  # the matrices are tiny

GATES = {"rnn": 1, "gru": 3, "lstm": 4}
AGREEMENT = 1e-13  # loop against module, relative to the largest entry


@dataclass(frozen=True)
class Case:
    """One network and one sequence; T steps, I inputs, O outputs."""

    cell: str  # rnn, lstm, gru
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

    def suffixes(self) -> list[str]:
        """What PyTorch adds to a parameter's name, in the order of the rows of h0."""
        directions = ("", "_reverse") if self.bidirectional else ("",)
        return [f"_l{k}{direction}" for k in range(self.layers) for direction in directions]


# One step. x (…, I), state a tuple of (…, H); gives the next state and what happened on the way.


def rnn_step(case, x, state, w_ih, w_hh, b_ih, b_hh):
    a = x @ w_ih.T + b_ih + state[0] @ w_hh.T + b_hh
    h = torch.tanh(a) if case.nonlinearity == "tanh" else torch.relu(a)
    return (h,), {"h": h, "a": a}


def lstm_step(case, x, state, w_ih, w_hh, b_ih, b_hh):
    h, c = state
    i, f, g, o = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, -1)
    i, f, g, o = torch.sigmoid(i), torch.sigmoid(f), torch.tanh(g), torch.sigmoid(o)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return (h, c), {"h": h, "i": i, "f": f, "g": g, "o": o, "c": c}


def gru_step(case, x, state, w_ih, w_hh, b_ih, b_hh):
    (h,) = state
    x_r, x_z, x_n = (x @ w_ih.T + b_ih).chunk(3, -1)
    w_r, w_z, w_n = w_hh.chunk(3)
    b_r, b_z, b_n = b_hh.chunk(3)
    r = torch.sigmoid(x_r + h @ w_r.T + b_r)
    z = torch.sigmoid(x_z + h @ w_z.T + b_z)
    if case.gru_form == "reset-after":
        n = torch.tanh(x_n + r * (h @ w_n.T + b_n))
    else:
        n = torch.tanh(x_n + (r * h) @ w_n.T + b_n)
    h = (1 - z) * n + z * h
    return (h,), {"h": h, "r": r, "z": z, "n": n}


STEPS = {"rnn": rnn_step, "lstm": lstm_step, "gru": gru_step}


def parameters_of(params, suffix):
    """The four tensors of one layer and direction, in the order the steps take them."""
    return [params[n + suffix] for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]


def leaf(values):
    return torch.tensor(np.asarray(values, dtype=np.float64), requires_grad=True)


def initial_states(case):
    """{"h0_l0": (H,), …}: zeros where the case gives none."""
    given = {"h0": case.h0, "c0": case.c0} if case.cell == "lstm" else {"h0": case.h0}
    states = {}
    for row, suffix in enumerate(case.suffixes()):
        for name, values in given.items():
            states[name + suffix] = leaf(np.zeros(case.hidden) if values is None else values[row])
    return states


def state_before(case, initial, suffix):
    names = ("h0", "c0") if case.cell == "lstm" else ("h0",)
    return tuple(initial[name + suffix] for name in names)


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
                state, record = STEPS[case.cell](case, below[t], state, *weights)
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
    if case.cell == "lstm":
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
        for name, first in zip(("h", "c"), state_before(case, initial, suffix)):
            path = torch.stack(records[name + suffix]).detach()
            first = first.detach()[None]
            backwards = suffix.endswith("_reverse")
            parts.append(torch.cat([path[1:], first] if backwards else [first, path[:-1]]))
        size = case.hidden * len(parts)
        # One copy of the state for each row of the Jacobian: row s is the gradient of entry s.
        copies = tuple(p[:, None].repeat(1, size, 1).requires_grad_() for p in parts)
        weights = [w.detach() for w in parameters_of(params, suffix)]
        after, _ = STEPS[case.cell](case, inputs[suffix][:, None], copies, *weights)
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


def check_with_module(case, arrays):
    """Runs nn.RNN, nn.LSTM or nn.GRU on the case and asserts that it gives the loop's numbers."""
    if case.cell == "gru" and case.gru_form == "reset-before":
        return
    kind = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[case.cell]
    further = {"nonlinearity": case.nonlinearity} if case.cell == "rnn" else {}
    features = case.input.shape[1]
    module = kind(
        features, case.hidden, case.layers, bidirectional=case.bidirectional, **further
    ).double()
    tensors = {name: torch.tensor(values) for name, values in case.weights.items()}
    module.load_state_dict({n: v for n, v in tensors.items() if not n.startswith("fc.")})
    head = nn.Linear(*reversed(tensors["fc.weight"].shape)).double()
    head.load_state_dict({"weight": tensors["fc.weight"], "bias": tensors["fc.bias"]})

    x, zeros = leaf(case.input), np.zeros((len(case.suffixes()), case.hidden))
    h0, c0 = (leaf(zeros if given is None else given) for given in (case.h0, case.c0))
    read, _ = module(x, (h0, c0) if case.cell == "lstm" else h0)
    output = head(read if case.readout == "every-step" else read[-1:])
    pairs = {"output": (numpy_of(output), arrays["output"])}
    last = case.suffixes()[-1:] if not case.bidirectional else case.suffixes()[-2:]
    loop = np.concatenate([arrays["h" + suffix] for suffix in last], 1)
    pairs["top layer"] = (numpy_of(read), loop)
    if case.target is not None:
        losses(case, output)[0].backward()
        found = {f"grad.{n}": p for n, p in module.named_parameters()}
        found |= {f"grad.fc.{n}": p for n, p in head.named_parameters()} | {"grad_input": x}
        pairs |= {name: (numpy_of(p.grad), arrays[name]) for name, p in found.items()}
        rows = [("grad_h0", h0)] + ([("grad_c0", c0)] if case.cell == "lstm" else [])
        for name, state in rows:
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
