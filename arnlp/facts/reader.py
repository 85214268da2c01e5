"""A small transformer that reads the text and tells how likely each candidate is an argument of a figure.

It stands beside the ranker (:mod:`arnlp.facts.ranker`), which knows features of grammar and what was chosen
for other figures; both are asked, and of figures in Arabic the reader has more to say.
``arnlp/facts/READER.md`` is its card; ``tests/generate/train_reader.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from arnlp.encoder.local_encoder import BLOCK, LocalEncoder
from arnlp.encoder.word_pieces import WordPieces
from arnlp.facts.ranker import shares_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_ARABIC, _ENGLISH = 0.5, 0.15  # weights of the reader among the two, by language
_LEAST = 1e-5  # how unlikely a candidate is at most
_KINDS = 20  # of distances on a side
_STEP = 2.2  # of them for a distance twice as long
_LONG = 11  # pieces of a phrase that are told apart
_SCALE = "|"  # behind the name of an array, in that of the scales of its rows
_BEFORE, _BEHIND = 1, 0  # blocks that are read before and behind that of a figure,
_OPENING = 2  # those of the opening,
_PART = 512  # and how many at a time, so that memory does not grow with the text
_FAR = 2  # blocks before the first of those read later that they see
Span = tuple[int, int]


class Reader:
    """The network, from the arrays of its file."""

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np: Any = np
        vocabulary = bytes(data["pieces"]).decode("utf-8").split("\0")
        self._cut = WordPieces(vocabulary, data["likely"].astype(np.float32).tolist())
        w = self._w = {
            name: _plain(np, data, name)
            for name, array in data.items()
            if array.dtype in (np.int8, np.float16) and not name.endswith(_SCALE)
        }
        layers, heads = map(int, data["shape"])
        self.encoder = LocalEncoder(w, layers, heads)
        wide = len(w["none"])
        self._phrase = _side_by_side(np, w["abc.weight"], wide)
        self._figure = _side_by_side(np, w["ff.weight"], wide)
        figure = w["ff.bias"].reshape(2, wide).sum(axis=0)
        self._bias = w["abc.bias"].reshape(3, wide).sum(axis=0) + figure
        self._bias_none = w["none"] + figure

    def read(self, text: str, figures: Sequence[Span], others: Sequence[Span] = ()) -> Read:
        """Read a text where its figures stand, and others that will be asked of."""
        np = self._np
        numbers, starts, ends = (np.array(told, np.int32) for told in self._cut.of_text(text))
        marked = np.zeros(len(numbers), np.int8)
        read = Read(self.encoder, numbers, marked, starts, ends)
        wanted = set(range(_OPENING))
        for first, last in zip(*read.places(figures), strict=True):
            marked[first : last + 1] = 1
            wanted.update(range(first // BLOCK - _BEFORE, last // BLOCK + _BEHIND + 1))
        wanted.update(piece // BLOCK for ends in read.places(others) for piece in ends.tolist())
        read.read(wanted)
        return read

    def scores(self, read: Read, figure: Span, phrases: Sequence[Span]) -> Matrix:
        """Return how likely each phrase, and last none, is to be each argument of a figure, as logarithms.

        They are no shares: each column is right but for a constant.
        """
        np, w = self._np, self._w
        seen = read.seen(figure, phrases)
        width = self.encoder.width
        of_figure = seen.figure @ self._figure
        told = seen.phrases @ self._phrase + (of_figure + self._bias)
        told += w["dist.weight"][seen.away]
        told += w["len.weight"][seen.long]
        hidden = np.maximum(np.concatenate([told, (of_figure + self._bias_none)[None]]), 0)
        keys = seen.phrases[:, :width] @ w["pk.weight"].T + w["pk.bias"]
        asks = w["pq.weight"] @ seen.figure[:width] + w["pq.bias"]
        pairs = np.concatenate([keys, w["nonek"][None]]) * asks
        middle = np.concatenate([hidden, pairs], axis=1) @ w["mid.weight"].T + w["mid.bias"]
        scores: Matrix = np.maximum(middle, 0) @ w["out.weight"].T + w["out.bias"]
        return scores


class Seen(NamedTuple):
    """What the reader sees of a figure and of phrases.

    ``phrases`` are the states where each starts and ends, and their mean in it, ``figure`` those of both of
    its ends; ``away`` and ``long`` are kinds of distances from the figure and of lengths.
    """

    phrases: Matrix
    figure: Matrix
    away: Any
    long: Any


class Read:
    """A text as it was read so far: the states of the pieces of some of its blocks.

    ``starts`` and ``ends`` tell where the word of each piece stands.
    """

    def __init__(
        self, encoder: LocalEncoder, numbers: Any, marked: Any, starts: Any, ends: Any
    ) -> None:
        import numpy as np

        self._np: Any = np
        self._encoder, self._numbers, self._marked = encoder, numbers, marked
        self._starts, self._ends = starts, ends
        self._states: Matrix = np.zeros((len(numbers), encoder.width), np.float32)
        self._done = np.zeros(-(-len(numbers) // BLOCK), bool)  # which blocks were read

    def read(self, blocks: Iterable[int]) -> None:
        """Read further blocks of the text; numbers of no block are passed over."""
        new = sorted(b for b in set(blocks) if 0 <= b < len(self._done) and not self._done[b])
        for at in range(0, len(new), _PART):
            self._read(new[at : at + _PART])

    def _read(self, blocks: list[int]) -> None:
        np = self._np
        beside = range(max(1, blocks[0] - _FAR), blocks[0]) if blocks[0] - 1 in self else ()
        runs: list[list[int]] = []
        for block in sorted({0, *beside, *blocks}):
            if runs and runs[-1][-1] == block - 1:
                runs[-1].append(block)
            else:
                runs.append([block])
        told = [slice(run[0] * BLOCK, (run[-1] + 1) * BLOCK) for run in runs]
        numbers, marked = (
            np.concatenate([of[part] for part in told]) for of in (self._numbers, self._marked)
        )
        ends = np.cumsum([len(self._numbers[part]) for part in told]).tolist()
        states = self._encoder.states(numbers, marked, list(pairwise([0, *ends])))
        for run, begin in zip(runs, [0, *ends], strict=False):
            for at, block in enumerate(run):
                if block not in self:  # others were read with more around them
                    part = self._states[block * BLOCK : (block + 1) * BLOCK]
                    part[:] = states[begin + at * BLOCK :][: len(part)]
        self._done[blocks] = True

    def __contains__(self, block: int) -> bool:
        return 0 <= block < len(self._done) and bool(self._done[block])

    def places(self, spans: Sequence[Span]) -> tuple[Any, Any]:
        """Return the first and the last piece of each span of the text."""
        return places(self._starts, self._ends, spans)

    def of(self, pieces: Any) -> Matrix:
        """Return the states of pieces; what was not read yet is read."""
        blocks = pieces // BLOCK
        missing = blocks[~self._done[blocks]]
        if len(missing):
            self.read(missing.tolist())
        states: Matrix = self._states[pieces]
        return states

    def means(self, opens: Any, closes: Any) -> Matrix:
        """Return the mean of the states from each piece to each."""
        np = self._np
        sizes = closes - opens + 1
        firsts = np.cumsum(sizes) - sizes
        pieces = np.arange(sizes.sum()) + np.repeat(opens - firsts, sizes)
        sums = np.add.reduceat(self.of(pieces), firsts, axis=0)
        means: Matrix = sums / sizes[:, None].astype(np.float32)
        return means

    def seen(self, figure: Span, phrases: Sequence[Span]) -> Seen:
        """Return what is seen of a figure and of phrases."""
        np = self._np
        (first,), (last,) = self.places([figure])
        opens, closes = self.places(phrases)
        ends, whole = self.of(np.array([*opens, *closes, first, last])), self.means(opens, closes)
        sides = np.concatenate([ends[: len(opens)], ends[len(opens) : -2], whole], axis=1)
        away = opens - first
        kind = np.minimum(_KINDS, (np.log2(np.abs(away) + 1) * _STEP).astype(int))
        kind = np.where(away < 0, kind, kind + _KINDS)
        return Seen(sides, ends[-2:].reshape(-1), kind, np.minimum(closes - opens, _LONG))


class Reading:
    """A text that is read when the first of its figures is asked for.

    ``others`` is what is asked of with figures of all places.

    >>> reading = Reading("بلغت الصادرات 5 مليارات درهم", [(14, 28)])
    >>> reading.scores((14, 28), [(5, 13), (23, 28)]).shape  # of two phrases and none, by field
    (3, 5)
    """

    def __init__(self, text: str, figures: Sequence[Span], others: Sequence[Span] = ()) -> None:
        self._text, self._figures, self._others = text, figures, others
        self._read: Read | None = None

    def scores(self, figure: Span, phrases: Sequence[Span]) -> Matrix:
        """Return how likely each phrase, and last none, is to be each argument of a figure, as logarithms."""
        return reader().scores(self._read_once(), figure, phrases)

    def seen(self, figure: Span, phrases: Sequence[Span]) -> Seen:
        """Return what the reader sees of a figure and of phrases."""
        return self._read_once().seen(figure, phrases)

    def _read_once(self) -> Read:
        if self._read is None:
            self._read = reader().read(self._text, self._figures, self._others)
        return self._read


def blended(shares: Matrix, read: Matrix | None, arabic: bool = True) -> Matrix:
    """Return how likely candidates are by what ranker and reader say, by field; each column is one in all.

    ``arabic`` tells the language of the figure's sentence: of English the reader knows less.
    """
    if read is None:
        return shares
    return weighed(shares, read, _ARABIC if arabic else _ENGLISH)


def weighed(shares: Matrix, read: Matrix, weight: float) -> Matrix:
    """Return what one network says and, with a weight, another as shares.

    ``read`` are logarithms of the other, right but for a constant in each column.
    """
    import numpy as np

    return shares_of((1 - weight) * np.log(np.maximum(shares, _LEAST)) + weight * read)


def places(starts: Any, ends: Any, spans: Sequence[Span]) -> tuple[Any, Any]:
    """Return the first and the last piece of each span of a text; the word of each starts and ends there."""
    import numpy as np

    begin, end = np.array(spans, np.int64).reshape(-1, 2).T
    first = np.minimum(np.searchsorted(ends, begin, side="right"), len(starts) - 1)
    return first, np.maximum(np.searchsorted(starts, end, side="left") - 1, first)


def _side_by_side(np: Any, weights: Matrix, wide: int) -> Matrix:
    """Return matrices that stand below each other as one that takes their inputs side by side."""
    parts = [weights[at : at + wide].T for at in range(0, len(weights), wide)]
    return np.ascontiguousarray(np.concatenate(parts))  # type: ignore[no-any-return]


def _plain(np: Any, data: dict[str, Any], name: str) -> Any:
    """Return an array of weights: bytes with a scale for each row as numbers."""
    plain = data[name].astype(np.float32)
    scale = data.get(name + _SCALE)
    return plain if scale is None else plain * scale.astype(np.float32)[:, None]


@cache
def reader() -> Reader:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("reader.npz").open("rb") as stream, np.load(stream) as data:
        return Reader(dict(data))
