"""What happened: at each word that tells of a deed the reader of its class is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.happening import Happening
from arnlp.facts.tellings import told_in
from arnlp.facts.told import Told

# A reader of deeds is asked at a word that tells of one of its classes.
DeedReader = Callable[[Told], list[Happening]]


def read_deeds(
    cursor: Cursor, analysis: Analysis, readers: Mapping[str, DeedReader]
) -> list[Happening]:
    """Return what the readers of deeds find, the same once."""
    out: list[Happening] = []
    for told in told_in(analysis):
        for happening in readers[told.class_](told) if told.class_ in readers else ():
            known = next((h for h in out[-8:] if _is_same(h, happening)), None)
            if known is None:
                out.append(happening)
            else:
                _join(known, happening)
    return out


def _is_same(one: Happening, other: Happening) -> bool:
    """Tell whether two rows tell of one deed: of one event, or with the same words."""
    if one.type != other.type:
        return False
    if one.type == "event":
        first, second = one.arguments["name"], other.arguments["name"]
        assert first is not None
        assert second is not None
        return (
            first.entity is second.entity
            if first.entity and second.entity
            else (first.start < second.end and second.start < first.end)
        )
    (a, b), (start, end) = one.evidence[0], other.evidence[0]
    return a < end and start < b


def _join(known: Happening, again: Happening) -> None:
    """Fill what an event lacks from where it is told again."""
    if known.type != "event":
        return
    for name, argument in again.arguments.items():
        if known.arguments.get(name) is None:
            known.arguments[name] = argument
    if known.dates.get("from") is None:
        known.dates = again.dates
    if again.evidence[0] not in known.evidence:
        known.evidence += again.evidence
