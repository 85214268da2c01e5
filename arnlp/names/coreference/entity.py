"""What names refer to: one entity, many mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from arnlp.names.mention import NamedMention, RoleMention


@dataclass(slots=True, eq=False)
class Entity:
    """Something with a name, with its mentions in their order."""

    type: str
    name: str
    key: tuple[str, ...]
    names: tuple[str | None, str | None] = (None, None)
    known: str | None = None
    honorifics: list[str] = field(default_factory=list)
    offices: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    roles: list[RoleMention] = field(default_factory=list)
    gender: str = ""
    head: str = ""
    country: str = ""
    origin: str = "gazetteer"  # of the names
    language: str = "ar"
    mentions: list[NamedMention] = field(default_factory=list)
