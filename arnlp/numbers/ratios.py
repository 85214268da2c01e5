"""How many of how many: 3 من كل 10, one in five, 2:1."""

from __future__ import annotations

from fractions import Fraction

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.numbers.cardinals import read_cardinal
from arnlp.numbers.mention import new_number
from arnlp.numbers.values import exact
from arnlp.text.tokens import LATIN, NUMERAL, WORD

_TIMED = S.UNIT | S.MONTH | S.PERIOD | S.DAYPART | S.WEEKDAY
_RATIO_LINKS = ("parts", "of", "in", "over")
_LAST_YEAR = 1000  # from here on '1 in 1998' may be a year


def read_ratio(cursor: Cursor, number: NumberMention) -> NumberMention | None:
    """Read how many of how many: 3 من كل 10, واحد على عشرين, one in five, 1 out of 3.

    Also so many hundredths: جزء من مئة, ثلاثة أجزاء من ألف.
    """
    j = number.last
    if not cursor.mask(j) & S.QUANTITY_WORD or not isinstance(number.value, int):
        return None
    link = cursor.sense(j, S.QUANTITY_WORD)
    if link is None or link.clitics or link.role not in _RATIO_LINKS:
        return None
    role, k = link.role, j + 1
    if role == "parts":
        if not cursor.is_word(k, "of"):
            return None
        k += 1
    elif role != "over" and cursor.is_word(k, "each"):
        role, k = "each", k + 1
    k += cursor.norm(k) in ("a", "an")
    if k >= cursor.size or cursor.entries[k].clitics or not cursor.mask(k) & (S.NUMERIC | S.NUMBER):
        return None
    whole = read_cardinal(cursor, k)
    if whole is None or not isinstance(whole.value, int) or not whole.value:
        return None
    if not _is_share(cursor, role, number, whole):
        return None
    value = exact(Fraction(number.value, whole.value))
    found = new_number(cursor, number.first, whole.last, "fraction", value)
    found.ratio = True
    return found


def _is_share(cursor: Cursor, role: str, part: NumberMention, whole: NumberMention) -> bool:
    """Tell whether two numbers joined by a small word are a ratio."""
    after = cursor.mask(whole.last)
    named = whole.last < cursor.size and cursor.entries[whole.last].kind in (WORD, LATIN)
    if role == "parts":
        return bool(whole.value > 1)
    if after & _TIMED:
        return False
    if role == "over" and not named:
        return True
    share = abs(part.value)
    if not 0 < share < whole.value:
        return False
    if role == "in" and cursor.norm(part.last) != "in":  # 1 في 20
        return bool(share == 1 and not named and whole.value < _LAST_YEAR)
    if role == "in":  # one in five, but neither 20 in 2024 nor two in 24 hours
        return bool(part.value > 0 and share <= 10 and whole.value < _LAST_YEAR)
    if role == "over":
        return bool(share == 1)
    if role == "of" and cursor.norm(part.last) in (
        "of",
        "من",
    ):  # one of three projects is no third
        return part.value == 1 and not named and cursor.norm(part.last) != "of"
    return True


def read_written_ratio(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read 2:1 behind a word that says that it is a ratio."""
    if cursor.entries[i].kind != NUMERAL:
        return None
    upper, _, lower = cursor.entries[i].norm.partition(":")
    if not (upper.isdigit() and lower.isdigit()) or not int(lower):
        return None
    j = i - 1
    if cursor.mask(j) & S.CLITIC or cursor.norm(j) == "of":
        j -= 1
    if not cursor.is_word(j, "ratio_noun"):
        return None
    found = new_number(cursor, i, i + 1, "fraction", exact(Fraction(int(upper), int(lower))))
    found.ratio = True
    return found
