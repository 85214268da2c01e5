"""The merged lexicon: built once from the tables, looked up once for each spelling.

:data:`Lexicon` maps a piece of text to an :class:`~arnlp.lexicon.senses.Entry`, or to None for a
space. Entries are made on first sight and kept, so a token costs one dictionary look-up.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from arnlp.lang import LANGUAGES, Row, alternatives, has_table, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import numeral_value
from arnlp.lexicon.senses import Entry, Sense
from arnlp.text import chars
from arnlp.text.tokens import (
    BREAK,
    DATE,
    LATIN,
    NUMERAL,
    PAIR,
    PUNCTUATION,
    SPACE,
    TIME,
    WORD,
    clitic_readings,
    cut,
    kind_of,
    pieces,
)  # fmt: skip
from arnlp.text.view import fold_letters, normalize

# The key under which a node of the phrase tree holds its senses; no token is like it.
PHRASE_END = None
_MAX_ENTRIES = 400_000
_BARE_CLITICS = frozenset(
    normalize(word)
    for word in ["و", "ف", "ب", "ل", "ك", "ال", "بال", "لل", "وال", "وب", "ول", "فال", "كال"]
)
_MARKS = {
    **dict.fromkeys(".!?\u061f\u2026", S.END_MARK),
    **dict.fromkeys('"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a', S.QUOTE_MARK),
    **dict.fromkeys("\u060c,", S.COMMA),
    **dict.fromkeys(":;\u061b", S.COLON),
}
# Kinds of words that take an accusative alef (دينارا, مشروعا).
_TAKES_ALEF = (
    S.NUMBER | S.UNIT | S.CURRENCY | S.NOUN | S.ADJECTIVE | S.FRACTION | S.MULTIPLE | S.PERIOD
)
# Kinds of words that may stand behind a conjunction or preposition but not the article.
_NO_ARTICLE = (
    S.BOUND
    | S.SPEECH
    | S.COMPLEMENTIZER
    | S.STOP
    | S.VERB
    | S.RELATIVE_DAY
    | S.TITLE_MENTION
    | S.PLACE
    | S.WEAK_PLACE
    | S.ORG
    | S.PRAYER
    | S.SET
)


class Place(NamedTuple):
    """One place that a name can mean."""

    country: str
    kind: str
    ar: str
    en: str
    weak: bool


class _Builder:
    """Collects words and phrases from the tables."""

    def __init__(self) -> None:
        self.words: dict[str, list[Sense]] = defaultdict(list)
        self.capitals: dict[str, list[Sense]] = defaultdict(list)
        self.phrases: dict[str | None, Any] = {}

    def add(self, spelling: str, sense: Sense) -> None:
        norms = _norms(spelling)
        if len(norms) > 1:
            node = self.phrases
            for norm in norms:
                node = node.setdefault(norm, {})
            node.setdefault(PHRASE_END, []).append(sense)
        elif _is_abbreviation(spelling):
            self.capitals[spelling].append(sense)
        else:
            self.words[norms[0]].append(sense)


def _norms(spelling: str) -> list[str]:
    """Return the normalised forms of the tokens of a spelling."""
    if spelling.replace(" ", "").isalpha() and chars.TATWEEL not in spelling:  # the quick way
        return fold_letters(spelling).split(" ")
    return [normalize(piece) for piece in pieces(spelling) if kind_of(piece) != SPACE]


def _is_abbreviation(spelling: str) -> bool:
    """Tell whether a Latin spelling counts in this case only: SR, HE, Dh, No."""
    return (
        spelling.isascii() and spelling.isalpha() and spelling[0].isupper() and len(spelling) <= 3
    )


def _simple(kind: int) -> Any:
    def rows(builder: _Builder, language: str, row: Row) -> None:
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


def _fractions(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.FRACTION, Fraction(row["value"]), "", language))


def _percent(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.PERCENT, row["unit"], "", Fraction(row["factor"])))


def _months(builder: _Builder, language: str, row: Row) -> None:
    for column in ("spellings", "weak"):
        for spelling in alternatives(row[column]):
            builder.add(spelling, Sense(S.MONTH, int(row["value"]), column, language))


def _periods(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.PERIOD, row["unit"], row["number"], language))


def duals(singular: str) -> list[str]:
    """Return the duals of an Arabic noun: nominative, oblique and the construct forms.

    >>> duals("اتفاقية")
    ['اتفاقيتان', 'اتفاقيتين', 'اتفاقيتا', 'اتفاقيتي']
    """
    first, *rest = singular.split(" ")
    stem = first[:-1] + "ت" if first.endswith("ة") else first
    if rest:  # متر مربع: the adjective is dual too
        return [
            " ".join([stem + ending] + [word + ending for word in rest]) for ending in ("ان", "ين")
        ]
    return [stem + ending for ending in ("ان", "ين", "ا", "ي")]


def _counted(builder: _Builder, row: Row, language: str, make: Any) -> None:
    """Add a noun in singular, plural and dual; the role tells which."""
    plurals = alternatives(row["plural"])
    for spelling in alternatives(row["singular"]):
        builder.add(spelling, make("singular"))
    for spelling in plurals:
        builder.add(spelling, make("plural"))
    if language == "ar" and not row.get("no_dual"):
        taken = {normalize(word) for word in plurals}
        for singular in alternatives(row["singular"]):
            if not singular.isalpha() and " " not in singular:
                continue
            for dual in duals(singular):
                construct = not dual.endswith(("ان", "ين"))
                sense = make("dual")
                if construct and not singular.endswith("ة"):
                    if sense.kind != S.NOUN:
                        continue
                    sense = sense._replace(value="pair")  # مركزي is an adjective, too
                if normalize(dual) not in taken:
                    builder.add(dual, sense)


def _units(builder: _Builder, language: str, row: Row) -> None:
    def make(number: str) -> Sense:
        return Sense(S.UNIT, row["unit"], number, (row["kind"], int(row["factor"])))

    _counted(builder, row, language, make)


def _currencies(builder: _Builder, language: str, row: Row) -> None:
    code = row["code"]
    by_country = dict(pair.split("=") for pair in code.split()) if "=" in code else None

    def make(number: str) -> Sense:
        return Sense(S.CURRENCY, None if by_country else code, number, by_country)

    _counted(builder, row, language, make)


def _nouns(builder: _Builder, language: str, row: Row) -> None:
    _counted(builder, row, language, lambda number: Sense(S.NOUN, row["singular"], number))


def _roles(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.ROLE, None, "", language))
    for spelling in alternatives(row["bare"]):
        builder.add(spelling, Sense(S.BARE_ROLE, None, "", language))
    for spelling in alternatives(row.get("deputy", "")):
        builder.add(spelling, Sense(S.ROLE, None, "deputy", language))


def _organization_heads(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.ORG_HEAD, None, row.get("place", ""), language))
    for role in ("def", "weak"):
        for spelling in alternatives(row.get(role, "")):
            builder.add(spelling, Sense(S.ORG_HEAD, None, role, language))


def _organizations(builder: _Builder, language: str, row: Row) -> None:
    names = (row["ar"].split("|")[0], row["en"].split("|")[0])
    for column in ("ar", "en"):
        for spelling in alternatives(row[column]):
            builder.add(spelling, Sense(S.ORG, row["id"], row["country"], names))


def _given_names(builder: _Builder, language: str, row: Row) -> None:
    weak = set(alternatives(row["weak"]))
    for spelling in alternatives(row["spellings"]):
        role = "weak" if spelling in weak else ""
        builder.add(spelling, Sense(S.GIVEN_NAME, row["gender"], role, language))
        if spelling.startswith("عبد") and len(spelling) > 3:
            builder.add("عبد " + spelling[3:], Sense(S.GIVEN_NAME, "m", role, language))


def _agencies(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.AGENCY, row["country"], "", row["name"]))
    known = f"{row['country'].lower()}-agency"
    builder.add(row["name"], Sense(S.ORG, known, row["country"], (row["name"], None)))


def _bounds(builder: _Builder, language: str, row: Row) -> None:
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.BOUND, row["bound"], row["place"], language))


def _relations(builder: _Builder, language: str, row: Row) -> None:
    roles = frozenset(row["roles"].split(" "))
    for spelling in alternatives(row["spellings"]):
        builder.add(spelling, Sense(S.RELATION, roles, "", language))


_TABLES: dict[str, Any] = {
    "cardinals": _simple(S.NUMBER),
    "ordinals": _simple(S.ORDINAL),
    "fractions": _fractions,
    "multiples": _simple(S.MULTIPLE),
    "percent": _percent,
    "units": _units,
    "currencies": _currencies,
    "nouns": _nouns,
    "bounds": _bounds,
    "months": _months,
    "hijri_months": _simple(S.HIJRI_MONTH),
    "weekdays": _simple(S.WEEKDAY),
    "periods": _periods,
    "deixis": _simple(S.DEIXIS),
    "relative_days": _simple(S.RELATIVE_DAY),
    "dayparts": _simple(S.DAYPART),
    "sets": _simple(S.SET),
    "date_words": _simple(S.DATE_WORD),
    "honorifics": _simple(S.HONORIFIC),
    "title_mentions": _simple(S.TITLE_MENTION),
    "prayers": _simple(S.PRAYER),
    "roles": _roles,
    "organization_heads": _organization_heads,
    "organizations": _organizations,
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
    "papers": _simple(S.PAPER),
    "measure_nouns": _simple(S.MEASURE),
}


def _places(builder: _Builder) -> None:
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
        form = tuple(_norms(name))
        spelling_of.setdefault(form, name)
        known = by_form[form]
        known += [place for place in places if place not in known]
    for form, places in by_form.items():
        kind = S.WEAK_PLACE if all(place.weak for place in places) else S.PLACE
        builder.add(spelling_of[form], Sense(kind, tuple(places)))


class Lexicon(dict[str, Entry | None]):
    """All entries by their surface form; a new spelling is analysed on first look-up.

    >>> entry = lexicon()["وللوزارة"]
    >>> entry.clitics, entry.article, bool(entry.mask & S.ORG_HEAD)
    ('ول', True, True)
    """

    def __init__(self) -> None:
        super().__init__()
        builder = _Builder()
        for language in LANGUAGES:
            for name, rows in _TABLES.items():
                if has_table(language, name):
                    for row in table(language, name):
                        rows(builder, language, row)
        _places(builder)
        self._words = dict(builder.words)
        self._capitals = dict(builder.capitals)
        self._phrases = builder.phrases
        self._merged: dict[tuple[int, str, bool], Entry] = {}

    def __missing__(self, piece: str) -> Entry | None:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        entry = self._make(piece)
        self[piece] = entry
        return entry

    def _make(self, piece: str) -> Entry | None:
        kind = kind_of(piece)
        if kind == SPACE:
            return None
        norm = normalize(piece)
        if not norm:  # marks, a tatweel or controls alone
            norm, kind = piece, PUNCTUATION if kind == WORD else kind
        entry = Entry(piece, norm, kind)
        if kind == WORD:
            self._read_word(entry)
            if _is_future(entry):
                entry.mask |= S.FUTURE
            entry.definite = entry.article or (
                entry.norm.startswith("ال", len(entry.clitics))
                and _has_article(piece, entry.clitics)
            )
        elif kind in (NUMERAL, TIME, DATE, PAIR):
            entry.mask = S.NUMERIC
            if kind == NUMERAL:
                entry.value, entry.grouped = numeral_value(piece)
            self._open_phrases(entry, "", False, entry.norm)
        elif kind == BREAK:
            entry.mask = S.END_MARK
        else:
            self._read_plain(entry)
        return entry

    def _read_plain(self, entry: Entry) -> None:
        surface = entry.surface
        if entry.kind == LATIN:
            entry.caps = 0 if not surface[0].isupper() else 2 if surface.isupper() else 1
            entry.mask |= S.CAPITAL if entry.caps else 0
        for sense in self._capitals.get(surface) or self._words.get(entry.norm) or ():
            entry.add(sense)
        entry.mask |= _MARKS.get(surface, 0)
        self._open_phrases(entry, "", False, entry.norm)

    def _read_word(self, entry: Entry) -> None:
        norm = entry.norm
        if norm in _BARE_CLITICS:
            entry.mask |= S.CLITIC
        silent = "\u0651" in entry.surface  # a shadda: ألّف is no number
        nominal = "\u064c" in entry.surface or "\u064d" in entry.surface  # tanwin: no verb
        for clitics, article, stem in clitic_readings(norm):
            if article and not clitics.endswith("ل") and not _has_article(entry.surface, clitics):
                continue
            found = self._senses(stem, article)
            if silent:
                found = [s for s in found if not s.kind & (S.NUMBER | S.MONTH)]
            if nominal:
                found = [s for s in found if not s.kind & (S.VERB | S.SPEECH | S.STOP)]
            self._open_phrases(entry, clitics, article, stem)
            if not found or (entry.mask & ~S.CLITIC and not _adds(entry, clitics)):
                continue
            if any(sense.kind != S.WEAK_PLACE for sense in found) and not entry.mask & ~S.CLITIC:
                entry.clitics, entry.article = clitics, article
                entry.cut = cut(entry.surface, len(clitics)) if clitics else 0
            for sense in found:
                entry.add(
                    sense._replace(clitics=clitics, article=article)
                    if clitics or article
                    else sense
                )

    def _senses(self, stem: str, article: bool) -> list[Sense]:
        found = self._words.get(stem)
        if found is None and stem.endswith("ا"):
            found = [
                s._replace(accusative=True)
                for s in self._words.get(stem[:-1], ())
                if s.kind & _TAKES_ALEF and s.role not in ("plural", "dual")
            ]
        if not found:
            found = []
        if article:
            found = [s for s in found if not s.kind & _NO_ARTICLE]
            # للكويت: ل with a name that has the article itself
            found = [*found, *self._words.get("ال" + stem, ())]
        return found

    def _open_phrases(self, entry: Entry, clitics: str, article: bool, stem: str) -> None:
        node = self._phrases.get(stem)
        if node:
            entry.phrases.append((clitics, article, node))
        if article:
            node = self._phrases.get("ال" + stem)
            if node and "ال" + stem != entry.norm:
                entry.phrases.append((clitics, False, node))

    def merged(
        self, first: Entry, clitics: str, article: bool, found: list[Sense], norm: str
    ) -> Entry:
        """Return the entry of a several-word phrase, read with the clitics of its first word."""
        key = (id(found), clitics, article)
        entry = self._merged.get(key)
        if entry is None:
            entry = Entry(norm, norm, WORD if first.kind == WORD else first.kind)
            entry.clitics, entry.article = clitics, article
            entry.definite = article or norm.startswith("ال", len(clitics))
            entry.caps = first.caps
            entry.mask |= first.mask & S.CAPITAL
            entry.kind = LATIN if first.kind == LATIN else WORD
            for sense in found:
                if article and sense.kind & _NO_ARTICLE:
                    continue
                entry.add(sense._replace(clitics=clitics, article=article))
            self._merged[key] = entry
        return entry


def _is_future(entry: Entry) -> bool:
    """Tell whether a word has the shape of a future verb: سيوفر, وستصل."""
    if entry.mask & S.VERB and entry.clitics.endswith("س"):
        return True
    if entry.mask & ~(S.VERB | S.BOUND):
        return False
    norm = entry.norm[1:] if entry.norm[0] in "وف" else entry.norm
    return len(norm) > 4 and norm.startswith(("سي", "ست", "سن")) and not norm.endswith("ه")


def _has_article(surface: str, clitics: str) -> bool:
    """Tell whether the alef behind the clitics may be the article's: not that of إلكتروني."""
    offset = cut(surface, len(clitics))
    return surface[offset : offset + 1] not in ("إ", "أ", "آ")


def _adds(entry: Entry, clitics: str) -> bool:
    """Tell whether a reading with more clitics may add senses: only to a lone article reading."""
    return entry.clitics == clitics


@cache
def lexicon() -> Lexicon:
    """Return the one lexicon, built on first use."""
    return Lexicon()
