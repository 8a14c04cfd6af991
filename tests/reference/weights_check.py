# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights that `rnnscope train` saves, loaded by PyTorch and by `rnnscope trace`.

weights_check.py EXECUTABLE

Every cell, in one layer and in two of both directions. PyTorch's own modules take what is saved by
load_state_dict(strict=True) and must give the outputs that `trace` writes; every cell must come
back without --cell, also under a prefix and in narrower types.
"""

import json
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch

import files
from train_compare import read_safetensors

TOLERANCE = 1e-12
CELLS = "rnn rnn-relu lstm gru gru-reset-before lstm-peephole lstm-coupled ugrnn mgu".split()
MODULES = {
    "rnn": (torch.nn.RNN, {}),
    "rnn-relu": (torch.nn.RNN, {"nonlinearity": "relu"}),
    "lstm": (torch.nn.LSTM, {}),
    "gru": (torch.nn.GRU, {}),
}


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def metadata(path):
    data = path.read_bytes()
    return json.loads(data[8 : 8 + struct.unpack("<Q", data[:8])[0]])["__metadata__"]


def network(cell, layers, both):
    kind, options = MODULES[cell]

    class Net(kind):
        def __init__(self):
            super().__init__(1, 5, num_layers=layers, bidirectional=both, **options)
            self.fc = torch.nn.Linear(10 if both else 5, 1)

    return Net().double()


def check(program, folder, cell, layers, both):
    saved, passed = folder / "saved.safetensors", folder / "pass.npz"
    shape = ["--cell", cell, "--hidden", 5, "--layers", layers] + ["--bidirectional"] * both
    run(program, "train", "--task", "sine", *shape, "--updates", 2, "--out", folder / "t.csv",
        "--save-weights", saved)  # fmt: skip
    assert metadata(saved) == {"format": "pt", "cell": cell}, metadata(saved)
    said = run(program, "trace", "--task", "sine", "--weights", saved, "--out", passed)
    assert f"cell {cell}, {layers} layer" in said, said
    arrays, tensors = files.read_npz(passed), read_safetensors(saved)
    for name, values in tensors.items():
        assert (arrays[f"param.{name}"] == values).all(), name
    if cell in MODULES:
        net = network(cell, layers, both)
        net.load_state_dict({k: torch.tensor(v) for k, v in tensors.items()}, strict=True)
        with torch.no_grad():
            states, _ = net(torch.tensor(arrays["input"]))
            output = net.fc(states).numpy()
        off = np.abs(output - arrays["output"]).max() / np.abs(output).max()
        assert off < TOLERANCE, f"{cell}: off by {off}"
    for dtype in files.STORED:
        files.write_safetensors(saved, {f"net.rnn.{k}": v for k, v in tensors.items()}, dtype)
        said = run(program, "trace", "--task", "sine", "--cell", cell, "--weights", saved,
                   "--out", passed)  # fmt: skip
        assert "prefix 'net.rnn.' removed" in said, said
        arrays = files.read_npz(passed)
        for name, values in tensors.items():
            assert (arrays[f"param.{name}"] == files.rounded(values, dtype)).all(), (name, dtype)


def main():
    program, count = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        for cell in CELLS:
            for layers, both in ((1, False), (2, True)):
                check(program, Path(folder), cell, layers, both)
                count += 1
    print(f"{count} networks saved and loaded")


if __name__ == "__main__":
    main()
