"""Arabic duals as quantities: اتفاقيتين, عامين, نقطتين مئويتين."""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective, is_verb
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention
from arnlp.quantities.compounds import add_half, follows_number
from arnlp.quantities.mention import QuantityMention
from arnlp.quantities.money import money_of
from arnlp.text.clitics import AND, opening, pronoun
from arnlp.text.tokens import WORD

_NOT_COUNTED = S.STOP | S.VERB | S.PLACE | S.PLACE_HEAD | S.GIVEN_NAME | S.NUMBER | S.MONTH
_OWNED = (pronoun("she"), pronoun("both"))
_NOT_OWNER = S.UNIT | S.WEEKDAY | S.RELATIVE_DAY | S.ORDINAL | S.STOP


def read_dual(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read a dual: اتفاقيتين, عامين, نقطتين مئويتين, مرتين."""
    entry = cursor.entries[i]
    if not entry.dual or entry.kind != WORD or follows_number(cursor, i):
        return None
    found = _dual_at(cursor, i)
    if found is not None and found.kind != "count":
        add_half(cursor, found)
    return found


def _dual_at(cursor: Cursor, i: int) -> QuantityMention | None:
    entry = cursor.entries[i]
    tagged = cursor.tagged
    start, end = tagged.start_of(i), tagged.ends[i]
    if (sense := entry.senses.get(S.PERCENT)) is not None and sense.value == "pp2":
        return QuantityMention(i, i + 1, start, end, "percentage_point", 2, unit="pp")
    if i + 1 < cursor.size and cursor.entries[i + 1].mask & S.NUMBER and entry.definite:
        return None
    if (sense := entry.senses.get(S.UNIT)) is not None and not _is_paper(cursor, i):
        if sense.role != "dual":
            return None
        kind, factor = sense.extra
        if entry.norm.endswith("ي") and kind == "duration":
            return None  # عامي 2015 و2020, يومي الأحد والاثنين, شهري
        return QuantityMention(i, i + 1, start, end, kind, 2 * factor, unit=sense.value, one=factor)
    if (sense := entry.senses.get(S.CURRENCY)) is not None:
        if not sense.role.endswith("dual"):
            return None
        number = NumberMention(i, i + 1, start, end, "cardinal", 2)
        return money_of(cursor, number, i + 1, i, sense)
    return _read_counted_dual(cursor, i)


def _read_counted_dual(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read a noun in the dual, with its adjectives or the second part of its construct."""
    entry, tagged = cursor.entries[i], cursor.tagged
    start = tagged.start_of(i)
    sense = entry.senses.get(S.NOUN)
    if sense is None or sense.role != "dual":
        return None
    if entry.definite:
        return None  # the two that the text is about, or names: البلدين, المرحلتين الأولى والثانية
    if i and not entry.clitics and cursor.entries[i - 1].dual:
        return None  # طائرتين مسيرتين, هدفين رئيسين: it tells of what kind they are
    last = i + 1
    if entry.norm.endswith(("ا", "ي")):  # construct: مذكرتي تفاهم
        if not _counts_construct(cursor, last):
            return None
        last += 1
    else:
        while last < cursor.size and _is_dual_adjective(cursor, last, False, entry.norm[-2:]):
            last += 1
    end = tagged.ends[last - 1]
    return QuantityMention(i, last, start, end, "count", 2, noun=tagged.text[start:end])


def _is_dual_adjective(cursor: Cursor, i: int, definite: bool, ending: str) -> bool:
    """Tell whether an adjective of a dual stands at a token: عمليتان معقدتان."""
    entry = cursor.entries[i]
    if is_adjective(entry, definite):
        return True
    noun = entry.senses.get(S.NOUN)  # دوريتين أمنيتين: of أمني, and of أمنية
    return (
        entry.kind == WORD
        and not entry.mask & ~(S.ADJECTIVE | S.NOUN)
        and (noun is None or (noun.role == "dual" and not noun.clitics))
        and not is_verb(entry)
        and entry.definite == definite
        and len(entry.norm) > 4
        and entry.norm.endswith(ending)
    )


def _is_paper(cursor: Cursor, i: int) -> bool:
    """Tell whether عقدين are two contracts and not two decades: signed, or with somebody."""
    if not cursor.mask(i) & S.PAPER:
        return False
    signed = any(
        (sense := cursor.sense(j, S.VERB)) is not None and sense.role == "sign"
        for j in range(max(0, i - 5), i)
    )
    return signed or cursor.norm(i + 1) == "مع"


def _counts_construct(cursor: Cursor, i: int) -> bool:
    """Tell whether a dual is counted before the second part of its construct at a token.

    It is before a common noun (سيارتي إسعاف), and not where the two are named or known: وزارتي
    الزراعة والصناعة, مادتي القمح والشعير, مجموعتي سعد والقصيبي.
    """
    entry = cursor.entries[i] if i < cursor.size else None
    if entry is None or entry.kind != WORD or entry.definite or entry.clitics:
        return False
    if entry.mask & _NOT_COUNTED or entry.norm.endswith(_OWNED):
        return bool(entry.mask & S.NOUN)
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if after is None or after.kind != WORD:
        return True
    if opening(after.norm) == AND:
        return bool(after.mask & (S.NOUN | S.STOP)) and not after.definite
    return not after.definite or bool(after.clitics or after.mask & _NOT_OWNER)  # مدرستا تل الربيع
