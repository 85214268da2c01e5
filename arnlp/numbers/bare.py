"""English numbers by their company: bare scales (hundred dollars), and words that are of a name."""

from __future__ import annotations

from arnlp.engine import Cursor, counts_many
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.text.tokens import BREAK, LATIN, PUNCTUATION

_LEADS = S.STOP | S.BOUND | S.VERB | S.SPEECH | S.PAST | S.ORDINAL | S.DEIXIS
_OPENS = ".,:;!?(\"'\u201c\u2018\u2013\u2014"
_MEASURED = S.CURRENCY | S.UNIT | S.PERCENT | S.NUMBER | S.MONTH | S.NATIONALITY
_SMALL = S.DATE_LINK | S.QUANTITY_WORD | S.BOUND
_REACH = 7  # tokens on either side in which a text shows that it is no headline
_SHORTEST = 5  # letters of a word that may stand alone: no bn, no cr


def is_opened(cursor: Cursor, i: int) -> bool:
    """Tell whether an article stands before a scale: a hundred."""
    return cursor.norm(i - 1) in ("a", "an")


def opens_alone(cursor: Cursor, i: int) -> bool:
    """Tell whether a scale without an article may be one of it, by what stands before it.

    Not the Hundred Years War, several hundred, per million, hundreds.
    """
    entry = cursor.entries[i]
    if len(entry.norm) < _SHORTEST or entry.norm.endswith("s"):
        return False
    before = cursor.entries[i - 1] if i else None
    starts = before is None or before.kind == BREAK or before.surface in ".!?"
    if entry.caps and not starts:
        return False
    if starts:
        return True
    if before is None or before.kind == PUNCTUATION:
        return before is not None and before.surface in _OPENS
    if cursor.is_word(i - 1, "per", "each", "of") and cursor.mask(i - 2) & (S.NUMBER | S.NUMERIC):
        return False  # three of hundred
    if cursor.is_word(i - 1, "per", "each") or cursor.is_word(i - 2, "per"):
        return False
    if cursor.is_word(i - 1, "in") and cursor.mask(i - 2) & (S.NUMBER | S.NUMERIC):
        return False
    return before.kind == LATIN and bool(before.mask & _LEADS)


def counts_alone(cursor: Cursor, j: int) -> bool:
    """Tell whether money, a unit, a percentage or a plural stands behind such a scale.

    A capital there is a name's, a currency in the singular the adjective of a noun: million dollar
    homes.
    """
    if j >= cursor.size or cursor.entries[j].caps == 1 or cursor.is_adjacent(j):
        return False
    mask = cursor.mask(j)
    if mask & S.PERCENT:
        return True
    if mask & S.CURRENCY and not cursor.norm(j).endswith("s"):
        after = cursor.entries[j + 1] if j + 1 < cursor.size else None
        return after is None or after.kind != LATIN or bool(after.mask & _LEADS)
    return bool(mask & (S.CURRENCY | S.UNIT)) or counts_many(cursor.entries, j)


def names_something(cursor: Cursor, first: int, j: int) -> bool:
    """Tell whether a number in words belongs to a name: the Two Holy Mosques, One Million Coders.

    Its words and the one behind them have capitals among words that have none: no headline.
    """
    entries = cursor.entries
    first += entries[first].norm in ("a", "an")
    if j >= cursor.size or entries[j].caps != 1 or cursor.mask(j) & _MEASURED:
        return False
    words = [entry for entry in entries[first:j] if entry.kind == LATIN and entry.norm != "and"]
    if not words or not all(entry.caps for entry in words):
        return False
    before = entries[first - 1] if first else None
    if (before is None or before.kind in (BREAK, PUNCTUATION)) and len(words) < 2:
        return False
    low, high = max(0, first - _REACH), min(cursor.size, j + _REACH)
    return any(_is_running(entry) for entry in (*entries[low:first], *entries[j + 1 : high]))


def _is_running(entry: Entry) -> bool:
    """Tell whether a word would have a capital in a headline."""
    return (
        entry.kind == LATIN and not entry.caps and len(entry.norm) > 3 and not entry.mask & _SMALL
    )
