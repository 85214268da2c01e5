"""How fast extraction is, as ratios within one run: python tests/benchmarks/speed.py [--quick]

Prints, for text of several densities, megabytes of UTF-8 a second on one core and the time as a
multiple of a plain ``re`` scan for words over the same text; the same for sizes from 5 KB to 5 MB,
which shows whether time grows with the text alone; what words and clauses take beside the whole; and
what ``import arnlp`` costs beyond Python.

With ``--quick`` each is done once, over shorter texts, and the sizes end at 500 KB: enough to see that it runs and about
what comes out, not to compare two versions.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import arnlp
from arnlp.encoder.grammar import grammar
from arnlp.lexicon.tagged import TaggedText
from arnlp.morphology.arabic import arabic
from arnlp.syntax.clauses import syntax_of
from arnlp.syntax.parser import parse

ROOT = Path(__file__).parents[2]
RUNS = 5
IMPORTS = 9
SIZES = (5_000, 50_000, 500_000, 5_000_000)
SCANS = 5  # scans for one extraction, since one is too short to time
PLAIN = (
    "وتعمل الوزارة مع شركائها على تطوير الخدمات التي تقدمها للمتعاملين، وتولي اهتماما كبيرا بجودة الحياة في "
    "المدن والقرى، كما تنسق مع الجهات الأخرى لتبادل الخبرات وتدريب الموظفين على أحدث النظم.\n"
)


def timed(call, *args, **options) -> tuple[float, Any]:
    """Return the processor time of one call in seconds, and what it returned."""
    start = time.process_time()
    result = call(*args, **options)
    return time.process_time() - start, result


def extraction(name: str, text: str, runs: int, entities: str = "rules") -> float:
    """Print speed and ratio for a text and return the seconds a megabyte.

    ``entities`` is how names are found: by rules, or with the model.

    Scan and extraction take turns, and the median pair counts: other work on the machine slows both.
    """
    pairs = []
    quantities = 0
    for _ in range(runs):
        scans, _ = timed(lambda: [re.findall(r"\w+", text) for _ in range(SCANS)])
        whole, release = timed(arnlp.extract, text, published="2024-01-01", entities=entities)
        pairs.append((scans / SCANS, whole))
        quantities = len(release.quantities)
        del release  # a large one would slow down what comes next
    scan, whole = sorted(pairs, key=lambda pair: pair[1] / pair[0])[runs // 2]
    size = len(text.encode()) / 1e6
    words = len(text.split())
    print(
        f"{name:34} {size:6.2f} MB  {size / whole:5.2f} MB/s  1:{whole / scan:4.1f} of a word scan"
        f"  {words / whole:7,.0f} words/s  ({words / max(1, quantities):.0f} words a quantity)"
    )
    return whole / size


def grammar_share(name: str, text: str, runs: int) -> None:
    """Print the time of words and of clauses as a share of a whole extraction with names.

    Also with the network and the Arabic morphology emptied before, as every spelling is new to them.
    """
    tagged = TaggedText(text)
    shares = []
    for _ in range(runs):
        grammar.cache_clear()
        arabic().clear()
        first, _ = timed(parse, tagged)
        again, found = timed(parse, tagged)
        clauses, _ = timed(lambda trees: [syntax_of(tree) for tree in trees], found.trees)
        whole, _ = timed(arnlp.extract, text, published="2024-01-01", entities="model")
        shares.append([seconds / whole for seconds in (first, again, clauses)])
    first, again, clauses = (statistics.median(column) for column in zip(*shares, strict=True))
    print(
        f"{name:34} words {again:.2f}, clauses {clauses:.2f} of the whole with names;"
        f" words first seen {first:.2f}"
    )


def against_mahad(text: str, runs: int) -> None:
    """Print the time of mahad's numerals and of the whole extraction over the same text.

    Printed where mahad can be imported (its package is ``maha``). It wants a regex of 2021, which
    arnlp runs on, too: pip install mahad; pip install --no-deps regex==2021.11.10.
    """
    try:
        from maha.parsers.functions import parse_dimension
    except ImportError:
        print("mahad cannot be imported: no comparison with its numerals")
        return
    pairs = [
        (timed(parse_dimension, text, numeral=True)[0], timed(arnlp.extract, text)[0])
        for _ in range(runs)
    ]
    theirs, ours = sorted(pairs, key=lambda pair: pair[1] / pair[0])[runs // 2]
    size = len(text.encode()) / 1e6
    found = len(parse_dimension(text, numeral=True))
    print(
        f"mahad, numerals alone: {size / theirs:.3f} MB/s, {found} found; arnlp, the whole"
        f" extraction: {size / ours:.3f} MB/s, {len(arnlp.numbers(text))} numbers;"
        f" {theirs / ours:.1f} times as fast"
    )


def imports(times: int) -> None:
    """Print what importing costs beyond a bare interpreter, and what the first call does."""

    def median(code: str) -> float:
        runs = []
        for _ in range(times):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            runs.append(time.perf_counter() - start)
        return statistics.median(runs)

    bare, package = median("pass"), median("import arnlp")
    first = median("import arnlp; arnlp.extract('بلغ العدد 62 جهة')")
    print(f"import arnlp: {package - bare:.3f} s beyond Python's own {bare:.3f} s")
    print(f"first extraction, models and lexicon loaded: {first - bare:.3f} s beyond Python's own")


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description="How fast extraction is.")
    parser.add_argument(
        "--quick", action="store_true", help="each once, shorter texts, growth up to 500 KB"
    )
    quick = parser.parse_args().quick
    runs = 1 if quick else RUNS
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core; NumPy is imported on first use
    corpus = "\n\n".join(p.read_text("utf-8") for p in sorted((ROOT / "corpora").glob("ar/*.txt")))
    english = "\n\n".join(p.read_text("utf-8") for p in sorted((ROOT / "corpora").glob("en/*.txt")))
    arnlp.extract(corpus)
    mixed = "\n\n".join(part + "\n" + PLAIN * 3 for part in corpus.split("\n\n"))
    texts = [
        ("corpora/ar with plain paragraphs", mixed * (1 if quick else 6)),
        ("corpora/ar, dense", corpus * (1 if quick else 10)),
        ("corpora/en, dense", english * (1 if quick else 18)),
    ]
    users = ROOT.parent / "shared" / "releases" / "smart-dubai-2020.txt"
    if users.is_file():
        texts.insert(
            0,
            (
                "a real release, repeated",
                (users.read_text("utf-8") + "\n\n") * (20 if quick else 60),
            ),
        )
    for name, text in texts:
        extraction(name, text, runs)
    print("with the statistical model:")
    for name, text in texts:
        extraction(name, text, runs, "model")
    print("words and clauses:")
    for name, text in texts:
        grammar_share(name, text, runs)
    against_mahad(corpus, 1 if quick else 3)
    print("growth, corpora/ar:")
    seconds = {}
    sizes = SIZES[:-1] if quick else SIZES
    for size in sizes:
        characters = size // 2
        text = (corpus * (characters // len(corpus) + 1))[:characters]
        seconds[size] = extraction(f"  {size:,} bytes", text, runs)
    growth = seconds[sizes[-1]] / seconds[50_000]
    print(f"  seconds a megabyte, {sizes[-1] / 1e6:g} MB against 50 KB: {growth:.2f}")
    imports(3 if quick else IMPORTS)


if __name__ == "__main__":
    main()
