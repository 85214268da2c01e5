"""What kind of thing a candidate names, and which one of its kind it is, counted from the figure."""

from __future__ import annotations

from collections import Counter

from arnlp.facts.candidates import Candidate, Candidates
from arnlp.facts.feature_names import Key
from arnlp.lexicon import senses as S

_SENSES = (
    (S.ORG_HEAD, "org_head"), (S.ORG, "org"), (S.PLACE, "place"), (S.PLACE_HEAD, "place_head"),
    (S.COUNTRY_WORD, "country"), (S.NATIONALITY, "nationality"), (S.ROLE, "role"),
    (S.MEASURE, "measure"), (S.UNIT, "unit"), (S.PERIOD, "period"),
)  # fmt: skip
_PLACES, _MANY = 3, 4  # places and numbers that are told apart


def kind_of(candidates: Candidates, one: Candidate) -> str:
    """Return what kind of thing a candidate names: that of its entity, a sense of its head, or ``noun``."""
    if one.entity is not None:
        return one.entity.type
    if one.sentence < 0:
        return "none"
    mask = candidates.nouns.mask(one.sentence, one.head)
    return next((name for bit, name in _SENSES if mask & bit), "noun")


def ordinals(kinds: list[str], found: list[Candidate], start: int, number: int) -> list[list[Key]]:
    """Return of each candidate which one of its kind it is, on its side of a figure that starts at ``start``.

    ``number`` is the sentence of the figure. Phrases of one head have one place.
    """
    total = Counter(kinds)
    seen: dict[str, dict[tuple[int, int], int]] = {}
    out: list[list[Key]] = [[] for _ in found]
    for i in sorted(range(len(found)), key=lambda i: abs(found[i].start - start)):
        one = found[i]
        kind = kinds[i] + ("<" if one.start < start else ">")
        places = seen.setdefault(kind, {})
        at = places.setdefault((one.sentence, one.head), len(places))
        many = min(total[kinds[i]], _MANY)
        here = "here" if one.sentence == number else "off"
        out[i].append(("nth", kind, str(min(at, _PLACES)), str(many), here))
    return out
