"""Questions about the small words of time expressions: of, the, ago, last, الماضي."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND
from arnlp.text.tokens import LATIN, NUMERAL, WORD


def is_date_word(cursor: Cursor, i: int, *roles: str) -> bool:
    """Tell whether a token is a word of the date grammar of one of the roles."""
    sense = cursor.sense(i, S.DATE_WORD)
    return sense is not None and sense.role in roles


def is_link(cursor: Cursor, i: int, *roles: str) -> bool:
    """Tell whether a token joins parts of a time expression: of, the, ago."""
    sense = cursor.sense(i, S.DATE_LINK)
    return sense is not None and sense.role in roles


def is_period(cursor: Cursor, i: int, *units: str) -> bool:
    """Tell whether a token is one period of one of the units: عام, year."""
    sense = cursor.sense(i, S.PERIOD)
    return sense is not None and sense.role == "1" and sense.value in units


def deixis_at(cursor: Cursor, i: int, *classes: str) -> int | None:
    """Return how far a word such as الماضي shifts, where it is of one of the classes.

    The classes are "" (last, next) and "this"; "told" counts from what was spoken of.
    """
    sense = cursor.sense(i, S.DEIXIS)
    if sense is None:
        return None
    if sense.role != "this" and sense.led not in (0, AND):
        return None  # وبالتالي
    class_ = "" if sense.role == "latest" else sense.role
    if class_ not in (classes or ("", "this", "told")):
        return None
    shift: int = sense.value
    return shift


def integer_at(cursor: Cursor, i: int, top: int) -> int | None:
    """Return the integer in digits at a token, from 1 to a top; None where there is none."""
    if not 0 <= i < cursor.size or cursor.entries[i].kind != NUMERAL:
        return None
    value = cursor.entries[i].value
    return value if isinstance(value, int) and 1 <= value <= top else None


def read_told_period(cursor: Cursor, j: int, unit: str) -> tuple[int, int] | None:
    """Read a period by its word of place: next week, الشهر المقبل, هذا الأسبوع: shift and end."""
    before = deixis_at(cursor, j)
    if before is not None and is_period(cursor, j + 1, unit):
        if cursor.is_latin(j) or deixis_at(cursor, j, "this") is not None:
            return before, j + 2
    after = deixis_at(cursor, j + 1)
    if after is not None and is_period(cursor, j, unit) and not cursor.is_latin(j):
        return after, j + 2
    return None


def is_a_year_earlier(cursor: Cursor, j: int) -> bool:
    """Tell whether 'a year earlier', 'a year before' or 'a year ago' stands at a token."""
    turn = cursor.sense(j, S.SET)
    if turn is None or turn.value != "P1Y" or not cursor.is_latin(j):
        return False
    return is_link(cursor, j + 1, "ago") or is_earlier(cursor, j + 1)


def is_earlier(cursor: Cursor, j: int) -> bool:
    """Tell whether 'earlier', or 'before' that ends its phrase, stands at a token."""
    opener = cursor.sense(j, S.DATE_OPENER)
    return (opener is not None and opener.role == "sooner") or ends_with_before(cursor, j)


def ends_with_before(cursor: Cursor, j: int) -> bool:
    """Tell whether the English 'before' ends a phrase at a token: no event or clause follows it."""
    if not is_link(cursor, j, "before") or not cursor.is_latin(j):
        return False
    if j + 1 >= cursor.size:
        return True
    entry = cursor.entries[j + 1]
    if entry.kind in (LATIN, WORD):
        stop = cursor.sense(j + 1, S.STOP)
        return stop is not None and stop.role in ("prep", "aux", "conj", "verb")
    return entry.kind != NUMERAL and not entry.mask & (S.NUMERIC | S.CURRENCY)


def ends_phrase(cursor: Cursor, j: int) -> bool:
    """Tell whether no adjective follows at a token: a mark, a small word, a joined word."""
    if j >= cursor.size:
        return True
    entry = cursor.entries[j]
    return entry.kind not in (WORD, NUMERAL) or bool(
        entry.mask & (S.STOP | S.DATE_LINK | S.DATE_WORD) or entry.clitics
    )
