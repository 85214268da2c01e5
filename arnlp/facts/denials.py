"""What is denied, by somebody or by a small word: نفى أن, ليس صحيحا أن, لم ترتفع, did not rise."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import SO

_REACH = 40
_DENIAL = 7  # tokens from what denies to what opens that which it denies
_NEGATION = 3  # tokens from an English verb back to its negation


def is_denied(cursor: Cursor, wording: Wording, first: int, verb: int) -> bool:
    """Tell whether a verb tells what somebody denies: denied reports that prices rose, نفى أن تكون ارتفعت."""
    rumoured = words("rumoured")
    for j in range(verb, max(first, verb - _REACH) - 1, -1):
        if cursor.mask(j) & (S.END_MARK | S.QUOTE_MARK | S.COLON):
            return False
        if cursor.norm(j) in rumoured or cursor.mask(j) & S.COMPLEMENTIZER:
            near = range(max(first, j - _DENIAL), j)
            denied = any(denies(cursor, wording, k) for k in near)
            return denied and not any(_says(cursor, wording, k) for k in range(j, verb + 1))
    return False


def is_put_right(cursor: Cursor, verb: int, figure: int) -> bool:
    """Tell whether a figure stands in a clause that puts right what was denied: ليس صحيحا أنهم بلغوا 10، فالعدد 2."""
    return any(
        cursor.mask(k) & S.COMMA
        and (cursor.entries[k + 1].led & SO or cursor.norm(k + 1) in words("rather"))
        for k in range(verb + 1, figure - 1)
    )


def _says(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word says what is no longer denied: denied that 300 died, and said 20 were hurt."""
    if cursor.norm(j) in words("rumoured") or is_of(wording.lemma(j), "deny"):
        return False
    return bool(cursor.mask(j) & S.SPEECH) or is_of(wording.lemma(j), "say")


def is_negated(cursor: Cursor, wording: Wording, verb: int, quantity: QuantityMention) -> bool:
    """Tell whether a verb that moves or reaches is negated: did not rise by 10%, لم ترتفع بنسبة 10%.

    What it does not exceed is a bound, and not but by so much is so much.
    """
    lemma = wording.lemma(verb)
    if quantity.kind == "duration" or not (direction_of(lemma) or is_of(lemma, "reach")):
        return False
    if cursor.norm(quantity.first - 1) in words("over"):
        return False
    between = range(verb, quantity.first)
    if any(cursor.mask(k) & S.BOUND or cursor.norm(k) in words("except") for k in between):
        return False
    before = range(verb - 1, max(-1, verb - 1 - _NEGATION), -1)
    for k in before if cursor.is_latin(verb) else before[:1]:
        if wording.pos(k) not in ("AUX", "PART", "ADV"):
            return False
        if cursor.norm(k) in words("negators"):
            return cursor.norm(k + 1) not in words("except")  # not only
    return False


def denies(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word denies something, and nothing denies the word: did not deny; there is no truth."""
    before = {cursor.norm(k) for k in range(max(0, j - 2), j)}
    denied = bool(before & words("nothing"))
    if wording.noun(j) in words("untrue"):
        return not denied
    if wording.noun(j) in words("truth"):
        return denied
    if wording.lemma(j) in words("rejects"):
        return any(cursor.norm(k) in words("rumoured") for k in range(j + 1, j + 3))
    return wording.pos(j) == "VERB" and is_of(wording.lemma(j), "deny") and not denied
