"""What the statistical model sees of a word in Latin letters: its letters, its case, what tables know of it.

The same function serves training and use. Features of a word do not depend on its neighbours, so they
are computed once for each spelling; where letter case means less (the first word of a sentence, lines in
capitals, headlines) a mark in front of the spelling says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_

from arnlp.encoder.letters import affixes, outline
from arnlp.lexicon import senses as S
from arnlp.lexicon.latin_names import folded, latin_name
from arnlp.lexicon.lexicon import lexicon
from arnlp.morphology import readings
from arnlp.text.tokens import LATIN

_KINDS = {
    name: getattr(S, name)
    for name in (
        "NUMBER", "MONTH", "WEEKDAY", "PERIOD", "HONORIFIC", "ROLE", "ORG_HEAD", "ORG", "AGENCY", "PLACE_HEAD",
        "PLACE", "NAMED_HEAD", "GIVEN_NAME", "PARTICLE", "SPEECH", "STOP", "VERB", "NATIONALITY", "NUMERIC",
        "UNIT", "CURRENCY", "KNOWN_NAME",
    )
}  # fmt: skip
_ALL_KINDS = reduce(or_, _KINDS.values())
_LONG = 10
FIRST, SHOUTED, HEADLINE = (
    "\x02",
    "\x03",
    "\x04",
)  # the first word; a line in capitals; Most Words Capital
_MARKS = {FIRST: "first", SHOUTED: "shout", HEADLINE: "head"}
_LEAST = 3  # words with letters of a line in capitals, twice as many of a headline
_SHARE = 0.75
_OPENINGS = frozenset("\"'\u201c\u2018\u00ab(-\u2013\u2014*")


def marked(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence, marked where their case says less than elsewhere.

    >>> marked(["The", "Bank", "of", "Spain"]) == [FIRST + "The", "Bank", "of", "Spain"]
    True
    >>> marked(["BANK", "OF", "SPAIN"]) == [SHOUTED + w for w in ("bank", "of", "spain")]
    True
    """
    lettered = [word for word in words if len(word) > 1 and word[0].isalpha()]
    if len(lettered) >= _LEAST:
        least = _SHARE * len(lettered)
        if sum(map(str.isupper, lettered)) >= least:
            return [SHOUTED + word.lower() for word in words]
        if len(lettered) >= 2 * _LEAST and sum(w[0].isupper() for w in lettered) >= least:
            return [HEADLINE + word for word in words]
    out = list(words)
    for i, word in enumerate(words):
        if word[0] not in _OPENINGS:
            out[i] = FIRST + word
            break
    return out


def latin_features(spelling: str) -> list[str]:
    """Return the features of a word as it is written, a mark perhaps before it; ``w=`` first.

    >>> features = latin_features(FIRST + "Chicago")
    >>> features[0], "x=Aa" in features, "m=first" in features, "P2" in features
    ('w=chicago', True, True, True)
    """
    mark = _MARKS.get(spelling[0], "")
    surface = spelling[1:] if mark else spelling
    surface = surface or " "
    norm = folded(surface)
    if not surface[0].isalpha():
        shape = outline(norm)
        return [f"w={shape}", "digit" if norm[:1].isdigit() else "punct"]
    out = [f"w={norm}"]
    size = len(norm)
    out += affixes(norm)
    case = _case(surface)
    out += (f"len={min(size, _LONG)}", f"x={case}", f"m={mark}", f"x={case} m={mark}")
    entry = lexicon()[surface]
    if entry is not None and (kinds := entry.mask & _ALL_KINDS):
        out += _kinds(kinds)
        if entry.weak:
            out.append("weak")
    found = readings(surface.lower(), LATIN)
    parts = "+".join(sorted({reading[0].pos for reading in found[:4]}))
    out += (f"R={parts}", f"R={parts} x={case}")
    known = latin_name(norm)
    if known.given or known.family:
        out += (f"G{known.given}", f"N{known.family}", f"GN{known.given}{known.family}")
    if known.place:
        out += (f"P{known.place}", f"GNP{known.given}{known.family}{known.place}")
    return out


@cache
def _kinds(mask: int) -> tuple[str, ...]:
    return tuple(f"S={name}" for name, kind in _KINDS.items() if mask & kind)


def _case(surface: str) -> str:
    if surface.islower():
        return "a"
    if "." in surface:
        return "A."
    if surface.isupper():
        return "A" if len(surface) == 1 else "AA"
    if surface[0].isupper():
        return "Aa" if surface[1:].islower() else "AaA"
    return "aA"
