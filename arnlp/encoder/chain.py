"""The statistical model of names in Latin letters: a linear chain over the features of five words.

``arnlp/encoder/README.md`` is the model's card; ``tests/generate/english_ner.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from arnlp.encoder.kept_rows import KeptRows, summed
from arnlp.encoder.labelling import Labelling, add_chain
from arnlp.encoder.latin_features import latin_features, marked
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
        names = bytes(data["features"]).decode("utf-8").split("\n")
        self._features = dict(zip(names, range(len(names)), strict=True))
        self._wide, self._scale = data["wide"], data["wide_scale"].astype(np.float32)
        self._labelling = Labelling(np, data, self._scores, "", _CHUNK)
        shape = (_WINDOW, len(self._labelling.labels))
        self._rows = KeptRows(np, shape, "", self._write, _ROWS)

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, a list of words and marks as they are written."""
        return [list(labelled_spans(labels)) for labels in self.tags(sentences)]

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the BIO label of each word of each sentence."""
        return self._labelling.tags([marked(sentence) for sentence in sentences])

    def _scores(self, words: list[str], edges: NDArray[np.intp]) -> Matrix:
        """Return the scores of all labels: a row for each word and each edge, which count nothing."""
        wide = self._rows.of(words, _MAX_ROWS)
        scores = self._np.zeros_like(wide[:, 2])
        add_chain(scores, wide, edges)
        return scores

    def _write(self, new: list[str], rows: Matrix) -> None:
        """Write what each word gives the labels around it, by distance."""
        find = self._features
        ids: list[int] = []
        starts = []
        for word in new:
            starts.append(len(ids))
            ids += [find[f] for f in latin_features(word) if f in find] or [len(find)]
        rows[:] = summed(self._np, self._wide, self._scale, ids, starts)


@cache
def latin_tagger() -> ChainTagger:
    """Return the model that ships with arnlp, loaded on first use."""
    import numpy as np

    with files("arnlp.encoder").joinpath(_MODEL).open("rb") as file, np.load(file) as data:
        return ChainTagger(dict(data))
