"""The subject of a verb of speech: who or what stands behind an Arabic one, before an English one."""

from __future__ import annotations

from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.senses import Entry
from arnlp.names import Entity, NamedMention
from arnlp.quotes.speech import Named, Speech, phrase_start
from arnlp.text.clitics import AND, CONJUNCTION, PREPOSITION, TO
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

_LIGHT = S.RELATIVE_DAY | S.DATE_WORD | S.WEEKDAY | S.MONTH | S.NUMERIC | S.COMMA | S.PERIOD
_ENDS = S.COMPLEMENTIZER | S.COLON | S.QUOTE_MARK
_NAME = 6  # tokens of a name between marks, the marks counted
_FAR = 22  # tokens from a verb to a name in its subject
_ENGLISH_PREPOSITIONS = frozenset(("by", "to", "of", "with", "from", "for"))
_LIGHT_STOPS = ("adv", "conj", "dem", "pron")
_OFFICE_REACH = 25


class Subject(NamedTuple):
    """A subject that a sentence states; ``entity`` is None where it is nobody with a name."""

    entity: Entity | None


def subject_behind(cursor: Cursor, speech: Speech, verb: int, until: int) -> Subject | None:
    """Return the subject between an Arabic verb and a token, None where it has none there."""
    j, last = verb + 1, min(until, verb + _FAR)
    while j < last:
        named = speech.over.get(j)
        if named is not None and not is_object(cursor, named[0]) and not _is_joined(cursor, j):
            return _of_name(cursor, speech, named, j, last)
        pair = speech.pairs.get(j)
        if pair is not None and pair.balanced and pair.closing - j <= _NAME:
            j = pair.closing + 1  # صرح لـ«الخليج» الدكتور فلان
            if j not in speech.over and not cursor.mask(j) & (S.HONORIFIC | S.ROLE):
                j = _past_phrase(cursor, j - 1, last)  # لصحيفة «الأيام» المحلية
            continue
        k = _skipped(cursor, j, last)
        if k == j:
            return _of_noun(cursor, speech, j, last)
        j = k
    return None


def _of_name(cursor: Cursor, speech: Speech, named: Named, j: int, last: int) -> Subject:
    """Return a name, or the holder of the office in which a body is named."""
    if named[1].type == "person":
        return Subject(named[1])
    person = _person_within(cursor, speech, named[0].last, last)
    return Subject(person if person is not None else named[1])


def _person_within(cursor: Cursor, speech: Speech, first: int, last: int) -> Entity | None:
    """Return the person right behind a body: شرطة دبي اللواء فلان."""
    if first < last and (named := speech.over.get(first)) and named[1].type == "person":
        return None if is_object(cursor, named[0]) or _is_joined(cursor, first) else named[1]
    return None


def _skipped(cursor: Cursor, j: int, last: int) -> int:
    """Return where a subject may stand behind what stands before it: أيضا, في تصريح, من جهته."""
    entry = cursor.entries[j]
    if entry.mask & _ENDS or entry.norm in grammar_words("firmly"):
        return last
    stop = entry.senses.get(S.STOP)
    if stop is not None and stop.role == "rel":
        return last
    if (stop is not None and stop.role == "prep") or (
        entry.led & PREPOSITION and not entry.led & CONJUNCTION
    ):
        return _past_phrase(cursor, j, last)
    if (
        entry.kind != WORD
        or entry.mask & _LIGHT
        or (stop is not None and stop.role in _LIGHT_STOPS)
    ):
        return j + 1
    if entry.mask & S.SPEECH or _is_accusative(entry):
        return j + 1  # قائلا, ردا
    if entry.norm in grammar_words("aside"):
        return j + 1
    return j


def _is_accusative(entry: Entry) -> bool:
    """Tell whether a word ends in the alif of ردا and مشددا, which is no part of a pronoun (مراسلنا) or article."""
    if not entry.norm.endswith("ا") or entry.definite or entry.mask & S.ROLE:
        return False
    best = next(iter(entry.readings), None)
    return best is None or best.enclitic is None


def _past_phrase(cursor: Cursor, j: int, last: int) -> int:
    """Return the end of what a preposition opens: up to its comma, an office, an honorific."""
    for k in range(j + 1, last):
        mask = cursor.masks[k]
        if mask & (S.COMMA | _ENDS):
            return k
        if k > j + 1 and mask & (S.HONORIFIC | S.ROLE) and not cursor.entries[k].led:
            return k
    return last


def _of_noun(cursor: Cursor, speech: Speech, j: int, last: int) -> Subject | None:
    """Return whom a common noun means: the holder of an office, who is named behind it, who spoke before."""
    entry = cursor.entries[j]
    if entry.norm in grammar_words("same") and entry.definite:
        if (body := _body_of(cursor, speech, j, last)) is not None:
            return Subject(body)
        return Subject(speech.heard) if speech.spoke else None
    person = _named_behind(cursor, speech, j, last)
    if person is not None:
        return Subject(person)
    holder = office_holder(cursor, speech, j)
    if holder is not None:
        return Subject(holder)
    ministry = _ministry_of(speech, entry.norm) if entry.definite else None
    if ministry is not None:
        return Subject(ministry)
    if entry.mask & S.COMMUNIQUE and (body := _body_of(cursor, speech, j, last)) is not None:
        return Subject(body)
    return Subject(None)


def _ministry_of(speech: Speech, field: str) -> Entity | None:
    """Return the ministry that is called by its field alone, where the text names it: وأكدت الصحة أن."""
    return next(
        (
            e
            for _, e in speech.mentions
            if e.type == "organization" and e.key[1:2] == (field,) and e.key[0].startswith("وزار")
        ),
        None,
    )


def _body_of(cursor: Cursor, speech: Speech, j: int, last: int) -> Entity | None:
    """Return the body for which a communique speaks: بيان صادر عن الوزارة."""
    if not cursor.mask(j) & S.COMMUNIQUE:
        return None
    return next((e for _, e in speech.named_between(j + 1, last) if e.type == "organization"), None)


def _named_behind(cursor: Cursor, speech: Speech, j: int, last: int) -> Entity | None:
    """Return the person that a noun leads to: مساعد مدرب المنتخب خالد حمدان, خبير في الشأن فلان."""
    for mention, entity in speech.named_between(j + 1, last):
        if entity.type != "person" or is_object(cursor, mention):
            continue
        start = phrase_start(cursor, mention)
        if _is_joined(cursor, start):
            continue
        between = range(j + 1, start)
        if any(
            cursor.masks[k] & (S.COMPLEMENTIZER | S.SPEECH) or _is_relative(cursor, k)
            for k in between
        ):
            return None
        return entity
    return None


def _is_relative(cursor: Cursor, k: int) -> bool:
    stop = cursor.sense(k, S.STOP)
    return stop is not None and stop.role == "rel"


def _is_joined(cursor: Cursor, k: int) -> bool:
    return bool(cursor.entries[k].led & AND)


def is_object(cursor: Cursor, mention: NamedMention) -> bool:
    """Tell whether a preposition makes a mention something else than the subject."""
    first = phrase_start(cursor, mention)
    entry = cursor.entries[first]
    if entry.led & PREPOSITION or cursor.entries[mention.first].led & PREPOSITION:
        return True
    k = first - 1
    while k > 0 and cursor.masks[k] & S.HONORIFIC:
        if cursor.entries[k].led & TO:
            return True
        k -= 1
    if k < 0 or cursor.masks[k] & S.SPEECH:
        return False
    if cursor.masks[k] & S.CLITIC or cursor.norm(k) in _ENGLISH_PREPOSITIONS:
        return True
    sense = cursor.entries[k].senses.get(S.STOP)
    return sense is not None and sense.role == "prep"


def office_holder(cursor: Cursor, speech: Speech, i: int) -> Entity | None:
    """Return the one person known to hold the office at a token: وأكد محافظ المنيا أن, the Crown Prince."""
    if not cursor.mask(i) & S.ROLE:
        return None
    end = i + 1
    kind = cursor.entries[i].kind
    while (
        end < min(cursor.size, i + _OFFICE_REACH)
        and cursor.entries[end].kind == kind
        and not cursor.mask(end) & (S.COMPLEMENTIZER | S.SPEECH)
        and (kind == LATIN or not cursor.mask(end) & S.STOP)
    ):
        end += 1
    tagged = cursor.tagged
    for last in range(end, i, -1):
        said = normalize(tagged.text[tagged.start_of(i) : tagged.ends[last - 1]])
        if said in speech.holders and (last == end or kind == LATIN):
            return speech.holders[said]
    return None
