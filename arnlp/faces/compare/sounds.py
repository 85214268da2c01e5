"""Names of two scripts that sound alike: ستوريدج and Sturridge.

Tables: ``sounds.tsv`` (what letters stand for) and ``sound_distances.tsv`` (how far sounds are apart)
of ``arnlp/lang/common``. A word is a row of sounds; how far two words are apart is their weighted
edit distance. Words that may be alike are found by a key of their consonants, so that a text of many
names costs no more than its length.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from arnlp.lang import alternatives, table

Sounds = tuple[str, ...]  # each position holds the sounds that it may be, the usual first

_GROUPS = {
    sound: group
    for group, sounds in {
        "B": "bpfv", "T": "td0", "S": "szS", "K": "jgGkx", "L": "l", "R": "r", "M": "m", "N": "n",
    }.items()
    for sound in sounds
}  # fmt: skip
_CHURCH = "C"  # ch may be of several groups
_WEAK = frozenset("wyah")
_SOFTENERS = frozenset("eiy")
_MOST_KEYS = 12


class _Spelling(NamedTuple):
    letters: str
    at: str
    sounds: tuple[str, ...]


@cache
def _spellings(script: str) -> dict[str, list[_Spelling]]:
    """Return the spellings of a script by their first letter, the longest first."""
    out: dict[str, list[_Spelling]] = defaultdict(list)
    for row in table("common", "sounds"):
        if row["script"] == script:
            found = _Spelling(row["spelling"], row["at"], tuple(alternatives(row["sounds"])))
            out[found.letters[0]].append(found)
    for rows in out.values():
        rows.sort(key=lambda row: (-len(row.letters), not row.at))
    return dict(out)


@cache
def _distances() -> dict[tuple[str, str], float]:
    out: dict[tuple[str, str], float] = {}
    for row in table("common", "sound_distances"):
        pair = row["one"], row["other"]
        out[pair] = out[pair[::-1]] = float(row["distance"])
    return out


@lru_cache(maxsize=20_000)
def sounds_of(word: str, script: str) -> Sounds:
    """Return the sounds of a word, each with those that its letters may also stand for.

    >>> sounds_of("Shaw", "latin"), sounds_of("شو", "arabic")
    (('S', 'a', 'wv'), ('SC', 'w'))
    """
    if script == "latin":
        word = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalpha())
    out: list[str] = []
    i = 0
    while i < len(word):
        spelling = _at(word, i, _spellings(script).get(word[i], ()))
        if spelling is None:
            i += 1
            continue
        i += len(spelling.letters)
        while i < len(word) and word[i] == word[i - 1] and script == "latin":
            i += 1
        first = spelling.sounds[0]
        if len(first) == 1:
            out.append("".join(s for s in spelling.sounds if len(s) == 1))
        else:
            out += first
    return tuple(out)


def _at(word: str, i: int, rows: Iterable[_Spelling]) -> _Spelling | None:
    for row in rows:
        end = i + len(row.letters)
        if not word.startswith(row.letters, i):
            continue
        if (row.at == "start" and i) or (row.at == "end" and end != len(word)):
            continue
        if row.at == "soft" and (end >= len(word) or word[end] not in _SOFTENERS):
            continue
        return row
    return None


@lru_cache(maxsize=100_000)
def _apart(one: str, other: str) -> float:
    """Return how far two positions are apart: the nearest of the sounds that they may be."""
    known = _distances()
    return min(0.0 if a == b else known.get((a, b), 1.0) for a in one for b in other)


@lru_cache(maxsize=1_000)
def _alone(one: str) -> float:
    known = _distances()
    return min(known.get((sound, "-"), 0.0 if sound == "-" else 1.0) for sound in one)


@lru_cache(maxsize=100_000)
def likeness(arabic: Sounds, latin: Sounds) -> float:
    """Return how alike two words sound, from 0 to 1.

    >>> likeness(sounds_of("ستوريدج", "arabic"), sounds_of("Sturridge", "latin")) > 0.85
    True
    >>> likeness(sounds_of("جونس", "arabic"), sounds_of("Becker", "latin")) < 0.5
    True
    """
    row = [0.0]
    for b in latin:
        row.append(row[-1] + _alone(b))
    longest = max(_weight(arabic), _weight(latin))
    for a in arabic:
        before, row = row, [row[0] + _alone(a)]
        for j, b in enumerate(latin):
            row.append(min(before[j] + _apart(a, b), before[j + 1] + _alone(a), row[j] + _alone(b)))
    return max(0.0, 1 - row[-1] / longest) if longest else 0.0


def _weight(sounds: Sounds) -> float:
    return sum(0.25 if set(sound) & _WEAK else 1.0 for sound in sounds)


@lru_cache(maxsize=20_000)
def keys(sounds: Sounds) -> frozenset[str]:
    """Return the keys of a word: the groups of its consonants, in all ways to read it.

    >>> sorted(keys(sounds_of("Chelsea", "latin")))
    ['KLS', 'SLS', 'TSLS']
    """
    out = [""]
    for sound in sounds:
        groups = sorted({g for s in sound for g in _groups_of(s)})
        out = [key if key.endswith(group) else key + group for key in out for group in groups][
            :_MOST_KEYS
        ]
    return frozenset(out)


def _groups_of(sound: str) -> tuple[str, ...]:
    if sound == _CHURCH:
        return ("K", "S", "TS")
    return (_GROUPS.get(sound, ""),)


def near_keys(found: frozenset[str]) -> frozenset[str]:
    """Return keys with those that lack one consonant, where enough are left."""
    return found.union(
        key[:i] + key[i + 1 :] for key in found if len(key) > 2 for i in range(len(key))
    )
