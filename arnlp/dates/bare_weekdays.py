"""Weekdays with nothing beside them: وقال الوزير الأربعاء إن, after the vote on Monday.

The agencies' standard form is a weekday behind its verb or subject. Whether it is a date, and
whether the one before the release or the one to come, its neighbours and its verb tell.
"""

from __future__ import annotations

from arnlp.dates.atoms import COMMAS
from arnlp.dates.words import integer_at
from arnlp.engine import Cursor, is_clearly_verb, is_dual_verb, is_past_form, verb_bits
from arnlp.lexicon import senses as S
from arnlp.morphology import features as F
from arnlp.text.clitics import AND, TO, opening, written
from arnlp.text.tokens import LATIN, WORD

_LEADS = S.STOP | S.RELATIVE_DAY | S.DAYPART | S.PART_OF_DAY | S.DATE_WORD | S.WEEKDAY
_PREDICATES = S.SPEECH | S.VERB | S.PAST | S.FUTURE
_NAMES = S.GIVEN_NAME | S.HONORIFIC | S.PARTICLE | S.KNOWN_NAME
_NEVER_NAMES = (1, 2, 3)  # nobody is called الاثنين, الثلاثاء, الأربعاء
_TWO = 1  # الاثنين is 'the two' as well
_YA = "\u064a"
_NEAR = 5  # tokens to it from a verb in English: told reporters on Wednesday
_BEFORE_VERB = ("conj", "rel", "pron", "neg", "adv")  # small words that a verb may follow
_PAST_REACH = 4  # tokens before a verb in which what puts it in the past stands
_REACH = 12  # tokens from a verb to the weekday that belongs to it


def is_weekday_use(cursor: Cursor, i: int, weekday: int) -> bool:
    """Tell whether a bare weekday's name is a day, and not a name, a mosque or a number."""
    if cursor.is_latin(i):
        return not _is_surname(cursor, i)
    if _counts(cursor, i, weekday) or _names_thing(cursor, i):
        return False
    before = cursor.entries[i - 1] if i else None
    if before is None or before.mask & _LEADS:
        return True
    if cursor.norm(i + 1) in (*COMMAS, "-", "(") or integer_at(cursor, i + 1, 31) is not None:
        return True
    if before.kind == WORD and weekday not in _NEVER_NAMES:
        named = before.mask & _NAMES and not before.mask & _PREDICATES
        if named or cursor.mask(i - 2) & (S.PARTICLE | S.HONORIFIC):
            return False
    return cursor.entries[i].definite and cursor.entries[i].led in (0, AND, TO)


def _is_surname(cursor: Cursor, i: int) -> bool:
    """Tell whether a weekday's name follows a name as part of it: Mark Friday."""
    before = cursor.entries[i - 1] if i else None
    if before is None or before.kind != LATIN or before.caps != 1:
        return False
    return not before.mask & ~(S.CAPITAL | S.GIVEN_NAME)


def _counts(cursor: Cursor, i: int, weekday: int) -> bool:
    """Tell whether الاثنين is a number: دور الاثنين والثلاثين, بين الاثنين, الاثنين معا, سيعقدان."""
    if weekday != _TWO:
        return False
    number = cursor.number_at.get(i)
    if (number is not None and number.last > i + 1) or cursor.mask(i + 1) & S.NUMBER:
        return True
    if cursor.is_word(i - 1, "between", "both") or cursor.mask(i + 1) & S.PERCENT:
        return True
    if cursor.is_word(i + 1, "together", "others"):
        return True
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    return after is not None and after.kind == WORD and is_dual_verb(after)


def _names_thing(cursor: Cursor, i: int) -> bool:
    """Tell whether something is named after a weekday: صلاة الجمعة, سوق الخميس, السبت الأسود.

    A title is: ضيوف السبت in brackets, حافز السبت before a colon.
    """
    for k, role in ((i - 1, "weekday"), (i + 1, "behind")):
        sense = cursor.sense(k, S.DATE_NAMED)
        if sense is not None and sense.role in (role, "place"):
            return role == "behind" or not cursor.entries[k].definite
    before, after = cursor.mask(i - 1), cursor.mask(i + 1)
    if i == 0 or cursor.entries[i - 1].definite or before & (_PREDICATES | _LEADS):
        return False
    titled = after & S.QUOTE_MARK or cursor.norm(i + 1) == ")"
    return bool(after & (S.COLON | S.IDENTIFIER_CUE)) or (
        bool(titled) and not before & (S.QUOTE_MARK | S.PLACE) and cursor.norm(i - 1) != "("
    )


def tense_of_weekday(cursor: Cursor, i: int) -> int:
    """Return 1 where the verb that a bare weekday follows speaks of the future, -1 of the past.

    0 where no verb stands before it in its clause: in وقال الوزير الأربعاء إن الوزارة ستطلق the
    day is that of the saying.
    """
    first = cursor.tagged.sentences[cursor.tagged.sentence_of[i]][0]
    if cursor.is_latin(i):
        return _english_tense(cursor, i, max(first, i - _NEAR))
    for k in range(i - 1, max(first, i - _REACH) - 1, -1):
        mask = cursor.masks[k]
        if mask & S.COMPLEMENTIZER and not mask & _PREDICATES:
            return 0
        if cursor.entries[k].kind != WORD:
            continue
        if mask & _PREDICATES:
            return _tense_of(cursor, k)
        if not mask and is_clearly_verb(cursor.entries[k]):
            return _tense_of_unlisted(cursor, k)
        if (small := cursor.sense(k, S.STOP)) is not None and small.role == "rel":
            return 0  # الإشارة التي بعثتها المركبة
        if _opens_clause(cursor, k, first) and not mask & ~S.CLITIC:
            return int(cursor.norm(k).lstrip(written(AND))[:1] == _YA)  # يحتفل المركز الخميس
    return 0


def _english_tense(cursor: Cursor, i: int, first: int) -> int:
    """Tell the tense by the verb before a weekday: said Wednesday (that it will), will meet Thursday."""
    for k in range(i - 1, first - 1, -1):
        mask, entry = cursor.masks[k], cursor.entries[k]
        if mask & S.FUTURE:
            return 1
        if mask & (S.COMPLEMENTIZER | S.COMMA | S.END_MARK) or entry.kind != LATIN:
            return 0
        regular = not entry.caps and is_past_form(entry) and not mask & ~(S.SPEECH | S.VERB)
        if mask & (S.SPEECH | S.PAST) or regular:
            return 0 if cursor.mask(k - 1) & (S.FUTURE | S.STOP) else -1
    return 0


def _opens_clause(cursor: Cursor, k: int, first: int) -> bool:
    """Tell whether a word stands where a clause starts with its verb."""
    entry = cursor.entries[k]
    if entry.kind != WORD or entry.definite:
        return False
    return k == first or opening(entry.norm) == AND or bool(cursor.mask(k - 1) & S.COMPLEMENTIZER)


def _tense_of(cursor: Cursor, k: int) -> int:
    """Return the tense of an Arabic verb: a future, or a present that nothing puts in the past."""
    mask, entry = cursor.masks[k], cursor.entries[k]
    if mask & S.FUTURE:
        return 1
    if mask & S.PAST:
        return -1
    if not verb_bits(entry) & F.IMPERFECT:
        return 0 if entry.article else -1
    if any(cursor.mask(j) & S.PAST for j in range(k - _PAST_REACH, k)):
        return -1  # كان يعمل, لم يصل, كان مقررا أن تبدأ
    return 0 if mask & S.SPEECH else 1


def _tense_of_unlisted(cursor: Cursor, k: int) -> int:
    """Return the tense of a verb that no table has: a present only where it can be the predicate.

    Behind a preposition it is a noun (بعد تبني), behind an indefinite noun of a relative clause
    (أعضاء يشتبه في), behind قد not said to come.
    """
    if verb_bits(cursor.entries[k]) & F.PERFECT:
        return -1
    before = cursor.sense(k - 1, S.STOP)
    if cursor.mask(k - 1) & S.COMPLEMENTIZER:
        predicate = True
    elif before is not None:
        predicate = before.role in _BEFORE_VERB
    else:
        predicate = k == 0 or cursor.entries[k - 1].kind != WORD or cursor.entries[k - 1].definite
    return _tense_of(cursor, k) if predicate else 0
