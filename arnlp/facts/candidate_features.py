"""What is known of a candidate beside its figure, as names of features; the ranker weighs them."""

from __future__ import annotations

from arnlp.facts.candidates import Candidate
from arnlp.facts.view import View
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import is_masdar, lemma, marker, preposition

_SENSES = (
    (S.MEASURE, "measure"), (S.ORG_HEAD, "org_head"), (S.ORG, "org"), (S.PLACE, "place"), (S.PLACE_HEAD, "place_head"),
    (S.NATIONALITY, "nationality"), (S.ROLE, "role"), (S.HONORIFIC, "honorific"), (S.NOUN, "countable"),
    (S.UNIT, "unit"), (S.CURRENCY, "currency"), (S.PERIOD, "period"), (S.PAPER, "paper"),
    (S.COUNTRY_WORD, "country"), (S.GIVEN_NAME, "given"), (S.NAMED_HEAD, "named_head"),
)  # fmt: skip
_STEPS = 6  # words from figure to candidate that a path names


def features_of(view: View, candidate: Candidate) -> list[str]:
    """Return the features of a candidate of this figure."""
    out = list(view.common)
    kind = view.quantity.kind
    frame = view.frame.name if view.frame else "none"
    for how in candidate.how:
        out += (f"how={how}", f"how={how}/{kind}", f"how={how}/{frame}")
    if candidate.entity is not None:
        out += (
            f"type={candidate.entity.type}",
            f"type={candidate.entity.type}/{kind}",
            f"known={candidate.entity.known is not None}",
        )
        out.append(f"mentions={min(len(candidate.entity.mentions), 4)}")
    if candidate.sentence < 0:
        return [*out, "treeless"]
    _of_head(view, out, candidate, kind)
    if candidate.sentence == view.number:
        _of_place(view, out, candidate, kind, frame)
    else:
        away = view.number - candidate.sentence
        out.append(f"away={min(away, 4) if away > 0 else 'behind'}")
        out.append(f"farfunction={_function(view, candidate)}")
        out.append(f"farfirst={candidate.first == 0}")
    return out


def _function(view: View, candidate: Candidate) -> str:
    return view.candidates.sentences.syntax(candidate.sentence).shape.functions[candidate.head]


def _of_head(view: View, out: list[str], candidate: Candidate, kind: str) -> None:
    syntax = view.candidates.sentences.syntax(candidate.sentence)
    tree, shape, head = syntax.tree, syntax.shape, candidate.head
    reading = tree.readings[head]
    form = lemma(tree, head)
    out += (f"head={form}", f"pos={tree.pos[head]}", f"headpos={tree.pos[head]}/{kind}")
    mask = view.candidates.nouns.mask(candidate.sentence, head)
    for bit, name in _SENSES:
        if mask & bit:
            out += (f"sense={name}", f"sense={name}/{kind}")
    function = shape.functions[head]
    out += (f"function={function}", f"function={function}/{kind}")
    definite = reading.chain.article
    out.append(f"definite={definite}")
    if reading.enclitic is not None:
        out.append("enclitic")
    if is_masdar(reading):
        out.append("masdar")
    out.append("number=" + dict(reading.bundle.features).get("Number", "none"))
    lead = preposition(reading) or next(
        (
            marker(tree, c)
            for c in shape.children[head]
            if c < head and shape.functions[c] == "case"
        ),
        "",
    )
    out += (f"marker={lead}", f"marker={lead}/{kind}")
    length = candidate.stop - candidate.first
    out.append(f"length={min(length, 8)}")
    above = shape.heads[head]
    if above >= 0:
        out.append(f"under={tree.pos[above]}/{function}")
        if function == "nmod" and not lead:
            out.append(f"genitive={lemma(tree, above)}")
            out.append(
                f"genitive={bool(view.candidates.nouns.mask(candidate.sentence, above) & S.MEASURE)}"
            )
    below = {shape.functions[c] for c in shape.right(head)}
    out += [
        f"below={name}"
        for name in below
        if name in ("nmod", "amod", "acl", "nummod", "conj", "obl", "appos")
    ]
    before = {shape.functions[c] for c in shape.left(head)}
    out += [f"left={name}" for name in before if name in ("nummod", "det", "amod", "compound")]
    if _in_headline(view, candidate):
        out.append("in_headline")


def _in_headline(view: View, candidate: Candidate) -> bool:
    number = view.candidates.nouns.headline
    if number < 0 or candidate.sentence == number:
        return False
    return (
        lemma(view.candidates.sentences.trees[candidate.sentence], candidate.head)
        in view.candidates.nouns.headline_lemmas
    )


def _of_place(view: View, out: list[str], candidate: Candidate, kind: str, frame: str) -> None:
    head = candidate.head
    behind = head >= view.stop
    side = "behind" if behind else "before" if head < view.first else "inside"
    out += (
        f"side={side}",
        f"side={side}/{kind}",
        f"side={side}/{frame}",
        f"side={side}/{view.lead}",
    )
    distance = head - view.stop + 1 if behind else view.first - head
    bucket = next((i for i, b in enumerate((1, 2, 3, 4, 6, 9, 14, 22)) if distance <= b), 8)
    out += (f"distance={side}{bucket}", f"distance={side}{bucket}/{kind}")
    heads = view.candidates.nouns.heads(view.number)
    between = (
        sum(view.stop <= w < head for w in heads)
        if behind
        else sum(head < w < view.first for w in heads)
    )
    out += (f"nouns={side}{min(between, 7)}", f"nouns={side}{min(between, 4)}/{view.lead}")
    low, high = (view.stop, head) if behind else (head + 1, view.first)
    figures = sum(low <= w < high for w in view.taken)
    tree = view.syntax.tree
    commas = sum(
        tree.words[w] in ("،", ",", ";", "؛", ":") for w in range(low, min(high, low + 60))
    )
    verbs = sum(tree.pos[w] == "VERB" for w in range(low, min(high, low + 60)))
    out += (
        f"figures={side}{min(figures, 3)}",
        f"commas={side}{min(commas, 3)}",
        f"verbs={side}{min(verbs, 3)}",
    )
    out.append(f"barriers={side}{min(figures, 1)}{min(commas, 1)}{min(verbs, 2)}")
    if candidate.stop == view.first or (candidate.stop == view.first - 1 and not behind):
        out += ("adjacent", f"adjacent/{view.lead}")
    if candidate.first == view.stop:
        out.append("right_behind")
    for part in view.parts.get(head, ("none",)):
        out += (f"part={part}", f"part={part}/{kind}", f"part={part}/{frame}")
    _of_path(view, out, candidate, kind, frame)
    for what, word in view.proposed.items():
        if word == head or (word == -2 and "counted" in candidate.how):
            out += (f"proposed={what}", f"proposed={what}/{frame}", f"proposed={what}/{kind}")
    if candidate.first <= view.node < candidate.stop:
        out.append("covers")
    if view.first > candidate.first and view.stop <= candidate.stop:
        out.append("holds_figure")
    if any(candidate.first <= w < candidate.stop for w in view.taken):
        out.append("holds_other")


def _of_path(view: View, out: list[str], candidate: Candidate, kind: str, frame: str) -> None:
    shape = view.syntax.shape
    down: list[int] = [candidate.head]
    seen = {word: steps for steps, word in enumerate(view.up)}
    while down[-1] not in seen and shape.heads[down[-1]] >= 0:
        down.append(shape.heads[down[-1]])
    if down[-1] not in seen:
        out.append("path=none")
        return
    steps = seen[down[-1]]
    ups = [shape.functions[w] for w in view.up[:steps]]
    downs = [shape.functions[w] for w in reversed(down[:-1])]
    out.append(f"ups={min(len(ups), 5)}{min(len(downs), 5)}")
    if len(ups) + len(downs) <= _STEPS:
        path = ">".join(ups) + "|" + ">".join(downs)
        out += (f"path={path}", f"path={path}/{kind}", f"path={path}/{frame}")
    if ups:
        out.append(f"pathup={ups[0]}|{downs[-1] if downs else ''}")
    clause = view.syntax.clause_of[candidate.head]
    own = view.syntax.clause_of[view.node]
    out.append(f"sameclause={clause == own}")
