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

from arnlp.encoder.labelling import Labelling, add_chain
from arnlp.encoder.spellings import EDGE, Spellings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_MODEL = "ner-ar.npz"
_TYPES = {"PERS": "person", "PER": "person", "LOC": "place", "ORG": "organization"}
_CHUNK = 4096  # words at a time, so that memory does not grow with the text


class Tagged(NamedTuple):
    """A name that the model sees: the range of its words, its type as in the schema, and how sure its words make it.

    ``sure``, from 0 to 1, is that of the word which says it least.
    """

    first: int
    last: int  # half-open
    type: str
    sure: float = 1.0


class Tagger:
    """Finds names in sentences of words.

    >>> words = "وقال المستشار فريدريش ميرتس في برلين إن الاتحاد الأوروبي".split()
    >>> [(" ".join(words[n.first : n.last]), n.type) for n in tagger().names([words])[0]]
    [('فريدريش ميرتس', 'person'), ('برلين', 'place'), ('الاتحاد الأوروبي', 'organization')]
    """

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        self._spellings = Spellings(np, data)
        hidden = self._spellings.hidden
        self._first_bias = data["first_bias"]
        self._second = data["second"].reshape(3 * hidden, hidden)
        self._second_bias = data["second_bias"]
        self._out = data["out"][:hidden]
        self._labelling = Labelling(np, data, self._scores, EDGE, _CHUNK)
        self.labels = self._labelling.labels

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, a list of words and marks as they are written."""
        weighed = self._labelling.weighed_tags(sentences)
        return [list(labelled_spans(labels, sure)) for labels, sure in weighed]

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the BIO label of each word of each sentence."""
        return self._labelling.tags(sentences)

    def _scores(self, words: list[str | None], edges: NDArray[np.intp]) -> Matrix:
        """Return the scores of all labels: a row for each word and each edge, which count nothing."""
        np = self._np
        rows = self._spellings.rows(words)
        hidden, labels = self._spellings.hidden, len(self.labels)
        behind, own, before = (rows[:, i * hidden : (i + 1) * hidden] for i in range(3))
        a = own + self._first_bias
        a[1:] += behind[:-1]
        a[:-1] += before[1:]
        np.maximum(a, 0, out=a)
        a[edges] = 0
        around = np.zeros((len(a), 3 * hidden), np.float32)
        around[1:, :hidden] = a[:-1]
        around[:, hidden : 2 * hidden] = a
        around[:-1, 2 * hidden :] = a[1:]
        b = around @ self._second
        b += self._second_bias
        np.maximum(b, 0, out=b)
        b += a
        wide = rows[:, 3 * hidden :].reshape(len(rows), 5, labels)
        scores: Matrix = b @ self._out
        add_chain(scores, wide, edges)
        return scores


def labelled_spans(labels: Sequence[str], sure: Sequence[float] | None = None) -> Iterator[Tagged]:
    """Yield the persons, places and bodies that BIO labels mark (PERS or PER, LOC, ORG).

    ``sure`` tells of each word how sure its label is.

    >>> list(labelled_spans(["B-PERS", "I-PERS", "O", "B-LOC"], [0.9, 0.8, 1, 0.5]))
    [Tagged(first=0, last=2, type='person', sure=0.8), Tagged(first=3, last=4, type='place', sure=0.5)]
    """
    first = -1
    for i, label in enumerate([*labels, "O"]):
        if first >= 0 and (label[0] != "I" or label[2:] != labels[first][2:]):
            if labels[first][2:] in _TYPES:
                least = 1.0 if sure is None else min(sure[first:i])
                yield Tagged(first, i, _TYPES[labels[first][2:]], least)
            first = -1
        if label != "O" and first < 0:
            first = i


@cache
def tagger() -> Tagger:
    """Return the model that ships with arnlp, loaded on first use."""
    import numpy as np

    with files("arnlp.encoder").joinpath(_MODEL).open("rb") as file, np.load(file) as data:
        return Tagger(dict(data))
