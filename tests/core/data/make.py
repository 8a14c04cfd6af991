# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the arrays that archive_test and readers_test expect, as NumPy itself stores them."""
from pathlib import Path

import numpy as np

folder = Path(__file__).parent
np.savez(
    folder / "numpy.npz",
    a=np.arange(6.0).reshape(2, 3),
    half=np.array([1.5, -0.25, 65504], np.float16),
    fortran=np.asfortranarray(np.arange(24, dtype=np.float32).reshape(2, 3, 4)),
    big=np.array([1, -2, 300], ">i4"),
    flag=np.array([True, False]),
    scalar=np.float64(2.5),
    empty=np.zeros((0, 3)),
    u=np.array([255], np.uint8),
)
np.savez_compressed(folder / "numpy_compressed.npz", x=np.ones((50, 4)))
np.save(folder / "walk.npy", np.array([[1, 2], [3, 4], [5, 6]], dtype="<f4"))
