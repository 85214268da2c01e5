"""Bare figures that a verb or a noun before them leads to: بلغ عدد المشاركين 500, a population of."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words, has_role
from arnlp.numbers import NumberMention
from arnlp.quantities.bounds import OWNED, distant_bound
from arnlp.quantities.counts import group_thousands
from arnlp.quantities.elliptic import carried_over, ends_bare, glued_comma, is_cut_short, left_of
from arnlp.quantities.mention import YEARS, QuantityMention, new_quantity, noun_text
from arnlp.quantities.named import noun_named
from arnlp.text.clitics import AND, THE, articled
from arnlp.text.tokens import WORD

_SUBJECT_REACH = 7  # tokens of a subject between its verb and a figure
_VERB_REACH = 6  # tokens from a verb to the preposition that leads to its figure
_CARRY_REACH = 6  # tokens from an amount to one that leaves its currency out
_TALLIED = 100  # from this number on a figure may follow its measure without a verb
_TALLY_REACH = 4  # tokens of a measure before its preposition
_SUBJECT_LIMIT = 14  # tokens of a subject with its relative clause between 'number of' and a figure
_MOVES = ("reach", "change_up", "change_down")
_TIMED = S.MONTH | S.PERIOD | S.DAYPART


def read_headcount(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a population of 5.2 million, بعدد سكان 10 ملايين: the noun stands before."""
    i = left_of(cursor, number)
    while i > 0 and (cursor.is_word(i, "of") or cursor.mask(i) & S.BOUND):
        i -= 1
    after = cursor.mask(number.last)
    if not cursor.is_word(i, "headcount"):
        return None
    if after & (S.NOUN | S.UNIT | S.PERCENT) and not ends_bare(cursor, number.last):
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = noun_text(cursor, i, i + 1)
    return found


def read_led(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a figure with nothing beside it that a verb leads to: بلغ عددها 463,800, rose to 500."""
    i = left_of(cursor, number)
    i -= glued_comma(cursor, number.first)
    if cursor.norm(i) == "(" and cursor.norm(number.last) == ")":
        bare = ends_bare(cursor, number.last + 1) or cursor.mask(i - 1) & S.BOUND
        i -= bool(bare) and not cursor.mask(number.last + 1) & S.NUMBER
    if i < 0 or number.value in (0, 1):
        return None
    if cursor.mask(number.last) & _TIMED and not ends_bare(cursor, number.last):
        return None
    if not (_is_led(cursor, number, i) or _is_origin(cursor, number, i)):
        if not _is_parallel(cursor, number, i, before):
            return None
    carried = carried_over(cursor, number, before)
    if carried is not None and carried.kind == "money" and number.scale > 1:
        if number.first - carried.last <= _CARRY_REACH:  # من 12 ألف جنيه ولا يزيد على 15 ألفا
            return new_quantity(cursor, number, number.last, "money", carried.unit)
    if number.last == number.first + 1 and carried is not None and carried.noun is not None:
        group_thousands(cursor, number, number.last)
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = noun_named(cursor, number.first)
    if has_role(cursor.norm(i - 1), "amounting") and carried is not None:
        found.noun = carried.noun if carried.kind == "count" else None
    return found


def _is_led(cursor: Cursor, number: NumberMention, i: int) -> bool:
    """Tell whether what stands at a token leads to a figure: a verb, a bound, a preposition."""
    left = cursor.entries[i]
    relation = left.senses.get(S.RELATION)
    by = relation is not None and "by" in relation.value
    if (by or left.norm in grammar_words("level")) and i > 0:
        if any(_is_verb(cursor, k, *_MOVES) for k in range(max(0, i - _VERB_REACH), i)):
            return True
        return left.norm in grammar_words("up_to") and _is_tally(cursor, i, number)
    if S.VERB in left.senses:
        led = _is_verb(cursor, i, "reach")
    else:  # بلغ عددها 463,800
        led = _is_count_of(cursor, i) and _is_verb(cursor, i - 1, "reach")
    if led or left.mask & S.BOUND:
        return True
    if has_role(cursor.norm(i), "tallied"):  # وعددهم 7
        return ends_bare(cursor, number.last)
    if distant_bound(cursor, i) is not None:
        return ends_bare(cursor, number.last)
    if left.kind != WORD or number.value in YEARS:
        return False
    if not left.definite:
        return _is_counted_subject(cursor, i, number.last)
    return _is_reached(cursor, i, number.last)


def _is_parallel(
    cursor: Cursor, number: NumberMention, i: int, before: list[QuantityMention]
) -> bool:
    """Tell whether a second subject takes the verb of the first: الشهداء إلى 340، والإصابات إلى 770."""
    carried = carried_over(cursor, number, before)
    if carried is None or carried.kind != "count" or cursor.norm(i) not in grammar_words("up_to"):
        return False
    if number.first - carried.last > _VERB_REACH or not ends_bare(cursor, number.last):
        return False
    subject = cursor.entries[i - 1]
    joined = subject.definite and (subject.led == AND or articled(subject.norm) == AND | THE)
    return joined and cursor.norm(carried.first - 1) in grammar_words("up_to")


def _is_tally(cursor: Cursor, i: int, number: NumberMention) -> bool:
    """Tell whether a measure leads to a figure without a verb: حصيلة الشهداء إلى 34183."""
    if not ends_bare(cursor, number.last) or not cursor.entries[i - 1].definite:
        return False
    if number.value < _TALLIED or is_cut_short(cursor, number):
        return False
    return any(
        (sense := cursor.sense(k, S.MEASURE)) is not None and sense.role == "dimension"
        for k in range(max(0, i - _TALLY_REACH), i - 1)
    )


def _is_origin(cursor: Cursor, number: NumberMention, i: int) -> bool:
    """Tell whether a change starts from a bare figure: ارتفع من 4 ملايين سنة 2017 إلى 5 ملايين, went from 7 in May to 9."""
    relation = cursor.sense(i, S.RELATION)
    if relation is None or "from" not in relation.value or not ends_bare(cursor, number.last):
        return False
    went = cursor.norm(i - 1) in grammar_words("went") and number.value not in YEARS
    moves = range(max(0, i - _VERB_REACH), i)
    if not went and not any(_is_verb(cursor, k, *_MOVES[1:]) for k in moves):
        return False
    return any(
        cursor.is_word(k, "range") and k + 1 in cursor.number_at
        for k in range(number.last + 2, number.last + _VERB_REACH)
    )


def _is_verb(cursor: Cursor, i: int, *roles: str) -> bool:
    sense = cursor.sense(i, S.VERB)
    return sense is not None and sense.role in roles


def _is_count_of(cursor: Cursor, i: int) -> bool:
    """Tell whether a token is 'their number', 'its value': عددها, قيمتها."""
    return cursor.entries[i].kind == WORD and cursor.norm(i).endswith(OWNED)


def _is_reached(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether a verb and its subject lead to a bare figure: بلغ عدد المشاركين 500."""
    if not ends_bare(cursor, j):
        return False
    for k in range(i, max(-1, i - _SUBJECT_REACH), -1):
        if _is_verb(cursor, k, "reach"):
            return True
        mask = cursor.masks[k]
        if cursor.entries[k].kind != WORD or mask & S.NUMBER:
            return False
        if mask & S.STOP and not (mask & S.MEASURE or cursor.is_word(k, "in")):
            return False
    return False


def _is_counted_subject(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether 'the number of' with a clause leads to a figure: بلغ عدد الشركات التي حققت ارتفاعا 86."""
    if not (ends_bare(cursor, j) and cursor.norm(i).endswith("ا")):
        return False
    for k in range(i, max(0, i - _SUBJECT_LIMIT), -1):
        if cursor.entries[k].kind != WORD or cursor.mask(k) & S.NUMBER:
            return False
        if cursor.norm(k) in grammar_words("tally"):
            return _is_verb(cursor, k - 1, "reach")
    return False
