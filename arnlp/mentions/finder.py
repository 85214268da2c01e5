"""What the finders of persons, places and bodies share: the mentions found so far."""

from __future__ import annotations

from arnlp.mentions.arabic_names import ArabicNames
from arnlp.mentions.context import Context
from arnlp.mentions.latin_names import LatinNames
from arnlp.mentions.marks import Quoted
from arnlp.mentions.named import NamedMention, RoleMention


class NameFinder(ArabicNames, LatinNames):
    """Collects mentions in one walk over the tokens."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.out: list[NamedMention] = []
        self.claimed: dict[int, int] = {}  # persons found ahead of the walk: start to end
        self.roles_used: set[int] = set()
        self.open_offices: dict[int, RoleMention] = {}  # without a holder, by where they end
        self.quoted: dict[int, Quoted] = {}  # by the token of their opening mark

    def _add(self, first: int, last: int, type_: str, **more: object) -> NamedMention:
        tagged = self.tagged
        mention = NamedMention(
            first,
            last,
            tagged.start_of(first),
            tagged.ends[last - 1],
            type_,
            **more,  # type: ignore[arg-type]
        )
        self.out.append(mention)
        return mention
