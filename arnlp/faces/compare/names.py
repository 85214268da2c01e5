"""Persons, bodies and places of both texts: by the gazetteer, by what both spell, by their sounds.

A name of one text is told by the other where the aligned sentences, or those around, hold its name in
the other language, its country, its letters, or words that sound like its own. What none of them
resembles is paired with what the other text has left over: a conflict. By itself it is missing, and
shown where it would hardly be left out: a person named in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from arnlp.faces.compare.clues import readings
from arnlp.faces.compare.named import LEAST, SURE, Name, is_like_a_name, names_of
from arnlp.faces.compare.pairing import OTHER, Both, Language, paired
from arnlp.faces.compare.sides import Side
from arnlp.faces.compare.sounds import likeness, sounds_of
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.model.comparison import Finding
from arnlp.text.tokens import LATIN, WORD, kind_of
from arnlp.text.view import normalize

_ALIKE = 0.75  # at which two words may well be one name
_BY_CHANCE = 0.15  # that much less where one of them is a common word


@dataclass(frozen=True)
class _Near:
    """What the sentences of a text around a bead hold."""

    entries: tuple[Entry, ...]
    text: str

    @cached_property
    def words(self) -> dict[str, bool]:
        """Return the single words of the tokens, and whether each may well be a name."""
        out: dict[str, bool] = {}
        for entry in self.entries:
            if entry.kind in (WORD, LATIN):
                for word in entry.norm.split():
                    out[word] = out.get(word, False) or is_like_a_name(entry)
        for one, other in pairwise(self.entries):  # بيونغ يانغ, Pyongyang
            if one.kind == other.kind == WORD:
                out[one.norm + other.norm] = is_like_a_name(one) and is_like_a_name(other)
        return out


def compare_names(both: Both) -> Iterator[Finding]:
    """Yield a finding for each name in each bead of either text."""
    here: dict[Language, dict[int, list[Name]]] = {
        "ar": names_of(both, "ar"), "en": names_of(both, "en")
    }  # fmt: skip
    for bead in range(len(both.beads)):
        if both.is_whole(bead):
            yield from _bead(both, bead, here["ar"].get(bead, []), here["en"].get(bead, []))


def _bead(both: Both, bead: int, ar: list[Name], en: list[Name]) -> Iterator[Finding]:
    near: dict[Language, _Near] = {
        "ar": _near(both, "ar", bead), "en": _near(both, "en", bead)
    }  # fmt: skip
    left: dict[Language, list[Name]] = {"ar": [], "en": []}
    good: dict[Language, list[Name]] = {"ar": [], "en": []}
    sides: tuple[tuple[Language, list[Name]], ...] = (("ar", ar), ("en", en))
    for language, names in sides:
        for name in names:
            odd = _untold(name, language, near[OTHER[language]])
            if odd:
                left[language].append(replace(name, odd=odd))
            else:
                good[language].append(name)
    pairs, rest, more = paired(good["ar"], good["en"], _same)
    for a, e in pairs:
        yield both.finding(a.kind, "matched", bead, a.item, e.item)
    for language, names in (("ar", rest), ("en", more)):
        for name in filter(_is_read, names):
            yield both.lone(name.kind, "agrees", bead, language, name.item)
    pairs, rest, more = paired(left["ar"], left["en"], _same_sort)
    for a, e in pairs:
        note = f"{a.item.value} in Arabic, {e.item.value} in English"
        yield both.finding(e.kind, "conflict", bead, a.item, e.item, note, _is_sure(both, a, e))
    for language, names in (("ar", rest), ("en", more)):
        for name in filter(_is_read, names):
            shown = _is_shown(name, both.side(OTHER[language]))
            yield both.lone(name.kind, "missing", bead, language, name.item, shown=shown)


def _is_read(name: Name) -> bool:
    """Tell whether an engine has read a name, and not only its letters suggest one."""
    return name.entity is not None


def _near(both: Both, language: Language, bead: int) -> _Near:
    side = both.side(language)
    here = both.sentences(language, bead)
    first, last = side.sentences[here[0]].first, side.sentences[here[-1]].last
    start, end = side.sentences[here[0]].start, side.sentences[here[-1]].end
    return _Near(tuple(side.tagged.entries[first:last]), normalize(side.text[start:end]))


def _untold(name: Name, language: Language, near: _Near) -> tuple[str, ...]:
    """Return the words of a name that nothing around in the other text is like.

    A name is told by one word that is alike, for texts leave words of it out; of a person another
    that is like nothing at all is left over.
    """
    if _is_named(name, language, near):
        return ()
    heard = {word: _heard_best(word, language, near.words) for word in name.words}
    joined = "".join(name.words)  # بيونغ يانغ, Pyongyang
    if max(*heard.values(), _heard_best(joined, language, near.words)) >= _ALIKE:
        return ()
    return tuple(word for word, like in heard.items() if like < _ALIKE)


def _is_named(name: Name, language: Language, near: _Near) -> bool:
    """Tell whether the other text has a name's record in the gazetteer, or its country."""
    if name.entity is None:
        return False
    names = name.entity.names
    other = names.ar if language == "en" else names.en
    if other and names.origin != "transliteration" and normalize(other) in near.text:
        return True
    known = _places(name)
    for entry in near.entries:
        if entry.mask & S.NATIONALITY and entry.senses[S.NATIONALITY].value in known:
            return True
        if entry.mask & S.PLACE or entry.weak:
            for place in entry.senses[S.PLACE if entry.mask & S.PLACE else S.WEAK_PLACE].value:
                if place.en in known or place.ar in known or place.country in known:
                    return True
    return False


def _places(name: Name) -> frozenset[str]:
    """Return what a name may be in the gazetteer of places: names in either language."""
    names = name.entity.names if name.entity else None
    if names is None or names.origin == "transliteration":
        return frozenset()
    return frozenset(n for n in (names.ar, names.en) if n)


@lru_cache(maxsize=50_000)
def _heard(arabic: str, latin: str) -> float:
    return max(
        (likeness(sounds, sounds_of(latin, "latin")) for sounds in readings(arabic)), default=0.0
    )


def _heard_best(word: str, language: Language, words: dict[str, bool]) -> float:
    """Return how alike the likest of some words of the other text sounds."""
    best = 0.0
    for other, named in words.items():
        if other == word.lower():
            return 1.0
        arabic, latin = (word, other) if language == "ar" else (other, word)
        if len(other) >= LEAST and _is_arabic(arabic) and not _is_arabic(latin):
            best = max(best, _heard(arabic, latin) - (0.0 if named else _BY_CHANCE))
    return best


def _is_arabic(word: str) -> bool:
    return kind_of(word) == WORD


def _same(a: Name, e: Name) -> float:
    """Return how sure two names that the other text tells are of one bearer."""
    if a.entity is None or e.entity is None:
        return 0.0
    known = {a.entity.names.ar, a.entity.names.en} & {e.entity.names.ar, e.entity.names.en}
    like = 2.0 if known - {None} else 0.0
    like += sum(max((_heard(w, v) for v in e.words), default=0.0) > _ALIKE for w in a.words)
    return like + (0.5 if like and a.kind == e.kind else 0.0)


def _same_sort(a: Name, e: Name) -> float:
    """Return how likely two names are meant to be one, though nothing of them is alike."""
    if a.entity is None and e.entity is None:
        return 0.0
    if "organization" in (a.kind, e.kind) and a.kind != e.kind:
        return 0.0
    like = 1.0 if a.kind == e.kind else 0.5
    like += 0.3 if len(a.words) == len(e.words) else 0.0
    return like + (0.2 if a.entity and e.entity else 0.0)


def _is_shown(name: Name, other: Side) -> bool:
    """Tell whether a name would hardly be left out: a person in full, a known place."""
    if name.entity is None or not name.foreign:
        return False
    if name.kind == "person":
        return len(name.odd) >= SURE
    names = name.entity.names
    known = names.ar if other.language == "ar" else names.en
    if name.kind != "place" or names.origin != "gazetteer" or not known or not name.bare:
        return False
    return normalize(known) not in normalize(other.text)


def _is_sure(both: Both, a: Name, e: Name) -> bool:
    """Tell whether two names that differ are names by their words: bodies are translated."""
    if a.kind == "organization" or e.kind == "organization":
        return all(n.entity and n.entity.names.origin == "gazetteer" for n in (a, e))
    return (a.foreign and e.foreign) or _is_shown(a, both.en) or _is_shown(e, both.ar)
