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
from typing import TYPE_CHECKING, Any, NamedTuple

from arnlp.encoder.grammar_features import grammar_features
from arnlp.encoder.projective import uncross

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Indices = NDArray[np.int64]

LONGEST = 128  # words of a sentence that are read together
_GAP = 2  # empty rows between sentences: the widest step of a convolution
_CHUNK = 4096  # words at a time, so that memory does not grow with the text
_MAX_WORDS = 60_000  # spellings kept


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
        self._features = {name: i for i, name in enumerate(_lines(data["features"]))}
        self._embed = data["embed"]
        self._scale = data["embed_scale"].astype(np.float32)
        self.pos = _lines(data["pos"])
        self.relations = _lines(data["relations"])
        weights = {
            k: v.astype(np.float32)
            for k, v in data.items()
            if v.dtype == np.float16 and k != "embed_scale"
        }
        self._w = weights
        self._steps = [int(x) for x in data["steps"]]
        bounds = data["distances"]
        far = np.arange(LONGEST)
        bucket = np.searchsorted(bounds, far[None, :] - far[:, None])
        self._distance = np.ascontiguousarray(weights["distance"][bucket])
        self._bounds = bounds
        self._known: dict[tuple[str, int], int] = {}
        self._rows: Matrix = np.zeros((1024, weights["bias"].shape[0]), np.float32)

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
        states, starts = self._states(sentences)
        best = (states @ w["pos_w"] + w["pos_b"]).argmax(1)
        dependents = np.maximum(states @ w["dependent_w"] + w["dependent_b"], 0)
        dependents = dependents @ w["arc_w"] + w["arc_b"]
        governors = np.maximum(states @ w["governor_w"] + w["governor_b"], 0)
        from_root = dependents @ w["root"]
        heads: list[list[int]] = []
        margins: list[Any] = []
        for sentence, start in zip(sentences, starts, strict=True):
            size = len(sentence)
            rows = slice(start, start + size)
            scores = np.empty((size, size + 1), np.float32)
            scores[:, 0] = from_root[rows]
            np.matmul(dependents[rows], governors[rows].T, out=scores[:, 1:])
            scores[:, 1:] += self._distance[:size, :size]
            scores[np.arange(size), np.arange(1, size + 1)] = -1e4
            found, lead = tree(np, scores)
            uncross(np, scores, found, lead)
            heads.append(found)
            margins.append(lead)
        relations = self._relations(states, starts, heads)
        out = []
        for start, above, related, lead in zip(starts, heads, relations, margins, strict=True):
            names = [self.pos[i] for i in best[start : start + len(above)].tolist()]
            out.append(Parsed(names, above, related, lead))
        return out

    def _states(self, sentences: list[Sequence[tuple[str, int]]]) -> tuple[Matrix, list[int]]:
        """Return a row for each word and between sentences some of zeros; and where each starts."""
        np, w = self._np, self._w
        if len(self._known) > _MAX_WORDS:
            self._known.clear()
        known = self._known
        order: list[int] = []
        starts: list[int] = []
        at = _GAP
        places: list[Any] = []
        for sentence in sentences:
            starts.append(at)
            places.append(np.arange(at, at + len(sentence)))
            at += len(sentence) + _GAP
            for word in sentence:
                row = known.get(word)
                order.append(self._row(word) if row is None else row)
        where = np.concatenate(places) if places else np.zeros(0, np.int64)
        words = np.zeros((at, w["bias"].shape[0]), np.float32)
        words[where] = self._rows[order]
        live = np.zeros((at, 1), np.float32)
        live[where] = 1
        state = np.maximum(_windows(np, words, 1) @ w["first_w"] + w["first_b"], 0) * live
        for i, step in enumerate(self._steps):
            more = np.maximum(_windows(np, state, step) @ w[f"next{i}_w"] + w[f"next{i}_b"], 0)
            state = (state + more) * live
        return np.concatenate([state, words], 1), starts

    def _row(self, word: tuple[str, int]) -> int:
        """Compute what the network sees of a word, once for each spelling; return its number."""
        np = self._np
        row = self._known[word] = len(self._known)
        if row >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        features = self._features
        ids = [features[f] for f in grammar_features(*word) if f in features]
        total = self._scale[ids] @ self._embed[ids].astype(np.float32) + self._w["bias"]
        self._rows[row] = np.tanh(total)
        return row

    def _relations(
        self, states: Matrix, starts: list[int], heads: list[list[int]]
    ) -> list[list[str]]:
        np, w = self._np, self._w
        above = np.array([h for sentence in heads for h in sentence], np.int64)
        sizes = [len(sentence) for sentence in heads]
        base = np.repeat(np.array(starts, np.int64), sizes)
        own = np.concatenate([np.arange(s, s + n) for s, n in zip(starts, sizes, strict=True)])
        dependent = np.maximum(states[own] @ w["related_w"] + w["related_b"], 0)
        governors = np.maximum(states @ w["relating_w"] + w["relating_b"], 0)
        governor = np.where((above < 0)[:, None], w["related_root"], governors[base + above])
        pairs = np.concatenate([dependent * governor, dependent, governor], 1)
        scores = pairs @ w["relation_w"] + w["relation_b"]
        bucket = np.searchsorted(self._bounds, base + above - own)
        scores += w["relation_distance"][bucket] * (above >= 0)[:, None]
        names = [self.relations[i] for i in scores.argmax(1).tolist()]
        out, done = [], 0
        for size in sizes:
            out.append(names[done : done + size])
            done += size
        return out


def tree(np: Any, scores: Any) -> tuple[list[int], list[float]]:
    """Return the heads of a sentence, a tree with one root, and by how much each leads.

    ``scores`` has a row for each word and a column for each head, the first for the root. Each word
    takes its best head; where that leaves several roots or none, the best stays; a cycle is opened where
    it costs least. Where nothing must be mended, no other tree scores higher.

    >>> import numpy
    >>> tree(numpy, numpy.array([[1.0, -9, 3], [5.0, 4, -9]]))[0]
    [1, -1]
    """
    size = len(scores)
    rows = np.arange(size)
    best = scores.argmax(1)
    top = scores[rows, best]
    kept = scores[rows, best].copy()
    scores[rows, best] = -2e4
    lead = (top - scores.max(1)).tolist()
    scores[rows, best] = kept
    heads: list[int] = (best - 1).tolist()
    roots = [i for i, head in enumerate(heads) if head < 0]
    if len(roots) != 1:
        rest = scores[:, 1:].max(1) if size > 1 else np.full(size, -1e4)
        gain = scores[:, 0] - rest
        among = roots or range(size)
        root = max(among, key=lambda i: float(gain[i]))
        for i in roots:
            if i != root:
                heads[i] = int(scores[i, 1:].argmax())
        heads[root] = -1
    _open_cycles(np, scores, heads)
    return heads, lead


def _open_cycles(np: Any, scores: Any, heads: list[int]) -> None:
    size = len(heads)
    state = [0] * size  # 0 unseen, else the walk that met it; -1 leads to the root
    walk = 0
    at = 0
    while at < size:
        if state[at]:
            at += 1
            continue
        walk += 1
        i, path = at, []
        while i >= 0 and not state[i]:
            state[i] = walk
            path.append(i)
            i = heads[i]
        if i >= 0 and state[i] == walk:  # met itself
            cycle = path[path.index(i) :]
            for j in path:
                state[j] = 0
            _open(np, scores, heads, cycle, state)
            continue
        for j in path:
            state[j] = -1


def _open(np: Any, scores: Any, heads: list[int], cycle: list[int], state: list[int]) -> None:
    """Let one word of a cycle take a head that leads to the root: the one that loses least."""
    safe = [i for i, known in enumerate(state) if known == -1]
    if not safe:  # nothing leads to the root yet: the root itself
        top = next((i for i, head in enumerate(heads) if head < 0), cycle[0])
        safe = [top]
        if top in cycle:
            heads[top] = -1
            return
    columns = np.array(safe) + 1
    rows = np.array(cycle)
    options = scores[rows[:, None], columns[None, :]]
    loss = scores[rows, np.array([heads[i] for i in cycle]) + 1][:, None] - options
    at = int(loss.argmin())
    heads[cycle[at // len(safe)]] = safe[at % len(safe)]


def _windows(np: Any, rows: Any, step: int) -> Any:
    """Return each row beside the ones ``step`` before and behind; zeros at the ends."""
    padded = np.pad(rows, ((step, step), (0, 0)))
    size = len(rows)
    return np.concatenate([padded[:size], rows, padded[2 * step :]], 1)


def _lines(data: Any) -> list[str]:
    return bytes(data).decode("utf-8").split("\n")


@cache
def grammar(language: str) -> Grammar:
    """Return the network of a language, ``ar`` or ``en``, loaded on first use."""
    import numpy as np

    file = files("arnlp.encoder").joinpath(f"grammar-{language}.npz")
    with file.open("rb") as opened, np.load(opened) as data:
        return Grammar(dict(data))
