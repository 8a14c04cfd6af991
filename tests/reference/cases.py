# SPDX-License-Identifier: GPL-3.0-or-later
"""From a choice of options to a case: its files, the arguments of `rnnscope trace`, the network."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

import files
from cells import GATES, HOLDABLE, PEEPHOLES, Hold
from reference import Case, trace

# kind: (cell, nonlinearity, gru form)
KINDS = {
    "rnn-tanh": ("rnn", "tanh", "reset-after"),
    "rnn-relu": ("rnn", "relu", "reset-after"),
    "lstm": ("lstm", "tanh", "reset-after"),
    "gru-after": ("gru", "tanh", "reset-after"),
    "gru-before": ("gru", "tanh", "reset-before"),
    "lstm-peephole": ("lstm-peephole", "tanh", "reset-after"),
    "lstm-coupled": ("lstm-coupled", "tanh", "reset-after"),
    "ugrnn": ("ugrnn", "tanh", "reset-after"),
    "mgu": ("mgu", "tanh", "reset-after"),
}


@dataclass(frozen=True)
class Choice:
    kind: str
    layers: int = 1
    bidirectional: bool = False
    readout: str = "every-step"
    loss: str = "mse"
    clip: str = "none"
    initial: bool = False  # a given initial state
    target: str = "next"  # next, file, column, none
    flow: bool = False
    jacobians: bool = False
    steps: int = 6
    hidden: int = 3
    inputs: int = 2  # next with cross-entropy: one-hot, or with 1 a column of integers
    outputs: int = 2  # where target and loss leave it free; classes are at least 2
    scale: float = 1.0  # weights uniform in ±scale / √H
    input_file: str = "npy"  # npy, csv, tsv, json; txt (next, cross-entropy)
    target_file: str = "npy"  # npy, csv
    last_row_only: bool = False  # last-step and target file: a file of one row
    spare_columns: bool = False  # the file has columns that --columns leaves out
    dtype: str = "F64"  # of the weights' file
    prefix: str = ""  # before the recurrent tensors' names
    head: str = "fc"  # the read-out's name
    spelt_out: bool = False  # defaults, and what the weights tell, are given as arguments too
    holds: tuple[Hold, ...] = ()

    def output_count(self):
        if self.loss == "cross-entropy":
            one_hot = self.target == "next" and self.inputs > 1
            return self.inputs if one_hot else max(2, self.outputs)
        return {"next": self.inputs, "column": 1}.get(self.target, self.outputs)

    def description(self):
        cell = {
            "rnn-tanh": "RNN (tanh)",
            "rnn-relu": "RNN (ReLU)",
            "lstm": "LSTM",
            "gru-after": "GRU (reset-after)",
            "gru-before": "GRU (reset-before)",
            "lstm-peephole": "LSTM with peepholes",
            "lstm-coupled": "LSTM with coupled gates",
            "ugrnn": "update-gate RNN",
            "mgu": "minimal gated unit",
        }[self.kind]
        parts = [
            cell,
            f"{self.layers} layer{'s' if self.layers > 1 else ''} of {self.hidden}",
            "both directions" if self.bidirectional else "one direction",
            f"T {self.steps}, I {self.inputs}, O {self.output_count()}",
            self.readout,
            f"target {self.target}",
        ]
        if self.target != "none":
            parts += [self.loss, f"clip {self.clip}"]
        parts.append("given initial state" if self.initial else "zero initial state")
        if self.holds:
            parts.append("hold " + holds_text(self.holds))
        return ", ".join(parts)


def holds_text(holds):
    return ",".join(hold.text() for hold in holds)


def random_holds(kind, layers, bidirectional, hidden, steps, rng):
    """One to three holds; some of a quantity that only other cells have, some beyond the end."""

    def one_of(*values):
        return values[rng.randint(len(values))]

    quantities, foreign = HOLDABLE[KINDS[kind][0]], rng.uniform() < 0.1
    holds = []
    for _ in range(rng.randint(1, 4)):
        quantity = one_of(*("ifgocrznh" if foreign else quantities))
        uniform = float(f"{rng.uniform(-1, 1):.3g}")
        value = one_of(0.0, 1.0, abs(uniform)) if quantity in "iforz" else one_of(0.0, uniform)
        suffix = f"_l{rng.randint(layers)}" + (one_of("", "_reverse") if bidirectional else "")
        first = int(rng.randint(steps + 2))
        holds.append(
            Hold(
                quantity,
                value,
                suffix=one_of("", suffix),
                unit=one_of(None, int(rng.randint(hidden))),
                times=one_of(None, (first, first), (first, first + int(rng.randint(1, 6)))),
            )
        )
    return tuple(holds)


def random_weights(choice, rng):
    cell, hidden = KINDS[choice.kind][0], choice.hidden
    directions = 2 if choice.bidirectional else 1
    shapes = {}
    for layer in range(choice.layers):
        below = choice.inputs if layer == 0 else directions * hidden
        for direction in ("", "_reverse")[:directions]:
            suffix, rows = f"_l{layer}{direction}", GATES[cell] * hidden
            shapes["weight_ih" + suffix] = (rows, below)
            shapes["weight_hh" + suffix] = (rows, hidden)
            shapes["bias_ih" + suffix] = shapes["bias_hh" + suffix] = (rows,)
            if cell in PEEPHOLES:
                shapes["weight_ch" + suffix] = (PEEPHOLES[cell] * hidden,)
    shapes["fc.weight"] = (choice.output_count(), directions * hidden)
    shapes["fc.bias"] = (choice.output_count(),)
    bound = choice.scale / np.sqrt(hidden)
    return {
        name: files.rounded(rng.uniform(-bound, bound, shape), choice.dtype)
        for name, shape in shapes.items()
    }


def write_weights(path, choice, weights):
    names = {
        name: name.replace("fc.", choice.head + ".", 1)
        if name.startswith("fc.")
        else choice.prefix + name
        for name in weights
    }
    named = {names[name]: values for name, values in weights.items()}
    files.write_safetensors(path, named, choice.dtype)


def random_columns(choice, rng):
    """The columns that the network sees, (N, I); for `next` one row more than there are steps."""
    rows = choice.steps + (choice.target == "next")
    if choice.target == "next" and choice.loss == "cross-entropy":
        classes = rng.randint(choice.output_count(), size=rows)
        if choice.input_file == "txt":  # first appearance in alphabetical order
            classes[: choice.inputs] = np.arange(choice.inputs)
        return np.eye(choice.inputs)[classes] if choice.inputs > 1 else classes[:, None] * 1.0
    return rng.uniform(-1, 1, (rows, choice.inputs))


def write_text(path, one_hot):
    path.write_text("".join(chr(ord("a") + k) for k in one_hot.argmax(1)))


def target_column(choice, rng):
    if choice.loss == "cross-entropy":
        return rng.randint(choice.output_count(), size=choice.steps) * 1.0
    return rng.uniform(-1, 1, choice.steps)


def write_sequence(folder, choice, rng):
    """Writes the input file. Gives the input (T, I), the target as (rows, columns) or None, and the
    arguments that name them."""
    columns, name = random_columns(choice, rng), f"input.{choice.input_file}"
    arguments = ["--input", name]
    if choice.input_file == "txt":
        write_text(folder / name, columns)
        return columns[:-1], columns[1:], arguments
    target, names = None, [f"x{c + 1}" for c in range(choice.inputs)]
    if choice.target == "column":
        target = target_column(choice, rng)[:, None]
        if choice.spare_columns:
            table, names = np.hstack([columns, target]), names + ["y"]
        else:  # all columns go in, the target's too
            table, names = np.hstack([columns[:, 1:], target]), names[1:] + ["y"]
            columns = table
    elif choice.spare_columns:
        table = np.hstack([rng.uniform(-1, 1, (len(columns), 1)), columns])
        names = ["spare"] + names
    else:
        table = columns
    files.write_table(folder / name, names, table)

    numbered = choice.input_file == "npy"  # it keeps no names
    called = [str(c + 1) for c in range(len(names))] if numbered else names
    if choice.spare_columns:
        seen = called[:-1] if choice.target == "column" else called[1:]
        arguments += ["--columns", ",".join(seen)]
    if choice.target == "column":
        arguments += ["--target", f"column:{called[-1]}"]
    if choice.target == "next":
        return columns[:-1], columns[1:], arguments
    return columns, target, arguments


def write_target(folder, choice, rng):
    """Writes the target's own file; gives the target (rows, O), or (rows, 1) with class numbers."""
    rows = 1 if choice.last_row_only else choice.steps
    if choice.loss == "cross-entropy":
        target = rng.randint(choice.output_count(), size=(rows, 1)) * 1.0
    else:
        target = rng.uniform(-1, 1, (rows, choice.output_count()))
    name = f"target.{choice.target_file}"
    names = [f"y{c + 1}" for c in range(target.shape[1])]
    files.write_table(folder / name, names, target)
    return target, ["--target", name]


def options(choice):
    """The arguments that name no file."""
    cell, nonlinearity, gru_form = KINDS[choice.kind]
    arguments = []

    def add(option, value, default):
        if value != default or choice.spelt_out:
            arguments.extend([option, value])

    # Weights are shaped as a GRU's, and as an update-gate RNN's.
    if choice.spelt_out or cell in ("lstm-coupled", "mgu"):
        arguments += ["--cell", cell]
    if choice.spelt_out:
        arguments += ["--hidden", str(choice.hidden), "--layers", str(choice.layers)]
        arguments += ["--bidirectional"] if choice.bidirectional else []
    if cell == "rnn":
        add("--nonlinearity", nonlinearity, "tanh")
    if cell == "gru":
        add("--gru-form", gru_form, "reset-after")
    if choice.holds:
        arguments += ["--hold", holds_text(choice.holds)]
    add("--readout", choice.readout, "every-step")
    if choice.target in ("next", "none"):
        add("--target", choice.target, "next")
    if choice.target != "none":
        add("--loss", choice.loss, "mse")
        add("--clip", choice.clip, "none")
    arguments += ["--flow"] if choice.flow else []
    arguments += ["--jacobians"] if choice.jacobians else []
    return arguments


def random_states(choice, rng):
    """h0 and, where there is a cell state, c0, (layers × directions, H); nothing where zero."""
    if not choice.initial:
        return {}
    shape = (choice.layers * (2 if choice.bidirectional else 1), choice.hidden)
    names = ("h0", "c0") if choice.kind.startswith("lstm") else ("h0",)
    return {name: rng.uniform(-1, 1, shape) for name in names}


def write_states(folder, states):
    if not states:
        return []
    files.write_npz(folder / "initial.npz", states)
    return ["--initial-state", "initial.npz"]


def clip_threshold(choice, case, rng):
    """A threshold of three digits that bites, save now and then for the norm."""
    arrays = trace(replace(case, clip="none", flow=False, jacobians=False), checked=False)
    if choice.clip == "norm":
        size = float(arrays["grad_norm"]) * rng.choice([0.1, 0.5, 0.5, 2.0])
    else:
        gradients = [v.ravel() for name, v in arrays.items() if name.startswith("grad.")]
        size = np.abs(np.concatenate(gradients)).max() * rng.uniform(0.1, 0.9)
    return f"{max(float(size), 1e-6):.3g}"


def build(folder, choice, rng, weights=None, states=None):
    """Writes the case's files. Gives the arguments of `rnnscope trace` and the network's case."""
    sequence, target, arguments = write_sequence(folder, choice, rng)
    if choice.target == "file":
        target, further = write_target(folder, choice, rng)
        arguments += further
    if target is not None:
        if choice.readout == "last-step":
            target = target[-1:]
        if choice.loss == "cross-entropy":
            target = target.argmax(1) if target.shape[1] > 1 else target[:, 0]
    weights = random_weights(choice, rng) if weights is None else weights
    write_weights(folder / "weights.safetensors", choice, weights)
    arguments += ["--weights", "weights.safetensors"]
    states = random_states(choice, rng) if states is None else states
    arguments += write_states(folder, states) + options(choice)

    cell, nonlinearity, gru_form = KINDS[choice.kind]
    case = Case(
        cell=cell,
        nonlinearity=nonlinearity,
        gru_form=gru_form,
        layers=choice.layers,
        bidirectional=choice.bidirectional,
        hidden=choice.hidden,
        input=sequence,
        weights=weights,
        target=target,
        readout=choice.readout,
        loss=choice.loss,
        flow=choice.flow,
        jacobians=choice.jacobians,
        holds=choice.holds,
        **states,
    )
    if choice.clip != "none" and choice.target != "none":
        threshold = clip_threshold(choice, case, rng)
        arguments += ["--clip-threshold", threshold]
        case = replace(case, clip=choice.clip, clip_threshold=float(threshold))
    return arguments, case
