"""Make arnlp/lang/common/person_names.tsv: python tests/generate/person_names.py (needs arabic-name-romanizer)

Source: names of people on Wikidata (CC0), as packaged by arabic-name-romanizer (MIT): the parts of
the names of people of the Arab and neighbouring states, how often each is a given and a family name,
and how it is most often written in Latin letters. The folded spelling is the one of arnlp's view.
"""

import re
import sqlite3
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

from arnlp.text.view import normalize

TARGET = Path(__file__).parents[2] / "arnlp/lang/common/person_names.tsv"
SOURCE = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
LEAST = 2
MOST_SPELLINGS = 4
NAME = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
LATIN = re.compile("[A-Za-z][A-Za-z' -]+")


def build() -> str:
    """Return the table: folded name, times given, times family, Latin spellings, the most frequent first."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    latin: dict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(str(SOURCE)) as base:
        units = base.execute(
            "SELECT arabic_key, latin, role, count, latin_lang FROM units WHERE source = 'wikidata'"
        )
        for arabic, spelled, role, count, _ in units:
            name = normalize(arabic)
            if not NAME.fullmatch(name):
                continue
            (given if role == "given" else family)[name] += count
            if LATIN.fullmatch(spelled):
                latin[name][spelled] += count
    rows = []
    for name in sorted({*given, *family}):
        if given[name] + family[name] < LEAST or not latin[name]:
            continue
        best = sorted(latin[name], key=lambda spelled: (-latin[name][spelled], spelled))
        often = [spelled for spelled in best[:MOST_SPELLINGS] if latin[name][spelled] >= LEAST]
        rows.append(f"{name}\t{given[name]}\t{family[name]}\t{'|'.join(often or best[:1])}")
    head = [
        "# Made by tests/generate/person_names.py from Wikidata (CC0); do not edit. Folded spelling, how often a given and a family name.",
        "name\tgiven\tfamily\tlatin",
    ]
    return "\n".join(head + rows) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
