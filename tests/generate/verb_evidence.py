"""Count how common Arabic verbs are that are written alike: python tests/generate/verb_evidence.py ../shared/words

يمثل is written for مَثَّل and for مَثَل, their nouns of action and participles are not (تمثيل, ممثل; مثول):
how often these stand in the news tells which verb is meant. Participles that tell of time and no longer of a
deed (العام القادم) do not count. Writes arnlp/lang/ar/verb_evidence.tsv.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from arnlp.lexicon import senses as S
from arnlp.lexicon.lexicon import lexicon
from arnlp.morphology import readings

ROOT = Path(__file__).parents[2]
HEADER = """\
# How common the nouns of action and participles of a verb are in 18.8 million words of news, as a logarithm (base 2): which of several verbs
# written alike is meant (تمثيل is common, مثول is not: يمثل is مَثَّل). Made by tests/generate/verb_evidence.py.
lemma	bits
"""


def main() -> None:
    counts: Counter[str] = Counter()
    alike: set[str] = set()
    for line in (Path(sys.argv[1]) / "ar-frequencies.tsv").read_text("utf-8").splitlines():
        word, _, times = line.partition("\t")
        if not times.isdigit():
            continue
        found = readings(word)
        verbs = {r.lemma for r in found if r.pos == "VERB"}
        if len(verbs) > 1:
            alike |= verbs
        if lexicon()[word].mask & S.DEIXIS:
            continue
        derived = {r.verb for r in found if r.verb and r.pos in ("NOUN", "ADJ")}
        if not verbs and len(derived) == 1:
            counts[derived.pop()] += int(times)
    rows = [
        f"{verb}\t{round(math.log2(counts[verb]))}\n"
        for verb in sorted(alike) if counts[verb] > 1
    ]  # fmt: skip
    (ROOT / "arnlp/lang/ar/verb_evidence.tsv").write_text(HEADER + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
