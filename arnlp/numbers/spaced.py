"""Numerals that spaces part: thousands in groups (1 250 000), decimals with a ر (``3ر 11``) or turned (43 .3).

Three digits behind a space may be a group of thousands or another figure. No-break spaces, a group
that no figure is (009, 000), and other numerals of the text that can only be groups tell; else what
is counted behind it tells, a currency before it, or the word that leads to it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from arnlp.engine import Cursor, counts_many, noun_end
from arnlp.lexicon import senses as S
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, PUNCTUATION, WORD

_MAX_DIGITS = 25
_MOST_DECIMALS, _LOST_DECIMALS = 3, 2
_NO_BREAK = "\u00a0\u2007\u2009\u202f"
_GAPS = " " + _NO_BREAK
AGENCY_POINT = "ر"
# Behind these a numeral stands for itself: a day, a number that names something.
_BY_ITSELF = S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.IDENTIFIER_CUE | S.KNOWN_NAME
_COUNTED = S.UNIT | S.CURRENCY | S.NOUN
_LEADING = S.STOP | S.DATE_LINK | S.CLITIC | S.QUANTITY_WORD | S.COLON
_LEVEL = S.BOUND | S.VERB | S.SPEECH
SCALES = ("scale", "acc", "plural")  # roles of words of scale


class _Groups(NamedTuple):
    """The digits of groups, with the point of their decimals, and the token behind them."""

    digits: str
    end: int
    plain: bool  # whether a plain space is among the gaps, which may part two figures as well
    padded: bool  # whether a group starts with a nought, as no figure does


def read_spaced_groups(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read groups of three digits that spaces part: 1 234 567, 15 200; return value and end."""
    groups = _groups_at(cursor, i)
    if groups is None or _stands_by_itself(cursor, i, groups):
        return None
    separators = cursor.context.separators
    parted = separators.space or separators.stop or separators.lost
    told = not groups.plain or groups.padded or parted
    if not told and not _is_counted(cursor, i, groups.end) and not _is_led(cursor, i, groups):
        return None
    return (Decimal(groups.digits) if "." in groups.digits else int(groups.digits)), groups.end


def read_lost_decimal(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read 1 9 million, 16 8 percent in a text that has lost its marks; return value and end."""
    if not cursor.context.separators.lost or i + 2 >= cursor.size:
        return None
    whole, part = cursor.entries[i], cursor.entries[i + 1]
    if part.kind != NUMERAL or not (whole.norm.isdigit() and part.norm.isdigit()):
        return None
    scaled = cursor.number_role(i + 2) in SCALES  # nobody writes 15,923 million
    most = _MOST_DECIMALS if scaled else _LOST_DECIMALS
    if len(whole.norm) > _MOST_DECIMALS or len(part.norm) > most:
        return None
    if not (scaled or cursor.mask(i + 2) & S.PERCENT) or cursor.mask(i - 1) & _BY_ITSELF:
        return None
    return Decimal(f"{whole.norm}.{part.norm}"), i + 2


def tells_groups(cursor: Cursor, i: int) -> bool:
    """Tell whether a numeral and those behind it can only be groups of thousands: 734 000."""
    groups = _groups_at(cursor, i)
    if groups is None or _stands_by_itself(cursor, i, groups):
        return False
    return groups.padded or not groups.plain


def _groups_at(cursor: Cursor, i: int) -> _Groups | None:
    """Return the groups that a numeral opens by its shape, None where it opens none."""
    entries, tagged = cursor.entries, cursor.tagged
    digits = entries[i].norm
    if not 1 <= len(digits) <= 3 or digits[0] == "0" or not digits.isdigit():
        return None
    plain = padded = False
    j = i + 1
    while j < cursor.size and entries[j].kind == NUMERAL and len(digits) <= _MAX_DIGITS:
        gap = tagged.text[tagged.ends[j - 1] : tagged.starts[j]]
        whole, _, decimals = entries[j].norm.replace(",", ".").partition(".")
        if len(gap) != 1 or gap not in _GAPS or len(whole) != 3 or not whole.isdigit():
            break
        if decimals and not decimals.isdigit():
            return None
        plain = plain or gap == " "
        padded = padded or whole[0] == "0"
        digits += entries[j].norm.replace(",", ".")
        j += 1
        if decimals:
            break
    if j == i + 1 or len(digits) > _MAX_DIGITS:
        return None
    if j < cursor.size and entries[j].kind == NUMERAL and not cursor.is_adjacent(j):
        return None
    return _Groups(digits, j, plain, padded)


def _stands_by_itself(cursor: Cursor, i: int, groups: _Groups) -> bool:
    """Tell whether what stands before a numeral keeps it from the figure behind it.

    A day of a month, the number of an article, a telephone, one end of a range whose dash is lost
    (``بين 500 700``), a column of a table.
    """
    i -= cursor.norm(i - 1) == "("
    before = cursor.entries[i - 1] if i else None
    if before is None:
        return False
    if before.mask & _BY_ITSELF and not before.mask & S.DATE_WORD:
        return True
    if before.surface == "+" or (before.surface in "-\u2013/" and cursor.is_adjacent(i)):
        return True
    if before.kind == NUMERAL:  # one of a row of figures, not a year
        return len(before.norm) < 4 and not cursor.mask(i - 2) & _BY_ITSELF
    if not groups.plain or groups.padded:
        return False
    if before.kind == LATIN and before.caps and not before.mask & (_LEADING | _LEVEL | _COUNTED):
        return i > 1 and cursor.entries[i - 2].kind not in (BREAK, PUNCTUATION)  # Fortune 500
    if cursor.is_word(i - 1, "between", "ranging"):
        after = cursor.entries[groups.end] if groups.end < cursor.size else None
        return after is None or not (after.surface in ("-", "\u2013") or cursor.is_and(groups.end))
    return False


def _is_counted(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether a scale, a unit or something counted stands behind groups, or money before."""
    if cursor.mask(i - 1) & S.CURRENCY:
        return True
    end += cursor.norm(end) == ")"
    if end >= cursor.size:
        return False
    after = cursor.entries[end]
    if cursor.is_word(end, "partitive") or (len(cursor.norm(i)) < 3 and _goes_on(cursor, end)):
        return True
    if after.mask & _COUNTED or cursor.number_role(end) in SCALES:
        return True
    if after.kind == WORD:
        return not after.definite and noun_end(cursor.entries, end, 2) > end
    return after.kind == LATIN and counts_many(cursor.entries, end)


def _goes_on(cursor: Cursor, i: int) -> bool:
    """Tell whether the second end of a range stands at a token, parted alike: 12 500 – 14 300."""
    joins = cursor.norm(i) in ("-", "\u2013", "\u2014") or cursor.is_word(i, "range")
    return joins and i + 1 < cursor.size and _groups_at(cursor, i + 1) is not None


def _is_led(cursor: Cursor, i: int, groups: _Groups) -> bool:
    """Tell whether the word before groups leads to a figure; the whole text may be one, too."""
    short = len(cursor.entries[i].norm) < 3 or groups.end > i + 2
    if not i:
        return short and groups.end == cursor.size
    i -= cursor.norm(i - 1) == "("
    before = cursor.mask(i - 1)
    if before & _LEVEL or cursor.is_word(i - 1, "range"):
        return True
    return short and bool(before & _LEADING)


def read_spaced_decimal(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read the ر of the agencies with a space at it: ``3ر 11`` is 11.3, ``500 ر 8`` is 8.5.

    Several part thousands, the last group first: ``999 ر 999 ر 169`` is 169,999,999.
    """
    parts = [cursor.entries[i].norm]
    j = i + 1
    while cursor.norm(j) == AGENCY_POINT and cursor.entries[j].kind == WORD:
        if j + 1 >= cursor.size or cursor.entries[j + 1].kind != NUMERAL:
            break
        parts.append(cursor.norm(j + 1))
        j += 2
    if len(parts) < 2 or not all(map(str.isdigit, parts)) or sum(map(len, parts)) > _MAX_DIGITS:
        return None
    if len(parts) == 2:
        return Decimal(f"{parts[1]}.{parts[0]}"), j
    if len(parts[-1]) > 3 or any(len(part) != 3 for part in parts[:-1]):
        return None
    return int("".join(reversed(parts))), j


def read_turned_decimal(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read a numeral that a page from right to left has turned about: ``43 .3%`` is 3.43%.

    Its decimals stand first, then a space and the point before its whole part. So do groups of
    thousands, the last one first: ``520 .922 .181 درهم`` is 181,922,520. Not so in dates
    (5 .3 .2009), behind Latin words, and where a year ends the sentence.
    """
    before = cursor.entries[i - 1] if i else None
    if before is None or before.mask & _BY_ITSELF or before.kind in (LATIN, NUMERAL):
        return None
    parts, j = _turned_parts(cursor, i)
    if before.surface == "." or len(parts) < 2 or sum(map(len, parts)) > _MAX_DIGITS:
        return None
    whole, *rest = reversed(parts)
    if not (whole + "".join(rest)).isdigit():
        return None
    grouped = all(len(part) == 3 for part in rest) and whole[0] != "0" and len(whole) <= 3
    if len(rest) == 1 and not (grouped and _counts_wholes(cursor, j)):
        return (Decimal(f"{whole}.{rest[0]}"), j) if len(rest[0]) <= _MOST_DECIMALS else None
    return (int(whole + "".join(rest)), j) if grouped else None


def _turned_parts(cursor: Cursor, i: int) -> tuple[list[str], int]:
    """Return numerals that a space and a point part, in the order of the page, and their end."""
    parts, j = [cursor.norm(i)], i + 1
    while cursor.norm(j) == "." and not cursor.is_adjacent(j) and cursor.is_adjacent(j + 1):
        if j + 1 >= cursor.size or cursor.entries[j + 1].kind != NUMERAL:
            break
        parts.append(cursor.norm(j + 1).replace(",", "").replace("\u060c", ""))
        j += 2
    return parts, j


def _counts_wholes(cursor: Cursor, j: int) -> bool:
    """Tell whether what stands at a token is counted in wholes: shares, and no money or points."""
    if cursor.mask(j) & (S.CURRENCY | S.PERCENT | S.UNIT) or cursor.is_word(j, "index"):
        return False
    return bool(cursor.mask(j) & S.NOUN)
