"""Number words that lost the space to their neighbour: خمسةوعشرون, تجاوزمليون, مليوندولار.

Only what the lexicon does not know is parted, and only where all its parts are words of it that may
stand side by side in a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.senses import Sense
from arnlp.text.clitics import AND, opening
from arnlp.text.tokens import clitic_readings

Words = Mapping[str, Sequence[Sense]]

_LEAST, _MOST = 5, 30  # letters of what may be parted
_SCALES = ("scale", "acc", "plural", "dual")
_COUNTED = S.CURRENCY | S.UNIT | S.NOUN | S.PERCENT
# What may lead to a figure that starts with a scale: بلغمليون, إلىمليار, نصفمليون.
_LEADS_SCALE = S.VERB | S.STOP | S.FRACTION
_THOUSAND = 1000  # ألف may be the article and the first letter of a word: الفستان, الفاسدين


def number_stems(words: Words) -> re.Pattern[str]:
    """Return a pattern that is in every number word: the first three letters of each.

    >>> from arnlp.lexicon.builder import build
    >>> bool(number_stems(build().words).search("وستمليون"))
    True
    """
    stems = {w[:3] for w, found in words.items() if any(s.kind == S.NUMBER for s in found)}
    return re.compile("|".join(sorted(map(re.escape, stems))))


def glued_at(words: Words, norm: str) -> tuple[int, ...]:
    """Return after how many letters the parts of a glued figure end, the last left out; or nothing.

    >>> from arnlp.lexicon.builder import build
    >>> words = build().words
    >>> glued_at(words, "خمسهوعشرون"), glued_at(words, "تجاوزمليون"), glued_at(words, "مليونير")
    ((4,), (5,), ())
    """
    if not _LEAST <= len(norm) <= _MOST:
        return ()
    for k in range(2, len(norm) - 1):
        rest = _rest_at(words, norm, k)
        if rest is not None and _joins(words, norm[:k], norm[k:]):
            return (k, *rest)
    return ()


def _rest_at(words: Words, norm: str, k: int) -> tuple[int, ...] | None:
    """Return where the rest of a glued figure is parted once more, None where it is no words."""
    tail = norm[k:]
    if tail in words or (opening(tail) == AND and _has(words, tail[1:], S.NUMBER | S.FRACTION)):
        return ()
    if opening(tail) == AND and (more := glued_at(words, tail[1:])):  # ستمائة|وخمسة|وعشرون
        return tuple(k + 1 + m for m in more)
    return None


def _joins(words: Words, head: str, tail: str) -> bool:
    """Tell whether two words may stand side by side in a figure."""
    number = _number(words, head)
    if opening(tail) == AND and (tail not in words):
        return number is not None and (number.value != _THOUSAND or len(tail) > 5)
    after = _sense(words, tail, S.NUMBER)
    if number is not None:
        if after is not None or number.value == _THOUSAND:
            return number.value != _THOUSAND and len(head) + len(tail) > 6
        return number.role in _SCALES and _has(words, tail, _COUNTED)
    if after is None or len(tail) < 4:
        return False
    if _has(words, head, S.BOUND):
        return True
    if after.role == "ten" and head in grammar_words("glued"):
        return len(tail) > 4
    return after.role in _SCALES and len(tail) > 4 and _has(words, head, _LEADS_SCALE)


def _number(words: Words, head: str) -> Sense | None:
    """Return the number that a word is, with or without what is joined to its front."""
    if len(head) < 3:
        return None
    for reading in clitic_readings(head):
        found = _sense(words, reading.stem, S.NUMBER)
        if found is not None and len(reading.stem) > 2:
            return found
    return None


def _sense(words: Words, word: str, kind: int) -> Sense | None:
    return next((sense for sense in words.get(word, ()) if sense.kind == kind), None)


def _has(words: Words, word: str, kinds: int) -> bool:
    return any(sense.kind & kinds for sense in words.get(word, ()))
