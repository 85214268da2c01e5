"""Facts: figures bound to their clauses, what happened, and what was said.

A figure is a quantity with what its sentence says of it (:mod:`arnlp.facts.figures`): which quantities
make rows, what moved and how (``moves``), against what (``levels``), when (``periods``), as what
(``modality``). Each of the ``FILLERS`` sets what else it knows. The ``REFINERS`` take all of them: a small
network chooses what is measured, of whom, of which group, where and by whose word among the phrases
around them; sources are kept to those that the text tells; what is said again is one. At each verb or masdar that tells of a deed, by its class in
``DEED_READERS``, its reader tells what happened; ``REPORT_READERS`` go over a whole text for descriptions
in its background part. What was said comes from the quotations.
"""

from arnlp.engine import Cursor
from arnlp.facts.agreements import read_agreement
from arnlp.facts.ahead import read_around, read_quantities
from arnlp.facts.analysis import Analysis
from arnlp.facts.appointments import read_appointment
from arnlp.facts.assumptions import read_assumption
from arnlp.facts.background import read_descriptions
from arnlp.facts.choice import choose_arguments
from arnlp.facts.deeds import DeedReader, read_deeds
from arnlp.facts.events import read_event
from arnlp.facts.figure import Figure
from arnlp.facts.figures import Filler, Refiner, bind
from arnlp.facts.happening import Happening
from arnlp.facts.launches import read_launch
from arnlp.facts.measures import set_measure
from arnlp.facts.predicates import own_predicates
from arnlp.facts.repeats import join_repeats
from arnlp.facts.rows import write_facts
from arnlp.facts.sources import set_sources
from arnlp.facts.write import Writer

__all__ = [
    "Analysis",
    "Writer",
    "find_figures",
    "find_happenings",
    "own_predicates",
    "write_facts",
]

FILLERS: tuple[Filler, ...] = (set_measure,)
REFINERS: tuple[Refiner, ...] = (choose_arguments, set_sources, join_repeats)
DEED_READERS: dict[str, DeedReader] = {
    "appoint": read_appointment,
    "charge": read_appointment,
    "succeed": read_appointment,
    "assume": read_assumption,
    "sign": read_agreement,
    "agree": read_agreement,
    "launch": read_launch,
    "begin": read_launch,
    "start": read_launch,
    "hold": read_event,
    "host": read_event,
    "occur": read_event,
    "open": read_event,
    "held": read_event,
}
REPORT_READERS = (read_descriptions,)


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
