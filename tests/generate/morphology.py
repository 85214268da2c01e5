"""Make arnlp/morphology/arabic.bin: python tests/generate/morphology.py ../shared

Sources: Camel Morph MSA (CAMeL Lab, New York University Abu Dhabi; Khairallah, Khalifa, Marzouk,
Nassar and Habash 2024; CC BY 4.0) for verbs, adjectives, numerals, names and closed classes; our own
tables in arnlp/lang/ar for masdars of form I, broken plurals and closed words; frequencies of word forms
in news for which nouns there are, and how common a lemma is.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from camel_morph import Tables, arabic, bare, latin
from noun_stems import Nouns, Use, table_masdars
from paradigms import AFTER_ARTICLE, BARE, BEFORE_PRONOUN, Cells, Features, features
from stems import Collector, Entry, clean, entry
from weights import Weights, learnt_weights

from arnlp.lang import alternatives, table
from arnlp.morphology.arabic import ArabicMorphology
from arnlp.morphology.store import NO_VERB, Store, pack
from arnlp.text import clitics
from arnlp.text.view import normalize

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "arnlp/morphology/arabic.bin"


def spelt(form: str) -> str:
    """Return a stem without vowels, in Arabic letters."""
    return arabic(bare(form))


def key_of(word: str) -> str:
    return normalize(word)


def closed_words() -> Iterable[Entry]:
    """Yield the entries of our own table of closed words."""
    for row in table("ar", "closed_words"):
        kind = clitics.PREPOSED if row["clitics"] == "preposed" else clitics.WORD
        for pos in alternatives(row["pos"]):
            cells: Cells = {(BARE, "", ""): ((),)}
            if row["pronoun"] and not row["before"]:
                cells[BEFORE_PRONOUN, "", ""] = ((),)
            yield entry(latin(row["form"]), latin(row["lemma"]), cells, pos=pos, kind=kind)
            if row["before"]:
                before: Cells = {(BEFORE_PRONOUN, "", ""): ((),)}
                yield entry(latin(row["before"]), latin(row["lemma"]), before, pos=pos, kind=kind)


def places(collector: Collector) -> Iterable[Entry]:
    """Yield countries and places of one word, and given names, from the tables of the lexicon."""
    rows = [(row["ar"], "") for name in ("countries", "places") for row in table("common", name)]
    rows += [(row["spellings"], row["gender"]) for row in table("ar", "given_names")]
    for cell, gender in rows:
        for name in alternatives(cell):
            stem = name.removeprefix("ال")
            if " " in name or len(stem) < 3:
                continue
            cells = {
                (way, "", ""): (features(Gender={"m": "Masc", "f": "Fem"}.get(gender)),)
                for way in ((AFTER_ARTICLE,) if stem != name else (BARE,))
            }
            yield entry(latin(stem), latin(name), cells, pos="PROPN", kind=clitics.NOMINAL)


def shown(lemma: str) -> str:
    """Return a lemma in Arabic letters, composed as Unicode's NFC does."""
    return unicodedata.normalize("NFC", arabic(lemma))


class Compiler:
    """Numbers paradigms, features and lemmas, and packs the entries."""

    def __init__(self) -> None:
        self.bundles: dict[str, int] = {}
        self.paradigms: dict[str, int] = {}
        self.lemmas: dict[tuple[str, str], int] = {}
        self.beginnings: set[str] = set()
        self.endings: list[set[str]] = [set(), set(), set()]
        self._made: dict[tuple[object, ...], int] = {}

    def _bundle(self, pos: str, told: Features) -> int:
        line = "|".join([pos, *(f"{name}={value}" for name, value in told)])
        return self.bundles.setdefault(line, len(self.bundles))

    def paradigm(self, item: Entry) -> int:
        """Return the number of the paradigm of an entry."""
        known = (item.kind, item.pos, item.forms)
        if known not in self._made:
            cells: dict[str, list[list[object]]] = defaultdict(list)
            for (way, before, behind), told in item.forms.cells.items():
                start, end = key_of(before), key_of(behind)
                self.beginnings.add(start)
                self.endings[way].add(end)
                numbers = [self._bundle(item.pos, some) for some in told]
                cells[f"{way}{start}-{end}"].append([before, behind, *numbers])
            line = json.dumps([item.kind, cells], ensure_ascii=False, separators=(",", ":"))
            self._made[known] = self.paradigms.setdefault(line, len(self.paradigms))
        return self._made[known]

    def lemma(self, lemma: str, verb: str) -> int:
        """Return the number of a lemma with its verb."""
        return self.lemmas.setdefault((lemma, verb), len(self.lemmas))

    def packed(self, entries: Sequence[Entry], weights: Weights) -> bytes:
        """Return the file of the entries."""
        stems: dict[str, dict[tuple[int, int, str, int], None]] = defaultdict(dict)
        for item in entries:
            if item.verb:
                self.lemma(item.verb, "")
        for item in entries:
            row = (
                self.paradigm(item),
                self.lemma(item.lemma, item.verb),
                arabic(item.form),
                max(0, weights.lemma(item)),
            )
            for stem in keys(spelt(item.form)):
                stems[stem].setdefault(row)
        order = sorted(stems)
        rows = [row for stem in order for row in stems[stem]]
        starts = [0]
        for stem in order:
            starts.append(starts[-1] + len(stems[stem]))
        self.beginnings.discard("")
        return pack(
            {
                "stems": "\n".join(order).encode(),
                "starts": array("I", starts).tobytes(),
                "paradigm_of": array("H", [row[0] for row in rows]).tobytes(),
                "lemma_of": array("H", [row[1] for row in rows]).tobytes(),
                "forms": "\n".join(row[2] for row in rows).encode(),
                "weights": bytes(row[3] for row in rows),
                "lemmas": "\n".join(shown(lemma) for lemma, _ in self.lemmas).encode(),
                "verb_of": array(
                    "H", [self.lemmas[verb, ""] if verb else NO_VERB for _, verb in self.lemmas]
                ).tobytes(),
                "paradigms": "\n".join(self.paradigms).encode(),
                "bundles": "\n".join(self.bundles).encode(),
                "bundle_weights": array("h", map(weights.bundle, self.bundles)).tobytes(),
                "chains": json.dumps(weights.chain_weights(), ensure_ascii=False).encode(),
                "ends": json.dumps(
                    {
                        "beginnings": sorted(self.beginnings),
                        "endings": [sorted(some) for some in self.endings],
                    },
                    ensure_ascii=False,
                ).encode(),
            }
        )


def keys(stem: str) -> Iterable[str]:
    """Yield how a stem is looked up: folded, and مسؤول as مسئول too."""
    key = key_of(stem)
    yield key
    if "ؤو" in stem:
        yield key.replace("ؤو", "ئو")


def collected(shared: Path, collector: Collector) -> list[Entry]:
    """Return the entries of Camel Morph, those that follow from them by rule, and nouns by use."""
    entries = list(collector.verb_entries())
    adjectives = {
        clean(row["LEMMA"]): ""
        for row, pos in collector.adjective_rows()
        if pos == "ADJ" and "adj_comp" not in row["FEAT"]
    }
    entries += collector.derived_entries(adjectives)
    entries += collector.nominal_entries(adjectives)
    entries += collector.closed_entries()
    entries += closed_words()
    entries += table_masdars(collector)
    entries += places(collector)
    use = Use(shared / "words/ar-frequencies.tsv")
    known = ArabicMorphology(Store(Compiler().packed(entries, Weights())))
    nouns = Nouns(collector, use, known.every_reading)
    entries += nouns.by_table()
    entries += nouns.by_use()
    return list(dict.fromkeys(entries))


def main(shared: Path) -> None:
    """Write the file."""
    collector = Collector(Tables(shared / "morphology"))
    entries = collected(shared, collector)
    compiler = Compiler()
    learnt = learnt_weights(
        ArabicMorphology(Store(compiler.packed(entries, Weights()))),
        shared / "words/ar-frequencies.tsv",
    )
    learnt.second_forms = collector.second_forms()
    entries = [item for item in entries if learnt.worth_keeping(item)]
    data = Compiler().packed(entries, learnt)
    TARGET.write_bytes(data)
    print(len(entries), "entries", len(data), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
