"""What is known of the speech in a text while it is being read: who may speak, and who spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from arnlp.engine import Cursor, Quoted, Reader
from arnlp.names import Entity, NamedMention
from arnlp.quotes.mention import LEAST_WORDS, QuoteMention
from arnlp.text.tokens import PUNCTUATION
from arnlp.text.view import normalize


class Speech:
    """The quotations read so far, the marks that may hold more, and the persons and bodies named."""

    def __init__(
        self, cursor: Cursor, cues: list[int], quoted: Iterable[Quoted], entities: list[Entity]
    ) -> None:
        self.out: list[QuoteMention] = []
        # stretches between marks that are long enough to be speech, by their opening mark
        self.direct = {
            q.opening: q
            for q in quoted
            if q.depth == 0 and q.opening >= 0 and _words_in(cursor, q) >= LEAST_WORDS
        }
        named = ("person", "organization")
        self._mentions = [(m, e) for e in entities if e.type in named for m in e.mentions]
        self._mentions.sort(key=lambda pair: pair[0].first)
        self._firsts = [m.first for m, _ in self._mentions]
        self.holders = _holders(e for e in entities if e.type == "person")
        self.cues = cues
        self.last_speaker: Entity | None = None

    def add(self, quote: QuoteMention) -> None:
        """Take in a quotation that was read."""
        self.out.append(quote)
        if quote.speaker is not None:
            self.last_speaker = quote.speaker

    def named_between(self, first: int, last: int) -> list[tuple[NamedMention, Entity]]:
        """Return the mentions of persons and bodies that start in a range of tokens."""
        low = bisect_left(self._firsts, first)
        return self._mentions[low : bisect_left(self._firsts, last)]

    def named_before(self, first: int, most: int) -> list[tuple[NamedMention, Entity]]:
        """Return the last mentions, so many at most, that start before a token."""
        index = bisect_left(self._firsts, first)
        return self._mentions[max(0, index - most) : index]

    def mention_ending(self, last: int) -> NamedMention | None:
        """Return the mention that ends before a token."""
        for mention, _ in reversed(self.named_between(last - 12, last)):
            if mention.last == last:
                return mention
        return None

    def entity_of(self, mention: NamedMention) -> Entity | None:
        """Return what a mention names."""
        pairs = self.named_between(mention.first, mention.first + 1)
        return next((entity for m, entity in pairs if m is mention), None)


# A reader of speech is asked at a token, and returns what it reads there.
SpeechReader = Reader[Callable[[Cursor, Speech, int], QuoteMention | None]]


def _words_in(cursor: Cursor, quoted: Quoted) -> int:
    entries = cursor.entries[quoted.opening + 1 : quoted.closing]
    return sum(1 for entry in entries if entry.kind != PUNCTUATION)


def _holders(persons: Iterable[Entity]) -> dict[str, Entity | None]:
    """Map the beginnings of offices to the one person who holds them, None where several do."""
    out: dict[str, Entity | None] = {}
    for person in persons:
        for role in person.roles:
            words = normalize(role.title).split(" ")
            for size in range(1, len(words) + 1):
                key = " ".join(words[:size])
                out[key] = person if out.get(key, person) is person else None
    return out
