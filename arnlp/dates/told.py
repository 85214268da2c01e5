"""What was spoken of before, and what it makes of an expression that repeats it."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import LAST_DAY, TOLD_YEARS, Atom
from arnlp.dates.timeline import Timeline
from arnlp.engine import Cursor

_REMEMBERED = 20  # expressions that one can look back at


def resolve_told(cursor: Cursor, timeline: Timeline, atom: Atom) -> bool:
    """Resolve an atom by what was spoken of before it, العام التالي; False where it says nothing."""
    before = antecedent(cursor, timeline, atom)
    atom.stretch = _told_stretch(cursor, atom, before)
    return atom.stretch is not None


def antecedent(cursor: Cursor, timeline: Timeline, atom: Atom) -> Atom | None:
    """Return the last expression before that an atom can repeat, of its sentence or the one before."""
    sentence = cursor.tagged.sentence_of[atom.first]
    grains = {
        "P": ("part", "month", "interval", "day"), "M": ("month",), "Q": ("part",), "H": ("part",),
        "D": ("day",), "Y": ("part", "month", "interval", "day", "year"),
    }.get(atom.unit, (atom.grain,))  # fmt: skip
    reach = 3 if atom.grain == "same" else 1
    for seen in reversed(timeline.seen[-_REMEMBERED:]):
        if cursor.tagged.sentence_of[seen.first] < sentence - reach:
            return None
        if seen.grain not in grains or not (seen.stretch or (atom.grain == "same" and seen.timex)):
            continue
        if atom.unit == "P" and seen.grain == "day" and not _is_period(seen):
            continue
        if atom.unit == "Y" and atom.grain != "same" and seen.anchored and seen.grain == "day":
            continue
        return seen
    return None


def _is_period(seen: Atom) -> bool:
    """Tell whether days are a period that one can repeat: an interval, or up to a month's end."""
    if seen.between or seen.day == LAST_DAY:
        return True
    stretch = seen.stretch
    return bool(stretch and stretch.first and stretch.last and "/" in stretch.edtf)


def _told_stretch(cursor: Cursor, atom: Atom, before: Atom | None) -> cal.Stretch | None:
    """Return the year, month or week next to the one spoken of, else to that of the release."""
    day: date | None = None
    if before is not None and before.stretch is not None:
        day = before.stretch.last or before.stretch.first
    else:
        day, atom.anchored = cursor.anchor, True
    shift = atom.told or 0
    if before is not None:
        atom.anchored = before.anchored
    if atom.unit in ("FY", "AY"):
        told = before.stretch if before is not None else None
        return moved_by_years(told, shift) if told is not None else atom.stretch
    if day is None or day.year not in TOLD_YEARS:
        return None  # the next year of the next year of the next
    if atom.unit == "Y":
        return cal.year(day.year + shift)
    if atom.unit == "M":
        return cal.month(*cal.shift_months(day, shift))
    if atom.unit == "DECADE":
        return cal.decade((day.year // 10 + shift) * 10)
    kind = cal.week_of(cursor.context.country)
    moved = day + timedelta(7 * shift)
    return cal.weekend(moved, kind) if atom.unit == "WE" else cal.week(moved, kind)


def repeats_year(cursor: Cursor, timeline: Timeline, atom: Atom) -> bool:
    """Tell whether a year ago would be the one just spoken of: 5 in 2023, against 4 a year ago."""
    before = timeline.seen[-1] if timeline.seen else None
    if before is None or before.stretch is None or atom.stretch is None:
        return False
    if cursor.tagged.sentence_of[before.first] != cursor.tagged.sentence_of[atom.first]:
        return False
    return before.grain == "year" and before.stretch.first == atom.stretch.first


def moved_by_years(period: cal.Stretch, years: int) -> cal.Stretch | None:
    """Move a stretch by whole years, its names with it; None where it is open."""
    first, last = period.first, period.last
    if first is None or last is None or not 1 <= first.year + years <= last.year + years <= 9999:
        return None

    low, high = _in_year(first, first.year + years), _in_year(last, last.year + years)

    def rename(name: str, day: date) -> str:
        """Give the name of an end its new year; of a day, its new name (29 February is the 28th)."""
        return day.isoformat() if len(name) == 10 else f"{day.year:04d}{name[4:]}"

    def names(of: str) -> str:
        parts = of.split("/")
        if len(parts) == 1:
            return rename(of, low)
        return f"{rename(parts[0], low)}/{rename(parts[1], high)}"

    return cal.Stretch(low, high, names(period.edtf), names(period.timex))


def _in_year(value: date, year: int) -> date:
    """Return a day of another year; the last of February stays the last."""
    if value.month == 2 and (value + timedelta(1)).month == 3:
        return date(year, 3, 1) - timedelta(1)
    return value.replace(year=year)
