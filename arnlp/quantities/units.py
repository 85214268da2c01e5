"""Numbers with a percent sign, a unit or a currency beside them."""

from __future__ import annotations

from arnlp.engine import Cursor, counts_many, english_noun_end, opens_date
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention, exact, times
from arnlp.quantities.behind import is_span, read_article_unit, read_single_one
from arnlp.quantities.counts import count_of
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.quantities.money import (
    currency_before,
    is_unknown_million,
    letter_scale,
    money_of,
    read_scaled_behind,
)
from arnlp.quantities.percents import read_percent_before
from arnlp.quantities.pounds import is_weight
from arnlp.quantities.signs import TEMPERATURES, set_below_zero
from arnlp.text.clitics import THE, led_by
from arnlp.text.tokens import LATIN, NUMERAL


def read_unit(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read the percent sign, unit or currency beside a number."""
    j = number.last
    if cursor.norm(j) in ("(", "[") and cursor.norm(j + 2) in (")", "]"):
        return _read_bracketed_unit(cursor, number, j)
    if _leads_to_unit(cursor, number, j):
        j += 1
    right = cursor.entries[j] if j < cursor.size else None
    if right is not None and not right.clitics:
        sense = right.senses.get(S.PERCENT)
        if sense is not None and sense.value != "pp2":
            kind = "percent" if sense.value == "%" else "percentage_point"
            one = exact(sense.extra)
            found = new_quantity(cursor, number, j + 1, kind, sense.value, times(number.value, one))
            found.one = one
            return found
        sense = right.senses.get(S.CURRENCY)
        if sense is not None and _is_money(cursor, number, j, sense):
            return read_scaled_behind(
                cursor, money_of(cursor, number, j + 1, number.first, sense), number
            )
        sense = right.senses.get(S.MULTIPLE)
        if sense is not None and sense.role == "plural" and number.scale == 1:
            return new_quantity(cursor, number, j + 1, "multiplier", "times")
        if right.surface == "x" and cursor.is_adjacent(j) and not _is_product(cursor, j):  # 3x
            return new_quantity(cursor, number, j + 1, "multiplier", "times")
    left = currency_before(cursor, number) or read_percent_before(cursor, number)
    if left is not None:
        return left
    if right is not None and not right.clitics:
        scale = letter_scale(cursor, number, j)
        if scale and counts_many(cursor.entries, j + 1):  # 1.2m passengers, and no 1.2m fence
            found = count_of(cursor, number, j + 1, english_noun_end(cursor.entries, j + 1, 2))
            found.value = number.value * scale
            return found
        if cursor.mask(j) & S.PAPER and not is_span(cursor, number, j):
            return None  # ستة عقود: contracts
        sense = right.senses.get(S.UNIT)
        if (
            sense is not None
            and sense.role != "dual"
            and (right.kind == LATIN or not right.definite or number.article)
        ):
            return _measure_of(cursor, number, j, sense)
    if number.first and (number.article or led_by(cursor.norm(number.first - 1)) == THE):
        return read_article_unit(cursor, number)
    return read_single_one(cursor, number)


def _leads_to_unit(cursor: Cursor, number: NumberMention, j: int) -> bool:
    """Tell whether a hyphen or article stands before a unit: 148-kilometre, half a percent."""
    if cursor.is_hyphen(j):
        return not _opens_number(cursor, j + 1)
    return number.kind == "fraction" and cursor.norm(j) == "a"


def _opens_number(cursor: Cursor, j: int) -> bool:
    """Tell whether a currency at a token belongs to the number behind it: $5m-$7.5m."""
    return bool(cursor.mask(j) & S.CURRENCY and cursor.mask(j + 1) & S.NUMERIC)


def _is_money(cursor: Cursor, number: NumberMention, j: int, sense: S.Sense) -> bool:
    """Tell whether a word of money is no weight, no title and no other initials."""
    if is_weight(cursor, number, j) or is_unknown_million(cursor, j, sense):
        return False
    return not _is_title(cursor, j, sense)


def _is_title(cursor: Cursor, j: int, sense: S.Sense) -> bool:
    """Tell whether initials are those of a title: أ.د. محمد, and no thousands of dinars."""
    return sense.role.startswith("part") and bool(cursor.mask(j + 1) & S.GIVEN_NAME)


def _is_product(cursor: Cursor, j: int) -> bool:
    """Tell whether an x multiplies two numbers: 3x4 m."""
    return bool(cursor.mask(j + 1) & (S.NUMERIC | S.NUMBER))


def _read_bracketed_unit(cursor: Cursor, number: NumberMention, j: int) -> QuantityMention | None:
    """Read 20 (kg): the unit in brackets behind its number."""
    sense = cursor.sense(j + 1, S.UNIT)
    if sense is None:
        return None
    found = _measure_of(cursor, number, j + 1, sense)
    if found is not None:
        found.last, found.end = j + 3, cursor.tagged.ends[j + 2]
    return found


def _measure_of(
    cursor: Cursor, number: NumberMention, j: int, sense: S.Sense
) -> QuantityMention | None:
    if opens_date(cursor.entries, j):
        return None  # 4 ملايين سنة 2017
    if _symbol_goes_on(cursor, j):
        return None  # a unit that the tables do not have is missing, not cut short
    kind, factor = sense.extra
    value = times(number.value, factor)
    found = new_quantity(cursor, number, j + 1, kind, sense.value, value)
    found.one = factor
    if sense.value in TEMPERATURES:
        set_below_zero(cursor, found)
    return found


def _symbol_goes_on(cursor: Cursor, j: int) -> bool:
    """Tell whether the symbol of a unit goes on behind it: an exponent, a slash and a word."""
    k = j + 1
    if not cursor.is_adjacent(k) or cursor.entries[j].kind != LATIN:
        return False
    after = cursor.entries[k]
    if after.kind == NUMERAL or after.surface in ("²", "³", "⁻", "^"):
        return True
    if after.surface != "/" or not cursor.is_adjacent(k + 1):
        return False
    unit = cursor.sense(k + 1, S.UNIT)
    return cursor.entries[k + 1].kind == LATIN and (unit is None or unit.role != "singular")
