"""What the model of words sees of a word by itself: its letters, its readings, its senses.

The same function serves training and use. It does not depend on the words around, so it is asked once
for each spelling.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.people import people
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

_KINDS = {
    name: getattr(S, name)
    for name in (
        "NUMBER", "MONTH", "WEEKDAY", "PERIOD", "HONORIFIC", "ROLE", "ORG_HEAD", "ORG", "PLACE_HEAD",
        "PLACE", "NAMED_HEAD", "GIVEN_NAME", "PARTICLE", "SPEECH", "COMPLEMENTIZER", "STOP", "ADJECTIVE",
        "NATIONALITY", "NUMERIC", "UNIT", "CURRENCY", "DEIXIS",
    )
}  # fmt: skip
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


def grammar_features(surface: str, kind: int) -> list[str]:
    """Return the features of a word or mark; ``kind`` is the kind of its token.

    >>> from arnlp.text.tokens import WORD
    >>> features = grammar_features("وبزيادة", WORD)
    >>> "c=وب" in features, "1=NOUN" in features, "v" in features
    (True, True, True)
    """
    if kind not in (WORD, LATIN):
        return [f"w={surface if len(surface) == 1 else _shape(surface)}", f"k={kind}"]
    latin = kind == LATIN
    norm = surface.lower() if latin else normalize(surface) or surface
    size = len(norm)
    out = [f"w={norm}", f"n={min(size, _LONG)}"]
    for k in (1, 2, 3, 4):
        if size > k:
            out += (f"p{k}={norm[:k]}", f"s{k}={norm[-k:]}")
    found = readings(surface, kind)[:_MOST]
    out += _readings(found)
    if latin:
        out.append(f"x={_case(surface)}")
    elif surface[-1] == "ة":
        out.append("teh")
    entry = lexicon()[surface]
    if entry is not None:
        out += [f"S={name}" for name, bit in _KINDS.items() if entry.mask & bit]
        known = people(entry.norm)
        if known.given:
            out.append(f"G{min(len(str(known.given)), 3)}")
        if known.family:
            out.append(f"N{min(len(str(known.family)), 3)}")
    return out


def _readings(found: tuple[Reading, ...]) -> list[str]:
    if not found:
        return []
    first = found[0]
    parts = {reading.pos for reading in found}
    out = [f"R={pos}" for pos in sorted(parts)]
    out += (f"1={first.pos}", f"RS={'+'.join(sorted(parts))}", f"l={first.lemma}")
    told = set()
    for reading in found:
        shape = [reading.pos]
        shape += [f"{n[0]}{v}" for n, v in reading.bundle.features if n in _TOLD]
        told.add("|".join(shape))
        if reading.chain.written:
            out.append(f"c={reading.chain.written}")
        if reading.enclitic is not None:
            out.append("e")
        if reading.verb:
            out.append("v")
    out += [f"B={one}" for one in sorted(told)]
    if len(found) > 1:
        out.append(f"m={min(4, (first.weight - found[1].weight) // 8)}:{first.pos}>{found[1].pos}")
    if first.guessed:
        out.append("g")
    return out


def _case(surface: str) -> str:
    if surface.islower():
        return "a"
    if surface.isupper():
        return "A" if len(surface) == 1 else "AA"
    return "Aa" if surface[0].isupper() else "aA"


def _shape(surface: str) -> str:
    """Return digits as 0, runs as one: 1,234 and 12,000 alike."""
    out = ""
    for char in surface[:12]:
        kept = "0" if char.isdigit() else char
        if not out.endswith(kept):
            out += kept
    return out
