"""What the engines for names hand on: one place where something is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import cut


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
    ``is_of_model`` tells that no rule found it.
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
    is_of_model: bool = False
    offices: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)  # told by a lexicon
    alias_of: int = -1  # where the longer name ends that it stands for


def new_mention(tagged: TaggedText, first: int, last: int, type_: str, **more: Any) -> NamedMention:
    """Return a mention over a range of tokens, without the clitics of the first."""
    start, end = tagged.start_of(first), tagged.ends[last - 1]
    return NamedMention(first, last, start, end, type_, **more)


def cut_clitics(cursor: Cursor, mention: NamedMention, clitics: str) -> None:
    """Let a mention start behind clitics that the lexicon has not cut off its first word."""
    word = cursor.tagged.token_text(mention.first)
    mention.start = cursor.tagged.starts[mention.first] + cut(word, len(clitics))
