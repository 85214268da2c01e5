"""Builds the merged lexicon: reads every table of the languages into one vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from arnlp.lang import LANGUAGES, Row, alternatives, has_table, table
from arnlp.lexicon import counted, rows
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import own_spellings, spellings
from arnlp.lexicon.gazetteers import (
    Place,
    add_bodies,
    add_country_words,
    add_given_names,
    add_own_names,
    add_places,
    own_places,
    places,
)
from arnlp.lexicon.rows import Reader, add_joined_ordinals
from arnlp.lexicon.vocabulary import Vocabulary

__all__ = ["TABLES", "Place", "build", "build_over"]

# The tables of a language and their readers. Of two senses of one kind a word keeps the first.
TABLES: dict[str, Reader] = {
    "cardinals": rows.plain(S.NUMBER),
    "ordinals": rows.ordinals,
    "fractions": rows.fractions,
    "multiples": rows.plain(S.MULTIPLE),
    "percent": rows.percents,
    "units": counted.units,
    "currencies": counted.currencies,
    "subunits": counted.subunits,
    "cldr_units": counted.units,
    "cldr_currencies": counted.currencies,
    "nouns": counted.nouns,
    "bounds": rows.bounds,
    "months": rows.months(S.MONTH),
    "hijri_months": rows.months(S.HIJRI_MONTH),
    "weekdays": rows.weekdays,
    "periods": rows.periods,
    "deixis": rows.plain(S.DEIXIS),
    "relative_days": rows.plain(S.RELATIVE_DAY),
    "dayparts": rows.plain(S.DAYPART),
    "sets": rows.plain(S.SET),
    "date_words": rows.plain(S.DATE_WORD),
    "date_links": rows.plain(S.DATE_LINK),
    "date_openers": rows.plain(S.DATE_OPENER),
    "same": rows.plain(S.SAME),
    "decades": rows.plain(S.DECADE),
    "parts_of_day": rows.plain(S.PART_OF_DAY),
    "clock_words": rows.plain(S.CLOCK_WORD),
    "time_zones": rows.plain(S.TIME_ZONE),
    "seasons": rows.seasons,
    "holidays": rows.holidays,
    "observances": rows.holidays,
    "laws": rows.plain(S.LAW),
    "date_named": rows.plain(S.DATE_NAMED),
    "year_heads": rows.plain(S.YEAR_HEAD),
    "honorifics": rows.plain(S.HONORIFIC),
    "title_mentions": rows.plain(S.TITLE_MENTION),
    "prayers": rows.plain(S.PRAYER),
    "roles": rows.roles,
    "organization_heads": rows.organization_heads,
    "agencies": rows.agencies,
    "place_heads": rows.plain(S.PLACE_HEAD),
    "named_heads": rows.plain(S.NAMED_HEAD),
    "known_names": rows.plain(S.KNOWN_NAME),
    "given_names": rows.given_names,
    "name_particles": rows.plain(S.PARTICLE),
    "speech_verbs": rows.plain(S.SPEECH),
    "speech_forms": rows.plain(S.SPEECH),
    "opinion_verbs": rows.plain(S.OPINION),
    "opinion_forms": rows.plain(S.OPINION),
    "complementizers": rows.plain(S.COMPLEMENTIZER),
    "stops": rows.plain(S.STOP),
    "verbs": rows.plain(S.VERB),
    "verb_forms": rows.plain(S.VERB),
    "adjectives": rows.plain(S.ADJECTIVE),
    "not_adjectives": rows.plain(S.NOT_ADJECTIVE),
    "identifier_cues": rows.plain(S.IDENTIFIER_CUE),
    "rank_nouns": rows.plain(S.RANK_NOUN),
    "rank_adjectives": rows.plain(S.RANK_ADJECTIVE),
    "abbreviations": rows.plain(S.ABBREVIATION),
    "nationalities": rows.plain(S.NATIONALITY),
    "name_stops": rows.plain(S.NAME_STOP),
    "communiques": rows.plain(S.COMMUNIQUE),
    "clause_governors": rows.plain(S.GOVERNOR),
    "general_nouns": rows.plain(S.GENERAL_NOUN),
    "relations": rows.relations,
    "quantity_words": rows.plain(S.QUANTITY_WORD),
    "future": rows.plain(S.FUTURE),
    "past": rows.plain(S.PAST),
    "past_forms": rows.plain(S.PAST),
    "name_taking_heads": rows.plain(S.NAME_TAKER),
    "office_fields": rows.plain(S.OFFICE_FIELD),
    "papers": rows.plain(S.PAPER),
    "measure_nouns": rows.plain(S.MEASURE),
    "rank_branches": rows.plain(S.RANK_BRANCH),
    "office_tails": rows.plain(S.OFFICE_TAIL),
}


# The tables of one's own that are read as those of arnlp are.
_WORDS = ("singular", "plural", "spellings", "bare", "deputy", "def", "weak")
OWN = ("units", "currencies", "nouns", "roles", "organization_heads")


@cache
def build() -> Vocabulary:
    """Return all words and phrases of the tables."""
    vocabulary = Vocabulary()
    for language in LANGUAGES:
        for name, read in TABLES.items():
            if has_table(language, name):
                for row in table(language, name):
                    read(vocabulary, language, row)
    add_joined_ordinals(vocabulary)
    add_places(vocabulary, places())
    add_bodies(vocabulary, spellings(), (vocabulary,))
    add_given_names(vocabulary)
    add_country_words(vocabulary)
    return vocabulary


def build_over(own: Mapping[str, Sequence[Row]]) -> Vocabulary:
    """Return the words of tables of one's own before those of arnlp, which stay as they are."""
    below = build()
    above = Vocabulary()
    add_own_names(above, own)
    for name in OWN:
        for row in own.get(name, ()):
            for language, words in _by_language(row):
                TABLES[name](above, language, words)
    add_places(above, own_places(own.get("places", ())))
    add_bodies(above, own_spellings(own.get("bodies", ())), (above, below))
    return above.over(below)


def _by_language(row: Row) -> Iterator[tuple[str, Row]]:
    """Yield a row of one's own for each language that it has words of, told by their letters."""
    for language in LANGUAGES:
        words = {
            column: "|".join(w for w in alternatives(row[column]) if _language_of(w) == language)
            for column in _WORDS
            if column in row
        }
        if words.get("singular") or words.get("spellings"):
            yield language, {**row, **words}


def _language_of(word: str) -> str:
    return "en" if word.isascii() else "ar"
