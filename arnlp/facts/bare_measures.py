"""Measures that say nothing by themselves: a bare value or total, prices that figures are told at."""

from __future__ import annotations

from typing import Any

from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.continuity import Chosen
from arnlp.facts.figure import Figure
from arnlp.facts.predicates import direction_of, words
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import bare, verb_lemma
from arnlp.syntax.tree import Tree


def named_by(
    candidates: Candidates,
    figure: Figure,
    chosen: Candidate,
    found: list[Candidate],
    column: Any,
    before: Chosen,
) -> Candidate | None:
    """Return what a bare measure is of: with a value of 3 million, reaching a total of 200 visitors.

    That is the counted noun, the noun that it hangs on, or the measure of the figure before in its
    sentence; None where the measure says what it is of, or nothing else does.
    """
    if chosen.sentence < 0 or not _is_bare(candidates, chosen):
        return None
    tree = candidates.sentences.trees[chosen.sentence]
    if not tree.words[chosen.head][0].isascii():
        return None  # of Arabic ones the genitive tells it: قيمة الصادرات
    counted = [one for one in found if "counted" in one.how and not _is_bare(candidates, one)]
    if counted and figure.quantity.kind == "count":
        return max(counted, key=lambda one: one.end)
    shape = candidates.sentences.syntax(chosen.sentence).shape
    above = shape.heads[chosen.head]
    if above >= 0 and shape.functions[chosen.head] == "nmod":
        governing = [
            (float(weight), i)
            for i, (one, weight) in enumerate(zip(found, column, strict=True))
            if (one.sentence, one.head) == (chosen.sentence, above) and weight > 0
        ]
        if governing and not _is_bare(candidates, found[max(governing)[1]]):
            return found[max(governing)[1]]
    place = candidates.place(figure.quantity)
    return before.measure(place.number) if place is not None else None


def _is_bare(candidates: Candidates, one: Candidate) -> bool:
    """Tell whether all nouns of a phrase only say that something is measured: total value."""
    if one.sentence < 0 or one.first < 0:
        return False
    tree = candidates.sentences.trees[one.sentence]
    said = [
        bare(tree.readings[w].lemma) for w in range(one.first, one.stop) if tree.pos[w] != "DET"
    ]
    return bool(said) and all(lemma in words("bare") for lemma in said)


def measures_nothing(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a phrase can be no measure of a figure: prices it is told at, an adjective of its move."""
    if one.sentence < 0:
        return False
    tree = candidates.sentences.trees[one.sentence]
    return (
        _is_price_basis(tree, one)
        or _is_of_move(candidates, figure, one)
        or _is_aside(candidates, figure, one)
    )


def owns_measure(candidates: Candidates, figure: Figure, number: int, one: Candidate) -> bool:
    """Tell whether a figure of a sentence can be of a phrase: not of prices it is told at, nor carried of a paper.

    A survey has figures of its own where its sentence tells them; a city that only the dateline names has none.
    """
    if one.sentence < 0:
        return True
    tree = candidates.sentences.trees[one.sentence]
    if _is_price_basis(tree, one) or _is_aside(candidates, figure, one):
        return False
    if one.sentence != number and bare(tree.readings[one.head].lemma) in words("papers"):
        return False
    entity, dateline = one.entity, candidates.analysis.dateline
    if entity is None or dateline is None or entity.type != "place" or entity is candidates.home:
        return True
    return not all(dateline.start <= mention.start < dateline.end for mention in entity.mentions)


def _is_price_basis(tree: Tree, one: Candidate) -> bool:
    """Tell whether a phrase is the prices that a figure is told at: at constant prices, بالأسعار الثابتة."""
    if bare(tree.readings[one.head].lemma) not in words("priced"):
        return False
    near = range(max(0, one.head - 2), min(len(tree.words), one.head + 2))
    return any(bare(tree.readings[w].lemma) in words("pricing") for w in near)


def _is_aside(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a phrase stands in an aside that closes before the verb of a figure.

    Throughput, including bulk and cargo, rose by 8%; deposits, which are two thirds of all funds, rose by 1%.
    """
    place = candidates.place(figure.quantity)
    if place is None or place.number != one.sentence or one.stop > place.first:
        return False
    tree = candidates.sentences.trees[one.sentence]
    opens = any(
        tree.words[k].lower() in words("aside_openers") and tree.words[k - 1] == ","
        for k in range(1, one.head)
    )
    return opens and any(
        tree.words[k] == ","
        and tree.pos[k + 1] in ("VERB", "AUX")
        and tree.words[k + 1][0].isascii()
        for k in range(one.stop, place.first - 1)
    )


def _is_of_move(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a word only tells how large the figure's move is: a significant rise of 3%."""
    if one.stop - one.first != 1 or one.sentence < 0 or figure.direction is None:
        return False
    tree = candidates.sentences.trees[one.sentence]
    if (
        one.stop >= len(tree.words)
        or one.first < 1
        or tree.words[one.first - 1].lower() not in ("a", "an")
    ):
        return False
    moves = direction_of(verb_lemma(tree, one.stop)) == figure.direction
    known = candidates.nouns.mask(one.sentence, one.head) & (S.NOUN | S.MEASURE)
    return moves and not known
