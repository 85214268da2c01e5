"""Who speaks: the person or body beside the cue, the holder of an office, whoever spoke last."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention
from arnlp.quotes.speech import Speech
from arnlp.text.clitics import PREPOSITION, TO
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

_LOOK_BACK = 20  # mentions that a pronoun reaches back


def speaker_of(cursor: Cursor, speech: Speech, cue: int, until: int) -> Entity | None:
    """Return who speaks at a cue whose speech starts at a token."""
    if cursor.entries[cue].kind == LATIN:
        return _before_cue(cursor, speech, cue) or _silent_speaker(speech, cue)
    between = speech.named_between(cue + 1, until)
    person = next(
        (e for m, e in between if e.type == "person" and not _is_object(cursor, m, cue)), None
    )
    if person is not None:
        return person
    holder = _office_holder(cursor, speech, cue + 1)
    if holder is not None:
        return holder
    spoken_for = cursor.mask(cue + 1) & S.COMMUNIQUE
    for mention, entity in between:
        if spoken_for or not _is_object(cursor, mention, cue):
            return entity
    if _names_somebody(cursor, cue + 1, until):
        return None
    sense = cursor.entries[cue].senses[S.SPEECH]
    if sense.role == "participle" or not cursor.entries[cue].clitics:
        return _before_cue(cursor, speech, cue) or _silent_speaker(speech, cue)
    return _before_cue(cursor, speech, cue, persons_only=True) or _silent_speaker(speech, cue)


def _is_object(cursor: Cursor, mention: NamedMention, cue: int) -> bool:
    """Tell whether a preposition makes a mention something else than the subject."""
    entry = cursor.entries[mention.first]
    if entry.led & PREPOSITION:
        return True
    k = mention.first - 1
    while k > 0 and cursor.entries[k].mask & S.HONORIFIC:
        if cursor.entries[k].led & TO:
            return True
        k -= 1
    if k == cue:
        return False
    sense = cursor.entries[k].senses.get(S.STOP)
    return sense is not None and sense.role == "prep"


def _names_somebody(cursor: Cursor, i: int, until: int) -> bool:
    """Tell whether a subject stands behind a verb that is no entity of ours: أكد المشاركون أن."""
    if i >= until:
        return False
    entry = cursor.entries[i]
    if (
        entry.kind != WORD
        or entry.clitics
        or entry.mask & (S.STOP | S.RELATIVE_DAY | S.DATE_WORD | S.SPEECH)
    ):
        return False
    return entry.definite or bool(entry.mask & (S.ROLE | S.NOUN | S.ORG_HEAD | S.COMMUNIQUE))


def _office_holder(cursor: Cursor, speech: Speech, i: int) -> Entity | None:
    """Return the one person known to hold the office at a token: وأكد محافظ المنيا أن."""
    if not cursor.mask(i) & S.ROLE or cursor.entries[i].kind != WORD:
        return None
    end = i + 1
    while (
        end < cursor.size
        and cursor.entries[end].kind == WORD
        and not cursor.mask(end) & (S.COMPLEMENTIZER | S.STOP)
    ):
        end += 1
    said = normalize(cursor.tagged.text[cursor.tagged.start_of(i) : cursor.tagged.ends[end - 1]])
    return speech.holders.get(said)


def _before_cue(
    cursor: Cursor, speech: Speech, cue: int, persons_only: bool = False
) -> Entity | None:
    """Return the subject that stands before its verb: the nearest person, else a body."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    pronoun = cursor.sense(cue - 1, S.TITLE_MENTION)
    if pronoun is not None and pronoun.role == "pronoun":
        return _by_gender(speech, pronoun.value, cue)
    before = speech.named_between(first, cue)
    for mention, entity in reversed(before):
        if entity.type == "person" and not _is_object(cursor, mention, cue):
            return entity
    if persons_only:
        return None
    for mention, entity in before:
        if entity.type == "organization" and not _is_object(cursor, mention, cue):
            return entity
    return None


def _by_gender(speech: Speech, gender: object, i: int) -> Entity | None:
    last = speech.last_speaker
    if last is not None and last.type == "person" and last.gender in ("", gender):
        last.gender = str(gender)  # he or she tells it from now on
        return last
    for _, entity in reversed(speech.named_before(i, _LOOK_BACK)):
        if entity.type == "person" and entity.gender in ("", gender):
            entity.gender = str(gender)
            return entity
    return None


def _silent_speaker(speech: Speech, cue: int) -> Entity | None:
    """Return whoever spoke last: وأضاف أن, adding that."""
    if speech.last_speaker is not None:
        return speech.last_speaker
    before = speech.named_before(cue, 1)
    return before[0][1] if before else None


def speaker_around(cursor: Cursor, speech: Speech, closing: int, cue: int) -> Entity | None:
    """Return the speaker named between a closing mark and its cue, or right behind the cue."""
    pronoun = cursor.sense(cue - 1, S.TITLE_MENTION)
    if pronoun is not None and pronoun.role == "pronoun":
        return _by_gender(speech, pronoun.value, cue)
    for _, entity in speech.named_between(closing, cue + 6):
        return entity
    return _silent_speaker(speech, cue)
