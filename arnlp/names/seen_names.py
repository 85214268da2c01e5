"""Names that no rule finds and the statistical model sees, where the words allow them."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import folded_words
from arnlp.lexicon.grammar_words import has_role
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.morphology import readings
from arnlp.names.arabic_persons import is_son
from arnlp.names.common_words import (
    are_common,
    epithets_end,
    is_accusative,
    is_common,
    is_plain_description,
    opens_no_name,
)
from arnlp.names.mention import NamedMention, cut_clitics, new_mention
from arnlp.names.no_names import no_name_endings
from arnlp.names.places import heads_place, is_whole_word, may_describe, place_mention
from arnlp.text.clitics import AND, BY, TO, led_by, opening, written
from arnlp.text.tokens import WORD

NEVER = (
    S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS | S.NUMERIC
    | S.RELATIVE_DAY | S.SET | S.CURRENCY | S.PERCENT | S.PRAYER | S.TITLE_MENTION | S.END_MARK
    | S.QUOTE_MARK | S.COMMA | S.COLON | S.CLITIC | S.HONORIFIC | S.HOLIDAY | S.HIJRI_MONTH | S.SEASON
)  # fmt: skip
_COMMON = NEVER | S.STOP | S.VERB | S.NOUN | S.ADJECTIVE | S.UNIT | S.ROLE | S.BOUND
_PREFIXES = tuple(map(written, (AND | TO, AND | BY, AND, TO, BY)))
_OFTEN_GIVEN = 5
LEAST_LETTERS = 3
_MAX_NAME = 6
_VAN = "فان"  # also "so that"
_AGAIN = 2  # times that a name is seen


def add_seen_names(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Add the names that the model sees in tokens that no mention has taken."""
    seen = cursor.seen
    if seen is None:
        return mentions
    taken = bytearray(cursor.size + 1)
    for mention in mentions:
        taken[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
    out = list(mentions)
    for first, last, type_ in seen.spans:
        if any(taken[first:last]) or last - first > _MAX_NAME:
            continue
        if any(e.kind != WORD or e.mask & NEVER for e in cursor.entries[first:last]):
            if type_ != "person" or not _is_led_by_particle(cursor, first, last):
                continue
        found = _ALLOWED[type_](cursor, first, last)
        if found is not None:
            found.is_of_model = True
            out.append(found)
    return out


def _seen_person(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a person whose every word may be a name."""
    if last - first == 1:
        return _seen_short_person(cursor, first)
    if cursor.mask(first) & S.NATIONALITY or cursor.entries[first].definite:
        start = (
            first + 1 if cursor.mask(first) & S.NATIONALITY else epithets_end(cursor, first, last)
        )
        if start > first:
            return _seen_person(cursor, start, last)
    if are_common(cursor.entries[first:last]) and opens_no_name(cursor.entries[first]):
        return None
    if not _is_free(cursor, last) or is_son(cursor, first):
        return None
    words = cursor.entries[first:last]
    if any(
        e.mask & (_COMMON | S.ORG_HEAD | S.NAMED_HEAD)
        and not e.mask & S.GIVEN_NAME
        and e.norm != _VAN
        for e in words
    ):
        return None
    if any(e.clitics and not people(e.norm).given for e in words[1:]):
        return None
    mention = new_mention(cursor.tagged, first, last, "person")
    if prefix := prefix_of(cursor, first):
        cut_clitics(cursor, mention, prefix)
    return mention


def _is_proper(entry: Entry) -> bool:
    """Tell whether the morphology knows a word as a proper noun, too: هنجاريا."""
    return any(
        r.bundle.pos == "PROPN" and not r.guessed and not r.chain.written
        for r in readings(entry.surface, WORD)
    )


def _is_led_by_particle(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether the particle of a foreign name is all that is no name in it: فان نيستلروي."""
    words = cursor.entries[first:last]
    return words[-1].norm != _VAN and all(
        e.kind == WORD and (e.norm == _VAN or not e.mask & _COMMON) for e in words
    )


def _seen_short_person(cursor: Cursor, i: int) -> NamedMention | None:
    """Return a person of one word: beside a verb of speech or an office by itself, else a short form.

    A short form is kept where the text has a longer name that it shortens.
    """
    entry = cursor.entries[i]
    if entry.mask & (_COMMON | S.ORG_HEAD | S.NAMED_HEAD) and not entry.mask & S.GIVEN_NAME:
        return None
    if entry.mask & S.PLACE or _is_place_at_home(cursor, entry) or is_plain_description(cursor, i):
        return None
    if len(entry.norm) < LEAST_LETTERS or entry.norm.endswith(no_name_endings("person")):
        return None
    beside = cursor.mask(i - 1) & (S.SPEECH | S.ROLE | S.BARE_ROLE | S.HONORIFIC | S.NATIONALITY)
    after = cursor.entries[i + 1].mask if i + 1 < cursor.size else 0
    alone = not after & S.GIVEN_NAME and (bool(beside) or _is_again(cursor, i, i + 1, "person"))
    mention = new_mention(cursor.tagged, i, i + 1, "person", kind="name" if alone else "short")
    if prefix := prefix_of(cursor, i):
        cut_clitics(cursor, mention, prefix)
    return mention


def _is_place_at_home(cursor: Cursor, entry: Entry) -> bool:
    """Tell whether a word that is seldom a place is one of the release's own country: صلاح الدين."""
    sense = entry.senses.get(S.WEAK_PLACE)
    return sense is not None and any(p.country == cursor.context.country for p in sense.value)


def _is_again(cursor: Cursor, first: int, last: int, type_: str) -> bool:
    """Tell whether the model sees the same name more than once."""
    norms = (entry.norm for entry in cursor.entries[first:last])
    return cursor.seen is not None and cursor.seen.times[(type_, *norms)] >= _AGAIN


def _seen_place(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a place: one that a table has, or an unknown word behind a preposition."""
    words = cursor.entries[first:last]
    if any(e.mask & (_COMMON | S.NATIONALITY | S.GIVEN_NAME | S.ORG_HEAD) for e in words):
        return None
    if last - first == 1 and is_no_place(cursor, first):
        return None
    if words[0].mask & S.AGENCY or (words[0].weak and may_describe(cursor, first)):
        return None
    if last - first == 1 and words[0].weak:
        return place_mention(cursor, first, words[0].senses[S.WEAK_PLACE].value[0])
    if last - first > 2 or any(len(e.norm) < LEAST_LETTERS for e in words):
        return None
    before = cursor.sense(first - 1, S.STOP)
    led = heads_place(cursor, first - 1) or (before is not None and before.role == "prep")
    bracketed = cursor.norm(first - 1) == "(" and cursor.norm(last) == ")"
    if not led and not bracketed and not _is_again(cursor, first, last, "place"):
        return None
    if words[0].norm.endswith(no_name_endings("place")):
        return None
    return new_mention(cursor.tagged, first, last, "place")


def is_no_place(cursor: Cursor, i: int) -> bool:
    """Tell whether a word is rather a common one than a place: لبنانياً, متوسط سيول, تحويرا وزاريا."""
    entry = cursor.entries[i]
    if is_accusative(entry) or (entry.clitics and is_whole_word(entry)):
        return True
    headed = heads_place(cursor, i - 1) and not has_role(cursor.norm(i - 1), "place_or_word")
    if headed or entry.mask & S.PLACE:
        return False
    before = cursor.sense(i - 1, S.STOP)
    led = entry.weak and before is not None and before.role == "prep"
    return not led and is_common(entry) and (entry.weak or not _is_proper(entry))


def _seen_body(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a body of several unknown words, as foreign companies have them, or of one behind its head."""
    if last - first == 1:
        return _seen_short_body(cursor, first)
    words = cursor.entries[first:last]
    if any(len(e.norm) < LEAST_LETTERS for e in words):
        return None
    headed = words[0].norm in folded_words("name_heads") and not words[0].clitics
    rest = words[1:] if headed else words
    headed = headed or _is_again(cursor, first, last, "organization")
    common = S.VERB | S.STOP | S.ROLE if headed else ~(S.PLACE | S.NATIONALITY)
    if any(e.mask & common or e.clitics for e in rest):
        return None
    if not headed and any(e.definite for e in words):
        return None
    if any(is_plain(e) for e in rest):
        return None  # حزب جديد
    return new_mention(cursor.tagged, first, last, "organization")


def _seen_short_body(cursor: Cursor, i: int) -> NamedMention | None:
    """Return a body of one word: behind a noun that such names follow (فريق، صحيفة), or named again."""
    entry = cursor.entries[i]
    if entry.mask & (NEVER | S.VERB | S.ROLE | S.AGENCY | S.ORG_HEAD | S.NAMED_HEAD):
        return None
    if len(entry.norm) < LEAST_LETTERS:
        return None
    headed = (
        cursor.entries[i - 1].norm.removeprefix(written(AND)).removeprefix(written(BY)) if i else ""
    )
    if is_plain(entry):
        return None
    if headed not in folded_words("name_heads"):  # فريق الجزيرة, but not الجزيرة alone
        common = entry.mask & ~(S.GIVEN_NAME | S.PLACE | S.NOT_ADJECTIVE)
        if common or not _is_again(cursor, i, i + 1, "organization"):
            return None
    mention = new_mention(cursor.tagged, i, i + 1, "organization")
    if prefix := prefix_of(cursor, i):
        cut_clitics(cursor, mention, prefix)
    return mention


def is_plain(entry: Entry) -> bool:
    """Tell whether a word is a common one without the article."""
    return bool(entry.mask & (S.NOUN | S.ADJECTIVE | S.UNIT)) and not entry.definite


_ALLOWED = {"person": _seen_person, "place": _seen_place, "organization": _seen_body}


def prefix_of(cursor: Cursor, i: int) -> str:
    """Return the clitics before the first word of a name: those without which it is a name."""
    entry = cursor.entries[i]
    if entry.clitics or people(entry.norm).given or people(entry.norm).family:
        return ""
    for prefix in _PREFIXES:
        stem = entry.norm.removeprefix(prefix)
        known = people(stem)
        if stem != entry.norm and (
            known.given >= _OFTEN_GIVEN or (led_by(prefix) == AND and known.given + known.family)
        ):
            return prefix
    joined = opening(entry.norm) == AND and len(entry.norm) > LEAST_LETTERS
    return written(AND) if joined else ""


def _is_free(cursor: Cursor, last: int) -> bool:
    """Tell whether a name may end here: no further part of a name follows."""
    return not (cursor.mask(last) & S.GIVEN_NAME and not cursor.entries[last].clitics)
