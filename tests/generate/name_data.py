"""Sentences with names as arnlp cuts words: those of UNER in English, of ANERcorp in Arabic."""

import numpy as np

from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK

TYPES = ("PERS", "LOC", "ORG")
LABELS = ["O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
LONGEST = 100  # words


def pieces_of(text):
    """Return the words of a text as the model of names sees them, with where each starts."""
    tagged = TaggedText(text)
    out = []
    for i, entry in enumerate(tagged.entries):
        if entry.kind == BREAK:
            continue
        start, whole = tagged.start_of(i), tagged.token_text(i)
        at = 0
        for part in whole.split() if " " in entry.norm else [whole]:
            at = whole.index(part, at)
            out.append((start + at, part))
            at += len(part)
    return out


def uner(path):
    """Yield the sentences of a file of Universal NER, their gold spans laid on arnlp's words."""
    text, rows = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t")[1:3])
        elif not line and rows:
            yield aligned(text, rows)
            rows = []


def aligned(text, rows):
    """Return a sentence with its labels by word, and its gold spans in characters."""
    at, spans = 0, []
    for form, tag in rows:
        start = text.find(form, at)
        if start < 0:
            continue
        at = start + len(form)
        tag = tag.strip()
        if tag[0] == "I" and spans:
            spans[-1][1] = at
        elif tag[0] in "BI":
            spans.append([start, at, {"PER": "PERS"}.get(tag[2:], tag[2:])])
    words = pieces_of(text)
    tags = []
    for start, word in words:
        tag = "O"
        for first, last, kind in spans:
            if first < start + len(word) and start < last:
                tag = ("B-" if start <= first else "I-") + kind
                break
        tags.append(tag)
    ends = [0, *(start + len(word) for start, word in words)]
    spaced = [start > end or not start for (start, _), end in zip(words, ends, strict=False)]
    return {
        "text": text, "spans": [tuple(s) for s in spans], "tags": mended(tags),
        "words": [word for _, word in words], "spaced": spaced,
    }  # fmt: skip


def conll(path):
    """Return the sentences of a file in two columns: words and BIO tags."""
    out, words, tags = [], [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) < 2:
            if words:
                out.append((words, mended(tags)))
            words, tags = [], []
            continue
        words.append(parts[0])
        tags.append(parts[1])
    return out


def annotated(language, folder):
    """Return what is trained on, and what is held out."""
    if language == "en":
        web = [s for part in ("dev", "test") for s in uner(folder / f"uner-en-ewt-{part}.iob2")]
        return [short(s) for s in web if s["words"]], list(uner(folder / "uner-en-pud-dev.iob2"))
    rows = [
        {"words": words, "tags": tags, "spaced": [True] * len(words)}
        for words, tags in conll(folder / "anercorp-train.conll")
    ]
    part = len(rows) * 9 // 10
    return [short(s) for s in rows[:part]], rows[part:]


def short(sentence):
    """Return a sentence cut to what is read together."""
    return {
        **sentence,
        **{name: sentence[name][:LONGEST] for name in ("words", "tags", "spaced")},
    }


def mended(tags):
    """Return tags whose every entity opens with B."""
    out = []
    for before, tag in zip(["O", *tags], tags, strict=False):
        opens = tag[0] == "I" and before[1:] != tag[1:]
        out.append("B" + tag[1:] if opens else tag)
    return out


def spans(tags):
    """Return the entities of a sentence: first and last word, type."""
    out, first = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if first is not None and (tag[0] != "I" or tag[2:] != tags[first][2:]):
            out.add((first, i, tags[first][2:]))
            first = None
        if tag != "O" and first is None:
            first = i
    return out


def score(gold, found):
    """Return strict F1 by type and over all, in percent."""
    pairs = [(spans(a), spans(b)) for a, b in zip(gold, found, strict=True)]
    result = {}
    for name, kept in [*((t, (t,)) for t in TYPES), ("micro", TYPES)]:
        a = sum(s[2] in kept for g, _ in pairs for s in g)
        b = sum(s[2] in kept for _, f in pairs for s in f)
        right = sum(s[2] in kept for g, f in pairs for s in g & f)
        result[name] = round(200 * right / max(1, a + b), 2)
        result[name + " P"] = round(100 * right / max(1, b), 1)
        result[name + " R"] = round(100 * right / max(1, a), 1)
    return result


def best(scores):
    """Return the best labels that are well formed."""
    size = len(LABELS)
    steps = np.zeros((size, size))
    for a, before in enumerate(LABELS):
        for b, after in enumerate(LABELS):
            if after[0] == "I" and before[1:] != after[1:]:
                steps[a, b] = -1e9
    start = np.array([-1e9 if name[0] == "I" else 0.0 for name in LABELS])
    a, back = start + scores[0], []
    for row in scores[1:].astype(np.float64):
        both = a[:, None] + steps
        back.append(both.argmax(0))
        a = both.max(0) + row
    path = [int(a.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return [LABELS[i] for i in reversed(path)]
