"""The arguments of a verb that is no figure's: its subject, object and date."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.engine import Cursor, is_adjective, is_clearly_verb
from arnlp.facts.analysis import Analysis, is_object
from arnlp.facts.figure import Argument
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S
from arnlp.text.clitics import BY, TO, opening
from arnlp.text.tokens import LATIN, NUMERAL, WORD

REACH = 14  # tokens between a verb and its subject or object
_MAX_OBJECT = 10
_DATE_REACH = 8  # tokens behind an object in which its date stands
_BEFORE_OBJECT = S.RELATIVE_DAY | S.WEEKDAY | S.PERIOD | S.SET | S.COMMA | S.QUOTE_MARK
_ENDS_OBJECT = S.COMPLEMENTIZER | S.RELATIVE_DAY | S.PERIOD | S.MONTH | S.BOUND | S.RELATION
_ARTICLES = frozenset(("its", "the", "a", "an", "on"))


def is_finite(cursor: Cursor, analysis: Analysis, i: int) -> bool:
    """Tell whether a word is a verb here and no verbal noun: أطلق, not إطلاق."""
    entry = cursor.entries[i]
    if entry.kind == LATIN:
        if (aux := cursor.sense(i - 1, S.STOP)) is not None and aux.role == "aux":
            return False  # was signed: its subject did not sign
        return not entry.caps or analysis.index.section_at(cursor.tagged.starts[i]) != "body"
    if entry.definite or entry.led & (TO | BY):
        return False
    if entry.norm[-2:-1] in ("ا", "ي"):
        return False
    before = cursor.entries[i - 1] if i else None
    # ساعات طرح الأحمال: behind an indefinite noun it is its construct
    return (
        before is None
        or before.kind != WORD
        or before.definite
        or bool(
            entry.clitics or before.mask & (S.STOP | S.COMPLEMENTIZER | S.RELATIVE_DAY | S.PLACE)
        )
    )


def sentence_of(cursor: Cursor, analysis: Analysis, i: int) -> tuple[int, int]:
    """Return the sentence of a token, without a dateline at its head."""
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    dateline = analysis.dateline
    if dateline is not None and first < dateline.last <= i:
        first = dateline.last
    return first, last


def subject_of(cursor: Cursor, analysis: Analysis, i: int) -> tuple[Argument, int] | None:
    """Return the subject of a verb with its end: behind an Arabic verb, else before it."""
    first, last = sentence_of(cursor, analysis, i)
    if cursor.entries[i].kind == WORD:
        for mention, entity in analysis.index.named_between(i + 1, min(last, i + 9)):
            kinds = ("organization", "person", "programme")
            if entity.type in kinds and not is_object(analysis, mention):
                return named_by(mention, entity), mention.last
    for mention, entity in reversed(analysis.index.named_between(first, i)):
        if entity.type in ("organization", "person") and not is_object(analysis, mention):
            return named_by(mention, entity), i + 1
    return None


def object_of(cursor: Cursor, analysis: Analysis, i: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase at or behind a token: what was launched."""
    start = _object_start(cursor, analysis, i, last)
    j = start
    while j < last and j - start < _MAX_OBJECT and in_object(cursor, j, start):
        j += 1
    return (start, j) if j > start else None


def _object_start(cursor: Cursor, analysis: Analysis, i: int, last: int) -> int:
    """Skip what may stand before an object: days, a name in marks, phrases with a name."""
    j = i
    while j < last:
        entry = cursor.entries[j]
        following = analysis.index.named_between(j, j + 2)
        if entry.mask & S.STOP and following and following[0][0].first == j + 1:
            j = following[0][0].last
        elif (
            opening(entry.norm) == BY
            and cursor.norm(j + 1) == "مع"
            and (named := analysis.index.named_between(j + 2, j + 3))
        ):  # بالتعاون مع وزارة العمل
            j = named[0][0].last
        elif following and following[0][0].first == j and following[0][0].kind == "short":
            j = following[0][0].last
        elif entry.mask & _BEFORE_OBJECT or entry.norm in _ARTICLES:
            j += 1
        else:
            break
    return j


def in_object(cursor: Cursor, j: int, start: int) -> bool:
    """Tell whether a token goes on with the object that starts at another."""
    entry = cursor.entries[j]
    if entry.kind == NUMERAL or entry.mask & S.NUMBER:
        return True
    if j > start and cursor.is_hyphen(j):  # a 12-megawatt plant
        return True
    if entry.kind not in (WORD, LATIN) or entry.mask & _ENDS_OBJECT:
        return False
    if entry.mask & S.STOP:
        return entry.kind == LATIN and entry.norm in ("of", "and", "for", "a") and j > start
    if entry.mask & S.VERB and not entry.definite:
        return entry.kind == LATIN and j > start
    if entry.kind == WORD and j > start and not entry.definite:
        if cursor.entries[j - 1].definite and not entry.clitics:
            return False
        if cursor.mask(j - 1) & S.PAPER and not entry.mask:  # مذكرة تفاهم
            return True
        return not is_clearly_verb(entry) or is_adjective(entry, False)
    return True


def date_of(cursor: Cursor, analysis: Analysis, i: int, end: int) -> DateMention | None:
    """Return when something happened: the first day or period in its clause."""
    first, last = sentence_of(cursor, analysis, i)
    for mention in analysis.index.dates_between(first, min(last, end + _DATE_REACH)):
        stretch = mention.stretch
        if (
            mention.kind in ("date", "interval")
            and stretch is not None
            and stretch.last is not None
        ):
            return mention
    return None


def words_of(cursor: Cursor, first: int, last: int) -> Argument:
    """Return a range of tokens as an argument."""
    return Argument(*span_of(cursor, first, last))
