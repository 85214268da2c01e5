"""Who speaks: the subject of the cue, the holder of an office, whoever spoke last."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names import Entity
from arnlp.quotes.cues import cue_sense, is_arabic, is_finite
from arnlp.quotes.speech import Named, Speech, phrase_start
from arnlp.quotes.subjects import Subject, is_object, office_holder, subject_behind
from arnlp.text.tokens import LATIN, WORD

_LOOK_BACK = 20  # mentions that a pronoun reaches back
_SENTENCES_BACK = 3
_PLURAL = frozenset(("Plur", "Dual"))


def speaker_of(cursor: Cursor, speech: Speech, cue: int, until: int) -> Entity | None:
    """Return who speaks at a cue whose speech starts at a token."""
    if not is_arabic(cursor, cue):
        return _english_speaker(cursor, speech, cue)
    sense = cue_sense(cursor, cue)
    role = "" if sense is None else sense.role
    if role == "noun":
        return _of_noun_cue(cursor, speech, cue)
    if role == "participle":
        return _of_participle(cursor, speech, cue)
    told = subject_behind(cursor, speech, cue, until)
    if told is not None:
        return told.entity
    before = subject_before(cursor, speech, cue)
    return before.entity if before is not None else silent_speaker(cursor, speech, cue)


def subject_before(cursor: Cursor, speech: Speech, cue: int) -> Subject | None:
    """Return the subject that stands right before its verb: كنعاني قال, كان المدير فلان أوضح, X الذي قال."""
    if cursor.entries[cue].led:
        return None
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    j = cue - 1
    while j >= first and (
        cursor.masks[j] & (S.COMMA | S.RELATIVE_DAY | S.CLITIC)
        or cursor.norm(j) in grammar_words("to_verb")
        or cursor.entries[j].kind != WORD
    ):
        if cursor.masks[j] & (S.COLON | S.END_MARK | S.QUOTE_MARK):
            return None
        j -= 1
    named = speech.over.get(j) if j >= first else None
    if named is None or is_object(cursor, named[0]):
        return None
    return Subject(named[1])


def _of_noun_cue(cursor: Cursor, speech: Speech, cue: int) -> Entity | None:
    """Return whose word بقوله is: of the verb before it, of him who نقل عن فلان قوله."""
    named = speech.over.get(cue - 1)
    if named is not None:
        return named[1]
    return _of_participle(cursor, speech, cue)


def _of_participle(cursor: Cursor, speech: Speech, cue: int) -> Entity | None:
    """Return who goes on to speak: the subject of the verb that the participle hangs on."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    if speech.spoke and speech.heard_at >= first:
        return speech.heard
    verbs = [j for j in range(first, cue) if _is_verb(cursor, j)]
    spoken = [j for j in verbs if cue_sense(cursor, j) is not None and is_finite(cursor, j)]
    for verb in [*reversed(spoken), *verbs[:1]]:
        told = subject_behind(cursor, speech, verb, cue)
        told = told or subject_before(cursor, speech, verb)
        if told is not None and (told.entity is not None or verb in spoken):
            return told.entity
        return silent_speaker(cursor, speech, verb)
    for mention, entity in speech.named_between(first, cue):
        if not is_object(cursor, mention):
            return entity
    return silent_speaker(cursor, speech, cue)


def _is_verb(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    if entry.kind != WORD:
        return False
    sense = cue_sense(cursor, j)
    if sense is not None:
        return sense.role == "verb"
    if entry.mask & (S.STOP | S.GIVEN_NAME | S.ROLE | S.ORG_HEAD):
        return False
    return bool(entry.mask & S.VERB) or (not entry.mask and entry.readings[0].pos == "VERB")


def silent_speaker(cursor: Cursor, speech: Speech, cue: int) -> Entity | None:
    """Return whoever spoke last (وأضاف أن), else the subject of the sentences before."""
    number = cursor.tagged.sentence_of[cue]
    at = speech.heard_at
    if speech.spoke:
        newer = (
            _subject_of(cursor, speech, number - 1)
            if cursor.tagged.sentence_of[at] < number - 1
            else None
        )
        if newer is not None and agrees(cursor, cue, newer):
            return newer
        if speech.heard is None or agrees(cursor, cue, speech.heard):
            return speech.heard
    for back in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
        first, last = cursor.tagged.sentences[back]
        named = [(m, e) for m, e in speech.named_between(first, last) if agrees(cursor, cue, e)]
        subjects = [e for m, e in named if not is_object(cursor, m)]
        persons = [e for e in subjects if e.type == "person"]
        if persons or subjects:
            return (persons or subjects)[0]
    return None


def _subject_of(cursor: Cursor, speech: Speech, number: int) -> Entity | None:
    """Return the person who is the subject of the verb that opens a sentence."""
    first, last = cursor.tagged.sentences[number]
    if not _is_verb(cursor, first):
        return None
    told = subject_behind(cursor, speech, first, last)
    return (
        None if told is None or told.entity is None or told.entity.type != "person" else told.entity
    )


def agrees(cursor: Cursor, cue: int, entity: Entity) -> bool:
    """Tell whether a verb and a speaker agree in gender, as far as both are known."""
    if not is_arabic(cursor, cue):
        return True
    verb = next((r for r in cursor.entries[cue].readings if r.pos == "VERB"), None)
    told = dict(verb.bundle.features) if verb is not None else {}
    gender, number = told.get("Gender"), told.get("Number")
    if number in _PLURAL:
        return False
    if entity.type == "person":
        return not (entity.gender and gender) or (gender == "Fem") == (entity.gender == "f")
    if entity.language == "en" or not entity.key:
        return True
    woman = entity.key[0].endswith("ه")
    return gender is None or (gender == "Fem") == woman or not woman


def _english_speaker(cursor: Cursor, speech: Speech, cue: int) -> Entity | None:
    """Return the subject that stands before its verb: the nearest person, an office alone, else a body."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[cue]]
    pronoun = _pronoun_before(cursor, cue)
    if pronoun is not None:
        return by_gender(speech, pronoun, cue)
    before = speech.named_between(first, cue)
    office = _office_before(cursor, first, cue)
    person = next(
        (
            pair
            for pair in reversed(before)
            if pair[1].type == "person" and not is_object(cursor, pair[0])
        ),
        None,
    )
    if office is not None and (
        person is None or phrase_start(cursor, person[0]) < office > person[0].last + 6
    ):
        return office_holder(cursor, speech, office)
    noun = _noun_before(cursor, cue)
    if noun is not None and speech.over.get(noun) is None:
        said = bool(cursor.mask(noun) & S.COMMUNIQUE) or cursor.norm(noun) in grammar_words("same")
        return speech.heard if said else None
    if person is not None:
        return _first_joined(cursor, before, person)
    body = next(
        (e for m, e in before if e.type == "organization" and not is_object(cursor, m)), None
    )
    if body is not None:
        return body
    last = cursor.entries[cue - 1]
    unknown = cue > first and last.kind == LATIN and not last.mask & (S.STOP | S.RELATIVE_DAY)
    return None if before or unknown else silent_speaker(cursor, speech, cue)


def _noun_before(cursor: Cursor, cue: int) -> int | None:
    """Return the common noun that is the subject right before an English verb: the report said."""
    entry = cursor.entries[cue - 1] if cue else None
    if (
        entry is None
        or entry.kind != LATIN
        or entry.caps
        or entry.mask & (S.STOP | S.RELATIVE_DAY | S.ROLE)
    ):
        return None
    return (
        cue - 1
        if any(cursor.norm(k) in ("the", "a", "an", "this") for k in (cue - 2, cue - 3))
        else None
    )


def _first_joined(cursor: Cursor, before: list[Named], person: Named) -> Entity:
    """Return the first of persons joined by 'and', who are said to speak together."""
    for pair in reversed(before[: before.index(person)]):
        between = range(pair[0].last, person[0].first)
        joined = any(cursor.norm(k) == "and" for k in between)
        if (
            pair[1].type != "person"
            or not joined
            or len(between) > 10
            or is_object(cursor, pair[0])
        ):
            break
        person = pair
    return person[1]


def _pronoun_before(cursor: Cursor, cue: int) -> str | None:
    for k in (cue - 1, cue - 2):
        sense = cursor.sense(k, S.TITLE_MENTION)
        if sense is not None and sense.role == "pronoun":
            return str(sense.value)
        if cursor.norm(k) not in ("also", "has", "had", "then", "further"):
            return None
    return None


def _office_before(cursor: Cursor, first: int, cue: int) -> int | None:
    """Return the office behind 'the' that is the subject of a verb: the Chairman of the Chamber said."""
    for k in range(cue - 1, max(first, cue - 12), -1):
        if cursor.norm(k) in (",", "and", "."):
            return None
        if (
            cursor.mask(k) & S.ROLE
            and cursor.norm(k - 1) == "the"
            and cursor.entries[k].kind == LATIN
        ):
            return k
    return None


def by_gender(speech: Speech, gender: str, i: int) -> Entity | None:
    """Return the person whom he or she means: who spoke last, else who was named last."""
    last = speech.heard
    if last is not None and last.type == "person" and last.gender in ("", gender):
        last.gender = gender  # he or she tells it from now on
        return last
    for _, entity in reversed(speech.named_before(i, _LOOK_BACK)):
        if entity.type == "person" and entity.gender in ("", gender):
            entity.gender = gender
            return entity
    return None


def speaker_around(cursor: Cursor, speech: Speech, closing: int, cue: int) -> Entity | None:
    """Return the speaker named between a closing mark and its cue, or right behind the cue."""
    pronoun = _pronoun_before(cursor, cue)
    if pronoun is not None:
        return by_gender(speech, pronoun, cue)
    named = speech.named_between(closing, cue + 8)
    person = next((e for m, e in named if e.type == "person" and not is_object(cursor, m)), None)
    if person is not None:
        return person
    office = next(
        (
            k
            for k in range(closing, cue + 4)
            if cursor.mask(k) & S.ROLE and cursor.norm(k - 1) == "the"
        ),
        None,
    )
    if office is not None:
        return office_holder(cursor, speech, office)
    return named[0][1] if named else silent_speaker(cursor, speech, cue)
