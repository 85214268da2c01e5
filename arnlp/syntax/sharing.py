"""Subjects that stand elsewhere: of conjuncts, relative clauses, participles, complements."""

from __future__ import annotations

from arnlp.syntax.agreement import agrees
from arnlp.syntax.clause import Clause
from arnlp.syntax.introduced import relative_pronoun
from arnlp.syntax.lemmas import NOMINAL
from arnlp.syntax.phrases import Spans
from arnlp.syntax.shape import Shape

# What introduces complements that share their subject: تحاول أن تفعل, tries to do.
_CLOSE = frozenset({"", "أن", "لـ", "to"})
_OPEN = frozenset({"verbal", "nominal", "participle"})


def share(shape: Shape, spans: Spans, clauses: list[Clause], clause: Clause) -> None:
    """Give a clause the subject that it shares, and a relative clause its antecedent."""
    if clause.kind not in _OPEN:
        return
    word = clause.predicate
    head = shape.heads[word]
    if head < 0:
        return
    function = shape.functions[word]
    if function == "acl" or (clause.kind == "participle" and shape.tree.pos[head] in NOMINAL):
        if shape.tree.pos[head] in NOMINAL:
            _follow_antecedent(shape, spans, clause, head)
        return
    parent = clauses[clause.parent] if clause.parent >= 0 else None
    if parent is None or parent.predicate != head:
        return
    if function == "conj" and clause.kind == "verbal" and clause.tense is None:
        clause.tense = parent.tense  # would create and serve
    if clause.subject is not None or parent.subject is None or parent.kind not in _OPEN:
        return
    if function == "conj":
        _hand_on(shape, parent, clause, "shared")
    elif (function == "xcomp" and clause.introduced_by in _CLOSE) or (
        function == "advcl" and not _is_finite(shape, clause)
    ):
        _hand_on(shape, parent, clause, "control")


def _is_finite(shape: Shape, clause: Clause) -> bool:
    if clause.kind != "verbal":
        return clause.kind == "nominal"
    if shape.arabic:
        return True
    return clause.tense is not None


def _hand_on(shape: Shape, parent: Clause, clause: Clause, how: str) -> None:
    subject = parent.subject
    made_passive = how == "control" and (parent.voice, clause.voice) == ("active", "passive")
    if subject is None or made_passive:
        return
    if how == "control" and parent.object is not None and clause.kind == "verbal":
        if not shape.arabic and shape.functions[clause.predicate] == "xcomp":
            subject = parent.object
    if shape.arabic and not agrees(shape, clause, subject.head):
        return
    clause.subject, clause.subject_by = subject, how


def _follow_antecedent(shape: Shape, spans: Spans, clause: Clause, head: int) -> None:
    tree = shape.tree
    pronoun = relative_pronoun(shape, clause.predicate)
    if not shape.arabic and pronoun < 0 and clause.introduced_by:
        return  # the plan to cut, for cutting
    clause.antecedent = spans.phrase(head)
    if clause.subject is not None and clause.subject.head != pronoun:
        return
    if pronoun >= 0 and shape.functions[pronoun] not in ("nsubj", "mark", "dep", "det", "compound"):
        return
    if shape.arabic:
        object_pronoun = tree.readings[clause.predicate].enclitic is not None
        if object_pronoun and clause.subject is None:
            return
        if not agrees(shape, clause, head):
            return
    elif clause.subject is None and clause.tense is not None:
        return
    clause.subject, clause.subject_by = clause.antecedent, "antecedent"
