"""What a quantity is a rate of: ``500 طن سنويا``, ``$80 a barrel``, ``12 حالة لكل 100 ألف نسمة``."""

from __future__ import annotations

from arnlp.engine import Cursor, arabic_noun_end, english_noun_end, opens_date
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention
from arnlp.quantities.mention import QuantityMention
from arnlp.text.clitics import BY, TO
from arnlp.text.tokens import LATIN, WORD

# TIMEX3 of one turn, and the unit of time that it is a turn of.
_TURNS = {"P1Y": "a", "P1M": "mo", "P1W": "wk", "P1D": "d"}
_RATED = ("count", "money", "percent", "measure")
# What a word that opens a rate has: a turn, for each, of a unit.
_RATE_WORDS = S.SET | S.QUANTITY_WORD | S.UNIT | S.STOP


def set_rate(cursor: Cursor, found: QuantityMention, numbers: dict[int, NumberMention]) -> None:
    """Read what a quantity is a rate of: a time, a unit, somebody.

    A measure takes a time or unit into its own unit (t/a); the others name it in ``per``.
    """
    if found.kind not in _RATED or found.last >= cursor.size:
        return
    if not cursor.masks[found.last] & _RATE_WORDS and cursor.entries[found.last].surface != "/":
        return
    if found.kind == "percent" and (cursor.is_word(found.last, "in") or _is_by(cursor, found.last)):
        return  # -4,5% في الأسبوع: over a week
    rate = _read_turn(cursor, found.last) or _read_each(cursor, found.last, numbers)
    if rate is None:
        return
    per, end, is_unit = rate
    if found.kind == "measure" and is_unit and not (found.unit or "").startswith("{"):
        if found.unit is None or "/" in found.unit:
            return
        found.unit = f"{found.unit}/{per}"
    else:
        found.per = per
    found.rate_at = found.last
    found.last, found.end = end, cursor.tagged.ends[end - 1]


def _read_turn(cursor: Cursor, j: int) -> tuple[str, int, bool] | None:
    """Read how often: سنويا, a day, per year."""
    sense = cursor.sense(j, S.SET)
    if sense is None or sense.clitics or sense.value not in _TURNS:
        return None
    if cursor.mask(j + 1) & (S.DEIXIS | S.ORDINAL):
        return None  # a year ago, في اليوم الأول
    if cursor.is_word(j + 1, "extent"):
        return None  # a year ago
    return _TURNS[sense.value], j + 1, True


def _read_each(
    cursor: Cursor, j: int, numbers: dict[int, NumberMention]
) -> tuple[str, int, bool] | None:
    """Read for each of what: per hour, an acre, لكل هكتار, للبرميل, per capita."""
    entry = cursor.entries[j]
    word = entry.senses.get(S.QUANTITY_WORD)
    role = word.role if word is not None else ""
    if role == "capita":
        return "capita", j + 1, False
    if entry.led == TO and entry.article:  # للبرميل
        unit = _rated_unit(cursor, j, j)
        return unit and (unit[0], unit[1] + _is_one(cursor, unit[1]), unit[2])
    if role == "per" or entry.surface == "/":
        if role and j + 1 in numbers and numbers[j + 1].kind == "cardinal":
            return _read_rated_number(cursor, numbers[j + 1])
        return _rated_unit(cursor, j, j + 1) or (_rated_noun(cursor, j + 1) if role else None)
    if entry.norm in ("a", "an") and cursor.entries[j].kind == LATIN:
        return _rated_unit(cursor, j, j + 1)
    by = _is_by(cursor, j)  # باليوم, بالسنة
    if by or (entry.kind == WORD and cursor.is_word(j, "in")):  # في الثانية
        unit = _rated_unit(cursor, j, j + (not by))
        if unit is not None and (by or cursor.entries[j + 1].definite):
            per, end, is_unit = unit
            end += _is_one(cursor, end)
            return (per, end, is_unit) if _is_plain_end(cursor, end) else None
    return None


def _is_by(cursor: Cursor, j: int) -> bool:
    """Tell whether the ب of a rate stands before a definite word: باليوم."""
    entry = cursor.entries[j]
    unit = entry.senses.get(S.UNIT)
    return entry.kind == WORD and entry.led == BY and unit is not None and bool(unit.article)


def _is_one(cursor: Cursor, j: int) -> bool:
    """Tell whether 'one' closes a rate: في اليوم الواحد, للطن الواحد."""
    sense = cursor.sense(j, S.NUMBER)
    return sense is not None and sense.value == 1 and cursor.entries[j].definite


def _is_plain_end(cursor: Cursor, j: int) -> bool:
    """Tell whether no definite word, ordinal or number goes on with a time: الساعة الثامنة."""
    if j >= cursor.size:
        return True
    entry = cursor.entries[j]
    if entry.mask & (S.ORDINAL | S.NUMBER | S.NUMERIC | S.DEIXIS | S.DAYPART):
        return False
    return not (entry.kind == WORD and entry.definite)


def _rated_unit(cursor: Cursor, j: int, i: int) -> tuple[str, int, bool] | None:
    sense = cursor.sense(i, S.UNIT)
    if sense is None or sense.role != "singular" or sense.extra[1] != 1:
        return None
    if opens_date(cursor.entries, i) or cursor.mask(i + 1) & S.DEIXIS:
        return None  # للعام 2010
    if (i > j and cursor.entries[i].clitics) or "/" in sense.value or "{" in sense.value:
        return None
    if cursor.is_word(i + 1, "extent") or (i > j and cursor.is_word(i + 1, "from")):
        return None  # a year ago, a kilometre away
    return sense.value, i + 1, True


def _rated_noun(cursor: Cursor, i: int) -> tuple[str, int, bool] | None:
    if i >= cursor.size or cursor.entries[i].clitics:
        return None
    head = cursor.entries[i]
    if head.mask & (S.NUMBER | S.NUMERIC | S.STOP | S.DATE_LINK):
        return None
    if head.kind == WORD:
        end = arabic_noun_end(cursor.entries, i)
    elif head.kind == LATIN:
        end = max(i + 1, english_noun_end(cursor.entries, i, 1))
    else:
        return None
    if end == i:
        return None
    return cursor.tagged.text[cursor.tagged.starts[i] : cursor.tagged.ends[end - 1]], end, False


def _read_rated_number(cursor: Cursor, number: NumberMention) -> tuple[str, int, bool] | None:
    """Read لكل 100 ألف نسمة, per 1,000 inhabitants."""
    noun = _rated_noun(cursor, number.last)
    end = noun[1] if noun else number.last
    if number.kind != "cardinal" or (noun is None and not cursor.sense(number.last, S.UNIT)):
        return None
    return cursor.tagged.text[number.start : cursor.tagged.ends[end - 1]], end, False
