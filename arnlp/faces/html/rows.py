"""The facts of a release as rows of a table: each cell a list of links into the text, or of words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arnlp.faces.html.marks import Item, is_sound
from arnlp.faces.html.sides import Side, side_of
from arnlp.faces.wording import change, previous, value

_WHAT = ("measure", "what", "name", "kind", "role")
_WHOM = ("subject", "group", "place", "person", "by", "organization", "organiser")
_WHEN = ("period", "date", "from", "to")
_SAID = ("source", "speaker")
_MOST_EVIDENCE = 5
_MOST_LETTERS = 160


class Cell(NamedTuple):
    """Words in a cell: what they are (null where the column says it), and where they stand in the text."""

    text: str
    side: Side
    label: str | None = None
    anchor: str | None = None
    worth: str = ""


@dataclass(slots=True)
class Row:
    """A fact for people."""

    id: str
    type: str
    modality: str
    confidence: float
    rule: str
    value: str
    change: str
    what: list[Cell]
    whom: list[Cell]
    when: list[Cell]
    said: list[Cell]
    evidence: list[Cell]


def rows_of(release: Item) -> Iterator[Row]:
    """Yield the facts of a release (dumped) as rows.

    >>> from arnlp import extract
    >>> (row,) = rows_of(extract("Exports rose by 5% in 2024.").model_dump(mode="json"))
    >>> row.value, row.change, row.what[0].text, row.when[0].worth
    ('5%', 'increase by', 'Exports', '2024')
    """
    for fact in release["facts"]:
        yield Row(
            id=fact["id"],
            type=fact["type"],
            modality="" if fact["modality"] == "asserted" else fact["modality"],
            confidence=fact["confidence"],
            rule=fact["rule"],
            value=value(fact),
            change=change(fact),
            what=_what(fact),
            whom=_cells(fact, _WHOM, ("subject", "person", "by")) + _parties(fact),
            when=_when(fact),
            said=_cells(fact, _SAID, _SAID),
            evidence=[_cell(part) for part in fact["evidence"][:_MOST_EVIDENCE]],
        )


def shortened(text: str, most: int = _MOST_LETTERS) -> str:
    """Return a text on one line, cut between words where it is long: the page has the whole of it.

    >>> shortened("one two  three", 8)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rpartition(' ')[0] or line[:most]} …"


def _what(fact: Item) -> list[Cell]:
    cells = _cells(fact, _WHAT, _WHAT)
    words = fact.get("text")  # of a statement or a description: mostly what the evidence has
    if isinstance(words, str) and words not in (part["text"] for part in fact["evidence"]):
        cells.append(Cell(shortened(words), side_of(words)))
    return cells


def _parties(fact: Item) -> list[Cell]:
    return [_cell(party) for party in fact.get("parties") or ()]


def _when(fact: Item) -> list[Cell]:
    """Return the times of a fact with what they are worth, and what a figure is compared with."""
    cells = []
    for name in _WHEN:
        if part := fact.get(name):
            worth = part["edtf"] or ""
            label = None if name in ("period", "date") else name
            cells.append(_cell(part, label, worth))
    if level := fact.get("previous"):
        cells.append(_cell(level, "compared", previous(level)))
    return cells


def _cells(fact: Item, names: tuple[str, ...], plain: Container[str]) -> list[Cell]:
    """Return the arguments of these names; those that the column does not tell are labelled."""
    return [
        _cell(part, None if name in plain else name)
        for name in names
        if isinstance(part := fact.get(name), dict)
    ]


def _cell(part: Item, label: str | None = None, worth: str = "") -> Cell:
    anchor = f"{part['start']}-{part['end']}" if is_sound(part) else None
    return Cell(shortened(part["text"]), side_of(part["text"]), label, anchor, worth)
