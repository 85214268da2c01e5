"""How English tells of deeds: verbs with a further word, participles in front of a sentence, lines without a verb."""

from __future__ import annotations

from arnlp.facts.analysis import Analysis
from arnlp.facts.bodies import phrase_at
from arnlp.facts.deed_table import leading, markers
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.morphology import readings
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.phrases import Phrase

_NAMES, _VERBS = ("NOUN", "PROPN"), ("VERB", "AUX")
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
    forms = (dict(r.bundle.features).get("VerbForm") for r in readings(tree.words[0].lower()))
    if told.word or "Part" not in forms:
        return None
    comma = next((w for w in range(1, min(len(tree.pos), _FRONT)) if tree.words[w] == ","), 0)
    if not comma or comma + 1 >= len(tree.pos) or tree.pos[comma + 1] not in ("DET", "PROPN"):
        return None
    return phrase_at(told, comma + 1)


def is_aside(told: Told) -> bool:
    """Tell whether a verb is a participle between commas with who did it: the station, opened last week by the Ministry,."""
    cursor, clause = told.analysis.cursor, told.clause
    if clause is None or clause.function != "adverbial":
        return False
    if not cursor.mask(told.token - 1) & S.COMMA:
        return False
    for j in range(told.token + 1, min(told.last, told.token + _FRONT)):
        if cursor.mask(j) & S.COMMA:
            return False
        if cursor.norm(j) in leading("agent"):
            return True
    return False


def announced(told: Told) -> Phrase | None:
    """Return who is to do something by a headline without a finite verb: Doha to host the championship."""
    tree, shape = told.syntax.tree, told.syntax.shape
    if told.word < 2 or tree.words[told.word - 1].lower() not in markers("subordinate"):
        return None
    head = shape.heads[told.word]
    if head != told.word - 2 or shape.functions[head] != "root" or tree.pos[head] not in _NAMES:
        return None
    others = (w for w in range(len(tree.pos)) if w != told.word)
    return None if any(tree.pos[w] in _VERBS for w in others) else told.syntax.spans.phrase(head)


def tells_otherwise(told: Told) -> bool:
    """Set how an English participle, or a headline without a finite verb, tells of a deed; tell whether one does."""
    if told.syntax.shape.arabic:
        return False
    told.done = told.done or behind_participle(told)
    if told.done is not None or is_aside(told):
        told.voice = "passive"
        return True
    told.announced = announced(told)
    if told.announced is None:
        return False
    told.modality = "planned"
    return True


def is_headline(syntax: Syntax, word: int) -> bool:
    """Tell whether an English noun of action opens a line without a verb: Launch of the meter service."""
    pos = syntax.tree.pos
    if word or len(pos) < 2 or syntax.tree.words[1].lower() not in markers("telling"):
        return False
    return "VERB" not in pos and "AUX" not in pos
