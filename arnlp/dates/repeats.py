"""A part of a year named again in brackets: the first quarter (Q1) of 2018, الربع الأول (الربع 1) من."""

from __future__ import annotations

from arnlp.dates.words import integer_at, is_period
from arnlp.engine import Cursor


def past_repeat(cursor: Cursor, j: int, unit: str, number: int) -> int:
    """Return the end of brackets at a token that name a part again, else the token itself."""
    if cursor.norm(j) != "(":
        return j
    if cursor.norm(j + 3) == ")" and _names_part(cursor, j + 1, unit, number):
        return j + 4
    if cursor.norm(j + 2) == ")" and integer_at(cursor, j + 1, number) == number:
        return j + 3  # الربع الثالث (3) من
    return j


def _names_part(cursor: Cursor, i: int, unit: str, number: int) -> bool:
    """Tell whether two tokens name a part: Q1, 1Q, 9M, الربع 1, الربع الأول."""
    letter = unit.lower()
    if cursor.norm(i) == letter:
        return integer_at(cursor, i + 1, number) == number
    if cursor.norm(i + 1) == letter:
        return integer_at(cursor, i, number) == number
    told = cursor.number_at.get(i + 1)
    return is_period(cursor, i, unit) and told is not None and told.value == number
