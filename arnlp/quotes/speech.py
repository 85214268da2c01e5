"""What is known of the speech in a text while it is being read: who may speak, and who spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property

from arnlp.engine import Cursor, Quoted, Reader
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention
from arnlp.quotes.mention import LEAST_WORDS, QuoteMention
from arnlp.text.tokens import PUNCTUATION
from arnlp.text.view import normalize

Named = tuple[NamedMention, Entity]


class Speech:
    """The quotations read so far, the marks that may hold more, and the persons and bodies named.

    ``heard`` is whoever spoke last, None also where nobody is named; ``spoke`` tells whether somebody did.
    """

    def __init__(
        self, cursor: Cursor, cues: list[int], quoted: Iterable[Quoted], entities: list[Entity]
    ) -> None:
        self.out: list[QuoteMention] = []
        self.cursor = cursor
        self.pairs = {q.opening: q for q in quoted if q.opening >= 0}
        self._openings = sorted(self.pairs)
        # stretches between marks that are long enough to be speech, by their opening mark
        self.direct = {
            opening: q
            for opening, q in self.pairs.items()
            if q.depth == 0 and _words_in(cursor, q) >= LEAST_WORDS
        }
        named = ("person", "organization")
        self.mentions = [(m, e) for e in entities if e.type in named for m in e.mentions]
        self.mentions.sort(key=lambda pair: pair[0].first)
        self._firsts = [m.first for m, _ in self.mentions]
        self.holders = _holders(e for e in entities if e.type == "person")
        self.cues = cues
        self.heard: Entity | None = None
        self.heard_at = -1
        self.spoke = False
        self.used: dict[int, Entity | None] = {}  # who spoke at the cues that were read

    def add(self, quote: QuoteMention) -> None:
        """Take in a quotation that was read."""
        self.out.append(quote)
        if quote.cue_at >= 0:
            self.used[quote.cue_at] = quote.speaker
        self.hear(quote.speaker, quote.first)

    def hear(self, speaker: Entity | None, at: int) -> None:
        """Note who speaks, None for somebody without a name."""
        self.heard, self.spoke, self.heard_at = speaker, True, at

    def named_between(self, first: int, last: int) -> list[Named]:
        """Return the mentions of persons and bodies that start in a range of tokens."""
        low = bisect_left(self._firsts, first)
        return self.mentions[low : bisect_left(self._firsts, last)]

    def named_before(self, first: int, most: int) -> list[Named]:
        """Return the last mentions, so many at most, that start before a token."""
        index = bisect_left(self._firsts, first)
        return self.mentions[max(0, index - most) : index]

    def within(self, first: int, last: int) -> list[Quoted]:
        """Return the pairs of marks that open in a range of tokens."""
        low = bisect_left(self._openings, first)
        return [self.pairs[at] for at in self._openings[low : bisect_left(self._openings, last)]]

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

    @cached_property
    def over(self) -> dict[int, Named]:
        """The mention over each token, with the honorifics and offices before it; persons before bodies."""
        out: dict[int, Named] = {}
        for wanted in ("organization", "person"):
            for mention, entity in self.mentions:
                if entity.type == wanted:
                    for token in range(phrase_start(self.cursor, mention), mention.last):
                        out[token] = mention, entity
        return out


# A reader of speech is asked at a token, and returns what it reads there.
SpeechReader = Reader[Callable[[Cursor, Speech, int], QuoteMention | None]]


def phrase_start(cursor: Cursor, mention: NamedMention) -> int:
    """Return where the phrase of a name starts: before its honorifics and the offices that lead to it."""
    k = mention.first
    before = sorted((r.first for r in mention.roles if r.last <= mention.first), reverse=True)
    while k > 0:
        mask = cursor.masks[k - 1]
        office = next((r for r in mention.roles if r.last in (k, k - 1) and r.first < k), None)
        if office is not None:
            k = office.first
        elif mask & S.HONORIFIC or (
            cursor.norm(k - 1) in ("/", ".") and cursor.mask(k - 2) & S.HONORIFIC
        ):
            k -= 1
        else:
            break
    return min([k, *(first for first in before if mention.first - first < 20)])


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
