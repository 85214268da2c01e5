"""How a number is made of what is read over a range of tokens."""

from __future__ import annotations

from typing import Any

from arnlp.engine import Cursor, NumberMention


def new_number(
    cursor: Cursor,
    first: int,
    last: int,
    kind: str,
    value: Any,
    scale: int = 1,
    article: bool = False,
) -> NumberMention:
    """Return a number over a range of tokens."""
    tagged = cursor.tagged
    return NumberMention(
        first, last, tagged.start_of(first), tagged.ends[last - 1], kind, value, scale, article
    )
