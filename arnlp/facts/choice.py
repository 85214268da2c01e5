"""Which candidates fill the arguments of a figure: the likeliest, where they are likely enough.

A phrase and the longer one that it stands in speak for each other: what counts is how likely all of
those are together that say the same.
"""

from __future__ import annotations

from typing import Any

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.asked import Asked, asked_of, beside
from arnlp.facts.bare_measures import measures_nothing, owns_measure, what_is_measured
from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.continuity import Chosen
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.predicates import direction_of
from arnlp.facts.predicates import words as light
from arnlp.facts.ranker import FIELDS, Ranker, ranker
from arnlp.facts.sameness import Content, content
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.syntax.lemmas import bare, verb_lemma

_REACH = 250  # characters from a figure within which its measure is part of its evidence
_UNLIKELY = 0.003  # shares that do not count
_CHAIN = 4  # words before a phrase in which what it is a genitive of may start
_KINDS = ("count", "money", "percent", "measure", "rank", "duration")


def choose_arguments(
    cursor: Cursor, analysis: Analysis, figures: list[Figure], network: Ranker | None = None
) -> list[Figure]:
    """Fill measure, subject, group, place and source of the figures of a text; return all of them."""
    if not figures:
        return figures
    network = network or ranker()
    candidates = Candidates(analysis, analysis.wording.sentences)
    before = Chosen(cursor.tagged.text, candidates.paragraphs)
    for figure in figures:
        asked = asked_of(candidates, figure, before)
        if asked is not None:
            before.note(asked.view.number, _fill(candidates, figure, asked, network, before))
            if asked.view.frame is not None:
                figure.rule = f"{figure.rule.partition('.')[0]}.{asked.view.frame.name}"
    return figures


def _fill(
    candidates: Candidates, figure: Figure, asked: Asked, network: Ranker, before: Chosen
) -> dict[str, Candidate | None]:
    """Fill the arguments of a figure; return the candidates that do."""
    text = candidates.analysis.cursor.tagged.text
    found = asked.found
    same = alike(asked.words)
    sums = network.sums(asked.features, asked.common)
    shares = network.shares(sums)
    column = shares[:-1, 0] * [fits_measure(asked.view, one) for one in found]
    best, weight = best_of(same, column)
    told: list[float] = _told(weight, network.floors[0], shares[-1, 0])
    if weight >= network.floors[0] and not (figure.firm and figure.measure):
        best = _governing(candidates, figure, found, column, best)
        chosen = found[_whole(candidates, figure, found, best)]
        fuller = what_is_measured(asked.view, chosen, found, column, before)
        figure.measure = argument_of(candidates.analysis, fuller or chosen)
    measure = figure.measure  # else what the clause's own words give
    _cover(text, figure)
    filled: dict[str, Candidate | None] = {"measure": None}
    if measure is not None:
        filled["measure"] = candidates.named(measure.start, measure.end, None)
    said = content(text[measure.start : measure.end]) if measure is not None else frozenset()
    sums += network.sums(beside(asked, filled["measure"], said))
    shares = network.shares(sums, beside=True)
    owns = [owns_measure(asked.view, one) for one in found]
    for field, name in enumerate(FIELDS[1:], 1):
        own = shares[:-1, field] * owns if name in ("subject", "group") else shares[:-1, field]
        best, weight = best_of(same, own)
        told += _told(weight, network.floors[field], shares[-1, field])
        filled[name] = found[best] if weight >= network.floors[field] else None
        argument = argument_of(candidates.analysis, found[best]) if filled[name] else None
        setattr(figure, name, argument)
    if figure.measure is None and figure.relation == "by" and figure.subject is not None:
        if figure.subject.entity is None:  # maritime traffic witnessed an increase of 6%
            figure.measure, filled["measure"] = figure.subject, filled["subject"]
    figure.confidence = network.confidence(told_of(figure, told))
    return filled


def _told(weight: float, floor: float, nothing: float) -> list[float]:
    """Return how likely a field is filled right, or null."""
    return [weight, 0.0] if weight >= floor else [0.0, float(nothing)]


def _cover(text: str, figure: Figure) -> None:
    """Let the evidence take in the measure where it stands near, in the same line."""
    measure = figure.measure
    if measure is not None and abs(measure.start - figure.quantity.start) < _REACH:
        low, high = sorted((measure.start, figure.evidence[0][0]))
        if "\n" not in text[low:high]:
            figure.cover(measure.start, measure.end)


def _governing(
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


def _whole(candidates: Candidates, figure: Figure, found: list[Candidate], best: int) -> int:
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
            and not _is_move(candidates, figure, one)
        ):
            best = i
    return best


def told_of(figure: Figure, told: list[float]) -> list[float]:
    """Return what tells how sure a row is: of each field how likely it is, filled or null; its kind."""
    kinds = [float(figure.quantity.kind == kind) for kind in _KINDS]
    filled = [float(told[0] > 0), float(told[2] > 0), told[0] * told[2]]
    timed = [
        float(figure.period is not None),
        float(figure.carried),
        float(figure.type == "change"),
    ]
    return [*told, *kinds, *filled, *timed]


def best_of(same: Any, column: Any) -> tuple[int, float]:
    """Return the likeliest candidate, and how likely it is with those that say the same.

    ``same`` tells of each pair of candidates whether they do (1 or 0).
    """
    likely = column * (column > _UNLIKELY)
    together = same @ likely
    best = int((together * likely**0.5).argmax())
    return best, float(together[best])


def alike(words: list[Content]) -> Any:
    """Return of each pair of candidates whether they say the same, by their content words: 1 or 0."""
    import numpy as np

    number: dict[str, int] = {}
    rows = [row for row, said in enumerate(words) for _ in said]
    columns = [number.setdefault(word, len(number)) for said in words for word in said]
    held = np.zeros((len(words), len(number)), np.float32)
    held[rows, columns] = 1
    shared = held @ held.T
    size = held.sum(axis=1)
    both, least = size[:, None] + size[None, :], np.minimum(size[:, None], size[None, :])
    found = (shared > 0) & ((shared == least) | (4 * shared >= both))
    return found.astype(np.float32)


def fits_measure(view: View, one: Candidate) -> bool:
    """Tell whether a phrase can be what is measured: a noun phrase without a verb or figure in it.

    A noun of a move alone (بانخفاض), or one that the figure's direction comes from, measures nothing;
    what it is of does.
    """
    if one.sentence < 0:
        return True
    candidates, figure = view.candidates, view.figure
    if _is_move(candidates, figure, one) or measures_nothing(view, one):
        return False
    if "ruled" in one.how:
        return True
    syntax = candidates.sentences.syntax(one.sentence)
    tree, functions = syntax.tree, syntax.shape.functions
    if tree.pos[one.head] == "ADP":
        return False
    lemma = bare(tree.readings[one.head].lemma)
    if lemma in light("basis"):
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
    if direction_of(verb_lemma(tree, one.head)) is None:
        return True
    return one.stop - one.first > 1 and figure.direction is None and figure.type != "target"


def _is_move(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a phrase is headed by the noun of the figure's move: what ارتفاع الإنتاج is of moved."""
    if figure.mover < 0 or one.stop - one.first == 1:
        return False
    nouns = candidates.nouns
    if (
        not nouns.token(one.sentence, one.head)
        <= figure.mover
        <= nouns.token(one.sentence, one.stop - 1)
    ):
        return False
    tree = candidates.sentences.trees[one.sentence]
    return direction_of(verb_lemma(tree, one.head)) == figure.direction


def argument_of(analysis: Analysis, candidate: Candidate) -> Argument:
    """Return a candidate as an argument, with the entity that it names."""
    entity: Entity | None = candidate.entity
    if entity is None:
        tokens = analysis.cursor.tagged.token_range(candidate.start, candidate.end)
        for mention, named in analysis.index.named_between(max(0, tokens[0] - 1), tokens[1]):
            if mention.start <= candidate.start + 2 and abs(mention.end - candidate.end) <= 2:
                entity = named
    return Argument(candidate.start, candidate.end, entity)
