"""Sentences with names, as words and BIO tags: those of Universal NER as arnlp cuts words, files in two columns; their score."""

from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK

TYPES = ("PERS", "LOC", "ORG")


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
    """Yield the sentences of a file of Universal NER: arnlp's words, and the gold laid on them."""
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
    """Return the words of a sentence with their labels."""
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
    return [word for _, word in words], mended(tags)


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
