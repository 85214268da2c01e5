"""The statistical model of names in Latin letters: a linear chain over the features of five words.

``arnlp/encoder/README.md`` is the model's card; ``tests/generate/english_ner.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from arnlp.encoder.latin_features import latin_features, marked
from arnlp.encoder.path import Paths
from arnlp.encoder.tagger import Tagged, labelled_spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_MODEL = "ner-en.npz"
_WINDOW = 5  # words that a label sees
_MAX_ROWS = 60_000  # spellings kept: 8 MB
_ROWS = 2048  # to begin with
_CHUNK = 8192  # words at a time


class ChainTagger:
    """Finds names in sentences of words in Latin letters.

    >>> words = "The Norwegian writer Astrid Hansen was born in Oslo .".split()
    >>> [(" ".join(words[n.first : n.last]), n.type) for n in latin_tagger().names([words])[0]]
    [('Astrid Hansen', 'person'), ('Oslo', 'place')]
    """

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        self.labels = bytes(data["labels"]).decode("utf-8").split("\n")
        names = bytes(data["features"]).decode("utf-8").split("\n")
        self._features = dict(zip(names, range(len(names)), strict=True))
        self._wide, self._scale = data["wide"], data["wide_scale"].astype(np.float32)
        self._paths = Paths(np, data["steps"], data["starts"], self.labels.index("O"))
        self._clear()

    def _clear(self) -> None:
        self._known: dict[str, int] = {"": 0}
        shape = (_ROWS, _WINDOW, len(self.labels))
        self._rows: Matrix = self._np.zeros(shape, self._np.float32)

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, a list of words and marks as they are written."""
        return [list(labelled_spans(labels)) for labels in self.tags(sentences)]

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the BIO label of each word of each sentence."""
        out: list[list[str]] = []
        batch: list[list[str]] = []
        size = 0
        for sentence in sentences:
            batch.append(marked(sentence))
            size += len(sentence)
            if size >= _CHUNK:
                out += self._tag(batch)
                batch, size = [], 0
        return out + self._tag(batch) if batch else out

    def _tag(self, sentences: list[list[str]]) -> list[list[str]]:
        words = [""]
        for sentence in sentences:
            words += sentence
            words.append("")
        ends = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
        edges = self._np.array(ends)
        path = self._paths.best(self._scores(words, edges), edges).tolist()
        labels = self.labels
        return [[labels[j] for j in path[a + 1 : b]] for a, b in pairwise(ends)]

    def _scores(self, words: list[str], edges: NDArray[np.intp]) -> Matrix:
        """Return the scores of all labels: a row for each word and each edge, which count nothing."""
        wide = self._rows_of(words)
        wide[edges[1:] - 1, 0] = 0  # words two apart may belong to two sentences
        wide[edges[:-1] + 1, 4] = 0
        scores = wide[:, 2].copy()
        for distance in (1, 2):
            scores[:-distance] += wide[distance:, 2 + distance]
            scores[distance:] += wide[:-distance, 2 - distance]
        return scores

    def _rows_of(self, words: list[str]) -> Matrix:
        known = self._known
        new = dict.fromkeys(word for word in words if word not in known)
        if len(known) + len(new) > _MAX_ROWS:
            self._clear()
            known = self._known
            new = dict.fromkeys(word for word in words if word)
        if new:
            self._add(list(new))
        rows: Matrix = self._rows.take([known[word] for word in words], 0)
        return rows

    def _add(self, new: list[str]) -> None:
        np, find = self._np, self._features
        first, last = len(self._known), len(self._known) + len(new)
        if last > len(self._rows):
            larger = np.zeros((max(last, 2 * len(self._rows)), *self._rows.shape[1:]), np.float32)
            larger[:first] = self._rows[:first]
            self._rows = larger
        ids: list[int] = []
        starts = []
        for word in new:
            starts.append(len(ids))
            ids += [find[f] for f in latin_features(word) if f in find] or [len(find)]
        parts = self._wide[ids].astype(np.float32)
        parts *= self._scale[ids][:, :, None]
        self._rows[first:last] = np.add.reduceat(parts, starts)
        self._known.update(zip(new, range(first, last), strict=True))


@cache
def latin_tagger() -> ChainTagger:
    """Return the model that ships with arnlp, loaded on first use."""
    import numpy as np

    with files("arnlp.encoder").joinpath(_MODEL).open("rb") as file, np.load(file) as data:
        return ChainTagger(dict(data))
