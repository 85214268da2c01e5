"""The shape of Arabic names of persons: given and family names, where each starts and ends.

Word classes of the lexicon, the article and the small words inside names (بن, آل, أبو), and where one
is used what the model sees. What is doubtful ends the name.
"""

from __future__ import annotations

from arnlp.engine import Cursor, ends_name
from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.names.given_offices import closes_name, is_given_office, is_placed
from arnlp.names.own_persons import own_person
from arnlp.text.clitics import AND, CONJUNCTION, LED_ARTICLES, THE, articled, opening
from arnlp.text.tokens import WORD

SAYS_OR_COUNTS = (
    S.VERB | S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS
    | S.RELATIVE_DAY | S.BOUND | S.SET | S.CURRENCY | S.UNIT | S.PERCENT | S.CLITIC
    | S.PRAYER | S.TITLE_MENTION | S.IDENTIFIER_CUE | S.NUMERIC | S.HIJRI_MONTH | S.MULTIPLE
)  # fmt: skip
HEADS = S.ORG_HEAD | S.NAMED_HEAD | S.ROLE | S.PLACE_HEAD | S.HONORIFIC
ENDS_PERSON = SAYS_OR_COUNTS | HEADS | S.STOP | S.DATE_WORD | S.NAME_STOP | S.ORG | S.NATIONALITY
_MAX_PERSON = 9


def name_end(cursor: Cursor, i: int, expected: bool = False) -> int:
    """Return the end of a person's name that starts at a token; ``i`` where none does.

    ``expected`` tells that an honorific stands before, so that any word may be a name.
    """
    if own_person(cursor, i):
        return i + 1
    j = i
    definite = 0
    while j < cursor.size and j - i < _MAX_PERSON:
        entry = cursor.entries[j]
        if entry.kind != WORD:
            break
        if _is_particle(cursor, j) and (j == i or not entry.clitics):
            if not _follows_particle(cursor, j + 1):
                break
            j += 2
            continue
        if not _name_goes_on(cursor, i, j, expected):
            break
        j += 1
        if entry.mask & S.HONORIFIC and cursor.mask(j) & S.GIVEN_NAME and _opens_rest(cursor, j):
            continue  # عباس الحاج علي
        if j == i + 1 and _opens_rest(cursor, j):  # المختار أحمد بوسيف: the article tells nothing
            continue
        if entry.definite and not entry.mask & S.GIVEN_NAME:
            definite += 1
            if definite > 1 or not _more_family(cursor, j):
                if _is_particle(cursor, j) and not cursor.entries[j].clitics:
                    continue
                break
    return j


def _name_goes_on(cursor: Cursor, i: int, j: int, expected: bool) -> bool:
    """Tell whether a person's name that starts at ``i`` takes in the token ``j``."""
    entry = cursor.entries[j]
    if j == i and is_son(cursor, i + 1) and not entry.mask & S.GIVEN_NAME:
        return _is_before_son(cursor, i, expected)
    if j > i and cursor.mask(j - 1) & S.HIJRI_MONTH and not entry.mask & S.GIVEN_NAME:
        return False
    if _is_name_part(cursor, j, j == i, expected):
        return not _is_object_of(cursor, i, j) and _is_believed(cursor, i, j, expected)
    if j == i:
        return expected and _is_odd_given(cursor, i)
    if entry.mask & S.HIJRI_MONTH:
        return _is_name_of_month(cursor, j)
    if entry.mask & S.HONORIFIC:
        return _is_family_title(cursor, j)
    seen = bool(cursor.sees(j, "person"))
    if seen and cursor.sees(j - 1, "person") and not entry.clitics:
        # حنان محمد فردان, إبراهيم الخريف
        ends = ENDS_PERSON & ~S.PERIOD if entry.definite else ENDS_PERSON
        if not entry.mask & ends:
            return True
    return _is_family(cursor, j) and (closes_name(cursor, j + 1) or seen)


def _is_family_title(cursor: Cursor, j: int) -> bool:
    """Tell whether an honorific is a family name: behind a given name without 'and', as in عباس الحاج علي."""
    entry, before = cursor.entries[j], cursor.entries[j - 1]
    if entry.clitics or not people(entry.norm).family or len(entry.norm.split(" ")) > 1:
        return False
    given = before.mask & S.GIVEN_NAME and not before.definite and not before.mask & S.HONORIFIC
    return bool(given) and (bool(cursor.mask(j + 1) & S.GIVEN_NAME) or closes_name(cursor, j + 1))


def _is_name_of_month(cursor: Cursor, j: int) -> bool:
    """Tell whether a month is a family name, behind a given one and before no year: ممدوح شعبان."""
    entry = cursor.entries[j]
    if entry.clitics or not people(entry.norm).family or not cursor.mask(j - 1) & S.GIVEN_NAME:
        return False
    return not cursor.mask(j + 1) & (S.NUMERIC | S.NUMBER | S.ADJECTIVE | S.DEIXIS)


def _is_before_son(cursor: Cursor, i: int, expected: bool) -> bool:
    """Tell whether a word before بن is a name, as nearly any may be: كامل بن فهد."""
    entry = cursor.entries[i]
    if entry.mask & (SAYS_OR_COUNTS | S.STOP):
        return False
    if expected or people(entry.norm).given or cursor.sees(i, "person"):
        return True
    return not entry.clitics and not opening(entry.norm) & CONJUNCTION and not ends_name(entry)


def _is_believed(cursor: Cursor, i: int, j: int, expected: bool) -> bool:
    """Tell whether a word that no table knows goes on a name, by the model where there is one."""
    entry = cursor.entries[j]
    if cursor.seen is None or j == i or entry.mask or _is_particle(cursor, j - 1):
        return True
    if entry.definite or people(entry.norm).latin or (expected and _is_near(cursor, i, j)):
        return True
    return cursor.seen.types[j] == "person"


def _is_near(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether an unknown word near the head of a name that is expected goes it on."""
    if j == i + 2 and cursor.entries[j].surface.endswith("ة"):  # كلير جونسون | تجربة الشركة
        return closes_name(cursor, j + 1)
    return j <= i + 2


def _leads_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a token makes a name of the rare given name before it."""
    sense = cursor.sense(j, S.GIVEN_NAME)
    if cursor.sees(j - 1, "person") or _is_particle(cursor, j):
        return True
    if sense is not None and not sense.role and not sense.clitics:
        return True
    return _is_family(cursor, j) and (cursor.entries[j].definite or closes_name(cursor, j + 1))


def _opens_rest(cursor: Cursor, j: int) -> bool:
    """Tell whether the rest of a name stands at a token: a given name, or what the model sees."""
    if j >= cursor.size or cursor.entries[j].clitics or cursor.entries[j].kind != WORD:
        return False
    return bool(cursor.mask(j) & S.GIVEN_NAME) or bool(
        cursor.sees(j, "person") and not cursor.mask(j) & ENDS_PERSON
    )


def is_son(cursor: Cursor, j: int) -> bool:
    """Tell whether بن or its like stands at a token, alone."""
    sense = cursor.sense(j, S.PARTICLE)
    return sense is not None and sense.role == "son" and not cursor.entries[j].clitics


def _is_odd_given(cursor: Cursor, i: int) -> bool:
    """Tell whether a common word is a given name here: behind an honorific, before a name."""
    entry = cursor.entries[i]
    if entry.clitics or entry.mask & (ENDS_PERSON & ~HEADS):
        return False
    named = people(entry.norm).given > 0 or bool(cursor.sees(i, "person"))
    if not named or is_placed(cursor, i + 1):
        return False
    if cursor.mask(i + 1) & S.GIVEN_NAME or _is_family(cursor, i + 1):
        return True
    return is_given_office(cursor, i)


def _is_family(cursor: Cursor, j: int) -> bool:
    """Tell whether a word that means something else is a family name, too: الجندي, النجار."""
    if j >= cursor.size or cursor.entries[j].kind != WORD or cursor.entries[j].clitics:
        return False
    entry = cursor.entries[j]
    if entry.mask & (ENDS_PERSON & ~(S.ROLE | S.PLACE_HEAD | S.NATIONALITY)):
        return False
    if entry.mask & (S.ROLE | S.BARE_ROLE) and not cursor.sees(j, "person"):
        return False
    return people(entry.norm).family > 0


def _is_object_of(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether an unknown word behind a name starts something else: a definite noun that
    is no family name (حسني الوفد), an accusative (سعود اتفاقا).
    """
    entry = cursor.entries[j]
    if j == i or entry.mask & S.GIVEN_NAME or _is_particle(cursor, j - 1):
        return False
    if not entry.definite:
        return entry.norm.endswith("ا") and len(entry.norm) > 4 and not people(entry.norm).family
    if j - i < 2 or entry.norm.endswith("ي"):
        return False
    if people(entry.norm).family or cursor.sees(j, "person"):
        return False
    return not (closes_name(cursor, j + 1) and is_son(cursor, j - 2))


def _is_particle(cursor: Cursor, j: int) -> bool:
    sense = cursor.sense(j, S.PARTICLE)
    return sense is not None and cursor.entries[j].kind == WORD


def _follows_particle(cursor: Cursor, j: int) -> bool:
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.mask & S.GIVEN_NAME or _is_particle(cursor, j):
        return True
    return not entry.mask & (
        S.CLITIC | S.COMPLEMENTIZER | S.SPEECH | S.NUMBER | S.PERIOD | S.UNIT | S.STOP
    )


def _more_family(cursor: Cursor, j: int) -> bool:
    """Tell whether a second family name follows (الكعبي الظاهري)."""
    if j >= cursor.size:
        return False
    entry = cursor.entries[j]
    return (
        not entry.mask
        and not entry.clitics
        and articled(entry.norm) == THE
        and entry.norm.endswith("ي")
    )


def _is_name_part(cursor: Cursor, j: int, first: bool, expected: bool) -> bool:
    entry = cursor.entries[j]
    mask = entry.mask
    if entry.clitics and not first:
        return False
    if mask & S.GIVEN_NAME:
        if mask & S.STOP and not entry.surface.endswith("ي"):  # على, seldom علي
            return first and bool(cursor.mask(j + 1) & (S.PARTICLE | S.GIVEN_NAME))
        return True
    if mask & ENDS_PERSON or mask & S.ADJECTIVE:
        return False
    norm = entry.norm
    if len(norm) < 2 or (opening(norm) == AND and not first):
        return False
    if articled(norm) in LED_ARTICLES:
        return False
    if entry.definite:
        return not mask & (S.NOUN | S.NOT_ADJECTIVE)
    if mask & S.NOUN:
        return False
    if first:
        return expected or not ends_name(entry) or bool(cursor.sees(j, "person"))
    return not ends_name(entry)


def starts_name(cursor: Cursor, i: int) -> bool:
    """Tell whether a person's name plainly starts at a token: a given name, or X بن Y."""
    if not 0 <= i < cursor.size:
        return False
    entry = cursor.entries[i]
    if entry.kind == WORD and own_person(cursor, i):
        return True
    if entry.kind != WORD or entry.clitics or entry.article:
        return False
    given = entry.senses.get(S.GIVEN_NAME)
    if given is not None:
        if entry.mask & S.STOP and entry.surface.endswith("ى"):  # على is no علي here
            return False
        if not given.role and not entry.mask & S.STOP:
            return True
        if entry.mask & S.ROLE and is_placed(cursor, i + 1):
            return False  # أمين جدة is its mayor
        if given.role == "seldom" and not _leads_name(cursor, i + 1):
            return False
        return name_end(cursor, i) - i >= 2
    after = cursor.sense(i + 1, S.PARTICLE)
    if after is None or after.role != "son" or entry.mask & (SAYS_OR_COUNTS | S.STOP):
        return False
    return not cursor.entries[i + 1].clitics


def looks_like_name(cursor: Cursor, i: int) -> bool:
    """Tell whether two or more unknown words at a token look like a person's name."""
    end = name_end(cursor, i)
    if end - i < 2:
        return False
    if cursor.sees(i, "person"):
        return True
    words = cursor.entries[i:end]
    if words[0].definite or words[0].norm.endswith("ه"):
        return False
    return not any(word.norm.endswith(("يه", "ات")) for word in words)
