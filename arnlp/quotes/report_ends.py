"""Where reported speech ends: with its sentence, or before who says it goes on with another word."""

from __future__ import annotations

from arnlp.engine import Cursor, Quoted
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quotes.cues import (
    complementizer_behind,
    cue_sense,
    is_arabic,
    is_told,
    led,
    words_in,
)
from arnlp.quotes.speech import Speech
from arnlp.text.clitics import CONJUNCTION
from arnlp.text.tokens import BREAK, LATIN, PUNCTUATION

_NEAR = 6  # tokens from a verb of speech to the أن of another report
_LEADING = 7  # tokens of a report before what stands between marks in it


def report_end(cursor: Cursor, speech: Speech, start: int, end: int) -> int:
    """Return where a report ends that starts at a token, in a sentence with an end."""
    end = _past_wrapped(cursor, end)
    for j in range(start + 1, end):
        if cursor.entries[j].unmasked & S.OPINION or cursor.masks[j] & S.SPEECH:
            if _goes_on_speaking(cursor, speech, j, end):
                return _before_link(cursor, start, j)
        elif cursor.masks[j] & S.COMPLEMENTIZER and j + 1 in speech.direct:
            if cursor.entries[j].senses[S.COMPLEMENTIZER].led & CONJUNCTION:
                return j  # وأن «...»
    return _before_tail(cursor, start, end)


def _goes_on_speaking(cursor: Cursor, speech: Speech, j: int, end: int) -> bool:
    """Tell whether a cue inside a report is another word of who says it: مشيرا إلى, وأضاف أن, adding that."""
    sense = cue_sense(cursor, j)
    if sense is None or not is_told(cursor, j):
        return False
    parted = bool(cursor.mask(j - 1) & S.COMMA) or bool(led(cursor, j) & CONJUNCTION)
    if sense.role == "participle":
        if parted and _governs(cursor, j):
            return True
        opened = complementizer_behind(cursor, speech, j, end)
        marked = j + 1 in speech.direct or (cursor.mask(j + 1) & S.COLON and j + 2 in speech.direct)
        if cursor.entries[j].kind == LATIN:
            return opened == j + 1
        return bool(marked) or (opened is not None and opened - j <= _NEAR)
    if sense.role != "verb":
        return False
    if cursor.entries[j].kind == LATIN:
        return cursor.norm(j - 1) == "and" and cursor.mask(j + 1) & S.COMPLEMENTIZER > 0
    named = speech.over.get(j + 1)
    if led(cursor, j) & CONJUNCTION and named is not None and named[1].type == "person":
        return True  # وطالب فلان بتوعية الشباب
    linked = bool(led(cursor, j) & CONJUNCTION) or cursor.norm(j - 1) in grammar_words("aside")
    opened = complementizer_behind(cursor, speech, j, end) if linked else None
    marked = any(k in speech.direct for k in range(j + 1, min(end, j + _NEAR))) if linked else False
    return marked or opened is not None


def _governs(cursor: Cursor, j: int) -> bool:
    """Tell whether a participle is no adjective: قوة معززة ومشددة, but ومشددة على."""
    if cursor.entries[j].kind == LATIN or (
        cursor.mask(j - 1) & S.COMMA and not cursor.norm(j).endswith("ه")
    ):
        return True
    behind = cursor.mask(j + 1) & (S.COMPLEMENTIZER | S.QUOTE_MARK | S.COLON | S.SPEECH)
    return bool(behind) or cursor.norm(j + 1) in grammar_words("reporting")


def _before_link(cursor: Cursor, start: int, j: int) -> int:
    """Return the token before the small words that lead to a verb: لكنه | أكد, كما | أضاف."""
    while j - 1 > start and (
        cursor.norm(j - 1) in grammar_words("aside")
        or cursor.norm(j - 1) in grammar_words("to_aside")
    ):
        j -= 1
    return j


def _before_tail(cursor: Cursor, start: int, end: int) -> int:
    """Return where a report ends before على حد قوله, حسب تصريحه at its end."""
    to_teller = grammar_words("to_teller")
    for j in range(max(start + 2, end - 6), end):
        if cursor.norm(j) in grammar_words("tellers") and cursor.norm(j - 1) in to_teller:
            at = j - 1 - (cursor.norm(j - 2) in grammar_words("upon"))
            return at if at > start else end
    return end


def _past_wrapped(cursor: Cursor, end: int) -> int:
    """Return the end of a sentence that a line break has cut: the next line opens with a small word."""
    tagged = cursor.tagged
    if not 2 <= end < cursor.size or cursor.entries[end - 1].kind != BREAK:
        return end
    if cursor.entries[end - 2].kind == PUNCTUATION and cursor.norm(end - 2) != "%":
        return end
    following = cursor.entries[end]
    stop = following.senses.get(S.STOP)
    lower = following.kind == LATIN and not following.caps
    if lower or (stop is not None and stop.role in ("prep", "rel") and is_arabic(cursor, end)):
        return tagged.sentences[tagged.sentence_of[end]][1]
    return end


def spoken_within(cursor: Cursor, speech: Speech, start: int, end: int) -> Quoted | None:
    """Return what stands between marks in a report, where it is most of it: إن الهيئة «تواجه صعوبات كبيرة»."""
    inside = [speech.direct[k] for k in range(start, end) if k in speech.direct]
    inside = [q for q in inside if q.closing <= end]
    if not inside or inside[0].opening - start > _LEADING:
        return None
    opening = inside[0].opening
    before, first = cursor.sense(opening - 1, S.STOP), cursor.entries[opening + 1]
    if before is not None and before.role == "prep":
        return None
    if opening > start + 1 and not (first.mask & S.STOP or first.readings[0].pos == "VERB"):
        return None
    whole = sum(1 for e in cursor.entries[start:end] if e.kind not in (PUNCTUATION, BREAK))
    marked = sum(words_in(cursor, q) for q in inside)
    return inside[0] if 2 * marked > whole else None
