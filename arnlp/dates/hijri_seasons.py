"""Seasons of the Islamic year: موسم الحج 1445هـ, العشر الأواخر من رمضان."""

from __future__ import annotations

from datetime import date

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, HIJRI_YEARS, Atom, Year
from arnlp.dates.hijri import from_hijri, hijri_month, to_hijri
from arnlp.dates.resolving import today_in
from arnlp.dates.words import deixis_at
from arnlp.dates.years import year_at, year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_hijri_season(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read موسم الحج 1445هـ, العشر الأواخر من رمضان: days of the Hijri year."""
    first, last_day = cursor.entries[i].senses[S.SEASON].value
    month = int(first[:2])
    last = i + 1
    shift: int | None = None
    led = cursor.is_latin(i) and i - 1 >= done  # the 1445 Hajj season
    before = year_at(cursor, i - 1, HIJRI_YEARS) if led else None
    year = year_of(cursor, last, HIJRI) if before is None else Year(before, last, HIJRI)
    today = today_in(cursor, HIJRI)
    if year is not None and year.value is not None:
        last = year.last
        hijri = year.value
        if year.calendar != HIJRI:  # موسم حج 2024
            start = to_hijri(date(year.value, 1, 1)) if year.value in range(1925, 2077) else None
            if start is None:
                return None
            hijri = start[0]
            begins = from_hijri(hijri, month, int(first[3:]))
            if begins is not None and begins.year < year.value:
                hijri += 1
    else:
        shift = deixis_at(cursor, last, "")
        if shift is not None and not cursor.is_latin(i):
            last += 1
        elif cursor.is_latin(i):
            shift = deixis_at(cursor, i - 1, "")
        if today is None:
            return Atom(i, last, "interval", anchored=True, calendar=HIJRI, timex="XXXX-XX-XX")
        hijri = today[0] + (shift or 0)
        if shift == 1 and (month, int(first[3:])) > today[1:]:
            hijri -= 1  # the next one is still in this year
        elif shift == -1 and (int(last_day[:2]), int(last_day[3:]) or 30) < today[1:]:
            hijri += 1
        elif shift is None and month - today[1] > 6:
            hijri -= 1
        elif shift is None and today[1] - month > 6:
            hijri += 1
    first_token = i if before is None else i - 1
    atom = Atom(first_token, last, "interval", calendar=HIJRI)
    atom.anchored = year is None or year.anchored
    begin = from_hijri(hijri, month, int(first[3:]))
    whole = hijri_month(hijri, int(last_day[:2]))
    if begin is None or whole is None or whole.first is None or whole.last is None:
        return None
    end = (
        from_hijri(hijri, int(last_day[:2]), int(last_day[3:]))
        if last_day[3:] != "00"
        else whole.last
    )
    if end is None:
        return None
    atom.stretch = cal.days(begin, end)
    atom.between = begin != end
    return atom
