"""The names of a text by bead, with the words of them that their sounds can tell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from arnlp.faces.compare.glossary import glossed
from arnlp.faces.compare.pairing import Both, Item, Language
from arnlp.faces.compare.sides import Side
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.model.comparison import Kind
from arnlp.model.release import Entity
from arnlp.text.tokens import LATIN, WORD

SURE = 2  # words of a name that would hardly be left out
LEAST = 3  # letters of a word that is held against others
_TYPES: dict[str, Kind] = {"person": "person", "place": "place", "organization": "organization"}
_LONGEST = 14  # letters of a word; longer ones are several that a lost space glued


@dataclass(frozen=True, slots=True)
class Name:
    """A name where a text first has it in a bead: its words that can be told from their sounds."""

    item: Item
    kind: Kind
    entity: Entity | None  # None for words that look like a name and that no engine took for one
    words: tuple[str, ...]
    odd: tuple[str, ...] = ()  # words that nothing in the other text is like
    foreign: bool = False  # some word of it is in no table of common words
    bare: bool = False  # it is no common word as well


def names_of(both: Both, language: Language) -> dict[int, list[Name]]:
    """Return the names of a text by bead, each once a bead, and runs of words that look like names."""
    side = both.side(language)
    out: dict[int, list[Name]] = defaultdict(list)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for entity in side.release.entities:
        if entity.type not in _TYPES:
            continue
        seen: set[int] = set()
        for mention in entity.mentions:
            sentence = side.sentence_at(mention.start)
            taken[sentence].append((mention.start, mention.end))
            bead = both.bead(language, sentence)
            if mention.kind == "title" or bead in seen:
                continue
            words = _words(side, mention.start, mention.end)
            if words:
                seen.add(bead)
                item = Item(mention.start, mention.end, sentence, entity.name)
                foreign = _is_foreign(side, mention.start, mention.end)
                bare = _is_bare(side, mention.start, mention.end)
                out[bead].append(Name(item, _TYPES[entity.type], entity, words, (), foreign, bare))
    for number in range(len(side.sentences)):
        runs = _runs(side, number, taken[number])
        if runs:
            out[both.bead(language, number)] += runs
    return out


def _runs(side: Side, number: int, taken: list[tuple[int, int]]) -> list[Name]:
    """Return runs of words that look like names, where no engine has read one."""
    sentence = side.sentences[number]
    entries = side.tagged.entries
    out = []
    i = sentence.first + 1
    while i < sentence.last:
        end = i
        while end < sentence.last and _looks_like_a_name(entries[end]):
            end += 1
        start, stop = side.tagged.starts[i], side.tagged.ends[end - 1]
        if end - i >= SURE and not any(a < stop and start < b for a, b in taken):
            words = _words(side, start, stop)
            if len(words) >= SURE:
                item = Item(start, stop, number, side.text[start:stop])
                out.append(Name(item, "person", None, words, foreign=True))
        i = end + 1
    return out


def _looks_like_a_name(entry: Entry) -> bool:
    if entry.mask & (_COMMON | S.PLACE) or glossed(entry):
        return False
    return is_like_a_name(entry) and entry.caps < 2 and len(entry.surface) <= _LONGEST


def _words(side: Side, start: int, end: int) -> tuple[str, ...]:
    """Return the words of a name that can be told from their sounds: no common words."""
    first, last = side.tagged.token_range(start, end)
    out = []
    for i in range(first, max(last, first + 1)):
        entry = side.tagged.entries[i]
        known = entry.mask & (S.PLACE | S.GIVEN_NAME)
        if entry.kind not in (WORD, LATIN) or (
            not known and (glossed(entry) or entry.mask & _COMMON)
        ):
            continue
        if entry.kind == LATIN and (not entry.caps or (entry.caps == 2 and len(entry.surface) < 5)):
            continue
        form = entry.surface if entry.kind == LATIN else entry.norm
        out += [word for word in form.split() if len(word) >= LEAST]
    return tuple(out)


def _is_foreign(side: Side, start: int, end: int) -> bool:
    """Tell whether a name holds a word that is a name by the gazetteers, or in no table at all."""
    first, last = side.tagged.token_range(start, end)
    entries = side.tagged.entries[first : max(last, first + 1)]
    return any(is_like_a_name(e) and len(e.surface) <= _LONGEST for e in entries)


def _is_bare(side: Side, start: int, end: int) -> bool:
    """Tell whether no word of an Arabic name is a common word, too."""
    first, last = side.tagged.token_range(start, end)
    entries = side.tagged.entries[first : max(last, first + 1)]
    return all(e.kind != WORD or all(r.guessed for r in e.readings) for e in entries)


def is_like_a_name(entry: Entry) -> bool:
    """Tell whether a word is a name by the gazetteers, in capitals, or in no table at all."""
    if entry.mask & (S.PLACE | S.GIVEN_NAME):
        return True
    if entry.kind == WORD:
        return all(reading.guessed for reading in entry.readings)
    return entry.kind == LATIN and bool(entry.caps) and not entry.mask & _COMMON


_COMMON = (
    S.ORG_HEAD | S.ROLE | S.BARE_ROLE | S.NAMED_HEAD | S.PLACE_HEAD | S.NATIONALITY | S.HONORIFIC
    | S.TITLE_MENTION | S.MONTH | S.WEEKDAY | S.NUMBER | S.ORDINAL | S.STOP | S.PARTICLE | S.NOUN
)  # fmt: skip
