"""Cardinals in digits, words and both.

A cardinal is a sum of groups, each a number below a thousand (or a numeral) times its scales;
each scale is smaller than the one before: ``48 مليونا و600 ألف``, ``three million two hundred``.
Part of one may close it: ``مليون ونصف المليون``, ``ثلاثة وعشرون وثلاثة أخماس``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers.bare import counts_alone, is_opened, names_something, opens_alone
from arnlp.numbers.bracketed import leave_brackets
from arnlp.numbers.groups import (
    BELOW_HUNDRED,
    joined_at,
    read_counted_parts,
    read_group,
    read_tail_below,
)
from arnlp.numbers.mention import new_number
from arnlp.numbers.numerals import leading_point
from arnlp.numbers.parts import (
    PERIODIC,
    counted_fifth,
    denominator_at,
    is_fraction_count,
)
from arnlp.numbers.scales import closes_thousands, letter_scale_of, read_scales
from arnlp.numbers.spaced import SCALES
from arnlp.numbers.tails import read_and_fraction, read_excess, read_spoken_decimals
from arnlp.numbers.values import add, exact, times
from arnlp.text.tokens import LATIN, NUMERAL


class _Part(NamedTuple):
    """One group of a cardinal: its amount, the product of its scales, and its end."""

    amount: Any
    scale: int
    end: int


def read_cardinal(cursor: Cursor, i: int) -> NumberMention | None:
    """Read a cardinal, with the parts of one and the decimals that close it."""
    first = i
    entry = cursor.entries[i]
    role = cursor.number_role(i)
    alone = False
    if entry.kind == LATIN and role in ("scale", "times100"):
        alone = not is_opened(cursor, i)
        if alone and not opens_alone(cursor, i):
            return None
        first = i - (not alone)
    if entry.mask & S.WEEKDAY and entry.definite:
        return None  # يومي الأحد والاثنين
    if role == "plural" or entry.norm in grammar_words("one"):
        return None
    summed = _read_sum(cursor, i)
    if summed is None:
        return None
    total, smallest, j = summed
    if alone and not counts_alone(cursor, j):
        return None
    if entry.caps and names_something(cursor, first, j):
        return None
    of_one = None
    if not cursor.mask(i - 1) & PERIODIC:
        of_one = denominator_at(cursor, j) or counted_fifth(cursor, j)
        if of_one is not None and of_one >= Fraction(1, 4) and i + 1 == j:
            of_one = None  # two quarters
    if of_one is not None:  # مئة وثلاثون أخماس, ثلاثة وعشرون خمسا
        total, j = exact(Fraction(total) * of_one), j + 1
    if smallest in (1, 1000) and (point := read_spoken_decimals(cursor, j)):
        total = add(total, point[0])
        product, _, j = read_scales(cursor, point[1], alone=False)  # خمسة فاصلة سبعة مليارات
        total, smallest = times(total, product), max(product, smallest)
    excess = read_excess(cursor, j)
    if excess is not None:
        total, j = add(total, excess[0]), excess[1]
    found = new_number(cursor, first, j, "cardinal", total, smallest or 1, entry.definite)
    found.more = excess is not None
    reach_back(cursor, found)
    if entry.kind == NUMERAL == cursor.entries[j - 1].kind:
        leave_brackets(cursor, found)
    return found


def _read_sum(cursor: Cursor, i: int) -> tuple[Any, int, int] | None:
    """Add up the groups from a token on; return their sum, the last scale and the end."""
    total: Any = 0
    smallest = 0
    j = i
    while True:
        part = _read_part(cursor, j, smallest)
        if part is None:
            break
        total = add(total, part.amount)
        j = part.end
        smallest = part.scale
        fraction = read_and_fraction(cursor, j, smallest)
        if fraction is not None:
            value, j = fraction
            total = add(total, times(value, smallest))
            break
        if smallest == 1:
            break
        following = _next_part(cursor, j)
        if following < 0:
            break
        if (more := _read_one_more(cursor, following, part)) is not None:
            total += more[0]
            following = _next_part(cursor, more[1])
            j = more[1]
            if following < 0:
                break
        if _is_other_figure(cursor, j, following):
            break
        if _read_part(cursor, following, smallest) is None:
            carried = _read_carried(cursor, following, total) if total < 10**6 else None
            if carried is not None:
                total, smallest, j = carried.amount, carried.scale, carried.end
            break
        j = following
    return (total, smallest, j) if j > i else None


def _is_other_figure(cursor: Cursor, j: int, following: int) -> bool:
    """Tell whether 'and' leads from a figure to another one: AED 3.2 billion and 2,204 deals.

    In digits an English number goes on so only with a scale of its own: 2 million and 300 thousand.
    """
    if following == j or cursor.entries[j].kind != LATIN:
        return False
    if NUMERAL not in (cursor.entries[j - 2].kind, cursor.entries[j - 1].kind):
        return False
    return (
        cursor.entries[following].kind == NUMERAL
        and cursor.number_role(following + 1) not in SCALES
        and letter_scale_of(cursor, following, 1, following + 1) == 0
    )


def reach_back(cursor: Cursor, number: NumberMention) -> None:
    """Let the point of .75 and a word of sign belong to a number."""
    i = number.first
    if cursor.entries[i].kind == NUMERAL and number.last == i + 1:
        if leading_point(cursor, i) is not None:
            i -= 1
    if cursor.is_word(i - 1, "minus") and not cursor.entries[i].clitics:
        i -= 1
        number.value = -number.value
    if i < number.first:
        number.first, number.start = i, cursor.tagged.start_of(i)


def _read_one_more(cursor: Cursor, i: int, before: _Part) -> tuple[int, int] | None:
    """Read the one or two of a scale behind its hundreds: مئة ألف وألفان are 102,000."""
    if before.scale == 1 or not isinstance(before.amount, int):
        return None
    if before.amount // before.scale % 100 or cursor.number_role(i) not in ("scale", "dual"):
        return None
    product, dual, end = read_scales(cursor, i, alone=True)
    return (product * dual, end) if product == before.scale else None


def _read_carried(cursor: Cursor, i: int, total: Any) -> _Part | None:
    """Read ألف ومئتي مليون, a thousand and two hundred millions: the scale covers both."""
    part = _read_part(cursor, i, 0)
    if part is None or part.scale <= total or total % 1000:
        return None
    return part._replace(amount=(total + part.amount // part.scale) * part.scale)


def _read_part(cursor: Cursor, i: int, limit: int) -> _Part | None:
    """Read one group with its scales, its scale below a limit (0 for none)."""
    parts = read_counted_parts(cursor, i) if limit else None
    if parts is not None:  # a billion and three quarters of a million
        product, _, end = read_scales(cursor, parts[1], alone=False)
        if 1 < product < limit:
            return _Part(exact(parts[0] * product), product, end)
    group = read_group(cursor, i)
    if group is None and cursor.number_role(i) == "times100" and not limit:
        value: Any = 100
        j = i + 1
        k = joined_at(cursor, j)
        if k > 0 and (tail := read_tail_below(cursor, k)):  # a hundred and fifty
            value, j = value + tail[0], tail[1]
    elif group is None:
        product, dual, j = read_scales(cursor, i, alone=True)
        if product == 1 or (limit and product >= limit):
            return None
        if cursor.entries[i].kind == LATIN and limit:
            return None
        return _Part(product * dual, product, j)
    else:
        value, j = group
        if limit and is_fraction_count(cursor, value, j):
            return None
    if cursor.entries[i].kind == NUMERAL and (scale := letter_scale_of(cursor, i, value, j)):
        return _Part(value * scale, scale, j + 1)
    k = j + cursor.is_hyphen(j)  # two-and-a-half
    part = read_and_fraction(cursor, k, 0) if k < cursor.size else None
    product, _, end = read_scales(cursor, part[1] if part else j, alone=False)
    if part and product == 1:  # the fraction is of the whole, and read there
        product, _, end = read_scales(cursor, j, alone=False)
        part = None
    if part:
        value = add(value, part[0])
    if limit and (product >= limit or value * product >= limit):
        return None
    return _Part(times(value, product), product, end)


def _next_part(cursor: Cursor, j: int) -> int:
    """Return where a further part of a cardinal may start, -1 for nowhere."""
    joined = joined_at(cursor, j)
    if joined >= 0:
        return joined
    if cursor.mask(j) & S.COMMA and cursor.number_role(j + 1) in BELOW_HUNDRED:
        # seven thousand, four hundred: all in words, and no $86 million, four months early
        if cursor.entries[j + 1].kind == LATIN and cursor.number_role(j - 2) in (
            *BELOW_HUNDRED,
            "times100",
        ):
            return j + 1
    if (
        j < cursor.size
        and cursor.entries[j].kind == LATIN
        and cursor.number_role(j) in BELOW_HUNDRED
        and not (cursor.is_hyphen(j + 1) and not cursor.number_role(j + 2))  # twenty-foot
    ):
        return j
    if (
        j < cursor.size
        and cursor.entries[j].kind == NUMERAL
        and cursor.entries[j - 1].mask & S.NUMBER
    ):
        role = cursor.number_role(j + 1)  # 4 thousand 3 hundred, ٤ آلاف ٣ مائة, 3 crore 12 lakh
        if (
            role == "times100"
            or role in SCALES
            or (role == "hundred" and not cursor.entries[j + 1].clitics)
            or closes_thousands(cursor, j)
        ):
            return j
    return -1
