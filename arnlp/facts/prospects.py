"""English figures that are expected or planned by what stands behind them, and what only compares with an expectation."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.clauses import is_relation
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_SMALL = 3  # small words between to be and its participle
_THAN = 6  # tokens from than to what was expected
_BEFORE = 6  # tokens from a verb that outdoes to what it outdoes


def prospect_of(cursor: Cursor, wording: Wording, be: int) -> str:
    """Return what is said of the subject of a form of to be: 500 jobs are expected, are to be created, is planned."""
    if cursor.norm(be) in words("is_to") and _leads_to_verb(wording, cursor, be + 1):
        return "planned"
    for k in range(be + 1, min(cursor.size, be + 1 + _SMALL)):
        norm = cursor.norm(k)
        leads = _leads_to_verb(wording, cursor, k + 1)
        if norm in words("may"):
            return "possible"
        if norm in words("plan") or (norm in words("due") and leads):
            return "planned" if norm not in words("held") or leads else ""
        if wording.pos(k) not in ("ADV", "PART", "AUX"):
            return ""
    return ""


def told_behind(cursor: Cursor, quantity: QuantityMention) -> str:
    """Return what a participle right behind a known figure says of it: above the 4% expected, the 500 MW planned."""
    if not any(cursor.norm(k) in words("known") for k in (quantity.first - 1, quantity.first - 2)):
        return ""
    norm = cursor.norm(quantity.last)
    return "possible" if norm in words("may") else "planned" if norm in words("plan") else ""


def is_to_do(cursor: Cursor, wording: Wording, verb: int) -> bool:
    """Tell whether something is to do what a verb tells: is to expand, are to be closed; but its job is to serve."""
    j = verb - 1 - (cursor.norm(verb - 1) in words("copula"))
    if wording.noun(j - 2) in words("duties") or is_of(wording.lemma(verb), "say"):
        return False
    return is_relation(cursor, j, "to") and cursor.norm(j - 1) in words("is_to")


def is_set_against(cursor: Cursor, j: int) -> bool:
    """Tell whether what is expected is only compared with: more than analysts had anticipated, as planned."""
    if cursor.norm(j - 1) in words("as_told"):
        return True
    for k in range(j - 1, max(-1, j - 1 - _THAN), -1):
        if cursor.mask(k) & (S.COMMA | S.END_MARK):
            return False
        if cursor.norm(k).rpartition(" ")[2] in words("thans"):
            return True
    return False


def is_outdone(cursor: Cursor, wording: Wording, aim: int, quantity: QuantityMention) -> bool:
    """Tell whether a figure tells by how much an aim was exceeded or missed: beat its target by 12%."""
    by = quantity.first - 1
    while by > aim and cursor.mask(by) & S.BOUND:
        by -= 1
    if not is_relation(cursor, by, "by"):
        return False
    before = range(max(0, aim - _BEFORE), aim)
    return any(wording.lemma(k) in words("outdoes") for k in before)


def _leads_to_verb(wording: Wording, cursor: Cursor, j: int) -> bool:
    return is_relation(cursor, j, "to") and wording.pos(j + 1) in ("VERB", "AUX")
