"""Parts of one, multiples, and amounts that start with a cardinal: ثلاثة أرباع مليون, half a million."""

from __future__ import annotations

from fractions import Fraction

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.numbers.cardinals import reach_back, read_cardinal
from arnlp.numbers.groups import read_counted_parts
from arnlp.numbers.mention import new_number
from arnlp.numbers.numerals import pair_value
from arnlp.numbers.ordinals import (
    read_ordinal_end,
)
from arnlp.numbers.parts import PLURALS, is_moved_by, is_owned_part, is_part
from arnlp.numbers.ratios import read_ratio
from arnlp.numbers.scales import read_scales
from arnlp.numbers.values import exact, times
from arnlp.text.tokens import LATIN, PAIR


def read_amount(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a cardinal, or parts of one or a ratio that starts with a cardinal."""
    parts = read_counted_parts(cursor, i)
    if parts is not None:
        return _parts_of_one(cursor, i, *parts)
    number = read_cardinal(cursor, i)
    if number is None:
        return None
    return read_ratio(cursor, number) or read_ordinal_end(cursor, number) or number


def _parts_of_one(cursor: Cursor, i: int, value: Fraction, end: int) -> NumberMention:
    """Return so many parts of one, or of a scale: ثلاثة أخماس, ثلاثة أرباع مليون."""
    scale_at = end
    if cursor.norm(end) == "of" and cursor.norm(end + 1) in ("a", "an"):
        scale_at = end + 2
    product, _, last = read_scales(cursor, scale_at, alone=False)
    if product > 1:
        return new_number(cursor, i, last, "cardinal", times(exact(value), product), product)
    found = new_number(cursor, i, end, "fraction", exact(value))
    reach_back(cursor, found)
    return found


def read_pair(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read 3/4."""
    if cursor.entries[i].kind != PAIR:
        return None
    value = pair_value(cursor, i)
    return None if value is None else new_number(cursor, i, i + 1, "fraction", exact(value))


def read_part_of_one(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a word that may be a number or an ordinal where it is a part of one: خمس السكان."""
    return read_fraction(cursor, i, done) if is_part(cursor, i) else None


def read_fraction(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a part of one, of a scale perhaps: نصف, ربع مليون, half a million, a quarter."""
    entry = cursor.entries[i]
    sense = entry.senses[S.FRACTION]
    if sense.role == "owned":
        own = is_owned_part(cursor, i)
        return new_number(cursor, i, i + 1, "fraction", exact(sense.value)) if own else None
    if sense.role in PLURALS or (entry.article and not is_moved_by(cursor, i)):
        return None
    value = exact(sense.value)
    if sense.role == "named" and not is_part(cursor, i):
        return None
    first = i
    if entry.kind == LATIN and cursor.norm(i - 1) in ("a", "an", "one"):
        first = i - 1
    elif entry.kind == LATIN and sense.role == "named":
        return None
    j = i + 1
    if j < cursor.size and cursor.entries[j].norm == "of" and cursor.norm(j + 1) in ("a", "an"):
        if cursor.number_role(j + 2) == "scale":  # three quarters of a million
            j += 2
    elif j < cursor.size and cursor.entries[j].norm == "a":
        j += 1
    product, _, end = read_scales(cursor, j, alone=False)
    if product > 1:
        return new_number(cursor, first, end, "cardinal", times(value, product), product)
    if cursor.entries[i].norm == "half" and cursor.tagged.entries[j - 1].norm != "a":
        if i and cursor.entries[i - 1].mask & S.ORDINAL:
            return None
    return new_number(cursor, first, i + 1, "fraction", value)


def read_multiple(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a word that multiplies: ضعف, twice."""
    sense = cursor.entries[i].senses[S.MULTIPLE]
    if sense.role == "plural":
        return None
    return new_number(cursor, i, i + 1, "multiplier", sense.value)
