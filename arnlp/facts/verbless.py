"""Headlines without a verb that tell of an agreement: اتفاقية تعاون بين هيئة وجامعة."""

from __future__ import annotations

from collections.abc import Iterator

from arnlp.facts.analysis import Analysis
from arnlp.facts.deed_table import leading
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.syntax.clauses import Syntax

_REACH = 6  # tokens from a paper to whom it is between
_VERBS = frozenset(("VERB", "AUX"))


def opens_with_paper(analysis: Analysis, first: int, last: int) -> bool:
    """Tell whether a sentence opens with a paper without an article, between some, that is no mere prospect."""
    cursor = analysis.cursor
    entry = cursor.entries[first]
    if not entry.mask & S.PAPER or entry.definite or entry.led or cursor.is_latin(first):
        return False
    if first + 1 < last and cursor.entries[first + 1].definite:
        return False  # اتفاق الرياض
    for j in range(first + 1, min(last, first + _REACH)):
        if cursor.norm(j) in leading("prospect"):
            return False
        if cursor.norm(j) in leading("between_parties"):
            return cursor.norm(last - 1) != "؟"
    return False


def verbless(analysis: Analysis, syntax: Syntax, first: int, last: int) -> Iterator[Told]:
    """Find the paper that a sentence without a verb opens with, as what was signed."""
    tree = syntax.tree
    token = analysis.cursor.tagged.token_at(tree.starts[0])
    if token != first or tree.pos[0] != "NOUN" or not _VERBS.isdisjoint(tree.pos):
        return
    if opens_with_paper(analysis, first, last):
        yield Told(analysis, syntax, 0, "sign", None, token, first, last, voice="noun")
