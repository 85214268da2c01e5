"""What a bare English figure counts, as the measure before it names it: passenger numbers rose to 71,300."""

from __future__ import annotations

from arnlp.engine import Cursor, english_noun_end, is_past_form
from arnlp.lexicon import senses as S

_REACH = 14  # tokens from a figure back to what names it


def noun_named(cursor: Cursor, i: int) -> str | None:
    """Return the plural that the measure before a token counts, None where it names none.

    It is the noun behind 'number of' (the number of new visitors) or the one before 'numbers'.
    """
    start, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    for j in range(i - 1, max(start, i - _REACH) - 1, -1):
        if not cursor.is_latin(j):
            if cursor.masks[j] & (S.COMMA | S.NUMERIC):
                return None
            continue
        if cursor.is_word(j, "tally") and cursor.is_word(j + 1, "of"):
            first = j + 2 + cursor.is_word(j + 2, "amount")
            participle = cursor.mask(first) & S.VERB and is_past_form(cursor.entries[first])
            end = english_noun_end(cursor.entries, first + bool(participle), 2)
            end = 0 if end == first + 1 and participle else end
            return (
                cursor.tagged.text[cursor.tagged.starts[first] : cursor.tagged.ends[end - 1]]
                if end > first
                else None
            )
        if cursor.is_word(j, "tallies") and cursor.is_latin(j - 1):
            if cursor.mask(j - 1) & (S.STOP | S.VERB | S.SPEECH):
                return None
            noun = cursor.tagged.text[
                cursor.tagged.starts[j - 1] : cursor.tagged.ends[j - 1]
            ].lower()
            return noun if noun.endswith("s") else f"{noun}s"
    return None
