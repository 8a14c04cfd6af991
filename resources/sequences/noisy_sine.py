# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints noisy_sine.csv: a sine of period 17 with Gaussian noise of deviation 0.12."""
import math
import random

noise = random.Random(17)
print("x")
for t in range(60):
    print(f"{math.sin(2 * math.pi * t / 17) + noise.gauss(0, 0.12):.4f}")
