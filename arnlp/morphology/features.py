"""Parts of speech and features of readings: as interned tuples, and as bits that are quick to compare.

A bit says what a word may be: where the form does not tell a feature, all its bits are set. So two
words may agree in gender where ``a.bits & b.bits & GENDER`` is not zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

# Name and value of each feature that the form tells, by name: UD's, several values with a comma.
Features = tuple[tuple[str, str], ...]

POS = (
    "VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM", "ADV", "PRON", "DET",
    "ADP", "CCONJ", "SCONJ", "PART", "INTJ", "X", "SYM", "PUNCT",
)  # fmt: skip
(
    VERB, AUX, NOUN, PROPN, ADJ, NUM, ADV, PRON, DET,
    ADP, CCONJ, SCONJ, PART, INTJ, X, SYM, PUNCT,
) = (1 << at for at in range(len(POS)))  # fmt: skip
NOMINAL_POS = NOUN | PROPN | ADJ | NUM
VERBAL_POS = VERB | AUX
_POS_BITS = {name: 1 << at for at, name in enumerate(POS)}
# Of the values of a feature one bit each, from here on.
_VALUES = {
    "Gender": ("Masc", "Fem"),
    "Number": ("Sing", "Dual", "Plur"),
    "Person": ("1", "2", "3"),
    "Case": ("Nom", "Acc", "Gen"),
    "Definite": ("Def", "Ind", "Com"),
    "Mood": ("Ind", "Sub", "Jus", "Imp"),
    "Voice": ("Act", "Pass"),
    "VerbForm": ("Fin", "Part", "Vnoun"),
    "Aspect": ("Perf", "Imp"),
}
_SHIFTS: dict[tuple[str, str], int] = {}
for _name, _all in _VALUES.items():
    for _value in _all:
        _SHIFTS[_name, _value] = 1 << (len(POS) + len(_SHIFTS))
_MASKS = {name: sum(_SHIFTS[name, v] for v in values) for name, values in _VALUES.items()}
(MASC, FEM), (SING, DUAL, PLUR), (FIRST, SECOND, THIRD), (NOM, ACC, GEN), (DEF, IND, COM) = (
    tuple(_SHIFTS[name, value] for value in _VALUES[name])
    for name in ("Gender", "Number", "Person", "Case", "Definite")
)
GENDER, NUMBER, PERSON, CASE, DEFINITE = (
    _MASKS[name] for name in ("Gender", "Number", "Person", "Case", "Definite")
)
VOICE = _MASKS["Voice"]
ACTIVE, PASSIVE = (_SHIFTS["Voice", value] for value in ("Act", "Pass"))
FINITE, PARTICIPLE, MASDAR = (_SHIFTS["VerbForm", value] for value in ("Fin", "Part", "Vnoun"))
PERFECT, IMPERFECT = (_SHIFTS["Aspect", value] for value in ("Perf", "Imp"))
# Features that every word of these parts of speech has, told or not.
_OPEN = {
    "VERB": ("Gender", "Number", "Person", "Mood", "Voice"),
    "AUX": ("Gender", "Number", "Person", "Mood", "Voice"),
    **dict.fromkeys(("NOUN", "PROPN", "ADJ", "NUM"), ("Gender", "Number", "Case", "Definite")),
}


@dataclass(frozen=True, eq=False, slots=True)
class Bundle:
    """A part of speech with features: one object for all words that have the same."""

    pos: str
    features: Features
    bits: int


@cache
def bundle(pos: str, features: Features) -> Bundle:
    """Return the one bundle of a part of speech and features.

    >>> plural = bundle("NOUN", (("Gender", "Fem"), ("Number", "Plur")))
    >>> bool(plural.bits & FEM), bool(plural.bits & MASC), plural.bits & CASE == CASE
    (True, False, True)
    """
    bits = _POS_BITS[pos]
    told = dict(features)
    for name, value in told.items():
        for part in value.split(","):
            bits |= _SHIFTS.get((name, part), 0)
    for name in _OPEN.get(pos, ()):
        if name not in told:
            bits |= _MASKS[name]
    return Bundle(pos, features, bits)


@cache
def without_voice(told: Bundle) -> Bundle:
    """Return a bundle without its voice.

    >>> without_voice(written_bundle("VERB|Person=3|Voice=Act")).features
    (('Person', '3'),)
    """
    return bundle(told.pos, tuple(pair for pair in told.features if pair[0] != "Voice"))


@cache
def written_bundle(line: str) -> Bundle:
    """Return the bundle that a line such as ``NOUN|Gender=Fem|Number=Plur`` tells.

    >>> written_bundle("NOUN|Gender=Fem").features
    (('Gender', 'Fem'),)
    """
    pos, *pairs = line.split("|")
    cut = (pair.partition("=") for pair in pairs)
    return bundle(pos, tuple((name, value) for name, _, value in cut))
