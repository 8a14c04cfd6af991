# SPDX-License-Identifier: GPL-3.0-or-later
"""How far rounding alone moves a case's numbers: beyond that no two programs can agree."""

from dataclasses import replace
from unittest.mock import patch

import torch

from reference import differences, trace

RUNS = 2
UNIT = 2.0**-52  # one unit in the last place of a number just above 1
ACTIVATION_UNITS = 2  # what good implementations of tanh and the logistic function differ by

exact_tanh, exact_sigmoid = torch.tanh, torch.sigmoid


def blurred(y):
    units = torch.randint(-ACTIVATION_UNITS, ACTIVATION_UNITS + 1, y.shape).double()
    return (y * (1 + units * UNIT)).clamp(-1, 1)


# Functions of their own, so that the slopes too are computed from the blurred value: 1 - h² of a
# saturated unit keeps few digits of h.


class BlurredTanh(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        y = blurred(exact_tanh(x))
        context.save_for_backward(y)
        return y

    @staticmethod
    def backward(context, gradient):
        (y,) = context.saved_tensors
        return gradient * (1 - y * y)


class BlurredSigmoid(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        y = blurred(exact_sigmoid(x))
        context.save_for_backward(y)
        return y

    @staticmethod
    def backward(context, gradient):
        (y,) = context.saved_tensors
        return gradient * (y * (1 - y))


def rounding_sensitivity(case, expected, rng):
    """The most that any array changes, relative to its largest entry, when weights and activations
    change in their last place. Large where units saturate or terms cancel, and in chaotic networks.
    """
    largest = 0.0
    for _ in range(RUNS):
        torch.manual_seed(rng.randint(2**31))
        weights = {
            name: values * (1 + rng.uniform(-1, 1, values.shape) * UNIT)
            for name, values in case.weights.items()
        }
        with patch("torch.tanh", BlurredTanh.apply), patch("torch.sigmoid", BlurredSigmoid.apply):
            moved = trace(replace(case, weights=weights), checked=False)
        for name in expected:
            if name != "clip_angle" and not name.startswith("param."):
                largest = max(largest, differences(moved[name], expected[name]))
    return largest
