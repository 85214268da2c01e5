"""The word that names an edge before an expression: نهاية, مطلع, mid, early."""

from __future__ import annotations

from arnlp.dates.atoms import DASHES, Atom
from arnlp.dates.words import is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND, BY, TO

_EDGES = ("start", "middle", "late", "end")


def take_edges(cursor: Cursor, atoms: list[Atom]) -> list[Atom]:
    """Let expressions take the word that names an edge before them, where none before has it."""
    done = 0
    for atom in atoms:
        _take_edge(cursor, atom, done)
        done = atom.last
    return atoms


def _take_edge(cursor: Cursor, atom: Atom, done: int) -> None:
    """Take the word that names an edge before an atom: نهاية, مطلع, mid, early."""
    i = atom.first - 1
    if (cursor.norm(i) in DASHES and cursor.is_adjacent(atom.first)) or is_link(
        cursor, i, "the"
    ):  # mid-August
        i -= 1
    if i < done or atom.grain in ("time", "set", "same", "holiday", "duration") or atom.between:
        return
    if not is_date_word(cursor, i, *_EDGES) or cursor.entries[i].led & ~(AND | BY | TO):
        return
    sense = cursor.entries[i].senses[S.DATE_WORD]
    if atom.grain == "day" and sense.role != "end":
        return
    atom.edge, atom.first = sense.role, i
    if is_link(cursor, i - 1, "the") and i - 1 >= done:
        atom.first = i - 1
