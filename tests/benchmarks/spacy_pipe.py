"""Compare the spaCy component with arnlp.extract on real texts, in one process and in two.

    python tests/benchmarks/spacy_pipe.py FOLDER_OF_TEXTS [--texts N] [--processes N]

Takes texts evenly from the folder's ``*.jsonl.xz`` files, runs ``nlp.pipe`` over them with a blank
pipeline of each text's language, and exits with 1 where a document's release, the values of its spans
or its entities are not those that extraction gives.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import spacy
from digest import texts_of
from spacy.tokens import Doc

import arnlp


def differences(doc: Doc) -> list[str]:
    """Return in what a document differs from the release of its text."""
    release = arnlp.extract(doc.text)
    out = [] if doc._.arnlp == release else ["release"]
    for kind in ("numbers", "quantities", "dates", "quotes"):
        placed = [span._.arnlp for span in doc.spans[f"arnlp_{kind}"]]
        if placed != getattr(release, kind):
            out.append(kind)
    named = [mention for entity in release.entities for mention in entity.mentions]
    if len(doc.spans["arnlp_entities"]) != len(named):
        out.append("entities")
    if any(ent._.arnlp not in release.entities for ent in doc.ents):
        out.append("ents")
    return out


def main() -> int:
    """Run the comparison; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    texts = [sample.text for sample in texts_of(options.folder)]
    texts = texts[:: max(1, len(texts) // options.texts)][: options.texts]
    bad = 0
    for language in ("ar", "en"):
        nlp = spacy.blank(language)
        nlp.add_pipe("arnlp")
        own = [text for text in texts if _language(text) == language]
        start = time.perf_counter()
        docs = list(nlp.pipe(own, n_process=options.processes, batch_size=16))
        seconds = time.perf_counter() - start
        wrong = [(doc, found) for doc in docs if (found := differences(doc))]
        bad += len(wrong)
        print(f"{language}: {len(docs)} texts in {seconds:.0f} s, {len(wrong)} differ")
        for doc, found in wrong[:5]:
            print(" ", doc.text[:60].replace("\n", " "), *found)
    return 1 if bad else 0


def _language(text: str) -> str:
    letters = [c for c in text[:2000] if c.isalpha()]
    return "ar" if sum(c > "\u0600" for c in letters) * 2 > len(letters) else "en"


if __name__ == "__main__":
    sys.exit(main())
