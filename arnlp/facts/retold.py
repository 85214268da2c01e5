"""How likely two figures of one amount are one figure that a text gives twice.

A headline, the lead and the body tell the same figure in other words, and two figures of a text may be
the same amount by chance: the rounder it is, the more often. What tells them apart are the words around
both, those that are rare in the text above all, where they stand, and whether what is told of both
agrees. A logistic regression weighs it (``repeat_weights.tsv``, learnt from gold rows by
``tests/generate/learn_repeats.py``).
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Hashable
from functools import cache
from math import exp, floor, log
from typing import Any

from arnlp.engine import Cursor
from arnlp.facts.figure import Figure
from arnlp.facts.sameness import content, says_same
from arnlp.facts.weights import weights_in
from arnlp.lexicon import senses as S
from arnlp.text.clitics import THE, written

_AROUND = 14  # words on either side of a figure that are compared
_MOST = 8  # figures of one amount that a further one is held against
ROUNDING = 0.05  # by how much a figure rounds another
_OPENING = 0.15  # of a text, where headline and lead stand
_ABOVE = ("more_than", "at_least")
_NEAR = (*_ABOVE, "about", "less_than", "at_most")


class Retold:
    """What the figures of a text are compared by; ``figures`` are all of it in their order."""

    def __init__(self, cursor: Cursor, figures: list[Figure]) -> None:
        self._cursor = cursor
        self._number = {id(figure): at for at, figure in enumerate(figures)}
        self._alike = Counter(map(_amount, figures))
        self._size = max(1, len(cursor.tagged.text))
        sentence_of = cursor.tagged.sentence_of
        self._among = Counter((sentence_of[f.quantity.first], f.quantity.kind) for f in figures)
        self._often: Counter[str] = Counter()
        self._words: dict[int, tuple[list[str], list[str]]] = {}
        self._near: dict[Hashable, list[Figure]] = {}

    def before(self, figure: Figure) -> list[Figure]:
        """Return the figures asked of before whose amount this one may repeat, the last of them; note it."""
        kind, step = _amount(figure)[:3], _step(figure.quantity.value)
        near = [
            other
            for there in (step - 1, step, step + 1)
            for other in self._near.get((kind, there), ())
            if amounts_agree(other, figure) or amounts_agree(figure, other)
        ]
        kept = self._near.setdefault((kind, step), [])
        kept.append(figure)
        del kept[:-_MOST]
        return sorted(near, key=lambda other: self._number[id(other)])[-_MOST:]

    def likely(self, a: Figure, b: Figure) -> float:
        """Return how likely two figures of one amount are one; ``b`` stands behind."""
        known = weights()
        told = self.features(a, b).items()
        return 1 / (1 + exp(-sum(known.get(name, 0.0) * value for name, value in told)))

    def features(self, a: Figure, b: Figure) -> dict[str, float]:
        """Return what tells whether two figures are one, by name."""
        first, second = a.quantity, b.quantity
        digits = min(digits_of(float(second.value)), 4)
        told = (
            f"digits:{digits}",
            f"kind:{second.kind}",
            f"direction:{_agree(a.direction, b.direction)}",
            f"period:{_agree(edtf_of(a), edtf_of(b))}",
            f"noun:{_of_nouns(first.noun, second.noun)}",
        )
        return {
            "always": 1.0,
            "bound": float(first.bound == second.bound),
            "type": float(a.type == b.type),
            **dict.fromkeys(told, 1.0),
            **self._of_places(a, b),
            **self._of_words(a, b, digits),
        }

    def _of_places(self, a: Figure, b: Figure) -> dict[str, float]:
        """Tell where both stand, and how many of their amount there are."""
        first, second = a.quantity, b.quantity
        rounded = first.value != second.value
        alike = self._alike[_amount(b)] + (self._alike[_amount(a)] if rounded else 0)
        tagged = self._cursor.tagged
        inside = tagged.sentence_of[first.first] == tagged.sentence_of[second.first]
        listed = [self._among[tagged.sentence_of[q.first], q.kind] for q in (first, second)]
        lost = self._cursor.context.separators.lost
        between = max(1, self._number[id(b)] - self._number[id(a)])
        lines = bisect(tagged.breaks, second.first) - bisect(tagged.breaks, first.first)
        return {
            "rounded": float(rounded),
            "alike": log(max(2, alike)),
            "inside": float(inside),
            "inside:lost": float(inside and lost),
            "lost": float(lost),
            "listed": log(min(listed)),
            "between": log(between),
            "away": log(max(1, second.start - first.start)),
            "line": float(not lines),
            "lines": float(min(lines, 4)) / 2,
            "opening": float(first.start < _OPENING * self._size),
        }

    def _of_words(self, a: Figure, b: Figure, digits: int) -> dict[str, float]:
        """Tell which words stand around both."""
        (before, behind), (others_before, others_behind) = self._around(a), self._around(b)
        often = self._counted()
        shared = {*before, *behind} & {*others_before, *others_behind}
        rare = log(1 + sum(1 / max(1, often[word] - 1) for word in shared))
        return {
            "shared": float(min(len(shared), 8)) / 4,
            "rare": rare,
            "rare:precise": rare * (digits > 1),
            "before": float(before[-1:] == others_before[-1:]),
            "behind": float(behind[:2] == others_behind[:2]),
        }

    def _around(self, figure: Figure) -> tuple[list[str], list[str]]:
        """Return the words before and behind a figure, as they are known again."""
        first, last = figure.quantity.first, figure.quantity.last
        found = self._words.get(first)
        if found is None:
            size = self._cursor.size
            found = self._words[first] = (
                self._told(range(max(0, first - _AROUND), first)),
                self._told(range(last, min(size, last + _AROUND))),
            )
        return found

    def _told(self, tokens: range) -> list[str]:
        cursor = self._cursor
        return [
            bare(cursor, j)
            for j in tokens
            if not cursor.mask(j) & (S.STOP | S.COMMA) and cursor.norm(j)[:1].isalpha()
        ]

    def _counted(self) -> Counter[str]:
        """Return how often the text has each word."""
        if not self._often:
            self._often = Counter(self._told(range(self._cursor.size)))
        return self._often


def amounts_agree(a: Figure, b: Figure) -> bool:
    """Tell whether two amounts may be one: equal, or the first one rounds the second and says so.

    Over 98,000 rounds 98,723 down; nearly 100,000 rounds it up.
    """
    first, second = a.quantity, b.quantity
    if first.value == second.value:
        return bool(first.value_max == second.value_max)
    if first.bound not in _NEAR or second.bound in _NEAR or first.value_max or second.value_max:
        return False
    rounded, exact = float(first.value), float(second.value)
    if abs(exact - rounded) > ROUNDING * abs(exact) or digits_of(rounded) >= digits_of(exact):
        return False
    return first.bound == "about" or (first.bound in _ABOVE) == (exact > rounded)


def _amount(figure: Figure) -> tuple[Hashable, ...]:
    quantity = figure.quantity
    return quantity.kind, quantity.unit, quantity.per, quantity.value


def _step(value: Any) -> int:
    """Return the step of a ladder that a value stands on; what rounds it stands on it or on the next."""
    return floor(log(abs(float(value))) / log(1 + 2 * ROUNDING)) if value else 0


def digits_of(value: float) -> int:
    """Return how many digits of a value count.

    >>> digits_of(1500000.0), digits_of(99180.0), digits_of(2.5), digits_of(20.0)
    (2, 4, 2, 1)
    """
    return len(f"{value:f}".rstrip("0").rstrip(".").replace(".", "").strip("0")) or 1


def bare(cursor: Cursor, j: int) -> str:
    """Return a word without clitics and the article."""
    entry = cursor.entries[j]
    word = entry.norm[len(entry.clitics) :]
    return word.removeprefix(written(THE)) if entry.definite else word


def _agree(a: object, b: object) -> str:
    """Tell how two things that may not be told stand to each other."""
    if a is None or b is None:
        return "neither" if a is b else "one"
    return "same" if a == b else "other"


def _of_nouns(a: str | None, b: str | None) -> str:
    """Tell how the nouns that two figures count stand to each other."""
    if a is None or b is None or a == b:
        return _agree(a, b)
    return "near" if says_same(content(a), content(b)) else "other"


def edtf_of(figure: Figure) -> str | None:
    """Return the period of a figure as EDTF."""
    stretch = figure.period.stretch if figure.period is not None else None
    return stretch.edtf if stretch is not None else None


@cache
def weights() -> dict[str, float]:
    """Return the weights of the regression by name."""
    return weights_in("repeat_weights.tsv")
