"""Public holidays and international days, by their names."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom, Year
from arnlp.dates.hijri import from_hijri, to_hijri
from arnlp.dates.resolving import in_future
from arnlp.dates.words import deixis_at, is_link
from arnlp.dates.years import year_of
from arnlp.engine import Cursor
from arnlp.lang import table
from arnlp.lexicon import senses as S

_NEAR = 45  # days
_ADDED = (" (estimated)", " (observed)")  # what the library adds to a name


@lru_cache(maxsize=256)
def _holidays(country: str, year: int) -> tuple[tuple[date, str], ...]:
    """Return the public holidays of a country in a year, by the holidays library; none if unknown."""
    import holidays  # it is needed only where a text names a holiday

    try:
        found = holidays.country_holidays(country, years=year, language="en_US", observed=False)
    except NotImplementedError:
        return ()
    out = []
    for day, names in found.items():
        for name in names.split("; "):
            for added in _ADDED:
                name = name.removesuffix(added)
            out.append((day, name))
    return tuple(sorted(out))


def day_of_holiday(names: str, rule: str, country: str | None, year: int) -> date | None:
    """Return the day of a holiday in a Gregorian year.

    ``names`` are those of the holidays library, parted by ``|``; ``rule`` is the day where the
    library does not know it: ``05-01``, or ``H10-01`` by the Umm al-Qura calendar.

    >>> day_of_holiday("National Day", "", "KW", 2024)
    datetime.date(2024, 2, 25)
    >>> day_of_holiday("Eid al-Fitr", "H10-01", None, 2024)
    datetime.date(2024, 4, 10)
    """
    told = names.split("|")
    for row in table("common", "holiday_days"):
        span = range(int(row["first"]), int(row["last"]) + 1)
        if row["country"] == country and row["names"] in told and year in span:
            return _by_rule(row["day"], year)
    known = [day for day, name in _holidays(country, year) if name in told] if country else []
    by_rule = _by_rule(rule, year)
    if by_rule is not None and (not known or by_rule in known):
        return by_rule
    return known[0] if known else None


def _by_rule(rule: str, year: int) -> date | None:
    """Return the day of a rule in a Gregorian year: 05-01, H10-01, 10#1-1 (the first Monday)."""
    if not rule:
        return None
    if rule.startswith("H"):
        month, day = (int(part) for part in rule[1:].split("-"))
        start = to_hijri(date(year, 1, 1))
        if start is None:
            return None
        for hijri in (start[0], start[0] + 1):
            found = from_hijri(hijri, month, day)
            if found is not None and found.year == year:
                return found
        return None
    if "#" in rule:
        month_, _, turn = rule.partition("#")
        nth, weekday = (int(part) for part in turn.split("-"))
        first = date(year, int(month_), 1)
        return cal.weekday_from(first, weekday) + timedelta(7 * (nth - 1))
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def read_holiday(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a holiday or an international day, with its year: عيد الفطر, اليوم العالمي للمرأة."""
    sense = cursor.entries[i].senses[S.HOLIDAY]
    names, rule = sense.value
    country = cursor.context.country
    year, shift, last = _read_its_year(cursor, i + 1)
    atom = Atom(i, last, "holiday", anchored=year is None or year.anchored)
    value = year.value if year is not None else None
    if year is not None and year.calendar == HIJRI:
        if value is None or not rule.startswith("H"):
            return None
        month, day = (int(part) for part in rule[1:].split("-"))
        found = from_hijri(value, month, day)
        atom.stretch = cal.of_day(found) if found else None
        return atom if found else None
    if value is not None:
        found = day_of_holiday(names, rule, country, value)
    elif cursor.anchor is None:
        fixed = bool(rule) and rule[0] != "H" and "#" not in rule
        atom.timex = f"XXXX-{rule}" if fixed else "XXXX-XX-XX"
        return atom if rule else None
    else:
        years = (cursor.anchor.year - 1, cursor.anchor.year, cursor.anchor.year + 1)
        near = [
            one
            for one in (day_of_holiday(names, rule, country, y) for y in years)
            if one is not None
        ]
        found = _nearest_day(cursor, near, shift, i)
        if found is None and near:
            fixed = len({(one.month, one.day) for one in near}) == 1
            atom.timex = f"XXXX-{near[0]:%m-%d}" if fixed else "XXXX-XX-XX"
            return atom
    if found is None:
        return None
    atom.stretch = cal.of_day(found)
    return atom


def _read_its_year(cursor: Cursor, j: int) -> tuple[Year | None, int | None, int]:
    """Read the year or the word beside a holiday: its year, its shift, and their end."""
    if cursor.is_latin(j - 1) and (before := deixis_at(cursor, j - 2, "")) is not None:
        return None, before, j
    shift = deixis_at(cursor, j, "")
    if shift is not None and not cursor.is_latin(j):
        return None, shift, j + 1
    year = year_of(cursor, j)
    if year is None or year.start != 1 or (is_link(cursor, j, "in") and not cursor.is_latin(j)):
        return None, None, j
    return year, None, year.last


def _nearest_day(cursor: Cursor, days: list[date], shift: int | None, i: int) -> date | None:
    """Return the last, next or nearest of days."""
    anchor = cursor.anchor
    assert anchor is not None
    if shift is not None and shift < 0:
        return max((day for day in days if day < anchor), default=None)
    if shift is not None and shift > 0:
        return min((day for day in days if day > anchor), default=None)
    near = min(days, key=lambda day: (abs((day - anchor).days), day), default=None)
    if near is not None and abs((near - anchor).days) <= _NEAR:
        return near
    # farther off, either of two may be meant, if the sentence does not speak of the future
    return (
        min((day for day in days if day > anchor), default=None) if in_future(cursor, i) else None
    )
