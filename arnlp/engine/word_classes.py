"""What a word is by itself, by its readings: a verb or a noun, whatever stands around it."""

from __future__ import annotations

from arnlp.lexicon.senses import Entry
from arnlp.morphology import features as F
from arnlp.morphology.store import BIT

_CLEARLY = 3 * BIT  # how much likelier a reading is that leaves little doubt
_RARE = 0  # weight under which a word is no verb, whatever it is
_RARE_BESIDE_NAMES = 40  # the same of a perfect, where a name that no table has is likelier: حرزني
_NEVER = -1000
_PAST = ("Tense", "Past")
_GERUND = ("VerbForm", "Ger")


def _verbal_lead(entry: Entry, rare: int = _RARE) -> tuple[int, int]:
    """Return how much likelier a word is a verb, and an imperfect, than anything else: in units of weight."""
    perfect = imperfect = other = _NEVER
    for reading in entry.readings:
        bits = reading.bits
        if not bits & F.VERBAL_POS:
            if not reading.guessed:
                other = max(other, reading.weight)
        elif bits & F.PERFECT:
            if reading.weight >= rare:
                perfect = max(perfect, reading.weight)
        elif reading.weight >= _RARE:
            imperfect = max(imperfect, reading.weight)
    return max(perfect, imperfect) - other, imperfect - other


def is_verb(entry: Entry) -> bool:
    """Tell whether a word is likelier a verb than a noun, as it stands by itself.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_verb(lexicon()[word]) for word in ("تستهدف", "تدريب", "استثمارها", "أغلق")]
    [True, False, False, True]
    """
    return _verbal_lead(entry)[0] > 0


def is_clearly_verb(entry: Entry, rare: int = _RARE) -> bool:
    """Tell whether a word is a verb and hardly a noun: تستهدف, but not تدخل, نشر, توقع.

    For an imperfect it is enough to be likelier one: many a perfect has a masdar for its twin.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_clearly_verb(lexicon()[word]) for word in ("تستهدف", "تدخل", "نشر", "ترصد")]
    [True, False, False, True]
    """
    verbal, imperfect = _verbal_lead(entry, rare)
    return verbal >= _CLEARLY or (verbal > 0 and imperfect > -BIT)


def ends_name(entry: Entry) -> bool:
    """Tell whether a word that no table knows is a verb and no part of a name.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [ends_name(lexicon()[word]) for word in ("أبلغه", "يجب", "حرزني")]
    [True, True, False]
    """
    return is_clearly_verb(entry, _RARE_BESIDE_NAMES)


def is_masdar(entry: Entry) -> bool:
    """Tell whether a word may be a noun of action with no pronoun: تقصي, spelt like the verb, and تدخل.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_masdar(lexicon()[word]) for word in ("تقصي", "تدخل", "يتدخل")]
    [True, True, False]
    """
    return any(reading.bits & F.MASDAR and not reading.enclitic for reading in entry.readings)


def verb_bits(entry: Entry) -> int:
    """Return the features of a word as a verb, of the likeliest; 0 where it can be none.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> bool(verb_bits(lexicon()["سيعقدان"]) & F.DUAL), verb_bits(lexicon()["الوزير"])
    (True, 0)
    """
    return next((r.bits for r in entry.readings if r.bits & F.VERBAL_POS), 0)


def is_dual_verb(entry: Entry) -> bool:
    """Tell whether a word is a verb of two or with two for its object: سيعقدان, تعتبرهما.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_dual_verb(lexicon()[word]) for word in ("سيعقدان", "تعتبرهما", "تعمل", "عمان")]
    [True, True, False, False]
    """
    best = entry.readings[0]
    if not best.bits & F.VERBAL_POS:
        return False
    behind = best.enclitic.bundle.bits if best.enclitic else 0
    return best.bits & F.NUMBER == F.DUAL or bool(behind & F.DUAL)


def is_past_form(entry: Entry) -> bool:
    """Tell whether an English word may be a verb of the past or its participle: treated, held.

    A verb that no table has is believed in small letters: Mohammed is none.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_past_form(lexicon()[word]) for word in ("treated", "held", "exceed", "Mohammed")]
    [True, True, False, False]
    """
    return _has_form(entry, _PAST)


def is_gerund(entry: Entry) -> bool:
    """Tell whether an English word may be a verb's form in -ing: reaching, but not during, Beijing.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_gerund(lexicon()[word]) for word in ("reaching", "during", "bring", "Beijing")]
    [True, False, False, False]
    """
    return _has_form(entry, _GERUND)


def _has_form(entry: Entry, form: tuple[str, str]) -> bool:
    return any(
        reading.bits & F.VERB and form in reading.bundle.features
        for reading in entry.readings
        if not (reading.guessed and entry.caps)
    )
