"""What follows a quantity and belongs to it: a half, a smaller unit.

``سنتين ونصف``, ``20 دولارا و43 سنتا``, ``five feet two inches``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention, add, exact
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.quantities.money import money_of
from arnlp.quantities.single_periods import leads_span, unit_of_turn
from arnlp.text.clitics import AND, ends_in_pronoun, led_by
from arnlp.text.tokens import LATIN, WORD

# How many of a smaller unit make a larger one that a figure may name beside it.
_SMALLER = {
    ("[ft_i]", "[in_i]"): 12, ("m", "cm"): 100, ("km", "m"): 1000, ("cm", "mm"): 10,
    ("kg", "g"): 1000, ("t", "kg"): 1000, ("[lb_av]", "[oz_av]"): 16,
    ("a", "mo"): 12, ("mo", "d"): None, ("wk", "d"): 7, ("d", "h"): 24, ("h", "min"): 60,
    ("min", "s"): 60,
}  # fmt: skip
# Parts that only stand behind their whole so: the word and how many make one.
_WRITTEN = {"[ft_i]": ("in", 12)}
_MEASURED = ("measure", "duration")
_JOINED = S.CLITIC | S.FRACTION | S.STOP
_HALVED = ("measure", "duration", "money")


def add_half(cursor: Cursor, found: QuantityMention) -> None:
    """Add 'and a half' behind a unit: ثلاث سنوات ونصف, ساعتين ونصف الساعة.

    Behind a scale the half is one of the scale: مليون دولار ونصف, nobody pays half a dollar more.
    """
    j = found.last
    if j >= cursor.size or found.kind not in _HALVED or not cursor.masks[j] & _JOINED:
        return
    if cursor.is_and(j):
        j += 1
    elif cursor.entries[j].led != AND:
        return
    sense = cursor.sense(j, S.FRACTION)
    if sense is None or sense.role or sense.value >= 1:
        return
    if cursor.mask(j + 1) & S.NUMBER and not _is_scale(cursor, found, j + 1):
        return
    end = j + 1
    unit, own = _unit_key(cursor, end), _unit_key(cursor, found.last - 1)
    repeated = unit is not None and unit == own and not cursor.entries[end].clitics
    if repeated or _is_scale(cursor, found, end):
        end += 1
    elif _is_of_another(cursor, end):
        return
    scale = found.number.scale if found.number is not None else 1
    found.value = add(found.value, exact(sense.value * Fraction(found.one) * scale))
    found.last, found.end = end, cursor.tagged.ends[end - 1]


def _is_scale(cursor: Cursor, found: QuantityMention, i: int) -> bool:
    """Tell whether the scale of a figure is repeated behind its half: مليون دولار ونصف المليون."""
    sense = cursor.sense(i, S.NUMBER)
    if sense is None or found.number is None or not cursor.entries[i].definite:
        return False
    return found.number.scale > 1 and bool(sense.value == found.number.scale)


def _is_of_another(cursor: Cursor, i: int) -> bool:
    """Tell whether a half is one of what stands at a token: ونصف السكان, and half of the cost."""
    if i >= cursor.size:
        return False
    entry = cursor.entries[i]
    if entry.kind == LATIN:
        stop = entry.senses.get(S.STOP)
        if cursor.is_word(i, "of", "amount"):
            return True
        return not cursor.is_word(i, "extent") and (stop is None or stop.role == "pron")
    if entry.kind != WORD or entry.mask & (S.STOP | S.RELATION | S.DEIXIS):
        return False
    return entry.definite or (not entry.mask and ends_in_pronoun(entry.norm))


def _unit_key(cursor: Cursor, i: int) -> Any:
    """Return what tells one unit or currency from another, None for other words."""
    for kind in (S.UNIT, S.CURRENCY):
        sense = cursor.sense(i, kind)
        if sense is not None:
            return sense.value, str(sense.extra)
    return None


def follows_number(cursor: Cursor, i: int) -> bool:
    """Tell whether a number stands before a token, so that the token does not count by itself."""
    return bool(cursor.mask(i - 1) & (S.NUMERIC | S.NUMBER))


def read_half_of(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read ساعة ونصف and an hour and a half: one and a half of a unit without a number."""
    if not (cursor.mask(i + 1) & S.FRACTION or cursor.is_and(i + 1)):
        return None
    if follows_number(cursor, i):
        return None
    if cursor.masks[i] & S.SET:
        return _read_turn_and_half(cursor, i)
    sense = cursor.sense(i, S.UNIT) or cursor.sense(i, S.CURRENCY)
    if sense is None or sense.role != "singular" or cursor.entries[i].article:
        return None
    if cursor.entries[i].kind == LATIN and cursor.norm(i - 1) not in ("a", "an"):
        return None
    tagged = cursor.tagged
    one = NumberMention(i, i + 1, tagged.start_of(i), tagged.ends[i], "cardinal", 1)
    if sense.kind == S.CURRENCY:
        found = money_of(cursor, one, i + 1, i, sense)
    else:
        kind, factor = sense.extra
        found = new_quantity(cursor, one, i + 1, kind, sense.value, factor)
        found.one = factor
    add_half(cursor, found)
    if found.last == i + 1:
        return None
    if cursor.entries[i].kind == LATIN:
        found.first, found.start = i - 1, tagged.starts[i - 1]
    return found


def _read_turn_and_half(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read a year and a half, where 'a year' is one token."""
    unit = unit_of_turn(cursor, i)
    if unit is None or not leads_span(cursor, i - 1):
        return None
    tagged = cursor.tagged
    one = NumberMention(i, i + 1, tagged.start_of(i), tagged.ends[i], "cardinal", 1)
    found = new_quantity(cursor, one, i + 1, "duration", unit)
    add_half(cursor, found)
    return found if found.last > i + 1 else None


def join_parts(cursor: Cursor, out: list[QuantityMention]) -> list[QuantityMention]:
    """Join a quantity with one in a smaller unit behind it; ``out`` is in order."""
    joined: list[QuantityMention] = []
    for quantity in out:
        _add_whole(cursor, quantity)
        _add_written_part(cursor, quantity)
        if not joined or not _join(cursor, joined[-1], quantity):
            joined.append(quantity)
    return joined


def _add_whole(cursor: Cursor, small: QuantityMention) -> None:
    """Add the one of a currency or unit before its parts: دينار و250 فلسا, ساعة و20 دقيقة."""
    if small.kind in _MEASURED:
        _add_one_unit(cursor, small)
        return
    if small.kind != "money" or small.unit is None or led_by(cursor.norm(small.first - 1)) != AND:
        return
    i = small.first - 2
    sense = cursor.sense(i, S.CURRENCY)
    if sense is None or sense.role != "singular" or cursor.entries[i].article:
        return
    if cursor.mask(i - 1) & (S.NUMBER | S.NUMERIC):
        return
    one = NumberMention(i, i + 1, cursor.tagged.start_of(i), cursor.tagged.ends[i], "cardinal", 1)
    amount = _part_of(cursor, small.unit, small)
    if money_of(cursor, one, i + 1, i, sense).unit == small.unit and amount is not None:
        small.value = add(1, amount)
        small.first, small.start = i, one.start


def _add_one_unit(cursor: Cursor, small: QuantityMention) -> None:
    i = small.first - 1
    if cursor.is_and(i):
        i -= 1
    elif cursor.entries[small.first].led != AND:
        return
    if (turn := unit_of_turn(cursor, i)) is not None:
        _add_turn(cursor, small, i, turn)
        return
    sense = cursor.sense(i, S.UNIT)
    if sense is None or sense.role != "singular" or cursor.entries[i].definite:
        return
    per_one = _SMALLER.get((sense.value, small.unit or ""))
    if per_one is None or sense.extra[1] != 1 or small.bound != "exact" or small.per:
        return
    if not isinstance(small.value, int) or not 0 < small.value < per_one:
        return
    latin = cursor.entries[i].kind == LATIN
    if latin and cursor.norm(i - 1) not in ("a", "an"):
        return
    if not latin and cursor.mask(i - 1) & (S.NUMBER | S.NUMERIC):
        return
    small.value = small.value + per_one
    small.first = i - latin
    small.start = cursor.tagged.start_of(small.first)


def _add_turn(cursor: Cursor, small: QuantityMention, i: int, unit: str) -> None:
    """Add the one of a year and three months, where 'a year' is one token."""
    per_one = _SMALLER.get((unit, small.unit or ""))
    if per_one is None or small.bound != "exact" or small.per or not leads_span(cursor, i - 1):
        return
    if isinstance(small.value, int) and 0 < small.value < per_one:
        small.value += per_one
        small.first, small.start = i, cursor.tagged.start_of(i)


def _add_written_part(cursor: Cursor, large: QuantityMention) -> None:
    """Add a part whose sign is a word elsewhere: $20 and 43c, 5 ft 2 in."""
    j = large.last
    if large.unit not in _WRITTEN and large.kind != "money":
        return
    j += cursor.norm(j) == "and"
    small = cursor.number_at.get(j)
    if small is None or small.kind != "cardinal" or not isinstance(large.value, int):
        return
    word, per_one = _WRITTEN.get(large.unit or "", ("c", 100))
    if cursor.norm(small.last) != word or not 0 < small.value < per_one:
        return
    if large.kind == "money" and not cursor.is_adjacent(small.last):
        return
    if large.kind == "money":
        large.value = add(large.value, exact(Fraction(small.value) / per_one))
    else:
        large.value, large.unit = large.value * per_one + small.value, "[in_i]"
    large.last, large.end = small.last + 1, cursor.tagged.ends[small.last]


def _join(cursor: Cursor, large: QuantityMention, small: QuantityMention) -> bool:
    gap = small.first - large.last
    if gap > 1 or gap < 0 or large.bound == "between" or small.bound != "exact":
        return False
    if gap and not cursor.is_and(large.last):
        return False
    if not gap and cursor.entries[small.first].kind == WORD:
        if cursor.entries[small.first].led != AND:
            return False
    if not isinstance(large.value, int) or large.per or large.sign or small.sign:
        return False
    if large.kind in _MEASURED and small.kind == large.kind:
        per_one = _SMALLER.get((large.unit or "", small.unit or ""))
        if per_one is None or not 0 < small.value < per_one:
            return False
        large.value = large.value * per_one + small.value
        large.unit = small.unit
    elif large.kind == "money" == small.kind and large.unit is not None:
        amount = _part_of(cursor, large.unit, small)
        if amount is None or not 0 < amount < 1:
            return False
        large.value = add(large.value, amount)
    else:
        return False
    large.last, large.end, large.per = small.last, small.end, small.per
    return True


def _part_of(cursor: Cursor, code: str, small: QuantityMention) -> Any:
    """Return an amount in parts of a currency as one in the whole."""
    sense = cursor.sense(small.last - 1, S.CURRENCY)
    if sense is None or not sense.role.startswith("part") or small.number is None:
        return None
    for money, per_one in sense.extra.values():
        if money == code:
            return exact(Fraction(small.number.value) / per_one)
    return None
