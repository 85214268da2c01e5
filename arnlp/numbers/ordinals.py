"""Ordinals in digits and words: الـ41, الحادية والأربعين, المئة والخامسة, 41st, one hundred and third."""

from __future__ import annotations

from typing import Any

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.numbers.groups import is_dash
from arnlp.numbers.mention import new_number
from arnlp.numbers.parts import is_part
from arnlp.text.clitics import AND, BY, THE, TO, WILL, articled, led_by
from arnlp.text.tokens import LATIN, NUMERAL, WORD

_ARTICLES_ALONE = (THE, BY | THE, TO | THE, AND | THE)
_TENS = ("teen", "ten", "hundred")
_ORDERED = S.NOUN | S.UNIT | S.MEASURE | S.ORG_HEAD | S.NAMED_HEAD


def read_suffixed(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read 41st."""
    if cursor.entries[i].kind != NUMERAL:
        return None
    if i + 1 < cursor.size and cursor.tagged.starts[i + 1] == cursor.tagged.ends[i]:
        if cursor.entries[i + 1].norm in ("st", "nd", "rd", "th"):
            return new_number(cursor, i, i + 2, "ordinal", cursor.entries[i].value)
    return None


def read_clitic_ordinal(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read الـ41: a numeral with the article is an ordinal, unless a plural stands before."""
    if i < 1 or not isinstance(cursor.entries[i].value, int):
        return None
    if led_by(cursor.norm(i - 1)) not in _ARTICLES_ALONE:
        return None
    if cursor.mask(i + 1) & (S.PERCENT | S.CURRENCY):  # حاجز الـ90%
        return new_number(cursor, i, i + 1, "cardinal", cursor.entries[i].value, article=True)
    if i + 1 < cursor.size and cursor.entries[i + 1].mask & (S.UNIT | S.NOUN):
        sense = cursor.entries[i + 1].senses.get(S.UNIT) or cursor.entries[i + 1].senses[S.NOUN]
        if not sense.article and not sense.clitics:  # الـ12 شهرا الماضية
            return new_number(cursor, i, i + 1, "cardinal", cursor.entries[i].value, article=True)
    if i < 2 or not (cursor.is_adjacent(i) or _is_singular(cursor, i - 2)):
        return None
    if cursor.entries[i - 2].senses.get(S.UNIT) or cursor.number_role(i + 1):
        return None
    return new_number(cursor, i, i + 1, "ordinal", cursor.entries[i].value)


def _is_singular(cursor: Cursor, i: int) -> bool:
    """Tell whether a definite noun that is no plural stands at a token: الدورة, not السنوات."""
    entry = cursor.entries[i]
    if entry.kind != WORD or not entry.definite or entry.mask & (S.NUMBER | S.CLITIC):
        return False
    if entry.norm.endswith(("ات", "ين", "ون", "ان")):
        return False
    return not any(sense.role in ("plural", "dual") for sense in entry.senses.values())


def read_ordinal(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read an ordinal in words, with the ten and the hundreds about it."""
    entry = cursor.entries[i]
    sense = entry.senses[S.ORDINAL]
    value = sense.value
    j = i + 1
    if entry.kind == LATIN:
        if _is_seconds(cursor, i) or _is_fifth(cursor, i):
            return None
        first = i - 1 if sense.role == "scale" and cursor.norm(i - 1) == "a" else i
        return new_number(cursor, first, j, "ordinal", value)
    if sense.role == "joined" or sense.role == "unit":
        if j < cursor.size and cursor.number_role(j) == "ten":
            tens = cursor.entries[j]
            if tens.led == AND and tens.definite == entry.definite:
                if entry.definite or not entry.mask & S.NUMBER:
                    found = value + tens.senses[S.NUMBER].value
                    return _hundreds_before(cursor, i, _after_hundred(cursor, i, j + 1, found))
        elif led_by(cursor.norm(j)) == AND and cursor.number_role(j + 1) == "ten" and entry.article:
            if not cursor.entries[j + 1].clitics and cursor.mask(i - 1) & S.UNIT == 0:
                found = value + cursor.entries[j + 1].senses[S.NUMBER].value
                return new_number(cursor, i, j + 2, "ordinal", found)
        if sense.role == "joined":
            return None
    if entry.definite or (j < cursor.size and _leads(cursor, i)) or cursor.size == 1:
        return _hundreds_before(cursor, i, _after_hundred(cursor, i, j, value))
    if sense.role == "teen" and articled(entry.norm) == THE:
        return _hundreds_before(cursor, i, _after_hundred(cursor, i, j, value))
    return None


def _leads(cursor: Cursor, i: int) -> bool:
    """Tell whether an ordinal without article stands before what it orders: أول مشروع, ثالث أكبر."""
    after = cursor.entries[i + 1]
    if after.mask & S.RANK_ADJECTIVE:
        return True
    return (
        after.kind == WORD
        and not after.definite
        and not after.clitics
        and (bool(after.mask & _ORDERED) or (len(after.norm) > 5 and after.norm.endswith("ين")))
        and not after.mask & S.STOP
        and not cursor.entries[i].led & WILL
    )


def _after_hundred(cursor: Cursor, first: int, last: int, value: int) -> NumberMention:
    """Return an ordinal, with the hundreds that follow it: الخامس والعشرون بعد المئة."""
    if cursor.norm(last) == "بعد" and cursor.number_role(last + 1) in ("hundred", "scale"):
        hundred = cursor.entries[last + 1]
        if hundred.definite and not hundred.clitics:
            more = hundred.senses[S.NUMBER].value
            return new_number(cursor, first, last + 2, "ordinal", value + more)
    return new_number(cursor, first, last, "ordinal", value)


def _hundreds_before(cursor: Cursor, i: int, found: NumberMention) -> NumberMention:
    """Let an ordinal take the hundred before it along: المئة والخامسة والعشرون."""
    before = cursor.entries[i - 1] if i else None
    if before is None or cursor.entries[i].led != AND or cursor.number_role(i - 1) != "hundred":
        return found
    if not before.definite or before.clitics:
        return found
    value = before.senses[S.NUMBER].value + found.value
    return new_number(cursor, i - 1, found.last, "ordinal", value)


def read_worded_ordinal(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a ten or hundred with article as the ordinal that it is behind a singular noun.

    الدورة العشرون and الذكرى المئة are ordinals; السنوات العشرين and العشرين يوما are not.
    """
    entry = cursor.entries[i]
    role = cursor.number_role(i)
    if entry.kind != WORD or not entry.article or role not in _TENS:
        return None
    if role == "teen" and not i:
        return (
            new_number(cursor, i, i + 1, "ordinal", _value_at(cursor, i))
            if cursor.size == 1
            else None
        )
    following = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if following is not None and role == "hundred" and following.led == AND:
        if following.mask & S.ORDINAL and following.article:
            found = read_ordinal(cursor, i + 1, done)
            return found if found is not None and found.first == i else None
    if following is not None and following.kind == WORD and not following.definite:
        if following.mask & (S.UNIT | S.NOUN | S.NUMBER | S.CURRENCY | S.PERCENT):
            return None
        if not following.mask and not following.norm.startswith(("في", "من")):
            return None
    if entry.clitics or (role == "hundred" if not i else not _is_singular(cursor, i - 1)):
        return None
    return new_number(cursor, i, i + 1, "ordinal", _value_at(cursor, i))


def _value_at(cursor: Cursor, i: int) -> Any:
    return cursor.entries[i].senses[S.NUMBER].value


def read_ordinal_end(cursor: Cursor, number: NumberMention) -> NumberMention | None:
    """Read an ordinal that number words open: twenty-fifth, one hundred and third."""
    last = cursor.entries[number.last - 1]
    if last.kind != LATIN or not last.mask & S.NUMBER or not isinstance(number.value, int):
        return None
    k = number.last
    if is_dash(cursor, k) or cursor.norm(k) == "and":
        k += 1
    sense = cursor.sense(k, S.ORDINAL)
    if sense is None or cursor.entries[k].kind != LATIN or cursor.entries[k].surface[0].isdigit():
        return None
    role = cursor.number_role(number.last - 1)
    glued = k == number.last or cursor.norm(k - 1) != "and"
    if sense.role == "unit":
        if (role == "ten" and not glued) or role in ("unit", "teen"):
            return None
        if sense.value == 2 and _is_time(cursor, number, k):
            return None
        value = number.value + sense.value
    elif sense.role in ("teen", "ten"):
        if role not in ("times100", "scale"):
            return None
        value = number.value + sense.value
        if sense.role == "ten" and is_dash(cursor, k + 1):
            return None
    elif sense.role in ("hundred", "scale") and glued:
        value = number.value * sense.value
    else:
        return None
    return new_number(cursor, number.first, k + 1, "ordinal", value)


def _is_time(cursor: Cursor, number: NumberMention, k: int) -> bool:
    """Tell whether 'second' behind a number is a unit: a thirty-second film."""
    return cursor.norm(number.first - 1) == "a" or (
        k + 1 < cursor.size and cursor.entries[k + 1].kind == LATIN
        and cursor.norm(number.first - 1) not in ("the", "its", "his", "her", "their", "our")
    )  # fmt: skip


def _is_seconds(cursor: Cursor, i: int) -> bool:
    return cursor.entries[i].norm == "second" and bool(
        i and cursor.mask(i - 1) & (S.NUMERIC | S.NUMBER)
    )


def _is_fifth(cursor: Cursor, i: int) -> bool:
    """Tell whether an ordinal is a part of one: a fifth of, one twenty-fifth."""
    return cursor.norm(i - 1) in ("a", "one") and is_part(cursor, i)
