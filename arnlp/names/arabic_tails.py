"""What carries an Arabic name of a body on: adjectives, 'and' with a noun, 'for', a place at its end."""

from __future__ import annotations

from arnlp.engine import Cursor, agrees, ends_name, is_adjective
from arnlp.lexicon import senses as S
from arnlp.names.arabic_persons import HEADS, SAYS_OR_COUNTS
from arnlp.text.clitics import AND, THE, TO, articled, opening
from arnlp.text.tokens import WORD

ENDS_BODY = SAYS_OR_COUNTS | S.STOP | S.HONORIFIC | S.ROLE | S.NAME_STOP | S.DATE_WORD
_SHORT_WORD = 3
_MAX_BODY = 14


def read_definite_body(cursor: Cursor, i: int) -> int:
    """Read الهيئة العامة للطيران المدني, البنك الزراعي المصري."""
    j = i + 1
    national = False
    while j < cursor.size and j < i + 4 and is_adjective(cursor.entries[j], True):
        national = bool(cursor.entries[j].mask & S.NATIONALITY)
        j += 1
    if j == i + 1:
        return 0
    end = read_for_phrase(cursor, i, j, indefinite=True)
    if end > j:
        return end
    return j if national else 0


def read_for_phrase(cursor: Cursor, i: int, j: int, indefinite: bool = False) -> int:
    """Read للطيران المدني and, where told to, لتنمية الصادرات; return its end, else ``j``."""
    if j >= cursor.size:
        return j
    entry = cursor.entries[j]
    if (
        entry.kind != WORD
        or opening(entry.norm) != TO
        or entry.mask & (S.COMPLEMENTIZER | S.STOP | S.NUMBER)
        or (entry.mask & S.VERB and entry.led != TO)  # لنقل is the noun behind ل
    ):
        return j
    if articled(entry.norm) == TO | THE:
        if entry.mask & S.ORG_HEAD:
            return read_definite_body(cursor, j) or j + 1
        if entry.mask & (S.NAME_STOP | S.PERIOD | S.WEEKDAY):
            return j
        return definite_tail(cursor, i, j + 1)
    led = entry.led == TO or (not entry.mask and len(entry.norm) > _SHORT_WORD)
    if indefinite and led and not entry.mask & S.PLACE and j + 1 < cursor.size:
        k = j + 1
        if (
            opening(cursor.entries[k].norm) == AND
            and not cursor.entries[k].definite
            and k + 1 < cursor.size
        ):
            k += 1  # لنقل وتوزيع الكهرباء
        following = cursor.entries[k]
        if following.definite and not following.mask & ENDS_BODY:
            return definite_tail(cursor, i, k + 1)
    return j


def is_plain_definite(cursor: Cursor, k: int) -> bool:
    """Tell whether a definite noun stands at a token that may close a name."""
    entry = cursor.entries[k]
    if entry.kind != WORD or not entry.definite or entry.clitics:
        return False
    return not entry.mask & (ENDS_BODY & ~S.VERB & ~S.UNIT & ~S.SPEECH) or bool(entry.mask & S.ORG)


def definite_tail(cursor: Cursor, i: int, j: int) -> int:
    """Carry a name on: adjectives, 'and' with a definite noun, 'for', a place at its end."""
    while j < cursor.size and j - i < _MAX_BODY:
        entry = cursor.entries[j]
        if entry.kind != WORD:
            break
        if _is_tail_adjective(cursor, j) or _is_tail_noun(cursor, j):
            j += 1
            continue
        if _is_conjoined(cursor, j):
            j += 1
            continue
        break
    return name_tail(cursor, i, j)


def _is_tail_adjective(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    if entry.mask & S.NUMBER and entry.article and not entry.clitics:  # البحار السبعة
        return cursor.entries[j - 1].definite
    if is_adjective(entry, True) or (entry.mask & S.NATIONALITY and entry.definite):
        return not entry.clitics and not entry.mask & S.NAME_STOP
    if (
        not entry.definite
        or entry.clitics
        or entry.mask & (ENDS_BODY | HEADS | S.NOUN | S.NOT_ADJECTIVE)
    ):
        return False
    return agrees(cursor.entries[j - 1], entry)


def _is_tail_noun(cursor: Cursor, j: int) -> bool:
    """Tell whether a noun closes the second half of an 'and' (والتراسل الحكومي, وريادة الأعمال)."""
    before = cursor.entries[j - 1]
    entry = cursor.entries[j]
    if opening(before.norm) != AND or before.definite or articled(before.norm) == AND | THE:
        return False
    return entry.definite and not entry.clitics and not entry.mask & ENDS_BODY


def _is_conjoined(cursor: Cursor, j: int) -> bool:
    """Tell whether 'and' with a noun belongs to the name: والثروة, وريادة الأعمال."""
    entry = cursor.entries[j]
    norm = entry.norm
    if opening(norm) != AND or len(norm) < 4:
        return False
    if entry.mask and entry.led != AND:
        return False
    if entry.mask & (ENDS_BODY | HEADS | S.ORG | S.PLACE | S.GIVEN_NAME | S.KNOWN_NAME):
        return False
    if articled(norm) == AND | THE:
        return True
    # an indefinite noun needs its definite end behind it
    if ends_name(entry) or not norm.endswith("ه") or entry.mask & ~S.NOUN:
        return False
    return (
        j + 1 < cursor.size
        and cursor.entries[j + 1].definite
        and not cursor.entries[j + 1].mask & (ENDS_BODY | HEADS)
    )


def name_tail(cursor: Cursor, i: int, j: int) -> int:
    """Read what may close any name: a place, an adjective of a country, 'for' and its noun."""
    if j < cursor.size:
        entry = cursor.entries[j]
        if entry.mask & S.PLACE and not entry.clitics and cursor.entries[j - 1].mask & S.PLACE == 0:
            if not is_plain_definite(cursor, j - 1) or not entry.mask & S.GIVEN_NAME:
                j += 1
    if j < cursor.size and is_adjective(cursor.entries[j], True):
        if not (cursor.mask(j) & S.NATIONALITY and cursor.mask(j - 1) & S.PLACE):
            j += 1  # but جامعة هيروشيما | اليابانية
    return read_for_phrase(cursor, i, j)
