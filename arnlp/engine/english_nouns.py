"""Where an English counted noun ends: the first plural behind a number, with what stands before it."""

from __future__ import annotations

from arnlp.engine.plurals import is_irregular, is_plural, is_plural_of_capitals
from arnlp.engine.word_classes import is_past_form
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.text.tokens import LATIN

_STOPPERS = S.STOP | S.COMPLEMENTIZER | S.SET | S.NUMBER | S.MONTH | S.WEEKDAY | S.RELATIVE_DAY
_MAX_WORDS = 5


def english_noun_end(entries: list[Entry], i: int, value: object) -> int:
    """Return the end of the English noun phrase at a token: its first plural, or its noun if one."""
    end = _english_end(entries, i, value)
    if end > i or i + 3 > len(entries) or entries[i + 1].norm != "and":
        return end
    if entries[i].kind != LATIN or entries[i].mask & (_STOPPERS | S.VERB):
        return end
    end = _english_end(entries, i + 2, 2)  # 18 northern and western states
    return end if end > i + 3 else i


def _english_end(entries: list[Entry], i: int, value: object) -> int:
    size = len(entries)
    j, words = i, 0
    while j < size and words < _MAX_WORDS:
        entry = entries[j]
        if entry.surface == "-" and j > i:
            j, words = j + 1, words - 1  # low-income is one word
            continue
        words += 1
        if entry.kind != LATIN or entry.surface in ("'s", "\u2019s"):
            break
        if entry.mask & _STOPPERS:
            if j > i or not _is_participle(entries, i):
                break
            j += 1
            continue
        noun = entry.senses.get(S.NOUN)
        if noun is not None:
            return j + 1 + _opens_compound(entries, j)
        if (
            is_plural(entry.norm)
            or is_plural_of_capitals(entry.surface)
            or is_irregular(entry.norm)
        ):
            return j + 1
        if j > i and entry.mask & S.VERB:
            break
        j += 1
    return i + 1 if value == 1 and j > i and entries[i].caps == 0 else i


def _opens_compound(entries: list[Entry], j: int) -> bool:
    """Tell whether a noun without the s of the plural belongs to one behind it: head offices, police cars."""
    if j + 1 >= len(entries) or entries[j].norm.endswith("s"):
        return False
    after = entries[j + 1]
    return after.kind == LATIN and not after.mask & (_STOPPERS | S.VERB) and is_plural(after.norm)


def _is_participle(entries: list[Entry], i: int) -> bool:
    """Tell whether a participle belongs to the plural behind it: there were 45 injured workers.

    The figure before it must be led to: in 'In May, 300 completed courses' it is a verb.
    """
    if i < 2 or i + 1 >= len(entries) or entries[i - 2].kind != LATIN:
        return False
    sense, after = entries[i].senses.get(S.STOP), entries[i + 1]
    if sense is None or sense.role != "verb" or not is_past_form(entries[i]):
        return False
    if after.kind != LATIN or after.caps or after.mask & (_STOPPERS | S.VERB):
        return False
    return is_plural(after.norm) and bool(entries[i - 2].mask & (S.STOP | S.VERB))


def counts_many(entries: list[Entry], i: int) -> bool:
    """Tell whether a plural stands at a token, or an adjective and a plural: passengers, new homes."""
    end = english_noun_end(entries, i, 2)
    if end == i:
        return False
    last = entries[end - 1]
    noun = last.senses.get(S.NOUN)
    return is_plural(last.norm) or (noun is not None and noun.role == "plural")
