"""What a statistical model sees in a text: its names as ranges of tokens, beside those of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from arnlp.encoder.tagger import Tagged
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK, LATIN, WORD


class NameTagger(Protocol):
    """A model that finds names in sentences of words."""

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, as ranges of its words."""


class Seen:
    """The names that models see in a text: one in Arabic sentences, one in those in Latin letters.

    ``types`` gives for each token the type of the name over it, an empty string for none;
    ``spans`` the names as (first token, last token, type), half-open; ``sure`` how sure
    the model is of each; ``latin`` are the tokens of sentences in Latin letters alone, first and last of each;
    ``small`` are the words of these that stand there in small letters, ``openings`` the tokens of
    their first words; ``times`` counts the names by type and words.
    """

    def __init__(self, tagged: TaggedText, model: NameTagger, latin: NameTagger) -> None:
        self.types = [""] * len(tagged.entries)
        self.spans: list[tuple[int, int, str]] = []
        self.sure: dict[tuple[int, int, str], float] = {}
        arabic: list[tuple[int, int]] = []
        self.latin: list[tuple[int, int]] = []
        for first, last in tagged.sentences:
            kinds = {entry.kind for entry in tagged.entries[first:last]}
            if WORD in kinds:
                arabic.append((first, last))
            elif LATIN in kinds:
                self.latin.append((first, last))
        self._add(tagged, model, arabic)
        self._add(tagged, latin, self.latin)
        if arabic and self.latin:
            self.spans.sort()
        inside = [(i, tagged.entries[i]) for a, b in self.latin for i in range(a, b)]
        self.small = {entry.norm for _, entry in inside if entry.kind == LATIN and not entry.caps}
        self.openings = {self._opening(tagged, first, last) for first, last in self.latin}
        self.times = Counter(
            (type_, *(entry.norm for entry in tagged.entries[first:last]))
            for first, last, type_ in self.spans
        )

    @staticmethod
    def _opening(tagged: TaggedText, first: int, last: int) -> int:
        return next(i for i in range(first, last) if tagged.entries[i].kind == LATIN)

    def _add(self, tagged: TaggedText, model: NameTagger, sentences: list[tuple[int, int]]) -> None:
        """Add what a model sees in sentences, ranges of tokens."""
        if not sentences:
            return
        cut = [_words(tagged, first, last) for first, last in sentences]
        seen = model.names([words for words, _ in cut])
        for found, (_, origin) in zip(seen, cut, strict=True):
            for name in found:
                first, last = origin[name.first], origin[name.last - 1] + 1
                self.spans.append((first, last, name.type))
                self.sure[first, last, name.type] = name.sure
                self.types[first:last] = [name.type] * (last - first)


def _words(tagged: TaggedText, first: int, last: int) -> tuple[list[str], list[int]]:
    """Return the words of a sentence, and the token that each is of."""
    words: list[str] = []
    origin: list[int] = []
    for i in range(first, last):
        entry = tagged.entries[i]
        if entry.kind == BREAK:
            continue
        pieces = tagged.token_text(i).split() if " " in entry.norm else [entry.surface]
        words += pieces
        origin += [i] * len(pieces)
    return words, origin
