"""Fractions of what is named: half of the residents, ثلثا المستطلعين, نصف صادرات البلاد, نصف قيمته."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, is_owned_part
from arnlp.quantities.bounds import set_bound
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.mention import new_quantity, ratio_of
from arnlp.text.clitics import AND, ends_in_pronoun
from arnlp.text.tokens import LATIN, WORD

_NO_WHOLE = (
    S.UNIT | S.CURRENCY | S.NUMBER | S.NUMERIC | S.PERIOD | S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.SEASON
    | S.DATE_WORD | S.DAYPART | S.RELATIVE_DAY | S.PERCENT | S.VERB | S.STOP | S.SPEECH | S.COMPLEMENTIZER
    | S.SET | S.ADJECTIVE
)  # fmt: skip
_LEAST = 0.16  # a sixth, below which fractions are spelt as counts
_LISTED = 8  # tokens between two of a list


def read_fraction(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read a fraction of what is named behind it; of a time or a unit it is none."""
    number = figures.numbers[k]
    if number.ratio or number.article or number.value < _LEAST:
        return None
    if not _goes_on(cursor, figures, number) or not _has_whole(cursor, number):
        return None
    found = new_quantity(cursor, number, number.last, "ratio", "1", ratio_of(number.value))
    set_bound(cursor, found)
    return Reading([found])


def _goes_on(cursor: Cursor, figures: Figures, number: NumberMention) -> bool:
    """Tell whether a fraction with 'and' goes on with another one: a year and a half is no half of anything."""
    if cursor.entries[number.first].led != AND and not cursor.is_and(number.first - 1):
        return True
    if is_owned_part(cursor, number.last - 1):
        return True  # وثلاثة أرباعها
    last = figures.found[-1] if figures.found else None
    return last is not None and last.kind == "ratio" and number.first - last.last <= _LISTED


def _has_whole(cursor: Cursor, number: NumberMention) -> bool:
    j = number.last
    if is_owned_part(cursor, j - 1):
        return True
    if j >= cursor.size:
        return False
    if cursor.entries[j].kind == LATIN:
        return _has_english_whole(cursor, number, j)
    if not _may_be_whole(cursor, j) and not cursor.mask(j) & S.DEIXIS:
        return False
    entry = cursor.entries[j]
    if entry.norm in grammar_words("halved"):
        return False  # نصف نهائي, نصف قطر
    if entry.definite or ends_in_pronoun(entry.norm):
        return True
    after = cursor.entries[j + 1] if j + 1 < cursor.size else None
    return after is not None and after.kind == WORD and after.definite and not after.clitics


def _has_english_whole(cursor: Cursor, number: NumberMention, j: int) -> bool:
    if cursor.norm(number.first - 1) in grammar_words("which_part"):
        return False
    if cursor.norm(j) == "of":
        j += 1
    elif cursor.norm(j) != "the":
        return False
    while cursor.norm(j) in grammar_words("determining"):
        j += 1
    return j < cursor.size and cursor.entries[j].kind == LATIN and _may_be_whole(cursor, j)


def _may_be_whole(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    return entry.kind in (WORD, LATIN) and not entry.mask & _NO_WHOLE
