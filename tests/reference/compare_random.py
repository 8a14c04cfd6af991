# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `rnnscope trace` with PyTorch, array by array.

compare_random.py EXECUTABLE [--count N] [--seed S]   random networks
compare_random.py EXECUTABLE --figures                the committed cases
"""

import argparse
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import files
from cases import KINDS, Choice, build, random_holds
from reference import check_with_module, differences, trace
from rounding import rounding_sensitivity

TOLERANCE = 1e-12  # relative to the array's largest entry
ANGLE_TOLERANCE = 1e-6  # degrees
SETTLED = 1e-13  # what rounding may change, for two programs to agree to TOLERANCE
TIMEOUT = 120  # seconds a run may take


def random_choice(rng):
    def one_of(*values):
        return values[rng.randint(len(values))]

    def chance(probability):
        return bool(rng.uniform() < probability)

    target = one_of("next", "next", "file", "file", "column", "column", "none")
    loss = one_of("mse", "cross-entropy") if target != "none" else "mse"
    readout = one_of("every-step", "last-step")
    inputs = int(rng.randint(1, 5))
    input_file = one_of("npy", "csv", "tsv", "json")
    steps = one_of(1, 2, 3, int(rng.randint(1, 13)), int(rng.randint(1, 61)))
    hidden = one_of(int(rng.randint(1, 7)), int(rng.randint(1, 25)))
    if target == "next" and loss == "cross-entropy" and inputs > 1 and chance(0.2):
        input_file, steps = "txt", max(steps, inputs)
    kind, layers, bidirectional = one_of(*KINDS), int(rng.randint(1, 4)), chance(0.5)
    holds = ()
    if chance(0.5):
        holds = random_holds(kind, layers, bidirectional, hidden, steps, rng)
    return Choice(
        kind=kind,
        layers=layers,
        bidirectional=bidirectional,
        readout=readout,
        loss=loss,
        clip=one_of("none", "value", "norm") if target != "none" else "none",
        initial=chance(0.5),
        target=target,
        flow=chance(0.5) and target != "none",
        jacobians=chance(0.5),
        steps=steps,
        hidden=hidden,
        inputs=inputs,
        outputs=int(rng.randint(1, 5)),
        scale=float(rng.uniform(0.2, 2.0)),
        input_file=input_file,
        target_file=one_of("npy", "csv"),
        last_row_only=readout == "last-step" and chance(0.5),
        spare_columns=chance(0.4) and input_file != "txt",
        dtype=one_of("F64", "F64", "F64", "F32", "F16", "BF16"),
        prefix=one_of("", "", "rnn.", "model.encoder."),
        head=one_of("fc", "fc", "head", "decoder.out"),
        spelt_out=chance(0.3),
        holds=holds,
    )


def draw(folder, rng):
    """A random choice whose numbers rounding does not swamp, and how many draws it took."""
    draws = 0
    while True:
        draws += 1
        folder.mkdir()
        choice = random_choice(rng)
        arguments, case = build(folder, choice, rng)
        expected = trace(case, checked=False)
        if rounding_sensitivity(case, expected, rng) <= SETTLED:
            check_with_module(case, expected)
            return choice, arguments, expected, draws
        shutil.rmtree(folder)


def mismatches(actual, expected):
    """One sentence an array that is missing, surplus, of the wrong shape or type, or wrong."""
    found = [f"{name} is missing" for name in expected if name not in actual]
    found += [f"{name} is surplus" for name in actual if name not in expected]
    for name in (name for name in expected if name in actual):
        ours, theirs = actual[name], expected[name]
        if ours.shape != theirs.shape:
            found.append(f"{name} has shape {ours.shape}, not {theirs.shape}")
        elif ours.dtype != np.float64:
            found.append(f"{name} is {ours.dtype}, not float64")
        elif name == "clip_angle" and abs(ours - theirs) <= ANGLE_TOLERANCE:
            continue
        elif (difference := differences(ours, theirs)) > TOLERANCE:
            found.append(f"{name} is off by {difference:.2g} of its largest entry")
    return found


def run(executable, folder, arguments, expected, out):
    """What is wrong with the executable's answer, as a list of sentences, and its command."""
    call = [executable, "trace", *arguments, "--out", str(out)]
    command = f"cd {shlex.quote(str(folder))} && {shlex.join(call)}"
    try:
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return [f"no answer within {TIMEOUT} s"], command
    if done.returncode != 0:
        said = " ".join(done.stderr.split())
        return [f"exit status {done.returncode}: {said}"], command
    if not out.exists():
        return [f"{out.name} was not written"], command
    try:
        actual = files.read_npz(out)
    except (OSError, ValueError, KeyError) as error:
        return [f"{out.name} cannot be read: {error}"], command
    return mismatches(actual, expected), command


def report(name, found, command):
    shown = "; ".join(found[:3]) + (f"; and {len(found) - 3} more" if len(found) > 3 else "")
    print(f"FAILED {name}: {shown} | {command}", flush=True)


def compare_figures(executable, scratch):
    """Runs every committed case; gives (passed, failed)."""
    folders = sorted(p.parent for p in (Path(__file__).parent / "figures").glob("*/case.json"))
    if not folders:
        sys.exit("compare_random.py: no cases in figures; make_figures.py writes them")
    failed = 0
    for folder in folders:
        arguments = json.loads((folder / "case.json").read_text())["arguments"]
        expected = files.read_npz(folder / "expected.npz")
        out = scratch / f"{folder.name}.npz"
        found, command = run(executable, folder.resolve(), arguments, expected, out)
        if found:
            report(folder.name, found, command)
            failed += 1
    return len(folders) - failed, failed


def compare_random(executable, scratch, count, seed):
    """Runs `count` random networks; keeps the folders of those that fail. (passed, failed)."""
    failed = redrawn = 0
    for number in range(count):
        rng = np.random.RandomState((seed * 1_000_003 + number) % 2**32)
        folder = scratch / f"seed{seed}-{number}"
        choice, arguments, expected, draws = draw(folder, rng)
        redrawn += draws - 1
        found, command = run(executable, folder, arguments, expected, folder / "trace.npz")
        if found:
            files.write_npz(folder / "expected.npz", expected)
            report(f"{folder.name} ({choice.description()})", found, command)
            failed += 1
        else:
            shutil.rmtree(folder)
    if redrawn:
        print(f"{redrawn} draws replaced: rounding alone changes them by over {SETTLED:g}")
    return count - failed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", help="rnnscope")
    parser.add_argument("--count", type=int, default=100, help="random networks (100)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same networks (1)")
    parser.add_argument("--figures", action="store_true", help="the committed cases instead")
    given = parser.parse_args()
    if (found := shutil.which(given.executable)) is None:
        parser.error(f"{given.executable} is no program that can be run")
    executable = str(Path(found).resolve())

    scratch = Path(tempfile.mkdtemp(prefix="rnnscope-compare-"))
    if given.figures:
        passed, failed = compare_figures(executable, scratch)
    else:
        passed, failed = compare_random(executable, scratch, given.count, given.seed)
    if not failed:
        shutil.rmtree(scratch)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
