"""Which candidates fill the arguments of a figure: the likeliest, where they are likely enough.

Two networks tell how likely each is: the ranker by its features, the reader by the text. A phrase and the
longer one that it stands in speak for each other: what counts is how likely all of those are together
that say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import log, prod
from typing import Any

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.asked import Asked, asked_of, beside
from arnlp.facts.bare_measures import owns_measure, what_is_measured
from arnlp.facts.beliefs import WINDOW, Beliefs
from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.continuity import Chosen
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.measured import fits_measure, governing, whole
from arnlp.facts.ranker import FIELDS, Ranker, ranker
from arnlp.facts.reader import blended
from arnlp.facts.sameness import Content, content, same_pairs, says_same
from arnlp.names import Entity

_REACH = 250  # characters from a figure within which its measure is part of its evidence
_UNLIKELY = 0.003  # shares that do not count
_BLOCK = 256  # figures whose features are held together
_BOTH = 0.03  # how likely one is both subject and group of an English figure, against either
_LEAST = 0.01  # how unlikely a choice is told to be at most
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
    waiting: list[Round] = []  # the last ones that are done, then those that are not
    done = 0
    for one in chain(first_round(candidates, figures, network), [None]):
        if one is not None:
            waiting.append(one)
            if len(waiting) < done + _BLOCK + WINDOW:
                continue
        upto = len(waiting) - (WINDOW if one is not None else 0)
        _second_round(candidates, waiting, range(done, upto), network, before)
        waiting = waiting[max(0, upto - WINDOW) :]
        done = min(WINDOW, upto)
    _lend_measures(figures)
    return figures


def _lend_measures(figures: list[Figure]) -> None:
    """Give figures of a list the measure of its last, whose noun they have: 310 and 355 permits respectively."""
    measures = {id(figure.quantity): figure.measure for figure in figures}
    for figure in figures:
        if figure.quantity.lender is not None:
            figure.measure = measures.get(id(figure.quantity.lender)) or figure.measure


@dataclass(slots=True)
class Round:
    """A figure as it is asked of: what both rounds need of it, and how likely its candidates are in the first.

    ``same`` tells which candidates say the same, ``fits`` which can be measured, ``owns`` which can be
    its subject or group; ``filled`` is what the first round chose, ``besides`` what is known of measures;
    ``read`` how likely each is by the reader.
    """

    asked: Asked
    sums: Any
    same: Any
    fits: list[bool]
    owns: list[bool]
    read: Any = None
    shares: Any = None
    filled: dict[str, Candidate | None] = field(default_factory=dict)
    besides: dict[tuple[int, int] | None, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Choice:
    """What fills the arguments of a figure: candidates, its measure, the shares of all, those of what was chosen."""

    filled: dict[str, Candidate | None]
    measure: Argument | None
    shares: Any
    likely: list[float]


def first_round(
    candidates: Candidates, figures: list[Figure], network: Ranker, read: bool = True
) -> Iterator[Round]:
    """Ask of each figure after what was chosen for those before it; the figures stay as they are.

    Without ``read`` the ranker is asked alone.
    """
    text = candidates.analysis.cursor.tagged.text
    before = Chosen(text, candidates.paragraphs)
    reading = candidates.analysis.reading or candidates.analysis.read(f.quantity for f in figures)
    for figure in figures:
        asked = asked_of(candidates, figure, before)
        if asked is not None:
            view, found = asked.view, asked.found
            one = Round(
                asked, network.sums(asked.features, asked.common), alike(asked.words),
                [fits_measure(view, c) for c in found],
                [owns_measure(view, c) for c in found],
            )  # fmt: skip
            if read:
                place = figure.quantity.start, figure.quantity.end
                one.read = reading.scores(place, [(c.start, c.end) for c in found])
            choice = _choose(candidates, one, one.sums, network, before)
            before.note(view.number, choice.filled)
            one.shares, one.filled = choice.shares, choice.filled
            yield one


def _second_round(
    candidates: Candidates, rounds: list[Round], numbers: range, network: Ranker, before: Chosen
) -> None:
    """Choose again, knowing what the figures around seem to be of, and fill the arguments of figures."""
    beliefs = Beliefs(
        [one.asked for one in rounds], [one.shares for one in rounds], candidates.paragraphs
    )
    for at in numbers:
        one = rounds[at]
        figure, view = one.asked.view.figure, one.asked.view
        sums = one.sums + network.around(beliefs.of(at))
        choice = _choose(candidates, one, sums, network, before)
        before.note(view.number, choice.filled)
        _fill(candidates, one, choice, network)
        if view.frame is not None:
            figure.rule = f"{figure.rule.partition('.')[0]}.{view.frame.name}"


def _choose(
    candidates: Candidates, one: Round, sums: Any, network: Ranker, before: Chosen
) -> _Choice:
    """Choose the arguments of a figure by the sums of the features of its candidates."""
    asked, same = one.asked, one.same
    figure, found = asked.view.figure, asked.found
    arabic = asked.view.syntax.shape.arabic
    shares = blended(network.shares(sums), one.read, arabic)
    column = shares[:-1, 0] * one.fits
    best, weight = best_of(same, column)
    likely = [float(weight if weight >= network.floors[0] else shares[-1, 0])]
    measure = figure.measure  # what the clause's own words give
    if weight >= network.floors[0] and not (figure.firm and measure):
        best = governing(candidates, figure, found, column, best)
        chosen = found[whole(candidates, figure, found, best)]
        fuller = what_is_measured(asked.view, chosen, found, column, before)
        measure = argument_of(candidates.analysis, fuller or chosen)
    filled: dict[str, Candidate | None] = {"measure": None}
    if measure is not None:
        filled["measure"] = candidates.named(measure.start, measure.end, None)
    beside_it = sums + _beside(candidates, one, filled["measure"], network)
    others = blended(network.shares(beside_it, True), one.read, arabic)
    others[:, 0] = shares[:, 0]
    if not arabic:
        _part(others, same, one.owns, network.floors)
    for at, name in enumerate(FIELDS[1:], 1):
        own = others[:-1, at] * one.owns if name in ("subject", "group") else others[:-1, at]
        best, weight = best_of(same, own)
        fills = weight >= network.floors[at]
        filled[name] = found[best] if fills else None
        likely.append(float(weight if fills else others[-1, at]))
    subject = filled["subject"]
    if measure is None and figure.relation is not None and subject is not None:
        moved = argument_of(candidates.analysis, subject)
        if moved.entity is None:  # maritime traffic witnessed an increase of 6%
            filled["measure"], measure = subject, moved
    return _Choice(filled, measure, others, likely)


def _part(shares: Any, same: Any, owns: list[bool], floors: list[float]) -> None:
    """Let what is likely the group be less likely the subject, and the subject not the group, in place.

    Of English figures gold has the same for both in one of a hundred: who is given money is the group.
    """
    subject, group = FIELDS.index("subject"), FIELDS.index("group")
    likely = (same @ (shares[:-1, group] * owns)).clip(0, 1)
    shares[:-1, subject] *= 1 - (1 - _BOTH) * likely
    shares[:, subject] /= shares[:, subject].sum()
    chosen, weight = best_of(same, shares[:-1, subject] * owns)
    if weight >= floors[subject]:
        shares[:-1, group] *= 1 - (1 - _BOTH) * same[chosen]
        shares[:, group] /= shares[:, group].sum()


def _beside(candidates: Candidates, one: Round, measure: Candidate | None, network: Ranker) -> Any:
    """Return what is added to the sums by how candidates stand to the measure; both rounds may choose the same."""
    place = (measure.start, measure.end) if measure is not None else None
    known = one.besides.get(place)
    if known is None:
        text = candidates.analysis.cursor.tagged.text
        said = content(text[place[0] : place[1]]) if place is not None else frozenset()
        known = one.besides[place] = network.sums(beside(one.asked, measure, said))
    return known


def _fill(candidates: Candidates, one: Round, choice: _Choice, network: Ranker) -> None:
    """Fill the arguments of a figure with what was chosen."""
    figure, text = one.asked.view.figure, candidates.analysis.cursor.tagged.text
    figure.measure = choice.measure
    _cover(text, figure)
    for name in FIELDS[1:]:
        chosen = choice.filled[name]
        setattr(figure, name, argument_of(candidates.analysis, chosen) if chosen else None)
    figure.likely = dict(zip(FIELDS, choice.likely, strict=True))
    steady = [_same(text, one.filled[name], choice.filled[name]) for name in ("measure", "subject")]
    filled = [choice.filled[name] is not None for name in FIELDS]
    figure.confidence = network.confidence(told_of(figure, choice.likely, filled, steady))


def _same(text: str, a: Candidate | None, b: Candidate | None) -> bool:
    """Tell whether two choices are the same, or both nothing."""
    if a is None or b is None:
        return a is b
    return says_same(content(text[a.start : a.end]), content(text[b.start : b.end]))


def _cover(text: str, figure: Figure) -> None:
    """Let the evidence take in the measure where it stands near, in the same line."""
    measure = figure.measure
    if measure is not None and abs(measure.start - figure.quantity.start) < _REACH:
        low, high = sorted((measure.start, figure.evidence[0][0]))
        if "\n" not in text[low:high]:
            figure.cover(measure.start, measure.end)


def told_of(
    figure: Figure, likely: list[float], filled: list[bool], steady: list[bool]
) -> list[float]:
    """Return what tells how sure a row is, of which the logarithm of how likely it is is a weighed sum.

    ``likely`` tells of each field how likely what fills it is, or that nothing does, ``filled`` whether
    something does, ``steady`` whether the first round chose the same.
    """
    sure = [max(share, _LEAST) for share in (*likely, figure.timed)]
    known = [*filled, *steady, figure.period is not None, figure.carried, figure.type == "change"]
    kinds = [figure.quantity.kind == kind for kind in _KINDS]
    return [*map(log, sure), sure[0] * sure[1], prod(sure), *map(float, [*known, *kinds])]


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
    return same_pairs(np, shared, size[:, None], size[None, :])


def argument_of(analysis: Analysis, candidate: Candidate) -> Argument:
    """Return a candidate as an argument, with the entity that it names."""
    entity: Entity | None = candidate.entity
    if entity is None:
        tokens = analysis.cursor.tagged.token_range(candidate.start, candidate.end)
        for mention, named in analysis.index.named_between(max(0, tokens[0] - 1), tokens[1]):
            if mention.start <= candidate.start + 2 and abs(mention.end - candidate.end) <= 2:
                entity = named
    return Argument(candidate.start, candidate.end, entity)
