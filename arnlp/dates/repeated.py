"""What an expression that repeats a period makes of it: the same period of last year.

Last year is that of the release, not of the base of a comparison that stands between: what is
compared is looked for behind such a base. Months up to an end (حتى نهاية أبريل) that are compared
with the same period are those from January on.
"""

from __future__ import annotations

from dataclasses import replace

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import GREGORIAN, HIJRI, LAST_DAY, Atom
from arnlp.dates.hijri import to_hijri
from arnlp.dates.resolving import resolve
from arnlp.dates.timeline import Timeline
from arnlp.dates.told import antecedent, is_other_part, moved_by_years
from arnlp.dates.words import is_date_word
from arnlp.engine import Cursor

_GRAINS = {
    "M": ("month",),
    "Q": ("part",),
    "H": ("part",),
    "P": ("part", "month", "interval"),
    "W": ("week", "interval"),
}
_DECEMBER = 12
_FEW = 40  # expressions of a text that can have one month alone
_NEAR = 12  # expressions before a base in which what it is compared with stands


def resolve_same(cursor: Cursor, timeline: Timeline, atom: Atom) -> bool:
    """Resolve an atom that repeats a period; False where it says nothing."""
    before = antecedent(cursor, timeline, atom) or _only_period(timeline, atom)
    if before is None:
        return _keep_year(atom)
    if before.stretch is None:
        atom.stretch = _in_stated_year(before, atom)
        return atom.stretch is not None
    if atom.unit in ("Y", "D"):
        return _repeat_whole(atom, before.stretch)
    compared = atom.year is not None or atom.told != 0
    ended = is_date_word(cursor, atom.first - 1, "end")  # بنهاية الفترة نفسها is a day as well
    if compared and atom.unit == "P" and not ended:
        accumulate(timeline, before)
    stretch = before.stretch
    if not compared:
        atom.stretch = stretch
        return atom.unit != "P"  # the same period alone adds nothing
    if stretch.first is None or stretch.last is None:
        return _keep_year(atom)
    atom.stretch = _moved(cursor, timeline, before, atom)
    atom.calendar = before.calendar
    return atom.stretch is not None


def _repeat_whole(atom: Atom, stretch: cal.Stretch) -> bool:
    """Repeat a year, or the day that was spoken of."""
    day = stretch.first or stretch.last
    if day is None:
        return False
    if atom.unit == "Y":
        atom.stretch = cal.year(day.year)
        return True
    if stretch.first != stretch.last or atom.year is not None or atom.told:
        return False
    atom.stretch = stretch
    return True


def _keep_year(atom: Atom) -> bool:
    """Keep the year alone of what repeats nothing that is known."""
    if atom.year is None or atom.year_from is None or atom.calendar != GREGORIAN:
        return False
    if atom.unit == "W":
        return False  # a week is no year
    atom.first, atom.grain, atom.stretch = atom.year_from, "year", cal.year(atom.year)
    atom.told = None
    return True


def _only_period(timeline: Timeline, atom: Atom) -> Atom | None:
    """Return the last period of a text that all its periods are, whatever their year."""
    if (atom.year is None and not atom.told) or len(timeline.seen) > _FEW:
        return None
    kept: Atom | None = None
    for seen in timeline.seen:
        if seen.grain not in _GRAINS.get(atom.unit, ()) or seen.stretch is None:
            continue
        if is_other_part(seen, atom):
            continue
        if kept is not None and _within_year(seen) != _within_year(kept):
            return None
        kept = seen
    return kept


def _within_year(seen: Atom) -> tuple[object, ...]:
    """Return the months that an expression takes in, of whatever year."""
    ends = (seen.stretch.first, seen.stretch.last) if seen.stretch is not None else ()
    return tuple(end and end.month for end in ends)


def _in_stated_year(before: Atom, atom: Atom) -> cal.Stretch | None:
    """Return a month or part whose own year is not known, in the year that is stated."""
    if atom.year is None or before.calendar == HIJRI or atom.calendar == HIJRI:
        return None
    if before.month is not None:
        whole = cal.month(atom.year, before.month)
        return _from_january(whole) if before.until or before.day == LAST_DAY else whole
    _, _, part = (before.timex or "").partition("-")
    if before.unit != "FY" and part[:1] in ("Q", "H", "T") and part[1:].isdigit():
        whole_part = cal.part_of_year(atom.year, part[0], int(part[1:]))
        return _from_january(whole_part) if before.until and whole_part else whole_part
    return None


def accumulate(timeline: Timeline, before: Atom) -> None:
    """Let what runs up to the end of a month or part run from January on."""
    stretch = before.stretch
    if before.calendar == HIJRI or stretch is None or stretch.last is None:
        return
    if before.day is not None and before.day != LAST_DAY:
        return
    if not before.until and before.grain != "day":
        return
    if (
        before.grain not in ("month", "part", "day")
        or before.unit == "FY"
        or stretch.last.month == _DECEMBER
    ):
        return
    before.stretch = _from_january(stretch)
    before.until, before.between = False, True
    for mention in reversed(timeline.out):
        if mention.first == before.first:
            mention.kind, mention.stretch, mention.mod = "interval", before.stretch, None
            mention.timex, mention.edtf = before.stretch.timex, before.stretch.edtf
            return


def _from_january(stretch: cal.Stretch) -> cal.Stretch:
    """Return the months from January to the last of a stretch."""
    assert stretch.last is not None
    year, month = stretch.last.year, stretch.last.month
    if month == 1:
        return cal.month(year, 1)
    return cal.between(cal.month(year, 1), cal.month(year, month))


def _moved(cursor: Cursor, timeline: Timeline, before: Atom, atom: Atom) -> cal.Stretch | None:
    """Move what is repeated into the year that is told."""
    stretch = before.stretch
    assert stretch is not None
    assert stretch.last is not None
    if before.calendar == HIJRI:
        return _moved_in_hijri(cursor, before, atom)
    based = _is_base(timeline, before)
    if atom.year is None:
        return moved_by_years(stretch, (atom.told or -1) + based)
    years = atom.year - stretch.last.year
    if years == 0 and atom.anchored and not based:
        years = -1  # in January, last year's fourth quarter against the one before
    return moved_by_years(stretch, years)


def _is_base(timeline: Timeline, before: Atom) -> bool:
    """Tell whether a period is what the same one of the next year was compared with."""
    later = moved_by_years(before.stretch, 1) if before.stretch is not None else None
    if later is None:
        return False
    near = timeline.seen[-2 * _NEAR :]
    at = next((k for k, seen in enumerate(near) if seen is before), 0)
    return any(
        seen.stretch is not None and seen.stretch.edtf == later.edtf
        for seen in near[max(at - _NEAR, 0) : at]
    )


def _moved_in_hijri(cursor: Cursor, before: Atom, atom: Atom) -> cal.Stretch | None:
    """Move a Hijri month by years of its own calendar."""
    if before.month is None or before.stretch is None or before.stretch.first is None:
        return None
    start = to_hijri(before.stretch.first)
    if start is None:
        return None
    years = -1
    if atom.year is not None:
        years = atom.year - (start[0] if atom.calendar == HIJRI else before.stretch.first.year)
    return resolve(cursor, replace(before, year=start[0] + (years or -1), stretch=None, shift=None))
