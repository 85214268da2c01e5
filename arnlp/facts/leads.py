"""How what stands before a figure leads to it: by how much, to what level, or from one."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.clauses import is_relation
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention, is_gone_up_to, is_marked
from arnlp.text.clitics import BY, TO, led_by

_NAMED = 7  # words of a level's name, or of its time, before it
_TIMES = S.MONTH | S.PERIOD | S.RELATIVE_DAY | S.NUMERIC  # of whose level is told: April's 33%


def relation_of(cursor: Cursor, quantity: QuantityMention) -> str | None:
    """Return how what stands before a figure leads to it: by, to, or nothing."""
    near = token_before(cursor, quantity.first)
    if _passes_mark(cursor, quantity):
        return "to"
    if cursor.norm(near) in words("came") and is_relation(cursor, near - 1, "by"):
        return "by"  # بنسبة بلغت 18%
    if cursor.norm(near - 1) in words("what") and is_relation(cursor, near - 2, "to"):
        return "to"  # إلى ما نسبته 20%
    for k in (quantity.first - 1, near, near - 1):
        norm = cursor.norm(k)
        if cursor.mask(k) & S.CLITIC and led_by(norm) & BY:
            return "by"
        if is_relation(cursor, k, "to") or norm in words("reaching"):
            return "to"
        if is_gone_up_to(cursor, k):
            return "to"
        if norm in words("topped") or norm in words("undercut"):
            return "to"  # climbed above 80
        if is_relation(cursor, k, "by") or norm in words("by"):
            return "by"
        if cursor.mask(k) & S.BOUND and cursor.entries[k].led & TO:
            return "to"  # لأقل من 9 آلاف
        if cursor.mask(k) & S.BOUND and _opens_with_by(cursor, k):
            told = cursor.norm(k - 1) in words("estimated")  # تقدر بنحو 500 طالب
            return None if told else "by"  # انخفض العدد بنحو 500 طالب
        light = cursor.mask(k) & (S.BOUND | S.CLITIC) or norm in words("levels")
        light = light or norm in grammar_words("focus")
        if not light and norm not in ("", "(", "the", "a"):
            break
    named = _names_level(cursor, near) or cursor.norm(near) in words("records")
    if near == quantity.first - 1 and named:  # to a low of 4%, to a record 5%
        return "to" if is_relation(cursor, lead_before(cursor, quantity), "to") else None
    return "by" if cursor.entries[quantity.first].led & BY else None


def _passes_mark(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a mark is passed: below the 8% mark."""
    if not is_marked(cursor, quantity.last):
        return False
    at = quantity.first - 1 - (cursor.norm(quantity.first - 1) in grammar_words("article"))
    return cursor.norm(at) in words("topped") or cursor.norm(at) in words("undercut")


def is_from(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a quantity is the level that a change starts from."""
    return is_relation(cursor, lead_before(cursor, quantity), "from")


def lead_before(cursor: Cursor, quantity: QuantityMention) -> int:
    """Return the token that leads to a quantity, over what an English level is called, or whose it is.

    From a peak of 5,300, from an upwardly revised 2.8%, from April's 33.7%, to a five-year low of 4%.
    """
    near = j = token_before(cursor, quantity.first)
    if not (cursor.is_latin(j) or _is_possessive(cursor, j)) or is_relation(cursor, j, "from"):
        return near
    floor = j - _NAMED
    if _is_possessive(cursor, j):
        timed = False
        while j > floor and not cursor.mask(j) & (S.COMMA | S.RELATION):
            timed = timed or bool(cursor.mask(j) & _TIMES)
            j -= 1
        return j if timed else near
    j -= 2 if _names_level(cursor, j) else 0
    while j > floor and (cursor.norm(j) in words("of_levels") or cursor.norm(j + 1) == "-"):
        j -= 1
    return j if cursor.mask(j) & S.RELATION else near


def _names_level(cursor: Cursor, j: int) -> bool:
    """Tell whether 'of' at a token leads from what a level is called to it: a record low of."""
    return cursor.norm(j) == "of" and cursor.norm(j - 1) in words("named_levels")


def _is_possessive(cursor: Cursor, j: int) -> bool:
    return cursor.norm(j) in words("possessive")


def is_in_points(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether points are what is added to something, and no level: أسهم بـ0.7 نقطة في نمو بلغ 3%."""
    if quantity.kind == "percentage_point":
        return True
    pointed = cursor.norm(quantity.last - 1) in words("points")
    return pointed and relation_of(cursor, quantity) == "by"


def denies(cursor: Cursor, quantity: QuantityMention, direction: str) -> bool:
    """Tell whether what leads to a level cannot go with a direction: nothing rises below 80."""
    against = words("undercut" if direction == "increase" else "topped")
    near = token_before(cursor, quantity.first)
    return any(cursor.norm(k) in against for k in (near, quantity.first - 1))


def _opens_with_by(cursor: Cursor, k: int) -> bool:
    """Tell whether ب opens what says how near a figure is: بنحو, بما لا يقل عن."""
    return bool(cursor.entries[k].led & BY) or cursor.norm(k).partition(" ")[0] in words("by")
