"""Periods that only what was spoken of before tells: the year before, over the month, خلال الربع."""

from __future__ import annotations

from arnlp.dates.atoms import Atom
from arnlp.dates.words import ends_phrase, ends_with_before, is_date_word, is_earlier, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words

_GRAINS = {"Y": "year", "M": "month", "Q": "part", "H": "part"}
_SEASONS = ("SPRING", "SUMMER", "AUTUMN", "WINTER")
_GOES_ON = ("of", "to", "in", "ending", "starting", "before", "after", "ago")


def read_spoken_of(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the month before, over the quarter, during the year, خلال الشهر: of what was spoken of.

    Nothing but an earlier expression tells which is meant: without one there is no date.
    """
    period = cursor.entries[i].senses[S.PERIOD]
    if period.role != "1" or not (period.value in _GRAINS or period.value in _SEASONS):
        return None
    first = i
    if cursor.is_latin(i):
        first = i - 1
        if first < done:
            return None
        if _is_one(cursor, first) and is_earlier(cursor, i + 1):  # a quarter earlier
            grain = _GRAINS.get(period.value, "part")
            return Atom(first, i + 2, grain, unit=period.value, told=-1, bound=True)
        if not is_link(cursor, first, "the"):
            return None
        if ends_with_before(cursor, i + 1):
            grain = _GRAINS.get(period.value, "part")
            return Atom(first, i + 2, grain, unit=period.value, told=-1, bound=True)
    elif not cursor.entries[i].definite:
        return None
    if period.value not in _GRAINS or not _is_led(cursor, first - 1):
        return None
    if not ends_phrase(cursor, i + 1) or _goes_on(cursor, i + 1):
        return None
    return Atom(first, i + 1, _GRAINS[period.value], unit=period.value, told=0, bound=True)


def _is_one(cursor: Cursor, i: int) -> bool:
    """Tell whether an article or the number one stands at a token."""
    one = cursor.sense(i, S.NUMBER)
    return cursor.norm(i) == "a" or (one is not None and one.value == 1)


def _is_led(cursor: Cursor, i: int) -> bool:
    """Tell whether a word before a period says that something took place in it: over, خلال."""
    return cursor.norm(i) in grammar_words("during") or (
        cursor.is_latin(i) and cursor.norm(i) in grammar_words("along")
    )


def _goes_on(cursor: Cursor, j: int) -> bool:
    """Tell whether what follows a period says which: during the year of the flood, that he left."""
    if is_link(cursor, j, *_GOES_ON) or is_date_word(cursor, j, "open", "from", "until"):
        return True
    stop = cursor.sense(j, S.STOP)
    if stop is None or is_link(cursor, j, "and"):
        return False
    return stop.role == "rel" or (stop.role == "conj" and cursor.is_latin(j))
