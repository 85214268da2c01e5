"""Offices before a name that end later than they can be read from their start alone.

The name is found, so that it is known where its office must end: back to the head of the office nothing
may stand but nouns, adjectives and what prepositions add to them. Ministers in a list share their head:
وزراء التربية فلان، العدل فلان.
"""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective, is_clearly_verb
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.mention import NamedMention, RoleMention
from arnlp.text.clitics import AND, PREPOSITION, THE, TO, articled, written
from arnlp.text.tokens import WORD

_MOST = 22  # tokens of a chain of offices
_COMMAS = frozenset("\u060c,")
_BARS = (
    S.SPEECH | S.COMPLEMENTIZER | S.END_MARK | S.COLON | S.COMMA | S.QUOTE_MARK | S.WEEKDAY | S.MONTH
    | S.RELATIVE_DAY | S.TITLE_MENTION | S.PRAYER | S.NUMERIC
)  # fmt: skip
_FIELD = 5  # tokens of a minister's field in a list


def add_offices_before(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Give persons the offices that lead to their names, where none is read yet; one pass."""
    end = 0  # of the mention before
    for mention in mentions:
        if (
            mention.type == "person"
            and mention.kind == "name"
            and cursor.entries[mention.first].kind == WORD
        ):
            start = _before_honorifics(cursor, mention.first)
            if not any(role.last <= mention.first for role in mention.roles):
                mention.roles[:0] = _offices_to(cursor, start, end)
            end = max(end, mention.last, *(role.last for role in mention.roles))
    _share_heads(cursor, mentions)
    return mentions


def _before_honorifics(cursor: Cursor, start: int) -> int:
    while start and (
        (
            cursor.masks[start - 1] & S.HONORIFIC
            and (cursor.entries[start - 1].definite or not cursor.masks[start - 1] & S.ROLE)
        )
        or (cursor.norm(start - 1) in ("/", ".") and cursor.mask(start - 2) & S.HONORIFIC)
    ):
        start -= 1
    return start


def _offices_to(cursor: Cursor, start: int, low: int) -> list[RoleMention]:
    """Return the offices that end before a token, the farthest first."""
    if not start or cursor.entries[start].led:
        return []
    end = start - 1 if cursor.norm(start - 1) in _COMMAS else start
    heads: list[int] = []
    for j in range(end - 1, max(low, end - _MOST) - 1, -1):
        if not _may_stand(cursor, j):
            break
        entry = cursor.entries[j]
        if entry.mask & S.ROLE and _is_head(cursor, j, end):
            heads.append(j)
    while end and cursor.masks[end - 1] & S.STOP:
        end -= 1
    return _cut(cursor, sorted(head for head in heads if head + 1 < end), end)


def _is_head(cursor: Cursor, j: int, end: int) -> bool:
    """Tell whether an office starts at a token: no deputy's next word, not led by a preposition."""
    entry = cursor.entries[j]
    if entry.led & PREPOSITION or j + 1 >= end:
        return False
    before = cursor.sense(j - 1, S.ROLE)
    if before is not None and before.role == "deputy" and not entry.clitics:
        return False
    if not entry.definite:
        return True
    after = cursor.entries[j + 1]
    return (
        bool(after.mask & (S.NATIONALITY | S.ORDINAL | S.ADJECTIVE))
        or is_adjective(after, True)
        or articled(after.norm) == TO | THE
        or bool(after.led & PREPOSITION)
        or after.norm in grammar_words("seated")
        or not entry.mask & S.BARE_ROLE
    )


def _may_stand(cursor: Cursor, j: int) -> bool:
    """Tell whether a token may stand in an office: a noun, an adjective, a preposition with its noun."""
    entry = cursor.entries[j]
    if entry.kind != WORD or entry.mask & _BARS:
        return False
    if entry.mask & S.ROLE:
        return True
    if entry.mask & S.HONORIFIC:
        return entry.norm in grammar_words("throne")
    stop = entry.senses.get(S.STOP)
    if stop is not None:
        return entry.norm in grammar_words("seated") or entry.norm in grammar_words("fielded")
    if entry.mask & (S.ORG | S.ORG_HEAD | S.PLACE | S.PLACE_HEAD | S.OFFICE_FIELD | S.OFFICE_TAIL):
        return True
    if entry.definite or articled(entry.norm) in (TO | THE, AND | THE):
        return True
    return not entry.mask & S.VERB and not is_clearly_verb(entry)


def _cut(cursor: Cursor, heads: list[int], end: int) -> list[RoleMention]:
    """Return offices from their heads, each up to the next."""
    out = []
    for first, last in zip(heads, [*heads, end][1:], strict=True):
        title = cursor.tagged.text[cursor.tagged.start_of(first) : cursor.tagged.ends[last - 1]]
        out.append(RoleMention(first, last, " ".join(title.split())))
    return out


def _share_heads(cursor: Cursor, mentions: list[NamedMention]) -> None:
    """Give ministers in a list the office that its first word names for all."""
    persons = {m.first: m for m in mentions if m.type == "person"}
    plurals = grammar_words("ministers")
    for i in [k for k, entry in enumerate(cursor.entries) if entry.norm in plurals]:
        at = i + 1
        while at < cursor.size:
            found = _next_named(cursor, persons, at)
            if found is None:
                break
            start, mention = found
            field = cursor.tagged.text[cursor.tagged.start_of(at) : cursor.tagged.ends[start - 1]]
            if _joins(cursor, at) and not cursor.entries[at].clitics:
                field = field[len(written(AND)) :]
            if not mention.roles:
                (head,) = grammar_words("minister")
                mention.roles.append(RoleMention(at, start, f"{head} {field}"))
            at = mention.last
            if cursor.norm(at) in _COMMAS:
                at += 1
            elif not _joins(cursor, at):
                break


def _joins(cursor: Cursor, at: int) -> bool:
    """Tell whether 'and' is written as one with a definite word: والصناعة."""
    return at < cursor.size and articled(cursor.norm(at)) == AND | THE


def _next_named(
    cursor: Cursor, persons: dict[int, NamedMention], at: int
) -> tuple[int, NamedMention] | None:
    """Return the person behind a field that starts at a token, with where the field ends."""
    if not (cursor.entries[at].definite or _joins(cursor, at)):
        return None
    for k in range(at + 1, min(cursor.size, at + _FIELD)):
        if k in persons:
            return _before_honorifics(cursor, k), persons[k]
        if cursor.mask(k) & _BARS:
            return None
    return None
