"""Numbers written twice, and lists of numbers without spaces."""

from __future__ import annotations

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.numbers.mention import new_number
from arnlp.text.tokens import NUMERAL

_LIST = "list"  # the kind of several numbers in one token, before a refiner parts them


def read_list(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read the numbers of a list without spaces: 22,24,26. Only the last may have a unit."""
    entry = cursor.entries[i]
    if entry.kind != NUMERAL or entry.value is not None or cursor.mask(i - 1) & S.IDENTIFIER_CUE:
        return None
    parts = entry.norm.split(",")
    if len(parts) < 3 or not all(part.isdigit() and len(part) < 3 for part in parts):
        return None
    if cursor.tagged.ends[i] - cursor.tagged.starts[i] != len(entry.norm):
        return None
    return new_number(cursor, i, i + 1, _LIST, None)


def part_lists(cursor: Cursor, numbers: list[NumberMention]) -> list[NumberMention]:
    """Part the lists that are one token into their numbers."""
    out: list[NumberMention] = []
    for number in numbers:
        out += _parted(cursor, number) if number.kind == _LIST else (number,)
    return out


def _parted(cursor: Cursor, number: NumberMention) -> list[NumberMention]:
    i, start = number.first, cursor.tagged.starts[number.first]
    out = []
    for part in cursor.entries[i].norm.split(","):
        out.append(NumberMention(i, i + 1, start, start + len(part), "cardinal", int(part)))
        start += len(part) + 1
    return out


def join_restated(cursor: Cursor, numbers: list[NumberMention]) -> list[NumberMention]:
    """Join a number in digits and in words: (300) ثلاثمئة ريال, five hundred (500).

    Where the two disagree, both stay and a warning says so.
    """
    out: list[NumberMention] = []
    for number in numbers:
        if not out or not _restates(cursor, out[-1], number):
            out.append(number)
    return out


def _restates(cursor: Cursor, before: NumberMention, number: NumberMention) -> bool:
    """Let a number take in the one behind it, where that says the same in digits or in words."""
    if number.first - before.last > 1 or not before.kind == number.kind == "cardinal":
        return False
    inner = [n.first + (cursor.norm(n.first) == "(") for n in (before, number)]
    digits = [cursor.entries[i].kind == NUMERAL for i in inner]
    if digits[0] == digits[1]:
        return False
    first, last = before.first, number.last
    between = [cursor.norm(k) for k in range(before.last, number.first)]
    if between == [")"] and cursor.norm(first - 1) == "(":
        first -= 1
    elif between == ["("] and cursor.norm(last) == ")":
        last += 1
    elif between or inner == [before.first, number.first]:
        return False
    if before.value != number.value:
        cursor.context.warn(
            "numbers_disagree",
            f"{before.value} and {number.value} stand for one another here",
            before.start,
            number.end,
        )
        return False
    before.first, before.last = first, last
    before.start, before.end = cursor.tagged.start_of(first), cursor.tagged.ends[last - 1]
    before.scale = max(before.scale, number.scale)
    return True
