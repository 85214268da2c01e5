"""The cue of speech: a speech verb before or behind it, and the word that opens reported speech."""

from __future__ import annotations

from bisect import bisect_left

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quotes.speech import Speech
from arnlp.text.clitics import CONJUNCTION, TO
from arnlp.text.tokens import BREAK

_REACH = 45  # tokens between a cue and the speech it governs
COLON_REACH = 14  # tokens between a cue and the colon that opens its speech
_AFTER = 8  # tokens between a closing mark and the cue behind it


def cue_before(cursor: Cursor, speech: Speech, opening: int) -> int | None:
    """Return the cue that leads to an opening mark: right before it, or before its speaker."""
    j = opening - 1
    while j >= 0 and (cursor.mask(j) & S.CLITIC or cursor.norm(j) in (":", "\u060c", ",")):
        j -= 1
    if j < 0:
        return None
    led = opening - 1 != j or bool(cursor.mask(j) & (S.COMPLEMENTIZER | S.SPEECH))
    index = bisect_left(speech.cues, opening) - 1
    if index < 0:
        return None
    cue = speech.cues[index]
    if opening - cue > _REACH or not _same_line(cursor, cue, opening):
        return None
    if cursor.tagged.sentence_of[cue] != cursor.tagged.sentence_of[opening]:
        return None
    if led or cue == j:
        return cue
    mention = speech.mention_ending(j + 1)
    return cue if mention is not None and mention.first > cue else None


def _same_line(cursor: Cursor, a: int, b: int) -> bool:
    breaks = cursor.tagged.breaks
    return bisect_left(breaks, a) == bisect_left(breaks, b)


def cue_after(cursor: Cursor, speech: Speech, closing: int) -> int | None:
    """Return the cue behind a closing mark: right behind it, on the same line."""
    index = bisect_left(speech.cues, closing)
    if index >= len(speech.cues):
        return None
    cue = speech.cues[index]
    if cue - closing > _AFTER or not _same_line(cursor, closing, cue):
        return None
    if any(cursor.norm(k) in (".", ":", '"', "\u201c") for k in range(closing + 1, cue)):
        return None
    sense = cursor.sense(cue, S.SPEECH)
    return cue if sense is not None and sense.role == "verb" else None


def complementizer_behind(cursor: Cursor, cue: int, end: int) -> int | None:
    """Return the word that opens reported speech behind a cue: أن, that."""
    for j in range(cue + 1, min(end, cue + _REACH)):
        mask = cursor.entries[j].mask
        if mask & S.COMPLEMENTIZER:
            governed = j - 1 > cue and (
                cursor.mask(j - 1) & S.GOVERNOR
                or (
                    cursor.norm(j - 1) == "علي"
                    and cursor.entries[cue].senses[S.SPEECH].value != "on"
                )
            )
            led = cursor.entries[j].senses[S.COMPLEMENTIZER].led
            reason = led & TO and j - 1 > cue  # لأنها opens a reason, أشار لأن a report
            return None if governed or reason or led & CONJUNCTION else j
        if mask & S.QUOTE_MARK or cursor.entries[j].kind == BREAK:
            return None
        if mask & S.COLON and not cursor.mask(j + 1) & S.COMPLEMENTIZER:
            return None
        if (
            mask & S.SPEECH
            and not mask & S.STOP
            and cursor.entries[j].senses[S.SPEECH].role != "noun"
        ):
            return None
    return None


def is_impersonal(cursor: Cursor, cue: int) -> bool:
    """Tell whether nobody in particular speaks: يذكر أن."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    return cue == first and cursor.norm(cue)[0] in "يت"
