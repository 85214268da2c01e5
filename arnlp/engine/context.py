"""What all readers of a text share beside its tokens: its country, its day, how it writes, warnings."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from arnlp.engine.country import Evidence
from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText


class Warned(NamedTuple):
    """A warning for the reader of the result."""

    code: str
    message: str
    start: int | None
    end: int | None


class Separators(NamedTuple):
    """How the numerals of a text are parted, as they vote.

    ``stop`` tells whether a full stop parts thousands (8.500 is 8500), ``stop_before_scale``
    whether it does so before a scale as well (2.512 million are 2512 million), ``space`` whether
    a space does (8 500), ``lost`` whether the text has lost its marks, those in numerals too (1 9 million).
    """

    stop: bool = False
    stop_before_scale: bool = False
    space: bool = False
    lost: bool = False


_NO_VOTES = Separators()


@dataclass(slots=True)
class Context:
    """One text on its way through the engines."""

    tagged: TaggedText
    country: str | None = None
    anchor: date | None = None
    separators: Separators = _NO_VOTES
    writes_hijri: bool | None = None  # whether it counts years of the Hijra, None before it is told
    evidence: tuple[Evidence, ...] = ()  # what told the country
    currency_country: str | None = None  # whose currency it counts in; None before it is told
    warnings: list[Warned] = field(default_factory=list)
    told_names: tuple[tuple[int, int, str], ...] = ()  # names that the caller knows
    named: frozenset[str] | None = None  # the countries that it names, None before they are told

    def countries_named(self) -> frozenset[str]:
        """Return the countries whose name, place or people the text names."""
        if self.named is None:
            tagged = self.tagged
            named: set[str] = set()
            for i in tagged.with_mask(S.PLACE | S.NATIONALITY):
                senses = tagged.entries[i].senses
                if place := senses.get(S.PLACE):
                    named.update(spot.country for spot in place.value if not spot.weak)
                if people := senses.get(S.NATIONALITY):
                    named.add(people.value)
            self.named = frozenset(named)
        return self.named

    def warn(
        self, code: str, message: str, start: int | None = None, end: int | None = None
    ) -> None:
        """Note something that a reader of the result should know."""
        self.warnings.append(Warned(code, message, start, end))

    def forget(self, codes: Container[str]) -> None:
        """Drop the warnings of some codes: what they are of is read anew."""
        self.warnings = [warning for warning in self.warnings if warning.code not in codes]
