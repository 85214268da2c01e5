"""What in a text tells of the country that it is of: clues, each of a kind that has its weight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from arnlp.engine.dateline import Datelined
from arnlp.engine.signatures import stands_alone
from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.gazetteers import Place
from arnlp.lexicon.senses import Entry, Sense
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.clitics import AND, TO
from arnlp.text.tokens import LATIN, WORD, clitic_readings
from arnlp.text.view import normalize

_CLUES = (
    S.AGENCY | S.PLACE | S.WEAK_PLACE | S.ORG | S.ORG_HEAD
    | S.NATIONALITY | S.CURRENCY | S.COUNTRY_WORD
)  # fmt: skip
_AT_PLACE = S.AGENCY | S.ORG | S.ORG_HEAD | S.COUNTRY_WORD  # what tells by what stands around it
_EDGE = 60  # tokens from the start, and half of them from the end, that an agency signs in
_BODY_REACH = 4  # tokens from the head of a body to the adjective of its country
_WORDS = S.SPEECH | S.VERB | S.STOP  # what the letters of a body may be, too
_CAPITALS = 2  # of an entry all in capitals
_MONTH = "levant_month"
# The kind of evidence of a place or adjective by the class of the word before it.
_KINDS_BY_CUE = {"": "{}", "home": "home_{}", "abroad": "abroad", "way": "abroad"}
_JOINS = frozenset(("(", ")", "/", "["))


class Clue(NamedTuple):
    """A range of tokens that tells of one or of several countries, and its kind of evidence."""

    first: int
    last: int
    kind: str
    countries: tuple[str, ...]


def clues(tagged: TaggedText, dateline: Datelined | None, limit: int) -> Iterator[Clue]:
    """Yield the clues among the first so many tokens of a text, in their order."""
    done = 0
    for i in tagged.with_mask(_CLUES):
        if i >= limit:
            return
        if i < done:
            continue
        clue = _clue_at(tagged, dateline, i)
        if clue is not None and clue.countries:
            done = clue.last
            yield clue


def _clue_at(tagged: TaggedText, dateline: Datelined | None, i: int) -> Clue | None:
    entry = tagged.entries[i]
    if (entry.mask | entry.unmasked) & _AT_PLACE:
        senses = entry.senses
        if entry.mask & S.AGENCY and stands_alone(tagged, i):
            signs = i < _EDGE or i >= len(tagged.entries) - _EDGE // 2
            return Clue(i, i + 1, "agency", (senses[S.AGENCY].value,)) if signs else None
        if (words := senses.get(S.COUNTRY_WORD)) and (word := _word(tagged, i, words)) is not None:
            return word
        if entry.mask & (S.ORG | S.ORG_HEAD) and (body := _body(tagged, i)) is not None:
            return body
    kind, countries = _plain(entry)
    if not countries:
        return None
    if kind in ("money", "currency"):
        return _money(tagged, i, kind, countries)
    if kind in ("city", "country"):
        return _place(tagged, dateline, i, kind, countries)
    if kind == "people":
        return Clue(i, i + 1, _of_adjective(tagged, i), countries)
    return Clue(i, i + 1, "home_city", countries) if _owns(tagged, i) else None


@lru_cache(maxsize=20_000)
def _plain(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """Return what a word is that may tell of countries by itself, and of which; it stands anywhere."""
    senses = entry.senses
    if money := senses.get(S.CURRENCY):
        if money.value is not None:
            return "money", tuple({str(money.value)[:2]} & countries_read_in("mixed"))
        return "currency", () if "*" in money.extra else tuple(
            c for c in money.extra if c in countries_read_in("mixed")
        )
    if place := senses.get(S.PLACE):
        if entry.kind == LATIN and not entry.caps:
            return "", ()
        kind = "country" if any(c.kind == "country" for c in place.value) else "city"
        return kind, _countries(place.value)
    if people := senses.get(S.NATIONALITY):
        return "people", (people.value,)
    weak = senses.get(S.WEAK_PLACE)
    return "weak", _countries(weak.value, weak=True) if weak else ()


def _owns(tagged: TaggedText, i: int) -> bool:
    """Tell whether what a country has stands right before a place: بلدية البيضاء, not الأراضي البيضاء."""
    return i > 0 and not tagged.entries[i - 1].definite and _cue_before(tagged, i) == "home"


def _body(tagged: TaggedText, i: int) -> Clue | None:
    """Read a body that only one country has: ADDED, but not the word added."""
    entry = tagged.entries[i]
    if entry.kind == LATIN and (
        entry.surface.islower() or (entry.mask & _WORDS and entry.caps < _CAPITALS)
    ):
        return None
    if org := entry.senses.get(S.ORG):
        return Clue(i, i + 1, "named_body", (org.role,)) if org.role else None
    end, owners = tagged.lexicon.bodies.longest(tagged.entries, i)
    countries = {body.country for body in owners}
    if len(countries) != 1 or "" in countries:
        return None
    if end < len(tagged.entries) and tagged.masks[end] & S.NATIONALITY:
        people = tagged.entries[end].senses[S.NATIONALITY].value
        if people not in countries:  # هيئة تنظيم الاتصالات البريطانية
            return None
        return Clue(i, end + 1, "named_body", (people,))
    named = any(mask & (S.PLACE | S.NATIONALITY) for mask in tagged.masks[i + 1 : end])
    return Clue(i, end, "named_body" if named else "body", tuple(countries))


def _word(tagged: TaggedText, i: int, words: Sense) -> Clue | None:
    """Read a word or phrase of the table: المغاربة, نونبر, إمارة منطقة."""
    for told in words.value:
        last = _end_of_rest(tagged, i + 1, told.rest)
        if not last:
            continue
        if told.kind == _MONTH and _is_doubled(tagged, i, last):
            return None
        abroad = told.kind == "people" and _cue_before(tagged, i) == "abroad"
        return Clue(i, last, "abroad" if abroad else told.kind, told.countries)
    return None


def _end_of_rest(tagged: TaggedText, j: int, rest: tuple[str, ...]) -> int:
    """Return where words end that are to stand at a token, 0 where they don't stand there.

    The last token may be a phrase that only starts with them: (أمير) منطقة المدينة المنورة.
    """
    done = 0
    while done < len(rest):
        if j >= len(tagged.entries):
            return 0
        parts = tagged.entries[j].norm.split(" ")
        if any(a != b for a, b in zip(parts, rest[done:], strict=False)):
            return 0
        done += len(parts)
        j += 1
    return j


def _is_doubled(tagged: TaggedText, first: int, last: int) -> bool:
    """Tell whether a month stands in two families, as papers of all countries have it: شباط (فبراير)."""
    before = tagged.entries[first - 1].surface if first else ""
    after = tagged.entries[last].surface if last < len(tagged.entries) else ""
    return before in _JOINS or after in _JOINS


def _money(tagged: TaggedText, i: int, kind: str, countries: tuple[str, ...]) -> Clue:
    """Read a currency: by its country, or by a name that several countries share."""
    if kind == "currency":
        behind = tagged.entries[i + 1].senses if i + 1 < len(tagged.entries) else {}
        if people := behind.get(S.NATIONALITY):  # الريال السعودي
            return Clue(i, i + 2, "money", tuple({people.value} & countries_read_in("mixed")))
    return Clue(i, i + 1, kind, countries)


def _place(
    tagged: TaggedText, dateline: Datelined | None, i: int, kind: str, countries: tuple[str, ...]
) -> Clue | None:
    entry = tagged.entries[i]
    if (
        entry.mask & S.BOUND
        and tagged.entries[i + 1 : i + 2]
        and (tagged.masks[i + 1] & (S.NUMERIC | S.NUMBER))
    ):
        return None  # حولي 44 is about 44
    if dateline is not None and dateline.first <= i < dateline.last:
        return Clue(i, i + 1, "dateline", countries)
    cue = _cue_before(tagged, i)
    if kind == "country" and (entry.led == AND or entry.led & TO):
        cue = "abroad"
    elif kind == "city" and cue == "way":
        cue = ""
    return Clue(i, i + 1, _KINDS_BY_CUE[cue].format(kind), countries)


def _countries(places: tuple[Place, ...], weak: bool = False) -> tuple[str, ...]:
    """Return the countries of the places of one name; of those that are also words only if asked."""
    return tuple(dict.fromkeys(p.country for p in places if p.country and (weak or not p.weak)))


def _of_adjective(tagged: TaggedText, i: int) -> str:
    """Return the kind of evidence of a country's adjective, by the noun that it belongs to."""
    if tagged.entries[i].kind == LATIN:
        behind = tagged.entries[i + 1] if i + 1 < len(tagged.entries) else None
        if behind is not None and _cues().get(behind.norm) == "home":
            return "home_nationality"
    cue = _cue_before(tagged, i)
    if not cue and any(tagged.masks[k] & S.ORG_HEAD for k in range(max(0, i - _BODY_REACH), i)):
        cue = "home"  # وزارة الصحة المصرية
    return _KINDS_BY_CUE[cue].format("nationality")


def _cue_before(tagged: TaggedText, i: int) -> str:
    """Return the class of the word before a token; the head of a place is passed over."""
    for k in range(i - 1, max(-1, i - 3), -1):
        entry = tagged.entries[k]
        cue = _cue(entry.norm) if entry.kind == WORD else _cues().get(entry.norm, "")
        if cue or not entry.mask & S.PLACE_HEAD:
            return cue if entry.kind == WORD or cue != "home" else ""
    return ""


@cache
def _cues() -> dict[str, str]:
    return {
        normalize(word): row["class"]
        for language in LANGUAGES
        for row in table(language, "country_cues")
        for word in alternatives(row["spellings"])
    }


@cache
def countries_read_in(language: str) -> frozenset[str]:
    """Return the countries whose releases are read in a language, 'mixed' for any.

    >>> "MA" in countries_read_in("ar"), "US" in countries_read_in("ar")
    (True, False)
    """
    return frozenset(
        row["country"]
        for row in table("common", "release_countries")
        if language == "mixed" or language in row["languages"].split(" ")
    )


@lru_cache(maxsize=100_000)
def _cue(norm: str) -> str:
    """Return the class of an Arabic word, with its clitics or without."""
    cues = _cues()
    if norm in cues:
        return cues[norm]
    return next((cues[stem] for _, _, stem in clitic_readings(norm) if stem in cues), "")
