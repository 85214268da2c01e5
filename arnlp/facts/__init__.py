"""Facts: figures bound to their clauses, what happened, and what was said.

A figure is a quantity with what its sentence says of it (:mod:`arnlp.facts.figures`): which quantities
make rows, what moved and how (``moves``), against what (``levels``), when (``periods``), as what
(``modality``). Each of the ``FILLERS`` sets what else it knows. The ``REFINERS`` take all of them: a small
network chooses what is measured, of whom, of which group, where and by whose word among the phrases
around them; what is said again is one. At each verb of a class in ``DEED_READERS`` its reader tells what
happened; ``REPORT_READERS`` go over a whole text for events that are held and for descriptions in its
background part. What was said comes from the quotations.
"""

from arnlp.engine import Cursor
from arnlp.facts.ahead import read_around, read_quantities
from arnlp.facts.analysis import Analysis
from arnlp.facts.background import read_descriptions, read_events
from arnlp.facts.choice import choose_arguments
from arnlp.facts.deeds import DeedReader, read_agreement, read_appointment, read_deeds, read_launch
from arnlp.facts.figure import Figure
from arnlp.facts.figures import Filler, Refiner, bind
from arnlp.facts.happening import Happening
from arnlp.facts.measures import set_measure
from arnlp.facts.repeats import join_repeats
from arnlp.facts.rows import write_facts
from arnlp.facts.write import Writer

__all__ = ["Analysis", "Writer", "find_figures", "find_happenings", "write_facts"]

FILLERS: tuple[Filler, ...] = (set_measure,)
REFINERS: tuple[Refiner, ...] = (choose_arguments, join_repeats)
DEED_READERS: dict[str, DeedReader] = {
    "launch": read_launch,
    "sign": read_agreement,
    "appoint": read_appointment,
}
REPORT_READERS = (read_events, read_descriptions)


def find_figures(cursor: Cursor, analysis: Analysis) -> list[Figure]:
    """Return the figures of a text that make facts, in their order."""
    read_quantities(analysis)
    figures = bind(cursor, analysis, FILLERS)
    read_around(analysis, figures)
    for refine in REFINERS:
        figures = refine(cursor, analysis, figures)
    return figures


def find_happenings(cursor: Cursor, analysis: Analysis) -> list[Happening]:
    """Return what happened in a text, in its order."""
    found = read_deeds(cursor, analysis, DEED_READERS)
    for read in REPORT_READERS:
        found += read(cursor, analysis)
    return sorted(found, key=lambda happening: (happening.evidence[0][0], happening.type))
