"""What was spoken of before, and what it makes of an expression that repeats it."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import LAST_DAY, TOLD_YEARS, Atom
from arnlp.dates.resolving import tense_at
from arnlp.dates.timeline import Timeline
from arnlp.dates.words import is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words

_REMEMBERED = 20  # expressions that one can look back at
_PARTS = {"Q": 3, "H": 6}  # their months
_OTHER_PART = {"Q": "H", "H": "Q"}
_LEVEL = 8  # tokens from a word of comparison to a year ago
_NEAR = 12  # expressions before a base in which what it is compared with stands
_SEASONS = {"SPRING": "21", "SUMMER": "22", "AUTUMN": "23", "WINTER": "24"}
_REACH = {"Q": 60, "H": 60, "M": 3}  # sentences: a release is of one quarter, but of many years


def resolve_told(cursor: Cursor, timeline: Timeline, atom: Atom) -> bool:
    """Resolve an atom by what was spoken of before it, العام التالي; False where it says nothing."""
    before = antecedent(cursor, timeline, atom)
    if atom.bound and not (before is not None and _is_at_hand(cursor, before, atom)):
        return False
    atom.stretch = _told_stretch(cursor, atom, before)
    stretch = atom.stretch
    if stretch is not None and atom.year is not None and atom.year_from is not None:
        if stretch.first is None or stretch.first.year != atom.year:  # not the one of its year
            atom.first, atom.grain, atom.stretch = atom.year_from, "year", cal.year(atom.year)
            atom.told = None
    return atom.stretch is not None


def antecedent(cursor: Cursor, timeline: Timeline, atom: Atom) -> Atom | None:
    """Return the last expression before that an atom can repeat, of its sentence or the one before."""
    sentence = cursor.tagged.sentence_of[atom.first]
    grains = {
        "P": ("part", "month", "interval", "day"), "M": ("month",), "Q": ("part",), "H": ("part",),
        "W": ("week", "interval", "day"), "D": ("day",), **dict.fromkeys(_SEASONS, ("part",)), "Y": ("part", "month", "interval", "day", "year"),
    }.get(atom.unit, (atom.grain,))  # fmt: skip
    if atom.unit == "P" and atom.bound:  # a year earlier
        grains = (*grains, "year")
    reach = 3 if atom.grain == "same" else _REACH.get(atom.unit, 1)
    skipped: Atom | None = None
    near = timeline.seen[-_REMEMBERED:]
    for k in range(len(near) - 1, -1, -1):
        seen = near[k]
        if cursor.tagged.sentence_of[seen.first] < sentence - reach:
            break
        if atom.bound and seen.grain in grains and seen.stretch is None:
            return None  # of a day that is not known
        if seen.grain not in grains or not (seen.stretch or (atom.grain == "same" and seen.timex)):
            continue
        if cursor.norm(seen.last) == "=":
            continue  # the base of an index: 2020 = 100
        if atom.grain == "part" and not _is_whole_part(seen, atom.unit):
            continue
        if is_other_part(seen, atom):
            continue
        if atom.unit in ("P", "W") and seen.grain == "day" and not _is_period(seen):
            continue
        if atom.unit == "Y" and atom.grain != "same" and seen.anchored and seen.grain == "day":
            continue
        if _is_compared_with(near[max(k - _NEAR, 0) : k], seen, atom):
            skipped = skipped or seen
            continue
        return seen
    return skipped


def _is_compared_with(before: list[Atom], seen: Atom, atom: Atom) -> bool:
    """Tell whether a period is the base of a comparison, and not what an expression counts from."""
    if (seen.told or 0) < 0 and seen.grain != "same":
        return seen.unit in (*_PARTS, "W", "M", "Y") and (atom.told or 0) <= 0
    back = atom.grain != "same" and (atom.told or 0) <= 0
    return back and _is_base(before, seen, atom.unit)


def _is_at_hand(cursor: Cursor, seen: Atom, atom: Atom) -> bool:
    """Tell whether what 'the month' or 'the year before' may mean stands near enough before it.

    That is in its sentence, or in the one before where its own tells what was: In May prices rose.
    Food fell over the month. Over the year tells of a quarter what it is of the year up to it.
    """
    sentences = cursor.tagged.sentence_of
    back = sentences[atom.first] - sentences[seen.first]
    if back > 1 or (back and atom.told == 0 and tense_at(cursor, atom.first) >= 0):
        return False
    if atom.unit != "Y" or atom.told:
        return True
    during = cursor.norm(atom.first - 1) in grammar_words("during")
    return seen.grain == "year" or (during and seen.grain == "part")


def is_other_part(seen: Atom, atom: Atom) -> bool:
    """Tell whether a period is a quarter where a half is repeated, or a half where a quarter is."""
    other = _OTHER_PART.get(atom.unit) if atom.grain == "same" else None
    return other is not None and seen.grain == "part" and _is_whole_part(seen, other)


def _is_whole_part(seen: Atom, unit: str) -> bool:
    """Tell whether an expression is one quarter or half of the calendar year."""
    stretch = seen.stretch
    if stretch is None or stretch.first is None or stretch.last is None:
        return False
    if unit in _SEASONS:
        return stretch.edtf[5:] == _SEASONS[unit]
    months = _PARTS[unit]
    whole = cal.part_of_year(stretch.first.year, unit, stretch.first.month // months + 1)
    return whole is not None and (whole.first, whole.last) == (stretch.first, stretch.last)


def _is_base(before: list[Atom], seen: Atom, unit: str) -> bool:
    """Tell whether what comes next to a period was spoken of before: it was compared with this one.

    In "7% in Q1 2024, against 8% in Q4 2023; 4%, from 5% in the previous quarter" the last is Q4.
    """
    if seen.stretch is None:
        return False
    later = [moved_by_years(seen.stretch, 1)]
    if seen.stretch.last is not None:
        later.append(_stepped(seen.stretch.last, unit, 1))
    names = {stretch.edtf for stretch in later if stretch is not None}
    return any(other.stretch is not None and other.stretch.edtf in names for other in before)


def _stepped(day: date, unit: str, steps: int) -> cal.Stretch | None:
    """Return the year, half, quarter or month that lies so many after that of a day."""
    if unit == "Y":
        return cal.year(day.year + steps)
    if unit == "M":
        return cal.month(*cal.shift_months(day, steps))
    months = _PARTS.get(unit)
    if months is None:
        return None
    number = 12 // months
    index = day.year * number + (day.month - 1) // months + steps
    return cal.part_of_year(index // number, unit, index % number + 1)


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
    if before is not None and _is_of_period(cursor, before, atom):
        return moved_by_years(before.stretch, shift) if before.stretch is not None else None
    if atom.unit in ("FY", "AY"):
        told = before.stretch if before is not None else None
        return moved_by_years(told, shift) if told is not None else atom.stretch
    if day is None or day.year not in TOLD_YEARS:
        return None  # the next year of the next year of the next
    if before is not None and shift < 0 and (before.told or 0) < 0 and before.unit == atom.unit:
        return before.stretch  # once more the base of a comparison
    if atom.unit in ("Y", "M", *_PARTS):
        return _stepped(day, atom.unit, shift)
    if atom.unit == "DECADE":
        return cal.decade((day.year // 10 + shift) * 10)
    kind = cal.week_of(cursor.context.country)
    moved = day + timedelta(7 * shift)
    return cal.weekend(moved, kind) if atom.unit == "WE" else cal.week(moved, kind)


def _is_of_period(cursor: Cursor, seen: Atom, atom: Atom) -> bool:
    """Tell whether the year before is the same period of it: 3% in June, up from 2% the year before.

    In the year before is all of it, and of a season the one before is that of another year.
    """
    if not atom.bound or not atom.told or seen.stretch is None:
        return False
    if atom.unit in _SEASONS:
        return True
    within = is_link(cursor, atom.first - 1, "in", "lead")
    return atom.unit == "Y" and seen.grain in ("month", "part") and not within


def repeats_year(cursor: Cursor, timeline: Timeline, atom: Atom) -> bool:
    """Tell whether a year ago would be the one just spoken of: 5 in 2023, against 4 a year ago."""
    before = timeline.seen[-1] if timeline.seen else None
    if before is None or before.stretch is None or atom.stretch is None:
        return False
    if cursor.tagged.sentence_of[before.first] != cursor.tagged.sentence_of[atom.first]:
        return False
    return before.grain == "year" and before.stretch.first == atom.stretch.first


def compared_ago(cursor: Cursor, timeline: Timeline, atom: Atom) -> cal.Stretch | None:
    """Return the period that a level of a year or month ago is of: 5 in June, against 4 a year ago.

    That is the one right before moved back, where a word of comparison stands between the two.
    """
    before = timeline.seen[-1] if timeline.seen else None
    if before is None or before.stretch is None or before.stretch.last is None:
        return None
    sentences = cursor.tagged.sentence_of
    if sentences[before.first] != sentences[atom.first]:
        return None
    start = max(before.last, atom.first - _LEVEL)
    if not any(compares(cursor, j) for j in range(start, atom.first)):
        return None
    if atom.grain == "month":
        return _stepped(before.stretch.last, "M", -1) if before.grain == "month" else None
    return moved_by_years(before.stretch, -1) if before.grain in ("month", "part") else None


def compares(cursor: Cursor, j: int) -> bool:
    """Tell whether a word leads to what a figure is compared with: against, from, than."""
    relation = cursor.sense(j, S.RELATION)
    return relation is not None and not relation.value.isdisjoint(("compared", "from"))


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
