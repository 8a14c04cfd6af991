# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes figures/NAME/: cases for `rnnscope trace` with PyTorch's numbers. See README.md."""

import itertools
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np

import files
from cases import KINDS, Choice, build
from cells import Hold
from reference import trace

FIGURES = Path(__file__).resolve().parent / "figures"

# Every pair of values from any two of the columns up to the scale of the weights meets in some row.
# The last five: T, H, I, O (where target and loss leave it free), the input's format.
FIELDS = "kind layers directions readout loss clip initial target extras scale".split()
GRID = """
rnn-tanh   1 one  every mse value given file   jacobians 1 11 4 3 2 csv
rnn-tanh   2 one  every ce  none  zero  next   flow      1 11 4 3 4 npy
rnn-tanh   3 both every ce  norm  zero  next   both      1  3 2 1 2 csv
rnn-tanh   3 both last  ce  value zero  column jacobians 2  5 2 1 2 csv
rnn-tanh   3 one  last  mse value given column -         1 12 3 2 3 npy
rnn-relu   1 both every mse norm  given next   flow      2  4 2 2 2 npy
rnn-relu   1 one  last  mse none  zero  column -         2  4 4 2 2 npy
rnn-relu   2 both every mse value zero  file   jacobians 1  3 3 3 1 csv
rnn-relu   2 both last  mse norm  zero  column both      1  3 3 1 3 npy
rnn-relu   3 one  every ce  value given file   -         2  9 2 3 2 csv
lstm       1 both last  ce  value zero  file   both      2  5 2 3 2 csv
lstm       2 both every mse none  zero  column flow      1  4 2 2 3 npy
lstm       2 one  every mse norm  given column -         1  7 2 3 4 csv
lstm       3 both every mse norm  zero  next   jacobians 2  4 2 1 3 csv
gru-after  1 both every mse value zero  next   flow      1  1 2 3 1 npy
gru-after  1 both every ce  none  zero  next   both      2  6 3 3 1 npy
gru-after  2 both every ce  none  given file   jacobians 1  5 2 1 3 csv
gru-after  3 both last  mse none  given file   -         2  3 2 2 1 npy
gru-after  3 one  last  ce  norm  given column flow      2 12 2 3 4 npy
gru-before 1 both last  ce  norm  given file   flow      1  7 3 3 4 npy
gru-before 2 both every ce  none  zero  next   -         2  2 2 3 3 csv
gru-before 2 one  every mse value zero  column jacobians 1  5 3 2 1 npy
gru-before 3 one  last  mse none  given next   both      1  2 2 3 4 npy
"""

EVERYTHING = {"initial": True, "flow": True, "jacobians": True}

# What the grid leaves out: sizes at their limits, file formats, ways to say the same.
SPECIAL = {
    "rnn-one-step-one-unit": Choice(
        "rnn-tanh", steps=1, hidden=1, inputs=1, outputs=1, target="file", **EVERYTHING
    ),
    "lstm-one-step-one-unit": Choice("lstm", steps=1, hidden=1, inputs=1, **EVERYTHING),
    "gru-one-unit": Choice("gru-after", steps=4, hidden=1, inputs=1, clip="norm", **EVERYTHING),
    "lstm-twelve-steps": Choice(
        "lstm", steps=12, hidden=6, scale=2, clip="norm", input_file="csv", **EVERYTHING
    ),
    "gru-twelve-steps": Choice(
        "gru-after", steps=12, hidden=6, scale=2, clip="norm", input_file="csv", **EVERYTHING
    ),
    "lstm-weights-f32": Choice("lstm", dtype="F32", clip="value"),
    "gru-weights-f16": Choice("gru-after", bidirectional=True, dtype="F16", clip="norm"),
    "rnn-weights-bf16": Choice("rnn-tanh", layers=2, dtype="BF16"),
    "lstm-weights-prefix-head": Choice(
        "lstm", bidirectional=True, hidden=2, prefix="lstm.", head="head", target="file"
    ),
    "gru-spelt-out": Choice(
        "gru-before", bidirectional=True, hidden=2, spelt_out=True, initial=True
    ),
    "rnn-text": Choice("rnn-tanh", loss="cross-entropy", inputs=3, steps=9, input_file="txt"),
    "gru-classes-in-one-column": Choice(
        "gru-after", loss="cross-entropy", inputs=1, outputs=3, steps=8, flow=True
    ),
    "lstm-json-columns-by-name": Choice("lstm", input_file="json", spare_columns=True),
    "rnn-npy-columns-by-number": Choice("rnn-relu", target="column", spare_columns=True),
    "gru-tsv-column-apart": Choice(
        "gru-after", target="column", input_file="tsv", spare_columns=True, readout="last-step"
    ),
    "lstm-last-step-target-of-one-row": Choice(
        "lstm", target="file", readout="last-step", last_row_only=True, flow=True
    ),
    "gru-last-step-target-of-all-rows": Choice(
        "gru-after", target="file", readout="last-step", target_file="csv", flow=True
    ),
    "lstm-forward-only": Choice("lstm", target="none", bidirectional=True, jacobians=True),
}


# Cells that PyTorch has no module for.
CELLS = {
    "lstm-peephole-2-both": Choice(
        "lstm-peephole", layers=2, bidirectional=True, hidden=3, clip="norm", **EVERYTHING
    ),
    "lstm-peephole-1-one-last": Choice(
        "lstm-peephole", hidden=4, readout="last-step", loss="cross-entropy", scale=2, flow=True
    ),
    "lstm-coupled-3-one": Choice(
        "lstm-coupled", layers=3, steps=5, loss="cross-entropy", target="file", **EVERYTHING
    ),
    "lstm-coupled-1-both-last": Choice(
        "lstm-coupled", bidirectional=True, hidden=4, readout="last-step", clip="value", flow=True
    ),
    "ugrnn-2-both": Choice("ugrnn", layers=2, bidirectional=True, hidden=4, **EVERYTHING),
    "ugrnn-3-one-last": Choice(
        "ugrnn", layers=3, readout="last-step", target="column", clip="norm", scale=2, flow=True
    ),
}

# What is kept at a value: a gate for all, one unit over a span, a candidate, a state; in one
# direction of one of two layers; two at a time; beyond the end; of other cells alone.
BOTH = {"layers": 2, "bidirectional": True, **EVERYTHING}
HELD = {
    "hold-rnn-state": Choice(
        "rnn-tanh", hidden=4, holds=(Hold("h", -0.5, "_l1_reverse", 2, (1, 3)),), **BOTH
    ),
    "hold-relu-state": Choice(
        "rnn-relu", hidden=3, holds=(Hold("h", 1.5, "_l0", times=(3, 3)), Hold("f", 1)), **BOTH
    ),
    "hold-lstm-forget-open": Choice(
        "lstm", steps=8, hidden=3, clip="norm", holds=(Hold("f", 1),), **EVERYTHING
    ),
    "hold-lstm-states": Choice(
        "lstm",
        hidden=3,
        holds=(Hold("c", 0.75, "_l0_reverse", 1, (2, 4)), Hold("h", 0, "_l1", 0), Hold("g", 0.25)),
        **BOTH,
    ),
    "hold-gru-gates": Choice(
        "gru-after", hidden=3, holds=(Hold("z", 0.875, "_l0"), Hold("r", 0, unit=1)), **BOTH
    ),
    "hold-gru-before-candidate": Choice(
        "gru-before", hidden=3, holds=(Hold("n", -1, times=(4, 30)), Hold("r", 1, "_l1", 0)), **BOTH
    ),
    "hold-lstm-peephole": Choice(
        "lstm-peephole",
        hidden=3,
        holds=(Hold("c", -0.5, "_l1", 2, (1, 2)), Hold("f", 1, "_l0"), Hold("o", 0.5, unit=0)),
        **BOTH,
    ),
    "hold-lstm-coupled": Choice(
        "lstm-coupled",
        hidden=3,
        holds=(
            Hold("f", 1, "_l1_reverse"),
            Hold("i", 0.5, "_l0", times=(0, 2)),
            Hold("c", 0, unit=1, times=(5, 5)),
        ),
        **BOTH,
    ),
    "hold-ugrnn": Choice(
        "ugrnn", hidden=4, holds=(Hold("z", 1, "", 3), Hold("h", 0.25, "_l1", 0, (2, 2))), **BOTH
    ),
}

# Cells that came later, at the end: the seed is the place, and that of the others stays.
LATER = {
    "mgu-2-both": Choice("mgu", layers=2, bidirectional=True, hidden=4, **EVERYTHING),
    "mgu-3-one-last": Choice(
        "mgu", layers=3, readout="last-step", target="column", clip="norm", scale=2, flow=True
    ),
    "hold-mgu": Choice(
        "mgu", hidden=4, holds=(Hold("f", 1, "", 3), Hold("h", 0.25, "_l1", 0, (2, 2))), **BOTH
    ),
}


def grid_choice(row):
    kind, layers, directions, readout, loss, clip, initial, target, extras, scale, *sizes = row
    steps, hidden, inputs, outputs = (int(size) for size in sizes[:4])
    choice = Choice(
        kind=kind,
        layers=int(layers),
        bidirectional=directions == "both",
        readout={"every": "every-step", "last": "last-step"}[readout],
        loss={"mse": "mse", "ce": "cross-entropy"}[loss],
        clip=clip,
        initial=initial == "given",
        target=target,
        flow=extras in ("flow", "both"),
        jacobians=extras in ("jacobians", "both"),
        scale=float(scale),
        steps=steps,
        hidden=hidden,
        inputs=inputs,
        outputs=outputs,
        input_file=sizes[4],
    )
    return "-".join([kind, layers, directions, readout, loss, clip, initial, target]), choice


def grid():
    rows = [line.split() for line in GRID.split("\n") if line]
    for (a, _), (b, _) in itertools.combinations(enumerate(FIELDS), 2):
        possible = {row[a] for row in rows}, {row[b] for row in rows}
        assert {(row[a], row[b]) for row in rows} == set(itertools.product(*possible)), (a, b)
    further = {choice.kind for choice in (CELLS | LATER).values()}
    assert {row[0] for row in rows} | further == set(KINDS)
    return dict(grid_choice(row) for row in rows)


def write_case(name, choice, seed, description=None, **given):
    folder = FIGURES / name
    folder.mkdir()
    arguments, case = build(folder, choice, np.random.RandomState(seed), **given)
    described = {"description": description or choice.description(), "arguments": arguments}
    (folder / "case.json").write_text(json.dumps(described, indent=1) + "\n")
    files.write_npz(folder / "expected.npz", trace(case))


def relu_weights(recurrent):
    """Weights of a ReLU network of this recurrent matrix, all else positive and plain."""
    hidden = len(recurrent)
    return {
        "weight_ih_l0": np.linspace(1.0, 0.5, hidden)[:, None],
        "weight_hh_l0": np.array(recurrent, dtype=np.float64),
        "bias_ih_l0": np.full(hidden, 2.0),
        "bias_hh_l0": np.full(hidden, 0.5),
        "fc.weight": np.linspace(1.0, 2.0, hidden)[None],
        "fc.bias": np.array([0.25]),
    }


def write_overflows(seed):
    """Networks that overflow: Inf alone, and Inf that turns into NaN at the next step."""
    choice = Choice("rnn-relu", steps=8, inputs=1, outputs=1, target="file", initial=True)
    write_case(
        "overflow-to-infinity",
        replace(choice, hidden=1, jacobians=True),
        seed,
        "RNN (ReLU) of one unit that grows by 1e60 a step and overflows",
        weights=relu_weights([[1e60]]),
        states={"h0": np.array([[0.5]])},
    )
    write_case(
        "overflow-to-nan",
        replace(choice, hidden=2),
        seed + 1,
        "RNN (ReLU) whose first unit overflows and whose second takes Inf - Inf two steps later",
        # No unit dies. No two finite products overflow in one sum: there a fused multiply-add would
        # give Inf where two roundings give NaN.
        weights=relu_weights([[1e60, 0.5], [0.5, -0.25]]),
        states={"h0": np.array([[0.75, 0.25]])},
    )


def main():
    if FIGURES.exists():
        shutil.rmtree(FIGURES)
    FIGURES.mkdir()
    for seed, (name, choice) in enumerate((grid() | SPECIAL | CELLS | HELD | LATER).items()):
        write_case(name, choice, seed)
    write_overflows(seed=1000)


if __name__ == "__main__":
    main()
