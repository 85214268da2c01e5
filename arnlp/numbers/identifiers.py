"""Numerals that are no numbers: part of a name, a code, a telephone, a law's number."""

from __future__ import annotations

import unicodedata

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers.home_signs import home_code
from arnlp.numbers.mention import new_number
from arnlp.numbers.numerals import SIGNABLE
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_GLUED = S.UNIT | S.CURRENCY | S.NUMBER | S.MULTIPLE | S.PERCENT | S.DAYPART | S.FRACTION
_SUFFIXES = ("st", "nd", "rd", "th", "m", "k", "x", "e", "°")


_CLOCK = 4  # digits of a time
IDENTIFIER = "identifier"  # the kind of what is read and is no number


def read_identifier(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a numeral that is no number, with the numerals that separators join to it.

    It keeps the other readers off; a refiner drops it.
    """
    if cursor.entries[i].kind != NUMERAL or not _is_identifier(cursor, i):
        return None
    end = _skip_separators(cursor, i + 1)
    while end < cursor.size and _goes_on(cursor, end):
        end = _skip_separators(cursor, end + 1)
    return new_number(cursor, i, end, IDENTIFIER, None)


def _goes_on(cursor: Cursor, i: int) -> bool:
    """Tell whether a further numeral of an identifier stands at a token: +971 4-123."""
    entry = cursor.entries[i]
    return entry.kind == NUMERAL and entry.value is not None


def without_identifiers(cursor: Cursor, numbers: list[NumberMention]) -> list[NumberMention]:
    """Drop the numerals that are no numbers."""
    return [number for number in numbers if number.kind != IDENTIFIER]


def _is_identifier(cursor: Cursor, i: int) -> bool:
    """Tell whether a numeral is part of a name, a code, a telephone or a law's number."""
    tagged, entries = cursor.tagged, cursor.entries
    if entries[i].value is None or _is_code(cursor, i):
        return True
    if i + 1 < cursor.size and tagged.starts[i + 1] == tagged.ends[i]:
        after = entries[i + 1]
        if after.kind == LATIN and not after.mask & _GLUED:
            if unicodedata.category(after.surface[0]) != "Sc" and after.norm not in _SUFFIXES:
                return not (after.surface == "c" and _follows_money(cursor, i))
    if not i:
        return _is_list_marker(cursor, i)
    before = entries[i - 1]
    adjacent = tagged.ends[i - 1] == tagged.starts[i]
    if adjacent and before.kind == LATIN:
        return not (before.mask & S.CURRENCY or home_code(cursor, i))
    if before.surface == "#" and adjacent:
        return True
    if before.surface == "+" and adjacent:
        return isinstance(entries[i].value, int) and not cursor.mask(i + 1) & SIGNABLE
    if (
        before.surface in "-\u2013"
        and adjacent
        and i > 1
        and tagged.ends[i - 2] == tagged.starts[i - 1]
    ):
        return entries[i - 2].kind in (LATIN, WORD) and not (
            entries[i - 2].mask & (S.NUMBER | S.CLITIC)
        )
    if before.mask & S.IDENTIFIER_CUE:
        return not (_is_measured(cursor, i) or _is_acted_on(cursor, i))
    if before.surface in (":", "(", ".", "\u0640") and i > 1:
        return bool(entries[i - 2].mask & S.IDENTIFIER_CUE)
    return _is_list_marker(cursor, i)


def _is_code(cursor: Cursor, i: int) -> bool:
    """Tell whether a numeral is a time or a law's: 0954 بتوقيت غرينتش, 48 لسنة 1966."""
    digits, behind = cursor.tagged.token_text(i), cursor.norm(i + 1)
    if not digits.isdecimal():
        return False
    if behind in grammar_words("law_year"):
        return cursor.mask(i + 2) & S.NUMERIC > 0
    return len(digits) == _CLOCK and behind.partition(" ")[0] in grammar_words("clocked")


def _follows_money(cursor: Cursor, i: int) -> bool:
    """Tell whether money stands before a token, or before the 'and' before it: $20 and 43c."""
    j = i - 1 - (cursor.norm(i - 1) == "and")
    return bool(cursor.mask(j) & S.CURRENCY or cursor.mask(j - 1) & S.CURRENCY)


def _is_measured(cursor: Cursor, i: int) -> bool:
    """Tell whether a unit behind a numeral says that the word before is no cue: طريق 29 كم."""
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if after is None or after.clitics or after.definite:
        return False
    unit = after.senses.get(S.UNIT)
    scaled = after.kind == WORD and bool(after.mask & S.NUMBER)  # إلى الشارع 3 آلاف متظاهر
    measured = unit is not None and unit.extra[0] == "measure"
    return scaled or measured or bool(after.mask & S.PERCENT)


def _is_acted_on(cursor: Cursor, i: int) -> bool:
    """Tell whether a numeral counts what the noun of action before it is done to: إصدار 120 رخصة."""
    before, after = cursor.entries[i - 1], cursor.entries[min(i + 1, cursor.size - 1)]
    noun = before.norm[len(before.clitics) :]
    by_way = noun in grammar_words("ways") and cursor.norm(i - 2) in grammar_words("by_way")
    if not (by_way or noun in grammar_words("acting")) or before.definite or after.kind != WORD:
        return False
    return not (after.clitics or after.definite or after.mask & (S.STOP | S.VERB | S.RELATION))


def _is_list_marker(cursor: Cursor, i: int) -> bool:
    if (i and cursor.entries[i - 1].kind != BREAK) or i + 2 >= cursor.size:
        return False
    return (
        cursor.entries[i + 1].surface in ".)-"
        and cursor.is_adjacent(i + 1)
        and not cursor.is_adjacent(i + 2)
        and cursor.entries[i + 2].kind in (WORD, LATIN)
    )


def _skip_separators(cursor: Cursor, i: int) -> int:
    """Return the token after separators inside a telephone number."""
    while i < cursor.size and cursor.entries[i].surface in "-/" and cursor.entries[i].kind != BREAK:
        i += 1
    return i
