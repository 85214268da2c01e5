"""What the morphology knows, and how fast: python tests/benchmarks/morphology.py [../shared]

Words by themselves: over the Arabic PUD half, how many verbs have a verb among their readings, and the
right lemma; how many nouns wrongly have one; over the words of the news, how many have a reading at all.
Written words: tokens that SpaceAfter=No joins, punctuation apart; the host is the last part that is no
ADP, CCONJ, PART, DET, PRON or SCONJ, else the first.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import subprocess
import sys
import time
import tracemalloc
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from arnlp.morphology.arabic import ArabicMorphology, arabic
from arnlp.morphology.english import english
from arnlp.morphology.reading import Readings
from arnlp.morphology.store import store
from arnlp.text.tokens import tokenize

SHARED = Path(__file__).parents[2].parent / "shared"
_PARTICLES = frozenset(["ADP", "CCONJ", "PART", "DET", "PRON", "SCONJ"])
_LIKE = {"CCONJ": "ADP", "SCONJ": "ADP", "PART": "ADP", "AUX": "VERB"}


class Word(NamedTuple):
    """A written word with the part of speech and lemma of its host."""

    text: str
    pos: str
    lemma: str


def written_words(path: Path) -> Iterator[Word]:
    """Yield the written words of a CoNLL-U file."""
    parts: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            if parts and (cells[3] == "PUNCT" or parts[-1][3] == "PUNCT"):
                yield _joined(parts)
                parts = []
            parts.append(cells)
            if "SpaceAfter=No" in cells[9]:
                continue
        if parts:
            yield _joined(parts)
            parts = []


def _joined(parts: list[list[str]]) -> Word:
    hosts = [part for part in parts if part[3] not in _PARTICLES]
    host = hosts[-1] if hosts else parts[0]
    return Word("".join(part[1] for part in parts), host[3], host[2])


def plain(lemma: str) -> str:
    """Return a lemma as lemmas are compared: without sukun, hamzat wasl and the fatha of a long a."""
    plainer = lemma.replace("\u0652", "").replace("ٱ", "ا")
    return unicodedata.normalize("NFC", re.sub("^اِ|\u064e(?=[اى])", _of_long, plainer))


def _of_long(match: re.Match[str]) -> str:
    return "ا" if match.group() == "اِ" else ""


def scores(words: list[Word], morphology: ArabicMorphology) -> dict[str, float]:
    """Return what the morphology knows of words whose parts of speech are known."""
    count: Counter[str] = Counter()
    for word in words:
        if word.pos in ("PUNCT", "X", "SYM") or not any("ء" <= c <= "ي" for c in word.text):
            continue
        readings = morphology[word.text]
        count["words"] += 1
        count["readings"] += len(readings)
        count["lemmas"] += len({(r.pos, r.lemma) for r in readings})
        count["read"] += bool(readings) and not readings[0].guessed
        pos = _LIKE.get(word.pos, word.pos)
        count["pos"] += any(_LIKE.get(r.pos, r.pos) == pos for r in readings)
        count["first"] += bool(readings) and _LIKE.get(readings[0].pos, readings[0].pos) == pos
        verbal = _verbal(readings)
        if pos == "VERB":
            count["verbs"] += 1
            count["verbs found"] += bool(verbal)
            count["lemma first"] += bool(verbal) and plain(verbal[0].lemma) == plain(word.lemma)
            count["lemma found"] += plain(word.lemma) in {plain(r.lemma) for r in verbal}
        elif pos == "NOUN":
            count["nouns"] += 1
            count["nouns as verbs"] += bool(verbal)
    verbs, nouns, total = count["verbs"], count["nouns"], count["words"]
    return {
        "words with a reading": count["read"] / total,
        "words with the right part of speech": count["pos"] / total,
        "whose first reading has it": count["first"] / total,
        "verbs with a verb reading": count["verbs found"] / verbs,
        "verbs with the right lemma": count["lemma found"] / verbs,
        "verbs whose first verb reading has it": count["lemma first"] / verbs,
        "nouns with a verb reading": count["nouns as verbs"] / nouns,
        "readings a word": count["readings"] / total,
        "lemmas a word": count["lemmas"] / total,
    }


def _verbal(readings: Readings) -> Readings:
    return tuple(r for r in readings if r.pos in ("VERB", "AUX"))


def coverage(path: Path, morphology: ArabicMorphology) -> dict[str, float]:
    """Return the share of word forms, and of words, that have a reading that is no guess."""
    forms = known = words = covered = 0
    for line in path.read_text("utf-8").splitlines():
        form, number = line.split("\t")
        readings = morphology[form]
        read = bool(readings) and not readings[0].guessed
        forms, known = forms + 1, known + read
        words, covered = words + int(number), covered + read * int(number)
    return {"of forms": known / forms, "of words": covered / words}


def english_scores(path: Path) -> dict[str, float]:
    """Return what the English half knows: tokens of letters, the tag and its lemma among the readings."""
    count: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit() or not cells[1][0].isalpha():
            continue
        if cells[3] in ("PUNCT", "SYM", "X"):
            continue
        found = english()[cells[1]]
        right = [r for r in found if r.pos == cells[3]]
        count["words"] += 1
        count["readings"] += len(found)
        count["pos"] += bool(right)
        count["first"] += bool(found) and found[0].pos == cells[3]
        count["lemma"] += any(r.lemma.lower() == cells[2].lower() for r in right)
    total = count["words"]
    return {
        "words with the right part of speech": count["pos"] / total,
        "and the right lemma": count["lemma"] / total,
        "whose first reading has it": count["first"] / total,
        "readings a word": count["readings"] / total,
    }


def words_of_texts(path: Path, number: int) -> list[str]:
    """Return the Arabic words of so many texts."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line, _ in zip(file, range(number), strict=False)]
    return [t.text for text in texts for t in tokenize(text) if t.kind == "word"]


def rates(words: list[str]) -> dict[str, float]:
    """Return words a second: each form once, unseen, and the words of texts as they come."""
    distinct = list(dict.fromkeys(words))
    fresh = ArabicMorphology(store())
    start = time.process_time()
    for word in distinct:
        fresh.analysed(word)
    once = time.process_time() - start
    fresh = ArabicMorphology(store())
    start = time.process_time()
    for word in words:
        fresh[word]
    stream = time.process_time() - start
    start = time.process_time()
    for word in words:
        fresh[word]
    again = time.process_time() - start
    return {
        "words": len(words),
        "forms": len(distinct),
        "forms/s, unseen": len(distinct) / once,
        "words/s, as they come": len(words) / stream,
        "words/s, seen before": len(words) / again,
    }


def cost_of_loading() -> dict[str, float]:
    """Return seconds and megabytes of the first word, beyond Python's and the tables of clitics."""
    code = (
        "import time; from arnlp.morphology import arabic as m; from arnlp.morphology.store import store;"
        "m.cuts('وال'); t=time.process_time(); store().forms; print(time.process_time()-t)"
    )
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    tracemalloc.start()
    tables = store.__wrapped__()
    tables.forms  # noqa: B018
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return {"seconds": min(runs), "megabytes": size}


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    shared: Path = parser.parse_args().shared
    words = list(written_words(shared / "syntax/ar-pud-dev.conllu"))
    morphology = arabic()
    parts = {
        "Arabic PUD": scores(words, morphology),
        "English PUD": english_scores(shared / "syntax/en-pud-dev.conllu"),
        "with a reading": coverage(shared / "words/ar-frequencies.tsv", morphology),
        "loading": cost_of_loading(),
        "speed": rates(words_of_texts(shared / "texts/ar-news.jsonl.xz", 1500)),
    }
    for name, values in parts.items():
        print(name)
        for what, value in values.items():
            print(f"  {what:40} {value:,.3f}")


if __name__ == "__main__":
    main()
