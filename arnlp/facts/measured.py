"""Which candidates can be what a figure measures, and which of two that say the same is the whole of it."""

from __future__ import annotations

from typing import Any

from arnlp.facts.bare_measures import heads_move, measures_nothing
from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.figure import Figure
from arnlp.facts.predicates import noun_direction
from arnlp.facts.predicates import words as light
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import bare, verb_lemma

_CHAIN = 4  # words before a phrase in which what it is a genitive of may start


def governing(
    candidates: Candidates, figure: Figure, found: list[Candidate], column: Any, best: int
) -> int:
    """Return the noun of measure that the clause's own words give before what it counts or is of.

    Where عدد الحالات reached 84 حالة the number of cases is measured, in متوسط الدخل the average is.
    """
    ruled, chosen = figure.measure, found[best]
    place = candidates.sentences.word_at(ruled.start) if ruled is not None else None
    if ruled is None or place is None:
        return best
    led = figure.quantity.kind == "measure" and ruled.end + 1 == figure.quantity.start
    if not (led and candidates.nouns.sense(*place) == "dimension"):  # بطول 660 كم
        counted = "counted" not in chosen.how and chosen.end > ruled.end
        measures = candidates.nouns.mask(*place) & (S.MEASURE | S.QUANTITY_WORD)
        if not ruled.start < chosen.start or counted or not measures:
            return best
    same = [i for i, one in enumerate(found) if one.start == ruled.start and column[i] > 0]
    return max(same, key=lambda i: (float(column[i]), found[i].end), default=best)


def whole(candidates: Candidates, figure: Figure, found: list[Candidate], best: int) -> int:
    """Return the whole measure of which one was chosen: of الصادرات in قيمة الصادرات the value of them.

    The longer one starts with a noun that is made to carry figures, of which the other is the genitive.
    """
    chosen = found[best]
    told = candidates.nouns.sense(chosen.sentence, chosen.head) if chosen.sentence >= 0 else None
    if (
        told == "dimension" and chosen.stop - chosen.first == 1
    ):  # متوسط alone, where متوسط الدخل is there
        longer = [
            (one.stop, i)
            for i, one in enumerate(found)
            if (one.sentence, one.head, one.first) == (chosen.sentence, chosen.head, chosen.first)
            and one.stop > chosen.stop
        ]
        return min(longer)[1] if longer else best
    for i, one in enumerate(found):
        if (
            one.sentence == chosen.sentence >= 0
            and one.end == chosen.end
            and chosen.first - _CHAIN <= one.first < found[best].first
            and candidates.nouns.mask(one.sentence, one.head) & S.MEASURE
            and one.head == candidates.sentences.syntax(one.sentence).shape.heads[found[best].head]
            and not heads_move(candidates, figure, one)
        ):
            best = i
    return best


def fits_measure(view: View, one: Candidate) -> bool:
    """Tell whether a phrase can be what is measured: a noun phrase without a verb or figure in it.

    A noun of a move alone (بانخفاض), or one that the figure's direction comes from, measures nothing;
    what it is of does.
    """
    if one.sentence < 0:
        return True
    candidates, figure = view.candidates, view.figure
    if heads_move(candidates, figure, one) or measures_nothing(view, one):
        return False
    if "ruled" in one.how:
        return True
    syntax = candidates.sentences.syntax(one.sentence)
    tree, functions = syntax.tree, syntax.shape.functions
    if tree.pos[one.head] == "ADP":
        return False
    lemma = bare(tree.readings[one.head].lemma)
    if lemma in light("basis") or lemma in light("suffixes"):
        return False
    if (
        figure.quantity.kind == "money"
        and candidates.nouns.sense(one.sentence, one.head) == "dimension"
    ):
        return False
    if one.first > 0 and tree.words[one.first - 1] == "(":
        return False  # what it is in short: 60 million gallons (MIGD)
    inside = range(one.first, one.stop)
    if "counted" not in one.how and any(tree.words[w][0].isdigit() for w in inside):
        return False
    if any(
        tree.pos[w] == "VERB" and w != one.head and not functions[w].startswith("acl")
        for w in inside
    ):
        return False
    if noun_direction(verb_lemma(tree, one.head)) is None:
        return True
    return one.stop - one.first > 1 and figure.direction is None and figure.type != "target"
