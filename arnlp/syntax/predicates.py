"""Which words of a sentence are predicates, and of which kind."""

from __future__ import annotations

from arnlp.syntax.compound import opens_compound
from arnlp.syntax.lemmas import VERBAL, is_masdar, is_participle, lemma, lemmas
from arnlp.syntax.phrases import Spans, is_marked
from arnlp.syntax.shape import Shape

_HELPING = frozenset({"aux", "cop", "case", "mark", "fixed", "flat", "compound", "cc", "det"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_ATTACHED = frozenset(
    {"acl", "advcl", "xcomp", "ccomp", "amod", "conj", "parataxis", "root", "obl"}
)
_COMPLEMENTS = frozenset({"obl", "obj", "ccomp", "xcomp", "nsubj"})


def kinds_of(shape: Shape, spans: Spans) -> list[str]:
    """Return for each word the kind of clause that it is the predicate of, ``""`` for none."""
    kinds = [""] * len(shape.heads)
    for word, pos in enumerate(shape.tree.pos):
        if (shape.children[word] or pos in VERBAL) and pos != "PUNCT":
            kinds[word] = _kind(shape, spans, word)
    return kinds


def _kind(shape: Shape, spans: Spans, word: int) -> str:
    tree = shape.tree
    function = shape.functions[word]
    below = {shape.functions[child] for child in shape.children[word]}
    if tree.pos[word] in VERBAL:
        if function in _HELPING and not below & _SUBJECTS:
            return ""
        if function == "amod" and not below & _COMPLEMENTS:
            return ""
        return "verbal"
    if shape.arabic and _is_active_participle(shape, spans, word, function, below):
        return "participle"
    if function in _HELPING:
        return ""
    if "cop" in below or below & _SUBJECTS:
        return "nominal"
    if _governs_as_noun(shape, spans, word, below):
        return "masdar"
    return ""


def _is_active_participle(
    shape: Shape, spans: Spans, word: int, function: str, below: set[str]
) -> bool:
    tree = shape.tree
    if tree.pos[word] not in ("ADJ", "NOUN") or not is_participle(tree.readings[word]):
        return False
    if (
        below & {"nsubj", "cop", "csubj"}
        or function not in _ATTACHED
        or is_marked(shape, spans, word)
    ):
        return False
    if "obj" in below or "ccomp" in below:
        return True
    return "obl" in below and function != "obl" and tree.pos[word] == "ADJ"


def _governs_as_noun(shape: Shape, spans: Spans, word: int, below: set[str]) -> bool:
    """Tell whether a noun governs as its verb does: بزيادة قدرها, ارتفاع الصادرات, an increase of."""
    tree = shape.tree
    if tree.pos[word] != "NOUN":
        return False
    if not shape.arabic:
        return lemma(tree, word) in lemmas("action_nouns") and bool(below & {"nmod", "obl", "acl"})
    reading = tree.readings[word]
    if not is_masdar(reading) or ("Number", "Plur") in reading.bundle.features:
        return False
    if opens_compound(shape, word):
        return False
    head = shape.heads[word]
    annexed = (
        shape.functions[word] == "nmod"
        and head >= 0
        and not is_marked(shape, spans, word)
        and lemma(tree, head) not in lemmas("degree_nouns")
    )
    if annexed and not is_masdar(tree.readings[head]):
        return False
    return any(
        shape.functions[child] in ("nmod", "obl", "obj", "nummod") for child in shape.right(word)
    )
