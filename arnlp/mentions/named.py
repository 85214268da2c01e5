"""What the engines for names hand on: one place where something is named."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class RoleMention:
    """An office over a range of tokens, with the span of the body inside it."""

    first: int
    last: int  # half-open
    title: str
    organization: str | None = None


@dataclass(slots=True)
class NamedMention:
    """One place where an entity is named, over a range of tokens.

    ``start`` and ``end`` leave out clitics, honorifics and prayers. ``known`` is the id of a
    gazetteer entry, ``names`` its names in Arabic and English. ``kind`` is name, short or title.
    ``head`` is the word that tells what a body is (هيئة), by which later mentions refer to it.
    """

    first: int
    last: int  # half-open
    start: int
    end: int
    type: str
    kind: str = "name"
    known: str | None = None
    names: tuple[str | None, str | None] = (None, None)
    honorifics: list[str] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    gender: str = ""
    head: str = ""
    country: str = ""
    alias_of: int = -1  # where the longer name ends that it stands for
