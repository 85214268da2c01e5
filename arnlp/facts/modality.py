"""How a figure is told: as a fact, as what is planned, as what may be, or denied.

The verb that governs a figure tells it, read backwards from it: an adjective or noun of planning or
expecting, a future, a verb of that class. A verb below another (أن يصل, to reach) leaves it to the one
above. Where no verb stands before a figure, it may be the subject of the one behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from arnlp.engine import Cursor, is_gerund, verb_bits
from arnlp.facts.clauses import is_relation
from arnlp.facts.denials import denies, is_denied, is_negated, is_put_right
from arnlp.facts.predicates import is_of, words
from arnlp.facts.prospects import (
    is_outdone,
    is_set_against,
    is_to_do,
    prospect_of,
    told_behind,
)
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.morphology import Reading, readings
from arnlp.morphology import features as F
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, TO, opening, without_article
from arnlp.text.tokens import WORD
from arnlp.text.view import normalize

_REACH = 40
_NOUN = 14  # tokens from a noun of planning to what is planned
_SUBJECT = 10  # tokens from a figure to the verb that it is the subject of
_GOAL = 5  # tokens from a noun of aiming to the verb that tells what is aimed at
_MAY = 8  # tokens from a verb that may be to its figure
_PLANNER = 5  # tokens from what is planned back to the verb of planning
_HELPERS = 4  # small words before a verb


def modality_of(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> str:
    """Return how a figure is told: asserted, planned, possible or denied."""
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
    told = told_behind(cursor, quantity) or _of_own_verb(cursor, wording, quantity, last)
    if told:
        return told
    finite = False
    for j in range(quantity.first - 1, max(first, quantity.first - _REACH) - 1, -1):
        if cursor.mask(j) & S.END_MARK or cursor.norm(j) in (";", "؛"):
            break
        told = _of_noun(cursor, wording, j, quantity)
        if told:
            return told
        if cursor.mask(j) & S.COMPLEMENTIZER and not finite:
            told = _ahead(cursor, wording, quantity, last)
            if told:
                return told
            if not cursor.is_latin(j) and (
                cursor.mask(j - 1) & S.SPEECH or is_of(wording.lemma(j - 1), "say")
            ):
                break  # نطمح إلى 35، مضيفة أن 120
        if wording.pos(j) in ("VERB", "AUX"):
            finite = True
            if wording.lemma(j) in words("copula"):
                told = _of_subject(cursor, wording, first, j)
                if told:
                    return told
            told = _of_predicate(cursor, wording, first, j, quantity)
            if told:
                return told
    return (not finite and _ahead(cursor, wording, quantity, last)) or "asserted"


def _of_predicate(
    cursor: Cursor, wording: Wording, first: int, j: int, quantity: QuantityMention
) -> str:
    """Return what a verb says of what it governs, and what is said of the verb: denied, or what would have been."""
    told = _of_verb(cursor, wording, j, quantity.first - j)
    if told and is_denied(cursor, wording, first, j):
        return "asserted" if is_put_right(cursor, j, quantity.first) else "denied"
    if told in ("asserted", "planned", "") and is_negated(cursor, wording, j, quantity):
        return "denied"
    if told == "asserted" and _is_unreal(cursor, wording, first, j):
        return "possible"
    return told


def _of_noun(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> str:
    """Return what a noun or adjective says of the figure that it leads to."""
    distance = quantity.first - j
    noun, pos, norm = wording.noun(j), wording.pos(j), cursor.norm(j)
    likely = pos == "NOUN" and is_relation(cursor, j - 1, "from")  # من المحتمل
    if pos == "ADJ" or likely or cursor.mask(j) & S.FUTURE:  # من المقرر is one token
        noun = noun if pos == "ADJ" or likely else without_article(norm.rpartition(" ")[2])
        if {noun, norm} & (words("may") | words("plan")):
            if is_set_against(cursor, j):
                return ""
            return "possible" if {noun, norm} & words("may") else "planned"
    governs = _leads_on(cursor, wording, j)  # plans to raise
    if pos == "ADJ" and noun in words("due") and governs:
        return "planned"
    if pos == "NOUN" and distance == 1 and cursor.entries[j].definite and noun in words("may"):
        return "possible"  # والمتوقع 170 ألف طن
    if norm in words("unless"):
        return "possible"  # لولا الأمطار لتراجع الإنتاج
    if noun in words("truth") and distance <= _NOUN and denies(cursor, wording, j):
        if not any(cursor.mask(k) & S.COMMA for k in range(j, j + distance)):
            return "denied"  # لا صحة لزيادة, but what stands behind a comma is so: فالعدد 20
    if pos == "NOUN" and (distance <= _NOUN or governs):
        return _of_aim(cursor, wording, j, quantity, governs=governs)
    return ""


def _of_aim(
    cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention, *, governs: bool
) -> str:
    """Return what a noun of aiming or expecting says of the figure that it leads to: no plans to is denied."""
    noun = wording.noun(j)
    hoped, aimed = noun in words("hopes"), noun in words("aims")
    if (aimed and governs) or noun in words("intents"):
        if any(cursor.norm(k) in words("nothing") for k in (j - 1, j - 2)):
            return "denied"
    if (hoped or aimed) and is_outdone(cursor, wording, j, quantity):
        return "asserted"
    if cursor.norm(j) in words("rumoured") and is_of(wording.noun(j - 1), "deny"):
        return "denied"  # a headline: ministry refutes claim of
    return "possible" if hoped else "planned" if aimed else ""


def _of_verb(cursor: Cursor, wording: Wording, j: int, distance: int) -> str:
    """Return what a verb says of what it governs, an empty string where one above it does."""
    lemma, told = wording.lemma(j), wording.features(j)
    helpers = _helpers(cursor, wording, j)
    if helpers & words("owed") and "have" in helpers:
        return "asserted"  # should have read 5,318
    if is_to_do(cursor, wording, j):
        return "planned"
    if helpers & words("could"):
        return "possible"
    if helpers & words("wills") or _is_future(wording, j):
        level = is_of(lemma, "reach") and not is_of(lemma, "still")
        return "possible" if level and not _is_own(cursor, told, j) else "planned"
    perfect = told.get("Aspect") == "Perf"
    if is_of(lemma, "deny"):
        return "denied"
    imperfect = told.get("Aspect") == "Imp" and not _may_be_past(cursor.norm(j), normalize(lemma))
    if imperfect and distance - _aside(cursor, j, distance) <= _MAY:
        if _is_perhaps(cursor, j - 1, told):
            return "possible"
    if is_of(lemma, "expect"):
        return "" if is_set_against(cursor, j) else "possible"
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
        return "" if _is_intended(cursor, wording, j) else "asserted"
    under = bool(cursor.mask(j - 1) & S.COMPLEMENTIZER) or opening(cursor.norm(j)) == TO
    return "" if under else "asserted"


def _is_intended(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether what reads as a verb of the past is the noun that a verb of planning governs: تعتزم الحكومة رفع.

    No verb of the past stands behind another verb of its clause, unless something joins them.
    """
    if cursor.entries[j].led or not any(r.bundle.pos == "NOUN" for r in _readings(cursor, j)):
        return False
    for k in range(j - 1, max(-1, j - 1 - _PLANNER), -1):
        pos = wording.pos(k)
        if pos == "VERB":
            return wording.features(k).get("Aspect") == "Imp" and is_of(wording.lemma(k), "plan")
        if pos not in ("NOUN", "PROPN", "ADJ") or cursor.entries[k].led:
            return False
    return False


def _readings(cursor: Cursor, j: int) -> Sequence[Reading]:
    """Return the readings of a word by itself."""
    return readings(cursor.entries[j].surface, WORD)


def _aside(cursor: Cursor, verb: int, distance: int) -> int:
    """Return how many tokens an aside between two commas takes up behind a verb: قد تصل، في حال إقراره، إلى 5."""
    commas = [k for k in range(verb + 1, verb + distance) if cursor.mask(k) & S.COMMA]
    return commas[1] - commas[0] + 1 if len(commas) == 2 else 0


def _is_unreal(cursor: Cursor, wording: Wording, first: int, verb: int) -> bool:
    """Tell whether a verb tells what would have been but for something: لولا الأمطار لتراجع الإنتاج."""
    if wording.features(verb).get("Aspect") != "Perf" or opening(cursor.norm(verb)) != TO:
        return False
    unless = words("unless")
    return any(cursor.norm(k) in unless for k in range(max(first, verb - _MAY), verb))


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


def _of_own_verb(cursor: Cursor, wording: Wording, quantity: QuantityMention, last: int) -> str:
    """Return what the verb says that a figure is the subject of: 700 will be restored, 500 are expected."""
    clause, at = wording.clause(quantity.first), wording.at(quantity.first)
    if clause is None or at is None or clause.predicate <= at[1] or clause.subject is None:
        return ""
    if not clause.subject.first <= at[1] < clause.subject.stop:
        return ""
    if clause.tense == "future":
        return "planned"
    near = range(quantity.last, min(last, quantity.last + _SUBJECT))
    near = range(near.start, next((j for j in near if cursor.mask(j) & S.COMMA), near.stop))
    verb = next((j for j in near if wording.pos(j) in ("VERB", "AUX")), -1)
    if verb < 0 or wording.lemma(verb) not in words("copula") or not cursor.is_latin(verb):
        return ""
    return prospect_of(cursor, wording, verb)


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
            if wording.lemma(j) in words("copula") and cursor.is_latin(j):
                return prospect_of(cursor, wording, j)
            return "possible" if cursor.norm(j) in words("could") else ""
    return ""


def _is_future(wording: Wording, j: int) -> bool:
    """Tell whether a verb has the future written as one with it: سيصل."""
    at = wording.at(j)
    if at is None:
        return False
    reading = wording.sentences.trees[at[0]].readings[at[1]]
    return any(clitic.kind == "future" for clitic in reading.chain.clitics)
