"""Which names stay, of those that rules claim and those that the model sees: one small logistic model.

Bodies and places of the rules stay, and so do persons whom an honorific or an office announces or whom the
model does not see (they were weighed before). Every other name found so far, and every name of the model that no
reader took, has its chance weighed from what stands for and against it; of those that overlap the likelier one stays. The weights are a table
(``arnlp/lang/ar/name_evidence.tsv``), made by ``tests/generate/name_evidence.py``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import exp
from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import folded_words
from arnlp.lexicon.people import people
from arnlp.names.common_words import are_common, is_plain_description
from arnlp.names.gazetteer import country_in, identify, look_up_body
from arnlp.names.mention import NamedMention, cut_clitics, new_mention
from arnlp.names.places import heads_place, place_mention
from arnlp.names.seen_names import LEAST_LETTERS, NEVER, is_no_place, is_plain, prefix_of
from arnlp.text.tokens import WORD

TYPES = ("person", "place", "organization")
LEAST = 0.45  # the chance of a name that stays
_HEADS = S.ORG_HEAD | S.NAMED_HEAD | S.PLACE_HEAD
_COMMON = S.NOUN | S.ADJECTIVE | S.UNIT | S.VERB | S.STOP
_BESIDE = S.SPEECH | S.ROLE | S.BARE_ROLE | S.HONORIFIC
_LONGEST = 6  # words of a name that the model alone sees
_MANY = 4  # words, beyond which a name is long
_OFTEN = 3


class Candidate(NamedTuple):
    """A range of tokens that may be a name: what the readers made of it, how sure the model is (0: not seen)."""

    first: int
    last: int
    type: str
    mention: NamedMention | None
    sure: float

    @property
    def is_kept(self) -> bool:
        """Tell whether the rules alone decide: bodies, places, announced persons, and those the model does not see."""
        mention = self.mention
        if mention is None or mention.is_of_model:
            return False
        announced = bool(mention.honorifics or mention.roles)
        return self.type != "person" or announced or not self.sure


def decide_names(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Keep the likelier ones of the Arabic names that readers and the model have found."""
    if cursor.seen is None:
        return mentions
    found = candidates(cursor, mentions)
    ours = {id(candidate.mention) for candidate in found}
    out = [mention for mention in mentions if id(mention) not in ours]
    taken = {k for mention in out for k in range(mention.first, mention.last)}
    weighed = sorted(
        ((1.0 if c.is_kept else chance(names), c) for c, names in evidence(cursor, found)),
        key=lambda pair: -pair[0],
    )
    for likely, (first, last, type_, mention, _) in weighed:
        if likely < LEAST or not taken.isdisjoint(range(first, last)):
            continue
        taken.update(range(first, last))
        out.append(mention or _seen_mention(cursor, first, last, type_))
    return sorted(out, key=lambda mention: (mention.start, -mention.end))


def candidates(cursor: Cursor, mentions: list[NamedMention]) -> list[Candidate]:
    """Return what may be an Arabic name, in the order of the text."""
    sure = {} if cursor.seen is None else cursor.seen.sure
    found = {
        (m.first, m.last, m.type): m
        for m in mentions
        if m.kind != "title" and m.known != "?" and m.type in TYPES
        if cursor.entries[m.first].kind == WORD
    }
    spans = found.keys() | {span for span in sure if _may_be_added(cursor, *span)}
    return [Candidate(*span, found.get(span), sure.get(span, 0.0)) for span in sorted(spans)]


def _may_be_added(cursor: Cursor, first: int, last: int, type_: str) -> bool:
    """Tell whether the words of what the model alone sees allow a name: no bare head, no office, no رياضية."""
    words = cursor.entries[first:last]
    if last - first > _LONGEST:
        return False
    if type_ == "place" and last - first == 1 and is_no_place(cursor, first):
        return False
    if last - first == 1 and (
        words[0].mask & _HEADS
        or len(words[0].norm) < LEAST_LETTERS
        or words[0].norm in folded_words("name_heads")
        or is_plain(words[0])
    ):
        return False
    if type_ == "person" and (
        is_plain_description(cursor, first)
        if last - first == 1
        else are_common(words) and not cursor.mask(first - 1) & _BESIDE
    ):
        return False
    never = NEVER | S.AGENCY | (S.ROLE | S.BARE_ROLE if type_ == "person" else 0)
    return all(entry.kind == WORD and not entry.mask & never for entry in words)


def evidence(
    cursor: Cursor, found: list[Candidate]
) -> list[tuple[Candidate, dict[tuple[str, str], float]]]:
    """Return each candidate with what tells for or against it: features of its type, with their values."""
    times = Counter((c.type, *_norms(cursor, c)) for c in found)
    longer = {
        norm
        for c in found
        if c.type == "person" and c.last - c.first > 1
        for norm in _norms(cursor, c)
    }
    over = _overlaps(found)
    out = []
    for c, others in zip(found, over, strict=True):
        names = _of_words(cursor, c)
        names[f"times={min(_OFTEN, times[c.type, *_norms(cursor, c)])}"] = 1
        names["longer"] = float(c.last - c.first == 1 and cursor.norm(c.first) in longer)
        names["alone"] = float(not others)
        names |= {f"over={o.type}{'' if o.mention is None else '+'}": 1 for o in others}
        out.append((c, {(c.type, name): value for name, value in names.items() if value}))
    return out


def _norms(cursor: Cursor, c: Candidate) -> tuple[str, ...]:
    return tuple(entry.norm for entry in cursor.entries[c.first : c.last])


def _of_words(cursor: Cursor, c: Candidate) -> dict[str, float]:
    """Return what its words and those beside it tell of a candidate."""
    words, mention = cursor.entries[c.first : c.last], c.mention
    known = sum(people(e.norm).given + people(e.norm).family > 0 for e in words)
    before = cursor.sense(c.first - 1, S.STOP)
    told = {
        "one": True,
        "found": mention is not None,
        "rule": mention is not None and not c.sure,
        "seen": c.sure > 0,
        "announced": mention is not None and bool(mention.honorifics or mention.roles),
        "gazetteer": mention is not None and bool(mention.known),
        "speech before": cursor.mask(c.first - 1) & _BESIDE,
        "speech behind": cursor.mask(c.last) & _BESIDE,
        "preposition": before is not None and before.role == "prep",
        "place": all(e.mask & S.PLACE for e in words),
        "place head": heads_place(cursor, c.first - 1),
        "body head": words[0].mask & S.ORG_HEAD,
        "common": words[0].mask & _COMMON,
        "definite": words[0].definite,
        f"words={min(len(words), _MANY)}": True,
        f"names={min(known, _MANY)}": True,
    }
    return {name: float(bool(value)) for name, value in told.items()} | {"sure": c.sure}


def _overlaps(found: list[Candidate]) -> list[list[Candidate]]:
    """Return for each of the candidates, sorted, those that share a token with it."""
    out: list[list[Candidate]] = [[] for _ in found]
    open_: list[int] = []
    for k, c in enumerate(found):
        open_ = [o for o in open_ if found[o].last > c.first]
        for o in open_:
            out[o].append(c)
            out[k].append(found[o])
        open_.append(k)
    return out


@cache
def _weights() -> dict[tuple[str, str], float]:
    return {
        (row["type"], row["evidence"]): float(row["weight"]) for row in table("ar", "name_evidence")
    }


def chance(names: dict[tuple[str, str], float]) -> float:
    """Return how likely a candidate with these features is a name, from 0 to 1.

    >>> chance({("place", "one"): 1, ("place", "sure"): 0.99, ("place", "seen"): 1, ("place", "alone"): 1}) > LEAST
    True
    """
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(name, 0) * value for name, value in names.items())))


def _seen_mention(cursor: Cursor, first: int, last: int, type_: str) -> NamedMention:
    """Return a name that the model alone sees, with what the gazetteers know of it."""
    entry = cursor.entries[first]
    sense = entry.senses.get(S.PLACE)
    if type_ == "place" and last - first == 1 and sense is not None:
        home = [p for p in sense.value if p.country == cursor.context.country]
        return place_mention(cursor, first, (home or sense.value)[0])
    mention = new_mention(cursor.tagged, first, last, type_)
    if type_ == "organization":
        mention.head = entry.norm if entry.mask & S.ORG_HEAD else ""
        mention.country = country_in(cursor, first, last)
        if body := look_up_body(cursor, first, last, mention.country):
            identify(mention, body)
    elif type_ == "person" and last - first == 1:
        mention.kind = "short"
    if prefix := prefix_of(cursor, first):
        cut_clitics(cursor, mention, prefix)
    return mention
