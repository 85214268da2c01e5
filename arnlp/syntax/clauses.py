"""Clauses of a tree: each predicate with its subject, object and arguments."""

from __future__ import annotations

from dataclasses import replace

from arnlp.syntax.agreement import may_be_object, may_be_subject
from arnlp.syntax.attachment import attach, keep_times
from arnlp.syntax.clause import Clause
from arnlp.syntax.compound import accusative, with_inner
from arnlp.syntax.gaps import gapped
from arnlp.syntax.introduced import introduced_by
from arnlp.syntax.lemmas import NOMINAL, SMALL, verb_lemma
from arnlp.syntax.marked import Marked, marked
from arnlp.syntax.mending import mend
from arnlp.syntax.mending_english import mend_english, opens_with_pronoun
from arnlp.syntax.mending_light import mend_light
from arnlp.syntax.mending_partitives import mend_partitives
from arnlp.syntax.nouns import fill_noun, fill_support
from arnlp.syntax.openings import mend_openings
from arnlp.syntax.phrases import Spans, spans_of, stretch
from arnlp.syntax.predicates import kinds_of
from arnlp.syntax.shape import Shape, shape_of
from arnlp.syntax.sharing import share
from arnlp.syntax.topics import fill_topics
from arnlp.syntax.tree import Tree
from arnlp.syntax.verbs import describe

_FUNCTIONS = {
    "acl": "relative", "advcl": "adverbial", "conj": "conjunct", "ccomp": "complement",
    "xcomp": "complement", "csubj": "subject", "nsubj": "subject", "root": "root", "obl": "argument",
    "obj": "argument", "nmod": "argument", "iobj": "argument",
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBLIQUE = frozenset(
    {"obl", "nmod", "dep", "advcl", "xcomp", "ccomp", "obj", "nsubj", "iobj", "acl"}
)
_APART = frozenset({"conj", "parataxis", "cc", "list"})


class Syntax:
    """Phrases and clauses of a sentence; the clauses are read when they are first asked for.

    ``clauses`` are in the order of their predicates, gapped ones behind them; ``clause_of`` tells for each word the number of
    the clause that it stands in (of a predicate its own), -1 for none.
    """

    __slots__ = ("_found", "_kinds", "shape", "spans", "tree")

    def __init__(self, tree: Tree, shape: Shape, spans: Spans, kinds: list[str]) -> None:
        self.tree, self.shape, self.spans = tree, shape, spans
        self._kinds = kinds
        self._found: tuple[list[Clause], list[int]] | None = None

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence."""
        return (self._found or self._read())[0]

    @property
    def clause_of(self) -> list[int]:
        """For each word the number of the clause that it stands in, -1 for none."""
        return (self._found or self._read())[1]

    def _read(self) -> tuple[list[Clause], list[int]]:
        self._found = _clauses_of(self.shape, self.spans, self._kinds)
        return self._found


def syntax_of(tree: Tree) -> Syntax:
    """Read phrases and clauses off a tree."""
    shape = shape_of(tree)
    moved = attach(shape)
    if shape.arabic:
        moved |= keep_times(shape)
        moved |= mend_partitives(shape)
        moved |= mend_light(shape)
        moved |= mend(shape)
    if moved:
        shape.reorder()
    spans = spans_of(shape)
    if mend_openings(shape, spans) if shape.arabic else mend_english(shape, spans):
        shape.reorder()
        spans = spans_of(shape)
    kinds = kinds_of(shape, spans)
    spans.governs = [kind in ("verbal", "nominal") for kind in kinds]
    return Syntax(tree, shape, spans, kinds)


def _clauses_of(shape: Shape, spans: Spans, kinds: list[str]) -> tuple[list[Clause], list[int]]:
    """Return the clauses of a sentence, and for each word the number of its own; the tree stays as it is."""
    found: dict[int, Clause] = {}
    above: list[int] = [-1] * len(kinds)  # the predicate of the clause that each word stands in
    for word in shape.order:
        head = shape.heads[word]
        inherited = above[head] if head >= 0 else -1
        above[word] = word if kinds[word] else inherited
        if kinds[word]:
            found[word] = _clause(shape, spans, kinds, word)
    order = sorted(found)
    number = {word: at for at, word in enumerate(order)}
    clauses = [found[word] for word in order]
    for clause in clauses:
        head = shape.heads[clause.predicate]
        if head >= 0 and above[head] >= 0:
            clause.parent = number[above[head]]
    for word in shape.order:  # from the top: what is shared is known before it is handed on
        if word in found:
            share(shape, spans, clauses, found[word])
    for clause in clauses:
        fill_support(shape, spans, clause)
    fill_topics(shape, spans, clauses)
    clause_of = [number.get(word, -1) for word in above]
    for clause, word in gapped(shape, spans, clauses):
        first, stop = spans.yields[word]
        clause_of[first:stop] = [len(clauses)] * (stop - first)
        clauses.append(clause)
    return clauses, clause_of


def _clause(shape: Shape, spans: Spans, kinds: list[str], word: int) -> Clause:
    first, stop = spans.paired(*stretch(shape, spans, word, _APART))
    clause = Clause(word, kinds[word], verb_lemma(shape.tree, word), first, stop)
    clause.function = _FUNCTIONS.get(shape.functions[word], "parallel")
    clause.introduced_by = introduced_by(shape, spans, clause)
    describe(shape, clause)
    if clause.kind == "masdar":
        fill_noun(shape, spans, clause)
    for child in shape.children[word]:
        _place(shape, spans, kinds, clause, child)
    if clause.kind == "nominal":
        _place_itself(shape, spans, clause)
    if clause.kind != "masdar":
        _fill_core(shape, spans, kinds, clause)
    return clause


def _place(shape: Shape, spans: Spans, kinds: list[str], clause: Clause, child: int) -> None:
    """Put a child with a preposition, or an adverbial without, where it belongs."""
    function = shape.functions[child]
    pos = shape.tree.pos[child]
    if function not in _OBLIQUE or kinds[child] == "verbal" or not _touches(spans, clause, child):
        return
    if kinds[child] == "nominal" and function not in ("obl", "nmod"):
        return
    if pos not in NOMINAL and pos not in SMALL and pos != "ADV":
        return
    found = marked(shape, spans, child)
    if found:
        if found.marker != "of" or clause.kind != "verbal" or _is_beside(shape, clause, found):
            clause.arguments.append(with_inner(shape, spans, found))
    elif pos in SMALL:
        return
    elif shape.arabic and (found := accusative(shape, spans, child)):
        clause.arguments.append(found)
    elif function == "obl":
        clause.adverbials.append(spans.phrase(child))
    elif function == "xcomp" and not kinds[child] and clause.complement is None:
        clause.complement = spans.phrase(child)


def _touches(spans: Spans, clause: Clause, child: int) -> bool:
    """Tell whether a child stands in one stretch with its predicate: else arcs cross, one is wrong."""
    first, stop = spans.yields[clause.predicate]
    return first <= child < stop


def _is_beside(shape: Shape, clause: Clause, found: Marked) -> bool:
    """Tell whether no noun stands between a verb and a phrase with of: it would be of that noun."""
    between = range(clause.predicate + 1, min(found.words))
    return all(shape.tree.pos[word] not in ("NOUN", "PROPN") for word in between)


def _fill_core(shape: Shape, spans: Spans, kinds: list[str], clause: Clause) -> None:
    for child in shape.children[clause.predicate]:
        function = shape.functions[child]
        clausal = kinds[child] in ("verbal", "nominal")
        if not _touches(spans, clause, child):
            continue
        if function in _SUBJECTS and clause.subject is None:
            if clausal or may_be_subject(shape, spans, clause, child):
                clause.subject = spans.phrase(child, clausal=clausal)
                clause.subject_by = "own"
        elif function == "obj" and clause.object is None:
            if clausal or may_be_object(shape, spans, clause, child):
                clause.object = spans.phrase(child, clausal=clausal)
    if clause.subject is None and not shape.arabic:
        for child in shape.left(clause.predicate):
            if shape.functions[child] in ("aux", "cop") and opens_with_pronoun(shape, child):
                clause.subject = replace(spans.phrase(child), pronoun=True)
                clause.subject_by = "own"


def _place_itself(shape: Shape, spans: Spans, clause: Clause) -> None:
    """Tell what a preposition that is a predicate governs: لديهم, من الإنصاف."""
    word = clause.predicate
    if shape.tree.pos[word] in SMALL:
        found = marked(shape, spans, word)
        if found:
            clause.arguments.append(found)
