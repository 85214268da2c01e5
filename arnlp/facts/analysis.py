"""One text with everything that was found in it, on its way from mentions to facts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from arnlp.dates import DateMention
from arnlp.engine import Context, Cursor, Datelined, NumberMention
from arnlp.facts.passages import Passages
from arnlp.facts.reader import Reading
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention
from arnlp.quantities import QuantityMention
from arnlp.quotes import QuoteMention
from arnlp.text.clitics import PREPOSITION
from arnlp.text.structure import Part


@dataclass(slots=True)
class Analysis:
    """Mentions of one text, settled between the engines."""

    cursor: Cursor
    dateline: Datelined | None
    sections: list[Part]
    numbers: list[NumberMention]
    quantities: list[QuantityMention]
    dates: list[DateMention]
    entities: list[Entity]
    quotes: list[QuoteMention] = field(default_factory=list)
    index: Index = field(init=False)
    topic: Entity | None = None  # the body that the release is about
    _wording: Wording | None = None
    _passages: Passages | None = None
    reading: Reading | None = None  # how the reader reads the text, once its figures are known

    def __post_init__(self) -> None:
        self.index = Index(self)

    @property
    def wording(self) -> Wording:
        """What syntax says of the tokens; the text is parsed when it is first asked for."""
        if self._wording is None:
            self._wording = Wording(self.cursor.tagged)
        return self._wording

    @property
    def passages(self) -> Passages:
        """What the text names most and what stands over its sentences; found when it is first asked for."""
        if self._passages is None:
            self._passages = Passages(self)
        return self._passages

    def read(self, figures: Iterable[QuantityMention]) -> Reading:
        """Let the text be read, where its figures stand, when the first of them is asked for."""
        named = [entity.mentions[0] for entity in self.passages.topics]
        self.reading = Reading(
            self.cursor.tagged.text,
            [(q.start, q.end) for q in figures],
            [(mention.start, mention.end) for mention in named],
        )
        return self.reading

    @property
    def context(self) -> Context:
        """What the whole text shares."""
        return self.cursor.context


class Index:
    """Answers which mentions lie between two tokens."""

    def __init__(self, analysis: Analysis) -> None:
        self.dates = analysis.dates
        self._date_firsts = [d.first for d in analysis.dates]
        pairs = [(m, e) for e in analysis.entities for m in e.mentions]
        pairs.sort(key=lambda pair: pair[0].first)
        self._named = pairs
        self._named_firsts = [m.first for m, _ in pairs]
        self._role_tokens = {
            token
            for entity in analysis.entities
            for role in entity.roles
            for token in range(role.first, role.last)
        }
        self._quantities = analysis.quantities
        self._quantity_firsts = [q.first for q in analysis.quantities]
        self._section_starts = [part.start for part in analysis.sections]
        self._sections = analysis.sections

    def in_role(self, token: int) -> bool:
        """Tell whether a token belongs to somebody's office."""
        return token in self._role_tokens

    def dates_between(self, first: int, last: int) -> list[DateMention]:
        """Return the time expressions that start in a range of tokens."""
        low = bisect_left(self._date_firsts, first)
        return self.dates[low : bisect_left(self._date_firsts, last)]

    def named_between(self, first: int, last: int) -> list[tuple[NamedMention, Entity]]:
        """Return the mentions of entities that start in a range of tokens."""
        low = bisect_left(self._named_firsts, first)
        return self._named[low : bisect_left(self._named_firsts, last)]

    def quantity_at(self, token: int) -> QuantityMention | None:
        """Return the quantity that a token belongs to."""
        index = bisect_left(self._quantity_firsts, token + 1) - 1
        if index < 0 or self._quantities[index].last <= token:
            return None
        return self._quantities[index]

    def last_before(self, quantity: QuantityMention) -> QuantityMention | None:
        """Return the quantity before another, None for the first."""
        index = bisect_left(self._quantity_firsts, quantity.first)
        return self._quantities[index - 1] if index else None

    def next_quantity(self, quantity: QuantityMention) -> int:
        """Return the first token of the quantity behind another, or a token behind all."""
        index = bisect_left(self._quantity_firsts, quantity.last)
        return self._quantity_firsts[index] if index < len(self._quantity_firsts) else 1 << 60

    def section_at(self, offset: int) -> str:
        """Return the kind of the section that an offset lies in."""
        index = bisect_left(self._section_starts, offset + 1) - 1
        return self._sections[max(0, index)].kind if self._sections else "body"


def is_object(analysis: Analysis, mention: NamedMention) -> bool:
    """Tell whether a preposition stands before a mention, so that it is no subject."""
    entries = analysis.context.tagged.entries
    if entries[mention.first].led & PREPOSITION:
        return True
    k = mention.first - 1
    while k >= 0 and (entries[k].mask & S.HONORIFIC or entries[k].norm == "the"):
        k -= 1
    sense = entries[k].senses.get(S.STOP) if k >= 0 else None
    return sense is not None and sense.role == "prep"
