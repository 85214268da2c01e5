"""The tokeniser, for Arabic and English alike: one scan of the text, all of it accounted for.

A numeral with its separators is one token in any script, and so are times, numeric dates,
emails, URLs and dotted abbreviations. Clitics are not cut off: :func:`clitic_readings` offers
the ways a word can be read, and the lexicon keeps those it knows.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress
from typing import NamedTuple

from arnlp.text import chars
from arnlp.text.clitics import cuts
from arnlp.text.view import normalize

# Kinds of token. SPACE is never seen outside the scanner.
SPACE, WORD, LATIN, NUMERAL, TIME, DATE, PAIR, PUNCTUATION, BREAK, ADDRESS = range(10)
KIND_NAMES = (
    "space", "word", "latin", "numeral", "time", "date", "pair", "punctuation", "break", "address",
)  # fmt: skip

_D = chars.DIGITS
_AR = chars.ARABIC_WORD
_AR_LETTER = "\u0620-\u063f\u0641-\u064a"
_WORD = (
    rf"[{_AR_LETTER}](?:\.[{_AR_LETTER}])+\.?(?![{_AR}])"  # د.إ
    rf"|[{_AR}]+(?:[{chars.CONTROLS}]+[{_AR}]+)*"
)
_SPACE = rf"[{chars.SPACES}{chars.CONTROLS}]+"
_BREAK = r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*"
_NUMERAL = (
    rf"[{_D}]{{4}}-[{_D}]{{1,2}}-[{_D}]{{1,2}}(?![{_D}])"
    rf"|[{_D}]{{1,2}}-[{_D}]{{1,2}}-[{_D}]{{4}}(?![{_D}])"
    rf"|[{_D}]+(?:[{chars.CONTROLS}]*[.,:/\u066b\u066c\u060c][{chars.CONTROLS}]*[{_D}]+"
    rf"|\u0631(?:[{_D}]+|\.))*"  # ر: 7ر16
)
_IN_ADDRESS = r"[^\s<>\"«»\u201c\u201d]*[^\s<>\"«»\u201c\u201d.,;:!?)\]\u060c\u061b\u061f]"  # no mark at its end
_ADDRESS = rf"https?://{_IN_ADDRESS}|www\.{_IN_ADDRESS}"
# Tried once for each run of its characters, which keeps the scan linear.
_EMAIL = r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_LATIN = (
    r"(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![A-Za-z]))?"  # H.E., a.m
    r"|[A-Za-z\u00c0-\u024f]+(?:['\u2019](?![sS]\b)[A-Za-z]+)*"
    r"|['\u2019][sS]\b"
    r"|[^\W\d_]+"
)
_TWICE = r"''|``|\u2018\u2018|\u2019\u2019|\u00b4\u00b4"  # two single marks for one double
_PLAIN = re.compile(
    "|".join((_WORD, _SPACE, _NUMERAL, _BREAK, _ADDRESS, _LATIN, _TWICE, ".")), re.S
)
_WITH_EMAIL = re.compile(
    "|".join((_WORD, _SPACE, _EMAIL, _NUMERAL, _BREAK, _ADDRESS, _LATIN, _TWICE, ".")), re.S
)

_KINDS = (
    (SPACE, re.compile(_SPACE)),
    (ADDRESS, re.compile(rf"{_ADDRESS}|{_EMAIL}")),
    (WORD, re.compile(_WORD)),
    (TIME, re.compile(rf"[{_D}]{{1,2}}:[{_D}]{{2}}(?::[{_D}]{{2}})?")),
    (
        DATE,
        re.compile(
            rf"[{_D}]{{4}}([-/.])[{_D}]{{1,2}}\1[{_D}]{{1,2}}"
            rf"|[{_D}]{{1,2}}([-/.])[{_D}]{{1,2}}\2[{_D}]{{4}}"
        ),
    ),
    (PAIR, re.compile(rf"[{_D}]+/[{_D}]+")),
    (NUMERAL, re.compile(_NUMERAL)),
    (BREAK, re.compile(_BREAK)),
    (LATIN, re.compile(_LATIN)),
)


class Token(NamedTuple):
    """A token with its place in the text; ``norm`` is its form under the ``match`` profile."""

    text: str
    start: int
    end: int
    kind: str
    norm: str


class Reading(NamedTuple):
    """One way to read a word: the clitics before it, whether with the article, and the rest."""

    clitics: str
    article: bool
    stem: str


def pieces(text: str) -> list[str]:
    """Cut a text into pieces that together are the text: tokens, and the spaces between them."""
    scanner = _WITH_EMAIL if "@" in text else _PLAIN
    found: list[str] = scanner.findall(text)
    return found


def kind_of(piece: str) -> int:
    """Tell the kind of a piece.

    >>> [KIND_NAMES[kind_of(piece)] for piece in pieces("في 8:00")]
    ['word', 'space', 'time']
    """
    for kind, pattern in _KINDS:
        if pattern.fullmatch(piece):
            return kind
    return PUNCTUATION


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text, without its spaces, line breaks included.

    >>> [token.text for token in tokenize("بـ6,8 مليون د.إ، H.E. Ali’s كوفيد19")]
    ['بـ', '6,8', 'مليون', 'د.إ', '،', 'H.E.', 'Ali', '’s', 'كوفيد', '19']
    """
    out = []
    end = 0
    for piece in pieces(text):
        start, end = end, end + len(piece)
        kind = kind_of(piece)
        if kind != SPACE:
            norm = normalize(piece, "match")
            out.append(Token(piece, start, end, KIND_NAMES[kind], norm))
    return out


def spans(found: list[str], kept: list[object]) -> tuple[list[int], list[int]]:
    """Return starts and ends of the pieces whose counterpart in ``kept`` is true."""
    ends = list(accumulate(map(len, found)))
    starts = [0, *ends[:-1]] if ends else []
    return list(compress(starts, kept)), list(compress(ends, kept))


def clitic_readings(norm: str) -> list[Reading]:
    """Return the ways to read a word with clitics cut off, shortest chain first.

    ``norm`` is the word under the ``match`` profile. The word as it stands is the first reading;
    a stem keeps at least two letters. ``لل`` is read as ل with the article.

    >>> [reading for reading in clitic_readings("وللوزاره") if reading.article]
    [Reading(clitics='ول', article=True, stem='وزاره')]
    """
    readings = [Reading("", False, norm)]
    for chain in cuts(norm):
        reading = Reading(chain.without_article, chain.article, norm[len(chain.written) :])
        if reading != readings[-1]:  # ل before a noun and before a verb
            readings.append(reading)
    return readings


def cut(surface: str, letters: int) -> int:
    """Return the offset in a surface form after so many of its letters, marks not counted.

    >>> cut("وَبـِدبي", 2), cut("\ufefbبن", 1)
    (5, 0)
    """
    seen = 0
    for offset, char in enumerate(surface):
        if (
            char == chars.TATWEEL
            or ord(char) in chars.DELETE_MARKS
            or ord(char) in chars.DELETE_CONTROLS
        ):
            continue
        seen += len(chars.PRESENTATION_FOLD.get(ord(char), char))
        if seen > letters:  # a ligature is not cut in two
            return offset
    return len(surface)
