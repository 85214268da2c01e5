"""Direct speech between quotation marks."""

from __future__ import annotations

from arnlp.engine import Cursor, Quoted
from arnlp.lexicon import senses as S
from arnlp.quotes.cues import cue_after, cue_before, is_denied, is_name, words_in
from arnlp.quotes.mention import QuoteMention, make_quote
from arnlp.quotes.speakers import speaker_around, speaker_of
from arnlp.quotes.speech import Speech
from arnlp.text.tokens import BREAK, LATIN

_LONG = 7  # words between marks that nobody would put there but to tell what was said


def read_direct(cursor: Cursor, speech: Speech, i: int) -> QuoteMention | None:
    """Read what stands between marks: with its cue before or behind it, or going on from before."""
    quoted, before = speech.direct.get(i), speech.out
    if quoted is None or is_name(cursor, speech, quoted):
        return None
    opening, closing = quoted.opening, quoted.closing
    cue = cue_before(cursor, speech, opening)
    if cue is not None:
        if is_denied(cursor, cue):
            return None
        if cue in speech.used:
            speaker = speech.used[cue]
        else:
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


def read_left(cursor: Cursor, speech: Speech, i: int) -> QuoteMention | None:
    """Read a long stretch between marks in what somebody goes on to say, without a verb of speech."""
    quoted = speech.direct.get(i)
    if quoted is None or speech.heard is None or is_name(cursor, speech, quoted):
        return None
    between = range(speech.heard_at, i)
    if sum(1 for k in between if cursor.entries[k].kind == BREAK) > 1:
        return None
    if words_in(cursor, quoted) < _LONG:
        return None
    if cursor.mask(i + 1) & S.CAPITAL or cursor.entries[i + 1].kind == LATIN:
        first = cursor.tagged.sentences[cursor.tagged.sentence_of[i]][0]
        if i != first:
            return None
    return make_quote(cursor, i + 1, quoted.closing, True, None, speech.heard)
