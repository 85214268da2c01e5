"""Which verb an Arabic word is of, among those written alike, and whether verbs take objects."""

from __future__ import annotations

from functools import cache, lru_cache

from arnlp.lang import alternatives, table
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading

_EVIDENCE = 6  # of the eight units that a bit of a weight has
_NEAR = 16  # a verb that much rarer than another written alike is not meant


@lru_cache(maxsize=65536)
def ranked_verbs(word: str) -> tuple[tuple[int, Reading], ...]:
    """Return the verbs that a word may be, the likeliest first, by how common form and verb are.

    >>> [reading.lemma for _, reading in ranked_verbs("قدم")]
    ['قَدَّم', 'قَدِم']
    """
    evidence = _evidence()
    found = [
        (reading.weight + _EVIDENCE * evidence.get(reading.lemma, 0), reading)
        for reading in readings(word)
        if reading.pos == "VERB"
    ]
    return tuple(sorted(found, key=lambda pair: -pair[0]))


@lru_cache(maxsize=65536)
def is_intransitive(word: str) -> bool:
    """Tell whether every verb that an Arabic word is likely to be takes no object.

    >>> is_intransitive("وارتفعت"), is_intransitive("توفر"), is_intransitive("قدم"), is_intransitive("وصل")
    (True, False, False, True)
    """
    verbs = ranked_verbs(word)
    if not verbs:
        return False
    least = verbs[0][0] - _NEAR
    return all(takes_no_object(verb.lemma) for weight, verb in verbs if weight > least)


def takes_no_object(verb: str) -> bool:
    """Tell whether a verb takes no object, by its lemma with vowels.

    >>> takes_no_object("قَدِم"), takes_no_object("قَدَّم")
    (True, False)
    """
    return verb in _intransitive()


@cache
def _intransitive() -> frozenset[str]:
    return frozenset(
        verb for row in table("ar", "intransitive_verbs") for verb in alternatives(row["lemmas"])
    )


@cache
def _evidence() -> dict[str, int]:
    return {row["lemma"]: int(row["bits"]) for row in table("ar", "verb_evidence")}
