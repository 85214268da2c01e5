"""Direct speech whose speaker stands beside it without a verb of speech."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.quotes.cues import is_name, same_line
from arnlp.quotes.mention import QuoteMention, make_quote
from arnlp.quotes.speech import Speech, phrase_start
from arnlp.quotes.subjects import is_object
from arnlp.text.tokens import BREAK

_DASHES = frozenset("-\u2013\u2014\u2015\u0640")
_SHORT = 16  # tokens of a line that only names who speaks
_SENTENCES_BACK = 5
_LINES_BACK = 4


def read_attributed(cursor: Cursor, speech: Speech, i: int) -> QuoteMention | None:
    """Read what is said by whom a dash, a comma or a colon names: «...» – فلان; And from X: "..."."""
    quoted = speech.direct.get(i)
    if quoted is None or is_name(cursor, speech, quoted):
        return None
    speaker = _before_colon(cursor, speech, i) or (
        _behind_mark(cursor, speech, quoted.closing) if quoted.balanced else None
    )
    if speaker is None:
        return None
    return make_quote(cursor, i + 1, quoted.closing, True, None, speaker)


def _before_colon(cursor: Cursor, speech: Speech, i: int) -> Entity | None:
    """Return who speaks by the line before a colon: it only names somebody, or tells of a statement."""
    j = i - 1
    while j > 0 and cursor.entries[j].kind == BREAK:
        j -= 1
    if j < 1:
        return None
    if not cursor.mask(j) & S.COLON:
        return _below_statement(cursor, speech, j) if j < i - 1 else None
    number = cursor.tagged.sentence_of[j]
    first, _ = cursor.tagged.sentences[number]
    named = [(m, e) for m, e in speech.named_between(first, j) if e.type == "person"]
    if any(cursor.masks[k] & S.COMMUNIQUE for k in range(first, j)):
        return _whose_statement(cursor, speech, number, j)
    return named[-1][1] if named and j - first <= _SHORT else None


def _below_statement(cursor: Cursor, speech: Speech, j: int) -> Entity | None:
    """Return whose statement stands below a line that tells of one: X's statement is below."""
    number = cursor.tagged.sentence_of[j]
    for back in range(number, max(-1, number - _LINES_BACK), -1):
        first, last = cursor.tagged.sentences[back]
        if any(cursor.masks[k] & S.COMMUNIQUE and cursor.is_latin(k) for k in range(first, last)):
            return None if speech.spoke else _whose_statement(cursor, speech, back, last)
    return None


def _whose_statement(cursor: Cursor, speech: Speech, number: int, colon: int) -> Entity | None:
    """Return who made a statement: the first person of its sentence, or of one not long before."""
    for back in range(number, max(-1, number - _SENTENCES_BACK), -1):
        first, last = cursor.tagged.sentences[back]
        named = [p for p in speech.named_between(first, min(last, colon)) if p[1].type == "person"]
        subjects = [entity for mention, entity in named if not is_object(cursor, mention)]
        if subjects or named:
            return subjects[0] if subjects else named[0][1]
    return None


def _behind_mark(cursor: Cursor, speech: Speech, closing: int) -> Entity | None:
    """Return the person named right behind a closing mark: behind a dash, or behind its comma."""
    j = closing + 1
    dashed = cursor.norm(j) in _DASHES
    if dashed or cursor.mask(j) & S.COMMA:
        j += 1
    elif not cursor.mask(closing - 1) & S.COMMA:
        return None
    if j >= cursor.size or not same_line(cursor, closing, j):
        return None
    named = speech.over.get(j) or speech.over.get(j + 1)
    if named is None or named[1].type != "person" or phrase_start(cursor, named[0]) < closing:
        return None
    return named[1]
