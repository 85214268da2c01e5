"""Direct speech between quotation marks."""

from __future__ import annotations

from arnlp.engine import Cursor, Quoted
from arnlp.quotes.cues import cue_after, cue_before
from arnlp.quotes.mention import QuoteMention, make_quote
from arnlp.quotes.speakers import speaker_around, speaker_of
from arnlp.quotes.speech import Speech
from arnlp.text.tokens import BREAK


def read_direct(cursor: Cursor, speech: Speech, i: int) -> QuoteMention | None:
    """Read what stands between marks: with its cue before or behind it, or going on from before."""
    quoted, before = speech.direct.get(i), speech.out
    if quoted is None:
        return None
    opening, closing = quoted.opening, quoted.closing
    cue = cue_before(cursor, speech, opening)
    if cue is not None:
        speaker = speaker_of(cursor, speech, cue, opening)
        return make_quote(cursor, opening + 1, closing, True, cue, speaker)
    cue = cue_after(cursor, speech, closing) if quoted.balanced else None
    if cue is not None:
        speaker = speaker_around(cursor, speech, closing, cue)
        return make_quote(cursor, opening + 1, closing, True, cue, speaker)
    if before and before[-1].direct and _goes_on(cursor, before[-1], quoted):
        return make_quote(cursor, opening + 1, closing, True, None, before[-1].speaker)
    return None


def _goes_on(cursor: Cursor, before: QuoteMention, quoted: Quoted) -> bool:
    """Tell whether a quotation carries on the one before: in one paragraph, or the next."""
    between = range(before.last, quoted.opening)
    breaks = sum(1 for k in between if cursor.entries[k].kind == BREAK)
    if breaks == 0:
        return len(between) < 20
    return breaks == 1 and len(between) <= 3
