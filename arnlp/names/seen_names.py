"""Names that no rule finds and the statistical model sees, where the words allow them."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.names.arabic_persons import is_son
from arnlp.names.mention import NamedMention, cut_clitics, new_mention
from arnlp.names.places import may_describe, place_mention
from arnlp.text.clitics import AND, BY, TO, led_by, opening, written
from arnlp.text.tokens import WORD

_NEVER = (
    S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS | S.NUMERIC
    | S.RELATIVE_DAY | S.SET | S.CURRENCY | S.PERCENT | S.PRAYER | S.TITLE_MENTION | S.END_MARK
    | S.QUOTE_MARK | S.COMMA | S.COLON | S.CLITIC | S.HONORIFIC
)  # fmt: skip
_COMMON = _NEVER | S.STOP | S.VERB | S.NOUN | S.ADJECTIVE | S.UNIT | S.ROLE | S.BOUND
_PREFIXES = tuple(map(written, (AND | TO, AND | BY, AND, TO, BY)))
_OFTEN_GIVEN = 5
_LEAST_LETTERS = 3
_MAX_NAME = 6


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
        if any(e.kind != WORD or e.mask & _NEVER for e in cursor.entries[first:last]):
            continue
        found = _ALLOWED[type_](cursor, first, last)
        if found is not None:
            out.append(found)
    return out


def _seen_person(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a person of two words or more, each of which may be a name."""
    if last - first < 2 or not _is_free(cursor, last) or is_son(cursor, first):
        return None
    words = cursor.entries[first:last]
    if any(
        e.mask & (_COMMON | S.ORG_HEAD | S.NAMED_HEAD) and not e.mask & S.GIVEN_NAME for e in words
    ):
        return None
    if any(e.clitics and not people(e.norm).given for e in words[1:]):
        return None
    mention = new_mention(cursor.tagged, first, last, "person")
    if prefix := _prefix_of(cursor, first):
        cut_clitics(cursor, mention, prefix)
    return mention


def _seen_place(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a place: one that a table has, or an unknown word behind a preposition."""
    words = cursor.entries[first:last]
    if any(e.mask & (_COMMON | S.NATIONALITY | S.GIVEN_NAME | S.ORG_HEAD) for e in words):
        return None
    if words[0].mask & S.AGENCY or (words[0].weak and may_describe(cursor, first)):
        return None
    if last - first == 1 and words[0].weak:
        return place_mention(cursor, first, words[0].senses[S.WEAK_PLACE].value[0])
    if last - first > 2 or any(len(e.norm) < _LEAST_LETTERS for e in words):
        return None
    before = cursor.sense(first - 1, S.STOP)
    if not cursor.mask(first - 1) & S.PLACE_HEAD and (before is None or before.role != "prep"):
        return None
    if words[0].norm.endswith(("ات", "يه", "ين")):
        return None
    return new_mention(cursor.tagged, first, last, "place")


def _seen_body(cursor: Cursor, first: int, last: int) -> NamedMention | None:
    """Return a body of several unknown words, as foreign companies have them."""
    words = cursor.entries[first:last]
    if last - first < 2 or any(e.mask & ~(S.PLACE | S.NATIONALITY) for e in words):
        return None
    if any(e.definite or len(e.norm) < _LEAST_LETTERS for e in words):
        return None
    return new_mention(cursor.tagged, first, last, "organization")


_ALLOWED = {"person": _seen_person, "place": _seen_place, "organization": _seen_body}


def _prefix_of(cursor: Cursor, i: int) -> str:
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
    joined = opening(entry.norm) == AND and len(entry.norm) > _LEAST_LETTERS
    return written(AND) if joined else ""


def _is_free(cursor: Cursor, last: int) -> bool:
    """Tell whether a name may end here: no further part of a name follows."""
    return not (cursor.mask(last) & S.GIVEN_NAME and not cursor.entries[last].clitics)
