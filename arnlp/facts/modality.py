"""How a figure is told: as a fact, as what is planned, as what may be, or denied.

The verb that governs a figure tells it, read backwards from it: an adjective or noun of planning or
expecting, a future, a verb of that class. A verb below another (أن يصل, to reach) leaves it to the one
above. Where no verb stands before a figure, it may be the subject of the one behind.
"""

from __future__ import annotations

from arnlp.engine import Cursor, is_gerund, verb_bits
from arnlp.facts.clauses import is_relation
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.morphology import features as F
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, TO, opening, without_article
from arnlp.text.view import normalize

_REACH = 40
_NOUN = 14  # tokens from a noun of planning to what is planned
_SUBJECT = 10  # tokens from a figure to the verb that it is the subject of
_GOAL = 5  # tokens from a noun of aiming to the verb that tells what is aimed at
_DENIAL = 7  # tokens from what denies to what opens that which it denies
_NEGATION = 3  # tokens from an English verb back to its negation
_MAY = 8  # tokens from a verb that may be to its figure
_HELPERS = 4  # small words before a verb


def modality_of(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> str:
    """Return how a figure is told: asserted, planned, possible or denied."""
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
    if _is_to_be(wording, quantity):
        return "planned"
    finite = False
    for j in range(quantity.first - 1, max(first, quantity.first - _REACH) - 1, -1):
        if cursor.mask(j) & S.END_MARK or cursor.norm(j) in (";", "؛"):
            break
        told = _of_noun(cursor, wording, j, quantity.first - j)
        if told:
            return told
        if cursor.mask(j) & S.COMPLEMENTIZER and not finite:
            told = _ahead(cursor, wording, quantity, last)
            if told:
                return told
        if wording.pos(j) in ("VERB", "AUX"):
            finite = True
            if wording.lemma(j) in words("copula"):
                told = _of_subject(cursor, wording, first, j)
                if told:
                    return told
            told = _of_verb(cursor, wording, j, quantity.first - j)
            if told and _is_denied(cursor, wording, first, j):
                return "denied"
            if told in ("asserted", "planned", "") and _is_negated(cursor, wording, j, quantity):
                return "denied"
            if told:
                return told
    return (not finite and _ahead(cursor, wording, quantity, last)) or "asserted"


def _of_noun(cursor: Cursor, wording: Wording, j: int, distance: int) -> str:
    """Return what a noun or adjective says of the figure that it leads to."""
    noun, pos, norm = wording.noun(j), wording.pos(j), cursor.norm(j)
    likely = pos == "NOUN" and is_relation(cursor, j - 1, "from")  # من المحتمل
    if pos == "ADJ" or likely or cursor.mask(j) & S.FUTURE:  # من المقرر is one token
        noun = noun if pos == "ADJ" or likely else without_article(norm.rpartition(" ")[2])
        if {noun, norm} & words("may"):
            return "possible"
        if {noun, norm} & words("plan"):
            return "planned"
    governs = _leads_on(cursor, wording, j)  # plans to raise
    if pos == "ADJ" and noun in words("due") and governs:
        return "planned"
    if noun in words("truth") and distance <= _NOUN and _denies(cursor, wording, j):
        return "denied"  # لا صحة لزيادة
    if pos == "NOUN" and (distance <= _NOUN or governs):
        if noun in words("hopes"):
            return "possible"
        if noun in words("aims"):
            return "planned"
    return ""


def _of_verb(cursor: Cursor, wording: Wording, j: int, distance: int) -> str:
    """Return what a verb says of what it governs, an empty string where one above it does."""
    lemma, told = wording.lemma(j), wording.features(j)
    helpers = _helpers(cursor, wording, j)
    if helpers & words("could"):
        return "possible"
    if helpers & words("wills") or _is_future(wording, j):
        level = is_of(lemma, "reach") and not is_of(lemma, "still")
        return "possible" if level and not _is_own(cursor, told, j) else "planned"
    perfect = told.get("Aspect") == "Perf"
    if is_of(lemma, "deny"):
        return "denied"
    imperfect = told.get("Aspect") == "Imp" and not _may_be_past(cursor.norm(j), normalize(lemma))
    if imperfect and distance <= _MAY and _is_perhaps(cursor, j - 1, told):
        return "possible"
    if is_of(lemma, "expect"):
        return "possible"
    labels = bool(cursor.mask(j + 1) & S.COLON)  # ships calling: 548
    if lemma in words("set_to") and not _leads_on(cursor, wording, j):
        return ""  # sets a fine of 500; the goal was set at 9%
    if is_of(lemma, "plan") and not labels and not (perfect and lemma in words("aiming")):
        reduced = told.get("VerbForm") == "Part" and told.get("Tense") == "Past"
        if wording.pos(j) == "VERB" and not (reduced and len(helpers) == 1):
            return "planned"
    if cursor.is_latin(j):
        below = "to" in helpers or told.get("VerbForm") in ("Inf", "Ger")
        return "" if below or is_gerund(cursor.entries[j]) else "asserted"
    if perfect:
        return "asserted"
    under = bool(cursor.mask(j - 1) & S.COMPLEMENTIZER) or opening(cursor.norm(j)) == TO
    return "" if under else "asserted"


def _leads_on(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word leads to a verb: plans to raise, is set to reach."""
    return cursor.norm(j + 1) == "to" and wording.pos(j + 2) == "VERB"


def _is_perhaps(cursor: Cursor, j: int, verb: dict[str, str]) -> bool:
    """Tell whether a word says that the verb behind it, of these features, may be: قد, but وقد تمكن has been."""
    norm = cursor.norm(j)
    if norm in words("perhaps"):
        return True
    if not cursor.entries[j].led & AND or norm[1:] not in words("perhaps"):
        return False
    return not verb_bits(cursor.entries[j + 1]) & F.PERFECT and verb.get("Person") != "1"


def _is_denied(cursor: Cursor, wording: Wording, first: int, verb: int) -> bool:
    """Tell whether a verb tells what somebody denies: denied reports that prices rose, نفى أن تكون ارتفعت."""
    rumoured = words("rumoured")
    for j in range(verb, max(first, verb - _REACH) - 1, -1):
        if cursor.mask(j) & (S.END_MARK | S.QUOTE_MARK):
            return False
        if cursor.norm(j) in rumoured or cursor.mask(j) & S.COMPLEMENTIZER:
            near = range(max(first, j - _DENIAL), j)
            denied = any(_denies(cursor, wording, k) for k in near)
            return denied and not any(_says(cursor, wording, k) for k in range(j, verb + 1))
    return False


def _says(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word says what is no longer denied: denied that 300 died, and said 20 were hurt."""
    if cursor.norm(j) in words("rumoured") or is_of(wording.lemma(j), "deny"):
        return False
    return bool(cursor.mask(j) & S.SPEECH) or is_of(wording.lemma(j), "say")


def _is_negated(cursor: Cursor, wording: Wording, verb: int, quantity: QuantityMention) -> bool:
    """Tell whether a verb that moves or reaches is negated: did not rise by 10%, لم ترتفع بنسبة 10%.

    What it does not exceed is a bound, and not but by so much is so much.
    """
    lemma = wording.lemma(verb)
    if quantity.kind == "duration" or not (direction_of(lemma) or is_of(lemma, "reach")):
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


def _denies(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word denies something, and nothing denies the word: did not deny; there is no truth."""
    before = {cursor.norm(k) for k in range(max(0, j - 2), j)}
    denied = bool(before & words("nothing"))
    if wording.noun(j) in words("truth"):
        return denied
    if wording.lemma(j) in words("rejects"):
        return any(cursor.norm(k) in words("rumoured") for k in range(j + 1, j + 3))
    return wording.pos(j) == "VERB" and is_of(wording.lemma(j), "deny") and not denied


def _may_be_past(word: str, lemma: str) -> bool:
    """Tell whether a verb that reads as an imperfect is written like a past: قد تضاعف."""
    return word == lemma or (len(lemma) > 3 and word[1:] == lemma)  # of ضاعف as well


def _of_subject(cursor: Cursor, wording: Wording, first: int, copula: int) -> str:
    """Return what the noun that is something says of it: the goal is to reach, الهدف هو بلوغ."""
    for j in range(copula - 1, max(first, copula - _GOAL) - 1, -1):
        if cursor.mask(j) & (S.COMMA | S.COMPLEMENTIZER | S.COLON | S.QUOTE_MARK):
            return ""
        if wording.pos(j) in ("NOUN", "PROPN"):
            noun = wording.noun(j)
            return (
                "possible" if noun in words("hopes") else "planned" if noun in words("aims") else ""
            )
    return ""


def _is_to_be(wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether a figure is the subject of a clause of the future: 700 will be restored."""
    clause, at = wording.clause(quantity.first), wording.at(quantity.first)
    if clause is None or at is None or clause.predicate <= at[1] or clause.tense != "future":
        return False
    return clause.subject is not None and clause.subject.first <= at[1] < clause.subject.stop


def _is_own(cursor: Cursor, told: dict[str, str], j: int) -> bool:
    """Tell whether who speaks says it of himself, which is more than a forecast: we will exceed, سنتجاوز."""
    if told.get("Person") == "1":
        return True
    return any(cursor.norm(k) in words("speakers") for k in range(max(0, j - _HELPERS), j))


def _helpers(cursor: Cursor, wording: Wording, j: int) -> set[str]:
    """Return a verb with the small words before it: will, could, to, سوف."""
    out = {cursor.norm(j)}
    for k in range(j - 1, max(-1, j - 1 - _HELPERS), -1):
        norm = cursor.norm(k)
        if wording.pos(k) not in ("AUX", "ADV", "PART") and norm not in words("wills") | {"to"}:
            break
        out.add(norm)
    return out


def _ahead(cursor: Cursor, wording: Wording, quantity: QuantityMention, last: int) -> str:
    """Return what the verb says that a figure is the subject of: 143,000 taxpayers will qualify."""
    for j in range(quantity.last, min(last, quantity.last + _SUBJECT)):
        if cursor.mask(j) & (S.END_MARK | S.COMMA | S.COLON):
            return ""
        if wording.pos(j) in ("VERB", "AUX"):
            if cursor.norm(j) in words("wills") or _is_future(wording, j):
                return "planned"
            return "possible" if cursor.norm(j) in words("could") else ""
    return ""


def _is_future(wording: Wording, j: int) -> bool:
    """Tell whether a verb has the future written as one with it: سيصل."""
    at = wording.at(j)
    if at is None:
        return False
    reading = wording.sentences.trees[at[0]].readings[at[1]]
    return any(clitic.kind == "future" for clitic in reading.chain.clitics)
