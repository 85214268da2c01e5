"""Years told by the one that was spoken of last: العام التالي, the previous year, العام نفسه, that year."""

from __future__ import annotations

from arnlp.dates.words import deixis_at, is_period
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_told_year(cursor: Cursor, j: int) -> tuple[int, int] | None:
    """Read a year told by the one spoken of last, العام التالي, the previous year: shift and end."""
    if cursor.is_latin(j) and is_period(cursor, j + 1, "Y"):
        shift, last = deixis_at(cursor, j, "told"), j + 2
    elif is_period(cursor, j, "Y") and not cursor.is_latin(j):
        shift, last = deixis_at(cursor, j + 1, "told"), j + 2
    else:
        return None
    return None if shift is None else (shift, last)


def read_told_year_behind(cursor: Cursor, j: int) -> tuple[int, int] | None:
    """Read the year of a month or part by the one spoken of, العام نفسه, that year, العام التالي: shift and end."""
    same = cursor.sense(j, S.SAME)
    if same is not None and same.value == "Y":  # أكتوبر من العام نفسه
        return 0, j + 1
    return read_told_year(cursor, j)
