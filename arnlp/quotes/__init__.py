"""Who said what: direct speech between marks, and reported speech behind أن or that.

One walk over the speech verbs and opening quotation marks of a text. Each of the readers below is
asked at its own: direct speech at a mark, with a cue before or behind it or none where it goes on
from the quotation before; reported speech at a cue, to the end of its sentence. The speaker is the
person or body beside the cue, the holder of an office beside it, or whoever spoke last where the
sentence names nobody. There are no refiners.
"""

from collections.abc import Iterable

from arnlp.engine import Cursor, Quoted, Reader, Readers
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.quotes.direct import read_direct
from arnlp.quotes.mention import QuoteMention
from arnlp.quotes.reported import read_reported
from arnlp.quotes.speech import Speech, SpeechReader

__all__ = ["QuoteMention", "find_quotes"]

READERS: tuple[SpeechReader, ...] = (
    Reader(read_direct, S.QUOTE_MARK),
    Reader(read_reported, S.SPEECH),
)

_READERS = Readers(READERS)


def find_quotes(
    cursor: Cursor, quoted: Iterable[Quoted], entities: list[Entity]
) -> list[QuoteMention]:
    """Return the speech in a text in its order, with its speakers where they are known."""
    cues = cursor.tagged.with_mask(S.SPEECH)
    if not cues:
        return []
    speech = Speech(cursor, cues, quoted, entities)
    done = 0
    for i in sorted([*cues, *speech.direct]):
        if i < done:
            continue
        for read in _READERS.at(cursor.masks[i]):
            found = read(cursor, speech, i)
            if found is not None:
                speech.add(found)
                done = found.last
                break
    return speech.out
