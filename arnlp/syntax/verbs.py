"""What stands around a verb: auxiliaries, negation, tense and voice."""

from __future__ import annotations

from functools import cache

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import SMALL, VERBAL, bare, conjunction, is_verb
from arnlp.syntax.shape import Shape
from arnlp.text.clitics import WILL

_BESIDE = frozenset({"advmod", "aux", "cop", "mark", "compound", "dep", "case", "det", "discourse"})


@cache
def _particles() -> dict[str, tuple[frozenset[str], bool]]:
    """Return of each small word what it tells, and whether standing right before is enough."""
    found: dict[str, tuple[frozenset[str], bool]] = {}
    for language in LANGUAGES:
        for row in table(language, "verb_particles"):
            for form in alternatives(row["forms"]):
                told, near = found.get(form, (frozenset(), False))
                found[form] = (told | {row["class"]}, near or bool(row["next"]))
    return found


def form(shape: Shape, word: int) -> str:
    """Return a word as it is written, without vowels and without the conjunction before it."""
    tree = shape.tree
    written = bare(tree.words[word])
    glued = conjunction(tree.readings[word])
    return written[len(glued) :] if glued and written.startswith(glued) else written


def is_verb_particle(shape: Shape, word: int) -> bool:
    """Tell whether a word negates a verb right behind it, or tells its tense."""
    return _particles().get(form(shape, word), (frozenset(), False))[1]


def describe(shape: Shape, clause: Clause) -> None:
    """Fill in auxiliaries, negation, tense and voice of a clause with a verb or a copula."""
    tree = shape.tree
    word = clause.predicate
    helpers = [c for c in shape.children[word] if shape.functions[c] in ("aux", "cop")]
    clause.auxiliaries = [c for c in helpers if is_verb(tree, c) or tree.pos[c] in SMALL]
    told = _told(shape, word, clause.auxiliaries)
    clause.negated = "negation" in told
    if clause.kind in ("verbal", "nominal"):
        clause.tense = _arabic_tense(shape, clause, told) if shape.arabic else _tense(shape, clause)
    if clause.kind in ("verbal", "participle"):
        clause.voice = _voice(shape, clause)


def _told(shape: Shape, word: int, helpers: list[int]) -> set[str]:
    tree = shape.tree
    particles = _particles()
    told: set[str] = set()
    for child in shape.children[word]:
        if shape.functions[child] in _BESIDE:
            told |= particles.get(form(shape, child), (frozenset(), False))[0]
            enclitic = tree.readings[child].enclitic
            if enclitic and enclitic.lemma == "not":
                told.add("negation")
    for verb in (word, *helpers):
        before = verb - 1
        if before >= 0 and shape.arabic:
            said, near = particles.get(form(shape, before), (frozenset(), False))
            if near:
                told |= said
        enclitic = tree.readings[verb].enclitic
        if enclitic and enclitic.lemma == "not":
            told.add("negation")
        if tree.readings[verb].chain.bits & WILL:
            told.add("future")
    return told


def _arabic_tense(shape: Shape, clause: Clause, told: set[str]) -> str | None:
    if "future" in told:
        return "future"
    if "past" in told:
        return "past"
    for verb in (*clause.auxiliaries, clause.predicate):
        features = dict(shape.tree.readings[verb].bundle.features)
        if features.get("Mood") == "Imp":
            return None
        if features.get("Aspect") == "Perf" and bare(shape.tree.readings[verb].lemma) != "ليس":
            return "past"
    return "present"


def _tense(shape: Shape, clause: Clause) -> str | None:
    tree = shape.tree
    helpers = [*clause.auxiliaries]
    said = {bare(tree.words[v]) for v in helpers}
    glued = {e.lemma for v in shape.children[clause.predicate] if (e := tree.readings[v].enclitic)}
    if any("future" in _particles().get(form, ((), 0))[0] for form in said | glued):
        return "future"
    if "have" in glued:
        return "past"
    for verb in (*helpers, clause.predicate):
        if tree.pos[verb] not in VERBAL:
            continue
        features = dict(tree.readings[verb].bundle.features)
        perfect = verb in helpers and bare(tree.readings[verb].lemma) == "have"
        if perfect or features.get("Tense") == "Past":
            return "past"
        if features.get("VerbForm") == "Fin" or verb in helpers:
            return "present"
    finite = clause.kind == "verbal" and shape.child(clause.predicate, "nsubj", "csubj") >= 0
    return "present" if finite else None


def _voice(shape: Shape, clause: Clause) -> str:
    tree = shape.tree
    word = clause.predicate
    if any(":pass" in tree.relations[c] for c in shape.children[word]):
        return "passive"
    features = dict(tree.readings[word].bundle.features)
    if shape.arabic:
        return "passive" if features.get("Voice") == "Pass" else "active"
    if features.get("VerbForm") in ("Part", "Fin") and features.get("Tense") == "Past":
        if any(bare(tree.readings[v].lemma) == "be" for v in clause.auxiliaries):
            return "passive"
        if not clause.auxiliaries and shape.functions[word] in ("acl", "advcl"):
            if tree.relations[word] != "acl:relcl" and shape.child(word, "nsubj", "obj") < 0:
                return "passive"
    return "active"
