"""Make arnlp/lang/common/written_names.tsv: python tests/generate/written_names.py TEXTS (needs arabic-name-romanizer)

Source: names of people on Wikidata (CC0), as packaged by arabic-name-romanizer (MIT): which Arabic word
stands behind a Latin spelling, where most people who are so spelled in Latin letters share it. The
package has folded spellings; how each is written (hamza, final ya and ta) is counted in TEXTS, a folder
with *.jsonl.xz of Arabic news.
"""

import argparse
import json
import lzma
import re
import sqlite3
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

from arnlp.lang import alternatives, table
from arnlp.lexicon.latin_names import folded
from arnlp.text.view import normalize

TARGET = Path(__file__).parents[2] / "arnlp/lang/common/written_names.tsv"
SOURCE = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
LEAST, SHARE = 2, 0.7
LEAST_WRITTEN = 2
TA = 0.2  # the part of a word's spellings with ة that makes it one
ELSEWHERE = ("IR", "PK", "AF")  # other spellings in Latin letters
NAME = re.compile("[\\u0621-\\u063a\\u0641-\\u064a]{2,}")
LATIN = re.compile("[a-z]{2,}")


def spelled() -> dict[str, Counter[str]]:
    """Return the folded Arabic words behind each Latin spelling, without its marks and spaces."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(str(SOURCE)) as base:
        query = "SELECT arabic_key, latin, country, count FROM units WHERE source = 'wikidata'"
        for arabic, latin, country, count in base.execute(query):
            if country not in ELSEWHERE:
                _count(out, arabic, latin, count)
        query = "SELECT arabic_key, latin, country, count FROM full_names WHERE source = 'wikidata'"
        for arabic, latin, country, count in base.execute(query):
            ours = re.sub("(?<![^ ])(عبد|ال) ", r"\1", arabic).split()
            theirs = re.sub("(?i)\\b(al|el|abdu?l?|abdel|abd al)[ '-]+", r"\1", latin).split()
            if country not in ELSEWHERE and len(ours) == len(theirs):
                for word, their in zip(ours, theirs, strict=True):
                    _count(out, word, their, count)
    return out


def _count(out: dict[str, Counter[str]], arabic: str, latin: str, count: int) -> None:
    word = re.sub("[ '-]", "", folded(latin))
    if NAME.fullmatch(arabic) and LATIN.fullmatch(word):
        out[word][normalize(arabic)] += count


def written(folder: Path) -> dict[str, str]:
    """Return how each folded word is written: in our own table of names, else most often in texts."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("ar*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for word in NAME.findall(json.loads(line)["text"]):
                    counts[normalize(word)][word] += 1
    out = {}
    for norm, forms in counts.items():
        ta = [form for form in forms if form.endswith("ة") and forms[form] > forms.total() * TA]
        form, times = max(forms.items(), key=lambda pair: (pair[0] in ta, pair[1], pair[0]))
        if times >= LEAST_WRITTEN:
            out[norm] = form
    own = {
        normalize(name): name
        for row in reversed(list(table("ar", "given_names")))
        for name in reversed(list(alternatives(row["spellings"])))
    }
    return out | own


def build(folder: Path) -> str:
    """Return the table: a Latin spelling, the word in Arabic letters."""
    forms = written(folder)
    rows = []
    for latin, found in sorted(spelled().items()):
        arabic, count = max(found.items(), key=lambda pair: (pair[1], pair[0]))
        if count >= LEAST and count >= SHARE * found.total() and arabic in forms:
            rows.append(f"{latin}\t{forms[arabic]}")
    head = [
        "# Made by tests/generate/written_names.py from Wikidata (CC0); do not edit. A Latin spelling without marks, the Arabic word.",
        "latin\tarabic",
    ]
    return "\n".join(head + rows) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=Path)
    TARGET.write_text(build(parser.parse_args().texts), encoding="utf-8")
