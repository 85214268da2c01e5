"""Measures that say nothing by themselves: a bare value or total, prices that figures are told at."""

from __future__ import annotations

from typing import Any

from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.continuity import Chosen
from arnlp.facts.figure import Figure
from arnlp.facts.phrase_ends import BY_CLITIC
from arnlp.facts.predicates import direction_of, noun_direction, words
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import bare, is_masdar, preposition, verb_lemma
from arnlp.syntax.tree import Tree


def what_is_measured(
    view: View, chosen: Candidate, found: list[Candidate], column: Any, before: Chosen
) -> Candidate | None:
    """Return what a bare measure is of: with a value of 3 million, reaching a total of 200 visitors.

    That is the counted noun, the noun that it hangs on, or the measure of the figure before in its
    sentence; None where the measure says what it is of, or nothing else does.
    """
    if not _is_bare(view, chosen):
        return None
    syntax = view.candidates.sentences.syntax(chosen.sentence)
    if syntax.tree.readings[chosen.head].enclitic is not None:
        return None  # قيمتها: what it is of stands before
    counted = [one for one in found if "counted" in one.how and not _is_bare(view, one)]
    if counted and view.quantity.kind == "count":
        return max(counted, key=lambda one: one.end)
    above = syntax.shape.heads[chosen.head]
    if above >= 0 and syntax.shape.functions[chosen.head] == "nmod":
        governing = [
            (float(weight), i)
            for i, (one, weight) in enumerate(zip(found, column, strict=True))
            if (one.sentence, one.head) == (chosen.sentence, above) and weight > 0
        ]
        if governing and not _is_bare(view, best := found[max(governing)[1]]):
            return best
    return before.measure(view.number)


def _is_bare(view: View, one: Candidate) -> bool:
    """Tell whether all nouns of a phrase only say that something is measured: total value."""
    if one.sentence < 0 or one.first < 0:
        return False
    tree = view.candidates.sentences.trees[one.sentence]
    said = [
        bare(tree.readings[w].lemma) for w in range(one.first, one.stop) if tree.pos[w] != "DET"
    ]
    return bool(said) and all(lemma in words("bare") for lemma in said)


def measures_nothing(view: View, one: Candidate) -> bool:
    """Tell whether a phrase can be no measure of a figure: prices it is told at, an adjective of its move, how near.

    Nor can a noun that only says again what was done: it closed with a closing at 0.61.
    """
    if one.sentence < 0:
        return False
    tree = view.candidates.sentences.trees[one.sentence]
    if bare(tree.readings[one.head].lemma) in words("approximate"):  # ما بين 20 و45
        return True
    if _says_again(view, tree, one):  # أغلق بإغلاق 0.61
        return True
    return _is_price_basis(tree, one) or _is_of_move(view, tree, one) or _is_aside(view, one)


def _says_again(view: View, tree: Tree, one: Candidate) -> bool:
    """Tell whether a noun of action with ب right before the figure is of a verb or noun that stood before it."""
    if one.sentence != view.number or one.stop != view.first or one.stop - one.first != 1:
        return False
    reading, verb = tree.readings[one.head], verb_lemma(tree, one.head)
    if not is_masdar(reading) or preposition(reading) != BY_CLITIC:
        return False
    return any(verb_lemma(tree, word) == verb for word in range(one.head))


def owns_measure(view: View, one: Candidate) -> bool:
    """Tell whether a figure can be of a phrase: not of prices it is told at, a move, nor carried of a paper.

    A survey has figures of its own where its sentence tells them; a city that only the dateline names has none.
    """
    if one.sentence < 0:
        return True
    candidates = view.candidates
    tree = candidates.sentences.trees[one.sentence]
    if _is_price_basis(tree, one) or _is_aside(view, one):
        return False
    if _is_move_alone(tree, one) or heads_move(candidates, view.figure, one):
        return False
    if one.sentence != view.number and bare(tree.readings[one.head].lemma) in words("papers"):
        return False
    entity, dateline = one.entity, candidates.analysis.dateline
    if entity is None or dateline is None or entity.type != "place" or entity is candidates.home:
        return True
    return not all(dateline.start <= mention.start < dateline.end for mention in entity.mentions)


def heads_move(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a phrase is headed by the noun of the figure's move: what ارتفاع الإنتاج is of moved."""
    if figure.mover < 0 or one.sentence < 0 or one.stop - one.first == 1:
        return False
    token = candidates.nouns.token
    if not token(one.sentence, one.head) <= figure.mover <= token(one.sentence, one.stop - 1):
        return False
    tree = candidates.sentences.trees[one.sentence]
    return direction_of(verb_lemma(tree, one.head)) == figure.direction


def _is_move_alone(tree: Tree, one: Candidate) -> bool:
    """Tell whether a phrase is the noun of a move alone: the rise was due to housing."""
    nouns = [w for w in range(one.first, one.stop) if tree.pos[w] in ("NOUN", "PROPN")]
    return nouns == [one.head] and noun_direction(verb_lemma(tree, one.head)) is not None


def _is_price_basis(tree: Tree, one: Candidate) -> bool:
    """Tell whether a phrase is the prices that a figure is told at: at constant prices, بالأسعار الثابتة."""
    if bare(tree.readings[one.head].lemma) not in words("priced"):
        return False
    near = range(max(0, one.head - 2), min(len(tree.words), one.head + 2))
    return any(bare(tree.readings[w].lemma) in words("pricing") for w in near)


def _is_aside(view: View, one: Candidate) -> bool:
    """Tell whether a phrase stands in an aside that closes before the verb of a figure.

    Throughput, including bulk and cargo, rose by 8%; deposits, which are two thirds of all funds, rose by 1%.
    """
    opened, closed = view.aside
    return one.sentence == view.number and opened < one.head and one.stop <= closed


def _is_of_move(view: View, tree: Tree, one: Candidate) -> bool:
    """Tell whether a word only tells how large the figure's move is: a significant rise of 3%."""
    direction = view.figure.direction
    if one.stop - one.first != 1 or direction is None:
        return False
    if not 1 <= one.first < one.stop < len(tree.words):
        return False
    if tree.words[one.first - 1].lower() not in words("indefinite"):
        return False
    known = view.candidates.nouns.mask(one.sentence, one.head) & (S.NOUN | S.MEASURE)
    return direction_of(verb_lemma(tree, one.stop)) == direction and not known
