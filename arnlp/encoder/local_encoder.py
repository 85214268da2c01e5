"""A transformer that reads a whole text: each piece sees those near it and the opening of the text.

The text is cut into blocks. A piece sees its own block, the two before, the next one and the first
(Beltagy, Peters and Cohan, 2020: attention in a window, and to what is global), so time and memory grow
with the length of the text. Layers are normalised by their root mean square, before attention and before
the two-layer network of each (Zhang and Sennrich, 2019; Xiong and others, 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

BLOCK = 64  # pieces
_BACK, _AHEAD = 2, 1  # blocks that are seen before and behind
_TOGETHER = 512  # pieces that go through a layer's network at a time
_MOST = 60.0  # how far from zero a score is at most, so that its exponent is a number and no zero
_EXACT, _NEAR, _SIDE = 8, 16, 17  # distances told apart exactly, kinds of distance, kinds on a side


class LocalEncoder:
    """The encoder, from the arrays of its file (``layers`` of it, ``heads`` of attention in each)."""

    def __init__(self, data: dict[str, Any], layers: int, heads: int) -> None:
        import numpy as np

        self._np: Any = np
        self._heads = heads
        self._embed: Matrix = data["emb.weight"] @ data["up.weight"].T + data["up.bias"]
        self._mark: Matrix = data["mark.weight"]
        self.width = self._embed.shape[1]  # of states
        kinds = distances()
        self._layers = [self._layer(data, f"layers.{i}.", kinds) for i in range(layers)]
        self._last: Matrix = data["n.g"]

    def states(self, numbers: Any, marked: Any, runs: Sequence[tuple[int, int]] = ()) -> Matrix:
        """Return the states of the pieces of a text, a row for each.

        ``numbers`` are those of the vocabulary, ``marked`` tells of each piece 0 or 1. With ``runs`` the
        pieces are those of stretches of a text, from where to where each is; the first is its opening.
        Whole blocks lie between stretches, and no piece sees those beside its own, but for the opening.
        """
        np = self._np
        runs = runs or [(0, len(numbers))]
        x: Matrix = self._embed[numbers] + self._mark[marked]
        for layer in self._layers:
            self._attend(x, layer, runs)
            for first in range(0, len(x), _TOGETHER):
                part = x[first : first + _TOGETHER]
                inner = self._normal(part, layer["n2.g"]) @ layer["i.weight"] + layer["i.bias"]
                np.maximum(inner, 0, out=inner)
                part += inner @ layer["f.weight"]
                part += layer["f.bias"]
        return self._normal(x, self._last)

    def _layer(self, data: dict[str, Any], name: str, kinds: Any) -> dict[str, Any]:
        """Return the weights of a layer as they are used: turned, queries scaled, distances by place."""
        np = self._np
        own = {key.removeprefix(name): data[key] for key in data if key.startswith(name)}
        layer = {key: np.ascontiguousarray(w.T) if w.ndim == 2 else w for key, w in own.items()}
        width = len(own["o.bias"])
        scale = np.ones(3 * width, np.float32)
        scale[:width] = (width // self._heads) ** -0.5
        for key in ("qkv.weight", "qkv.bias"):
            layer[key] = layer[key] * scale
        layer["near"] = np.ascontiguousarray(own["rel"][kinds].transpose(2, 0, 1))
        layer["first"] = own["glob"][:, None, None]
        return layer

    def _normal(self, x: Matrix, scale: Matrix) -> Matrix:
        np = self._np
        squares = np.einsum("ij,ij->i", x, x) / x.shape[1]
        found: Matrix = x * (1 / np.sqrt(squares + 1e-6))[:, None]
        found *= scale
        return found

    def _attend(self, x: Matrix, layer: dict[str, Any], runs: Sequence[tuple[int, int]]) -> None:
        """Add to states what the pieces that each sees tell it."""
        np, heads = self._np, self._heads
        size, width = x.shape
        three = self._normal(x, layer["n1.g"]) @ layer["qkv.weight"]
        three += layer["qkv.bias"]
        parted = three.reshape(size, 3, heads, width // heads)
        asks, values = parted[:, 0].transpose(1, 0, 2), parted[:, 2].transpose(1, 0, 2)
        keys = np.ascontiguousarray(parted[:, 1].transpose(1, 2, 0))
        out = np.empty((size, heads, width // heads), np.float32)
        for begin, end in runs:
            for start in range(begin, end, BLOCK):
                stop, back = min(end, start + BLOCK), start - _BACK * BLOCK
                low, high = max(begin, back), min(end, start + (1 + _AHEAD) * BLOCK)
                own = asks[:, start:stop]
                likely = own @ keys[:, :, low:high]
                likely += layer["near"][:, : stop - start, low - back : high - back]
                mixed, total = self._mixed(likely, values[:, low:high])
                if back > 0:  # the opening stands further back
                    likely = own @ keys[:, :, :BLOCK]
                    likely += layer["first"]
                    more, rest = self._mixed(likely, values[:, :BLOCK])
                    mixed += more
                    total += rest
                mixed /= total
                out[start:stop] = mixed.transpose(1, 0, 2)
        x += out.reshape(size, width) @ layer["o.weight"]
        x += layer["o.bias"]

    def _mixed(self, likely: Matrix, values: Matrix) -> tuple[Matrix, Matrix]:
        """Return values weighed by the exponents of scores, and the sum of these."""
        np = self._np
        np.clip(likely, -_MOST, _MOST, out=likely)
        np.exp(likely, out=likely)
        return likely @ values, likely.sum(axis=-1, keepdims=True)


def distances() -> Any:
    """Return the kind of the distance of each piece of a block to each that it sees near by (0 to 33)."""
    import numpy as np

    away = np.arange(-_BACK * BLOCK, (1 + _AHEAD) * BLOCK)[None] - np.arange(BLOCK)[:, None]
    far = np.abs(away)
    kind = (_EXACT + np.log2(np.maximum(far, _EXACT) / _EXACT) * 2).astype(int)
    kind = np.where(far < _EXACT, far, np.minimum(kind, _NEAR))
    return np.where(away < 0, kind, kind + _SIDE)
