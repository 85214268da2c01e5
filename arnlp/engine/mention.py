"""What engines hand on: a range of tokens that says something, and the numbers that others build on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class ValueMention:
    """A value over a range of tokens; offsets are those of its text."""

    first: int
    last: int  # half-open
    start: int
    end: int
    kind: str
    value: Any


@dataclass(slots=True)
class NumberMention(ValueMention):
    """A number over a range of tokens.

    ``scale`` is the product of the scale words that close it (1 without any), ``article`` whether
    it carries ال (السنوات الخمس), ``ratio`` whether it says how many of how many (3 من كل 10),
    ``more`` whether it says that it is more (مئة ونيف).
    """

    scale: int = 1
    article: bool = False
    ratio: bool = False
    more: bool = False
