"""How a missing year is found.

A missing year is taken from the other end of a range, else from a word such as الماضي, else it is
the one nearest to the release that fits the tense of the sentence; without a release date it stays
null.
"""

from __future__ import annotations

from datetime import date

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom
from arnlp.dates.hijri import from_hijri, hijri_month, to_hijri
from arnlp.dates.words import deixis_at
from arnlp.engine import Cursor, is_clearly_verb, verb_bits
from arnlp.lexicon import senses as S
from arnlp.morphology import features as F
from arnlp.text.clitics import AND
from arnlp.text.tokens import WORD

_BEFORE, _BEHIND = 12, 8  # tokens about a date in which its clause tells its tense
_NOT_SO_SOON = 2  # months: nearer ones are those to come, even beside a verb of the past
_LONG_AHEAD = 10  # months: who will pay September's wages in October means the last one
# TIMEX3 of what is not resolved, by how long it is.
UNKNOWN_TIMEX = {
    "day": "XXXX-XX-XX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "year": "XXXX", "part": "XXXX", "decade": "XXX", "century": "XX",
    "holiday": "XXXX-XX-XX",
}  # fmt: skip


def shifted_month(cursor: Cursor, shift: int) -> cal.Stretch | None:
    """Return the month so many after that of the release."""
    if cursor.anchor is None:
        return None
    return cal.month(*cal.shift_months(cursor.anchor, shift))


def today_in(cursor: Cursor, calendar: str) -> tuple[int, int, int] | None:
    """Return year, month and day of the release in a calendar."""
    if cursor.anchor is None:
        return None
    if calendar == HIJRI:
        return to_hijri(cursor.anchor)
    return cursor.anchor.year, cursor.anchor.month, cursor.anchor.day


def take_deixis(cursor: Cursor, atom: Atom) -> None:
    """Read the word that places a month or day: سبتمبر الماضي, last September, هذا أغسطس."""
    if atom.year is not None or atom.timex is not None:
        return
    after = deixis_at(cursor, atom.last, "", "told")
    if after is not None and not cursor.is_latin(atom.last):
        atom.shift, atom.last = after, atom.last + 1
        return
    before = deixis_at(cursor, atom.first - 1)
    if before is not None and (
        cursor.is_latin(atom.first - 1) or deixis_at(cursor, atom.first - 1, "this") is not None
    ):
        atom.shift, atom.first = before, atom.first - 1


def in_future(cursor: Cursor, i: int) -> bool:
    """Tell whether the clause of a token speaks of the future."""
    return tense_at(cursor, i) > 0


def tense_at(cursor: Cursor, i: int) -> int:
    """Return 1 where the clause of a token speaks of the future, -1 of the past, else 0.

    The nearest word that tells it counts: a verb of the tables, سوف, will, any clear perfect.
    """
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    near: int | None = None
    tense = 0
    for k in range(max(first, i - _BEFORE), min(last, i + _BEHIND)):
        told = _tense_of(cursor, k)
        if not told:
            continue
        if k > i and cursor.entries[k].led & AND:
            break  # ولم تظهر is the next clause
        if near is None or abs(k - i) < abs(near - i):
            near, tense = k, told
    return tense


def _tense_of(cursor: Cursor, k: int) -> int:
    """Return the tense that a word puts its clause in: of the tables, or a perfect by its readings."""
    mask, entry = cursor.masks[k], cursor.entries[k]
    if mask & (S.FUTURE | S.PAST):
        return 1 if mask & S.FUTURE else -1
    if entry.kind != WORD or mask & ~S.VERB or not is_clearly_verb(entry):
        return 0
    return -1 if verb_bits(entry) & F.PERFECT else 0


def resolve(cursor: Cursor, atom: Atom, end: cal.Stretch | None = None) -> cal.Stretch | None:
    """Resolve an atom whose year may be missing; ``end`` is the other end of its range."""
    if atom.stretch is not None or atom.month is None:
        return atom.stretch
    year = atom.year
    if year is None and end is not None and end.last is not None:
        year = _year_before(atom, end.last)
    if year is None:
        year = _guess_year(cursor, atom)
    if year is None:
        return None
    return _within_month(year, atom)


def _year_before(atom: Atom, end: date) -> int | None:
    """Return the last year in which an atom does not lie behind the end of its range."""
    assert atom.month is not None
    if atom.calendar == HIJRI:
        hijri = to_hijri(end)
        if hijri is None:
            return None
        year, month, day = hijri
    else:
        year, month, day = end.year, end.month, end.day
    return year - ((atom.month, max(atom.day or 0, 0)) > (month, day))


def _guess_year(cursor: Cursor, atom: Atom) -> int | None:
    """Return the year of a month or day without one, from its modifier, tense or nearness."""
    today, month = today_in(cursor, atom.calendar), atom.month
    if today is None or month is None:
        return None
    year = today[0]
    day = atom.day if atom.day and atom.day > 0 else None
    here = (month, day) if day else (month,)
    now = today[1:] if day else (today[1],)
    shift = atom.shift
    if shift == 0:
        return year
    if shift is not None:
        if shift < 0:
            return year if here < now else year - 1
        return year if here > now else year + 1
    if here == now:
        return year
    distance = (month - today[1]) % 12  # months ahead
    tense = tense_at(cursor, atom.first)
    if tense > 0 and distance < _LONG_AHEAD:
        return year if here >= now else year + 1
    if tense < 0 and distance >= _NOT_SO_SOON:
        return year if here <= now else year - 1
    if distance == 0:
        return year
    ahead = distance < 6
    if month > today[1]:
        return year if ahead else year - 1
    return year + 1 if ahead else year


def _within_month(year: int, atom: Atom) -> cal.Stretch | None:
    """Return the month of an atom, or its day or days."""
    assert atom.month is not None
    whole = hijri_month(year, atom.month) if atom.calendar == HIJRI else cal.month(year, atom.month)
    if atom.day is None or whole is None:
        return whole
    first = _day_of(year, atom, atom.day, whole)
    if atom.day_to is None or first is None:
        return first
    last = _day_of(year, atom, atom.day_to, whole)
    return cal.between(first, last) if last is not None else None


def _day_of(year: int, atom: Atom, day: int, whole: cal.Stretch) -> cal.Stretch | None:
    assert atom.month is not None
    if day < 0:
        return cal.of_day(whole.last) if whole.last else None
    if atom.calendar == HIJRI:
        value = from_hijri(year, atom.month, day)
        return cal.of_day(value) if value else None
    return cal.day(year, atom.month, day)


def resolve_edge(cursor: Cursor, atom: Atom, end: cal.Stretch | None = None) -> cal.Stretch | None:
    """Resolve an atom and take the edge that is meant of it: the end of a year is its last month.

    A start, a middle or a late part keeps the whole period: how much of it is meant is not said.
    """
    stretch = resolve(cursor, atom, end)
    if stretch is None or atom.edge != "end" or stretch.last is None:
        return stretch
    last = stretch.last
    if atom.grain in ("year", "part"):
        return cal.month(last.year, last.month)
    if atom.grain == "week":
        return cal.weekend(last, cal.week_of(cursor.context.country))
    if atom.grain == "month":
        return cal.of_day(last)
    return stretch


def is_anchored(atom: Atom) -> bool:
    """Tell whether an atom was resolved by the day of the release."""
    return atom.anchored or atom.shift is not None or (atom.month is not None and atom.year is None)


def unknown_timex(atom: Atom) -> str:
    """Return the TIMEX3 name of a month or day whose year is not known."""
    name = f"XXXX-{atom.month:02d}"
    if atom.calendar == HIJRI:
        return "XXXX-XX-XX" if atom.day else "XXXX-XX"
    if not atom.day or atom.day < 0:
        return name
    first = f"{name}-{atom.day:02d}"
    return f"{first}/{name}-{atom.day_to:02d}" if (atom.day_to or 0) > 0 else first
