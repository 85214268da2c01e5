"""What is known of the entities of a text while its mentions are being linked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from arnlp.names.coreference.entity import Entity
from arnlp.names.mention import NamedMention


@dataclass(slots=True)
class Links:
    """The entities of a text, and the ways in which a mention may lead to one."""

    entities: list[Entity] = field(default_factory=list)
    by_key: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    by_end: dict[int, Entity] = field(default_factory=dict)  # by the token after a mention
    # those that a shorter name may mean: persons by family name, bodies by first word
    longer: dict[tuple[str, str], list[Entity]] = field(default_factory=dict)
    by_given: dict[str, list[Entity]] = field(default_factory=dict)
    # bodies by their names without the country before them: the Senate
    of_lands: dict[tuple[str, ...], list[Entity]] = field(default_factory=dict)
    bodies: set[tuple[str, ...]] = field(default_factory=set)  # the words of all names of bodies
    in_sentence: dict[tuple[int, Entity], list[NamedMention]] = field(default_factory=dict)
    # mentions up to where titles are being linked
    seen_times: Counter[Entity] = field(default_factory=Counter)

    def sort_mentions(self) -> None:
        """Put the mentions of each entity in the order of the text."""
        for entity in self.entities:
            entity.mentions.sort(key=lambda mention: mention.start)
