"""Parties of an agreement that do not stand where its verb has them."""

from __future__ import annotations

from arnlp.facts.body_lists import bodies_from
from arnlp.facts.deed_table import leading
from arnlp.facts.figure import Argument
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.syntax.phrases import Phrase

BOTH = 2  # parties of an agreement, at least
_FAR = 24  # tokens from what it is to do to a party


def behind_aim(
    told: Told, parties: list[Argument], aim: tuple[int, tuple[int, int]]
) -> tuple[list[Argument], tuple[int, tuple[int, int]] | None]:
    """Return the parties that between leads to behind what is agreed, and what stands before: في مجال النقل بين."""
    cursor = told.analysis.cursor
    for j in range(aim[0] + 2, min(told.last, aim[0] + _FAR)):
        beside = cursor.norm(j - 1) in leading("beside")
        if beside or cursor.norm(j) not in leading("between_parties") or told.is_parted(j):
            continue
        found = once(parties + bodies_from(told, j + 1, min(told.last, j + _FAR))[0])
        start, end = aim[1][0], min(aim[1][1], cursor.tagged.ends[j - 1])
        if len(found) < BOTH or start >= end:
            break
        return found, (aim[0], (start, end))
    return parties, aim


def shared(told: Told, doer: Phrase) -> list[Argument]:
    """Return who signs where the tree has the paper as a subject: of the clause that it is joined to."""
    clauses, cursor = told.syntax.clauses, told.analysis.cursor
    clause = told.clause
    if clause is None or clause.parent < 0 or clause.function != "conjunct":
        return []
    above = clauses[clause.parent]
    paper = cursor.mask(told.token_at(doer.head)) & S.PAPER
    if not paper or above.subject is None or above.subject.clausal or above.subject.pronoun:
        return []
    return bodies_from(told, told.token_at(above.subject.core_first), told.token)[0]


def ahead(told: Told) -> list[Argument]:
    """Return the bodies that stand as a subject before an Arabic verb: وزارة الصحة وجامعة نزوى يوقعان."""
    shape = told.syntax.shape
    for word in shape.children[told.word]:
        if word < told.word and shape.functions[word] == "nsubj":
            first = told.token_at(told.syntax.spans.phrase(word).core_first)
            return bodies_from(told, first, told.token)[0]
    return []


def once(found: list[Argument]) -> list[Argument]:
    """Return parties without those that are told again."""
    out: list[Argument] = []
    for party in found:
        if any(
            (p.start < party.end and party.start < p.end)
            or (party.entity is not None and p.entity is party.entity)
            for p in out
        ):
            continue
        out.append(party)
    return out
