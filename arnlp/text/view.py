"""A normalised view of a text that knows the way back to the original offsets.

A view costs one scan where nothing changes: it then *is* the original string. Where something
changes, only the changed stretches are rewritten; a sorted table of those that changed their
length maps offsets both ways.

Profiles, by name:

``display``
    repairs only: presentation forms, combining hamza and madda (NFC), Persian letters, tatweel,
    bidi and zero-width controls, exotic and doubled spaces, lam-alef turned round by extractors,
    decimals whose parts a mark of direction behind the point turns round.
``search``
    display, and alef, yeh, heh folded, marks removed, digits and their separators in ASCII.
``match``
    search, and Latin letters in lower case: what the lexicon is looked up with.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from arnlp.model.errors import InvalidOption
from arnlp.text import chars

if TYPE_CHECKING:
    from collections.abc import Callable

PROFILES = ("display", "search", "match")

_IGNORABLE = chars.CONTROLS + chars.TATWEEL
_SPACED_MARKS = "".join(
    chr(code) for code, fold in chars.PRESENTATION_FOLD.items() if unicodedata.combining(fold[0])
)
_ATTACHED = rf"[[\p{{Mn}}&&\p{{InArabic}}]{_SPACED_MARKS}{_IGNORABLE}]"
# Decimals of Asharq Al-Awsat: the mark behind the point shows 3.<RLM>5 as 5.3, which is what is meant.
_TURNED_DECIMAL = (
    rf"(?<![{chars.DIGITS}.,])[{chars.DIGITS}]++\.\u200f[{chars.DIGITS}]++(?![.,]?[{chars.DIGITS}])"
)
# What may change its length: a run of spaces, or a letter with all that is attached to it.
_STRETCH = (
    rf"|{_TURNED_DECIMAL}"
    rf"|[^\s{_IGNORABLE}\p{{Mn}}{_SPACED_MARKS}]?{_ATTACHED}++"
    rf"|[{chars.PRESENTATION}]"
)
_DISPLAY_SPACES = rf"[{chars.SPACES}][{chars.SPACES}{_IGNORABLE}]*+"
_SEARCH_SPACES = rf"[{chars.SPACES}](?:[{chars.SPACES}]|{_ATTACHED})*+"
# Worth looking for stretches at all: something to drop, to open or to compose.
_REPAIRABLE = rf"[{_IGNORABLE}{chars.PRESENTATION}\u0653-\u0655]|[{chars.SPACES}]{{2}}"
# What extractors make of a lam-alef ligature read from left to right: اإل for الإ, األ for الأ.
_TURNED = re.compile("ا([أإآ])ل")

_DISPLAY_FOLD = {**chars.FOLD_SPACES, **chars.PERSIAN_FOLD}
_SEARCH_FOLD = {
    **_DISPLAY_FOLD,
    **chars.ALEF_FOLD,
    **chars.YEH_FOLD,
    **chars.HEH_FOLD,
    **chars.DIGIT_FOLD,
}
# Most words: letters of the alphabet and ASCII with nothing on them; most of those are folded already.
_FOLDED = re.compile(r"[!-@\[-~ءؤئابت-غف-وي]*")
_PLAIN = re.compile("[!-~ء-غف-ي]*")


def _char_class(table: dict[int, str]) -> str:
    return "[" + "".join(f"\\u{code:04x}" for code in table) + "]"


class _Profile(NamedTuple):
    repairable: regex.Pattern[str]
    stretch: regex.Pattern[str]
    drop_marks: bool
    foldable: regex.Pattern[str]
    fold: dict[int, str]
    lower: bool


@cache
def _profile(name: str) -> _Profile:
    folds_letters = name != "display"
    repairable = _REPAIRABLE + (r"|[\p{Mn}&&\p{InArabic}]" if folds_letters else "")
    fold = dict(_SEARCH_FOLD if folds_letters else _DISPLAY_FOLD)
    del fold[ord(" ")]
    return _Profile(
        regex.compile(repairable, regex.V1),
        regex.compile((_SEARCH_SPACES if folds_letters else _DISPLAY_SPACES) + _STRETCH, regex.V1),
        folds_letters,
        regex.compile(_char_class(fold)),
        fold,
        name == "match",
    )


class NormalizedText:
    """A normalised text with offsets both ways.

    ``text`` is the normalised string, ``original`` what it was made from; where nothing changed
    they are the same object.

    >>> view = normalized("كَتَبَ في ٢٠٢٠", profile="search")
    >>> view.text
    'كتب في 2020'
    >>> view.to_original(0, 3), view.to_normalized(0, 6)
    ((0, 6), (0, 3))
    """

    __slots__ = ("_new", "_old", "original", "text")

    def __init__(self, original: str, text: str, old: list[int], new: list[int]) -> None:
        self.original = original
        self.text = text
        # Flat tables: start and end of each stretch that was not changed one for one, on both sides.
        self._old = old
        self._new = new

    def __repr__(self) -> str:
        return f"NormalizedText({self.text!r})"

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of ``text[start:end]``, whole stretches where it cuts one.

        Raises ValueError for a span that is not one of the text's.
        """
        _check(start, end, len(self.text))
        return _carry(start, end, self._new, self._old)

    def to_normalized(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in ``text`` of ``original[start:end]``.

        Raises ValueError for a span that is not one of the original's.
        """
        _check(start, end, len(self.original))
        return _carry(start, end, self._old, self._new)


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise ValueError(f"no span of a text of {length} characters: ({start}, {end})")


def _carry(start: int, end: int, here: list[int], there: list[int]) -> tuple[int, int]:
    """Carry a span over two flat tables of stretches: even places are starts, odd ones ends."""
    first = bisect_right(here, start) - 1
    if first < 0:
        new_start = start
    elif first % 2:  # after a stretch
        new_start = start - here[first] + there[first]
    else:  # inside one: take it whole
        new_start = there[first]
    if end == start:
        return new_start, new_start
    last = bisect_right(here, end - 1) - 1
    if last < 0:
        return new_start, end
    if last % 2:
        return new_start, end - here[last] + there[last]
    return new_start, max(new_start, there[last + 1])


def _rewrite_space(stretch: str) -> str:
    """Make one space of a run of them; a tatweel alone between spaces serves as a dash."""
    if chars.TATWEEL in stretch:
        visible = stretch.translate(chars.DELETE_CONTROLS).translate(chars.FOLD_SPACES)
        visible = visible.translate(chars.PRESENTATION_FOLD).translate(chars.DELETE_MARKS)
        if set(visible) <= {" ", chars.TATWEEL}:
            return " - " if visible.endswith(" ") else " -"
    return " "


def _rewrite_letter(stretch: str, drop_marks: bool) -> str:
    """Open, compose and strip a letter with what is attached to it."""
    stretch = stretch.translate(chars.DELETE_CONTROLS).replace(chars.TATWEEL, "")
    stretch = stretch.translate(chars.PRESENTATION_FOLD).translate(chars.PERSIAN_FOLD)
    stretch = unicodedata.normalize("NFC", stretch)
    return stretch.translate(chars.DELETE_MARKS) if drop_marks else stretch


def _rewriter(drop_marks: bool) -> Callable[[str], str]:
    spaces = chars.expand(chars.SPACES)

    @cache
    def rewrite(stretch: str) -> str:
        if stretch[0] in spaces:
            return _rewrite_space(stretch)
        # A turned decimal: no other stretch has a digit at its end.
        if stretch[-1].isdigit():
            fraction, _, whole = stretch.partition(".\u200f")
            return f"{whole}.{fraction}"
        return _rewrite_letter(stretch, drop_marks)

    return rewrite


def normalized(text: str, profile: str = "match", *, mojibake: bool = False) -> NormalizedText:
    """Return the normalised view of a text, under a named profile.

    ``mojibake`` first repairs stretches of windows-1256 that were read as Latin-1.
    Linear in the text; raises InvalidOption for an unknown profile.

    >>> normalized("ﻻ", "display").text
    'لا'
    """
    if profile not in PROFILES:
        raise InvalidOption("profile", profile, f"one of {', '.join(map(repr, PROFILES))}")
    rules = _profile(profile)
    new = repair_mojibake(text) if mojibake else text
    old_table: list[int] = []
    new_table: list[int] = []
    if rules.repairable.search(new):
        new = _rewrite(new, rules, old_table, new_table)
    if rules.foldable.search(new):
        if profile == "display" or _TURNED.search(new):
            new = new.translate(_DISPLAY_FOLD)
            new = _TURNED.sub(r"ال\1", new)
        new = new.translate(rules.fold)
    elif _TURNED.search(new):
        new = _TURNED.sub(r"ال\1", new)
    if rules.lower:
        new = _lower(new)
    return NormalizedText(text, new, old_table, new_table)


def _rewrite(text: str, rules: _Profile, old: list[int], new: list[int]) -> str:
    rewrite = _rewriter(rules.drop_marks)
    out: list[str] = []
    done = shift = 0
    for match in rules.stretch.finditer(text):
        start, end = match.span()
        before = match.group()
        after = rewrite(before)
        if after == before:
            continue
        out.append(text[done:start])
        out.append(after)
        done = end
        if len(after) != len(before) or any(len(rewrite(c)) != 1 for c in before):
            old += (start, end)
            new += (start + shift, start + shift + len(after))
            shift += len(after) - len(before)
    out.append(text[done:])
    return "".join(out)


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # İ and its like grow: leave those alone
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return text if lowered == text else lowered


def normalize(text: str, profile: str = "match", *, mojibake: bool = False) -> str:
    """Return the text normalised under a named profile; see :func:`normalized`.

    >>> normalize("الإِماراتُ ٢٠٪", profile="search")
    'الامارات 20%'
    >>> normalize("اإلمارات  ـ دبي", profile="display")
    'الإمارات - دبي'
    """
    if profile == "match" and not mojibake:
        if _FOLDED.fullmatch(text):
            return text
        if _PLAIN.fullmatch(text) and not _TURNED.search(text):
            return fold_letters(text)
    return normalized(text, profile, mojibake=mojibake).text


def fold_letters(word: str) -> str:
    """Fold a word of plain letters, without marks or controls, as the ``match`` profile does.

    >>> fold_letters("إمارة") == normalize("إمارة")
    True
    """
    return word.translate(_SEARCH_FOLD).lower()


_MISREAD = regex.compile(
    r"(?<![a-z])[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}+(?![a-z])",
    regex.I,
)


def repair_mojibake(text: str) -> str:
    """Repair stretches of windows-1256 that were read as Latin-1 or cp1252, one for one.

    Single accented letters inside Latin words are left alone.

    >>> repair_mojibake("ÏæáÉ ÇáßæíÊ: café")
    'دولة الكويت: café'
    """
    table = chars.mojibake_table()
    return _MISREAD.sub(lambda match: match.group().translate(table), text)
