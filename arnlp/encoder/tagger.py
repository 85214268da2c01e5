"""The statistical model at work: which words name a person, a place or a body, by their context.

Two models whose scores are added: a network (feature embeddings summed by word, a projected word
vector, two convolutions) and a linear chain over the features of five words. The best path of labels
through their sum is taken. ``arnlp/encoder/README.md`` is the model's card; ``tests/generate/ner.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from arnlp.encoder.word_features import wide_features, word_features
from arnlp.text.view import normalize

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_MODEL = "ner-ar.npz"
_TYPES = {"PERS": "person", "PER": "person", "LOC": "place", "ORG": "organization"}
_SURE = 8.0  # by how much O must lead everywhere for a word to end a chain: the path cannot differ
_MAX_WORDS = 50_000  # spellings kept
_CHUNK = 4096  # words at a time, so that memory does not grow with the text


class Tagged(NamedTuple):
    """A name that the model sees: the range of its words, and its type as in the schema."""

    first: int
    last: int  # half-open
    type: str


class Tagger:
    """Finds names in sentences of words.

    >>> words = "وقال المستشار فريدريش ميرتس في برلين إن الاتحاد الأوروبي".split()
    >>> [(" ".join(words[n.first : n.last]), n.type) for n in tagger().names([words])[0]]
    [('فريدريش ميرتس', 'person'), ('برلين', 'place'), ('الاتحاد الأوروبي', 'organization')]
    """

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        self._features = {name: i for i, name in enumerate(_lines(data["features"]))}
        self._words = {word: i for i, word in enumerate(_lines(data["words"]))}
        self._embed, self._embed_scale = data["embed"], data["embed_scale"].astype(np.float32)
        self._vectors = data["vectors"]
        self._vector_scale = data["vector_scale"].astype(np.float32)
        self._project, self._bias = data["project"], data["bias"]
        width, hidden = data["project"].shape[1], data["first_bias"].shape[0]
        self._first = data["first"].reshape(3 * width, hidden)
        self._first_bias = data["first_bias"]
        self._second = data["second"].reshape(3 * hidden, hidden)
        self._second_bias = data["second_bias"]
        self._out, self._out_bias = data["out"], data["out_bias"]
        self.labels = _lines(data["labels"])
        self._outside = self.labels.index("O")
        self._steps = [[float(x) for x in row] for row in data["steps"].T]  # to, from
        self._starts = [float(x) for x in data["starts"]]
        self._wide_features = {name: i for i, name in enumerate(_lines(data["wide_features"]))}
        self._wide = data["wide"]
        self._wide_scale = data["wide_scale"].astype(np.float32)
        self._known: dict[str, tuple[Matrix, Matrix]] = {}

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, a list of words and marks as they are written."""
        return [list(labelled_spans(labels)) for labels in self.tags(sentences)]

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the BIO label of each word of each sentence."""
        out: list[list[str]] = []
        batch: list[Sequence[str]] = []
        size = 0
        for sentence in sentences:
            batch.append(sentence)
            size += len(sentence)
            if size >= _CHUNK:
                out += self._tag(batch)
                batch, size = [], 0
        return out + self._tag(batch) if batch else out

    def _tag(self, sentences: list[Sequence[str]]) -> list[list[str]]:
        scores = self._scores(sentences)
        out = []
        at = 1
        for sentence in sentences:
            rows = scores[at : at + len(sentence)]
            out.append([self.labels[j] for j in self._best(rows)])
            at += len(sentence) + 1
        return out

    def _scores(self, sentences: list[Sequence[str]]) -> Matrix:
        """Return the scores of all labels: a row for each word, one row between sentences."""
        np = self._np
        labels = len(self.labels)
        edge = np.zeros(self._project.shape[1], np.float32), np.zeros((5, labels), np.float32)
        rows = [edge]
        for sentence in sentences:
            rows += [self._row(word) for word in sentence]
            rows.append(edge)
        live = np.array(
            [[0.0], *([x] for s in sentences for x in (*[1.0] * len(s), 0.0))], np.float32
        )
        x = np.stack([row for row, _ in rows])
        a = np.maximum(_windows(np, x) @ self._first + self._first_bias, 0) * live
        b = np.maximum(_windows(np, a) @ self._second + self._second_bias, 0) + a
        scores: Matrix = np.concatenate([b, x], 1) @ self._out + self._out_bias
        wide = np.stack([row for _, row in rows])
        inside = np.cumsum(live[:, 0] == 0)  # words two apart may belong to two sentences
        scores += wide[:, 2]
        for distance in (1, 2):
            same = (inside[distance:] == inside[:-distance])[:, None]
            scores[:-distance] += wide[distance:, 2 + distance] * same
            scores[distance:] += wide[:-distance, 2 - distance] * same
        return scores

    def _row(self, word: str) -> tuple[Matrix, Matrix]:
        """Return what the two models see of a word, computed once for each spelling.

        The network's input, and the chain's scores for the words from two behind it to two before.
        """
        row = self._known.get(word)
        if row is None:
            if len(self._known) > _MAX_WORDS:
                self._known.clear()
            features = word_features(word)
            row = self._known[word] = self._input(word, features), self._around(features)
        return row

    def _input(self, word: str, features: list[str]) -> Matrix:
        np = self._np
        ids = [self._features[f] for f in features if f in self._features]
        row = self._bias + self._embed_scale[ids] @ self._embed[ids].astype(np.float32)
        at = self._words.get(normalize(word))
        if at is not None:
            vector = self._vectors[at].astype(np.float32) * self._vector_scale[at]
            row = row + vector @ self._project
        result: Matrix = np.tanh(row).astype(np.float32)
        return result

    def _around(self, own: list[str]) -> Matrix:
        np = self._np
        known = self._wide_features
        out: Matrix = np.zeros((5, len(self.labels)), np.float32)
        for distance, features in wide_features(own).items():
            ids = [known[f] for f in features if f in known]
            if ids:
                out[2 + distance] = self._wide_scale[ids] @ self._wide[ids].astype(np.float32)
        return out

    def _best(self, scores: Matrix) -> list[int]:
        """Return the best labels of a sentence; words far from every name are not searched."""
        if not len(scores):
            return []
        outside = self._outside
        rest = self._np.delete(scores, outside, 1).max(1)
        sure = (scores[:, outside] - rest > _SURE).tolist()
        path = [outside] * len(sure)
        first = 0
        while first < len(sure):
            if sure[first]:
                first += 1
                continue
            last = first + 1
            while last < len(sure) and not sure[last]:
                last += 1
            begins = first == 0
            path[first:last] = self._viterbi(scores[first:last].tolist(), begins)
            first = last
        return path

    def _viterbi(self, rows: list[list[float]], begins: bool) -> list[int]:
        """Return the best path through scores; it comes from O where the sentence has begun."""
        steps = self._steps
        start = self._starts if begins else [row[self._outside] for row in steps]
        best = [a + b for a, b in zip(start, rows[0], strict=True)]
        back: list[list[int]] = []
        for row in rows[1:]:
            here, came = [], []
            for score, into in zip(row, steps, strict=True):
                reached = [a + b for a, b in zip(best, into, strict=True)]
                top = max(reached)
                here.append(score + top)
                came.append(reached.index(top))
            best = here
            back.append(came)
        path = [best.index(max(best))]
        for came in reversed(back):
            path.append(came[path[-1]])
        return path[::-1]


def _windows(np: Any, rows: Any) -> Any:
    """Return each row beside the one before and the one after; zeros at the ends."""
    padded = np.pad(rows, ((1, 1), (0, 0)))
    return np.concatenate([padded[:-2], padded[1:-1], padded[2:]], 1)


def _lines(data: Any) -> list[str]:
    return bytes(data).decode("utf-8").split("\n")


def labelled_spans(labels: Sequence[str]) -> Iterator[Tagged]:
    """Yield the persons, places and bodies that BIO labels mark (PERS or PER, LOC, ORG).

    >>> list(labelled_spans(["B-PERS", "I-PERS", "O", "B-LOC"]))
    [Tagged(first=0, last=2, type='person'), Tagged(first=3, last=4, type='place')]
    """
    first = -1
    for i, label in enumerate([*labels, "O"]):
        if first >= 0 and (label[0] != "I" or label[2:] != labels[first][2:]):
            if labels[first][2:] in _TYPES:
                yield Tagged(first, i, _TYPES[labels[first][2:]])
            first = -1
        if label != "O" and first < 0:
            first = i


@cache
def tagger() -> Tagger:
    """Return the model that ships with arnlp, loaded on first use."""
    import numpy as np

    with files("arnlp.encoder").joinpath(_MODEL).open("rb") as file, np.load(file) as data:
        return Tagger(dict(data))
