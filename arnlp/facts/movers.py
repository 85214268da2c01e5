"""Words that move what a figure is of: in which direction, and where they only measure or say.

A mover is a verb, masdar, participle or small word whose predicate rises or falls. In a chain (انخفض
معدل نمو الصادرات) the verb that the noun is under tells the direction.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import MOVES, is_relation
from arnlp.facts.leads import relation_of
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention, is_gone_up_to
from arnlp.text.clitics import BY, TO, led_by

RELATIVE = ("percent", "percentage_point", "multiplier")
_CHAIN = 6  # tokens from a moving noun to the verb above it
_OBJECT = 5  # tokens from a verb to its object, its subject between
_LIST = 3  # tokens from most to the noun of a move that heads a list
_LENGTHS = frozenset(("m", "cm", "km", "mm", "[ft_i]", "[in_i]"))


def direction_at(
    cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention, crossed: int, led: bool
) -> str | None:
    """Return the direction of a word that moves what a figure is of.

    ``crossed`` figures stand between, ``led`` tells that by leads to the figure.
    """
    relative = quantity.kind in RELATIVE
    if is_gone_up_to(cursor, j):
        return "increase"
    direction, listed = _told(cursor, wording, j)
    if direction is None and wording.pos(j) == "VERB":
        direction = _phrased(cursor, wording, j, quantity)
    pos, entry, latin = wording.pos(j), cursor.entries[j], cursor.is_latin(j)
    if listed and entry.norm not in words("behind"):
        pos = pos if pos in ("ADP", "ADV") else "VERB"
    if direction is None or not _may_tell(cursor, j, pos):
        return None
    if not may_move(cursor, wording, j, quantity):
        return None
    if wording.lemma(j) in words("relative") and not (relative or crossed):
        return None
    if cursor.norm(j) in words("particle") and _is_particle(wording, j):
        return None  # ate up 34%
    if pos == "ADP" and cursor.norm(j + 1) == "to" and not cursor.mask(j - 1) & S.COMMA:
        return None  # up to 5
    if latin:
        if pos == "ADJ" and entry.norm in words("behind") and wording.pos(j - 1) == "VERB":
            return direction  # edged lower to 64%
        return direction if pos in ("VERB", "NOUN", "ADV", "ADP") else None
    if pos == "ADJ" and not entry.norm.endswith("ا"):
        near = token_before(cursor, quantity.first)
        bare = relative or _in_steps(cursor, quantity, "steps", "places")
        leads = near == j if bare else led and near <= j + 1
        return direction if leads and not entry.definite else None  # متراجعة بنقطتين, not المرتفعة
    return direction if pos in ("VERB", "NOUN", "ADJ") else None


def _phrased(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> str | None:
    """Return the direction of an English verb that moves with a small word behind it alone: gave back 4%, picked up by 5%."""
    small = cursor.norm(j + 1) if cursor.norm(j + 1) in words("particles") else ""
    phrase = f"{wording.lemma(j)} {small or cursor.norm(j).rpartition(' ')[2]}"
    up = phrase in words("rises_with")
    if not up and phrase not in words("falls_with"):
        return None
    of = quantity.kind not in RELATIVE or cursor.norm(quantity.last) == "of"
    if of and relation_of(cursor, quantity) != "to":
        return None  # gave back 5 million to the town, picked up 40% of them
    return "increase" if up else "decrease"


def _is_particle(wording: Wording, j: int) -> bool:
    """Tell whether a small word belongs to a verb that it gives another sense: ate up, signed up."""
    return wording.pos(j - 1) == "VERB" and wording.lemma(j - 1) in words("phrasal")


def mover_direction(cursor: Cursor, wording: Wording, j: int) -> str | None:
    """Return the direction of a word that may move figures, whatever stands around it."""
    direction, _ = _told(cursor, wording, j)
    return direction if direction and _may_tell(cursor, j, wording.pos(j)) else None


def _told(cursor: Cursor, wording: Wording, j: int) -> tuple[str | None, bool]:
    """Return the direction of a word's predicate, and whether the lexicon has it as an English verb of moving."""
    lemma = wording.lemma(j)
    if wording.pos(j) == "NOUN" and lemma in words("things"):
        return None, False
    direction = named_direction(wording, j)
    sense = cursor.entries[j].senses.get(S.VERB) if cursor.is_latin(j) else None
    if sense is None or sense.role not in MOVES:
        return direction, False
    return direction or ("increase" if sense.role == "change_up" else "decrease"), True


def named_direction(wording: Wording, j: int) -> str | None:
    """Return the direction of a word's predicate, by its lemma or as the noun that it is."""
    return direction_of(wording.lemma(j)) or direction_of(wording.noun(j))


def _may_tell(cursor: Cursor, j: int, pos: str) -> bool:
    """Tell whether a word tells a move by itself: no name, and none that says something or how exact a figure is."""
    entry = cursor.entries[j]
    if pos == "PROPN" or _reports(cursor, j):
        return False
    if entry.mask & S.BOUND and (pos != "VERB" or " " in entry.norm):
        return False  # تزيد على
    over = cursor.norm(j + 1) in words("over") and pos == "VERB"
    return not over or cursor.is_latin(j)  # زاد على: more than


def may_move(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> bool:
    """Tell whether the noun of a move may move a figure: a loss moves shares alone, a height no length.

    What is lost is a thing: نسبة الفاقد من المياه.
    """
    if quantity.unit in _LENGTHS and cursor.norm(quantity.last) in words("dimensions"):
        return False  # cut a tunnel 4 km long
    if wording.pos(j) == "VERB":
        if _means_other(cursor, wording, j, quantity):
            return False
        return quantity.kind in RELATIVE or _moves_amounts(cursor, wording, j, quantity)
    definite = cursor.entries[j].definite and not cursor.is_latin(j)
    if wording.lemma(j) in words("losing") and (definite or quantity.kind not in RELATIVE):
        return False
    return quantity.unit not in _LENGTHS or wording.noun(j) not in words("height")


def _means_other(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> bool:
    """Tell whether a verb of moving means something else: fell short of 60%, هبطت الطائرة, تزيد تكلفته على 3 مليارات."""
    if cursor.norm(j + 1).partition(" ")[0] in words("short"):
        return True
    if wording.noun(j + 1) in words("landers"):
        return True
    over = cursor.norm(token_before(cursor, quantity.first)) in words("over")
    denied = cursor.norm(j - 1) in words("negators")  # لم ينخفض المخزون عن 5
    return over and (denied or wording.lemma(j) in words("exceeds"))


def _moves_amounts(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> bool:
    """Tell whether a verb may move an amount: no hall that seats 300, no tower 330 m high, no rubbish taken away.

    Nor does one whose subject the amount is: تقدم 300 متسابق.
    """
    lemma, near = wording.lemma(j), token_before(cursor, quantity.first)
    if lemma in words("seats") and quantity.kind == "count":
        return False
    told = wording.features(j)
    lasting = told.get("Aspect") == "Imp" or told.get("Tense") == "Pres"
    if lemma in words("towers") and lasting and quantity.unit in _LENGTHS:
        return False
    if near == j and quantity.kind == "measure" and cursor.norm(quantity.last) == "of":
        return False  # dropped 30 tonnes of aid
    led = bool(cursor.entries[quantity.first].led & (BY | TO)) or any(
        (cursor.mask(k) & S.CLITIC and led_by(cursor.norm(k)) & (BY | TO))
        or is_relation(cursor, k, "by")
        or is_relation(cursor, k, "to")
        or cursor.norm(k) in words("by")
        for k in (near, quantity.first - 1)
    )
    if lemma in words("takes_up") and not led:
        return False
    if lemma in words("takes_up") or lemma in words("drops"):
        if _is_filed(cursor, wording, j, quantity):
            return False
    own = quantity.kind != "count" or near != j or lemma in words("lifts")
    own = own or _in_steps(cursor, quantity, "steps")  # صعدت 12 مرتبة
    return own or has_subject(wording, j)


def _in_steps(cursor: Cursor, quantity: QuantityMention, *roles: str) -> bool:
    """Tell whether a count is of steps of a rank: 12 مرتبة, and where the role is asked for 12 مركزا."""
    norms = {cursor.norm(k) for k in range(quantity.first, quantity.last)}
    return quantity.kind == "count" and any(not norms.isdisjoint(words(role)) for role in roles)


def is_stepped(cursor: Cursor, wording: Wording, mover: int, quantity: QuantityMention) -> bool:
    """Tell whether a count of points, or steps of a rank, is by how many something moved: صعدت عمان 12 مرتبة."""
    behind, near = cursor.norm(quantity.last - 1), token_before(cursor, quantity.first)
    if behind in words("points"):
        return True
    if not _in_steps(cursor, quantity, "steps", "places") or wording.pos(near) == "ADP":
        return False
    lemma = wording.lemma(mover)
    return not (lemma in words("lifts") or lemma in words("equips") or lemma in words("relative"))


def _is_filed(cursor: Cursor, wording: Wording, verb: int, quantity: QuantityMention) -> bool:
    """Tell whether what is raised or dropped is a suit, a report, a flag, and no amount: dropped 17 charges."""
    own = quantity.kind == "count" and token_before(cursor, quantity.first) == verb
    of = _OBJECT * (cursor.norm(quantity.last) == "of")  # dropped two of the nine charges
    stop = quantity.last + of if own else min(quantity.first, verb + _OBJECT)
    return any(wording.noun(k) in words("filed") for k in range(verb + 1, stop))


def has_subject(wording: Wording, verb: int) -> bool:
    """Tell whether what a verb is about stands before it: in ارتفع 20 سهما the shares do."""
    clause, at = wording.clause(verb), wording.at(verb)
    if clause is None or at is None or clause.subject is None or clause.predicate != at[1]:
        return False
    return clause.subject.head < clause.predicate


def _reports(cursor: Cursor, j: int) -> bool:
    """Tell whether a word says something rather than moves it: أضاف أن."""
    if not cursor.mask(j) & S.SPEECH:
        return False
    return any(cursor.mask(k) & (S.COMPLEMENTIZER | S.QUOTE_MARK) for k in range(j + 1, j + 7))


def is_measured(cursor: Cursor, wording: Wording, mover: int) -> bool:
    """Tell whether what moves is only measured: بلغ معدل نمو القروض 3%, but not انخفض معدل نمو."""
    rate = mover - 1
    if wording.noun(rate) not in words("rates") or cursor.entries[rate].led & BY:
        return False
    if not is_noun(wording, mover) or cursor.is_latin(mover):
        return False
    behind = cursor.norm(mover + 1)
    bare = behind in words("came") or behind in words("by") or cursor.mask(mover + 1) & S.NUMERIC
    if bare and not cursor.entries[mover].definite:
        return False  # بنسبة زيادة بلغت 17%, حقق نسبة نمو 9%
    told = cursor.entries[mover].definite and wording.noun(mover) not in words("growth")
    if told and wording.noun(rate) in words("shift"):
        return False  # نسبة الارتفاع
    return not _verb_above(cursor, wording, mover, rate - _CHAIN)


def chained(cursor: Cursor, wording: Wording, mover: int, floor: int, direction: str) -> str:
    """Return the direction of the verb that a moving noun is under: انخفض معدل نمو."""
    if not is_noun(wording, mover) or cursor.entries[mover].led & (BY | TO):
        return direction
    return _verb_above(cursor, wording, mover, max(floor, mover - _CHAIN)) or direction


def _verb_above(cursor: Cursor, wording: Wording, mover: int, floor: int) -> str | None:
    """Return the direction of the verb right above a moving noun, nothing where it does not move."""
    for j in range(mover - 1, floor - 1, -1):
        if cursor.mask(j) & (S.COMMA | S.COMPLEMENTIZER | S.NUMERIC):
            break
        if wording.pos(j) == "VERB":
            return direction_of(wording.lemma(j))
        of = cursor.norm(j + 1) in words("moved_in") or cursor.norm(j + 1) == "of"
        if wording.pos(j) == "NOUN" and (of or wording.noun(j + 1) in words("rates")):
            if (moved := direction_of(wording.lemma(j))) is not None:
                return moved  # ارتفاع معدل نمو, the slowdown in credit growth
    return None


def is_noun(wording: Wording, j: int) -> bool:
    """Tell whether a word is a noun or adjective."""
    return wording.pos(j) in ("NOUN", "ADJ")


def is_most(cursor: Cursor, mover: int) -> bool:
    """Tell whether a noun of a move heads a list: أكثر الشركات ارتفاعا, the companies that rose most."""
    before = range(max(0, mover - _LIST), mover)
    return not cursor.is_latin(mover) and any(cursor.norm(j) in words("most") for j in before)


def is_closing(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a participle tells where something ended: منهيا الجلسة عند 5."""
    ends = wording.pos(j) == "ADJ" and cursor.norm(j).endswith("ا")
    return ends and is_of(wording.lemma(j), "reach", "close")


def is_told_by(wording: Wording, mover: int, verb: int) -> bool:
    """Tell whether a verb may tell of the noun of a move: تراجعا بلغ 5%, not of the ratio as in تراجعا حيث بلغت 68%."""
    if not is_noun(wording, mover):
        return False
    if wording.noun(mover - 1) in words("rates"):
        return True  # بنسبة نمو بلغت 9%
    genders = {wording.features(j).get("Gender") for j in (mover, verb)}
    return None in genders or len(genders) == 1


def encloses(cursor: Cursor, analysis: Analysis, comma: int) -> bool:
    """Tell whether a comma is one of two around a figure, which then part nothing: X, 2.25 points, by 0.13%."""
    at = analysis.index.quantity_at
    for figure in (at(comma + 1), at(comma - 1)):
        if figure is None or comma not in (figure.first - 1, figure.last):
            continue
        both = cursor.mask(figure.first - 1) & cursor.mask(figure.last) & S.COMMA
        if both and at(figure.first - 2) is None:
            return True
    return False
