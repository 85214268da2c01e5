"""Facts: figures bound to their clauses, what happened, and what was said.

A figure is a quantity with what its clause says of it. At each quantity the ``BINDERS`` are tried in
their order until one takes it: counts that only refer back are passed over; what gives the figure
before in another unit, and the level that a change starts from or started from, belong to another
figure; all others are bound to what is measured, when, where and about whom. At each verb of a class
in ``DEED_READERS`` its reader tells what happened; ``REPORT_READERS`` go over a whole text for events
that are held and for descriptions in its background part. What was said comes from the quotations.
"""

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.background import read_descriptions, read_events
from arnlp.facts.deeds import DeedReader, read_agreement, read_appointment, read_deeds, read_launch
from arnlp.facts.figure import Figure
from arnlp.facts.figures import (
    Binder,
    bind,
    bind_figure,
    keep_level,
    pass_reference,
    take_former_level,
    take_reading,
)
from arnlp.facts.happening import Happening
from arnlp.facts.rows import facts
from arnlp.facts.write import Writer

__all__ = ["Analysis", "Writer", "facts", "find_figures", "find_happenings"]

BINDERS: tuple[Binder, ...] = (
    pass_reference,
    take_reading,
    keep_level,
    take_former_level,
    bind_figure,
)
DEED_READERS: dict[str, DeedReader] = {
    "launch": read_launch,
    "sign": read_agreement,
    "appoint": read_appointment,
}
REPORT_READERS = (read_events, read_descriptions)


def find_figures(cursor: Cursor, analysis: Analysis) -> list[Figure]:
    """Return the figures of a text that make facts, in their order."""
    return bind(cursor, analysis, BINDERS)


def find_happenings(cursor: Cursor, analysis: Analysis) -> list[Happening]:
    """Return what happened in a text, in its order."""
    found = read_deeds(cursor, analysis, DEED_READERS)
    for read in REPORT_READERS:
        found += read(cursor, analysis)
    return sorted(found, key=lambda happening: (happening.first, happening.type))
