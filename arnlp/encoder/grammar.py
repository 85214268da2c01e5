"""The network of words: parts of speech, and what each word hangs on, for whole texts at a time.

For each word the sum of embeddings of its features, kept by spelling; five convolutions over three
words; from these the part of speech, a score for each pair of words in a sentence (whether one hangs on
the other), and the relation of a word to its head. ``arnlp/encoder/README.md`` is the models' card;
``tests/generate/grammar.py`` trained them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from arnlp.encoder.heads import NEVER, best_heads, tree
from arnlp.encoder.projective import uncross
from arnlp.encoder.rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

LONGEST = 128  # words of a sentence that are read together
_GAP = 2  # empty rows between sentences: the widest step of a convolution
_NO_WORD = 3 * NEVER  # scores behind the last word of a sentence
_CHUNK = 4096  # words at a time, so that memory does not grow with the text


class Parsed(NamedTuple):
    """What the network says of a sentence, by word."""

    pos: list[str]
    heads: list[int]  # in the sentence, -1 for the root
    relations: list[str]
    margins: list[float]  # by how much the head leads before the next best, as logarithms


class Grammar:
    """The network of a language.

    >>> words = "بلغت قيمة الصادرات 5 مليارات درهم".split()
    >>> grammar("ar").parse([[(word, 1) for word in words]])[0].pos[:3]
    ['VERB', 'NOUN', 'NOUN']
    """

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        self.pos = _lines(data["pos"])
        self.relations = _lines(data["relations"])
        w: dict[str, Matrix] = {
            name: array.astype(np.float32)
            for name, array in data.items()
            if array.dtype == np.float16 and name != "embed_scale"
        }
        self._steps = [1, *(int(x) for x in data["steps"])]
        self._hidden = len(w["first_b"])
        # What is asked of the same rows is asked at once: of the words, of the states.
        weights = [w["first_w"], *(w[f"next{i}_w"] for i in range(len(self._steps) - 1))]
        self._layers = [_three(np, weight) for weight in weights]
        self._biases = [w["first_b"], *(w[f"next{i}_b"] for i in range(len(self._steps) - 1))]
        parts = ("pos", "dependent", "governor", "related", "relating")
        asked = np.concatenate([w[f"{part}_w"] for part in parts], 1)
        self._asked_b = np.concatenate([w[f"{part}_b"] for part in parts])
        self._of_states = np.ascontiguousarray(asked[: self._hidden])
        self._rows = Rows(
            _lines(data["features"]),
            data["embed"],
            data["embed_scale"],
            w["bias"],
            np.concatenate([self._layers[0], asked[self._hidden :]], 1),
        )
        ends = np.cumsum([w[f"{part}_b"].shape[0] for part in parts]).tolist()
        self._parts = [slice(a, b) for a, b in zip([0, *ends], ends, strict=False)]
        self._w = w
        self._bounds = data["distances"]
        far = np.arange(LONGEST)
        bucket = np.searchsorted(self._bounds, far[None, :] - far[:, None])
        self._distance = np.ascontiguousarray(w["distance"][bucket])
        np.fill_diagonal(self._distance, NEVER)

    def parse(self, sentences: Sequence[Sequence[tuple[str, int]]]) -> list[Parsed]:
        """Return parts of speech and heads of sentences of words, each with the kind of its token.

        A sentence has at most ``LONGEST`` words.
        """
        out: list[Parsed] = []
        batch: list[Sequence[tuple[str, int]]] = []
        size = 0
        for sentence in sentences:
            batch.append(sentence)
            size += len(sentence)
            if size >= _CHUNK:
                out += self._parse(batch)
                batch, size = [], 0
        return out + self._parse(batch) if batch else out

    def _parse(self, sentences: list[Sequence[tuple[str, int]]]) -> list[Parsed]:
        np, w = self._np, self._w
        sizes = [len(sentence) for sentence in sentences]
        ends = list(accumulate(sizes))
        told = self._told([word for sentence in sentences for word in sentence], sizes)
        pos, dependents, governors, related, relating = (told[:, part] for part in self._parts)
        names = self.pos
        parts = [names[i] for i in pos.argmax(1).tolist()]
        dependents = dependents @ w["arc_w"] + w["arc_b"]
        scores = np.full((len(parts), max(sizes) + 1), _NO_WORD, np.float32)
        scores[:, 0] = dependents @ w["root"]
        for size, end in zip(sizes, ends, strict=True):
            rows = slice(end - size, end)
            pairs = dependents[rows] @ governors[rows].T
            np.add(pairs, self._distance[:size, :size], out=scores[rows, 1 : size + 1])
        best, leads = best_heads(np, scores)
        heads: list[list[int]] = []
        margins: list[list[float]] = []
        for size, end in zip(sizes, ends, strict=True):
            rows = slice(end - size, end)
            own, lead = scores[rows, : size + 1], leads[rows]
            heads.append(uncross(np, own, tree(np, own, best[rows]), lead))
            margins.append(lead)
        relations = self._relations(related, relating, sizes, heads)
        return [
            Parsed(parts[end - size : end], above, relations[end - size : end], lead)
            for size, end, above, lead in zip(sizes, ends, heads, margins, strict=True)
        ]

    def _told(self, words: list[tuple[str, int]], sizes: list[int]) -> Matrix:
        """Return what is asked of each word: part of speech, and itself as dependent and as head.

        The columns are those of ``self._parts``, behind the first one cut off at zero.
        """
        np = self._np
        hidden = self._hidden
        of_words = self._rows.of(words)
        # The words with empty rows between the sentences, so that no convolution reaches over.
        count = len(words)
        places = np.arange(_GAP, count + _GAP) + np.repeat(np.arange(len(sizes)) * _GAP, sizes)
        size = count + _GAP * (len(sizes) + 1)
        gaps = np.ones(size, bool)
        gaps[places] = False
        zeros = np.zeros((size, hidden), np.float32)
        around = np.zeros((size, 3 * hidden), np.float32)
        around[places] = of_words[:, : 3 * hidden]
        state = zeros.copy()
        for step, weights, bias in zip(
            self._steps, [None, *self._layers[1:]], self._biases, strict=True
        ):
            if weights is not None:
                np.matmul(state, weights, out=around)
            more = around[:, hidden : 2 * hidden] + bias
            more[step:] += around[:-step, :hidden]
            more[:-step] += around[step:, 2 * hidden :]
            np.maximum(more, zeros, out=more)
            state += more
            state[gaps] = 0
        told: Matrix = state[places] @ self._of_states
        told += of_words[:, 3 * hidden :]
        told += self._asked_b
        behind = told[:, self._parts[0].stop :]
        np.maximum(behind, np.zeros_like(behind), out=behind)
        return told

    def _relations(
        self, related: Matrix, relating: Matrix, sizes: list[int], heads: list[list[int]]
    ) -> list[str]:
        np, w = self._np, self._w
        above = np.array([head for sentence in heads for head in sentence], np.int64)
        count, width = related.shape
        own = np.arange(count)
        base = np.repeat(np.cumsum(sizes) - sizes, sizes)
        roots = above < 0
        pairs = np.empty((count, 3 * width), np.float32)
        pairs[:, width : 2 * width] = related
        governor = relating[base + above]
        governor[roots] = w["related_root"]
        pairs[:, 2 * width :] = governor
        np.multiply(related, governor, out=pairs[:, :width])
        scores = pairs @ w["relation_w"] + w["relation_b"]
        far = w["relation_distance"][np.searchsorted(self._bounds, base + above - own)]
        far[roots] = 0
        scores += far
        names = self.relations
        return [names[i] for i in scores.argmax(1).tolist()]


def _three(np: Any, weights: Matrix) -> Matrix:
    """Return the weights of a convolution over three words side by side: one behind, itself, one before."""
    third = len(weights) // 3
    side: Matrix = np.concatenate([weights[third * i : third * (i + 1)] for i in range(3)], 1)
    return side


def _lines(data: Any) -> list[str]:
    return bytes(data).decode("utf-8").split("\n")


@cache
def grammar(language: str) -> Grammar:
    """Return the network of a language, ``ar`` or ``en``, loaded on first use."""
    import numpy as np

    file = files("arnlp.encoder").joinpath(f"grammar-{language}.npz")
    with file.open("rb") as opened, np.load(opened) as data:
        return Grammar(dict(data))
