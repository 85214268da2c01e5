"""What is added to any quantity that was read: its half, its rate, its sign, its bound."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.numbers import NumberMention
from arnlp.quantities.bounds import set_bound
from arnlp.quantities.compounds import add_half
from arnlp.quantities.mention import QuantityMention
from arnlp.quantities.rates import set_rate
from arnlp.quantities.signs import set_sign


def finish(cursor: Cursor, found: QuantityMention, number: NumberMention) -> None:
    """Add to a quantity its half, its rate, its sign and its bound."""
    if found.last > number.last:
        add_half(cursor, found)
    set_rate(cursor, found, cursor.number_at)
    set_sign(cursor, found)
    set_bound(cursor, found)
    if number.more and found.bound == "exact":
        found.bound = "more_than"
