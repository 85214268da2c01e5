"""Words, abbreviations and phrases with their senses, as the tables give them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import words_of
from arnlp.lexicon.senses import Sense
from arnlp.text.clitics import without_article

# The key under which a node of the phrase tree holds its senses; no token is like it.
PHRASE_END = None
# Likewise, of phrases whose tokens stand without spaces: A$ is no "a $".
GLUED_END = False
_LONGEST_ABBREVIATION = 3


class Vocabulary:
    """The senses of every spelling: of words by their folded form, of abbreviations as written.

    >>> vocabulary = Vocabulary()
    >>> vocabulary.add("سنة مالية", Sense(S.PERIOD, "FY", "1"))
    >>> vocabulary.phrases["سنه"]["ماليه"][PHRASE_END][0].value
    'FY'
    """

    def __init__(self) -> None:
        self.words: dict[str, list[Sense]] = defaultdict(list)
        self.capitals: dict[str, list[Sense]] = defaultdict(list)
        self.phrases: dict[str | bool | None, Any] = {}

    def add(self, spelling: str, sense: Sense, norms: tuple[str, ...] = ()) -> None:
        """Add a sense of a spelling: of a word, an abbreviation or a phrase.

        ``norms`` are its normalised words, where the caller has them already.
        """
        norms = norms or words_of(spelling)
        if len(norms) > 1:
            node = self.phrases
            for norm in norms:
                node = node.setdefault(norm, {})
            glued = any(unicodedata.category(char) == "Sc" for char in spelling)
            node.setdefault(GLUED_END if glued else PHRASE_END, []).append(sense)
        elif _is_abbreviation(spelling):
            self.capitals[spelling].append(sense)
        else:
            self.words[norms[0]].append(sense)

    def over(self, below: Vocabulary) -> Vocabulary:
        """Return these words before those of another vocabulary, of which nothing is changed."""
        made = Vocabulary()
        for name in ("words", "capitals"):
            lower, upper = getattr(below, name), getattr(self, name)
            both = {key: [*senses, *lower.get(key, ())] for key, senses in upper.items()}
            setattr(made, name, defaultdict(list, {**lower, **both}))
        made.phrases = _laid_over(self.phrases, below.phrases)
        return made

    def phrase_in(self, norms: tuple[str, ...]) -> int:
        """Return how many of the first words of a phrase are one token, so far: one at least."""
        node: Any = self.phrases
        size = 1
        for count, norm in enumerate(norms, start=1):
            node = node.get(norm)
            if node is None:
                break
            if PHRASE_END in node:
                size = count
        return size

    def is_body_noun(self, norm: str) -> bool:
        """Tell whether a word, with the article or without, is the noun of a body: هيئة, Authority."""
        return any(
            sense.kind == S.ORG_HEAD
            for stem in (norm, without_article(norm))
            for sense in self.words.get(stem, ())
        )


def _laid_over(above: dict[Any, Any], below: dict[Any, Any]) -> dict[Any, Any]:
    """Return a tree of phrases over another: what only one has is shared, the rest is made anew."""
    out = dict(below)
    for key, value in above.items():
        if isinstance(value, list):
            out[key] = [*value, *below.get(key, ())]
        else:
            out[key] = _laid_over(value, below.get(key, {}))
    return out


def _is_abbreviation(spelling: str) -> bool:
    """Tell whether a Latin spelling counts in this case only: SR, HE, Dh, No."""
    return (
        spelling.isascii()
        and spelling.isalpha()
        and spelling[0].isupper()
        and len(spelling) <= _LONGEST_ABBREVIATION
    )
