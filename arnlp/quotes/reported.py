"""Reported speech behind أن or that, behind a colon, and English reports without 'that'."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names import Entity
from arnlp.quotes.cues import (
    COLON_REACH,
    complementizer_behind,
    cue_sense,
    is_denied,
    is_impersonal,
    is_told,
)
from arnlp.quotes.mention import LEAST_WORDS, QuoteMention, make_quote
from arnlp.quotes.report_ends import report_end, spoken_within
from arnlp.quotes.speakers import speaker_of
from arnlp.quotes.speech import Speech
from arnlp.text.tokens import LATIN

_LONGEST = 160  # tokens of a report; what runs on has lost its marks
_NO_SPEECH = S.QUOTE_MARK | S.END_MARK | S.CLITIC
_CLAUSE = 5  # words of a clause that nothing opens


def read_reported(cursor: Cursor, speech: Speech, cue: int) -> QuoteMention | None:
    """Read the speech that a cue reports: behind أن or that, behind a colon, or without either."""
    sense = cue_sense(cursor, cue)
    if sense is None or sense.role == "source" or not is_told(cursor, cue):
        return None
    _, end = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    complementizer = complementizer_behind(cursor, speech, cue, end)
    if complementizer is None:
        if cursor.entries[cue].kind == LATIN:
            return _read_bare_report(cursor, speech, cue, end)
        return _read_unmarked(cursor, speech, cue, end) if sense.role != "noun" else None
    start = complementizer + 1
    if start in speech.direct or (cursor.mask(start) & S.CLITIC and start + 1 in speech.direct):
        return None  # the marks hold the speech
    if complementizer == cue + 1 and is_impersonal(cursor, speech, cue):
        return None
    if is_denied(cursor, cue):
        return None
    speaker = speaker_of(cursor, speech, cue, complementizer)
    return _report(cursor, speech, start, report_end(cursor, speech, start, end), cue, speaker)


def _report(
    cursor: Cursor, speech: Speech, start: int, end: int, cue: int, speaker: Entity | None
) -> QuoteMention | None:
    """Make a report, or what stands between marks in it where that is most of it."""
    if end - start > _LONGEST:
        return None
    within = spoken_within(cursor, speech, start, end)
    if within is not None:
        return make_quote(cursor, within.opening + 1, within.closing, True, cue, speaker)
    return make_quote(cursor, start, end, False, cue, speaker)


def _read_unmarked(cursor: Cursor, speech: Speech, cue: int, end: int) -> QuoteMention | None:
    """Read direct speech that a colon opens and no mark (وقالت المصادر: ننتظر), a report behind a comma."""
    sense = cursor.sense(cue, S.SPEECH)
    if sense is not None and sense.role == "verb" and cursor.mask(cue + 1) & S.COMMA:
        marked = any(k in speech.direct for k in range(cue, end))
        stop = report_end(cursor, speech, cue + 2, end)
        if stop - cue - 2 >= _CLAUSE and not marked and not _is_aside(cursor, cue + 2, stop):
            speaker = speaker_of(cursor, speech, cue, cue + 1)
            return make_quote(cursor, cue + 2, stop, False, cue, speaker)
    for j in range(cue + 1, min(end, cue + COLON_REACH)):
        mask = cursor.masks[j]
        if mask & S.COLON:
            if end - j - 1 < LEAST_WORDS or cursor.mask(j + 1) & _NO_SPEECH:
                return None
            return make_quote(cursor, j + 1, end, True, cue, speaker_of(cursor, speech, cue, j))
        if mask & (S.QUOTE_MARK | S.END_MARK | S.COMPLEMENTIZER | S.VERB):
            return None
    return None


def _is_aside(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether only an aside stands behind the comma of a verb: وأضاف، في تصريح، أن."""
    stop = cursor.sense(first, S.STOP)
    if (
        stop is not None
        and stop.role == "prep"
        and cursor.norm(first) not in grammar_words("while")
    ):
        return True
    return any(cursor.masks[k] & (S.COMPLEMENTIZER | S.COLON) for k in range(first, last))


def _read_bare_report(cursor: Cursor, speech: Speech, cue: int, end: int) -> QuoteMention | None:
    """Read English reports without 'that': said the project would; ..., the ministry said."""
    sense = cue_sense(cursor, cue)
    if sense is None or sense.role == "noun":
        return None
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    following = cursor.entries[cue + 1] if cue + 1 < end else None
    if (
        cursor.norm(cue) in ("said", "says", "saying")
        and following is not None
        and following.kind == LATIN
    ):
        pronoun = cursor.sense(cue + 1, S.TITLE_MENTION)
        if following.mask & (S.RELATIVE_DAY | S.WEEKDAY | S.DATE_WORD) or end - cue <= LEAST_WORDS:
            return None
        if (following.mask & S.STOP or pronoun is not None) and cursor.norm(
            cue + 1
        ) not in _BEHIND_SAID:
            if any(
                cursor.masks[k] & S.COLON and cursor.mask(k + 1) & S.QUOTE_MARK
                for k in range(cue, end)
            ):
                return None
            speaker = speaker_of(cursor, speech, cue, cue + 1)
            return _report(
                cursor, speech, cue + 1, report_end(cursor, speech, cue + 1, end), cue, speaker
            )
    return _read_inverted(cursor, speech, first, cue, end) if sense.role == "verb" else None


_BEHIND_SAID = frozenset(("on", "in", "at", "during", "to", "of", "with", "as", "after", "before"))


def _read_inverted(
    cursor: Cursor, speech: Speech, first: int, cue: int, end: int
) -> QuoteMention | None:
    """Read '<statement>, the ministry announced on Wednesday.'"""
    if end - cue > 6:
        return None
    mention = speech.mention_ending(cue)
    if mention is None:
        return None
    comma = mention.first - 1
    while comma > first and (
        cursor.norm(comma) in ("the", "a", ".") or cursor.mask(comma) & (S.HONORIFIC | S.ROLE)
    ):
        comma -= 1
    if cursor.norm(comma) not in (",", "\u060c"):
        return None
    entity = speech.entity_of(mention)
    start = first
    for k in range(first, comma):  # behind a dateline
        if cursor.norm(k) in ("-", "--", "---", "\u2013", "\u2014", ":") and k - first < 25:
            start = k + 1
    if comma - start < LEAST_WORDS:
        return None
    return make_quote(cursor, start, comma, False, cue, entity)
