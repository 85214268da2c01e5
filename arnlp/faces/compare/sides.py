"""One of the two texts: its release, its tokens, its sentences."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK

if TYPE_CHECKING:
    from arnlp.model.release import Release


class Sentence(NamedTuple):
    """A sentence: its span, its tokens, and its length in characters that are no spaces."""

    start: int
    end: int
    first: int
    last: int
    size: int
    paragraph: int


class Side:
    """A text with what was found in it. ``language`` is 'ar' or 'en'."""

    __slots__ = ("_starts", "language", "release", "sentences", "tagged", "text", "values")

    def __init__(self, language: str, text: str, release: Release) -> None:
        self.language = language
        self.text = text
        self.release = release
        self.tagged = TaggedText(text)
        self.sentences = _sentences(self.tagged)
        self.values: list[set[float]] | None = None  # see arnlp.faces.compare.values
        self._starts = [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that an offset lies in."""
        return max(0, bisect_right(self._starts, offset) - 1)


def _sentences(tagged: TaggedText) -> list[Sentence]:
    """Return the sentences of a text that hold a word or a number, without the breaks behind them."""
    out: list[Sentence] = []
    paragraph = 0
    for first, last in tagged.sentences:
        end = last
        while end > first and tagged.entries[end - 1].kind == BREAK:
            end -= 1
        while first < end and tagged.entries[first].kind == BREAK:
            first += 1
        if first < end:
            start, stop = tagged.starts[first], tagged.ends[end - 1]
            size = sum(tagged.ends[i] - tagged.starts[i] for i in range(first, end))
            if any(c.isalnum() for c in tagged.text[start:stop]):
                out.append(Sentence(start, stop, first, end, size, paragraph))
        if end < last:
            paragraph += 1
    return out
