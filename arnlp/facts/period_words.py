"""What the words around a figure and a time expression, and where both stand, tell of a period: named features.

They are for the second round (:mod:`arnlp.facts.period_network`), beside those of the first
(:mod:`arnlp.facts.time_features`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.time_roles import grain
from arnlp.facts.wording import Wording
from arnlp.quantities import QuantityMention

_WORDS = 3  # tokens before a figure
_STEPS = (0, 1, 2, 3, 5, 8, 12, 18, 30, 60, 120)  # tokens between that are told apart
_FAR, _PLACES = 3, 5  # sentences between, and times that stand nearer, that are told apart
_YEARS = (-4, 3)  # from the year of the text
_AGES = (1, 7, 39, 99, 399)  # days since a time ended that are told apart


class PeriodWords:
    """The features of the figures and time expressions of one text."""

    def __init__(self, cursor: Cursor, wording: Wording) -> None:
        self._cursor, self._wording = cursor, wording
        self._known: dict[int, list[str]] = {}  # of time expressions, by their first tokens

    def of(
        self, figure: QuantityMention, mentions: Sequence[DateMention | None]
    ) -> list[list[str]]:
        """Return for each time expression that may be the period of a figure, and for none, what speaks for it."""
        told = list(_of_figure(self._cursor, self._wording, figure))
        gaps = [abs(m.first - figure.first) for m in mentions if m is not None]
        near = sorted(gaps)
        any_time = [f"any|{name}" for name in told]
        out = []
        for mention in mentions:
            if mention is None:
                row = [f"none|{name}" for name in told]
                row.append(f"times:{min(len(gaps), _PLACES)}")
            else:
                nearer = bisect_left(near, abs(mention.first - figure.first))
                row = [*any_time, *self._of_mention(mention)]
                row += _between(self._cursor, figure, mention, nearer)
            out.append(row)
        return out

    def _of_mention(self, mention: DateMention) -> list[str]:
        known = self._known.get(mention.first)
        if known is None:
            known = self._known[mention.first] = [
                *_of_mention(self._cursor, self._wording, mention)
            ]
        return known


def _of_figure(cursor: Cursor, wording: Wording, figure: QuantityMention) -> Iterator[str]:
    clause = wording.clause(figure.first)
    yield f"predicate:{clause.lemma if clause is not None else None}"
    if figure.noun:
        yield f"noun:{wording.lemma(figure.last - 1)}"
    yield f"unit:{figure.unit}"
    for back in range(1, min(_WORDS, figure.first) + 1):
        yield f"word{back}:{cursor.norm(figure.first - back)}"


def _of_mention(cursor: Cursor, wording: Wording, mention: DateMention) -> Iterator[str]:
    clause = wording.clause(mention.first)
    yield f"before:{cursor.norm(mention.first - 1) if mention.first else None}"
    yield f"of:{clause.lemma if clause is not None else None}"
    yield f"first:{cursor.norm(mention.first)}"
    yield f"last:{cursor.norm(mention.last)}"
    stretch, today = mention.stretch, cursor.anchor
    if stretch is not None and today is not None:
        yield from _age(stretch.first, stretch.last, today, grain(mention))


def _age(first: date | None, last: date | None, today: date, size: str) -> Iterator[str]:
    """Tell how long ago a time was, or whether it holds the day of the text or is to come."""
    end = last or first
    if end is None:
        return
    years = str(max(_YEARS[0], min(_YEARS[1], end.year - today.year)))
    yield f"years:{years}"
    yield f"years:{years}/{size}"
    if last is not None and last < today:
        yield f"when:past/{size}"
        yield f"ago:{size}/{bisect_left(_AGES, (today - last).days)}"
    else:
        yield f"when:{'ahead' if first is not None and today < first else 'now'}/{size}"


def _between(
    cursor: Cursor, figure: QuantityMention, mention: DateMention, nearer: int
) -> Iterator[str]:
    """Tell how far a time expression stands from a figure, and how many stand nearer."""
    sentence_of = cursor.tagged.sentence_of
    before = mention.first < figure.first
    gap = figure.first - mention.last if before else mention.first - figure.last
    away = min(sentence_of[figure.first] - sentence_of[mention.first], _FAR)
    yield f"gap:{'<' if before else '>'}{bisect_left(_STEPS, gap)}/{away}"
    yield f"nearer:{min(nearer, _PLACES)}/{away}"
