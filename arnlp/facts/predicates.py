"""Words that tell of a figure, by classes: predicates by their lemma, small words by their letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from types import MappingProxyType

from arnlp.lang import LANGUAGES, Row, alternatives, has_table, table
from arnlp.syntax.lemmas import bare
from arnlp.text.view import normalize

# The classes of predicates that the caller's lexicon tells, while a text of his is read.
_NONE: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_own: ContextVar[Mapping[str, Mapping[str, str]]] = ContextVar("own_predicates", default=_NONE)


@contextmanager
def own_predicates(rows: Sequence[Row]) -> Iterator[None]:
    """Let rows of the caller's lexicon hold within, in this thread or task alone."""
    told: dict[str, dict[str, str]] = {}
    for row in rows:
        for lemma in alternatives(row["lemmas"]):
            own = told.setdefault(bare(lemma), {})
            own[row["class"]] = row["direction"]
            own["frame"] = row["frame"]
    token = _own.set(told)
    try:
        yield
    finally:
        _own.reset(token)


def own_frame_of(lemma: str) -> tuple[str, str, str] | None:
    """Return the frame that the caller's lexicon gives a predicate, or a class with its direction."""
    told = _own.get().get(lemma)
    if told is None:
        return None
    class_ = next((name for name in told if name not in ("", "frame")), "")
    return told["frame"], class_, told.get(class_, "")


def _classes_of(lemma: str) -> Mapping[str, str]:
    return _own.get().get(lemma) or _classes().get(lemma) or {}


@cache
def _classes() -> dict[str, dict[str, str]]:
    """Return for each lemma its classes, and of a move its direction."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for row in table(language, "predicates"):
            for lemma in alternatives(row["lemma"]):
                found.setdefault(bare(lemma), {}).setdefault(row["class"], row["direction"])
    return found


def of_class(language: str, name: str, direction: str) -> list[str]:
    """Return the lemmas of a class in a language.

    >>> "fall" in of_class("en", "move", "decrease"), "fall" in of_class("en", "move", "increase")
    (True, False)
    """
    return [
        bare(lemma)
        for row in table(language, "predicates")
        if (row["class"], row["direction"]) == (name, direction)
        for lemma in alternatives(row["lemma"])
    ]


def direction_of(lemma: str) -> str | None:
    """Return in which direction a predicate moves, None where it does not.

    >>> direction_of("ارتفع"), direction_of("fall"), direction_of("build")
    ('increase', 'decrease', None)
    """
    return _classes_of(lemma).get("move") or None


def noun_direction(lemma: str) -> str | None:
    """Return in which direction a noun of a predicate moves, None where it only shares the letters of its verb.

    >>> noun_direction("fall"), noun_direction("contract"), direction_of("contract")
    ('decrease', None, 'decrease')
    """
    return None if lemma in words("things") else direction_of(lemma)


def is_of(lemma: str, *classes: str) -> bool:
    """Tell whether a predicate is of one of these classes.

    >>> is_of("بلغ", "reach"), is_of("kill", "reach", "event")
    (True, True)
    """
    told = _classes_of(lemma)
    return any(name in told for name in classes)


@cache
def words(role: str) -> frozenset[str]:
    """Return the small words of a role, as the lexicon normalises them and as lemmas.

    >>> "مقارنه" in words("compared"), "than" in words("compared")
    (True, True)
    """
    found: set[str] = set()
    for language in LANGUAGES:
        for row in table(language, "figure_words"):
            if row["role"] == role:
                for form in alternatives(row["forms"]):
                    found |= {normalize(form), bare(form)}
    return frozenset(found)


@cache
def markers() -> dict[str, str]:
    """Return the class of each word that may stand before a time expression.

    >>> markers()["منذ"], markers()["during"]
    ('since', 'during')
    """
    return {
        normalize(form): row["class"]
        for language in LANGUAGES
        if has_table(language, "period_markers")
        for row in table(language, "period_markers")
        for form in alternatives(row["forms"])
    }
