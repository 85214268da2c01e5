"""What the statistical model sees of a word: its letters, its senses, how often it names people.

The same function serves training and use. Features of a word do not depend on its neighbours, so
they are computed once for each spelling.
"""

from __future__ import annotations

from functools import cache, reduce
from operator import or_

from arnlp.encoder.letters import affixes
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
# What was cut off in training, the longest first: the article behind one clitic, and each by itself.
_CLITICS = tuple(written(bits) for bits in (*sorted(LED_ARTICLES), THE, AND, SO, BY, TO, AS))
_STEMS = 2  # of a word whose clitics are cut off
_LONG = 8
_LENGTHS = [f"len={size}" for size in range(_LONG + 1)]
_FREQUENT = 3
_DISTANCES = range(-2, 3)
_FAR = ("w=", "S=", "G", "N", "s2=", "p2=", "punct", "digit", "cl=")  # what counts two words away


# The clitics that a word with this first letter may have, with their lengths.
_BY_LETTER = {c[0]: [(d, len(d)) for d in _CLITICS if d[0] == c[0]] for c in _CLITICS}
_ALL_KINDS = reduce(or_, _KINDS.values())


def _power(count: int) -> int:
    return 0 if count <= 0 else min(_FREQUENT, len(str(count)))


def word_features(surface: str) -> list[str]:
    """Return the features of a word as it is written, its normalised form (``w=``) first.

    >>> features = word_features("والقاهرة")
    >>> "w=والقاهره" in features, "cl=و" in features, "S=PLACE" in features
    (True, True, True)
    """
    entry = lexicon()[surface]
    norm = entry.norm if entry is not None else normalize(surface) or surface
    out = [f"w={norm}"]
    size = len(norm)
    out += affixes(norm)
    out.append(_LENGTHS[min(size, _LONG)])
    _shape(out, surface, norm)
    if entry is not None:
        _senses(out, entry)
    _names(out, norm)
    return out


def _shape(out: list[str], surface: str, norm: str) -> None:
    first = norm[0]
    if first.isdigit():
        out.append("digit")
    elif not first.isalpha():
        out.append("punct")
    elif first.isascii():
        out.append("latin")
    if articled(norm) == THE:
        out.append("al")
    if "أ" in surface or "إ" in surface:
        out.append("hamza")
    if surface.endswith("ة"):
        out.append("teh")
    if surface.endswith("ى"):
        out.append("alefm")


def _senses(out: list[str], entry: Entry) -> None:
    kinds = entry.mask & _ALL_KINDS
    if kinds:
        out += _kinds(kinds)
    if entry.clitics:
        out.append(f"cl={entry.clitics}")
    if entry.definite:
        out.append("def")
    if entry.weak:
        out.append("weak")


@cache
def _kinds(mask: int) -> tuple[str, ...]:
    return tuple(f"S={name}" for name, kind in _KINDS.items() if mask & kind)


def _names(out: list[str], norm: str) -> None:
    """Add how often a word, or what stands behind its clitics, names people."""
    known = people(norm)
    if known.latin:
        out += _frequencies(_power(known.given), _power(known.family), "")
    least = len(norm) - 2
    stems = 0
    for clitic, size in _BY_LETTER.get(norm[0], ()):
        if size < least and norm.startswith(clitic):
            known = people(norm[size:])
            if known.latin:
                out += _frequencies(_power(known.given), _power(known.family), "'")
            stems += 1
            if stems == _STEMS:
                break


@cache
def _frequencies(given: int, family: int, mark: str) -> tuple[str, str, str]:
    return f"G{mark}{given}", f"N{mark}{family}", f"GN{mark}{given}{family}"


def wide_features(own: list[str], far: tuple[str, ...] = _FAR) -> dict[int, list[str]]:
    """Return what a word tells of the words around it: features by distance, two words either way.

    ``own`` are the word's features; those that start as one of ``far`` count two words away. Distance 1 is that of the word before, which sees this one behind it.

    >>> wide = wide_features(word_features("دبي"))
    >>> wide[1][0], len(wide)
    ('1:w=دبي', 5)
    """
    near = [f for f in own if not f.startswith("len=")]
    distant = [f for f in own if f.startswith(far)]
    return {
        o: [f"{o}:{f}" for f in (own if not o else near if abs(o) == 1 else distant)]
        for o in _DISTANCES
    }
