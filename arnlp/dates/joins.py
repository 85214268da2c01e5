"""Two expressions that are one: a day and what is counted from it, one date in two calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom
from arnlp.dates.day_times import OPEN, in_part
from arnlp.dates.mention import DateMention
from arnlp.dates.output import emit
from arnlp.dates.pairs import are_listed, are_same_day, spells_out
from arnlp.dates.resolving import resolve
from arnlp.dates.singles import emit_single
from arnlp.dates.timeline import Timeline
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

Joiner = Callable[[Cursor, Timeline, Atom, Atom], bool]


def join_atoms(cursor: Cursor, atoms: list[Atom], joiners: Sequence[Joiner]) -> list[DateMention]:
    """Give out atoms as mentions: of each two, the first joiner that takes them; the rest alone."""
    timeline = Timeline()
    k = 0
    while k < len(atoms):
        first = atoms[k]
        pair = atoms[k : k + 2]
        if len(pair) == 2 and any(join(cursor, timeline, *pair) for join in joiners):
            k += 2
            continue
        if first.grain not in ("offset", "now"):  # these are nothing by themselves
            emit_single(cursor, timeline, first)
        k += 1
    return timeline.out


def join_counted(cursor: Cursor, timeline: Timeline, offset: Atom, day: Atom) -> bool:
    """Give out a day and what is counted from it: 3 days after January 12th."""
    if offset.grain != "offset" or not _from_date(cursor, offset, day):
        return False
    emit(cursor, timeline, day, "interval" if day.between else "date")
    return True


def _from_date(cursor: Cursor, offset: Atom, day: Atom) -> bool:
    """Move a day by the span that is counted from it: 3 days after January 12th."""
    ended = offset.edge == "ended"
    if offset.last != day.first or day.between:
        return False
    if day.grain != "day" and not (ended and day.grain in ("month", "part")):
        return False
    stretch = resolve(cursor, day)
    if stretch is None or stretch.first is None or stretch.last is None:
        return False
    shift = offset.told or 0
    if offset.unit in ("D", "W") and cursor.is_word(offset.first - 1, "lasting") and shift > 0:
        length = shift * (1 if offset.unit == "D" else 7)  # for 3 days from 20 December
        last = stretch.first + timedelta(length - 1)
        _move_day(day, offset.first, cal.days(stretch.first, last))
        day.between = True
        return True
    if ended:
        return _take_ended(offset, day, stretch.last)
    days = {"D": 1, "W": 7}.get(offset.unit)
    if days is not None:
        moved = cal.of_day(stretch.first + timedelta(shift * days))
    elif offset.unit in ("M", "Y"):
        months = shift * (12 if offset.unit == "Y" else 1)
        found = cal.day(*cal.shift_months(stretch.first, months), stretch.first.day)
        if found is None:
            return False
        moved = found
    else:
        return False
    _move_day(day, offset.first, moved)
    return True


def _take_ended(span: Atom, day: Atom, last: date) -> bool:
    """Read so many periods that end on a day or with a month: the nine months ended 30 September."""
    number = span.told or 1
    after = last + timedelta(1)
    first: date | None = after - timedelta(number * {"D": 1, "W": 7}.get(span.unit, 0))
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "FY": 12}.get(span.unit)
    if months is not None:
        found = cal.day(*cal.shift_months(after, -number * months), after.day)
        first = found.first if found else None
    if first is None or first >= after:
        return False
    _move_day(day, span.first, cal.days(first, last))
    day.between = True
    return True


def join_spelt(cursor: Cursor, timeline: Timeline, first: Atom, second: Atom) -> bool:
    """Give out a day told by its name with its date behind it: اليوم الثلاثاء الموافق 7 أكتوبر."""
    if first.grain == "offset" or not spells_out(cursor, first, second):
        return False
    last = second.last
    if cursor.norm(first.last) == "(" and cursor.norm(last) == ")":
        last += 1
    weekday = second.weekday if second.weekday is not None else first.weekday
    if second.clock is not None and second.part == OPEN:
        second = replace(second, clock=in_part(replace(second, part=None), first.part))
    merged = replace(
        second, first=first.first, last=last, stretch=resolve(cursor, second), weekday=weekday,
        clock=second.clock or first.clock,
    )  # fmt: skip
    emit(cursor, timeline, merged, "date")
    for k in range(first.first, first.last):
        sense = cursor.entries[k].senses.get(S.RELATIVE_DAY)
        if sense is not None and sense.value == 0:
            timeline.out[-1].is_release_day = True
    return True


def join_calendars(cursor: Cursor, timeline: Timeline, first: Atom, second: Atom) -> bool:
    """Give out one date in two calendars: 14 محرم 1446هـ الموافق 20 يوليو 2024."""
    if first.grain == "offset" or not are_same_day(cursor, first, second):
        return False
    hijri, gregorian = (first, second) if first.calendar == HIJRI else (second, first)
    resolved = resolve(cursor, gregorian)
    stretch = resolve(cursor, hijri)
    a = stretch.first if stretch else None
    b = resolved.first if resolved else None
    if a != b and are_listed(cursor, first, second):
        return False
    last = second.last
    if cursor.norm(last) == ")" and any(
        cursor.norm(k) == "(" for k in range(first.last, second.first)
    ):
        last += 1
    if gregorian.grain == "day" and a is not None and b is not None and a != b:
        cursor.context.warn(
            "calendars_disagree",
            f"the Hijri date is {a.isoformat()}, the Gregorian one {b.isoformat()};"
            " the Gregorian one is kept",
            cursor.tagged.starts[first.first],
            cursor.tagged.ends[last - 1],
        )
    weekday = gregorian.weekday if gregorian.weekday is not None else hijri.weekday
    merged = replace(
        gregorian, first=first.first, last=last, stretch=resolved or stretch, weekday=weekday,
        clock=first.clock or second.clock,
    )  # fmt: skip
    emit(cursor, timeline, merged, "date")
    return True


def _move_day(day: Atom, first: int, stretch: cal.Stretch) -> None:
    """Let a day stand for what is counted from it, from the first token of the count on."""
    day.first, day.stretch, day.weekday = first, stretch, None
    day.anchored = day.anchored or day.year is None
    day.month = None
