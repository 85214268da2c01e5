"""What the network is asked of a figure: its candidates, with the features of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from arnlp.facts.bare_measures import measures_nothing
from arnlp.facts.candidate_features import features_of
from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.continuity import Chosen, beside_measure
from arnlp.facts.feature_names import Key, Row, names
from arnlp.facts.figure import Figure
from arnlp.facts.kinds import kind_of, ordinals
from arnlp.facts.sameness import Content, content
from arnlp.facts.view import View
from arnlp.syntax.lemmas import VERBAL, lemma

_ADJECTIVAL = ("acl", "amod")  # functions of verbs that belong to a noun: desalinated water


@dataclass(slots=True)
class Asked:
    """A figure with its candidates, the content words and kind of each, and their features; the last row is none."""

    view: View
    found: list[Candidate]
    words: list[Content]
    kinds: list[str]
    features: list[Row]
    common: list[Key]


def asked_of(candidates: Candidates, figure: Figure, before: Chosen) -> Asked | None:
    """Return what the network is asked of a figure; None where it stands in no tree."""
    found = candidates.of(figure.quantity)
    if not found:
        return None
    view = View(candidates, figure)
    more = before.candidates()
    if figure.measure is not None:  # what the clause's own words give
        ruled = candidates.named(figure.measure.start, figure.measure.end, None)
        ruled = candidates.closed(ruled)
        figure.measure = replace(figure.measure, end=ruled.end)
        if _holds_more(candidates, ruled) or measures_nothing(view, ruled):
            figure.measure = None
        else:
            ruled.how.add("ruled")
            more.append(ruled)
    places = {(one.start, one.end): one for one in found}
    for one in more:
        known = places.setdefault((one.start, one.end), one)
        if known is one:
            found.append(one)
        else:
            known.how |= one.how
    text = candidates.analysis.cursor.tagged.text
    words = [content(text[one.start : one.end]) for one in found]
    kinds = [kind_of(candidates, one) for one in found]
    nths = ordinals(kinds, found, figure.quantity.start, view.number)
    features = [
        [
            *features_of(view, one),
            before.features(view.number, one, said),
            nth,
            candidates.often(said),
        ]
        for one, said, nth in zip(found, words, nths, strict=True)
    ]
    common = view.common()
    nothing: list[Key] = [
        ("is", "NONE"),
        *(("none", name) for key in common for name in names(key)),
    ]
    return Asked(
        view, found, words, kinds, [*features, [nothing, before.none(view.number)]], common
    )


def _holds_more(candidates: Candidates, one: Candidate) -> bool:
    """Tell whether a figure stands in a phrase, or a verb or auxiliary outside of relative clauses."""
    if one.sentence < 0:
        return False
    syntax = candidates.sentences.syntax(one.sentence)
    words, pos, functions = syntax.tree.words, syntax.tree.pos, syntax.shape.functions
    return any(
        words[w][0].isdigit() or (pos[w] in VERBAL and not functions[w].startswith(_ADJECTIVAL))
        for w in range(one.first, one.stop)
    )


def beside(asked: Asked, measure: Candidate | None, said: Content) -> list[Row]:
    """Return how each candidate, and none, stands to the measure."""
    noun = None
    if measure is not None and measure.sentence >= 0:
        noun = lemma(asked.view.candidates.sentences.trees[measure.sentence], measure.head)
    kind = asked.view.quantity.kind
    rows: list[Row] = [
        [beside_measure(one, words, measure, said)]
        for one, words in zip(asked.found, asked.words, strict=True)
    ]
    if noun is not None:
        fits = {named: [("fits", noun, named, kind)] for named in asked.kinds}
        for row, named in zip(rows, asked.kinds, strict=True):
            row.append(fits[named])
    return [*rows, [[("measure", f"NONE{measure is not None}")]]]
