"""What introduces a clause: أن, لأن, بعد أن, that, because, a relative pronoun."""

from __future__ import annotations

from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import SMALL, bare, lemmas, preposition
from arnlp.syntax.phrases import Spans
from arnlp.syntax.shape import Shape
from arnlp.syntax.verbs import form
from arnlp.text.chars import TATWEEL

_INTRODUCING = frozenset({*SMALL, "ADV", "VERB", "PRON"})
_MARKS = frozenset({"mark", "case"})


def introduced_by(shape: Shape, spans: Spans, clause: Clause) -> str:
    """Return the words that introduce a clause, as one string, ``""`` for none."""
    tree = shape.tree
    word = clause.predicate
    marks = _MARKS - {"case"} if clause.kind == "nominal" else _MARKS
    parts: list[int] = []
    for child in shape.children[word]:
        if child > word:
            break
        if child < spans.yields[word][0]:
            continue
        if shape.functions[child] in marks and tree.pos[child] in _INTRODUCING:
            parts.append(child)
            parts.extend(c for c in shape.children[child] if shape.functions[c] == "fixed")
        elif shape.arabic and _is_complementizer(shape, child):
            parts.append(child)
    if not parts and clause.kind == "masdar":
        return preposition(tree.readings[word])
    if not parts and shape.arabic and word > 0 and _is_complementizer(shape, word - 1):
        parts.append(word - 1)
    if not parts:
        relative = relative_pronoun(shape, word)
        if relative >= 0:
            return bare(tree.words[relative])
        return _purpose(shape, word)
    return " ".join(_named(shape, part) for part in sorted(set(parts)))


def _is_complementizer(shape: Shape, word: int) -> bool:
    return shape.tree.pos[word] in SMALL and _named(shape, word) in lemmas(
        "complementizers", "spellings"
    )


def relative_pronoun(shape: Shape, word: int) -> int:
    """Return the relative pronoun of a clause, -1 where it has none."""
    tree = shape.tree
    if shape.functions[word] not in ("acl", "advcl", "ccomp", "conj", "root"):
        return -1
    for child in shape.children[word]:
        if child > word:
            break
        if tree.pos[child] in ("PRON", "DET", "ADV", "SCONJ"):
            if bare(tree.readings[child].lemma) in lemmas("relative_pronouns"):
                if shape.functions[word] == "acl" or bare(tree.readings[child].lemma) == "الذي":
                    return child
    return -1


def _named(shape: Shape, word: int) -> str:
    """Return a word that introduces without the conjunction before it and the pronoun behind it."""
    reading = shape.tree.readings[word]
    if reading.pos in ("SCONJ", "PART") and reading.enclitic:
        return preposition(reading).rstrip(TATWEEL) + bare(reading.lemma)
    return form(shape, word)


def _purpose(shape: Shape, word: int) -> str:
    for clitic in shape.tree.readings[word].chain.clitics:
        if clitic.kind == "purpose":
            return clitic.form + TATWEEL
    return ""
