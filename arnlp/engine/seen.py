"""What a statistical model sees in a text: its names as ranges of tokens, beside those of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from arnlp.encoder.tagger import Tagged
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK, WORD


class NameTagger(Protocol):
    """A model that finds names in sentences of words."""

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names in each sentence, as ranges of its words."""


class Seen:
    """The names that a model sees in a text.

    ``types`` gives for each token the type of the name over it, an empty string for none;
    ``spans`` the names as (first token, last token, type), half-open.
    """

    def __init__(self, tagged: TaggedText, model: NameTagger) -> None:
        self.types = [""] * len(tagged.entries)
        self.spans: list[tuple[int, int, str]] = []
        sentences: list[list[str]] = []
        origins: list[list[int]] = []
        for first, last in tagged.sentences:
            if not any(entry.kind == WORD for entry in tagged.entries[first:last]):
                continue
            words: list[str] = []
            origin: list[int] = []
            for i in range(first, last):
                entry = tagged.entries[i]
                if entry.kind == BREAK:
                    continue
                pieces = tagged.token_text(i).split() if " " in entry.norm else [entry.surface]
                words += pieces
                origin += [i] * len(pieces)
            if words:
                sentences.append(words)
                origins.append(origin)
        for found, origin in zip(model.names(sentences), origins, strict=True):
            for name in found:
                first, last = origin[name.first], origin[name.last - 1] + 1
                self.spans.append((first, last, name.type))
                self.types[first:last] = [name.type] * (last - first)
