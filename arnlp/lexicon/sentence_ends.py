"""Which full stops and their like end a sentence, with a space behind them and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arnlp.lexicon import senses as S
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, PUNCTUATION, WORD

if TYPE_CHECKING:
    from arnlp.lexicon.tagged import TaggedText

CLOSERS = frozenset("\"\u201d\u00bb\u203a)]'\u2019")
_ALL_CAPITALS = 2
_WHOLE_WORD = 6  # letters: Capt, Mohd and other short forms with a capital are shorter
_YEAR = 4
_BRACKETED = 6  # tokens of a bracket that holds short forms alone: (D-Mont.)


def ends_sentence(tagged: TaggedText, i: int) -> bool:
    """Tell whether the full stop, or the question or exclamation mark, at a token ends a sentence.

    A full stop that has lost its space does where a sentence can start behind it, and does not in
    addresses, names of files, initials and abbreviations.
    """
    if i + 1 >= len(tagged.entries):
        return True
    following = tagged.entries[i + 1]
    if tagged.entries[i].surface != ".":
        return following.kind != PUNCTUATION or following.surface in CLOSERS
    if following.kind != BREAK and _is_abbreviation(tagged, i - 1):
        return False
    if following.surface == ".":
        return False
    if i and tagged.entries[i - 1].kind == LATIN:
        if following.surface == ")" and _opens_inside(tagged, i):
            return False
        if following.kind == LATIN and _is_initial(tagged, i - 1):
            return False
    if tagged.starts[i + 1] != tagged.ends[i] or following.kind == BREAK:
        return not (following.kind == LATIN and following.caps == 0)
    if following.surface in CLOSERS or following.kind == WORD:
        return True
    return following.kind == LATIN and i > 0 and _starts_glued(tagged, i)


def _is_abbreviation(tagged: TaggedText, i: int) -> bool:
    """Tell whether a full stop behind a token only shortens it: no letter behind a year (2015م.)."""
    if i < 0:
        return False
    entry = tagged.entries[i]
    letter = entry.kind == WORD and len(entry.norm) == 1
    if not letter:
        return bool(entry.mask & S.ABBREVIATION)
    before = tagged.entries[i - 1] if i else None
    return not (before is not None and before.kind == NUMERAL and len(before.norm) == _YEAR)


def _opens_inside(tagged: TaggedText, i: int) -> bool:
    """Tell whether a full stop before a bracket closes a short form in it: Max Baucus (D-Mont.) said."""
    for at in range(i - 1, max(-1, i - _BRACKETED), -1):
        entry = tagged.entries[at]
        if entry.surface == "(":
            return at > 0 and tagged.entries[at - 1].kind == LATIN
        if entry.kind == LATIN and entry.caps == 0:
            return False
    return False


def _is_initial(tagged: TaggedText, i: int) -> bool:
    """Tell whether a letter with a full stop is an initial of a name: John F. Kennedy, the U. S. Senate.

    A name goes on behind it (no small word does), and before it stands another part of it or a small
    word: vitamin C. Both help.
    """
    entry, following = tagged.entries[i], tagged.entries[i + 2]
    if len(entry.surface) != 1 or entry.caps == 0 or following.caps == 0:
        return False
    if len(following.surface) == 1:
        return i + 3 < len(tagged.entries) and tagged.entries[i + 3].surface == "."
    if following.mask & S.STOP:
        return False
    if i == 0:
        return True
    before = tagged.entries[i - 1]
    if before.surface == ".":
        return i > 1 and (
            len(tagged.entries[i - 2].surface) == 1
            or bool(tagged.entries[i - 2].mask & S.ABBREVIATION)
        )
    return before.kind != LATIN or before.caps > 0 or bool(before.mask & S.STOP)


def _starts_glued(tagged: TaggedText, i: int) -> bool:
    """Tell whether a Latin word right behind a full stop starts a sentence: percent.In March."""
    before, following = tagged.entries[i - 1], tagged.entries[i + 1]
    end = tagged.ends[i + 1]
    if following.caps == 0 or (following.caps == _ALL_CAPITALS and len(following.surface) > 1):
        return False
    if tagged.text[end : end + 1] not in (" ", ",", "\u00a0"):  # report.Final.pdf, a.Detail&id
        return False
    if before.kind != LATIN:
        return tagged.ends[i - 1] == tagged.starts[i]
    if before.caps == 1 and len(before.surface) < _WHOLE_WORD:
        return bool(following.mask & S.STOP)
    return len(before.surface) > 1
