"""Numbers in brackets or quotation marks with what they count: (5) ملايين, (144) بالمئة, “84” بلاغا."""

from __future__ import annotations

from arnlp.engine import Cursor, NumberMention, is_past_form, noun_end
from arnlp.lexicon import senses as S
from arnlp.numbers.scales import read_scales
from arnlp.numbers.spaced import SCALES
from arnlp.numbers.values import times
from arnlp.text.clitics import AND, CONJUNCTION, led_by, opening
from arnlp.text.tokens import BREAK, WORD

_MEASURES = S.PERCENT | S.UNIT | S.CURRENCY | S.NOUN
QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb\u2033')
_LEADS_COUNT = S.BOUND | S.VERB | S.STOP | S.CLITIC | S.DATE_LINK | S.DATE_WORD


def leave_brackets(cursor: Cursor, number: NumberMention) -> None:
    """Let (5) ملايين, (144) بالمئة and (112.4) points be numbers with what stands behind them."""
    i, j = number.first - 1, number.last + 1
    if i < 0 or j >= cursor.size or cursor.entries[j].clitics:
        return
    quoted = cursor.entries[i].surface in QUOTES and cursor.entries[j - 1].surface in QUOTES
    if quoted:
        if not _quotes_amount(cursor, i, j):
            return
    elif cursor.norm(i) != "(" or cursor.norm(j - 1) != ")":
        return
    elif i == 0 or cursor.entries[i - 1].kind == BREAK:
        return  # (1) at the head of a line
    if cursor.number_role(j) in SCALES:
        product, _, j = read_scales(cursor, j, alone=False)
        number.value, number.scale = times(number.value, product), product
    elif cursor.entries[j].definite or not (
        quoted or cursor.mask(j) & _MEASURES or _counts_behind(cursor, number, i, j)
    ):
        return
    number.first, number.last = i, j
    number.start, number.end = cursor.tagged.starts[i], cursor.tagged.ends[j - 1]


def _quotes_amount(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether a number in quotation marks counts what stands behind it: “84” بلاغا, no channel "12"."""
    if i and cursor.mask(i - 1) & (S.CLITIC | S.IDENTIFIER_CUE):
        return False
    entry = cursor.entries[j]
    if cursor.number_role(j) in SCALES or entry.mask & (_MEASURES & ~S.NOUN):
        return True
    if entry.kind != WORD or entry.definite or entry.mask & (S.STOP | S.VERB):
        return False
    counted = bool(entry.mask & S.NOUN) or entry.norm.endswith("ا")
    return counted and noun_end(cursor.entries, j, 2) > j


def _counts_behind(cursor: Cursor, number: NumberMention, i: int, j: int) -> bool:
    """Tell whether a number in brackets counts the noun behind them: of (25) students.

    Figure (2) shows no more than itself: a whole number below a thousand wants a word before it
    that leads to one, an English verb of the past among them: treated (345) patients.
    """
    before, entry = cursor.mask(i - 1), cursor.entries[j]
    led = before & _LEADS_COUNT or (cursor.is_latin(i - 1) and is_past_form(cursor.entries[i - 1]))
    if isinstance(number.value, int) and not led and "," not in cursor.entries[i + 1].surface:
        return False
    if led_by(cursor.norm(i - 1)) == AND and number.value < 11:
        return False  # of a list whose items have numbers: (1) ... و(2)
    if entry.mask & (S.VERB | S.CAPITAL) or opening(entry.norm) & CONJUNCTION:
        return False
    return noun_end(cursor.entries, j, number.value) > j
