"""The clause of a figure: where it starts, and its verb.

No parser: a clause starts behind a complementizer, a colon, or the comma before another verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.tokens import LATIN

MOVES = ("change_up", "change_down")
_WINDOW = 30  # tokens of a clause before its figure
_CLAUSE = S.VERB | S.COMPLEMENTIZER | S.COMMA | S.COLON | S.END_MARK | S.FUTURE


@dataclass(slots=True)
class Clause:
    """The clause of a figure, over a range of tokens; its verb is -1 where it has none."""

    first: int
    last: int
    verb: int = -1
    verb_class: str = ""
    moved: bool = False  # a verb of change stands in it
    aimed: bool = False
    future: bool = False


def is_relation(cursor: Cursor, i: int, role: str) -> bool:
    """Tell whether a token is a small word of a role: to, from, by, compared ..."""
    if not cursor.mask(i) & S.RELATION:
        return False
    return role in cursor.entries[i].senses[S.RELATION].value


def clause_of(cursor: Cursor, analysis: Analysis, quantity: QuantityMention) -> Clause:
    """Return the clause of a figure, read backwards from it."""
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
    floor = max(first, quantity.first - _WINDOW)
    dateline = analysis.dateline
    if dateline is not None and dateline.first <= floor < dateline.last:
        floor = dateline.last
    clause = Clause(floor, last)
    own = cursor.entries[quantity.first].senses.get(S.VERB)
    if own is not None and own.role in MOVES:  # doubled
        clause.verb, clause.verb_class, clause.moved = quantity.first, own.role, True
    masks = cursor.masks
    for j in range(quantity.first - 1, floor - 1, -1):
        mask = masks[j]
        if not mask & _CLAUSE:
            continue
        if mask & (S.COLON | S.END_MARK | S.COMPLEMENTIZER) or (
            mask & S.COMMA and _starts_clause(cursor, j + 1, clause.verb)
        ):
            clause.first = j + 1
            break
        if mask & (S.VERB | S.FUTURE):
            _note_verb(cursor, clause, j, mask)
    return clause


def _note_verb(cursor: Cursor, clause: Clause, j: int, mask: int) -> None:
    clause.future = clause.future or bool(mask & S.FUTURE)
    sense = cursor.entries[j].senses.get(S.VERB)
    role = sense.role if sense is not None else "other"
    if not is_verb(cursor, j, role):
        return
    clause.moved = clause.moved or role in MOVES
    clause.aimed = clause.aimed or role == "aim"
    if clause.verb < 0 or (clause.verb_class == "other" and role in (*MOVES, "reach")):
        clause.verb, clause.verb_class = j, role
    elif clause.verb_class == "reach" and role in MOVES and j == clause.verb - 1:
        clause.verb, clause.verb_class = j, role  # بانخفاض بلغ 2.3%


def is_verb(cursor: Cursor, j: int, role: str) -> bool:
    """Tell whether a word with a verb's sense is used as one here."""
    entry = cursor.entries[j]
    if entry.kind == LATIN:
        return role in MOVES or cursor.norm(j - 1) not in ("the", "a", "an", "of", "this")
    return not entry.definite or role in MOVES


def _starts_clause(cursor: Cursor, j: int, verb: int) -> bool:
    """Tell whether a new clause starts behind a comma: with a verb, a pronoun, a relative."""
    entry = cursor.entries[j]
    sense = entry.senses.get(S.STOP)
    if sense is not None and sense.role in ("pron", "rel", "aux", "conj"):
        return not cursor.is_and(j) and entry.norm not in ("or", "او")  # those go on with a list
    if entry.kind == LATIN:
        return verb > j or cursor.norm(j) == "with"
    return verb >= j


def is_auxiliary(cursor: Cursor, j: int) -> bool:
    """Tell whether an auxiliary stands at a token: has, will, قد."""
    sense = cursor.sense(j, S.STOP)
    return sense is not None and sense.role == "aux"
