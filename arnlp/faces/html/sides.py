"""Which way a line runs, in which language it is, and which runs in it are of the other script."""

from __future__ import annotations

from typing import NamedTuple

import regex

_ARABIC_LETTER = regex.compile(r"[\p{L}&&\p{Arabic}]", regex.V1)
_LATIN_LETTER = regex.compile(r"[\p{L}&&\p{Latin}]", regex.V1)
# A run of one script goes from a letter to the last letter or figure before the other script begins,
# as the Unicode bidirectional algorithm has it (UAX 9, W7 and N1): a part of it by itself would change
# places with the rest. Brackets belong to it in pairs (N0).
_RUN = r"{letter}(?:(?:[^{other}()\[\]]|\([^{other}()]*+\)|\[[^{other}\[\]]*+\])*?(?:{end}|\((?=[^()]*{letter})[^{other}()]*+\)))*+"
_LATIN_RUN = regex.compile(
    _RUN.format(
        letter=r"[\p{L}--\p{Arabic}--\p{Hebrew}]",
        other=r"\p{Arabic}\p{Hebrew}",
        end=r"(?:[\p{L}--\p{Arabic}--\p{Hebrew}]\p{M}*+|[0-9][%$€£]*+)",
    ),
    regex.V1,
)
_ARABIC_RUN = regex.compile(
    _RUN.format(
        letter=r"[\p{L}&&\p{Arabic}]",
        other=r"[\p{L}--\p{Arabic}]",
        end=r"(?:[\p{L}&&\p{Arabic}]\p{M}*+|\p{Nd})",
    ),
    regex.V1,
)


class Side(NamedTuple):
    """The direction of a line and its language, as HTML names them."""

    dir: str
    lang: str

    @property
    def other(self) -> Side:
        """Return the side of the other language."""
        return LTR if self is RTL else RTL


RTL, LTR = Side("rtl", "ar"), Side("ltr", "en")


def side_of(text: str) -> Side:
    """Return the side of a text by the letters that most of it is of; without letters left to right.

    >>> side_of("شركة Acme للطاقة").dir, side_of("the word «كتاب» there").dir, side_of("12%").dir
    ('rtl', 'ltr', 'ltr')
    """
    arabic, latin = len(_ARABIC_LETTER.findall(text)), len(_LATIN_LETTER.findall(text))
    return RTL if arabic and arabic >= latin else LTR


def other_runs(text: str, side: Side) -> list[tuple[int, int]]:
    """Return where a line of a side has runs of the other script.

    >>> text = "وقال Mr. John Smith (CEO) of Acme 24 (شركة) إن"
    >>> [text[start:end] for start, end in other_runs(text, RTL)]
    ['Mr. John Smith (CEO) of Acme 24']
    """
    runs = _LATIN_RUN if side is RTL else _ARABIC_RUN
    return [match.span() for match in runs.finditer(text)]
