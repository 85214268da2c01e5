"""Figures of both texts: the same value, a rounded one, another one, none.

A figure that has no partner of its value in the aligned sentences is looked for in all that those
sentences may be said to state (:mod:`~arnlp.faces.compare.values`), then in the sentences around.
What is found nowhere is paired with what the other text has left over: a conflict, or it is missing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10

from arnlp.faces.compare.pairing import OTHER, Both, Item, Language, by_bead, paired
from arnlp.faces.compare.sides import Side
from arnlp.faces.compare.values import values_of
from arnlp.model.comparison import Finding, Kind

_KINDS: dict[str, Kind] = {"money": "money", "percent": "percent", "percentage_point": "percent"}
_SMALL = 2  # written as a dual, an article or an ordinal, or left out
_COMMON = 12  # values that sentences around may well have by chance
_HALF = 0.5
_SLACK = 0.06  # of a value that is said to be about, over or under


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text."""

    item: Item
    kind: str
    low: float
    high: float
    unit: str | None
    bound: str
    sure: bool  # in digits, or with a unit

    @property
    def values(self) -> tuple[float, ...]:
        """Return its value, or both of a range."""
        return (self.low,) if self.low == self.high else (self.low, self.high)


def figures_of(side: Side) -> list[Figure]:
    """Return the figures of a text in their order: quantities, and numbers that are of no date."""
    release = side.release
    out = []
    for q in release.quantities:
        high = q.value if q.value_max is None else q.value_max
        unit = q.unit if q.unit is not None or q.kind != "money" else None
        digits = any(c.isdigit() for c in q.text)
        sure = digits or q.kind in ("money", "percent", "percentage_point")
        item = Item(q.start, q.end, side.sentence_at(q.start), _told(q.value, high, unit, q.bound))
        out.append(Figure(item, q.kind, q.value, high, unit, q.bound, sure))
    taken = sorted(
        [(q.start, q.end) for q in release.quantities] + [(d.start, d.end) for d in release.dates]
    )
    starts = [start for start, _ in taken]
    for n in release.numbers:
        at = bisect_right(starts, n.start)
        if any(end > n.start for _, end in taken[max(0, at - 3) : at]):
            continue
        item = Item(
            n.start, n.end, side.sentence_at(n.start), _told(n.value, n.value, None, "exact")
        )
        digits = any(c.isdigit() for c in n.text)
        out.append(Figure(item, n.kind, n.value, n.value, None, "exact", digits))
    return sorted(out, key=lambda figure: figure.item.start)


def _told(low: float, high: float, unit: str | None, bound: str) -> str:
    value = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    bound = "" if bound in ("exact", "between") else f"{bound.replace('_', ' ')} "
    return f"{bound}{value}{'%' if unit == '%' else f' {unit}' if unit else ''}"


def compare_figures(both: Both) -> Iterator[Finding]:
    """Yield a finding for each figure of either text."""
    for bead, ar, en in by_bead(both, figures_of):
        yield from _bead(both, bead, ar, en)


def _bead(both: Both, bead: int, ar: list[Figure], en: list[Figure]) -> Iterator[Finding]:
    """Compare the figures of aligned sentences."""
    pairs, ar, en = paired(ar, en, _likeness)
    for a, e in pairs:
        yield _pair(both, bead, a, e)
    left: dict[Language, list[Figure]] = {"ar": [], "en": []}
    found: tuple[tuple[Language, list[Figure]], ...] = (("ar", ar), ("en", en))
    for language, figures in found:
        for figure in figures:
            if _is_told(both, bead, figure, language):
                yield both.lone(kind_of(figure), "agrees", bead, language, figure.item)
            else:
                left[language].append(figure)
    pairs, ar, en = paired(left["ar"], left["en"], _same_sort)
    for a, e in pairs:
        note = f"{a.item.value} in Arabic, {e.item.value} in English"
        yield both.finding(kind_of(a, e), "conflict", bead, a.item, e.item, note)
    for language, figures in (("ar", ar), ("en", en)):
        for figure in figures:
            shown = _is_shown(figure)
            yield both.lone(kind_of(figure), "missing", bead, language, figure.item, shown=shown)


def kind_of(one: Figure, other: Figure | None = None) -> Kind:
    """Return the kind of finding that a figure makes, or two of which one may be read in part."""
    kind = _KINDS.get(one.kind)
    return kind or (_KINDS.get(other.kind) if other else None) or "number"


def _pair(both: Both, bead: int, a: Figure, e: Figure) -> Finding:
    """Return the finding of two figures of one value: their units may be two."""
    note = f"{a.item.value} in Arabic, {e.item.value} in English"
    kind = kind_of(a, e)
    if a.kind == e.kind == "money" and a.unit and e.unit and a.unit != e.unit:
        return both.finding(kind, "conflict", bead, a.item, e.item, note)
    same = a.values == e.values and a.bound == e.bound and a.unit == e.unit
    status, note = ("matched", "") if same else ("agrees", note)
    return both.finding(kind, "matched" if status == "matched" else "agrees", bead, a.item, e.item, note)  # fmt: skip


def _likeness(a: Figure, e: Figure) -> float:
    """Return how sure two figures are of one value, 0 where they are not."""
    if a.values == e.values:
        like = 3.0
    elif agree(a, e):
        like = 1.0
    else:
        return 0.0
    if a.unit == e.unit:
        like += 0.5
    if a.kind == e.kind:
        like += 0.5
    return like


def agree(a: Figure, e: Figure) -> bool:
    """Tell whether two values do not contradict each other: one is the other rounded, or a bound of it."""
    money = {a.kind, e.kind}
    if "money" in money and money & {"percent", "duration"}:
        return False
    if len(a.values) != len(e.values):
        one, other = (a, e) if len(a.values) == 1 else (e, a)
        return one.low in other.values
    return all(
        rounded(x, y) or _loosely(x, y, a.bound, e.bound)
        for x, y in zip(a.values, e.values, strict=True)
    )


def rounded(one: float, other: float) -> bool:
    """Tell whether one of two values is the other rounded to fewer digits, two or more.

    >>> rounded(2.9e9, 2_912_000_000), rounded(3.1e6, 3.7e6), rounded(40, 38)
    (True, False, False)
    """
    if one == other:
        return True
    if not (one and other) or (one < 0) != (other < 0):
        return False
    coarse, fine = sorted((one, other), key=_digits)
    digits = _digits(coarse)
    if digits < 2 or _digits(fine) <= digits:
        return False
    step = 10.0 ** (floor(log10(abs(fine))) - digits + 1)
    return abs(coarse - fine) <= step * _HALF * (1 + 1e-9)


def _digits(value: float) -> int:
    """Return how many digits a value has without the zeros at both ends."""
    return max(1, len(f"{abs(value):.12g}".replace(".", "").split("e")[0].strip("0")))


def _loosely(one: float, other: float, bound: str, other_bound: str) -> bool:
    if bound == other_bound == "exact":
        return False
    return abs(one - other) <= _SLACK * max(abs(one), abs(other)) and _digits(one) != _digits(other)


def _is_told(both: Both, bead: int, figure: Figure, language: Language) -> bool:
    """Tell whether the other text may be said to state a figure, in aligned sentences or around."""
    side = both.side(OTHER[language])
    near = set[float]().union(*(values_of(side, k) for k in both.sentences(OTHER[language], bead)))
    if all(_among(value, near, figure) for value in figure.values):
        return True
    if figure.low <= _COMMON and figure.low == int(figure.low):
        return False
    around = set[float]().union(
        *(values_of(side, k) for k in both.sentences(OTHER[language], bead, around=1))
    )
    return all(value in around for value in figure.values)


def _among(value: float, values: set[float], figure: Figure) -> bool:
    if value in values or round(value, 3) in values:
        return True
    return any(other > _COMMON and rounded(value, other) for other in values)


def _same_sort(a: Figure, e: Figure) -> float:
    """Return how likely two figures that differ are meant to be one, 0 where they are not."""
    if not (_is_shown(a) or _is_shown(e)):
        return 0.0
    like = 0.1
    if kind_of(a) == kind_of(e):
        like += 1
    if a.unit == e.unit:
        like += 1
    if a.kind == e.kind:
        like += 0.5
    big, small = max(a.low, e.low), min(a.low, e.low)
    return like + (small / big if big > 0 and small > 0 else 0)


def _is_shown(figure: Figure) -> bool:
    """Tell whether a figure would hardly be left out, or worded without a number."""
    if figure.kind in ("ordinal", "fraction", "multiplier") and not figure.sure:
        return figure.low > _COMMON
    return figure.low > _SMALL or figure.kind in _KINDS
