# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that `rnnscope` reads, written so that the same values always give the same bytes."""

import io
import json
import struct
import zipfile

import numpy as np

# How each safetensors type is stored. bfloat16 is the upper half of a float32.
STORED = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}


def to_stored(values, dtype):
    if dtype == "BF16":
        return (np.asarray(values, "<f4").view("<u4") >> 16).astype("<u2")
    return np.asarray(values, STORED[dtype])


def rounded(values, dtype):
    """The float64 values that remain after storing as this type."""
    stored = to_stored(values, dtype)
    if dtype == "BF16":
        return (stored.astype("<u4") << 16).view("<f4").astype(np.float64)
    return stored.astype(np.float64)


def write_safetensors(path, tensors, dtype="F64"):
    """8 bytes of header length, a JSON header padded to 8 bytes, the data."""
    header, data = {}, b""
    for name, values in tensors.items():
        stored = to_stored(values, dtype).tobytes()
        offsets = [len(data), len(data) + len(stored)]
        header[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": offsets}
        data += stored
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def npy_bytes(values):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.asarray(values, order="C"), allow_pickle=False)
    return buffer.getvalue()


def write_npy(path, values):
    path.write_bytes(npy_bytes(values))


def write_npz(path, arrays):
    """As np.savez_compressed, without time stamps."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, values in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, npy_bytes(values), compresslevel=9)


def read_npz(path):
    with np.load(path, allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


def number_text(value):
    """A number as people write it, with all its digits."""
    return str(int(value)) if value == int(value) else repr(float(value))


def write_table(path, names, values):
    """A table (rows, columns) as CSV, TSV, JSON (an object of columns) or NPY, by the file's name.
    NPY keeps no names, one column becomes (rows,), and whole numbers become integers."""
    kind = path.suffix[1:]
    if kind == "npy":
        values = values.astype("<i8") if (values == np.floor(values)).all() else values
        write_npy(path, values[:, 0] if values.shape[1] == 1 else values)
    elif kind == "json":
        columns = {name: values[:, c].tolist() for c, name in enumerate(names)}
        path.write_text(json.dumps(columns, indent=1) + "\n")
    else:
        rows = [names] + [[number_text(value) for value in row] for row in values]
        delimiter = {"csv": ",", "tsv": "\t"}[kind]
        path.write_text("".join(delimiter.join(row) + "\n" for row in rows))
