"""Words and clauses of a tree as the models that people get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arnlp.syntax.clause import Clause as Found
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.marked import Marked, offsets
from arnlp.syntax.phrases import Phrase
from arnlp.syntax.tree import Tree
from arnlp.text import chars
from arnlp.text.tokens import cut

if TYPE_CHECKING:
    from arnlp.model.base import Span
    from arnlp.model.words import Clause, ClauseArgument, Word

_KINDS = {"participle": "verbal"}


def words_out(text: str, tree: Tree) -> list[Word]:
    """Return the words of a tree as models."""
    return [word_out(text, tree, word) for word in range(len(tree.words))]


def word_out(text: str, tree: Tree, word: int) -> Word:
    """Return a word of a tree as a model; ``text`` is what the tree's offsets refer to."""
    from arnlp.model.words import Word

    reading = tree.readings[word]
    start, end = tree.starts[word], tree.ends[word]
    return Word.trusted(
        {
            "start": start,
            "end": end,
            "text": text[start:end],
            "lemma": reading.lemma,
            "lemma_bare": chars.strip_marks(reading.lemma).replace("ٱ", "ا"),
            "verb": reading.verb,
            "pos": tree.pos[word],
            "features": dict(reading.bundle.features) if reading.pos == tree.pos[word] else {},
            "clitics": _clitics(tree, word),
        }
    )


def _clitics(tree: Tree, word: int) -> list[Any]:
    from arnlp.model.words import PlacedClitic

    reading = tree.readings[word]
    start = tree.starts[word]
    written = tree.words[word]
    found: list[tuple[str, str, str, dict[str, str], int, int]] = []
    letters = 0
    whole = len(reading.chain.written)
    for clitic in reading.chain.clitics:
        # لل is ل and the article: the article has the letter that is left of it
        size = len(clitic.form)
        if clitic.kind == "article":
            size = whole - letters
        first, last = start + cut(written, letters), start + cut(written, letters + size)
        letters += size
        found.append((clitic.form, clitic.lemma, clitic.upos, {}, first, last))
    if reading.enclitic:
        behind = reading.enclitic
        end = tree.ends[word]
        found.append(
            (behind.form, behind.lemma, behind.bundle.pos, dict(behind.bundle.features),
             max(start, end - len(behind.form)), end)
        )  # fmt: skip
    return [
        PlacedClitic.trusted(
            {"text": form, "lemma": lemma, "pos": pos, "features": features, "start": a, "end": b}
        )
        for form, lemma, pos, features, a, b in found
    ]


def clauses_out(text: str, syntax: Syntax, before: int = 0) -> list[Clause]:
    """Return the clauses of a sentence as models, in the order of their predicates.

    ``before`` is how many clauses of sentences before it stand in the same list.
    """
    return [_clause(text, syntax, clause, before) for clause in syntax.clauses]


def _clause(text: str, syntax: Syntax, clause: Found, before: int) -> Clause:
    from arnlp.model.words import Clause

    start, end = offsets(syntax.shape, clause.first, clause.stop)
    noun = None if clause.noun < 0 else syntax.spans.phrase(clause.noun)
    return Clause.trusted(
        {
            "start": start,
            "end": end,
            "text": text[start:end],
            "predicate": word_out(text, syntax.tree, clause.predicate),
            "kind": _KINDS.get(clause.kind, clause.kind),
            "subject": _span(text, syntax, clause.subject),
            "object": _span(text, syntax, clause.object),
            "arguments": [_argument(text, syntax, found) for found in clause.arguments],
            "noun": _span(text, syntax, noun),
            "negated": clause.negated,
            "tense": clause.tense,
            "voice": clause.voice,
            "introduced_by": clause.introduced_by or None,
            "function": clause.function,
            "parent": None if clause.parent < 0 else clause.parent + before,
        }
    )


def _span(text: str, syntax: Syntax, phrase: Phrase | None) -> Span | None:
    from arnlp.model.base import Span

    if phrase is None:
        return None
    start, end = offsets(syntax.shape, phrase.first, phrase.stop)
    return Span.trusted({"start": start, "end": end, "text": text[start:end]})


def _argument(text: str, syntax: Syntax, found: Marked) -> ClauseArgument:
    from arnlp.model.words import ClauseArgument

    start, end = offsets(syntax.shape, found.phrase.first, found.phrase.stop)
    pronoun = found.phrase.pronoun and syntax.tree.pos[found.phrase.head] != "PRON"
    if pronoun and syntax.shape.arabic:
        start = _enclitic_start(syntax.tree, found.phrase.head)
    return ClauseArgument.trusted(
        {"marker": found.marker, "start": start, "end": end, "text": text[start:end]}
    )


def _enclitic_start(tree: Tree, word: int) -> int:
    enclitic = tree.readings[word].enclitic
    size = len(enclitic.form.strip(chars.TATWEEL)) if enclitic else 0
    return max(tree.starts[word], tree.ends[word] - size)
