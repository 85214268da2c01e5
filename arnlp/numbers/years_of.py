"""Years that only tell when a figure was: من 3500 طالب في 2023 إلى 4000 طالب."""

from __future__ import annotations

from arnlp.engine import Cursor

_REACH = 4  # tokens from a figure to the year that it was of


def is_year_of_figure(cursor: Cursor, i: int) -> bool:
    """Tell whether 'in' leads from a number right before to the year at a token: it starts no range."""
    before = range(i - _REACH, i)
    return cursor.is_word(i - 1, "in") and any(k in cursor.number_before for k in before)
