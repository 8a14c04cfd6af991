# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells, one step each, and what is held in them."""

from __future__ import annotations

from dataclasses import dataclass

import torch

GATES = {
    "rnn": 1,
    "gru": 3,
    "lstm": 4,
    "lstm-peephole": 4,
    "lstm-coupled": 3,
    "ugrnn": 2,
    "mgu": 2,
}
PEEPHOLES = {"lstm-peephole": 3}  # vectors in weight_ch
# What a hold can keep: gates, the candidate, states.
HOLDABLE = {
    "rnn": "h",
    "gru": "rznh",
    "lstm": "ifgoch",
    "lstm-peephole": "ifgoch",
    "lstm-coupled": "figoch",
    "ugrnn": "znh",
    "mgu": "fnh",
}


@dataclass(frozen=True)
class Hold:
    """A quantity kept at a value, whatever its equation says. Units and times from 0."""

    quantity: str
    value: float
    suffix: str = ""  # "_l0_reverse"; empty: every layer and direction
    unit: int | None = None
    times: tuple[int, int] | None = None  # first and last

    def text(self):
        """As the option `--hold` takes it: units and times from 1."""
        text = self.quantity + self.suffix
        if self.unit is not None:
            text += f"[{self.unit + 1}]"
        if self.times is not None:
            first, last = self.times
            text += f"@{first + 1}" + (f"-{last + 1}" if last != first else "")
        whole = self.value == int(self.value)
        return f"{text}={int(self.value) if whole else repr(self.value)}"


def keeper(case, suffix, times):
    """keep(name, computed): what is used of a quantity (…, H) in one layer and direction, that is
    the constant wherever a hold says so. `times` is an integer, or a tensor that broadcasts."""
    units = torch.arange(case.hidden)

    def keep(name, computed):
        for hold in case.holds:
            if hold.quantity != name or hold.suffix not in ("", suffix):
                continue
            held = (units == hold.unit) if hold.unit is not None else (units >= 0)
            if hold.times is not None:
                held = held & (torch.as_tensor(times) >= hold.times[0])
                held = held & (torch.as_tensor(times) <= hold.times[1])
            constant = torch.tensor(float(hold.value), dtype=torch.float64)
            computed = torch.where(held, constant, computed)
        return computed

    return keep


# One step. x (…, I), state a tuple of (…, H), keep as above; gives the next state and what happened
# on the way.


def rnn_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh):
    a = x @ w_ih.T + b_ih + state[0] @ w_hh.T + b_hh
    h = keep("h", torch.tanh(a) if case.nonlinearity == "tanh" else torch.relu(a))
    return (h,), {"h": h, "a": a}


def lstm_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh, w_ch=None):
    h, c = state
    i, f, g, o = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(4, -1)
    p_i, p_f, p_o = w_ch.chunk(3) if w_ch is not None else (None,) * 3
    if w_ch is not None:
        i, f = i + p_i * c, f + p_f * c
    i, f = keep("i", torch.sigmoid(i)), keep("f", torch.sigmoid(f))
    g = keep("g", torch.tanh(g))
    c = keep("c", f * c + i * g)
    if w_ch is not None:
        o = o + p_o * c
    o = keep("o", torch.sigmoid(o))
    h = keep("h", o * torch.tanh(c))
    return (h, c), {"h": h, "i": i, "f": f, "g": g, "o": o, "c": c}


def lstm_coupled_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh):
    h, c = state
    f, g, o = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(3, -1)
    f = keep("f", torch.sigmoid(f))
    i = keep("i", 1 - f)
    g, o = keep("g", torch.tanh(g)), keep("o", torch.sigmoid(o))
    c = keep("c", f * c + i * g)
    h = keep("h", o * torch.tanh(c))
    return (h, c), {"h": h, "f": f, "i": i, "g": g, "o": o, "c": c}


def gru_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh):
    (h,) = state
    x_r, x_z, x_n = (x @ w_ih.T + b_ih).chunk(3, -1)
    w_r, w_z, w_n = w_hh.chunk(3)
    b_r, b_z, b_n = b_hh.chunk(3)
    r = keep("r", torch.sigmoid(x_r + h @ w_r.T + b_r))
    z = keep("z", torch.sigmoid(x_z + h @ w_z.T + b_z))
    if case.gru_form == "reset-after":
        n = torch.tanh(x_n + r * (h @ w_n.T + b_n))
    else:
        n = torch.tanh(x_n + (r * h) @ w_n.T + b_n)
    n = keep("n", n)
    h = keep("h", (1 - z) * n + z * h)
    return (h,), {"h": h, "r": r, "z": z, "n": n}


def ugrnn_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh):
    (h,) = state
    z, n = (x @ w_ih.T + b_ih + h @ w_hh.T + b_hh).chunk(2, -1)
    z, n = keep("z", torch.sigmoid(z)), keep("n", torch.tanh(n))
    h = keep("h", (1 - z) * n + z * h)
    return (h,), {"h": h, "z": z, "n": n}


def mgu_step(case, x, state, keep, w_ih, w_hh, b_ih, b_hh):
    (h,) = state
    x_f, x_n = (x @ w_ih.T + b_ih).chunk(2, -1)
    w_f, w_n = w_hh.chunk(2)
    b_f, b_n = b_hh.chunk(2)
    f = keep("f", torch.sigmoid(x_f + h @ w_f.T + b_f))
    n = keep("n", torch.tanh(x_n + (f * h) @ w_n.T + b_n))
    h = keep("h", (1 - f) * h + f * n)
    return (h,), {"h": h, "f": f, "n": n}


STEPS = {
    "rnn": rnn_step,
    "lstm": lstm_step,
    "lstm-peephole": lstm_step,
    "lstm-coupled": lstm_coupled_step,
    "gru": gru_step,
    "ugrnn": ugrnn_step,
    "mgu": mgu_step,
}


def parameters_of(params, suffix):
    """The tensors of one layer and direction, in the order the steps take them."""
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_ch")
    return [params[n + suffix] for n in names if n + suffix in params]
