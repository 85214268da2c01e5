"""What the statistical model sees of a word: its letters, its senses, how often it names people.

The same function serves training and use. Features of a word do not depend on its neighbours, so
they are computed once for each spelling.
"""

from __future__ import annotations

import math

from arnlp.lexicon import senses as S
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.text.clitics import AND, AS, BY, LED_ARTICLES, SO, THE, TO, articled, written
from arnlp.text.view import normalize

_KINDS = {
    name: getattr(S, name)
    for name in (
        "NUMBER", "MONTH", "WEEKDAY", "PERIOD", "HONORIFIC", "ROLE", "BARE_ROLE", "ORG_HEAD", "ORG",
        "AGENCY", "PLACE_HEAD", "PLACE", "NAMED_HEAD", "GIVEN_NAME", "PARTICLE", "SPEECH",
        "COMPLEMENTIZER", "STOP", "VERB", "ADJECTIVE", "NATIONALITY", "NUMERIC", "QUOTE_MARK",
        "END_MARK", "CLITIC", "NOUN", "UNIT", "CURRENCY", "DEIXIS", "TITLE_MENTION",
    )
}  # fmt: skip
_AFFIXES = (1, 2, 3, 4)
# What was cut off in training, the longest first: the article behind one clitic, and each by itself.
_CLITICS = tuple(written(bits) for bits in (*sorted(LED_ARTICLES), THE, AND, SO, BY, TO, AS))
_LONG = 8
_FREQUENT = 3
_DISTANCES = range(-2, 3)
_FAR = ("w=", "S=", "G", "N", "s2=", "p2=", "punct", "digit", "cl=")  # what counts two words away


def _power(count: int) -> int:
    return 0 if count <= 0 else min(_FREQUENT, int(math.log10(count)) + 1)


def word_features(surface: str) -> list[str]:
    """Return the features of a word as it is written.

    >>> features = word_features("والقاهرة")
    >>> "w=والقاهره" in features, "cl=و" in features, "S=PLACE" in features
    (True, True, True)
    """
    norm = normalize(surface) or surface
    out = [f"w={norm}"]
    size = len(norm)
    for k in _AFFIXES:
        if size > k:
            out += (f"p{k}={norm[:k]}", f"s{k}={norm[-k:]}")
    out.append(f"len={min(size, _LONG)}")
    out += _shape(surface, norm)
    entry = lexicon()[surface]
    if entry is not None:
        out += _senses(entry)
    return out + _names(norm)


def _shape(surface: str, norm: str) -> list[str]:
    out = []
    if norm[0].isdigit():
        out.append("digit")
    elif not norm[0].isalpha():
        out.append("punct")
    elif norm[0].isascii():
        out.append("latin")
    if articled(norm) == THE:
        out.append("al")
    if "أ" in surface or "إ" in surface:
        out.append("hamza")
    if surface.endswith("ة"):
        out.append("teh")
    if surface.endswith("ى"):
        out.append("alefm")
    return out


def _senses(entry: Entry) -> list[str]:
    out = [f"S={name}" for name, kind in _KINDS.items() if entry.mask & kind]
    if entry.clitics:
        out.append(f"cl={entry.clitics}")
    if entry.definite:
        out.append("def")
    if entry.weak:
        out.append("weak")
    return out


def _names(norm: str) -> list[str]:
    """Return how often a word, or what stands behind its clitics, names people."""
    out: list[str] = []
    stems = [norm] + [
        norm[len(c) :] for c in _CLITICS if norm.startswith(c) and len(norm) - len(c) > 2
    ]
    for stem, mark in zip(stems[:3], ("", "'", "'"), strict=False):
        known = people(stem)
        if known.latin:
            given, family = _power(known.given), _power(known.family)
            out += (f"G{mark}{given}", f"N{mark}{family}", f"GN{mark}{given}{family}")
    return out


def wide_features(own: list[str]) -> dict[int, list[str]]:
    """Return what a word tells of the words around it: features by distance, two words either way.

    ``own`` are the word's features. Distance 1 is that of the word before, which sees this one behind it.

    >>> wide = wide_features(word_features("دبي"))
    >>> wide[1][0], len(wide)
    ('1:w=دبي', 5)
    """
    near = [f for f in own if not f.startswith("len=")]
    far = [f for f in own if f.startswith(_FAR)]
    return {
        o: [f"{o}:{f}" for f in (own if not o else near if abs(o) == 1 else far)]
        for o in _DISTANCES
    }
