"""What is known of a candidate beside its figure, as features that the ranker weighs.

A feature is a key (:mod:`arnlp.facts.feature_names`): a tuple of the name of a group and what is seen
(``("side", "before", "money", "rise", "ب")``).
"""

from __future__ import annotations

from arnlp.facts.candidates import Candidate
from arnlp.facts.feature_names import Key, Row
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.syntax.lemmas import is_masdar, lemma, marker, preposition

_SENSES = (
    (S.MEASURE, "measure"), (S.ORG_HEAD, "org_head"), (S.ORG, "org"), (S.PLACE, "place"), (S.PLACE_HEAD, "place_head"),
    (S.NATIONALITY, "nationality"), (S.ROLE, "role"), (S.HONORIFIC, "honorific"), (S.NOUN, "countable"),
    (S.UNIT, "unit"), (S.CURRENCY, "currency"), (S.PERIOD, "period"), (S.PAPER, "paper"),
    (S.COUNTRY_WORD, "country"), (S.GIVEN_NAME, "given"), (S.NAMED_HEAD, "named_head"),
)  # fmt: skip
_STEPS = 6  # words from figure to candidate that a path names
_FEW = 3  # words between figure and phrase that are named
_BUCKETS = (1, 2, 3, 4, 6, 9, 14, 22)
_BUCKET = [next((i for i, b in enumerate(_BUCKETS) if d <= b), 8) for d in range(24)]
_BELOW = frozenset({"nmod", "amod", "acl", "nummod", "conj", "obl", "appos"})
_LEFT = frozenset({"nummod", "det", "amod", "compound"})


def features_of(view: View, candidate: Candidate) -> Row:
    """Return the features of a candidate of this figure, beside those that all of them share."""
    out: list[Key] = []
    kind, frame = view.quantity.kind, view.frame_name
    for how in sorted(candidate.how):
        out.append(("how", how, kind, frame))
    if candidate.entity is not None:
        entity = candidate.entity
        told = "True" if entity.known is not None else "False"
        out.append(("entity", entity.type, told, str(min(len(entity.mentions), 4)), kind))
        rank = view.candidates.ranks.get(id(entity))
        if rank is not None:
            out.append(("rank", str(rank), str(candidate.sentence == view.number)))
        out.append(_of_text(view, entity))
    _of_rule(view, out, candidate)
    if candidate.sentence < 0:
        out.append(("is", "treeless"))
        return [out]
    out.append(("is", f"length={min(candidate.stop - candidate.first, 8)}"))
    if candidate.sentence == view.number:
        _of_ends(view, out, candidate, frame, kind)
    else:
        away = view.number - candidate.sentence
        syntax = view.candidates.sentences.syntax(candidate.sentence)
        paragraphs = view.candidates.paragraphs
        back = paragraphs[view.number] - paragraphs[candidate.sentence]
        function = syntax.shape.functions[candidate.head]
        out.append(("par", str(max(-1, min(back, 4))), function))
        out.append(
            (
                "far", str(min(away, 4)) if away > 0 else "behind", function,
                str(candidate.first == 0),
            )
        )  # fmt: skip
    _of_words(view, out, candidate)
    return [out, *_head(view, candidate, kind, frame)]


def _of_text(view: View, entity: Entity) -> Key:
    """Tell what something named is to the whole text: its country, and where it is named first."""
    candidates = view.candidates
    home = "home" if entity is candidates.home else "away" if candidates.home else "none"
    found = candidates.sentences.word_at(entity.mentions[0].start)
    first = found[0] - max(candidates.nouns.headline, 0) if found else -1
    return ("text", entity.type, home, str(max(-1, min(first, 4))))


def _of_words(view: View, out: list[Key], candidate: Candidate) -> None:
    """Tell which words stand on both sides of a phrase, and which between it and the figure where they are few."""
    tree = view.candidates.sentences.trees[candidate.sentence]
    first, stop = candidate.first, candidate.stop
    out.append(("preceded", lemma(tree, first - 1) if first > 0 else "^"))
    out.append(("followed", lemma(tree, stop) if stop < len(tree.words) else "$"))
    if candidate.sentence == view.number:
        for side, low, high in (("<", stop, view.first), (">", view.stop, first)):
            if 0 <= high - low <= _FEW:
                out.append(("few", side, " ".join(lemma(tree, w) for w in range(low, high))))


def _head(view: View, candidate: Candidate, kind: str, frame: str) -> Row:
    """Return what the head of a candidate tells: by itself, and where it stands beside the figure."""
    kept = view.heads.get(place := (candidate.sentence, candidate.head))
    if kept is not None:
        return kept
    cache = view.candidates.head_features
    known = cache.get(by_itself := (*place, kind))
    if known is None:
        known = cache[by_itself] = _of_head(view, candidate, kind)
    row: Row = [known]
    if candidate.sentence == view.number:
        beside: list[Key] = []
        _of_place(view, beside, candidate.head, kind, frame)
        row.append(beside)
    view.heads[place] = row
    return row


def _of_rule(view: View, out: list[Key], candidate: Candidate) -> None:
    """Tell how a candidate stands to the measure that the clause's own words give."""
    ruled = view.figure.measure
    if ruled is not None:
        out.append(
            (
                "ruled",
                stands(candidate.start, candidate.end, ruled.start, ruled.end),
                view.figure.type,
            )
        )


def stands(start: int, end: int, first: int, last: int) -> str:
    """Return how a stretch of the text stands to another.

    >>> stands(0, 5, 0, 5), stands(2, 5, 0, 5), stands(0, 9, 2, 5), stands(0, 2, 4, 6), stands(1, 5, 3, 8)
    ('same', 'tail', 'around', 'before', 'cross')
    """
    if start == first and end == last:
        return "same"
    if first <= start and end <= last:
        return "tail" if end == last else "head" if start == first else "inside"
    if start <= first and last <= end:
        return "around"
    if start < last and first < end:
        return "cross"
    return "behind" if start >= last else "before"


def _of_head(view: View, candidate: Candidate, kind: str) -> list[Key]:
    """Return what the head of a candidate tells by itself, beside figures of a kind."""
    syntax = view.candidates.sentences.syntax(candidate.sentence)
    tree, shape, head = syntax.tree, syntax.shape, candidate.head
    nouns = view.candidates.nouns
    reading = tree.readings[head]
    out: list[Key] = [("head", lemma(tree, head), tree.pos[head], kind)]
    mask = nouns.mask(candidate.sentence, head)
    out += [("sense", name, kind) for bit, name in _SENSES if mask & bit]
    function = shape.functions[head]
    out.append(("function", function, kind))
    if reading.enclitic is not None:
        out.append(("is", "enclitic"))
    if is_masdar(reading):
        out.append(("is", "masdar"))
    lead = preposition(reading) or next(
        (
            marker(tree, c)
            for c in shape.children[head]
            if c < head and shape.functions[c] == "case"
        ),
        "",
    )
    number = dict(reading.bundle.features).get("Number", "none")
    out.append(("form", str(reading.chain.article), number, lead, kind))
    above = shape.heads[head]
    if above >= 0:
        out.append(("under", tree.pos[above], function))
        if function == "nmod" and not lead:
            told = str(bool(nouns.mask(candidate.sentence, above) & S.MEASURE))
            out.append(("genitive", lemma(tree, above), told))
    out += [
        ("is", f"below={n}")
        for n in sorted({shape.functions[c] for c in shape.right(head)} & _BELOW)
    ]
    out += [
        ("is", f"left={n}") for n in sorted({shape.functions[c] for c in shape.left(head)} & _LEFT)
    ]
    if nouns.headline >= 0 and candidate.sentence != nouns.headline:
        if lemma(tree, head) in nouns.headline_lemmas:
            out.append(("is", "in_headline"))
    return out


def _of_place(view: View, out: list[Key], head: int, kind: str, frame: str) -> None:
    """Tell where a head stands in the sentence of the figure."""
    behind = head >= view.stop
    side = "behind" if behind else "before" if head < view.first else "inside"
    out.append(("side", side, kind, frame, view.lead))
    distance = head - view.stop + 1 if behind else view.first - head
    out.append(("distance", side + str(_BUCKET[min(max(distance, 0), 23)]), kind))
    low, high = (view.stop, head) if behind else (head + 1, view.first)
    between = view.nouns_between(low, high)
    out.append(("nouns", side, str(min(between, 7)), str(min(between, 4)), view.lead))
    figures = sum([low <= w < high for w in view.taken])
    commas, verbs = view.barriers(low, min(high, low + 60))
    out.append(
        (
            "between", side, str(min(figures, 3)), str(min(commas, 3)), str(min(verbs, 3)),
            str(min(figures, 1)), str(min(commas, 1)), str(min(verbs, 2)),
        )
    )  # fmt: skip
    for part in view.parts.get(head, ("none",)):
        out.append(("part", part, kind, frame))
    out += view.path(head, _STEPS)
    for what, word in view.proposed.items():
        if word == head:
            out.append(("proposed", what, frame, kind))


def _of_ends(view: View, out: list[Key], candidate: Candidate, frame: str, kind: str) -> None:
    """Tell how a phrase of the figure's sentence reaches to the figure, or over it."""
    first, stop = candidate.first, candidate.stop
    if stop == view.first or (stop == view.first - 1 and candidate.head < view.stop):
        out.append(("adjacent", view.lead))
    if first == view.stop:
        out.append(("is", "right_behind"))
    if "counted" in candidate.how:
        for what, word in view.proposed.items():
            if word == -2 and word != candidate.head:
                out.append(("proposed", what, frame, kind))
    if first <= view.node < stop:
        out.append(("is", "covers"))
    if view.first > first and view.stop <= stop:
        out.append(("is", "holds_figure"))
    if any(first <= w < stop for w in view.taken):
        out.append(("is", "holds_other"))
