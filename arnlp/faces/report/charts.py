"""What the charts of a report count: facts by type, body and country, and over the years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from arnlp.faces.html.sides import Side, side_of
from arnlp.faces.report.collect import Corpus

_MOST_BARS = 12
_RARE = 0.01  # of all: how many years at an end of the time line stand together
_MOST_MONTHS, _MOST_COLUMNS = 48, 120
_KEY = re.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?")
_WIDTH, _FLOOR = 960, 120  # of the drawing, and how far down the columns stand


class Bar(NamedTuple):
    """One bar of a chart: its label, how many, and its share of the longest."""

    label: str
    side: Side
    total: int
    share: float


class Column(NamedTuple):
    """One column of a time line, in the units of the drawing; ``told`` is false where no label fits."""

    key: str
    total: int
    x: float
    y: float
    width: float
    height: float
    told: bool


class Charts(NamedTuple):
    """The charts of the index."""

    types: list[Bar]
    bodies: list[Bar]
    countries: list[Bar]
    years: list[Column]
    months: list[Column]


def charts_of(corpus: Corpus) -> Charts:
    """Return the charts of all that a report lists."""
    names = list(corpus.bodies)
    return Charts(
        bars(Counter(fact.type for fact in corpus.facts)),
        bars(Counter(names[body] for fact in corpus.facts for body in fact.bodies)),
        bars(corpus.countries()),
        columns(year_of(fact.first, fact.last) for fact in corpus.facts),
        columns(one.published[:7] for one in corpus.releases),
    )


def bars(counts: Counter[str]) -> list[Bar]:
    """Return the longest bars of counts; a name in two languages runs as the first of them does.

    >>> bars(Counter(["a", "b", "b", ""]))[0]
    Bar(label='b', side=Side(dir='ltr', lang='en'), total=2, share=1.0)
    >>> bars(Counter(["Dubai Police · شرطة دبي"]))[0].side.dir
    'ltr'
    """
    told = [(name, count) for name, count in counts.most_common() if name][:_MOST_BARS]
    return [
        Bar(name, side_of(name.partition(" · ")[0]), count, round(count / told[0][1], 4))
        for name, count in told
    ]


def year_of(first: str, last: str) -> str:
    """Return the year that a fact is counted in: the one in which its period ends.

    >>> year_of("2024-01-01", "2024-06-30"), year_of("", "")
    ('2024', '')
    """
    return (last or first)[:4]


def columns(keys: Iterable[str]) -> list[Column]:
    """Return the columns of a time line, years or months, those between with none too.

    Where some few lie far off, they stand together at the ends (``<1999``, ``>2041``).

    >>> [(column.key, column.total) for column in columns(["2020", "2022", "2022", ""])]
    [('2020', 1), ('2021', 0), ('2022', 2)]
    """
    counts = Counter(key for key in keys if _KEY.fullmatch(key))
    if not counts:
        return []
    ordered = sorted(counts.elements())
    cut = int(len(ordered) * _RARE)
    shown = _between(ordered[cut], ordered[len(ordered) - 1 - cut])
    if len(shown) > _MOST_MONTHS and len(shown[0]) > 4:
        return columns(key[:4] for key in counts.elements())
    shown = shown[-_MOST_COLUMNS:]
    early = sum(count for key, count in counts.items() if key < shown[0])
    late = sum(count for key, count in counts.items() if key > shown[-1])
    pairs = [(key, counts[key]) for key in shown]
    pairs = [
        *([("<" + shown[0], early)] if early else []),
        *pairs,
        *([(">" + shown[-1], late)] if late else []),
    ]
    most = max(count for _, count in pairs) or 1
    step = _WIDTH / len(pairs)
    every = -(-len(pairs) // 16)
    return [
        Column(
            key, count, round(at * step, 2), round(_FLOOR - _FLOOR * 0.85 * count / most, 2),
            round(min(step * 0.85, 60), 2), round(_FLOOR * 0.85 * count / most, 2), at % every == 0,
        )
        for at, (key, count) in enumerate(pairs)
    ]  # fmt: skip


def _between(first: str, last: str) -> list[str]:
    """Return all years, or all months, from one to another."""
    if len(first) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    begin, end = (int(key[:4]) * 12 + int(key[5:7]) - 1 for key in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1)]
