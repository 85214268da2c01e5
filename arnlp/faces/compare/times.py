"""Dates and times of both texts, part by part: year, month, day, weekday, hour.

Texts leave parts of a date to the reader and word the rest in their own way, so whole dates are
seldom the same. A part of one text is told by the other where an expression of it has that part, or
its days hold it (Hijri with Gregorian), or its number stands in the aligned sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from arnlp.faces.compare.pairing import OTHER, Both, Item, Language, by_bead, paired
from arnlp.faces.compare.sides import Side
from arnlp.faces.compare.values import values_of
from arnlp.lexicon import senses as S
from arnlp.model.comparison import Finding
from arnlp.model.release import Date

Part = tuple[str, int]

_YEAR = re.compile(r"(?<!\d)(1[3-9]\d\d|20\d\d)(?!\d)")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-(\d\d)")
_WEST = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_HIJRI_YEARS = 1600  # years before it are of that calendar in releases
_LONGEST = 100  # days of a span that tells its months: a quarter, not a year


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with the parts that its words state, and its days."""

    item: Item
    parts: frozenset[Part]
    days: tuple[date, date] | None
    hijri: bool


def times_of(side: Side) -> list[Time]:
    """Return the time expressions of a text that state a part: not last year, not two weeks."""
    out = []
    for found in side.release.dates:
        if found.kind == "duration":
            continue
        parts = frozenset(_parts(side, found))
        if parts:
            value = found.edtf or found.timex or ""
            item = Item(found.start, found.end, side.sentence_at(found.start), value)
            out.append(Time(item, parts, _days(found), _is_hijri(parts)))
    return out


def _parts(side: Side, found: Date) -> Iterator[Part]:
    """Yield the parts that the words of a time expression state."""
    first, last = side.tagged.token_range(found.start, found.end)
    entries = side.tagged.entries[first:last]
    hijri = found.calendar == "hijri" or any(entry.mask & S.HIJRI_MONTH for entry in entries)
    for entry in entries:
        if entry.mask & S.HIJRI_MONTH:
            yield "hijri month", int(entry.senses[S.HIJRI_MONTH].value)
        elif entry.mask & S.MONTH:
            yield "month", int(entry.senses[S.MONTH].value)
        if entry.mask & S.WEEKDAY:
            yield "weekday", int(entry.senses[S.WEEKDAY].value)
    written = found.text.translate(_WEST)
    for year in _YEAR.findall(written):
        if "X" not in (found.edtf or "")[:4]:
            yield ("hijri year" if int(year) < _HIJRI_YEARS else "year"), int(year)
    told = found.edtf or found.timex or ""
    for day in _DAY.findall(told):
        if re.search(rf"(?<!\d)0?{int(day)}(?!\d)", written):
            yield ("hijri day" if hijri else "day"), int(day)
    if hijri:
        for day in re.findall(r"(?<!\d)([0-3]?\d)(?!\d)", written):
            yield "hijri day", int(day)
    for hour, minute in _CLOCK.findall(found.timex or ""):
        yield "hour", int(hour)
        if minute and int(minute):
            yield "minute", int(minute)


def _is_hijri(parts: frozenset[Part]) -> bool:
    return any(kind.startswith("hijri") for kind, _ in parts)


def _days(found: Date) -> tuple[date, date] | None:
    if found.from_date is None or found.to_date is None:
        return None
    return date.fromisoformat(found.from_date), date.fromisoformat(found.to_date)


def compare_times(both: Both) -> Iterator[Finding]:
    """Yield a finding for each time expression of either text."""
    for bead, ar, en in by_bead(both, times_of):
        yield from _bead(both, bead, ar, en)


def _bead(both: Both, bead: int, ar: list[Time], en: list[Time]) -> Iterator[Finding]:
    told: dict[Language, frozenset[Part]] = {
        "ar": _told(both, bead, "ar", ar), "en": _told(both, bead, "en", en)
    }  # fmt: skip
    odd: dict[Language, list[tuple[Time, frozenset[Part]]]] = {"ar": [], "en": []}
    good: dict[Language, list[Time]] = {"ar": [], "en": []}
    sides: tuple[tuple[Language, list[Time]], ...] = (("ar", ar), ("en", en))
    for language, times in sides:
        others = en if language == "ar" else ar
        for time in times:
            if parts := _untold(time, told[OTHER[language]], others):
                odd[language].append((time, parts))
            else:
                good[language].append(time)
    pairs, rest, more = paired(odd["ar"], odd["en"], _same_sort)
    for (a, parts), (e, others_parts) in pairs:
        note = f"{_named(parts)} in Arabic, {_named(others_parts)} in English"
        yield both.finding("date", "conflict", bead, a.item, e.item, note)
    for language, left in (("ar", rest), ("en", more)):
        for time, parts in left:
            shown = _is_shown(parts)
            yield both.lone("date", "missing", bead, language, time.item, _named(parts), shown)
    yield from _agreeing(both, bead, good["ar"], good["en"])


def _agreeing(both: Both, bead: int, ar: list[Time], en: list[Time]) -> Iterator[Finding]:
    pairs, rest, more = paired(ar, en, _likeness)
    for a, e in pairs:
        same = a.item.value == e.item.value or (a.days is not None and a.days == e.days)
        yield both.finding("date", "matched" if same else "agrees", bead, a.item, e.item)
    for a in rest:
        yield both.lone("date", "agrees", bead, "ar", a.item)
    for e in more:
        yield both.lone("date", "agrees", bead, "en", e.item)


def _told(both: Both, bead: int, language: Language, times: list[Time]) -> frozenset[Part]:
    """Return the parts that aligned sentences of a language may be said to state."""
    side = both.side(language)
    out: set[Part] = set()
    for number in both.sentences(language, bead):
        sentence = side.sentences[number]
        for value in values_of(side, number):
            if value == int(value):
                whole = int(value)
                out |= {("day", whole), ("year", whole), ("hour", whole % 24), ("minute", whole)}
                out |= {("hour", whole + 12), ("hijri day", whole), ("hijri year", whole)}
                if value <= 12:
                    out.add(("number", whole))
        for entry in side.tagged.entries[sentence.first : sentence.last]:
            if entry.mask & S.MONTH:
                out.add(("month", int(entry.senses[S.MONTH].value)))
            if entry.mask & S.WEEKDAY:
                out.add(("weekday", int(entry.senses[S.WEEKDAY].value)))
            if entry.mask & S.HIJRI_MONTH:
                out.add(("hijri month", int(entry.senses[S.HIJRI_MONTH].value)))
    return reduce(frozenset.union, (_of_days(time) for time in times), frozenset(out))


def _of_days(time: Time) -> frozenset[Part]:
    """Return the parts of the days of an expression, whatever its words are."""
    if time.days is None:
        return time.parts
    first, last = time.days
    out: set[Part] = set(time.parts)
    out |= {("year", day.year) for day in (first, last)}
    if last - first <= timedelta(days=_LONGEST):
        out |= {("month", day.month) for day in (first, last)}
    if last - first <= timedelta(days=1):
        out |= {("day", day.day) for day in (first, last)}
        out |= {("weekday", day.isoweekday()) for day in (first, last)}
    elif last - first <= timedelta(days=_LONGEST):
        day = first
        while day <= last:
            out.add(("month", day.month))
            day += timedelta(days=27)
    return frozenset(out)


def _untold(time: Time, told: frozenset[Part], others: list[Time]) -> frozenset[Part]:
    """Return the parts of an expression that the other text does not state."""
    left = time.parts - told
    if not left:
        return left
    if time.hijri or any(other.hijri for other in others):
        if any(_same_days(time, other) for other in others):
            return frozenset()
    return left


def _same_days(one: Time, other: Time) -> bool:
    """Tell whether the days of two expressions are the same, or a day apart, as calendars may be."""
    if one.days is None or other.days is None:
        return False
    slack = timedelta(days=1)
    return one.days[0] <= other.days[1] + slack and other.days[0] <= one.days[1] + slack


def _same_sort(one: tuple[Time, frozenset[Part]], other: tuple[Time, frozenset[Part]]) -> float:
    kinds, others = ({kind for kind, _ in parts} for parts in (one[1], other[1]))
    return 0.1 + len(kinds & others) + 0.1 * len(one[0].parts & other[0].parts)


def _likeness(one: Time, other: Time) -> float:
    return len(one.parts & other.parts) + (2.0 if _same_days(one, other) else 0.0)


def _is_shown(parts: frozenset[Part]) -> bool:
    """Tell whether a date would hardly be left out: an hour or a weekday alone may be."""
    return bool({kind for kind, _ in parts} - {"hijri day", "hijri month", "hijri year"})


def _named(parts: frozenset[Part]) -> str:
    return ", ".join(f"{kind} {value}" for kind, value in sorted(parts))
