"""Predicates that tell of a deed with a further word: كشف النقاب عن, دخل حيز التنفيذ, أدى اليمين."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from arnlp.facts.deed_table import written_lemmas
from arnlp.facts.told import lemmas_of, marker_of
from arnlp.lang import alternatives, table
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import bare
from arnlp.syntax.phrases import Phrase
from arnlp.text.view import normalize

_REACH = 14  # words from the verb to the further word
_NEAR = 6  # and from that to what is done
_NOMINAL = frozenset(("NOUN", "PROPN", "X"))


class _Row(NamedTuple):
    class_: str
    words: tuple[tuple[str, ...], ...]
    leads: tuple[str, ...]


@cache
def _rows() -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in table("ar", "deed_phrases"):
        words = tuple(tuple(map(normalize, w.split())) for w in alternatives(row["words"]))
        leads = tuple(alternatives(row["leads"]))
        for lemma in alternatives(row["lemmas"]):
            found.setdefault(bare(lemma), []).append(_Row(row["class"], words, leads))
    return found


@cache
def phrase_words() -> frozenset[str]:
    """Return the further words, as the lexicon normalises them.

    >>> normalize("النقاب") in phrase_words()
    True
    """
    return frozenset(words[0] for rows in _rows().values() for row in rows for words in row.words)


@lru_cache(maxsize=65536)
def may_need_word(word: str) -> bool:
    """Tell whether a written word may be a predicate that tells of a deed with a further word.

    >>> may_need_word("وكشفت"), may_need_word("العمل")
    (True, False)
    """
    return not written_lemmas(word).isdisjoint(_rows())


def phrased(syntax: Syntax, word: int) -> tuple[str, Phrase | None] | None:
    """Return the class of a predicate with its further word, and what is done."""
    for row in _rows().get(lemmas_of(syntax, word)[1], ()):
        at = _further(syntax, word, row)
        if at is None:
            continue
        thing = _thing(syntax, word, at, row.leads) if row.leads else None
        if thing is not None or not row.leads:
            return row.class_, thing
    return None


def _further(syntax: Syntax, word: int, row: _Row) -> tuple[int, int] | None:
    """Return where the further word stands behind a predicate, with no verb between."""
    tree = syntax.tree
    for at in range(word + 1, min(len(tree.words), word + _REACH)):
        for words in row.words:
            here = tuple(map(normalize, tree.words[at : at + len(words)]))
            if here == words:
                return at, at + len(words)
        if tree.pos[at] in ("VERB", "SCONJ"):
            return None
    return None


def _thing(syntax: Syntax, word: int, at: tuple[int, int], leads: tuple[str, ...]) -> Phrase | None:
    tree, spans = syntax.tree, syntax.spans
    first, stop = at
    if leads[0] in ("subject", "object"):
        return _ahead(syntax, word, first, leads[0])
    bound = stop < len(tree.words) and tree.pos[stop] in _NOMINAL
    if "of" in leads and bound and not marker_of(syntax, stop):
        return spans.phrase(stop)
    for behind in range(stop, min(len(tree.words), stop + _NEAR)):
        if tree.pos[behind] in ("VERB", "SCONJ"):
            return None
        if tree.pos[behind] in _NOMINAL and marker_of(syntax, behind) in leads:
            return spans.phrase(behind)
    return None


def _ahead(syntax: Syntax, word: int, first: int, leads: str) -> Phrase | None:
    """Return the subject or the object of a predicate, up to its further word."""
    clause = next((c for c in syntax.clauses if c.predicate == word and not c.gapped), None)
    found = None
    if clause is not None and clause.kind == "verbal":
        object_ = clause.object if leads == "object" else None
        found = object_ or clause.subject
        if leads == "object" and object_ is None and clause.voice != "passive":
            return None
    elif syntax.tree.pos[word + 1] in _NOMINAL:
        found = syntax.spans.phrase(word + 1)
    if found is None or found.pronoun or found.clausal or found.head >= first:
        return None
    return replace(
        found, core_stop=min(found.core_stop, first), short_stop=min(found.short_stop, first)
    )
