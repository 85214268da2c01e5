"""Sentences cut to words: what is read at a time, before anything is known of its grammar."""

from __future__ import annotations

from typing import NamedTuple

from arnlp.encoder.grammar import LONGEST
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK, LATIN, PUNCTUATION, SPACE, WORD, kind_of, pieces


class Stretch(NamedTuple):
    """Words that make a tree: those of a sentence, or of a part of one that is too long.

    ``token`` is the token that the sentence starts with. ``words``, their offsets ``starts`` and
    ``ends``, and the ``kinds`` of their tokens are parallel.
    """

    language: str
    token: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]


def stretches(tagged: TaggedText) -> list[Stretch]:
    """Return the stretches of a text, in its order; none crosses a sentence end or a line of a list.

    >>> [stretch.words for stretch in stretches(TaggedText("Exports rose. Imports fell"))]
    [['Exports', 'rose', '.'], ['Imports', 'fell']]
    """
    entries = tagged.entries
    found: list[Stretch] = []
    for first, last in tagged.sentences:
        while last > first and entries[last - 1].kind == BREAK:
            last -= 1
        if last > first:
            found += _parted(_words(tagged, first, last))
    return found


def _words(tagged: TaggedText, first: int, last: int) -> Stretch:
    """Return the words of a sentence with their offsets and kinds; phrases of the lexicon are cut."""
    entries = tagged.entries[first:last]
    starts, ends = tagged.starts[first:last], tagged.ends[first:last]
    words = [entry.surface for entry in entries]
    kinds = [entry.kind for entry in entries]
    whole = [end - start for start, end in zip(starts, ends, strict=True)] == [*map(len, words)]
    if not whole or BREAK in kinds or [1 for entry in entries if " " in entry.norm]:
        words, starts, ends, kinds = _cut(tagged, first, last)
    language = "ar" if kinds.count(WORD) * 2 >= kinds.count(LATIN) else "en"
    return Stretch(language, first, words, starts, ends, kinds)


def _cut(
    tagged: TaggedText, first: int, last: int
) -> tuple[list[str], list[int], list[int], list[int]]:
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


def _parted(stretch: Stretch) -> list[Stretch]:
    """Cut a sentence that is too long, behind its last mark that fits, else where it must."""
    size = len(stretch.words)
    if size <= LONGEST:
        return [stretch] if size else []
    out: list[Stretch] = []
    first = 0
    kinds = stretch.kinds
    while size - first > LONGEST:
        last = first + LONGEST
        for i in range(last - 1, first + LONGEST // 2, -1):
            if kinds[i] == PUNCTUATION:
                last = i + 1
                break
        out.append(_slice(stretch, first, last))
        first = last
    out.append(_slice(stretch, first, size))
    return out


def _slice(stretch: Stretch, first: int, last: int) -> Stretch:
    language, token, words, starts, ends, kinds = stretch
    of = slice(first, last)
    return Stretch(language, token, words[of], starts[of], ends[of], kinds[of])
