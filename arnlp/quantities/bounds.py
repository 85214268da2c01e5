"""How exact a figure is, by the words around it: at least, نحو, لا تزيد على."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities.elliptic import glued_comma
from arnlp.quantities.mention import QuantityMention
from arnlp.text.clitics import AND, pronoun
from arnlp.text.tokens import BREAK, WORD

OWNED = (*map(pronoun, ("she", "they", "they_f")), *(letter + pronoun("he") for letter in "ترل"))
_LEADING = ("before", "verb", "around")
_SUBJECT_REACH = 7  # tokens of a subject between a verb of bound and the figure
_PLACE = 4  # tokens of a place between a verb of bound and the figure
_PAST = {"change_down": "at_least", "change_up": "at_most"}  # by what the verb does that is denied
_LIMITED = ("percent", "money", "count", "measure")


def _is_owned(cursor: Cursor, i: int) -> bool:
    """Tell whether a noun with a pronoun stands between a verb of bound and its figure."""
    entry = cursor.entries[i]
    if entry.kind != WORD or entry.mask or not entry.norm.endswith(OWNED):
        return False
    sense = cursor.sense(i - 1, S.BOUND)
    return sense is not None and sense.role in ("before", "verb")


def _is_shouted(cursor: Cursor, before: int, behind: int) -> bool:
    """Tell whether a line is all in capitals around a figure, so that OVER is no name: OVER $21,000 RAISED."""
    return any(cursor.is_latin(j) and cursor.entries[j].caps > 1 for j in (before - 1, behind))


def distant_bound(cursor: Cursor, i: int) -> str | None:
    """Return the bound of a verb that its subject parts from the figure.

    The subject opens with a noun of measure or ends in a pronoun, and may be followed by the
    preposition of the verb: لم تتجاوز نسبة المفقود منها 0.02%, لا تقل مساحتها عن 10. A relative
    clause whose measure has no pronoun says what was exceeded: الذي فاق الواردات.
    """
    role = "verb"
    if cursor.norm(i) in grammar_words("parted"):
        role, i = "split", i - 1
        if (told := _not_past(cursor, i)) is not None:
            return told
    owned = False
    for j in range(i, max(-1, i - _SUBJECT_REACH), -1):
        entry, mask = cursor.entries[j], cursor.masks[j]
        if entry.kind != WORD or mask & (S.NUMBER | S.COMPLEMENTIZER):
            return None
        if mask & S.BOUND:
            sense = entry.senses[S.BOUND]
            if sense.role == role:
                return str(sense.value) if _is_led(cursor, j, i, owned) else None
            if role == "verb":
                return None
        owned = owned or entry.norm.endswith(OWNED) or entry.surface.endswith(pronoun("he"))
    return None


def _not_past(cursor: Cursor, i: int) -> str | None:
    """Return the bound of a verb that says past what something never moved: لم ينخفض المخزون عن 5, لن يرتفع عن 5."""
    for j in range(i, max(0, i - _SUBJECT_REACH), -1):
        entry, mask = cursor.entries[j], cursor.masks[j]
        if entry.kind != WORD or mask & (S.NUMBER | S.COMPLEMENTIZER | S.BOUND):
            return None
        if mask & S.VERB and (bound := _PAST.get(entry.senses[S.VERB].role)):
            return bound if cursor.norm(j - 1) in grammar_words("denying") else None
    return None


def _is_led(cursor: Cursor, verb: int, last: int, owned: bool) -> bool:
    """Tell whether the words behind a verb of bound are its subject, up to a token."""
    if verb == last or cursor.is_word(verb + 1, "until"):
        return False
    if cursor.norm(last + 1) in grammar_words("parted") and " " in cursor.norm(verb):
        return True  # ألا يقل نصيب الفرد عن 150, whatever does so
    if cursor.is_word(verb + 1, "in") and last - verb <= _PLACE:
        return True  # تجاوزت في ولاية سطيف 94%
    measured = bool(cursor.masks[verb + 1] & S.MEASURE) or cursor.is_word(verb + 1, "headcount")
    if not (measured or owned):
        return False
    relative = cursor.sense(verb - 1, S.STOP)
    return owned or relative is None or relative.role != "rel"


def _bound_behind(cursor: Cursor, found: QuantityMention) -> str | None:
    """Return the bound behind a quantity, or between its figure and its noun: 10 or more cities."""
    sense = cursor.sense(found.last, S.BOUND)
    if sense is not None and sense.role in ("after", "around"):
        return str(sense.value)
    if found.number is None or not found.noun or found.number.last >= found.last:
        return None
    sense = cursor.sense(found.number.last, S.BOUND)
    return str(sense.value) if sense is not None and sense.role == "after" else None


def is_gone_up_to(cursor: Cursor, i: int) -> bool:
    """Tell whether 'up to' leads to a level, and is no bound: went up to 26,417."""
    return cursor.norm(i) in grammar_words("up") and cursor.norm(i - 1) in grammar_words("went")


def is_marked(cursor: Cursor, j: int) -> bool:
    """Tell whether a figure up to a token is a mark that something passes: below the 8% mark, the 40 billion dollar barrier."""
    return cursor.norm(j) in grammar_words("marks") or cursor.norm(j - 1) in grammar_words("marks")


def set_bound(cursor: Cursor, found: QuantityMention) -> None:
    """Read how exact a figure is, from the words around it."""
    after = cursor.entries[found.last] if found.last < cursor.size else None
    found.bound = _bound_behind(cursor, found) or found.bound
    if after is not None and after.norm == "+" and cursor.is_adjacent(found.last):
        if found.kind in _LIMITED and not cursor.mask(found.last + 1) & S.NUMERIC:
            found.bound = "more_than"  # 50%+
    i = found.first - 1 - glued_comma(cursor, found.first)
    opened = False
    while i >= 0 and (
        cursor.masks[i] & S.CLITIC
        or (cursor.masks[i] & S.QUANTITY_WORD and cursor.is_word(i, "amount", "ratio_noun"))
        or cursor.entries[i].norm == "("
        or _is_owned(cursor, i)
    ):
        opened = opened or cursor.entries[i].norm == "("
        i -= 1
    if i < 0 or cursor.entries[i].kind == BREAK:
        return
    entry = cursor.entries[i]
    sense = entry.senses.get(S.BOUND)
    if sense is not None and sense.role in _LEADING:
        if is_gone_up_to(cursor, i):
            return
        the = cursor.norm(found.first - 1) == "the" and i == found.first - 2
        if the and not is_marked(cursor, found.last):
            return  # above the 70 million of last year: a level of its own
        capital = entry.norm in ("some", "under", "over", "above", "below") and entry.caps > 1
        if not capital or _is_shouted(cursor, i, found.last):
            found.bound = sense.value
    elif (not opened or (found.number is not None and cursor.norm(found.number.last) == ")")) and (
        distant := distant_bound(cursor, i)
    ) is not None:
        found.bound = distant
    elif found.kind in _LIMITED and cursor.is_word(i, "until"):
        found.bound = "at_most"
    elif entry.norm in grammar_words("up_to"):
        for k in range(max(0, i - 2), i):
            reach = cursor.entries[k].senses.get(S.BOUND)
            if reach is not None and reach.role == "reach" and reach.led in (0, AND):
                found.bound = reach.value
