"""Two numbers with one unit: ما بين 20 و24 شهراً, 5,000 to 7,000 visits, 10-15%."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import SIGNS, NumberMention, is_year_of_figure, times
from arnlp.quantities.choices import is_near
from arnlp.quantities.counts import read_counted
from arnlp.quantities.elliptic import read_carried, read_shared_money
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.led import read_led
from arnlp.quantities.mention import QuantityMention, is_plain_year
from arnlp.quantities.money import currency_before, read_shared_currency
from arnlp.quantities.rates import set_rate
from arnlp.quantities.units import read_unit
from arnlp.text.clitics import AND

_REACH = 5  # tokens between the ends of a range
_FAR = 3  # an end that is so many times a year is none of its range
DASHES = ("-", "\u2013", "\u2014")
_JOINERS = S.QUANTITY_WORD | S.CURRENCY | S.CLITIC
_JOINTS = (*DASHES, *SIGNS, "and")


def read_range(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read two numbers with one unit, or each with the same one behind 'between'."""
    if k + 1 >= len(figures.numbers):
        return None
    low, high = figures.numbers[k], figures.numbers[k + 1]
    if high.first - low.last > _REACH or high.kind != "cardinal" or low.article:
        return None
    if not _may_end(cursor, high.first) or _is_year_of(cursor, low, high):
        return None
    low_sign, low_first = _glued_sign(cursor, low)
    high_sign, high_first = _glued_sign(cursor, high)
    own = _own_unit(cursor, low, high)
    if own is not None:
        low_first, low_last = min(low_first, own.first), own.last
        if cursor.mask(high_first - 1) & S.CURRENCY and high_first - 1 >= low_last:
            high_first -= 1
    else:
        low_last = low.last
    between = cursor.is_word(low_first - 1, "between")
    if between and high_sign < 0 < low.value and high_first < high.first:
        high_sign, high_first = 1, high.first  # بين 65 -70
    if not _is_range_gap(cursor, low_last, high_first, between):
        return None
    if own is not None and not (between or cursor.norm(low_last) in DASHES):
        if not _is_ranging(cursor, low_first):
            return None  # from $5 million to $7 million is a change
    value, top = low_sign * low.value, high_sign * high.value
    if top <= value and not (high.scale > 1 and low.scale == 1):
        return None
    if cursor.is_word(high_first - 1, "choice") and (
        not _is_choice(low, high) or cursor.is_word(low_first - 1, "choice")
    ):
        return None
    if low.scale != high.scale and _is_by(cursor, low):
        if low.scale > 1 or low.kind == "fraction":
            return None  # rose by 300 million to 4.9 billion, by a quarter to 88 billion
    found = _joined_ends(cursor, figures.found, low, high, own, (low_sign, low_first), high_sign)
    return None if found is None else Reading([found], 2)


def _is_ranging(cursor: Cursor, i: int) -> bool:
    """Tell whether a word before a number and its 'from' says that a range follows."""
    return any(cursor.is_word(j, "ranging") for j in range(max(0, i - 3), i))


def _is_year_of(cursor: Cursor, low: NumberMention, high: NumberMention) -> bool:
    """Tell whether a first number is the year of a time before it: خلال أيار 2011 الى 30.6 مليون.

    So is one with an end that is no longer a year, and much more (لموسم 2011 إلى 9,701 طن), and one that
    tells when the figure before it was: من 3500 طالب في 2023 إلى 4000 طالب.
    """
    if not is_plain_year(cursor, low.first, low.value):
        return False
    i = low.first - 1
    if cursor.mask(i) & (S.MONTH | S.HIJRI_MONTH | S.PERIOD):
        return True
    if is_year_of_figure(cursor, low.first):
        return True
    return bool(high.value > _FAR * low.value)


def _is_choice(low: NumberMention, high: NumberMention) -> bool:
    """Tell whether two numbers joined by 'or' are near each other: 3 أو 4, and no 25 or 950."""
    least = low.value if low.scale == high.scale else low.value * high.scale
    return low.scale in (1, high.scale) and is_near(least, high.value)


def _may_end(cursor: Cursor, i: int) -> bool:
    """Tell whether what stands before a number may join it to one before: و, to, a dash."""
    if cursor.entries[i].led == AND or cursor.masks[i - 1] & _JOINERS:
        return True
    return cursor.entries[i - 1].norm in _JOINTS


def _joined_ends(
    cursor: Cursor,
    before: list[QuantityMention],
    low: NumberMention,
    high: NumberMention,
    own: QuantityMention | None,
    start: tuple[int, int],
    high_sign: int,
) -> QuantityMention | None:
    """Make one quantity of two ends; ``start`` is the sign of the first and where it starts."""
    low_sign, low_first = start
    found = (
        read_unit(cursor, high)
        or read_counted(cursor, high)
        or read_shared_currency(cursor, low, high)
    )
    if found is None and cursor.is_word(high.last, "others"):  # 12,000 to 15,000 more
        found = (
            read_carried(cursor, high, before)
            or read_shared_money(cursor, high, before)
            or read_led(cursor, high, before)
        )
    if found is None or (own is not None and own.unit != found.unit):
        return None
    value = low_sign * low.value
    if own is None:
        if found.kind == "money" and found.last > high.last and currency_before(cursor, low):
            return None  # each has its own currency
        if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
            value = value * high.scale
    if found.kind in ("measure", "duration", "money", "percentage_point"):
        value = times(value, found.one)
    top = high_sign * found.value
    if value >= top:
        return None
    found.value_max, found.value, found.bound = top, value, "between"
    if low_sign < 0:
        found.sign = -1
    if found.first >= high.first or own is not None:
        found.first, found.start = low_first, cursor.tagged.start_of(low_first)
    set_rate(cursor, found, cursor.number_at)
    return found


def _own_unit(cursor: Cursor, low: NumberMention, high: NumberMention) -> QuantityMention | None:
    """Return the first end of a range with its own unit, None where the second gives it."""
    if low.last >= high.first:
        return None
    if cursor.norm(low.last) in DASHES:
        both = cursor.mask(high.first - 1) & S.CURRENCY
        return currency_before(cursor, low) if both else None
    found = read_unit(cursor, low)
    if found is None or found.last >= high.first or found.kind == "duration":
        return None
    return found


def _glued_sign(cursor: Cursor, number: NumberMention) -> tuple[int, int]:
    """Return the sign glued to a number and where the number starts with it."""
    i = number.first - 1
    sign = SIGNS.get(cursor.norm(i))
    if sign is None or not cursor.is_adjacent(number.first):
        return 1, number.first
    if cursor.is_adjacent(i) and not cursor.mask(i - 1) & S.CLITIC:
        return 1, number.first
    return sign, i


def _is_by(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether 'by' leads to a number, over a bound and a currency."""
    i = number.first - 1
    while i >= 0 and cursor.entries[i].mask & (S.BOUND | S.CURRENCY | S.CLITIC):
        i -= 1
    sense = cursor.sense(i, S.RELATION)
    return sense is not None and "by" in sense.value


def _is_range_gap(cursor: Cursor, first: int, last: int, between: bool) -> bool:
    words = [cursor.entries[k].norm for k in range(first, last)]
    if not words:
        return between and cursor.entries[last].led == AND
    if cursor.is_and(last - 1):
        return between and len(words) == 1
    return len(words) == 1 and (
        words[0] in DASHES or cursor.is_word(first, "range", "until", "choice")
    )
