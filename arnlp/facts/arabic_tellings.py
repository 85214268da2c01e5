"""How Arabic tells of deeds: forms that are written like other verbs, and a paper beside the verb that signs it."""

from __future__ import annotations

from arnlp.facts.analysis import Analysis
from arnlp.facts.deed_table import markers
from arnlp.lexicon import senses as S
from arnlp.syntax.clause import Clause
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import bare


def is_paper_near(analysis: Analysis, clause: Clause | None, token: int) -> bool:
    """Tell whether what is signed stands right before a word, without an article, or behind one with a subject before."""
    entries = analysis.cursor.entries
    if token and entries[token - 1].mask & S.PAPER and not entries[token - 1].definite:
        return True
    subject = clause.subject if clause is not None and clause.subject_by == "own" else None
    before = clause is not None and subject is not None and subject.head < clause.predicate
    return before and token + 1 < len(entries) and bool(entries[token + 1].mask & S.PAPER)


def is_held(syntax: Syntax, word: int) -> bool:
    """Tell whether a form of قام is the passive of أقام: يقام, not يقوم and قام."""
    form = dict(syntax.tree.readings[word].bundle.features)
    return form.get("Aspect") == "Imp" and bare(syntax.tree.words[word]).endswith("قام")


def holds(syntax: Syntax, word: int) -> bool:
    """Tell whether what may be written as another verb is that of holding: يقيم is of أقام, قيم is not."""
    reading = syntax.tree.readings[word]
    if bare(reading.verb or reading.lemma) not in markers("imperfect"):
        return True
    return dict(reading.bundle.features).get("Aspect") == "Imp"
