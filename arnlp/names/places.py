"""Places: by their names, told apart by the country of the release, and by their head nouns."""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective, stands_alone
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import folded_words
from arnlp.lexicon.builder import Place
from arnlp.lexicon.grammar_words import has_role
from arnlp.lexicon.senses import Entry
from arnlp.morphology import readings
from arnlp.names.arabic_persons import is_son, name_end, starts_name
from arnlp.names.common_words import is_accusative, is_common, without_epithets
from arnlp.names.found import Found
from arnlp.names.honorifics import honorific_end
from arnlp.names.mention import NamedMention, cut_clitics, new_mention
from arnlp.names.no_names import no_name_endings
from arnlp.text.clitics import AND, led_by, opening, written
from arnlp.text.tokens import LATIN, WORD

_READ = frozenset(("name", "head", "always", "person"))  # classes of heads
_AFTER_PLACE = frozenset(("", ".", "\u060c", written(AND), "\n", "("))
_SPELLED = {"\u064f": "OM", "\u0651": "JO"}  # عُمان, عمّان


def read_place(cursor: Cursor, found: Found, i: int) -> int:
    """Read a place by its name, or by its head noun: دبي, مدينة X, مديريات صيرة والمعلا."""
    entry = cursor.entries[i]
    place = _choose_place(cursor, found, i)
    if place is not None:
        found.out.append(place_mention(cursor, i, place))
        return _read_listed_place(cursor, found, i + 1)
    if not entry.mask & S.PLACE_HEAD:
        return 0
    return _read_headed_list(cursor, found, i) or _read_headed_place(cursor, found, i)


def _place_clitics(cursor: Cursor, i: int) -> str:
    """Return the clitics in front of a word read as a place, known or not."""
    entry = cursor.entries[i]
    sense = entry.senses.get(S.PLACE) or entry.senses.get(S.WEAK_PLACE)
    if sense is not None:
        return sense.clitics
    joined = not entry.mask and opening(entry.norm) == AND and len(entry.norm) > 3
    return written(AND) if joined else ""


def _is_joined(cursor: Cursor, i: int) -> bool:
    """Tell whether a word read as a place goes on from the one before with 'and'."""
    return led_by(_place_clitics(cursor, i)) == AND


def _add_plain_place(cursor: Cursor, found: Found, i: int) -> None:
    """Emit a word as a place that no table knows, without an 'and' in front of it."""
    mention = found.add(i, i + 1, "place")
    cut_clitics(cursor, mention, _place_clitics(cursor, i))


def _read_listed_place(cursor: Cursor, found: Found, j: int) -> int:
    """Read an unknown word between two places of a list: ذي قار والمثنى وكركوك."""
    if not (cursor.mask(j + 1) & S.PLACE and cursor.entries[j + 1].led == AND):
        return j
    if cursor.entries[j].kind != WORD or cursor.entries[j].mask or not _is_joined(cursor, j):
        return j
    _add_plain_place(cursor, found, j)
    return j + 1


def _read_headed_list(cursor: Cursor, found: Found, i: int) -> int:
    """Read a list of unknown places behind a plural head: مديريات صيرة والمعلا والتواهي."""
    sense = cursor.entries[i].senses[S.PLACE_HEAD]
    if sense.role != "list" or not _is_listable(cursor, i + 1) or _place_clitics(cursor, i + 1):
        return 0
    end = i + 2
    while _is_listable(cursor, end) and _is_joined(cursor, end):
        end += 1
    if end == i + 2 and not (cursor.mask(end) & S.PLACE and cursor.entries[end].led == AND):
        return 0
    for k in range(i + 1, end):
        _add_plain_place(cursor, found, k)
    return end


def _is_listable(cursor: Cursor, j: int) -> bool:
    if j >= cursor.size:
        return False
    entry = cursor.entries[j]
    if entry.kind != WORD or entry.mask or len(entry.norm) < 3:
        return False
    return not entry.norm.endswith(no_name_endings("place"))


def place_mention(cursor: Cursor, i: int, place: Place) -> NamedMention:
    """Return a place of the tables, named by one token."""
    known = f"{place.country.lower()}-{place.kind}-{place.en or place.ar}"
    names = (place.ar or None, place.en or None)
    mention = new_mention(
        cursor.tagged, i, i + 1, "place", known=known, names=names, country=place.country
    )
    if not cursor.entries[i].mask & S.PLACE and (clitics := _place_clitics(cursor, i)):
        cut_clitics(cursor, mention, clitics)
    return mention


def _choose_place(cursor: Cursor, found: Found, i: int) -> Place | None:
    """Choose among the places that a name may mean: the release's own country first.

    A name that is more likely a common word counts in the release's own country only, and in
    Arabic only in a place's company.
    """
    entry = cursor.entries[i]
    if (entry.kind == LATIN and not entry.caps) or (
        entry.mask & S.AGENCY and stands_alone(cursor.tagged, i)
    ):
        return None
    if is_son(cursor, i - 1) or is_accusative(entry):
        return None  # محمد بن مرادي, لاجئًا سوريًا
    if entry.mask & S.BOUND and cursor.mask(i + 1) & (S.NUMERIC | S.NUMBER):
        return None  # حولي 44 is about 44
    home_country = cursor.context.country
    sense = entry.senses.get(S.PLACE)
    if sense is not None and sense.clitics and is_whole_word(entry):
        return None  # وزاريا: no Zaria behind 'and'
    if sense is None:
        sense = entry.senses.get(S.WEAK_PLACE)
        common = entry.mask & ~(S.CAPITAL | S.PLACE_HEAD | S.NOT_ADJECTIVE | S.DATE_NAMED)
        listed = _goes_on_list(cursor, found, i) or _stands_in_list(cursor, found, i)
        if sense is None or (common and not (common == S.NOUN and listed)):
            return None
        home = [place for place in sense.value if place.country == home_country]
        return (
            home[0] if home and (entry.kind == LATIN or _is_supported(cursor, found, i)) else None
        )
    candidates: list[Place] = [place for place in sense.value if not place.weak]
    if len(candidates) > 1:
        for mark, country in _SPELLED.items():
            if mark in entry.surface[:4] and (
                spelt := [p for p in candidates if p.country == country]
            ):
                return spelt[0]
    return next((p for p in candidates if p.country == home_country), candidates[0])


def is_whole_word(entry: Entry) -> bool:
    """Tell whether a word is a word with what looks like its clitics, and none without them."""
    if entry.kind != WORD:
        return False
    found = readings(entry.surface, WORD)
    return bool(found) and not any(reading.chain.written or reading.guessed for reading in found)


def _is_supported(cursor: Cursor, found: Found, i: int) -> bool:
    """Tell whether a word that is seldom a place has a place's company."""
    if heads_place(cursor, i - 1):
        return True
    if _goes_on_list(cursor, found, i) or _stands_in_list(cursor, found, i):
        return True
    if i + 1 < cursor.size and _is_joined(cursor, i + 1):
        if cursor.mask(i + 1) & S.PLACE:
            return True
        before = cursor.sense(i - 1, S.STOP)
        if cursor.entries[i + 1].weak and before is not None and before.role == "prep":
            return True  # من الداخلية والظاهرة
    if cursor.sees(i, "place") and not may_describe(cursor, i):
        return True
    if cursor.norm(i - 1) == "في" and not _place_clitics(cursor, i):
        return cursor.norm(i + 1) in _AFTER_PLACE or bool(
            cursor.mask(i + 1) & (S.STOP | S.VERB | S.SPEECH)
        )
    return False


def may_describe(cursor: Cursor, i: int) -> bool:
    """Tell whether a word may be the adjective of the noun before it: منصب مالي is no Mali."""
    if not i or cursor.entries[i - 1].kind != WORD:
        return False
    before = cursor.entries[i - 1]
    return not before.definite and not before.mask & (S.STOP | S.VERB | S.SPEECH | S.PLACE_HEAD)


def _goes_on_list(cursor: Cursor, found: Found, i: int) -> bool:
    """Tell whether a word goes on a list of places: الشرقية والبحيرة."""
    previous = found.out[-1] if found.out else None
    if previous is None or previous.type != "place" or previous.last != i:
        return False
    return _is_joined(cursor, i)


def _stands_in_list(cursor: Cursor, found: Found, i: int) -> bool:
    """Tell whether a word stands between commas, behind a place or before one: معيذر، الثمامة، السد."""
    if not cursor.mask(i - 1) & S.COMMA and cursor.norm(i - 1) != ":":
        return False
    previous = found.out[-1] if found.out else None
    if previous is not None and previous.type == "place" and previous.last == i - 1:
        return cursor.mask(i + 1) & S.COMMA > 0 or cursor.norm(i + 1) in _AFTER_PLACE
    return bool(cursor.mask(i + 1) & S.COMMA and cursor.mask(i + 2) & S.PLACE)


def _read_headed_place(cursor: Cursor, found: Found, i: int) -> int:
    """Read a place told by its head alone: مدينة X, منطقة الواحة, ولاية Y."""
    j = i + 1
    head = cursor.entries[i]
    sense = head.senses[S.PLACE_HEAD]
    if head.kind != WORD or head.definite or sense.role not in _READ:
        return 0
    if cursor.mask(j) & S.HONORIFIC and not cursor.entries[j].clitics:  # شارع الشيخ زايد
        end = name_end(cursor, honorific_end(cursor, j), expected=True)
        if end > j + 1:
            found.add(j if sense.role == "head" else i, end, "place")
            return end
    if sense.role == "person":  # برج خليفة
        end = without_epithets(cursor, j, name_end(cursor, j)) if starts_name(cursor, j) else j
        if end > j:
            found.add(i, end, "place")
        return end if end > j else 0
    if sense.role != "head" and starts_name(cursor, j):  # ملعب مولاي عبد الله
        end = name_end(cursor, j)
        if end > j + 1:
            found.add(i, end, "place")
            return end
    if sense.role == "always" and _is_any_name(cursor, j):
        found.add(i, j + 1, "place")
        return j + 1
    described = sense.role == "head" and _is_described_town(cursor, j)
    if described:
        found.add(j, j + 1, "place")
        return j + 1
    if not _may_be_headed(cursor, found, j) or _is_no_head(cursor, i):
        return 0
    end = j + 1
    if cursor.norm(end) == "-" and cursor.is_adjacent(end) and cursor.is_adjacent(end + 1):
        end += 2
    elif end < cursor.size and cursor.entries[end].kind == WORD and cursor.entries[end].definite:
        return 0
    found.add(j if sense.role == "head" else i, end, "place")
    return end


def heads_place(cursor: Cursor, i: int) -> bool:
    """Tell whether a token is the head of a place with any name."""
    sense = cursor.sense(i, S.PLACE_HEAD)
    return sense is not None and sense.role != "person"


def _is_any_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a place is called by a word, whatever it means: a definite one, or a place: حي | البحر."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.clitics or entry.norm in folded_words("bound_names"):
        return False  # وحي | الله
    if entry.mask & (S.STOP | S.VERB | S.SPEECH | S.HONORIFIC | S.NUMERIC | S.ORDINAL):
        return False
    if not entry.definite:
        return bool(entry.mask & S.PLACE)
    after = (
        j + 1 < cursor.size
        and cursor.entries[j + 1].definite
        and cursor.entries[j + 1].kind == WORD
    )
    return (
        not after
        or bool(cursor.mask(j + 1) & (S.PLACE | S.STOP))
        or cursor.entries[j + 1].led == AND
    )


def _is_no_head(cursor: Cursor, i: int) -> bool:
    """Tell whether what may be the head of a place is a common word before one: قضاء وقت, سد الشواغر, حي يرزق."""
    entry = cursor.entries[i + 1]
    return has_role(cursor.norm(i), "place_or_word") and not entry.weak and is_common(entry)


def _is_described_town(cursor: Cursor, j: int) -> bool:
    """Tell whether a town's name stands before its epithet: مدينة | شقرة | الساحلية."""
    if j + 1 >= cursor.size or cursor.entries[j].kind != WORD or cursor.entries[j + 1].kind != WORD:
        return False
    entry, epithet = cursor.entries[j], cursor.entries[j + 1]
    if entry.clitics or entry.definite or entry.mask & ~(S.GIVEN_NAME | S.NOUN | S.NOT_ADJECTIVE):
        return False
    return epithet.definite and not epithet.clitics and is_adjective(epithet, True)


def _may_be_headed(cursor: Cursor, found: Found, j: int) -> bool:
    """Tell whether a word behind the head of a place is a name, and no place known already."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.clitics or entry.mask & ~(S.GIVEN_NAME | S.NOT_ADJECTIVE | S.PLACE_HEAD):
        return False
    if entry.norm.endswith(no_name_endings("headed")):
        return False
    if not entry.definite and entry.norm.endswith(no_name_endings("indefinite")):
        return False
    return not entry.weak or _choose_place(cursor, found, j) is None
