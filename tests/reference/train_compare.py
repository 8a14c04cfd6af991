# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `rnnscope train` with PyTorch: losses and norms of every update, and the end weights.

train_compare.py EXECUTABLE [--count N] [--seed S]
"""

import argparse
import csv
import json
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

import files
from cases import (
    KINDS,
    Choice,
    options,
    random_holds,
    random_states,
    random_weights,
    write_states,
    write_weights,
)
from cells import STEPS, keeper, parameters_of
from reference import Case, differences, losses

UPDATES = 20
HEADER = "update,loss,grad_norm,clipped_norm,clipped"
TIMEOUT = 120  # seconds a run may take

# Relative to the largest entry of a column or tensor. Every update starts from the one before, so
# differences in the last place add up and grow; and Adam and RMSprop divide a gradient by its own
# size + 1e-8, so that an entry of 1e-10 with an error of 1e-16 moves its weight by a part in 1e8 of
# the learning rate. Most cases agree to 1e-14; one that such errors move too far is drawn anew, see
# `settled`.
TOLERANCE = 1e-11
SETTLED = 1e-12  # what a change of the starting weights in their last place may do to a case


@dataclass(frozen=True)
class Training:
    optimizer: str  # sgd, momentum, adam, rmsprop
    rate: float
    clip: str  # none, value, norm
    threshold: float
    lengths: tuple  # steps of each sequence in the file
    sequences: int  # an update learns from so many
    fresh: bool  # the file's sequences take turns
    window: int  # truncated BPTT; 0: through the whole sequence

    def description(self):
        parts = [f"{self.optimizer} {self.rate}", f"clip {self.clip} {self.threshold}"]
        parts.append(f"{self.sequences} of {len(self.lengths)} sequences, T {self.lengths}")
        parts += ["fresh"] if self.fresh else []
        parts += [f"truncated to {self.window}"] if self.window else []
        return ", ".join(parts)


def random_choices(rng):
    def one_of(*values):
        return values[rng.randint(len(values))]

    target, loss = one_of("next", "column"), one_of("mse", "cross-entropy")
    several = rng.uniform() < 0.5
    lengths = tuple(int(n) for n in rng.randint(2, 13, rng.randint(2, 5) if several else 1))
    kind, layers, bidirectional = one_of(*KINDS), int(rng.randint(1, 3)), rng.uniform() < 0.3
    hidden, holds = int(rng.randint(1, 9)), ()
    if rng.uniform() < 0.4:
        holds = random_holds(kind, layers, bidirectional, hidden, max(lengths), rng)
    choice = Choice(
        kind=kind,
        layers=layers,
        bidirectional=bool(bidirectional),
        readout=one_of("every-step", "last-step"),
        loss=loss,
        target=target,
        initial=bool(rng.uniform() < 0.3),
        steps=max(lengths),
        hidden=hidden,
        inputs=1 if target == "next" and loss == "cross-entropy" else int(rng.randint(1, 4)),
        outputs=int(rng.randint(2, 5)),
        scale=float(rng.uniform(0.3, 1.5)),
        holds=holds,
    )
    optimizer = one_of("sgd", "momentum", "adam", "rmsprop")
    training = Training(
        optimizer=optimizer,
        rate=one_of(0.01, 0.03, 0.1) if optimizer in ("sgd", "momentum") else one_of(3e-4, 3e-3),
        clip=one_of("none", "value", "norm"),
        threshold=float(f"{10 ** rng.uniform(-2, 0.3):.3g}"),
        lengths=lengths,
        sequences=int(rng.randint(1, len(lengths) + 1)),
        fresh=several and bool(rng.uniform() < 0.5),
        window=int(rng.randint(1, 8)) if rng.uniform() < 0.4 else 0,
    )
    return choice, training


def random_sequences(choice, training, rng):
    """The file's rows, one list a sequence: inputs (T, I) and, for a column, the target (T, 1)."""
    classes = choice.output_count()
    result = []
    for length in training.lengths:
        rows = length + (choice.target == "next")
        if choice.target == "next" and choice.loss == "cross-entropy":
            result.append(rng.randint(classes, size=(rows, 1)) * 1.0)
            continue
        inputs = rng.uniform(-1, 1, (rows, choice.inputs))
        if choice.target == "column":
            whole = choice.loss == "cross-entropy"
            target = rng.randint(classes, size=rows) if whole else rng.uniform(-1, 1, rows)
            inputs = np.hstack([inputs, np.asarray(target, float)[:, None]])
        result.append(inputs)
    return result


def write_sequences(path, choice, sequences):
    names = [f"x{c + 1}" for c in range(choice.inputs)]
    names += ["y"] if choice.target == "column" else []
    with open(path, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow((["sequence"] if len(sequences) > 1 else []) + names)
        for number, rows in enumerate(sequences):
            first = [number + 1] if len(sequences) > 1 else []
            writer.writerows(first + [files.number_text(v) for v in row] for row in rows)


def split(choice, rows):
    """Input and target as the network sees them."""
    if choice.target == "next":
        inputs, target = rows[:-1], rows[1:]
    else:
        inputs, target = rows[:, :-1], rows[:, -1:]
    if choice.readout == "last-step":
        target = target[-1:]
    return inputs, target[:, 0] if choice.loss == "cross-entropy" else target


def case_of(choice, weights, states, rows):
    cell, nonlinearity, gru_form = KINDS[choice.kind]
    inputs, target = split(choice, rows)
    return Case(
        cell=cell,
        layers=choice.layers,
        bidirectional=choice.bidirectional,
        hidden=choice.hidden,
        input=inputs,
        weights=weights,
        target=target,
        nonlinearity=nonlinearity,
        gru_form=gru_form,
        readout=choice.readout,
        loss=choice.loss,
        holds=choice.holds,
        **states,
    )


def build(folder, choice, training, rng):
    """Writes the case's files. Gives the arguments of `rnnscope train` and the sequences' cases."""
    sequences = random_sequences(choice, training, rng)
    write_sequences(folder / "series.csv", choice, sequences)
    weights, states = random_weights(choice, rng), random_states(choice, rng)
    write_weights(folder / "start.safetensors", choice, weights)
    arguments = ["--input", "series.csv", "--weights", "start.safetensors"]
    if choice.target == "column":
        names = ",".join(f"x{c + 1}" for c in range(choice.inputs))
        arguments += ["--columns", names, "--target", "column:y"]
    arguments += write_states(folder, states) + options(choice)
    arguments += ["--optimizer", training.optimizer, "--lr", repr(training.rate)]
    arguments += ["--clip", training.clip, "--clip-threshold", repr(training.threshold)]
    arguments += ["--sequences", str(training.sequences), "--updates", str(UPDATES)]
    arguments += ["--fresh"] if training.fresh else []
    arguments += ["--truncate", str(training.window)] if training.window else []
    return arguments, [case_of(choice, weights, states, rows) for rows in sequences]


class Loop(nn.Module):
    """The network as a loop over time, for what PyTorch's modules do not do: further cells, holds,
    and truncated backpropagation, where h (and c) is detached after every `window` steps."""

    def __init__(self, case, window):
        super().__init__()
        self.case, self.window = case, window
        # A module's parameters have no dots in their names.
        self.tensors = nn.ParameterDict(
            {n.replace(".", "/"): torch.zeros(w.shape).double() for n, w in case.weights.items()}
        )

    def load_state_dict(self, weights):
        super().load_state_dict({"tensors." + n.replace(".", "/"): v for n, v in weights.items()})

    def weights(self):
        return {name.replace("/", "."): value for name, value in self.tensors.items()}

    def forward(self, x, states):
        case, params, steps = self.case, self.weights(), len(x)
        below = [x[t] for t in range(steps)]
        for layer in range(case.layers):
            above = [[] for _ in range(steps)]
            for row, suffix in enumerate(case.suffixes()):
                if not suffix.startswith(f"_l{layer}"):
                    continue
                state = tuple(values[row] for values in states)
                order = reversed(range(steps)) if suffix.endswith("_reverse") else range(steps)
                for taken, t in enumerate(order):
                    if self.window and taken and taken % self.window == 0:
                        state = tuple(values.detach() for values in state)
                    keep, weights = keeper(case, suffix, t), parameters_of(params, suffix)
                    state, _ = STEPS[case.cell](case, below[t], state, keep, *weights)
                    above[t].append(state[0])
            below = [torch.cat(parts) for parts in above]
        read = torch.stack(below if case.readout == "every-step" else below[-1:])
        return read @ params["fc.weight"].T + params["fc.bias"]


class WithReadout:
    """What makes one of PyTorch's recurrent modules the whole network. Its state_dict has the very
    names that the program writes."""

    def forward(self, x, states):
        read, _ = super().forward(x, states if len(states) > 1 else states[0])
        return self.fc(read if self.case.readout == "every-step" else read[-1:])

    def weights(self):
        return dict(self.named_parameters())


def network_of(case, window):
    kinds = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
    if window or case.holds or case.gru_form == "reset-before" or case.cell not in kinds:
        return Loop(case, window)
    kind = kinds[case.cell]
    further = {"nonlinearity": case.nonlinearity} if case.cell == "rnn" else {}
    network = type("Network", (WithReadout, kind), {})(
        case.input.shape[1], case.hidden, case.layers, bidirectional=case.bidirectional, **further
    )
    network.case = case
    network.fc = nn.Linear(*reversed(case.weights["fc.weight"].shape))
    return network.double()


def optimizer_of(parameters, training):
    kind, further = {
        "sgd": (torch.optim.SGD, {}),
        "momentum": (torch.optim.SGD, {"momentum": 0.9}),
        "adam": (torch.optim.Adam, {}),
        "rmsprop": (torch.optim.RMSprop, {}),
    }[training.optimizer]
    return kind(parameters, lr=training.rate, **further)


def flat(parameters):
    return torch.cat([p.grad.reshape(-1) for p in parameters]).clone()


def train(cases, training, weights):
    """{"loss": (updates,), …} and the end weights under "weights.NAME", by PyTorch."""
    first = cases[0]
    network = network_of(first, training.window)
    network.load_state_dict({name: torch.tensor(values) for name, values in weights.items()})
    parameters = list(network.parameters())
    optimizer = optimizer_of(parameters, training)
    zeros = np.zeros((len(first.suffixes()), first.hidden))
    given = [getattr(first, name + "0") for name in first.states()]
    states = tuple(torch.tensor(zeros if s is None else s) for s in given)
    columns = {name: [] for name in HEADER.split(",")}
    for update in range(UPDATES):
        start = update * training.sequences if training.fresh else 0
        batch = [cases[(start + k) % len(cases)] for k in range(training.sequences)]
        optimizer.zero_grad()
        every = [losses(c, network(torch.tensor(c.input), states))[0] for c in batch]
        loss = sum(every) / len(batch)
        loss.backward()
        before = flat(parameters)
        if training.clip == "norm":
            nn.utils.clip_grad_norm_(parameters, training.threshold)
        elif training.clip == "value":
            nn.utils.clip_grad_value_(parameters, training.threshold)
        after = flat(parameters)
        optimizer.step()
        row = (update + 1, loss.item(), before.norm().item(), after.norm().item())
        for name, value in zip(columns, row + (int((before != after).any()),)):
            columns[name].append(value)
    arrays = {name: np.array(values, dtype=np.float64) for name, values in columns.items()}
    end = {f"weights.{n}": p.detach().numpy().copy() for n, p in network.weights().items()}
    return arrays | end


def settled(cases, training, expected, rng):
    """Whether the last place of the starting weights leaves the result alone."""
    moved = {
        name: values * (1 + rng.choice([-2.0**-52, 2.0**-52], values.shape))
        for name, values in cases[0].weights.items()
    }
    again = train(cases, training, moved)
    return all(differences(again[name], values) <= SETTLED for name, values in expected.items())


def draw(folder, rng):
    """A random training that rounding does not swamp, and how many draws it took."""
    draws = 0
    while True:
        draws += 1
        folder.mkdir()
        choice, training = random_choices(rng)
        arguments, cases = build(folder, choice, training, rng)
        expected = train(cases, training, cases[0].weights)
        if settled(cases, training, expected, rng):
            return choice, training, arguments, cases, expected, draws
        shutil.rmtree(folder)


def read_safetensors(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        assert entry["dtype"] == "F64", entry
        begin, end = (8 + size + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(data[begin:end], "<f8").reshape(entry["shape"])
    return tensors


def read_results(folder):
    lines = (folder / "history.csv").read_text().splitlines()
    if lines[0] != HEADER:
        raise ValueError(f"the header is {lines[0]}")
    rows = np.array([[float(entry) for entry in line.split(",")] for line in lines[1:]])
    arrays = dict(zip(HEADER.split(","), rows.T))
    for name, values in read_safetensors(folder / "end.safetensors").items():
        arrays[f"weights.{name}"] = values
    return arrays


def run(executable, folder, arguments, cases, training, expected):
    """What is wrong with the executable's answer, as a list of sentences, and its command."""
    call = [executable, "train", *arguments, "--out", "history.csv"]
    call += ["--save-weights", "end.safetensors"]
    command = f"cd {shlex.quote(str(folder))} && {shlex.join(call)}"
    try:
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return [f"no answer within {TIMEOUT} s"], command
    if done.returncode != 0:
        return [f"exit status {done.returncode}: {' '.join(done.stderr.split())}"], command
    try:
        actual = read_results(folder)
        end = {n[8:]: torch.tensor(v.copy()) for n, v in actual.items() if n.startswith("weights.")}
        network_of(cases[0], training.window).load_state_dict(end)  # names and shapes, all of them
    except (OSError, ValueError, KeyError, AssertionError, RuntimeError) as error:
        return [f"the results cannot be read: {error}"], command
    found = []
    for name, values in expected.items():
        if actual[name].shape != values.shape:
            found.append(f"{name} has shape {actual[name].shape}, not {values.shape}")
        elif name in ("update", "clipped"):
            found += [] if (actual[name] == values).all() else [f"{name} differs"]
        elif (difference := differences(actual[name], values)) > TOLERANCE:
            found.append(f"{name} is off by {difference:.2g} of its largest entry")
    return found, command


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", help="rnnscope")
    parser.add_argument("--count", type=int, default=100, help="random trainings (100)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same ones (1)")
    given = parser.parse_args()
    if (found := shutil.which(given.executable)) is None:
        parser.error(f"{given.executable} is no program that can be run")
    executable = str(Path(found).resolve())

    scratch = Path(tempfile.mkdtemp(prefix="rnnscope-train-"))
    failed = redrawn = 0
    for number in range(given.count):
        rng = np.random.RandomState((given.seed * 1_000_003 + number) % 2**32)
        folder = scratch / f"seed{given.seed}-{number}"
        choice, training, arguments, cases, expected, draws = draw(folder, rng)
        redrawn += draws - 1
        found, command = run(executable, folder, arguments, cases, training, expected)
        if found:
            shown = "; ".join(found[:3]) + (f"; and {len(found) - 3} more" if found[3:] else "")
            about = f"{choice.description()}; {training.description()}"
            print(f"FAILED {folder.name} ({about}): {shown} | {command}", flush=True)
            failed += 1
        else:
            shutil.rmtree(folder)
    if not failed:
        shutil.rmtree(scratch)
    if redrawn:
        print(f"{redrawn} draws replaced: rounding alone changes them by over {SETTLED:g}")
    print(f"{given.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
