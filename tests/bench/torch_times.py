# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's times for the benchmark: nn.LSTM and nn.GRU, float64, one thread, batch 1, one input.

Prints {"blas": …, "lstm": {"8": microseconds a step, …}, "gru": {…}, "update": {"lstm": …}}: the
median over repetitions of one forward and one backward pass over 200 steps, divided by 200; and of
one update of a training over 50 steps, undivided: the module and a linear read-out, the mean squared
error, backward, clip_grad_norm_, SGD.

At H 256 much of the LSTM's time goes to glibc, which maps and unmaps its 2 MB temporaries at every
step. MALLOC_MMAP_THRESHOLD_=67108864 MALLOC_TRIM_THRESHOLD_=268435456 in the environment spares it.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # read when the libraries load

import json
import statistics
import time
from pathlib import Path

import torch
from torch import nn

STEPS = 200
UPDATE_STEPS = 50
SIZES = (8, 16, 64, 256)
WARM_UPS = 3
SECONDS = 3.0  # for each network
LEAST_REPETITIONS = 15


def blas():
    """Which BLAS this process has loaded: openblas, mkl, or reference (Debian's plain libblas)."""
    mapped = Path("/proc/self/maps").read_text()
    for name in ("openblas", "mkl_core", "blis", "atlas"):
        if name in mapped:
            return name.removesuffix("_core")
    return "reference" if "libblas" in mapped else "unknown"


def microseconds_per_step(kind, hidden):
    torch.manual_seed(1)
    module = kind(1, hidden).double()
    x = torch.randn(STEPS, 1, 1, dtype=torch.float64, requires_grad=True)
    weights = torch.randn(STEPS, 1, hidden, dtype=torch.float64)
    leaves = [x, *module.parameters()]

    def once():
        for tensor in leaves:
            tensor.grad = None
        start = time.perf_counter()
        output, _ = module(x)
        (output * weights).sum().backward()
        return time.perf_counter() - start

    return round(median(once) / STEPS * 1e6, 3)


def microseconds_per_update(kind, hidden):
    torch.manual_seed(1)
    module, readout = kind(1, hidden).double(), nn.Linear(hidden, 1).double()
    parameters = [*module.parameters(), *readout.parameters()]
    optimizer = torch.optim.SGD(parameters, lr=1e-3)
    x, y = torch.randn(2, UPDATE_STEPS, 1, 1, dtype=torch.float64)
    loss_of = nn.MSELoss()

    def once():
        start = time.perf_counter()
        optimizer.zero_grad()
        loss_of(readout(module(x)[0]), y).backward()
        nn.utils.clip_grad_norm_(parameters, 0.1)
        optimizer.step()
        return time.perf_counter() - start

    return round(median(once) * 1e6, 1)


def median(once):
    for _ in range(WARM_UPS):
        once()
    times, end = [], time.perf_counter() + SECONDS
    while len(times) < LEAST_REPETITIONS or time.perf_counter() < end:
        times.append(once())
    return statistics.median(times)


def main():
    torch.set_num_threads(1)
    networks = {"lstm": nn.LSTM, "gru": nn.GRU}
    times = {
        name: {str(hidden): microseconds_per_step(kind, hidden) for hidden in SIZES}
        for name, kind in networks.items()
    }
    update = {
        name: {str(hidden): microseconds_per_update(kind, hidden) for hidden in SIZES}
        for name, kind in networks.items()
    }
    print(json.dumps({"blas": blas(), **times, "update": update}))


if __name__ == "__main__":
    main()
