"""Offices that somebody takes over: تولت منصب, أدى اليمين وزيرا."""

from __future__ import annotations

from arnlp.facts.appointments import appointment
from arnlp.facts.bodies import mention_in
from arnlp.facts.deed_table import accusative_offices, leading
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.offices import is_cut, office_at
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told

_NEAR = 5  # tokens from the verb to who takes an office over
_REACH = 16  # and from him to the office


def read_assumption(told: Told) -> list[Happening]:
    """Read who takes which office over, from a verb of the past or of what will be."""
    clause = told.clause
    if clause is None or told.voice != "active" or clause.tense == "present":
        return []
    named = mention_in(told, told.token + 1, min(told.last, told.token + _NEAR), ("person",))
    if named is None or told.analysis.cursor.norm(named[0].first - 1) in leading("joined"):
        return []
    last = min(told.last, named[0].last + _REACH)
    for j in range(named[0].last, last):
        if is_cut(told, j):
            return []
        office = office_at(told, j, told.last)
        if office is not None and (
            office[0] > j or told.analysis.cursor.norm(j) in accusative_offices()
        ):
            first, stop, _ = office
            person = named_by(*named)
            row = appointment(told, person, (first, stop), told.token, stop, listed=False)
            row.arguments["organization"] = row.arguments["organization"] or _joined(
                told, named[0].last, first
            )
            return [row]
    return []


def _joined(told: Told, first: int, last: int) -> Argument | None:
    """Return the body that somebody joins: انضم إلى بنك السنابل."""
    named = mention_in(told, first, last, ("organization",))
    if named is None or told.analysis.cursor.norm(named[0].first - 1) not in leading("joined"):
        return None
    return named_by(*named)
