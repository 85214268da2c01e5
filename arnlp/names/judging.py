"""What the rules claim, weighed against what the statistical model sees of the same words.

Names of persons that an honorific or an office announces stay where their words may be names; those that
nothing announces stand or fall with the model, unless every word is known as a part of names. Bodies
stay as the rules read them; a place inside a body that the model sees gives way to it.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.morphology import readings
from arnlp.names.arabic_persons import is_son
from arnlp.names.common_words import are_common, epithets_end, opens_no_name
from arnlp.names.kin import is_kin
from arnlp.names.mention import NamedMention, new_mention
from arnlp.text.clitics import AND
from arnlp.text.tokens import WORD

Span = tuple[int, int, str]


def weigh_claims(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Drop or mend the Arabic names of the rules that the model contradicts."""
    seen = cursor.seen
    if seen is None:
        return mentions
    over = _spans_by_token(seen.spans)
    out = []
    for mention in mentions:
        own = mention.type == "person" and mention.known is not None
        if own or mention.kind == "title" or cursor.entries[mention.first].kind != WORD:
            out.append(mention)
            continue
        spans = {over[k] for k in range(mention.first, mention.last) if k in over}
        if mention.type == "person":
            out += _weighed_person(cursor, mention, spans)
        elif mention.type != "place" or not _is_in_body(cursor, mention, spans):
            out.append(mention)
    return out


def _spans_by_token(spans: list[Span]) -> dict[int, Span]:
    return {k: span for span in spans for k in range(span[0], span[1])}


def _weighed_person(cursor: Cursor, mention: NamedMention, spans: set[Span]) -> list[NamedMention]:
    """Return a person as the rules and the model together have it; nothing where it is none."""
    same = (mention.first, mention.last, "person") in spans
    if same:
        return [mention]
    words = cursor.entries[mention.first : mention.last]
    if are_common(words) and opens_no_name(words[0]):
        return []  # القرار القاضي | بفرض جمارك
    if not cursor.sees(mention.first, "person"):
        start = epithets_end(cursor, mention.first, mention.last)
        mention = _cut(cursor, mention, start, mention.last)
    announced = bool(mention.honorifics or mention.roles) or is_kin(cursor, mention.first)
    if not announced:
        first, last = _without_verbs(cursor, mention.first, mention.last)
        if first >= last:
            return []
        mention = _cut(cursor, mention, first, last)
    persons = [span for span in spans if span[2] == "person"]
    if not persons:
        believed = _is_known(cursor, mention, announced)
        return [mention] if believed and (announced or not spans) else []
    if len(persons) == 1:
        first, last, _ = persons[0]
        if announced:
            end = _trimmed(cursor, mention, last)
            return [_cut(cursor, mention, mention.first, end)]
        inside = mention.first <= first and last <= mention.last
        if inside and any(is_son(cursor, k) for k in range(mention.first + 1, first + 1)):
            return [mention]
        if inside and last == mention.last and people(cursor.norm(last - 1)).family:
            return [mention]
        first, last = _without_verbs(cursor, first, last)
        if last > first and all(
            cursor.entries[k].kind == WORD and not cursor.mask(k) & S.HOLIDAY
            for k in range(first, last)
        ):
            return [_cut(cursor, mention, first, last)]
    return [mention] if announced or len(spans) == len(persons) else []


def _without_verbs(cursor: Cursor, first: int, last: int) -> tuple[int, int]:
    """Return a range of words without the verbs at its ends that are no part of names: فايزة أبوالنجا | أناب."""
    while last > first and _is_plain_verb(cursor, last - 1):
        last -= 1
    while first < last and _is_plain_verb(cursor, first):
        first += 1
    return first, last


def _is_plain_verb(cursor: Cursor, k: int) -> bool:
    entry = cursor.entries[k]
    named = entry.mask & (S.GIVEN_NAME | S.PARTICLE) or people(entry.norm).latin
    if entry.kind != WORD or (named and not entry.surface.endswith("ى")):  # التقى is no التقي
        return False
    found = readings(entry.surface, WORD)
    return bool(found) and found[0].bundle.pos == "VERB" and not found[0].guessed


def _is_known(cursor: Cursor, mention: NamedMention, announced: bool) -> bool:
    """Tell whether the words of a name that the model does not see are known as names."""
    first, last = cursor.entries[mention.first], cursor.entries[mention.last - 1]
    if mention.last - mention.first == 1:
        known = people(first.norm)
        return announced and bool(first.mask & S.GIVEN_NAME or known.given or known.family)
    if announced:
        return not are_common(cursor.entries[mention.first : mention.last])
    if first.mask & S.STOP or last.mask & (S.ADJECTIVE | S.NATIONALITY | S.NOUN):
        return False
    given = first.mask & S.GIVEN_NAME or people(first.norm).given
    if given and last.definite and last.norm.endswith("ي"):
        if _goes_on_list(cursor, mention.first):
            return True  # عبدالعزيز جباري، وسلطان العتواني
    return bool(given) and (people(last.norm).family > 0 or _is_no_word(last))


def _goes_on_list(cursor: Cursor, first: int) -> bool:
    """Tell whether a name goes on a list of persons with 'and', behind one that the model sees."""
    behind = first - 2 if cursor.mask(first - 1) & S.COMMA else first - 1
    return cursor.entries[first].led == AND and bool(cursor.sees(behind, "person"))


def _is_no_word(entry: Entry) -> bool:
    """Tell whether a definite word is known as nothing else: الجلفان, but رضا | الناس."""
    found = readings(entry.surface, WORD)
    return (
        entry.definite
        and not entry.mask
        and all(r.guessed or r.bundle.pos == "PROPN" for r in found)
    )


def _trimmed(cursor: Cursor, mention: NamedMention, last: int) -> int:
    """Return where a name ends whose last words the model leaves out: before those that are no names."""
    end = mention.last
    while end > max(last, mention.first + 2):
        entry = cursor.entries[end - 1]
        known = people(entry.norm)
        if entry.definite or known.latin or entry.mask & (S.GIVEN_NAME | S.PARTICLE):
            break
        end -= 1
    return end


def _cut(cursor: Cursor, mention: NamedMention, first: int, last: int) -> NamedMention:
    """Return a mention over other tokens, with all that is known of it."""
    if (first, last) == (mention.first, mention.last):
        return mention
    made = new_mention(cursor.tagged, first, last, mention.type, kind=mention.kind)
    made.honorifics, made.roles, made.gender = mention.honorifics, mention.roles, mention.gender
    return made


def _is_in_body(cursor: Cursor, mention: NamedMention, spans: set[Span]) -> bool:
    """Tell whether a place is a part of a body, or the body itself, in what the model sees.

    A place of the release's own country stays: غرفة دبي is read by the rules.
    """
    if mention.country and mention.country == cursor.context.country:
        return False
    bodies = [span for span in spans if span[2] == "organization"]
    if len(bodies) != 1 or mention.kind != "name":
        return False
    first, last, _ = bodies[0]
    return first <= mention.first and mention.last <= last
