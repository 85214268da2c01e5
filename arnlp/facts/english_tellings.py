"""How English tells of deeds: verbs with a further word, participles in front of a sentence, lines without a verb."""

from __future__ import annotations

from arnlp.facts.analysis import Analysis
from arnlp.facts.bodies import phrase_at
from arnlp.facts.deed_table import markers
from arnlp.facts.told import Told
from arnlp.morphology import readings
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.phrases import Phrase

_FRONT = 10  # words of a participle in front of a sentence
_FOLLOWS = 14  # tokens behind a predicate in which stands what it needs


def follows(analysis: Analysis, groups: tuple[tuple[str, ...], ...], token: int, last: int) -> bool:
    """Tell whether one of some groups of words stands behind a token: roll out, put into service."""
    norm = analysis.cursor.norm
    ahead = [word for j in range(token, min(last, token + _FOLLOWS)) for word in norm(j).split()]
    return any(
        tuple(ahead[j : j + len(group)]) == group for j in range(1, len(ahead)) for group in groups
    )


def behind_participle(told: Told) -> Phrase | None:
    """Return what an English participle in front of a sentence is about: Inaugurated last year, the laboratory tests."""
    tree = told.syntax.tree
    if (
        told.syntax.shape.arabic
        or told.word
        or not any(
            dict(r.bundle.features).get("VerbForm") == "Part"
            for r in readings(tree.words[0].lower())
        )
    ):
        return None
    comma = next((w for w in range(1, min(len(tree.pos), _FRONT)) if tree.words[w] == ","), 0)
    if not comma or comma + 1 >= len(tree.pos) or tree.pos[comma + 1] not in ("DET", "PROPN"):
        return None
    return phrase_at(told, comma + 1)


def is_headline(syntax: Syntax, word: int) -> bool:
    """Tell whether an English noun of action opens a line without a verb: Launch of the meter service."""
    pos = syntax.tree.pos
    if word or len(pos) < 2 or syntax.tree.words[1].lower() not in markers("telling"):
        return False
    return "VERB" not in pos and "AUX" not in pos
