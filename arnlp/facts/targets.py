"""Whether a figure is a target: planned, with a deadline or a verb of aiming."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.predicates import is_of, words
from arnlp.facts.time_roles import is_deadline
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_REACH = 16  # tokens from a verb of aiming to what is aimed at


def aims(
    cursor: Cursor,
    wording: Wording,
    quantity: QuantityMention,
    period: DateMention | None,
    modality: str,
) -> bool:
    """Tell whether a figure is what somebody aims at."""
    if modality == "asserted":
        return False
    if period is not None and is_deadline(cursor, period) and modality == "planned":
        return True
    if modality != "planned":
        return False
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
    for j in range(quantity.first - 1, max(first, quantity.first - _REACH) - 1, -1):
        if cursor.mask(j) & S.END_MARK:
            return False
        if wording.noun(j) in words("aims"):
            return True
        if wording.pos(j) == "VERB" and is_of(wording.lemma(j), "plan"):
            return True
    return False
