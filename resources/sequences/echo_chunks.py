# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints echo_chunks.csv: one stream of random numbers and their echo, in chunks of 10 steps."""
import random

DELAY = 5
CHUNK = 10
CHUNKS = 200

drawn = random.Random(11)
x = [round(drawn.uniform(-1, 1), 4) for _ in range(CHUNK * CHUNKS)]
print("sequence,x,echo")
for t, value in enumerate(x):
    echo = x[t - DELAY] if t >= DELAY else 0.0
    print(f"{t // CHUNK + 1},{value:.4f},{echo:.4f}")
