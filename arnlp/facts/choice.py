"""Which candidates fill the arguments of a figure: the likeliest, where they are likely enough.

A phrase and the longer one that it stands in speak for each other: what counts is how likely all of
those are together that say the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.candidate_features import features_of
from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.predicates import direction_of
from arnlp.facts.predicates import words as light
from arnlp.facts.ranker import FIELDS, Ranker, ranker
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.syntax.lemmas import bare, verb_lemma
from arnlp.text.clitics import articled, written
from arnlp.text.view import normalize

Key = tuple[frozenset[str], ...]
_VERBAL = ("VERB", "AUX")
_LIST = 12  # tokens between two figures of a list
_REACH = 250  # characters from a figure within which its measure is part of its evidence
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
    for figure in figures:
        found = candidates.of(figure.quantity)
        if found:
            view = View(candidates, figure.quantity)
            features = [features_of(view, one) for one in found]
            shares = network.shares([*features, view.none()])
            _fill(candidates, figure, found, shares, network)
            if view.frame is not None:
                figure.rule = f"{figure.rule.partition('.')[0]}.{view.frame.name}"
    _share_subjects(analysis, figures)
    return figures


def _share_subjects(analysis: Analysis, figures: list[Figure]) -> None:
    """Let figures of a list have the subject of the one before them: no verb parts the two."""
    sentence_of = analysis.cursor.tagged.sentence_of
    pos = analysis.wording.pos
    for before, figure in pairwise(figures):
        first, last = before.quantity.last, figure.quantity.first
        if figure.subject is None and before.subject is not None and last - first <= _LIST:
            if sentence_of[first - 1] == sentence_of[last] and figure.type == before.type:
                if not any(pos(token) in _VERBAL for token in range(first, last)):
                    figure.subject = before.subject


def _fill(
    candidates: Candidates, figure: Figure, found: list[Candidate], shares: Any, network: Ranker
) -> None:
    text = candidates.analysis.cursor.tagged.text
    keys = [key_of(text[one.start : one.end]) for one in found]
    told: list[float] = []
    known: dict[tuple[int, int], bool] = {}
    ruled = figure.measure
    for field, name in enumerate(FIELDS):
        column = shares[:-1, field]
        if name == "measure":
            column = column * [fits_measure(candidates, figure, one) for one in found]
        best, weight = best_of(keys, column, known)
        filled = weight >= network.floors[field]
        if name == "measure":
            best = _whole(candidates, found, best)
        told += (weight if filled else 0.0, 0.0 if filled else float(shares[-1, field]))
        setattr(figure, name, argument_of(candidates.analysis, found[best]) if filled else None)
    figure.measure = measure = _agreed(text, figure, ruled, figure.measure)
    if measure is not None and abs(measure.start - figure.quantity.start) < _REACH:
        low, high = sorted((measure.start, figure.evidence[0][0]))
        if "\n" not in text[low:high]:
            figure.cover(measure.start, measure.end)
    figure.confidence = network.confidence(told_of(figure, told))


def _agreed(
    text: str, figure: Figure, ruled: Argument | None, chosen: Argument | None
) -> Argument | None:
    """Return the measure that the clause's own words tell where the choice only cuts it otherwise.

    Of a share of oil exports the choice may take the exports; of a value the value alone.
    """
    if ruled is None or chosen is None:
        return chosen or ruled
    before = text[ruled.start : figure.quantity.start]
    if ruled.end < figure.quantity.start and len(before.split()) > 1:
        if not text[ruled.end : figure.quantity.start].strip():
            return ruled  # بنسبة تنفيذ 98%
    inside = ruled.start <= chosen.start and chosen.end <= ruled.end
    beyond = chosen.start <= ruled.start and ruled.end < chosen.end
    return ruled if inside or beyond else chosen


def _whole(candidates: Candidates, found: list[Candidate], best: int) -> int:
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


def best_of(keys: list[Key], column: Any, known: dict[tuple[int, int], bool]) -> tuple[int, float]:
    """Return the likeliest candidate, and how likely it is with those that say the same.

    ``known`` keeps which candidates of a figure say the same, from one field to the next.
    """
    likely = [(i, float(share)) for i, share in enumerate(column) if share > 0.003]
    best, most, weight = 0, -1.0, 0.0
    for i, share in likely:
        together = 0.0
        for j, other in likely:
            pair = (i, j) if i < j else (j, i)
            same = known.get(pair)
            if same is None:
                same = known[pair] = i == j or says_same(keys[i], keys[j])
            if same:
                together += other
        if together * share**0.5 > most:
            best, most, weight = i, together * share**0.5, together
    return best, weight


def key_of(text: str) -> Key:
    """Return the content words of a phrase, by which it is known again."""
    words = frozenset(map(_bare, text.lower().split()))
    return ((words - light("light")) or words,)


def says_same(a: Key, b: Key) -> bool:
    """Tell whether one phrase has all words of another, or half of the words of both are the same.

    >>> says_same(key_of("صادرات المملكة"), key_of("الصادرات")), says_same(key_of("exports"), key_of("imports"))
    (True, False)
    """
    x, y = a[0], b[0]
    shared = len(x & y)
    return shared == min(len(x), len(y)) or 4 * shared >= len(x) + len(y)


@lru_cache(maxsize=32_768)
def _bare(word: str) -> str:
    word = normalize(word)
    letters = len(written(bits)) if (bits := articled(word)) else 0
    return word[letters:] if len(word) - letters >= 2 else word


def fits_measure(candidates: Candidates, figure: Figure, one: Candidate) -> bool:
    """Tell whether a phrase can be what is measured: a noun phrase without a verb or figure in it.

    A noun of a move alone (بانخفاض) measures nothing; what it is of does.
    """
    if one.sentence < 0:
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
    return one.stop - one.first > 1 or direction_of(verb_lemma(tree, one.head)) is None


def argument_of(analysis: Analysis, candidate: Candidate) -> Argument:
    """Return a candidate as an argument, with the entity that it names."""
    entity: Entity | None = candidate.entity
    if entity is None:
        tokens = analysis.cursor.tagged.token_range(candidate.start, candidate.end)
        for mention, named in analysis.index.named_between(max(0, tokens[0] - 1), tokens[1]):
            if mention.start <= candidate.start + 2 and abs(mention.end - candidate.end) <= 2:
                entity = named
    return Argument(candidate.start, candidate.end, entity)
