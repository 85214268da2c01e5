"""Words that one rule asks for by their letters: the table ``grammar_words`` of each language."""

from __future__ import annotations

from functools import cache

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.text.clitics import opening
from arnlp.text.view import normalize


@cache
def _by_role() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for row in table(language, "grammar_words"):
            words = frozenset(map(normalize, alternatives(row["spellings"])))
            found[row["role"]] = found.get(row["role"], frozenset()) | words
    return found


def grammar_words(role: str) -> frozenset[str]:
    """Return the folded words of a role, of all languages; raises KeyError where no table has it.

    >>> sorted(grammar_words("level"))
    ['at', 'to', 'الي', 'عند']
    """
    return _by_role()[role]


def has_role(norm: str, role: str) -> bool:
    """Tell whether a folded word is one of a role, with or without a clitic of one letter before it.

    >>> has_role("واصيب", "harmed"), has_role("صيب", "harmed")
    (True, False)
    """
    words = grammar_words(role)
    return norm in words or (norm[1:] in words and bool(opening(norm)))
