"""Titles and quoted names of what is done, and the phrase right behind an English verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arnlp.facts.bodies import phrase_at
from arnlp.facts.deed_table import launch_nouns, leading
from arnlp.facts.told import Told, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.syntax.phrases import Phrase

_QUOTED = 12  # words of a quoted name
_TITLE = 24  # tokens of the title of an act


def behind_verb(told: Told) -> Phrase | None:
    """Return the phrase that stands right behind an English verb in the active voice, whatever the tree makes of it.

    A quoted name is one, too; a particle may stand between.
    """
    tree = told.syntax.tree
    if told.syntax.shape.arabic or told.voice != "active" or told.class_ == "start":
        return None
    word = told.word + 1
    while word < len(tree.pos) and (
        tree.pos[word] == "ADV"
        or (told.syntax.shape.functions[word] == "compound" and tree.pos[word] == "ADP")
    ):
        word += 1
    if word + 1 >= len(tree.pos):
        return None
    if told.analysis.cursor.mask(told.token_at(word)) & S.QUOTE_MARK:
        close = next(
            (
                k
                for k in range(word + 2, min(len(tree.pos), word + _QUOTED))
                if told.analysis.cursor.mask(told.token_at(k)) & S.QUOTE_MARK
            ),
            None,
        )
        if close is None:
            return None
        inside = told.syntax.spans.phrase(word + 1)
        return replace(
            inside,
            head=word + 1,
            first=word + 1,
            stop=close,
            short_first=word + 1,
            short_stop=close,
            core_first=word + 1,
            core_stop=close,
        )
    if tree.pos[word] not in ("DET", "PROPN", "NOUN", "ADJ"):
        return None
    found = phrase_at(told, word)
    return found if found.core_first == word and tree.pos[found.head] in ("NOUN", "PROPN") else None


def title_ends(told: Told, thing: Phrase) -> Iterator[str]:
    """Yield the words with which the English title that a thing opens may end: the Bridge Inspection and Repair Act."""
    cursor = told.analysis.cursor
    first, head = told.token_at(thing.core_first), told.token_at(thing.head)
    for j in range(first, min(told.last, first + _TITLE)):
        if not cursor.entries[j].caps:
            if cursor.norm(j) not in leading("title"):
                break
        elif j >= head and (j + 1 >= told.last or not cursor.entries[j + 1].caps):
            yield cursor.norm(j)


def quoted_before(told: Told, token: int) -> int:
    """Return where the quoted name opens that stands before an English noun: the "Green Schools" programme."""
    cursor = told.analysis.cursor
    if told.syntax.shape.arabic or not cursor.mask(token - 1) & S.QUOTE_MARK:
        return token
    ahead = range(token - 2, max(told.token, token - _QUOTED), -1)
    return next((j for j in ahead if cursor.mask(j) & S.QUOTE_MARK), token)


def goes_on(told: Told, token: int) -> bool:
    """Tell whether an English title goes on behind and: Skills for Work and Training Programme."""
    cursor = told.analysis.cursor
    if token + 1 >= told.last or not cursor.is_and(token):
        return False
    return bool(cursor.entries[token - 1].caps and cursor.entries[token + 1].caps)


def opens_name(told: Told, first: int) -> bool:
    """Tell whether a quoted name opens at a token behind the noun that it names, which was done itself."""
    word = told.word_at(first - 2) if first - 2 > told.token else -1
    if word < 0:
        return False
    quoted = told.analysis.cursor.mask(first - 1) & S.QUOTE_MARK
    return bool(quoted) and lemmas_of(told.syntax, word)[0] in launch_nouns()
