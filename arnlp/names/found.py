"""What the walk over the names of a text has found so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from arnlp.engine import Cursor, Quoted, Reader
from arnlp.names.mention import NamedMention, RoleMention, new_mention


class Found:
    """The mentions of one walk over the tokens, and what it must remember of them."""

    __slots__ = ("claimed", "open_offices", "out", "quoted", "roles_used", "tagged")

    def __init__(self, cursor: Cursor, quoted: Iterable[Quoted]) -> None:
        self.tagged = cursor.tagged
        self.out: list[NamedMention] = []
        self.claimed: dict[int, int] = {}  # persons found ahead of the walk: start to end
        self.roles_used: set[int] = set()
        self.open_offices: dict[int, RoleMention] = {}  # without a holder, by where they end
        # the pairs of quotation marks by the token of the opening one
        self.quoted = {q.opening: q for q in quoted if q.balanced and q.opening >= 0}

    def add(self, first: int, last: int, type_: str, **more: object) -> NamedMention:
        """Add a mention over a range of tokens."""
        mention = new_mention(self.tagged, first, last, type_, **more)
        self.out.append(mention)
        return mention


# A reader of names adds to what is found, and returns the token at which the walk goes on: that
# behind what it took, the next one where no other reader may take this one, 0 where another may.
NameReader = Reader[Callable[[Cursor, Found, int], int]]
