# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs what `rnnscope script` writes, and compares the numbers it prints with `rnnscope trace`.

script_check.py EXECUTABLE [--count N] [--seed S]

First every shipped setup, each script in a Python of its own; then networks that overflow, and
files that are read in all ways that change their numbers; then random ones, half of them described by files (as in compare_random.py), half by a task and what
else a setup can hold.
"""

import argparse
import contextlib
import io
import json
import math
import runpy
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

import files
from cases import KINDS, build, holds_text, random_holds
from compare_random import SETTLED, random_choice
from reference import trace
from rounding import rounding_sensitivity
from train_compare import read_safetensors

TOLERANCE = 1e-10  # relative, of every printed number
TIMEOUT = 300  # seconds a run may take
SETUPS = Path(__file__).resolve().parents[2] / "resources" / "setups"
TASKS = (
    "sine",
    "adding",
    "copy",
    "latch",
    "temporal-order",
    "parity",
    "echo",
    "airline",
    "airline-log-differences",
)

# NaN and Inf are results, of a sequence of numbers about 1e308.
OVERFLOWS = (
    "--nonlinearity relu --truncate 1 --clip norm",
    "--cell mgu --clip norm",
    "--cell lstm --hold f=1 --clip value",
)

# A file of three sequences, read in ways that a script only sees the outcome of.
FILE = "id,x,y\n" + "".join(
    f"{row // 12},{2 + math.sin(row)},{row % 3}\n" for row in range(36)
)
TEXT = "the cat sat, the dog sat; the cat ran.\nDas Maß der größten Größe.\n"
READINGS = (
    "data.csv --sequence-column id --show-sequence 2 --skip 3 --resample 2 --scaling standard",
    "data.csv --sequence-column id --columns x --scaling log-differences --target column:x "
    "--show-sequence 3 --sequences 2",
    "data.csv --sequence-column 1 --columns x --resample 3 --resample-by first --target column:y "
    "--loss cross-entropy --sequences 3 --clip norm --clip-threshold 0.05",
    "data.csv --sequence-column none --columns x,id --scaling min-max --length 9 "
    "--readout last-step --edit x[1]@2=0.3",
    "text.txt --encoding windows-1252 --text-unit words --loss cross-entropy --skip 1",
    "text.txt --encoding windows-1252 --resample 2 --loss cross-entropy --teacher-forcing 0.5",
)


def numbers_of(printed):
    """{name: number} from lines `name value`."""
    numbers = {}
    for line in printed.splitlines():
        name, value = line.split(" ")
        if name in numbers:
            raise ValueError(f"{name} is printed twice")
        numbers[name] = float(value)
    return numbers


def numbers_of_trace(arrays, clipped):
    """What the script must print, from the arrays of `trace`."""
    numbers = {"loss": arrays["loss"], "grad_norm": arrays["grad_norm"]}
    if clipped:
        numbers["clipped_norm"] = arrays["clipped_norm"]
    for name, values in arrays.items():
        if name.startswith("grad."):
            numbers[name] = np.linalg.norm(values)
    return {name: float(value) for name, value in numbers.items()}


def agree(ours, theirs):
    if math.isnan(ours) or math.isnan(theirs) or math.isinf(ours) or math.isinf(theirs):
        return repr(ours) == repr(theirs)
    return abs(ours - theirs) <= TOLERANCE * max(abs(ours), abs(theirs))


def differences_between(printed, traced):
    """One sentence a number that is missing, surplus or wrong; and the largest relative difference
    of the others."""
    found = [f"{name} is not printed" for name in traced if name not in printed]
    found += [f"{name} is surplus" for name in printed if name not in traced]
    largest = 0.0
    for name in (name for name in traced if name in printed):
        ours, theirs = printed[name], traced[name]
        if not agree(ours, theirs):
            found.append(f"{name} is {ours!r}, not {theirs!r}")
        elif ours != theirs and math.isfinite(ours):
            largest = max(largest, abs(ours - theirs) / max(abs(ours), abs(theirs)))
    return found, largest


def run_apart(path):
    """What the script prints, run as anybody would run it."""
    call = [sys.executable, str(path)]
    done = subprocess.run(call, capture_output=True, text=True, timeout=TIMEOUT)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return done.stdout


def run_here(path):
    """The same in this process, which has PyTorch loaded."""
    usual, printed = torch.get_default_dtype(), io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(str(path), run_name="__main__")
    finally:
        torch.set_default_dtype(usual)
    return printed.getvalue()


def clips(arguments):
    """Whether a call's gradient is clipped."""
    given = dict(zip(arguments, arguments[1:]))
    if "--setup" in given:
        return json.loads(Path(given["--setup"]).read_text()).get("clip", "none") != "none"
    return given.get("--clip", "none") != "none"


def check(executable, folder, arguments, run):
    """Sentences on what is wrong, the largest difference where nothing is, and the command."""
    call = [executable, "script", *arguments, "--out", str(folder / "network.py")]
    command = f"cd {shlex.quote(str(folder))} && {shlex.join(call)}"
    try:
        for kind, name in (("script", "network.py"), ("trace", "trace.npz")):
            call = [executable, kind, *arguments, "--out", str(folder / name)]
            done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT)
            if done.returncode != 0:
                said = " ".join(done.stderr.split())
                return [f"{kind}: exit status {done.returncode}: {said}"], 0.0, command
        printed = numbers_of(run(folder / "network.py"))
        arrays = files.read_npz(folder / "trace.npz")
    except Exception as error:  # whatever a script does wrong
        return [f"{type(error).__name__}: {error}"], 0.0, command
    found, largest = differences_between(printed, numbers_of_trace(arrays, clips(arguments)))
    return found, largest, command


def drop_biases(path, rng):
    """Leaves biases out of a file of weights: all of the recurrent layers' own, or some."""
    tensors, share = read_safetensors(path), (1.0, 0.5)[rng.randint(2)]
    kept = {n: v for n, v in tensors.items() if "bias_" not in n or rng.uniform() >= share}
    files.write_safetensors(path, kept)


def described_by_files(folder, rng):
    """Arguments of a random network whose numbers rounding does not swamp."""
    while True:
        folder.mkdir()
        choice = random_choice(rng)
        if choice.target != "none":
            choice = replace(choice, flow=False, jacobians=False)
            arguments, case = build(folder, choice, rng)
            expected = trace(case, checked=False)
            if rounding_sensitivity(case, expected, rng) <= SETTLED:
                if choice.dtype == "F64" and rng.uniform() < 0.3:
                    drop_biases(folder / "weights.safetensors", rng)
                if rng.uniform() < 0.3:
                    arguments += ["--truncate", str(rng.randint(1, 8))]
                return arguments, choice.description()
        shutil.rmtree(folder)


def described_by_task(folder, rng):
    """Arguments of a random setup without files: batches, own answers, edits, holds."""

    def chance(probability):
        return rng.uniform() < probability

    folder.mkdir()
    task = TASKS[rng.randint(len(TASKS))]
    kind = list(KINDS)[rng.randint(len(KINDS))]
    cell, nonlinearity, gru_form = KINDS[kind]
    hidden, layers, steps = int(rng.randint(1, 9)), int(rng.randint(1, 4)), int(rng.randint(5, 25))
    bidirectional = chance(0.4)
    arguments = ["--task", task, "--cell", cell, "--hidden", str(hidden)]
    arguments += ["--layers", str(layers), "--length", str(steps), "--seed", str(rng.randint(999))]
    arguments += ["--nonlinearity", nonlinearity] if cell == "rnn" else []
    arguments += ["--gru-form", gru_form] if cell == "gru" else []
    arguments += ["--bidirectional"] if bidirectional else []
    if chance(0.3):
        holds = random_holds(kind, layers, bidirectional, hidden, steps, rng)
        arguments += ["--hold", holds_text(holds)]
    own_answers = task in ("sine", "airline", "airline-log-differences") and not bidirectional and chance(0.5)
    if own_answers:
        arguments += ["--target", "next", "--readout", "every-step", "--teacher-forcing", "0.4"]
    if not task.startswith("airline") and chance(0.5):
        arguments += ["--sequences", str(rng.randint(1, 5))]
        arguments += ["--fresh"] if chance(0.5) else []
        arguments += ["--carry-state"] if chance(0.5) else []
        arguments += ["--show-sequence", "3"] if chance(0.3) else []
    if chance(0.4):
        # Of a gate that this cell has not, an edit says nothing.
        gate = "hifgorzn"[rng.randint(8)]
        edits = ["x[1]@2=0.3", f"h0_l{layers - 1}[{hidden}]=0.7", "fc.bias[1]=0.125"]
        edits += [f"weight_hh_l0.{gate}[1,{hidden}]=-0.25", f"bias_ih_l0.{gate}[1]#3=0.5"]
        arguments += ["--edit", ",".join(edits)]
    if chance(0.5):
        arguments += ["--clip", ("value", "norm")[rng.randint(2)], "--clip-threshold", "0.05"]
    arguments += ["--truncate", str(rng.randint(1, 8))] if chance(0.3) else []
    arguments += ["--forget-bias", "1.5"] if chance(0.2) else []
    arguments += ["--zero-biases"] if chance(0.2) else []
    arguments += ["--spectral-radius", "0.9"] if chance(0.2) else []
    arguments += ["--input-scale", "0.5"] if chance(0.2) else []
    return arguments, "task " + task


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", help="rnnscope")
    parser.add_argument("--count", type=int, default=100, help="random networks (100)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same ones (1)")
    given = parser.parse_args()
    if (found := shutil.which(given.executable)) is None:
        parser.error(f"{given.executable} is no program that can be run")
    executable = str(Path(found).resolve())
    setups = sorted(SETUPS.glob("*.json"))
    if not setups:
        sys.exit(f"script_check.py: there are no setups in {SETUPS}")

    scratch = Path(tempfile.mkdtemp(prefix="rnnscope-script-"))
    passed = failed = 0
    worst = 0.0

    def judge(name, folder, arguments, run):
        nonlocal passed, failed, worst
        found, largest, command = check(executable, folder, arguments, run)
        worst = max(worst, largest)
        if found:
            shown = "; ".join(found[:3]) + (f"; and {len(found) - 3} more" if found[3:] else "")
            print(f"FAILED {name}: {shown} | {command}", flush=True)
            failed += 1
        else:
            passed += 1
            shutil.rmtree(folder)
        return not found, largest

    for path in setups:
        folder = scratch / path.stem
        folder.mkdir()
        good, largest = judge(path.stem, folder, ["--setup", str(path)], run_apart)
        if good:
            print(f"{path.stem}: agrees to {largest:.1e}", flush=True)
    for number, arguments in enumerate(OVERFLOWS):
        folder = scratch / f"overflow-{number}"
        folder.mkdir()
        (folder / "large.csv").write_text("x\n1e308\n-1e308\n1e308\n")
        judge(folder.name, folder, ["--input", "large.csv", *arguments.split()], run_here)
    for number, arguments in enumerate(READINGS):
        folder = scratch / f"reading-{number}"
        folder.mkdir()
        (folder / "data.csv").write_text(FILE)
        (folder / "text.txt").write_bytes(TEXT.encode("windows-1252"))
        judge(folder.name, folder, ["--input", *arguments.split()], run_here)
    for number in range(given.count):
        rng = np.random.RandomState((given.seed * 1_000_003 + number) % 2**32)
        folder = scratch / f"seed{given.seed}-{number}"
        draw = described_by_files if number % 2 else described_by_task
        arguments, words = draw(folder, rng)
        judge(f"{folder.name} ({words})", folder, arguments, run_here)
    if not failed:
        shutil.rmtree(scratch)
    print(f"largest relative difference {worst:.1e}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
