"""One day as pages write it, in an attribute or beside their headline: to ISO, or nothing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

from arnlp.model.release import RELEASE_YEARS

_FOLD = {
    **{ord("\u0660") + i: str(i) for i in range(10)},
    **{ord("\u06f0") + i: str(i) for i in range(10)},
    **dict.fromkeys(map(ord, "\u0623\u0625\u0622"), "\u0627"),
    **dict.fromkeys([0x640, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, *range(0x64B, 0x653)]),
    0xA0: " ",
}
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d\d)?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
# The form that Drupal has from its makers, month first: Tue, 07/11/2023 - 17:57.
_DRUPAL = re.compile(r"^\s*[^\W\d]+\s*[,\u060c]\s*\d{2}/\d{2}/\d{4} - \d{1,2}:\d{2}\s*$")
_AMERICAN = re.compile(r"\d{1,2}:\d{2}:\d{2}\s*[ap]m\b", re.I)
_HIJRI_MARK = re.compile(r"(?<![^\W\d])(?:\u0647(?:\u062c\u0631\u064a\u0629?)?|a\.?h)\b\.?", re.I)
_LONGEST = 120  # characters of what may be one day


@cache
def _words() -> tuple[dict[str, dict[str, int]], dict[str, re.Pattern[str]]]:
    values: dict[str, dict[str, int]] = {}
    for line in files("arnlp.readers").joinpath("day_words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "kind\t")):
            kind, value, spellings = line.split("\t")
            values.setdefault(kind, {}).update(dict.fromkeys(spellings.split("|"), int(value)))
    patterns = {}
    for kind, spellings_of in values.items():
        names = "|".join(map(re.escape, sorted(spellings_of, key=len, reverse=True)))
        name = rf"(?<![^\W\d_])(?P<month>{names})(?![^\W\d_])\.?"
        if kind == "weekday":
            patterns[kind] = re.compile(name)
            continue
        other = rf"(?:\s*[(/\u060c-]\s*(?:{names})\s*\)?)?"
        gap = r"[\s,\u060c/.-]*"
        patterns[kind] = re.compile(
            rf"(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er)?{gap}{name}{other}{gap}(?P<y1>\d{{4}})(?!\d)"
            rf"|{name.replace('month', 'month2')}{gap}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s,\u060c]+(?P<y2>\d{{4}})(?!\d)"
        )
    return values, patterns


def day_of(value: str | None) -> str | None:
    """Return the ISO day of a date or time as pages write them, None for anything else.

    The day is the one that is written, in the page's own time. Days and months in digits are told
    apart by the weekday beside them, else the day comes first; Hijri days are read where they are
    marked or their month is named.

    >>> day_of("2024-03-05T10:00:00Z"), day_of("0001-01-01")
    ('2024-03-05', None)
    >>> day_of("Tue, 07/11/2023 - 17:57"), day_of("الثلاثاء ٥ مارس ٢٠٢٤")
    ('2023-07-11', '2024-03-05')
    """
    if not value or len(value) > _LONGEST:
        return None
    text = value.strip().translate(_FOLD).lower()
    found = _iso(text) or _named(text) or _numeric(text)
    if found is None or found.year not in RELEASE_YEARS:  # 0001-01-01 is no date
        return None
    return found.isoformat()


def _date(year: int | str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _hijri(year: int | str, month: int | str, day: int | str) -> date | None:
    from hijridate import Hijri

    try:
        gregorian = Hijri(int(year), int(month), int(day)).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def _iso(text: str) -> date | None:
    for found in _ISO.finditer(text):
        year, _, month, day = found.groups()
        if int(year) in RELEASE_YEARS:
            return _date(year, month, day)
        if _HIJRI_MARK.search(text, found.end()):
            return _hijri(year, month, day)
    if compact := _COMPACT.fullmatch(text.upper()):
        return _date(*compact.groups())
    if seconds := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(seconds.group(1)), UTC).date()
    return None


def _named(text: str) -> date | None:
    values, patterns = _words()
    for kind, make in (("month", _date), ("hijri", _hijri)):
        if found := patterns[kind].search(text):
            month = values[kind][found["month"] or found["month2"]]
            return make(found["y1"] or found["y2"], month, found["d1"] or found["d2"])
    if found := re.search(r"([^\W\d_]{3}) +(\d{1,2}) [\d:]{5,8} (?:[a-z]{3,4} )?(\d{4})$", text):
        month = values["month"].get(found.group(1), 0)  # Tue Mar 5 10:00:00 2024
        return _date(found.group(3), month, found.group(2))
    return None


def _numeric(text: str) -> date | None:
    found = _NUMERIC.search(text)
    if found is None:
        return None
    first, _, second, year = found.groups()
    if int(year) not in RELEASE_YEARS:
        return _hijri(year, second, first) if _HIJRI_MARK.search(text, found.end()) else None
    readings = [_date(year, second, first), _date(year, first, second)]
    values, patterns = _words()
    named = patterns["weekday"].search(text)
    if named is not None:
        weekday = values["weekday"][named["month"]]
        readings = [day if day and day.isoweekday() == weekday else None for day in readings]
    day_first, month_first = readings
    if day_first is None or month_first is None or first == second:
        return day_first or month_first
    if _DRUPAL.match(text):
        return month_first
    return None if _AMERICAN.search(text) else day_first
