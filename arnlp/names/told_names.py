"""Names that the caller knows already, as those that another pipeline found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import get_args

from arnlp.engine import Cursor
from arnlp.model.errors import InvalidOption
from arnlp.model.mentions import Entity
from arnlp.names.bodies import latin_head
from arnlp.names.gazetteer import country_in, identify, look_up_body
from arnlp.names.mention import NamedMention, new_mention
from arnlp.text.tokens import BREAK, LATIN

Told = tuple[int, int, str]
# How names are found, or which are known.
EntitiesOption = str | Iterable[Told]
_TYPES = get_args(Entity.model_fields["type"].annotation)
_DEFAULT = "model"


def told_names(entities: EntitiesOption, text: str) -> tuple[tuple[Told, ...], str]:
    """Return the names that an option tells, in their order, and how the others are found.

    Raises InvalidOption where one lies outside the text, or has no type of ours.

    >>> told_names("rules", "Etidal met"), told_names([(0, 6, "organization")], "Etidal met")
    (((), 'rules'), (((0, 6, 'organization'),), 'model'))
    """
    if isinstance(entities, str):
        return (), entities
    out: list[Told] = []
    try:
        for start, end, type_ in entities:
            if type_ not in _TYPES or not 0 <= start < end <= len(text):
                raise ValueError
            out.append((start, end, type_))
    except (TypeError, ValueError):
        wanted = f"(start, end, type) of names in the text, a type being one of {', '.join(_TYPES)}"
        raise InvalidOption("entities", entities, wanted) from None
    return tuple(sorted(out, key=lambda told: (told[0], -told[1]))), _DEFAULT


def add_told_names(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Put the names that were told before those that overlap them.

    What was found over one of the same type lends it honorifics, offices and identity. A name that
    was found stays where it holds a told one of its type whole (وزارة الصحة, of which الصحة was told).
    Of two told that overlap, the first stays.
    """
    if not cursor.context.told_names:
        return mentions
    out: list[NamedMention] = []
    firsts = [mention.first for mention in mentions]
    lasts = [mention.last for mention in mentions]
    gone: set[int] = set()
    done = 0
    for start, end, type_ in cursor.context.told_names:
        made = _mention(cursor, start, end, type_)
        if made is None or made.first < done:
            continue
        over = range(bisect_right(lasts, made.first), bisect_left(firsts, made.last))
        same = [mentions[k] for k in over if mentions[k].type == type_]
        if any(_holds(found, made) for found in same):
            continue
        for found in same:
            _lend(made, found)
        gone.update(over)
        out.append(made)
        done = made.last
    out += [mention for k, mention in enumerate(mentions) if k not in gone]
    return sorted(out, key=lambda mention: (mention.start, -mention.end))


def _holds(found: NamedMention, made: NamedMention) -> bool:
    """Tell whether a name that was found says more than the told one in it: it is longer, or known."""
    if made.first < found.first or found.last < made.last:
        return False
    return found.last - found.first > made.last - made.first or found.known is not None


def _mention(cursor: Cursor, start: int, end: int, type_: str) -> NamedMention | None:
    """Return a mention over the tokens of a stretch of text; None where it has no word."""
    tagged = cursor.tagged
    first = tagged.token_at(start)
    last = tagged.token_range(start, end)[1]
    while last > first and cursor.entries[last - 1].kind == BREAK:
        last -= 1
    if last <= first:
        return None
    made = new_mention(tagged, first, last, type_)
    made.start = max(made.start, start)
    if type_ == "organization":
        made.country = country_in(cursor, first, last)
        latin = cursor.entries[first].kind == LATIN
        made.head = latin_head(cursor, first, last) if latin else cursor.norm(first)
        body = look_up_body(cursor, first, last, made.country)
        if body is not None:
            identify(made, body)
    return made


def _lend(made: NamedMention, found: NamedMention) -> None:
    """Give a told name what was found of it."""
    made.honorifics = made.honorifics or found.honorifics
    made.roles = made.roles or found.roles
    made.gender = made.gender or found.gender
