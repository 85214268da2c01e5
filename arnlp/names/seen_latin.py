"""Names in Latin letters that no rule finds and the statistical model sees, where the words allow them."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.latin_names import folded, latin_name
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.senses import Entry
from arnlp.names.bodies import latin_head
from arnlp.names.gazetteer import country_in, identify, look_up_body
from arnlp.names.latin_runs import is_capital
from arnlp.names.mention import NamedMention, new_mention
from arnlp.text.tokens import LATIN, WORD

_NEVER = (
    S.MONTH | S.WEEKDAY | S.RELATIVE_DAY | S.CURRENCY | S.COMPLEMENTIZER | S.NUMBER | S.TITLE_MENTION | S.DEIXIS
    | S.HIJRI_MONTH | S.HOLIDAY
)  # fmt: skip
_NO_PLACE = S.ORG | S.ORG_HEAD | S.NAMED_HEAD
_TITLES = S.HONORIFIC | S.ROLE
_TIMES = S.PERIOD | S.SEASON  # World Health Day, Hajj season
_BESIDE = S.SPEECH | S.HONORIFIC | S.ROLE
_BEFORE_PERSON = S.HONORIFIC | S.ROLE | S.BARE_ROLE
_MAX_NAME = 8
_SHORTEST = 3  # letters of a family name


def add_latin_names(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Add the names that the model sees in sentences in Latin letters, and let it lengthen places."""
    seen = cursor.seen
    if seen is None or not seen.latin:
        return mentions
    taken: dict[int, NamedMention] = {}
    for mention in mentions:
        taken.update(dict.fromkeys(range(mention.first, mention.last), mention))
    out = list(mentions)
    families = _families(cursor, mentions)
    for first, last, type_ in seen.spans:
        if any(entry.kind == WORD for entry in cursor.entries[first:last]):
            continue
        first, last = _trimmed(cursor, first, last, type_)
        if type_ != "person" and _norms(cursor, first, last) in families:
            type_ = "person"  # Tester, of a text with Jon Tester
        if not 0 < last - first <= _MAX_NAME or not _is_allowed(cursor, first, last, type_):
            continue
        inside = {id(m): m for m in map(taken.get, range(first, last)) if m is not None}
        if len(inside) == 1 and type_ == "place":
            _lengthen(cursor, next(iter(inside.values())), first, last)
        elif not inside:
            out.append(_mention(cursor, first, last, type_))
    return out


def _norms(cursor: Cursor, first: int, last: int) -> tuple[str, ...]:
    return tuple(entry.norm for entry in cursor.entries[first:last])


def _families(cursor: Cursor, mentions: list[NamedMention]) -> set[tuple[str, ...]]:
    """Return the last words of the longer names of announced persons: Tester, Al Dheeb."""
    return {
        _norms(cursor, k, m.last)
        for m in mentions
        if m.type == "person" and (m.honorifics or m.roles)
        for k in range(max(m.first + 1, m.last - 2), m.last)
        if all(_is_of_family(entry) for entry in cursor.entries[k : m.last])
    }


def _is_of_family(entry: Entry) -> bool:
    if entry.mask & S.PARTICLE:
        return True
    known = latin_name(folded(entry.surface))
    return (
        entry.kind == LATIN
        and len(entry.norm) >= _SHORTEST
        and not entry.mask & (_NO_PLACE | S.PLACE | S.STOP)
        and known.family >= known.place
    )


def _trimmed(cursor: Cursor, first: int, last: int, type_: str) -> tuple[int, int]:
    """Return a range without small words at its ends, and without titles before a person."""
    while first < last and not is_capital(cursor, first):
        first += 1
    while first < last and (
        cursor.entries[last - 1].kind != LATIN or not is_capital(cursor, last - 1)
    ):
        last -= 1
    if type_ == "person":
        while last - first > 1 and cursor.mask(first) & _BEFORE_PERSON:
            first += 1
            if cursor.norm(first) == ".":
                first += 1
    if last - first > 1 and cursor.norm(first) == "the":
        first += 1
    return first, last


def _is_allowed(cursor: Cursor, first: int, last: int, type_: str) -> bool:
    """Tell whether the words may be a name of a type: no dates, no titles alone."""
    words = cursor.entries[first:last]
    if any(entry.mask & _NEVER for entry in words) or words[-1].mask & _TIMES:
        return False
    if last - first > 1:
        if type_ == "place" and (
            words[-1].mask & _NO_PLACE or any(entry.mask & S.ORG for entry in words)
        ):
            return False  # Middle East Center
        if type_ == "organization" and words[0].norm in grammar_words("documents"):
            return False
        if type_ == "person":
            return not any(_is_common(cursor, entry) for entry in words) and (
                any(_is_name_word(entry) for entry in words)
                or bool((cursor.mask(first - 1) | cursor.mask(last)) & _BESIDE)
            )
        return not words[0].mask & _TITLES
    return _is_lone_name(cursor, first, type_)


def _is_name_word(entry: Entry) -> bool:
    """Tell whether a table has a word as a part of names, and as no head of bodies or places."""
    known = latin_name(folded(entry.surface))
    heads = S.ORG_HEAD | S.NAMED_HEAD | S.PLACE_HEAD
    return known.given + known.family > 0 and not entry.mask & heads


def _is_lone_name(cursor: Cursor, i: int, type_: str) -> bool:
    """Tell whether one word may be a name: no common word, which begins sentences in capitals, too."""
    entry = cursor.entries[i]
    if entry.mask & (
        S.STOP | S.NATIONALITY | S.NUMERIC | S.ORG_HEAD | S.NAMED_HEAD | S.PLACE_HEAD | _TITLES
    ):
        return False
    if type_ != "person" and (entry.mask & S.NAME_STOP or entry.norm in grammar_words("adherents")):
        return False
    plural = lexicon()[entry.surface[:-1]] if entry.norm.endswith("s") else None
    if plural is not None and plural.mask & S.NATIONALITY:
        return False  # Omanis
    if cursor.seen is None or entry.norm in cursor.seen.small or entry.caps > 1:
        return False
    beside = cursor.mask(i - 1) | cursor.mask(i + 1)
    if type_ == "person" and entry.mask & (S.PLACE | S.ORG):
        return False
    if type_ == "person" and beside & _BESIDE:
        return True
    if any(_is_capital_word(cursor, k) for k in (i - 1, i + 1)) and i not in cursor.seen.openings:
        return False  # Sohar Freezone
    known = latin_name(folded(entry.surface))
    if type_ == "place" and not known.place:
        return cursor.norm(i - 1) not in ("and", ",", "&")  # Education, Science
    return i not in cursor.seen.openings or known.place + known.given + known.family > 1


def _is_capital_word(cursor: Cursor, k: int) -> bool:
    if not 0 <= k < cursor.size or cursor.entries[k].kind != LATIN:
        return False
    return is_capital(cursor, k) and not cursor.mask(k) & (S.STOP | S.SPEECH)


def _is_common(cursor: Cursor, entry: Entry) -> bool:
    """Tell whether a word stands elsewhere in the text in small letters, and is no part of names."""
    if cursor.seen is None or entry.norm not in cursor.seen.small:
        return False
    known = latin_name(folded(entry.surface))
    return not entry.mask & S.PARTICLE and known.given + known.family < 1


def _lengthen(cursor: Cursor, mention: NamedMention, first: int, last: int) -> None:
    """Let a place be what the model sees of it: Mount Kenya, Lower Austria."""
    if mention.type != "place" or (mention.last - mention.first) >= last - first:
        return
    if not all(is_capital(cursor, k) for k in range(first, last)):
        return
    longer = new_mention(cursor.tagged, first, last, "place")
    mention.first, mention.last = first, last
    mention.start, mention.end = longer.start, longer.end
    mention.known, mention.names = None, (None, None)


def _mention(cursor: Cursor, first: int, last: int, type_: str) -> NamedMention:
    """Return a mention with what the gazetteers know of it."""
    mention = new_mention(cursor.tagged, first, last, type_)
    if type_ == "organization":
        mention.head = latin_head(cursor, first, last) if last - first > 1 else ""
        mention.country = country_in(cursor, first, last)
        if body := look_up_body(cursor, first, last, mention.country):
            identify(mention, body)
    return mention
