"""A text cut into tokens, each with its entry of the lexicon, its sentence and its part."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain, compress, count
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.lexicon.lexicon import Merged, lexicon
from arnlp.lexicon.senses import Entry, Sense
from arnlp.lexicon.sentence_ends import CLOSERS, ends_sentence
from arnlp.lexicon.vocabulary import GLUED_END, PHRASE_END
from arnlp.text.clitics import THE, TO, articled
from arnlp.text.structure import Part, parts
from arnlp.text.tokens import BREAK, LATIN, WORD, cut, pieces, spans


class TaggedText:
    """Parallel lists over the tokens of a text: entries, starts and ends, and the entries' masks.

    Phrases of the lexicon are one token, the longest first; line breaks that only wrapped a line
    are gone, the others are tokens of kind BREAK: ``breaks``. ``sentences`` are token ranges.

    >>> tagged = TaggedText("بلغ العدد 62 جهة. في المملكة العربية السعودية")
    >>> [tagged.token_text(i) for i in range(len(tagged.entries))][-1]
    'المملكة العربية السعودية'
    >>> tagged.sentences
    [(0, 5), (5, 7)]
    """

    __slots__ = (
        "_marked", "breaks", "ends", "entries", "lexicon", "masks", "parts", "sentence_of", "sentences", "starts", "text",
    )  # fmt: skip

    def __init__(self, text: str, known: Merged | None = None) -> None:
        self.text = text
        known = lexicon() if known is None else known
        self.lexicon = known
        found = pieces(text)
        looked_up = list(map(known.__getitem__, found))
        if not known.glued.keys().isdisjoint(found):  # خمسةوعشرون
            found = [part for piece in found for part in known.glued.get(piece, (piece,))]
            looked_up = list(map(known.__getitem__, found))
        starts, ends = spans(found, looked_up)  # type: ignore[arg-type]
        entries: list[Entry] = list(filter(None, looked_up))
        self.parts: list[Part] = parts(text)
        keep = _hard_breaks(entries, starts, self.parts)
        if keep is not None:
            entries = list(compress(entries, keep))
            starts = list(compress(starts, keep))
            ends = list(compress(ends, keep))
        self.entries, self.starts, self.ends = _merge_phrases(known, text, entries, starts, ends)
        self.masks = [entry.mask for entry in self.entries]
        self._marked: defaultdict[int, list[int]] = defaultdict(list)
        for i, entry in enumerate(self.entries):
            if kinds := entry.mask | entry.unmasked:
                self._marked[kinds].append(i)
        self.breaks: list[int] = []
        self.sentences = self._split_sentences()
        self.sentence_of: list[int] = []
        for number, (first, last) in enumerate(self.sentences):
            self.sentence_of += [number] * (last - first)

    def token_text(self, index: int) -> str:
        """Return the characters of a token."""
        return self.text[self.starts[index] : self.ends[index]]

    def start_of(self, index: int) -> int:
        """Return the offset of a token without its proclitics; للـ stays whole."""
        entry = self.entries[index]
        if not entry.clitics:
            return self.starts[index]
        letters = len(entry.clitics)
        if entry.led & TO and (entry.article or (entry.definite and articled(entry.norm) & THE)):
            letters -= 1
        return self.starts[index] + cut(self.token_text(index), letters)

    def part_at(self, offset: int) -> Part | None:
        """Return the part of the text that an offset lies in."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        return self.parts[index] if index >= 0 else None

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def with_mask(self, mask: int) -> list[int]:
        """Return the indices of the tokens that have a sense of one of the kinds in a mask."""
        found = [at for kinds, at in self._marked.items() if kinds & mask]
        return sorted(chain.from_iterable(found))

    def language_of(self, first: int, last: int) -> str:
        """Tell the language of a range of tokens: ar, en, or mixed (a fifth of each at least)."""
        kinds = [entry.kind for entry in self.entries[first:last]]
        arabic, latin = kinds.count(WORD), kinds.count(LATIN)
        if not arabic and not latin:
            return "ar" if first or last < len(self.entries) else "en"
        if min(arabic, latin) * 4 >= max(arabic, latin):
            return "mixed"
        return "ar" if arabic > latin else "en"

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the tokens that lie between two offsets."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def _split_sentences(self) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        first = 0
        size = len(self.entries)
        for i in self.with_mask(S.END_MARK):
            is_break = self.entries[i].kind == BREAK
            if is_break:
                self.breaks.append(i)
            if i < first or not (is_break or ends_sentence(self, i)):
                continue
            last = i + 1
            while (
                last < size
                and self.entries[last].surface in CLOSERS
                and (self.starts[last] == self.ends[last - 1])
            ):
                last += 1
            while last < size and self.entries[last].kind == BREAK:
                last += 1
            out.append((first, last))
            first = last
        if first < size:
            out.append((first, size))
        return out


def _hard_breaks(entries: list[Entry], starts: list[int], found: list[Part]) -> list[bool] | None:
    """Return which tokens to keep: all but line breaks inside a paragraph; None for all."""
    breaks = [i for i, entry in enumerate(entries) if entry.kind == BREAK]
    if not breaks:
        return None
    part_starts = [part.start for part in found]
    soft = []
    for i in breaks:
        index = bisect_right(part_starts, starts[i]) - 1
        if index >= 0 and starts[i] < found[index].end:
            soft.append(i)
    if not soft:
        return None
    keep = [True] * len(entries)
    for i in soft:
        keep[i] = False
    return keep


def _longest(
    entries: list[Entry],
    starts: list[int],
    ends: list[int],
    i: int,
    node: dict[str | bool | None, Any],
) -> tuple[int, list[Sense]] | None:
    """Follow a phrase from its second word on; return its end and senses, the longest found."""
    best: tuple[int, list[Sense]] | None = None
    j = i + 1
    size = len(entries)
    while j < size:
        step = node.get(entries[j].norm)
        if step is None:
            break
        node = step
        j += 1
        senses = node.get(PHRASE_END)
        if (
            senses is None
            and GLUED_END in node
            and ends[j - 1] - starts[i] == sum(len(entry.surface) for entry in entries[i:j])
        ):
            senses = node[GLUED_END]
        if senses is not None:
            best = (j, senses)
    return best


def _merge_phrases(
    known: Merged, text: str, entries: list[Entry], starts: list[int], ends: list[int]
) -> tuple[list[Entry], list[int], list[int]]:
    """Replace each phrase of the lexicon by one token."""
    size = len(entries)
    merges: list[tuple[int, int, Entry]] = []
    done = 0
    for i in compress(count(), [entry.phrases for entry in entries]):
        if i < done or i + 1 >= size:
            continue
        for clitics, article, node in entries[i].phrases:
            if entries[i + 1].norm not in node:
                continue
            best = _longest(entries, starts, ends, i, node)
            if best is None:
                continue
            j, senses = best
            norm = " ".join(entry.norm for entry in entries[i:j])
            entry = known.merged(entries[i], clitics, article, senses, norm)
            if not (entry.mask or entry.weak):
                continue
            merges.append((i, j, entry))
            done = j
            break
    if not merges:
        return entries, starts, ends
    out: list[Entry] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    done = 0
    for i, j, entry in merges:
        out += entries[done:i]
        out.append(entry)
        out_starts += starts[done : i + 1]
        out_ends += ends[done:i]
        out_ends.append(ends[j - 1])
        done = j
    out += entries[done:]
    out_starts += starts[done:]
    out_ends += ends[done:]
    return out, out_starts, out_ends
