"""The clock that a time is read from: GMT+3, بتوقيت الإمارات, Doha time."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import tzdata

from arnlp.dates.words import integer_at
from arnlp.engine import Cursor
from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.text.tokens import TIME

UTC = "Etc/UTC"
_FARTHEST = 14  # hours that a clock may be from UTC


@cache
def _zone_of_country() -> dict[str, str]:
    """Return the IANA zone of each country that has one clock or a capital's."""
    return {row["country"]: row["zone"] for row in table("common", "time_zones")}


@cache
def _load_zone(name: str) -> ZoneInfo:
    """Return a zone out of the packaged database, so that no machine has one of its own."""
    path = files(tzdata) / "zoneinfo" / name
    with path.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def offset_of(zone: str, moment: datetime) -> str:
    """Return the offset of a zone from UTC at a moment, as ISO 8601 writes it.

    >>> offset_of("Asia/Dubai", datetime(2024, 7, 1)), offset_of("Africa/Cairo", datetime(2024, 7, 1))
    ('+04:00', '+03:00')
    """
    if zone == UTC:
        return "Z"
    seconds = int(_load_zone(zone).utcoffset(moment).total_seconds())  # type: ignore[union-attr]
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{abs(seconds) // 3600:02d}:{abs(seconds) % 3600 // 60:02d}"


def read_offset_at(cursor: Cursor, j: int) -> tuple[str | None, int]:
    """Read an offset from UTC glued to a time or to GMT: +03:00, +3, Z."""
    if not cursor.is_adjacent(j):
        return None, j
    if cursor.norm(j) == "z":
        return "Z", j + 1
    if cursor.norm(j) not in ("+", "-", "\u2212") or not cursor.is_adjacent(j + 1):
        return None, j
    sign = "+" if cursor.norm(j) == "+" else "-"
    hours = integer_at(cursor, j + 1, _FARTHEST)
    if hours is not None:
        return f"{sign}{hours:02d}:00", j + 2
    if j + 1 < cursor.size and cursor.entries[j + 1].kind == TIME:
        parts = cursor.entries[j + 1].norm.split(":")
        if len(parts) == 2 and int(parts[0]) <= _FARTHEST:
            return f"{sign}{int(parts[0]):02d}:{parts[1]}", j + 2
    return None, j


def moment_of(cursor: Cursor) -> tuple[int, int, int]:
    """Return a day on which a zone is read: that of the release, else one of winter."""
    if cursor.anchor is None:
        return 2024, 1, 15
    return cursor.anchor.year, cursor.anchor.month, cursor.anchor.day


def read_zone_at(cursor: Cursor, j: int) -> tuple[str | None, int]:
    """Read the clock that a time is told by: GMT, بتوقيت الإمارات, Doha time, local time."""
    bracket = cursor.norm(j) == "("
    k = j + bracket
    sense = cursor.sense(k, S.TIME_ZONE)
    zone: str | None = None
    end = k + 1
    if sense is not None and sense.value not in ("place", "local"):
        zone = sense.value
    elif sense is not None and sense.value == "local":
        zone = _zone_of_country().get(cursor.context.country or "")
        if zone is None:
            return None, end + bracket
    elif sense is not None:
        zone, end = _zone_of_place(cursor, k + 1), k + 2
    elif cursor.is_latin(k) and (after := cursor.sense(k + 1, S.TIME_ZONE)) is not None:
        if after.value == "place":
            zone, end = _zone_of_place(cursor, k), k + 2
    if zone is None:
        return None, j
    if bracket:
        end += cursor.norm(end) == ")"
    return zone, end


def _zone_of_place(cursor: Cursor, i: int) -> str | None:
    place = cursor.sense(i, S.PLACE)
    if place is None:
        return None
    return next((zone for p in place.value if (zone := _zone_of_country().get(p.country))), None)
