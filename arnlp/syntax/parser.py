"""Words in context: the trees of a text, sentence by sentence.

The network says of each word its part of speech and its head; of the readings that the morphology has,
the likeliest one of that part of speech is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from arnlp.encoder.grammar import LONGEST, Parsed, grammar
from arnlp.lexicon.tagged import TaggedText
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading
from arnlp.syntax.settling import settle
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, PUNCTUATION, SPACE, WORD, kind_of, pieces

# Parts of speech that are one and the same for the choice of a reading.
_ALIKE = {
    "AUX": "VERB", "CCONJ": "ADP", "SCONJ": "ADP", "PART": "ADP", "PROPN": "NOUN", "DET": "PRON",
}  # fmt: skip
_PERCENT = frozenset("%٪")
_CHOICES = 65536  # kept
_Words = tuple[list[str], list[int], list[int], list[int]]  # words, starts, ends, kinds


@dataclass(slots=True)
class Parse:
    """The trees of a text, in its order, and the first token of each; ``tree_of`` finds one by token.

    A sentence longer than the network reads at a time is several trees.
    """

    trees: list[Tree]
    firsts: list[int] = field(default_factory=list)  # token that each tree starts with


def parse(tagged: TaggedText) -> Parse:
    """Return the trees of a text: one a sentence; no tree crosses a sentence end or a line of a list.

    >>> tree = parse(TaggedText("ارتفعت قيمة الصادرات بنسبة 5%")).trees[0]
    >>> [(word, pos, tree.words[head] if head >= 0 else None)
    ...  for word, pos, head in zip(tree.words, tree.pos, tree.heads)][:3]
    [('ارتفعت', 'VERB', None), ('قيمة', 'NOUN', 'ارتفعت'), ('الصادرات', 'NOUN', 'قيمة')]
    """
    found: list[tuple[str, int, _Words]] = []
    for first, last in tagged.sentences:
        words = _words(tagged, first, last)
        if words[0]:
            language = "ar" if _is_arabic(words[3]) else "en"
            found += ((language, first, part) for part in _parted(words))
    parsed: list[Parsed | None] = [None] * len(found)
    for language in ("ar", "en"):
        at = [i for i, one in enumerate(found) if one[0] == language]
        if at:
            batch = [list(zip(found[i][2][0], found[i][2][3], strict=True)) for i in at]
            for i, result in zip(at, grammar(language).parse(batch), strict=True):
                parsed[i] = result
    out = Parse([])
    for (language, first, words), one in zip(found, parsed, strict=True):
        if one is not None:
            out.trees.append(_tree(words, one, language == "ar"))
            out.firsts.append(first)
    return out


def _words(tagged: TaggedText, first: int, last: int) -> _Words:
    """Return the words of a sentence with their offsets and kinds; phrases of the lexicon are cut."""
    entries = tagged.entries[first:last]
    starts, ends = tagged.starts[first:last], tagged.ends[first:last]
    words = [entry.surface for entry in entries]
    kinds = [entry.kind for entry in entries]
    whole = [end - start for start, end in zip(starts, ends, strict=True)] == [*map(len, words)]
    if whole and BREAK not in kinds and not [1 for entry in entries if " " in entry.norm]:
        return words, starts, ends, kinds
    return _cut_words(tagged, first, last)


def _cut_words(tagged: TaggedText, first: int, last: int) -> _Words:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    of = slice(first, last)
    for entry, start, end in zip(
        tagged.entries[of], tagged.starts[of], tagged.ends[of], strict=True
    ):
        if entry.kind == BREAK:
            continue
        if end - start == len(entry.surface) and " " not in entry.norm:
            words.append(entry.surface)
            starts.append(start)
            ends.append(end)
            kinds.append(entry.kind)
            continue
        at = start
        for piece in pieces(tagged.text[start:end]):
            kind = kind_of(piece)
            if kind not in (SPACE, BREAK):
                words.append(piece)
                starts.append(at)
                ends.append(at + len(piece))
                kinds.append(kind)
            at += len(piece)
    return words, starts, ends, kinds


def _is_arabic(kinds: list[int]) -> bool:
    return kinds.count(WORD) * 2 >= kinds.count(LATIN)


def _parted(words: _Words) -> list[_Words]:
    """Cut a sentence that is too long, behind its last mark that fits, else where it must."""
    size = len(words[0])
    if size <= LONGEST:
        return [words]
    out: list[_Words] = []
    first = 0
    kinds = words[3]
    while size - first > LONGEST:
        last = first + LONGEST
        for i in range(last - 1, first + LONGEST // 2, -1):
            if kinds[i] == PUNCTUATION:
                last = i + 1
                break
        out.append(_slice(words, first, last))
        first = last
    out.append(_slice(words, first, size))
    return out


def _slice(words: _Words, first: int, last: int) -> _Words:
    return words[0][first:last], words[1][first:last], words[2][first:last], words[3][first:last]


def _tree(words: _Words, parsed: Parsed, arabic: bool) -> Tree:
    pairs = [*map(choose, words[0], words[3], parsed.pos)]
    chosen = [reading for reading, _ in pairs]
    parts = [pos for _, pos in pairs]
    heads, relations = parsed.heads, parsed.relations
    for at, word in enumerate(words[0]):
        if word in _PERCENT and at and words[3][at - 1] == NUMERAL and heads[at - 1] != at:
            _hang_sign(heads, relations, at)
    tree = Tree(words[0], words[1], words[2], chosen, parts, heads, relations)
    if arabic:
        settle(tree)
    return tree


def _hang_sign(heads: list[int], relations: list[str], at: int) -> None:
    """Hang a sign of percent, with what hangs on it, on the numeral right before it."""
    above = at - 1
    while above >= 0 and above != at:
        above = heads[above]
    if above == at:  # the numeral hangs somewhere under the sign: they change places
        heads[at - 1], relations[at - 1] = heads[at], relations[at]
    for i, head in enumerate(heads):
        if head == at and i != at - 1:
            heads[i] = at - 1
    heads[at], relations[at] = at - 1, "nmod"


@lru_cache(_CHOICES)
def choose(word: str, kind: int, pos: str) -> tuple[Reading, str]:
    """Return the likeliest reading of a word with a part of speech, and the part of speech it gets.

    A mark stays a mark, and where no reading is anything like it, the likeliest reading is taken under
    the part of speech that the context says.
    """
    found = readings(word, kind)
    if kind == PUNCTUATION:
        return found[0], found[0].pos
    for reading in found:
        if reading.pos == pos:
            return reading, pos
    alike = _ALIKE.get(pos, pos)
    for reading in found:
        if _ALIKE.get(reading.pos, reading.pos) == alike:
            return reading, pos
    return found[0], pos
