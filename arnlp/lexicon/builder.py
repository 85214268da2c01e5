"""Reads the tables of the languages into words and phrases with their senses."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from fractions import Fraction
from typing import Any, NamedTuple

from arnlp.lang import LANGUAGES, Row, alternatives, has_table, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, Spelling, spellings, words_of
from arnlp.lexicon.senses import Sense
from arnlp.text.view import normalize

# Times that a given name is borne to be read in Latin letters by itself.
_OFTEN = 5
# The key under which a node of the phrase tree holds its senses; no token is like it.
PHRASE_END = None
# Likewise, of phrases whose tokens stand without spaces: A$ is no "a $".
GLUED_END = False


class Place(NamedTuple):
    """One place that a name can mean."""

    country: str
    kind: str
    ar: str
    en: str
    weak: bool


class Builder:
    """Collects words and phrases from the tables."""

    def __init__(self) -> None:
        self.words: dict[str, list[Sense]] = defaultdict(list)
        self.capitals: dict[str, list[Sense]] = defaultdict(list)
        self.phrases: dict[str | bool | None, Any] = {}

    def add(self, spelling: str, sense: Sense) -> None:
        """Add a sense of a spelling: of a word, an abbreviation or a phrase."""
        norms = words_of(spelling)
        if len(norms) > 1:
            node = self.phrases
            for norm in norms:
                node = node.setdefault(norm, {})
            glued = any(unicodedata.category(char) == "Sc" for char in spelling)
            node.setdefault(GLUED_END if glued else PHRASE_END, []).append(sense)
        elif _is_abbreviation(spelling):
            self.capitals[spelling].append(sense)
        else:
            self.words[norms[0]].append(sense)

    def is_body_noun(self, norm: str) -> bool:
        """Tell whether a word, with the article or without, is the noun of a body: هيئة, Authority."""
        return any(
            sense.kind == S.ORG_HEAD
            for stem in (norm, norm.removeprefix("ال"))
            for sense in self.words.get(stem, ())
        )


def _is_abbreviation(spelling: str) -> bool:
    """Tell whether a Latin spelling counts in this case only: SR, HE, Dh, No."""
    return (
        spelling.isascii() and spelling.isalpha() and spelling[0].isupper() and len(spelling) <= 3
    )


def _simple(kind: int) -> Any:
    def rows(builder: Builder, language: str, row: Row) -> None:
        role = (
            row.get("class")
            or row.get("role")
            or row.get("kind")
            or row.get("place")
            or row.get("type")
            or ""
        )
        value: Any = row.get("value") or row.get("gender") or row.get("unit") or row.get("timex")
        if value is not None and value.lstrip("-").isdigit():
            value = int(value)
        for spelling in alternatives(row["spellings"]):
            builder.add(spelling, Sense(kind, value, role, language))

    return rows


def _fractions(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.FRACTION, Fraction(row["value"]), row["class"], language))


def _ordinals(builder: Builder, language: str, row: Row) -> None:
    value = int(row["value"])
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.ORDINAL, value, row["class"], language))
        if value == 1 and language == "en":
            builder.add(spelling + "s", Sense(S.FRACTION, Fraction(1), "plural", language))
        if language == "en" and value > 2 and spelling.isalpha():
            part = Fraction(1, value)
            builder.add(spelling, Sense(S.FRACTION, part, "named", language))
            builder.add(spelling + "s", Sense(S.FRACTION, part, "plural", language))


def _joined_ordinals(builder: Builder) -> None:
    """Add English compounds whose hyphen was left out: twentyfifth."""
    rows = [row for row in table("en", "ordinals") if row["class"] == "unit"]
    for ten in table("en", "cardinals"):
        if ten["class"] != "ten":
            continue
        for row in rows:
            for spelling in alternatives(row["spellings"]):
                sense = Sense(S.ORDINAL, int(ten["value"]) + int(row["value"]), "compound", "en")
                builder.add(alternatives(ten["spellings"])[0] + spelling, sense)


def _percent(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.PERCENT, row["unit"], "", Fraction(row["factor"])))


def _months(kind: int) -> Any:
    def rows(builder: Builder, language: str, row: Row) -> None:
        for column in ("spellings", "weak"):
            for spelling in alternatives(row[column]):
                builder.add(spelling, Sense(kind, int(row["value"]), column, language))

    return rows


def _periods(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.PERIOD, row["unit"], row["number"], language))


def duals(singular: str) -> list[str]:
    """Return the duals of an Arabic noun: nominative, oblique and the construct forms.

    >>> duals("اتفاقية")
    ['اتفاقيتان', 'اتفاقيتين', 'اتفاقيتا', 'اتفاقيتي']
    >>> duals("مستشفى")[:2]
    ['مستشفيان', 'مستشفيين']
    """
    first, *rest = singular.split(" ")
    stem = first[:-1] + {"ة": "ت", "ى": "ي"}.get(first[-1], first[-1])
    if rest:  # متر مربع: the adjective is dual too
        return [
            " ".join([stem + ending] + [word + ending for word in rest]) for ending in ("ان", "ين")
        ]
    return [stem + ending for ending in ("ان", "ين", "ا", "ي")]


def accusatives(singular: str) -> list[str]:
    """Return the accusatives of an Arabic name of two masculine words, as they follow a number.

    Of one word the lexicon finds it itself.

    >>> accusatives("متر مربع"), accusatives("قدم مكعبة"), accusatives("ريال")
    (['مترا مربعا', 'متر مربعا'], [], [])
    """
    words = singular.split(" ")
    masculine = [word.isalpha() and word[-1] not in "ةاىويء" for word in words]
    if len(words) != 2 or not masculine[1]:
        return []
    return [f"{words[0]}ا {words[1]}ا"] * masculine[0] + [f"{words[0]} {words[1]}ا"]


def _counted(builder: Builder, row: Row, language: str, make: Any) -> None:
    """Add a noun in singular, plural and dual; the role tells which."""
    plurals = alternatives(row["plural"])
    for spelling in alternatives(row["singular"]):
        builder.add(spelling, make("singular"))
        for accusative in accusatives(spelling) if language == "ar" else ():
            builder.add(accusative, make("singular"))
    for spelling in plurals:
        builder.add(spelling, make("plural"))
    if language == "ar" and row.get("no_dual") != "x":
        taken = {normalize(word) for word in plurals}
        for singular in alternatives(row["singular"]):
            if not singular.isalpha() and " " not in singular:
                continue
            for dual in duals(singular):
                construct = not dual.endswith(("ان", "ين"))
                sense = make("dual")
                if row.get("no_dual") == "d" and not construct:
                    sense = sense._replace(value="both")
                if construct and not singular.endswith("ة"):
                    if sense.kind != S.NOUN:
                        continue
                    sense = sense._replace(value="pair")  # مركزي is an adjective, too
                if normalize(dual) not in taken:
                    builder.add(dual, sense)


def _units(builder: Builder, language: str, row: Row) -> None:
    def make(number: str) -> Sense:
        return Sense(S.UNIT, row["unit"], number, (row["kind"], int(row["factor"])))

    _counted(builder, row, language, make)


def _currencies(builder: Builder, language: str, row: Row) -> None:
    code = row["code"]
    by_country = None
    if "=" in code:
        by_country = {
            country: (money, 1) for country, money in (pair.split("=") for pair in code.split())
        }

    def make(number: str) -> Sense:
        return Sense(S.CURRENCY, None if by_country else code, number, by_country)

    _counted(builder, row, language, make)
    if len(code) == 3 and language == "en" and code in alternatives(row["singular"]):
        builder.add(f"M{code}", Sense(S.CURRENCY, None, "", {"*": (code, Fraction(1, 10**6))}))


def _subunits(builder: Builder, language: str, row: Row) -> None:
    """Add parts of a currency: for each country its code and how many make one."""
    parts = {}
    for pair in row["code"].split():
        country, money = pair.split("=")
        code, per_one = money.split(":")
        parts[country] = (code, int(per_one))

    def make(number: str) -> Sense:
        return Sense(S.CURRENCY, None, "part " + number, parts)

    _counted(builder, row, language, make)


def _nouns(builder: Builder, language: str, row: Row) -> None:
    _counted(builder, row, language, lambda number: Sense(S.NOUN, row["singular"], number))


def _roles(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.ROLE, None, "", language))
    for spelling in alternatives(row["bare"]):
        builder.add(spelling, Sense(S.BARE_ROLE, None, "", language))
    for spelling in alternatives(row.get("deputy", "")):
        builder.add(spelling, Sense(S.ROLE, None, "deputy", language))


def _organization_heads(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.ORG_HEAD, None, row.get("place", ""), language))
    for role in ("def", "weak"):
        for spelling in alternatives(row.get(role, "")):
            builder.add(spelling, Sense(S.ORG_HEAD, None, role, language))


def _given_names(builder: Builder, language: str, row: Row) -> None:
    weak = set(alternatives(row["weak"]))
    for spelling in alternatives(row["spellings"]):
        role = "weak" if spelling in weak else ""
        builder.add(spelling, Sense(S.GIVEN_NAME, row["gender"], role, language))
        if spelling.startswith("عبد") and len(spelling) > 3:
            builder.add("عبد " + spelling[3:], Sense(S.GIVEN_NAME, "m", role, language))


def _agencies(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.AGENCY, row["country"], "", row["name"]))


def _bounds(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.BOUND, row["bound"], row["place"], language))


def _relations(builder: Builder, language: str, row: Row) -> None:
    roles = frozenset(row["roles"].split(" "))
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.RELATION, roles, "", language))


def _weekdays(builder: Builder, language: str, row: Row) -> None:
    for column, kind in (("spellings", S.WEEKDAY), ("bare", S.BARE_WEEKDAY)):
        for spelling in alternatives(row.get(column, "")):
            builder.add(spelling, Sense(kind, int(row["value"]), "", language))


def _seasons(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.SEASON, (row["first"], row["last"]), "", language))


def _holidays(builder: Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        value = (row.get("names", ""), row["day"])
        builder.add(spelling, Sense(S.HOLIDAY, value, "", language))


_TABLES: dict[str, Any] = {
    "cardinals": _simple(S.NUMBER),
    "ordinals": _ordinals,
    "fractions": _fractions,
    "multiples": _simple(S.MULTIPLE),
    "percent": _percent,
    "units": _units,
    "currencies": _currencies,
    "subunits": _subunits,
    "cldr_units": _units,
    "cldr_currencies": _currencies,
    "nouns": _nouns,
    "bounds": _bounds,
    "months": _months(S.MONTH),
    "hijri_months": _months(S.HIJRI_MONTH),
    "weekdays": _weekdays,
    "periods": _periods,
    "deixis": _simple(S.DEIXIS),
    "relative_days": _simple(S.RELATIVE_DAY),
    "dayparts": _simple(S.DAYPART),
    "sets": _simple(S.SET),
    "date_words": _simple(S.DATE_WORD),
    "date_links": _simple(S.DATE_LINK),
    "date_openers": _simple(S.DATE_OPENER),
    "same": _simple(S.SAME),
    "decades": _simple(S.DECADE),
    "parts_of_day": _simple(S.PART_OF_DAY),
    "clock_words": _simple(S.CLOCK_WORD),
    "time_zones": _simple(S.TIME_ZONE),
    "seasons": _seasons,
    "holidays": _holidays,
    "observances": _holidays,
    "laws": _simple(S.LAW),
    "date_named": _simple(S.DATE_NAMED),
    "honorifics": _simple(S.HONORIFIC),
    "title_mentions": _simple(S.TITLE_MENTION),
    "prayers": _simple(S.PRAYER),
    "roles": _roles,
    "organization_heads": _organization_heads,
    "agencies": _agencies,
    "place_heads": _simple(S.PLACE_HEAD),
    "named_heads": _simple(S.NAMED_HEAD),
    "known_names": _simple(S.KNOWN_NAME),
    "given_names": _given_names,
    "name_particles": _simple(S.PARTICLE),
    "speech_verbs": _simple(S.SPEECH),
    "complementizers": _simple(S.COMPLEMENTIZER),
    "stops": _simple(S.STOP),
    "verbs": _simple(S.VERB),
    "adjectives": _simple(S.ADJECTIVE),
    "not_adjectives": _simple(S.NOT_ADJECTIVE),
    "identifier_cues": _simple(S.IDENTIFIER_CUE),
    "rank_nouns": _simple(S.RANK_NOUN),
    "rank_adjectives": _simple(S.RANK_ADJECTIVE),
    "abbreviations": _simple(S.ABBREVIATION),
    "nationalities": _simple(S.NATIONALITY),
    "name_stops": _simple(S.NAME_STOP),
    "communiques": _simple(S.COMMUNIQUE),
    "clause_governors": _simple(S.GOVERNOR),
    "general_nouns": _simple(S.GENERAL_NOUN),
    "relations": _relations,
    "quantity_words": _simple(S.QUANTITY_WORD),
    "future": _simple(S.FUTURE),
    "past": _simple(S.PAST),
    "name_taking_heads": _simple(S.NAME_TAKER),
    "office_fields": _simple(S.OFFICE_FIELD),
    "papers": _simple(S.PAPER),
    "measure_nouns": _simple(S.MEASURE),
    "rank_branches": _simple(S.RANK_BRANCH),
    "office_tails": _simple(S.OFFICE_TAIL),
}


def _bodies(builder: Builder) -> None:
    """Add the bodies whose names do not open, or in English end, with the noun of a body.

    The others are told by that noun first and looked up afterwards, for their names may go on.
    """
    owners: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    first: dict[tuple[str, ...], Spelling] = {}
    for spelling in spellings():
        if spelling.use == "quoted":
            continue
        words = words_of(spelling.text)
        if any(builder.is_body_noun(word) for word in (words[0], *words[-1:])) and len(words) > 1:
            continue
        first.setdefault(words, spelling)
        if spelling.body not in owners[words]:
            owners[words].append(spelling.body)
    for words, found in owners.items():
        country = found[0].country if len(found) == 1 else ""
        spelling = first[words]
        use = spelling.use if spelling.text.isupper() else "name"  # Masdar is no abbreviation
        builder.add(spelling.text, Sense(S.ORG, tuple(found), country, use))


def _more_given_names(builder: Builder) -> None:
    """Add the given names of person_names.tsv: in Latin letters, and Arabic ones that mean nothing else."""
    for row in table("common", "person_names"):
        if int(row["given"]) < _OFTEN:
            continue
        if row["name"] not in builder.words:
            builder.add(row["name"], Sense(S.GIVEN_NAME, "", "seldom", "ar"))
        for name in alternatives(row["latin"]):
            if name.isalpha() and len(name) > 2:
                builder.add(name, Sense(S.GIVEN_NAME, "", "", "en"))


def _places(builder: Builder) -> None:
    candidates: dict[str, list[Place]] = defaultdict(list)

    def add(place: Place) -> None:
        arabic, english = alternatives(place.ar), alternatives(place.en)
        named = place._replace(ar=arabic[0] if arabic else "", en=english[0] if english else "")
        for name in (*arabic, *english):
            known = candidates[name]
            if not any(p.country == place.country and p.kind == place.kind for p in known):
                known.append(named)

    for name in ("places", "geonames"):
        for row in table("common", name):
            add(Place(row["country"], row["kind"], row["ar"], row["en"], row["weak"] == "weak"))
    for row in table("common", "countries"):
        add(Place(row["code"], "country", row["ar"], row["en"], False))
    by_form: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    spelling_of: dict[tuple[str, ...], str] = {}
    for name, places in candidates.items():
        form = words_of(name)
        spelling_of.setdefault(form, name)
        known = by_form[form]
        known += [place for place in places if place not in known]
    for form, places in by_form.items():
        kind = S.WEAK_PLACE if all(place.weak for place in places) else S.PLACE
        builder.add(spelling_of[form], Sense(kind, tuple(places)))


def build() -> Builder:
    """Return all words and phrases of the tables."""
    builder = Builder()
    for language in LANGUAGES:
        for name, rows in _TABLES.items():
            if has_table(language, name):
                for row in table(language, name):
                    rows(builder, language, row)
    _joined_ordinals(builder)
    _places(builder)
    _bodies(builder)
    _more_given_names(builder)
    return builder
