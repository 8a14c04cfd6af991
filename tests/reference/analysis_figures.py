# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes analysis/NAME.npz: PyTorch's figures for the analyses of the backward pass. See README.md.

The network is run once more, with a copy of the state before the step for every way back through
it, and a copy of every parameter for every step: autograd then says what each of them alone brings.
"""

import shutil
from pathlib import Path

import numpy as np
import torch
from torch import nn

import files
from reference import Case, differences, leaf, numpy_of, trace

FOLDER = Path(__file__).resolve().parent / "analysis"

# Ways back through the recurrent weights, in the order of the weights' row blocks.
BLOCKS = {
    "rnn": ("h",),
    "lstm": ("i", "f", "g", "o"),
    "lstm-coupled": ("f", "g", "o"),
    "gru": ("r", "z", "n"),
    "ugrnn": ("z", "n"),
    "mgu": ("f", "n"),
}
STEPS, HIDDEN, INPUTS, OUTPUTS = 7, 3, 2, 2


def step(case, x, state, copy, w_ih, w_hh, b_ih, b_hh):
    """The next state and the factor of the straight path. `copy` marks one way back of a state."""
    blocks = BLOCKS[case.cell]
    x_part = dict(zip(blocks, (x @ w_ih.T + b_ih).chunk(len(blocks))))
    weights = dict(zip(blocks, w_hh.chunk(len(blocks))))
    biases = dict(zip(blocks, b_hh.chunk(len(blocks))))
    h = state[0]

    def recurrent(block, factor=1.0):
        return (factor * copy(block, h)) @ weights[block].T + biases[block]

    def plain(block):
        return x_part[block] + recurrent(block)

    if case.cell == "rnn":
        return ((torch.tanh if case.nonlinearity == "tanh" else torch.relu)(plain("h")),), None
    if "c" in case.states():
        i = torch.sigmoid(plain("i")) if "i" in blocks else None
        f, o = torch.sigmoid(plain("f")), torch.sigmoid(plain("o"))
        i = 1 - f if i is None else i
        c = f * copy("straight", state[1]) + i * torch.tanh(plain("g"))
        return (o * torch.tanh(c), c), f
    if case.cell == "mgu":
        f = torch.sigmoid(plain("f"))
        n = torch.tanh(x_part["n"] + recurrent("n", f))
        return ((1 - f) * copy("straight", h) + f * n,), 1 - f
    r = torch.sigmoid(plain("r")) if "r" in blocks else 1.0
    z = torch.sigmoid(plain("z"))
    if case.gru_form == "reset-after":
        n = torch.tanh(x_part["n"] + r * recurrent("n"))
    else:
        n = torch.tanh(x_part["n"] + recurrent("n", r))
    return ((1 - z) * n + z * copy("straight", h),), z


class Run:
    """One forward pass; keeps the copies, by name and time."""

    def __init__(self, case, window):
        self.case, self.window = case, window
        self.steps = len(case.input)
        self.params = {name: leaf(values) for name, values in case.weights.items()}
        self.own = {name: [p * 1.0 for _ in range(self.steps)] for name, p in self.params.items()}
        self.copies, self.states, self.factors = {}, {}, {}
        below = [torch.tensor(row) for row in case.input]
        for layer in range(case.layers):
            above = [[] for _ in range(self.steps)]
            for suffix in (s for s in case.suffixes() if s.startswith(f"_l{layer}")):
                for t, h in self.direction(below, suffix):
                    above[t].append(h)
            below = [torch.cat(parts) for parts in above]
        read = range(self.steps) if case.readout == "every-step" else [self.steps - 1]
        weight, bias = self.own["fc.weight"], self.own["fc.bias"]
        output = torch.stack([below[t] @ weight[t].T + bias[t] for t in read])
        self.loss = nn.MSELoss()(output, torch.tensor(case.target))

    def order(self, suffix):
        times = range(self.steps)
        return list(reversed(times) if suffix.endswith("_reverse") else times)

    def direction(self, below, suffix):
        row = self.case.suffixes().index(suffix)
        given = [getattr(self.case, name + "0") for name in self.case.states()]
        state = tuple(leaf(each[row]) for each in given)
        names = [n + suffix for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        for k, t in enumerate(self.order(suffix)):
            if self.window and k > 0 and k % self.window == 0:
                state = tuple(each.detach() for each in state)

            def copy(path, value):
                marked = value * 1.0
                self.copies.setdefault(path + suffix, [None] * self.steps)[t] = marked
                return marked

            state, factor = step(
                self.case, below[t], state, copy, *(self.own[name][t] for name in names)
            )
            self.states.setdefault(suffix, [None] * self.steps)[t] = state
            self.factors.setdefault(suffix, [None] * self.steps)[t] = factor
            yield t, state[0]

    def gradients(self, tensors):
        """(T, entries); zeros where the loss, or any gradient, does not reach."""
        rows = []
        for tensor in tensors:
            found = None
            if tensor.requires_grad:
                (found,) = torch.autograd.grad(
                    self.loss, [tensor], retain_graph=True, allow_unused=True
                )
            rows.append(torch.zeros_like(tensor) if found is None else found)
        return np.stack([numpy_of(row).ravel() for row in rows])

    def direct(self, suffix):
        """‖∂/∂s_t‖ with the straight path alone, from the last step that has a gradient."""
        states = self.states[suffix]
        hidden = self.gradients([state[0] for state in states])
        start = self.gradients([state[-1] for state in states])
        order = self.order(suffix)
        last = max(k for k, t in enumerate(order) if hidden[t].any())
        state, chain = leaf(np.ones(self.case.hidden)), []
        for k, t in enumerate(order[: last + 1]):
            if self.window and k > 0 and k % self.window == 0:
                state = state.detach().requires_grad_()
            if k > 0:
                state = self.factors[suffix][t].detach() * state
            chain.append(state)
        value = (torch.tensor(start[order[last]]) * state).sum()
        norms = np.zeros(self.steps)
        found = torch.autograd.grad(value, chain, allow_unused=True)
        for k, gradient in enumerate(found):
            norms[order[k]] = 0 if gradient is None else gradient.norm().item()
        return norms

    def arrays(self):
        case = self.case
        arrays = {"input": case.input, "target": case.target, "h0": case.h0}
        if "c" in case.states():
            arrays["c0"] = case.c0
        if self.window:
            arrays["window"] = np.array(float(self.window))
        for name, parameter in self.params.items():
            arrays["param." + name] = numpy_of(parameter)
            arrays["contribution." + name] = self.gradients(self.own[name])
        for name, copies in self.copies.items():
            arrays["path." + name] = self.gradients(copies)
        for suffix in case.suffixes():
            if self.factors[suffix][0] is not None:
                arrays["direct" + suffix] = self.direct(suffix)
        return arrays


def check(run, arrays):
    """The copies change nothing: the parameters' gradients are those of the plain network."""
    for name in run.params:
        assert arrays["contribution." + name].any(), f"{name} learns nothing; take another seed"
    if run.window:
        return
    plain = trace(run.case)
    for name in run.params:
        total = arrays["contribution." + name].sum(0)
        difference = differences(total, plain["grad." + name].ravel())
        assert difference <= 1e-13, (name, difference)


def write_network(name, seed, cell, readout="every-step", layers=2, window=None, **further):
    rng = np.random.RandomState(seed)
    case = Case(
        cell,
        layers,
        True,
        HIDDEN,
        rng.standard_normal((STEPS, INPUTS)),
        weights={},
        readout=readout,
        target=rng.standard_normal((STEPS if readout == "every-step" else 1, OUTPUTS)),
        h0=rng.standard_normal((2 * layers, HIDDEN)),
        c0=rng.standard_normal((2 * layers, HIDDEN)),
        **further,
    )
    rows = HIDDEN * len(BLOCKS[cell])
    for suffix in case.suffixes():
        columns = INPUTS if suffix.startswith("_l0") else 2 * HIDDEN
        for kind, shape in (
            ("weight_ih", (rows, columns)),
            ("weight_hh", (rows, HIDDEN)),
            ("bias_ih", (rows,)),
            ("bias_hh", (rows,)),
        ):
            case.weights[kind + suffix] = rng.uniform(-1, 1, shape)
    case.weights["fc.weight"] = rng.uniform(-1, 1, (OUTPUTS, 2 * HIDDEN))
    case.weights["fc.bias"] = rng.uniform(-1, 1, OUTPUTS)
    run = Run(case, window)
    arrays = run.arrays()
    check(run, arrays)
    files.write_npz(FOLDER / f"{name}.npz", arrays)


def cliff_loss(w, b):
    x = torch.tensor(0.5, dtype=torch.float64)
    for _ in range(50):
        x = w * torch.sigmoid(x) + b
    return (torch.sigmoid(x) - 0.7) ** 2


def cliff_point(w, b):
    w, b = leaf(w), leaf(b)
    loss = cliff_loss(w, b)
    return [numpy_of(v).item() for v in (w, b, loss, *torch.autograd.grad(loss, [w, b]))]


def cliff_run(threshold, steps):
    """(steps + 1, 2): w and b of gradient descent from lesson 4's start at its rate, 0.1."""
    w, b = nn.Parameter(leaf(4.7)), nn.Parameter(leaf(-2.0))
    optimizer = torch.optim.SGD([w, b], lr=0.1)
    rows = [[w.item(), b.item()]]
    for _ in range(steps):
        optimizer.zero_grad()
        cliff_loss(w, b).backward()
        if threshold:
            nn.utils.clip_grad_norm_([w, b], threshold)
        optimizer.step()
        rows.append([w.item(), b.item()])
    return np.array(rows)


def write_cliff():
    rng = np.random.RandomState(50)
    places = [(4.7, -2.0), (0.0, 0.0), (9.77414, 6.52793), (-3.0, 1.0)]
    places += zip(rng.uniform(4, 6, 40), rng.uniform(-3.2, -1.6, 40))
    arrays = {"points": np.array([cliff_point(w, b) for w, b in places])}
    # As far as rounding does not grow: what follows meets the wall.
    arrays |= {"plain": cliff_run(None, 33), "clipped": cliff_run(0.5, 33)}
    files.write_npz(FOLDER / "cliff.npz", arrays)


def main():
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    FOLDER.mkdir()
    write_network("rnn", 1, "rnn")
    write_network("rnn-relu", 13, "rnn", "last-step", nonlinearity="relu")
    write_network("lstm", 3, "lstm")
    write_network("lstm.last-step", 4, "lstm", "last-step")
    write_network("lstm.window", 5, "lstm", window=3)
    write_network("gru", 6, "gru")
    write_network("gru.window", 7, "gru", "last-step", layers=1, window=2)
    write_network("gru-reset-before", 8, "gru", gru_form="reset-before")
    write_network("gru-reset-before.window", 9, "gru", gru_form="reset-before", window=2)
    write_network("lstm-coupled", 10, "lstm-coupled")
    write_network("lstm-coupled.window", 11, "lstm-coupled", "last-step", window=3)
    write_network("ugrnn", 12, "ugrnn")
    write_network("ugrnn.window", 14, "ugrnn", window=2)
    write_network("mgu", 15, "mgu")
    write_network("mgu.window", 16, "mgu", window=2)
    write_cliff()


if __name__ == "__main__":
    main()
