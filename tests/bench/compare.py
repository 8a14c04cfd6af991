#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The core's passes beside PyTorch's, in one run: compare.py PORTABLE NATIVE."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
GOALS = {"8": (100, 250), "16": (60, 150), "64": (10, 30), "256": (2.5, 4)}


def ours(program):
    out = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_repetitions=5",
         "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.1"],
        check=True, capture_output=True, text=True).stdout
    times = {}
    for row in json.loads(out)["benchmarks"]:
        if row["aggregate_name"] == "median":
            cell, hidden = row["run_name"].split("/")[1:3]
            times[cell, hidden] = row["us_per_step"]
    return times


def main():
    portable, native = ours(sys.argv[1]), ours(sys.argv[2])
    # Without these glibc maps and unmaps PyTorch's temporaries at every step: no fair rival.
    roomy = dict(os.environ, MALLOC_MMAP_THRESHOLD_="67108864",
                 MALLOC_TRIM_THRESHOLD_="268435456")
    torch_run = subprocess.run(["/usr/bin/python3", os.path.join(HERE, "torch_times.py")],
                               capture_output=True, text=True, env=roomy)
    if torch_run.returncode:
        print("PyTorch is missing, so nothing is compared; ours, in microseconds a step:")
        for key in portable:
            print(f"{key[0]:5} H {key[1]:>3}  portable {portable[key]:8.3f}  native {native[key]:8.3f}")
        return
    torch = json.loads(torch_run.stdout)
    if torch["blas"] != "openblas":
        print(f"PyTorch runs on the {torch['blas']} BLAS here: no fair rival")
    print("microseconds a step, forward and backward, T 200   (PyTorch on", torch["blas"] + ")")
    for (cell, hidden), time in portable.items():
        rival = torch[cell][hidden]
        mine = native[cell, hidden]
        goal = GOALS[hidden]
        print(f"{cell:5} H {hidden:>3}  PyTorch {rival:8.2f}"
              f"   portable {time:8.3f} = {rival / time:6.1f} x (goal {goal[0]})"
              f"   native {mine:8.3f} = {rival / mine:6.1f} x (goal {goal[1]})")


main()
