"""The reader loop: which readers are asked at a token, and how what they read becomes a list.

After wanasit/chrono: an engine is an ordered list of readers, each for one kind of expression, and
then of refiners, each of which takes the list of what was read and gives another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Final, Generic, Literal, NamedTuple, Protocol, TypeVar

from arnlp.engine.cursor import Cursor


class Ranged(Protocol):
    """Something over a range of tokens, half-open."""

    first: int
    last: int


class _Nothing(Enum):
    """What a reader gives where neither it nor any reader behind it may read."""

    NOTHING = "nothing"


Nothing = Literal[_Nothing.NOTHING]
NOTHING: Final = _Nothing.NOTHING

Read = TypeVar("Read", bound=Callable[..., object])
M = TypeVar("M", bound=Ranged)
# A reader as the loop asks it: the cursor, the token, and the first token that nothing has taken.
Reading = Callable[[Cursor, int, int], M | Nothing | None]
Refiner = Callable[[Cursor, list[M]], list[M]]


class Reader(NamedTuple, Generic[Read]):
    """A reader of one kind of expression, and where it may start.

    ``read`` returns what it finds at a token; None where another reader may find something there,
    NOTHING where none may. ``starts_at`` are the senses at which it is asked. Where a token has one
    that it ``owns``, no reader behind it is asked.
    """

    read: Read
    starts_at: int
    owns: int = 0


class Readers(Generic[Read]):
    """An ordered list of readers, told apart by the senses of a token.

    >>> table = Readers((Reader(min, 0b01), Reader(max, 0b11, owns=0b10), Reader(len, 0b10)))
    >>> table.at(0b01), table.at(0b10), bin(table.starts_at)
    ((<built-in function min>, <built-in function max>), (<built-in function max>,), '0b11')
    """

    def __init__(self, readers: Sequence[Reader[Read]]) -> None:
        self._readers = readers
        self._asked: dict[int, tuple[Read, ...]] = {}
        self.starts_at = 0
        for reader in readers:
            self.starts_at |= reader.starts_at

    def at(self, mask: int) -> tuple[Read, ...]:
        """Return what is asked, in its order, at a token with the senses of a mask."""
        senses = mask & self.starts_at
        asked = self._asked.get(senses)
        if asked is None:
            asked = self._asked[senses] = tuple(self._select(senses))
        return asked

    def _select(self, senses: int) -> Iterable[Read]:
        for reader in self._readers:
            if senses & reader.starts_at:
                yield reader.read
            if senses & reader.owns:
                return


def read_all(cursor: Cursor, readers: Readers[Reading[M]]) -> list[M]:
    """Walk over the tokens at which a reader may start; return what is read, none over another."""
    out: list[M] = []
    done = 0
    masks = cursor.masks
    for i in cursor.tagged.with_mask(readers.starts_at):
        if i < done:
            continue
        for read in readers.at(masks[i]):
            found = read(cursor, i, done)
            if found is None:
                continue
            if found is not NOTHING:
                out.append(found)
                done = found.last
            break
    return out


def refine(cursor: Cursor, found: list[M], refiners: Sequence[Refiner[M]]) -> list[M]:
    """Give a list from refiner to refiner, in their order."""
    for refiner in refiners:
        found = refiner(cursor, found)
    return found
