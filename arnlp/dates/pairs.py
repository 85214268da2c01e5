"""Which two time expressions belong together: two ends, one day in two calendars."""

from __future__ import annotations

from arnlp.dates.atoms import COMMAS, DASHES, Atom
from arnlp.dates.resolving import resolve
from arnlp.dates.words import deixis_at, is_date_word, is_link, is_period
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND
from arnlp.text.tokens import BREAK

_PLURAL_DEIXIS = ("ين", "ان")
_LINKING = (*COMMAS, *DASHES, "(", ")", "/", ".")
_SPAN = frozenset(("day", "month", "year", "part", "week", "decade", "century", "weekend"))


def are_range(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether two atoms are the ends of a range."""
    for atom in (first, second):
        if (
            atom.between
            or atom.told is not None
            or atom.grain in ("set", "same", "holiday", "duration")
        ):
            return False
    if first.grain == "now" and not is_date_word(cursor, first.first - 1, "between"):
        return False
    if (first.grain == "time") != (second.grain == "time"):
        return False
    gap = [cursor.entries[k] for k in range(first.last, second.first)]
    if len(gap) > 2 or any(entry.kind == BREAK for entry in gap):
        return False
    between = is_date_word(cursor, first.first - 1, "between") or (
        is_link(cursor, first.first - 1, "the") and is_date_word(cursor, first.first - 2, "between")
    )
    plural = cursor.entries[first.first].senses.get(S.PERIOD)
    paired = plural is not None and plural.role == "2" and plural.value in ("M", "D", "Y")
    if not gap:
        shared = _are_next_days(first, second) and is_plural(cursor, second.last - 1)
        return (between or paired or shared) and cursor.entries[second.first].led == AND
    j = first.last
    if cursor.norm(j) in COMMAS and len(gap) == 2 and is_date_word(cursor, j + 1, "to", "until"):
        return True
    if len(gap) == 2 and not _is_day_word(cursor, j + 1):
        return False
    if is_date_word(cursor, j, "to", "until") or cursor.norm(j) in DASHES:
        if first.grain == second.grain or second.grain == "now":
            return True
        return {first.grain, second.grain} <= _SPAN and cursor.norm(j) != "-"
    return is_link(cursor, j, "and") and (between or paired or _are_next_days(first, second))


def is_plural(cursor: Cursor, i: int) -> bool:
    """Tell whether a word that places periods places two: المقبلين."""
    return deixis_at(cursor, i) is not None and cursor.entries[i].norm.endswith(_PLURAL_DEIXIS)


def _is_day_word(cursor: Cursor, k: int) -> bool:
    return is_link(cursor, k, "the", "on") or is_period(cursor, k, "D", "M", "Y")


def are_same_day(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether two atoms are one date in two calendars."""
    if {first.calendar, second.calendar} != {"hijri", "gregorian"}:
        return False
    if first.grain != second.grain or first.grain not in ("day", "month", "year"):
        return False
    gap = range(first.last, second.first)
    if not gap and first.grain == "year":  # 1436هـ 2015م
        marks = (
            is_date_word(cursor, atom.last - 1, "hijri", "gregorian") for atom in (first, second)
        )
        return all(marks)
    if not 0 < len(gap) <= 4:
        return False
    told = [k for k in gap if is_date_word(cursor, k, "corresponding")]
    if not told and first.grain != "day" and cursor.norm(gap[0]) not in ("(", "/"):
        return False
    return all(
        is_date_word(cursor, k, "corresponding", "hijri", "gregorian")
        or cursor.norm(k) in _LINKING
        or is_link(cursor, k, "of", "on")
        or is_period(cursor, k, "D", "M", "Y")
        for k in gap
    )


def are_listed(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether 'and' alone joins two atoms: two dates rather than one in two calendars."""
    gap = range(first.last, second.first)
    if any(is_date_word(cursor, k, "corresponding") or cursor.norm(k) in ("(", "/") for k in gap):
        return False
    joined = bool(cursor.entries[second.first].led & AND)
    return joined or any(is_link(cursor, k, "and") for k in gap)


def spells_out(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether the date of a day told by its name follows: اليوم الثلاثاء الموافق 7 أكتوبر."""
    if second.grain != "day" or first.grain != "day" or second.anchored or second.between:
        return False
    if first.turn is not None:  # الأحد المقبل 20 أكتوبر
        day = resolve(cursor, second)
        if first.stretch is None or day is None or first.stretch.first != day.first:
            return False
    elif not any(cursor.masks[k] & S.RELATIVE_DAY for k in range(first.first, first.last)):
        return False
    gap = range(first.last, second.first)
    return len(gap) <= 1 and all(
        is_date_word(cursor, k, "corresponding") or cursor.norm(k) in ("(", *COMMAS) for k in gap
    )


def _are_next_days(first: Atom, second: Atom) -> bool:
    """Tell whether two bare weekdays follow each other: on Wednesday and Thursday."""
    if first.turn is None or second.turn is None:
        return False
    return first.turn % 7 + 1 == second.turn
