"""A level in brackets behind the figure that it is compared with: 548 (529), 2,471 permits (2,318 in 2023)."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.compared import is_days
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_REACH = 16  # tokens of a bracket, and from a figure to it
_MANY = 5  # times a figure that no level is
_TIME = 6  # tokens of a time, with what leads to it
_LABEL = ":"
_CLOSING = (")", ";")  # what ends a bracket, or its first level: (2022: 6%; 2021: 7%)
_DAYS = 20  # days of a time that is no part of the one told


def is_bracketed(
    cursor: Cursor, analysis: Analysis, figure: QuantityMention, level: QuantityMention
) -> bool:
    """Tell whether a quantity stands in brackets as the level of the one before it.

    Right behind the figure of a label (Vessels: 548 (529)), with a time of its own in the brackets
    (2,471 permits in the year (2,318 in 2023)), or behind the time that a change is told against.
    """
    opened, closed = _brackets(cursor, level)
    if opened < 0 or opened - figure.last > _REACH or not _is_near(figure, level):
        return False
    alone = closed - opened <= level.last - level.first + 1
    if opened <= figure.last:
        labelled = alone and cursor.norm(figure.first - 1) == _LABEL
        return labelled or _is_dated(cursor, analysis, opened, closed, level)
    if alone:
        return _is_set_against(cursor, figure, opened)
    return _is_dated(cursor, analysis, opened, closed, level)


def is_to_from(cursor: Cursor, figure: QuantityMention, level: QuantityMention) -> bool:
    """Tell whether 'from' leads from a figure to its level, as 'to' to it: went up to 26,417 from 24,930."""
    return (
        cursor.norm(level.first - 1) in words("from")
        and level.first - figure.last == 1
        and cursor.norm(figure.first - 1) in words("towards")
        and figure.kind == level.kind == "count"
    )


def bracketed_period(
    cursor: Cursor, analysis: Analysis, level: QuantityMention
) -> DateMention | None:
    """Return the days that a bracket gives to its level: (2021: 11,905); None without a bracket."""
    opened, closed = _brackets(cursor, level)
    if opened < 0:
        return None
    dates = analysis.index.dates_between(opened, closed)
    return next((one for one in dates if is_days(one)), None)


def _brackets(cursor: Cursor, level: QuantityMention) -> tuple[int, int]:
    """Return the tokens of the brackets around a quantity, -1 where it stands in none."""
    opened = level.first if cursor.norm(level.first) == "(" else level.first - 1
    opened = _back_to(cursor, opened, ("(", *_CLOSING))
    first = _back_to(cursor, opened - 1, ("(", ")")) if cursor.norm(opened) == ";" else opened
    if first < 0 or cursor.norm(first) != "(":
        return -1, -1
    closed = level.last - 1 if cursor.norm(level.last - 1) == ")" else level.last
    while closed < cursor.size and cursor.norm(closed) not in _CLOSING:
        if closed - level.last >= _REACH:
            break
        closed += 1
    return (opened, closed) if cursor.norm(closed) in _CLOSING else (-1, -1)


def _back_to(cursor: Cursor, j: int, marks: tuple[str, ...]) -> int:
    """Return the nearest of some marks at or before a token, -1 where none is near."""
    near = range(j, max(-1, j - _REACH), -1)
    return next((k for k in near if cursor.norm(k) in marks), -1)


def _is_dated(
    cursor: Cursor, analysis: Analysis, opened: int, closed: int, level: QuantityMention
) -> bool:
    """Tell whether a year or month is all that a bracket adds to its level: 2,318 in 2023, 2021: 11,905, July: 5."""
    rest = [k for k in range(opened + 1, closed) if not level.first <= k < level.last]
    if rest and _is_time(cursor, analysis, rest):
        return True
    years = [k for k in rest if cursor.norm(k).isdigit() and len(cursor.norm(k)) == 4]
    month = sum(bool(cursor.mask(k) & S.MONTH) for k in rest) == 1 and not years
    labelled = month and any(cursor.norm(k) == _LABEL for k in rest)  # (February: 5.3%)
    return (labelled or len(years) == 1) and all(
        k in years or cursor.norm(k) in (_LABEL, *words("dating")) or cursor.mask(k) & S.MONTH
        for k in rest
    )


def _is_time(cursor: Cursor, analysis: Analysis, rest: list[int]) -> bool:
    """Tell whether tokens of a bracket tell a stretch of time before a colon: Q1 2023:, previous year:."""
    if all(cursor.norm(k) in words("former_times") or cursor.norm(k) == _LABEL for k in rest):
        return len(rest) > 1
    if cursor.norm(rest[-1]) != _LABEL:
        return False
    dates = analysis.index.dates_between(rest[0], rest[-1])
    mention = next((one for one in dates if is_days(one)), None)
    if mention is None or mention.stretch is None:
        return False
    first, last = mention.stretch.first, mention.stretch.last
    if first is None or last is None or (last - first).days < _DAYS:
        return False
    return all(mention.first <= k < mention.last for k in rest[:-1])


def _is_set_against(cursor: Cursor, figure: QuantityMention, opened: int) -> bool:
    """Tell whether a bracket stands behind the time that a change is told against: 9% on April (9,029)."""
    for k in range(opened - 1, max(figure.last, opened - _TIME) - 1, -1):
        if cursor.norm(k) in words("against"):
            return any(
                cursor.mask(n) & (S.MONTH | S.PERIOD) or cursor.norm(n).isdigit()
                for n in range(k + 1, opened)
            )
        if cursor.mask(k) & (S.COMMA | S.END_MARK):
            return False
    return False


def _is_near(figure: QuantityMention, level: QuantityMention) -> bool:
    """Tell whether two figures are of one size, as levels of one thing are."""
    low, high = sorted((abs(figure.value), abs(level.value)))
    return bool(low > 0 and high <= _MANY * low)
