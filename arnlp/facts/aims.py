"""What an agreement is to do: on customs data exchange, aimed at training women, لتطوير الموانئ."""

from __future__ import annotations

from arnlp.facts.deed_table import leading
from arnlp.facts.told import Told, led_by_clitic, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.syntax.lemmas import is_masdar
from arnlp.syntax.marked import offsets
from arnlp.text.clitics import TO
from arnlp.text.view import normalize

_FAR = 24  # tokens from what is signed to what it is to do
_BEFORE_HEAD = ("compound", "amod", "det", "nummod")
_AIM = 20  # words of what an agreement is to do


def aim_of(told: Told, first: int) -> tuple[int, tuple[int, int]] | None:
    """Return the token where it is said what an agreement is to do, and the words that say it."""
    cursor, syntax = told.analysis.cursor, told.syntax
    for j in range(first, min(told.last, first + _FAR)):
        word = told.word_at(j)
        if word < 0 or told.is_parted(j):
            return None
        if any(
            m.last > j
            for m, e in told.analysis.index.named_between(j - 8, j)
            if e.type == "organization"
        ):
            continue
        reading = syntax.tree.readings[word]
        norm = cursor.norm(j)
        two, three = f"{norm} {cursor.norm(j + 1)}", ""
        three = f"{two} {cursor.norm(j + 2)} {cursor.norm(j + 3)}"
        width = (
            4 if three in leading("aim")
            else 2 if two in leading("aim")
            else 1 if norm in leading("aim")
            else 0
        )  # fmt: skip
        if syntax.shape.arabic and is_masdar(reading) and led_by_clitic(syntax, word) & TO:
            return _said(told, j, word)
        if norm == "to" and word + 1 < len(syntax.tree.pos) and syntax.tree.pos[word + 1] == "VERB":
            return _said(told, j, word + 1, whole=True)
        if not width:
            continue
        if cursor.norm(j + width) in leading("aim_end"):
            width += 1
        target = told.word_at(j + width)
        if target < 0 or syntax.tree.pos[target] not in ("NOUN", "DET", "ADJ", "VERB"):
            continue
        if told.analysis.index.dates_between(j + width, j + width + 1):
            continue
        if cursor.mask(j + width) & (S.WEEKDAY | S.MONTH) or cursor.norm(j + width) == "behalf":
            continue
        if (
            not syntax.shape.arabic
            and width < 2
            and _hangs_on(told, target) not in (told.word_at(first - 1), -2)
        ):
            continue
        return _said(told, j, target)
    return None


def _hangs_on(told: Told, word: int) -> int:
    """Return -2 where a word hangs on a paper or is no name, else its head."""
    cursor = told.analysis.cursor
    shape = told.syntax.shape
    word = _head_ahead(told, word)
    head = shape.heads[word]
    if head >= 0 and cursor.mask(told.token_at(head)) & S.PAPER:
        return -2
    return -2 if lemmas_of(told.syntax, word)[0] in ("cooperation",) else head


def _head_ahead(told: Told, word: int) -> int:
    """Return the noun that a word stands before: on customs data exchange, for the construction."""
    shape = told.syntax.shape
    while shape.heads[word] > word and shape.functions[word] in _BEFORE_HEAD:
        word = shape.heads[word]
    return word


def _said(
    told: Told, token: int, word: int, *, whole: bool = False
) -> tuple[int, tuple[int, int]] | None:
    """Return the words from one on up to a mark, a further clause or the last that hangs on it."""
    syntax = told.syntax
    tree = syntax.tree
    head = word if syntax.shape.arabic else _head_ahead(told, word)
    limit = len(tree.words) if whole else max(syntax.spans.yields[head][1], word + 2)
    stop = word + 1
    quoted = False
    while stop < min(limit, len(tree.words), word + _AIM):
        if tree.words[stop] in '"«»“”':
            quoted = not quoted
        elif (
            (tree.pos[stop] in ("PUNCT", "SCONJ") and tree.words[stop] not in "-()" and not quoted)
            or (tree.pos[stop] == "VERB" and syntax.shape.arabic)
            or (tree.pos[stop] == "PRON" and normalize(tree.words[stop]) in leading("relative"))
        ):
            break
        stop += 1
    while stop > word + 1 and (
        tree.pos[stop - 1] in ("ADP", "CCONJ", "PRON", "DET", "PART")
        or tree.words[stop - 1] in '(«"-'
    ):
        stop -= 1
    if stop - word < 2:
        return None
    return token, offsets(syntax.shape, word, stop)
