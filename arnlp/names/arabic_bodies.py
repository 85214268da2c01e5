"""The shape of Arabic names of bodies: a head noun and its construct.

Word classes of the lexicon, the article and agreement, the gazetteer for names that are known, and
where one is used what the model sees. What is doubtful ends the name.
"""

from __future__ import annotations

from arnlp.engine import Cursor, ends_name, is_adjective, is_masdar
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, folded_words
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.arabic_persons import name_end
from arnlp.names.arabic_tails import (
    ENDS_BODY,
    definite_tail,
    is_plain_definite,
    name_tail,
    read_definite_body,
    read_for_phrase,
)
from arnlp.names.given_offices import closes_name
from arnlp.names.honorifics import honorific_end
from arnlp.names.latin_runs import is_capital
from arnlp.text.clitics import AND, BY, LIKELY, TO, opening
from arnlp.text.tokens import WORD


def body_end(cursor: Cursor, i: int, in_role: bool = False) -> int:
    """Return the end of a body's name that starts at its head; 0 where it is no name.

    ``in_role`` tells that an office stands before, which lets weak heads count.
    """
    if cursor.entries[i].kind != WORD:
        return 0
    longest = cursor.tagged.lexicon.bodies.longest
    known, owners = longest(cursor.entries, i)
    if not owners and cursor.mask(i + 1) & S.ORG_HEAD and longest(cursor.entries, i + 1)[1]:
        return 0  # مجلس | هيئة السوق المالية: the body inside is known
    end = _told_body_end(cursor, i, in_role)
    if owners and known > end:
        return known
    if owners and known < end and is_at_home(cursor, owners):
        if opening(cursor.norm(known)) & (AND | TO):
            return known  # وزارة الصحة | والهيئة, وزارة الصحة | للتخطيط: it is known to end
    return end


def is_at_home(cursor: Cursor, owners: tuple[Body, ...]) -> bool:
    """Tell whether a body is meant here: the only one of its name, or one of this country."""
    return len(owners) == 1 or any(b.country == cursor.context.country for b in owners)


def _told_body_end(cursor: Cursor, i: int, in_role: bool) -> int:
    """Return the end of a body's name as its words tell it; 0 where it is no name."""
    head = cursor.entries[i]
    sense = head.senses.get(S.ORG_HEAD)
    if sense is None:
        return 0
    if head.definite:
        return read_definite_body(cursor, i)
    j = i + 1
    if j < cursor.size and cursor.is_latin(j) and head.mask & S.NAME_TAKER:
        return _latin_end(cursor, j)
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return 0
    odd = head.norm.endswith("ه") and not cursor.entries[j].mask  # شركة سانوفي: no agreement
    if is_adjective(cursor.entries[j], False) and not (odd or cursor.norm(j).endswith("يا")):
        return 0
    end, closed = construct_at(cursor, i, j)
    if end == j or not closed:
        return 0
    if sense.role == "weak" and not (in_role or _carries_name(cursor, i, end)):
        return 0
    return end


def _latin_end(cursor: Cursor, j: int) -> int:
    """Return the end of a name in Latin letters behind its head: شركة Sony; 0 where it is none."""
    end = j
    while end < cursor.size and cursor.is_latin(end) and is_capital(cursor, end):
        end += 1
    return end if end > j else 0


def _carries_name(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether a place, a country's adjective or a known body stands in a name."""
    return any(m & (S.PLACE | S.NATIONALITY | S.ORG) for m in cursor.masks[i + 1 : end])


def construct_at(cursor: Cursor, i: int, j: int) -> tuple[int, bool]:
    """Read what follows a head without article: (its end, whether it makes a name)."""
    entry = cursor.entries[j]
    if entry.mask & S.HONORIFIC or (entry.mask & S.GIVEN_NAME and not entry.clitics):
        return _read_named_after(cursor, i, j)
    if (end := _foreign_end(cursor, i, j)) > j:
        return end, True
    chain = j
    while chain < cursor.size and chain < j + 3 and _opens_construct(cursor, chain):
        if chain > j and opening(cursor.norm(chain)) & (TO | BY) and not cursor.entries[chain].mask:
            return _proper_name(cursor, i, j, chain)  # لتبادل: a preposition is written on the word
        inner = cursor.entries[chain]
        if inner.mask & S.ORG:
            return name_tail(cursor, i, chain + 1), True
        chain += 1
    if chain >= cursor.size:
        return j, False
    entry = cursor.entries[chain]
    if entry.kind != WORD:
        return _proper_name(cursor, i, j, chain)
    if entry.mask & (S.PLACE | S.ORG) and not entry.clitics:
        end = name_tail(cursor, i, chain + 1)
        purposed = cursor.norm(i) in folded_words("purpose_heads")
        if end == chain + 1 and (
            purposed or entry.mask & S.ORG
        ):  # مكتب الأمم المتحدة لخدمات المشاريع
            end = read_for_phrase(cursor, i, end, indefinite=True)
        return end, True
    if is_plain_definite(cursor, chain):
        return definite_tail(cursor, i, chain + 1), True
    return _proper_name(cursor, i, j, chain)


def _foreign_end(cursor: Cursor, i: int, j: int) -> int:
    """Return the end of a foreign name that the model sees behind a head: شركة توتال إنرجيز."""
    if not cursor.mask(i) & S.NAME_TAKER or not cursor.sees(j, "organization"):
        return j
    end = j
    while end < min(cursor.size, j + 3) and _is_foreign_word(cursor, end):
        if end > j and not (cursor.sees(end, "organization") or _is_second_word(cursor, end)):
            break
        end += 1
    return end


def _is_foreign_word(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    if entry.kind != WORD or entry.mask or entry.weak or entry.definite:
        return False
    return len(entry.norm) > 2 and not ends_name(entry)


def _read_named_after(cursor: Cursor, i: int, j: int) -> tuple[int, bool]:
    """Read a body named after a person: جامعة الملك سعود, مركز محمد بن راشد للفضاء; حكومة X names X alone."""
    if cursor.norm(i) in grammar_words("led"):
        return j, False
    start = honorific_end(cursor, j)
    end = name_end(cursor, start)
    if end == start:
        return j, False
    return name_tail(cursor, i, end), True


def _opens_construct(cursor: Cursor, k: int) -> bool:
    """Tell whether an indefinite word may lead on to the definite end of a name."""
    entry = cursor.entries[k]
    if entry.kind != WORD or entry.clitics or entry.definite:
        return False
    if entry.mask & (ENDS_BODY & ~S.VERB) and not entry.mask & (S.ORG | S.ORG_HEAD):
        return False
    if entry.mask & S.PLACE:
        return False
    followed = k + 1 < cursor.size and cursor.entries[k + 1].definite
    if entry.mask & S.VERB:  # دعم, تنمية: verbal nouns are spelled like verbs
        return followed and not entry.norm.endswith("ت")
    return bool(entry.mask) or not ends_name(entry) or (followed and is_masdar(entry))


def _proper_name(cursor: Cursor, i: int, j: int, chain: int) -> tuple[int, bool]:
    """Read a proper name of one word after a head that takes one: شركة سقيا للخدمات."""
    if chain != j + 1:
        return j, False
    word = cursor.entries[j]
    end = read_for_phrase(cursor, i, chain)
    takes = bool(cursor.mask(i) & S.NAME_TAKER)
    if end > chain and takes:
        return end, True
    if not takes or word.mask:
        return j, False
    if cursor.mask(chain) & S.NATIONALITY:
        return chain, True  # شركة إيني | الإيطالية
    if cursor.sees(j, "organization") and cursor.sees(chain, "organization"):
        return (chain + 1, True) if not cursor.mask(chain) else (chain, True)
    feminine = cursor.norm(i).endswith("ه")
    if word.norm.endswith(("ه", "ات", "ين")) or (word.norm.endswith("ي") and not feminine):
        return j, False
    if _is_second_word(cursor, chain):
        return chain + 1, True  # شركة توتال إنرجيز
    return chain, not ends_name(word) and not word.norm.startswith("م")


def _is_second_word(cursor: Cursor, j: int) -> bool:
    """Tell whether a word that no table knows closes the foreign name of a company."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.mask or entry.weak or entry.definite or ends_name(entry) or len(entry.norm) < 4:
        return False
    if opening(entry.norm) & LIKELY:
        return False
    return closes_name(cursor, j + 1) or bool(cursor.mask(j + 1) & S.GIVEN_NAME)
