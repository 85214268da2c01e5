"""Where a counted noun ends: the noun after a number with its adjectives, in Arabic and in either language.

No tagger: word classes of the lexicon first, then what the word may be by itself and its shape (nisba
endings, prepositions written on it). What is doubtful ends the phrase.
"""

from __future__ import annotations

from arnlp.engine.english_nouns import english_noun_end
from arnlp.engine.word_classes import is_clearly_verb, is_verb
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.morphology import features as F
from arnlp.text.clitics import (
    AND,
    LED_ARTICLES,
    LIKELY,
    THE,
    TO,
    articled,
    ends_in_pronoun,
    opening,
)
from arnlp.text.tokens import LATIN, WORD

_STOPPERS = (
    S.STOP | S.VERB | S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.SET
    | S.RELATIVE_DAY | S.DEIXIS | S.BOUND | S.CLITIC | S.DATE_WORD | S.DATE_LINK | S.PERCENT | S.PLACE
    | S.HONORIFIC
)  # fmt: skip
_NOMINAL = (
    S.NOUN | S.ADJECTIVE | S.UNIT | S.PERIOD | S.ORG_HEAD | S.NAMED_HEAD | S.ROLE | S.PLACE_HEAD
)
_TENSE = S.PAST | S.FUTURE
_YEARS = range(1300, 2101)  # of both calendars
_NISBAS = ("يه", "ي", "يا", "يين", "يتين", "يتان", "يان", "يات")
_FEMININE = "ه"
_TANWIN = frozenset("\u064b\u064c\u064d")


def is_adjective(entry: Entry, definite: bool) -> bool:
    """Tell whether a word is an adjective in agreement: by the lexicon, its nisba ending, or its readings.

    A feminine or plural nisba ending counts where the word may be an adjective by what it is known as:
    أهمية and مستويات are nouns alone. Without one a definite word is taken that is likelier an adjective, participles
    apart: they may open a clause (الصادر عن).

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> [is_adjective(lexicon()[word], True) for word in ("الرقمية", "الطويلة", "الأهمية", "التابعة")]
    [True, True, False, False]
    """
    norm = entry.norm
    has_article = entry.definite
    if has_article != definite or entry.kind != WORD or entry.clitics:
        return False
    if entry.mask & S.ORDINAL:
        return False  # المرحلتين الأولى والثانية
    if entry.mask & S.ADJECTIVE:
        return True
    if entry.mask & (_STOPPERS | S.NOT_ADJECTIVE) or len(norm) < 4:
        return False
    if norm.startswith(("تت", "يت")) or articled(norm) == TO | THE:
        return False
    adjective, noun = _adjective_lead(entry)
    if norm.endswith(_NISBAS):
        return adjective is not None or noun is None or norm.endswith("ي")
    return definite and adjective is not None and not entry.mask and adjective >= (noun or 0)


def _adjective_lead(entry: Entry) -> tuple[int | None, int | None]:
    """Return the weights of a word as an adjective and as a noun, None where it is known as neither.

    Participles that no nisba ending tells from nouns count as nouns.
    """
    adjective: int | None = None
    noun: int | None = None
    for reading in entry.readings:
        bits, weight = reading.bits, reading.weight
        if reading.guessed or bits & F.PROPN or not bits & F.NOMINAL_POS:
            continue
        if bits & F.ADJ and not bits & F.PARTICIPLE:
            adjective = weight if adjective is None else max(adjective, weight)
        else:
            noun = weight if noun is None else max(noun, weight)
    return adjective, noun


def agrees(before: Entry, entry: Entry) -> bool:
    """Tell whether a definite word may be an adjective of the noun before it, by gender and number.

    So may a feminine that is known as an adjective, participles among them, behind a feminine or a
    plural of things; a word that no table has by its ending.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> words = lexicon()
    >>> [agrees(words["الشركة"], words[word]) for word in ("القابضة", "المتجددة", "الجودة", "القابض")]
    [True, True, False, False]
    """
    if not entry.norm.endswith(_FEMININE):
        return False
    if not before.norm.endswith((_FEMININE, "ات")):
        return False
    known = [reading for reading in entry.readings if not reading.guessed]
    return not known or any(reading.bits & F.ADJ for reading in known)


def is_time_unit(entry: Entry) -> bool:
    """Tell whether a word is a unit of the calendar: عام, شهر, اليوم, year."""
    sense = entry.senses.get(S.UNIT)
    return sense is not None and bool(entry.mask & S.PERIOD) and sense.extra[0] == "duration"


def opens_date(entries: list[Entry], j: int) -> bool:
    """Tell whether a unit of the calendar names one of it, as what follows says: سنة 2017, شهر مايو.

    >>> from arnlp.lexicon.tagged import TaggedText
    >>> [opens_date(TaggedText(text).entries, 0) for text in ("سنة 2017", "يوم 5 مايو", "يوم عمل")]
    [True, True, False]
    """
    if j + 1 >= len(entries) or not is_time_unit(entries[j]) or entries[j].norm.endswith("ا"):
        return False
    if entries[j].senses[S.UNIT].role != "singular":
        return False
    after = entries[j + 1]
    if after.mask & (S.MONTH | S.HIJRI_MONTH | S.WEEKDAY):
        return True
    if not after.mask & S.NUMERIC:
        return False
    if j + 2 < len(entries) and entries[j + 2].mask & (S.MONTH | S.HIJRI_MONTH):
        return True
    return after.value in _YEARS and len(after.norm) == 4


def _is_verbal_noun(entries: list[Entry], j: int) -> bool:
    """Tell whether a word spelt like a verb is its noun: an adjective follows (دعم سكني)."""
    entry = entries[j]
    sense = entry.senses.get(S.VERB)
    if sense is None or sense.role != "other" or entry.norm.endswith("ت") or entry.norm[0] in "يت":
        return False
    return j + 1 < len(entries) and is_adjective(entries[j + 1], False)


def _may_follow(entries: list[Entry], j: int) -> bool:
    """Tell whether an indefinite word may be the second part of a construct (طلب ترخيص)."""
    entry = entries[j]
    if entry.kind != WORD or entry.definite or entry.clitics:
        return False
    if _is_verbal_noun(entries, j):
        return True
    if is_time_unit(entry):
        return False  # 40 مدرسة عام 2017
    if entry.mask & (S.NOUN | S.NAMED_HEAD | S.UNIT):
        return (
            not entry.mask & (S.STOP | S.SPEECH)
            and entry.senses.get(S.NOUN, _NO_NOUN).role != "dual"
        )
    if entry.mask & ~(S.GIVEN_NAME | S.ROLE | S.MEASURE):
        return False
    measure = entry.senses.get(S.MEASURE)
    if measure is not None and measure.role == "dimension":
        return False
    norm = entry.norm
    return (
        len(norm) > 1
        and articled(norm) != THE
        and not is_clearly_verb(entry)
        and not (opening(norm) & LIKELY and len(norm) >= 5)
        and not norm.endswith("ا")
    )


_NO_NOUN = S.Sense(0, None)


def arabic_noun_end(entries: list[Entry], i: int) -> int:
    """Return the end of the noun phrase that starts at a token; ``i`` itself where there is none."""
    size = len(entries)
    if i >= size:
        return i
    head = entries[i]
    if head.kind != WORD or len(head.norm) < 2:
        return i
    noun = head.senses.get(S.NOUN)
    if noun is None and (
        (head.mask & _STOPPERS and not head.mask & _NOMINAL)
        or head.clitics
        or (not head.mask & ~_TENSE and not _has_tanwin(head) and _is_verb_here(head))
    ):
        return i
    if noun is not None and noun.clitics and noun.role != "dual":
        return i
    if noun is None and (articled(head.norm) in LED_ARTICLES or _is_owned(head)):
        return i  # للمقاولات, حمولتها
    if is_time_unit(head) and (head.definite or opens_date(entries, i)):
        return i  # 49 اليوم, 4 ملايين سنة 2017
    definite = head.definite
    j = i + 1
    accusative = _is_accusative(head)
    if j < size and not definite and not accusative and not is_adjective(entries[j], False):
        j += _may_follow(entries, j)
    if j < size and _conjoined(head, entries[j], entries[j + 1] if j + 1 < size else None):
        j += 1
    while j < size and j < i + 5 and _is_modifier(entries[j], definite, accusative):
        if opens_date(entries, j):
            break  # 3 ملايين مسافر عام 2021
        j += 1
    return j


def _is_verb_here(head: Entry) -> bool:
    """Tell whether an unknown word behind a number is a verb; behind 'and' it is sooner one."""
    return is_clearly_verb(head) or (bool(opening(head.norm) & AND) and is_verb(head))


def _is_owned(head: Entry) -> bool:
    """Tell whether an unknown word ends in a pronoun, which no counted noun does."""
    return not head.mask and len(head.norm) > 4 and ends_in_pronoun(head.norm)


def _has_tanwin(entry: Entry) -> bool:
    """Tell whether a word carries one of the three tanwin, which no verb does."""
    return not _TANWIN.isdisjoint(entry.surface)


def _is_accusative(head: Entry) -> bool:
    """Tell whether a noun has the accusative alef, after which no construct goes on."""
    if not head.norm.endswith("ا"):
        return False
    known = any(sense.accusative for sense in head.senses.values())
    return known or not head.mask or head.surface.endswith(("اً", "ًا"))


def _is_modifier(entry: Entry, definite: bool, accusative: bool) -> bool:
    if is_adjective(entry, definite):
        return True
    # إلكترونيا behind طلبا is an adjective, elsewhere an adverb
    return accusative and entry.norm.endswith("يا") and not entry.clitics and _is_adverb(entry)


def _is_adverb(entry: Entry) -> bool:
    sense = entry.senses.get(S.STOP)
    return sense is not None and sense.role == "adv" and not entry.mask & S.SET


def _conjoined(head: Entry, other: Entry, after: Entry | None) -> bool:
    """Tell whether a second noun is counted with the first: طالب وطالبة, but not نقطة ومؤشر العقار."""
    if other.kind != WORD or opening(other.norm) != AND or other.definite:
        return False
    first, second = head.norm, other.norm[1:]
    if second.startswith(first.rstrip("ا")) and len(second) - len(first) <= 2:
        return True
    if first.endswith("ا") and second.endswith("ا") and len(second) > 3:
        return not other.mask & _STOPPERS
    if first.endswith("ا"):
        return False  # 73 شخصا وإصابة 254
    if after is not None and after.kind == WORD and after.definite and not after.clitics:
        return False
    a, b = head.senses.get(S.NOUN), other.senses.get(S.NOUN)
    return a is not None and b is not None and a.role == b.role == "singular" and not head.definite


def noun_end(entries: list[Entry], i: int, value: object) -> int:
    """Return the end of the noun phrase at a token in either language; ``i`` where there is none."""
    if i >= len(entries):
        return i
    if entries[i].kind == WORD:
        return arabic_noun_end(entries, i)
    return english_noun_end(entries, i, value) if entries[i].kind == LATIN else i
