"""Attention in a window and to the opening, against one that looks at all and leaves out what is hidden."""

from __future__ import annotations

import numpy as np
import pytest

from arnlp.encoder.local_encoder import BLOCK, LocalEncoder

WIDTH, HEADS, INNER, LAYERS, WORDS = 8, 2, 12, 2, 30


def weights(seed=0):
    dice = np.random.default_rng(seed)

    def made(*shape):
        return dice.normal(0, 0.5, shape).astype(np.float32)

    data = {
        "emb.weight": made(WORDS, 4), "up.weight": made(WIDTH, 4), "up.bias": made(WIDTH),
        "mark.weight": made(2, WIDTH), "n.g": made(WIDTH),
    }  # fmt: skip
    for i in range(LAYERS):
        for name, shape in (
            ("n1.g", (WIDTH,)), ("n2.g", (WIDTH,)), ("qkv.weight", (3 * WIDTH, WIDTH)),
            ("qkv.bias", (3 * WIDTH,)), ("o.weight", (WIDTH, WIDTH)), ("o.bias", (WIDTH,)),
            ("i.weight", (INNER, WIDTH)), ("i.bias", (INNER,)), ("f.weight", (WIDTH, INNER)),
            ("f.bias", (WIDTH,)), ("rel", (34, HEADS)), ("glob", (HEADS,)),
        ):  # fmt: skip
            data[f"layers.{i}.{name}"] = made(*shape)
    return data


def plainly(data, numbers, marked, runs=None):
    """Return the states by attention of each piece to each, those hidden left out."""

    def normal(x, scale):
        return x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-6) * scale

    size = len(numbers)
    at = np.arange(size)
    block, far = at // BLOCK, at[None] - at[:, None]
    kind = np.where(abs(far) < 8, abs(far), 0)
    for steps in range(9):  # a step each half octave: 8, 11.3, 16 ...
        kind = np.where(abs(far) >= 8 * 2 ** (steps / 2) - 1e-9, 8 + steps, kind)
    kind = np.where(far < 0, kind, kind + 17)
    ahead = block[None] - block[:, None]
    run = np.zeros(size, int)
    for number, (start, stop) in enumerate(runs or []):
        run[start:stop] = number
    together = run[None] == run[:, None]
    near = together & (ahead >= -2) & (ahead <= 1)
    first = (block[None] == 0) & ((block[:, None] > 2) | ~together)
    x = (
        data["emb.weight"][numbers] @ data["up.weight"].T
        + data["up.bias"]
        + data["mark.weight"][marked]
    )
    for i in range(LAYERS):
        w = {k.split(".", 2)[2]: v for k, v in data.items() if k.startswith(f"layers.{i}.")}
        three = normal(x, w["n1.g"]) @ w["qkv.weight"].T + w["qkv.bias"]
        mixed = []
        for head in range(HEADS):
            each = WIDTH // HEADS
            q, k, v = (three[:, j * WIDTH + head * each :][:, :each] for j in range(3))
            scores = q @ k.T / each**0.5
            scores = np.where(near, scores + w["rel"][kind, head], scores + w["glob"][head])
            shares = np.exp(np.where(near | first, scores, -np.inf))
            mixed.append(shares / shares.sum(1, keepdims=True) @ v)
        x = x + np.concatenate(mixed, 1) @ w["o.weight"].T + w["o.bias"]
        inner = np.maximum(normal(x, w["n2.g"]) @ w["i.weight"].T + w["i.bias"], 0)
        x = x + inner @ w["f.weight"].T + w["f.bias"]
    return normal(x, data["n.g"])


@pytest.mark.parametrize("size", [1, 5, BLOCK, BLOCK + 1, 3 * BLOCK, 5 * BLOCK + 7])
def test_states_are_those_of_plain_attention(size):
    dice = np.random.default_rng(size)
    numbers, marked = dice.integers(0, WORDS, size), dice.integers(0, 2, size)
    data = weights()
    found = LocalEncoder(data, LAYERS, HEADS).states(numbers, marked)
    assert np.allclose(found, plainly(data, numbers, marked), atol=1e-4)


def test_no_pieces_have_no_states():
    assert LocalEncoder(weights(), LAYERS, HEADS).states(
        np.zeros(0, int), np.zeros(0, int)
    ).shape == (0, WIDTH)


def test_stretches_see_themselves_and_the_opening():
    dice = np.random.default_rng(1)
    runs = [(0, 4 * BLOCK), (4 * BLOCK, 5 * BLOCK), (5 * BLOCK, 7 * BLOCK + 9)]
    numbers, marked = dice.integers(0, WORDS, runs[-1][1]), dice.integers(0, 2, runs[-1][1])
    data = weights()
    encoder = LocalEncoder(data, LAYERS, HEADS)
    found = encoder.states(numbers, marked, runs)
    assert np.allclose(found, plainly(data, numbers, marked, runs), atol=1e-4)
    assert not np.allclose(found, encoder.states(numbers, marked), atol=1e-2)


def test_very_high_scores_give_numbers():
    data = weights()
    data["layers.0.qkv.weight"] *= 1000
    found = LocalEncoder(data, LAYERS, HEADS).states(np.arange(20), np.zeros(20, int))
    assert np.isfinite(found).all()
