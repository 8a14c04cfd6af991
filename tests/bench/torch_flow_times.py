# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's times for gradient flow: ∂loss_t/∂h_k for all t and k of an LSTM, float64.

nn.LSTM keeps its steps' states to itself, so the cell's equations run in a loop. From the finished
graph one torch.autograd.grad with is_grads_batched takes the gradients of all losses together. The
norms that our side takes besides, and the gradients with respect to the cell states, are left out.

Prints {"blas": …, "threads": n, "lstm": {"64/200": milliseconds, …}}: the median, with one thread
or with all processors, whichever is the less.
"""

import json
import os
import statistics
import time

import torch

from torch_times import blas

torch.set_num_threads(1)
SIZES = ((16, 200), (32, 200), (64, 200))  # units, steps
WARM_UPS = 2
SECONDS = 4.0  # for each size and number of threads


def graph(hidden, steps):
    """Losses of all steps (T), and the hidden states as tensors of their own."""
    torch.manual_seed(1)
    cell = torch.nn.LSTMCell(1, hidden).double()
    readout = torch.nn.Linear(hidden, 1).double()
    x = torch.randn(steps, 1, 1, dtype=torch.float64)
    target = torch.randn(steps, dtype=torch.float64)
    h = c = torch.zeros(1, hidden, dtype=torch.float64)
    states, losses = [], []
    for t in range(steps):
        h, c = cell(x[t], (h, c))
        states.append(h)
        losses.append((readout(h).squeeze() - target[t]) ** 2 / steps)
    return torch.stack(losses), states


def milliseconds(hidden, steps):
    losses, states = graph(hidden, steps)
    each = torch.eye(steps, dtype=torch.float64)

    def once():
        start = time.perf_counter()
        torch.autograd.grad(losses, states, each, retain_graph=True, is_grads_batched=True)
        return (time.perf_counter() - start) * 1e3

    for _ in range(WARM_UPS):
        once()
    times, end = [], time.perf_counter() + SECONDS
    while len(times) < 5 or time.perf_counter() < end:
        times.append(once())
    return statistics.median(times)


def main():
    processors = len(os.sched_getaffinity(0))
    times = {}
    for threads in sorted({1, processors}):
        torch.set_num_threads(threads)
        for hidden, steps in SIZES:
            size = f"{hidden}/{steps}"
            times[size] = min(milliseconds(hidden, steps), times.get(size, float("inf")))
    print(json.dumps({"blas": blas(), "threads": processors,
                      "lstm": {size: round(taken, 2) for size, taken in times.items()}}))


if __name__ == "__main__":
    main()
