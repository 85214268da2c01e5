"""Scale words and letters: ألف, مليونا, billion, 1.2M."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from arnlp.engine import Cursor, counts_many, noun_end
from arnlp.lexicon import senses as S
from arnlp.numbers.spaced import SCALES
from arnlp.text.tokens import LATIN, NUMERAL, WORD

_LARGEST = 10**24  # what scales can make; no release has more
_LETTER_SCALES = {"m": 10**6, "mm": 10**6, "k": 1000, "b": 10**9}
_RESOLUTIONS = (4, 8)  # 4K and 8K are kinds of screen


def read_scales(cursor: Cursor, i: int, alone: bool) -> tuple[int, int, int]:
    """Read scale words; return (their product, 2 for a dual else 1, their end)."""
    product, dual = 1, 1
    j = i
    if not alone and cursor.is_hyphen(i) and cursor.number_role(i + 1) in SCALES:
        j = i = i + 1  # a $12.4-million plant
    while j < cursor.size:
        entry = cursor.entries[j]
        sense = entry.senses.get(S.NUMBER)
        if sense is None or ((j > i or not alone) and entry.clitics):
            break
        if product * sense.value > _LARGEST and j > i:
            break
        if sense.role in SCALES and not (alone and j == i and _counts_two(cursor, j)):
            product *= sense.value
        elif sense.role == "dual" and alone and j == i:
            product, dual = sense.value // 2, 2
        elif sense.role == "acc" and alone and j == i and _counts_two(cursor, j):
            product, dual = sense.value, 2
        else:
            break
        j += 1
    return product, dual, j


def _counts_two(cursor: Cursor, i: int) -> bool:
    """Tell whether a scale with an alef is the construct dual: مليونا حاج, not مليونا و560 ألف."""
    entry = cursor.entries[i]
    if cursor.number_role(i) != "acc" or "\u064b" in entry.surface or i + 1 >= cursor.size:
        return False
    following = cursor.entries[i + 1]
    if following.kind != WORD or following.clitics or following.definite:
        return False
    return not following.mask & (S.NUMBER | S.STOP | S.CLITIC | S.VERB | S.SPEECH)


def letter_scale_of(cursor: Cursor, i: int, value: Any, end: int) -> int:
    """Return the scale of a letter glued behind a numeral: 1.2M, 100k, $5b; 0 without one.

    Without a sign, a currency or something counted only k is safe: 3M is a company, 5m are
    metres.
    """
    if not cursor.is_adjacent(end) or cursor.entries[end - 1].kind != NUMERAL:
        return 0
    surface = cursor.entries[end].surface
    scale = _LETTER_SCALES.get(surface.lower(), 0)
    if not scale or (cursor.is_adjacent(end + 1) and cursor.entries[end + 1].kind == NUMERAL):
        return 0
    currency = cursor.mask(i - 1) & S.CURRENCY or cursor.mask(end + 1) & S.CURRENCY
    if currency:
        return scale
    if scale == 1000:
        return scale if value >= 10 and value not in _RESOLUTIONS else 0
    if surface != "M":
        return 0
    signed = cursor.norm(i - 1) in ("-", "\u2212", "+") and cursor.is_adjacent(i)
    told = signed or isinstance(value, Decimal) or counts_many(cursor.entries, end + 1)
    return scale if told else 0


def closes_thousands(cursor: Cursor, j: int) -> bool:
    """Tell whether three digits close a numeral and its thousands without a و: 17 ألف 340 وحدة, 17 thousand 340."""
    thousand, last = cursor.entries[j - 1], cursor.entries[j]
    if thousand.senses[S.NUMBER].value != 1000:
        return False
    if cursor.entries[j - 2].kind != NUMERAL or len(last.norm) != 3 or not last.norm.isdigit():
        return False
    if thousand.kind == LATIN:
        gap = cursor.tagged.text[cursor.tagged.ends[j - 1] : cursor.tagged.starts[j]]
        return gap in (" ", "\u00a0") and cursor.entries[j - 2].norm.isdigit()
    return j + 1 < cursor.size and noun_end(cursor.entries, j + 1, 100) > j + 1
