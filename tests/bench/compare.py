#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The core's passes beside PyTorch's, in one run: compare.py PORTABLE NATIVE [passes] [flow]."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PASS_GOALS = {"8": (100, 250), "16": (60, 150), "64": (10, 30), "256": (2.5, 4)}
FLOW_GOALS = {"64/200": (10, 25)}


def ours(program, benchmark, value):
    """Medians by cell and size, as {("lstm", "64"): …}."""
    out = subprocess.run(
        [program, f"--benchmark_filter=^{benchmark}/", "--benchmark_format=json",
         "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true",
         "--benchmark_min_time=0.1"],
        check=True, capture_output=True, text=True).stdout
    times = {}
    for row in json.loads(out)["benchmarks"]:
        if row["aggregate_name"] == "median":
            cell, *sizes = row["run_name"].removesuffix("/real_time").split("/")[1:]
            times[cell, "/".join(sizes)] = row[value]
    return times


def theirs(script):
    """What PyTorch's script prints; empty where there is no PyTorch."""
    # Without these glibc maps and unmaps PyTorch's temporaries at every step: no fair rival.
    roomy = dict(os.environ, MALLOC_MMAP_THRESHOLD_="67108864",
                 MALLOC_TRIM_THRESHOLD_="268435456")
    run = subprocess.run(["/usr/bin/python3", os.path.join(HERE, script)],
                         capture_output=True, text=True, env=roomy)
    if run.returncode:
        print("PyTorch is missing or failed, so nothing is compared:", run.stderr.strip()[-200:])
        return {}
    torch = json.loads(run.stdout)
    if torch["blas"] != "openblas":
        print(f"PyTorch runs on the {torch['blas']} BLAS here: no fair rival")
    return torch


def table(portable, native, torch, goals):
    for (cell, size), time in portable.items():
        mine = native[cell, size]
        goal = goals.get(size)
        rival = torch.get(cell, {}).get(size)
        if rival is None:
            print(f"{cell:5} H {size:>6}  portable {time:8.3f}   native {mine:8.3f}")
            continue
        wanted = [f" (goal {least})" for least in goal] if goal else ["", ""]
        print(f"{cell:5} H {size:>6}  PyTorch {rival:8.2f}"
              f"   portable {time:8.3f} = {rival / time:6.1f} x{wanted[0]}"
              f"   native {mine:8.3f} = {rival / mine:6.1f} x{wanted[1]}")


def passes(portable, native):
    value = "us_per_step"
    mine = ours(portable, "forwardAndBackward", value), ours(native, "forwardAndBackward", value)
    torch = theirs("torch_times.py")
    print("microseconds a step, forward and backward, T 200")
    table(*mine, torch, PASS_GOALS)
    value = "us_per_update"
    mine = ours(portable, "trainingUpdate", value), ours(native, "trainingUpdate", value)
    print("microseconds an update of a training (pass, clipping by norm, SGD), T 50")
    table(*mine, torch.get("update", {}), PASS_GOALS)


def flow(portable, native):
    mine = ours(portable, "gradientFlowOf", "real_time"), ours(native, "gradientFlowOf",
                                                               "real_time")
    torch = theirs("torch_flow_times.py")
    print("milliseconds, gradient flow of all losses together, H/T, threads as each likes best")
    table(*mine, torch, FLOW_GOALS)
    print("milliseconds, singular values and radius of all one-step Jacobians, H/T")
    table(ours(portable, "spectrum", "real_time"), ours(native, "spectrum", "real_time"), {}, {})


def main():
    portable, native, *modes = sys.argv[1:]
    for mode in (passes, flow):
        if not modes or mode.__name__ in modes:
            mode(portable, native)


main()
