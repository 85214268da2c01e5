"""Which words of a sentence are predicates, and of which kind."""

from __future__ import annotations

from arnlp.syntax.compound import opens_compound
from arnlp.syntax.lemmas import VERBAL, is_masdar, is_participle, lemma, lemmas
from arnlp.syntax.phrases import Spans, is_marked
from arnlp.syntax.shape import Shape
from arnlp.syntax.tree import Tree

_HELPING = frozenset({"aux", "cop", "case", "mark", "fixed", "flat", "compound", "cc", "det"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_NOMINAL = frozenset({"nsubj", "csubj", "cop"})
_MAY_HELP = VERBAL | {"ADJ", "NOUN"}  # a predicate though its function is that of a small word
_ATTACHED = frozenset(
    {"acl", "advcl", "xcomp", "ccomp", "amod", "conj", "parataxis", "root", "obl"}
)
_COMPLEMENTS = frozenset({"obl", "obj", "ccomp", "xcomp", "nsubj"})


def kinds_of(shape: Shape, spans: Spans) -> list[str]:
    """Return for each word the kind of clause that it is the predicate of, ``""`` for none."""
    kinds = [""] * len(shape.heads)
    tree, children = shape.tree, shape.children
    for word, pos in enumerate(tree.pos):
        if pos in VERBAL or (children[word] and pos != "PUNCT") or tree.readings[word].enclitic:
            kinds[word] = _kind(shape, spans, word, pos)
    return kinds


def _kind(shape: Shape, spans: Spans, word: int, pos: str) -> str:
    functions = shape.functions
    function = functions[word]
    helps = function in _HELPING
    if pos == "PUNCT" or (helps and pos not in _MAY_HELP):
        return ""
    below = {functions[child] for child in shape.children[word]}
    if pos in VERBAL:
        if helps and below.isdisjoint(_SUBJECTS):
            return ""
        if function == "amod" and below.isdisjoint(_COMPLEMENTS):
            return ""
        return "verbal"
    if shape.arabic and _is_active_participle(shape, spans, word, function, below):
        return "participle"
    if helps:
        return ""
    if not below.isdisjoint(_NOMINAL):
        return "nominal"
    if pos == "NOUN" and _governs_as_noun(shape, spans, word, below):
        return "masdar"
    return ""


def _is_active_participle(
    shape: Shape, spans: Spans, word: int, function: str, below: set[str]
) -> bool:
    tree = shape.tree
    if tree.pos[word] not in ("ADJ", "NOUN") or not is_participle(tree.readings[word]):
        return False
    if below & _NOMINAL or function not in _ATTACHED or is_marked(shape, spans, word):
        return False
    if "obj" in below or "ccomp" in below:
        return True
    return "obl" in below and function != "obl" and tree.pos[word] == "ADJ"


def _governs_as_noun(shape: Shape, spans: Spans, word: int, below: set[str]) -> bool:
    """Tell whether a noun governs as its verb does: بزيادة قدرها, ارتفاع الصادرات, an increase of."""
    tree = shape.tree
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
    suffixed = reading.enclitic is not None
    if (annexed or suffixed) and lemma(tree, word) in lemmas("things_done"):
        return False
    if annexed and not is_masdar(tree.readings[head]):
        if reading.chain.article or _is_head_of_name(tree, head):
            return False
        return suffixed or _has_genitive(shape, spans, word)
    return suffixed or any(
        shape.functions[child] in ("nmod", "obl", "obj", "nummod") or _shares(shape, child)
        for child in shape.right(word)
    )


def _has_genitive(shape: Shape, spans: Spans, word: int) -> bool:
    """Tell whether a noun is annexed to something, or shares what the noun behind it is annexed to."""
    for child in shape.right(word):
        function = shape.functions[child]
        if function in ("nmod", "obj") and not is_marked(shape, spans, child):
            return True
        if _shares(shape, child):
            return True
    return False


def _shares(shape: Shape, child: int) -> bool:
    """Tell whether a noun of action behind its like has a genitive for both: حرص وإخلاص العاملين."""
    reading = shape.tree.readings[child]
    return (
        shape.functions[child] == "conj"
        and shape.heads[child] == child - 1
        and shape.tree.pos[child] == "NOUN"
        and is_masdar(reading)
        and not reading.chain.article
        and shape.child(child, "nmod", "obj") > child
    )


def _is_head_of_name(tree: Tree, head: int) -> bool:
    """Tell whether a noun opens the name of a body or programme, which a noun of action then goes on."""
    name = lemma(tree, head)
    return name in lemmas("organization_heads", "spellings") or name in lemmas(
        "named_heads", "spellings"
    )
