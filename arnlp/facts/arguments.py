"""Words for what is told of: how far they go from where they start."""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective, is_clearly_verb
from arnlp.facts.figure import Argument
from arnlp.facts.phrases import span_of
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN, NUMERAL, WORD

REACH = 14  # tokens between what is told of and its date
_ENDS_OBJECT = S.COMPLEMENTIZER | S.RELATIVE_DAY | S.PERIOD | S.MONTH | S.BOUND | S.RELATION


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


def words_of(cursor: Cursor, first: int, last: int) -> Argument:
    """Return a range of tokens as an argument."""
    return Argument(*span_of(cursor, first, last))
