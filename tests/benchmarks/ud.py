"""Read CoNLL-U as words as arnlp cuts them: what trains the model of words and what measures it.

Treebanks part clitics (and English n't, 's) into tokens of their own; arnlp keeps written words and
parts marks. Each word of ours holds the tokens that start in it. Its host is the last of them that is
no ADP, CCONJ, PART, DET, PRON or SCONJ, and where all are, the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from arnlp.text.tokens import BREAK, SPACE, kind_of, pieces

_LIGHT = {"ADP", "CCONJ", "PART", "DET", "PRON", "SCONJ"}


class Token(NamedTuple):
    """A syntactic token of a treebank; ``head`` counts from 0, -1 is the root."""

    form: str
    lemma: str
    pos: str
    features: dict[str, str]
    head: int
    relation: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of a treebank over words of ours, all lists in parallel by word.

    ``tokens`` are those of the treebank, ``held`` the numbers of those that start in each word (a word
    inside a token has none), ``hosts`` the one that gives part of speech, -1 without any. ``heads`` are
    numbers of words, -1 for the root; ``relations`` are UD's with their subtypes.
    """

    text: str
    tokens: list[Token]
    words: list[str]
    starts: list[int]
    held: list[list[int]]
    hosts: list[int]
    pos: list[str]
    heads: list[int]
    relations: list[str]


def read(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a file."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                if not line.startswith("#"):
                    rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield _sentence(rows)
                rows = []


def _sentence(rows: list[list[str]]) -> Sentence:
    text, tokens = _tokens(rows)
    found = pieces(text)
    ends = list(accumulate(map(len, found)))
    kept = [
        (end - len(piece), piece)
        for end, piece in zip(ends, found, strict=True)
        if kind_of(piece) not in (SPACE, BREAK)
    ]
    starts = [start for start, _ in kept]
    held: list[list[int]] = [[] for _ in kept]
    word_of = []
    for number, token in enumerate(tokens):
        word = max(0, bisect_right(starts, token.start) - 1)
        word_of.append(word)
        held[word].append(number)
    hosts, pos, heads, relations = [], [], [], []
    for word, numbers in enumerate(held):
        host = _host(numbers, tokens)
        hosts.append(host)
        if host < 0:  # inside a token: it belongs to the word before
            mark = not kept[word][1][0].isalnum()
            before = pos[-1] if pos else "X"
            pos.append("PUNCT" if mark else before)
            heads.append(word - 1)
            relations.append("punct" if mark else "flat")
            continue
        pos.append(tokens[host].pos)
        top = host
        for _ in tokens:
            if tokens[top].head < 0 or word_of[tokens[top].head] != word:
                break
            top = tokens[top].head
        head = tokens[top].head
        heads.append(-1 if head < 0 else word_of[head])
        relations.append(tokens[top].relation)
    return Sentence(text, tokens, [w for _, w in kept], starts, held, hosts, pos, heads, relations)


def _tokens(rows: list[list[str]]) -> tuple[str, list[Token]]:
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    ranges: dict[str, str] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = row[0].split("-")
            ranges[first] = last
    kept = [row for row in rows if row[0].isdigit()]
    whole = {row[0].split("-")[0]: row for row in rows if "-" in row[0]}
    inside_until = 0
    for row in kept:
        number = int(row[0])
        if row[0] in whole:  # a written word of several tokens: don't
            form, misc = whole[row[0]][1], whole[row[0]][9]
            inside_until = int(ranges[row[0]])
            at = len(text)
            text += form + ("" if "SpaceAfter=No" in misc else " ")
            parts = [r for r in kept if number <= int(r[0]) <= inside_until]
            place = at
            for part in parts:
                size = len(part[1]) if part is not parts[-1] else at + len(form) - place
                size = max(1, min(size, at + len(form) - place))
                spans[part[0]] = (place, place + size)
                place = min(place + size, at + len(form) - 1)
        if number <= inside_until:
            continue
        spans[row[0]] = (len(text), len(text) + len(row[1]))
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    tokens = []
    order = {row[0]: i for i, row in enumerate(kept)}
    for row in kept:
        number, form, lemma, pos, _, feats, head, relation, _, _ = row
        pairs = [] if feats == "_" else [f.split("=", 1) for f in feats.split("|")]
        start, end = spans[number]
        tokens.append(
            Token(form, lemma, pos, dict(pairs), order.get(head, -1), relation, start, end)
        )
    return text, tokens


def _host(numbers: list[int], tokens: list[Token]) -> int:
    heavy = [n for n in numbers if tokens[n].pos not in _LIGHT]
    return heavy[-1] if heavy else numbers[0] if numbers else -1
