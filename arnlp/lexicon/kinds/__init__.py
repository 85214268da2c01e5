"""The kinds of sense, all told in one place: a module for each engine that asks for them.

``python -m arnlp.lexicon.kinds DEIXIS`` prints what is told of one, without a name of all; a text in
the place of the name prints its tokens with the senses that each has.
"""

from __future__ import annotations

from arnlp.lexicon.kinds.dates import DATES
from arnlp.lexicon.kinds.facts import FACTS
from arnlp.lexicon.kinds.kind import ALIKE, COUNTRY, LANGUAGE, Kind
from arnlp.lexicon.kinds.names import NAMES
from arnlp.lexicon.kinds.numbers import NUMBERS
from arnlp.lexicon.kinds.quantities import QUANTITIES
from arnlp.lexicon.kinds.quotes import QUOTES
from arnlp.lexicon.kinds.shared import SHARED
from arnlp.lexicon.tagged import TaggedText

__all__ = ["ALIKE", "COUNTRY", "KINDS", "LANGUAGE", "Kind", "page", "tokens"]

KINDS: tuple[Kind, ...] = (*SHARED, *NUMBERS, *QUANTITIES, *DATES, *NAMES, *QUOTES, *FACTS)


def page(kind: Kind) -> str:
    """Return what is told of a kind, as lines of text.

    >>> print(page(next(kind for kind in KINDS if kind.name == "PAPER")))
    PAPER (facts): what bodies sign with each other; عقود are contracts then, no decades: اتفاقية, MoU
      table papers: spellings
      extra: the language of its table, ar or en
    """
    lines = [f"{kind.name} ({kind.engine}): {kind.what}"]
    lines += [f"  table {name}: {columns}" for name, columns in kind.tables.items()]
    lines += [f"  value: {kind.value}"] * bool(kind.value)
    if kind.roles is not ALIKE:
        lines += [f"  role {role or '(empty)'}: {what}" for role, what in kind.roles.items()]
    lines += [f"  extra: {kind.extra}"] * bool(kind.extra)
    return "\n".join(lines)


def tokens(text: str) -> str:
    """Return the tokens of a text, a line each, with the kind, value and role of their senses.

    >>> print(tokens("last weekend"))
    0 last: DEIXIS -1, DATE_WORD None lastn, STOP None adv
    1 weekend: PERIOD 'WE' 1
    """
    names = {kind.bit: kind.name for kind in KINDS}
    return "\n".join(
        f"{i} {entry.norm}: "
        + ", ".join(
            f"{names[sense.kind]} {sense.value!r} {sense.role}".rstrip()
            for sense in entry.senses.values()
        )
        for i, entry in enumerate(TaggedText(text).entries)
    )
