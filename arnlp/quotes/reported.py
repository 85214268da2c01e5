"""Reported speech behind أن or that, behind a colon, and English reports without 'that'."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quotes.cues import COLON_REACH, complementizer_behind, is_impersonal
from arnlp.quotes.mention import LEAST_WORDS, QuoteMention, make_quote
from arnlp.quotes.speakers import speaker_of
from arnlp.quotes.speech import Speech
from arnlp.text.tokens import LATIN


def read_reported(cursor: Cursor, speech: Speech, cue: int) -> QuoteMention | None:
    """Read the speech that a cue reports: behind أن or that, behind a colon, or without either."""
    sense = cursor.sense(cue, S.SPEECH)
    if sense is None or sense.role == "source":
        return None
    _, end = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    complementizer = complementizer_behind(cursor, cue, end)
    if complementizer is None:
        if cursor.entries[cue].kind == LATIN:
            return _read_bare_report(cursor, speech, cue, end)
        return _read_unmarked(cursor, speech, cue, end) if sense.role == "verb" else None
    start = complementizer + 1
    if start in speech.direct or (cursor.mask(start) & S.CLITIC and start + 1 in speech.direct):
        return None  # the marks hold the speech
    if complementizer == cue + 1 and is_impersonal(cursor, cue):
        return None
    speaker = speaker_of(cursor, speech, cue, complementizer)
    return make_quote(cursor, start, end, False, cue, speaker)


def _read_unmarked(cursor: Cursor, speech: Speech, cue: int, end: int) -> QuoteMention | None:
    """Read direct speech that a colon opens and no mark: وقالت المصادر: ننتظر توريد الجرعات."""
    for j in range(cue + 1, min(end, cue + COLON_REACH)):
        mask = cursor.masks[j]
        if mask & S.COLON:
            spoken = end - j - 1 >= LEAST_WORDS and not cursor.mask(j + 1) & (
                S.QUOTE_MARK | S.END_MARK | S.CLITIC
            )
            return (
                make_quote(cursor, j + 1, end, True, cue, speaker_of(cursor, speech, cue, j))
                if spoken
                else None
            )
        if mask & (S.QUOTE_MARK | S.END_MARK | S.COMPLEMENTIZER | S.VERB):
            return None
    return None


def _read_bare_report(cursor: Cursor, speech: Speech, cue: int, end: int) -> QuoteMention | None:
    """Read English reports without 'that': said the project would; ..., the ministry said."""
    sense = cursor.sense(cue, S.SPEECH)
    if sense is None or sense.role != "verb":
        return None
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    following = cursor.entries[cue + 1] if cue + 1 < end else None
    if cursor.norm(cue) in ("said", "says") and following is not None and following.kind == LATIN:
        if following.mask & S.STOP and cursor.norm(cue + 1) not in ("on", "in", "at", "during"):
            speaker = speaker_of(cursor, speech, cue, cue + 1)
            return make_quote(cursor, cue + 1, end, False, cue, speaker)
    return _read_inverted(cursor, speech, first, cue, end)


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
    while comma > first and cursor.norm(comma) in ("the", "a", "h.e."):
        comma -= 1
    if cursor.norm(comma) not in (",", "\u060c"):
        return None
    entity = speech.entity_of(mention)
    start = first
    for k in range(first, comma):  # behind a dateline
        if cursor.norm(k) in ("-", "--", "---", "\u2013", "\u2014", ":") and k - first < 25:
            start = k + 1
    return make_quote(cursor, start, comma, False, cue, entity)
