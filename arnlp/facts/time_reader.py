"""How likely each time is the period of a figure by the text around both: a small network over the reader's states.

It stands beside the network of periods (:mod:`arnlp.facts.period_network`), which knows features of grammar
and the figures around; both are asked. ``tests/generate/learn_times.py`` trained it, over the states of the
reader (:mod:`arnlp.facts.reader`) as it is; the page of facts tells what it adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from arnlp.dates import DateMention
from arnlp.facts.reader import Reading, Seen, weighed
from arnlp.quantities import QuantityMention

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_WEIGHT = 0.3  # of what it says, among the two


class TimeNetwork:
    """The network, from the arrays of its file."""

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np: Any = np
        self._w = {name: array.astype(np.float32) for name, array in data.items()}

    def scores(self, seen: Seen) -> Matrix:
        """Return how likely none, and each time, is the period, as logarithms that are right but for a constant."""
        np, w = self._np, self._w
        figure = self._of("figure", seen.figure)
        told = self._of("time", seen.phrases) + figure + w["away.weight"][seen.away]
        told = np.concatenate([(figure + w["none"])[None], told + w["long.weight"][seen.long]])
        asks = self._of("asks", seen.figure)
        pairs = np.concatenate([(w["alone"] * asks)[None], self._of("keys", seen.phrases) * asks])
        middle = self._of("middle", np.maximum(told, 0)) + self._of("paired", pairs)
        scores: Matrix = self._of("out", np.maximum(middle, 0))[:, 0]
        return scores

    def _of(self, name: str, x: Matrix) -> Matrix:
        """Return what one layer makes of its input."""
        made: Matrix = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return made


def with_times(
    shares: Matrix, reading: Reading, figure: QuantityMention, times: Sequence[DateMention | None]
) -> Matrix:
    """Return how likely none and each time is the period of a figure, by what the text says, too.

    ``shares`` tells how likely each is by the network of periods; the first of ``times`` is None.
    """
    spans = [(time.start, time.end) for time in times if time is not None]
    if not spans:
        return shares
    seen = reading.seen((figure.start, figure.end), spans)
    return weighed(shares, network().scores(seen), _WEIGHT)


@cache
def network() -> TimeNetwork:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("times.npz").open("rb") as stream, np.load(stream) as data:
        return TimeNetwork(dict(data))
