"""Who said what: direct speech between marks, and reported speech behind أن or that.

One walk over the verbs of speech and opening quotation marks of a text. Each of the readers below is
asked at its own: direct speech at a mark, with a cue before or behind it, a name beside it, or none where
it goes on from what was said before; reported speech at a cue, to the end of its sentence or to the next
word of speech in it. The speaker is the subject of the cue, the holder of an office beside it, or whoever
spoke last where the sentence names nobody. There are no refiners.
"""

from collections.abc import Iterable

from arnlp.engine import Cursor, Quoted, Reader, Readers
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.quotes.attributed import read_attributed
from arnlp.quotes.cues import CUES, is_arabic, is_finite, is_told
from arnlp.quotes.direct import read_direct, read_left
from arnlp.quotes.mention import QuoteMention
from arnlp.quotes.reported import read_reported
from arnlp.quotes.speech import Speech, SpeechReader
from arnlp.quotes.subjects import subject_behind

__all__ = ["QuoteMention", "find_quotes"]

READERS: tuple[SpeechReader, ...] = (
    Reader(read_direct, S.QUOTE_MARK),
    Reader(read_attributed, S.QUOTE_MARK),
    Reader(read_left, S.QUOTE_MARK),
    Reader(read_reported, CUES),
)

_READERS = Readers(READERS)


def find_quotes(
    cursor: Cursor, quoted: Iterable[Quoted], entities: list[Entity]
) -> list[QuoteMention]:
    """Return the speech in a text in its order, with its speakers where they are known."""
    quoted = list(quoted)
    cues = cursor.tagged.with_mask(CUES)
    if not cues and not quoted:
        return []
    speech = Speech(cursor, cues, quoted, entities)
    done = 0
    for i in sorted({*cues, *speech.direct}):
        if i < done:
            continue
        mask = S.QUOTE_MARK if i in speech.direct else cursor.masks[i] | cursor.entries[i].unmasked
        for read in _READERS.at(mask):
            found = read(cursor, speech, i)
            if found is not None:
                speech.add(found)
                done = found.last
                break
        else:
            _note(cursor, speech, i)
    return speech.out


def _note(cursor: Cursor, speech: Speech, cue: int) -> None:
    """Note who speaks at a verb that reports nothing: وأعرب الوزير عن ترحيبه. وأضاف أن."""
    if not (is_arabic(cursor, cue) and is_finite(cursor, cue) and is_told(cursor, cue)):
        return
    _, end = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    told = subject_behind(cursor, speech, cue, end)
    if told is not None and told.entity is not None:
        speech.hear(told.entity, cue)
