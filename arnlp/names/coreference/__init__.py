"""Which mentions name the same thing: one entity, many mentions.

A later mention is linked by its full name, by a part of it (the family name), by what it is (the
bare head of a body: الهيئة) or by a title (سعادته). Where two candidates fit equally, none is.
``LINKERS`` are the steps in their order: full names, the longest first, so that a short form finds
the long one wherever it stands; names in brackets or quotation marks; family and short names that
stand alone; titles and bare heads; the bodies that offices belong to.
"""

from collections.abc import Callable

from arnlp.engine import Cursor
from arnlp.names.coreference.entity import Entity
from arnlp.names.coreference.full_names import link_aliases, link_names, name_bodies_of_offices
from arnlp.names.coreference.links import Links
from arnlp.names.coreference.short_names import link_short_names
from arnlp.names.coreference.titles import link_titles
from arnlp.names.mention import NamedMention

__all__ = ["Entity", "link"]

LINKERS: tuple[Callable[[Cursor, Links, list[NamedMention]], None], ...] = (
    link_names,
    link_aliases,
    link_short_names,
    link_titles,
    name_bodies_of_offices,
)


def link(cursor: Cursor, found: list[NamedMention]) -> list[Entity]:
    """Return the entities of a text in the order of their first mention, with their mentions."""
    links = Links()
    for linker in LINKERS:
        linker(cursor, links, found)
        links.sort_mentions()
    return sorted(links.entities, key=lambda entity: (entity.mentions[0].start, entity.name))
