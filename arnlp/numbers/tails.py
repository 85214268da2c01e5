"""What closes a cardinal as part of one: ونصف, إلا ربعا, and three quarters, point two five."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers.groups import (
    BELOW_HUNDRED,
    joined_at,
    read_below,
    read_counted_parts,
    read_group,
)
from arnlp.numbers.parts import closes_number
from arnlp.numbers.spaced import SCALES
from arnlp.numbers.values import exact
from arnlp.text.clitics import AND, led_by
from arnlp.text.tokens import NUMERAL


def read_and_fraction(cursor: Cursor, j: int, scale: int) -> tuple[Any, int] | None:
    """Read 'and a half' and its like: ونصف, ونصف المليون, إلا ربعا, and three quarters.

    ``scale`` is that of the number before, which the words may repeat; 0 asks for a half or a
    quarter before the scale (two and a half million).
    """
    k = joined_at(cursor, j)
    sign = 1
    if k < 0 and scale > 1 and cursor.is_word(j, "less"):
        k, sign = j + 1, -1
    if k < 0 or k >= cursor.size:
        return None
    k += cursor.is_hyphen(k)
    if cursor.entries[k].norm == "a" and k + 1 < cursor.size:
        k += 1
        k += cursor.is_hyphen(k)
    found = read_counted_parts(cursor, k)
    if found is None:
        sense = cursor.entries[k].senses.get(S.FRACTION)
        if sense is None or (sense.role and not (scale <= 1 and closes_number(cursor, k, sense))):
            return None
        found = sense.value, k + 1
    value, end = found
    if scale > 1 and cursor.norm(end) == "of" and cursor.norm(end + 1) in ("a", "an"):
        if cursor.number_role(end + 2) in SCALES:
            end += 2
    if scale and cursor.number_role(end) in SCALES and not cursor.entries[end].definite:
        if cursor.entries[end].senses[S.NUMBER].value < scale:
            return None  # a billion and three quarters of a million
    if (
        scale
        and cursor.number_role(end) in SCALES
        and (cursor.entries[end].definite or cursor.entries[end].senses[S.NUMBER].value == scale)
    ):
        end += 1
    return exact(sign * value), end


def read_spoken_decimals(cursor: Cursor, j: int) -> tuple[Any, int] | None:
    """Read decimals in words: two point five, ثلاثة فاصلة خمسة, فاصلة مئة وخمسة وعشرين."""
    if not cursor.is_word(j, "point") or (cursor.is_adjacent(j) and cursor.is_latin(j)):
        return None
    k = j + 1
    digits = ""
    while k < cursor.size and len(digits) < 12:
        entry = cursor.entries[k]
        if entry.clitics and k > j + 1:
            break
        if entry.kind == NUMERAL and isinstance(entry.value, int) and not digits:
            digits, k = entry.norm, k + 1
            break
        role = cursor.number_role(k)
        if role not in BELOW_HUNDRED and (digits or role != "hundred"):
            break
        below = read_below(cursor, k) if role != "hundred" else read_group(cursor, k)
        if below is None:
            break
        digits += str(below[0])
        k = below[1]
    if not digits:
        return None
    if cursor.is_word(k, "of") and cursor.number_role(k + 1) in ("hundred", "scale"):
        whole = cursor.entries[k + 1].senses[S.NUMBER].value  # فاصلة ثلاثة من مئة
        return exact(Fraction(int(digits), whole)), k + 2
    return Decimal("0." + digits), k


def read_excess(cursor: Cursor, j: int) -> tuple[int, int] | None:
    """Read what says that a number is more: ونيف, وبضع, وبضعة عشر, -odd; return what it adds.

    The ten of بضعة عشر is a number, hundreds (وبضع مئات) are none.
    """
    if cursor.is_hyphen(j):
        if not cursor.is_word(j + 1, "excess") or not cursor.is_latin(j + 1):
            return None
        return 0, j + 2
    k = j + (led_by(cursor.norm(j)) == AND)
    if not cursor.is_word(k, "excess") or cursor.is_latin(k):
        return None
    if k == j and cursor.entries[k].led != AND:
        return None
    role = cursor.number_role(k + 1)
    if role == "unit" and cursor.entries[k + 1].senses[S.NUMBER].value == 10:
        return 10, k + 2
    return 0, k + 1 + (role == "plural")
