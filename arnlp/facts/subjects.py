"""The body that a release is about, and names as arguments."""

from __future__ import annotations

from arnlp.facts.analysis import Analysis, is_object
from arnlp.facts.figure import Argument
from arnlp.names import Entity, NamedMention
from arnlp.text.clitics import AND, led_by

Named = tuple[NamedMention, Entity]

_NOT_SUBJECTS = frozenset(("person", "place", "event"))
_TOPIC_WITHIN = 600  # characters in which a release names what it is about


def named_by(mention: NamedMention, entity: Entity) -> Argument:
    """Return a name as an argument; in the place of a short form where it is first named in full."""
    first = entity.mentions[0]
    full = first if mention.kind != "name" and first.kind == "name" else mention
    return Argument(full.start, full.end, entity)


def topic_of(analysis: Analysis) -> Entity | None:
    """Return the body that a release is about: the first that its headline or lead names.

    Not one behind a preposition, who only takes part (funded by, in cooperation with).
    """
    entries = analysis.context.tagged.entries
    object_end = -1  # the token behind the last name that a preposition leads to
    end = _lead_end(analysis)
    for mention, entity in sorted(
        ((e.mentions[0], e) for e in analysis.entities), key=lambda pair: pair[0].first
    ):
        joined = 0 <= mention.first - object_end <= 2 and (
            entries[mention.first].led & AND
            or entries[object_end].norm in ("and", ",", "\u060c")
            or led_by(entries[object_end].norm) == AND
        )
        if joined or is_object(analysis, mention):
            object_end = mention.last
        elif entity.type in ("organization", "programme"):
            return entity if mention.start < end else None
    return None


def _lead_end(analysis: Analysis) -> int:
    """Return the end of the first paragraph of a release, so that its headlines lie before it."""
    text = analysis.context.tagged.text
    body = next((part for part in analysis.sections if part.kind == "body"), None)
    end = text.find("\n", body.start) if body is not None else -1
    return min(len(text) if end < 0 else end, _TOPIC_WITHIN)
