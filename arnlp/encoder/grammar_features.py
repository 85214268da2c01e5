"""What the model of words sees of a word by itself: its letters, its readings, its senses.

The same function serves training and use. It does not depend on the words around, so it is asked once
for each spelling.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import or_

from arnlp.encoder.letters import outline
from arnlp.lexicon import senses as S
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.people import people
from arnlp.morphology import readings
from arnlp.morphology.features import Bundle
from arnlp.morphology.reading import Reading
from arnlp.morphology.spelling import folded
from arnlp.text.clitics import Chain
from arnlp.text.tokens import LATIN, WORD

_KINDS = {
    name: getattr(S, name)
    for name in (
        "NUMBER", "MONTH", "WEEKDAY", "PERIOD", "HONORIFIC", "ROLE", "ORG_HEAD", "ORG", "PLACE_HEAD",
        "PLACE", "NAMED_HEAD", "GIVEN_NAME", "PARTICLE", "SPEECH", "COMPLEMENTIZER", "STOP", "ADJECTIVE",
        "NATIONALITY", "NUMERIC", "UNIT", "CURRENCY", "DEIXIS",
    )
}  # fmt: skip
_ALL = reduce(or_, _KINDS.values())
_TOLD = (
    "Gender",
    "Number",
    "Person",
    "Definite",
    "Aspect",
    "Mood",
    "Voice",
    "VerbForm",
    "Tense",
    "Degree",
    "Case",
)
_MOST = 6  # readings looked at
_LONG = 9
_OUTLINES = 50_000  # outlines of readings kept
_Shared = tuple[str, ...]
_Outline = tuple[Bundle, Chain, bool, bool, bool]


def grammar_features(surface: str, kind: int) -> list[str]:
    """Return the features of a word or mark; ``kind`` is the kind of its token.

    >>> from arnlp.text.tokens import WORD
    >>> features = grammar_features("وبزيادة", WORD)
    >>> "c=وب" in features, "1=NOUN" in features, "v" in features
    (True, True, True)
    """
    own, of_readings, of_senses = feature_parts(surface, kind)
    return [*own, *of_readings, *of_senses]


def feature_parts(surface: str, kind: int) -> tuple[list[str], _Shared, _Shared]:
    """Return the features of a word's own, and those that many words share: of readings, of senses."""
    if kind != WORD and kind != LATIN:
        own = [f"w={surface if len(surface) == 1 else outline(surface)}", f"k={kind}"]
        return own, (), ()
    latin = kind == LATIN
    norm = surface.lower() if latin else folded(surface) or surface
    size = len(norm)
    out = [f"w={norm}", f"n={min(size, _LONG)}"]
    if size > 4:
        out += (
            "p1=" + norm[0], "s1=" + norm[-1], "p2=" + norm[:2], "s2=" + norm[-2:],
            "p3=" + norm[:3], "s3=" + norm[-3:], "p4=" + norm[:4], "s4=" + norm[-4:],
        )  # fmt: skip
    else:
        for k in range(1, size):
            out += (f"p{k}={norm[:k]}", f"s{k}={norm[-k:]}")
    of_readings: _Shared = ()
    of_senses: _Shared = ()
    found = readings(surface, kind)[:_MOST]
    if found:
        out.append("l=" + found[0].lemma)
        of_readings = _of_readings(tuple([_outline(reading) for reading in found]), _lead(found))
    if latin:
        out.append(f"x={_case(surface)}")
    elif surface[-1] == "ة":
        out.append("teh")
    entry = lexicon()[surface]
    if entry is not None:
        of_senses = _of_senses(entry.mask & _ALL)
        known = people(entry.norm)
        if known.given:
            out.append(f"G{min(len(str(known.given)), 3)}")
        if known.family:
            out.append(f"N{min(len(str(known.family)), 3)}")
    return out, of_readings, of_senses


def _outline(reading: Reading) -> _Outline:
    """Return what is seen of a reading, apart from its lemma and weight."""
    bundle, _, verb, chain, enclitic, _, guessed = reading
    return bundle, chain, enclitic is not None, bool(verb), guessed


def _lead(found: tuple[Reading, ...]) -> int:
    """Return by how many bits the first reading leads before the second, at most four."""
    return min(4, (found[0].weight - found[1].weight) // 8) if len(found) > 1 else 0


@cache
def _of_senses(mask: int) -> tuple[str, ...]:
    return tuple(f"S={name}" for name, bit in _KINDS.items() if mask & bit)


@lru_cache(_OUTLINES)
def _of_readings(found: tuple[_Outline, ...], lead: int) -> tuple[str, ...]:
    """Return the features of readings; many words share them."""
    first = found[0][0].pos
    parts = sorted({bundle.pos for bundle, *_ in found})
    out = [f"R={pos}" for pos in parts]
    out += (f"1={first}", f"RS={'+'.join(parts)}")
    told = set()
    for bundle, chain, enclitic, verb, _ in found:
        shape = [bundle.pos]
        shape += [f"{n[0]}{v}" for n, v in bundle.features if n in _TOLD]
        told.add("|".join(shape))
        if chain.written:
            out.append(f"c={chain.written}")
        if enclitic:
            out.append("e")
        if verb:
            out.append("v")
    out += [f"B={one}" for one in sorted(told)]
    if len(found) > 1:
        out.append(f"m={lead}:{first}>{found[1][0].pos}")
    if found[0][4]:
        out.append("g")
    return tuple(out)


def _case(surface: str) -> str:
    if surface.islower():
        return "a"
    if surface.isupper():
        return "A" if len(surface) == 1 else "AA"
    return "Aa" if surface[0].isupper() else "aA"
