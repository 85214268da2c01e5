"""Where a phrase begins and ends: without small words, and without what only leads to its figure."""

from __future__ import annotations

from arnlp.facts.nouns import Nouns
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import bare, preposition
from arnlp.text.chars import TATWEEL
from arnlp.text.clitics import BY, written

BY_CLITIC = written(BY) + TATWEEL
_MEASURES = S.MEASURE | S.QUANTITY_WORD | S.RELATION
_LIGHT = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "PRON", "AUX", "DET"})
_BESIDE = frozenset({"NOUN", "PROPN", "X", "PUNCT"})
_TRAIL = _LIGHT | {"VERB", "ADV", "NUM"}


def closed(nouns: Nouns, syntax: Syntax, number: int, head: int, stop: int) -> int:
    """Return the end of a phrase without what only leads to its figure: بقيمة, قدره, الذي تبلغ قيمته."""
    stop = trimmed(syntax, head, _before_figure(nouns, syntax, number, head, stop))
    while stop - 1 > head:
        last = stop - 1
        if syntax.shape.functions[last] == "amod" and last - 1 > head:  # بقيمة إجمالية
            last = syntax.shape.heads[last] if syntax.shape.heads[last] == last - 1 else last
        if not _leads(nouns, syntax, number, last):
            break
        stop = trimmed(syntax, head, last)
    return stop


def _before_figure(nouns: Nouns, syntax: Syntax, number: int, head: int, stop: int) -> int:
    """Return where a phrase ends before a further figure that nothing leads to, of a list without marks: X 5 for Y."""
    at = nouns.next_figure(number, head + 1)
    while at < stop:
        if syntax.tree.pos[at - 1] in _BESIDE:
            return at
        at = nouns.next_figure(number, at + 1)
    return stop


def _leads(nouns: Nouns, syntax: Syntax, number: int, word: int) -> bool:
    """Tell whether a noun of measure with ب or a pronoun only leads to a figure, or what reaches it does: البالغة."""
    reading = syntax.tree.readings[word]
    if reading.verb and bare(reading.verb) in words("reached"):
        return True
    if syntax.tree.words[word].lower() in words("worth") and nouns.is_figure(number, word + 1):
        return True  # goods worth $50
    if preposition(reading) == BY_CLITIC:
        return nouns.is_figure(number, word + 1) or bool(nouns.mask(number, word) & _MEASURES)
    return reading.enclitic is not None and bare(reading.lemma) in words("measured_by")


def leading(syntax: Syntax, first: int, head: int) -> int:
    """Return the first word of a phrase that is no small word, nor an adverb of its head: هنالك فرصة."""
    pos, heads = syntax.tree.pos, syntax.shape.heads
    while first < head and (pos[first] in _LIGHT or (pos[first] == "ADV" and heads[first] == head)):
        first += 1
    return first


def head_of(syntax: Syntax, first: int, stop: int) -> int:
    """Return the first word of a stretch that hangs on a word outside, and is no function word."""
    heads, pos = syntax.shape.heads, syntax.tree.pos
    for word in range(first, stop):
        if not first <= heads[word] < stop and pos[word] not in _LIGHT:
            return word
    return first


def trimmed(syntax: Syntax, head: int, stop: int) -> int:
    """Return the end of a phrase without small words that lead to something else."""
    while (
        stop - 1 > head
        and syntax.tree.pos[stop - 1] in _TRAIL
        and syntax.tree.words[stop - 1] not in '»”)"'
    ):
        stop -= 1
    return stop
