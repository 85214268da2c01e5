"""The sign that is glued to a number, once it is known which quantities took it."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon.tagged import TaggedText
from arnlp.numbers import SIGNS, NumberMention
from arnlp.quantities.mention import QuantityMention
from arnlp.text.tokens import BREAK, NUMERAL, PAIR


def sign_numbers(
    cursor: Cursor, numbers: list[NumberMention], quantities: list[QuantityMention]
) -> None:
    """Give numbers the sign that is glued to them.

    Those in a quantity take what it read. A dash at the head of a line opens a list item, unless
    the number is all that stands on it.
    """
    tagged = cursor.tagged
    entries = tagged.entries
    taken: dict[int, int] = {}
    for quantity in quantities:
        sign = 0 if quantity.bound == "between" and quantity.value_max > 0 else quantity.sign
        taken.update(dict.fromkeys(range(quantity.first, quantity.last), sign))
        if quantity.sign < 0 and not sign:  # the lower end alone
            taken[quantity.first] = taken[quantity.first + 1] = quantity.sign
    for number in numbers:
        i = number.first - 1
        if i < 0 or number.kind not in ("cardinal", "fraction") or number.value < 0:
            continue
        sign = SIGNS.get(entries[i].surface, 0)
        if number.first in taken:
            if taken[number.first] < 0 and not (i in taken and sign > 0):
                number.value = -number.value
                if sign and i in taken:
                    number.first, number.start = i, tagged.starts[i]
        elif sign and _is_signed(tagged, number):
            number.value = sign * number.value
            number.first, number.start = i, tagged.starts[i]


def _is_signed(tagged: TaggedText, number: NumberMention) -> bool:
    """Tell whether the sign before a number is its own: no dash of a list, a range or a name."""
    entries, starts, ends = tagged.entries, tagged.starts, tagged.ends
    first, i = number.first, number.first - 1
    if entries[first].kind not in (NUMERAL, PAIR) and entries[first].surface not in ".\u066b":
        return False
    if i == 0 or entries[i - 1].kind == BREAK:
        return number.last >= len(entries) or entries[number.last].kind == BREAK
    if starts[first] != ends[i]:
        return False
    return starts[i] != ends[i - 1] or entries[i - 1].surface == "("
