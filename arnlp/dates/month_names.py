"""Whether a month's name is one where it stands: May and مارس are common words, April and August are names."""

from __future__ import annotations

from arnlp.dates.atoms import Atom
from arnlp.dates.words import ends_phrase, is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.morphology import readings
from arnlp.text.clitics import AND, TO
from arnlp.text.tokens import LATIN, PUNCTUATION, WORD

_BETWEEN = (
    S.STOP | S.DATE_WORD | S.DATE_LINK | S.PERIOD | S.MONTH | S.NUMBER
)  # words from month to month
_BEFORE_VERB = ("rel", "aux")  # small words behind which مارس is a verb


def is_month_here(cursor: Cursor, atom: Atom, i: int, weak: bool) -> bool:
    """Tell whether a month's name is one here, and not a person's or a company's."""
    if atom.day or atom.year or atom.timex or atom.shift is not None:
        return True
    if cursor.mask(i - 1) & S.ORG_HEAD and not cursor.is_latin(i):
        return False  # شركة أيار
    after = cursor.entries[atom.last] if atom.last < cursor.size else None
    if cursor.is_latin(i) and after is not None and after.kind == LATIN:
        named = after.caps == 1 and not after.mask & ~S.CAPITAL
        if named and not _leads_to_month(cursor, i - 1, 0):
            return False  # April Jones
    return not weak or _is_supported(cursor, atom, i)


def _is_supported(cursor: Cursor, atom: Atom, i: int) -> bool:
    """Tell whether a month that is also a common word or a name has a date's company."""
    if atom.day or atom.year or atom.shift is not None or atom.first < i:
        return True
    before = cursor.sense(i - 1, S.STOP)
    if not cursor.is_latin(i) and before is not None and before.role in _BEFORE_VERB:
        return False  # الذي مارس في أبريل مهنته
    if _opens_clause(cursor, atom, i):
        return False
    if _leads_to_month(cursor, i - 1, cursor.entries[i].led):
        return (
            not is_link(cursor, i - 1, "of") or ends_phrase(cursor, atom.last) or cursor.is_latin(i)
        )
    return cursor.entries[i].led in (0, AND, TO) and (
        _has_month(cursor, range(i - 1, max(-1, i - 4), -1))
        or _has_month(cursor, range(i + 1, min(cursor.size, i + 4)))
    )


def _opens_clause(cursor: Cursor, atom: Atom, i: int) -> bool:
    """Tell whether a verb or a name stands behind since or until: منذ مارس المهنة, Since May spoke."""
    if not is_date_word(cursor, i - 1, "open", "until") or atom.last >= cursor.size:
        return False
    after = cursor.entries[atom.last]
    if cursor.is_latin(i):
        opens = i < 2 or cursor.entries[i - 2].kind == PUNCTUATION
        return opens and after.kind == LATIN and _is_past(after.norm)
    if after.kind != WORD or after.mask & (_BETWEEN | S.DEIXIS):
        return False
    return any(
        reading.chain.article and reading.pos == "NOUN" for reading in readings(after.norm)[:1]
    )


def _is_past(word: str) -> bool:
    """Tell whether a word is a verb in the past and no participle: spoke, took."""
    forms = {
        value
        for reading in readings(word)
        if reading.pos == "VERB"
        for key, value in reading.bundle.features
        if key == "VerbForm"
    }
    return forms == {"Fin"} and any(
        ("Tense", "Past") in reading.bundle.features for reading in readings(word)
    )


def _has_month(cursor: Cursor, near: range) -> bool:
    """Tell whether another month is told beside one, with nothing but small words between."""
    for k in near:
        if cursor.masks[k] & S.MONTH:
            return True
        if cursor.entries[k].kind in (LATIN, WORD) and not cursor.masks[k] & _BETWEEN:
            return False  # مارس الرياضة في يناير
    return False


def _leads_to_month(cursor: Cursor, i: int, led: int) -> bool:
    """Tell whether a token leads to a bare month: in, since, until, the end of."""
    if led not in (0, AND):
        return False
    if is_link(cursor, i, "of", "in", "lead", "ago", "before", "after", "by", "on"):
        return True
    sense = cursor.sense(i, S.DATE_WORD)
    return sense is not None and sense.role in (
        "to", "until", "between", "open", "from", "start", "middle", "late", "end",
    )  # fmt: skip
